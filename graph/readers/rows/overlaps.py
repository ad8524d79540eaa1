"""Memberships of a table that hold at the same time though they are of one member in one body: told when it is read."""

from __future__ import annotations

from collections.abc import Callable

from ...amounts import shortened
from ...model.dates import Period
from .dates_together import agree

__all__ = ["Overlaps"]

_MOST = 200_000
"""Of so many memberships dates are remembered; `check` looks at all that a store has."""


class Overlaps:
    """Finds members that are twice in a body at the same time in one role.

    >>> found = Overlaps()
    >>> found.add("France", "NATO", "full", ("1949-04-04", ""))
    >>> found.add("France", "NATO", "full", ("1949-08-24", ""))
    >>> found.add("Greece", "NATO", "full", ("1952", "1974")), found.add("Greece", "NATO", "full", ("1974", ""))
    (None, None)
    >>> found.said()
    '1 member is twice in a body at the same time: France in NATO (1949-04-04– and 1949-08-24–); both were kept; \
correct the dates, or take out the row that is wrong'
    """

    def __init__(self) -> None:
        self._first: dict[int, tuple[str, str]] = {}  # by hashes, since there are many
        self._further: dict[int, list[tuple[str, str]]] = {}
        self._found: dict[tuple[str, str], str] = {}

    def add(self, member: str, body: str, role: str, dates: tuple[str, str]) -> None:
        """Take in a membership.

        Parameters
        ----------
        member, body, role : str
            What it says.
        dates : tuple of (str, str)
            Its start and its end. They are kept: of many memberships with the same, one object takes least room.
        """
        key = hash((member, body, role))
        first = self._first.get(key)
        if first is None:
            if len(self._first) < _MOST:
                self._first[key] = dates
            return
        before = (first, *self._further.get(key, ()))
        if dates in before:
            return
        if (other := next((each for each in before if _at_once(each, dates)), None)) is not None:
            self._found.setdefault((member, body), f"{_shown(other)} and {_shown(dates)}")
        self._further.setdefault(key, []).append(dates)

    def said(self, called: Callable[[str], str] = str) -> str:
        """What to tell of them; "" if there are none.

        Parameters
        ----------
        called : callable
            Makes a name of what a member or a body was taken in as.

        Returns
        -------
        str
        """
        if not self._found:
            return ""
        found = (f"{called(member)} in {called(body)} ({spans})" for (member, body), spans in self._found.items())
        several = len(self._found) > 1
        who = f"{len(self._found):,} {'members are' if several else 'member is'}"
        said = f"{who} twice in a body at the same time: {shortened(found, 3)}"
        return f"{said}; both were kept; correct the dates, or take out the row that is wrong"


def _at_once(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two spans have a moment in common: not if one may end when the other begins."""
    if agree(one[1], other[0]) or agree(other[1], one[0]):
        return False
    return Period(other[0] or None, other[1] or None).covers(*one)


def _shown(span: tuple[str, str]) -> str:
    return f"{span[0]}–{span[1]}" if any(span) else "no dates"
