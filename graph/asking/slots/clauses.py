"""What is said of members in a clause: that they joined a body in 1999, have been in it since, never left it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...frozen import frozen
from ...model.dates import ALWAYS, Period, following
from ...model.entities import Entity
from ...model.expression import AtLeast, Body, Everyone, Expression
from ..language.patterns import Found
from ..language.reading import Pattern, Reading, slot
from ..logic.logical_form import (
    AnyOf,
    Asked,
    Condition,
    Contains,
    InOrder,
    Joined,
    LastIn,
    Left,
    Link,
    Linked,
    LinkedTo,
    MemberOf,
    NotOneOf,
    NotSo,
    Throughout,
    period_of,
)
from ..logic.walking import changed
from .spans import How, When

__all__ = ["Later", "already", "at_one_time", "being_in", "in_order", "joining", "leaving"]

_NEVER = "( never / {HAVE} never / did never / {BE} never )"
_DID = "[ {HAVE} / {DO} / {BE} ] [ ever #ever / also / already #already / actually / eventually / finally / once / since / ( later / subsequently / afterwards / then / later on / thereafter ) #later ]"
_LATER = "[ later / afterwards / again / later on / thereafter / eventually ]"
_DID_NOT = "( ( {DO} / {HAVE} / {BE} ) not ) [ ever #never / yet #never ]"

_SAME_YEAR = "( in / during / within ) ( the same year / one year / one and the same year / the same calendar year )"
_ORDER = (
    "( ( before / prior to / earlier than ) #before / after / only after / later than / following ) [ it / they / having ]"
    " [ {HAVE} / {DO} ] [ ( {JOIN} #other_joined / {LEAVE} #other_left / ( {BE} / {HAVE} been / being ) {STATES_IN} #other_joined ) / its / their ] <other:body>"
)
"""Before or after what else of the same member: "joined A before B", "joined A after leaving B"."""

_CLAUSES = [
    Pattern(f"[ {{THAT}} ] {_DID} {{JOIN}} #joined <set> [ as <role_name> ] [ <when> ]"),
    Pattern("[ {THAT} ] [ {HAVE} / {DO} ] ( sign up to / signed up to / sign up for / signed up for ) #joined <set> [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID} {{LEAVE}} #left <set> [ <when> ]"),
    Pattern("whose membership ( of / in ) <set> ( ( began / begins / started / starts / dates from / dates back to / dates ) #joined / ( ended / ends / lapsed / expired / ceased / stopped ) #left ) [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID} {{JOIN}} #joined <set> ( later #later / subsequently #later / afterwards #later / later on #later )"),
    Pattern("[ {THAT} ] [ {HAVE} / {DO} ] ( end / ended / wind / wound / finish / finished ) up [ {ALSO} ] #later #joined {MEMBER} <set>"),
    Pattern("[ {THAT} ] [ {HAVE} / {DO} ] ( go / went / gone ) on to #later {JOIN} #joined <set>"),
    Pattern(f"[ {{THAT}} ] {_DID} ( {{JOIN}} #joined / {{LEAVE}} #left ) <body> {_ORDER}"),
    Pattern(f"[ {{THAT}} ] {_DID} ( {{JOIN}} #joined / {{LEAVE}} #left ) [ both ] <body> and [ {{JOIN}} #other_joined / {{LEAVE}} #other_left ] <other:body> {_SAME_YEAR} #same_year"),
    Pattern(f"[ {{THAT}} ] {_DID} ( {{JOIN}} #joined / {{LEAVE}} #left ) <body> {_SAME_YEAR} #same_year [ as / that / in which / when / in that ] [ they / it ] [ {{JOIN}} #other_joined / {{LEAVE}} #other_left ] <other:body>"),
    Pattern("[ {THAT} ] [ {BE} / {HAVE} been ] [ {ALSO} ] {MEMBER} #joined <body> ( before / prior to ) #before [ it / they / that / having ] [ {HAVE} / {DO} ] [ {JOIN} #other_joined / {LEAVE} #other_left / [ {BE} / {HAVE} been / being ] {STATES_IN} #other_joined ] <other:body>"),
    Pattern(f"[ {{THAT}} ] {_DID} ( become / became / becoming ) [ a / full / the ] #joined <set:bare> {{NOUN}} [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID} {{REJOIN}} #joined #again <set> [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID} {{JOIN}} #joined #again <set> ( again / a second time / once more ) [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID} {{LEAVE}} #joined #again <set> ( and / but ) [ later / then / afterwards ] ( came back / come back / returned / return / rejoined [ it ] / rejoin [ it ] / joined [ it ] again / join [ it ] again / {{BE}} back ) {_LATER}"),
    Pattern(f"[ {{THAT}} ] {_DID} ( leave / left / quit / exit / exited / withdraw / withdrew / withdrawn / pull out / pulled out / drop out / dropped out ) ( and / but / and then ) [ later / then / afterwards / eventually / subsequently ] ( {{REJOIN}} ) #joined #again <set> {_LATER} [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID} {{REJOIN}} #joined #again <set> ( later / afterwards / after leaving [ it ] / after having left [ it ] / having left [ it ] / eventually )"),
    Pattern(f"[ {{THAT}} ] {_NEVER} #never {{JOIN}} #joined <set>"),
    Pattern(f"[ {{THAT}} ] {_NEVER} #never {{LEAVE}} #left <set>"),
    Pattern(f"[ {{THAT}} ] {_DID_NOT} {{JOIN}} #joined #not <set> [ <when> ]"),
    Pattern(f"[ {{THAT}} ] {_DID_NOT} {{LEAVE}} #left #not <set> [ <when> ]"),
    Pattern("[ {THAT} ] ( never / {HAVE} never been / {BE} never / {HAVE} never ) #never {MEMBER} <set>"),
    Pattern("[ {THAT} ] ( {BE} / {HAVE} ) not ever [ been ] #never {MEMBER} <set>"),
    Pattern("[ {THAT} ] [ {BE} / {DO} / {HAVE} ] {NO_MORE} #gone [ been ] {MEMBER} <set>"),
    Pattern("[ {THAT} ] {BE} not #gone {MEMBER} <set> ( anymore / any more / any longer )"),
    Pattern("[ {THAT} ] ( used to be ) #once {MEMBER} <set>"),
    Pattern("[ {THAT} ] ( {HAVE} been / {BE} / {HAVE} ) ( ever / at any time / at one time / once / at some time ) [ been ] #ever {MEMBER} <set>"),
    Pattern("[ {THAT} ] [ ( {HAVE} / {BE} / {DO} ) [ {ALSO} ] [ ever / always / continuously ] [ been / stayed / remained / belonged / be / stay / remain ] [ {ALSO} ] ] {MEMBER} <set> <when>"),
    Pattern("[ {THAT} ] ( {HAVE} been / stayed / remained / stay / remain ) {MEMBER} <set> [ {ALSO} ] <when>"),
    Pattern("[ {THAT} ] {HAVE} [ ever ] been #ever {MEMBER} <set> [ at some point / at any time / at one time / at some time / at any point / at one point / in the past / ever / at all ]"),
    Pattern("[ {THAT} ] ( {BE} / {DO} / {HAVE} ) {MEMBER} <set> #ever ( at some point / at any time / at one time / at some time / at any point / at one point )"),
    Pattern("[ {THAT} ] ( later / subsequently / afterwards / later on / then ) #later #joined {MEMBER} <set>"),
]  # fmt: skip
_TODAY = "( now / today / nowadays / currently / at present / at the moment / these days / right now ) #nowadays"
_PRESENT = [
    Pattern(f"[ {{THAT}} / they ] [ {{BE}} / {{DO}} / {{HAVE}} ] [ {{ALSO}} ] {{MEMBER}} <set> {_TODAY}"),
    Pattern(
        f"[ {{THAT}} / they ] ( {{BE}} / {{DO}} / {{HAVE}} ) not [ {{ALSO}} / yet ] ( {{MEMBER_NOT}} ) #not <set> {_TODAY}"
    ),
    Pattern(f"not [ {{ALSO}} / yet ] ( {{MEMBER_NOT}} ) #not <set> {_TODAY}"),
    Pattern(f"[ {{THAT}} / they ] {{BE}} [ {{ALSO}} ] [ {_TODAY} ] <set:bare> {{NOUN}} [ {_TODAY} ]"),
    Pattern("[ {THAT} / they ] [ {BE} / {DO} / {HAVE} ] [ {ALSO} ] {MEMBER} <set>"),
    Pattern("[ {THAT} / they ] ( {BE} / {DO} / {HAVE} ) not [ {ALSO} / yet ] ( {MEMBER_NOT} ) #not <set> [ <when> ]"),
    Pattern("not [ {ALSO} / yet ] ( {MEMBER_NOT} ) #not <set> [ <when> ]"),
]


_UNTIMED = Period("untimed", "untimed")
"""Stands for the time of a clause that says none of its own and is not in the present: that of the others, if they have one."""


def at_one_time(said: Sequence[Condition], now: Period) -> tuple[Condition, ...]:
    """Clauses, each with its time: what says none in the past is of the time of the others, else of `now`.

    "Who was not in A but was in B in 1967" asks of 1967 twice; "who was in A in 1967 and is in B" of two times.
    """
    others = dict.fromkeys(
        period
        for one in said
        if (period := period_of(one)) not in (None, _UNTIMED) and period.start is not None and period.end is not None
    )
    then = next(iter(others)) if len(others) == 1 else now
    return changed(tuple(said), Period, lambda period: then if period == _UNTIMED else period)


@slot("clause")
def _clause(reading: Reading, at: int) -> Iterator[tuple[tuple[Condition | Later, ...], int]]:
    """What a clause says of members by joining, leaving, or a time of being in."""
    yield from _read(reading, at, _CLAUSES)


@slot("further")
def _further(reading: Reading, at: int) -> Iterator[tuple[tuple[Condition | Later, ...], int]]:
    """A clause that goes on from another, in which being in needs no time: "… and is in the EU"."""
    yield from _read(reading, at, _CLAUSES)
    yield from _read(reading, at, _PRESENT)


def _read(reading: Reading, at: int, patterns: list[Pattern]) -> Iterator[tuple[tuple[Condition | Later, ...], int]]:
    for pattern in patterns:
        for end, found in pattern.match(reading, at):
            condition = _condition(found, reading.period)
            if condition is not None:
                yield condition, end


def _condition(found: Found, now: Period) -> tuple[Condition | Later, ...] | None:
    if "other" in found:
        return _ordered(found)
    expression: Expression = found["set"]
    if isinstance(expression, Everyone):
        return None
    whens: tuple[When, ...] = already(found)
    role = found.get("role_name", "full")
    said: Asked | None
    if "once" in found or "gone" in found:
        return MemberOf(expression, ALWAYS), NotSo(MemberOf(expression, now))
    if "joined" in found:
        said = joining(expression, whens, role, again="again" in found)
    elif "left" in found:
        said = leaving(expression, whens, bool({"never", "not", "ever"} & found.keys()))
    elif "never" in found or "ever" in found:
        said = MemberOf(expression, ALWAYS)
    elif not whens and "nowadays" not in found:
        said = MemberOf(expression, _UNTIMED)
    else:
        said = being_in(expression, whens, now)
    if said is None:
        return None
    if "already" in found and "left" in found and "when" in found and isinstance(said, Linked):
        # Who is back by then has not left.
        then = [when.period for when in found["when"] if when.how is How.IN]
        return (said, *(NotSo(MemberOf(expression, period)) for period in then))
    if "later" in found and not whens and "never" not in found and "not" not in found:
        later = Joined(ALWAYS) if "joined" in found else Left(ALWAYS)
        # The order is found from what stands before it: see `in_order`.
        return (Later(later, expression.entity),) if isinstance(expression, Body) else None
    if "never" in found or "not" in found:
        return (NotSo(said),)
    company = tuple(entity for when in whens for entity in when.company)
    return (said, NotOneOf(company)) if company else (said,)


def already(found: Found) -> tuple[When, ...]:
    """The times of a clause: who "had already left in 1938" left by then."""
    whens: tuple[When, ...] = found.get("when", ())
    if "already" not in found:
        return whens
    return tuple(replace(when, how=How.BY) if when.how is How.IN else when for when in whens)


def _ordered(found: Found) -> tuple[Condition, ...] | None:
    """That one thing was before another of the same member; the verb of the first is that of the second, if that has none."""
    this: Joined | Left = Left(ALWAYS) if "left" in found else Joined(ALWAYS)
    other = Joined(ALWAYS) if "other_joined" in found else Left(ALWAYS) if "other_left" in found else this
    if (this, found["body"]) == (other, found["other"]):
        return None
    if "same_year" in found:
        return (InOrder(this, found["body"], other, found["other"], same_year=True),)
    if "before" in found:
        return (InOrder(this, found["body"], other, found["other"]),)
    return (InOrder(other, found["other"], this, found["body"]),)


@frozen
class Later:
    """Stands for joining or leaving a body after whatever was said before: "… and later joined B"."""

    link: Joined | Left
    body: Entity


def in_order(said: Sequence[Condition | Later], before_all: Condition | None = None) -> tuple[Condition, ...] | None:
    """Clauses of which some are said to be later than what stands before them; None if that is no single event.

    `before_all` is what stands before the first: that they are members of a set.
    """
    made: list[Condition] = []
    for at, one in enumerate(said):
        if not isinstance(one, Later):
            made.append(one)
            continue
        before = said[at - 1] if at else before_all
        # What says more of the same than "in order" does stays said.
        told = made and period_of(made[-1]) in (ALWAYS, _UNTIMED)
        match before:
            case MemberOf(Body(), Period(str(), str(end)) as then) if then != _UNTIMED:
                made.append(Linked(replace(one.link, period=Period(following(end), None)), Body(one.body)))
            case Linked(Joined(Period(_, str(end))) | Left(Period(_, str(end))), Body()):
                made.append(Linked(replace(one.link, period=Period(following(end), None)), Body(one.body)))
            case MemberOf(Body(body), period) if period in (_UNTIMED, ALWAYS) and body != one.body:
                made[-1:] = [*([] if told else made[-1:]), InOrder(Joined(ALWAYS), body, one.link, one.body)]
            case Linked(Joined() | Left() as link, Body(body)) if (replace(link, period=ALWAYS), body) != (
                one.link,
                one.body,
            ):
                first = replace(link, for_good=False) if isinstance(link, Left) else link
                made[-1:] = [*([] if told else made[-1:]), InOrder(first, body, one.link, one.body)]
            case _:
                return None
    return tuple(made)


def joining(
    expression: Expression, whens: tuple[When, ...], role: str = "full", again: bool = False
) -> Linked | MemberOf | AnyOf:
    """That somebody joined, or joined `again`; whenever, if no time is said: then whoever ever was a member did."""
    if not whens:
        return Linked(Joined(ALWAYS, role, again), expression) if again else MemberOf(expression, ALWAYS, role=role)
    return _any_of([Linked(Joined(when.of_event, role, again), expression) for when in whens])


def leaving(expression: Expression, whens: tuple[When, ...], ever: bool = False) -> Linked | MemberOf | AnyOf:
    """That somebody left; if no time is said, and is not in any more, unless what is asked is whether it `ever` did."""
    if not whens:
        return Linked(Left(ALWAYS, for_good=not ever), expression)
    return _any_of([Linked(Left(when.of_event), expression) for when in whens])


def _any_of(conditions: list[Linked] | list[MemberOf] | list[Linked | MemberOf]) -> Linked | MemberOf | AnyOf:
    return conditions[0] if len(conditions) == 1 else AnyOf(tuple(conditions))


def being_in(expression: Expression, whens: tuple[When, ...], now: Period) -> Linked | MemberOf | AnyOf | None:
    """That somebody was in a set at a time, or all through one."""
    if not whens:
        return MemberOf(expression, now)
    said: list[Linked | MemberOf] = []
    for when in whens:
        link = span_of(when, now)
        if isinstance(link, Period):
            said.append(MemberOf(expression, link))
        elif link is None or (isinstance(link, LastIn) and isinstance(expression, AtLeast)):
            return None
        else:
            said.append(Linked(link, expression))
    return _any_of(said)


def span_of(when: When, now: Period) -> Link | Period | None:
    """What a time says of being in: at some time of a period, all through one, or for the last time in it."""
    last = now.end or now.start
    match when.how:
        case How.SINCE if last is not None and (when.period.start or "") <= last + "~":
            return Throughout(Period(when.period.start, last))
        case How.ALL_THROUGH if when.period.start and when.period.end:
            return Throughout(when.period)
        case How.UNTIL:
            return LastIn(when.period)
        case How.IN:
            return when.period
        case How.BY:
            return Period(when.period.end, when.period.end)
        case How.AFTER | How.BEFORE:
            return when.of_event
    return None


# The same of bodies, whose members are named


@slot("body_clause")
def _body_clause(reading: Reading, at: int) -> Iterator[tuple[tuple[Condition, ...], int]]:
    """What is said of bodies by what some states did: "did Poland join in 1999", "has Poland been in since 1990"."""
    for pattern in _BODY_CLAUSES:
        for end, found in pattern.match(reading, at):
            condition = _body_condition(found, reading.period)
            if condition is not None:
                yield condition, end


_BODY_CLAUSES = [
    Pattern("[ that / which ] ( {DO} / {HAVE} / {BE} / ) <members> [ ever / all / both / already #already ] [ been ] {JOIN_BARE} #joined [ <when> ]"),
    Pattern("[ that / which ] <members> {HAVE} [ ever / all / both / already #already / since / also ] {JOIN_BARE} #joined [ <when> ]"),
    Pattern("[ that / which ] <members> {HAVE} [ ever #ever / all / both / already #already / since / also ] {LEAVE_BARE} #left [ <when> ]"),
    Pattern("[ that / which ] ( {DO} / {HAVE} / ) <members> [ ever #ever / all / both / already #already ] {LEAVE_BARE} #left [ <when> ]"),
    Pattern("[ that / which ] ( {DO} / {HAVE} / ) <members> [ {HAVE} ] [ ever / all / both / later / since ] ( {REJOIN} / {JOIN} again / {JOIN_BARE} again ) #joined #again [ <when> ]"),
    Pattern("[ {THAT} ] [ {BE} / {HAVE} been ] joined #joined by <members> [ <when> ]"),
    Pattern("[ {THAT} ] [ {BE} / {HAVE} been ] ( left / abandoned / quit ) #left by <members> [ <when> ]"),
    Pattern("[ that / which ] ( {DO} / {HAVE} / ) <members> ( never / not ) #never [ ever / yet ] {JOIN_BARE} #joined"),
    Pattern("[ that / which ] ( {BE} / {HAVE} / ) <members> never #never [ been ] [ {BE} / {HAVE} ] [ been ] {OF_STATES}"),
    Pattern("[ that / which ] ( {BE} / {HAVE} / {DO} / ) <members> [ {BE} / {HAVE} ] [ {ALSO} ] [ ever / always / continuously ] [ been / stayed / stay / remained / remain ] [ {ALSO} ] {OF_STATES} <when>"),
    Pattern("[ that / which ] ( {BE} / {HAVE} / {DO} / ) <members> [ {BE} / {HAVE} ] ( ever / at any time / once ) #ever [ been ] {OF_STATES}"),
    Pattern("[ that / which ] {HAVE} <members> been #ever {OF_STATES}"),
    Pattern("[ that / which ] ( {BE} / ) <members> [ {BE} ] {NO_MORE} #gone {OF_STATES}"),
    Pattern("[ that / which ] <members> used to #gone be {OF_STATES}"),
    Pattern("[ that / which ] did <members> use to #gone be {OF_STATES}"),
]  # fmt: skip


def _body_condition(found: Found, now: Period) -> tuple[Condition, ...] | None:
    states, whens = found["members"], already(found)
    if "gone" in found:
        return Contains(states, ALWAYS), NotSo(Contains(states, now))
    said: list[LinkedTo | Contains] = []
    for when in whens:
        link = span_of(when, now)
        if "joined" in found:
            said.append(LinkedTo(Joined(when.of_event, again="again" in found), states))
        elif "left" in found:
            said.append(LinkedTo(Left(when.of_event), states))
        elif isinstance(link, Period):
            said.append(Contains(states, link))
        elif link is not None:
            said.append(LinkedTo(link, states))
        else:
            return None
    if not whens:
        said = [
            LinkedTo(Left(ALWAYS, for_good="ever" not in found), states)
            if "left" in found
            else LinkedTo(Joined(ALWAYS, again=True), states)
            if "again" in found
            else Contains(states, ALWAYS)
        ]
    condition: Asked = said[0] if len(said) == 1 else AnyOf(tuple(said))
    return (NotSo(condition),) if "never" in found else (condition,)
