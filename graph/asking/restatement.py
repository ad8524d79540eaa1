"""A question restated in words, from what it asks: every condition that counts is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import assert_never

from ..model.dates import Period
from ..model.entities import KINDS, Entity
from ..model.expression import Everyone, Expression, Minus
from .logical_form import (
    After,
    All,
    Among,
    Attended,
    Average,
    AverageShare,
    Before,
    Bound,
    Changed,
    Compare,
    Condition,
    Contains,
    Count,
    Dates,
    DealtWith,
    Difference,
    Documents,
    During,
    Entities,
    Exists,
    Extreme,
    HasInOffice,
    HasOfficers,
    Holds,
    InPlace,
    Is,
    LacksOfficers,
    MemberOf,
    NoShare,
    NotOneOf,
    NotUnrepresented,
    Number,
    Numbered,
    OfficeOf,
    OfKind,
    OfNoun,
    OneOf,
    Order,
    Organized,
    PairWith,
    Place,
    Planned,
    Question,
    Really,
    Related,
    RepresentedIn,
    Said,
    ShareOf,
    SharesWith,
    Signed,
    Similarity,
    SpokeAbout,
    StatementOf,
    Tally,
    Than,
    TookPart,
    Whether,
)

__all__ = ["quantity", "restated", "role_words", "tallied"]


@dataclass(frozen=True)
class _Words:
    """A condition in words.

    `noun` is what meets it; `verb` is what that does, with "[is|are]" where one and several differ; `clause` is said
    of the noun as it stands, if it is no such verb ("in Moscow"). `is_whole` is whether the noun says all of it.
    """

    noun: str = ""
    verb: str = ""
    clause: str = ""
    is_whole: bool = False


def restated(question: Question) -> str:
    """What a question asks, in words.

    >>> from ..model.entities import Entity
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
            return f"whether {_compared(left, sign, right)}"
        case Whether(subjects, conditions):
            verbs = (_agreeing(words.verb, len(subjects) > 1) for words in map(_words, conditions) if words.verb)
            return f"whether {_named(subjects)} {' and '.join(verbs)}"
        case _:
            assert_never(question)


def _rows(conditions: Sequence[Condition]) -> str:
    """What meets some conditions: the narrowest noun, then what else is said of it."""
    planned = Planned() in conditions
    rest = [condition for condition in conditions if condition != Planned()]
    words = [_words(condition) for condition in rest]
    head = _head(rest, words)
    one = head in ("who", "what")
    text = f"planned {head}" if planned else head
    joined = False
    for said in words:
        if said.clause:
            text += said.clause if said.clause[0] == "," else f" {said.clause}"
        elif said.verb and not (said.is_whole and said.noun == head):
            link = " and" if joined else "" if one else " that"
            text += f"{link} {_agreeing(said.verb, not one)}"
            joined = True
    return _with_named(conditions, text.removesuffix(","))


def _head(conditions: Sequence[Condition], words: Sequence[_Words]) -> str:
    for kinds in (OfNoun, Among, OfKind):
        for condition, said in zip(conditions, words, strict=True):
            if isinstance(condition, kinds):
                return said.noun
    return next((said.noun for said in words if said.noun), "what")


def _with_named(conditions: Iterable[Condition], text: str) -> str:
    """The entities that a question keeps or leaves out by name, around the rest of it."""
    for condition in conditions:
        if isinstance(condition, OneOf):
            text = f"of {_named(condition.entities)}: {text}"
        elif isinstance(condition, NotOneOf):
            text = f"{text}, leaving out {_named(condition.entities)}"
    return text


