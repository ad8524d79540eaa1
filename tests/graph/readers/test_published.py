"""Published data sets by name, on rows made after their codebooks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import SHARED, TEST_DATA

Blocs = Callable[..., Any]

ATOP = TEST_DATA / "tables" / "atop5_1m.csv"


def partners(blocs: Blocs, store: Path, obligation: str, date: str) -> list[str]:
    given = ["-p", "state=Russia", "-p", f"obligation={obligation}", "-p", f"date={date}"]
    found = blocs("query", "pact-partners", *given, "--store", store, "--format", "csv")
    assert found.code == 0, found.err
    return [line.split(",")[0].rpartition("/")[2] for line in found.out.splitlines()[1:]]


def test_who_shares_an_obligation(blocs: Blocs, tmp_path: Path) -> None:
    store = tmp_path / "s"
    done = blocs("import", "atop", ATOP, "--store", store)
    assert done.code == 0 and "columns not read: active" in done.err
    assert partners(blocs, store, "defense", "1995") == ["armenia", "georgia"]
    assert partners(blocs, store, "defense", "2012") == ["armenia"]
    assert partners(blocs, store, "nonaggression", "2012") == ["armenia", "china"]
    assert partners(blocs, store, "offense", "2012") == []
    assert "Leeds" in blocs("cite", "--store", store).out
    assert blocs("check", "--store", store).code == 0
    info = blocs("info", "--store", store).out
    assert "columns not read: active" in info and "6 rows made 6 memberships" in info


def test_a_table_is_of_the_data_set_or_refused(blocs: Blocs, tmp_path: Path) -> None:
    pairs = tmp_path / "atop5_1dy.csv"
    pairs.write_text("dyad,mem1,mem2,year,atopally\n2020,2,20,1990,1\n")
    other = blocs("import", "atop", pairs, "--dry-run")
    assert other.code == 2 and "a row for each pair of states" in other.err
    wrong = blocs("import", "cow-alliances", ATOP, "--dry-run")
    assert wrong.code == 2 and "it is read by: blocs import atop" in wrong.err
    assert "2018" in blocs("who", "ATOP 4025", "--data", ATOP, "--format", "json").out


def test_parties_begin_when_it_is_in_force(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "memberships.csv"
    table.write_text(
        "manyID,Title,Begin,stateID,StateName,StateSignature,StateRatification,StateForce,StateEnd\n"
        "X1,Treaty A,1990-01-01,FRA,France,1990-01-02,1991-02-03,1992-01-01,NA\n"
        "X1,Treaty A,1990-01-01,ITA,Italy,1990-01-02,1991-01-01..1991-12-31,NA,2001\n"
    )
    assert blocs("import", "many", table, "--store", tmp_path / "s").code == 0
    found = {}
    for year in ("1990", "1991", "1993", "2002"):
        out = blocs("who", "Treaty A", "--as-of", year, "--store", tmp_path / "s").out
        found[year] = [line.split("\t")[0] for line in out.splitlines()[1:] if "\t" in line]
    assert found == {"1990": [], "1991": ["italy"], "1993": ["france", "italy"], "2002": ["france"]}


def test_wikidata_results_keep_their_ids(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "query.csv"
    table.write_text(
        "country,countryLabel,organization,organizationLabel,start,end\n"
        "http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO,1949-01-01T00:00:00Z,\n"
    )
    done = blocs("import", "wikidata", table, "--store", tmp_path / "s")
    assert done.code == 0 and "1 membership begins on 1 January" in done.err
    query = "SELECT ?m { :france skos:exactMatch ?m }"
    assert "http://www.wikidata.org/entity/Q142" in blocs("query", "-e", query, "--store", tmp_path / "s").out


def test_dyads_of_cow_are_refused(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "d.csv").write_text("ccode1,ccode2,year,un\n2,20,1990,1\n")
    found = blocs("import", "cow-igo", tmp_path / "d.csv", "--store", tmp_path / "s")
    assert found.code == 2 and "dyadic" in found.err


@pytest.mark.skipif(not (SHARED / "cow-igo").is_dir(), reason="needs ../shared/cow-igo, which is not here")
def test_both_forms_of_cow_igo_are_the_same_data() -> None:
    from blocs.graph.readers.cow_tables import read_cow

    folder = SHARED / "cow-igo"
    by_state = read_cow(folder / "state_year_format3.csv.gz")
    by_body = read_cow(folder / "igo_year_format3.csv.gz")
    assert len(by_state.cells) == len(by_body.cells) == 217
    assert sorted(by_state.columns) == sorted(by_body.columns)
    assert by_body.repaired["International Renewable Energy AgencyÊ"] == "International Renewable Energy Agency"
    named = [name for one in by_body.organizations.values() for name in (one.label, *one.aliases)]
    assert any(name.startswith("Conférence des ministres de la jeunesse") for name in named)
    assert not any("\x80" <= sign <= "\x9f" for name in named for sign in name)


def test_igor_is_of_every_fifth_year_until_1965(blocs: Blocs, tmp_path: Path) -> None:
    years = {1950: 0, 1955: 1, 1960: 1, 1965: 1, 1966: -9, 1967: 3}
    lines = [f"UN,325,italy,Italy,{year},{value},United Nations" for year, value in years.items()]
    lines += [f"UN,220,france,France,{year},1,United Nations" for year in years]
    table = tmp_path / "members.csv"
    table.write_text("\n".join(["ioname,ccode,state,statenme,year,value,orgname", *lines, ""]))
    done = blocs("import", "igor", table, "--store", tmp_path / "s")
    assert done.code == 0 and "until 1965 the data are of every fifth year" in done.err
    found = blocs("timeline", "--store", tmp_path / "s", "--format", "csv").out.splitlines()[1:]
    spans = sorted((cells[3], cells[0], cells[1], cells[6]) for cells in (line.split(",") for line in found))
    assert spans == [
        ("france", "1950", "1967", "full"),
        ("italy", "1955", "1965", "full"),
        ("italy", "1967", "1967", "observer"),
    ]
    assert "Pevehouse" in blocs("cite", "--store", tmp_path / "s").out


def test_years_that_a_panel_leaves_out_are_named(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "panel.csv"
    table.write_text("country,igo,year\nA,B,1990\nA,B,1991\nA,B,1995\nC,B,1991\n")
    assert "the table says nothing of 1992–1994" in blocs("import", "csv", table, "--dry-run").out


def test_who_has_only_signed_is_no_party(blocs: Any, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "stateID,treatyID,Title,Begin,StateSignature,StateRatification,StateForce,StateEnd\n"
        "FRA,P_1990,Pact,1990-01-01,1990-01-01,1992-01-01,1992-02-02,NA\n"
        "ITA,P_1990,Pact,1990-01-01,1990-01-01,NA,NA,NA\n",
        encoding="utf-8",
    )
    done = blocs("import", "many", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "skipped: 'signed, without a date of force, ratification or accession' (1)" in done.err
    assert "FRA is France" in done.err and "in no list" not in done.err
    assert "Italy" not in blocs("who", "Pact", "--as-of", "any", "--store", tmp_path / "s").out
