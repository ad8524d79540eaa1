"""Whom a question asks for: "who", "which CST members", "states outside GUUAM", "Armenia and Georgia"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...frozen import frozen
from ...model.dates import Period
from ...model.entities import Entity
from ...model.expression import And, Body, Everyone, Expression, Minus
from ..composing import members
from ..kinds_of_members import kind_meant, kind_of_members
from ..language.form import Context
from ..language.nouns import KINDS, PEOPLE
from ..language.patterns import Found
from ..language.reading import SIDES, Pattern, Reading, slot
from ..logic.logical_form import Among, Entities
from ..set_dates import outlived
from ..sparql.questions import query
from .sets import two_nouns

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["Who", "WhoThen", "asked_period", "everyone_asked_of", "kind_of"]


@frozen
class Who:
    """Whom a question asks for.

    `kind` is their kind, `base` the set of bodies that they are taken from, if it names one; `number` is how many they
    are said to be. `things` is whether a mere "what" asks for them, `belonging` their kind as
    members of bodies, if they may be members.
    """

    kind: str
    base: Expression | None = None
    number: int | None = None
    things: bool = False
    belonging: str | None = None


_WHO = [
    Pattern("{ASK} [ [ are / is / were / was ] {THE} ] [ other / different ] [ <number> ] <kind>"),
    Pattern("{ASK} [ are / is / were ] [ {THE} ] <base>"),
    Pattern("( which / what ) <number> <base>"),
    Pattern("who ( in / of / among / from ) [ the ] <base:bare>"),
    Pattern("{ASK} [ all / else ]"),
    Pattern("[ {LIST} ] ( everyone / everybody / anyone / anybody / all those / those ) who"),
    Pattern("[ {THE} / a list of [ {THE} ] / the list of [ {THE} ] / the names of [ {THE} ] ] <base>"),
    Pattern("[ {THE} / a list of [ {THE} ] / the list of [ {THE} ] / the names of [ {THE} ] ] <kind>"),
    Pattern("[ {THE} ] those"),
    Pattern("( of / among / out of / from among / in / from ) [ {THE} ] <base> {ASK} [ of them / ones ]"),
]


@slot("who")
def _who(reading: Reading, start: int) -> Iterator[tuple[Who, int]]:
    """Whom the question asks for: "who", "which states", "list the CST members"."""
    for pattern in _WHO:
        for end, found in pattern.match(reading, start):
            if end > start and ("number" not in found or found["number"] > 1):
                number = int(found["number"]) if "number" in found else None
                kind = found.get("kind", _kind_of_base(reading, start, end) if found.get("base") else "")
                things = reading.words[start:end] == ("what",)
                belonging = _belonging(reading, kind, reading.words[end - 1])
                yield Who(kind, found.get("base"), number, things, belonging), end


def _kind_of_base(reading: Reading, start: int, end: int) -> str:
    """The kind of the members of a set: states where that is said, or where the graph has no others."""
    states = any(KINDS.get(word) == "state" for word in reading.words[start:end])
    return "state" if states else kind_of_members(reading.vocabulary)


def _belonging(reading: Reading, kind: str, noun: str) -> str | None:
    """The kind of members that a noun is for: "people" is for members, "ministers" are but some of them."""
    return None if kind == "person" and noun not in PEOPLE else kind_meant(reading.vocabulary, kind)


@frozen
class WhoThen:
    """Members of a set at a date of their own: "the EFTA members of 1972"."""

    who: Who
    period: Period


@slot("who_then")
def _who_then(reading: Reading, start: int) -> Iterator[tuple[WhoThen, int]]:
    """Members of a set at a date that stands beside them, not beside what is asked of them."""
    for who, end in reading.slot("who", start):
        if who.base is not None:
            for link in reading.any_of(end, "of", "in", "as of", "from"):
                for date, stop in reading.slot("date", link):
                    yield WhoThen(who, Period(date, date)), stop


_BASE = [
    Pattern(
        "[ {THE} ] [ <number> ] {NOUN} ( of / in / from / belonging to / that belong to / common to / shared by ) <set>"
    ),
    Pattern("[ {THE} ] [ <number> ] [ {COMMON} / current / present ] {NOUN} ( of / in / to ) <set>"),
    Pattern("[ {THE} / a ] [ <number> ] [ current / present ] <bare> {NOUN}"),
    Pattern("[ {THE} ] <bare> ( ' / 's ) [ <number> ] {NOUN}"),
    Pattern("[ {THE} ] [ <number> ] [ <bare> ] {NOUN} [ {THAT} {BE} ] <none>"),
    Pattern("[ {THE} ] [ <number> ] <bare> {NOUN} ( in / of / {THAT} {BE} in / {THAT} {BE} members of ) <set>"),
    Pattern("[ {THE} / a ] [ <number> ] non <out:bare> {NOUN} [ ( of / in / from ) <set> ]"),
    Pattern("[ {THE} / a ] [ <number> ] non <out:bare> <set:bare> {NOUN}"),
    Pattern("[ {THE} / a ] [ <number> ] <set:bare> non <out:bare> {NOUN}"),
    Pattern("( everyone / everybody / all those / those / those states / those countries ) ( in / of / from ) <set>"),
    Pattern("[ {THE} ] non {NOUN} of <out:set>"),
    Pattern("[ {THE} ] <out:bare> non {NOUN}"),
    Pattern("[ {THE} ] {NOUN} ( of / in ) <set> {EXCEPT} <excepted>"),
    Pattern("[ {THE} ] <set:bare> {NOUN} {EXCEPT} <excepted>"),
]


@slot("base")
def _base(reading: Reading, start: int) -> Iterator[tuple[Expression, int]]:
    """Members of a set of bodies, as a noun: "members of the CST", "CST member states"."""
    for pattern in _BASE:
        for end, found in pattern.match(reading, start):
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
    states = query(members(expression, reading.period, "state"))
    return bool(len(list(reading.graph.source.select(states))) == found["number"])


@slot("bare")
def _bare(reading: Reading, start: int) -> Iterator[tuple[Expression, int]]:
    """A body by its mere name."""
    yield from ((Body(entity), end) for entity, end in reading.entities(start, ("body",)))


@slot("states")
def _states(reading: Reading, start: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """States joined by "and", the longest list first."""
    yield from _joined(reading, start, "state")


@slot("members")
def _members(reading: Reading, start: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Members of whatever kind, joined by "and", the longest list first."""
    yield from _joined(reading, start, "member")


