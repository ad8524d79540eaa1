"""Questions made of other questions: of some entities only, without some, of members in a role, of all of some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from typing import TypeVar

from ..model.dates import Period
from ..model.entities import Entity
from ..model.expression import Body, Expression, Minus, Or
from .kinds_of_members import MEMBER_KINDS
from .logic.logical_form import (
    OF_NAMED,
    Aged,
    All,
    Among,
    Average,
    Compare,
    Condition,
    Contains,
    Count,
    Difference,
    Entities,
    Exists,
    Extreme,
    FirstEvent,
    FirstOf,
    FirstTo,
    Grown,
    Longest,
    MemberOf,
    NotOneOf,
    Number,
    Numbered,
    OfRegion,
    OneOf,
    PairWith,
    Place,
    Question,
    SharesWith,
    Signed,
    Tally,
    Whether,
)

__all__ = [
    "among",
    "every",
    "in_role",
    "is_of_named",
    "members",
    "of_those",
    "only_of",
    "without",
    "without_members",
]

T = TypeVar("T")


def members(expression: Expression, period: Period, kind: str = "", role: str = "full") -> Entities:
    """The members of a set of bodies."""
    return Entities((MemberOf(expression, period, kind, role),))


def among(base: Expression | None, period: Period) -> tuple[Among, ...]:
    """The condition to be a member of a set, if there is one."""
    return (Among(base, period),) if base is not None else ()


def only_of(found: Entities, entities: Sequence[Entity]) -> Entities | None:
    """The same question of some entities only; None if they cannot answer it.

    What is compared is then compared among them: "which of A and B is in the most bodies".
    """
    return _narrowed_to(found, OneOf(tuple(entities))) if _can_answer(found, entities) else None


def of_those(found: Entities, region: OfRegion) -> Entities | None:
    """The same question of the states of a region alone; None if it cannot be asked of some.

    What is compared is then compared among them.
    """
    if not _can_answer(found, region.entities or ()):
        return None
    compared = [_members_among(condition, region) for condition in found.conditions]
    for made, old in zip(compared, found.conditions, strict=True):
        if made is None and isinstance(old, (FirstTo, FirstOf, Aged, PairWith, FirstEvent, Signed, Grown)):
            return None
    return _with(found, compared, region)


def without(found: Entities, entities: Sequence[Entity]) -> Entities | None:
    """The same question, some entities left out; None if they cannot answer it."""
    return _narrowed_to(found, NotOneOf(tuple(entities))) if _can_answer(found, entities) else None


def _narrowed_to(found: Entities, to: OneOf | NotOneOf) -> Entities:
    return _with(found, [_compared_among(condition, to) for condition in found.conditions], to)


def _with(found: Entities, compared: Sequence[Condition | None], to: Condition) -> Entities:
    """A question with its conditions that compare narrowed; one that compares nothing, narrowed as a whole."""
    if any(made is not None for made in compared):
        return Entities(tuple(made or old for made, old in zip(compared, found.conditions, strict=True)))
    return found.such(to)


def _compared_among(condition: Condition, to: OneOf | NotOneOf) -> Condition | None:
    """A condition that compares, with those that it compares narrowed; None if it compares none with one another."""
    match condition:
        case FirstOf(among=None | OneOf(())):
            return replace(condition, among=to)
        case Aged(number=Extreme() as number):
            return replace(condition, number=_named(number), among=(*condition.among, to))
        case PairWith():
            return replace(condition, among=(*condition.among, to))
        case FirstEvent():
            return replace(condition, among=(*condition.among, to), of_named=False)
        case Signed(share=Extreme() as share):
            return replace(condition, share=_named(share), among=(*condition.among, to))
    return _members_among(condition, to)


def _members_among(condition: Condition, to: OneOf | NotOneOf | OfRegion) -> Condition | None:
    """The same of conditions that compare members, which may be those of a region too."""
    match condition:
        case Numbered(number=Extreme() | Place() as number):
            return replace(condition, number=_named(number), among=(*condition.among, to))
        case SharesWith(number=Extreme() | Place() as number):
            return replace(condition, number=_named(number), among=(*condition.among, to))
        case Longest(number=Extreme() as number, among=None):
            return replace(condition, number=_named(number), among=to)
        case FirstTo(among=None | OneOf(())):
            return replace(condition, among=to)
    return None


def _named(number: T) -> T:
    return replace(number, of_named=False) if isinstance(number, Extreme) else number


def in_role(question: Question, role: str) -> Question | None:
    """The same question of members of a role; None if it is not of members, or of those of another role already."""
    match question:
        case Count(of) | Exists(of):
            found = in_role(of, role)
            return replace(question, of=found) if isinstance(found, Entities) else None
        case Compare(left, _, right):
            if left.role == right.role == "full":
                return replace(question, left=replace(left, role=role), right=replace(right, role=role))
        case Entities(conditions) | Number(conditions) | Whether(_, conditions):
            made = tuple(_in_role(condition, role) for condition in conditions)
            return replace(question, conditions=made) if made != conditions else None
    return None


def _in_role(condition: Condition, role: str) -> Condition:
    match condition:
        case MemberOf(role="full") | Contains(role="full") | Numbered(role="full") | Average(role="full"):
            return replace(condition, role=role)
        case Difference(Tally(role="full") as more, Tally(role="full") as less):
            return replace(condition, more=replace(more, role=role), less=replace(less, role=role))
    return condition


def is_of_named(question: Question) -> bool:
    """Whether a question compares some that it does not name: "who is in more bodies"."""
    match question:
        case Count(of) | Exists(of):
            return is_of_named(of)
        case All(of, such):
            return is_of_named(of) or is_of_named(such)
        case Entities(conditions) | Whether(_, conditions):
            if any(isinstance(c, FirstEvent) and c.of_named for c in conditions):
                return True
            if any(isinstance(c, (FirstTo, FirstOf)) and c.among == OF_NAMED for c in conditions):
                return True
            orders = (getattr(c, "share", getattr(c, "number", None)) for c in conditions)
            return any(isinstance(order, Extreme) and order.of_named for order in orders)
    return False


def without_members(found: Entities, bodies: Sequence[Body]) -> Entities:
    """The same question of members, those of some bodies left out."""
    listed: list[Expression] = [*bodies]
    taken = reduce(Or, listed)

    def less(condition: Condition) -> Condition:
        if not isinstance(condition, MemberOf):
            return condition
        return replace(condition, expression=Minus(condition.expression, taken))

    return replace(found, conditions=tuple(map(less, found.conditions)))


def every(of: Entities, such: Entities) -> All:
    """Whether all of some answer a question; "all but Armenia" are without Armenia, wherever that is said."""
    left_out = [condition for condition in such.conditions if isinstance(condition, NotOneOf)]
    rest = tuple(condition for condition in such.conditions if not isinstance(condition, NotOneOf))
    return All(of.such(*left_out), Entities(rest))


def _can_answer(found: Entities, entities: Sequence[Entity]) -> bool:
    kinds = set(found.kinds)
    # A member of no known class may be of any kind of members.
    return all(one.kind in kinds or (one.kind == "member" and kinds & {*MEMBER_KINDS}) for one in entities)
