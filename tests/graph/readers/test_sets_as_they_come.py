"""Published data sets as people have them: saved again, cut, joined with others, packed together."""

from __future__ import annotations

import io
import json
import re
import shlex
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pyreadstat
import pytest
from blocs.graph.readers.table import TableFile

Blocs = Callable[..., Any]

HEAD = ["ccode", "year", "state", "AAAID", "NATO", "UN", "NC"]
ROWS = [
    [2, 1948, "usa", -1, -1, 1, 0],
    [2, 1949, "usa", -1, 1, 1, 0],
    [2, 1950, "usa", -1, 1, 1, 0],
    [385, 1948, "norway", -1, -1, 1, -9],
    [385, 1949, "norway", -1, 1, 1, -9],
    [385, 1950, "norway", -1, 0, 1, 3],
]
# By hand: what the rows say. What holds in the last year has no end.
SPANS = {
    ("united-states-of-america", "un", "1948", "", "full"),
    ("united-states-of-america", "nato", "1949", "", "full"),
    ("norway", "un", "1948", "", "full"),
    ("norway", "nato", "1949", "1949", "full"),
    ("norway", "nc", "1950", "", "observer"),
}
WORDS = {
    1: "Full Membership",
    3: "Observer",
    0: "No Membership",
    -9: "Missing data",
    -1: "IGO Not In Existence",
}


def lines(rows: list[list[object]], sign: str = ",") -> str:
    return "".join(sign.join(map(str, row)) + "\n" for row in rows)


def published(folder: Path) -> Path:
    (folder / "t.csv").write_text(lines([HEAD, *ROWS]))
    return folder / "t.csv"


def of_r(folder: Path) -> Path:
    """As write.csv saves it, with row names and NA in the place of -9."""
    head = ",".join(f'"{name}"' for name in ["", *HEAD]) + "\n"
    rows = [
        f'"{at}",'
        + ",".join("NA" if cell == -9 else f'"{cell}"' if isinstance(cell, str) else str(cell) for cell in row)
        for at, row in enumerate(ROWS, 1)
    ]
    (folder / "t.csv").write_text(head + "\n".join(rows) + "\n")
    return folder / "t.csv"


def of_excel(folder: Path) -> Path:
    """With semicolons, a mark, decimal commas and cells behind the table."""
    rows: list[list[object]] = [
        [f"{cell},0" if isinstance(cell, int) else cell for cell in row] + ["", ""] for row in ROWS
    ]
    (folder / "t.csv").write_bytes(lines([[*HEAD, "", ""], *rows], ";").replace("\n", "\r\n").encode("utf-8-sig"))
    return folder / "t.csv"


def of_stata(folder: Path) -> Path:
    names = [name.lower() for name in HEAD]
    frame = pandas.DataFrame(ROWS, columns=names).astype({name: float for name in names if name != "state"})
    labels = {name: {code: word.upper() for code, word in WORDS.items()} for name in names[3:]}
    labels["ccode"] = {2: "United States", 385: "Norway"}
    pyreadstat.write_dta(frame, folder / "t.dta", variable_value_labels=labels)
    return folder / "t.dta"


def recoded(folder: Path) -> Path:
    """As igoR's igo_recode_stateyear() has it."""
    rows: list[list[object]] = [[*row[:3], *(WORDS[int(str(cell))] for cell in row[3:])] for row in ROWS]
    (folder / "t.csv").write_text(lines([HEAD, *rows]))
    return folder / "t.csv"


def joined(folder: Path) -> Path:
    """Beside columns that other packages add."""
    more = {2: ["USA", "United States of America", "Americas", 10, 0.9], 385: ["NOR", "Norway", "Europe", 10, 0.8]}
    head = [*HEAD, "stateabb", "statenme", "region", "polity2", "v2x_api"]
    (folder / "t.csv").write_text(lines([head, *([*row, *more[int(str(row[0]))]] for row in ROWS)]))
    return folder / "t.csv"


def packed_together(folder: Path) -> Path:
    with zipfile.ZipFile(folder / "t.zip", "w") as archive:
        archive.writestr("dyadic_formatv3.csv", "dyadid,ccode1,ccode2,year,UN\n2385,2,385,1948,1\n")
        archive.writestr("igo_year_formatv3.csv", "ioname,year,usa\nUN,1948,1\n")
        archive.writestr("state_year_formatv3.csv", lines([HEAD, *ROWS]))
    return folder / "t.zip"


def spans(blocs: Blocs, store: Path) -> set[tuple[str, ...]]:
    found = blocs("timeline", "--store", store, "--format", "csv").out.splitlines()[1:]
    rows = [line.split(",") for line in found]
    return {(row[3], row[4], row[0], row[1], row[6]) for row in rows if row[2] == "membership"}


@pytest.mark.parametrize("write", [published, of_r, of_excel, of_stata, recoded, joined, packed_together])
def test_state_years_say_the_same_however_they_are_saved(
    blocs: Blocs, tmp_path: Path, write: Callable[[Path], Path]
) -> None:
    done = blocs("import", "cow-igo", write(tmp_path), "--store", tmp_path / "s")
    assert done.code == 0, done.err
    assert spans(blocs, tmp_path / "s") == SPANS
    assert "\tunknown\n" in blocs("ask", "is Norway in NC in 1948", "--store", tmp_path / "s").out


def test_columns_of_no_organization_are_said_and_can_be_left_out(blocs: Blocs, tmp_path: Path) -> None:
    table = joined(tmp_path)
    said = blocs("import", "cow-igo", table, "--dry-run").out
    assert "columns not read: region (by its name no organization)" in said
    assert "polity2, v2x_api (no codes of membership in it)" in said
    table.write_text(table.read_text().replace("v2x_api", "war").replace("0.9", "1").replace("0.8", "7"))
    wrong = blocs("import", "cow-igo", table, "--dry-run")
    assert wrong.code == 1 and 'leave it out with: --map "war=ignore"' in wrong.err
    assert blocs("import", "cow-igo", table, "--map", "war=ignore", "--store", tmp_path / "s").code == 0
    assert spans(blocs, tmp_path / "s") == SPANS
    assert "no such column" in blocs("import", "cow-igo", table, "--map", "peace=ignore", "--dry-run").err


