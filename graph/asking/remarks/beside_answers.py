"""What is to be said beside an answer: what the data do not cover, what was not counted, and whose dates they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...model.dates import Period
from ...model.emptied import emptied_notes
from ...model.entities import Entity
from ...model.expression import Body, bodies_of
from ...model.missing import missing_notes
from ...model.post_holders import post_notes
from ...rdf.source import values
from ...rdf.terms import prologue, text_of
from ..logic.logical_form import (
    Aged,
    ByDate,
    Condition,
    Contains,
    Count,
    Entities,
    Existing,
    FirstDate,
    FirstMember,
    FirstTo,
    Joined,
    LastIn,
    Left,
    Lifetime,
    Linked,
    MemberOf,
    Moment,
    NotSo,
    Question,
    Related,
    TermDate,
    Whether,
    YearsIn,
    YearsWhen,
    conditions_of,
)
from ..lookup.columns import counted
from ..lookup.held import held
from ..sparql.questions import query
from .dates import age_remarks, both_dates, by_date, each_date, shared_places, terms, whose_date
from .joining import first_year_remarks, founder_remarks
from .leaving import left_remarks, moment_remarks, out_of, stays
from .reach import outside_remarks, subjects_of
from .undated_links import undated_links

if TYPE_CHECKING:
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["remarks"]


def remarks(vocabulary: Vocabulary, question: Question, period: Period | None, none: bool) -> tuple[str, ...]:
    """What is to be said beside an answer: what the data do not cover, and what was not counted.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, with what is kept of it.
    question : Question
        What was asked.
    period : Period or None
        The period that it asks about, if any.
    none : bool
        Whether nothing answers.

    Returns
    -------
    tuple of str
        Sentences.
    """
    said = outside_remarks(vocabulary, question, period, none)
    said += first_year_remarks(vocabulary, question)
    said += undated_links(vocabulary, question)
    said += each_date(vocabulary.graph, question)
    said += both_dates(vocabulary.graph, question)
    for condition in conditions_of(question):
        said += _on_membership(vocabulary, condition, question, none)
        said += _on_links(vocabulary, condition, question, none)
        said += _on_times(vocabulary, condition, question, none)
    return tuple(dict.fromkeys(said))


def _on_membership(vocabulary: Vocabulary, condition: Condition, question: Question, none: bool) -> Iterator[str]:
    """What is not known of memberships, when there were any if nobody answers, and by what posts members hold them."""
    graph, who = vocabulary.graph, subjects_of(question)
    match condition:
        case MemberOf(expression, then):
            bodies = bodies_of(expression)
            yield from emptied_notes(graph, bodies, then) if none else ()
            yield from missing_notes(graph.source, bodies, then, who)
            yield from post_notes(graph, bodies, then, who, _kinds(question))
        case Contains(asked_of, then):
            yield from missing_notes(graph.source, [], then, asked_of)
            yield from post_notes(graph, [], then, asked_of)


def _on_links(vocabulary: Vocabulary, condition: Condition, question: Question, none: bool) -> Iterator[str]:
    """What is to be said of who joined and left, and when."""
    who = subjects_of(question)
    with_dates = not (who or none or _shows_dates(question))
    match condition:
        case Linked(Left()) if NotSo(condition) in conditions_of(question) and not who:
            pass  # whose membership merely ended did not leave, and is not asked about
        case Linked(Left() as link, Body(body)):
            yield from by_date(vocabulary, link, body) if with_dates else ()
            yield from left_remarks(vocabulary, link, body, who)
        case Linked(Joined() | LastIn() as link, Body(body)) if with_dates:
            yield from by_date(vocabulary, link, body)
        case Moment():
            yield from moment_remarks(vocabulary, condition, none)
        case FirstDate() if not none:
            yield whose_date(vocabulary, condition)
        case FirstTo(place=place) if place > 1:
            yield from shared_places(vocabulary, condition)
        case FirstMember(body):
            yield from founder_remarks(vocabulary, body, NotSo(condition) in conditions_of(question))
        case YearsIn(out=True) | YearsWhen(out=True):
            yield from out_of(vocabulary, condition)
        case YearsIn(member, body) | YearsWhen(member, body):
            yield from stays(vocabulary.graph, member, body)


def _on_times(vocabulary: Vocabulary, condition: Condition, question: Question, none: bool) -> Iterator[str]:
    """What is to be said of offices, ages and what exists, and of what is only claimed."""
    graph = vocabulary.graph
    match condition:
        case Related(path, entities, inverse) if none and "/" not in path:
            yield from _claimed(graph, path, entities, inverse)
        case TermDate(holder, offices, of):
            yield from terms(vocabulary, holder, offices, of)
        case Lifetime(one, True) if none or _exists(vocabulary, one):
            again = "exists" if none else "exists again"
            yield f"{one.label} {again} in {graph.as_of}, as far as the graph says."
        case Aged() if not none and not subjects_of(question):
            yield from age_remarks(vocabulary, question)


def _kinds(question: Question) -> tuple[str, ...]:
    """The kinds of what is asked for; () if it may be anything."""
    match question:
        case Entities() | Count(Entities()):
            return (question.of if isinstance(question, Count) else question).kinds
    return ()


def _shows_dates(question: Question) -> bool:
    """Whether each of those that answer has its date beside it."""
    return any(isinstance(condition, ByDate) for condition in conditions_of(question))


def _claimed(graph: Graph, path: str, entities: Sequence[Entity], inverse: bool) -> list[str]:
    """What a source only claims to be so, where nothing is known to be."""
    given, other = ("object", "subject") if inverse else ("subject", "object")
    body = (
        f"SELECT DISTINCT ?one WHERE {{ {values('given', (one.term for one in entities))} ?claim rdf:{given} ?given ;"
        f" rdf:predicate {path} ; rdf:{other} ?one ; blocs:basis blocs:claimed }} ORDER BY ?one"
    )
    iris = [text_of(row[0]) for row in graph.source.select(prologue(body) + body)]
    named = [one.label for one in graph.names.known(iris)]
    return [f"It is claimed, but not known to be so: {', '.join(named)}."] if named else []


def _exists(vocabulary: Vocabulary, one: Entity) -> bool:
    last = vocabulary.graph.as_of
    condition = Existing(one.kind, Period(last, last))
    existing = counted(vocabulary, Entities((condition,))) if held(vocabulary) is not None else None
    if existing is not None:
        return one.iri in existing
    return vocabulary.graph.source.ask(query(Whether((one,), (condition,))))
