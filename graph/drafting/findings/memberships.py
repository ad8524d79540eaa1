"""Memberships and denials: what the patterns find in a sentence, with dates and grounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..dates import TextDate
from ..found import Doubt, Found
from ..gazetteer import Named
from ..lexicon import TIME_NOUNS
from ..slots.stream import Stream
from ..verbs import is_verb
from .dating import UP_TO, date_of, gone_in_brackets, place_of, respectively, then_came, until_of
from .hedges import ground_of
from .matching import Match, allied, matches
from .meant import AGAIN, meant
from .unreal import FULL

__all__ = ["memberships"]

_NOT_IN_FORCE = frozenset("not never nor without unratified lapsed failed".split())
_FOLLOWED = frozenset(("member", "joined", "founded", "left", "observer", "associate", "denied"))
"""What others can have done too, where a text says only that they followed."""
_BELONGING = frozenset(("member", "joined", "founded", "reinstated"))
_NOT_BELONGING = frozenset(("left", "denied", "former", "suspended"))


def memberships(stream: Stream, doubts: list[Doubt]) -> Iterator[Found]:
    """The memberships and denials that a sentence says."""
    memory = stream.memory
    found = matches(stream)
    previous: Match | None = None
    told: list[tuple[Match, tuple[Named, ...]]] = []
    for match in found:
        section = match.section
        if section == "signed":
            in_force = not _NOT_IN_FORCE & {item.low for item in stream.all}  # "signed by Chad, but never ratified"
            stated = ground_of(stream, match.start, match.end)[0] == "stated"
            if in_force and stated and not match.group.unknown:
                memory.signed(match.group.members)
            continue
        if section == "announced":
            memory.announced(match.bodies[0], of_two=stream.words[match.end : match.end + 1] == ["and"])
            continue
        if section == "more":
            previous, bodies_said = _just_before(told, match)
            if (
                previous is None
                or previous.section not in ("member", "joined", "left", "founded", "observer", "associate", "more")
                or match.start < previous.end
            ):
                continue
            basis_section = previous.section
            bodies = bodies_said
            match = Match(basis_section, match.has, match.group, bodies, match.start, match.end, match.verb)
            section = basis_section
            if not bodies:
                if section in ("left", "denied"):
                    yield from _left_something(stream, match)
                continue
        bodies = match.bodies
        if "those" in match.has and (memory.relation is None or memory.relation[0] not in FULL):
            continue  # those of what?
        if section == "denied" and {"was", "were"} & set(stream.words[match.verb : match.end]):
            if "there" in stream.words[match.verb : match.end]:
                continue  # where it was not, rather than in what
        predicate = set(stream.words[match.verb : match.end])
        if (
            section == "denied"
            and not bodies
            and {"part", "participate", "participated", "away"} & predicate
            and not {"member", "members"} & predicate
            and until_of(stream, match) is None
        ):
            if memory.only_event() is not None:
                continue  # in what happened, not in the body
        if section in ("denied-same", "member-same", "joined-same", "left-same"):
            relation = memory.relation if section in ("joined-same", "left-same") else _before(stream, match, previous)
            if "headed" in match.has:
                relation = memory.relation_within(2)  # the entry before, a paragraph of its own
            if relation is None or (section == "member-same" and relation[0] != "denied"):
                continue
            if section == "left-same" and relation[0] != "left":
                continue
            if section == "joined-same" and relation[0] not in ("joined", "founded", "member"):
                continue
            section, bodies = section.removesuffix("-same"), (relation[1],)
        elif section in ("followed", "same"):
            relation = _before(stream, match, previous)
            if section == "followed" and relation is not None and relation[0] == "denied":
                relation = (
                    memory.coming(relation[1]) or relation
                )  # "Mali joined. Chad is not a member. Kenya followed."
            if relation is None and section == "followed" and (about := memory.only_body(here=())) is not None:
                relation = memory.coming(about)
            if relation is None or relation[0] not in _FOLLOWED or (section == "followed" and relation[0] == "denied"):
                doubts.append(Doubt(_said(stream, match), "it is not clear in what", stream.sentence))
                continue
            section = "joined" if section == "followed" and relation[0] in ("member", "founded") else relation[0]
            bodies = (relation[1],)
        if not bodies:
            body = meant(stream, match)
            if body is None:
                doubts.append(Doubt(_said(stream, match), "it is not clear which body is meant", stream.sentence))
                if section in ("left", "denied") and ground_of(stream, match.start, match.end)[0] == "stated":
                    yield from _left_something(stream, match)
                told.append((match, ()))
                continue
            bodies = (body,)
        if "followed" in match.has and (before := _just_before(told, match)[0]) is not None:
            section = before.section if before.section in ("observer", "associate", "left") else section
        last = memory.relation
        if section == "joined" and "added" in predicate and last is not None:
            section = last[0] if last[0] in ("observer", "associate") else section  # "Observers are …; Chad was added"
        if {"ally", "allies"} & _words(stream, match) and not allied(bodies):
            continue
        basis, who = ground_of(stream, match.start, match.end)
        if not basis:
            doubts.append(Doubt(_said(stream, match), "a condition, question, report or quotation", stream.sentence))
            memory.said("unclear", bodies[0])
            continue
        previous = replace(match, section=section)
        told.append((previous, bodies))
        if section != "member" or _says_it(stream, match):
            told_of = "member" if section == "denied" and "except" in match.has else section
            # What "all but Russia belong to it" says of the others goes on: "So do Albania and Serbia."
            memory.said(told_of if basis == "stated" else "unclear", bodies[0])
        if basis == "stated" and section in (*_BELONGING, *_NOT_BELONGING):
            # "Uzbekistan belonged to it from 1999 to 2005": it is none of its members.
            still = section in _BELONGING and until_of(stream, match) is None
            for body in bodies:
                memory.belongs(body, match.group.members, still, place_of(stream, match, 0))
        if match.group.unknown:
            names = ", ".join(match.group.unknown)
            doubts.append(Doubt(names, "not known as a state: left out of the list", stream.sentence))
        if "announced" in match.has:
            memory.announced(bodies[0])  # others can be told of too
        yield from _facts(stream, match, section, bodies, basis, who, doubts)
        if basis == "stated" and section == "member" and _whole_list(stream, match):
            ids = frozenset(member.id for member in match.group.members)
            yield Found("whole list", {"body": bodies[0], "members": ids}, [place_of(stream, match, 0)])
    _remember(stream, [match for match in found if match.section != "signed"])


def _just_before(
    told: Sequence[tuple[Match, tuple[Named, ...]]], match: Match
) -> tuple[Match | None, tuple[Named, ...]]:
    """What was said last before what goes on: not what a clause inside of it says, "the Gambia, which had left, joined"."""
    before = [each for each in told if each[0].end <= match.start]
    return max(before, key=lambda each: each[0].end) if before else told[-1] if told else (None, ())


def _says_it(stream: Stream, match: Match) -> bool:
    """Whether a sentence says that somebody is a member, and does not only call it so: "EU members such as Malta"."""
    return bool({":", "range", "ranges"} & _words(stream, match)) or any(
        is_verb(item) for item in stream.items[match.start : match.end]
    )


def _whole_list(stream: Stream, match: Match) -> bool:
    """Whether a list names all members of today: "today its parties are …", "the bloc now consists of …"."""
    said = _words(stream, match)
    lows = {item.low for item in stream.all}
    listed = match.group.how == "named" and match.group.start > match.start and len(match.group.members) > 2
    return listed and bool(_TODAY & lows) and bool(_ALL_ARE & said) and not _SOME_ARE & lows


_TODAY = frozenset("today now current currently present presently remaining".split())
_ALL_ARE = frozenset("are : consists consist comprises comprise".split())
_SOME_ARE = frozenset("include includes including among such like others other some most only also new further".split())


_LEAVING = frozenset("leave quit withdraw exit walk pull".split())


def _before(stream: Stream, match: Match, previous: Match | None) -> tuple[str, Named] | None:
    """What was said just before: in this sentence, or in the one before if nobody else does something in this one.

    What a clause inside of what is said tells is not it: "Most were colonies, but Chad, which joined, was not".
    """
    here = stream.memory.relation_within(0)
    last = stream.memory.relation
    before = stream.words[: match.start]
    if here is None and last is not None and last[0] == "left" and before[-1:] == [":"] and _LEAVING & set(before):
        return last  # "It is the fourth to walk out: Qatar did so in 2019"
    if here is not None and match.section.startswith("denied") and previous is not None:
        by_the_way = previous.end > match.start or stream.words[previous.start] in ("which", "who")
        here = None if by_the_way else here
    if here is not None or any(is_verb(item) for item in stream.items[: match.start]):
        return here
    return stream.memory.relation


def _left_something(stream: Stream, match: Match) -> Iterator[Found]:
    """That a state left or is in none, where the text does not say what: its memberships said before are open then."""
    nowhere = Named("", "", "body")
    for n, member in enumerate(match.group.members):
        yield Found("leaving", {"member": member, "body": nowhere}, [place_of(stream, match, n)])


def _remember(stream: Stream, found: Sequence[Match]) -> None:
    """Note the subject and the last list, for the sentences that follow."""
    memory = stream.memory
    lists = [stream.group(at) for at in range(len(stream.items)) if stream.items[at].kind in ("state", "territory")]
    longest = max((g.members for g in lists if g is not None), key=len, default=())
    longest = max(longest, _in_turn(found), key=len)
    subject: tuple[Named, ...] | None = None
    for at in range(len(stream.items)):
        if is_verb(stream.items[at]):
            break
        reads = stream.subjects(at)
        if reads:
            subject = reads[0][0].members
            break
    longest = max(longest, subject or (), key=len) if len(longest) < 2 else longest
    if len(longest) > 1:
        memory.listed(longest)
    if stream.before is None:
        memory.speaks_of(subject or ())


def _in_turn(found: Sequence[Match]) -> tuple[Named, ...]:
    """The states that a sentence says the same of one after the other: "Malta came in in 2004, Croatia in 2013"."""
    chain: tuple[Named, ...] = ()
    for match in found:
        chain = (*chain, *match.group.members) if match.section == "more" else match.group.members
    return tuple(dict.fromkeys(chain))


def _facts(
    stream: Stream, match: Match, section: str, bodies: Sequence[Named], basis: str, who: Any, doubts: list[Doubt]
) -> Iterator[Found]:
    if section == "wished":
        doubts.append(Doubt(_said(stream, match), "a wish, an application or an invitation", stream.sentence))
        return
    if section in ("suspended", "reinstated"):
        for body in bodies:
            for member in match.group.members:
                itself = bool({"its", "their"} & set(stream.words[match.group.end : match.end]))
                itself = itself and "participation" in stream.words[match.start : match.end]
                itself = itself or bool({"part", "participating", "participate"} & _words(stream, match))
                date = date_of(stream, match, 0, 0, section)
                if section == "suspended" and date is not None and date.end:
                    continue  # "from 2009 to 2014"
                if section == "reinstated":  # who is back belongs to it
                    yield Found(
                        "membership",
                        {"member": member, "body": body, "section": "member", "again": True},
                        [place_of(stream, match, 0)],
                        basis,
                        who,
                    )
                yield Found(
                    "suspension" if section == "suspended" else "reinstatement",
                    {"member": member, "body": body, "itself": itself},
                    [place_of(stream, match, 0)],
                )
        return
    data: dict[str, Any]
    paired = respectively(stream) and len(bodies) == len(match.group.members) > 1
    for n, member in enumerate(match.group.members):
        for m, body in enumerate(bodies):
            if paired and n != m:
                continue
            gone = gone_in_brackets(stream, match, n) if section in (*FULL, "former") else None
            if gone is not None:
                data = {"member": member, "body": body, "section": "left"}
                data |= {"start": gone.start, "end": gone.end} if gone.end else {"end": gone.start}
                yield Found("membership", data, [place_of(stream, match, n, gone)], basis, who)
                continue
            role = _role_in_brackets(stream, match, n) if section in FULL else ""
            if role and role not in ("observer", "associate"):
                doubts.append(Doubt(_said(stream, match), f"{member.label} is listed as {role}", stream.sentence))
                continue
            date = date_of(stream, match, n, m, section)
            data = {"member": member, "body": body, "section": section}
            if section == "denied" and (until := until_of(stream, match)) is not None:
                if then_came(stream, match, until):  # "did not join until 1990"
                    yield Found(
                        "membership",
                        {**data, "section": "joined", "start": until.start},
                        [place_of(stream, match, n, until)],
                        basis,
                        who,
                    )
                    continue
                why = f"it is denied only for the time {until.how} {until.start}"
                doubts.append(Doubt(_said(stream, match), why, stream.sentence))
                continue
            if section == "member" and (then := _for_a_time(stream, match)):
                doubts.append(Doubt(_said(stream, match), f"it is said only of a time: {then}", stream.sentence))
                continue
            if section == "denied" and _WAS & _words(stream, match) and (then := _only_then(stream, match, date)):
                why = f"it is denied only for {then}"
                doubts.append(Doubt(_said(stream, match), why, stream.sentence))
                continue
            kind = "membership"
            said = basis
            if section in ("denied", "former"):
                kind = "non-membership"
            elif section == "left":
                kind = "leaving"
                if date is not None and date.end and not _STAYED & _words(stream, match):
                    pass  # "had left it between 1997 and 2004": at some time in between
                elif date is not None and date.end:
                    kind, data["start"], data["end"] = "membership", date.start, date.end
                elif date is not None:
                    data["end"] = date.start
            elif section == "planned":
                said = "planned" if basis == "stated" else basis
                if date is not None and date.how != "by":
                    data["start"] = date.start
            elif section == "planned-leaving":
                doubts.append(Doubt(_said(stream, match), "leaving is planned only", stream.sentence))
                continue
            elif date is not None:
                data["start"] = date.start
                if section == "member" and date.how in UP_TO and not date.end:
                    data["end"] = data.pop("start")
                elif section == "member" and date.end:
                    data["end"] = date.end
            if (role := role or section) in ("observer", "associate"):
                data["role"] = role
                if "end" not in data and (until := until_of(stream, match)) is not None and until.how in UP_TO:
                    data["end"] = until.start
            if section in ("joined", "member") and AGAIN & _words(stream, match):
                data["again"] = True
            yield Found(kind, data, [place_of(stream, match, n, date)], said, who)


_STAYED = frozenset("member members membership belonged belonging remained part in".split())
_WAS = frozenset("was were wasn't weren't".split())
_DENIED = frozenset("not no neither nor wasn't weren't none".split())


def _only_then(stream: Stream, match: Match, date: TextDate | None) -> str:
    """The time of which alone a sentence in the past tense says something: "In 1950 Chad was not a member"."""
    if not _DENIED & _words(stream, match):
        return ""  # "was invited, but declined in 2023"
    if date is not None:
        return "" if date.how == "since" else date.start
    last = stream.origin[match.end - 1]
    after = [item.low for item in stream.all[last + 1 : last + 5]]
    return "that time" if after[:1] == ["at"] and "time" in after else ""


def _for_a_time(stream: Stream, match: Match) -> str:
    """The time of which alone it is said that somebody belonged to a body: "for ten years", "in the 1990s"."""
    said = _words(stream, match)
    if not _PAST & said or {"has", "have"} & said:
        return ""
    after = [item.low or str(item.value) for item in stream.all[stream.origin[match.end - 1] + 1 :][:4]]
    lasting = after[:1] == ["for"] and any(word in TIME_NOUNS for word in after[1:])
    decade = after[:2] == ["in", "the"] and any(word.endswith("0s") for word in after[2:])
    return " ".join(after[:3]) if lasting or decade or after[:1] == ["briefly"] else ""


_PAST = frozenset("belonged remained was were".split())


def _role_in_brackets(stream: Stream, match: Match, n: int) -> str:
    """What stands behind one of a list in brackets, where it says that it is no full member: "Chad (observer)"."""
    place = match.group.at[n] if n < len(match.group.at) else -1
    if place < 0 or place + 1 >= len(stream.all) or stream.all[place + 1].low != "(":
        return ""
    for item in stream.all[place + 2 : place + 8]:
        if item.low == ")":
            break
        if item.low in _NOT_FULL:
            return item.low
    return ""


_NOT_FULL = frozenset(
    "observer associate candidate applicant suspended former ex-member invited partner prospective pending withdrew"
    " withdrawn left quit expelled not non-member nonmember planned signatory".split()
)


def _words(stream: Stream, match: Match) -> set[str]:
    return set(stream.words[match.start : match.end])


def _said(stream: Stream, match: Match) -> str:
    place = place_of(stream, match, 0)
    return " ".join(stream.sentence.said(place.start, place.end).split())
