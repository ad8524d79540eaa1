"""Where two sources disagree about the same membership."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

TABLE = """state,igo,role,start,end
Armenia,CST,full,1994,
Kyrgyz Republic,CST,full,1994,
Russia,CST,observer,1994,
Georgia,CST,full,1993,1999
Uzbekistan,CST,full,1994,
Turkmenistan,CST,full,1994,
Atlantis,CST,full,1900,
Belarus,Union State,full,1999,
"""


@pytest.fixture
def table(blocs: Callable[..., Any], tmp_path: Path) -> Path:
    (tmp_path / "m.csv").write_text(TABLE, encoding="utf-8")
    assert blocs("import", "csv", tmp_path / "m.csv", "--store", tmp_path / "s", "--date", "2001").code == 0
    return tmp_path / "s"


def differences(result: Any) -> set[tuple[str, ...]]:
    assert result.code == 0, result.err
    return {tuple(line.split("\t")) for line in result.out.splitlines()[1:]}


def test_differences_are_roles_denials_and_silence(blocs: Callable[..., Any], table: Path) -> None:
    assert differences(blocs("compare", "built-in", table)) == {
        ("russia", "cst", "full", "observer (1994–)"),
        ("uzbekistan", "cst", "not a member", "full (1994–)"),
        ("turkmenistan", "cst", "nothing", "full (1994–)"),
        ("belarus", "cst", "full", "nothing"),
    }
    later = differences(blocs("compare", "built-in", table, "--as-of", "1998"))
    assert ("georgia", "cst", "not a member", "full (1993–1999)") in later


def test_both_pieces_of_evidence_are_shown(blocs: Callable[..., Any], table: Path) -> None:
    found = json.loads(blocs("compare", "built-in", table, "--format", "json").out)
    by_member = {one["member"]: one for one in found["differences"]}
    assert "Uzbekistan does not belong" in by_member["uzbekistan"]["one"]["evidence"][0]["quote"]
    assert by_member["uzbekistan"]["other"]["evidence"][0]["source"] == "m.csv"
    shown = blocs("compare", "built-in", table, "-v", "--format", "table").out
    assert "Uzbekistan in CST – built-in: “" in shown


def test_a_source_agrees_with_itself(blocs: Callable[..., Any], table: Path) -> None:
    for source in ("built-in", table):
        assert differences(blocs("compare", source, source)) == set()


def test_the_article_and_the_correlates_of_war_differ_on_ukraine(
    blocs: Callable[..., Any], shared: Path, tmp_path: Path
) -> None:
    cow = shared / "cow-igo"
    tables = [cow / "state_year_format3.csv.gz", "--organizations", cow / "igo_year_format3.csv.gz"]
    store = ["--states", cow / "states2016.csv", "--store", tmp_path / "cow"]
    assert blocs("import", "cow-igo", *tables, *store).code == 0
    found = differences(blocs("compare", "built-in", tmp_path / "cow"))
    assert found == {("ukraine", "cis", "full", "associate (1993–)")}


@pytest.mark.parametrize("source", ["nowhere.ttl", "no-such-folder/"])
def test_what_is_no_source(blocs: Callable[..., Any], source: str) -> None:
    result = blocs("compare", "built-in", source)
    assert result.code in (1, 2) and result.out == "" and result.err.count("\n") == 1


ELSEWHERE = """@prefix ex: <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dcterms: <http://purl.org/dc/terms/> . @prefix blocs: <https://w3id.org/blocs/ns#> .
ex:a a schema:Country ; skos:prefLabel "Burma" . ex:b a schema:Country ; skos:prefLabel "Niger" .
ex:c a schema:Country ; skos:prefLabel "Congo-Kinshasa" .
ex:l a org:Organization ; skos:prefLabel "League of Arab States" .
ex:m a org:Membership ; org:member ex:a ; org:organization ex:l ; blocs:basis blocs:stated ; dcterms:source ex:s .
ex:n a org:Membership ; org:member ex:c ; org:organization ex:l ; blocs:basis blocs:stated ; dcterms:source ex:s .
"""


def test_states_and_bodies_are_compared_and_not_their_spellings(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "e.ttl").write_text(ELSEWHERE)
    rows = "Myanmar,Arab League,observer\nNigeria,Arab League,full\nZaire,Arab League,full\nCongo,Arab League,full\n"
    (tmp_path / "t.csv").write_text("state,igo,role\n" + rows)
    found = blocs("compare", tmp_path / "t.csv", tmp_path / "e.ttl", "--as-of", "any")
    assert differences(found) == {("myanmar", "loas", "observer", "full")}
    assert (
        "2 states and one body are in both"
        in blocs("compare", tmp_path / "t.csv", tmp_path / "e.ttl", "--as-of", "any", "--format", "table").out
    )
    spelt = blocs("compare", tmp_path / "t.csv", tmp_path / "e.ttl", "--as-of", "any", "--no-reconcile")
    assert differences(spelt) == set()


def test_two_spellings_in_tables_are_two_states_where_nothing_is_to_be_joined(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("country,body,role\nBurma,Alpha Pact,full\n")
    (tmp_path / "b.csv").write_text("country,body,role\nMyanmar,Alpha Pact,observer\n")
    assert differences(blocs("compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", "any")) != set()
    spelt = blocs("compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", "any", "--no-reconcile")
    assert differences(spelt) == set()
    assert "no state" in spelt.out + spelt.err
