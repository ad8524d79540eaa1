"""Notes that belong to an answer but have no place in its rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .writing.files import say_beside

if TYPE_CHECKING:
    from ..graph.model.entities import Entity
    from ..graph.model.graph import Graph
    from .writing.output import Output

__all__ = ["about_date", "of_data", "outside", "say_report", "say_unread"]


def say_report(report: Mapping[str, Any]) -> None:
    """Write what was read of a table and what was not to standard error."""
    from ..graph.readers.report import Report

    found = Report.from_dict(report)
    say_beside(f"{found.table}: {line}" for line in found.lines())


def say_unread(reports: Iterable[Mapping[str, Any]]) -> None:
    """Write a line for each table of which something was left unread, or may be wrong."""
    from ..graph.readers.unread import unread_lines

    say_beside(unread_lines(reports))


def outside(graph: Graph, as_of: str | None, among: Sequence[Entity] = ()) -> tuple[str, ...]:
    """That the data, or those on some states or bodies, do not cover a date that was asked for, or the graph's own."""
    from ..graph.model.coverage import outside_notes

    period = graph.period(as_of)
    # At the graph's own date only the data of one of several sources can be over.
    return outside_notes(graph, period, among) if as_of is not None or graph.ends.before(period.start) else ()


def about_date(graph: Graph, as_of: str | None, among: Sequence[Entity] = ()) -> tuple[str, ...]:
    """What to say of a date that was asked for: that the data do not cover it, or count memberships without dates."""
    if as_of is None:
        return outside(graph, as_of, among)
    from ..graph.model.coverage import date_notes

    return date_notes(graph, graph.period(as_of), among)


def of_data(graph: Graph, as_of: str | None, out: Output) -> tuple[str, ...]:
    """At which date of the data the rows of an answer are, where none was asked for; for people a title says it."""
    from ..graph.model.coverage import data_date_note
    from ..graph.model.dates import today

    if as_of is not None or out.for_people or out.form == "json" or graph.as_of >= today():
        return ()
    # A text is of its date; that a table goes to some year only is not plain.
    return () if any(end.from_text for end in graph.ends.all) else (data_date_note(graph.as_of),)
