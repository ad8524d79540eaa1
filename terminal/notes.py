"""Notes that belong to an answer but have no place in its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from .writing.files import say_beside

if TYPE_CHECKING:
    from ..graph.model.graph import Graph

__all__ = ["about_date", "outside", "say_report", "say_unread"]


def say_report(report: Mapping[str, Any]) -> None:
    """Write what was read of a table and what was not to standard error."""
    from ..graph.readers.report import Report

    found = Report.from_dict(report)
    say_beside(f"{found.table}: {line}" for line in found.lines())


def say_unread(reports: Iterable[Mapping[str, Any]]) -> None:
    """Write a line for each table of which something was left unread, or may be wrong."""
    from ..graph.readers.unread import unread_lines

    say_beside(unread_lines(reports))


def outside(graph: Graph, as_of: str | None) -> tuple[str, ...]:
    """That the data do not cover a date that was asked for."""
    if as_of is None:
        return ()
    from ..graph.model.coverage import outside_notes

    return outside_notes(graph, graph.period(as_of))


def about_date(graph: Graph, as_of: str | None) -> tuple[str, ...]:
    """What to say of a date that was asked for: that the data do not cover it, or count memberships without dates."""
    if as_of is None:
        return ()
    from ..graph.model.coverage import date_notes

    return date_notes(graph, graph.period(as_of))
