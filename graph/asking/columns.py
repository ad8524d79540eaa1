"""Counts over all memberships, from columns that are read once: who is in the most bodies, which bodies have ten members.

The query of such a question groups the whole graph, for seconds, each time it is asked; here the memberships are read
when the first such question comes, and kept with the vocabulary. What is found is what the query finds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode

from ..model.dates import Period
from ..model.entities import Entity
from ..model.expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from ..model.membership import read_lifespans
from ..model.membership_query import counts_bodies
from ..model.roles import ANY_ROLE, FULL
from ..rdf.terms import prologue
from .linked_pairs import lifetimes_of_bodies, linked_pairs, stretches
from .logical_form import Bound, Condition, Entities, Existing, Extreme, ManyLinks, MemberOf, NotOneOf, Numbered, OneOf
from .vocabulary import Vocabulary

__all__ = ["counted", "pairs_of", "stretches"]

Pairs = frozenset[tuple[str, str]]
"""Member and body of memberships, by IRI."""


def pairs_of(vocabulary: Vocabulary, period: Period, role: str = FULL) -> Pairs:
    """Who is in what in a period and a role.

    >>> import blocs
    >>> graph = blocs.load()
    >>> len({member for member, _ in pairs_of(graph.vocabulary, graph.period(None))})
    12
    """
    kept = vocabulary.once(_kept)
    if (period, role) not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[period, role] = frozenset(
            (one.member, one.body)
            for one in stretches(vocabulary)
            if role in (ANY_ROLE, one.role) and period.covers(one.start or one.begun, one.end or one.over)
        )
    return kept[period, role]


_MOST_KEPT = 50
"""The pairs of so many periods are kept: of every year that many questions ask about."""


def _kept(_: Vocabulary) -> dict[tuple[Period, str], Pairs]:
    return {}


def counted(vocabulary: Vocabulary, found: Entities) -> list[str] | None:
    """The IRIs that answer a question of counts, in the order of its query; None if it is no such question."""
    source = vocabulary.graph.source
    if source.remote or not found.conditions:
        return None
    asked = [c for c in found.conditions if not isinstance(c, (OneOf, NotOneOf))]
    if len(asked) != 1:
        return None
    iris = _counted(vocabulary, asked[0])
    if iris is None:
        return None
    for condition in found.conditions:
        if isinstance(condition, OneOf):
            iris &= {entity.iri for entity in condition.entities}
        elif isinstance(condition, NotOneOf):
            iris -= {entity.iri for entity in condition.entities}
    return sorted(iris)


def _counted(vocabulary: Vocabulary, condition: Condition) -> set[str] | None:
    match condition:
        case Numbered(of, number, period):
            return _numbered(pairs_of(vocabulary, period), of == "members", number)
        case MemberOf(expression, period, kind, role) if counts_bodies(expression) and not _of_everyone(expression):
            members = _members(pairs_of(vocabulary, period, role), expression)
            return members - vocabulary.once(_no_states) if kind == "state" else members
        case ManyLinks(link, of, number):
            return _numbered(linked_pairs(vocabulary, link), of == "members", number)
        case Existing("body", period):
            return _existing(vocabulary, period)
    return None


def _existing(vocabulary: Vocabulary, period: Period) -> set[str]:
    """The bodies of a period: that are said to exist, else that have a member, else by the dates they have."""
    lives, dates = vocabulary.once(lifetimes_of_bodies), vocabulary.once(_own_dates)
    said = {body for body, spans in lives.items() if any(period.covers(*span) for span in spans)}
    with_member = {body for _, body in pairs_of(vocabulary, period, ANY_ROLE)}
    ever = {one.body for one in stretches(vocabulary)}
    by_dates = {body for body, span in dates.items() if body not in ever and period.covers(*span)}
    return said | (with_member - lives.keys()) | (by_dates - lives.keys())


def _own_dates(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """From when to when the bodies lasted that have a date of their own, by IRI."""
    source = vocabulary.graph.source
    body = "SELECT DISTINCT ?one WHERE { ?one a org:Organization ; schema:foundingDate|schema:dissolutionDate ?date }"
    dated = set(_iris(source.select(prologue(body) + body)))
    return {one: span for one, span in read_lifespans(source).items() if one in dated}


def _numbered(pairs: Pairs, of_bodies: bool, number: Bound | Extreme) -> set[str]:
    counts = Counter(body if of_bodies else member for member, body in pairs)
    if isinstance(number, Extreme):
        best = (max if number.most else min)(counts.values(), default=0)
        return {iri for iri, count in counts.items() if count == best}
    return {iri for iri, count in counts.items() if _holds(number, count)}


def _holds(bound: Bound, count: int) -> bool:
    def holds(sign: str, limit: float) -> bool:
        match sign:
            case "<":
                return count < limit
            case "<=":
                return count <= limit
            case ">":
                return count > limit
            case ">=":
                return count >= limit
        return count == limit

    return all(holds(sign, limit) for sign, limit in bound.tests) == bound.so


def _of_everyone(expression: Expression) -> bool:
    match expression:
        case Everyone():
            return True
        case And(left, right) | Or(left, right) | Minus(left, right):
            return _of_everyone(left) or _of_everyone(right)
    return False


def _members(pairs: Pairs, expression: Expression) -> set[str]:
    match expression:
        case Body(entity):
            return {member for member, body in pairs if body == entity.iri}
        case And(left, right):
            return _members(pairs, left) & _members(pairs, right)
        case Or(left, right):
            return _members(pairs, left) | _members(pairs, right)
        case Minus(left, right):
            return _members(pairs, left) - _members(pairs, right)
        case AtLeast(least, most, bodies):
            return _in_so_many(pairs, least, most, [body.entity for body in bodies])
    raise ValueError("everyone is no set of memberships")


def _in_so_many(pairs: Pairs, least: int, most: int | None, bodies: Sequence[Entity]) -> set[str]:
    these = {body.iri for body in bodies}
    counts = Counter(member for member, body in pairs if not these or body in these)
    return {member for member, count in counts.items() if least <= count and (most is None or count <= most)}


def _no_states(vocabulary: Vocabulary) -> set[str]:
    """What is a body or a person, and so no state though it may be a member."""
    body = "SELECT DISTINCT ?one WHERE { { ?one a org:Organization } UNION { ?one a schema:Person } }"
    return set(_iris(vocabulary.graph.source.select(prologue(body) + body)))


def _iris(rows: Iterable[Sequence[object]]) -> Iterable[str]:
    return (row[0].value for row in rows if isinstance(row[0], NamedNode))
