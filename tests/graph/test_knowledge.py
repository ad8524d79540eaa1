"""The facade: every question of the command line from Python, held against the article and against networkx."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import blocs as package
import networkx as nx
import pytest
from blocs import InvalidRequest, KnowledgeGraph, UnknownName
from needs import library

# As the article has it, paragraphs 1 and 14.
CST = {"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}
GUUAM = {"azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"}
STATES = CST | GUUAM | {"turkmenistan"}


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    return package.load()


def test_a_query_of_ones_own_and_one_that_comes_with_blocs(article: KnowledgeGraph) -> None:
    rows = article.query("SELECT ?s { ?s org:memberOf :guuam }")
    assert {row["s"].value.rpartition("/")[2] for row in rows} == GUUAM
    both = article.query("in-both", {"a": "CST", "b": "cis-dmc"})
    assert {row[0].value.rpartition("/")[2] for row in both} == CST
    with pytest.raises(InvalidRequest, match="1:11"):
        article.query("SELECT ?s { ")
    with pytest.raises(UnknownName, match="in-both"):
        article.query("in-boht")


def test_what_one_entity_is(article: KnowledgeGraph) -> None:
    found = article.describe("Collective Security Treaty")
    assert found.entity.id == "cst"
    assert {str(f.subject).rpartition("/")[2].rstrip(">") for f in found.facts if f.relation == "member"} == CST
    assert article.search("southern shield")[0].entity.id == "southern-shield-2001"


def test_a_panel_has_each_pair_once(article: KnowledgeGraph) -> None:
    rows = list(article.panel(2001, 2001).rows())
    assert sorted((row["a"], row["b"]) for row in rows) == list(combinations(sorted(STATES), 2))
    # All twelve are in the CIS and its DMC; beyond that six are in the CST, five in GUUAM.
    for row in rows:
        together = {row["a"], row["b"]} <= CST or {row["a"], row["b"]} <= GUUAM
        assert row["shared"] == 2 + together
    frame = library("pandas") and article.panel(2001, 2001, among=["Armenia"]).to_pandas()
    assert len(frame) == len(STATES) - 1 and set(frame.columns) == {"year", "a", "b", "shared", "union"}


def test_paths_are_as_short_as_networkx_finds_them(article: KnowledgeGraph) -> None:
    two_mode = article.to_networkx()
    for start, end in (("armenia", "guuam"), ("armenia", "georgia"), ("cst", "guuam")):
        found = article.paths(start, end, via="memberships")
        assert found.length == nx.shortest_path_length(two_mode, start, end)
        assert found.count == len(list(nx.all_shortest_paths(two_mode, start, end)))


def test_a_timeline_is_in_order(article: KnowledgeGraph) -> None:
    dates = [entry.start for entry in article.timeline() if entry.start]
    assert dates == sorted(dates) and dates[0] == "1992-05-15"
    assert {entry.member.id for entry in article.timeline(["CST"]) if entry.member} == CST


def test_two_graphs_differ_where_one_was_changed(article: KnowledgeGraph, tmp_path: Path) -> None:
    table = article.export("csv").decode().splitlines(keepends=True)
    kept = [line for line in table if not line.startswith("Georgia,GUUAM")]
    assert len(kept) == len(table) - 1
    (tmp_path / "changed.csv").write_text("".join(kept))
    found = article.compare(package.load(tmp_path / "changed.csv"))
    assert [(d.member.id, d.body.id, d.first.what, d.second.what) for d in found.differences] == [
        ("georgia", "guuam", "full", "nothing")
    ]


def test_pictures_and_files(article: KnowledgeGraph) -> None:
    assert {node.id for node in article.draw("overlap").nodes} == STATES
    assert {node.id for node in article.draw(focus="GUUAM", only=["states"]).nodes} == GUUAM | {"guuam"}
    assert article.export("csv").count(b"\r\n") == 1 + 12 + 12 + len(CST) + len(GUUAM)
    assert article.network(min_shared=3).communities[:2] == (tuple(sorted(CST)), tuple(sorted(GUUAM)))
    with pytest.raises(InvalidRequest, match="unknown export format"):
        article.export("xlsx")


@pytest.mark.parametrize(
    "call",
    [
        lambda graph: graph.members("NATOO"),
        lambda graph: graph.describe("NATOO"),
        lambda graph: graph.overlap(among=["NATOO"]),
        lambda graph: graph.network(among=["NATOO"]),
        lambda graph: graph.panel(2000, 2001, among=["NATOO"]),
        lambda graph: graph.paths("NATOO", "CST"),
        lambda graph: graph.timeline(["NATOO"]),
        lambda graph: graph.draw(focus="NATOO"),
        lambda graph: graph.export("csv", focus="NATOO"),
    ],
)
def test_a_name_that_is_none_is_named(article: KnowledgeGraph, call: Callable[[KnowledgeGraph], object]) -> None:
    with pytest.raises(package.UnknownName, match="NATOO"):
        call(article)
