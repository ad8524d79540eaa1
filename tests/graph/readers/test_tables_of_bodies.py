"""Columns that name bodies once more, and tables that have bodies and nobody in them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from tables_read import Right, hold_against, memberships_in

Blocs = Callable[..., Any]

TABLES: dict[str, tuple[str, Right]] = {
    "ids and names": ("org_id,name\nO1,CARICOM\nO2,OAS\n", "is a table of organizations ('CARICOM')"),
    "ids of what no list has": (
        "organization_id,name,classification\nsen,Senate,chamber\nblu,Blue League,party\n",
        "give the table of memberships beside it",
    ),
    "a name in another language": (
        "abbreviation,organization,name\nEU,European Union,Union européenne\nAU,African Union,Union africaine\n",
        "is a table of organizations ('European Union')",
    ),
    "abbreviations and names": (
        "organisation,name,headquarters\nECOWAS,Economic Community of West African States,Abuja\n"
        "SADC,Southern African Development Community,Gaborone\n",
        "is a table of organizations",
    ),
    "a column of members beside names in two languages": (
        "Kürzel;Name_de;Name_en;Mitglied;Beitritt\nER;Europarat;Council of Europe;Malta;1965\n"
        "NR;Nordischer Rat;Nordic Council;Island;1952\n",
        ["Island/Nordic Council/full/1952/", "Malta/Council of Europe/full/1965/"],
    ),
    "labels of ids": (
        "organization,label,country\nIGO1,African Union,Chad\nIGO1,African Union,Togo\nIGO2,ECOWAS,Togo\n",
        ["Chad/African Union/full//", "Togo/African Union/full//", "Togo/ECOWAS/full//"],
    ),
    "people, each in a body of their own": (
        "name,organisation\nNils Larsen,Nordic Forum\nBela Kovacs,Danube Forum\n",
        ["Bela Kovacs/Danube Forum/full//", "Nils Larsen/Nordic Forum/full//"],
    ),
    "states, each in a body of their own": (
        "organization,name\nNordic Council,Iceland\nArab League,Iraq\n",
        ["Iceland/Nordic Council/full//", "Iraq/Arab League/full//"],
    ),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_column_of_names_of_bodies_is_not_that_of_the_members(tmp_path: Path, case: str) -> None:
    content, right = TABLES[case]
    hold_against(right, tmp_path / "t.csv", content)


def test_no_body_is_a_member_of_itself_and_that_is_said(tmp_path: Path, blocs: Blocs) -> None:
    path = tmp_path / "t.csv"
    path.write_text("member,organization\nEuropean Union,EU\nFrance,EU\nEU,G20\n")
    found = blocs("who", "EU", "--data", str(path), "--format", "csv")
    assert found.out.splitlines()[1:] == ["france,France,stated"]
    assert "a body cannot be a member of itself, and what says so was left out: European Union in row 2" in found.err
    assert "European Union" in blocs("who", "G20", "--data", str(path)).out


PEOPLE = ("people", [["id", "name"], ["p1", "Ann Lee"], ["p2", "Bo Roy"]])
BODIES = (
    "organizations",
    [["id", "name", "classification"], ["o1", "Blue Party", "party"], ["o2", "Senate", "chamber"]],
)
IDS = ("memberships", [["person_id", "organization_id", "since"], ["p1", "o1", "2010"], ["p2", "o2", "2012"]])
STATES = ("countries", [["country_id", "country"], ["1", "Jamaica"], ["2", "Guyana"]])
IGOS = ("igos", [["igo_id", "igo"], ["1", "CARICOM"], ["2", "OAS"]])
NUMBERS = ("membership", [["country_id", "igo_id", "joined"], ["1", "1", "1973"], ["2", "2", "1991"]])
RELATIONAL = {
    "people and organizations": (
        [PEOPLE, BODIES, IDS],
        ["Ann Lee/Blue Party/full/2010/", "Bo Roy/Senate/full/2012/"],
    ),
    "numbers of two kinds": ([STATES, IGOS, NUMBERS], ["Guyana/OAS/full/1991/", "Jamaica/CARICOM/full/1973/"]),
    "ids of bodies alone": (
        [("bodies", [["org_id", "name"], ["O1", "CARICOM"]]), ("m", [["country", "org_id"], ["Guyana", "O1"]])],
        ["Guyana/CARICOM/full//"],
    ),
}


def _text(rows: list[list[str]]) -> str:
    return "".join(",".join(row) + "\n" for row in rows)


@pytest.mark.parametrize("case", RELATIONAL)
@pytest.mark.parametrize("kind", ["zip", "xlsx"])
def test_the_ids_of_other_sheets_or_files_are_read_as_their_names(tmp_path: Path, case: str, kind: str) -> None:
    tables, right = RELATIONAL[case]
    path = tmp_path / f"all.{kind}"
    if kind == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, rows in tables:
                archive.writestr(f"{name}.csv", _text(rows))
    else:
        book = openpyxl.Workbook()
        for name, rows in tables:
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        book.remove(book.worksheets[0])
        book.save(path)
    assert memberships_in(path) == right


def test_the_ids_of_tables_given_together_are_read_as_their_names_and_what_is_left_is_said(
    tmp_path: Path, blocs: Blocs
) -> None:
    given = []
    for name, rows in (PEOPLE, BODIES, IDS):
        (tmp_path / f"{name}.csv").write_text(_text(rows))
        given += ["--data", str(tmp_path / f"{name}.csv")]
    found = blocs("who", "Blue Party", *given, "--format", "csv")
    assert "Ann Lee" in found.out and "Bo Roy" not in found.out
    said = "organizations.csv: its 'name' was read for the ids in memberships.csv; not read: 'classification'"
    assert said in found.err and "people.csv" not in found.err
    assert not blocs("check", *given[1::2]).code


def test_ids_of_bodies_that_nothing_names_are_said(tmp_path: Path, blocs: Blocs) -> None:
    (tmp_path / "m.csv").write_text("country,org_id\nChad,O1\nTogo,O2\n")
    said = "the bodies are called by the ids of 'org_id' (O1); if another table has their names, give both together"
    assert said in blocs("list", "--data", str(tmp_path / "m.csv")).err


@pytest.mark.parametrize("order", [("bodies", "members"), ("members", "bodies")])
def test_a_table_of_bodies_beside_one_of_memberships_is_left_out_and_that_is_said(
    tmp_path: Path, blocs: Blocs, order: tuple[str, str]
) -> None:
    (tmp_path / "bodies.csv").write_text(
        "Acronym,Organization,Headquarters\nECOWAS,West Union,Abuja\nEAC,East Union,Arusha\n"
    )
    (tmp_path / "members.csv").write_text("country,organization\nTogo,ECOWAS\n")
    given = [each for name in order for each in ("--data", str(tmp_path / f"{name}.csv"))]
    found = blocs("who", "ECOWAS", *given)
    assert "Togo" in found.out and "bodies.csv was left out: it names organizations" in found.err
    assert (
        "give the table of memberships beside it"
        in blocs("who", "ECOWAS", "--data", given[1 + 2 * order.index("bodies")]).err
    )


def test_a_table_of_ids_alone_is_refused_with_the_table_that_it_needs(tmp_path: Path) -> None:
    right = "if 'person_id' has their ids, give the table with their names beside it, as another --data"
    hold_against(right, tmp_path / "m.csv", "person_id,organization_id,role\np1,o1,member\np2,o1,member\n")
