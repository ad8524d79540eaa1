"""Dates of one membership that stand in two places of a row: each may give what the other leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..cells.said import Said
from ..dates.edge_words import LEFT_OUT
from ..mistakes import Wrong

__all__ = ["Course", "Spans", "agree", "ends_too_early", "may_go_on", "together"]

Spans = Sequence[tuple[str, str]]
"""The starts and ends of memberships; "" where one is not known, or there is no end."""


class Course(NamedTuple):
    """The spans of a membership one behind the other; `roles` are theirs, "" for that of the row, if they differ."""

    spans: Spans
    roles: tuple[str, ...] = ()


def agree(one: str, other: str) -> bool:
    """Whether two dates are the same, as far as both are known.

    >>> agree("1999", "1999-05"), agree("1999", "2001"), agree("", "1999")
    (True, False, False)
    """
    return bool(one) and (one.startswith(other) or other.startswith(one))


def ends_too_early(start: str, end: str) -> bool:
    """Whether a membership would end before it begins.

    >>> ends_too_early("1999-05", "1999"), ends_too_early("1999", "1998-12"), ends_too_early("1999", "")
    (False, True, False)
    """
    return bool(start and end) and start > end + "~"


def together(told: Said, spans: Spans, where: str, way: str, *, first: bool = False) -> Course:
    """The dates of a row with those that a cell, a note or brackets tell of it.

    An edge may be in both, if it is the same; of several spans that are told the row may give the start of the first
    and the end of the last. What is told to have ended when the row begins is an earlier membership, in its own role.

    Parameters
    ----------
    told : Said
        What is told.
    spans : sequence of (str, str)
        The dates of the row.
    where, way : str
        The row and the place of what is told, and what a user can do about it, for messages.
    first : bool
        Whether what is told counts before the row, as behind one of several names in a row.

    Returns
    -------
    Course

    Raises
    ------
    Wrong
        If they do not fit together.

    >>> together(Said("yes", "full", (("1999", ""),)), [("1999-05", "2003")], "row 2", "").spans
    [('1999-05', '2003')]
    >>> together(Said("yes", "observer", (("", "1991"),)), [("1991", "")], "row 2", "")
    Course(spans=[('', '1991'), ('1991', '')], roles=('observer', ''))
    >>> together(Said("yes", "full", (("", "2003"), ("2008", ""))), [("1991", "")], "row 2", "").spans
    [('1991', '2003'), ('2008', '')]
    """
    if not told.spans or not any(start or end for start, end in spans):
        return Course(told.spans or spans, told.roles)
    if len(spans) > 1:
        raise Wrong(f"{where}: it has dates, and so have other columns; {way}")
    return _earlier(told, spans[0]) or Course(_filled_in(told.spans, spans[0], where, way, first), told.roles)


def may_go_on(told: Said, spans: Spans) -> bool:
    """Whether a row begins in a lesser role that is told to end later, so that it may go on in another one.

    >>> may_go_on(Said("yes", "observer", (("", "1995"),)), [("1991", "")])
    True
    """
    if told.role in ("full", "") or told.roles or len(told.spans) != 1 or len(spans) != 1:
        return False
    return bool(told.spans[0][1] and not told.spans[0][0] and spans[0][0]) and not spans[0][1]


def _earlier(told: Said, own: tuple[str, str]) -> Course | None:
    """One that has ended when the row's own begins, and the row's own behind it; None if it is no earlier one.

    Who left in the year in which he joined was a member in that year; who was an observer until then was one before.
    """
    if len(told.spans) > 1:
        return None
    start, (_, gone) = own[0], told.spans[0]
    if not start or not gone or (start < gone and not agree(start, gone)):
        return None
    if told.role != "full":
        return Course([told.spans[0], own], (told.role, ""))
    return Course([told.spans[0], own]) if told.spans[0][0] and not agree(start, gone) else None


def _filled_in(told: Spans, own: tuple[str, str], where: str, way: str, first: bool) -> Spans:
    """What is told, with the edges that only the row has."""
    found = [list(span) for span in told]
    for edge, at in ((0, 0), (1, -1)):
        given = own[edge]
        alike = [span for span in found if given and agree(span[edge], given)]
        if alike:
            alike[0][edge] = max(alike[0][edge], given, key=len)
        elif found[at][edge] and (first or given in LEFT_OUT):
            continue
        elif given and found[at][edge] and found[at][edge] not in LEFT_OUT:
            raise Wrong(f"{where}: it says {found[at][edge]}, and another column says {given}; {way}")
        elif given:
            found[at][edge] = given
    for (_, gone), (back, _) in pairwise(found):
        if not found[0][0] <= gone + "~" or (found[-1][1] and back > found[-1][1] + "~"):
            raise Wrong(
                f"{where}: it was interrupted from {gone} to {back}, which is not within {found[0][0] or '…'} to"
                f" {found[-1][1] or 'today'}; {way}"
            )
    start, end = found[0]
    if ends_too_early(start, end):
        raise Wrong(f"{where}: the membership ends ({end}) before it begins ({start}); {way}")
    return [(start, end) for start, end in found]