def _words(condition: Condition) -> _Words:
    match condition:
        case OfKind(kind):
            return _Words(KINDS[kind])
        case OfNoun(noun):
            return _Words(noun if noun.endswith("s") else f"{noun}s")
        case Among(expression, period, role):
            return _Words(f"{_set(expression, role_words(role))}{_at(period)},")
        case OneOf() | NotOneOf():
            return _Words()
        case InPlace(place):
            return _Words(clause=f"in {place.label}")
        case During(period):
            single = period.start == period.end
            return _Words(clause=f"in {period.start}" if single else f"between {period.start} and {period.end}")
        case After(date, included):
            return _Words(clause=f"since {date}" if included else f"after {date}")
        case Before(date):
            return _Words(clause=f"before {date}")
        case Planned(so):
            return _Words(verb="[is|are] planned" if so else "took place")
        case Really():
            return _Words(clause="in reality")
        case NotUnrepresented(body):
            return _Words(clause=f", except those said to have no officers in {body.short}")
        case MemberOf():
            return _member_of(condition)
        case Contains():
            return _contains(condition)
        case Changed():
            return _changed(condition)
        case TookPart(events, attended):
            did = "took part in" if attended else "[was|were] absent from"
            return _Words("all", f"{did}: {_named(events)}")
        case Attended(participant, attended):
            did = "took part in" if attended else "was absent from"
            return _Words("events", clause=f"that {participant.short} {did}")
        case Organized(events):
            return _Words("who", f"organized {_rows(events)}")
        case DealtWith(participant, events):
            at = f" at: {_named(events)}" if events else ""
            return _Words("what", clause=f"{participant.short} dealt with{at}")
        case Related():
            return _related(condition)
        case Is(entity):
            return _Words("who" if entity.kind in ("person", "group") else "what", clause=f"{entity.label} is")
        case Signed(share, documents):
            named = [c for c in condition.among if not isinstance(c, Among)]
            return _Words("states", f"signed {_share(share, _documents(documents))}{_comparing(named)}")
        case NoShare():
            return _Words("states", clause="for which no share of documents signed is given")
        case ShareOf(state, documents):
            return _Words(f"share of {_documents(documents)}", clause=f"that {state.label} signed")
        case Numbered():
            return _numbered(condition)
        case SharesWith():
            return _shares_with(condition)
        case PairWith():
            return _pair_with(condition)
        case Difference(more, less):
            return _Words("how much larger", clause=f"{quantity(more)} is than {quantity(less)}")
        case Average():
            return _average(condition)
        case AverageShare(among):
            by = f" by {_of_those(among)}" if among else ""
            return _Words("average share", clause=f"of the documents signed{by}, where it is given")
        case Similarity(a, b, period):
            which = "members" if a.kind == "body" else "bodies that they are in"
            return _Words(
                "similarity",
                clause=f"of {_named((a, b))} by the {which} (Jaccard index: shared / in either){_at(period)}",
            )
        case Holds(office, of):
            return _Words("who", f"[is|are] {office.label} of {of.label if of else 'any state or body'}")
        case OfficeOf(person):
            return _Words("offices", clause=f"that {person.label} holds")
        case HasInOffice(person, office):
            if office is None:
                return _Words("whom", clause=f"{person.label} represents")
            return _Words(f"whose {office.label}", clause=f"{person.label} is")
        case HasOfficers(body, so):
            return _Words("who", f"[has|have] {'' if so else 'no '}officers in {body.label}")
        case RepresentedIn(body, period):
            return _Words("states", f"[is|are] represented in {body.label}{_at(period)}")
        case LacksOfficers(state):
            return _Words("bodies", clause=f"in which {state.label} has no officers")
        case Said(act, statements):
            return _Words("who", f"{_SAID[act]}: {' / '.join(statement.label for statement in statements)}")
        case SpokeAbout(act, subject):
            return _Words("who", f"{_SAID[act]} something about {subject.label}")
        case StatementOf():
            return _statement(condition)
        case _:
            assert_never(condition)


def _member_of(condition: MemberOf) -> _Words:
    expression, role, when = condition.expression, condition.role, _at(condition.period)
    what = role_words(role)
    if condition.kind == "state" and role == "full":
        what = "member states"
    elif condition.kind == "state":
        what = f"states that are {what}"
    as_role = "" if role == "full" else f" with the role {role}"
    verb = f"[is|are] in {expression}{as_role}{when}"
    return _Words(f"{_set(expression, what)}{when}", verb, is_whole=True)


