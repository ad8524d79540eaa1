"""Columns that name bodies once more, and tables that have bodies and nobody in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tables_read import Right, hold_against

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
    assert found.stdout.splitlines()[1:] == ["france,France,stated"]
    assert "a body cannot be a member of itself, and what says so was left out: European Union in row 2" in found.stderr
    assert "European Union" in blocs("who", "G20", "--data", str(path)).stdout
