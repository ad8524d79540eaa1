"""A graph behind a SPARQL 1.1 endpoint (https://www.w3.org/TR/sparql11-protocol/), asked like a local one.

Answers are parsed as they come in, into the same terms as those of a local graph. Queries are checked before they
are sent: what is not a SPARQL query (an update, say) never leaves.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from pyoxigraph import Literal, NamedNode, Triple

from ...errors import InvalidRequest, OperationFailed
from ...rdf.membership_columns import MembershipColumns
from ...rdf.solutions import Row, Solutions
from ...rdf.source import AppliedLens, Merge, Results, StoredSource
from ...rdf.sparql import UPDATES, check_syntax, counting_query, refuse_unsafe, rows_query, tokens
from ...rdf.terms import PREFIXES, Term
from .addresses import check_url, shown
from .answers import ACCEPT_ROWS, ACCEPT_TRIPLES, Answers, Kept, Stream, as_graph
from .http import MAX_ANSWER, Answer, Client

__all__ = ["TIMEOUT", "Endpoint"]

TIMEOUT = 60.0
"""Seconds that one query may take, from its sending to the last byte of its answer."""

_FORMS = {"SELECT": "rows", "ASK": "boolean", "CONSTRUCT": "graph", "DESCRIBE": "graph"}
_GET_LIMIT = 2000  # characters of a URL that every server and proxy takes
_MANY = 1000  # rows or triples from which on a limit of the server is looked for
_CUT_HEADER = re.compile(r"\b(x-)?(sparql-|result-)?(partial|truncated|incomplete)\b", re.IGNORECASE)


class Endpoint:
    """A graph that a SPARQL engine serves over HTTP.

    Credentials come from the environment or a netrc file; see `credentials.credentials_for`.

    Parameters
    ----------
    url : str
        The URL of the endpoint.
    timeout : float
        The seconds that one query may take.
    allow_service : bool
        Whether queries may use SERVICE.
    graphs : sequence of str
        The IRIs of the graphs that make up the default graph; by default the engine's own choice.

    Raises
    ------
    InvalidRequest
        If the URL is none or holds a password, or a graph is no IRI.
    """

    def __init__(
        self, url: str, timeout: float = TIMEOUT, allow_service: bool = False, graphs: Sequence[str] = ()
    ) -> None:
        self.url = _with_graphs(check_url(url), graphs)
        self.name = shown(url)
        self.allow_service = allow_service
        self.remote = True
        self.columns: Sequence[MembershipColumns] | None = None
        self.left_out = 0
        self.sources: Sequence[StoredSource] = ()
        self._answers = Answers(self.name)
        self.lenses: Sequence[AppliedLens] = ()
        self.notes: Sequence[str] = ()
        self.reports: Sequence[Mapping[str, Any]] = ()
        self._answered = self._found = False
        self.joined: Sequence[str] = ()
        self.merges: Sequence[Merge] = ()
        self._client = Client(url, timeout, _max_answer())

    @property
    def gave_something(self) -> bool:
        """Whether an answer to a query about memberships had anything but numbers in it."""
        return self._found

    @property
    def gave_nothing(self) -> bool:
        """Whether it has answered, and no answer to a query about memberships had anything but numbers in it."""
        return self._answered and not self._found

    @property
    def progress(self) -> Callable[[int], None] | None:
        """Told how many rows have come, and 0 when a long answer is over."""
        return self._answers.progress

    @progress.setter
    def progress(self, tell: Callable[[int], None] | None) -> None:
        self._answers.progress = tell

    def run(self, query: str, base: str = "") -> Results:
        """Run a query; the prefixes of the model need not be declared.

        The whole answer has come and is sound before the first row is handed out; it waits on disk if it is long.

        Raises
        ------
        InvalidRequest
            If the query is no SPARQL query.
        OperationFailed
            If the endpoint fails, or its answer is not whole.
        """
        form, query, expected = self._prepare(query, base)
        answer = self._send(query, form)
        if form == "graph":
            triples = list(self._answers.triples(answer))
            self._note(query, bool(triples))
            self._check_graph(query, len(triples))
            return as_graph(iter(triples))
        with answer:
            stream = self._answers.stream(answer, form)
            kept = Kept(stream)
            results = self._answers.rows(kept, answer, form)
            if isinstance(results, Solutions):
                for _ in self._checked(query, results, expected, answer, stream):
                    pass
                return self._answers.results(kept.again(), answer, form)
            self._answers.check_end(answer, stream)
            self._note(query, bool(results))
        return results

    def select(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query, as they come in."""
        return self._select(query)

    def select_names(self, query: str) -> Iterator[Row]:
        """The same of a query about what things are called and what they are: it tells nothing of memberships."""
        return self._select(query, telling=False)

    def _select(self, query: str, telling: bool = True) -> Iterator[Row]:
        form, query, expected = self._prepare(query)
        answer = self._send(query, form)
        with answer:
            stream = self._answers.stream(answer, form)
            results = self._answers.rows(stream, answer, form)
            if isinstance(results, Solutions):
                yield from self._checked(query, results, expected, answer, stream, telling)

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        form, query, _ = self._prepare(query)
        with self._send(query, form) as answer:
            stream = self._answers.stream(answer, form)
            value = bool(self._answers.rows(stream, answer, form))
            self._answers.check_end(answer, stream)
            self._note(query, value)
            return value

    def triples(self) -> Iterator[Triple]:
        """All triples of the default graph, as they come in."""
        query, count = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", 0
        for triple in self._answers.triples(self._send(query, "graph")):
            count += 1
            yield triple
        self._note("org:member", count > 0)
        self._check_graph(query, count)

    def _note(self, query: str, something: bool) -> None:
        """Note that it has answered; and that it has something of the model, if the query was about memberships."""
        self._answered = True
        self._found = self._found or (something and ("org:member" in query or "org:organization" in query))

    def _checked(
        self,
        query: str,
        results: Solutions,
        expected: list[str],
        answer: Answer,
        stream: Stream,
        telling: bool = True,
    ) -> Iterator[Row]:
        """The rows; as many as there are, where their number looks like a limit of the server.

        `telling` is whether they tell of memberships, if the query is about these.
        """
        count = 0
        for row in self._answers.checked(results, expected, answer, stream):
            count += 1
            if telling and not self._found:
                self._note(query, any(term is not None and not _is_number(term) for term in row))
            yield row
        self._answered = True
        if _looks_like_a_limit(count) and (counting := counting_query(query)):
            number = next(iter(self._plain(counting)), (None,))[0]
            if isinstance(number, Literal) and number.value.isdecimal() and int(number.value) > count:
                raise self._answers.is_cut(f"after {count:,} of {int(number.value):,} rows")

    def _check_graph(self, query: str, count: int) -> None:
        """Make sure that no limit of the server has cut a graph: a limit on rows counts there too, and is not said."""
        if count >= _MANY and (rows := rows_query(query)):
            for _ in self._checked(rows, *self._rows_of(rows)):
                pass

    def _rows_of(self, query: str) -> tuple[Solutions, list[str], Answer, Stream]:
        answer = self._send(query, "rows")
        stream = self._answers.stream(answer, "rows")
        results = self._answers.rows(stream, answer, "rows")
        assert isinstance(results, Solutions)
        return results, [], answer, stream

    def _plain(self, query: str) -> Iterator[Row]:
        return self._answers.checked(*self._rows_of(query))

    def _prepare(self, query: str, base: str = "") -> tuple[str, str, list[str]]:
        """The query's form, the query with the base and prefixes that it leaves to us, its variables where known."""
        return _prepared(query, base, self.allow_service)

    def _send(self, query: str, form: str) -> Answer:
        """Send a query and return its answer, once its status and type are right."""
        from ...version import __version__

        headers = {
            "accept": ACCEPT_TRIPLES if form == "graph" else ACCEPT_ROWS,
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
        if _CUT_HEADER.search(" ".join(answer.headers)) is not None:
            answer.close()
            raise self._answers.is_cut()
        if "x-sql-state" in answer.headers:  # Virtuoso stopped at its time limit and calls that an answer
            answer.close()
            raise OperationFailed(f"the engine at {self.name} stopped before its answer was whole; narrow the query")
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
        if status == 206:
            return self._answers.is_cut()
        if status in (404, 405, 410):
            return OperationFailed(f"there is no SPARQL endpoint at {self.name} ({status}); see its address")
        if status in (408, 504):
            return OperationFailed(f"the engine at {self.name} ran out of time ({status}); narrow the query")
        if status in (429, 502, 503):
            return OperationFailed(f"{self.name} is busy ({status}), also after several tries; try later")
        if 400 <= status < 500:
            return OperationFailed(f"{self.name} refuses the query ({status}){tail}")
        return OperationFailed(f"the engine at {self.name} failed ({status}){tail}")


@lru_cache(maxsize=100)  # a question asks some things again, and the next question many
def _prepared(query: str, base: str, allow_service: bool) -> tuple[str, str, list[str]]:
    refuse_unsafe(query, allow_service)
    found = list(tokens(query))
    words = [text.upper() for sort, text, _ in found if sort == "word"]
    form = next((word for word in words if word in _FORMS), None)
    # A query that calls a SERVICE cannot be tried on the spot: the trial would call it.
    untried = allow_service and "service" in query.lower()
    if form is None or (untried and UPDATES.intersection(words)):
        raise InvalidRequest("SPARQL syntax: only queries are sent (SELECT, ASK, CONSTRUCT, DESCRIBE), no updates")
    expected = [] if untried else check_syntax(query, base)
    prologue = (f"BASE <{base}>\n" if base else "") + _missing_prefixes(found)
    return _FORMS[form], prologue + query, expected


def _with_graphs(url: str, graphs: Sequence[str]) -> str:
    """An endpoint's URL with the graphs that make up the default graph, as the protocol has it."""
    for graph in graphs:
        try:
            NamedNode(graph)
        except ValueError:
            raise InvalidRequest(f"{graph!r} is not an IRI; write --graph IRI") from None
    if not graphs:
        return url
    parts = urlsplit(url)
    asked = [*parse_qsl(parts.query, keep_blank_values=True), *(("default-graph-uri", graph) for graph in graphs)]
    return urlunsplit((*parts[:3], urlencode(asked), ""))


def _is_number(term: Term) -> bool:
    return isinstance(term, Literal) and term.value.replace(".", "", 1).isdecimal()


def _looks_like_a_limit(count: int) -> bool:
    """Whether a number of rows is a round one, as limits of servers are."""
    return count >= _MANY and (count % 500 == 0 or count & (count - 1) == 0)


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
    if not text.isdecimal() or int(text) == 0:
        raise InvalidRequest(f"BLOCS_MAX_ANSWER is a number of bytes, not {text!r}")
    return int(text)
