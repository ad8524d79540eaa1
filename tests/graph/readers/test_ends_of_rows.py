"""What stands in the column of ends, and spans in that of starts: read right, or asked about with ways that work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from blocs.graph.errors import BlocsError
from blocs.graph.readers.table import TableFile
from conftest import Result
from tables_read import hold_against, memberships_in

Blocs = Callable[..., Result]


def told(folder: Path, content: str) -> list[str]:
    (folder / "t.csv").write_text(content, "utf-8")
    table = TableFile(folder / "t.csv")
    list(table.rows())
    return [*table.report.notes, *table.report.warnings]


@pytest.mark.parametrize(
    ("end", "right"),
    [
        ("2004", "2004"), ("-2004", "2004"), ("until 2004", "2004"), ("in 2004", "2004"), ("1990-2004", "2004"),
        ("2004 (withdrew)", "2004"), ("1990-95", "1995"), ("31/12/2003 24:00", "2003-12-31"), ("–present", ""),
        ("present day", ""), ("until further notice", ""), ("sine die", ""), ("still in force", ""), ("至今", ""),
        ("00000000", ""), ("99999999", ""),
        ("9999-12-31", ""),
    ],
)  # fmt: skip
def test_an_end_in_many_ways(tmp_path: Path, end: str, right: str) -> None:
    (tmp_path / "t.csv").write_text(f"country,organization,start,end\nFrance,WEU,1990,{end}\n", "utf-8")
    assert memberships_in(tmp_path / "t.csv") == [f"France/WEU/full/1990/{right}"]


@pytest.mark.parametrize("end", ["1995-", "1995–", "2020+", "since 1995", "as of 2020", "from 1995"])
def test_a_beginning_is_no_end(tmp_path: Path, end: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,start,end\nFrance,WEU,1990,{end}\nItaly,WEU,1990,1994\n", "utf-8")
    with pytest.raises(BlocsError, match="says that something begins then or goes on"):
        memberships_in(path)
    italy = "Italy/WEU/full/1990/1994"
    assert memberships_in(path, missing=(end,)) == ["France/WEU/full/1990/", italy]
    assert memberships_in(path, roles=(f"{end}=skip",)) == [italy]


def test_a_span_with_another_start_is_no_end(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,organization,start,end\nFrance,WEU,1980,1990-1995\n", "utf-8")
    with pytest.raises(BlocsError, match="it is a span, and another column has the start; write the end alone"):
        memberships_in(path)


def test_spans_among_starts_are_said(tmp_path: Path) -> None:
    content = 'country,organization,joined\nFrance,WEU,"1958–1966, 1970–"\nItaly,WEU,1955\nSpain,WEU,1990-95\n'
    assert "spans in column 'joined', such as '1958–1966, 1970–', read as starts and ends" in told(tmp_path, content)
    assert memberships_in(tmp_path / "t.csv") == [
        "France/WEU/full/1958/1966", "France/WEU/full/1970/", "Italy/WEU/full/1955/", "Spain/WEU/full/1990/1995",
    ]  # fmt: skip


def test_a_date_alone_among_spans_is_said_wherever_the_table_is_read(tmp_path: Path, blocs: Blocs) -> None:
    content = "country,organization,period\nPeru,WEU,1990-1994\nChile,WEU,1992-\nCuba,WEU,1991\n"
    (tmp_path / "t.csv").write_text(content, "utf-8")
    assert memberships_in(tmp_path / "t.csv") == [
        "Chile/WEU/full/1992/",
        "Cuba/WEU/full/1991/",
        "Peru/WEU/full/1990/1994",
    ]
    asked = blocs("who", "WEU", "--as-of", "1996", "--data", tmp_path / "t.csv")
    assert "dates alone in column 'period', such as '1991', were read as starts; write 1991–1991" in asked.err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("country,organization,start\nFrance,WEU,2150\n", ""),
        (
            "country,organization,start\nFrance,WEU,2101\nItaly,WEU,1955\n",
            "1 membership with a start in the future: 2101",
        ),
        ("country,organization,year\nFrance,WEU,2100\nFrance,WEU,2101\n", "its years go on into the future, to 2101"),
    ],
)
def test_the_future_is_said(tmp_path: Path, content: str, said: str) -> None:
    if said:
        assert any(note.startswith(said) for note in told(tmp_path, content))
        return
    with pytest.raises(BlocsError, match="far in the future; correct it"):
        told(tmp_path, content)
    assert memberships_in(tmp_path / "t.csv", date_format="gregorian") == ["France/WEU/full/2150/"]


BUDDHIST = "country,organization,year\nThailand,ASEAN,2558\nThailand,ASEAN,2559\nLaos,ASEAN,2558\nLaos,ASEAN,2559\n"


@pytest.mark.parametrize(
    ("content", "way"),
    [
        (BUDDHIST, "buddhist"),
        (BUDDHIST.replace("2558", "1394").replace("2559", "1395"), "persian"),
        (BUDDHIST.replace("2558", "平成27年").replace("2559", "平成28年"), ""),
    ],
)
def test_panels_by_years_of_other_calendars(tmp_path: Path, content: str, way: str) -> None:
    """2558 of the Buddhist era, 1394 of the Persian one and the 27th year of Heisei are 2015."""
    path = tmp_path / "t.csv"
    path.write_text(content, "utf-8")
    if way:
        with pytest.raises(BlocsError, match=f"--date-format {way}"):
            memberships_in(path)
    assert memberships_in(path, date_format=way) == ["Laos/ASEAN/full/2015/2016", "Thailand/ASEAN/full/2015/2016"]


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("joined (dd/mm/yyyy)", "2004-04-03"), ("Date joined (MM/DD/YYYY)", "2004-03-04"),
        ("Beitritt [TT/MM/JJJJ]", "2004-04-03"),
    ],
)  # fmt: skip
def test_the_name_of_a_column_says_the_order_of_its_dates(tmp_path: Path, name: str, right: str) -> None:
    content = f"country,organization,{name}\nFrance,WEU,03/04/2004\n"
    assert any(note.endswith(f"as column {name!r} says") for note in told(tmp_path, content))
    assert memberships_in(tmp_path / "t.csv") == [f"France/WEU/full/{right}/"]
    reverse = "MM/DD/YYYY" if right == "2004-04-03" else "DD/MM/YYYY"
    assert memberships_in(tmp_path / "t.csv", date_format=reverse) != [f"France/WEU/full/{right}/"]


def test_an_order_that_is_neither_is_taken_from_no_name(tmp_path: Path) -> None:
    content = "country,organization,joined (yyyy-mm-dd)\nFrance,WEU,2004-04-03\nItaly,WEU,13/05/2004\n"
    told(tmp_path, content)
    assert memberships_in(tmp_path / "t.csv") == ["France/WEU/full/2004-04-03/", "Italy/WEU/full/2004-05-13/"]


def grid(name: str, *times: str) -> str:
    rows = [f"{state},WEU,{time}" for state in ("France", "Italy") for time in times]
    return "\n".join([f"country,organization,{name}", *rows, ""])


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (grid("year", "1990", "1991*", "1992[a]"), ["France/WEU/full/1990/1992", "Italy/WEU/full/1990/1992"]),
        (
            grid("yearmonth", "199011", "199012", "199101"),
            ["France/WEU/full/1990-11/1991-01", "Italy/WEU/full/1990-11/1991-01"],
        ),
    ],
)  # fmt: skip
def test_times_of_rows_in_other_writings(tmp_path: Path, content: str, right: list[str]) -> None:
    (tmp_path / "t.csv").write_text(content, "utf-8")
    assert memberships_in(tmp_path / "t.csv") == right


@pytest.mark.parametrize(
    "content",
    [
        grid("month", "Nov-90", "Dec-90"), grid("quarter", "1990Q3", "1990Q4"), grid("week", "1990-W30", "1990-W31"),
    ],
)  # fmt: skip
def test_times_of_rows_that_are_not_read_are_asked_about(tmp_path: Path, content: str) -> None:
    (tmp_path / "t.csv").write_text(content, "utf-8")
    with pytest.raises(BlocsError, match="may say of which time each row is, and is not read") as refused:
        memberships_in(tmp_path / "t.csv")
    name = content.partition("\n")[0].rpartition(",")[2]
    assert f'--map "{name}=ignore"' in refused.value.message
    assert set(memberships_in(tmp_path / "t.csv", mapping={name: "ignore"})) == {
        "France/WEU/full//",
        "Italy/WEU/full//",
    }


def test_one_month_in_all_rows_is_asked_about(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(grid("month", "1990-01"), "utf-8")
    with pytest.raises(BlocsError, match='--map "month=month"; if memberships begin then: --map "month=start"'):
        memberships_in(path)
    assert memberships_in(path, mapping={"month": "month"})[0] == "France/WEU/full/1990-01/1990-01"
    assert memberships_in(path, mapping={"month": "start"})[0] == "France/WEU/full/1990-01/"


@pytest.mark.parametrize(("name", "asked"), [("Year", True), ("jahr", True), ("survey year", False)])
def test_one_year_in_all_rows_is_said(tmp_path: Path, name: str, *, asked: bool) -> None:
    found = told(tmp_path, grid(name, "1990"))
    assert any(note.endswith(f'if memberships began then, say: --map "{name}=start"') for note in found) is asked
    assert memberships_in(tmp_path / "t.csv")[0] == "France/WEU/full/1990/1990"
    assert memberships_in(tmp_path / "t.csv", mapping={name: "start"})[0] == "France/WEU/full/1990/"


def test_years_and_months_in_columns_of_their_own_are_no_spans(tmp_path: Path) -> None:
    """2004 and 5 are a month, whatever the ends are written like."""
    path = tmp_path / "t.csv"
    path.write_text("country,organization,start_year,start_month,end\nFrance,WEU,2004,5,1990-2011\n", "utf-8")
    with pytest.raises(BlocsError, match="it is a span"):
        memberships_in(path)
    path.write_text("country,organization,start_year,start_month,end\nFrance,WEU,2004,5,2004–2011\n", "utf-8")
    assert memberships_in(path) == ["France/WEU/full/2004-05/2011"]


@pytest.mark.parametrize(
    ("end", "right"), [("1995", "1994"), ("1995-01", "1994-12"), ("1995-01-01", "1994-12-31"), ("present", "")]
)
def test_ends_that_are_exclusive_by_their_name(tmp_path: Path, end: str, right: str) -> None:
    content = f"country,organization,start,end (exclusive)\nFrance,WEU,1990,{end}\nItaly,WEU,1990,1999\n"
    assert any("read as the time before, as its name says" in note for note in told(tmp_path, content))
    assert memberships_in(tmp_path / "t.csv") == [f"France/WEU/full/1990/{right}", "Italy/WEU/full/1990/1998"]


def test_few_dates_among_words_for_what_is_to_come_are_starts(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("country,treaty,in force\nFrance,ABC,1990-01-01\nItaly,ABC,not yet\nSpain,ABC,pending\n", "utf-8")
    with pytest.raises(BlocsError, match='--role "not yet=skip"'):
        memberships_in(path)
    assert memberships_in(path, roles=("not yet=skip", "pending=skip")) == ["France/ABC/full/1990-01-01/"]


def test_several_dates_without_an_end_are_no_membership(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('country,organization,years\nFrance,WEU,"1990, 1991, 1992"\nItaly,WEU,1990-1992\n', "utf-8")
    with pytest.raises(BlocsError, match="several dates and no end; write them as spans"):
        memberships_in(path)


@pytest.mark.parametrize(
    ("start", "end"),
    [("1905-06-12", "1905-06-17"), ("12/06/1905", "17/06/1905"), ("1905-06-12T00:00:00", "1905-06-17")],
)
def test_years_that_a_spreadsheet_shows_as_days_are_asked_about(tmp_path: Path, start: str, end: str) -> None:
    """Day 1990 of a spreadsheet is 12 June 1905, day 1995 the 17th."""
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,start,end\nFrance,WEU,{start},{end}\n", "utf-8")
    with pytest.raises(BlocsError, match="--date-format excel; if it is the day: --date-format gregorian"):
        memberships_in(path)
    assert memberships_in(path, date_format="excel") == ["France/WEU/full/1990/1995"]
    assert memberships_in(path, date_format="gregorian") == ["France/WEU/full/1905-06-12/1905-06-17"]


def test_days_of_1905_among_others_are_said(tmp_path: Path) -> None:
    found = told(tmp_path, "country,organization,start,end\nNorway,Union,1814-11-04,1905-06-07\n")
    assert "days of 1905 read as they stand; 1905-06-07 may be the year 1985, shown as a day" in found
    assert memberships_in(tmp_path / "t.csv") == ["Norway/Union/full/1814-11-04/1905-06-07"]


@pytest.mark.parametrize(
    ("years", "way"), [(("1394", "1395"), "persian"), (("2558", "2559"), "buddhist"), (("1436", "1437"), "islamic")]
)
def test_columns_of_years_of_other_calendars(tmp_path: Path, years: tuple[str, str], way: str) -> None:
    """1436 of the Islamic calendar began in October 2014, and most of it was in 2015."""
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,{years[0]},{years[1]}\nIran,ECO,1,1\nTurkey,ECO,1,0\n", "utf-8")
    with pytest.raises(BlocsError, match=f"--date-format {way}"):
        memberships_in(path)
    assert memberships_in(path, date_format=way) == ["Iran/ECO/full/2015/2016", "Turkey/ECO/full/2015/2015"]


def test_spans_behind_names_say_what_short_years_are(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('organization,members\nEU,"UK (1973-2020), Poland (2004-05)"\n', "utf-8")
    assert memberships_in(path, date_format="YYYY/YY") == ["Poland/EU/full/2004/2005", "UK/EU/full/1973/2020"]
    assert memberships_in(path, date_format="YYYY/MM") == ["Poland/EU/full/2004-05/", "UK/EU/full/1973/2020"]
    assert "Poland/EU/full/2004-05/" not in read_or_refused(path)


def read_or_refused(path: Path) -> list[str]:
    try:
        return memberships_in(path)
    except BlocsError:
        return []


@pytest.mark.parametrize(
    ("header", "going_on", "unknown", "end"),
    [
        ("země,organizace,vstup,vystoupení", "dosud", "neznámé", "31.12.2009"),
        ("země,organizace,vstup,odchod", "", "neznámé", "31.12.2009"),
        ("χώρα,οργανισμός,ένταξη,έξοδος", "σήμερα", "άγνωστο", "31/12/2009"),
        ("maa,järjestö,liittynyt,eronnut", "edelleen", "tuntematon", "31.12.2009"),
        ("land,organisation,inträde,utträde", "pågående", "okänt", "2009-12-31"),
        ("land,organisasjon,innmeldt,utmeldt", "nåværende", "ukjent", "31.12.2009"),
        ("land,organisation,indtrådt,udtrådt", "nuværende", "ukendt", "31.12.2009"),
        ("国家,组织,加入,退出", "至今", "不详", "2009年12月31日"),
        ("国,機関,加盟日,離脱日", "現在", "不明", "2009年12月31日"),
        ("țară,organizație,aderare,retragere", "prezent", "necunoscută", "31.12.2009"),
        ("країна,організація,вступ,вихід", "дотепер", "невідомо", "31.12.2009"),
        ("országok,szervezet,csatlakozás,kilépés", "jelenleg", "ismeretlen", "2009-12-31"),
    ],
)
def test_ends_in_other_languages(tmp_path: Path, header: str, going_on: str, unknown: str, end: str) -> None:
    rows = f"Japan,WEU,2004,{going_on}\nFrance,WEU,1995,{unknown}\nChile,WEU,1998,{end}\n"
    assert any(f"1 row with an unknown end was read as going on, though it may have ended: '{unknown}' (1)" in said
               for said in told(tmp_path, f"{header}\n{rows}"))  # fmt: skip
    japan, france, chile = "Japan/WEU/full/2004/", "France/WEU/full/1995/", "Chile/WEU/full/1998/2009-12-31"
    assert memberships_in(tmp_path / "t.csv") == [chile, france, japan]
    assert memberships_in(tmp_path / "t.csv", roles=(f"{unknown}=skip",)) == [chile, japan]


def test_a_word_that_is_not_understood_leaves_no_ends_unread(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "country,organization,joined,date left\nJapan,WEU,2004,vet ej\nChile,WEU,1998,2009-12-31\n", "utf-8"
    )
    with pytest.raises(BlocsError, match="row 2, column date left: 'vet ej' is not a date; leave such rows out with"):
        memberships_in(path)
    chile = "Chile/WEU/full/1998/2009-12-31"
    assert memberships_in(path, roles=("vet ej=skip",)) == [chile]
    assert memberships_in(path, missing=("vet ej",)) == [chile, "Japan/WEU/full/2004/"]


@pytest.mark.parametrize("end", ["31/12/2009", "2009", "2009-12-31"])
def test_dates_after_the_starts_are_asked_about_whatever_they_are_called(tmp_path: Path, end: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"country,organization,start,foo\nJapan,WEU,2004,\nChile,WEU,1998,{end}\n", "utf-8")
    with pytest.raises(
        BlocsError, match=f"column 'foo' .'{end}'. has dates that come after the starts; .*foo=end.*foo=ignore"
    ):
        memberships_in(path)
    right = "-".join(reversed(end.split("/")))
    assert memberships_in(path, mapping={"foo": "end"}) == [f"Chile/WEU/full/1998/{right}", "Japan/WEU/full/2004/"]
    assert memberships_in(path, mapping={"foo": "ignore"}) == ["Chile/WEU/full/1998/", "Japan/WEU/full/2004/"]


@pytest.mark.parametrize("name", ["last updated", "accessed", "born", "date of signature", "founded", "stand"])
def test_dates_of_something_else_are_no_question(tmp_path: Path, name: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        f"country,organization,start,{name}\nJapan,WEU,2004,2020-05-01\nChile,WEU,1998,2019-12-31\n", "utf-8"
    )
    assert memberships_in(path) == ["Chile/WEU/full/1998/", "Japan/WEU/full/2004/"]


def test_several_columns_of_dates_after_the_starts_are_said(tmp_path: Path, blocs: Blocs) -> None:
    content = "country,organization,start,foo,bar\nChile,WEU,1998,2009-12-31,2010-01-02\nPeru,WEU,1990,,\n"
    (tmp_path / "t.csv").write_text(content, "utf-8")
    said = blocs("who", "WEU", "--data", tmp_path / "t.csv").err
    assert 'say --map "foo=end"' in said
    assert 'say --map "bar=end"' in said


def test_the_order_of_dates_that_are_not_read_is_not_told(tmp_path: Path) -> None:
    rows = "Japan,WEU,2004,30/11/2020\nChile,WEU,1998,31/12/2019\n"
    assert not any(
        "can be nothing else" in said for said in told(tmp_path, f"country,organization,start,updated\n{rows}")
    )
    assert any("can be nothing else" in said for said in told(tmp_path, f"country,organization,start,end\n{rows}"))


def test_two_years_with_a_slash_among_starts_are_asked_about(tmp_path: Path) -> None:
    content = "country,organization,joined\nPeru,WEU,1990/1991\nChile,WEU,1995\n"
    hold_against("--date-format YYYY/YY (it is read as 1990)", tmp_path / "t.csv", content)
    right = ["Peru/WEU/full/1990/", "Chile/WEU/full/1995/"]
    hold_against(right, tmp_path / "t.csv", content, date_format="YYYY/YY")
    right = ["Peru/WEU/full/1990/1991", "Chile/WEU/full/1995/"]
    hold_against(right, tmp_path / "t.csv", content, mapping={"joined": "period"})