def test_years_left_out_of_state_years_are_said(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(lines([HEAD, *(row for row in ROWS if row[1] != 1949)]))
    assert "The table says nothing of 1949" in blocs("import", "cow-igo", tmp_path / "t.csv", "--dry-run").out


ATOP_A = "atopid,cowid,begyr,begmo,begday,endyr,endmo,endday,bilat,defense,mem1,mem2,mem3\n"
NEAR = {
    ATOP_A + "3180,210,1949,8,24,0,0,0,0,1,2,20,.\n": "the table of ATOP's alliances (atop5_1a)",
    "state,year,atopally,defense,consul,number,atopid1\n2,1949,1,1,0,1,3180\n": "the state-year table of ATOP",
    "ddyad,stateA,stateB,year,atopally,defense\n2020,2,20,1949,1,1\n": "with a row for each pair of states",
    "version4id,ccode1,state_name1,ccode2,state_name2,defense\n210,2,A,20,B,1\n": "with a row for each pair of states",
    "ionum,ioname,orgname,sdate,deaddate,political\n4400,UN,United Nations,1945,NA,1\n": "a list of organizations",
    "StateAbb,CCode,StateNme\nUSA,2,United States of America\nCAN,20,Canada\n": "a list of states",
    "stateabb,ccode,statenme,styear,stmonth,stday,endyear,endmonth,endday\nUSA,2,U,1816,1,1,2016,12,31\n": "a list of"
    " states",
}


@pytest.mark.parametrize("text", NEAR)
def test_tables_beside_those_of_memberships_are_refused_for_what_they_are(
    blocs: Blocs, tmp_path: Path, text: str
) -> None:
    (tmp_path / "t.csv").write_text(text)
    for kind in ("csv", "atop", "igor", "cow-alliances"):
        refused = blocs("import", kind, tmp_path / "t.csv", "--dry-run")
        assert refused.code == 2 and NEAR[text] in refused.err and "blocs import" in refused.err, refused.err


def test_members_in_counted_columns_are_read_by_their_codes(blocs: Blocs, tmp_path: Path) -> None:
    """Another column that is called after codes is no member, and a point is none."""
    (tmp_path / "t.csv").write_text(
        ATOP_A + "3180,210,1949,8,24,0,0,0,0,1,2,20,.\n3285,224,1955,6,6,0,0,0,0,1,365,.,.\n"
    )
    done = blocs("import", "csv", tmp_path / "t.csv", "--map", "atopid=organization", "--store", tmp_path / "s")
    assert done.code == 0 and "2 rows made 3 memberships" in done.err
    found = {(member, body) for member, body, *_ in spans(blocs, tmp_path / "s")}
    assert found == {("united-states-of-america", "3180"), ("canada", "3180"), ("russia", "3285")}


YEARLY = """version4id,ccode,state_name,ss_type,mem_st_day,mem_st_month,mem_st_year,mem_end_day,mem_end_month,\
mem_end_year,left_censor,right_censor,defense,year
210,2,United States of America,Type I: Defense Pact,4,4,1949,,,,0,1,1,1949
210,2,United States of America,Type I: Defense Pact,4,4,1949,,,,0,1,1,1950
229,339,Albania,Type I: Defense Pact,14,5,1955,13,9,1968,0,0,1,1967
229,339,Albania,Type I: Defense Pact,14,5,1955,13,9,1968,0,0,1,1968
"""


def test_years_of_an_alliance_are_one_membership(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(YEARLY)
    done = blocs("import", "cow-alliances", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "4 rows made 2 memberships" in done.err
    assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / "s")} == {
        ("united-states-of-america", "1949-04-04", ""),
        ("albania", "1955-05-14", "1968-09-13"),
    }


ONLY_YEARS = """version4id,ccode,state_name,year,ss_type,left_censor,right_censor,defense,neutrality
213,290,Poland,1955,Type I: Defense Pact,0,0,1,0
213,290,Poland,1956,Type I: Defense Pact,0,0,1,0
213,290,Poland,1958,Type I: Defense Pact,0,1,1,0
213,339,Albania,1955,Type I: Defense Pact,1,0,1,0
213,339,Albania,1957,Type I: Defense Pact,0,0,0,1
"""


@pytest.mark.parametrize("kind", ["csv", "cow-alliances"])
def test_years_of_alliances_without_dates_are_joined_to_spans(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    (tmp_path / "t.csv").write_text(ONLY_YEARS)
    done = blocs("import", kind, tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "5 rows made 4 memberships" in done.err and "of 1955–1958" in done.err
    found = spans(blocs, tmp_path / "s")
    assert sorted((one[0], *one[2:4]) for one in found) == [
        ("albania", "", "1955"), ("albania", "1957", "1957"), ("poland", "1955", "1956"), ("poland", "1958", ""),
    ]  # fmt: skip
    assert "Poland" in blocs("who", "COW alliance 213", "--store", tmp_path / "s", "--as-of", "1956").out
    given = ["-p", "state=Poland", "-p", "obligation=defense", "-p", "date=1955"]
    found_partners = blocs("query", "pact-partners", *given, "--store", tmp_path / "s", "--format", "csv").out
    assert len(found_partners.splitlines()) == 2


@pytest.mark.parametrize("kind", ["csv", "cow-alliances"])
def test_a_year_of_an_alliance_that_is_missing_is_named(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    (tmp_path / "t.csv").write_text("version4id,state_name,year,defense\n1,Cuba,,1\n1,Cuba,1950,1\n")
    assert "row 2: no year is named" in blocs("import", kind, tmp_path / "t.csv", "--dry-run").err


def test_labels_of_codes_change_nothing(blocs: Blocs, tmp_path: Path) -> None:
    names = ["atopid", "member", "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit", "defense", "consul"]
    frame = pandas.DataFrame(
        [[3180, 2, 1949, 8, 24, 0, 0, 0, 1, 0], [3180, 20, 1949, 8, 24, 0, 0, 0, 1, 0]], columns=names
    ).astype(float)
    labels = {"member": {2: "United States"}, "defense": {0: "no", 1: "yes"}, "consul": {0: "no", 1: "yes"}}
    pyreadstat.write_dta(frame, tmp_path / "t.dta", variable_value_labels=labels)
    for kind in ("atop", "csv"):
        done = blocs("import", kind, tmp_path / "t.dta", "--store", tmp_path / kind)
        assert done.code == 0, done.err
        assert {one[0] for one in spans(blocs, tmp_path / kind)} == {"united-states-of-america", "canada"}
        for obligation, partners in (("defense", 1), ("consultation", 0)):
            given = ["-p", "state=Canada", "-p", f"obligation={obligation}", "-p", "date=1950"]
            found = blocs("query", "pact-partners", *given, "--store", tmp_path / kind, "--format", "csv").out
            assert len(found.splitlines()) == 1 + partners


def test_a_table_is_chosen_by_its_name_among_those_packed_with_it(blocs: Blocs, tmp_path: Path) -> None:
    members = "atopid,member,yrent,yrexit\n3180,2,1949,0\n"
    with zipfile.ZipFile(tmp_path / "t.zip", "w") as archive:
        archive.writestr("ATOP 5.1 (.csv)/atop5_1a.csv", ATOP_A + "3180,210,1949,8,24,0,0,0,0,1,2,20,.\n")
        archive.writestr("ATOP 5.1 (.csv)/atop5_1m.csv", members)
        archive.writestr("ATOP 5.1 (.csv)/atop5_1sy.csv", "state,year,atopally\n2,1949,1\n")
    said = blocs("import", "csv", tmp_path / "t.zip", "--dry-run").out
    assert "atop5_1m.csv was read" in said and "1 row made 1 membership" in said


def test_an_end_that_nobody_knows_is_no_membership_that_goes_on(blocs: Blocs, tmp_path: Path) -> None:
    unknown = "http://www.wikidata.org/.well-known/genid/0a1b2c"
    wikidata = "http://www.wikidata.org/entity"
    (tmp_path / "t.csv").write_text(
        "item,itemLabel,memberOf,memberOfLabel,startTime,endTime\n"
        f"{wikidata}/Q142,France,{wikidata}/Q1,Alpha Pact,1950-02-03T00:00:00Z,\n"
        f"{wikidata}/Q38,Italy,{wikidata}/Q1,Alpha Pact,,{unknown}\n"
        f"{wikidata}/Q29,Spain,{wikidata}/Q1,Alpha Pact,{unknown},1960-01-02T00:00:00Z\n"
        f"{wikidata}/Q45,Portugal,{wikidata}/Q1,Alpha Pact,,t1428318\n"
    )
    for kind in ("wikidata", "csv"):
        done = blocs("import", kind, tmp_path / "t.csv", "--store", tmp_path / kind)
        assert done.code == 0 and "skipped: 'ended at an unknown date' (2)" in done.err
        assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / kind)} == {
            ("france", "1950-02-03", ""),
            ("spain", "", "1960-01-02"),
        }
    told = "2 rows left out: memberships that are over, and nobody knows since when"
    for asked in (("who", "Alpha Pact"), ("list",), ("ask", "who is in Alpha Pact")):
        assert told in blocs(*asked, "--data", tmp_path / "t.csv").err


@pytest.mark.parametrize("name", ["ioname", "igo", "igo_name", "organization"])
def test_a_row_for_each_membership_is_no_table_of_state_years(blocs: Blocs, tmp_path: Path, name: str) -> None:
    rows = [[2, 1980, "OAS", 1], [2, 1980, "NATO", 1], [230, 1980, "OAS", 3], [230, 1980, "NATO", 0]]
    (tmp_path / "t.csv").write_text(lines([["ccode", "year", name, "membership"], *rows]))
    refused = blocs("import", "cow-igo", tmp_path / "t.csv", "--dry-run")
    assert refused.code == 2 and refused.err.strip().endswith(f"it is read by: blocs import csv {tmp_path / 't.csv'}")
    assert blocs("import", "csv", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert {(one[0], one[1], one[4]) for one in spans(blocs, tmp_path / "s")} == {
        ("united-states-of-america", "oas", "full"),
        ("united-states-of-america", "nato", "full"),
        ("spain", "oas", "observer"),
    }


@pytest.mark.parametrize(("version", "called"), [("5.0", "5.0"), ("4.01", "4.01"), ("5.1", "5.1")])
def test_a_set_of_another_version_is_cited_as_that(blocs: Blocs, tmp_path: Path, version: str, called: str) -> None:
    (tmp_path / "t.csv").write_text(f"atopid,member,yrent,yrexit,defense,version\n3180,2,1949,0,1,{version}\n")
    blocs("import", "atop", tmp_path / "t.csv", "--store", tmp_path / "s")
    cited = blocs("cite", "--store", tmp_path / "s").out
    assert f"(ATOP) {called}, members" in cited
    assert (f"The table is of version {called}; what is said" in cited) == (called != "5.1")


def test_values_of_igor_are_full_and_associate(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("ioname,ccode,state,year,value\nEFTA,385,norway,1972,1\nEFTA,375,finland,1972,2\n")
    assert blocs("import", "igor", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert {(one[0], one[4]) for one in spans(blocs, tmp_path / "s")} == {("norway", "full"), ("finland", "associate")}


LONG = ["ioname", "ccode", "statenme", "year", "value", "category", "orgname"]
WIDE = ["", "ccode", "year", "state", "NATO", "WEU"]
BY_BODY = ["ioname", "orgname", "year", "sdate", "france", "italy"]


@pytest.mark.parametrize("kind", ["igor", "many", "atop", "cow-alliances"])
@pytest.mark.parametrize(("header", "other"), [(LONG, "igor"), (WIDE, "cow-igo"), (BY_BODY, "cow-igo")])
def test_a_table_of_another_set_is_sent_where_it_is_read(
    blocs: Blocs, tmp_path: Path, kind: str, header: list[str], other: str
) -> None:
    (tmp_path / "t.csv").write_text(lines([header, ["1"] * len(header)]))
    refused = blocs("import", kind, tmp_path / "t.csv", "--dry-run").err
    assert kind == other or f"read by: blocs import {other}" in refused
    assert "--map =" not in refused


def test_options_that_an_import_lacks_are_said_to_be_of_another(blocs: Blocs, tmp_path: Path) -> None:
    table = of_items(tmp_path, "country", "Xyz Pact")
    refused = blocs("import", "wikidata", table, "--dry-run").err
    assert "--organization NAME" in refused and f"these are options of: blocs import csv {table}" in refused
    assert blocs("import", "csv", table, "--organization", "Xyz Pact", "--dry-run").code == 0


@pytest.mark.parametrize("rank", ["http://wikiba.se/ontology#{}Rank", "wikibase:{}Rank", "{}", "{} rank"])
def test_deprecated_statements_are_left_out_and_said(blocs: Blocs, tmp_path: Path, rank: str) -> None:
    ids = "http://www.wikidata.org/entity/Q"
    rows = (
        f"{ids}{number},{name},{ids}1,Alpha Pact,2000-02-03T00:00:00Z,{rank.format(kind)}\n"
        for number, name, kind in ((35, "Denmark", "Normal"), (142, "France", "Deprecated"), (38, "Italy", "Preferred"))
    )
    head = "country,countryLabel,organization,organizationLabel,start,rank\n"
    (tmp_path / "t.csv").write_text(head + "".join(rows))
    found = blocs("who", "Alpha Pact", "--data", tmp_path / "t.csv")
    assert [line.split("\t")[0] for line in found.out.splitlines()[1:]] == ["denmark", "italy"]
    assert '1 row of a deprecated statement is left out; to read all: --map "rank=ignore"' in found.err
    assert blocs("import", "csv", tmp_path / "t.csv", "--map", "rank=ignore", "--store", tmp_path / "s").code == 0
    assert len(blocs("who", "Alpha Pact", "--store", tmp_path / "s").out.splitlines()) == 4


def test_only_what_a_table_codes_as_missing_is_counted_so(blocs: Blocs, tmp_path: Path) -> None:
    rows = [("NATO", year, 1, -9 if year == 1953 else 1) for year in (1952, 1953, 1954)]
    rows += [("WEU", year, 1, 1) for year in (1955, 1956)]
    (tmp_path / "t.csv").write_text(lines([["ioname", "year", "france", "italy"], *map(list, rows)]))
    said = blocs("import", "cow-igo", tmp_path / "t.csv", "--dry-run").out
    assert "; 1 is missing" in said and "says nothing of NATO in 1955–1956" in said


def of_items(folder: Path, of: str, body: str = "Nordic Council", ids: str = "http://www.wikidata.org/entity/") -> Path:
    """A query whose item has others, of which three states are the first."""
    table = folder / "t.csv"
    head = f"item,itemLabel,{of},{of}Label,start"
    named = ((35, "Denmark"), (189, "Iceland"), (33, "Finland"))
    rows = (f"{ids}Q146165,{body},{ids}Q{number},{name},1952-02-12T00:00:00Z" for number, name in named)
    table.write_text("\n".join([head, *rows, ""]))
    return table


@pytest.mark.parametrize("ids", ["http://www.wikidata.org/entity/", ""])
@pytest.mark.parametrize("of", ["member", "hasPart", "state", "country"])
def test_an_item_with_members_is_a_body(blocs: Blocs, tmp_path: Path, of: str, ids: str) -> None:
    table = of_items(tmp_path, of, ids=ids)
    maps = ([], ["--map", "itemLabel=organization"], ["--map", "item=organization"])
    for number, map_ in enumerate(maps):
        store = tmp_path / str(number)
        assert blocs("import", "wikidata", table, *map_, "--store", store).code == 0
        listed = {tuple(line.split("\t")[:3]) for line in blocs("list", "--store", store).out.splitlines()[1:4]}
        assert listed == {("state", name.lower(), name) for name in ("Denmark", "Iceland", "Finland")}
        assert blocs("list", "bodies", "--store", store).out.splitlines()[1].split("\t")[2] == "Nordic Council"


def test_an_item_beside_a_state_is_asked_about_if_no_list_has_it(blocs: Blocs, tmp_path: Path) -> None:
    table = of_items(tmp_path, "country", "Xyz Pact")
    asked = blocs("list", "--data", table)
    assert asked.code == 2 and '--map "itemLabel=organization"' in asked.err
    assert blocs("import", "csv", table, "--map", "itemLabel=organization", "--store", tmp_path / "s").code == 0
    assert "\txyz-pact\t" in blocs("list", "bodies", "--store", tmp_path / "s").out


def test_igor_without_codes_has_words(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        '"","state","ioname","year","category"\n"1","spain","UPU",1880,"Full Membership"\n'
        '"2","spain","ITU",1880,"Observer"\n"3","zanzibar","UPU",1880,"State Not System Member"\n'
    )
    assert blocs("import", "igor", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert {(one[0], one[1], one[4]) for one in spans(blocs, tmp_path / "s")} == {
        ("spain", "upu", "full"),
        ("spain", "itu", "observer"),
    }


def test_hidden_sheets_are_not_read_unless_named(blocs: Blocs, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, country in (("Data", "France"), ("Old", "Italy")):
        sheet = book.create_sheet(title)
        sheet.append(["country", "igo"])
        sheet.append([country, "Alpha Pact"])
    book["Old"].sheet_state = "hidden"
    del book["Sheet"]
    book.save(tmp_path / "t.xlsx")
    said = blocs("import", "csv", tmp_path / "t.xlsx", "--dry-run").out
    assert "sheet 'Data' was read; not read: Old (hidden)" in said
    assert "sheet 'Old' was read" in blocs("import", "csv", tmp_path / "t.xlsx", "--sheet", "Old", "--dry-run").out


def test_ways_on_that_messages_name_are_options(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("country,organization,start\nFrance,Alpha Pact,tbc\nItaly,Alpha Pact,01-May-04\n")
    refused = blocs("import", "wikidata", tmp_path / "t.csv", "--dry-run")
    assert "--missing tbc" in refused.err
    options = ["--missing", "tbc", "--date-format", "DD/MM/YY"]
    assert blocs("import", "wikidata", tmp_path / "t.csv", *options, "--dry-run").code == 0


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "stateabb,ccode,year,milex,milper,cinc\nUSA,2,1816,3823,17,0.04\nUSA,2,1817,2466,15,0.03\n",
            "what states have",
        ),
        ("ccode,country,year,democ,autoc,polity2\n2,USA,1816,9,0,9\n2,USA,1817,9,0,9\n", "how states are governed"),
        ("name,state,indfrom,inddate,indviol\nCanada,20,200,186707,0\nCuba,40,230,190205,1\n", "became independent"),
    ],
)
def test_tables_of_what_states_are_like_say_so(blocs: Blocs, tmp_path: Path, text: str, what: str) -> None:
    (tmp_path / "t.csv").write_text(text)
    refused = blocs("import", "csv", tmp_path / "t.csv", "--dry-run")
    assert refused.code == 2 and what in refused.err and "--organization NAME" in refused.err
    # Beside a column of a body they are read, and left out.
    lines = [line + ("" if at else ",nato") for at, line in enumerate(text.splitlines())]
    (tmp_path / "t.csv").write_text("\n".join([lines[0], *(f"{line},1" for line in lines[1:])]) + "\n")
    assert blocs("import", "csv", tmp_path / "t.csv", "--dry-run").code == 0


def test_a_code_of_two_states_is_the_one_of_its_years(blocs: Blocs, tmp_path: Path) -> None:
    """Gleditsch and Ward have one code for West Germany and Germany, the Correlates of War two."""
    for scheme in ("gwcode", "ccode"):
        (tmp_path / f"{scheme}.csv").write_text(f"{scheme},body,start,end\n260,A,1955,\n260,B,1955,1989\n2,A,1949,\n")
        done = blocs("import", "csv", tmp_path / f"{scheme}.csv", "--store", tmp_path / scheme)
        assert done.code == 0 and "may be several" not in done.err
        assert {one[:2] for one in spans(blocs, tmp_path / scheme)} == {
            ("germany", "a"),
            ("german-federal-republic", "b"),
            ("united-states-of-america", "a"),
        }


def test_dates_of_wikidata_are_as_long_as_they_are_sure(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "country,countryLabel,org,orgLabel,startTime,startTimePrecision,end,endPrecision\n"
        "http://www.wikidata.org/entity/Q142,France,http://www.wikidata.org/entity/Q1,A,1949-04-04T00:00:00Z,11,,\n"
        "http://www.wikidata.org/entity/Q38,Italy,http://www.wikidata.org/entity/Q1,A,1949-01-01T00:00:00Z,9,,\n"
        "http://www.wikidata.org/entity/Q41,Greece,http://www.wikidata.org/entity/Q1,A,1952-02-01T00:00:00Z,10,"
        "1974-01-01T00:00:00Z,9\n"
        "http://www.wikidata.org/entity/Q29,Spain,http://www.wikidata.org/entity/Q1,A,1980-01-01T00:00:00Z,8,,\n"
    )
    done = blocs("import", "wikidata", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and "startTimePrecision as precision of startTime" in done.err
    assert "1 January" not in done.err
    assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / "s")} == {
        ("france", "1949-04-04", ""),
        ("italy", "1949", ""),
        ("greece", "1952-02", "1974"),
    }
    assert "spain" in blocs("who", "A", "--store", tmp_path / "s").out  # of a decade, no year is known


def test_names_that_are_ids_are_said(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "country,organization,start\nhttp://www.wikidata.org/entity/Q142,http://www.wikidata.org/entity/Q7184,1949-04-04\n"
    )
    done = blocs("import", "wikidata", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert "2 names are ids of Wikidata, which have no label in the results: Q142, Q7184" in done.err
    assert spans(blocs, tmp_path / "s") == {("q142", "q7184", "1949-04-04", "", "full")}


def test_alliances_with_columns_of_others(blocs: Blocs, tmp_path: Path) -> None:
    """The member called ccode, no columns of promises, another version, years without dates."""
    (tmp_path / "m.csv").write_text(
        "atopid,ccode,yrent,yrexit,defense,version\n3180,2,1949,0,1,4.01\n3180,20,1949,0,1,4.01\n"
    )
    done = blocs("import", "atop", tmp_path / "m.csv", "--store", tmp_path / "m")
    assert done.code == 0 and "it is of version 4.01" in done.err
    assert {one[0] for one in spans(blocs, tmp_path / "m")} == {"united-states-of-america", "canada"}
    head = "version4id,ccode,state_name,ss_type,mem_st_year,mem_end_year\n"
    rows = "210,2,United States of America,Type I: Defense Pact,1949,\n210,20,Canada,Type I: Defense Pact,1949,\n"
    (tmp_path / "a.csv").write_text(head + rows + "5,365,Russia,Type IIa: Neutrality Pact,1926,1939\n")
    done = blocs("import", "cow-alliances", tmp_path / "a.csv", "--store", tmp_path / "a")
    assert done.code == 0 and "taken from the type of the alliance" in done.err
    for obligation, partners in (("defense", 1), ("neutrality", 0)):
        given = ["-p", "state=Canada", "-p", f"obligation={obligation}", "-p", "date=1960"]
        found = blocs("query", "pact-partners", *given, "--store", tmp_path / "a", "--format", "csv").out
        assert len(found.splitlines()) == 1 + partners
    (tmp_path / "y.csv").write_text("version4id,ccode,year,defense\n210,2,1949,1\n210,2,1950,1\n210,20,1950,1\n")
    done = blocs("import", "csv", tmp_path / "y.csv", "--map", "version4id=organization", "--store", tmp_path / "y")
    assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / "y")} == {
        ("united-states-of-america", "1949", "1950"),
        ("canada", "1950", "1950"),
    }


@pytest.mark.parametrize("column", ["Members", "Member States", "Countries"])
def test_a_list_of_members_with_commas_in_names_has_one_in_each_row(blocs: Blocs, tmp_path: Path, column: str) -> None:
    (tmp_path / "t.csv").write_text(
        f'{column},Joined\n"Hong Kong, China",1995\n"Moldova, Republic of",2001\nFrance,1995\nItaly,1995\nSpain,1995\n'
    )
    done = blocs("import", "csv", tmp_path / "t.csv", "--organization", "WTO", "--store", tmp_path / "s")
    assert done.code == 0 and "names with commas were kept whole" in done.err
    found = {one[0] for one in spans(blocs, tmp_path / "s")}
    assert found == {"hong-kong-china", "moldova", "france", "italy", "spain"}


def test_lists_of_members_are_parted_still(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        'Pact,Members,Since\nA,"France, Moldova, Republic of, Italy",1990\nB,"Korea, Republic of",1990\n'
        'C,"Spain, Malta",1990\nD,Norway,1990\n'
    )
    assert blocs("import", "csv", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert {one[:2] for one in spans(blocs, tmp_path / "s")} == {
        ("france", "a"),
        ("moldova", "a"),
        ("italy", "a"),
        ("south-korea", "b"),
        ("spain", "c"),
        ("malta", "c"),
        ("norway", "d"),
    }


def test_months_of_stata_are_dates(blocs: Blocs, tmp_path: Path) -> None:
    days = pandas.to_datetime(["1990-05-01", "1959-12-01"])
    frame = pandas.DataFrame({"country": ["France", "Italy"], "body": ["A", "A"], "joined": days})
    for name, found in (
        ("tm", {("france", "1990-05"), ("italy", "1959-12")}),
        ("ty", {("france", "1990"), ("italy", "1959")}),
    ):
        frame.to_stata(tmp_path / f"{name}.dta", write_index=False, convert_dates={"joined": name})
        assert blocs("import", "csv", tmp_path / f"{name}.dta", "--store", tmp_path / name).code == 0
        assert {(one[0], one[2]) for one in spans(blocs, tmp_path / name)} == found
    frame.to_stata(tmp_path / "tq.dta", write_index=False, convert_dates={"joined": "tq"})
    assert "--date-format approximate" in blocs("import", "csv", tmp_path / "tq.dta", "--dry-run").err


def test_results_of_queries_have_nodes_without_names_and_pictures(blocs: Blocs, tmp_path: Path) -> None:
    def term(value: str, kind: str = "literal") -> dict[str, str]:
        return {"type": kind, "value": value}

    entity = "http://www.wikidata.org/entity/"
    rows = [
        ("Q142", "France", {"start": term("1949-04-04T00:00:00Z"), "flag": term("http://example.org/f.svg", "uri")}),
        ("Q38", "Italy", {"end": term("t99", "bnode")}),
        ("Q41", "Greece", {"start": term("x1", "bnode"), "end": term("1974-08-14T00:00:00Z")}),
    ]
    bindings = [
        {
            "country": term(entity + number, "uri"),
            "countryLabel": term(name),
            "organization": term(entity + "Q1", "uri"),
            "organizationLabel": term("Alpha Pact"),
            **more,
        }
        for number, name, more in rows
    ]
    names = ["country", "countryLabel", "organization", "organizationLabel", "start", "end", "flag"]
    (tmp_path / "t.json").write_text(json.dumps({"head": {"vars": names}, "results": {"bindings": bindings}}))
    done = blocs("import", "wikidata", tmp_path / "t.json", "--store", tmp_path / "s")
    assert done.code == 0 and "columns not read: flag" in done.err and "'ended at an unknown date' (1)" in done.err
    assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / "s")} == {
        ("france", "1949-04-04", ""),
        ("greece", "", "1974-08-14"),
    }


def test_alliances_without_ends_say_so(blocs: Blocs, tmp_path: Path) -> None:
    for kind, text, column in (
        ("atop", "atopid,member,yrent\n3180,2,1949\n", "yrexit"),
        ("cow-alliances", "version4id,ccode,state_name,mem_st_year\n210,2,USA,1949\n", "mem_end_year"),
    ):
        (tmp_path / "t.csv").write_text(text)
        assert f"no column of ends ({column})" in blocs("import", kind, tmp_path / "t.csv", "--dry-run").out


def test_a_zip_file_in_a_zip_file_is_opened_once(blocs: Blocs, tmp_path: Path) -> None:
    packed = b"country,organization\nFrance,Alpha Pact\n"
    for depth, name in enumerate(("members.csv", "inner.zip", "outer.zip", "outermost.zip")):
        (tmp_path / name).write_bytes(packed)
        if depth:
            found = blocs("import", "csv", tmp_path / name, "--dry-run")
            assert (found.code == 0) == (depth < 3), found.err
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(name, packed)
        packed = out.getvalue()


def test_numbers_of_notes_behind_names_of_states_are_taken_off(blocs: Blocs, tmp_path: Path) -> None:
    """As the treaty collection of the United Nations has them; a number that is part of a name stays."""
    (tmp_path / "t.csv").write_text(
        'Participant,Accession\nAlbania 1,12 May 1955\n"Malta 2, 3",24 Nov 1954\nDistrict 9,1 Jan 1990\n'
        "Yugoslavia (former),29 Aug 1950\n"
    )
    words = ["import", "csv", tmp_path / "t.csv", "--organization", "Alpha Pact"]
    assert "--no-role" in blocs(*words, "--dry-run").err
    done = blocs(*words, "--no-role", "--store", tmp_path / "s")
    assert done.code == 0 and "footnote marks were taken off names: Albania 1, Malta 2, 3" in done.err
    assert {one[0] for one in spans(blocs, tmp_path / "s")} == {"albania", "malta", "district-9", "yugoslavia"}


def test_answers_that_a_program_counts_as_missing_are_not_taken_for_none(blocs: Blocs, tmp_path: Path) -> None:
    """A role of "No answer" is no full membership; a value without a label is missing."""
    frame = pandas.DataFrame(
        {"country": ["France", "Italy"], "body": "A", "status": [1.0, 9.0], "since": [1990.0, 9999.0]}
    )
    labels = {"status": {1: "Member", 9: "No answer"}}
    missing = {"status": [9], "since": [9999]}
    pyreadstat.write_sav(frame, tmp_path / "t.sav", variable_value_labels=labels, missing_ranges=missing)
    asked = blocs("import", "csv", tmp_path / "t.sav", "--dry-run")
    assert asked.code == 1 and "'No answer'" in asked.err and "--role" in asked.err
    words = ["import", "csv", tmp_path / "t.sav", "--role", "No answer=associate", "--store", tmp_path / "s"]
    assert blocs(*words).code == 0
    assert spans(blocs, tmp_path / "s") == {("france", "a", "1990", "", "full")}  # of Italy no year is known
    assert "italy" in blocs("who", "A", "--role", "associate", "--store", tmp_path / "s").out
    frame = pandas.DataFrame({"country": ["France", "Italy"], "body": ["A", "A"], "status": [1, "a"]})
    pyreadstat.write_dta(
        frame,
        tmp_path / "t.dta",
        variable_value_labels={"status": {1: "Member", "a": "No answer"}},
        missing_user_values={"status": ["a"]},
    )
    assert "'No answer'" in blocs("import", "csv", tmp_path / "t.dta", "--dry-run").err


def test_results_of_wikidata_in_other_words(blocs: Blocs, tmp_path: Path) -> None:
    entity = "http://www.wikidata.org/entity/"
    (tmp_path / "f.csv").write_text(
        f"pays,paysLabel,organisation,organisationLabel,début\n{entity}Q142,France,{entity}Q1,Alpha,1949-04-04T00:00:00Z\n"
    )
    assert blocs("import", "wikidata", tmp_path / "f.csv", "--store", tmp_path / "f").code == 0
    assert spans(blocs, tmp_path / "f") == {("france", "alpha", "1949-04-04", "", "full")}
    # A point in time says that it was so then, and not since when.
    (tmp_path / "p.csv").write_text(
        "country,countryLabel,memberOf,memberOfLabel,pointInTime\n"
        f"{entity}Q142,France,{entity}Q1,Alpha,2010-01-01T00:00:00Z\n"
        f"{entity}Q38,Italy,{entity}Q1,Alpha,2011-05-01T00:00:00Z\n"
    )
    assert blocs("import", "wikidata", tmp_path / "p.csv", "--store", tmp_path / "p").code == 0
    assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / "p")} == {
        ("france", "2010", "2010"),
        ("italy", "2011", "2011"),
    }