def _set(expression: Expression, what: str) -> str:
    """The members of a set, by a noun for them."""
    match expression:
        case Minus(Everyone(), excluded):
            return (
                f"states that are not in {excluded}" if what.startswith("member") else f"{what}, but not of {excluded}"
            )
        case Everyone():
            return "states" if what.startswith("member") else f"{what} of any body"
    return f"{what} of {expression}"


def _contains(condition: Contains) -> _Words:
    states, outside, role = condition.members, condition.without, condition.role
    both = "is" if len(states) == 1 else "are all" if len(states) > 2 else "are both"
    what = "in" if role == "full" else f"{role}s of" if len(states) > 1 else f"{role} of"
    but = f" and {_named(outside, 'or')} {'is' if len(outside) == 1 else 'are'} not in" if outside else ""
    return _Words("bodies", clause=f"that {_named(states)} {both} {what}{but}{_at(condition.period)}")


def _changed(condition: Changed) -> _Words:
    did = "joined" if condition.joined else "left"
    if condition.member is not None:
        return _Words("when", clause=f"{condition.member.label} {did} {condition.body.short}")
    return _Words("who", f"{did} {condition.body.short}" + (f" in {condition.period}" if condition.period else ""))


_RELATED = {
    ("blocs:aegis", False): _Words("under whose aegis:", clause="{}"),
    ("blocs:aegis", True): _Words("what", "[is|are] under the aegis of {}"),
    ("schema:organizer", False): _Words("who", "organized: {}"),
    ("schema:organizer", True): _Words("events", clause="that {} organized"),
    ("schema:founder", False): _Words("who", "founded {}"),
    ("schema:founder", True): _Words("what", clause="{} founded"),
    ("org:classification", False): _Words("what kind of thing", clause="{} is"),
    ("blocs:deployedIn", False): _Words("where", clause="{} is deployed"),
    ("blocs:deployedIn", True): _Words("who", "[is|are] deployed in {}"),
    ("schema:location", False): _Words("place of:", clause="{}"),
    ("schema:location", True): _Words("what", "[is|are] in {}"),
    ("schema:containedInPlace", False): _Words("where", clause="{} is"),
    ("schema:containedInPlace", True): _Words("places", "[is|are] in {}"),
    ("schema:startDate", False): _Words("date of:", clause="{}"),
    ("schema:about", False): _Words("what was dealt with at:", clause="{}"),
    ("schema:about", True): _Words("what", "[is|are] about {}"),
    ("^org:postIn/org:heldBy", False): _Words("who", "[represents|represent] {}"),
    ("org:subOrganizationOf", False): _Words("bodies", clause="that {} is part of"),
    ("org:subOrganizationOf", True): _Words("bodies", "[is|are] part of {}"),
}
"""The properties that questions ask about, in each direction."""


def _related(condition: Related) -> _Words:
    words, name = _RELATED[condition.path, condition.inverse], _named(condition.entities)
    noun = f"planned {words.noun}" if condition.planned else words.noun
    return _Words(noun, words.verb.format(name), words.clause.format(name))


_SIGNS = {"<": "less than", ">": "more than", ">=": "at least", "<=": "at most", "=": "exactly"}
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
            said = " and ".join(f"{_SIGNS[sign]} {number:.3g} %" for sign, number in tests)
            return f"{'' if so else 'something other than '}{said} of {whole}"
        case _:
            assert_never(share)


def _numbered(condition: Numbered) -> _Words:
    of_bodies = condition.counted == "members"
    noun, have = ("bodies", "[has|have]") if of_bodies else ("states", "[is|are] in")
    counted = _counted_as(condition.counted, condition.role)
    number = _order(condition.number, counted, noun)
    if of_bodies or condition.role == "full":
        verb = f"{have} {number}"
    else:
        verb = f"{have} {number} as {_counted_as('members', condition.role)}"
    return _Words(noun, f"{verb}{_at(condition.period)}{_comparing(condition.among)}")


