"""Rows in the formats of other programs: Excel, Parquet and Stata, through the libraries of the extras."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from ...graph.errors import InvalidRequest
from ...graph.extras import extra
from .table import Table, plain_cell

__all__ = ["PACKED", "columns_of", "packed"]

_WIDEST = 60  # characters of a column of a sheet
_MOST_ROWS = 2**20 - 1  # of a sheet, below its heading
_MOST_CHARACTERS = 2**15 - 1  # of a cell
_LARGEST = 2**53  # whole number that Excel and Stata hold without rounding; a column with a larger one is of texts
_SHORT = 2045  # bytes of a text of fixed length in Stata

Cell = str | int | float | bool | None


def packed(columns: Mapping[str, Sequence[Any]], form: str) -> bytes:
    """Columns of cells as a file of one of the formats of `PACKED`.

    A column of whole numbers, of numbers or of truth values is one there too; what is missing stays missing, apart
    from 0 and from an empty text. Lists are texts, as in CSV.

    Raises OperationFailed if its library is not installed, InvalidRequest if the format cannot hold the rows.
    """
    return PACKED[form](list(columns), [_column(list(cells)) for cells in columns.values()])


def columns_of(table: Table) -> dict[str, list[Any]]:
    """The cells of a table, column by column."""
    return {name: [row[at] for row in table.rows] for at, name in enumerate(table.columns)}


def _column(cells: list[Any]) -> list[Cell]:
    """The cells of a column, all of one kind."""
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds <= {bool}:
        return cells
    exact = all(abs(cell) <= _LARGEST for cell in cells if type(cell) is int)
    if exact and kinds <= {int}:
        return cells
    if exact and kinds <= {int, float}:
        return [None if cell is None else float(cell) for cell in cells]
    return [None if cell is None else plain_cell(cell) for cell in cells]


def _workbook(names: list[str], columns: list[list[Cell]]) -> bytes:
    """https://xlsxwriter.readthedocs.io/"""
    with extra("excel", "writing xlsx"):
        from xlsxwriter import Workbook
    rows = len(columns[0]) if columns else 0
    if rows > _MOST_ROWS:
        raise InvalidRequest(f"a sheet holds {_MOST_ROWS:,} rows, and there are {rows:,}; use csv or parquet")
    made = io.BytesIO()
    # Texts stay texts: none is taken for a formula, a link or a number.
    book = Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False})
    book.set_properties({"created": datetime(2000, 1, 1)})  # the same rows give the same file
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True})
    for at, (name, cells) in enumerate(zip(names, columns, strict=True)):
        sheet.write_string(0, at, name, bold)
        longest = max((len(str(cell)) for cell in cells if cell is not None), default=0)
        if longest > _MOST_CHARACTERS and any(isinstance(cell, str) for cell in cells):
            raise InvalidRequest(
                f"a cell of a sheet holds {_MOST_CHARACTERS:,} characters, and one of {name!r} has more; use parquet"
            )
        sheet.set_column(at, at, min(max(longest, len(name)) + 2, _WIDEST))
        for row, cell in enumerate(cells, 1):
            if isinstance(cell, bool):
                sheet.write_boolean(row, at, cell)
            elif isinstance(cell, int | float):
                sheet.write_number(row, at, cell)
            elif cell is not None:
                sheet.write_string(row, at, cell)
    book.close()
    return made.getvalue()


def _parquet(names: list[str], columns: list[list[Cell]]) -> bytes:
    """https://arrow.apache.org/docs/python/parquet.html"""
    with extra("parquet", "writing Parquet"):
        import pyarrow
        from pyarrow import parquet
    made = io.BytesIO()
    arrays = [
        pyarrow.array(cells, pyarrow.string()) if not any(c is not None for c in cells) else cells for cells in columns
    ]
    parquet.write_table(pyarrow.table(dict(zip(names, arrays, strict=True))), made)
    return made.getvalue()


def _stata(names: list[str], columns: list[list[Cell]]) -> bytes:
    """https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_stata.html, for Stata 14 and later."""
    with extra("stata", "writing Stata"):
        import pandas
    frame: dict[str, Any] = {}
    long = []
    for name, cells in zip(names, columns, strict=True):
        kinds = {type(cell) for cell in cells if cell is not None}
        if kinds <= {int, float, bool} and kinds:
            frame[_stata_name(name)] = [float("nan") if cell is None else float(cell) for cell in cells]
        else:
            texts = ["" if cell is None else str(cell) for cell in cells]
            if any(len(text.encode()) > _SHORT for text in texts):
                long.append(_stata_name(name))
            frame[_stata_name(name)] = pandas.Series(texts, dtype=object)
    made = io.BytesIO()
    written = pandas.DataFrame(frame)
    whole = [name for name in written if written[name].dtype == float and (written[name] % 1 == 0).all()]
    small = written.astype({name: "int32" for name in whole if written[name].abs().max() < 2**31 - 100})
    small.to_stata(made, write_index=False, version=118, convert_strl=long, time_stamp=datetime(2000, 1, 1))
    return made.getvalue()


def _stata_name(name: str) -> str:
    """A name that Stata takes: letters, digits and underscores, at most 32.

    >>> _stata_name("shared ids"), _stata_name("2001")
    ('shared_ids', '_2001')
    """
    plain = "".join(sign if sign.isascii() and sign.isalnum() else "_" for sign in name)
    return (f"_{plain}" if plain[:1].isdigit() else plain)[:32]


PACKED: dict[str, Callable[[list[str], list[list[Cell]]], bytes]] = {
    "xlsx": _workbook,
    "parquet": _parquet,
    "stata": _stata,
}
"""The formats, by their names."""