def test_parties_of_many_begin_with_what_is_there(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text(
        "manyID,treatyID,Title,stateID,StateName,stateSignature,stateRat,stateForce,stateWithdrawal\n"
        "X,X,Treaty X,FRA,France,1980-01-01,1990-01-01,1990-05-01..1990-05-31,\n"
        'X,X,Treaty X,ITA,Italy,1980-01-01,"{1991-01-01,1991-06-01}",NA,2000-02-03\n'
    )
    assert blocs("import", "many", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert {(one[0], *one[2:4]) for one in spans(blocs, tmp_path / "s")} == {
        ("france", "1990-05", ""),
        ("italy", "1991", "2000-02-03"),
    }


def test_a_list_of_states_and_years_is_refused(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("ccode,statenme,year\n2,United States of America,1990\n20,Canada,1990\n")
    refused = blocs("import", "csv", tmp_path / "t.csv", "--dry-run")
    assert refused.code == 2 and "a list of states and years" in refused.err


@pytest.mark.parametrize("name", ["X", "X1", "...1", "Unnamed: 0", "rownames", "row_names", "#", "V1", "obs", "id"])
def test_numbers_of_rows_are_no_organization(blocs: Blocs, tmp_path: Path, name: str) -> None:
    rows: list[list[object]] = [[at, *row] for at, row in enumerate(ROWS)]
    (tmp_path / "t.csv").write_text(lines([[name, *HEAD], *rows]))
    done = blocs("import", "cow-igo", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and f"columns not read: {name} (row numbers)" in done.err
    assert spans(blocs, tmp_path / "s") == SPANS


WRITTEN = {
    "cp850": "Land;Organisation;Beitritt\nÖsterreich;Bündnis;1995\nDänemark;Bündnis;1973\n",
    "cp852": "Kraj;Organizacja;Od\nWęgry;Układ;1999\nWłochy;Układ;1949\n",
    "cp866": "страна;организация;вступление\nАрмения;ОДКБ;1992\nБеларусь;ОДКБ;1993\n",
    "mac_cyrillic": "страна;организация;вступление\nАрмения;ОДКБ;1992\nБеларусь;ОДКБ;1993\n",
    "koi8_r": "страна;организация;вступление\nАрмения;ОДКБ;1992\nБеларусь;ОДКБ;1993\n",
    "cp1251": "страна;организация;вступление\nАрмения;ОДКБ;1992\nБеларусь;ОДКБ;1993\n",
    "mac_roman": "pays;organisation;adhésion\nBénin;Union Alpha;1991\nSénégal;Union Alpha;1992\n",
    "shift_jis": "国,機関\nフランス,NATO\n",
    "gb18030": "国家,组织,加入\n法国,北约,1949\n意大利,北约,1949\n",
    "utf-16-le": "страна;организация;вступление\nАрмения;ОДКБ;1992\nБеларусь;ОДКБ;1993\n",
    "utf-16-be": "国家,组织,加入\n法国,北约,1949\n意大利,北约,1949\n",
}


@pytest.mark.parametrize("encoding", WRITTEN)
def test_an_encoding_is_told_by_the_words_that_it_makes(blocs: Blocs, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.csv").write_bytes(WRITTEN[encoding].encode(encoding))
    done = blocs("import", "csv", tmp_path / "t.csv", "--store", tmp_path / "s")
    assert done.code == 0 and encoding.replace("_", "-") in done.err.lower(), done.err
    names = [line.replace(",", ";").split(";")[:2] for line in WRITTEN[encoding].splitlines()[1:]]
    assert f"{len(names)} of {len(names)} name" in done.err
    bodies = {
        one["label"] for one in json.loads(blocs("list", "bodies", "--store", tmp_path / "s", "--format", "json").out)
    }
    assert bodies == {body for _, body in names}


def test_files_that_are_packed_or_of_other_programs_say_what_they_are(blocs: Blocs, tmp_path: Path) -> None:
    import bz2
    import lzma
    import tarfile

    text = b"country,organization\nFrance,Alpha Pact\n"
    (tmp_path / "t.csv").write_bytes(text)
    (tmp_path / "t.csv.bz2").write_bytes(bz2.compress(text))
    (tmp_path / "t.csv.xz").write_bytes(lzma.compress(text))
    with tarfile.open(tmp_path / "t.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "t.csv", "t.csv")
    (tmp_path / "t.7z").write_bytes(bytes.fromhex("377abcaf271c") + bytes(80))
    with zipfile.ZipFile(tmp_path / "t.docx", "w") as word:
        word.writestr("word/document.xml", "<w/>")
    for name in ("t.csv.bz2", "t.csv.xz"):
        assert blocs("import", "csv", tmp_path / name, "--dry-run").out == (
            f"{tmp_path / name}: 1 membership of 1 member in 1 body; no errors\n"
            "columns read: country as member, organization\n1 row made 1 membership\n"
            "1 of 1 name is in the list of states\n"
        )
        (tmp_path / "cut" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "cut" / name).write_bytes((tmp_path / name).read_bytes()[:40])
        assert "the packed file is cut short" in blocs("import", "csv", tmp_path / "cut" / name, "--dry-run").err
    (tmp_path / "t.csv.zst").write_bytes(bytes.fromhex("28b52ffd") + bytes(20))
    ways = {"t.csv.zst": "", "t.tar.gz": "unpack it", "t.7z": "unpack it", "t.docx": "Word"}
    if sys.version_info < (3, 14):
        ways["t.csv.zst"] = "zstd -d t.csv.zst"
    for name, way in ways.items():
        refused = blocs("import", "csv", tmp_path / name, "--dry-run")
        assert refused.code == 1 and way in refused.err, refused.err
    frame = pandas.DataFrame({"country": ["France"], "igo": ["Alpha"]})
    pyreadstat.write_xport(frame, tmp_path / "t.xpt")
    assert "a SAS transport file" in blocs("import", "csv", tmp_path / "t.xpt", "--dry-run").out


# By hand: a body for each number, years joined.
NUMBERED = {
    "alliances of ATOP": (
        "state,year,defense,nonagg,atopid1,atopid2\n200,1950,1,0,3180,3285\n200,1951,1,0,3180,0\n220,1950,0,1,3285,\n",
        "",
        {"200/ATOP 3180/1950/1951", "200/ATOP 3285/1950/1950", "220/ATOP 3285/1950/1950"},
    ),
    "bodies by number": (
        "country,igo1,igo2\nFrance,10,20\nItaly,10,-9\n",
        '--map "igo1=organization" --map "igo2=organization"',
        {"France/10//", "France/20//", "Italy/10//"},
    ),
    "numbers that could be codes": (
        "country,bloc_1,bloc_2\nFrance,1,2\nItaly,1,\nSpain,2,3\n",
        '--map "bloc_1=organization" --map "bloc_2=organization"',
        {"France/1//", "France/2//", "Italy/1//", "Spain/2//", "Spain/3//"},
    ),
}


@pytest.mark.parametrize("case", NUMBERED)
def test_bodies_by_number_in_several_columns(blocs: Blocs, tmp_path: Path, case: str) -> None:
    from blocs.graph.readers.table import TableFile, TableOptions

    text, way, expected = NUMBERED[case]
    table = tmp_path / "t.csv"
    table.write_text(text)
    if way:
        for words in (
            ["import", "csv", table, "--dry-run"],
            ["who", "210", "--data", table],
            ["list", "--data", table],
        ):
            asked = blocs(*words)
            assert asked.code == 2 and way in asked.err, asked.err
        assert f"blocs import csv {table}" in asked.err, "what lacks the option says which command has it"
    given = shlex.split(way)[1::2]
    rows = TableFile(table, TableOptions(mapping=dict(pair.split("=") for pair in given))).rows()
    assert {f"{row.member}/{row.organization}/{row.start}/{row.end}" for row in rows} == expected


@pytest.mark.parametrize("column", ["Ratified", "Status", "Remarks"])
def test_who_is_said_to_be_no_party_is_not_made_a_member(blocs: Blocs, tmp_path: Path, column: str) -> None:
    table = tmp_path / "npt.csv"
    party = "1992" if column == "Ratified" else "Party"
    said = [("France", party), ("India", "Never signed"), ("Israel", "Not a party"), ("Pakistan", "non-party")]
    table.write_text(f"Country,{column}\n" + "".join(f"{state},{text}\n" for state, text in said))
    words = ["import", "csv", table, "--organization", "NPT", "--store"]
    done, store = blocs(*words, tmp_path / "s"), tmp_path / "s"
    if done.code:  # what is asked can be said, to the letter
        assert "Never signed" in done.err, done.err
        options = re.findall(r"""--(?:map|role) (?:"[^"]*"|'[^']*'|\S+)""", done.err.partition("; if they are")[0])
        store = tmp_path / "again"
        done = blocs(*words, store, *shlex.split(" ".join(options)))
    assert done.code == 0, done.err
    found = blocs("who", "NPT", "--as-of", "1993", "--store", store, "--format", "json").out
    assert [one["id"] for one in json.loads(found)["answer"]["entities"]] == ["france"]


def test_a_flag_beside_figures_is_asked_about(blocs: Blocs, tmp_path: Path) -> None:
    table = tmp_path / "polity.csv"
    table.write_text("country,year,flag,polity,durable\nFrance,1990,0,9,21\nFrance,1991,1,9,22\nItaly,1990,0,10,3\n")
    words = ["import", "csv", table, "--organization", "Set", "--dry-run"]
    asked = blocs(*words)
    assert asked.code == 2 and "polity, durable" in asked.err
    assert "2 memberships of 2 members" in blocs(*words, "--map", "flag=ignore").out
    assert "1 membership of" in blocs(*words, "--map", "flag=flag").out


@pytest.mark.parametrize("header", ["P463,P463Label,P580,P582", "wdt:P463,P463Label,pq:P580,P582 (end time)"])
@pytest.mark.parametrize("kind", ["csv", "wikidata"])
def test_properties_of_wikidata_are_known_by_their_numbers(tmp_path: Path, header: str, kind: str) -> None:
    entity, path = "http://www.wikidata.org/entity/", tmp_path / "t.csv"
    path.write_text(
        f"item,itemLabel,{header}\n{entity}Q33,Finland,{entity}Q7184,NATO,2023-04-04T00:00:00Z,\n"
        f"{entity}Q145,United Kingdom,{entity}Q458,European Union,1973-01-01T00:00:00Z,2020-01-31T00:00:00Z\n"
    )
    rows = list(TableFile(path, kind=kind).rows())
    assert [(row.member, row.organization, row.start, row.end) for row in rows] == [
        ("Finland", "NATO", "2023-04-04", ""), ("United Kingdom", "European Union", "1973-01-01", "2020-01-31"),
    ]  # fmt: skip
