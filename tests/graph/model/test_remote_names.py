"""Names of a graph too large to read them all: the same answers, without reading them all."""

from __future__ import annotations

from collections.abc import Iterator

import blocs
import pytest
from blocs.graph.knowledge import KnowledgeGraph
from blocs.graph.model.remote_names import RemoteNames
from faulty_server import FaultyServer


@pytest.fixture(scope="module")
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as running:
        yield running


@pytest.fixture
def large(server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> KnowledgeGraph:
    """The built-in graph, as if it had too many names."""
    monkeypatch.setattr("blocs.graph.model.remote_names.MANY", 10)
    return blocs.load(endpoint=server.url + "good")


def found(graph: KnowledgeGraph, name: str) -> str:
    try:
        return graph.names.find(name).id
    except blocs.InvalidRequest as error:
        return error.message


@pytest.mark.parametrize(
    "name",
    [
        "CST",
        "cst",
        "cis dmc",
        "CIS-DMC",
        "RUS",
        "russia",
        "RUSSIA",
        "collective security treaty",
        "Armenian",
        "sergei-ivanov",
        "https://w3id.org/blocs/id/cst",
        "<https://w3id.org/blocs/id/cst>",
        "https://example.org/nothing",
        "Kazahkstan",
        "nobody at all",
        'a "quoted" \\ } name',
    ],
)
def test_names_are_found_alike(large: KnowledgeGraph, name: str) -> None:
    assert isinstance(large.names, RemoteNames)
    assert found(large, name) == found(blocs.load(), name)


def test_all_entities_are_the_same(large: KnowledgeGraph) -> None:
    assert large.names.entities == blocs.load().names.entities


def test_a_question_does_not_read_all_names(large: KnowledgeGraph, server: FaultyServer) -> None:
    before = len(server.requests)
    assert [member.id for member in large.members("CIS - CST - GUUAM")] == ["turkmenistan"]
    asked = server.requests[before:]
    assert len(asked) < 30  # however large the graph is
    for request in asked:
        (query,) = request.parameters["query"]
        if "?name" in query:  # names are read of what was asked for, or counted
            assert "COUNT" in query or "VALUES ?e " in query or "VALUES ?name " in query


def test_a_small_endpoint_is_read_at_once(server: FaultyServer) -> None:
    assert not isinstance(blocs.load(endpoint=server.url + "good").names, RemoteNames)


def test_an_overlap_of_two_reads_the_memberships_of_two(server: FaultyServer) -> None:
    graph = blocs.load(endpoint=server.url + "good")
    before = len(server.requests)
    assert graph.overlap(among=["CST", "GUUAM"]).pairs == blocs.load().overlap(among=["CST", "GUUAM"]).pairs
    for request in server.requests[before:]:
        (query,) = request.parameters["query"]
        if "org:memberOf" in query or "org:Membership" in query:
            assert "VALUES ?body " in query or query.count("?body") == 0 or "SELECT DISTINCT ?member " in query
