"""Dates as people write them; right values from a calendar, by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.errors import BlocsError, InvalidRequest
from blocs.graph.readers.dates.single_dates import Undecided
from blocs.graph.readers.dates.written_dates import WrittenDates
from blocs.graph.readers.table import TableFile
from tables_read import memberships_in

Blocs = Callable[..., Any]

MAY_DAY = [
    "2004-05-01", "2004-5-1", "1 May 2004", "May 1, 2004", "1st of May 2004", "01.05.2004", "1. Mai 2004", "1er mai 2004",
    "1 de mayo de 2004", "1 мая 2004", "2004-05-01T00:00:00Z", "2004-05-01 13:30:00+02:00", "2004/05/01", "20040501",
    "Sat, 1 May 2004", "2004年5月1日", "二〇〇四年五月一日", "٢٠٠٤-٠٥-٠١", "1 May 2004[2]", "1-May-2004", "2004 May 1",
]  # fmt: skip


@pytest.mark.parametrize("text", MAY_DAY)
def test_one_day_in_many_ways(text: str) -> None:
    assert WrittenDates().date(text) == "2004-05-01"


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1999", "1999"), ("1999.0", "1999"), ("1999,0", "1999"), ("c. 1950", "1950"), ("May 2004", "2004-05"), ("05/2004", "2004-05"),
        ("août 1991", "1991-08"), ("1999-00-00", "1999"), ("２００１", "2001"), ("+1999-01-01T00:00:00Z", "1999-01-01"),
    ],
)  # fmt: skip
def test_dates_keep_their_precision(text: str, right: str) -> None:
    assert WrittenDates().date(text) == right


@pytest.mark.parametrize("text", ["", "?", "unknown", "n.a.", "-9", "-", "present", "ongoing", "heute", "NA", "k. A."])
def test_words_that_are_no_date(text: str) -> None:
    assert WrittenDates().date(text) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("31.02.2004", "the calendar has no such day"), ("38108", "a spreadsheet's number"), ("01/05/04", "two digits"),
        ("spring 2004", "not a date"), ("2004/05", "not a date"), ("1990s", "not a date"),
        ("16557", r"excel \(for 1945-04-30\), --date-format r \(for 2015-05-02\) or --date-format stata \(for 2005-05-01\)"),
        ("1990.05", "--date-format YYYY.MM"),
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str, said: str) -> None:
    with pytest.raises(InvalidRequest, match=said):
        WrittenDates().date(text)


@pytest.mark.parametrize(
    ("given", "text", "right"),
    [
        ("excel", "38473", "2005-05-01"), ("excel", "7305", "1919-12-31"), ("excel", "1980", "1980"),
        ("stata", "16557", "2005-05-01"), ("stata", "7305", "1980-01-01"), ("sas", "-3652", "1950-01-01"),
        ("R", "12904", "2005-05-01"), ("r", "9862", "1997-01-01"),
        ("YYYY.MM", "1990.05", "1990-05"), ("YYYY.MM", "1990.5", "1990-05"),
    ],
)  # fmt: skip
def test_the_user_says_what_numbers_count(given: str, text: str, right: str) -> None:
    assert WrittenDates(given).date(text) == right


@pytest.mark.parametrize(
    ("given", "text", "said"),
    [("stata", "1980", "the day 1965-06-03 or the year 1980"), ("YYYY.MM", "1990.1", "1990-01 or 1990-10")],
)
def test_a_number_that_may_be_two_dates_is_asked_about(given: str, text: str, said: str) -> None:
    with pytest.raises(InvalidRequest, match=said):
        WrittenDates(given).date(text)


def test_day_and_month_are_never_guessed() -> None:
    dates = WrittenDates()
    with pytest.raises(Undecided):
        dates.date("03/04/2004")
    assert dates.date("04/04/2004") == "2004-04-04"  # the same either way
    assert dates.date("25/12/2004") == "2004-12-25"
    assert dates.date("03/04/2004") == "2004-04-03"
    assert "25/12/2004 can be nothing else" in dates.notes()[0]
    with pytest.raises(InvalidRequest, match="another order"):
        dates.date("12/25/2004")


@pytest.mark.parametrize("given", ["MM/DD/YYYY", "mdy", "%m/%d/%Y"])
def test_the_user_says_the_order(given: str) -> None:
    dates = WrittenDates(given)
    assert dates.date("03/04/2004") == "2004-03-04"
    assert dates.date("03/04/04") == "2004-03-04"
    with pytest.raises(InvalidRequest, match="unknown date format"):
        WrittenDates("soon")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1999-2004", [("1999", "2004")]), ("1999–present", [("1999", "")]), ("since 1999", [("1999", "")]),
        ("until 2004", [("", "2004")]), ("1949–1966; 2009–present", [("1949", "1966"), ("2009", "")]),
        ("1949–1966, 2009–", [("1949", "1966"), ("2009", "")]), ("1998-99", [("1998", "1999")]),
        ("1 May 2004 – 3 June 2005", [("2004-05-01", "2005-06-03")]), ("from 1999 to 2004", [("1999", "2004")]),
        ("2004-05-01/2005-01-01", [("2004-05-01", "2005-01-01")]), ("member since 1999", [("1999", "")]),
    ],
)  # fmt: skip
def test_spans(text: str, right: list[tuple[str, str]]) -> None:
    assert WrittenDates().spans(text) == right


@pytest.mark.parametrize("text", ["1949, 1955", "2004-1999", "1999–04"])
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(InvalidRequest):
        WrittenDates().spans(text)


@pytest.mark.parametrize("text", ["478 BC", "27 B.C.", "100 BCE", "44 v. Chr.", "52 av. J.-C."])
def test_years_before_christ_are_told_for_what_they_are(text: str) -> None:
    """They are no missing dates, which is what other words are asked about."""
    with pytest.raises(InvalidRequest, match="years before Christ are not read"):
        WrittenDates().date(text)


OF_OTHERS = [
    ("buddhist", "2558", "2015"), ("buddhist", "29 February 2543", "2000-02-29"), ("Buddhist DD/MM/YYYY", "03/04/2540", "1997-04-03"),
    ("minguo", "91", "2002"), ("minguo", "91/1/1", "2002-01-01"), ("persian", "1384", "2005"), ("persian", "۱۳۶۴", "1985"),
    ("islamic", "1420", "1999"), ("hijri", "1445", "2024"), ("gregorian", "1384", "1384"), ("", "1945年4月4日", "1945-04-04"),
    ("", "平成12年5月1日", "2000-05-01"), ("", "令和元年", "2019"), ("", "昭和24年", "1949"), ("", "民國89年", "2000"),
    ("", "พ.ศ. 2543", "2000"), ("", "2543 B.E.", "2000"), ("", "9999", ""),
]  # fmt: skip


@pytest.mark.parametrize(("date_format", "text", "right"), OF_OTHERS)
def test_years_of_other_calendars(date_format: str, text: str, right: str) -> None:
    """Right by a converter: 1 Muharram 1420 was in April 1999, 1 Muharram 1445 in July 2023; Persian years begin in March."""
    assert WrittenDates(date_format).date(text) == right


@pytest.mark.parametrize(
    ("texts", "ways"),
    [
        (["2510", "2540-07-23"], ["--date-format buddhist", "--date-format gregorian"]),
        (["1364", "1384"], ["--date-format persian", "--date-format islamic", "--date-format gregorian"]),
        (["۱۳۶۴", "1999"], ["--date-format persian"]),
        (["2199", "2004"], ["--date-format gregorian"]),
    ],
)
def test_years_that_may_be_of_another_calendar_are_asked_about(texts: list[str], ways: list[str]) -> None:
    dates = WrittenDates()
    dates.learn(texts)
    with pytest.raises(InvalidRequest) as refused:
        dates.date(texts[0])
    assert all(way in refused.value.message for way in ways)


def test_the_question_for_a_calendar_keeps_what_is_said_of_dates() -> None:
    with pytest.raises(InvalidRequest, match='--date-format "buddhist DD/MM/YYYY"'):
        WrittenDates("DD/MM/YYYY").date("03/04/2540")


def test_early_years_beside_late_ones_are_read_and_said() -> None:
    dates = WrittenDates()
    dates.learn(["1356", "1669"])
    assert dates.date("1356") == "1356"
    assert dates.notes() == ["years before 1500, such as 1356, read as they stand"]


@pytest.mark.parametrize(
    ("others", "text", "right"),
    [
        (["2011-05", "2004-11"], "2004-05", "2004-05"), ([], "2004-05", "2004-05"), (["2011-5"], "2004-5", "2004-05"),
        (["1990-95"], "2004-05", None), (["1990-95"], "2004-5", None), (["1999–2004"], "2004-05", None), (["1999/00"], "2004/05", None),
        (["2005-06", "2011-12"], "2004-05", None), (["2005-06", "1999-01"], "2004-05", "2004-05"),
    ],
)  # fmt: skip
def test_a_table_says_together_whether_it_has_months_or_spans(others: list[str], text: str, right: str | None) -> None:
    dates = WrittenDates()
    dates.learn([*others, text])
    if right is not None:
        assert dates.date(text) == right
        return
    with pytest.raises(InvalidRequest, match="--date-format YYYY/MM or --date-format YYYY/YY"):
        dates.spans(text)
    months, spans = WrittenDates("YYYY/MM"), WrittenDates("YYYY/YY")
    assert (months.date(text), spans.spans(text)) == ("2004-05", [("2004", "2005")])


def test_a_span_that_comes_behind_a_month_is_asked_about() -> None:
    dates = WrittenDates()
    assert dates.date("2004-05") == "2004-05"
    with pytest.raises(InvalidRequest, match="'2004-05' was read as a month, and this can only be a span of years"):
        dates.spans("1990-95")
    with pytest.raises(InvalidRequest, match="before it begins"):
        WrittenDates("YYYY/YY").spans("2011-05")
    assert WrittenDates("YYYY/YY").spans("1999-05") == [("1999", "2005")]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1949-04-04/..", ("1949-04-04", "")), ("1949/..", ("1949", "")), ("../1949", ("", "1949")),
        ("in force since 4 April 1949", ("1949-04-04", "")), ("entered into force on 4 April 1949", ("1949-04-04", "")),
        ("1949–present day", ("1949", "")), ("1949–until further notice", ("1949", "")), ("1949–至今", ("1949", "")),
        ("4 April 1949 (accession)", ("1949-04-04", "")), ("31.12.2003, 24:00 Uhr", ("2003-12-31", "")),
    ],
)  # fmt: skip
def test_spans_and_starts_in_words(text: str, right: tuple[str, str]) -> None:
    assert WrittenDates().spans(text) == [right]


def test_months_in_roman_numerals_are_known_by_the_later_ones() -> None:
    dates = WrittenDates()
    with pytest.raises(InvalidRequest, match="may be the month 1949-04 or a quarter"):
        dates.date("IV.1949")
    dates = WrittenDates()
    dates.learn(["IX.1949"])
    assert [dates.date("IV.1949"), dates.date("IX.1949")] == ["1949-04", "1949-09"]


def test_a_late_hour_of_universal_time_is_said() -> None:
    dates = WrittenDates()
    assert dates.date("2004-12-31T23:00:00Z") == "2004-12-31"
    assert any("midnight of the next day elsewhere" in note for note in dates.notes())


def test_an_unknown_date_format_is_refused_with_all_that_there_are() -> None:
    with pytest.raises(
        InvalidRequest, match="approximate, or a calendar: buddhist, minguo, persian, islamic, gregorian"
    ):
        WrittenDates("mayan")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("1 Jan–31 Dec 1999", ("1999-01-01", "1999-12-31")), ("January–March 1999", ("1999-01", "1999-03")),
        ("1995/01/01-1999/12/31", ("1995-01-01", "1999-12-31")), ("01.01.1995-31.12.1999", ("1995-01-01", "1999-12-31")),
        ("19950101-19991231", ("1995-01-01", "1999-12-31")), ("01/1995-12/1999", ("1995-01", "1999-12")),
        ("1995 → 1999", ("1995", "1999")), ("1995 ->", ("1995", "")), ("1995～1999", ("1995", "1999")),
        ("1995…1999", ("1995", "1999")), ("1995年至今", ("1995", "")), ("1995至1999", ("1995", "1999")),
        ("1995 – (present)", ("1995", "")), ("od 1995 do 1999", ("1995", "1999")), ("fra 1995 til 1999", ("1995", "1999")),
    ],
)  # fmt: skip
def test_spans_in_many_ways(text: str, right: tuple[str, str]) -> None:
    assert WrittenDates().spans(text) == [right]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Sat May 01 2004 00:00:00 GMT+0200 (CEST)", "2004-05-01"), ("13 05 2004", "2004-05-13"), ("1.1.1995.", "1995-01-01"),
        ("1995. 1. 1.", "1995-01-01"), ("?? May 2004", "2004-05"), ("May ?, 2004", "2004-05"), ("??.05.2004", "2004-05"),
        ("xx/xx/2004", "2004"), ("199004", "1990-04"),
    ],
)  # fmt: skip
def test_days_as_programs_and_people_write_them(text: str, right: str) -> None:
    assert WrittenDates().date(text) == right


def test_six_digits_are_a_month_where_another_can_be_nothing_else() -> None:
    with pytest.raises(InvalidRequest, match="may be the month 2004-05, or a day"):
        WrittenDates().date("200405")
    dates = WrittenDates()
    dates.learn(["199004"])
    assert dates.date("200405") == "2004-05"


def test_zones_and_fractions_are_no_years() -> None:
    dates = WrittenDates()
    assert dates.date("2004-05-01T12:00:00.2558+0100") == "2004-05-01"
    assert WrittenDates("excel").date("38108.2558") == "2004-05-01"
    assert dates.notes() == ["times of day left out"]


ASKED = [  # a cell, what is asked of the user, what he says, what is right
    ("04/05/49", "--date-format DD/MM/YY or --date-format MM/DD/YY", "DD/MM/YY", "1949-05-04"),
    ("04/05/49", "--date-format MM/DD/YY", "MM/DD/YY", "1949-04-05"),
    ("25/12/49", "say: --date-format DD/MM/YY", "DD/MM/YY", "1949-12-25"),
    ("49-12-25", "say: --date-format YY/MM/DD", "YY/MM/DD", "1949-12-25"),
    ("05/90", "--date-format MM/YY", "MM/YY", "1990-05"),
    ("90-05", "--date-format YY/MM", "YY/MM", "1990-05"),
    ("05/90", "--date-format MM/YY", "DD/MM/YY", "1990-05"),
    ("May-90", "--date-format DD/MM/YY", "DD/MM/YY", "1990-05"),
    ("2533", "--date-format buddhist", "buddhist", "1990"),
    ("Q2 1990", "--date-format approximate", "approximate", "1990"),
    ("mid-May 1990", "--date-format approximate", "approximate", "1990-05"),
    ("1990?", "--date-format approximate", "approximate", "1990"),
    ("1990 (provisional)", "--date-format approximate", "approximate", "1990"),
    ("1990s", "read the first with --date-format approximate", "approximate", "1990"),
    ("1990 or 1991", "read the first with --date-format approximate", "approximate", "1990"),
    ("1990/05", "--date-format YYYY/MM", "YYYY/MM", "1990-05"),
    ("03/04/1990", "--date-format DD/MM/YYYY", "DD/MM/YYYY", "1990-04-03"),
]


@pytest.mark.parametrize("shape", ["joined", "Lakes Union"])
@pytest.mark.parametrize(("cell", "asked", "said", "right"), ASKED)
def test_a_table_with_a_column_for_each_body_asks_as_one_of_starts_does(
    tmp_path: Path, shape: str, cell: str, asked: str, said: str, right: str
) -> None:
    path = tmp_path / "t.csv"
    body = ",organization" if shape == "joined" else ""
    rows = [f"Kenya{',Lakes Union' if body else ''},{cell}", f"Uganda{',Lakes Union' if body else ''},{cell}"]
    path.write_text("\n".join([f"country{body},{shape}", *rows]), "utf-8")
    with pytest.raises(BlocsError, match=re.escape(asked)) as refused:
        memberships_in(path)
    assert "row 2" in str(refused.value) and cell in str(refused.value)
    assert memberships_in(path, date_format=said) == [
        f"{name}/Lakes Union/full/{right}/" for name in ("Kenya", "Uganda")
    ]


BESIDE = [
    ("late 1991", "03/04/1990", "approximate", "DD/MM/YYYY", "1991", "1990-04-03"),
    ("late 1991", "03/04/1990", "approximate", "MM/DD/YYYY", "1991", "1990-03-04"),
    ("1990s", "1990/91", "approximate", "YYYY/YY", "1990", "1990"),
    ("Q3 1991", "03/04/90", "approximate", "DD/MM/YY", "1991", "1990-04-03"),
    ("Q3 1991", "05/90", "approximate", "MM/YY", "1991", "1990-05"),
    ("1990/91", "03/04/1990", "YYYY/YY", "DD/MM/YYYY", "1990", "1990-04-03"),
    ("38108", "1990s", "excel", "approximate", "2004-05-01", "1990"),
]


@pytest.mark.parametrize(("first", "second", "one", "other", "right", "too"), BESIDE)
def test_formats_that_a_table_needs_together_are_named_together_and_can_be_given_one_by_one(
    blocs: Blocs, tmp_path: Path, first: str, second: str, one: str, other: str, right: str, too: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,joined\nOman,Gulf Pact,{first}\nKuwait,Gulf Pact,{second}\n")
    for given, asked in ((one, other), (other, one)):
        refused = blocs("import", "csv", path, "--date-format", given, "--dry-run")
        assert refused.code == 1 and f'"{given} {asked}"' in refused.err
    for said in (f"{one} {other}", f"{other}, {one}"):
        assert memberships_in(path, date_format=said) == [
            f"Kuwait/Gulf Pact/full/{too}/", f"Oman/Gulf Pact/full/{right}/",
        ]  # fmt: skip
    assert blocs("import", "csv", path, "--date-format", one, "--date-format", other, "--dry-run").code == 0


@pytest.mark.parametrize(
    ("one", "other"), [("DD/MM/YYYY", "MM/DD/YYYY"), ("excel", "stata"), ("YYYY/MM", "YYYY/YY"), ("persian", "islamic")]
)
def test_two_formats_of_one_kind_exclude_each_other(blocs: Blocs, tmp_path: Path, one: str, other: str) -> None:
    (tmp_path / "t.csv").write_text("country,organization,joined\nOman,Gulf Pact,1990\n")
    given = ["--date-format", one, "--date-format", other]
    refused = blocs("import", "csv", tmp_path / "t.csv", *given, "--dry-run")
    assert refused.code == 2 and f"{one!r} and {other!r} exclude each other" in refused.err


@pytest.mark.parametrize(
    "written", ["DD MM YYYY", "MM DD YYYY", "YY MM DD", "TT.MM.JJJJ", "%d. %m. %Y", "days since 1970"]
)
def test_a_format_with_blanks_is_one(written: str) -> None:
    text, right = {
        "D": ("03/04/1990", "1990-04-03"),
        "M": ("03/04/1990", "1990-03-04"),
        "d": ("9171", "1995-02-10"),
    }.get(written[0], ("03.04.1990", "1990-04-03"))
    text, right = ("90/05/04", "1990-05-04") if written[0] == "Y" else (text, right)
    assert WrittenDates(written).date(text) == WrittenDates(f"approximate {written}").date(text) == right


@pytest.mark.parametrize("cell", ["31.02.2004", "early 1990s", "90"])
def test_what_is_no_date_can_be_said_to_stand_for_none(tmp_path: Path, cell: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,joined,left\nKenya,Lakes Union,{cell},\nMali,Lakes Union,1960,{cell}\n")
    with pytest.raises(BlocsError, match=rf'--missing "?{cell}"?.*--role "{cell}=skip"'):
        memberships_in(path)
    assert memberships_in(path, missing=(cell,)) == ["Kenya/Lakes Union/full//", "Mali/Lakes Union/full/1960/"]
    assert memberships_in(path, roles=(f"{cell}=skip",)) == []


@pytest.mark.parametrize(
    ("cell", "start", "end"),
    [
        ("before 1990", "", "1990"), ("by 1990", "", "1990"), ("≤1990", "", "1990"), ("pre-1990", "", "1990"),
        ("1990 or earlier", "", "1990"), ("vor 1990", "", "1990"), ("before May 1990", "", "1990-05"),
        ("after 1990", "1990", None), ("1990 or later", "1990", None), ("not before 1990", "1990", None),
    ],
)  # fmt: skip
def test_a_bound_is_no_date(tmp_path: Path, cell: str, start: str, end: str | None) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,joined,left\nMali,Lakes Union,{cell},\n", "utf-8")
    with pytest.raises(BlocsError, match=r"gives only the (latest|earliest) date.*--date-format approximate"):
        memberships_in(path)
    assert memberships_in(path, date_format="approximate") == [f"Mali/Lakes Union/full/{start}/"]
    path.write_text(f"country,organization,joined,left\nMali,Lakes Union,1960,{cell}\n", "utf-8")
    if end is None:  # who left later than that may be a member still
        with pytest.raises(BlocsError, match=f'--role "{cell}=skip"'):
            memberships_in(path, date_format="approximate")
    else:
        assert memberships_in(path, date_format="approximate") == [f"Mali/Lakes Union/full/1960/{end}"]


def test_years_before_christ_are_no_ends(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,joined\nMali,Lakes Union,-0044\nKenya,Lakes Union,1990\n", "utf-8")
    with pytest.raises(BlocsError, match="row 2, column joined: '-0044': years before Christ are not read"):
        memberships_in(path)


CALENDARS = [  # a cell beside modern years, what is asked of the user, what he says, what is right
    ("1383", "--date-format persian or: --date-format islamic", "persian", "2004"),
    ("1383/02/12", "--date-format persian", "persian", "2004-05-01"),
    ("1357-11-22", "--date-format persian", "persian", "1979-02-11"),  # the revolution
    ("1399/12/30", "--date-format persian", "persian", "2021-03-20"),  # the last day of a leap year
    ("1383/02/31", "--date-format persian", "persian", "2004-05-20"),
    ("1383", "--date-format islamic", "islamic", "1963"),
    ("1421 AH", "--date-format islamic (2000) or --date-format persian (2042)", "islamic", "2000"),
    ("2533", "--date-format buddhist", "buddhist", "1990"),
    ("1356", "--date-format gregorian", "gregorian", "1356"),
]


@pytest.mark.parametrize(("cell", "asked", "said", "right"), CALENDARS)
def test_years_of_another_calendar_among_modern_ones_are_asked_about(
    tmp_path: Path, cell: str, asked: str, said: str, right: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,joined\nMali,Lakes Union,{cell}\nTogo,Lakes Union,1982\n", "utf-8")
    with pytest.raises(BlocsError, match=rf"row 2, column joined: '{cell}'.*{re.escape(asked)}"):
        memberships_in(path)
    read = [f"Mali/Lakes Union/full/{right}/", "Togo/Lakes Union/full/1982/"]
    assert memberships_in(path, date_format=said) == read


@pytest.mark.parametrize("text", ["1400/12/30", "1383/13/01", "1383/07/31"])
def test_the_persian_calendar_has_no_such_day(text: str) -> None:
    with pytest.raises(InvalidRequest, match="the calendar has no such day"):
        WrittenDates("persian").date(text)


@pytest.mark.parametrize(
    ("text", "right"),
    [("Heisei 2", "1990"), ("Shōwa 55", "1980"), ("平成2年", "1990"), ("民國79年", "1990"), ("Minguo 79", "1990")],
)
def test_years_of_eras(text: str, right: str) -> None:
    assert WrittenDates().date(text) == right


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("12 Ramadan 1421", "Islamic"),
        ("12 Tir 1370", "Persian"),
        ("5 Iyar 5708", "Hebrew"),
        ("5750", "Hebrew"),
        ("1983 EC", "Ethiopian"),
    ],
)
def test_dates_of_calendars_that_are_not_read_are_known_for_what_they_are(text: str, calendar: str) -> None:
    with pytest.raises(InvalidRequest, match=f"the {calendar} calendar.*write"):
        WrittenDates().date(text)


@pytest.mark.parametrize(
    ("joined", "left", "rows", "right"),
    [
        ("joined", "left", ["25/12/1949,03/04/1966", "30/05/1982,12/31/1990"], "1949-12-25/1966-03-04 1982-05-30/1990-12-31"),
        ("joined (dd/mm/yyyy)", "left (mm/dd/yyyy)", ["05/06/1949,03/04/1966", ","], "1949-06-05/1966-03-04 /"),
        ("joined", "left", ["31.12.1949,03/04/1966", "01.02.1950,12/31/1990"], "1949-12-31/1966-03-04 1950-02-01/1990-12-31"),
        ("joined", "left", ["25/12/1949,03/04/1966", "30/05/1982,"], "1949-12-25/1966-04-03 1982-05-30/"),
    ],
)  # fmt: skip
def test_each_column_of_dates_has_its_own_order(
    tmp_path: Path, joined: str, left: str, rows: list[str], right: str
) -> None:
    path = tmp_path / "t.csv"
    lines = [f"{name},Lakes Union,{row}" for name, row in zip(("Kenya", "Mali"), rows, strict=True)]
    path.write_text("\n".join([f"country,organization,{joined},{left}", *lines]), "utf-8")
    spans = zip(("Kenya", "Mali"), right.split(), strict=True)
    assert memberships_in(path) == [f"{name}/Lakes Union/full/{span}" for name, span in spans]


def test_dates_of_one_column_in_two_orders_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,joined\nMali,Lakes Union,25/12/1949\nTogo,Lakes Union,12/25/1952\n")
    with pytest.raises(BlocsError, match=r"row 3, column joined: .*in another order than in 25/12/1949"):
        memberships_in(path)


@pytest.mark.parametrize("form", ["csv", "json"])
def test_approximate_dates_are_said_where_a_question_is_asked_of_a_table(
    blocs: Blocs, tmp_path: Path, form: str
) -> None:
    path = tmp_path / f"t.{form}"
    row = {"country": "Mali", "organization": "Lakes Union", "joined": "c. 1990"}
    path.write_text(
        json.dumps([row]) if form == "json" else "\n".join([",".join(row), ",".join(row.values())]), "utf-8"
    )
    asked = blocs("who", "Lakes Union", "--data", path)
    assert "approximate dates read as they stand, such as 'c. 1990'" in asked.err and "1990–" in asked.out


def test_numbers_below_the_name_of_a_body_may_be_days(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,NATO,EU\nFrance,18204,1958\nSpain,30101,1986\n", "utf-8")
    table = TableFile(path)
    assert [row.organization for row in table.rows()] == ["EU", "EU"]
    assert "--date-format excel" in table.report.unread["NATO"]
    read = memberships_in(path, date_format="excel")
    assert [row for row in read if "NATO" in row] == ["France/NATO/full/1949-11-02/", "Spain/NATO/full/1982-05-30/"]


@pytest.mark.parametrize(
    ("number", "excel", "of_r", "of_stata"),
    [
        ("7315", "1920-01-10", "1990-01-11", "1980-01-11"),
        ("9171.0", "1925-02-08", "1995-02-10", "1985-02-09"),
        ("12689", "1934-09-27", "2004-09-28", "1994-09-28"),
    ],
)
def test_a_number_of_days_is_asked_about_and_each_way_gives_the_day_that_it_names(
    tmp_path: Path, number: str, excel: str, of_r: str, of_stata: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,start\nPeru,League,{number}\n", "utf-8")
    with pytest.raises(BlocsError) as refused:
        memberships_in(path)
    offered = dict(re.findall(r"--date-format (\S+) \(for (\S+)\)", str(refused.value)))
    assert offered == {"excel": excel, "r": of_r, "stata": of_stata}
    for way, day in offered.items():
        assert memberships_in(path, date_format=way) == [f"Peru/League/full/{day}/"]
    assert memberships_in(path, date_format="gregorian excel") == [f"Peru/League/full/{excel}/"]


def test_numbers_of_days_end_and_precede_their_first_day_and_are_told_from_years(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,start,end\nPeru,League,-365,9748\nChile,League,1,NA\n", "utf-8")
    read = memberships_in(path, date_format="r")
    assert read == ["Chile/League/full/1970-01-02/", "Peru/League/full/1969-01-01/1996-09-09"]
    path.write_text("country,organization,start\nPeru,League,1990\n", "utf-8")
    with pytest.raises(BlocsError, match="may be the day 1975-06-14 or the year 1990; write 1975-06-14 or 1990 CE"):
        memberships_in(path, date_format="r")
    path.write_text("country,organization,start\nPeru,League,1990 CE\n", "utf-8")
    assert memberships_in(path, date_format="r") == ["Peru/League/full/1990/"]


@pytest.mark.parametrize("end", ["9999", "9999-12-31", "99991231"])
def test_only_whole_signs_say_that_there_is_no_end(tmp_path: Path, end: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,start,end\nPeru,League,1990,{end}\n", "utf-8")
    assert memberships_in(path) == ["Peru/League/full/1990/"]
    path.write_text("country,organization,start,end\nPeru,League,1920,9748\n", "utf-8")
    with pytest.raises(BlocsError, match="9748"):
        memberships_in(path)
