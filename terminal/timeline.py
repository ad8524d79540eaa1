"""A timeline: bars over years for people, rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .writing.output import PICTURE_FORMATS, ROW_FORMATS, Output, Table

if TYPE_CHECKING:
    from ..graph.analysis.timeline import Entry

__all__ = ["write_timeline"]

_COLUMNS = ("start", "end", "kind", "member", "body", "event", "role", "basis")


def write_timeline(entries: Sequence[Entry], title: str, out: Output) -> None:
    """Write a timeline: as bars for people, as rows for programs."""
    form = out.chosen(*ROW_FORMATS)
    if form in PICTURE_FORMATS:
        from .bars import show_bars

        show_bars(entries, title, out, form)
        return
    rows = [[_cell(entry, column) for column in _COLUMNS] for entry in entries]
    if form == "json":
        out.json({"timeline": [dict(zip(_COLUMNS, row, strict=True)) for row in rows]})
    else:
        out.rows(Table(dict(zip(_COLUMNS, _COLUMNS, strict=True)), rows, title))


def _cell(entry: Entry, column: str) -> str:
    value = getattr(entry, column)
    return value if isinstance(value, str) else "" if value is None else str(value.id)
