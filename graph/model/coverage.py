"""What time a graph's data cover, and what to say of an answer for a date outside it.

After the dataset's own date nobody has looked, and before the first date on record nothing is known: an answer for
such a date is no better than a guess, and has to say so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from ..amounts import shortened
from ..frozen import frozen
from .dates import Period, on_or_in
from .entities import Entity
from .membership import has_undated, undated_notes

if TYPE_CHECKING:
    from .graph import Graph

__all__ = ["Coverage", "coverage", "data_date_note", "date_notes", "is_outside", "outside_notes", "own_date_note"]


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


def is_outside(graph: Graph, period: Period, among: Sequence[Entity] = ()) -> bool:
    """Whether no part of a period is covered by the data, so that nothing can be known of it.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        The period that is asked about.
    among : sequence of Entity, optional
        The states or bodies that are asked about, where data on them may end before others.

    Returns
    -------
    bool

    >>> import blocs
    >>> graph = blocs.load()
    >>> is_outside(graph, graph.period("2024")), is_outside(graph, graph.period("2000:2024"))
    (True, False)
    """
    return _is_after(graph, period.start, among) or bool(_first_after(graph, period.end))


def outside_notes(
    graph: Graph, period: Period, among: Sequence[Entity] = (), members: Sequence[Entity] = ()
) -> tuple[str, ...]:
    """What to say beside an answer for a period that the data do not cover, or cover in part.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        The period that is asked about.
    among : sequence of Entity, optional
        The states or bodies that are asked about, where data on them may end before others.
    members : sequence of Entity, optional
        Whose memberships in them are asked about, if not everybody's.

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
    if last := graph.ends.last_on(among, period.start):
        notes.append(f"The data on {_named(among)} end {on_or_in(last)}: what was so {_in(period)} is not known.")
    elif _is_after(graph, period.start):
        notes.append(f"The data end {on_or_in(graph.as_of)}: what was so {_in(period)} is not known.")
    else:
        if period.start is not None and _is_after(graph, period.end):
            notes.append(f"The data end {on_or_in(graph.as_of)}: what was so after that is not known.")
        known = {member.iri for member in members}
        notes += _ended_notes(graph, period, among, known)
        notes += _undated_data_notes(graph, period, among, known)
    return tuple(notes)


def _ended_notes(graph: Graph, period: Period, among: Sequence[Entity], members: Collection[str]) -> Iterator[str]:
    """What to say of the data sets that ended before a period, or within it, where others go on."""
    for end in graph.ends.before(None if period.start is None else period.end or period.start):
        pairs = graph.ends.open_in(end, among, period)
        if members:
            pairs = [pair for pair in pairs or () if pair[0] in members] or None
        if pairs is None:
            continue
        asked = {entity.iri for entity in among}
        others = dict.fromkeys(one for pair in pairs for one in pair if one not in asked)
        graph.names.expect(others)
        names = sorted(entity.label for entity in graph.names.known(others))
        then = _in(period) if end.is_before(period.start) else "after that"
        whose = f" of {shortened(names)}" if names else " from them"
        ended = f"The data of {end.label or end.dataset} end {on_or_in(end.date)}"
        yield f"{ended}: what was so {then} is not known{whose}."


def _undated_data_notes(
    graph: Graph, period: Period, among: Sequence[Entity], members: Collection[str]
) -> Iterator[str]:
    """That data without a date count as going on at the date of others."""
    if graph.source.remote or period.start is None or period.start[:4] < graph.as_of[:4]:
        return
    iris = graph.ends.of_no_date(among)
    names = sorted(entity.label for entity in graph.names.known(iris) if not members or entity.iri in members)
    if names:
        yield (
            f"No date is given for the data on {shortened(names)} and {_named(among)}: what has no end in"
            " them counts as going on."
        )


def data_date_note(date: str) -> str:
    """What to say of the date of an answer that the data give, since nobody asked for another.

    Parameters
    ----------
    date : str
        The date.

    Returns
    -------
    str

    >>> data_date_note("1999")
    'As of 1999, the date of the data; name a date to ask about another.'
    """
    return f"As of {date}, the date of the data; name a date to ask about another."


def own_date_note(bodies: Sequence[Entity], date: str) -> str:
    """That some bodies are asked about at the date until which the data on them go, as no date was said.

    Parameters
    ----------
    bodies : sequence of Entity
        The bodies.
    date : str
        That date, see `Ends.own_date`.

    Returns
    -------
    str
        A sentence.

    >>> import blocs
    >>> own_date_note([blocs.load().names.find("CST")], "1999")
    'As of 1999, where the data on CST end; name a date to ask about another.'
    """
    return f"As of {date}, where the data on {_named(bodies)} end; name a date to ask about another."


def _named(among: Sequence[Entity]) -> str:
    return shortened(entity.short for entity in among)


def date_notes(graph: Graph, period: Period, among: Sequence[Entity] = ()) -> tuple[str, ...]:
    """What to say of memberships read at a date: that the data do not cover it, or count some without dates.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        When memberships were read.
    among : sequence of Entity, optional
        The states or bodies whose memberships these are, where data on them may end before others.

    Returns
    -------
    tuple of str
        Sentences; empty if the data cover the whole period and all memberships in it have dates.

    >>> import blocs
    >>> graph = blocs.load()
    >>> [note.partition(";")[0] for note in date_notes(graph, graph.period("1999"))]
    ['Memberships for which no dates were read are counted, but not before their body began']
    """
    undated = undated_notes(period, graph.as_of)
    return (*outside_notes(graph, period, among), *(undated if undated and has_undated(graph.source) else ()))


def _in(period: Period) -> str:
    return f"from {period.start} on" if period.end is None else on_or_in(str(period))


def _is_after(graph: Graph, date: str | None, among: Sequence[Entity] = ()) -> bool:
    """Whether a date is after the last of the data, or of those on some, as far as the precision of both tells."""
    after = date is not None and date > graph.as_of and not date.startswith(graph.as_of)
    return after or bool(graph.ends.last_on(among, date))


def _first_after(graph: Graph, date: str | None) -> str:
    """The first date of the data if it is after a date; else "", also if nothing has a date."""
    return "" if date is None or graph.beginning.is_by(date) else graph.beginning.first
