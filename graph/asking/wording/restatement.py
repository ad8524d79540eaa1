"""A question restated in words, from what it asks: every condition that counts is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import assert_never

from ...model.entities import KINDS
from ..kinds_of_members import plural_of
from ..logic.logical_form import (
    After,
    Aged,
    All,
    Among,
    AnyOf,
    Attended,
    Average,
    AverageShare,
    Before,
    BeganIn,
    Bound,
    BusiestYear,
    ByDate,
    Compare,
    Condition,
    Contains,
    ContainsAll,
    Count,
    Dates,
    DealtWith,
    Difference,
    During,
    EndedIn,
    Entities,
    Existing,
    Exists,
    Extreme,
    FirstDate,
    FirstEvent,
    FirstMember,
    FirstOf,
    FirstTo,
    Grown,
    HasInOffice,
    HasOfficers,
    Holds,
    InOrder,
    InPlace,
    Is,
    Joined,
    LacksOfficers,
    Lifetime,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    Moment,
    NoShare,
    NotOneOf,
    NotSo,
    NotUnrepresented,
    Number,
    Numbered,
    OfficeOf,
    OfKind,
    OfNoun,
    OfRegion,
    OneOf,
    Organized,
    Pact,
    PairWith,
    Planned,
    Portion,
    Question,
    Really,
    Related,
    RepresentedIn,
    Said,
    SaidWith,
    ShareOf,
    SharesWith,
    Signed,
    Similarity,
    SpokeAbout,
    StatementOf,
    TermDate,
    Than,
    Times,
    TookOffice,
    TookPart,
    Whether,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
)
from .count_words import comparing, role_words, said_compared, said_of_counts
from .phrased import SIGNS, Phrased, at_period, documents_of, in_period, named, set_of
from .time_words import said_not, said_of_age, said_of_any, said_of_link, said_of_time

__all__ = ["count_said", "restated"]


def restated(question: Question) -> str:
    """What a question asks, in words.

    >>> from ...model.entities import Entity
    >>> meeting, armenia = Entity("i:m", "m", "Baku meeting", "event"), Entity("i:a", "a", "Armenia", "state")
    >>> restated(Entities((OfKind("state"), TookPart((meeting,)))))
    'states that took part in: Baku meeting'
    >>> restated(Whether((armenia,), (TookPart((meeting,), attended=False),)))
    'whether Armenia was absent from: Baku meeting'
    """
    match question:
        case Entities(conditions) | Dates(conditions) | Number(conditions):
            return _rows(conditions)
        case Count(of):
            return f"how many: {_rows(of.conditions)}"
        case Exists(of):
            return f"whether there are any: {_rows(of.conditions)}"
        case All(of, such):
            return f"whether all {_rows(of.conditions)}, are among the {_rows(such.conditions)}"
        case Compare(left, sign, right):
            return f"whether {said_compared(left, sign, right)}"
        case Whether(subjects, conditions):
            how = [_words(one).clause for one in conditions if isinstance(one, (SaidWith, Really))]
            said = [_words(one) for one in conditions if not isinstance(one, (SaidWith, Really))]
            verbs = (_agreeing(one.verb or f"[was|were] {one.clause}", len(subjects) > 1) for one in said)
            return " ".join([f"whether {named(subjects)}", " and ".join(verbs), *how])
        case _:
            assert_never(question)


_ONE = {
    "member states": "member state", "members": "member", "states": "state", "bodies": "body", "events": "event",
    "observers": "observer", "associates": "associate", "people": "person", "offices": "office",
}  # fmt: skip
_VERBS = {"are": "is", "have": "has", "were": "was"}


def count_said(of: Entities, total: int) -> str:
    """A count with what it counts and when; "" where the question has no noun for it.

    >>> from ...model.dates import Period
    >>> from ...model.entities import Entity
    >>> from ...model.expression import Body
    >>> cst = MemberOf(Body(Entity("i:c", "cst", "CST", "body")), Period("2001", "2001"))
    >>> count_said(Entities((cst,)), 6), count_said(Entities((cst,)), 1)
    ('6 members of CST in 2001', '1 member of CST in 2001')
    """
    text = _rows(of.conditions).replace(", as of ", " in ")
    noun = next((noun for noun in _ONE if re.match(rf"{noun}\b", text)), "")
    if not noun:
        return ""
    if total == 1:
        rest = re.sub(r"^ that (are|have|were)\b", lambda found: f" that {_VERBS[found[1]]}", text[len(noun) :])
        text = f"{_ONE[noun]}{rest}"
    return f"{total:,} {text}"


def _rows(conditions: Sequence[Condition]) -> str:
    """What meets some conditions: the narrowest noun, then what else is said of it."""
    planned = Planned() in conditions
    rest = [condition for condition in conditions if condition != Planned()]
    words = [_words(condition) for condition in rest]
    head = _head(rest, words)
    one = head in ("who", "what")
    text = f"planned {head}" if planned else head
    joined = joined_by_that = spoken = False
    for condition, said in zip(rest, words, strict=True):
        if isinstance(condition, StatementOf) and spoken and condition.subject is not None:
            text += f" and about {condition.subject.label}"
        elif said.clause.startswith("that ") and joined_by_that:
            text += f" and {said.clause}"
        elif said.clause:
            joined_by_that = joined_by_that or said.clause.startswith("that ")
            text += said.clause if said.clause[0] == "," else f" {said.clause}"
        elif said.verb and not (said.is_whole and said.noun == head):
            link = " and" if joined else "" if one else " that"
            text += f"{link} {_agreeing(said.verb, not one)}"
            joined = True
        spoken = spoken or isinstance(condition, StatementOf)
    return _withnamed(conditions, text.removesuffix(","))


def _head(conditions: Sequence[Condition], words: Sequence[Phrased]) -> str:
    for kinds in (OfNoun, Among, OfKind):
        for condition, said in zip(conditions, words, strict=True):
            if isinstance(condition, kinds) and not isinstance(condition, OfRegion):
                return said.noun
    return next((said.noun for said in words if said.noun), "what")


def _withnamed(conditions: Iterable[Condition], text: str) -> str:
    """The entities that a question keeps or leaves out by name, around the rest of it."""
    for condition in conditions:
        if isinstance(condition, OneOf):
            text = f"of {named(condition.entities)}: {text}"
        elif isinstance(condition, NotOneOf):
            text = f"{text}, leaving out {named(condition.entities)}"
        elif isinstance(condition, OfRegion):
            text = f"{text}, within {condition.noun}"
    return text


def _among_events(condition: Condition) -> str:
    """Of which events one is the first."""
    match condition:
        case OneOf(entities):
            return f"of {named(entities)}"
        case NotOneOf(entities):
            return f"of all but {named(entities)}"
        case OfNoun(noun, _):
            return "" if noun in ("event", "events") else f"of the {noun if noun.endswith('s') else noun + 's'}"
        case Planned(so):
            return "of those planned" if so else "of those that took place"
    return _words(condition).clause


def _words(condition: Condition) -> Phrased:
    match condition:
        case OfKind(kind):
            return Phrased(KINDS[kind])
        case OneOf() | NotOneOf() | OfRegion():
            return Phrased()
        case OfNoun(noun):
            return Phrased(noun if noun.endswith("s") else f"{noun}s")
        case Among(expression, period, role):
            return Phrased(f"{set_of(expression, role_words(role))}{at_period(period)},")
        case InPlace(place):
            return Phrased(clause=f"in {place.label}")
        case During(period):
            single = period.start == period.end
            return Phrased(clause=f"in {period.start}" if single else f"between {period.start} and {period.end}")
        case After(date, included):
            return Phrased(clause=f"since {date}" if included else f"after {date}")
        case Before(date):
            return Phrased(clause=f"before {date}")
        case FirstEvent(last, among):
            of = " ".join(said for one in among if (said := _among_events(one)))
            return Phrased("events", clause=f"that came {'last' if last else 'first'}{f' {of}' if of else ''}")
        case Planned(so):
            return Phrased(verb="[is|are] planned" if so else "took place")
        case Really():
            return Phrased(clause="in reality")
        case SaidWith():
            return Phrased(clause=f"with {condition.sort}")
        case NotUnrepresented(body):
            return Phrased(clause=f", except those said to have no officers in {body.short}")
        case ByDate(link, body, latest):
            did = "joined" if isinstance(link, Joined) else "left"
            return Phrased(
                clause=f", in the order in which they {did} {body.short}{', the latest first' if latest else ''}"
            )
        case MemberOf():
            return _member_of(condition)
        case Contains():
            return _contains(condition)
        case ContainsAll(expression, period):
            return Phrased("bodies", clause=f"that all {set_of(expression, 'members')} are in{at_period(period)}")
        case AnyOf(conditions):
            return said_of_any([_words(each) for each in conditions])
        case NotSo(inner):
            return said_not(inner)
        case Linked() | LinkedTo() | InOrder() | Moment() | FirstDate() | FirstTo() | FirstOf() | ManyLinks():
            return said_of_link(condition)
        case (
            FirstMember()
            | YearsIn()
            | YearsWhen()
            | Times()
            | BusiestYear()
            | YearsOfNumber()
            | Longest()
            | Existing()
            | BeganIn()
            | EndedIn()
            | Lifetime()
            | YearsExisting()
            | YearsBetween()
        ):
            return said_of_time(condition)
        case Portion(of, such):
            return Phrased("share", clause=f"of the {_rows(of.conditions)} that are among the {_rows(such.conditions)}")
        case Aged():
            return said_of_age(condition, tuple(_words(one) for one in condition.among))
        case TookPart(events, attended):
            did = "took part in" if attended else "[was|were] absent from"
            return Phrased("all", f"{did}: {named(events)}")
        case Attended(participant, attended):
            did = "took part in" if attended else "was absent from"
            return Phrased("events", clause=f"that {participant.short} {did}")
        case Organized(events):
            return Phrased("who", f"organized {_rows(events)}")
        case DealtWith(participant, events):
            at = f" at: {named(events)}" if events else ""
            return Phrased("what", clause=f"{participant.short} dealt with{at}")
        case Pact(state, obligation, period):
            return Phrased("states", f"[has|have] a pact of {obligation} with {state.label}{at_period(period)}")
        case Related():
            return _related(condition)
        case Is(entity):
            return Phrased("who" if entity.kind in ("person", "group") else "what", clause=f"{entity.label} is")
        case Signed(share, documents):
            compared = [c for c in condition.among if not isinstance(c, Among)]
            return Phrased("states", f"signed {_share(share, documents_of(documents))}{comparing(compared)}")
        case NoShare():
            return Phrased("states", clause="for which no share of documents signed is given")
        case ShareOf(state, documents):
            return Phrased(f"share of {documents_of(documents)}", clause=f"that {state.label} signed")
        case (
            Numbered() | Grown() | SharesWith() | PairWith() | Difference() | Average() | AverageShare() | Similarity()
        ):
            return said_of_counts(condition)
        case Holds(offices, of, period):
            where = of.label if of else "any state or body"
            return Phrased("who", f"[is|are] {offices[0].label} of {where}{at_period(period)}")
        case TermDate(holder, offices, of, ended):
            where = f" of {of.label}" if of else ""
            did = "was last" if ended else "became"
            return Phrased("when", clause=f"{holder.label} {did} {offices[0].label}{where}")
        case TookOffice(offices, of, within, ended):
            where = f" of {of.label}" if of else ""
            return Phrased(
                "who", f"{'[was|were] last' if ended else 'became'} {offices[0].label}{where}{in_period(within)}"
            )
        case OfficeOf(person, of, period):
            where = f" in {of.label}" if of else ""
            return Phrased("offices", clause=f"that {person.label} holds{where}{at_period(period)}")
        case HasInOffice(person, offices, period):
            if not offices:
                return Phrased("whom", clause=f"{person.label} represents")
            return Phrased(f"whose {offices[0].label}", clause=f"{person.label} is{at_period(period)}")
        case HasOfficers(body, so):
            return Phrased("who", f"[has|have] {'' if so else 'no '}officers in {body.label}")
        case RepresentedIn(body, period):
            return Phrased("states", f"[is|are] represented in {body.label}{at_period(period)}")
        case LacksOfficers(state):
            return Phrased("bodies", clause=f"in which {state.label} has no officers")
        case Said(act, statements):
            return Phrased("who", f"{_SAID[act]}: {' / '.join(statement.label for statement in statements)}")
        case SpokeAbout(act, subject):
            return Phrased("who", f"{_SAID[act]} something about {subject.label}")
        case StatementOf():
            return _statement(condition)
        case _:
            assert_never(condition)


def _member_of(condition: MemberOf) -> Phrased:
    expression, role, when = condition.expression, condition.role, at_period(condition.period)
    what = role_words(role)
    if condition.kind == "state" and role == "full":
        what = "member states"
    elif condition.kind:
        what = f"{plural_of(condition.kind)} that are {what}"
    as_role = "" if role == "full" else f" with the role {role}"
    verb = f"[is|are] in {expression}{as_role}{when}"
    return Phrased(f"{set_of(expression, what)}{when}", verb, is_whole=True)


def _contains(condition: Contains) -> Phrased:
    states, outside, role = condition.members, condition.without, condition.role
    both = "is" if len(states) == 1 else "are all" if len(states) > 2 else "are both"
    what = "in" if role == "full" else f"{role}s of" if len(states) > 1 else f"{role} of"
    but = f" and {named(outside, 'or')} {'is' if len(outside) == 1 else 'are'} not in" if outside else ""
    return Phrased("bodies", clause=f"that {named(states)} {both} {what}{but}{at_period(condition.period)}")


_RELATED = {
    ("blocs:aegis", False): Phrased("under whose aegis:", clause="{}"),
    ("blocs:aegis", True): Phrased("what", "[is|are] under the aegis of {}"),
    ("schema:organizer", False): Phrased("who", "organized: {}"),
    ("schema:organizer", True): Phrased("events", clause="that {} organized"),
    ("schema:founder", False): Phrased("who", "founded {}"),
    ("schema:founder", True): Phrased("what", clause="{} founded"),
    ("org:classification", False): Phrased("what kind of thing", clause="{} is"),
    ("blocs:deployedIn", False): Phrased("where", clause="{} is deployed"),
    ("blocs:deployedIn", True): Phrased("who", "[is|are] deployed in {}"),
    ("schema:location", False): Phrased("place of:", clause="{}"),
    ("schema:location", True): Phrased("what", "[is|are] in {}"),
    ("schema:containedInPlace", False): Phrased("where", clause="{} is"),
    ("schema:containedInPlace", True): Phrased("places", "[is|are] in {}"),
    ("schema:startDate", False): Phrased("date of:", clause="{}"),
    ("blocs:about", False): Phrased("who", "[is|are] spoken of in: {}"),
    ("schema:about", False): Phrased("what was dealt with at:", clause="{}"),
    ("schema:about", True): Phrased("what", "[is|are] about {}"),
    ("^org:postIn/org:heldBy", False): Phrased("who", "[represents|represent] {}"),
    ("org:subOrganizationOf", False): Phrased("bodies", clause="that {} is part of"),
    ("org:subOrganizationOf", True): Phrased("bodies", "[is|are] part of {}"),
}
"""The properties that questions ask about, in each direction."""


def _related(condition: Related) -> Phrased:
    words, name = _RELATED[condition.path, condition.inverse], named(condition.entities)
    noun = f"planned {words.noun}" if condition.planned else words.noun
    return Phrased(noun, words.verb.format(name), words.clause.format(name))


_THAN = {"<": ("less", "than"), ">": ("more", "than"), "=": ("as much", "as")}


def _share(share: Bound | Extreme | Than, whole: str) -> str:
    """How much of a whole, in words.

    >>> _share(Bound(((">=", 30), ("<=", 60))), "it"), _share(Bound((("=", 100),), so=False), "it")
    ('between 30 and 60 % of it', 'something other than exactly 100 % of it')
    """
    match share:
        case Extreme(most):
            return f"the {'largest' if most else 'smallest'} share of {whole}"
        case Than(sign, state):
            more, than = _THAN[sign]
            return f"{more} of {whole} {than} {state.label} did"
        case Bound(((">=", low), ("<=", high)), True):
            return f"between {low:.3g} and {high:.3g} % of {whole}"
        case Bound(((">", 0),), True):
            return f"some of {whole}"
        case Bound(tests, so):
            said = " and ".join(f"{SIGNS[sign]} {number:.3g} %" for sign, number in tests)
            return f"{'' if so else 'something other than '}{said} of {whole}"
        case _:
            assert_never(share)


_SAID = {
    "Proposal": "proposed",
    "RulingOut": "ruled out",
    "Decision": "decided",
    "Plan": "planned",
    "Assertion": "said",
}


def _statement(condition: StatementOf) -> Phrased:
    said = _SAID[condition.act]
    text = f"{condition.speaker.label} {said}" if condition.speaker is not None else f"was {said}"
    if condition.events:
        text += f" at: {named(condition.events)}"
    if condition.subject is not None:
        text += f" about {condition.subject.short}"
    return Phrased("what", clause=text)


def _agreeing(verb: str, several: bool) -> str:
    """A verb that agrees with one or several.

    >>> _agreeing("[was|were] absent", True)
    'were absent'
    """
    return re.sub(r"\[(\w+)\|(\w+)\]", r"\2" if several else r"\1", verb)
