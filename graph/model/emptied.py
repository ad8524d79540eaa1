"""Bodies that have nobody at a time that is asked about: whose memberships are of other times, or in other roles."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

from ..amounts import counted
from .dates import ALWAYS, Period, on_or_in
from .entities import Entity
from .membership import outside_lives
from .membership_scan import Stretch, read_stretches
from .missing import missing_notes
from .roles import FULL

if TYPE_CHECKING:
    from .graph import Graph

__all__ = ["emptied_notes", "none_then"]


def emptied_notes(graph: Graph, bodies: Sequence[Entity], period: Period) -> tuple[str, ...]:
    """What to say, where nobody answers, of bodies that had members at other times, or have them in other roles, only.

    Of a body that is known to have been over by then, or not to have begun, that is said anyway; see `outside_lives`.

    Parameters
    ----------
    graph : Graph
        The graph.
    bodies : sequence of Entity
        The bodies that are asked about.
    period : Period
        When.

    Returns
    -------
    tuple of str
        A sentence for each.

    >>> import blocs
    >>> graph = blocs.load()
    >>> emptied_notes(graph, [graph.names.find("CST")], graph.period("1995"))
    ()
    """
    bodies = [body for body in dict.fromkeys(bodies) if not outside_lives(graph.source, [body], period)]
    if period == ALWAYS or not bodies:
        return ()
    found: dict[str, list[Stretch]] = {body.iri: [] for body in bodies}
    for stretch in read_stretches(graph.source, ALWAYS, None, bodies):
        found[stretch.body].append(stretch)
    # Where data are missing, nobody knows whether a membership ended.
    known = (body for body in bodies if not missing_notes(graph.source, [body], period))
    said = (_said(body, found[body.iri], period) for body in known)
    return tuple(filter(None, said))


def none_then(graph: Graph, period: Period) -> tuple[str, ...]:
    """What to say of an answer without anything, if no membership of the graph holds in its period.

    Parameters
    ----------
    graph : Graph
        The graph.
    period : Period
        When.

    Returns
    -------
    tuple of str
        A sentence, or none.

    >>> import blocs
    >>> graph = blocs.load()
    >>> none_then(graph, graph.period("1995"))
    ()
    """
    if period == ALWAYS or next(iter(read_stretches(graph.source, period)), None) is not None:
        return ()
    ends = [each.end or each.over for each in read_stretches(graph.source, ALWAYS, columns=("start", "end"))]
    if not ends or not period.start or any(not end or end >= period.start for end in ends):
        return ()
    last = max(ends)
    return (f"No membership holds {on_or_in(str(period))}: the last one ended {on_or_in(last)}; name an earlier date.",)


def _in_other_roles(body: Entity, then: Sequence[Stretch]) -> str:
    """That some are in a body at the time in other roles, and nobody in full right; "" if somebody is."""
    members = {one.member for one in then}
    if any(one.role == FULL for one in then):
        return ""
    one = len(members) == 1
    return (
        f"{counted(len(members), 'member')} of {body.short} {'has' if one else 'have'} another role then; to see"
        f" {'it' if one else 'them'}, ask for any role, as in: blocs who {quote(body.short)} --role any"
    )


def _said(body: Entity, stretches: Sequence[Stretch], period: Period) -> str:
    spans = [(each.start or each.begun, each.end or each.over) for each in stretches]
    holds = [period.covers(start or None, end or None) for start, end in spans]
    if any(holds):
        return _in_other_roles(body, [one for one, held in zip(stretches, holds, strict=True) if held])
    if not spans:
        return ""
    if all(end and period.start and end < period.start for _, end in spans):
        when = on_or_in(max(end for _, end in spans))
        return f"The last membership in {body.short} ended {when}; name an earlier date to ask about its members."
    if all(start and period.end and start > period.end for start, _ in spans):
        when = on_or_in(min(start for start, _ in spans))
        return f"The first membership in {body.short} began {when}; name a later date to ask about its members."
    return f"All memberships in {body.short} are of other times; name another date to ask about its members."
