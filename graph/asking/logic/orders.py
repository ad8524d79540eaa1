"""What is counted and compared, worked out over memberships that are read already: an order, a tally, what two share.

`sparql.counts` writes the queries that find the same.
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import TypeVar

from ...analysis.measures import Counts, jaccard
from ...model.entities import Entity
from ...model.expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from .logical_form import Bound, Extreme, Place

T = TypeVar("T")

__all__ = ["Pairs", "Sets", "holds", "in_order", "likeness", "members_of", "pairs_in_order", "sets_of", "shared_with"]

Pairs = frozenset[tuple[str, str]]
"""Member and body of memberships, by IRI."""

Sets = Mapping[str, frozenset[str]]
"""What each thing has, by IRI: a member its bodies, or a body its members."""


def sets_of(pairs: Pairs, of_bodies: bool) -> dict[str, frozenset[str]]:
    """What each has: the members of each body, or the bodies of each member.

    >>> sets_of(frozenset({("fr", "eu"), ("de", "eu")}), of_bodies=True) == {"eu": frozenset({"fr", "de"})}
    True
    """
    found: dict[str, set[str]] = {}
    for member, body in pairs:
        one, other = (body, member) if of_bodies else (member, body)
        found.setdefault(one, set()).add(other)
    return {one: frozenset(others) for one, others in found.items()}


def holds(bound: Bound, number: float) -> bool:
    """Whether a number passes a bound, whole or not.

    >>> from .logical_form import Bound
    >>> holds(Bound(((">=", 50.0),)), 50), holds(Bound((("<", 50.0),)), 50)
    (True, False)
    """
    return all(_SIGNS[sign](number, limit) for sign, limit in bound.tests) == bound.so


_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq,
}  # fmt: skip


def in_order(numbers: Mapping[T, float], order: Bound | Extreme | Place) -> dict[T, float]:
    """Those that have a place in an order, with their numbers; who ties for the last place has it too.

    >>> in_order({"a": 3, "b": 2, "c": 2, "d": 1}, Place(most=True, number=2))
    {'a': 3, 'b': 2, 'c': 2}
    >>> in_order({"a": 3, "b": 3, "c": 2, "d": 1}, Place(most=True, number=2, alone=True))
    {'c': 2}
    """
    match order:
        case Bound():
            return {one: number for one, number in numbers.items() if holds(order, number)}
        case Extreme(most):
            order = Place(most, 1)
    values = sorted(set(numbers.values()) if order.alone else numbers.values(), reverse=order.most)
    if not values or (order.alone and len(values) < order.number):
        return {}
    last = values[min(order.number, len(values)) - 1]
    if order.alone:
        return {one: number for one, number in numbers.items() if number == last}
    kept = ((one, number) for one, number in numbers.items() if (number >= last if order.most else number <= last))
    return dict(sorted(kept, key=lambda item: -item[1] if order.most else item[1]))


def likeness(a: Collection[str], b: Collection[str], measure: str) -> float:
    """How much two sets share: how many, or the Jaccard index.

    >>> likeness({"x", "y"}, {"y", "z"}, "jaccard")
    0.3333333333333333
    """
    both = len(set(a) & set(b))
    if measure == "shared":
        return both
    return jaccard(Counts(both, len(a) - both, len(b) - both, 0)) or 0.0


def shared_with(sets: Sets, one: str, measure: str) -> dict[str, float]:
    """How much each other shares with one."""
    own = sets.get(one, frozenset())
    return {other: likeness(own, theirs, measure) for other, theirs in sets.items() if other != one}


def pairs_in_order(sets: Sets, measure: str, order: Extreme | Place) -> dict[tuple[str, str], float]:
    """The pairs that have the most in common, with how much that is; those that share nothing are none."""
    return in_order(dict(_likened(sets, measure)), order)


def _likened(sets: Sets, measure: str) -> Iterator[tuple[tuple[str, str], float]]:
    numbers = {thing: 1 << place for place, thing in enumerate({thing for held in sets.values() for thing in held})}
    bits = {one: sum(numbers[thing] for thing in held) for one, held in sorted(sets.items())}
    sizes = {one: len(held) for one, held in sets.items()}
    for (a, a_bits), (b, b_bits) in combinations(bits.items(), 2):
        if both := (a_bits & b_bits).bit_count():
            yield (a, b), both if measure == "shared" else both / (sizes[a] + sizes[b] - both)


def members_of(bodies: Sets, expression: Expression, everyone: Set[str] = frozenset()) -> set[str]:
    """Who is in a set of bodies, by the members of each; `everyone` are all that there are to compare.

    >>> from ...model.entities import Entity
    >>> a, b = (Body(Entity(iri, iri, iri, "body")) for iri in "ab")
    >>> sorted(members_of({"a": frozenset({"fr", "de"}), "b": frozenset({"de"})}, Minus(a, b)))
    ['fr']
    """
    match expression:
        case Everyone():
            return set(everyone)
        case Body(entity):
            return set(bodies.get(entity.iri, ()))
        case And(left, right):
            return members_of(bodies, left, everyone) & members_of(bodies, right, everyone)
        case Or(left, right):
            return members_of(bodies, left, everyone) | members_of(bodies, right, everyone)
        case Minus(left, right):
            return members_of(bodies, left, everyone) - members_of(bodies, right, everyone)
        case AtLeast(least, most, these):
            return _in_so_many(bodies, least, most, [body.entity for body in these])


def _in_so_many(bodies: Sets, least: int, most: int | None, of: Sequence[Entity]) -> set[str]:
    these = [bodies.get(body.iri, frozenset[str]()) for body in dict.fromkeys(of)] if of else bodies.values()
    counts = Counter(member for members in these for member in members)
    return {member for member, count in counts.items() if least <= count and (most is None or count <= most)}
