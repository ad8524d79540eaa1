"""What time a graph's data cover, and what to say of an answer for a date outside it.

After the dataset's own date nobody has looked, and before the first date on record nothing is known: an answer for
such a date is no better than a guess, and has to say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..frozen import frozen
from .dates import Period
from .membership import has_undated, undated_notes

if TYPE_CHECKING:
    from .graph import Graph

__all__ = ["Coverage", "coverage", "date_notes", "is_outside", "outside_notes"]


@frozen
class Coverage:
    """From when to when the data of a graph reach, as dates with the precision that they have.

    `first` is the earliest date of a membership, an event or the existence of a state or body, "" if none has a date;
    `last` is the dataset's own date.
    """

    first: str
    last: str


def coverage(graph: Graph) -> Coverage:
    """From when to when the data of a graph reach.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    Coverage

    >>> import blocs
    >>> coverage(blocs.load())
    Coverage(first='1992-05-15', last='2001-05')
    """
    return Coverage(graph.beginning.first, graph.as_of)


def is_outside(graph: Graph, period: Period) -> bool:
    """Whether no part of a period is covered by the data, so that nothing can be known of it.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        The period that is asked about.

    Returns
    -------
    bool

    >>> import blocs
    >>> graph = blocs.load()
    >>> is_outside(graph, graph.period("2024")), is_outside(graph, graph.period("2000:2024"))
    (True, False)
    """
    return _is_after(graph, period.start) or bool(_first_after(graph, period.end))


def outside_notes(graph: Graph, period: Period) -> tuple[str, ...]:
    """What to say beside an answer for a period that the data do not cover, or cover in part.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        The period that is asked about.

    Returns
    -------
    tuple of str
        Sentences; empty if the data cover the whole period.

    >>> import blocs
    >>> graph = blocs.load()
    >>> outside_notes(graph, graph.period("2024"))
    ('The data end in 2001-05: what was so in 2024 is not known.',)
    >>> outside_notes(graph, graph.period("1700"))
    ('The data begin in 1992: nothing in them is dated 1700 or earlier.',)
    >>> outside_notes(graph, graph.period("1700:2001"))
    ('The data begin in 1992: what was so before that is not known.',)
    >>> outside_notes(graph, graph.period("2001"))
    ()
    """
    notes = []
    if first := _first_after(graph, period.end):
        notes.append(f"The data begin in {first[:4]}: nothing in them is dated {period.end} or earlier.")
    elif period.start != period.end and (first := _first_after(graph, period.start)):
        notes.append(f"The data begin in {first[:4]}: what was so before that is not known.")
    if _is_after(graph, period.start):
        notes.append(f"The data end in {graph.as_of}: what was so {_in(period)} is not known.")
    elif period.start is not None and _is_after(graph, period.end):
        notes.append(f"The data end in {graph.as_of}: what was so after that is not known.")
    return tuple(notes)


def date_notes(graph: Graph, period: Period) -> tuple[str, ...]:
    """What to say of memberships read at a date: that the data do not cover it, or count some without dates.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        When memberships were read.

    Returns
    -------
    tuple of str
        Sentences; empty if the data cover the whole period and all memberships in it have dates.

    >>> import blocs
    >>> graph = blocs.load()
    >>> [note.partition(";")[0] for note in date_notes(graph, graph.period("1999"))]
    ['Memberships to which the source gives no dates are counted, but not before their body began']
    """
    undated = undated_notes(period, graph.as_of)
    return (*outside_notes(graph, period), *(undated if undated and has_undated(graph.source) else ()))


def _in(period: Period) -> str:
    return f"from {period.start} on" if period.end is None else f"in {period}"


def _is_after(graph: Graph, date: str | None) -> bool:
    """Whether a date is after the last of the data, as far as the precision of both tells."""
    return date is not None and date > graph.as_of and not date.startswith(graph.as_of)


def _first_after(graph: Graph, date: str | None) -> str:
    """The first date of the data if it is after a date; else "", also if nothing has a date."""
    return "" if date is None or graph.beginning.is_by(date) else graph.beginning.first
