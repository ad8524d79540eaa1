"""Roles and names as published lists write them: in brackets, in other languages, in columns called after the body."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.json_tables import json_rows
from blocs.graph.readers.table import TableFile, TableOptions

from .test_shapes_of_tables import read

LIST = 'Country,Organization participation\nMali,"AfDB, ISO ({0}), UN"\nChad,"AfDB (nonregional member), UN"\n'


@pytest.mark.parametrize("word", ["correspondent", "cooperating state", "pending member", "NGOs", "dialogue partner"])
def test_words_in_brackets_are_roles_that_are_asked_about(word: str) -> None:
    with pytest.raises(BlocsError, match="unknown role"):
        read(LIST.format(word))
    said = read(LIST.format(word), roles=(f"{word}=skip", "nonregional member=associate"))
    assert [(row[0], row[1], row[2]) for row in said] == [
        ("Chad", "AfDB", "associate"),
        ("Chad", "UN", "full"),
        ("Mali", "AfDB", "full"),
        ("Mali", "UN", "full"),
    ]


def test_no_role_reads_them_all_as_full_members() -> None:
    assert {row[1:3] for row in read(LIST.format("correspondent"), no_role=True)} == {
        ("AfDB", "full"),
        ("ISO", "full"),
        ("UN", "full"),
    }


def test_brackets_that_are_part_of_names_stay() -> None:
    found = read("country,organization\nMali,Union (Dakar)\nChad,Free Trade Area (Lomé Pact)\n")
    assert [row[1] for row in found] == ["Free Trade Area (Lomé Pact)", "Union (Dakar)"]


BESIDE = 'country,organization\nMali,"Alpha ({0})"\nChad,Alpha\n'


@pytest.mark.parametrize(
    ("said", "role", "start", "end"),
    [
        ("observer since 1999", "observer", "1999", ""),
        ("observer, 2002", "observer", "2002", ""),
        ("since 2002 as observer", "observer", "2002", ""),
        ("observer 1999-2004", "observer", "1999", "2004"),
        ("observer until 2005", "observer", "", "2005"),
        ("associate since May 2001", "associate", "2001-05", ""),
        ("2001, associate member", "associate", "2001", ""),
        ("observer) (2001", "observer", "2001", ""),
        ("member since 1999", "full", "1999", ""),
        ("suspended 2012", "full", "", "2012"),
        ("former member 1999-2004", "full", "1999", "2004"),
        ("full", "full", "", ""),
        ("asociado", "associate", "", ""),
        ("1999", "full", "1999", ""),
    ],
)
def test_brackets_behind_names_are_roles_and_dates(said: str, role: str, start: str, end: str) -> None:
    expected = [("Chad", "Alpha", "full", "", ""), ("Mali", "Alpha", role, start, end)]
    assert read(BESIDE.format(said)) == expected
    listed = f'organization,members\nAlpha,"Mali ({said}); Chad"\n'
    assert read(listed) == expected


@pytest.mark.parametrize("said", ["observer since 1999", "observer 1999", "1999, observer"])
def test_a_role_and_its_date_in_brackets_where_rows_have_dates(said: str) -> None:
    table = f'country,organization,start\nMali,"Alpha ({said})",\nChad,Alpha,1997\n'
    assert read(table) == [("Chad", "Alpha", "full", "1997", ""), ("Mali", "Alpha", "observer", "1999", "")]


@pytest.mark.parametrize(
    ("said", "asked", "start"),
    [("candidate since 1999", "candidate", "1999"), ("1999, applicant", "applicant", "1999"), ("former, 2001", "", "")],
)
def test_other_roles_with_dates_are_asked_about(said: str, asked: str, start: str) -> None:
    asked = asked or said
    with pytest.raises(BlocsError, match=f"unknown role: '{asked}'"):
        read(BESIDE.format(said))
    chad = ("Chad", "Alpha", "full", "", "")
    assert read(BESIDE.format(said), roles=(f"{asked}=skip",)) == [chad]
    assert read(BESIDE.format(said), roles=(f"{asked}=observer",)) == [chad, ("Mali", "Alpha", "observer", start, "")]


def test_a_name_with_a_year_beside_the_same_without_is_told_where_rows_have_dates(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,start\nMali,Alpha (1999),2001\nChad,Alpha,1997\n")
    table = TableFile(path, TableOptions())
    assert {row.organization for row in table.rows()} == {"Alpha", "Alpha (1999)"}
    assert any("'Alpha (1999)' stands beside the same name" in told for told in table.report.warnings)
    path.write_text("country,organization,start\nMali,Alpha (since 1999),\nChad,Alpha,1997\n")
    assert {(row.organization, row.start) for row in TableFile(path, TableOptions()).rows()} == {
        ("Alpha", "1999"),
        ("Alpha", "1997"),
    }


@pytest.mark.parametrize(
    ("french", "english"),
    [("OTAN", "nato"), ("UE", "eu"), ("Conseil de l'Europe", "coe"), ("НАТО", "nato"), ("ONU", "un")],
)
def test_names_of_bodies_in_other_languages(french: str, english: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"pays,organisation\nItalie,{french}\n")
    assert f"/{english}>" in "".join(TableFile(path, TableOptions()).triples())


def test_ticks_with_the_body_s_name() -> None:
    found = read("country,eu28,NATO,continent\nFrance,EU,NATO,Europe\nNorway,NA,NATO,Europe\nMalta,EU,,Europe\n")
    assert [(row[0], row[1]) for row in found] == [
        ("France", "NATO"),
        ("France", "eu28"),
        ("Malta", "eu28"),
        ("Norway", "NATO"),
    ]


def test_a_record_whose_bodies_have_names_and_abbreviations() -> None:
    record = '[{"name": "Kenya", "blocs": [{"acronym": "AU", "name": "African Union"}, {"acronym": "X", "name": "Y"}]}]'
    header, *rows = json_rows("t.json", record)
    assert [dict(zip(header, row, strict=True)) for row in rows] == [
        {"member": "Kenya", "acronym": "AU", "organization": "African Union"},
        {"member": "Kenya", "acronym": "X", "organization": "Y"},
    ]


def test_names_beside_lists_of_states_are_the_bodies() -> None:
    text = "Name,Acronym,Countries\nAlpha Pact,AP,BEN|BFA\nBeta League,BL,\nGamma Union,GU,CIV|BEN\n"
    assert [(row[0], row[1]) for row in read(text)] == [
        ("Benin", "Alpha Pact"),
        ("Benin", "Gamma Union"),
        ("Burkina Faso", "Alpha Pact"),
        ("Côte d'Ivoire", "Gamma Union"),
    ]


def test_camels_of_flags(tmp_path: Path) -> None:
    text = '[{"name": {"common": "Aruba"}, "unMember": false}, {"name": {"common": "Chad"}, "unMember": true}]'
    assert [(row[0], row[3]) for row in read(text, name="t.json")] == [("Chad", "")]


@pytest.mark.parametrize("ends", ["o,d", "i,j", "1,2"])
def test_pairs_of_trade_are_no_memberships(ends: str) -> None:
    first, second = ends.split(",")
    with pytest.raises(BlocsError, match="table of pairs"):
        read(f"year,iso3_{first},iso3_{second},eu_{first},eu_{second}\n2000,FRA,DEU,1,1\n")


def test_a_source_below_columns_of_bodies_is_a_note() -> None:
    found = read("Country,OECD,NATO\nChile,1,0\nEstonia,1,1\nSource: own compilation,,\n")
    assert {row[0] for row in found} == {"Chile", "Estonia"}


@pytest.mark.parametrize("dash", ["-", "–", "—", ":"])
def test_lines_of_members_with_any_dash(dash: str) -> None:
    text = f"Members and dates\nAlbania {dash} 8 September 2000\nAngola {dash} 23 November 1996\nChad {dash} 1996\n"
    text = text.replace(" :", ":")
    found = read(text, name="t.txt", organization="WTO")
    assert [(row[0], row[3]) for row in found] == [
        ("Albania", "2000-09-08"),
        ("Angola", "1996-11-23"),
        ("Chad", "1996"),
    ]


def test_numbers_of_bodies_are_no_abbreviations(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country_name,org_id,org_name\nSweden,7,Nordic Council\nMali,8,Alpha Pact\n")
    table = TableFile(path, TableOptions())
    assert [(row.organization, row.abbreviation) for row in table.rows()] == [
        ("Nordic Council", ""),
        ("Alpha Pact", ""),
    ]
    assert table.report.unread["org_id"] == "the number of 'org_name'"


def test_bodies_may_go_by_their_short_names_alone() -> None:
    text = "COUNTRY_NAME,IGO_ABBREV,ENTRY_YEAR,EXIT_YEAR\nITALY,NATO,1949,9999\n"
    assert read(text) == [("ITALY", "NATO", "full", "1949", "")]


@pytest.mark.parametrize("code", ["-88", "-77", "-66"])
def test_codes_of_surveys_for_what_is_not_known_are_no_years_before_christ(code: str) -> None:
    text = f"country,organization,start,end\nCuba,OAS,1948,{code}\n"
    with pytest.raises(BlocsError, match=f"--missing {code}"):
        read(text)
    assert read(text, missing=(code,)) == [("Cuba", "OAS", "full", "1948", "")]
