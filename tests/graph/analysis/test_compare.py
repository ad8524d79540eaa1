"""Where two sources disagree about the same membership."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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
        ("atlantis", "cst", "nothing", "full (1900–)"),
        ("belarus", "cst", "full", "nothing"),
        ("kazakhstan", "cst", "full", "nothing"),
        ("tajikistan", "cst", "full", "nothing"),
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
    assert differences(found) == {
        ("myanmar", "loas", "observer", "full"),
        ("congo-2", "loas", "full", "nothing"),
        ("nigeria", "loas", "full", "nothing"),
    }
    assert (
        "2 states and 1 body are in both"
        in blocs("compare", tmp_path / "t.csv", tmp_path / "e.ttl", "--as-of", "any", "--format", "table").out
    )
    spelt = blocs("compare", tmp_path / "t.csv", tmp_path / "e.ttl", "--as-of", "any", "--no-reconcile")
    assert differences(spelt) == set()
    assert "Nothing to compare" in spelt.err


def test_two_spellings_in_tables_are_two_states_where_nothing_is_to_be_joined(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("country,body,role\nBurma,Alpha Pact,full\n")
    (tmp_path / "b.csv").write_text("country,body,role\nMyanmar,Alpha Pact,observer\n")
    assert differences(blocs("compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", "any")) != set()
    spelt = blocs("compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", "any", "--no-reconcile")
    assert differences(spelt) == {
        ("burma", "alpha-pact", "full", "nothing"),
        ("myanmar", "alpha-pact", "nothing", "observer"),
    }


MEMBERS, BODIES = ("Fredonia", "Sylvania", "Ruritania"), ("Alpha Pact", "Beta Pact")
YEARS = st.integers(1990, 1995)
ROWS = st.lists(
    st.tuples(st.sampled_from(MEMBERS), st.sampled_from(BODIES), YEARS, st.one_of(st.none(), YEARS)).filter(
        lambda row: row[3] is None or row[2] <= row[3]
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row[:2],
)


def held(rows: Iterable[tuple[str, str, int, int | None]], year: int) -> set[tuple[str, str]]:
    return {(member, body) for member, body, start, end in rows if start <= year <= (end or 9999)}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ROWS, ROWS, YEARS)
def test_whoever_is_in_a_body_by_one_table_alone_is_a_difference(
    blocs: Callable[..., Any], tmp_path: Path, one: list[Any], other: list[Any], year: int
) -> None:
    """The tables agree on a day if and only if the same members are in the bodies that both have rows of."""
    for name, rows in (("a.csv", one), ("b.csv", other)):
        lines = (f"{member},{body},{start},{end or ''}" for member, body, start, end in rows)
        (tmp_path / name).write_text("\n".join(["country,body,start,end", *lines]) + "\n", encoding="utf-8")
    both = {row[1] for row in one} & {row[1] for row in other}
    alone = held(one, year) ^ held(other, year)
    asked = ["compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", str(year), "--format", "json"]
    found = json.loads(blocs(*asked).out)

    def slugs(pairs: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        return {(member.lower(), body.lower().replace(" ", "-")) for member, body in pairs}

    assert {(row["member"], row["body"]) for row in found["differences"]} == slugs(
        pair for pair in alone if pair[1] in both
    )
    everything = json.loads(blocs(*asked, "--everything").out)
    assert {(row["member"], row["body"]) for row in everything["differences"]} == slugs(alone)
    spans = [{row[:2]: row[2:] for row in rows} for rows in (one, other)]
    others = {pair for pair in held(one, year) & held(other, year) if spans[0][pair] != spans[1][pair]}
    assert {(row["member"], row["body"]) for row in found["dates"]} == slugs(others)


@pytest.mark.parametrize(
    ("one", "other", "date", "expected"),
    [
        ("Ivory Coast,ECOWAS,1975,", "Ghana,ECOWAS,1975,\nIvory Coast,ECOWAS,1976,", "1975", "ivory-coast"),
        ("Burma,Colombo Plan,1952,1990", "Burma,Colombo Plan,1952,1980", "1985", "myanmar"),
    ],
)
def test_a_body_is_compared_at_a_date_at_which_one_source_has_nobody_in_it(
    blocs: Callable[..., Any], tmp_path: Path, one: str, other: str, date: str, expected: str
) -> None:
    for name, rows in (("a.csv", one), ("b.csv", other)):
        (tmp_path / name).write_text(f"country,organization,start,end\n{rows}\n")
    found = differences(blocs("compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", date))
    assert expected in {row[0] for row in found}


def test_it_is_said_of_what_day_sources_agree_and_that_their_dates_do_not(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text("country,organization,start\nBurma,Colombo Plan,1952\nIndia,Colombo Plan,1952\n")
    (tmp_path / "b.csv").write_text("country,organization,start\nBurma,Colombo Plan,1962\nIndia,Colombo Plan,1952\n")
    asked = ("compare", tmp_path / "a.csv", tmp_path / "b.csv", "--as-of", "1970")
    found = blocs(*asked)
    assert differences(found) == set()
    assert "As of 1970 the sources agree" in found.err
    assert "1 membership has other dates in each source (--dates shows them): Burma in Colombo Plan." in found.err
    assert differences(blocs(*asked, "--dates")) == {("myanmar", "colombo", "full (1952–)", "full (1962–)")}


def test_members_that_are_no_states_are_compared_too(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("person,organization\nAnn Lee,Harbour Party\nBo Ray,Harbour Party\n")
    (tmp_path / "b.csv").write_text("person,organization\nAnn Lee,Harbour Party\n")
    found = differences(blocs("compare", tmp_path / "a.csv", tmp_path / "b.csv"))
    assert {row[0] for row in found} == {"bo-ray"}
