"""Notes that belong to an answer but have no place in its rows."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from .writing.text import clean

if TYPE_CHECKING:
    from ..graph.model.graph import Graph

__all__ = ["say_beside", "undated"]


def say_beside(notes: Iterable[str]) -> None:
    """Write notes to standard error, where they do not get into the rows."""
    for note in notes:
        print(clean(note), file=sys.stderr)


def undated(graph: Graph, as_of: str | None) -> tuple[str, ...]:
    """That memberships without dates are counted, if there are any and the date is not the graph's own."""
    if as_of is None:
        return ()
    from ..graph.model.membership import has_undated, undated_notes

    notes = undated_notes(graph.period(as_of), graph.as_of)
    return notes if notes and has_undated(graph.source) else ()
