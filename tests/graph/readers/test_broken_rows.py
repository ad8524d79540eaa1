"""Rows that a line break in a cell without quotation marks has parted: never read as two, and never by half."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.readers.table import TableFile
from tables_read import Right, hold_against, memberships_in

PARTED = "look like one that a line break within a cell has parted"


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("country,body,note\nFrance,EU,a\nItaly,Alpha\nPact,b\nMali,EU,c\n", f"rows 3 and 4 {PARTED} ('Alpha' | "),
        ("country,body,since\nFrance,EU,1990\nItaly,Alpha\nPact,1991\n", f"rows 3 and 4 {PARTED}"),
        ("country,body,since\nFrance,EU,1990\nItaly,Alpha\nTreaty\nPact,1991\n", f"rows 3 to 5 {PARTED}"),
        ("country,body\nFrance,EU\nBosnia and\nHerzegovina,EU\n", f"rows 3 and 4 {PARTED} ('Bosnia and' | "),
        ("country,body,note\nFrance,EU,a\nItaly,EU,this is\nlong\nSpain,EU,c\n", "take the line break out"),
        # rows that only lack their last cells
        ("country,body,note\nCuba,EU\nMali,EU\nPeru,EU,c\n", ["Cuba/EU/full//", "Mali/EU/full//", "Peru/EU/full//"]),
        (
            "country,body,since,left\nFrance,EU,1990\nRuritania,EU\nSpain,EU,1992,1999\n",
            ["France/EU/full/1990/", "Ruritania/EU/full//", "Spain/EU/full/1992/1999"],
        ),
        (
            "country,body,since\nChile,Oz,1990\nFrance,Oz\nRuritania,Oz\n",
            ["Chile/Oz/full/1990/", "France/Oz/full//", "Ruritania/Oz/full//"],
        ),
    ],
)  # fmt: skip
def test_a_row_that_a_line_break_has_parted_is_refused(tmp_path: Path, content: str, right: Right) -> None:
    hold_against(right, tmp_path / "t.csv", content)


def test_the_way_on_works(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,body,note\nFrance,EU,a\nItaly,Alpha Pact,b\n", "utf-8")
    assert memberships_in(path) == ["France/EU/full//", "Italy/Alpha Pact/full//"]


def test_rows_of_people_that_may_be_one_are_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("person,party,note\nAnn Lee,Blue\nParty,x\nBob Roe,Red Party,y\n", "utf-8")
    table = TableFile(path)
    list(table.rows())
    assert any("rows 2 and 3 have too few cells, and may be one row" in note for note in table.report.important)
    path.write_text("person,party,note\nAnn Lee,Blue\nTom Ash,Red\nBob Roe,Red,y\nJo Fox,Red\n", "utf-8")
    table = TableFile(path)
    assert len(list(table.rows())) == 4
    assert not any("too few cells" in note for note in table.report.important)
