"""Two nodes made one: by import, where they are one state, and by hand, where it can be undone."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import BUILT_IN
from pyoxigraph import RdfFormat, Store, parse

Blocs = Callable[..., Any]

FIRST = "member,organization,start,end,quote\nBurma,ASEAN,1997,,first\nChile,UNASUR,2008,2018,\n"
SECOND = "country,igo,start,end,quote\nMyanmar,ASEAN,1997,,second\nMyanmar,Colombo Plan,1952,,\n"
RDF = """@prefix ex: <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:bu a schema:Country ; skos:prefLabel "Burma" . ex:ge a schema:Country ; skos:prefLabel "Georgia" .
ex:ga a schema:Country ; skos:prefLabel "Georgia" . ex:blue a org:Organization ; skos:prefLabel "Blue Union" .
ex:m a org:Membership ; org:member ex:bu ; org:organization ex:blue ; schema:startDate "1950"^^xsd:gYear .
ex:n a org:Membership ; org:member ex:ge ; org:organization ex:blue .
ex:ge <http://www.w3.org/2002/07/owl#differentFrom> ex:ga .
"""


@pytest.fixture
def store(blocs: Blocs, tmp_path: Path) -> Path:
    for name, text in (("first.csv", FIRST), ("second.csv", SECOND)):
        (tmp_path / name).write_text(text)
        assert blocs("import", "csv", tmp_path / name, "--store", tmp_path / "s").code == 0
    return tmp_path / "s"


def states(blocs: Blocs, *source: object) -> dict[str, str]:
    found = blocs("list", "states", *source)
    assert found.code == 0, found.err
    return {line.split("\t")[1]: line.split("\t")[2] for line in found.out.splitlines()[1:]}


def content(store: Path) -> set[str]:
    """All that a store says, as its database has it."""
    manifest = json.loads((store / "blocs-store.json").read_text())
    return {str(quad) for quad in Store.read_only(str(store / manifest["generation"] / "db"))}


def test_one_state_of_two_sources_is_one_node_with_the_evidence_of_both(blocs: Blocs, store: Path) -> None:
    assert states(blocs, "--store", store) == {"myanmar": "Myanmar", "chile": "Chile"}
    found = json.loads(blocs("who", "ASEAN", "--store", store, "--as-of", "2000", "--format", "json").out)
    quotes = {item["quote"] for entity in found["answer"]["entities"] for item in entity["evidence"]}
    assert quotes >= {"first", "second"}
    assert blocs("show", "Burma", "--store", store).code == 0


def test_the_order_of_imports_changes_nothing(blocs: Blocs, store: Path, tmp_path: Path) -> None:
    for name in ("second.csv", "first.csv"):
        assert blocs("import", "csv", tmp_path / name, "--store", tmp_path / "other").code == 0
    assert content(store) == content(tmp_path / "other")


def test_two_files_of_one_question_are_joined_too(blocs: Blocs, store: Path, tmp_path: Path) -> None:
    files = ("--data", tmp_path / "first.csv", "--data", tmp_path / "second.csv")
    assert states(blocs, *files) == {"myanmar": "Myanmar", "chile": "Chile"}


def test_states_of_rdf_are_joined_where_another_source_has_them(blocs: Blocs, store: Path, tmp_path: Path) -> None:
    (tmp_path / "b.ttl").write_text(RDF)
    assert blocs("import", "rdf", tmp_path / "b.ttl", "--store", tmp_path / "alone").code == 0
    assert set(states(blocs, "--store", tmp_path / "alone")) == {"bu", "ge", "ga"}
    done = blocs("import", "rdf", tmp_path / "b.ttl", "--store", store)
    assert "Burma is Myanmar" in done.err
    # Two nodes by one name that their source keeps apart; nobody says which is the state.
    assert set(states(blocs, "--store", store)) == {"myanmar", "chile", "ge", "ga"}
    assert "\nmyanmar\t" in blocs("who", "Blue Union", "--store", store, "--as-of", "1960").out
    assert "Burma is Myanmar" in blocs("info", "--store", store).out
    assert blocs("import", "rdf", tmp_path / "b.ttl", "--store", store, "--no-reconcile").code == 0
    assert set(states(blocs, "--store", store)) == {"myanmar", "chile", "bu", "ge", "ga"}


def test_a_merge_holds_for_later_imports_and_can_be_undone(blocs: Blocs, store: Path, tmp_path: Path) -> None:
    before = content(store)
    assert blocs("merge", "--force", "Chile", "Burma", "--store", store, "--dry-run").code == 0
    assert content(store) == before
    done = blocs("merge", "--force", "Chile", "Burma", "--store", store)
    assert done.code == 0 and "Myanmar (myanmar) is one with Chile (chile), which gets its 3 memberships" in done.out
    assert states(blocs, "--store", store) == {"chile": "Chile"}
    assert "Myanmar into Chile" in blocs("info", "--store", store).out
    assert blocs("import", "csv", tmp_path / "second.csv", "--store", store).code == 0
    assert states(blocs, "--store", store) == {"chile": "Chile"}
    for name in ("Burma", "Myanmar"):
        assert blocs("show", name, "--store", store).out.count("ASEAN") >= 1
    assert blocs("merge", "--undo", "Burma", "Nobody", "--store", store).code == 2
    assert blocs("merge", "--undo", "--store", store).code == 0
    assert content(store) == before
    assert blocs("merge", "--undo", "--store", store).code == 2


def test_merges_that_follow_each_other_are_undone_one_by_one(blocs: Blocs, store: Path) -> None:
    before = content(store)
    assert blocs("merge", "--force", "ASEAN", "UNASUR", "--store", store).code == 0
    between = content(store)
    assert blocs("merge", "--force", "Colombo Plan", "ASEAN", "--store", store).code == 0
    found = blocs("who", "UNASUR", "--store", store, "--as-of", "any").out
    assert {line.split("\t")[0] for line in found.splitlines()[1:]} == {"myanmar", "chile"}
    assert blocs("merge", "--undo", "--store", store).code == 0
    assert content(store) == between
    assert blocs("merge", "--undo", "UNASUR", "ASEAN", "--store", store).code == 0
    assert content(store) == before


def test_memberships_that_say_the_very_same_are_one(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("member,organization,start\nAlba,Pact,1950\nBeta,Pact,1950\nBeta,Pact,1960\n")
    assert blocs("import", "csv", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert blocs("merge", "Alba", "Beta", "--store", tmp_path / "s").code == 0
    found = blocs("show", "Alba", "--store", tmp_path / "s").out
    assert found.count("1950") == 1 and found.count("1960") == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["Chile", "ASEAN"], "only things of one kind can be merged"),
        (["Burma", "Myanmar"], "are one node already"),
        (["Chile", "Burma"], "Chile (chile) and Myanmar (myanmar) are two states of the list; if they are one in your"),
        (["ASEAN", "UNASUR"], "are two bodies of the list; if they are one in your data all the same: --force"),
        (["Chile", "Chlie"], "did you mean Chile"),
        (["Chile"], "merge takes two nodes, not 1"),
        (["Chile", "Burma", "-o", "x.ttl"], "a store is changed in its place"),
    ],
)
def test_what_cannot_be_merged_changes_nothing(blocs: Blocs, store: Path, given: list[str], said: str) -> None:
    before = (store / "blocs-store.json").read_text()
    found = blocs("merge", *given, "--store", store)
    assert found.code in (1, 2) and said in found.err
    assert (store / "blocs-store.json").read_text() == before


def test_a_file_is_merged_into_another(blocs: Blocs, tmp_path: Path) -> None:
    out = tmp_path / "merged.ttl"
    assert blocs("merge", "--force", "CIS", "CST", "--data", BUILT_IN).code == 2
    assert blocs("merge", "--force", "CIS", "CST", "--data", BUILT_IN, "-o", tmp_path / "m.csv").code == 2
    assert blocs("merge", "--force", "CIS", "CST", "--data", BUILT_IN, "-o", out).code == 0
    gone = "<https://w3id.org/blocs/id/cst>"
    about = [quad for quad in parse(out.read_bytes(), RdfFormat.TURTLE) if gone in str(quad)]
    assert [quad.predicate.value.rpartition("#")[2] for quad in about] == ["exactMatch"]
    assert blocs("show", "Collective Security Treaty", "--data", out).out == blocs("show", "CIS", "--data", out).out


_LIMITED = """
import sys, threading, time
from pathlib import Path
from blocs.graph.sources.importing.tables import import_csv
from blocs.terminal.process import limits
limits.guard()
limits.start_clock(600)
def progress(doing, done, size):
    if doing == sys.argv[3] and limits._watch.deadline:
        limits._watch.memory = 1  # as if the memory's limit were passed now
        time.sleep(30)
