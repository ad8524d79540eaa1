"""A graph behind a SPARQL 1.1 endpoint (https://www.w3.org/TR/sparql11-protocol/), asked like one at hand.

Answers are parsed as they come in, into the same terms as those of a local graph. Queries are checked before they
are sent: what is not a SPARQL query (an update, say) never leaves.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import IO, Any, cast
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse,
    parse_query_results,
)

from ..errors import InvalidRequest, OperationFailed
from ..rdf.source import Results, Row, StoredSource
from ..rdf.sparql import refuse_unsafe, syntax_error, tokens
from ..rdf.terms import PREFIXES
from .http import MAX_ANSWER, Answer, Client, check_url, shown

__all__ = ["TIMEOUT", "Endpoint"]

TIMEOUT = 60.0
"""Seconds that one query may take, from its sending to the last byte of its answer."""

_FORMS = {"SELECT": "rows", "ASK": "boolean", "CONSTRUCT": "graph", "DESCRIBE": "graph"}
_UPDATES = frozenset(["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY"])
_GET_LIMIT = 2000  # characters of a URL that every server and proxy takes

_TELL = 1000  # rows between two words of progress

_ROWS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
    "text/tab-separated-values": QueryResultsFormat.TSV,
}
_TRIPLES: dict[str, RdfFormat] = {
    "application/n-triples": RdfFormat.N_TRIPLES,
    "text/turtle": RdfFormat.TURTLE,
    "application/x-turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "text/plain": RdfFormat.N_TRIPLES,
}
_ACCEPT_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
_ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


class Endpoint:
    """A graph that a SPARQL engine serves over HTTP.

    Parameters: the URL of the endpoint (with `default-graph-uri` and `named-graph-uri` in its query string where
    the dataset is to be chosen), the seconds that one query may take, whether queries may use SERVICE.

    Credentials come from the environment or a netrc file; see `http.credentials_for`.

    Raises InvalidRequest where the URL is none or holds a password.
    """

    def __init__(self, url: str, timeout: float = TIMEOUT, allow_service: bool = False) -> None:
        self.url = check_url(url)
        self.name = shown(url)
        self.allow_service = allow_service
        self.remote = True
        self.left_out = 0
        self.sources: Sequence[StoredSource] = ()
        self.progress: Callable[[int], None] | None = None  # told 0 when a long answer is over
        self._client = Client(url, timeout, _max_answer())

    def run(self, query: str, base: str = "") -> Results:
        """Run a query; the prefixes of the model need not be declared.

        The whole answer has come and is sound before the first row is handed out; it waits on disk where it is
        long. Raises InvalidRequest where the query is no SPARQL query, OperationFailed where the endpoint fails.
        """
        form, query, expected = self._prepare(query, base)
        answer = self._send(query, form)
        if form == "graph":
            return _as_graph(self._triples(answer))
        with answer:
            kept = _Kept(answer)
            results = self._rows(kept, answer, form)
            if isinstance(results, QuerySolutions):
                for _ in self._checked(results, expected, answer):
                    pass
                return self._rows(kept.again(), answer, form)
            self._check_end(answer)
        return results

    def select(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query, as they come in."""
        form, query, expected = self._prepare(query)
        answer = self._send(query, form)
        with answer:
            results = self._rows(answer, answer, form)
            if isinstance(results, QuerySolutions):
                yield from self._checked(results, expected, answer)

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        form, query, _ = self._prepare(query)
        with self._send(query, form) as answer:
            value = bool(self._rows(answer, answer, form))
            self._check_end(answer)
            return value

    def triples(self) -> Iterator[Triple]:
        """All triples of the default graph, as they come in."""
        return self._triples(self._send("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "graph"))

    def _prepare(self, query: str, base: str = "") -> tuple[str, str, list[str]]:
        """The query's form, the query with the base and prefixes that it leaves to us, its variables where known."""
        refuse_unsafe(query, self.allow_service)
        found = list(tokens(query))
        words = [text.upper() for sort, text, _ in found if sort == "word"]
        form = next((word for word in words if word in _FORMS), None)
        # A query that calls a SERVICE cannot be tried on the spot: the trial would call it.
        untried = self.allow_service and "service" in query.lower()
        if form is None or (untried and _UPDATES.intersection(words)):
            raise InvalidRequest("SPARQL syntax: only queries are sent (SELECT, ASK, CONSTRUCT, DESCRIBE), no updates")
        expected = [] if untried else _check_syntax(query, base)
        prologue = (f"BASE <{base}>\n" if base else "") + _missing_prefixes(found)
        return _FORMS[form], prologue + query, expected

    def _send(self, query: str, form: str) -> Answer:
        """Send a query and return its answer, once its status and type are right."""
        from ..version import __version__

        headers = {
            "accept": _ACCEPT_TRIPLES if form == "graph" else _ACCEPT_ROWS,
            "user-agent": f"blocs/{__version__}",
        }
        parts = urlsplit(self.url)
        own = parse_qsl(parts.query, keep_blank_values=True)
        url = urlunsplit((*parts[:3], urlencode([*own, ("query", query)]), ""))
        if len(url) <= _GET_LIMIT:
            answer = self._client.send("GET", url, headers)
        else:
            # In a form, the protocol wants the dataset beside the query; what else the URL says stays in it.
            dataset = [(key, value) for key, value in own if key in ("default-graph-uri", "named-graph-uri")]
            rest = [pair for pair in own if pair not in dataset]
            url = urlunsplit((*parts[:3], urlencode(rest), ""))
            headers["content-type"] = "application/x-www-form-urlencoded"
            answer = self._client.send("POST", url, headers, urlencode([("query", query), *dataset]).encode())
        if answer.status != 200:
            with answer:
                raise self._refusal(answer)
        if "x-sql-state" in answer.headers:  # Virtuoso stopped at its time limit and calls that an answer
            answer.close()
            raise OperationFailed(f"the engine at {self.name} stopped before its answer was whole; ask for less")
        if answer.media_type not in (_TRIPLES if form == "graph" else _ROWS):
            answer.close()
            kind = answer.media_type or "something without a type"
            raise OperationFailed(f"{self.name} answers with {kind}, not with query results; is it a SPARQL endpoint?")
        return answer

    def _refusal(self, answer: Answer) -> OperationFailed:
        """What a status other than 200 means to the user."""
        status, said = answer.status, self._client.credentials.hide(_said(answer))
        tail = f": {said}" if said else ""
        if status in (401, 403):
            known = "other credentials" if self._client.credentials.header else "credentials"
            return OperationFailed(
                f"{self.name} wants {known} ({status}); set BLOCS_ENDPOINT_USER and BLOCS_ENDPOINT_PASSWORD,"
                " or BLOCS_ENDPOINT_TOKEN, or use a netrc file"
            )
        if status in (404, 405, 410):
            return OperationFailed(f"there is no SPARQL endpoint at {self.name} ({status}); see its address")
        if status in (408, 504):
            return OperationFailed(f"the engine at {self.name} ran out of time ({status}); ask for less")
        if status in (429, 502, 503):
            return OperationFailed(f"{self.name} is busy ({status}), also after several tries; try later")
        if 400 <= status < 500:
            return OperationFailed(f"{self.name} refuses the query ({status}){tail}")
        return OperationFailed(f"the engine at {self.name} failed ({status}){tail}")

    def _rows(self, stream: IO[bytes] | Answer | _Kept, answer: Answer, form: str) -> QuerySolutions | QueryBoolean:
        try:
            results = parse_query_results(cast(Any, stream), _ROWS[answer.media_type])
        except (SyntaxError, ValueError, OSError) as error:
            raise self._unreadable(error) from None
        if form == "boolean" and isinstance(results, QuerySolutions):
            results = self._virtuoso_boolean(results)
        if isinstance(results, QueryBoolean) != (form == "boolean"):
            raise OperationFailed(f"{self.name} answers another question than the one asked; is it a SPARQL endpoint?")
        return results

    def _virtuoso_boolean(self, results: QuerySolutions) -> QuerySolutions | QueryBoolean:
        """Virtuoso answers ASK by a table of one number."""
        if [variable.value for variable in results.variables] != ["__ASK_RETVAL"]:
            return results
        try:
            value = any(isinstance(row[0], Literal) and row[0].value == "1" for row in results)
        except (SyntaxError, ValueError, OSError) as error:
            raise self._unreadable(error) from None
        return parse_query_results(f'{{"head":{{}},"boolean":{str(value).lower()}}}', QueryResultsFormat.JSON)

    def _checked(self, results: QuerySolutions, expected: list[str], answer: Answer) -> Iterator[Row]:
        """The rows, with the variables that were asked for, in their order; none may be missing."""
        given = [variable.value for variable in results.variables]
        missing = [name for name in expected if name not in given]
        if missing:
            raise OperationFailed(f"{self.name} leaves the variable ?{missing[0]} out of its answer; it cannot be used")
        order = [given.index(name) for name in expected] if expected and expected != given else None
        limit, count = answer.headers.get("x-sparql-maxrows", ""), 0
        try:
            for count, row in enumerate(self._parsed(results), start=1):
                if self.progress is not None and count % _TELL == 0:
                    self.progress(count)
                yield row if order is None else tuple(row[index] for index in order)
            self._check_end(answer)
        finally:
            if self.progress is not None and count >= _TELL:
                self.progress(0)
        if limit.isdigit() and count >= int(limit):
            raise OperationFailed(f"{self.name} cuts its answers after {count:,} rows; ask for less")

    def _parsed(self, results: QuerySolutions) -> Iterator[Row]:
        while True:
            try:
                solution = next(results)
            except StopIteration:
                return
            except (SyntaxError, ValueError, OSError) as error:
                raise self._unreadable(error) from None
            yield tuple(solution)

    def _check_end(self, answer: Answer) -> None:
        """Where the parser does not mind that XML or TSV stops early, we do."""
        end = {"xml": rb"</([\w.-]+:)?sparql\s*>\s*(<!--[^>]*-->\s*)*\Z", "tab-separated-values": rb"\n\Z|\A\Z"}
        pattern = end.get(re.split(r"[/+]", answer.media_type)[-1])
        last = answer.finish()
        if pattern is not None and re.search(pattern, last) is None:
            raise self._unreadable(EOFError("it stops in the middle"))

    def _triples(self, answer: Answer) -> Iterator[Triple]:
        with answer:
            try:
                for quad in parse(cast(Any, answer), _TRIPLES[answer.media_type], base_iri=self.name):
                    yield quad.triple
                answer.finish()
            except (SyntaxError, ValueError, OSError) as error:
                raise self._unreadable(error) from None

    def _unreadable(self, error: Exception) -> OperationFailed:
        what = " ".join(str(error).split())[:200]
        return OperationFailed(f"the answer of {self.name} is broken: {what}")


class _Copy(tempfile.SpooledTemporaryFile[bytes]):
    """Bytes in memory or, where they are many, on disk, until nobody reads them any more."""

    def __del__(self) -> None:
        self.close()


class _Kept:
    """A stream that keeps what is read from it, in memory or, where it is long, on disk, for a second reading."""

    def __init__(self, stream: Answer) -> None:
        self._stream = stream
        self._copy = _Copy(max_size=2**24)

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        chunk = self._stream.read(size)
        self._copy.write(chunk)
        return chunk

    def again(self) -> IO[bytes]:
        """All that was read, from the beginning."""
        self._copy.seek(0)
        return cast(IO[bytes], self._copy)


def _as_graph(triples: Iterator[Triple]) -> QueryTriples:
    """Triples as a query gives them: a set."""
    from pyoxigraph import DefaultGraph, Quad

    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    return cast(QueryTriples, store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))


def _check_syntax(query: str, base: str) -> list[str]:
    """Try a query on an empty graph: its variables, where it has any.

    Raises InvalidRequest where it is no SPARQL query.
    """
    try:
        results = Store().query(query, base_iri=base or None, prefixes=PREFIXES)
    except SyntaxError as error:
        raise syntax_error(query, error, base) from None
    except (OSError, RuntimeError, ValueError):
        return []
    return [variable.value for variable in results.variables] if isinstance(results, QuerySolutions) else []


def _missing_prefixes(found: list[tuple[str, str, int]]) -> str:
    """PREFIX lines for those of the model's prefixes that a query uses and does not declare itself."""
    words = [(sort, text) for sort, text, _ in found if sort != "space"]
    pairs = pairwise(words)
    declared = {after for (sort, text), (_, after) in pairs if sort == "word" and text.upper() == "PREFIX"}
    used = {text.partition(":")[0] for sort, text in words if sort == "name"}
    return "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items() if p in used and f"{p}:" not in declared)


def _said(answer: Answer) -> str:
    """The first line of a server's own message, where it is plain text."""
    if answer.media_type not in ("text/plain", "application/json", "application/problem+json"):
        return ""
    try:
        text = answer.read(2000).decode("utf-8", "replace")
    except OperationFailed:
        return ""
    return next((line.strip()[:200] for line in text.splitlines() if line.strip()), "")


def _max_answer() -> int:
    text = os.environ.get("BLOCS_MAX_ANSWER", "")
    if not text:
        return MAX_ANSWER
    if not text.isdigit() or int(text) == 0:
        raise InvalidRequest(f"BLOCS_MAX_ANSWER is a number of bytes, not {text!r}")
    return int(text)
