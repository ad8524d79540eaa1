"""Whom a question asks for: "who", "which CST members", "states outside GUUAM", "Armenia and Georgia"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model.dates import Period
from ...model.entities import Entity
from ...model.expression import And, Body, Everyone, Expression, Minus
from ..language.patterns import Found, compiled
from ..language.reading import Reading, slot
from ..meaning import Select, members

__all__ = ["Who", "asked_period", "everyone_asked_of", "kind_of", "two_nouns"]


@dataclass(frozen=True)
class Who:
    """Whom a question asks for: their kind, and the set of bodies that they are taken from, if it names one; `number` is how many they are said to be."""

    kind: str
    base: Expression | None = None
    number: int | None = None


_WHO = [
    compiled("{ASK} [ [ are / is / were / was ] {THE} ] [ other / different ] [ <number> ] <kind>"),
    compiled("{ASK} [ are / is / were ] [ {THE} ] <base>"),
    compiled("who ( in / of / among / from ) [ the ] <base:bare>"),
    compiled("{ASK} [ all / else ]"),
    compiled("[ {THE} / a list of [ {THE} ] / the list of [ {THE} ] / the names of [ {THE} ] ] <base>"),
    compiled("[ {THE} / a list of [ {THE} ] / the list of [ {THE} ] / the names of [ {THE} ] ] <kind>"),
    compiled("[ {THE} ] those"),
    compiled("( of / among / out of / from among / in / from ) [ {THE} ] <base> {ASK} [ of them / ones ]"),
]


@slot("who")
def _who(reading: Reading, start: int) -> Iterator[tuple[Who, int]]:
    """Whom the question asks for: "who", "which states", "list the CST members"."""
    for pattern in _WHO:
        for end, found in pattern.match(reading, start, {}):
            if end > start and ("number" not in found or found["number"] > 1):
                number = int(found["number"]) if "number" in found else None
                yield Who(found.get("kind", "state" if found.get("base") else ""), found.get("base"), number), end


_BASE = [
    compiled(
        "[ {THE} ] [ <number> ] {NOUN} ( of / in / from / belonging to / that belong to / common to / shared by ) <set>"
    ),
    compiled("[ {THE} ] [ <number> ] [ {COMMON} / current / present ] {NOUN} ( of / in / to ) <set>"),
    compiled("[ {THE} / a ] [ <number> ] [ current / present ] <bare> {NOUN}"),
    compiled("[ {THE} ] <bare> ( ' / 's ) [ <number> ] {NOUN}"),
    compiled("[ {THE} ] [ <number> ] [ <bare> ] {NOUN} [ {THAT} {BE} ] <none>"),
    compiled("[ {THE} ] [ <number> ] <bare> {NOUN} ( in / of / {THAT} {BE} in / {THAT} {BE} members of ) <set>"),
    compiled("[ {THE} / a ] [ <number> ] non <out:bare> {NOUN} [ ( of / in / from ) <set> ]"),
    compiled("[ {THE} / a ] [ <number> ] <set:bare> non <out:bare> {NOUN}"),
    compiled("( everyone / everybody / all those / those / those states / those countries ) ( in / of / from ) <set>"),
    compiled("[ {THE} ] non {NOUN} of <out:set>"),
    compiled("[ {THE} ] {NOUN} ( of / in ) <set> {EXCEPT} <excepted>"),
    compiled("[ {THE} ] <set:bare> {NOUN} {EXCEPT} <excepted>"),
]


@slot("base")
def _base(reading: Reading, start: int) -> Iterator[tuple[Expression, int]]:
    """Members of a set of bodies, as a noun: "members of the CST", "CST member states"."""
    for pattern in _BASE:
        for end, found in pattern.match(reading, start, {}):
            if two_nouns(reading, start, end):
                continue
            if "number" in found and not _are_so_many(reading, found):
                continue
            if "none" in found:
                yield Minus(found.get("bare", Everyone()), found["none"].right), end
            elif "bare" in found and "set" in found:
                yield And(found["bare"], found["set"]), end
            elif taken := found.get("out") or found.get("excepted"):
                yield Minus(found.get("set", Everyone()), taken), end
            else:
                yield found.get("set") or found["bare"], end


def _are_so_many(reading: Reading, found: Found) -> bool:
    """Whether "the five GUUAM states" are five; of others nobody can be meant."""
    expression = found.get("set") or found.get("bare")
    if expression is None:
        return False
    query = members(expression, reading.period, "state").query
    return bool(len(list(reading.graph.source.select(query))) == found["number"])


def two_nouns(reading: Reading, start: int, end: int) -> bool:
    """Whether a phrase lists two sets of members, of which nobody can tell whether it means all or those of both."""
    return any(
        reading.words[at] == "and" and any(stop < end for stop in reading.after("NOUN", after))
        for at in range(start, end)
        for after in (at + 1, *reading.any_of(at + 1, "all", "the", "all the"))
    )


@slot("bare")
def _bare(reading: Reading, start: int) -> Iterator[tuple[Expression, int]]:
    yield from ((Body(entity), end) for entity, end in reading.entities(start, ("body",)))


@slot("states")
def _states(reading: Reading, start: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """States joined by "and", the longest list first."""

    def more(found: tuple[Entity, ...], end: int, joined: bool) -> Iterator[tuple[tuple[Entity, ...], int]]:
        links = [
            (stop, True) for stop in reading.any_of(end, "and", "as well as", "and also", "together with", "along with")
        ]
        for link, word in [*links, (end, False)]:
            for item, stop in reading.slot("state", link):
                if item not in found:
                    yield from more((*found, item), stop, word)
        if joined or len(found) == 1:
            yield found, end

    for begin in dict.fromkeys([*reading.any_of(start, "both", "all of", "all"), start]):
        for first, end in reading.slot("state", begin):
            yield from more((first,), end, False)


def asked_period(reading: Reading, found: Found) -> Period:
    period: Period = found.get("time") or reading.period
    return period


def kind_of(who: Who) -> str | None:
    return who.kind if who.kind in ("", "state") else None


def everyone_asked_of(who: Who, period: Period) -> Select | None:
    """All whom a noun phrase names: "CST members", "states"."""
    kind = kind_of(who)
    return None if not kind else members(who.base or Everyone(), period, kind)
