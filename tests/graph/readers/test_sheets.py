"""Tables that are not text, and those in zip files; written by other libraries."""

from __future__ import annotations

import sqlite3
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pyreadstat
import pytest
from blocs.graph.readers.table import TableFile

Blocs = Callable[..., Any]

FRAME = pandas.DataFrame({"country": ["France", "Italy"], "igo": ["B", "B"], "start": [1949.0, 1955.0]})


def workbook(path: Path) -> None:
    """A workbook with a sheet of notes, a title row, real dates and an empty row."""
    book = openpyxl.Workbook()
    book.active.title = "Notes"
    book.active.append(["made by us"])
    sheet = book.create_sheet("Data")
    for row in (
        ["Members", None, None],
        [None, None, None],
        ["Country", "Organisation", "Joined"],
        ["France", "B", date(1949, 8, 24)],
        ["Italy", "B", 1955],
    ):
        sheet.append(row)
    book.save(path)


WRITERS: dict[str, Callable[[Path], object]] = {
    "t.xlsx": workbook,
    "t.dta": lambda path: FRAME.to_stata(path, write_index=False),
    "t.sav": lambda path: pyreadstat.write_sav(FRAME, path),
    "t.parquet": lambda path: FRAME.to_parquet(path),
    "misnamed.csv": workbook,
}


@pytest.mark.parametrize("name", WRITERS)
def test_every_format_is_read(blocs: Blocs, tmp_path: Path, name: str) -> None:
    WRITERS[name](tmp_path / name)
    for words in (["--data", tmp_path / name], ["--store", tmp_path / "s"]):
        if words[0] == "--store":
            assert blocs("import", "csv", tmp_path / name, *words).code == 0
        found = [blocs("who", "B", "--as-of", year, *words).out.splitlines()[1:] for year in ("1950", "1960")]
        assert [[line.split("\t")[0] for line in lines] for lines in found] == [["france"], ["france", "italy"]]


def test_labels_of_values_are_read(blocs: Blocs, tmp_path: Path) -> None:
    frame = FRAME.assign(status=[1, 2])
    frame.to_stata(tmp_path / "t.dta", write_index=False, value_labels={"status": {1: "Member", 2: "Observer"}})
    found = blocs("who", "B", "--role", "observer", "--data", tmp_path / "t.dta")
    assert [line.split("\t")[0] for line in found.out.splitlines()[1:]] == ["italy"]