def _joined(reading: Reading, start: int, kind: str) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """All that are named one after the other, the longest list first."""

    def more(found: tuple[Entity, ...], end: int, joined: bool) -> Iterator[tuple[tuple[Entity, ...], int]]:
        links = [
            (stop, True) for stop in reading.any_of(end, "and", "as well as", "and also", "together with", "along with")
        ]
        # "Peru's and Bolivia's common bodies" are those of both.
        for own in reading.any_of(end, "'s", "'"):
            links += [(stop, True) for stop in reading.any_of(own, "and")]
        for link, word in [*links, (end, False)]:
            for item, stop in reading.slot(kind, link):
                if item not in found:
                    yield from more((*found, item), stop, word)
        if joined or len(found) == 1:
            yield found, end

    yield from _of_two_sides(reading, start)
    for begin in dict.fromkeys([*reading.any_of(start, "both", "all of", "all"), start]):
        for first, end in reading.slot(kind, begin):
            yield from more((first,), end, False)


@slot("neither_members")
def _neither(reading: Reading, start: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Members of which none is meant: "France nor Germany"."""
    for first, end in reading.slot("member", start):
        for link in reading.any_of(end, "nor", "or", "and"):
            yield from (((first, other), stop) for other, stop in reading.slot("member", link) if other != first)


def _of_two_sides(reading: Reading, start: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Two states of one name that are told apart by their sides: "both Koreas", "the two Germanies"."""
    opened = reading.any_of(start, "both", "both the", "both of the", "the two", "two", "the")
    for at in dict.fromkeys([*opened, start]):
        word = reading.words[at] if at < len(reading.words) else ""
        if len(word) < _SHORTEST_PLURAL or not word.endswith("s"):
            continue
        names = (word[:-1], f"{word[:-3]}y") if word.endswith("ies") else (word[:-1],)
        for name in names:
            found = [
                states[0]
                for side in SIDES
                if len(states := reading.graph.names.matches(f"{side} {name}", ("state",))) == 1
            ]
            if len(set(found)) == 2:
                yield tuple(dict.fromkeys(found)), at + 1


_SHORTEST_PLURAL = 5
"""Shorter words are no plural of a state's name."""


def asked_period(context: Context, found: Found) -> Period:
    """The period that a question names, or else the one that it is asked for."""
    period: Period = found.get("time") or context.period
    return period


def kind_of(who: Who) -> str | None:
    """The kind of members that are asked for: "" for all, "state", …; None if others are, who are members of nothing."""
    return who.kind if who.kind in ("", "state") else who.belonging


def everyone_asked_of(vocabulary: Vocabulary, who: Who, period: Period) -> Entities | None:
    """All whom a noun phrase names: "CST members", "states"; of bodies that are over, all who ever were members."""
    kind = kind_of(who)
    if kind is None or not (kind or who.base):
        return None
    if who.base is not None and outlived(vocabulary, who.base, period):
        return Entities((Among(who.base, period),))
    return members(who.base or Everyone(), period, kind)
