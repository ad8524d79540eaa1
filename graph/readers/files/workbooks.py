"""Workbooks (xlsx, xls, ods): which of their sheets is the table, and its rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from ...errors import InvalidRequest, OperationFailed
from ..cells.cell_texts import text_of_cell
from ..dates.shown_dates import read_as_shown
from ..names_by_id import table_of_ids
from ..planning.keys import says_who_is_in_what
from .sheet import Sheet
from .workbook_cells import cells_aside, parts_of, sheet_xml

__all__ = ["read_workbook"]


def read_workbook(where: str, content: bytes, known: Callable[[Sequence[str]], int], wanted: str) -> Sheet:
    """The rows of the one sheet of a workbook that is a table.

    Parameters and errors: as for `sheets.read_sheet`.
    """
    book = _Book(where, content)
    by_ids = table_of_ids(book.rows_of(book.shown()))
    beside = by_ids.beside if by_ids and wanted in ("", by_ids.name) else []
    name, rows = _table_of(book, known, by_ids.name if by_ids and not wanted else wanted)
    used = {name, *(one.where for one in beside)}
    others = [f"{other} (hidden)" if other in book.hidden else other for other in book.names if other not in used]
    notes = [f"sheet {name!r} was read; not read: {', '.join(others)}"] if others else []
    with parts_of(content) as parts:
        xml = sheet_xml(where, parts, name)
        aside = cells_aside(xml)
        aside.refuse_formulas(where)
        return Sheet(rows, [*notes, *aside.notes(), *read_as_shown(parts, xml, rows)], name, not others, beside)


class _Book:
    """A workbook, its sheets by their names."""

    def __init__(self, where: str, content: bytes) -> None:
        from python_calamine import CalamineWorkbook, SheetVisibleEnum

        self.where = where
        with self._told():
            self._book = CalamineWorkbook.from_filelike(io.BytesIO(content))
            self.names: list[str] = self._book.sheet_names
            self.hidden = [one.name for one in self._book.sheets_metadata if one.visible != SheetVisibleEnum.Visible]

    def shown(self) -> list[str]:
        """The sheets that are shown; all if none is."""
        return [name for name in self.names if name not in self.hidden] or self.names

    def rows_of(self, names: Iterable[str]) -> dict[str, list[list[str]]]:
        """The rows of some sheets."""
        with self._told():
            return {name: _of_sheet(self._book.get_sheet_by_name(name)) for name in names}

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Reports what goes wrong while a workbook is read."""
        from python_calamine import CalamineError

        try:
            yield
        except (CalamineError, ValueError, OSError, zipfile.BadZipFile) as error:
            what = "is protected by a password" if "assword" in str(error) else f"cannot be read: {error}"
            raise OperationFailed(f"{self.where}: the spreadsheet {what}") from None


def _table_of(book: _Book, known: Callable[[Sequence[str]], int], wanted: str) -> tuple[str, list[list[str]]]:
    """The name and the rows of the sheet that is named, or that alone is a table."""
    if wanted and wanted not in book.names:
        raise InvalidRequest(f"{book.where} has no sheet {wanted!r}; its sheets are: {', '.join(book.names)}")
    sheets = book.rows_of([wanted] if wanted else book.shown())
    filled = {name: rows for name, rows in sheets.items() if rows}
    if not filled:
        raise OperationFailed(f"{book.where}: the spreadsheet is empty")
    likely = _with_known_columns(filled, known)
    if not likely:  # a sheet of text alone, a cell in a row, is no table
        tables = {name: rows for name, rows in filled.items() if any(sum(map(bool, row)) > 1 for row in rows)}
        likely = tables if len(tables) == 1 < len(filled) else {}
    if not likely and not wanted:
        _refuse_hidden(book, known)
    if len(filled) > 1 and len(likely) != 1:
        raise InvalidRequest(f"{book.where} has {len(filled)} sheets: {', '.join(filled)}; name one with --sheet")
    return next(iter((likely or filled).items()))


def _with_known_columns(
    sheets: Mapping[str, list[list[str]]], known: Callable[[Sequence[str]], int]
) -> dict[str, list[list[str]]]:
    """The sheets of which one of the first rows has names of columns; if some name members and bodies, these alone."""
    likely = {name: rows for name, rows in sheets.items() if any(known(row) >= 2 for row in rows[:40])}
    return {name: rows for name, rows in likely.items() if any(map(says_who_is_in_what, rows[:40]))} or likely


def _refuse_hidden(book: _Book, known: Callable[[Sequence[str]], int]) -> None:
    """Where no sheet that is shown has memberships, name those that are hidden and have."""
    if likely := list(_with_known_columns(book.rows_of(book.hidden), known)):
        raise InvalidRequest(
            f"{book.where}: no sheet that is shown has a table of memberships; of the hidden ones {', '.join(likely)}"
            f" may have; if it is meant, say --sheet {likely[0]!r}"
        )


def _of_sheet(sheet: Any) -> list[list[str]]:
    """The rows of a sheet; of cells that are merged downwards, each has the text of the first."""
    rows = _texts(sheet.to_python(skip_empty_area=False))
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        for at in range(top + 1, min(bottom + 1, len(rows))):
            if left < len(rows[at]) and left < len(rows[top]) and not rows[at][left]:
                rows[at][left] = rows[top][left]
    return rows


def _texts(rows: Iterable[Iterable[Any]]) -> list[list[str]]:
    """Rows of values as rows of texts; empty rows and columns at the end are none."""
    texts = [[text_of_cell(value) for value in row] for row in rows]
    while texts and not any(texts[-1]):
        texts.pop()
    width = max((at + 1 for row in texts for at, cell in enumerate(row) if cell), default=0)
    return [row[:width] for row in texts]
