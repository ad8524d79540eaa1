"""Answers of servers that say more than the standard, less than the whole, or under a wrong name."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from blocs.graph.errors import OperationFailed
from blocs.graph.sources.remote.endpoint import Endpoint
from blocs.graph.sources.remote.standard_json import StandardJson
from faulty_server import FaultyServer
from hypothesis import given, settings
from hypothesis import strategies as st
from needs import no_server
from servers import GRAPH, NotInstalled, virtuoso_server


@pytest.fixture(scope="module")
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as running:
        yield running


@pytest.fixture(autouse=True)
def no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("", "_TOKEN", "_USER", "_PASSWORD"):
        monkeypatch.delenv("BLOCS_ENDPOINT" + name, raising=False)
    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "command",
    [
        ["who", "CST"],
        ["ask", "is Georgia in the CST"],
        ["list"],
        ["query", "-e", "ASK { ?s ?p ?o }"],
        ["query", "events"],
    ],
)
def test_members_that_the_standard_does_not_know(
    blocs: Callable[..., Any], server: FaultyServer, command: list[str]
) -> None:
    result = blocs(*command, "--endpoint", server.url + "foreign")
    assert result.code == 0 and result.out == blocs(*command).out


class Dribble(io.BytesIO):
    """A stream that gives few bytes at a time, whatever is asked for."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(7)


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner)
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(TEXT, st.integers(0, 99)), max_size=5),
    st.dictionaries(TEXT.filter(lambda key: key not in ("head", "results", "boolean")), VALUES, max_size=3),
    st.booleans(),
)
def test_nothing_of_the_standard_is_lost(rows: list[tuple[str, int]], more: dict[str, Any], first: bool) -> None:
    bindings = [
        {"s": {"type": "literal", "value": text}, "n": {"type": "literal", "value": str(n)}} for text, n in rows
    ]
    standard = {"head": {"vars": ["s", "n"]}, "results": {"bindings": bindings}}
    foreign = {**more, **standard} if first else {**standard, **more}
    content = json.dumps(foreign, indent=2, ensure_ascii=False).encode()
    for stream in (io.BytesIO(content), Dribble(content)):
        read = StandardJson(stream).read()
        assert json.loads(read) == standard
        parsed = pyoxigraph.parse_query_results(read, pyoxigraph.QueryResultsFormat.JSON)
        assert [(row["s"].value, int(row["n"].value)) for row in parsed] == rows


@given(st.integers(0, 120))
def test_what_stops_early_is_no_answer(end: int) -> None:
    content = (
        b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"http://x/a"}}]},"more":{"a":[1,2]}}'
    )
    if end < len(content):
        with pytest.raises(ValueError):
            StandardJson(io.BytesIO(content[:end])).read()
    with pytest.raises(ValueError, match="follows its end"):
        StandardJson(io.BytesIO(content + b"{}")).read()


def test_a_graph_under_the_type_of_rows(blocs: Callable[..., Any], server: FaultyServer) -> None:
    query = ["query", "-e", "DESCRIBE :cst", "--format", "ntriples"]
    result = blocs(*query, "--endpoint", server.url + "describe")
    assert result.code == 0 and sorted(result.out.splitlines()) == sorted(blocs(*query).out.splitlines())


ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"


@pytest.mark.parametrize(
    "path", ["silently/1000", "silently/1024", "maxrows/1234", "status206", "partialheader", "partialmember"]
)
def test_a_cut_answer_never_passes_as_whole(blocs: Callable[..., Any], server: FaultyServer, path: str) -> None:
    result = blocs("query", "-e", ALL, "--endpoint", server.url + path)
    assert (result.code, result.out) == (1, "") and "cuts its answers" in result.err, result
    with pytest.raises(OperationFailed, match="cuts its answers"):
        list(Endpoint(server.url + path).select(ALL))


@pytest.mark.parametrize("path", ["silently/1000", "maxrows/1234"])
def test_a_cut_graph_never_passes_as_whole(blocs: Callable[..., Any], server: FaultyServer, path: str) -> None:
    with pytest.raises(OperationFailed, match="cuts its answers"):
        list(Endpoint(server.url + path).triples())
    made = blocs("query", "-e", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "--endpoint", server.url + path)
    assert (made.code, made.out) == (1, "") and "cuts its answers" in made.err


def test_a_limit_of_ones_own_cuts_nothing(blocs: Callable[..., Any], server: FaultyServer) -> None:
    for words in ("LIMIT 1000", "LIMIT 1024 # so many"):
        result = blocs("query", "-e", f"{ALL} {words}", "--format", "csv", "--endpoint", server.url + "good")
        assert result.code == 0 and result.out.count("\n") == int(words.split()[1]) + 1


def test_graphs_of_an_endpoint(blocs: Callable[..., Any], server: FaultyServer) -> None:
    chosen = ["--graph", "http://example.org/a", "--graph", "http://example.org/b"]
    assert blocs("who", "CST", "--endpoint", server.url + "good", *chosen).code == 0
    assert all(
        request.parameters["default-graph-uri"] == ["http://example.org/a", "http://example.org/b"]
        for request in server.requests[-3:]
    )
    assert blocs("who", "CST", "--graph", "http://example.org/a").code == 2
    assert blocs("who", "CST", "--endpoint", server.url + "good", "--graph", "no iri").code == 2


def test_a_real_limit(tmp_path: Path) -> None:
    """Virtuoso with its default limit of 10,000 rows."""
    lines = [f"<http://x/s{n}> <http://x/p> <http://x/o{n % 7}> ." for n in range(10_500)]
    (tmp_path / "many.ttl").write_text("\n".join(lines))
    try:
        with virtuoso_server([tmp_path / "many.ttl"], tmp_path, max_rows=10_000) as url:
            endpoint = Endpoint(url.partition("?")[0], graphs=[GRAPH])
            for query in ("SELECT ?s { ?s ?p ?o }", "SELECT ?s ?o { ?s ?p ?o }"):
                with pytest.raises(OperationFailed, match="cuts its answers"):
                    list(endpoint.select(query))
            with pytest.raises(OperationFailed, match="cuts its answers"):
                list(endpoint.triples())
            assert len(list(endpoint.select("SELECT ?s { ?s ?p <http://x/o1> }"))) == 1500
    except NotInstalled as reason:
        no_server(reason)
