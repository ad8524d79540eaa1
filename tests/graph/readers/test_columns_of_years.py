"""Columns of years and of parts of dates: read where it is plain, else asked about with ways that work."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions
from tables_read import memberships_in

_WAY = re.compile(r'(?:--map (?:"[^"]*"|[^\s;,"]+)(?: (?=--map))?)+')


def ways(message: str) -> dict[str, dict[str, str]]:
    """The ways on that a message offers: what each says of which column, by what it says of the first."""
    found = {}
    for match in _WAY.finditer(message):
        words = [word for word in shlex.split(match[0]) if word != "--map"]
        mapping = dict(word.rsplit("=", 1) for word in words)
        found[next(iter(mapping.values())).partition("_")[0]] = mapping
    return found


def _of(years: str, column: str) -> str:
    rows = zip(("Kenya", "Uganda"), years.split(), strict=True)
    return f"country,igo,{column}\n" + "".join(f"{state},Lakes Union,{year}\n" for state, year in rows)


def _read(years: str, ending: str) -> list[str]:
    rows = zip(("Kenya", "Uganda"), years.split(), strict=True)
    return [f"{state}/Lakes Union/full/{ending.format(year)}" for state, year in rows]


@pytest.mark.parametrize(
    "column",
    ["reporting_year", "survey_year", "data year", "ref_year", "year_of_observation", "Year (data)", "DataYear",
     "obs_yr", "Berichtsjahr", "Año del informe", "année de référence"],
)  # fmt: skip
def test_the_year_of_all_rows_is_when_they_held(tmp_path: Path, column: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_of("2015 2015", column))
    assert memberships_in(path) == _read("2015 2015", "{0}/{0}")


@pytest.mark.parametrize("years", ["2014 2015", "2015 2015"])
@pytest.mark.parametrize(
    "column",
    ["DateYear", "date_year", "YearDate", "YEAR_ID", "fiscal year", "election year", "Jahrgang", "wave",
     "cabecera_year", "x1"],
)  # fmt: skip
def test_a_year_that_may_be_of_the_row_or_the_start_is_asked_about(tmp_path: Path, column: str, years: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_of(years, column))
    with pytest.raises(BlocsError) as error:
        memberships_in(path)
    offered = ways(str(error.value))
    assert offered.keys() == {"year", "start", "ignore"}
    assert memberships_in(path, mapping=offered["year"]) == _read(years, "{0}/{0}")
    assert memberships_in(path, mapping=offered["start"]) == _read(years, "{0}/")
    assert memberships_in(path, mapping=offered["ignore"]) == _read(years, "/")


@pytest.mark.parametrize("column", ["reporting_year", "Year of data", "year_of_report", "year"])
def test_a_year_for_each_member_is_asked_about_whatever_it_is_called(tmp_path: Path, column: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_of("2014 2015", column))
    with pytest.raises(BlocsError) as error:
        memberships_in(path)
    assert ways(str(error.value)).keys() == {"year", "start", "ignore"}


SAID = {
    "independence_year": "country,igo,independence_year\nKenya,Lakes Union,1963\nUganda,Lakes Union,1962\n",
    "year_founded": "country,igo,year_founded\nKenya,Lakes Union,1963\nUganda,Lakes Union,1963\n",
    "treaty_year": "country,igo,treaty_year\nKenya,A,1963\nUganda,A,1963\nKenya,B,1970\nUganda,B,1970\n",
    "x_year": "country,igo,x_year\nKenya,A Pact,1963\nKenya,B Pact,1963\nUganda,A Pact,1962\nUganda,B Pact,1962\n",
    "survey_year": "country,igo,survey_year,joined\nKenya,A Pact,2015,1963\nUganda,A Pact,2015,1962\n",
    "birth_day": "country,igo,birth_year,birth_month,birth_day\nKenya,A Pact,1963,1,1\nUganda,A Pact,1962,2,3\n",
    "Monat": "country,igo,joined_on,Jahr,Monat\nKenya,A Pact,1990,1963,1\nUganda,A Pact,1991,1962,2\n",
}


@pytest.mark.parametrize("column", SAID)
def test_years_that_are_of_something_else_are_said(tmp_path: Path, column: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(SAID[column])
    table = TableFile(path)
    list(table.rows())
    said = table.report.worth_saying
    assert repr(column) in said and "not read" in said


PARTS = [
    ("join_year", "join_month", "join_day"),
    ("year_of_joining", "month_of_joining", "day_of_joining"),
    ("start_year", "start_month", "start_day"),
    ("effective_year", "effective_month", "effective_day"),
    ("acc_y", "acc_m", "acc_d"),
    ("DateYear", "DateMonth", "DateDay"),
    ("YearJoined", "MonthJoined", "DayJoined"),
    ("Jahr", "Monat", "Tag"),
    ("Beitrittsjahr", "Beitrittsmonat", "Beitrittstag"),
    ("année", "mois", "jour"),
    ("année d'adhésion", "mois d'adhésion", "jour d'adhésion"),
    ("año", "mes", "día"),
    ("anno", "mese", "giorno"),
    ("jaar", "maand", "dag"),
    ("год", "месяц", "день"),
]
_DATES = ["Kenya/Lakes Union/full/1952-02-18/", "Uganda/Lakes Union/full/1953-11-03/"]


def _in_parts(names: tuple[str, str, str]) -> str:
    return f"country,igo,{','.join(names)}\nKenya,Lakes Union,1952,2,18\nUganda,Lakes Union,1953,11,3\n"


@pytest.mark.parametrize("names", PARTS)
def test_a_date_in_parts_is_read_whole(tmp_path: Path, names: tuple[str, str, str]) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_in_parts(names))
    assert memberships_in(path) == _DATES


@pytest.mark.parametrize("stem", ["signed", "ratification", "xyz"])
def test_a_date_in_parts_that_may_be_the_start_is_asked_about_whole(tmp_path: Path, stem: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_in_parts((f"{stem}_year", f"{stem}_month", f"{stem}_day")))
    with pytest.raises(BlocsError) as error:
        memberships_in(path)
    offered = ways(str(error.value))
    assert offered.keys() == {"start", "ignore"}
    assert memberships_in(path, mapping=offered["start"]) == _DATES
    assert memberships_in(path, mapping=offered["ignore"]) == _read("1952 1953", "/")


def test_parts_of_a_date_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_in_parts(("A", "B", "C")))
    assert memberships_in(path, mapping={"A": "start_year", "B": "start_month", "C": "start day"}) == _DATES
    with pytest.raises(BlocsError, match="no column its year"):
        memberships_in(path, mapping={"C": "start_day"})


def test_a_year_read_alone_says_what_it_leaves(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(_in_parts(("Jahr", "Monat", "Tag")))
    table = TableFile(path, TableOptions(mapping={"Jahr": "start"}))
    assert [row.start for row in table.rows()] == ["1952", "1953"]
    assert memberships_in(path, mapping=ways(table.report.unread["Tag"])["start"]) == _DATES


READ = {
    "no day of a month that is not known": (
        "country,igo,join_year,join_month,join_day\nKenya,Pact,1952,-9,18\nUganda,Pact,1953,NA,\n",
        ["Kenya/Pact/full/1952/", "Uganda/Pact/full/1953/"],
    ),
    "both edges": (
        "alliance,member,join_year,join_month,join_day,leave_year,leave_month,leave_day\n"
        "Pact,Turkey,1952,2,18,-9,-9,-9\nPact,Greece,1952,2,-9,1974,8,14\n",
        ["Greece/Pact/full/1952-02/1974-08-14", "Turkey/Pact/full/1952-02-18/"],
    ),
    "signature beside the start": (
        "country,igo,signed_year,signed_month,join_year,join_month\nKenya,Pact,1951,1,1952,2\n",
        ["Kenya/Pact/full/1952-02/"],
    ),
    "a tag that is no day": (
        "country,igo,year,tag\nKenya,Pact,2001,core\nKenya,Pact,2002,core\nUganda,Pact,2002,new\n",
        ["Kenya/Pact/full/2001/2002", "Uganda/Pact/full/2002/2002"],
    ),
    "a month beside its year": (
        "country,igo,joined,joined_month\nKenya,Pact,1952,2\nMali,Pact,1953,5\n",
        ["Kenya/Pact/full/1952-02/", "Mali/Pact/full/1953-05/"],
    ),
    "a date in the status of a year": (
        "country,igo,status,survey_year\nKenya,Pact,member since 2001,2005\nMali,Pact,observer,2005\n",
        ["Kenya/Pact/full/2001/", "Mali/Pact/observer/2005/2005"],
    ),
    "who came back, in parts": (
        "country,igo,join_year,join_month,leave_year,leave_month,rejoin_year,rejoin_month\n"
        "Kenya,Pact,1990,1,1995,2,1999,3\nMali,Pact,1991,4,,,,\n",
        ["Kenya/Pact/full/1990-01/1995-02", "Kenya/Pact/full/1999-03/", "Mali/Pact/full/1991-04/"],
    ),
    "who came back in a year": (
        "country,igo,start_year,start_month,end_year,end_month,rejoined_year\nKenya,Pact,1990,1,1995,2,1999\n",
        ["Kenya/Pact/full/1990-01/1995-02", "Kenya/Pact/full/1999/"],
    ),
    "spells that count, in parts": (
        "country,igo,join_year_1,join_month_1,leave_year_1,leave_month_1,join_year_2,join_month_2\n"
        "Kenya,Pact,1990,5,1995,6,1999,7\n",
        ["Kenya/Pact/full/1990-05/1995-06", "Kenya/Pact/full/1999-07/"],
    ),
    "of each body": (
        "country,NATO,EU,survey_year\nFrance,1,1,2015\nNorway,1,0,2015\n",
        ["France/EU/full/2015/2015", "France/NATO/full/2015/2015", "Norway/NATO/full/2015/2015"],
    ),
}


@pytest.mark.parametrize("kind", READ)
def test_years_and_parts_are_read(tmp_path: Path, kind: str) -> None:
    content, right = READ[kind]
    path = tmp_path / "t.csv"
    path.write_text(content)
    assert memberships_in(path) == right


ASKED = {
    "years that count with their bodies": (
        "country,org1,year1,org2,year2\nKenya,A,2001,B,1963\n",
        {
            "start": ["Kenya/A/full/2001/", "Kenya/B/full/1963/"],
            "year": ["Kenya/A/full/2001/2001", "Kenya/B/full/1963/1963"],
        },
    ),
    "years of two digits": ("country,igo,year\nKenya,Pact,01\n", {"ignore": ["Kenya/Pact/full//"]}),
    "months that are not read": ("country,igo,yearmonth\nKenya,Pact,200105\n", {"ignore": ["Kenya/Pact/full//"]}),
    "two columns of years": (
        "country,igo,y1,y2\nKenya,Pact,2001,2004\n",
        {"start": ["Kenya/Pact/full/2001/2004"], "ignore": ["Kenya/Pact/full//"]},
    ),
    "a year beside an end": (
        "country,igo,year,left\nKenya,Pact,2001,2004\n",
        {
            "start": ["Kenya/Pact/full/2001/2004"],
            "year": ["Kenya/Pact/full/2001/2001"],
            "ignore": ["Kenya/Pact/full//2004"],
        },
    ),
    "a day for a membership, again and again": (
        "country,igo,year,month,day\nKenya,Pact,2001,1,1\nKenya,Pact,2001,2,1\n",
        {
            "year": ["Kenya/Pact/full/2001/2001"],
            "start": ["Kenya/Pact/full/2001-01-01/", "Kenya/Pact/full/2001-02-01/"],
        },
    ),
    "a month for a membership, now and then": (
        "country,igo,year,month\nMali,Pact,1960,5\nMali,Pact,1970,1\n",
        {
            "year": ["Mali/Pact/full/1960-05/1960-05", "Mali/Pact/full/1970-01/1970-01"],
            "start": ["Mali/Pact/full/1960-05/", "Mali/Pact/full/1970-01/"],
        },
    ),
    "who has signed alone": (
        "country,igo,signed_year,signed_month,join_year,join_month\nKenya,Pact,1951,1,1952,2\nMali,Pact,1951,3,,\n",
        {"start": ["Kenya/Pact/full/1951-01/", "Mali/Pact/full/1951-03/"], "ignore": ["Kenya/Pact/full/1952-02/"]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", ASKED)
def test_what_may_be_several_things_is_asked_about_with_ways_that_work(tmp_path: Path, kind: str) -> None:
    content, right = ASKED[kind]
    path = tmp_path / "t.csv"
    path.write_text(content)
    with pytest.raises(BlocsError) as error:
        memberships_in(path)
    offered = ways(str(error.value))
    for field, memberships in right.items():
        assert memberships_in(path, mapping=offered[field]) == memberships


def test_a_day_that_the_calendar_has_not_is_found(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,igo,join_year,join_month,join_day\nKenya,Pact,1952,2,18\nIraq,Pact,1955,2,30\n")
    with pytest.raises(BlocsError, match="row 3, column join_year: '1955-02-30' is not a date"):
        memberships_in(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        (
            "b.csv",
            "Members of Lakes Union in 2012\ncountry,body\nMali,Lakes Union\nChad,Lakes Union\n",
            "title says 2012",
        ),
        ("members_2012.csv", "country,body\nMali,Lakes Union\nChad,Lakes Union\n", "name says 2012"),
        ("members_2012.csv", "country,body,joined\nMali,Lakes Union,1990\nChad,Lakes Union,1991\n", ""),
    ],
)
def test_a_year_in_the_title_of_a_table_without_dates_is_said(
    tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    table = TableFile(path)
    list(table.rows())
    assert said in table.report.worth_saying
    assert bool(said) == bool(table.report.worth_saying)


def test_mistakes_of_several_kinds_are_told_each_with_its_way_out(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "country,igo,joined\nGhana,Pact,Q2 2004\nTogo,Pact,mid-90s\nMali,Pact,2004?\nChad,Pact,1990 or 1991\n"
    )
    with pytest.raises(BlocsError) as error:
        memberships_in(path)
    message = str(error.value)
    assert "--date-format approximate (also wrong: rows 4, 5); row 3" in message
    missing = tuple(word.strip('"') for word in re.findall(r'--missing ("[^"]+"|[^;\s]+)', message))
    assert memberships_in(path, date_format="approximate", missing=missing) == [
        "Chad/Pact/full/1990/", "Ghana/Pact/full/2004/", "Mali/Pact/full/2004/", "Togo/Pact/full//",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("joined", "left", "right"),
    [
        ("15 de setiembre de 1998", "hasta la fecha", "1998-09-15/"),
        ("desconocida", "até hoje", "/"),
        ("1990", "fino ad oggi", "1990/"),
        ("não disponível", "1990", "/1990"),
        ("date inconnue", "jusqu'à présent", "/"),
        ("nicht bekannt", "bis jetzt", "/"),
        ("неизвестна", "по сей день", "/"),
    ],
)
def test_words_for_no_date_and_for_what_goes_on(tmp_path: Path, joined: str, left: str, right: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,igo,joined,left\nGhana,Pact,{joined},{left}\nMali,Pact,1990,1999\n")
    assert memberships_in(path) == sorted([f"Ghana/Pact/full/{right}", "Mali/Pact/full/1990/1999"])


BY_YEAR = sorted(
    f"{state}/{body}/full/{year}/{year}"
    for state, bodies in {"Austria": "EFTA EU EU", "Norway": "EFTA EFTA EFTA", "Greece": "EU EU EU"}.items()
    for year, body in zip(("1990", "1995", "2000"), bodies.split(), strict=True)
)
"""Years five apart are not joined: of those between them the table says nothing."""


@pytest.mark.parametrize(
    "content",
    [
        "country,1990,1995,2000\nAustria,EFTA,EU,EU\nNorway,EFTA,EFTA,EFTA\nGreece,EU,EU,EU\n",
        "Land;Jahr 1990;Jahr 1995;Jahr 2000\nAustria;EFTA;EU;EU\nNorway;EFTA;EFTA;EFTA\nGreece;EU;EU;EU\n",
        "country,X1990,X1995,X2000\nAustria,EFTA,EU,EU\nNorway,EFTA,EFTA,EFTA\nGreece,EU,EU,EU\n",
        "year,Austria,Norway,Greece\n1990,EFTA,EFTA,EU\n1995,EU,EFTA,EU\n2000,EU,EFTA,EU\n",
    ],
)
def test_bodies_in_the_cells_of_years_are_those_of_that_year(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content)
    assert memberships_in(path) == BY_YEAR


def test_names_in_the_cells_of_years_are_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,1990,1991,1992\nChad,Alpha,Alpha,Beta\nMali,Beta,,\nTogo,none,Alpha,Alpha; Beta\n")
    with pytest.raises(BlocsError) as error:
        memberships_in(path)
    assert ways(str(error.value)) == {"organization": {"1990": "organization"}}
    assert memberships_in(path, mapping={"1990": "organization"}) == [
        "Chad/Alpha/full/1990/1991", "Chad/Beta/full/1992/1992", "Mali/Beta/full/1990/1990",
        "Togo/Alpha/full/1991/1992", "Togo/Beta/full/1992/1992",
    ]  # fmt: skip
    left_out = {"1990": "organization", "1991": "organization", "1992": "ignore"}
    assert memberships_in(path, mapping=left_out) == [
        "Chad/Alpha/full/1990/1991", "Mali/Beta/full/1990/1990", "Togo/Alpha/full/1991/1991",
    ]  # fmt: skip
