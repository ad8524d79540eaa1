"""What the cells of a workbook (xlsx) have beside their values: formulas without a result, errors, hidden rows."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from ...amounts import counted, shortened
from ...errors import OperationFailed
from ..important import Important
from .xml_tree import xml_tree

__all__ = ["CellsAside", "cells_aside", "parts_of", "sheet_xml"]

_BOOK = "xl/workbook.xml"
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*)>\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)\s*(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>|)"
    rb"\s*</(?:\w+:)?c>"
)
_ERROR = re.compile(rb"<(?:\w+:)?c\b([^>]*\bt=\"e\"[^>]*)>.*?<(?:\w+:)?v>([^<]*)</", re.DOTALL)
_HIDDEN = re.compile(rb"<(?:\w+:)?row\b[^>]*\bhidden=\"(?:1|true)\"[^>]*>\s*<(?:\w+:)?c\b")
_PLACE = re.compile(rb"\br=\"([A-Z]+\d+)\"")


@dataclass
class CellsAside:
    """Cells whose values are not what a user sees, by their places: formulas without a result, errors; hidden rows."""

    without_result: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    hidden_rows: int = 0

    def refuse_formulas(self, where: str) -> None:
        """Refuse a sheet in which formulas have no result: their cells would be empty.

        Raises
        ------
        OperationFailed
            Naming the cells.
        """
        if self.without_result:
            what = "cell has a formula" if len(self.without_result) == 1 else "cells have formulas"
            raise OperationFailed(
                f"{where}: {counted(len(self.without_result), what, what)} without a result in the file"
                f" ({shortened(self.without_result, 3)}); open it in a spreadsheet program and save it"
            )

    def notes(self) -> list[str]:
        """What is said of errors and of hidden rows.

        >>> CellsAside(errors={"C2": "#N/A"}, hidden_rows=2).notes()
        ['1 cell with an error was read as empty: C2 (#N/A)', '2 hidden rows were read as the others']
        """
        found: list[str] = []
        if self.errors:
            shown = shortened((f"{place} ({error})" for place, error in self.errors.items()), 3)
            were = "was" if len(self.errors) == 1 else "were"
            found.append(Important(f"{counted(len(self.errors), 'cell')} with an error {were} read as empty: {shown}"))
        if self.hidden_rows:
            were = "was" if self.hidden_rows == 1 else "were"
            found.append(f"{counted(self.hidden_rows, 'hidden row')} {were} read as the others")
        return found


def cells_aside(text: bytes) -> CellsAside:
    """What the cells of a sheet have that its values do not tell.

    Parameters
    ----------
    text : bytes
        The XML of the sheet, from `sheet_xml`.

    Returns
    -------
    CellsAside

    >>> cells_aside(b'<row r="2" hidden="1"><c r="C2" t="e"><v>#N/A</v></c></row>')
    CellsAside(without_result=[], errors={'C2': '#N/A'}, hidden_rows=1)
    """
    found = CellsAside()
    if b"<f" in text or b":f" in text:
        for attributes, value in _CELL.findall(text):
            if not (value and b't="str"' in attributes):  # whose result is an empty text
                found.without_result.append(_place(attributes))
    if b't="e"' in text:
        found.errors = {
            _place(attributes): error.decode("utf-8", "replace") for attributes, error in _ERROR.findall(text)
        }
    if b"hidden=" in text:
        found.hidden_rows = len(_HIDDEN.findall(text))
    return found


def parts_of(content: bytes) -> AbstractContextManager[zipfile.ZipFile | None]:
    """Opens the parts of a workbook; None for one that is no zip file (xls).

    Parameters
    ----------
    content : bytes
        The workbook.
    """
    return zipfile.ZipFile(io.BytesIO(content)) if content.startswith(b"PK") else nullcontext()


def sheet_xml(where: str, parts: zipfile.ZipFile | None, sheet: str) -> bytes:
    """The XML of a sheet of a workbook.

    Parameters
    ----------
    where : str
        The file, for messages.
    parts : zipfile.ZipFile, optional
        The workbook, from `parts_of`.
    sheet : str
        The name of the sheet.

    Returns
    -------
    bytes
        Empty if the workbook is of another kind than xlsx.
    """
    path = _path_of(where, parts, sheet) if parts is not None else ""
    return parts.read(path) if parts is not None and path else b""


def _place(attributes: bytes) -> str:
    match = _PLACE.search(attributes)
    return match[1].decode() if match else "?"


def _path_of(where: str, archive: zipfile.ZipFile, sheet: str) -> str:
    """Where a sheet is in a workbook; "" if that is not found out."""
    names = archive.namelist()
    relations = "xl/_rels/workbook.xml.rels"
    if _BOOK not in names or relations not in names:
        return ""
    book = xml_tree(where, archive.read(_BOOK))
    sheets = [one for part in book.inside if part.tag == "sheets" for one in part.inside]
    of = next((one.attributes.get("id", "") for one in sheets if one.attributes.get("name") == sheet), "")
    targets = {
        one.attributes.get("Id", ""): one.attributes.get("Target", "")
        for one in xml_tree(where, archive.read(relations)).inside
    }
    target = targets.get(of, "")
    path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return path if path in names else ""
