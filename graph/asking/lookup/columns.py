"""Counts over all memberships, from columns that are read once: who is in the most bodies, which bodies have ten members.

The query of such a question groups the whole graph, for seconds, each time it is asked; here the memberships are read
when the first such question comes, and kept with the vocabulary. What is found is what the query finds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from pyoxigraph import NamedNode

from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.expression import And, Everyone, Expression, Minus, Or, bodies_of
from ...model.membership import read_lifespans
from ...model.membership_query import counts_bodies
from ...model.roles import ANY_ROLE, FULL, roles_in
from ...rdf.terms import prologue
from ..kinds_of_members import of_other_kinds
from ..logic.logical_form import (
    Aged,
    Among,
    Average,
    Bound,
    ByDate,
    Condition,
    Contains,
    Entities,
    Existing,
    Extreme,
    Fact,
    FirstMember,
    FirstOf,
    FirstTo,
    Grown,
    InOrder,
    Linked,
    LinkedTo,
    ManyLinks,
    MemberOf,
    NotOneOf,
    NotSo,
    Numbered,
    OfKind,
    OfNoun,
    OneOf,
    PairWith,
    SharesWith,
    Tally,
    Than,
)
from ..logic.orders import Pairs, in_order, members_of, pairs_in_order, sets_of, shared_with
from ..sparql.questions import query
from ..vocabulary import Vocabulary
from .ages_of_bodies import aged_bodies
from .held import held
from .linked_pairs import lifetimes_of_bodies, lifetimes_of_states, linked_pairs, stretches
from .links import linked_entities

__all__ = ["average_of", "counted", "figures", "pairs", "pairs_of", "sets_in", "sets_of_some", "stretches", "tallied"]


def pairs_of(vocabulary: Vocabulary, period: Period, role: str = FULL) -> Pairs:
    """Who is in what in a period and a role.

    >>> import blocs
    >>> graph = blocs.load()
    >>> len({member for member, _ in pairs_of(graph.vocabulary, graph.period(None))})
    12
    """
    kept, roles = vocabulary.once(_kept), roles_in(role)
    if (period, role) not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        first, last = _reach(period)
        spans = [span for one in roles for span in vocabulary.once(_spans).get(one, ())]
        kept[period, role] = frozenset([pair for start, end, pair in spans if start <= last and end >= first])
    return kept[period, role]


_Span = tuple[str, str, tuple[str, str]]
"""From when to when a member was in a body."""


def _reach(period: Period) -> tuple[str, str]:
    """What spans of a period end and start at: who compares thousands with both does what `Period.covers` does for each."""
    return period.start or "", f"{period.end}~" if period.end is not None else "~"


def _spans(vocabulary: Vocabulary) -> dict[str, list[_Span]]:
    """From when to when each member was in each body, by role; an end that is open is after all others."""
    found: dict[str, list[_Span]] = {}
    for one in stretches(vocabulary):
        span = (one.start or one.begun, f"{one.end or one.over}~", (one.member, one.body))
        found.setdefault(one.role, []).append(span)
    return found


_MOST_KEPT = 50
"""The pairs of so many periods are kept: of every year that many questions ask about."""


def _kept(_: Vocabulary) -> dict[tuple[Period, str], Pairs]:
    return {}


def sets_in(vocabulary: Vocabulary, period: Period, role: str, of_bodies: bool) -> dict[str, frozenset[str]]:
    """What each body has for members, or what each member has for bodies, in a period and a role."""
    kept = vocabulary.once(_kept_sets)
    key = (period, role, of_bodies)
    if key not in kept:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        kept[key] = sets_of(pairs_of(vocabulary, period, role), of_bodies)
    return kept[key]


def sets_of_some(
    vocabulary: Vocabulary, period: Period, role: str, of_bodies: bool, iris: Collection[str]
) -> Mapping[str, frozenset[str]]:
    """The same of some bodies, or members, alone: no others are read."""
    kept = vocabulary.once(_kept_sets).get((period, role, of_bodies))
    if kept is not None:
        return kept
    first, last = _reach(period)
    spans, at = vocabulary.once(_spans_by_end), int(of_bodies)
    return {
        iri: frozenset(
            pair[1 - at]
            for one in roles_in(role)
            for start, end, pair in spans.get((at, one, iri), ())
            if start <= last and end >= first
        )
        for iri in iris
    }


def _sets_named(
    vocabulary: Vocabulary, expression: Expression, period: Period, role: str
) -> Mapping[str, frozenset[str]]:
    """The members of the bodies that an expression names."""
    return sets_of_some(vocabulary, period, role, True, [body.iri for body in bodies_of(expression)])


def _spans_by_end(vocabulary: Vocabulary) -> dict[tuple[int, str, str], list[_Span]]:
    """The spans of each role by their member (0) or body (1)."""
    found: dict[tuple[int, str, str], list[_Span]] = {}
    for role, spans in vocabulary.once(_spans).items():
        for span in spans:
            for at in (0, 1):
                found.setdefault((at, role, span[2][at]), []).append(span)
    return found


def _kept_sets(_: Vocabulary) -> dict[tuple[Period, str, bool], dict[str, frozenset[str]]]:
    return {}


def counted(vocabulary: Vocabulary, found: Entities) -> list[str] | None:
    """The IRIs that answer a question of counts, in the order of its query; None if it is no such question."""
    ranked = figures(vocabulary, found)
    if ranked is not None:
        return sorted(ranked)
    asked = _only(vocabulary, found)
    iris = _counted(vocabulary, asked) if asked is not None else _meeting_all(vocabulary, found)
    return None if iris is None else sorted(_of_named(found, iris))


def _meeting_all(vocabulary: Vocabulary, found: Entities) -> set[str] | None:
    """Who meets several conditions, each of which is found by itself; None where a query must find one."""
    if vocabulary.graph.source.remote or held(vocabulary) is None:
        return None
    kept: set[str] | None = None
    taken: set[str] = set()
    these: set[str] | None
    for condition in found.conditions:
        match condition:
            case OneOf() | NotOneOf() | ByDate():
                continue
            case NotSo(inner):
                without = _counted(vocabulary, inner)
                if without is None:
                    return None
                taken |= without
                continue
            case OfKind("body"):
                these = set(_iris(vocabulary.graph.source.select(query(Entities((condition,))))))
            case Among(expression, period, role) if not counts_bodies(expression) and not _of_everyone(expression):
                these = members_of(_sets_named(vocabulary, expression, period, role), expression)
            case _:
                these = _counted(vocabulary, condition) if isinstance(condition, Fact) else None
        if these is None:
            return None
        kept = these if kept is None else kept & these
    return None if kept is None else kept - taken


def figures(vocabulary: Vocabulary, found: Entities) -> dict[str, float] | None:
    """The IRIs that answer a question of numbers, each with its number, in their order; None if it is no such question."""
    asked = _only(vocabulary, found)
    match asked:
        case Numbered():
            numbers = _numbered(vocabulary, asked)
        case Grown():
            numbers = _grown(vocabulary, asked)
        case SharesWith():
            numbers = _sharing(vocabulary, asked)
        case PairWith():
            numbers = {one: n for pair, n in pairs(vocabulary, asked).items() for one in pair}
        case _:
            return None
    kept = _of_named(found, set(numbers))
    return {iri: number for iri, number in numbers.items() if iri in kept}


def _only(vocabulary: Vocabulary, found: Entities) -> Condition | None:
    """The one condition of a question beside those that name entities; None where the columns cannot tell."""
    asked = [c for c in found.conditions if not isinstance(c, (OneOf, NotOneOf, ByDate))]
    return asked[0] if len(asked) == 1 and not vocabulary.graph.source.remote else None


def _of_named(found: Entities, iris: set[str]) -> set[str]:
    """Those that a question keeps by name, and does not leave out."""
    for condition in found.conditions:
        if isinstance(condition, OneOf):
            iris = iris & {entity.iri for entity in condition.entities}
        elif isinstance(condition, NotOneOf):
            iris = iris - {entity.iri for entity in condition.entities}
    return iris


def _counted(vocabulary: Vocabulary, condition: Condition) -> set[str] | None:
    """Who is in a set of bodies, or what some are in; None where a query for it costs less, or knows more."""
    match condition:
        case MemberOf(expression, period, kind, role):
            of_everyone = _of_everyone(expression)
            if (of_everyone or not counts_bodies(expression)) and held(vocabulary) is None:
                return None
            everyone = _everyone(vocabulary, period) if of_everyone else frozenset[str]()
            sets: Mapping[str, frozenset[str]] = (
                sets_in(vocabulary, period, role, True)
                if counts_bodies(expression)
                else _sets_named(vocabulary, expression, period, role)
            )
            members = members_of(sets, expression, everyone)
            return members - of_other_kinds(vocabulary, kind)
        case Contains(members, period, without, role) if held(vocabulary) is not None:
            sets = sets_of_some(vocabulary, period, role, False, [one.iri for one in (*members, *without)])
            of_all = [sets.get(member.iri, frozenset[str]()) for member in members]
            return set(frozenset.intersection(*of_all)).difference(*(sets.get(one.iri, ()) for one in without))
        case Numbered():
            return set(_numbered(vocabulary, condition))
        case ManyLinks(link, of, number, kind):
            pairs = linked_pairs(vocabulary, link)
            if of == "bodies" and kind:
                pairs -= {pair for pair in pairs if pair[0] in of_other_kinds(vocabulary, kind)}
            return _many(pairs, of == "members", number)
        case Existing("body", period):
            return _existing(vocabulary, period)
        case Linked(kind=kind):
            linked = linked_entities(vocabulary, condition)
            return linked - of_other_kinds(vocabulary, kind) if linked is not None else None
        case Aged():
            return aged_bodies(vocabulary, condition, lambda each: _counted(vocabulary, each))
        case LinkedTo() | InOrder() | FirstTo() | FirstOf() | FirstMember():
            return linked_entities(vocabulary, condition)
    return None


def _everyone(vocabulary: Vocabulary, period: Period) -> frozenset[str]:
    """Everyone that may be a member of something in a period; of states, those that existed in it."""
    anyone, lives = vocabulary.once(_anyone), vocabulary.once(lifetimes_of_states)
    if period == ALWAYS:
        return anyone
    return frozenset(
        one for one in anyone if one not in lives or any(period.covers(start, end) for start, end in lives[one])
    )


def _anyone(vocabulary: Vocabulary) -> frozenset[str]:
    """Everyone that may be a member of something at any time."""
    kept = held(vocabulary)
    if kept is not None and not kept.planned:
        body = "SELECT DISTINCT ?one WHERE { { ?one a schema:Country } UNION { ?one org:memberOf ?of } }"
        states = _iris(vocabulary.graph.source.select(prologue(body) + body))
        return frozenset(states) | {one.member for one in stretches(vocabulary)}
    return frozenset(_iris(vocabulary.graph.source.select(query(Entities((MemberOf(Everyone(), ALWAYS),))))))


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


def _many(pairs: Pairs, of_bodies: bool, number: Bound | Extreme) -> set[str]:
    """The bodies with so many members of these pairs, or the members with so many bodies."""
    counts = {iri: float(len(others)) for iri, others in sets_of(pairs, of_bodies).items()}
    return set(in_order(counts, number))


def tallied(vocabulary: Vocabulary, tally: Tally) -> int:
    """How many something has, or several have in common."""
    of = [entity.iri for entity in tally.of]
    sets = sets_of_some(vocabulary, tally.period, tally.role, tally.counted == "members", of)
    held = [sets.get(entity.iri, frozenset[str]()) for entity in tally.of]
    return len(frozenset.intersection(*held)) if held else 0


def average_of(vocabulary: Vocabulary, asked: Average) -> float | None:
    """The mean of how many each has, or the median; None of nobody."""
    of_bodies = asked.counted == "members"
    sets = sets_in(vocabulary, asked.period, asked.role, of_bodies)
    compared = _compared(vocabulary, set(sets), asked.among, "" if of_bodies else "state")
    numbers = sorted(len(sets[iri]) for iri in compared)
    if not numbers:
        return None
    if asked.median:
        return (numbers[(len(numbers) - 1) // 2] + numbers[len(numbers) // 2]) / 2
    return sum(numbers) / len(numbers)


def _numbered(vocabulary: Vocabulary, asked: Numbered) -> dict[str, float]:
    sets = sets_in(vocabulary, asked.period, asked.role, asked.counted == "members")
    counts = {iri: float(len(held)) for iri, held in sets.items()}
    # Those that are named are compared though they have none.
    named = {entity.iri for c in asked.among if isinstance(c, OneOf) for entity in c.entities}
    counts = dict.fromkeys(named, 0.0) | counts
    compared = _compared(vocabulary, set(counts), asked.among, asked.kind)
    numbers = {iri: counts[iri] for iri in sorted(compared)}
    if isinstance(asked.number, Than):
        than = asked.number.state.iri
        numbers.pop(than, None)
        return in_order(numbers, Bound(((asked.number.sign, counts.get(than, 0.0)),)))
    return in_order(numbers, asked.number)


def _grown(vocabulary: Vocabulary, asked: Grown) -> dict[str, float]:
    before, after = (sets_in(vocabulary, at, FULL, asked.counted == "members") for at in (asked.earlier, asked.later))
    compared = before.keys() & after.keys()
    if asked.counted == "bodies":
        compared -= of_other_kinds(vocabulary, asked.kind)
    numbers = {iri: float(len(after[iri]) - len(before[iri])) for iri in sorted(compared)}
    order = asked.number
    if not isinstance(order, Bound):
        numbers = {iri: number for iri, number in numbers.items() if (number > 0 if order.most else number < 0)}
    return in_order(numbers, order)


def _sharing(vocabulary: Vocabulary, asked: SharesWith) -> dict[str, float]:
    sets = _compared_sets(vocabulary, asked)
    own = sets_in(vocabulary, asked.period, FULL, asked.kind == "body").get(asked.other.iri, frozenset[str]())
    sets = {**sets, asked.other.iri: own}
    return in_order(shared_with(sets, asked.other.iri, asked.measure), asked.number)


def pairs(vocabulary: Vocabulary, asked: PairWith) -> dict[tuple[str, str], float]:
    """The pairs that have the most in common, with how much that is."""
    kept = vocabulary.once(_kept_pairs)
    if asked not in kept:
        kept.clear()  # an answer asks for them twice, for who they are and for what is said of them
        kept[asked] = pairs_in_order(_compared_sets(vocabulary, asked), asked.measure, asked.number)
    return kept[asked]


def _kept_pairs(_: Vocabulary) -> dict[PairWith, dict[tuple[str, str], float]]:
    return {}


def _compared_sets(vocabulary: Vocabulary, asked: SharesWith | PairWith) -> dict[str, frozenset[str]]:
    sets = sets_in(vocabulary, asked.period, FULL, asked.kind == "body")
    return {iri: sets[iri] for iri in sorted(_compared(vocabulary, set(sets), asked.among, asked.kind))}


def _compared(vocabulary: Vocabulary, iris: set[str], among: Sequence[object], kind: str = "") -> set[str]:
    """Those that are compared, of all that have something."""
    for condition in among:
        match condition:
            case OneOf(entities) | OfNoun(_, tuple(entities)):
                iris = iris & {entity.iri for entity in entities}
            case NotOneOf(entities):
                iris = iris - {entity.iri for entity in entities}
            case Contains(members, period, role=role):
                iris = iris & _containing(vocabulary, members, period, role)
            case NotSo(Contains(members, period, role=role)):
                iris = iris - _containing(vocabulary, members, period, role)
            case Among(expression, period, role):
                iris = iris & members_of(sets_in(vocabulary, period, role, True), expression, iris)
    return iris if kind == "body" else iris - of_other_kinds(vocabulary, kind)


def _containing(vocabulary: Vocabulary, members: Sequence[Entity], period: Period, role: str) -> frozenset[str]:
    """The bodies that all of some members are in."""
    sets = sets_of_some(vocabulary, period, role, False, [one.iri for one in members])
    return frozenset.intersection(*(sets.get(one.iri, frozenset[str]()) for one in members))


def _of_everyone(expression: Expression) -> bool:
    match expression:
        case Everyone():
            return True
        case And(left, right) | Or(left, right) | Minus(left, right):
            return _of_everyone(left) or _of_everyone(right)
    return False


def _iris(rows: Iterable[Sequence[object]]) -> Iterable[str]:
    return (row[0].value for row in rows if isinstance(row[0], NamedNode))
