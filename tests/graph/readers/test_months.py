"""Tables with a row for each month, however it is written, are spans of months; a plain loop says which."""

from __future__ import annotations

from calendar import month_name, monthrange
from itertools import product
from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from tables_read import memberships_in

from .test_shapes_of_tables import read

STATES = ["France", "Italy", "Kenya"]
FIRST = 1991 * 12 + 9

Told = dict[tuple[str, int], bool]
"""Whether each state is in, in each month since the first."""


@st.composite
def months(draw: st.DrawFn) -> Told:
    length = draw(st.integers(3, 8))
    found = {pair: draw(st.booleans()) for pair in product(STATES, range(length))}
    assume(all(any(found[state, at] for state in STATES) for at in range(length)))
    assume(len({found[pair] for pair in found}) == 2)
    return found


def spans(told: Told) -> list[tuple[str, str, str]]:
    """Each state's first and last months without a month between them in which it is not in."""
    last = max(at for _, at in told)
    found = []
    for state in STATES:
        for first in range(last + 1):
            if told[state, first] and not (first and told[state, first - 1]):
                end = first
                while end < last and told[state, end + 1]:
                    end += 1
                found.append((state, iso(first), iso(end)))
    return sorted(found)


def parts(at: int) -> tuple[int, int]:
    return (FIRST + at) // 12, (FIRST + at) % 12 + 1


def iso(at: int) -> str:
    return "{:04}-{:02}".format(*parts(at))


def last_day(at: int) -> str:
    return f"{iso(at)}-{monthrange(*parts(at))[1]}"


WRITTEN = {
    "month": iso,
    "date": lambda at: f"{iso(at)}-01",
    "snapshot": last_day,
    "year,month": lambda at: "{},{}".format(*parts(at)),
    "Year,Mo": lambda at: "{},{:02}".format(*parts(at)),
    "year,month ": lambda at: f"{parts(at)[0]},{month_name[parts(at)[1]]}",
}


@pytest.mark.parametrize("columns", WRITTEN)
@given(told=months())
@settings(max_examples=15, deadline=None)
def test_flags_by_month(columns: str, told: Told) -> None:
    lines = [f"{columns},country,organization,member"]
    lines += [f"{WRITTEN[columns](at)},{state},WEU,{int(told[state, at])}" for state, at in sorted(told)]
    assert [(row[0], row[3], row[4]) for row in read("\n".join(lines))] == spans(told)


@pytest.mark.parametrize("columns", ["month", "date", "year,month"])
def test_lists_by_month(columns: str) -> None:
    """Rows of members alone: Kenya comes in the second month and is there till the last; Italy has a month's gap."""
    there = {"France": [0, 1, 2, 3], "Italy": [0, 2, 3], "Kenya": [1, 2, 3]}
    lines = [f"{columns},country,organization"]
    lines += [f"{WRITTEN[columns](at)},{state},WEU" for state, times in there.items() for at in times]
    assert [(row[0], row[3], row[4]) for row in read("\n".join(lines))] == [
        ("France", "1991-10", "1992-01"),
        ("Italy", "1991-10", "1991-10"),
        ("Italy", "1991-12", "1992-01"),
        ("Kenya", "1991-11", "1992-01"),
    ]


def test_the_same_day_of_each_year_is_that_year() -> None:
    lines = ["date,country,organization"]
    lines += [f"{year}-12-31,{state},WEU" for year in (1992, 1993) for state in STATES[:2]]
    assert [(row[0], row[3], row[4]) for row in read("\n".join(lines))] == [
        ("France", "1992", "1993"),
        ("Italy", "1992", "1993"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "date,country,organization\n1960-05-01,France,EFTA\n1962-06-01,Italy,EFTA\n1970-01-01,France,EFTA\n",
        "year,month,country,organization\n1960,5,France,EFTA\n1962,6,Italy,EFTA\n1970,1,France,EFTA\n",
    ],
    ids=["days", "parts"],
)
def test_joining_twice_is_no_month(text: str) -> None:
    with pytest.raises(BlocsError, match="one membership several dates"):
        read(text)
    parts = {"year": "start_year", "month": "start_month"}
    found = read(text, mapping={"date": "start"} if text.startswith("date") else parts)
    assert [row[0] for row in found] == ["France", "France", "Italy"]
    assert all(row[4] == "" for row in found)


def test_what_happened_at_a_date_is_no_month() -> None:
    text = (
        "date,country,organization,event\n1960-05-01,France,EFTA,joined\n1970-06-01,France,EFTA,left\n"
        "1960-05-01,Italy,EFTA,joined\n1970-06-01,Italy,EFTA,left\n"
    )
    assert [(row[0], row[3], row[4]) for row in read(text)] == [
        ("France", "1960-05-01", "1970-06-01"),
        ("Italy", "1960-05-01", "1970-06-01"),
    ]


