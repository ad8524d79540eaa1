"""What an endpoint answers, read: rows, a yes or no, or a graph; whole, or refused."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from typing import IO, Any, cast

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

from ...errors import OperationFailed
from ...rdf.solutions import Row, Solutions
from ...readers.formats import FORMATS
from .http import Answer
from .standard_json import StandardJson

__all__ = ["ACCEPT_ROWS", "ACCEPT_TRIPLES", "Answers", "Kept", "as_graph"]

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
ACCEPT_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.8"
ACCEPT_TRIPLES = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"


Stream = Answer | StandardJson

_JSON = frozenset(kind for kind, form in _ROWS.items() if form == QueryResultsFormat.JSON)
_START = 4096  # bytes by which the format of a graph is recognized


class Answers:
    """Reads the answers of one endpoint.

    Parameters
    ----------
    name : str
        What the endpoint is called in messages.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.progress: Callable[[int], None] | None = None

    def stream(self, answer: Answer, form: str) -> Stream:
        """What to read an answer from.

        Raises OperationFailed if it is of no type that can answer the query.
        """
        if answer.media_type in _JSON and form != "graph":
            return StandardJson(answer)
        if answer.media_type in (_TRIPLES if form == "graph" else _ROWS):
            return answer
        if form == "graph" and answer.media_type in _ROWS:
            return answer  # some servers give a graph the type of rows: its first bytes decide
        answer.close()
        kind = answer.media_type or "something without a type"
        raise OperationFailed(f"{self.name} answers with {kind}, not with query results; is it a SPARQL endpoint?")

    def rows(self, stream: IO[bytes] | Stream | Kept, answer: Answer, form: str) -> Solutions | QueryBoolean:
        """The rows of an answer, or its yes or no."""
        results = self.results(stream, answer, form)
        return results if isinstance(results, QueryBoolean) else Solutions(results)

    def results(self, stream: IO[bytes] | Stream | Kept, answer: Answer, form: str) -> QuerySolutions | QueryBoolean:
        """The same as the engine's own."""
        try:
            results = parse_query_results(cast(Any, stream), _ROWS[answer.media_type])
        except (SyntaxError, ValueError, OSError) as error:
            raise self._unreadable(error) from None
        if form == "boolean" and isinstance(results, QuerySolutions):
            results = self._virtuoso_boolean(results)
        if isinstance(results, QueryBoolean) != (form == "boolean"):
            del results  # a traceback would keep them
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

    def checked(self, results: Solutions, expected: list[str], answer: Answer, stream: Stream) -> Iterator[Row]:
        """The rows, with the variables that were asked for, in their order; none may be missing."""
        given = results.variables
        missing = [name for name in expected if name not in given]
        if missing:
            raise OperationFailed(f"{self.name} leaves the variable ?{missing[0]} out of its answer; it cannot be used")
        order = [given.index(name) for name in expected] if expected and expected != given else None
        limit, count = answer.headers.get("x-sparql-maxrows", ""), 0  # Virtuoso says at how many rows it stops
        try:
            for count, row in enumerate(self._parsed(results), start=1):
                if self.progress is not None and count % _TELL == 0:
                    self.progress(count)
                yield row if order is None else tuple(row[index] for index in order)
            self.check_end(answer, stream)
        finally:
            if self.progress is not None and count >= _TELL:
                self.progress(0)
        if limit.isdecimal() and count >= int(limit):
            raise self.is_cut(f"after {count:,} rows")

    def _parsed(self, results: Solutions) -> Iterator[Row]:
        try:
            yield from results
        except (SyntaxError, ValueError, OSError) as error:
            raise self._unreadable(error) from None

    def check_end(self, answer: Answer, stream: Stream) -> None:
        """Where the parser does not mind that an answer stops early, we do."""
        if isinstance(stream, StandardJson):
            try:
                stream.read()
            except ValueError as error:
                raise self._unreadable(error) from None
            if stream.cut:
                raise self.is_cut()
        end = {
            "xml": rb"</([\w.-]+:)?sparql\s*>\s*(<!--[^>]*-->\s*)*\Z",
            "tab-separated-values": rb"\n\Z|\A\Z|\A(?:true|false)\Z",
        }
        pattern = end.get(re.split(r"[/+]", answer.media_type)[-1])
        last = answer.finish()
        if pattern is not None and re.search(pattern, last) is None:
            raise self._unreadable(EOFError("it stops in the middle"))

    def is_cut(self, where: str = "") -> OperationFailed:
        """An answer that is not the whole one must not pass as whole."""
        return OperationFailed(f"{self.name} cuts its answers{' ' + where if where else ''}; narrow the query")

    def triples(self, answer: Answer) -> Iterator[Triple]:
        """The triples of a graph, as they come in."""
        with answer:
            try:
                stream, form = self._graph(answer)
                for quad in parse(cast(Any, stream), form, base_iri=self.name):
                    yield quad.triple
                answer.finish()
            except (SyntaxError, ValueError, OSError) as error:
                raise self._unreadable(error) from None

    def _graph(self, answer: Answer) -> tuple[Answer | _Behind, RdfFormat]:
        """The stream of a graph and its format: as its type says or, if that is one of rows, as it begins."""
        if answer.media_type in _TRIPLES and answer.media_type not in _ROWS:
            return answer, _TRIPLES[answer.media_type]
        self.stream(answer, "graph")
        start = answer.read(_START)
        found = [one.rdf for one in FORMATS if one.rdf is not None and one.can_read(start)]
        if answer.media_type in _TRIPLES:
            found.append(_TRIPLES[answer.media_type])
        if not found or found[0] is None or b'"bindings"' in start:
            raise OperationFailed(f"{self.name} answers with {answer.media_type}, not with a graph")
        return _Behind(start, answer), found[0]

    def _unreadable(self, error: Exception) -> OperationFailed:
        what = " ".join(str(error).split())[:200]
        return OperationFailed(f"the answer of {self.name} is broken: {what}")


class _Behind:
    """A stream whose first bytes have been read."""

    def __init__(self, start: bytes, rest: Answer) -> None:
        self._start, self._rest = start, rest

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        if not self._start:
            return self._rest.read(size)
        end = len(self._start) if size < 0 else size
        piece, self._start = self._start[:end], self._start[end:]
        return piece + (self._rest.read() if size < 0 else b"")


class _Copy(tempfile.SpooledTemporaryFile[bytes]):
    """Bytes in memory or, where they are many, on disk, until nobody reads them any more."""

    def __del__(self) -> None:
        self.close()


class Kept:
    """A stream that keeps what is read from it, in memory or, where it is long, on disk, for a second reading."""

    def __init__(self, stream: Stream) -> None:
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


def as_graph(triples: Iterator[Triple]) -> QueryTriples:
    """Triples as a query gives them: a set."""
    from pyoxigraph import DefaultGraph, Quad

    store = Store()
    store.extend(Quad(t.subject, t.predicate, t.object, DefaultGraph()) for t in triples)
    return cast(QueryTriples, store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"))