def test_sheets_are_named_where_they_are_several(blocs: Blocs, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title, country in (("Old", "France"), ("New", "Italy")):
        sheet = book.create_sheet(title)
        sheet.append(["country", "igo"])
        sheet.append([country, "B"])
    book.save(tmp_path / "t.xlsx")
    refused = blocs("import", "csv", tmp_path / "t.xlsx", "--dry-run")
    assert refused.code == 2 and "2 sheets: Old, New; name one with --sheet" in refused.err
    assert "sheet 'New' was read" in blocs("import", "csv", tmp_path / "t.xlsx", "--sheet", "New", "--dry-run").out
    assert "no sheet 'Newer'" in blocs("import", "csv", tmp_path / "t.xlsx", "--sheet", "Newer", "--dry-run").err


def test_a_sheet_of_text_alone_is_no_table(blocs: Blocs, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Kilde: eget arbejde"])  # type: ignore[union-attr]
    sheet = book.create_sheet("Medlemmer")
    for row in (["Land", "Organisasjon", "Innmeldt"], ["Norge", "Nordlaget", 1990]):
        sheet.append(row)
    book.save(tmp_path / "t.xlsx")
    found = blocs("who", "Nordlaget", "--data", tmp_path / "t.xlsx")
    assert [line.split("\t")[0] for line in found.out.splitlines()[1:]] == ["norway"]


def test_a_zip_file_holds_a_table(blocs: Blocs, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        archive.writestr("v3/members.csv", "country,igo\nFrance,B\n")
        archive.writestr("v3/codebook.pdf", "%PDF")
        archive.writestr("__MACOSX/v3/._members.csv", "x")
    found = blocs("who", "B", "--data", tmp_path / "one.zip")
    assert [line.split("\t")[0] for line in found.out.splitlines()[1:]] == ["france"]
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        archive.writestr("a.csv", "country,igo\nFrance,B\n")
        archive.writestr("b.csv", "country,igo\nItaly,B\n")
    refused = blocs("import", "csv", tmp_path / "two.zip", "--dry-run")
    assert refused.code == 2 and "2 tables: a.csv, b.csv; name one with --sheet" in refused.err
    assert blocs("import", "csv", tmp_path / "two.zip", "--sheet", "b.csv", "--dry-run").code == 0


@pytest.mark.parametrize(
    ("name", "library", "extra"),
    [("t.xlsx", "python_calamine", "excel"), ("t.dta", "pyreadstat", "stata"), ("t.parquet", "pyarrow", "parquet")],
)
def test_a_missing_library_is_named(
    blocs: Blocs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, library: str, extra: str
) -> None:
    WRITERS[name](tmp_path / name)
    from blocs.graph.errors import OperationFailed
    from blocs.graph.readers.table import TableFile

    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(OperationFailed, match=rf"pip install 'blocs\[{extra}\]'"):
        list(TableFile(tmp_path / name).rows())


def test_a_file_of_r_is_told_what_to_do(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "t.rds").write_bytes(b"X\n\x00\x00\x00\x03")
    found = blocs("list", "--data", tmp_path / "t.rds")
    assert found.code == 2 and "write.csv" in found.err


def test_of_several_files_the_one_with_memberships(tmp_path: Path) -> None:
    path = tmp_path / "data.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("data/members.csv", "country,organization\nFrance,Alpha Pact\n")
        archive.writestr("data/codebook.csv", "variable,meaning\ncountry,the member\n")
    table = TableFile(path)
    assert [(row.member, row.organization) for row in table.rows()] == [("France", "Alpha Pact")]
    assert "data/members.csv was read from the zip file; not read: data/codebook.csv" in table.report.notes


def test_of_tables_with_known_columns_the_one_with_members_and_bodies(tmp_path: Path) -> None:
    tables = {
        "countries": [["iso3c", "name", "population"], ["FRA", "France", "66"]],
        "members": [["iso3c", "igo", "entry_year"], ["FRA", "Alpha Pact", "1990"]],
    }
    with zipfile.ZipFile(tmp_path / "data.zip", "w") as archive:
        for name, rows in tables.items():
            archive.writestr(f"{name}.csv", "".join(",".join(row) + "\n" for row in rows))
    book = openpyxl.Workbook()
    for name, rows in tables.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.remove(book.worksheets[0])
    book.save(tmp_path / "data.xlsx")
    for path in (tmp_path / "data.zip", tmp_path / "data.xlsx"):
        table = TableFile(path)
        assert [row.organization for row in table.rows()] == ["Alpha Pact"]
        assert any("members" in note and "not read: countries" in note for note in table.report.notes)


def _two_tables(path: Path) -> list[str]:
    """A file with two tables of memberships, and how these are called."""
    bodies = {"Alpha": "France", "Beta": "Italy"}
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for body, state in bodies.items():
                archive.writestr(f"data/{body}.csv", f"country,organization\n{state},{body}\n")
        return [f"{body}.csv" for body in bodies]
    if path.suffix == ".sqlite":
        with closing(sqlite3.connect(path)) as database:
            for body, state in bodies.items():
                database.execute(f"CREATE TABLE {body} (country, organization)")
                database.execute(f"INSERT INTO {body} VALUES (?, ?)", (state, body))
            database.commit()
        return [*bodies]
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for body, state in bodies.items():
        sheet = book.create_sheet(body)
        sheet.append(["country", "organization"])
        sheet.append([state, body])
    book.save(path)
    return [*bodies]


@pytest.mark.parametrize("name", ["two.zip", "two.xlsx", "two.sqlite"])
def test_two_tables_of_a_file_are_two_sources_of_a_store(blocs: Blocs, tmp_path: Path, name: str) -> None:
    store = tmp_path / "store"
    sheets = _two_tables(tmp_path / name)
    for sheet in sheets:
        found = blocs("import", "csv", tmp_path / name, "--sheet", sheet, "--store", store)
        assert found.code == 0 and "replaced" not in found.err
    bodies = blocs("list", "bodies", "--store", store).out
    assert "Alpha" in bodies and "Beta" in bodies
    again = blocs("import", "csv", tmp_path / name, "--sheet", sheets[0], "--store", store)
    assert f"replaced {name}, " in again.err and sheets[0] in again.err
    assert "sources\t2" in blocs("info", "--store", store).out


def test_cells_that_a_workbook_merges_are_filled_in(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["Country", "Alpha Pact", None, "Beta League", None],
        [None, "Joined", "Left", "Joined", "Left"],
        ["France", 1990, 1992, None, None],
        [None, 1995, None, 1999, None],
    ):
        sheet.append(row)
    for cells in ("A1:A2", "B1:C1", "D1:E1", "A3:A4"):
        sheet.merge_cells(cells)
    book.save(tmp_path / "book.xlsx")
    found = {(row.member, row.organization, row.start, row.end) for row in TableFile(tmp_path / "book.xlsx").rows()}
    assert found == {
        ("France", "Alpha Pact", "1990", "1992"),
        ("France", "Alpha Pact", "1995", ""),
        ("France", "Beta League", "1999", ""),
    }


def book_of(path: Path, rows: list[list[Any]], **sheets: list[list[Any]]) -> openpyxl.Workbook:
    """A workbook of a sheet, and of others that are hidden."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    for name, more in sheets.items():
        sheet = book.create_sheet(name)
        sheet.sheet_state = "hidden"
        for row in more:
            sheet.append(row)
    book.save(path)
    return book


def test_a_formula_without_a_result_is_refused_rather_than_empty(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book_of(path, [["country", "igo", "status"], ["France", "A", '=IF(1,"observer","")'], ["Italy", "A", "member"]])
    refused = blocs("import", "csv", path, "--dry-run")
    assert refused.code == 1 and "1 cell has a formula without a result in the file (C2); open it in" in refused.err


def test_errors_in_cells_and_hidden_rows_are_said(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = book_of(
        path, [["country", "igo", "start"], ["France", "A", "#N/A"], ["Italy", "A", 1990], ["Spain", "A", 1991]]
    )
    book.active["C2"].data_type = "e"
    book.active.row_dimensions[3].hidden = True
    book.save(path)
    done = blocs("import", "csv", path, "--dry-run")
    assert "1 cell with an error was read as empty: C2 (#N/A)\n1 hidden row was read as the others\n" in done.out
    assert "3 memberships" in done.out


def test_of_hidden_sheets_one_with_memberships_is_named_if_no_other_has_any(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book_of(path, [["about", "this"], ["x", "y"]], Old=[["country", "organization"], ["France", "A"]], More=[["a"]])
    refused = blocs("import", "csv", path, "--dry-run")
    assert refused.code == 2 and "the hidden ones Old may have; if it is meant, say --sheet 'Old'" in refused.err
    assert "1 membership of 1 member" in blocs("import", "csv", path, "--dry-run", "--sheet", "Old").out


SHOWN = [  # the day in a cell, its format, what is meant
    (date(1990, 5, 1), "mmm-yy", "1990-05"),
    (date(1990, 5, 1), '[$-409]mmmm\\ yyyy"!";@', "1990-05"),
    (date(1990, 1, 1), "yyyy", "1990"),
    (date(1990, 5, 1), "d mmm yyyy", "1990-05-01"),
    (date(1990, 5, 1), "yyyy-mm-dd", "1990-05-01"),
    (date(1990, 5, 17), "mmm-yy", "1990-05-17"),  # somebody wrote the day
    (date(1990, 5, 1), "yyyy", "1990-05-01"),
]


def test_days_in_cells_that_show_months_or_years_are_read_as_these(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["country", "organization", "joined"])
    for at, (day, code, _) in enumerate(SHOWN, 2):
        book.active.append([f"Land {at}", "Alpha Pact", day])
        book.active.cell(at, 3).number_format = code
    book.save(path)
    assert [row.start for row in TableFile(path).rows()] == [right for _, _, right in SHOWN]
    said = blocs("import", "csv", path, "--dry-run").out + blocs("check", path).err
    assert said.count("dates were read as the months or years that their cells show: 1990-05-01 as 05/1990") == 2


def test_months_and_years_in_an_ods_file_are_read_as_they_are_shown(tmp_path: Path) -> None:
    dates = [("1990-05-01", "May-90"), ("1982-01-01", "1982"), ("1949-04-01", "01.04.49"), ("2004-05-17", "May 04")]
    rows = "".join(
        f"<table:table-row><table:table-cell office:value-type='string'><text:p>Land {at}</text:p></table:table-cell>"
        "<table:table-cell office:value-type='string'><text:p>Alpha Pact</text:p></table:table-cell>"
        f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{shown}</text:p>'
        "</table:table-cell>"
        "</table:table-row>"
        for at, (day, shown) in enumerate(dates)
    )
    header = "".join(
        f"<table:table-cell office:value-type='string'><text:p>{name}</text:p></table:table-cell>"
        for name in ("country", "organization", "joined")
    )
    names = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"' for prefix in ("office", "table", "text")
    )
    with zipfile.ZipFile(tmp_path / "t.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>',
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content {names}><office:body><office:spreadsheet><table:table table:name="S">'
            f"<table:table-row>{header}</table:table-row>{rows}</table:table></office:spreadsheet></office:body>"
            "</office:document-content>",
        )
    starts = [row.start for row in TableFile(tmp_path / "t.ods").rows()]
    assert starts == ["1990-05", "1982", "1949-04-01", "2004-05-17"]
