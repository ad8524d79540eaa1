"""The network: centrality, brokers, communities and bridges, and the command."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any, cast

import blocs as package
import networkx as nx
import pytest
from blocs import InvalidRequest, KnowledgeGraph
from blocs.graph.analysis import network as module
from blocs.graph.analysis.network import Bridge, bridges, communities, network
from blocs.graph.analysis.overlap import Overlap
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.graph import Graph
from hypothesis import given
from hypothesis import strategies as st
from needs import library

Run = Callable[..., Any]

# Two clubs of three, and B, the only one in both V and W. Worked by hand below.
TWO_CLUBS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> .
:a org:memberOf :v . :b org:memberOf :v . :c org:memberOf :v .
:b org:memberOf :w . :d org:memberOf :w . :e org:memberOf :w .
"""


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    return package.load()


@pytest.fixture
def clubs(tmp_path: Path) -> Path:
    path = tmp_path / "clubs.ttl"
    path.write_text(TWO_CLUBS)
    return path


def test_the_only_broker_of_two_clubs(clubs: Path) -> None:
    found = network(package.load(clubs))
    broker, *others = found.actors
    # of the 6 pairs of others, b is between the 4 that cross from club to club: 4/6 on the projection.
    assert (broker.id, broker.degree, broker.strength, broker.bridges) == ("b", 4, 4, 1)
    assert broker.betweenness == pytest.approx(4 / 6)
    assert {(a.degree, a.betweenness, a.brokerage, a.bridges) for a in others} == {(2, 0.0, 0.0, 0)}
    assert found.bridges == (Bridge("b", "v", "w"),)
    # In two modes, b is on all 9 shortest ways between what lies left (a, c, v) and right (d, e, w): no one of five
    # states in two bodies can be on more, so its brokerage is the greatest there is.
    plain = nx.betweenness_centrality(found.overlap.two_mode, normalized=False)
    assert plain["b"] == 9
    assert broker.brokerage == 1.0


def test_bodies_are_tied_by_members(clubs: Path) -> None:
    found = network(package.load(clubs), by="body")
    assert {(a.id, a.degree, a.strength) for a in found.actors} == {("v", 1, 1), ("w", 1, 1)}
    assert len(found.bridges) == 6, "each pair of states in one club shares that club only"


def test_the_article_has_two_communities_around_the_cst_and_guuam(article: KnowledgeGraph) -> None:
    cst, guuam = ({m.id for m in article.members(name)} for name in ("CST", "GUUAM"))
    found = network(article, min_shared=3)
    assert [set(group) for group in found.communities] == [cst, guuam, {"turkmenistan"}]
    assert found.modularity == pytest.approx(
        nx.community.modularity(found.graph, [set(group) for group in found.communities])
    )
    assert found.graph.nodes["armenia"]["community"] == 1
    loose = network(article, method="greedy").communities
    assert any(cst <= set(group) for group in loose)


def test_a_resolution_above_one_gives_more_communities() -> None:
    ring = nx.ring_of_cliques(6, 4)
    nx.set_edge_attributes(ring, 1, "weight")
    named = nx.relabel_nodes(ring, str)
    assert (
        len(communities(named, resolution=0.1)) < len(communities(named)) == 6 < len(communities(named, resolution=9))
    )
    with pytest.raises(InvalidRequest, match="above 0"):
        communities(named, resolution=0)
    with pytest.raises(InvalidRequest, match="louvain greedy"):
        communities(named, method="magic")


def test_where_nothing_is_tied_everyone_is_alone() -> None:
    apart = nx.empty_graph(["b", "a"])
    assert communities(apart) == (("a",), ("b",))


def test_the_answer_does_not_depend_on_the_run() -> None:
    """Sets of names have another order in every process; communities must not."""
    code = "import blocs; from blocs.graph.analysis.network import network; print(network(blocs.load()).communities)"
    said = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


# The command


def test_json_has_nodes_communities_and_bridges(blocs: Run, clubs: Path) -> None:
    answer = json.loads(blocs("network", "--data", clubs, "--as-of", "any", "--format", "json").out)
    assert (answer["by"], answer["as_of"]) == ("state", "any")
    assert answer["nodes"][0]["id"] == "b"
    assert answer["bridges"] == [{"id": "b", "a": "v", "b": "w"}]
    assert sorted(one for group in answer["communities"] for one in group) == list("abcde")


def test_the_table_and_its_notes(blocs: Run, clubs: Path) -> None:
    shown = blocs("network", "--data", clubs, "--format", "table").out
    assert "only b links v and w" in shown
    assert "Groups (modularity" in shown
    assert "Armenia, Belarus, Kazakhstan" in blocs("network", "--min-shared", "3", "--format", "table").out
    columns = "id\tdegree\tstrength\tbetweenness\tbrokerage\tcommunity\tbridges"
    assert blocs("network").out.splitlines()[0] == columns


def test_a_date_before_everything_is_an_answer(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "later.ttl"
    path.write_text(
        """@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
        @prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
        [] a org:Membership ; org:member :a ; org:organization :x ; schema:startDate "1990"^^xsd:gYear ."""
    )
    done = blocs("network", "--data", path, "--as-of", "1700", "--format", "table")
    assert (done.code, "There are no ties" in done.out) == (0, True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--communities", "magic"], "unknown method 'magic'"),
        (["--resolution", "0"], "the resolution must be above 0"),
        (["--by", "people"], "--by takes state or body"),
    ],
)
def test_bad_requests_are_one_line(blocs: Run, words: list[str], message: str) -> None:
    done = blocs("network", *words)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


@pytest.mark.parametrize(("by", "brokerage"), [("state", [0, 0, 0]), ("body", [1])])
def test_one_body_alone(tmp_path: Path, by: str, brokerage: list[float]) -> None:
    path = tmp_path / "one.ttl"
    path.write_text(
        "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> ."
        " :a org:memberOf :x . :b org:memberOf :x . :c org:memberOf :x ."
    )
    assert [actor.brokerage for actor in network(package.load(path), by).actors] == brokerage


def test_only_those_that_are_named_are_in_the_network(article: KnowledgeGraph) -> None:
    found = network(article, among=[article.names.find(name) for name in ("Armenia", "Georgia", "Ukraine")])
    assert sorted(actor.id for actor in found.actors) == ["armenia", "georgia", "ukraine"]


@given(st.lists(st.integers(0, 2**9 - 1), max_size=7))
def test_bridges_are_the_pairs_that_one_alone_has(bits: list[int]) -> None:
    library("scipy")
    ids, things = [f"s{at}" for at in range(len(bits))][::-1], [f"t{at}" for at in range(9)]
    sets = dict(zip(ids, bits, strict=True))
    found = Overlap("state", ALWAYS, "any", 9, sets, things, (), (), {}, "shared", None, 1, cast(Graph, None))
    held = {id_: {thing for at, thing in enumerate(things) if sets[id_] >> (8 - at) & 1} for id_ in ids}
    expected = sorted(
        (alone[0], *pair)
        for pair in combinations(things, 2)
        if len(alone := [id_ for id_ in ids if held[id_] >= set(pair)]) == 1
    )
    for many, rows in ((1, 2), (1, 256), (99, 256)):  # by products of matrices, and one by one
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(module, "_FOR_ARRAYS", many)
            patch.setattr(module, "_ROWS", rows)
            assert [(one.id, one.a, one.b) for one in bridges(found)] == expected
