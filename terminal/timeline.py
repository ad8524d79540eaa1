"""A timeline: bars over years for people, as text or drawn; rows for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.timeline import Entry
    from ..graph.model.dates import Period
    from ..graph.model.entities import Entity
    from ..graph.model.graph import Graph

__all__ = ["first_years", "write_timeline"]

_COLUMNS = ("start", "end", "kind", "member", "body", "event", "role", "basis")


def write_timeline(
    entries: Sequence[Entry], among: Sequence[Entity], period: Period, graph: Graph, out: Output
) -> None:
    """Write a timeline: as a figure or as bars for people, as rows for programs."""
    from ..graph.pictures.figures.plans import timeline_plan

    plan = timeline_plan(entries, among, period, graph.as_of)
    title = plan.title
    if out.is_figure:
        out.plan(plan)
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


def first_years(entries: Sequence[Entry], graph: Graph) -> tuple[str, ...]:
    """What to say of memberships that are there from the first year of a table of years on."""
    from ..graph.model.first_years import read_first_years

    seen = read_first_years(graph.source)
    shown = {(one.member.iri, one.body.iri, one.start) for one in entries if one.member and one.body}
    days = sorted({day for *_, day in seen & shown})
    return tuple(f"The table begins in {day}: who was in a body then may have joined before." for day in days)


def _cell(entry: Entry, column: str) -> str:
    value = getattr(entry, column)
    return value if isinstance(value, str) else "" if value is None else str(value.id)
