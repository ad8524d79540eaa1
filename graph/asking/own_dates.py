"""At which date bodies are asked about where a question names none, and the data on them end before others."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from ..model.coverage import own_date_note
from ..model.dates import Period
from ..model.expression import bodies_of
from ..model.graph import Graph
from .logic.logical_form import Among, MemberOf, Question
from .logic.walking import changed, parts_of_kind

__all__ = ["at_own_dates"]

Members = TypeVar("Members", Among, MemberOf)


def at_own_dates(graph: Graph, question: Question, period: Period) -> tuple[Question, tuple[str, ...]]:
    """A question that names no date, asked at that until which the data on its bodies go.

    Parameters
    ----------
    graph : Graph
        The graph.
    question : Question
        What was asked.
    period : Period
        The graph's own date, at which it was read.

    Returns
    -------
    Question, tuple of str
        The question, changed only where the data on all its bodies end before others; what is to be said of that.

    >>> import blocs
    >>> from blocs.graph.asking.logic.logical_form import Entities, MemberOf
    >>> from blocs.graph.model.expression import Body
    >>> graph = blocs.load()
    >>> asked = Entities((MemberOf(Body(graph.names.find("CST")), graph.period(None)),))
    >>> at_own_dates(graph, asked, graph.period(None)) == (asked, ())
    True
    """
    if len(graph.ends.all) < 2:
        return question, ()
    parts = [part for part in parts_of_kind(question, Among | MemberOf) if part.period == period]
    bodies = list(dict.fromkeys(body for part in parts for body in bodies_of(part.expression)))
    date = graph.ends.own_date(bodies)
    if not date:
        return question, ()
    own = Period(date, date)

    def dated(part: Members) -> Members:
        return replace(part, period=own) if part.period == period else part

    return changed(question, Among | MemberOf, dated), (own_date_note(bodies, date),)
