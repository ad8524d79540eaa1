"""Memberships at times at which the list of states does not have their state: what is made of them, and what is said.

A membership without an end is read as ended with its state, since what is no more is in nothing. A date that a source
gives is never changed: it is said that it does not fit. Before it was a state a member may have been a colony, an
observer or a founding member of its own (India in 1945), which is no error.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from ...amounts import counted, shortened
from ...model.known.authority import authority
from ...model.known.states import State

__all__ = ["Lifetimes"]

_SHOWN = 4


class Lifetimes:
    """Compares memberships with the lifetimes of their states, and remembers those that do not fit.

    >>> lifetimes = Lifetimes()
    >>> lifetimes.end_of(authority()["german-federal-republic"], "NATO", "1955", "")
    '1990-10-02'
    >>> lifetimes.end_of(authority()["south-sudan"], "African Union", "1970", "")
    ''
    >>> print(*lifetimes.notes(), *lifetimes.warnings(), sep="\\n")  # doctest: +ELLIPSIS
    1 membership begins before its state was in the list of states (colonies and observers may): South Sudan in...
    1 membership without an end was read as ended with its state: West Germany in NATO (1990-10-02); if a later state...
    """

    def __init__(self) -> None:
        self._closed = _Found()
        self._after = _Found()
        self._before = _Found()
        self._known: dict[tuple[str, str, str], _Compared] = {}

    def end_of(self, state: State, body: str, start: str, end: str) -> str:
        """The end of a membership that begins before its state does, or may not end with it.

        Parameters
        ----------
        state : State
            The state.
        body : str
            What the body is called.
        start, end : str
            The dates that the source gives, "" where it gives none.

        Returns
        -------
        str
            The end: the source's own, or that of the state if the source gives none.
        """
        key = state.id, start, end
        if (known := self._known.get(key)) is None:
            known = self._known[key] = self._compared(state, start, end)
        for kind, how in known.said:
            kind.add(state.label, body, how)
        return known.end

    def _compared(self, state: State, start: str, end: str) -> _Compared:
        ended, last = _ended(state)
        said = []
        if ended and start > last + "~":
            return _Compared(end, ((self._after, f" from {start} (the state until {ended[:4]})"),))
        if start and _is_before(state, int(start[:4])):
            said.append((self._before, f" from {start} (the state from {_next(state, start)})"))
        if ended and not end:
            return _Compared(ended, (*said, (self._closed, f" ({ended})")))
        if ended and end > last + "~":
            said.append((self._after, f" until {end} (the state until {ended[:4]})"))
        return _Compared(end, tuple(said))

    def notes(self) -> list[str]:
        """What may be right as it is."""
        if not (number := self._before.number):
            return []
        begin, its, was = ("begins", "its state", "was") if number == 1 else ("begin", "their states", "were")
        said = f"{counted(number, 'membership')} {begin} before {its} {was} in the list of states"
        return [f"{said} (colonies and observers may): {self._before}"]

    def warnings(self) -> list[str]:
        """What was changed, or cannot be right."""
        found = []
        if number := self._closed.number:
            was, its = ("was", "its state") if number == 1 else ("were", "their states")
            found.append(
                f"{counted(number, 'membership')} without an end {was} read as ended with {its}: {self._closed};"
                " if a later state is meant, call it by its name"
            )
        if number := self._after.number:
            lasts, its = ("lasts", "its state") if number == 1 else ("last", "their states")
            found.append(
                f"{counted(number, 'membership')} {lasts} longer than {its}: {self._after}; correct the dates, or name"
                " the later state"
            )
        return found


class _Found:
    """How many there are, and the first of them."""

    def __init__(self) -> None:
        self.number = 0
        self._first: dict[str, None] = {}

    def add(self, state: str, body: str, how: str) -> None:
        self.number += 1
        if len(self._first) <= _SHOWN:
            self._first[f"{state} in {body}{how}"] = None

    def __str__(self) -> str:
        return shortened(self._first, _SHOWN, of=self.number)


class _Compared(NamedTuple):
    """The end of memberships of a state with the same dates, and what is to be said of them."""

    end: str
    said: tuple[tuple[_Found, str], ...]


@cache
def _ended(state: State) -> tuple[str, str]:
    """The last day of a state, and the last year that sources give for it."""
    return state.ended, _last_year(state.ended) if state.ended else ""


@cache
def _is_before(state: State, year: int) -> bool:
    """Whether no list has a state in a year, nor another by its name: of Germany in 1955 that is said elsewhere."""
    meant = authority().find(state.label, year).state
    return year < int(state.since or 0) and not state.exists_in(year) and (meant is None or meant is state)


def _last_year(ended: str) -> str:
    """The last year in which an end can be that of a state: sources write its last day or the day after."""
    return str((date.fromisoformat(ended) + timedelta(days=1)).year)


def _next(state: State, start: str) -> str:
    """The first year behind a date in which a list has a state."""
    return min(spell.start[:4] for spell in state.spells if spell.start[:4] > start[:4])
