"""Codes of states in columns, held against the lists that publish them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pycountry
import pytest
from blocs.graph.errors import InvalidRequest
from blocs.graph.model.entities import Entity
from blocs.graph.model.known.authority import authority
from blocs.graph.model.known.codes import CODES, StateCodes, codes_named

Blocs = Callable[..., Any]


def entity(state_id: str) -> Entity:
    """A node as a graph without any codes has it."""
    state = authority()[state_id]
    return Entity(state.iri, state.id, state.label, "state")


def rows(result: Any) -> list[dict[str, str]]:
    assert result.code == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


# Gleditsch and Ward, Interstate System Membership (iisystem.dat), and Correlates of War, states2016: number and years.
BY_YEAR = [
    ("germany", 1900, 255, 255),
    ("germany", 1945, 255, 255),
    ("germany", 1991, 255, 260),
    ("german-federal-republic", 1970, 260, 260),
    ("german-democratic-republic", 1970, 265, 265),
    ("yugoslavia", 1900, 345, 340),
    ("yugoslavia", 1950, 345, 345),
    ("yugoslavia", 2010, 345, 340),
    ("russia", 1970, 365, 365),
    ("vietnam", 1980, 816, 816),
    ("nauru", 2005, 970, 971),
    ("kiribati", 2005, 946, 970),
    ("tonga", 2005, 955, 972),
    ("tuvalu", 2005, 947, 973),
]


@pytest.mark.parametrize(("state_id", "year", "cow", "gw"), BY_YEAR)
def test_numbers_are_those_of_the_year(state_id: str, year: int, cow: int, gw: int) -> None:
    assert StateCodes(codes_named("cow,gw")).of(entity(state_id), year) == (cow, gw)


def test_a_year_in_which_the_list_does_not_have_the_state_gives_no_code_of_several() -> None:
    assert StateCodes(codes_named("gw,gwc")).of(entity("germany"), 1970) == (None, None)
    assert StateCodes(codes_named("gw,gwc")).of(entity("germany")) == (260, "GFR")


def test_every_code_of_iso_is_that_of_iso() -> None:
    coded = StateCodes(codes_named("iso2,iso3,ison"))
    found = {}
    for state in authority().states:
        two, three, number = coded.of(entity(state.id))
        if two is not None:
            found[two] = (three, number)
    for two, (three, number) in found.items():
        listed = pycountry.countries.get(alpha_2=two)
        if listed is None:
            assert (two, three, number) == ("XK", "XKX", None)  # Kosovo's are in use and not assigned
        else:
            assert (three, number) == (listed.alpha_3, int(listed.numeric))
    assert len(found) > 195


def test_every_number_of_cow_is_that_of_cow(blocs: Blocs, shared: Path, cow_store: Path) -> None:
    with (shared / "cow-igo" / "states2016.csv").open(encoding="utf-8") as file:
        listed = {row["statenme"]: (row["ccode"], row["stateabb"]) for row in csv.DictReader(file)}
    made = rows(blocs("list", "states", "--codes", "cow,cowc", "--store", cow_store, "--format", "csv"))
    assert len(made) > 190
    names = {row["label"]: (row["cown"], row["cowc"]) for row in made}
    assert {name: names[name] for name in names if name in listed} == {
        name: listed[name] for name in names if name in listed
    }
    assert {number for number, _ in names.values()} <= {number for number, _ in listed.values()}


def test_codes_have_columns_in_every_command_and_format(blocs: Blocs, tmp_path: Path) -> None:
    asked = ["--codes", "cow,gw,iso3,iso2"]
    armenia = {"cown": "371", "gwn": "371", "iso3c": "ARM", "iso2c": "AM"}
    for command in (["list", "states"], ["who", "CST"], ["search", "armenia"]):
        made = rows(blocs(*command, *asked, "--format", "csv"))
        assert next(row for row in made if row["id"] == "armenia").items() >= armenia.items()
        line = json.loads(blocs(*command, *asked, "--format", "jsonl").out.splitlines()[0])
        assert (line["cown"], line["iso2c"]) == (371, "AM")
    member = json.loads(blocs("who", "CST", *asked, "--format", "json").out)["answer"]["entities"][0]
    assert (member["cown"], member["gwn"], member["iso3c"]) == (371, 371, "ARM")
    exported = blocs("export", "--format", "csv", *asked, "-o", tmp_path / "out.csv")
    assert exported.code == 0
    text = (tmp_path / "out.csv").read_text(encoding="utf-8")
    row = next(row for row in csv.DictReader(io.StringIO(text)) if row["member_id"] == "armenia")
    assert row.items() >= armenia.items()
    nodes = rows(blocs("export", "--format", "csv-nodes", *asked))
    assert next(row for row in nodes if row["id"] == "armenia").items() >= armenia.items()
    assert next(row for row in nodes if row["id"] == "cst")["cown"] == ""


def test_what_is_no_state_has_no_code(blocs: Blocs) -> None:
    bodies = [
        json.loads(line) for line in blocs("list", "bodies", "--codes", "iso3", "--format", "jsonl").out.splitlines()
    ]
    assert bodies and {row["iso3c"] for row in bodies} == {None}


def test_pairs_have_a_column_for_each(blocs: Blocs) -> None:
    found = rows(blocs("panel", "2001", "Armenia", "Georgia", "--codes", "cow,iso2", "--format", "csv"))
    assert found == [
        {"year": "2001", "a": "armenia", "b": "georgia", "cown1": "371", "cown2": "372", "iso2c1": "AM", "iso2c2": "GE",
         "shared": "2", "union": "4"}
    ]  # fmt: skip
    pair = rows(blocs("overlap", "Armenia", "Georgia", "--codes", "cow,iso2", "--format", "csv"))[0]
    assert [pair[name] for name in ("a", "b", "cown1", "cown2", "iso2c1", "iso2c2")] == [
        *("armenia", "georgia", "371", "372", "AM", "GE")
    ]  # fmt: skip


def test_a_panel_has_the_codes_of_its_years(blocs: Blocs, cow_store: Path) -> None:
    words = ["panel", "1938:1995", "Germany", "France", "--codes", "gw,cow", "--store", cow_store, "--format", "csv"]
    found = {row["year"]: (row["gwn2"], row["cown2"]) for row in rows(blocs(*words)) if row["b"] == "germany"}
    assert (found["1938"], found["1995"]) == (("255", "255"), ("260", "255"))
    alone = rows(
        blocs("panel", "1938:1995", "Germany", "France", "--codes", "gw", "--store", cow_store, "--format", "csv")
    )
    assert {row["b"] for row in alone if row["year"] == "1938"} == {"255"}
    assert {row["b"] for row in alone if row["year"] == "1995"} == {"260"}


def test_a_table_without_codes_has_those_of_the_list(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("country,organization\nFrance,Club\nCôte d'Ivoire,Club\nNowhereland,Club\n")
    made = rows(blocs("who", "Club", "--codes", "cow,iso3", "--data", tmp_path / "t.csv", "--format", "csv"))
    # France 220 and Côte d'Ivoire 437 by COW's list of states.
    assert {(row["label"], row["cown"], row["iso3c"]) for row in made} == {
        ("Côte d'Ivoire", "437", "CIV"),
        ("France", "220", "FRA"),
        ("Nowhereland", "", ""),
    }


def test_a_graphs_own_codes_come_before_those_of_the_list() -> None:
    here = Entity("https://example.org/1", "1", "Freedonia", "state", codes={"iso3": "FRD", "cow": "999"})
    assert StateCodes(CODES).of(here) == (999, None, None, None, None, "FRD", None)
    georgia = Entity("https://example.org/ga", "ga", "Georgia", "state", codes={"iso2": "GA", "cow": "372"})
    assert StateCodes(codes_named("iso2,iso3")).of(georgia) == ("GA", None)  # Gabon's and Georgia's: of neither


def test_columns_of_numbers_are_numbers_in_files_of_other_programs(blocs: Blocs, tmp_path: Path) -> None:
    import pandas

    assert blocs("list", "--codes", "cow,iso3", "-o", tmp_path / "list.dta").code == 0
    frame = pandas.read_stata(tmp_path / "list.dta")
    of_states = frame[frame["kind"] == "state"]
    assert of_states["cown"].dtype.kind in "if" and of_states["cown"].min() == 359
    assert frame[frame["kind"] == "body"]["cown"].isna().all()


def test_a_code_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidRequest) as refused:
        codes_named("cow,fips")
    assert str(refused.value) == "--codes takes cow, cowc, gw, gwc, iso2, iso3, ison, not 'fips'"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["upset", "--codes", "cow,iso3"], "a combination has no columns for several codes; use --codes cow"),
        (
            ["overlap", "--by", "body", "--codes", "cow,gw"],
            "several codes stand beside states; of bodies use one: --codes cow",
        ),
        (["export", "--format", "graphml", "--codes", "cow"], "--codes is not for graphml; it is for: csv csv-nodes"),
        (
            ["panel", "2000", "--columns-as", "peacesciencer", "--codes", "cow,gw"],
            "peacesciencer knows states by COW codes",
        ),
    ],
    ids=str,
)
def test_codes_where_they_have_no_place_are_refused(blocs: Blocs, words: list[str], said: str) -> None:
    refused = blocs(*words)
    assert (refused.code, refused.out) == (2, "") and said in refused.err
