"""Questions about how many of what another question asks for: how many, any, all, which of these, all but those.

They are frames: see `frames`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ...model.entities import Entity
from ...model.expression import Body
from ...model.membership import are_members
from ...model.roles import ANY_ROLE, FULL, ROLES, roles_in
from ..composing import every, in_role, is_of_named, only_of, without, without_members
from ..kinds_of_members import MEMBER_KINDS, kind_of_members, plural_of
from ..language.nouns import KINDS
from ..language.openings import AUXILIARIES, OPENINGS
from ..language.reading import Reading
from ..language.verbs import plain_form
from ..logic.logical_form import (
    Count,
    Entities,
    Existing,
    Exists,
    FirstMember,
    MemberOf,
    NotSo,
    Number,
    OfNoun,
    Portion,
    Question,
    Whether,
    YesNo,
)
from ..slots.subjects import Who, everyone_asked_of
from .framed import Frame, Words, as_it_is, rows

if TYPE_CHECKING:
    from ...model.dates import Period
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["quantifying"]


def quantifying(asked: Words, reading: Reading, vocabulary: Vocabulary, period: Period) -> Iterator[Frame]:
    """Every way in which these words may ask how many, whether any or all, which of some, or all but some."""
    yield from _counted(asked)
    yield from _in_role(asked, reading)
    yield from _dated(asked, reading)
    yield from _any(asked, vocabulary, period)
    yield from _all(asked, vocabulary, period)
    yield from _all_behind(asked, vocabulary, period)
    yield from _portion(asked, vocabulary, period)
    yield from _among(asked, reading)
    yield from _neither(asked, reading)
    yield from _except(asked, reading)
    yield from _negated(asked, reading)


def _counted(asked: Words) -> Iterator[Frame]:
    """How many rows a question has: "how many states are in …", "the size of …", "in how many bodies is …"."""
    if end := asked.begin(*OPENINGS["how many"]):
        rest = asked.part(end)
        if rest.ends("in all"):
            rest = rest.part(0, len(rest) - 2)
        for start in (("which",), ("who",), ()):
            yield Frame(rest.after(*start), rows(Count))
    if asked.begin("of", "among", "out of"):
        # "Of the EU's members, how many are in NATO" counts which of them are.
        for at in range(2, len(asked) - 2):
            if asked.words[at : at + 2] == ("how", "many"):
                yield Frame(asked.part(0, at).then(asked.part(at + 2).after("which")), rows(Count))
    if end := asked.begin(*OPENINGS["the size of"]):
        yield Frame(asked.part(end).after("members", "of"), rows(Count))
    for at in range(1, len(asked) - 3):
        # "CST has how many members" is "how many members does CST have".
        if asked.words[at] in ("has", "have") and asked.words[at + 1 : at + 3] == ("how", "many"):
            nouns = asked.part(at + 3).after("which")
            yield Frame(nouns.then(asked.part(0, at).after("does")).then(asked.part(at, at + 1)), rows(Count))
    for at in range(2, len(asked) - 1):
        # "CST gained how many members in 1999" is "how many members did CST gain in 1999".
        verb = plain_form(asked.words[at - 1])
        if asked.words[at : at + 2] == ("how", "many") and verb != asked.words[at - 1]:
            doing = Words((verb,), (verb,), asked.places[at - 1 : at])
            for end in range(at + 3, min(at + 6, len(asked)) + 1):
                noun, subject = asked.part(at, end), asked.part(0, at - 1).after("did")
                yield Frame(noun.then(subject).then(doing).then(asked.part(end)), as_it_is)
    for at in range(1, len(asked) - 2):
        # "CST how many members" is "how many members does CST have".
        if asked.words[at : at + 2] == ("how", "many") and asked.words[at + 2] in ("members", "states", "countries"):
            nouns, rest = asked.part(at + 2, at + 3).after("which"), asked.part(at + 3)
            yield Frame(nouns.then(asked.part(0, at).after("are", "in")).then(rest), rows(Count))
    for preposition in ("in", "to", "of", "at", "from"):
        if asked.begin(f"{preposition} how many"):
            yield Frame(asked.part(3).after(preposition, "which"), rows(Count))


def _subjects(rest: Words, verb: str, vocabulary: Vocabulary, period: Period) -> Iterator[tuple[Who, Words]]:
    """Whom a statement without its verb speaks of, and that statement as a question: "which CST members are in …"."""
    asked = rest.after("which")
    for who, end in asked.reading(vocabulary, period).slot("who", 0):
        if 1 < end < len(asked):
            yield who, asked.part(0, end).then(asked.part(end).after(verb))


def _dated(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A date said first: "as of 1950, how many members did … have"."""
    for end in dict.fromkeys(end for _, end in reading.slot("time", 0)):
        if 1 < end < len(asked) - 1:
            yield Frame(asked.part(end).then(asked.part(0, end)), as_it_is)


