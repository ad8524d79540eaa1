"""Times as people write them beside a verb: in 1999 or 2004, in the 1990s, since, after, before, until, ever."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from ...frozen import frozen
from ...model.dates import ALWAYS, Period, following, preceding
from ...model.entities import Entity
from ...rdf.terms import prologue, sparql_term, text_of
from ..language.reading import Reading, slot
from ..logic.logical_form import Joined, Left, Lifetime, Moment
from ..lookup.moment_dates import dates_of
from .dates import dates, ranges, times

__all__ = ["How", "When"]


class How(Enum):
    """How a time is meant; what that makes of it depends on the verb."""

    IN = "in"
    SINCE = "since"
    AFTER = "after"
    BEFORE = "before"
    UNTIL = "until"
    BY = "by"
    ALL_THROUGH = "all through"


@frozen
class When:
    """A time beside a verb: the `period` that it names, and how it is meant; a date is a period of its own."""

    how: How
    period: Period
    done: bool = False
    """Whether the time is that of something done: what happened "since Spain joined" did so after it."""
    company: tuple[Entity, ...] = ()
    """With whom it was done, who is not asked for: who joined "together with Sweden" is not Sweden."""

    @property
    def of_event(self) -> Period:
        """The period in which something happened."""
        start, end = self.period.start, self.period.end
        match self.how:
            case How.SINCE:
                return Period(following(start or "") if self.done else start, None)
            case How.AFTER:
                return Period(following(end or ""), None)
            case How.BEFORE:
                return Period(None, preceding(start or ""))
            case How.UNTIL | How.BY:
                return Period(None, end)
        return self.period


_LINKS = {
    How.SINCE: ("since", "ever since", "in or after", "in and after", "from and after", "continuously since", "without a break since", "always since"),
    How.AFTER: ("after", "later than", "following", "any time after"),
    How.BEFORE: ("before", "prior to", "earlier than", "any time before"),
    How.UNTIL: ("until", "till", "up to", "up until", "through"),
    How.BY: ("by", "in or before", "by the end of", "by the year", "no later than", "not later than"),
    How.ALL_THROUGH: (
        "throughout", "all through", "all through the period", "the whole time from", "continuously from", "in all years from",
        "throughout the period", "without a break from",
    ),
}  # fmt: skip


@slot("when")
def _when(reading: Reading, at: int) -> Iterator[tuple[tuple[When, ...], int]]:
    """One time, or several of which any is meant: "in 1999", "since 1999", "in 1995 or 2004"."""
    for first, end in _one(reading, at):
        for link in reading.any_of(end, "or"):
            for second, stop in [*_one(reading, link), *_bare(reading, link, first)]:
                yield (first, second), stop
        yield (first,), end


def _bare(reading: Reading, at: int, before: When) -> Iterator[tuple[When, int]]:
    """A date that goes on from another: "in 1995 or 2004"."""
    yield from ((When(before.how, Period(date, date)), end) for date, end in dates(reading.words, at, None))


def _one(reading: Reading, at: int) -> Iterator[tuple[When, int]]:
    for period, end in times(reading, at):
        if period != ALWAYS:
            yield When(How.IN, period), end
    for how, links in _LINKS.items():
        for link in reading.any_of(at, *links):
            for period, end in _named(reading, link):
                yield When(how, period), end
            for period, end in _doings(reading, link):
                yield When(how, period, done=True), end
    for link in reading.any_of(at, "at any time until", "at any time up to", "at some time before the end of"):
        yield from ((When(How.IN, Period(None, date)), end) for date, end in dates(reading.words, link, None))
    for link in reading.any_of(at, "from"):
        for date, end in dates(reading.words, link, None):
            for stop in reading.any_of(
                end, "on", "onward", "onwards", "till now", "until now", "to now", "until today", "to today"
            ):
                yield When(How.SINCE, Period(date, date)), stop
    for end in [*reading.any_of(at, "in", "from"), at]:
        for period, stop in _named(reading, end):
            for behind in reading.any_of(stop, *_OR_LATER):
                yield When(How.IN, Period(period.start, None)), behind
            for behind in reading.any_of(stop, *_OR_EARLIER):
                yield When(How.IN, Period(None, period.end)), behind
    for link in reading.any_of(at, *_FROM_THE_START):
        for body in _before(reading, at):
            # "Was in A from the start" is of the start; "has been" says that it lasted.
            lasting = not {"has", "have"}.isdisjoint(reading.words[:at])
            for date in _first_dates(reading, body):
                yield When(How.SINCE if lasting else How.IN, Period(date, date)), link
    for period, end in _time_of_doing(reading, at):
        yield When(How.IN, period), end
    yield from _as_another(reading, at)


_OR_LATER = ("or later", "or after", "or afterwards", "and later", "and after", "or since")
_OR_EARLIER = ("or earlier", "or before", "and earlier", "and before")
"""What behind a date makes it the first or the last of those that are meant: "in 1999 or later"."""

_FROM_THE_START = tuple(
    f"{link} {start}"
    for link in ("since", "from", "right from", "ever since")
    for start in (
        "the start", "the beginning", "the very start", "the very beginning", "day one", "its start", "its beginning", "its founding",
        "its foundation", "its creation", "its inception", "the founding", "the outset", "its establishment", "the first day",
    )
)  # fmt: skip


def _first_dates(reading: Reading, body: Entity) -> list[str]:
    """Since when a body has members: the first of their dates."""
    pattern = f"?m a org:Membership ; org:organization {sparql_term(body.term)} ; schema:startDate ?date"
    asked = f"SELECT (MIN(STR(?date)) AS ?first) WHERE {{ {pattern} }}"
    return [text for (first,) in reading.graph.source.select(prologue(asked) + asked) if (text := text_of(first))]


@slot("time")
def _time(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """The date at which memberships are read: "in 1999", "when Spain joined", "the year that CENTO was founded"."""
    yield from times(reading, at)
    for link in reading.any_of(
        at, "by", "by the end of", "by the year", "at the close of", "at the start of", "just before the end of"
    ):
        # How things stood by a date is how they stood at it.
        yield from ((Period(date, date), end) for date, end in dates(reading.words, link, None))
    yield from _time_of_doing(reading, at)


def _time_of_doing(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    yield from _when_joined(reading, at, *_AS)
    for link in reading.any_of(at, *_AS):
        yield from _turn(reading, link)


_AS = (
    "when",
    "at the time",
    "at the time when",
    "the year",
    "in the year",
    "the year that",
    "the year when",
    "the moment",
    "the same year",
)
"""What stands before something that happened, where that is a date."""


def _turn(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """The date at which a body began or ended: "CENTO was founded", "the Warsaw Pact ended"."""
    it = [(body, end) for end in reading.any_of(at, "it") for body in _before(reading, at)]
    for body, end in (*reading.slot("body", at), *it):
        for name, ended in (("FOUNDED", False), ("BEGIN", False), ("OVER", True)):
            for start in dict.fromkeys([*reading.any_of(end, "was", "were", "has", "had", "is", "had been"), end]):
                for stop in reading.after(name, start):
                    for date in _date_of(reading, Lifetime(body, ended)):
                        yield Period(date, date), stop


def _named(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """A period by its name alone: a date, a range, a decade, or what somebody did."""
    yield from ranges(reading.words, at)
    yield from ((Period(date, date), end) for date, end in dates(reading.words, at, None))


def _doings(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """The date of what somebody did: "Spain joined NATO", "Spain did", "the Warsaw Pact ended"."""
    yield from _when_joined(reading, at, "", "when", "the time", "the time when", "the time that")
    yield from _as_another_did(reading, at)
    for link in dict.fromkeys([*reading.any_of(at, "when", "the year", "the year when", "the year that"), at]):
        yield from _turn(reading, link)


def _as_another(reading: Reading, at: int) -> Iterator[tuple[When, int]]:
    """The date at which another did what the question speaks of: "in the same year as Poland", "before Japan"."""
    for links, together in ((_SAME_TIME, False), (_TOGETHER, True)):
        for link in reading.any_of(at, *links):
            for state, end in reading.slot("member", link):
                for stop in (end, *reading.any_of(end, "did")):
                    for period in _of_this_verb(reading, state, at):
                        yield When(How.IN, period, company=(state,) if together else ()), stop
    for how, words in _SOONER_OR_LATER.items():
        for link in reading.any_of(at, *words):
            for state, end in reading.slot("member", link):
                yield from ((When(how, period), end) for period in _of_this_verb(reading, state, at))


_SOONER_OR_LATER = {How.BEFORE: ("before", "prior to", "earlier than"), How.AFTER: ("after", "later than")}
_SAME_TIME = ("in the same year as", "the same year as", "at the same time as", "in the same year that")
_TOGETHER = ("together with", "along with", "alongside")


def _of_this_verb(reading: Reading, state: Entity, at: int) -> Iterator[Period]:
    """The date at which a state did what the verb before a place says of the body named there."""
    for start in range(at - 1, -1, -1):
        joins = any(reading.after("JOIN", start))
        if joins or any(reading.after("LEAVE", start)):
            link = Joined(ALWAYS) if joins else Left(ALWAYS)
            for body in _before(reading, at):
                yield from (Period(date, date) for date in _date_of(reading, Moment(link, state, body)))
            return


def _when_joined(reading: Reading, at: int, *openings: str) -> Iterator[tuple[Period, int]]:
    """The date at which somebody joined or left: "when Spain joined NATO"; the body may have been named before."""
    for start in [stop for opening in openings for stop in (reading.any_of(at, opening) if opening else (at,))]:
        for state, end in (*reading.slot("member", start), *_it(reading, start)):
            for verb, link in (("JOIN", Joined(ALWAYS)), ("LEAVE", Left(ALWAYS)), ("JOIN_BARE", Joined(ALWAYS))):
                for stop in reading.after(verb, end):
                    for body, last in [*reading.slot("body", stop), *((one, stop) for one in _before(reading, at))]:
                        for date in _date_of(reading, Moment(link, state, body)):
                            yield Period(date, date), last


def _it(reading: Reading, at: int) -> list[tuple[Entity, int]]:
    """The state that was named last, for a pronoun."""
    for end in reading.any_of(at, "it", "they"):
        for start in range(at - 1, -1, -1):
            for state, stop in reading.slot("member", start):
                if stop <= at:
                    return [(state, end)]
    return []


def _as_another_did(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """The date at which somebody did what the question speaks of: "has anyone joined A since B did"."""
    for state, end in reading.slot("member", at):
        for stop in reading.any_of(end, "did"):
            yield from ((period, stop) for period in _of_this_verb(reading, state, at))


def _before(reading: Reading, at: int) -> list[Entity]:
    """The body that was named last."""
    for start in range(at - 1, -1, -1):
        for body, end in reading.slot("body", start):
            if end <= at:
                return [body]
    return []


def _date_of(reading: Reading, moment: Moment | Lifetime) -> list[str]:
    """The one date of a moment; none if there are several, or none."""
    found = dates_of(reading.graph, moment)
    return found if len(found) == 1 else []
