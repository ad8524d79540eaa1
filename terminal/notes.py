"""Notes that belong to an answer but have no place in its rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .writing.text import clean

if TYPE_CHECKING:
    from ..graph.model.graph import Graph

__all__ = ["about_date", "say_beside"]


def say_beside(notes: Iterable[str]) -> None:
    """Write notes to standard error, where they do not get into the rows."""
    for note in notes:
        print(clean(note), file=sys.stderr)


def about_date(graph: Graph, as_of: str | None) -> tuple[str, ...]:
    """What to say of a date that was asked for: that the data do not cover it, or count memberships without dates."""
    if as_of is None:
        return ()
    from ..graph.model.coverage import outside_notes
    from ..graph.model.membership import has_undated, undated_notes

    period = graph.period(as_of)
    notes = undated_notes(period, graph.as_of)
    return (*outside_notes(graph, period), *(notes if notes and has_undated(graph.source) else ()))
