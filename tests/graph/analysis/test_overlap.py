"""Overlap: the two-mode graph, its projections, and the command."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as package
import networkx as nx
import pytest
from blocs import InvalidRequest, KnowledgeGraph
from blocs.graph.analysis.two_mode import bipartite_graph
from networkx.algorithms import bipartite

Run = Callable[..., Any]

SHORTCUTS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix s: <http://example.org/state/> . @prefix b: <http://example.org/body/> .
s:A org:memberOf b:X, b:Y ; rdfs:label "Aland" .
s:B org:memberOf b:X ; rdfs:label "Bland" .
s:C org:memberOf b:Y, b:Z ; rdfs:label "Cland" .
b:X rdfs:label "Xorg" . b:Y rdfs:label "Yorg" . b:Z rdfs:label "Zorg" .
"""

DATED = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:set a schema:Dataset ; blocs:asOf "2000"^^xsd:gYear .
:a a schema:Country ; skos:prefLabel "A" ; blocs:cowCode "200" .
:b a schema:Country ; skos:prefLabel "B" ; blocs:cowCode "20" .
:c a schema:Country ; skos:prefLabel "C" .
:x a org:Organization ; skos:prefLabel "X" . :y a org:Organization ; skos:prefLabel "Y" .
:eu a org:Organization ; skos:prefLabel "EU" .
[] a org:Membership ; org:member :a ; org:organization :x ; schema:startDate "1990"^^xsd:gYear .
[] a org:Membership ; org:member :b ; org:organization :x ; schema:startDate "1990"^^xsd:gYear ;
  schema:endDate "1995"^^xsd:gYear .
