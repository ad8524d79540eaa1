"""Months and years in workbooks: a cell that shows "May-90" holds the day 1990-05-01, and its format says the month.

The reader of workbooks gives days alone. What a cell shows is in its number format (xlsx), or stands beside its day
(ods); of other kinds of workbooks it is not found out, which is said.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Mapping

from ...amounts import shortened
from .years_as_days import year_shown_as

__all__ = ["read_as_shown"]

_MONTH, _YEAR = 7, 4
"""How much of an ISO date is shown, by its length."""
_FIRST = re.compile(r"\d{4}-\d\d-01")
_BUILT_IN = {"17": _MONTH}  # mmm-yy
_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)/?>")
_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b.*?</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b[^>]*?\bnumFmtId=\"(\d+)\"")
_ID, _CODE = re.compile(rb"\bnumFmtId=\"(\d+)\""), re.compile(rb"\bformatCode=\"([^\"]*)\"")
_NO_LETTERS = re.compile(r"&quot;.*?&quot;|\"[^\"]*\"|\[[^\]]*\]|\\.|_.|\*.")
"""What a format shows as it stands, colours and languages."""
_CELL = re.compile(rb"<(?:\w+:)?c\b(?=[^>]*\br=\"([A-Z]+)(\d+)\")(?=[^>]*\bs=\"(\d+)\")")
_DATED = re.compile(rb"office:date-value=\"(\d{4}-\d\d-01)(?:T00:00:00)?\"[^>]*>(.*?)</table:", re.DOTALL)
_TAG = re.compile(rb"<[^>]*>")
_PARTS = re.compile(r"[^\W_]+")


def read_as_shown(parts: zipfile.ZipFile | None, xml: bytes, rows: list[list[str]]) -> list[str]:
    """Read days of a sheet as the months or the years that its cells show.

    A day that is not the first of what is shown was written by somebody, and is kept.

    Parameters
    ----------
    parts : zipfile.ZipFile, optional
        The workbook; None if it is of a kind that has no parts.
    xml : bytes
        The XML of the sheet, if it has one.
    rows : list of list of str
        Its rows; they are changed.

    Returns
    -------
    list of str
        What is said of it.
    """
    if not any(_FIRST.fullmatch(cell) for row in rows for cell in row):
        return []
    precision = _precision(parts, xml)
    if precision is None:
        return [
            "first days of months were read as days; if cells show months or years only, save the workbook as .xlsx"
        ]
    read: dict[str, str] = {}
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if _FIRST.fullmatch(text) and (shown := _shown(text, precision(at, column, text))) != text:
                row[column] = shown
                read.setdefault(text, shown)
    if not read:
        return []
    examples = shortened((f"{text} as {shown}" for text, shown in read.items()), 3)
    return [f"dates were read as the months or years that their cells show: {examples}"]


def _shown(text: str, length: int) -> str:
    """The month or the year of a day, unless it may be a year that a spreadsheet shows as that day."""
    if not length or year_shown_as(text) or (length == _YEAR and not text.endswith("-01-01")):
        return text
    year, month, _ = text.split("-")
    return f"{month}/{year}" if length == _MONTH else year  # "2004-05" may be a span of years


def _precision(parts: zipfile.ZipFile | None, xml: bytes) -> Callable[[int, int, str], int] | None:
    """How much of a date is shown, by its row, its column and the date; 0 for all of it. None if that is not known."""
    if parts is None:
        return None
    names = parts.namelist()
    if "content.xml" in names:
        by_value = _of_values(parts.read("content.xml"))
        return lambda row, column, date: by_value.get(date, 0)
    if "xl/styles.xml" not in names:
        return None if "xl/styles.bin" in names else lambda row, column, date: 0
    styles = _of_styles(parts.read("xl/styles.xml"))
    places = _of_places(xml, styles) if styles else {}
    return lambda row, column, date: places.get((row, column), 0)


def _of_styles(text: bytes) -> dict[bytes, int]:
    """The styles of cells that show months or years, by their number."""
    formats = {number.encode(): length for number, length in _BUILT_IN.items()}
    for attributes in _FORMAT.findall(text):
        number, code = _ID.search(attributes), _CODE.search(attributes)
        if number and code:
            formats[number[1]] = _of_format(code[1].decode("utf-8", "replace"))
    styles = _STYLES.search(text)
    numbers = _STYLE.findall(styles[0]) if styles else []
    return {str(at).encode(): formats[number] for at, number in enumerate(numbers) if formats.get(number)}


def _of_format(code: str) -> int:
    """How much of a date a number format shows.

    >>> [_of_format(code) for code in ("mmm-yy", 'yyyy"."mm', "yyyy", "[$-409]d mmm yyyy;@", "0.00", "mm:ss")]
    [7, 7, 4, 0, 0, 0]
    """
    letters = set(_NO_LETTERS.sub("", code).partition(";")[0].casefold())
    if "d" in letters or "h" in letters or not letters & set("yeb") or letters & set("0#?"):
        return 0
    return _MONTH if "m" in letters else _YEAR


def _of_places(text: bytes, styles: Mapping[bytes, int]) -> dict[tuple[int, int], int]:
    """The cells of a sheet that have such a style, by row and column from 0."""
    return {
        (int(row) - 1, _number(letters)): styles[style]
        for letters, row, style in _CELL.findall(text)
        if style in styles
    }


def _number(letters: bytes) -> int:
    """The number of a column: 0 for A, 26 for AA."""
    found = 0
    for letter in letters:
        found = 26 * found + letter - 64
    return found - 1


def _of_values(text: bytes) -> dict[str, int]:
    """How much is shown of dates in the content of an ods file, where that is the same for all cells with the date."""
    found: dict[str, set[int]] = {}
    for day, shown in _DATED.findall(text):
        parts = _PARTS.findall(_TAG.sub(b"", shown).decode("utf-8", "replace"))
        found.setdefault(day.decode(), set()).add(_of_parts(parts, day.decode()))
    return {day: lengths.pop() for day, lengths in found.items() if len(lengths) == 1}


def _of_parts(parts: list[str], day: str) -> int:
    """How much of a day its parts say: "May" and "90" of 1990-05-01 are a month."""
    if parts == [day[:4]]:
        return _YEAR
    return _MONTH if len(parts) == 2 and {day[:4], day[2:4]} & set(parts) else 0
