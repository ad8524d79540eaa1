"""Published data sets by name, on rows made after their codebooks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
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


def lines(path: Path, kind: str, text: str) -> tuple[list[tuple[str, str, str, tuple[str, ...]]], str]:
    """The memberships of a published table, and what is said of it."""
    path.write_text(text, encoding="utf-8")
    table = TableFile(path, kind=kind)
    return [(r.member, r.start, r.end, r.obligations) for r in table.rows()], " ".join(table.report.lines())


def test_codes_of_atop_that_are_no_yes_and_no_no_are_said(tmp_path: Path) -> None:
    """Its documentation has 1 for a promise and 0 for none, and 0 for an end that has not come."""
    header = "atopid,member,yrent,moent,dayent,yrexit,moexit,dayexit,phase"
    found, said = lines(
        tmp_path / "atop5_1m.csv",
        "atop",
        f"{header},defense,nonagg\n3150,2,1949,4,4,0,0,0,0,1,0\n3150,220,1949,4,4,-9,-9,-9,0,0,2\n3150,325,1949,0,0,1951,2,0,0,1,-9\n",
    )
    assert found == [
        ("United States", "1949-04-04", "", ("defense",)),
        ("France", "1949-04-04", "", ()),
        ("Italy", "1949", "1951-02", ("defense",)),
    ]
    assert "'nonagg 2'" in said and "'yrexit -9, which may be an end that is not known'" in said
    _, said = lines(tmp_path / "plain.csv", "atop", f"{header}\n3150,2,1949,4,4,0,0,0,0\n")
    assert "no columns of promises" in said


def test_alliances_older_than_the_data_have_no_start(tmp_path: Path) -> None:
    """COW's alliances have left_censor for what began before 1816, and right_censor for what goes on."""
    header = (
        "version4id,ccode,state_name,all_st_year,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,"
        "mem_end_year,left_censor,right_censor,defense,neutrality,nonaggression,entente"
    )
    found, said = lines(
        tmp_path / "alliance_v4.1_by_member.csv",
        "cow-alliances",
        f"{header}\n1,235,Portugal,1816,Type I: Defense Pact,1,1,1816,,,,1,1,1,0,1,0\n"
        "7,300,Austria-Hungary,1879,Type I: Defense Pact,-9,6,1879,3,11,1918,0,0,1,0,0,0\n"
        "8,325,Italy,1882,Type II: Neutrality,1,1,1882,,,,0,0,0,1,0,0\n",
    )
    assert found == [
        ("Portugal", "", "", ("defense", "nonaggression")),
        ("Austria-Hungary", "1879-06", "1918-11-03", ("defense",)),
        ("Italy", "1882-01-01", "", ("neutrality",)),
    ]
    assert "began before the data do" in said and "right_censor does not say that it goes on" in said


def test_every_form_with_pairs_leads_to_the_one_by_member(tmp_path: Path) -> None:
    for kind, header in (
        ("atop", "dyad,stateA,stateB,year,atopally,defense"),
        (
            "cow-alliances",
            "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_year,left_censor,defense,neutrality",
        ),
    ):
        path = tmp_path / f"{kind}.csv"
        path.write_text(f"{header}\n" + ",".join("1" for _ in header.split(",")) + "\n", encoding="utf-8")
        with pytest.raises(BlocsError, match="the table with a row for each member"):
            list(TableFile(path, kind=kind).rows())


@pytest.mark.parametrize("unknown", ["http://www.wikidata.org/.well-known/genid/4fde0a", "_:b7", "t1234567"])
def test_a_start_that_wikidata_does_not_know_is_none_and_who_left_is_left_out(
    blocs: Blocs, tmp_path: Path, unknown: str
) -> None:
    table = tmp_path / "query.csv"
    table.write_text(
        "country,countryLabel,organization,organizationLabel,start,end\n"
        f"http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q7184,NATO,1949-04-04T00:00:00Z,{unknown}\n"
        f"http://www.wikidata.org/entity/Q38,Italy,http://www.wikidata.org/entity/Q7184,NATO,{unknown},\n"
    )
    kinds = ("wikidata", "csv") if unknown != "t1234567" else ("wikidata",)
    for kind in kinds:
        rows = list(TableFile(table, kind=kind).rows())
        assert [(row.member, row.start, row.end) for row in rows] == [
            ("Italy", "", "")
        ]  # France left, nobody knows when
        said = blocs("import", kind, table, "--dry-run").out
        assert "unknown" in said
