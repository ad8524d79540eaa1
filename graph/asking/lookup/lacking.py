"""What a graph without dates cannot answer: a question of time is refused, since its answer would be wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...errors import InvalidRequest
from ...model.dates import ALWAYS
from ...model.entities import Entity
from ...model.expression import bodies_of
from ...rdf.terms import prologue, sparql_term
from ..logic.logical_form import (
    Aged,
    BusiestYear,
    ByDate,
    Contains,
    Dates,
    EndedIn,
    FirstDate,
    FirstOf,
    FirstTo,
    Holds,
    InOrder,
    Lifetime,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    NotSo,
    OneOf,
    Question,
    TermDate,
    Than,
    Times,
    Whether,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
    conditions_of,
)
from ..sparql.questions import query
from .ages_of_bodies import lifetimes

if TYPE_CHECKING:
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["lacking_dates"]


def lacking_dates(vocabulary: Vocabulary, question: Question) -> None:
    """Refuse a question of time that the graph has no dates for.

    Raises
    ------
    InvalidRequest
        If it asks when memberships began or ended, and no membership that it speaks of has a date; or when bodies
        ended, and no body has.
    """
    graph, asked = vocabulary.graph, conditions_of(question)
    was = [one for one in asked if isinstance(one, (MemberOf, Contains)) and one.period == ALWAYS]
    for condition in asked:
        bodies: Sequence[Entity] = ()
        match condition:
            case Linked(_, expression):
                bodies = bodies_of(expression)
            case (
                FirstTo(_, body)
                | FirstDate(_, body)
                | ByDate(_, body)
                | Longest(body)
                | YearsIn(_, body)
                | YearsWhen(_, body)
            ):
                bodies = [body]
            case MemberOf(expression, period) if (period.start is None) != (period.end is None):
                bodies = bodies_of(expression)
            case NotSo(MemberOf(expression, period)) if period != ALWAYS and was:
                bodies = bodies_of(expression)
            case LinkedTo() | ManyLinks() | FirstOf() | InOrder() | Times() | BusiestYear():
                if not _dated(graph, ()):
                    raise InvalidRequest(
                        "this graph does not say when anybody joined or left: its memberships have no dates"
                    )
            case TermDate(holder, offices, of_body):
                _lacking_terms(graph, holder, offices, of_body)
            case YearsOfNumber(one, of):
                _lacking_starts(graph, one, of)
            case Aged():
                _lacking_ages(vocabulary, question, condition)
            case Lifetime(_, True) | EndedIn():
                if not graph.source.ask(prologue(_ANY_END) + _ANY_END):
                    raise InvalidRequest("this graph does not say of anything when it ended")
        undated = [body.short for body in bodies if not _dated(graph, [body])]
        if undated and len(undated) == len(bodies):
            raise InvalidRequest(f"this graph does not say when anybody joined or left {' or '.join(undated)}")


def _lacking_terms(graph: Graph, holder: Entity, offices: tuple[Entity, ...], of: Entity | None) -> None:
    """Refuse to say when somebody came to an office that they hold, where the graph does not say since when.

    Raises
    ------
    InvalidRequest
        If they hold it, and neither its beginning nor its end has a date.
    """
    asked = [query(Dates((TermDate(holder, offices, of, ended),))) for ended in (False, True)]
    if any(next(iter(graph.source.select(one)), None) is not None for one in asked):
        return
    if graph.source.ask(query(Whether((holder,), (Holds(offices, of),)))):
        where = f" of {of.label}" if of else ""
        raise InvalidRequest(f"this graph does not say since when {holder.label} is {offices[0].label}{where}")


def _lacking_starts(graph: Graph, one: Entity, counted: str) -> None:
    """Refuse to count for each year where memberships have no beginning: nobody knows in which years they count.

    Raises
    ------
    InvalidRequest
        If a membership of the body, or of the member, has none.
    """
    term = sparql_term(one.term)
    node = f"?m a org:Membership ; org:{'organization' if counted == 'members' else 'member'} {term}"
    undated = f"ASK {{ {node} FILTER NOT EXISTS {{ ?m schema:startDate ?date }} }}"
    some = f"ASK {{ {node} }}"
    if graph.source.ask(prologue(undated) + undated) or not graph.source.ask(prologue(some) + some):
        who = f"all the members of {one.short} joined" if counted == "members" else f"{one.label} joined all its bodies"
        raise InvalidRequest(f"this graph does not say when {who}: how many they were in which year is unknown")


def _lacking_ages(vocabulary: Vocabulary, question: Question, asked: Aged) -> None:
    """Refuse to compare ages that are not known: of those that are named, or of most bodies.

    Raises
    ------
    InvalidRequest
        If the graph does not say when they began.
    """
    named = [*(question.subjects if isinstance(question, Whether) else ())]
    named += [asked.number.state] if isinstance(asked.number, Than) else []
    named += [entity for one in asked.among if isinstance(one, OneOf) for entity in one.entities]
    graph = vocabulary.graph
    unknown = [one.short for one in named if not lifetimes(vocabulary).get(one.iri, ("", ""))[0]]
    if unknown:
        raise InvalidRequest(f"this graph does not say when {' or '.join(unknown)} began")
    if named:
        return
    bodies = graph.names.kinds()["body"]
    known = sum(1 for began, _ in lifetimes(vocabulary).values() if began)
    if 2 * known < bodies:
        raise InvalidRequest(f"this graph says of {known} of its {bodies} bodies when they began: too few to compare")


_ANY_END = (
    "ASK { { ?one schema:dissolutionDate ?date } UNION { ?life a blocs:Existence ; schema:endDate ?date }"
    " UNION { ?life a blocs:Spell ; schema:endDate ?date } }"
)


def _dated(graph: Graph, bodies: Sequence[Entity]) -> bool:
    """Whether any membership, or any of some bodies, has a date."""
    of = "".join(f" ?m org:organization <{body.iri}> ." for body in bodies)
    body = f"ASK {{{of} ?m a org:Membership . {{ ?m schema:startDate ?date }} UNION {{ ?m schema:endDate ?date }} }}"
    return graph.source.ask(prologue(body) + body)
