"""Paths: how entities are connected, and the command."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import blocs as package
import networkx as nx
import pytest
from blocs import InvalidRequest, KnowledgeGraph
from blocs.graph.analysis.paths import Paths, find_paths
from blocs.graph.exports.entity_graph import entity_graph

Run = Callable[..., Any]

CHAIN = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix s: <http://example.org/state/> . @prefix b: <http://example.org/body/> .
s:A org:memberOf b:X . s:B org:memberOf b:X, b:Y . s:C org:memberOf b:Y . s:D org:memberOf b:Z .
"""


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    return package.load()


@pytest.fixture
def chain(tmp_path: Path) -> Path:
    path = tmp_path / "chain.ttl"
    path.write_text(CHAIN)
    return path


def paths(graph: KnowledgeGraph, a: str, b: str, **options: Any) -> Paths:
    return find_paths(graph, graph.names.find(a), graph.names.find(b), **options)


def routes(found: Paths) -> set[tuple[str, ...]]:
    return {(found.a.id, *(step.end.id for step in path)) for path in found.paths}


def test_a_step_is_read_in_either_direction(article: KnowledgeGraph) -> None:
    found = paths(article, "Armenia", "Azerbaijan", via="memberships")
    assert routes(found) == {("armenia", "cis", "azerbaijan"), ("armenia", "cis-dmc", "azerbaijan")}
    there, back = found.paths[0]
    assert (there.words, there.inverse, back.words, back.inverse) == ("is a member of", False, "has the member", True)
    assert there.fact.grounds.basis == "derived"
    assert there.fact.grounds.evidence


def test_what_is_denied_connects_nothing(article: KnowledgeGraph) -> None:
    found = paths(article, "Georgia", "CST")
    assert found.length == 3
    relations = {step.fact.relation for path in found.paths for step in path}
    assert not relations & {"non-member", "absence", "non-representation"}


def test_a_path_of_one_step_and_an_office_holder(article: KnowledgeGraph) -> None:
    assert routes(paths(article, "CST", "Armenia")) == {("cst", "armenia")}
    found = paths(article, "Ivanov", "Russia")
    assert found.paths[0][0].words == "is Defense Minister of"


def test_paths_are_those_of_networkx_on_the_whole_graph(article: KnowledgeGraph) -> None:
    """The search from both ends finds what a search through everything finds."""
    whole = nx.Graph()
    left_out = ("not a member of", "absent from", "has no officers in")
    for a, b, data in entity_graph(article).edges(data=True):
        if data["label"] not in left_out and a != b:
            whole.add_edge(a, b)
    hidden = {e.id for e in article.names.entities if e.kind in ("topic", "role", "source")}
    whole.remove_nodes_from(hidden)
    states = [e.id for e in article.names.entities if e.kind in ("state", "body", "event", "person", "place")]
    for a, b in zip(states, states[7:], strict=False):
        found = paths(article, a, b, limit=1000)
        expected = set()
        if a in whole and b in whole and nx.has_path(whole, a, b):
            expected = {tuple(path) for path in nx.all_shortest_paths(whole, a, b)}
        assert routes(found) == expected, (a, b)


def test_more_paths_than_shown_are_counted(article: KnowledgeGraph) -> None:
    found = paths(article, "Armenia", "GUUAM", via="memberships", limit=3)
    assert (len(found.paths), found.count) == (3, 10)


def test_only_what_is_near_is_read(chain: Path) -> None:
    """Far from the two ends, nothing is asked for."""
    graph = package.load(chain)
    asked: list[str] = []
    select = graph.source.select

    def listening(query: str) -> Iterator[Any]:
        asked.append(query)
        return select(query)

    assert graph.names
    graph.source.select = listening  # type: ignore[method-assign]
    assert routes(paths(graph, "A", "B")) == {("A", "X", "B")}
    assert asked
    assert not any("state/D" in query or "body/Z" in query for query in asked)


@pytest.mark.parametrize("via", ["all", "memberships"])
def test_shortcuts_alone_are_enough(chain: Path, via: str) -> None:
    graph = package.load(chain)
    assert routes(paths(graph, "A", "C", via=via)) == {("A", "X", "B", "Y", "C")}
    assert paths(graph, "A", "D", via=via).length is None


def test_bad_requests(article: KnowledgeGraph) -> None:
    with pytest.raises(InvalidRequest, match="two entities"):
        paths(article, "CST", "CST")
    with pytest.raises(InvalidRequest, match="--via takes all or memberships"):
        paths(article, "CST", "CIS", via="road")


# The command


def test_json_has_the_steps(blocs: Run) -> None:
    done = blocs("path", "from", "Armenia", "to", "CIS", "DMC", "--format", "json")
    answer = json.loads(done.out)
    assert (done.code, answer["from"], answer["to"], answer["length"], answer["count"]) == (
        0,
        "armenia",
        "cis-dmc",
        1,
        1,
    )
    (step,) = answer["paths"][0]
    assert (step["from"], step["relation"], step["to"], step["basis"]) == (
        "armenia",
        "is a member of",
        "cis-dmc",
        "derived",
    )
    assert step["evidence"][0]["paragraph"]


def test_no_connection_is_an_answer(blocs: Run) -> None:
    done = blocs("path", "UN", "Russia", "--via", "memberships", "--format", "table")
    assert done.code == 0
    assert "No memberships connect UN and Russia." in done.out
    answer = json.loads(blocs("path", "UN", "Russia", "--via", "memberships", "--format", "json").out)
    assert (answer["connected"], answer["length"], answer["paths"]) == (False, None, [])


def test_steps_read_as_sentences(blocs: Run) -> None:
    shown = blocs("path", "Ivanov", "Abkhazia", "-v", "--format", "table").out
    assert re.search(
        r"1 +Sergei Ivanov\n +├→ is Defense Minister of Russia  stated \[1\]", re.sub(r" +\n", "\n", shown)
    )
    assert "In reality, there are only Russian peacekeepers" in " ".join(shown.split())
    rows = blocs("path", "Armenia", "GUUAM").out.splitlines()
    assert rows[0].split("\t") == ["path", "step", "from", "relation", "to", "basis", "evidence"]
    assert rows[1].split("\t")[:6] == ["1", "1", "armenia", "is a member of", "cis", "derived"]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["Armenia"], "two different entities must be named, and these are 1: Armenia"),
        (["Armenia", "Narnia"], "unknown entity 'Narnia'"),
        (["Armenia", "CST", "CIS"], "these are 3"),
        (["Armenia", "CST", "--via", "road"], "--via takes"),
    ],
)
def test_bad_requests_are_one_line(blocs: Run, words: list[str], message: str) -> None:
    done = blocs("path", *words)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