def test_a_time_that_is_no_month_is_told_by_row() -> None:
    text = "month,country,organization\n2020-01,France,WEU\n2020-02,France,WEU\n2020-01,Italy,WEU\n2020,Italy,WEU\n"
    with pytest.raises(Exception, match=r"row 5, column month: '2020' is not a month"):
        read(text, mapping={"month": "month"})


def test_a_row_that_lacks_its_year_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("state,year,OAS,OAU\nMali,1990,0,1\nChile,1990,1,0\nChad\nChad,1992,0,1\n")
    with pytest.raises(BlocsError, match="row 4, column year: '' is not a year; write it, or leave the row out"):
        list(TableFile(tmp_path / "t.csv").rows())


TIMES = {  # names of three columns: what the user says of dates, the times
    ("Jan 1990", "Feb 1990", "Mar 1990"): ("", "1990-01 1990-02 1990-03"),
    ("1990-01", "1990-02", "1990-03"): ("", "1990-01 1990-02 1990-03"),
    ("X1990.01", "X1990.02", "X1990.03"): ("", "1990-01 1990-02 1990-03"),  # as R calls them
    ("11/1990", "12/1990", "01/1991"): ("", "1990-11 1990-12 1991-01"),
    ("1990-01-01", "1990-02-01", "1990-03-01"): ("", "1990-01 1990-02 1990-03"),
    ("1990-01-01", "1991-01-01", "1992-01-01"): ("", "1990 1991 1992"),
    ("Jan-90", "Feb-90", "Mar-90"): ("DD/MM/YY", "1990-01 1990-02 1990-03"),
    ("01/90", "02/90", "03/90"): ("MM/YY", "1990-01 1990-02 1990-03"),
    ("01/02/1990", "01/03/1990", "01/04/1990"): ("DD/MM/YYYY", "1990-02 1990-03 1990-04"),
    ("FY1990", "FY1991", "FY1992"): ("", "1990 1991 1992"),
    ("year 1990", "year 1991", "year 1992"): ("", "1990 1991 1992"),
    ("yr_1990", "yr_1991", "yr_1992"): ("", "1990 1991 1992"),
    ("1990.0", "1991.0", "1992.0"): ("", "1990 1991 1992"),
    ("1990年", "1991年", "1992年"): ("", "1990 1991 1992"),
}


@pytest.mark.parametrize("organization", [True, False])
@pytest.mark.parametrize("names", TIMES)
def test_columns_of_yes_and_no_that_are_called_after_times(
    tmp_path: Path, names: tuple[str, ...], organization: bool
) -> None:
    date_format, times = TIMES[names][0], TIMES[names][1].split()
    body = ",organization" if organization else ""
    its = ",Lakes Union" if organization else ""
    path = tmp_path / "t.csv"
    path.write_text(f"country{body},{','.join(names)}\nKenya{its},1,1,0\nUganda{its},0,1,1\n", "utf-8")
    given = {} if organization else {"organization": "Lakes Union"}
    assert memberships_in(path, date_format=date_format, **given) == [
        f"Kenya/Lakes Union/full/{times[0]}/{times[1]}",
        f"Uganda/Lakes Union/full/{times[1]}/{times[2]}",
    ]
    if date_format:
        with pytest.raises(BlocsError, match=f"--date-format .*{date_format}"):
            memberships_in(path, **given)


def test_seasons_are_read_as_the_year_that_they_name_first(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,2004/05,2005/06,2006/07\nKenya,Lakes Union,1,1,0\n", "utf-8")
    assert memberships_in(path) == ["Kenya/Lakes Union/full/2004/2005"]
    table = TableFile(path)
    assert list(table.rows())
    assert any("'2004/05' as '2004'" in note for note in table.report.important)


@pytest.mark.parametrize("names", ["2004-05,2005-06,2006-07", "Jan 1990,Apr 1990,Jul 1990"])
def test_columns_of_times_that_may_be_others_are_asked_about(tmp_path: Path, names: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,{names}\nKenya,Lakes Union,1,1,0\nUganda,Lakes Union,0,1,1\n", "utf-8")
    with pytest.raises(BlocsError, match="may say of which years a membership is"):
        memberships_in(path)


def test_figures_by_year_are_no_members(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,joined,FY1990,FY1991\nKenya,Lakes Union,1949,120,130\n", "utf-8")
    table = TableFile(path)
    assert [(row.start, row.end) for row in table.rows()] == [("1949", "")]
    assert table.report.unread.keys() == {"FY1990", "FY1991"}


def test_roles_by_year_are_read(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,FY1990,FY1991\nKenya,Lakes Union,observer,member\n", "utf-8")
    assert memberships_in(path) == [
        "Kenya/Lakes Union/full/1991/1991", "Kenya/Lakes Union/observer/1990/1990",
    ]  # fmt: skip
