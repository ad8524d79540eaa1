"""A timeline: bars over years for people, as text or drawn; rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.timeline import Entry
    from ..graph.model.graph import Graph

__all__ = ["write_timeline"]

_COLUMNS = ("start", "end", "kind", "member", "body", "event", "role", "basis")


def write_timeline(entries: Sequence[Entry], title: str, graph: Graph, out: Output) -> None:
    """Write a timeline: as a figure or as bars for people, as rows for programs."""
    if out.is_figure:
        from ..graph.pictures.figures.timeline_figure import timeline_figure

        out.figure(lambda caption: timeline_figure(entries, caption, graph.as_of, out.look), title)
        return
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
