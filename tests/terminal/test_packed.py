"""Rows as files of Excel, Parquet and Stata, read again by the libraries that their users have."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import pytest
from pyarrow import parquet

ENDINGS = ("xlsx", "parquet", "dta")


def read(path: Path) -> list[dict[str, Any]]:
    """The rows of a file; what is missing is None."""
    if path.suffix == ".xlsx":
        head, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
        return [dict(zip(head, row, strict=True)) for row in rows]
    if path.suffix == ".parquet":
        return list(parquet.read_table(path).to_pylist())
    frame = pandas.read_stata(path)
    return [
        {name: None if pandas.isna(cell) else cell for name, cell in row.items()} for row in frame.to_dict("records")
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_rows_come_back_as_they_were(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"members.{ending}"
    result = blocs("who", "CST", "--output", path)
    assert (result.code, result.out) == (0, "")
    assert [row["id"] for row in read(path)] == [
        *("armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan")
    ]


@pytest.mark.parametrize("ending", ENDINGS)
def test_numbers_are_numbers_and_missing_is_not_0(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text("member,organization\n=1+1,A\nBo,A\nBo,B\nCy,C\n")
    path = tmp_path / f"pairs.{ending}"
    assert blocs("overlap", "--data", table, "--output", path).code == 0
    rows = {(row["a"], row["b"]): row for row in read(path)}
    (one,) = [row for (a, b), row in rows.items() if "bo" in (a, b) and "cy" not in (a, b)]
    assert one["shared"] == 1 and isinstance(one["shared"], int)
    assert one["jaccard"] == 0.5
    assert any(row["shared"] == 0 and row["jaccard"] == 0 for row in rows.values())


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_panel_has_its_rows_and_not_what_people_see(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"panel.{ending}"
    assert blocs("panel", "2001", "-m", "kappa", "--output", path).code == 0
    rows = read(path)
    assert len(rows) == 12 * 11 // 2  # the twelve states of the article
    assert list(rows[0]) == ["year", "a", "b", "shared", "union", "kappa", "universe"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_text_is_no_formula_and_keeps_its_letters(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    table = tmp_path / "t.csv"
    table.write_text('member,organization,quote,source\n"=HYPERLINK(""x"")",Ağaoğlu Birliği,said,paper\n', "utf-8")
    path = tmp_path / f"list.{ending}"
    assert blocs("list", "--data", table, "--output", path).code == 0
    labels = {row["label"] for row in read(path)}
    assert {'=HYPERLINK("x")', "Ağaoğlu Birliği"} <= labels
    if ending == "xlsx":
        cells = [cell for row in openpyxl.load_workbook(path).active.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_rows_give_the_same_file(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    one, other = tmp_path / f"one.{ending}", tmp_path / f"other.{ending}"
    assert blocs("overlap", "--output", one).code == blocs("overlap", "--output", other).code == 0
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_rows_are_a_file_with_headings(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"none.{ending}"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert blocs("who", "CST and GUUAM", "--output", path).code == 0
    assert read(path) == []


def test_shaping_holds_there_too(blocs: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "two.parquet"
    assert blocs("who", "CST", "--columns", "label", "--limit", "2", "--output", path).code == 0
    assert read(path) == [{"label": "Armenia"}, {"label": "Belarus"}]


@pytest.mark.parametrize(
    ("ending", "library", "extra"),
    [("xlsx", "xlsxwriter", "excel"), ("parquet", "pyarrow", "parquet"), ("dta", "pandas", "stata")],
)
def test_a_missing_library_is_named_and_nothing_is_written(
    blocs: Callable[..., Any],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
    library: str,
    extra: str,
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    result = blocs("who", "CST", "--output", tmp_path / f"members.{ending}")
    assert result.code == 1 and not list(tmp_path.iterdir())
    assert f"needs {library}: pip install 'blocs[{extra}]'" in result.err


@pytest.mark.parametrize("ending", ["csv", "parquet", "dta"])
def test_a_panel_named_as_peacesciencer_names_it(blocs: Callable[..., Any], tmp_path: Path, ending: str) -> None:
    """The columns of its `cow_igo_ndy`; Armenia (371) and Azerbaijan (373) share 2 bodies: CIS and its ministers."""
    path = tmp_path / f"dyads.{ending}"
    assert blocs("panel", "2001", "--columns-as", "peacesciencer", "-m", "jaccard", "--output", path).code == 0
    rows = pandas.read_csv(path).to_dict("records") if ending == "csv" else read(path)
    assert list(rows[0])[:4] == ["ccode1", "ccode2", "year", "dyadigos"]
    (pair,) = [row for row in rows if (row["ccode1"], row["ccode2"]) == (371, 373)]
    assert (pair["year"], pair["dyadigos"], pair["jaccard"]) == (2001, 2, 0.5)
    assert all(row["ccode1"] < row["ccode2"] for row in rows)
