"""Rows, and the plain formats that programs read them in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from ...graph.frozen import frozen
from .text import clean, dump_json

__all__ = ["SEPARATORS", "Table", "is_plain", "plain_cell", "row_by_row", "written"]

SEPARATORS = {"csv": (",", "\r\n"), "tsv": ("\t", "\n")}
"""What stands between cells, and at the end of a line."""

_CHUNK = 2000  # rows that are written at once


@frozen
class Table:
    """Rows to print.

    `columns` maps a column's key, as programs read it, to its heading for people. A cell is a text, a
    number, a truth value, a list of texts or None. `title` and `notes` are printed around a table only.
    `header` says whether the headings are written, `counted` what its rows are called where people are told how many
    there are.
    """

    columns: Mapping[str, str]
    rows: Sequence[Sequence[Any]]
    title: str = ""
    notes: Sequence[str] = ()
    header: bool = True
    counted: str = "rows"


def written(table: Table, form: str) -> str:
    """A table in a format for programs."""
    return _WRITERS[form](table)


def row_by_row(
    columns: Mapping[str, str], rows: Iterable[Sequence[Any]], form: str, header: bool = True
) -> Iterator[str]:
    """Rows in a format that need not have them all (csv, tsv or jsonl), some at a time."""
    left = iter(rows)
    heading = written(Table(columns, [], header=header), form)
    some = iter(lambda: list(islice(left, _CHUNK)), [])
    return chain([heading], (written(Table(columns, those, header=False), form) for those in some))


def is_plain(texts: Sequence[str], form: str) -> bool:
    """Whether all of these stand in a table (csv or tsv) as they are, not quoted, escaped or marked as a text.

    >>> is_plain(["cis", "cst"], "csv"), is_plain(["a,b"], "csv"), is_plain(["-a"], "csv"), is_plain(["-a"], "tsv")
    (True, False, False, True)
    """
    end = SEPARATORS[form][1]
    # A cell that is changed gets longer.
    as_they_are = "".join([f"{text}{end}" for text in texts])
    return written(Table({"": ""}, [[text] for text in texts], header=False), form) == as_they_are


def plain_cell(cell: Any) -> str:
    """A cell as text.

    >>> plain_cell(True), plain_cell(0.5), plain_cell(["cis", "cst"]), plain_cell(None)
    ('true', '0.5', 'cis cst', '')
    """
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, list | tuple):
        return " ".join([item if type(item) is str else plain_cell(item) for item in cell])
    if isinstance(cell, float):
        return f"{cell:.6g}"
    return str(cell)


def _csv(table: Table) -> str:
    import csv
    import io

    from ...graph.escaping import as_cell_text

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if table.header:
        writer.writerow(table.columns)
    # A number is no formula, and most cells are numbers.
    writer.writerows(
        [cell if type(cell) is int else as_cell_text(cell if type(cell) is str else plain_cell(cell)) for cell in row]
        for row in table.rows
    )
    return out.getvalue()


def _tsv(table: Table) -> str:
    head = ["\t".join(table.columns)] if table.header else []
    lines = ("\t".join(clean(plain_cell(cell)) for cell in row) for row in table.rows)
    return "".join(f"{line}\n" for line in (*head, *lines))


def _objects(table: Table) -> Iterable[dict[str, Any]]:
    return (dict(zip(table.columns, row, strict=True)) for row in table.rows)


def _json(table: Table) -> str:
    return dump_json(list(_objects(table)), indent=2) + "\n"


def _jsonl(table: Table) -> str:
    return "".join(dump_json(row) + "\n" for row in _objects(table))


def _markdown(table: Table) -> str:
    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(re.sub(r"([\\|<>*_`\[\]])", r"\\\1", clean(cell)) for cell in cells) + " |\n"

    rows = (line(plain_cell(cell) for cell in row) for row in table.rows)
    head = line(table.columns.values()) + "|" + " --- |" * len(table.columns) + "\n" if table.header else ""
    return head + "".join(rows)


_WRITERS: dict[str, Callable[[Table], str]] = {
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "jsonl": _jsonl,
    "markdown": _markdown,
}
