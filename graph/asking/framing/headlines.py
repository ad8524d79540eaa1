"""Questions in the style of notes and headlines, put into the order of a sentence.

"OPEC: who left", "NATO members 1999 count", "Poland joined which organizations in 1991", "Malta an EU member in 2003?":
each frame moves some words, has the rest read, and changes nothing of what it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..kinds_of_members import kind_of_members, plural_of
from ..language.openings import AUXILIARIES
from ..language.reading import Reading
from ..language.verbs import plain_form
from ..logic.logical_form import ALL_DOCUMENTS, Count, Documents, Question
from ..logic.walking import changed, parts_of_kind
from .framed import Frame, Words, as_it_is, rows

__all__ = ["headlines"]


def headlines(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Every order of a sentence that these words may stand for."""
    yield from _counted_behind(asked, reading)
    yield from _predicate(asked, reading)
    yield from _asked_within(asked, reading)
    yield from _counted_within(asked, reading)
    yield from _counted_bodies(asked, reading)
    yield from _measured(asked, reading)
    yield from _unbroken(asked)
    yield from _signed_there(asked, reading)
    yield from _in_percent(asked)
    yield from _and_how_many(asked)
    yield from _topic(asked, reading)
    yield from _both(asked, reading)
    yield from _asked_behind(asked, reading)
    yield from _taken_from(asked, reading)
    yield from _called(asked)
    yield from _owned(asked, reading)
    yield from _enlarged(asked)
    yield from _in_brief(asked, reading)


def _phrases(*said: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in said)


_COUNT_BEHIND = _phrases(
    "count", "how many", "how many are there", "how many is that", "how many are they", "how many of them", "number", "total",
    "total number", "number of members", "how many members", "how many were there", "how many were they", "how many in total", "the number", "what number",
)  # fmt: skip


def _counted_behind(asked: Words, reading: Reading) -> Iterator[Frame]:
    """The number asked for last: "NATO members count", "states in A but not in B: how many"."""
    rest = _before(asked, _COUNT_BEHIND)
    if rest is not None:
        yield from _number_of(rest, rest.part(len(rest)), reading)


def _number_of(counted: Words, when: Words, reading: Reading) -> Iterator[Frame]:
    """How many some are; of a mere body, its members."""
    if any(end == len(counted) for _, end in reading.slot("body", 0)):
        yield Frame(counted.after("members", "of").then(when), rows(Count))
    elif len(counted) > 1:
        yield Frame(counted.then(when), rows(Count))


def _before(asked: Words, phrases: tuple[tuple[str, ...], ...]) -> Words | None:
    """What stands before the longest of some phrases that these words end with; None if nothing does."""
    count = asked.ending(phrases)
    return asked.part(0, len(asked) - count) if 0 < count < len(asked) else None


_BEFORE_PREDICATE = frozenset(
    (
        "is", "are", "was", "were", "been", "be", "become", "became", "becoming", "being", "remain", "remained", "stayed", "not", "ever",
        "also", "already", "still", "both", "yet", "once", "longer", "never", "now", "full", "all",
    )
)  # fmt: skip


