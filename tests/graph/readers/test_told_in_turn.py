"""Several things in one cell: memberships with roles and dates of their own, where the whole cell is understood."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocs.graph.errors import OperationFailed
from blocs.graph.readers.cells.cell_reader import CellReader
from blocs.graph.readers.dates.written_dates import WrittenDates
from blocs.graph.readers.table import TableFile, TableOptions
from tables_read import Right, hold_against

TABLES: dict[str, tuple[str, Right]] = {
    "status_beside_starts.csv": (
        "country,organization,joined,status\nFrance,OIV,1958,Member\nSpain,OIV,1959,Withdrew 1976; associate since 2006\n"
        'Italy,OIV,1960,"Member 1960–1975, observer since 1980"\nGreece,OIV,,"Joined 1949, left 1966, rejoined 2009"\n'
        "Mali,OIV,1962,suspended 2012-2014\n",
        [
            "France/OIV/full/1958/",
            "Greece/OIV/full/1949/1966",
            "Greece/OIV/full/2009/",
            "Italy/OIV/full/1960/1975",
            "Italy/OIV/observer/1980/",
            "Mali/OIV/full/1962/2012",
            "Mali/OIV/full/2014/",
            "Spain/OIV/associate/2006/",
            "Spain/OIV/full/1959/1976",
        ],
    ),
    "notes_of_some_rows.csv": (
        "country,organization,joined,notes\nFrance,OIV,1958,hosts the seat\nSpain,OIV,1959,Withdrew 1976; associate since 2006\n"
        'Greece,OIV,1949,"left 1966, rejoined 2009"\nMali,OIV,1962,\nMalta,OIV,1964,expelled 1999\n',
        [
            "France/OIV/full/1958/",
            "Greece/OIV/full/1949/1966",
            "Greece/OIV/full/2009/",
            "Mali/OIV/full/1962/",
            "Malta/OIV/full/1964/1999",
            "Spain/OIV/associate/2006/",
            "Spain/OIV/full/1959/1976",
        ],
    ),
    # One cell that speaks of leaving is not understood: none of the column is read, as is said.
    "notes_half_understood.csv": (
        "country,organization,joined,notes\nFrance,OIV,1958,left 1966 under protest of its allies in 1967\nSpain,OIV,1959,left 1976\n",
        ["France/OIV/full/1958/", "Spain/OIV/full/1959/"],
    ),
    "notes_beside_ends.csv": (
        "country,organization,joined,left,notes\nSpain,OIV,1959,1976,Withdrew 1976; observer since 2006\nFrance,OIV,1958,,\n",
        ["France/OIV/full/1958/", "Spain/OIV/full/1959/1976", "Spain/OIV/observer/2006/"],
    ),
    "notes_against_starts.csv": (
        'country,organization,joined,notes\nSpain,OIV,1959,"Member 1961–1976, observer since 1980"\n',
        "says 1961, and another column says 1959",
    ),
    "wide_in_turn.csv": (
        'country,OIV,ISO\nFrance,Member,Member since 1960\nSpain,Withdrew 1976; associate since 2006,"Member 1960–1975, observer since 1980"\n',
        [
            "France/ISO/full/1960/",
            "France/OIV/full//",
            "Spain/ISO/full/1960/1975",
            "Spain/ISO/observer/1980/",
            "Spain/OIV/associate/2006/",
            "Spain/OIV/full//1976",
        ],
    ),
    "status_not_all_understood.csv": (
        "country,organization,status\nFrance,OIV,Member\nSpain,OIV,Withdrew 1976; some link since 2006\n",
        '--role "Withdrew 1976; some link since 2006=skip"',
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_cells_that_say_several_things(tmp_path: Path, name: str) -> None:
    content, right = TABLES[name]
    hold_against(right, tmp_path / name, content)


@pytest.mark.parametrize(
    ("cell", "right"),
    [
        ("Member since 1962 (suspended 2012–2014)", "full 1962-2012, full 2014-"),
        ("Member until 1975, then observer", "full -1975, observer 1975-"),
        ("Member since 1999 (observer 1990–1999)", "observer 1990-1999, full 1999-"),
        (
            "Observer (1980), associate (1990), full member (2004)",
            "observer 1980-1990, associate 1990-2004, full 2004-",
        ),
        ("Joined as observer in 1980, full member since 1999", "observer 1980-1999, full 1999-"),
        ("Left 1966. Returned 2009 as associate.", "full -1966, associate 2009-"),
        ("Mitglied 1960–1975, seit 1980 Beobachter", "full 1960-1975, observer 1980-"),
        ("membre de 1960 à 1975, observateur depuis 1980", "full 1960-1975, observer 1980-"),
        ("joined 4 April 1949; withdrew March 7, 1966; rejoined 2009", "full 1949-04-04-1966-03-07, full 2009-"),
        ("Suspended 2009; reinstated 2011", "full -2009, full 2011-"),
        ("observer 1958-1962, 1965-1970, full member since 1971", "observer 1958-1962, observer 1965-1970, full 1971-"),
        ("Member between 1960 and 1975, observer since 1980", "full 1960-1975, observer 1980-"),
    ],
)
def test_a_cell_is_read_part_by_part(cell: str, right: str) -> None:
    said = CellReader(WrittenDates()).status(cell)
    assert said is not None
    roles = said.roles or (said.role,) * len(said.spans)
    spans = zip(roles, said.spans, strict=True)
    assert ", ".join(f"{role or 'full'} {start}-{end}" for role, (start, end) in spans) == right


@pytest.mark.parametrize(
    "cell",
    [
        "Member 1945-1971 (as Republic of China)",
        "Member since 1960; president since 1970",
        "joined 1960, joined 1970",
        "left 1970, left 1980",
        "observer since 1980; withdrew 1990; rejoined 2000",  # as an observer, or as a member?
        "Withdrew 1976, now associate",  # since when?
        "Withdrew 1976; application 2006",
        "candidate 2012, member 2013",
        "Member since 1960, left",
        "left 1980, joined 1970, left 1960",
    ],
)
def test_a_cell_that_is_not_understood_in_all_its_parts_is_not_read(cell: str) -> None:
    assert CellReader(WrittenDates()).status(cell) is None


def test_what_was_read_and_what_was_not_understood_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        'country,org,since,note\nCuba,OAS,1948,suspended 1962–2009\nVenezuela,OAS,1948,"withdrew 2019 (disputed)"\n',
        "utf-8",
    )
    table = TableFile(path)
    assert len(list(table.rows())) == 2
    assert "withdrew 2019 (disputed)" in table.report.unread["note"]
    path.write_text('country,org,status\nGuinea,ECOWAS,"Member since 1975, suspended since 2021"\n', "utf-8")
    table = TableFile(path)
    assert [(row.start, row.end) for row in table.rows()] == [("1975", "2021")]
    assert any("as a member 1975–2021" in note for note in table.report.notes)


NOTED = "Country,Organization,Joined\nCroatia,Alpha,1996\nPoland†,Alpha,1991\nAustria,Alpha,1995\n† {0},,\n"


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("observer until 1991", [("observer", "", "1991"), ("full", "1991", "")]),
        ("Observer until 1990", [("observer", "", "1990"), ("full", "1991", "")]),
        ("Observer 1988-1991", [("observer", "1988", "1991"), ("full", "1991", "")]),
        ("Previously an observer (1989-1991)", [("observer", "1989", "1991"), ("full", "1991", "")]),
        ("Withdrew in 2003; rejoined 2008", [("full", "1991", "2003"), ("full", "2008", "")]),
        ("Left in 2003; re-admitted in 2008", [("full", "1991", "2003"), ("full", "2008", "")]),
        ("Member 1991–2003 and since 2008", [("full", "1991", "2003"), ("full", "2008", "")]),
        ("Suspended 2012–2014", [("full", "1991", "2012"), ("full", "2014", "")]),
        ("Left in 2005", [("full", "1991", "2005")]),
        ("Formerly an observer", [("full", "1991", "")]),
    ],
)
def test_a_note_with_dates_leaves_the_dates_of_its_row(
    note: str, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(NOTED.format(note), "utf-8")
    rows = [row for row in TableFile(path, TableOptions()).rows() if row.member == "Poland"]
    assert [(row.role, row.start, row.end) for row in rows] == expected


@pytest.mark.parametrize("note", ["Withdrew in 1990", "Observer since 1988"])
def test_a_note_that_contradicts_its_row_is_named_with_a_way_on(note: str, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(NOTED.format(note), "utf-8")
    with pytest.raises(OperationFailed, match=rf"row 3, 'Poland' \({note}\): .*--literal"):
        list(TableFile(path, TableOptions()).rows())
    rows = list(TableFile(path, TableOptions(literal=True)).rows())
    assert [(row.role, row.start) for row in rows] == [("full", "1996"), ("full", "1991"), ("full", "1995")]


def test_an_unknown_role_of_the_past_can_be_left_out_and_the_membership_stays(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(NOTED.format("candidate until 1991"), "utf-8")
    with pytest.raises(OperationFailed, match="unknown role: 'candidate'"):
        list(TableFile(path, TableOptions()).rows())
    rows = list(TableFile(path, TableOptions(roles=("candidate=skip",))).rows())
    assert [(row.member, row.role, row.start) for row in rows if row.member == "Poland"] == [("Poland", "full", "1991")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "country,organization,joined,status\nMali,Alpha,1996,member\nPoland,Alpha,1991,observer until 1991\n",
            [("observer", "", "1991"), ("full", "1991", "")],
        ),
        (
            "country,organization,joined\nMali,Alpha,1996\nPoland,Alpha (observer until 1990),1991\n",
            [("observer", "", "1990"), ("full", "1991", "")],
        ),
        (
            "country,NATO\nMali,1996\nPoland (observer 1988-1990),1991\n",
            [("observer", "1988", "1990"), ("full", "1991", "")],
        ),
        (
            "country,Alpha joined,Alpha left\nMali,1996,\nPoland (observer until 1991),1991,2001\n",
            [("observer", "", "1991"), ("full", "1991", "2001")],
        ),
        (
            "country,body,1990,1991,1992\nMali,Alpha,1,1,1\nPoland (observer until 1991),Alpha,1,1,1\n",
            [("observer", "1990", "1991"), ("full", "1992", "1992")],
        ),
    ],
)
def test_an_earlier_role_is_a_membership_of_its_own_wherever_it_stands(
    text: str, expected: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(text, "utf-8")
    rows = [row for row in TableFile(path, TableOptions()).rows() if row.member == "Poland"]
    assert [(row.role, row.start, row.end) for row in rows] == expected


def test_a_lesser_role_that_a_row_begins_with_is_said_to_be_all_of_it(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(NOTED.format("Associate member until 1995"), "utf-8")
    table = TableFile(path, TableOptions())
    rows = [row for row in table.rows() if row.member == "Poland"]
    assert [(row.role, row.start, row.end) for row in rows] == [("associate", "1991", "1995")]
    assert (
        "'Associate member until 1995' of a row that begins in 1991 was read as all of it" in table.report.worth_saying
    )


def test_each_of_several_marks_behind_a_name_has_its_note(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        'organization,members,since\nAlpha,"Poland*†, Malta",1991\n† founding member,,\n* observer until 1991,,\n',
        "utf-8",
    )
    table = TableFile(path, TableOptions())
    rows = [(row.member, row.role, row.start, row.end) for row in table.rows()]
    assert rows == [("Poland", "observer", "", "1991"), ("Poland", "full", "1991", ""), ("Malta", "full", "1991", "")]
    assert not any("† founding" in said for said in table.report.warnings)  # the note is no name


def test_a_remark_of_an_earlier_role_stands_beside_the_role_of_its_row(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    text = "country,organization,joined,role,remarks\nMali,Alpha,1991,member,{0}\nChad,Alpha,1990,member,\n"
    path.write_text(text.format("observer until 1991"), "utf-8")
    rows = [row for row in TableFile(path, TableOptions()).rows() if row.member == "Mali"]
    assert [(row.role, row.start, row.end) for row in rows] == [("observer", "", "1991"), ("full", "1991", "")]
    path.write_text(text.format("member since 1995"), "utf-8")
    with pytest.raises(OperationFailed, match=r'row 2, column remarks: .*--map "remarks=ignore"'):
        list(TableFile(path, TableOptions()).rows())
    rows = list(TableFile(path, TableOptions(mapping={"remarks": "ignore"})).rows())
    assert [(row.role, row.start) for row in rows] == [("full", "1991"), ("full", "1990")]