[] a org:Membership ; org:member :b ; org:organization :x ; schema:startDate "1999"^^xsd:gYear .
[] a org:Membership ; org:member :c ; org:organization :x ; org:role blocs:observer .
[] a org:Membership ; org:member :eu ; org:organization :x .
[] a org:Membership ; org:member :a ; org:organization :eu ; schema:endDate "1997-03"^^xsd:gYearMonth .
"""


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    return package.load()


@pytest.fixture
def shortcuts(tmp_path: Path) -> Path:
    path = tmp_path / "shortcuts.ttl"
    path.write_text(SHORTCUTS)
    return path


@pytest.fixture
def dated(tmp_path: Path) -> Path:
    path = tmp_path / "dated.ttl"
    path.write_text(DATED)
    return path


def test_the_two_mode_graph_is_bipartite_and_keeps_what_memberships_say(article: KnowledgeGraph) -> None:
    graph = article.to_networkx()
    members = {node for node, mode in graph.nodes(data="bipartite") if mode == 0}
    assert bipartite.is_bipartite_node_set(nx.Graph(graph.edges), members & set(nx.Graph(graph.edges)))
    assert graph.number_of_edges() == 6 + 5 + 12 + 12
    assert graph.nodes["cst"]["label"] == "Collective Security Treaty"
    assert graph.nodes["cst"]["bipartite"] == 1
    assert graph.edges["armenia", "cst"] == {"basis": "stated", "role": "full", "start": "", "end": ""}
    assert graph.edges["armenia", "cis"]["basis"] == "derived"
    assert "un" in graph, "a body without members is a node without edges"


def test_the_projection_is_that_of_networkx_with_every_measure(article: KnowledgeGraph) -> None:
    found = article.overlap(by="state")
    projected = found.to_networkx()
    peer = bipartite.overlap_weighted_projected_graph(article.to_networkx(), list(projected))
    assert {frozenset(edge) for edge in projected.edges} == {frozenset(edge) for edge in peer.edges}
    for a, b, data in peer.edges(data=True):
        assert projected[a][b]["jaccard"] == pytest.approx(data["weight"])
    assert projected["armenia"]["russia"]["shared_ids"] == ["cis", "cis-dmc", "cst"]


def test_cst_and_guuam_are_disjoint_and_shown(article: KnowledgeGraph) -> None:
    found = article.overlap(by="body")
    pair = next(pair for pair in found.pairs if (pair.a, pair.b) == ("cst", "guuam"))
    assert (pair.shared, pair.union, pair.jaccard, pair.overlap, pair.shared_ids) == (0, 11, 0.0, 0.0, ())
    assert (pair.kappa, pair.pi, pair.s) == pytest.approx((-5 / 6, -121 / 143, -5 / 6))
    assert found.universe == 12
    assert "un" in found.left_out
    assert not found.to_networkx().has_edge("cst", "guuam")


def test_every_pair_of_states_once(article: KnowledgeGraph) -> None:
    pairs = article.overlap().pairs
    assert len(pairs) == len({(p.a, p.b) for p in pairs}) == 12 * 11 // 2
    assert all(p.a < p.b for p in pairs)
    assert list(pairs) == sorted(pairs, key=lambda p: (p.a, p.b))


def test_thresholds_thin_the_pairs_and_the_projection(article: KnowledgeGraph) -> None:
    found = article.overlap(min_shared=3)
    assert len(found.pairs) == 6 * 5 // 2 + 5 * 4 // 2 == found.to_networkx().number_of_edges()
    assert len(article.overlap(measure="jaccard", threshold=0.6).pairs) == 25 + 11


def test_shortcuts_alone_are_enough(shortcuts: Path) -> None:
    graph = package.load(shortcuts)
    pairs = {(p.a, p.b): p for p in graph.overlap().pairs}
    assert {key: p.shared_ids for key, p in pairs.items()} == {("A", "B"): ("X",), ("A", "C"): ("Y",), ("B", "C"): ()}
    assert pairs["B", "C"].overlap == 0.0
    assert {(p.a, p.b): p.shared for p in graph.overlap(by="body").pairs} == {
        ("X", "Y"): 1,
        ("X", "Z"): 0,
        ("Y", "Z"): 1,
    }


def test_dates_roles_and_bodies_that_are_members(dated: Path) -> None:
    graph = package.load(dated)
    now = bipartite_graph(graph)
    assert set(now["x"]) == {"a", "b", "eu (member)"}
    assert now.edges["b", "x"]["start"] == "1999"
    assert bipartite_graph(graph, "any").edges["b", "x"] == {
        "basis": "stated",
        "role": "full",
        "start": "1990",
        "end": "",
    }
    assert set(bipartite_graph(graph, "1997")["x"]) == {"a", "eu (member)"}
    assert set(bipartite_graph(graph, "1997")["eu"]) == {"a"}
    assert set(bipartite_graph(graph, role="observer")["x"]) == {"c"}
    found = graph.overlap(by="state", role="any")
    assert {(p.a, p.b) for p in found.pairs} == {(a, b) for a in "abc" for b in ("b", "c", "eu") if a < b}
    assert found.to_networkx()["a"]["eu"]["weight"] == 1
    assert graph.overlap().left_out == ("c",)
    named = graph.overlap(among=["A", "C"]).pairs[0]
    assert (named.shared, named.overlap, named.jaccard) == (0, None, 0.0)


def test_unknown_ways_to_compare_are_refused(article: KnowledgeGraph) -> None:
    with pytest.raises(InvalidRequest, match="cannot be compared"):
        article.overlap(among=["Armenia", "CST"])
    with pytest.raises(InvalidRequest, match="state or body"):
        article.overlap(by="people")
    with pytest.raises(InvalidRequest, match="full associate observer any"):
        article.overlap(role="guest")
    with pytest.raises(InvalidRequest, match="not a state"):
        article.overlap(among=["Baku", "Armenia"])


# The command


def test_json_is_as_designed(blocs: Run) -> None:
    done = blocs("overlap", "--format", "json")
    answer = json.loads(done.out)
    assert done.code == 0
    assert (answer["by"], answer["as_of"]) == ("state", "2001-05")
    assert answer["pairs"][1] == {
        "a": "armenia",
        "b": "belarus",
        "shared": 3,
        "union": 3,
        "jaccard": 1.0,
        "overlap": 1.0,
        "kappa": 1.0,
        "pi": 1.0,
        "s": 1.0,
        "shared_ids": ["cis", "cis-dmc", "cst"],
    }


def test_csv_has_the_same_columns_unrounded(blocs: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(blocs("overlap", "--format", "csv").out)))
    assert list(rows[0]) == ["a", "b", "shared", "union", "jaccard", "overlap", "kappa", "pi", "s", "shared_ids"]
    answer = json.loads(blocs("overlap", "--format", "json").out)["pairs"]
    for row, pair in zip(rows, answer, strict=True):
        assert (row["a"], row["b"], float(row["overlap"])) == (pair["a"], pair["b"], pair["overlap"])
    assert {row["overlap"] for row in rows} == {"1.0", str(2 / 3)}


def test_what_is_undefined_is_null_and_an_empty_cell(blocs: Run, dated: Path) -> None:
    (pair,) = json.loads(blocs("overlap", "A", "C", "--data", dated, "--format", "json").out)["pairs"]
    assert pair["overlap"] is None
    rows = list(csv.DictReader(io.StringIO(blocs("overlap", "A", "C", "--data", dated, "--format", "csv").out)))
    assert rows[0]["overlap"] == ""


def test_names_decide_what_is_compared(blocs: Run) -> None:
    def pairs(*words: str) -> list[tuple[str, str]]:
        answer = json.loads(blocs("overlap", *words, "--format", "json").out)
        return [(pair["a"], pair["b"]) for pair in answer["pairs"]]

    assert pairs("CST", "CIS", "DMC", "GUUAM") == [("cis-dmc", "cst"), ("cis-dmc", "guuam"), ("cst", "guuam")]
    assert pairs("Russia", "and", "ARM") == [("armenia", "russia")]
    assert len(pairs("Russia")) == 11
    assert all(a < b for a, b in pairs("Russia"))


def test_a_pair_shows_what_is_shared_with_the_sentences(blocs: Run) -> None:
    shown = blocs("overlap", "CST", "GUUAM", "-v", "--format", "table").out
    assert "CST and GUUAM share no member" in shown
    assert "CST member states include Armenia" in shown
    assert "Georgia not in CST, stated" in " ".join(shown.split())
    shown = blocs("overlap", "Armenia", "Azerbaijan", "--format", "table").out
    assert "share 2 of 4 bodies" in shown
    answer = json.loads(blocs("overlap", "Armenia", "Azerbaijan", "-v", "--format", "json").out)
    assert any("11 CIS countries" in e["quote"] for e in answer["pairs"][0]["evidence"])


def test_codes_order_the_pair_by_code(blocs: Run, dated: Path) -> None:
    done = blocs("overlap", "A", "B", "--data", dated, "--codes", "cow", "--format", "csv")
    assert done.out.splitlines()[1].startswith("20,200,1,1,")
    done = blocs("overlap", "Armenia", "Russia", "--codes", "iso3", "--format", "csv")
    assert done.out.splitlines()[1].startswith("ARM,RUS,3,3,1.0,")
    assert "by id: c" in blocs("overlap", "--role", "any", "--data", dated, "--codes", "cow", "--format", "table").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["Armenia", "CST"], "cannot be compared"),
        (["Armenai"], "did you mean"),
        (["--codes", "fips"], "--codes takes cow, cowc, gw, gwc, iso2, iso3, ison, not"),
        (["--measure", "tau"], "unknown measure 'tau'"),
        (["--as-of", "1999-13"], "is not a date"),
        (["--format", "yaml"], "unknown format"),
    ],
)
def test_bad_requests_are_one_line(blocs: Run, words: list[str], message: str) -> None:
    done = blocs("overlap", *words)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
