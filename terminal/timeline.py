"""A timeline: bars over years for people, rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.timeline import Entry

__all__ = ["write_timeline"]

_COLUMNS = ("start", "end", "kind", "member", "body", "event", "role", "basis")


def write_timeline(entries: Sequence[Entry], title: str, out: Output) -> None:
    """Write a timeline: as bars for people, as rows for programs."""
    if out.for_people:
        from .bars import show_bars

        show_bars(entries, title, out)
        return
    rows = [[_cell(entry, column) for column in _COLUMNS] for entry in entries]
    if out.form == "json":
        out.json({"timeline": [dict(zip(_COLUMNS, row, strict=True)) for row in rows]})
    else:
        out.rows(Table(dict(zip(_COLUMNS, _COLUMNS, strict=True)), rows, title))


def _cell(entry: Entry, column: str) -> str:
    value = getattr(entry, column)
    return value if isinstance(value, str) else "" if value is None else str(value.id)
