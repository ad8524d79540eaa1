"""What the slots of `memberships.txt` read as dates: since and until when, and that something was in the past."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from ...model.dates import today
from ..dates import TextDate
from ..lexicon import AUXILIARIES
from .row import STATES, Row

__all__ = ["SLOTS", "dated_after_aside"]


def dated_after_aside(row: Row, comma: int) -> int | None:
    """Where a row goes on after what is put in between a state and its date: "Haiti, delayed by a coup, in 1999"."""
    if comma >= len(row.all) or row.all[comma].low != ",":
        return None
    for place in range(comma + 1, min(len(row.all) - 1, comma + 12)):
        item = row.all[place]
        long = item.kind == "date" and item.value.how in (
            "since",
            "until",
            "till",
        )  # "the Maldives, gone since 2016, in"
        if item.kind in STATES or (item.kind == "date" and not long):
            return None
        if item.low in AUXILIARIES or item.low in (";", ":", "but"):
            return None
        if item.low == ",":
            if row.all[place + 1].kind != "date":
                return None
            return next((n for n, origin in enumerate(row.origin) if origin > place), len(row.items))
    return None


def _historic(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where the sentence tells of the past in the present tense: "In 1981 Greece joins"."""
    dates = [item.value for item in row.all if item.kind == "date"]
    past = [date for date in dates if not date.yearless and max(date.start, date.end) <= today()]
    told = (
        past
        and all(date in past or date.yearless for date in dates)
        and all(date.how in ("", "in", "on") for date in dates)
    )
    told_of = row.all[: _clause_end(row, at)]
    lows = {
        item.low
        for item, after in zip_longest(told_of, told_of[1:])
        if after is None or after.low not in ("well", "then")
    }
    return [(None, at)] if told and not _OPEN & lows else []


def _clause_end(row: Row, at: int) -> int:
    """Where the clause ends that goes on at an item, among all items: at the next comma."""
    begin = row.origin[at] if at < len(row.origin) else len(row.all)
    return next((n for n in range(begin, len(row.all)) if row.all[n].low in (",", ";")), len(row.all))


_OPEN = frozenset("when once until till before after if whether that soon unless would will may might could".split())


def _until(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a date with "until" stands here."""
    return [(date, at) for date in _dates_unseen(row, at) if date.how in ("until", "till") or date.end][:1]


def _dates_unseen(row: Row, at: int) -> list[TextDate]:
    """The dates that stand before an item, with nothing else that patterns see between."""
    first = row.origin[at - 1] + 1 if at else 0
    last = row.origin[at] if at < len(row.items) else len(row.all)
    return [item.value for item in row.all[first:last] if item.kind == "date"]


def _since(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a date with "since" stands here or before the verb."""
    for date in _dates_unseen(row, at):
        if date.how == "since":
            return [(date, at)]
    first = row.all[0] if row.all else None
    if first is not None and first.kind == "date" and first.value.how == "since":
        return [(first.value, at)]
    return []


def _dated(row: Row, at: int) -> list[tuple[Any, int]]:
    """Nothing of the words, where a day, month or year of the past or present stands here."""
    place = row.origin[at - 1] + 1 if at else 0
    if place < len(row.all) and row.all[place].kind == "date":
        date = row.all[place].value
        if date.how in ("in", "on", "") and not date.yearless and date.start <= today():
            return [(date, at)]
    return []


def _dated_aside(row: Row, at: int) -> list[tuple[Any, int]]:
    """A comma before which only a date of the past stands: ", admitted in 1923, …"."""
    return [(date, at + 1) for date, _ in _dated(row, at) if row.words[at : at + 1] == [","]]


SLOTS: dict[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    "historic": _historic,
    "until": _until,
    "since": _since,
    "dated": _dated,
    "dated_aside": _dated_aside,
}