def _counted_as(counted: str, role: str) -> str:
    return role_words(role) if counted == "members" else "bodies"


def role_words(role: str) -> str:
    """The members of a role, as a noun."""
    known = {"full": "members", "any": "members, associates and observers", "full+associate": "members and associates"}
    return known.get(role, " and ".join(f"{'member' if one == 'full' else one}s" for one in role.split("+")))


def _order(order: Order, counted: str, noun: str) -> str:
    """A place in an order, in words.

    >>> _order(Place(most=True, number=3, alone=True), "members", "bodies"), _order(Place(True, 5), "bodies", "states")
    ('the third most members', 'the most bodies (the first 5 states)')
    """
    match order:
        case Extreme(most):
            return f"{'the most' if most else 'the fewest'} {counted}"
        case Place(most, number, True):
            return f"the {_ordinal(number)} {'most' if most else 'fewest'} {counted}"
        case Place(most, number):
            return f"{'the most' if most else 'the fewest'} {counted} (the first {number} {noun})"
        case Than(sign, state):
            return f"{_COMPARED[sign]} {counted} {'as' if sign == '=' else 'than'} {state.short}"
        case Bound(tests, so):
            said = " and ".join(f"{'fewer than' if sign == '<' else _SIGNS[sign]} {limit:g}" for sign, limit in tests)
            return f"{'' if so else 'not '}{said} {counted}"


_COMPARED = {">": "more", "<": "fewer", "=": "as many", ">=": "at least as many", "<=": "at most as many"}
_ORDINALS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def _ordinal(number: int) -> str:
    return _ORDINALS[number] if number < len(_ORDINALS) else f"{number}th"


def _of_those(among: Iterable[Condition]) -> str:
    """Those among whom something is compared.

    >>> from ..model.entities import Entity
    >>> _of_those((NotOneOf((Entity("i:a", "a", "A", "state"),)),))
    'all but A'
    """
    parts = []
    for condition in among:
        match condition:
            case OneOf(entities):
                parts.append(_named(entities))
            case NotOneOf(entities):
                parts.append(f"all but {_named(entities)}")
            case Among(expression):
                parts.append(_set(expression, "members"))
            case OfNoun(noun):
                parts.append(noun if noun.endswith("s") else f"{noun}s")
    return ", ".join(parts)


def _comparing(among: Iterable[Condition]) -> str:
    those = _of_those(among)
    return f", comparing {those}" if those else ""


def _shares_with(condition: SharesWith) -> _Words:
    noun, what = ("states", "bodies") if condition.kind == "state" else ("bodies", "members")
    other, when = condition.other.short, f"{_at(condition.period)}{_comparing(condition.among)}"
    if condition.measure == "shared":
        return _Words(noun, f"[shares|share] {_order(condition.number, what, noun)} with {other}{when}")
    if condition.number == Bound((("=", 1),)):
        return _Words(noun, f"[has|have] exactly the {what} of {other}{when}")
    return _Words(noun, f"[is|are] {_alike(condition.number, noun)} {other} by their {what} (Jaccard index){when}")


def _alike(order: Order, noun: str) -> str:
    match order:
        case Extreme(most):
            return "most similar to" if most else "least similar to"
        case Place(most, number, alone):
            how = "most similar" if most else "least similar"
            return f"the {_ordinal(number)} {how} to" if alone else f"{how} (the first {number} {noun}) to"
        case Bound(tests):
            return f"similar by {' and '.join(f'{_SIGNS[sign]} {limit:g}' for sign, limit in tests)} to"
    return "similar to"


