"""When something happened that a question speaks of, as the graph dates it: other questions are made of such dates."""

from __future__ import annotations

from ...model.graph import Graph
from ...rdf.terms import text_of
from ..logic.logical_form import Dates, Lifetime, Moment, TermDate, YearsWhen
from ..sparql.questions import query

__all__ = ["dates_of"]


def dates_of(graph: Graph, moment: Moment | Lifetime | TermDate | YearsWhen) -> list[str]:
    """The dates that a graph gives for one moment.

    Parameters
    ----------
    graph : Graph
        The graph.
    moment : Moment, Lifetime, TermDate or YearsWhen
        What happened: that somebody joined or left, or held an office, that a body began or ended; or in which years
        somebody was in a body, or out of it.

    Returns
    -------
    list of str
        In their order; none if it gives none.

    >>> import blocs
    >>> graph = blocs.load()
    >>> dates_of(graph, Lifetime(graph.names.find("CST"), False))
    ['1992-05-15']
    """
    return [text_of(row[0]) for row in graph.source.select(query(Dates((moment,))))]
