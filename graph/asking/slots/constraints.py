"""Places and times that events are narrowed to: "in Baku", "on 18 May", "between 1992 and 1999"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.dates import Period, parse_period
from ...model.entities import Entity
from ...rdf.terms import sparql_term
from ..language.reading import Reading, slot

__all__ = ["Limit", "located"]


@dataclass(frozen=True)
class Limit:
    """A place or a time that events are narrowed to: in words, and as a pattern over `?answer`."""

    words: str
    pattern: str


@slot("limit")
def _limit(reading: Reading, at: int) -> Iterator[tuple[Limit, int]]:
    for link in reading.any_of(at, "between", "from"):
        for first, middle in reading.slot("day", link):
            for then in reading.any_of(middle, "and", "to", "until", "through"):
                for last, end in reading.slot("day", then):
                    if first <= last + "~":
                        yield _within_dates(Period(first, last), f"between {first} and {last}", 0), end
    for link in reading.any_of(
        at,
        "in",
        "on",
        "during",
        "at",
        "of",
        "for",
        "throughout",
        "from",
        "in the course of",
        "as of",
        "dated",
        "that year in",
        "within",
    ):
        for date, end in reading.slot("day", link):
            yield _within_dates(parse_period(date), f"in {date}", len(date)), end
        for place, end in reading.slot("place|state", link):
            if reading.words[link - 1] in ("in", "at", "of", "within"):
                yield _in_place(place), end
    for link in reading.any_of(at, "after", "since", "later than", "following"):
        for date, end in reading.slot("day", link):
            first = (
                'CONCAT(STR(?begins), "~") > "%s~"' if reading.words[link - 1] != "since" else 'STR(?begins) >= "%s"'
            )
            yield Limit(f"after {date}", f"?answer schema:startDate ?begins . FILTER({first % date})"), end
    for link in reading.any_of(at, "before", "until", "prior to", "earlier than"):
        for date, end in reading.slot("day", link):
            yield Limit(f"before {date}", f'?answer schema:startDate ?begins . FILTER(STR(?begins) < "{date}")'), end


def _within_dates(period: Period, words: str, precision: int) -> Limit:
    exact = f" FILTER(STRLEN(STR(?begins)) >= {precision})" if precision else ""
    return Limit(
        words,
        "?answer schema:startDate ?begins . OPTIONAL { ?answer schema:endDate ?ends }"
        f" BIND(COALESCE(STR(?ends), STR(?begins)) AS ?last) {period.sparql('begins', 'last')}{exact}",
    )


def _in_place(place: Entity) -> Limit:
    return Limit(f"in {place.label}", located("?answer schema:location", place))


def located(path: str, place: Entity) -> str:
    """The pattern of what a path leads to a place, or to another that is in it.

    Virtuoso finds nothing by a path of no or more steps between two ends that are given: hence one or more, apart.
    """
    within = f"{path}/schema:containedInPlace+ {sparql_term(place.term)}"
    return f"{{ {path} {sparql_term(place.term)} }} UNION {{ {within} }}"


@slot("limits")
def _limits(reading: Reading, at: int) -> Iterator[tuple[tuple[Limit, ...], int]]:
    for one, end in reading.slot("limit", at):
        for rest, stop in reading.slot("limits", end):
            yield (one, *rest), stop
        yield (one,), end
