"""Names of a graph too large to read them all: the same answers, without reading them all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import blocs
import pytest
from blocs.graph.knowledge import KnowledgeGraph
from blocs.graph.model.naming.on_demand import TOO_MANY, NamesOnDemand
from blocs.graph.model.naming.remote import RemoteNames
from faulty_server import FaultyServer


@pytest.fixture(scope="module")
def server() -> Iterator[FaultyServer]:
    with FaultyServer() as running:
        yield running


@pytest.fixture(params=[NamesOnDemand, RemoteNames])
def large(request: pytest.FixtureRequest, server: FaultyServer, monkeypatch: pytest.MonkeyPatch) -> KnowledgeGraph:
    """The built-in graph, as if it had too many names to read them, and to go through them."""
    monkeypatch.setattr("blocs.graph.model.naming.remote.MANY", 10)
    if request.param is RemoteNames:
        monkeypatch.setattr("blocs.graph.model.naming.remote.VERY_MANY", 10)
    graph = blocs.load(endpoint=server.url + "good")
    assert type(graph.names) is request.param
    return graph


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
    assert found(large, name).replace(TOO_MANY, "see: blocs list") == found(blocs.load(), name)


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
            assert any(word in query for word in ("COUNT", "VALUES ?e ", "VALUES ?name ", "FILTER"))


@pytest.mark.parametrize(
    "question",
    [
        "is Georgia in the CST",
        "which states are in both CST and GUUAM but not in CIS",
        "who is the Russian defence minister",
        "was the Soviet Union in the CIS",
        "is Kazahkstan in the CST",
        "is Blorp in the CST",
        # What statements say is compared, and names within names: "the share of documents", "documents' share".
        "who signed more documents, Georgia or Ukraine",
        "why did Azerbaijan want Armenia excluded from the CST",
        "who proposed the exclusion of Armenia",
        "what is the average share of documents signed by CST members",
    ],
)
def test_a_question_takes_some_tens_of_requests(large: KnowledgeGraph, server: FaultyServer, question: str) -> None:
    before = len(server.requests)
    with contextlib.suppress(blocs.NotUnderstood):
        large.ask(question)
    assert len(server.requests) - before < 60


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