def _pair_with(condition: PairWith) -> _Words:
    noun, what = ("states", "bodies") if condition.kind == "state" else ("bodies", "members")
    when = f"{_at(condition.period)}{_comparing(condition.among)}"
    pairs = f"the two {noun} that"
    if isinstance(condition.number, Place):
        number = condition.number.number
        pairs = (
            f"the {_ordinal(number)} two {noun} that"
            if condition.number.alone
            else f"the first {number} pairs of {noun} that"
        )
    if condition.measure == "shared":
        return _Words(pairs, clause=f"have the most {what} in common{when}")
    return _Words(pairs, clause=f"are most similar by their {what} (Jaccard index){when}")


def _average(condition: Average) -> _Words:
    counted = _counted_as(condition.counted, condition.role)
    of = "body that has any" if condition.counted == "members" else "state that is in any"
    return _Words("average number", clause=f"of {counted} per {of}{_at(condition.period)}{_comparing(condition.among)}")


def quantity(of: Tally | ShareOf) -> str:
    """What is counted or measured, in words.

    >>> from ..model.entities import Entity
    >>> quantity(Tally((Entity("i:a", "a", "A", "body"),), "members", Period("2001", "2001")))
    'the number of members of A, as of 2001'
    """
    if isinstance(of, ShareOf):
        return f"the share of {_documents(of.documents)} that {of.state.label} signed"
    return f"the number of {tallied(of)}"


def tallied(of: Tally) -> str:
    """What is counted, in words."""
    named = _named(of.of)
    if of.counted == "members":
        common = "" if len(of.of) == 1 else "common "
        return f"{common}{role_words(of.role)} of {named}{_at(of.period)}"
    are = "is" if len(of.of) == 1 else "are both" if len(of.of) == 2 else "are all"
    role = "" if of.role == "full" else f" as {role_words(of.role)}"
    return f"bodies that {named} {are} in{role}{_at(of.period)}"


def _compared(left: Tally, sign: str, right: Tally) -> str:
    """Two numbers compared: what differs between them is said twice, the rest once."""
    how = {">": "is more than", "<": "is less than", "=": "is the same as", ">=": "is at least", "<=": "is at most"}[
        sign
    ]
    return f"{quantity(left)}, {how} {quantity(right)}"


def _documents(documents: Documents) -> str:
    if documents.document is not None:
        return documents.document.label
    text = "the documents"
    if documents.events:
        text += f" of: {_named(documents.events)}"
    if documents.place is not None:
        text += f" in {documents.place.label}"
    return text


_SAID = {
    "Proposal": "proposed",
    "RulingOut": "ruled out",
    "Decision": "decided",
    "Plan": "planned",
    "Assertion": "said",
}


def _statement(condition: StatementOf) -> _Words:
    said = _SAID[condition.act]
    text = f"{condition.speaker.label} {said}" if condition.speaker is not None else f"was {said}"
    if condition.events:
        text += f" at: {_named(condition.events)}"
    if condition.subject is not None:
        text += f" about {condition.subject.short}"
    return _Words("what", clause=text)


def _agreeing(verb: str, several: bool) -> str:
    """A verb that agrees with one or several.

    >>> _agreeing("[was|were] absent", True)
    'were absent'
    """
    return re.sub(r"\[(\w+)\|(\w+)\]", r"\2" if several else r"\1", verb)


def _named(entities: Sequence[Entity], word: str = "and") -> str:
    """Names in words.

    >>> from ..model.entities import Entity
    >>> _named([Entity("i:a", "a", "A", "state"), Entity("i:b", "b", "B", "state"), Entity("i:c", "c", "C", "state")])
    'A, B and C'
    """
    labels = [entity.short for entity in entities]
    return f" {word} ".join([*([", ".join(labels[:-1])] if labels[1:] else []), *labels[-1:]])


def _at(period: Period) -> str:
    """A period in words, after a restatement.

    >>> _at(Period("1999", "1999")), _at(Period("1990", "1995")), _at(Period(None, None))
    (', as of 1999', ', during 1990:1995', ', at any time')
    """
    if period.start is None and period.end is None:
        return ", at any time"
    return f", {'as of' if period.start == period.end else 'during'} {period}"
