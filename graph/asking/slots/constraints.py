"""Places and times that events are narrowed to: "in Baku", "on 18 May", "between 1992 and 1999"."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.dates import Period, parse_period
from ..language.reading import Reading, slot
from ..logic.logical_form import After, Before, During, InPlace

__all__ = ["Constraint"]

Constraint = InPlace | During | After | Before
"""What events are narrowed to."""

_WITHIN = (
    "in", "on", "during", "at", "of", "for", "throughout", "from", "in the course of", "as of", "dated", "that year in",
    "within",
)  # fmt: skip
_PLACED = ("in", "at", "of", "that year in", "within", "in the course of")


@slot("moment")
def _moment(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A date, or an event for the date on which it was: "after the Baku meeting"."""
    yield from reading.slot("day", at)
    for events, end in reading.slot("event", at):
        yield from ((one.begins, end) for one in reading.vocabulary.events if one.event in events and one.begins)


@slot("constraint")
def _constraint(reading: Reading, at: int) -> Iterator[tuple[Constraint, int]]:
    """One place or time."""
    for link in reading.any_of(at, "between", "from"):
        for first, middle in reading.slot("day", link):
            for then in reading.any_of(middle, "and", "to", "until", "through"):
                for last, end in reading.slot("day", then):
                    if first <= last + "~":
                        yield During(Period(first, last)), end
    for link in reading.any_of(at, *_WITHIN):
        for date, end in reading.slot("day", link):
            yield During(parse_period(date), len(date)), end
    for link in reading.any_of(at, *_PLACED):
        yield from ((InPlace(place), end) for place, end in reading.slot("place|state", link))
    for link in reading.any_of(at, "after", "later than", "following"):
        yield from ((After(date), end) for date, end in reading.slot("moment", link))
    for link in reading.any_of(at, "since"):
        yield from ((After(date, included=True), end) for date, end in reading.slot("moment", link))
    for link in reading.any_of(at, "before", "until", "prior to", "earlier than"):
        yield from ((Before(date), end) for date, end in reading.slot("moment", link))


@slot("constraints")
def _constraints(reading: Reading, at: int) -> Iterator[tuple[tuple[Constraint, ...], int]]:
    """Places and times one after the other: all of them hold."""
    for first, end in reading.slot("constraint", at):
        for rest, stop in reading.slot("constraints", end):
            yield (first, *rest), stop
        yield (first,), end