def _in_role(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A role that counts: "in any role", "including associates", "as an observer"."""
    for at in range(1, len(asked)):
        for role, end in _roles(reading, at):
            yield Frame(asked.part(0, at).then(asked.part(end)), partial(_as, role=role))


def _as(found: Question, role: str) -> Question | None:
    """A question of members in a role; of full members it is what it is."""
    made = in_role(found, role)
    return found if role == FULL and in_role(found, ANY_ROLE) is not None else made


def _roles(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    yield from ((ANY_ROLE, end) for end in reading.any_of(at, *OPENINGS["in any role"]))
    for start in reading.any_of(at, *OPENINGS["including"]):
        for begin in dict.fromkeys([*reading.any_of(start, "the", "any", "its", "their"), start]):
            for role, end in reading.slot("role_name", begin):
                counted = "+".join(one for one in ROLES if one in roles_in(role) | {FULL})
                for stop in dict.fromkeys([*reading.any_of(end, "memberships", "membership", "status"), end]):
                    yield (ANY_ROLE if len(roles_in(counted)) == len(ROLES) else counted), stop
    for start in reading.any_of(at, "as"):
        yield from reading.slot("role_name", start)
    for role, end in reading.slot("role_name", at):
        counted = "+".join(one for one in ROLES if one in roles_in(role) | {FULL})
        for stop in reading.any_of(end, "included", "counted", "counted in", "counted too", "also counted"):
            yield (ANY_ROLE if len(roles_in(counted)) == len(ROLES) else counted), stop


def _any(asked: Words, vocabulary: Vocabulary, period: Period) -> Iterator[Frame]:
    """Whether a question has any row: "are there any states that …", "does any CST member …", "did anyone …"."""
    if end := asked.begin(*OPENINGS["is there any"]):
        # With its verb first, which says when: "are any A members of 1980 in B" asks of B now.
        inner = asked.part(end).after("which")
        for _, stop in inner.reading(vocabulary, period).slot("who_then", 0):
            if 1 < stop < len(inner):
                yield Frame(inner.part(0, stop).then(inner.part(stop).after(asked.words[0])), rows(Exists))
        for _, inner in _subjects(asked.part(end), asked.words[0], vocabulary, period):
            yield Frame(inner, rows(Exists))
        yield Frame(asked.part(end).after("which"), rows(Exists))
    if asked.begin("is there", "was there", "are there") and (end := asked.part(2).begin(*OPENINGS["anyone"])):
        yield Frame(asked.part(2 + end).after("who", "is"), rows(Exists))
        yield Frame(asked.part(2 + end).after("who"), rows(Exists))
    if asked.words[:1] and asked.words[0] in AUXILIARIES and (end := asked.part(1).begin(*OPENINGS["anyone"])):
        yield Frame(asked.part(1 + end).after("who", asked.words[0]), rows(Exists))


def _all(asked: Words, vocabulary: Vocabulary, period: Period) -> Iterator[Frame]:
    """Whether all of some answer a question: "did all CST members attend …"."""
    if not (asked.words[:1] and asked.words[0] in AUXILIARIES and (end := asked.part(1).begin(*OPENINGS["all"]))):
        return
    rest = asked.part(1 + end)
    for body, stop in _founders(rest.reading(vocabulary, period)):
        if stop < len(rest):
            noun = plural_of(kind_of_members(vocabulary))
            inner = rest.part(stop).after("which", noun, asked.words[0])
            yield Frame(inner, rows(partial(every, Entities((FirstMember(body),)))))
    for who, inner in _subjects(rest, asked.words[0], vocabulary, period):
        of = everyone_asked_of(vocabulary, who, period)
        if of is not None:
            yield Frame(inner, rows(partial(every, of)))


def _all_behind(asked: Words, vocabulary: Vocabulary, period: Period) -> Iterator[Frame]:
    """The same with "all" behind those it is said of: "are the A members all in B"."""
    if not (asked.words[:1] and asked.words[0] in AUXILIARIES and "all" in asked.words[2:]):
        return
    at = asked.words.index("all", 2)
    yield from _all(
        asked.part(0, 1).then(asked.part(at, at + 1)).then(asked.part(1, at)).then(asked.part(at + 1)),
        vocabulary,
        period,
    )


def _portion(asked: Words, vocabulary: Vocabulary, period: Period) -> Iterator[Frame]:
    """How large a part of some answers a question: "what percentage of EU members are in NATO"."""
    end = asked.begin(*OPENINGS["what percentage of"])
    if not end:
        return
    # "What percentage of NATO" is that of its members.
    for opening in (("which",), ("which", "members", "of")):
        inner = asked.part(end).after(*opening)
        for who, stop in inner.reading(vocabulary, period).slot("who", 0):
            if len(opening) < stop < len(inner):
                yield Frame(inner, rows(partial(_portion_of, who=who, vocabulary=vocabulary, now=period)))
    # "What share of IGOs is Switzerland in" is that of those which exist.
    inner = asked.part(end).after("which")
    reading = inner.reading(vocabulary, period)
    for start in dict.fromkeys([*reading.after("THE", 1), 1]):
        for noun, stop in reading.slot("bodies", start):
            if stop < len(inner):
                yield Frame(inner, rows(partial(_portion_of_bodies, noun=noun, now=period)))


def _portion_of_bodies(found: Entities, noun: OfNoun, now: Period) -> Question | None:
    if found.kinds != ("body",):
        return None
    of = Existing("body", found.period or now)
    return Number((Portion(Entities((of,) if noun.entities is None else (of, noun)), found),))


def _portion_of(found: Entities, who: Who, vocabulary: Vocabulary, now: Period) -> Question | None:
    of = everyone_asked_of(vocabulary, who, found.period or now)
    return Number((Portion(of, found),)) if of is not None else None


def _founders(reading: Reading) -> Iterator[tuple[Entity, int]]:
    """The body whose founding members these words name: "founding members of A", "A founding members"."""
    for start in reading.any_of(0, "founding", "original"):
        for end in reading.after("NOUN", start):
            for of in reading.any_of(end, "of"):
                yield from reading.slot("body", of)
    for body, end in reading.slot("body", 0):
        for start in reading.any_of(end, "founding", "original"):
            yield from ((body, stop) for stop in reading.after("NOUN", start))


def _listed(reading: Reading, at: int, *joins: str, bare: bool = False) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Entities of one kind, or members of any, joined by commas and one of some words before the last, the longest list first."""

    def more(found: tuple[Entity, ...], end: int, joined: bool) -> Iterator[tuple[tuple[Entity, ...], int]]:
        for link, last in [*((stop, True) for stop in reading.any_of(end, *joins)), (end, False)]:
            for item, stop in dict.fromkeys(
                (*_items(reading, found[0].kind, link), *_members(reading, found[0], link))
            ):
                if item not in found:
                    yield from more((*found, item), stop, last)
        if joined or bare or len(found) == 1:
            yield found, end

    for first, end in [*reading.slot("member|body|event|person", at), *_items(reading, "event", at)]:
        yield from more((first,), end, False)


def _members(reading: Reading, first: Entity, at: int) -> list[tuple[Entity, int]]:
    """Members of whatever kind that stand here, after another member."""
    return reading.slot("member", at) if first.kind in MEMBER_KINDS and reading.vocabulary.is_member(first) else []


def _called(these: Sequence[Entity]) -> str:
    """What some that are named are called together."""
    kinds = {one.kind for one in these}
    return _NOUNS.get(these[0].kind, "members") if len(kinds) == 1 else "members"


def _items(reading: Reading, kind: str, at: int) -> list[tuple[Entity, int]]:
    """What of a kind stands here: an event also by its description, if it means one."""
    if kind == "event":
        return [(events[0], end) for events, end in reading.slot("event", at)]
    return reading.slot(kind, at)


_NOUNS = {"state": "states", "body": "bodies", "event": "events", "person": "people"}
"""What some that are named are called; "members" are of any kind."""


def _among(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A question of some entities only: "which of A, B and C …", "of A and B, which …", "who …, A or B"."""

    def among(these: tuple[Entity, ...], before: Words, rest: Words) -> Frame:
        plain = before.then(rest.after("which", _called(these)))
        return Frame(plain, rows(partial(only_of, entities=these)))

    for start in reading.any_of(0, *OPENINGS["which of"]):
        for these, end in _listed(reading, start, "and", "or", "and or"):
            if len(these) > 1:
                yield among(these, asked.part(0, 0), asked.part(end))
    for start in reading.any_of(0, "to which of", "in which of", "of which of"):
        for these, end in _listed(reading, start, "and", "or"):
            if len(these) > 1 and these[0].kind == "body":
                yield Frame(
                    asked.part(end).after(asked.words[0], "which", "bodies"), rows(partial(only_of, entities=these))
                )
    for start in dict.fromkeys((*reading.any_of(0, *OPENINGS["of"]), 0)):
        for these, end in _listed(reading, start, "and", "or", "vs", "versus", bare=not start):
            for stop in reading.any_of(end, *OPENINGS["which"]):
                if KINDS.get(asked.words[stop - 1], these[0].kind) == these[0].kind:  # not "Kenya: which bodies"
                    yield among(these, asked.part(0, 0), asked.part(stop))
    if asked.words[:1] and asked.words[0] in AUXILIARIES:
        for start in dict.fromkeys([1, *reading.any_of(1, "either")]):
            for these, end in _listed(reading, start, "or"):
                if len(these) < 2:
                    continue
                inner = asked.part(end).after("which", _called(these), asked.words[0])
                yield Frame(inner, rows(partial(_exists_of, entities=these)))
    if asked.begin("is it", "was it"):
        for these, end in _listed(reading, 2, "or"):
            for stop in reading.any_of(end, "that", "who", "which"):
                if len(these) > 1:
                    yield Frame(
                        asked.part(stop).after("which", _called(these)),
                        rows(partial(only_of, entities=these)),
                    )
                    yield Frame(asked.part(stop).after("who"), rows(partial(only_of, entities=these)))
    if asked.begin("who", "which", "what"):
        for start in range(max(2, len(asked) - 14), len(asked) - 2):
            for these, end in _listed(reading, start, "or"):
                dated = any(stop == len(asked) for _, stop in reading.slot("time", end))
                if (end == len(asked) or dated) and len(these) > 1:
                    inner = asked.part(0, start).then(asked.part(end))
                    yield Frame(inner, rows(partial(only_of, entities=these)))


def _neither(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Whether of some nobody does: "was neither A nor B in …", "neither A nor B was in …, right"."""
    if asked.begin("neither"):
        tag = asked.tag()
        start, verb, asked = 1, "", asked.part(0, len(asked) - len(tag.split()))
    elif asked.words[:1] and asked.words[0] in AUXILIARIES and asked.words[1:2] == ("neither",):
        start, verb = 2, asked.words[0]
    else:
        return
    for these, end in _listed(reading, start, "nor", "or", "and"):
        rest = asked.part(end)
        if not verb and rest.words[:1] and rest.words[0] in AUXILIARIES:
            verb, rest = rest.words[0], rest.part(1)
        if len(these) > 1 and verb and len(rest):
            for _, stop in reading.slot(these[0].kind, start):
                yield Frame(asked.part(start, stop).then(rest).after(verb), partial(_none_of, entities=these))


def _none_of(found: Question, entities: Sequence[Entity]) -> Question | None:
    match found:
        case Whether((_,), (MemberOf() as asked,)):
            return Whether(tuple(entities), (NotSo(asked),))
    return None


def _exists_of(found: Entities, entities: Sequence[Entity]) -> Question | None:
    """Whether either does; or which of them does more: "is A or B in more bodies"."""
    narrowed = only_of(found, entities)
    if narrowed is None or is_of_named(found):
        return narrowed
    return Exists(narrowed)


def _except(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A question that leaves some entities out: "who is in … besides A", "apart from A, which states …"."""
    further = any(word in ("else", "other") for word in asked.words)
    for these, end in _listed(reading, 0, "and", bare=True):
        for start in dict.fromkeys([end, *reading.any_of(end, "and")]):
            for stop in reading.any_of(start, "who else", "which others", "which other states", "which other countries", "what other countries"):  # fmt: skip
                yield Frame(
                    asked.part(stop).after("who"), rows(partial(_left_out, entities=these, graph=reading.graph))
                )
    phrases = OPENINGS["except"] + (OPENINGS["together with"] if further else ())
    for at in range(len(asked)):
        for start in reading.any_of(at, *phrases):
            for these, end in _listed(reading, start, "and", "or", "nor"):
                rest = asked.part(0, at).then(asked.part(end))
                for word in ("else", "other"):
                    if word in rest.words:
                        rest = rest.cut(rest.words.index(word))
                if any(
                    stop == len(rest) for _, stop in rest.reading(reading.vocabulary, reading.period).slot("body", 0)
                ):
                    rest = rest.after("members", "of")  # "NATO without Canada" asks of its members
                yield Frame(rest, rows(partial(_left_out, entities=these, graph=reading.graph)))


def _left_out(found: Entities, entities: Sequence[Entity], graph: Graph) -> Question | None:
    """A question without some entities: without the members of a body, unless it is a member of bodies itself."""
    if found.membership is None or entities[0].kind != "body" or are_members(graph.source, entities):
        return without(found, entities)
    return without_members(found, [Body(entity) for entity in entities])


def _negated(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A question that expects a yes: "isn't A in …"; and one whether it is not so: "is A not in …"."""
    if not (asked.words[:1] and asked.words[0] in AUXILIARIES):
        return
    if asked.words[1:2] == ("not",):
        yield Frame(asked.part(0, 1).then(asked.part(2)), lambda found: found if isinstance(found, YesNo) else None)
    for _, end in reading.slot("member", 1):
        if asked.words[end : end + 1] == ("not",) and end + 1 < len(asked):
            yield Frame(asked.cut(end), _not_so)


def _not_so(found: Question) -> Question | None:
    """Whether what was asked of one is not so of it."""
    if not isinstance(found, Whether) or len(found.subjects) != 1:
        return None
    match found.conditions:
        case (MemberOf() as asked,):
            return Whether(found.subjects, (NotSo(asked),))
    return None
