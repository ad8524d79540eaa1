"""Conditions of time in words: joining, leaving, being in throughout, beginnings and ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from ...model.dates import ALWAYS
from ...model.entities import Entity
from ..kinds_of_members import plural_of
from ..logic.logical_form import (
    Aged,
    Among,
    BeganIn,
    Bound,
    BusiestYear,
    Condition,
    Contains,
    EndedIn,
    Existing,
    Extreme,
    FirstDate,
    FirstMember,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    LastIn,
    Left,
    Lifetime,
    Link,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    Moment,
    NotOneOf,
    Numbered,
    OfRegion,
    OneOf,
    Related,
    Than,
    Throughout,
    Timed,
    Times,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
)
from .count_words import role_words
from .phrased import Phrased, at_period, in_period, named, number_of, ordinal

__all__ = ["said_not", "said_of_age", "said_of_any", "said_of_link", "said_of_time"]


def _linked(link: Link, what: str, base: bool = False) -> str:
    """What a link is, as a verb with its object; `base` after "did not" or "to"."""
    as_role = "" if link.role == "full" else f" as {link.role}"
    when = in_period(link.period)
    match link:
        case Joined(again=again):
            return f"{'re' if again else ''}{'join' if base else 'joined'} {what}{as_role}{when}"
        case Left(for_good=for_good):
            since = " and did not come back" if for_good else ""
            return f"{'leave' if base else 'left'} {what}{as_role}{when}{since}"
        case LastIn():
            return f"{'be' if base else '[was|were]'} in {what}{as_role} for the last time{when}"
        case Throughout(period):
            return f"{'be' if base else '[was|were]'} in {what}{as_role} all through {period.start}–{period.end}"
        case _:
            assert_never(link)


def said_of_link(
    condition: Linked | LinkedTo | InOrder | Moment | FirstDate | FirstTo | FirstOf | ManyLinks,
) -> Phrased:
    """A condition of joining or leaving in words."""
    match condition:
        case Linked(link, expression, kind):
            return Phrased(plural_of(kind) if kind else "who", _linked(link, str(expression)))
        case LinkedTo(link, members):
            did = " ".join(_linked(link, "").replace("[was|were]", "were" if len(members) > 1 else "was").split())
            return Phrased("bodies", clause=f"that {named(members)} {did}")
        case InOrder(earlier, body, later, other, same_year=True):
            return Phrased("who", f"{_linked(earlier, body.short)} and {_linked(later, other.short)} in the same year")
        case InOrder(earlier, body, later, other):
            return Phrased("who", f"{_linked(earlier, body.short)} before [it|they] {_linked(later, other.short)}")
        case Moment(link, member, body):
            return Phrased("when", clause=f"{member.label} {_linked(link, body.short).replace('[was|were]', 'was')}")
        case FirstDate(link, body, last):
            time = "last" if last else "first"
            return Phrased("when", clause=f"the {time} of all {_linked(link, body.short).replace('[was|were]', 'was')}")
        case FirstTo(link, body, last, among, place):
            of = _of_whom(among)
            nth = "last" if last else "first"
            if place > 1:
                nth = f"{ordinal(place)} to last" if last else ordinal(place)
            return Phrased("who", f"[was|were] the {nth}{of} to {_linked(link, body.short, base=True)}")
        case FirstOf(link, member, last, among):
            did = _linked(link, "").replace("  ", " ").replace("[was|were]", "was").strip()
            of = _of_whom(among) or " of all"
            return Phrased("bodies", clause=f"that {member.label} {did}, the {'last' if last else 'first'}{of}")
        case ManyLinks(link, counted, number, kind):
            many = "any" if number == Bound(((">=", 1.0),)) else number_of(number)
            if counted == "bodies":
                return Phrased(plural_of(kind), clause=f"that {_linked(link, f'{many} bodies')}")
            did = _linked(link, "").replace("  ", " ").replace("[was|were]", "were")
            return Phrased("bodies", clause=f"that {many} members {did}")
        case _:
            assert_never(condition)


def _of_whom(among: Among | OneOf | OfRegion | NotOneOf | None) -> str:
    match among:
        case Among(expression, period):
            return f" of the members of {expression}{at_period(period)}"
        case OfRegion(region):
            return f" of those within {region}"
        case OneOf(entities):
            return f" of {named(entities)}"
        case NotOneOf(entities):
            return f" of all but {named(entities)}"
    return ""


def said_of_time(condition: Timed) -> Phrased:
    """A condition of beginnings, ends and durations in words."""
    match condition:
        case FirstMember(body):
            return Phrased("who", f"[was|were] in {body.short} in the first year in which it had members")
        case YearsIn(member, body, (_, last), role, out=True):
            return Phrased("in how many of the years", clause=_out_of(member, body, role, last))
        case YearsWhen(member, body, (_, last), role, out=True):
            return Phrased("the years", clause=_out_of(member, body, role, last))
        case YearsWhen(member, body, _, role):
            as_role = "" if role == "full" else f" as {role}"
            return Phrased("the years", clause=f"in which {member.label} was in {body.short}{as_role}")
        case YearsIn(member, body, (first, last), role):
            as_role = "" if role == "full" else f" as {role}"
            clause = f"from {first} to {last} {member.label} was in {body.short}{as_role}"
            return Phrased("in how many of the years", clause=clause)
        case Times(link, member, body):
            return Phrased("how many times", clause=f"{member.label} {_linked(link, body.short)}")
        case BusiestYear(link, body, grown):
            later = ", after its first" if grown else ""
            return Phrased("the year", clause=f"in which the most {_linked(link, body.short)}{later}")
        case YearsOfNumber(one, counted, number, _, end, role):
            which = f"the {end} year" if end else "the years"
            what = role_words(role) if counted == "members" else "bodies"
            had = f"{one.short} had" if counted == "members" else f"{one.label} was in"
            return Phrased(which, clause=f"in which {had} {number_of(number)} {what}, counted for each year")
        case Longest(body, _, number, among):
            return Phrased("who", f"[was|were] in {body.short} in {_so_many_years(number)}{_of_whom(among)}")
        case Existing("state", period):
            return Phrased("states", f"existed{in_period(period)}")
        case Existing(_, period):
            return Phrased("bodies", f"existed{in_period(period)}")
        case BeganIn(period):
            return Phrased("bodies", f"began{in_period(period)}")
        case EndedIn(period):
            return Phrased("bodies", f"ended{in_period(period)}")
        case YearsExisting(one, (_, last)):
            return Phrased("years", clause=f"from the beginning of {one.label} to its end, or to {last}")
        case YearsBetween(first, second):
            this, that = (said_of_link(each).clause for each in (first, second))
            return Phrased("how many years", clause=f"lie between: {this}, and {that}")
        case Lifetime(one, ended):
            return Phrased("when", clause=f"{one.label} {'ended' if ended else 'began'}")
        case _:
            assert_never(condition)


def _out_of(member: Entity, body: Entity, role: str, last: int) -> str:
    as_role = "" if role == "full" else f" as {role}"
    return f"after first joining {body.short}{as_role} {member.label} was not in it, until {last} at the latest"


def _so_many_years(number: Extreme | Bound | Than) -> str:
    match number:
        case Extreme(most):
            return f"the {'most' if most else 'fewest'} years"
        case Than(sign, other):
            compared = {">": "more years than", "<": "fewer years than", "=": "as many years as"}[sign]
            return f"{compared} {other.label}"
        case Bound():
            return f"{number_of(number)} years"


def said_of_age(condition: Aged, among: Sequence[Phrased]) -> Phrased:
    """By when bodies began, or how long they lasted, in words."""
    number, lasted = condition.number, condition.measured
    if isinstance(number, Than):
        older = number.sign == ">"
        did = f"lasted {'longer' if older else 'less long'}" if lasted else f"began {'before' if older else 'after'}"
        more = " and ".join(words.clause or f"that {words.verb}" for words in among if words.clause or words.verb)
        return Phrased(
            "bodies",
            f"{did}{' than' if lasted else ''} {number.state.short}{f', of all bodies {more}' if more else ''}",
        )
    if isinstance(number, Bound):
        rest = " and ".join(words.clause or f"that {words.verb}" for words in among if words.clause or words.verb)
        return Phrased(
            "bodies",
            f"lasted {number_of(number)} years, from the year in which they began{f', of all bodies {rest}' if rest else ''}",
        )
    how = ("the longest" if number.most else "the shortest") if lasted else "first" if number.most else "last"
    named_ = [named(c.entities) for c in condition.among if isinstance(c, OneOf)]
    rest = " and ".join(words.clause or f"that {words.verb}" for words in among if words.clause or words.verb)
    of = f", of {' and '.join(named_)}" if named_ else f", of all bodies {rest}" if rest else ""
    return Phrased("bodies", f"{'lasted' if lasted else 'began'} {how}{of}")


def said_not(condition: Condition) -> Phrased:
    """That something does not meet a condition."""
    match condition:
        case MemberOf(expression, period, _, role):
            as_role = "" if role == "full" else f" as {role}"
            if period == ALWAYS:
                return Phrased(verb=f"[was|were] never in {expression}{as_role}")
            return Phrased(verb=f"[is|are] not in {expression}{as_role}{at_period(period)}")
        case Linked(link, expression):
            if link.period == ALWAYS:
                return Phrased(verb=f"never {_linked(link, str(expression))}")
            return Phrased(verb=f"did not {_linked(link, str(expression), base=True)}")
        case Contains(members, period, _, role):
            are = "is" if len(members) == 1 else "are not both" if len(members) == 2 else "are not all"
            what = "in" if role == "full" else f"{role} of"
            denied = "was never" if len(members) == 1 and period == ALWAYS else f"{are} not" if are == "is" else are
            return Phrased(
                "bodies",
                clause=f"that {named(members)} {denied} {what}{'' if denied == 'was never' else at_period(period)}",
            )
        case Numbered("members", Bound(((">=", 1),)), period, role="full"):
            return Phrased(verb=f"[has|have] no members{at_period(period)}")
        case Existing(_, period):
            return Phrased(verb=f"did not exist{in_period(period)}")
        case LinkedTo(link, members):
            did = _linked(link, "").replace("  ", " ").replace("[was|were]", "was").strip()
            return Phrased("bodies", clause=f"of which it is not so that {named(members)} {did}")
        case FirstMember(body):
            return Phrased(verb=f"[was|were] not in {body.short} in the first year in which it had members")
        case Related("schema:founder", (body,), inverse=False):
            return Phrased(verb=f"did not found {body.short}")
    raise ValueError(f"no question denies {condition}")


def said_of_any(conditions: Sequence[Phrased]) -> Phrased:
    """That something meets one of some conditions."""
    verbs = " or ".join(each.verb for each in conditions if each.verb)
    clauses = " or ".join(each.clause for each in conditions if each.clause)
    return Phrased(conditions[0].noun, verbs, clauses)
