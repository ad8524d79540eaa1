"""The SPARQL 1.1 Protocol for queries (https://www.w3.org/TR/sparql11-protocol/): what is asked, and what is answered.

Only queries are answered, never updates, and over the one dataset that is served: a request that names graphs of its
own is refused with the way on (FROM in the query).
"""

from __future__ import annotations

from urllib.parse import parse_qs

from ...graph.errors import InvalidRequest
from ...graph.rdf.sparql import tokens

__all__ = ["NotAcceptable", "answer_format", "read_request"]

MEDIA_TYPES = {
    "json": "application/sparql-results+json",
    "xml": "application/sparql-results+xml",
    "csv": "text/csv; charset=utf-8",
    "tsv": "text/tab-separated-values; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "ntriples": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdfxml": "application/rdf+xml",
}
"""What each format of `blocs query` is called on the web."""

_SOLUTIONS = ("json", "xml", "csv", "tsv")
_GRAPHS = ("turtle", "ntriples", "jsonld", "rdfxml")
_ALSO = {"application/json": "json", "application/xml": "xml", "text/plain": "ntriples", "text/xml": "xml"}


class NotAcceptable(InvalidRequest):
    """None of the formats that the client takes is one in which this query can be answered."""


def read_request(method: str, media_type: str, parameters: str, body: bytes) -> str:
    """The query that a request of the protocol asks.

    Parameters
    ----------
    method : str
        "GET" or "POST".
    media_type : str
        Its content type.
    parameters : str
        The query string of its address.
    body : bytes
        Its body.

    Raises
    ------
    InvalidRequest
        If there is not one query, or more is asked than this endpoint does.

    Examples
    --------
    >>> read_request("GET", "", "query=ASK%20%7B%7D", b"")
    'ASK {}'
    """
    kind = media_type.partition(";")[0].strip().lower()
    given = parse_qs(parameters, keep_blank_values=True)
    if method == "POST" and kind == "application/x-www-form-urlencoded":
        given = parse_qs(_decoded(body), keep_blank_values=True)
    elif method == "POST" and kind == "application/sparql-query":
        if "query" in given:
            raise InvalidRequest("a query stands in the address or in the body, not in both")
        given["query"] = [_decoded(body)]
    elif method == "POST":
        raise InvalidRequest(
            "POST takes application/x-www-form-urlencoded or application/sparql-query;"
            " updates are not answered here: this endpoint is read-only"
        )
    if "update" in given:
        raise InvalidRequest("updates are not answered here: this endpoint is read-only")
    if "default-graph-uri" in given or "named-graph-uri" in given:
        raise InvalidRequest("this endpoint has one dataset; choose graphs with FROM and FROM NAMED in the query")
    queries = given.get("query", [])
    if len(queries) != 1:
        raise InvalidRequest(f"one query is needed, as the parameter `query`; there are {len(queries)}")
    return queries[0]


def answer_format(query: str, accept: str) -> str:
    """The format in which to answer a query: the one that the client likes best of those that fit.

    Parameters
    ----------
    query : str
        The query.
    accept : str
        The request's `Accept` header (RFC 9110, section 12.5.1); empty for whatever there is.

    Returns
    -------
    str
        A format of `blocs query`.

    Raises
    ------
    NotAcceptable
        If none of them fits.

    Examples
    --------
    >>> answer_format("ASK {}", ""), answer_format("ASK {}", "text/csv;q=0.5, application/sparql-results+xml")
    ('json', 'xml')
    >>> answer_format("CONSTRUCT WHERE { ?s ?p ?o }", "application/rdf+xml;q=0.9, */*;q=0.1")
    'rdfxml'
    """
    words = (text.upper() for sort, text, _ in tokens(query) if sort == "word")
    form = next((word for word in words if word in ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")), "")
    fitting = _GRAPHS if form in ("CONSTRUCT", "DESCRIBE") else _SOLUTIONS
    if not accept.strip():
        return fitting[0]
    for wanted in _by_preference(accept):
        named = [name for name in fitting if MEDIA_TYPES[name].partition(";")[0] == wanted]
        named += [_ALSO[wanted]] if _ALSO.get(wanted) in fitting else []
        if wanted == "*/*" or (wanted.endswith("/*") and not named):
            family = wanted.removesuffix("*").removeprefix("*/")
            named = [name for name in fitting if MEDIA_TYPES[name].startswith(family)]
        if named:
            return named[0]
    offered = ", ".join(MEDIA_TYPES[name].partition(";")[0] for name in fitting)
    raise NotAcceptable(f"this query is answered as {offered}; Accept names none of them")


def _by_preference(accept: str) -> list[str]:
    """The media types of an `Accept` header, the most wanted first."""
    found = []
    for place, part in enumerate(accept.split(",")):
        name, *rest = (piece.strip() for piece in part.split(";"))
        quality = next((piece.partition("=")[2] for piece in rest if piece.replace(" ", "").startswith("q=")), "1")
        try:
            weight = float(quality)
        except ValueError:
            weight = 1.0
        if weight > 0:
            found.append((-weight, name.count("*"), place, name.lower()))
    return [name for *_, name in sorted(found)]


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise InvalidRequest("the request is not in UTF-8") from None