import_csv(Path(sys.argv[1]), Path(sys.argv[2]), progress=progress)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the memory in use is not known there")
@pytest.mark.parametrize("doing", ["reading", "loading", "saving"])
def test_an_import_that_is_ended_at_a_limit_leaves_nothing(
    blocs: Blocs, store: Path, tmp_path: Path, doing: str
) -> None:
    before = sorted(path.name for path in store.iterdir())
    environment = {**os.environ, "BLOCS_MAX_MEMORY": ""}
    for place in (store, tmp_path / "new"):
        words = [sys.executable, "-c", _LIMITED, str(place), str(tmp_path / "first.csv"), doing]
        done = subprocess.run(words, capture_output=True, text=True, env=environment, timeout=60)
        assert done.returncode == 1 and "GiB of memory" in done.stderr, done.stderr
    assert sorted(path.name for path in store.iterdir()) == before
    assert not (tmp_path / "new").exists()
    assert blocs("list", "--store", store).code == 0
    assert blocs("import", "csv", tmp_path / "first.csv", "--store", store).code == 0


def test_memberships_without_nodes_are_counted(blocs: Blocs, tmp_path: Path) -> None:
    graph = tmp_path / "g.ttl"
    graph.write_text(
        RDF + 'ex:pact a org:Organization ; skos:prefLabel "Pact" . ex:ge org:memberOf ex:blue , ex:pact .'
        ' ex:cl a schema:Country ; skos:prefLabel "Chile" .'
    )
    for gone, said in ((("example.org/ge"), "gets its 2 memberships"), ("Chile", "has no memberships to bring")):
        name = f"http://{gone}" if "/" in gone else gone
        done = blocs("merge", "Burma", name, "--data", graph, "--dry-run", "--force")
        assert done.code == 0 and said in done.out, done.err + done.out
