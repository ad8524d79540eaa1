"""Dates of one membership that stand in two places of a row: each may give what the other leaves open."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from .edge_words import LEFT_OUT
from .mistakes import Wrong

__all__ = ["Spans", "agree", "ends_too_early", "narrowed", "within"]

Spans = Sequence[tuple[str, str]]
"""The starts and ends of memberships; "" where one is not known, or there is no end."""


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


def within(number: int, column: str, status: Spans, spans: Spans) -> Spans:
    """The dates of a row with those that its status has: an edge may be in both, if it is the same.

    Of several spans in the status the row may give the start of the first and the end of the last.

    Parameters
    ----------
    number, column : int and str
        The row and the column of the status, for messages.
    status, spans : sequence of (str, str)
        The dates of the status, and those of the row.

    Raises
    ------
    Wrong
        If they do not fit together.

    >>> within(2, "role", [("1999", "")], [("1999-05", "2003")])
    [('1999-05', '2003')]
    """
    if not status or not any(start or end for start, end in spans):
        return status or spans
    where = f"row {number}, column {column}"
    if len(spans) > 1:
        raise Wrong(f"{where}: it has dates, and so have other columns")
    found = [list(span) for span in status]
    for edge, at in ((0, 0), (1, -1)):
        given = spans[0][edge]
        alike = [span for span in found if given and agree(span[edge], given)]
        if alike:
            alike[0][edge] = max(alike[0][edge], given, key=len)
        elif found[at][edge] and given in LEFT_OUT:
            continue
        elif given and found[at][edge] and found[at][edge] not in LEFT_OUT:
            raise Wrong(f"{where}: it says {found[at][edge]}, and another column says {given}")
        elif given:
            found[at][edge] = given
    for (_, gone), (back, _) in pairwise(found):
        if not found[0][0] <= gone + "~" or (found[-1][1] and back > found[-1][1] + "~"):
            raise Wrong(
                f"{where}: it was interrupted from {gone} to {back}, which is not within {found[0][0] or '…'} to"
                f" {found[-1][1] or 'today'}"
            )
    start, end = found[0]
    if ends_too_early(start, end):
        raise Wrong(f"row {number}: the membership ends ({end}) before it begins ({start})")
    return [(start, end) for start, end in found]


def narrowed(number: int, name: str, own: Spans, spans: Spans) -> Spans:
    """The dates behind a name, with those of its row where it gives none: "Iraq (until 1959)" in one of 1955.

    Parameters
    ----------
    number, name : int and str
        The row and the name, for messages.
    own, spans : sequence of (str, str)
        The dates behind the name, and those of the row.

    Raises
    ------
    Wrong
        If they do not fit together.

    >>> narrowed(2, "Iraq", [("", "1959")], [("1955", "")])
    [('1955', '1959')]
    """
    if len(spans) > 1:
        raise Wrong(f"row {number}: {name!r} has dates behind it, and another cell has several memberships")
    if len(own) != 1 or len(spans) != 1:
        return own
    start, end = own[0][0] or spans[0][0], own[0][1] or spans[0][1]
    if ends_too_early(start, end):
        raise Wrong(f"row {number}: {name!r} would end ({end}) before it begins ({start})")
    return [(start, end)]
