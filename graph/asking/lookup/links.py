"""Questions of joining, leaving and first members, answered from the memberships that are kept, with their grounds.

The query of such a question takes away, for each membership, what another goes on with: it costs tens of milliseconds
each time. What is found here is what the queries of `link_patterns` find.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.evidence import Grounds
from ...model.expression import And, Body, Expression, Minus, Or, bodies_of
from ...model.roles import FULL, counted_role, roles_in
from ..logic.logical_form import (
    Among,
    Condition,
    Fact,
    FirstMember,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    LastIn,
    Left,
    Link,
    Linked,
    LinkedTo,
    ManyLinks,
    Moment,
    NotOneOf,
    OfRegion,
    OneOf,
    Throughout,
)
from ..logic.orders import members_of, sets_of
from ..vocabulary import Vocabulary
from .held import Held, Membership, held
from .linked_pairs import Pair, linked_days

__all__ = ["link_grounds", "linked_entities", "moments"]

Days = Mapping[Pair, Set[str]]
"""Members and bodies between which there is a link, and the days on which it came to be; none of being in throughout."""


def linked_entities(vocabulary: Vocabulary, condition: Condition) -> set[str] | None:
    """The IRIs of those that joined, left or were first; None where a query finds them."""
    kept = held(vocabulary)
    if kept is None:
        return None
    match condition:
        case Linked(link, expression) if _named_only(expression):
            bodies = [body.iri for body in bodies_of(expression)]
            return members_of(sets_of(frozenset(_links(vocabulary, kept, link, None, bodies)), True), expression)
        case LinkedTo(link, members):
            pairs = _links(vocabulary, kept, link, [one.iri for one in members], None)
            sets = sets_of(frozenset(pairs), False)
            return set(frozenset.intersection(*(sets.get(one.iri, frozenset[str]()) for one in members)))
        case InOrder():
            return {member for member, _ in _both_in_order(vocabulary, condition)[0]}
        case FirstTo(among=among) if _few(among):
            return {member for member, _ in _first_to(vocabulary, kept, condition)}
        case FirstOf():
            return {body for _, body in _first_of(vocabulary, condition)}
        case FirstMember(body):
            return {node.member for node in _founding(kept, body)}
    return None


def link_grounds(
    vocabulary: Vocabulary, conditions: Sequence[Condition], entities: Sequence[Entity]
) -> list[tuple[str, Grounds]] | None:
    """The memberships that such an answer rests on, each under the IRI of the entity that answers.

    None where they are asked by a query.
    """
    kept = held(vocabulary)
    facts = [condition for condition in conditions if isinstance(condition, Fact)]
    if kept is None or len(facts) != 1:
        return None
    iris, at = {entity.iri for entity in entities}, 0
    nodes: Iterable[Membership]
    match facts[0]:
        case Linked(link, expression) if _named_only(expression):
            days = _links(vocabulary, kept, link, iris, [body.iri for body in bodies_of(expression)])
            nodes = _nodes(kept, link, days)
        case LinkedTo(link, members):
            nodes = _nodes(kept, link, _links(vocabulary, kept, link, [one.iri for one in members], iris))
            at = 1
        case InOrder() as order:
            earlier, later = _both_in_order(vocabulary, order)
            nodes = [*_nodes(kept, order.earlier, earlier), *_nodes(kept, order.later, later)]
        case FirstTo(link=link, among=among) as first if _few(among):
            nodes = _nodes(kept, link, _first_to(vocabulary, kept, first))
        case FirstOf(link=link) as first:
            nodes = _nodes(kept, link, _first_of(vocabulary, first))
            at = 1
        case FirstMember(body):
            nodes = _founding(kept, body)
        case ManyLinks(link, counted):
            at = 1 if counted == "members" else 0
            nodes = _in_the_period(kept, link, {p for p in linked_days(vocabulary, link) if p[at] in iris})
        case _:
            return None
    found = {((node.member, node.body)[at], kept.grounds(node)) for node in nodes}
    return sorted((pair for pair in found if pair[0] in iris), key=lambda pair: (pair[0], pair[1].fact))


def moments(vocabulary: Vocabulary, asked: Moment) -> list[Grounds] | None:
    """The memberships that say when a member joined or left a body; None where they are asked by a query."""
    kept = held(vocabulary)
    if kept is None:
        return None
    days = linked_days(vocabulary, asked.link, [asked.member.iri], [asked.body.iri])
    found = {kept.grounds(node) for node in _nodes(kept, asked.link, days)}
    return sorted(found, key=lambda grounds: grounds.fact)


def _few(among: Among | OneOf | OfRegion | NotOneOf | None) -> bool:
    """Whether those among whom one is the first are all, or in a set of named bodies."""
    return among is None or (isinstance(among, Among) and _named_only(among.expression))


def _named_only(expression: Expression) -> bool:
    """Whether a set is made of named bodies alone."""
    match expression:
        case Body():
            return True
        case And(left, right) | Or(left, right) | Minus(left, right):
            return _named_only(left) and _named_only(right)
    return False


def _links(
    vocabulary: Vocabulary, kept: Held, link: Link, members: Collection[str] | None, bodies: Collection[str] | None
) -> Days:
    if not isinstance(link, Throughout):
        return linked_days(vocabulary, link, members, bodies)
    first, last = link.period.start or "", link.period.end or ""
    at_both = [
        {(node.member, node.body) for node in _held_in(kept, Period(end, end), link.role, members, bodies)}
        for end in (first, last)
    ]
    again = linked_days(vocabulary, Joined(Period(f"{first}~~", last), link.role), members, bodies)
    return dict.fromkeys((at_both[0] & at_both[1]) - again.keys(), frozenset[str]())


def _held_in(
    kept: Held, period: Period, role: str, members: Collection[str] | None, bodies: Collection[str] | None
) -> Iterator[Membership]:
    """The memberships of a period, of these members in these bodies (None: of all)."""
    roles = roles_in(role)
    if bodies is not None:
        nodes = (node for body in bodies for node in kept.by_body.get(body, ()))
        nodes = nodes if members is None else (node for node in nodes if node.member in members)
    else:
        nodes = (node for member in members or () for node in kept.by_member.get(member, ()))
    return (node for node in nodes if node.holds_in(period, roles))


def _nodes(kept: Held, link: Link, days: Days) -> Iterator[Membership]:
    """The memberships that links rest on: those that begin or end on their days, or hold in the period."""
    period = link.period if isinstance(link, Throughout) else ALWAYS
    members, bodies = {member for member, _ in days}, {body for _, body in days}
    for node in _held_in(kept, period, link.role, members, bodies):
        on = days.get((node.member, node.body))
        day = node.start if isinstance(link, Joined) else node.end
        if on is not None and (isinstance(link, Throughout) or day in on):
            yield node


def _in_the_period(kept: Held, link: Joined | Left | LastIn, pairs: Set[Pair]) -> Iterator[Membership]:
    """The memberships of some members and bodies that began or ended in the period of a link."""
    for node in _held_in(kept, ALWAYS, link.role, {member for member, _ in pairs}, {body for _, body in pairs}):
        day = node.start if isinstance(link, Joined) else node.end
        if day and (node.member, node.body) in pairs and link.period.covers(day, day):
            yield node


def _both_in_order(vocabulary: Vocabulary, asked: InOrder) -> tuple[Days, Days]:
    """The earlier links and the later ones of the members that had them in this order."""
    earlier = linked_days(vocabulary, asked.earlier, None, [asked.body.iri])
    later = linked_days(vocabulary, asked.later, None, [asked.other.iri])
    found: tuple[dict[Pair, Set[str]], dict[Pair, Set[str]]] = ({}, {})
    for pair, days in earlier.items():
        other = (pair[0], asked.other.iri)
        both = ((a, b) for a in days for b in later.get(other, ()))
        ordered = [(a, b) for a, b in both if (a[:4] == b[:4] if asked.same_year else _before(a, b, asked.strictly))]
        if ordered:
            found[0][pair], found[1][other] = {a for a, _ in ordered}, {b for _, b in ordered}
    return found


def _before(day: str, other: str, strictly: bool) -> bool:
    """Whether a date is before another, as far as both tell it."""
    length = min(len(day), len(other))
    return day[:length] < other[:length] or (not strictly and day[:length] == other[:length])


def _first_to(vocabulary: Vocabulary, kept: Held, asked: FirstTo) -> Days:
    days: Days = linked_days(vocabulary, asked.link, None, [asked.body.iri])
    if isinstance(asked.among, Among):
        among = _among(kept, asked.among)
        days = {pair: on for pair, on in days.items() if pair[0] in among}
    if asked.place > 1:
        return _at_place(days, asked.place, asked.last)
    return _at_the(days, asked.last)


def _among(kept: Held, among: Among) -> set[str]:
    bodies = [body.iri for body in bodies_of(among.expression)]
    pairs = {(node.member, node.body) for node in _held_in(kept, among.period, FULL, None, bodies)}
    return members_of(sets_of(frozenset(pairs), True), among.expression)


def _first_of(vocabulary: Vocabulary, asked: FirstOf) -> Days:
    days: Days = linked_days(vocabulary, asked.link, [asked.member.iri], None)
    if asked.among is not None:
        named = {entity.iri for entity in asked.among.entities}
        days = {pair: on for pair, on in days.items() if (pair[1] in named) == isinstance(asked.among, OneOf)}
    return _at_the(days, asked.last)


def _at_the(days: Days, last: bool) -> Days:
    """The links of the first day of all, or of the last: neither of 1949 and May 1949 is earlier."""
    every = [day for on in days.values() for day in on]
    best = (max if last else min)(every, default="")
    at = {pair: {day for day in on if day.startswith(best) or best.startswith(day)} for pair, on in days.items()}
    return {pair: on for pair, on in at.items() if on}


def _at_place(days: Days, place: int, last: bool) -> Days:
    """The links whose member's first day, or last, has a place among those of all."""
    own = {pair: (max if last else min)(on) for pair, on in days.items()}
    in_order = sorted(own.values(), reverse=last)
    best = in_order[place - 1] if place <= len(in_order) else ""
    return {pair: {best} for pair, day in own.items() if day == best}


def _founding(kept: Held, body: Entity) -> list[Membership]:
    """The memberships that began in the first year of which the graph knows a member."""
    dated = [node for node in kept.by_body.get(body.iri, ()) if node.start and counted_role(node.role) == FULL]
    first = min((node.start[:4] for node in dated), default="")
    return [node for node in dated if node.start[:4] == first]