def _predicate(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Being a member said by a noun: "was Sweden an EFTA member" is "was Sweden a member of EFTA"."""
    for at in range(1, len(asked) - 1):
        start = at
        if asked.words[at] in ("a", "an", "full"):
            at += 1
        elif asked.words[at - 1] not in _BEFORE_PREDICATE:
            continue
        for _, end in reading.slot("body", at):
            for stop in reading.any_of(end, "member", "members", "member state", "member states", "member country", "member countries"):  # fmt: skip
                named = asked.part(at, end).after("members", "of")
                yield Frame(asked.part(0, start).then(named).then(asked.part(stop)), as_it_is)


_ASKING = ("which", "what")


def _asked_within(asked: Words, reading: Reading) -> Iterator[Frame]:
    """What is asked for where it would be named: "Poland joined which organizations in 1991"."""
    for at in range(2, len(asked) - 1):
        if asked.words[at] not in _ASKING:
            continue
        for _, subject in reading.slot("members", 0):
            if not subject < at:
                continue
            for _, end in reading.slot("bodies", at + 1):
                verb, said = asked.words[subject], asked.part(subject + 1, at)
                if verb not in AUXILIARIES:
                    verb, said = "did", said.after(plain_form(verb))
                opening = asked.part(at, end).then(asked.part(0, subject).after(verb))
                yield Frame(opening.then(said).then(asked.part(end)), as_it_is)


_OPENS = frozenset(
    ("who", "which", "what", "when", "where", "how", "any", "anything", "is", "was", "are", "were", "does", "did", "do", "has", "have", "until",
     "since", "still", "in", "to", "of", "at", "from", "with", "by", "for", "members", "member", "founded", "list", "why")
)  # fmt: skip
_PRONOUNS = ("it", "they", "them", "he", "she", "him", "there")
_POSSESSIVES = ("its", "their", "his", "her")
_LINKS = ((), ("of",), ("in",), ("to",), ("at",), ("from",))


def _topic(asked: Words, reading: Reading) -> Iterator[Frame]:
    """What is spoken of named first: "OPEC: who left", "Mauritania, when did it leave A", "Bhutan in 1985: which bodies"."""
    for slot in ("members", "body", "person", "event"):
        for _, end in reading.slot(slot, 0):
            for stop in dict.fromkeys([end, *(last for _, last in reading.slot("when", end))]):
                if stop < len(asked) and slot == "members":
                    yield from _bodies_of(asked, reading, end, stop)
                if stop >= len(asked) or asked.words[stop] not in _OPENS:
                    continue
                topic, when = asked.part(0, end), asked.part(end, stop)
                for last in [len(asked), *(_time_behind(asked, reading, stop) if stop == end else ())]:
                    for inner in _of_topic(topic, asked.part(stop, last), slot):
                        yield Frame(inner.then(when).then(asked.part(last)), as_it_is)


def _time_behind(asked: Words, reading: Reading, start: int) -> Iterator[int]:
    """Where a time begins that these words end with: "NATO: who joined in 2004"."""
    for at in range(start + 2, len(asked) - 1):
        if any(end == len(asked) for _, end in reading.slot("when", at)):
            yield at


def _bodies_of(asked: Words, reading: Reading, end: int, start: int) -> Iterator[Frame]:
    """The bodies of a state as a mere noun: "Chile: organizations joined in 1990", "Chile in 1990: organizations"."""
    topic, when = asked.part(0, end), asked.part(end, start)
    for _, stop in reading.slot("bodies", start):
        nouns, rest = asked.part(start, stop).after("which"), asked.part(stop)
        if rest.words[:1] and (plain := plain_form(rest.words[0])) != rest.words[0]:
            verb = Words((plain,), (plain,), rest.places[:1])
            yield Frame(nouns.then(topic.after("did")).then(verb).then(rest.part(1)).then(when), as_it_is)
        else:
            yield Frame(nouns.then(topic.after("is")).then(_words(topic, "in")).then(rest).then(when), as_it_is)


def _counted_bodies(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A state, and which or how many bodies: "Kenya: how many organizations in 1985", "Kenya in 1985, which bodies"."""
    for _, end in reading.slot("members", 0):
        for start in dict.fromkeys([end, *(last for _, last in reading.slot("when", end))]):
            for noun in reading.any_of(start, "how many", "which", "what", "number of", "the number of"):
                for _, stop in reading.slot("bodies", noun):
                    said = asked.part(start, stop).then(asked.part(0, end).after("is"))
                    rest = asked.part(stop).then(asked.part(end, start))
                    yield Frame(said.then(_words(said, "in")).then(rest), as_it_is)


_MEASURED = _phrases(
    "by number of members", "by members", "by membership", "by size", "by number of member states", "by number of countries", "by member count",
    "by the number of members", "in terms of members", "in terms of membership", "in number of members",
)  # fmt: skip


def _measured(asked: Words, reading: Reading) -> Iterator[Frame]:
    """What is measured, behind the time: "largest organization in 1950 by number of members"."""
    rest = _before(asked, _MEASURED)
    if rest is None:
        return
    for at in range(1, len(rest) - 1):
        if any(end == len(rest) for _, end in reading.slot("when", at)):
            yield Frame(asked.part(0, at).then(asked.part(len(rest))).then(asked.part(at, len(rest))), as_it_is)


_UNBROKEN = _phrases(
    "without interruption", "without a break", "without any break", "without breaks", "without any interruption", "uninterruptedly", "uninterrupted",
    "without leaving", "without ever leaving", "non-stop", "nonstop", "the whole time", "all the time", "continuously", "without pause",
)  # fmt: skip


def _signed_there(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Where documents were signed, behind the verb: "what share of the documents did A sign in Baku"."""
    if not any(word in ("sign", "signed", "signing") for word in asked.words):
        return
    for at in range(2, len(asked) - 1):
        for events, end in reading.slot("at_event", at):
            if end == len(asked):
                there = Documents(events=events)
                yield Frame(asked.part(0, at), partial(_of_documents, documents=there))


_IN_PERCENT = _phrases(
    "in %", "as a %", "in percent", "in percentage terms", "as a percentage", "in percentages", "in relative terms"
)


def _in_percent(asked: Words) -> Iterator[Frame]:
    """A share asked for as a number of documents: "how many documents did A sign, in percent"."""
    rest = _before(asked, _IN_PERCENT)
    if rest is not None and rest.words[:1] == ("how",):
        start = 3 if rest.words[2:3] == ("of",) else 2
        yield Frame(rest.part(start).after("what", "share", "of"), as_it_is)


def _of_documents(found: Question, documents: Documents) -> Question | None:
    """A question of what was signed, of some documents; None if it is of others, or of something else."""
    if set(parts_of_kind(found, Documents)) != {ALL_DOCUMENTS}:
        return None
    return changed(found, Documents, lambda _: documents)


def _unbroken(asked: Words) -> Iterator[Frame]:
    """All the time since a date: "in A without interruption since 1949"; "since" says it already."""
    for at in range(1, len(asked) if "since" in asked.words else 0):
        for phrase in _UNBROKEN:
            if asked.words[at : at + len(phrase)] == phrase:
                yield Frame(asked.part(0, at).then(asked.part(at + len(phrase))), as_it_is)


def _counted_within(asked: Words, reading: Reading) -> Iterator[Frame]:
    """The number asked for before the time: "NATO membership count in 1985", "OPEC member count as of 1970"."""
    for at in range(2, len(asked) - 1):
        if any(end == len(asked) for _, end in reading.slot("when", at)):
            rest = _before(asked.part(0, at), _COUNT_BEHIND)
            if rest is not None:
                yield from _number_of(rest, asked.part(at), reading)


def _both(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Two bodies, and whether they have anything in common: "A and B: any overlap"."""
    for _, middle in reading.slot("body", 0):
        for link in reading.any_of(middle, "and", "&", "vs", "versus"):
            for _, end in reading.slot("body", link):
                if end < len(asked) and " ".join(asked.words[end:]) in _ANY_IN_COMMON:
                    topic = asked.part(0, end)
                    yield Frame(topic.after("do").then(_words(topic, "have members in common")), as_it_is)


_ANY_IN_COMMON = frozenset(
    f"{any_}{what}"
    for any_ in ("", "any ", "is there any ", "are there any ")
    for what in (
        "overlap",
        "common members",
        "members in common",
        "shared members",
        "joint members",
        "overlapping members",
    )
) | {"anything in common", "anyone in both", "anybody in both"}


def _of_topic(topic: Words, rest: Words, slot: str) -> Iterator[Words]:
    """Questions of a topic: with its name for a pronoun, or where the question lacks one."""
    rest = _before(rest, _AND_WHEN) or rest
    for at, word in enumerate(rest.words):
        if word in _PRONOUNS or (word in _POSSESSIVES and at):
            named = topic if word in _PRONOUNS else topic.then(Words(("'s",), ("'s",), topic.places[-1:]))
            yield rest.part(0, at).then(named).then(rest.part(at + 1))
            return
    if slot == "members":
        if rest.words[0] in ("any", "anything") and "common" in rest.words:
            yield topic.after("what", "do").then(_words(topic, "have in common"))
            return
        if rest.words[0] in ("which", "what"):
            yield rest.then(topic.after("is")).then(_words(topic, "in"))
            yield rest.then(topic.after("of"))
        if rest.words[0] == "still":
            yield topic.after("is").then(rest)
        if rest.words[0] in ("when", "where"):
            yield rest.part(0, 1).then(topic.after("did")).then(rest.part(1))
        return
    for link in _LINKS:
        yield rest.then(topic.after(*link))


_AND_HOW_MANY = _phrases(
    "and how many are there", "and how many are they", "and how many", "and how many of them are there", "and how many of them", "and how many were there",
)  # fmt: skip


def _and_how_many(asked: Words) -> Iterator[Frame]:
    """Who, and how many they are: those that answer are counted where they are listed."""
    rest = _before(asked, _AND_HOW_MANY)
    if rest is not None:
        yield Frame(rest, rows(as_it_is))


_AND_WHEN = _phrases("and when", "and in what year", "and in which year", "and since when", "and when was that")


def _words(near: Words, said: str) -> Words:
    """Words that stand for no word of the question, placed where others are."""
    parts = tuple(said.split())
    return Words(parts, parts, near.places[-1:] * len(parts))


def _taken_from(asked: Words, reading: Reading) -> Iterator[Frame]:
    """Those among whom others are sought, named last: "who was never in A among the B members"."""
    begun = asked.begin("who", "which states", "which countries", "what countries", "which members", "which")
    if not begun:
        return
    for at in range(2, len(asked) - 1):
        for start in reading.any_of(at, "among", "out of", "within", "from among", "of all", "amongst"):
            if any(end == len(asked) for _, end in reading.slot("base", start)):
                yield Frame(asked.part(start).after("which").then(asked.part(begun, at)), as_it_is)


_NAME_OF = (
    "what is the name of",
    "what was the name of",
    "what are the names of",
    "what were the names of",
    "name of",
    "what do you call",
)


def _called(asked: Words) -> Iterator[Frame]:
    """What something is called: "what is the name of the exercise in A" is "which exercise in A"."""
    if end := asked.begin(*_NAME_OF):
        rest = asked.part(end + 1) if asked.words[end : end + 1] == ("the",) else asked.part(end)
        yield Frame(rest.after("which"), as_it_is)


_WHO_BEHIND = _phrases(
    "which country", "which state", "which countries", "which states", "who", "who is it", "who was it", "which one", "which ones", "what country",
    "which country is it", "which country was it", "which country is that", "which members", "which organization", "which organisation",
    "which organizations", "which organisations", "which body", "which bodies", "what countries", "what states",
)  # fmt: skip
_WHEN_BEHIND = _phrases(
    "when",
    "in what year",
    "in which year",
    "what year",
    "which year",
    "year",
    "when was it",
    "when was that",
    "date",
    "since when",
)


def _asked_behind(asked: Words, reading: Reading) -> Iterator[Frame]:
    """What is asked for said last: "lowest share of documents signed: which country", "Japan's exit from A: when"."""
    said = _before(asked, _WHO_BEHIND)
    if said is not None:
        anyone = ("which", plural_of(kind_of_members(reading.vocabulary)))
        noun = asked.words[len(said) : len(said) + 2] if asked.words[len(said)] != "who" else anyone
        noun = anyone if noun[-1] in ("one", "ones", "members") else noun
        for link in ((), ("has", "the"), ("with", "the"), ("is",)):
            yield Frame(said.after(*noun, *link), as_it_is)
    said = _before(asked, _WHEN_BEHIND)
    if said is not None:
        yield Frame(said.after("when"), as_it_is)
        yield Frame(said.after("when", "did"), as_it_is)


_OWNED = frozenset(
    (
        "membership", "memberships", "organization", "organizations", "organisation", "organisations", "igo", "igos", "body", "bodies",
        "alliance", "alliances", "accession", "entry", "admission", "joining", "exit", "withdrawal", "departure", "observer", "associate",
        "share", "absence", "participation", "founding", "attendance", "intergovernmental", "international", "treaty", "treaties",
    )
)  # fmt: skip
"""What belongs to a state whose adjective stands before it."""


def _owned(asked: Words, reading: Reading) -> Iterator[Frame]:
    """An adjective for the state that something belongs to: "Swiss memberships" are Switzerland's."""
    for at in range(len(asked) - 1):
        if asked.words[at + 1] not in _OWNED or not reading.graph.names.is_demonym(asked.words[at]):
            continue
        for state, end in reading.slot("owner", at):
            if state.kind == "state" and end == at + 1:
                named = _words(asked.part(at, end), f"{state.label.casefold()} 's")
                yield Frame(asked.part(0, at).then(named).then(asked.part(end)), as_it_is)


_ENLARGED = frozenset(("enlargement", "expansion", "accessions", "accession", "round"))
_NEWCOMERS = _phrases(
    "new members", "new member states", "new member countries", "new states", "newcomers", "who joined", "which countries joined",
    "which states joined", "who", "which countries", "which states", "who came in", "who was added", "the new members",
)  # fmt: skip


def _enlarged(asked: Words) -> Iterator[Frame]:
    """Who came in, said behind the enlargement: "EU enlargement 2004: new members"."""
    rest = _before(asked, _NEWCOMERS)
    if rest is not None and not _ENLARGED.isdisjoint(rest.words):
        yield Frame(rest, rows(lambda found: found if "state" in (found.kinds or ("state",)) else None))


_BRIEF = (
    ("join", _phrases("when", "year", "date", "since when", "joined when", "date of accession", "accession date", "accession year", "year of accession", "accession", "accession when", "entry", "entry date", "joined", "which year", "what year", "in what year", "year joined", "join date", "from when", "member since when", "member since", "when joined")),
    ("leave", _phrases("until when", "till when", "left when", "when left", "exit", "exit date", "exit year", "exit when", "withdrawal", "withdrawal date", "withdrawal year", "date of withdrawal", "left", "year left", "up to when")),
)  # fmt: skip
_HOW_LONG = _phrases(
    "how long", "for how long", "how many years", "duration", "years of membership", "length of membership"
)
_STILL = _phrases("still", "still in", "still a member", "still member", "still in it")
_IS_MEMBER = _phrases(
    "member", "a member", "membership", "member or not", "member yes or no", "in or out", "yes or no", "yes no"
)


def _in_brief(asked: Words, reading: Reading) -> Iterator[Frame]:
    """A state and a body, or two states, and what is asked of them, without a verb: "Poland NATO when"."""
    for state, end in reading.slot("member", 0):
        for _, stop in reading.slot("body", end):
            yield from _of_both(asked, asked.part(0, end), asked.part(end, stop), reading, stop)
        yield from _observing(asked, asked.part(0, end), reading, end)
        for other, stop in reading.slot("member", end):
            if other != state:
                yield from _together(asked, asked.part(0, end), asked.part(end, stop), reading, stop)
    for _, end in reading.slot("body", 0):
        for _, stop in reading.slot("member", end):
            yield from _of_both(asked, asked.part(end, stop), asked.part(0, end), reading, stop)


def _of_both(asked: Words, state: Words, body: Words, reading: Reading, at: int) -> Iterator[Frame]:
    """When a state joined or left a body, how long it was in it, whether it is, or in a role."""
    said = asked.words[at:]
    for does, phrases in _BRIEF:
        if said in phrases:
            yield Frame(state.after("when", "did").then(_words(state, does)).then(body), as_it_is)
    if said in _HOW_LONG:
        yield Frame(state.after("how", "long", "was").then(_words(state, "in")).then(body), as_it_is)
    if said in _STILL:
        yield Frame(state.after("is").then(_words(state, "still in")).then(body), as_it_is)
    members = [f"a {role} member of" for role, end in reading.slot("role_name", at) if end == len(asked)]
    for what in [*(one for one in members if "+" not in one), *(["a member of"] if said in _IS_MEMBER else [])]:
        yield Frame(state.after("is").then(_words(state, what)).then(body), as_it_is)
    for end in range(at + 1, len(asked)):
        if said[: end - at] in _IS_MEMBER and any(stop == len(asked) for _, stop in reading.slot("when", end)):
            then = state.after("was").then(_words(state, "a member of")).then(body)
            yield Frame(then.then(asked.part(end)), as_it_is)


def _observing(asked: Words, state: Words, reading: Reading, at: int) -> Iterator[Frame]:
    """The bodies that a state is in in a role: "Japan observer organisations", "Japan's associate memberships"."""
    starts = dict.fromkeys([*reading.any_of(at, "'s", "'", "as", "as an", "as a"), at])
    for start in starts:
        for _, end in reading.slot("role_name", start):
            nouns = [stop for _, stop in reading.slot("bodies", end)]
            nouns += reading.any_of(
                end, "memberships", "status", "seats", "in", "where", "of what", "in what", "in which"
            )
            for stop in dict.fromkeys(nouns):
                role = asked.part(start, end).after("a")
                inner = state.after("in", "which", "bodies", "is").then(role).then(asked.part(stop))
                yield Frame(inner, as_it_is)


def _together(asked: Words, state: Words, other: Words, reading: Reading, at: int) -> Iterator[Frame]:
    """The bodies that two states share, without "and": "France Germany common organisations"."""
    for start in reading.any_of(at, "common", "shared", "joint", "both in", "overlap", "overlapping", "in common"):
        ends = [stop for _, stop in reading.slot("bodies", start)] + reading.any_of(start, "memberships")
        for end in dict.fromkeys([*ends, *([start] if start == len(asked) else [])]):
            both = state.then(_words(state, "and")).then(other)
            yield Frame(
                both.after("which", "bodies", "do").then(_words(other, "have in common")).then(asked.part(end)),
                as_it_is,
            )
