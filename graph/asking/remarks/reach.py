"""Whether the data reach the time that a question asks about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...model.coverage import is_outside, outside_notes
from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.evidence import Grounds
from ...model.expression import Or, bodies_of
from ...model.membership_scan import read_stretches
from ..logic.logical_form import Contains, Linked, MemberOf, Pact, Question, Whether, YesNo, conditions_of, period_of

if TYPE_CHECKING:
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["not_known_then", "outside_remarks", "subjects_of", "unknown_then"]


def outside_remarks(vocabulary: Vocabulary, question: Question, period: Period | None, none: bool) -> list[str]:
    """What the data do not cover of a period, and which bodies were not there in it.

    Parameters
    ----------
    vocabulary, question, period, none
        As for `beside_answers.remarks`.
    """
    if period is None or period == ALWAYS:
        return []
    graph, subjects = vocabulary.graph, subjects_of(question)
    among = _asked_about(question, period)
    # A yes or no about a time that the data do not reach is either unknown, or known by a date in them.
    known = isinstance(question, Whether) and is_outside(graph, period, among)
    said = [] if known else [*outside_notes(graph, period, among, subjects)]
    if not said or none:
        said += vocabulary.outside_lives(_bodies(question, period), period)
    return said


def subjects_of(question: Question) -> Sequence[Entity]:
    """Of whom a question of yes and no asks."""
    return question.subjects if isinstance(question, Whether) else ()


def unknown_then(vocabulary: Vocabulary, question: Question, period: Period) -> tuple[str, ...]:
    """Why nothing can be known of a question of yes and no, as no part of its period is covered by the data.

    Of a body that is known not to have begun, or to be over, something is known: nobody was in it. So it is of
    members that are known to have come later.
    """
    graph, bodies = vocabulary.graph, _bodies(question, period)
    among = _asked_about(question, period)
    if period == ALWAYS or not is_outside(graph, period, among):
        return ()
    last = graph.ends.last_on(among, period.start) or graph.as_of
    after = period.start is not None and period.start > last
    if not after and isinstance(question, Whether) and bodies and _begun_later(graph, question.subjects, bodies):
        return ()
    if bodies and len(vocabulary.outside_lives(bodies, period)) >= len(bodies):
        return ()
    return outside_notes(graph, period, among)


def not_known_then(vocabulary: Vocabulary, question: YesNo, facts: Sequence[Grounds], period: Period | None) -> bool:
    """Whether a yes rests on data sets alone that ended before the time asked about, where others go on.

    Of several memberships each must be known, unless one of them is enough.
    """
    if period is None or period == ALWAYS:
        return False
    known, late = vocabulary.graph.ends.resting_on((fact.fact for fact in facts), period)
    either = any(isinstance(one, MemberOf) and isinstance(one.expression, Or) for one in conditions_of(question))
    return bool(late) and not (either and known)


def _asked_about(question: Question, period: Period) -> list[Entity]:
    """The bodies that a question asks about in a period; the states that it names, if it names no body."""
    if bodies := _bodies(question, period):
        return bodies
    named = list(subjects_of(question))
    for condition in conditions_of(question):
        match condition:
            case Contains(asked_of):
                named += asked_of
            case Pact(state):
                named.append(state)
    return list(dict.fromkeys(named))


def _begun_later(graph: Graph, subjects: Sequence[Entity], bodies: Sequence[Entity]) -> bool:
    """Whether all of some subjects have memberships in all of some bodies, each with a beginning."""
    held = [one for one in read_stretches(graph.source, ALWAYS, subjects, bodies) if one.start]
    return {(one.member, one.body) for one in held} == {(one.iri, body.iri) for one in subjects for body in bodies}


def _bodies(question: Question, period: Period) -> list[Entity]:
    """The bodies that a question asks about in a period."""
    found: list[Entity] = []
    for condition in conditions_of(question):
        if isinstance(condition, (Linked, MemberOf)) and period_of(condition) == period:
            found += bodies_of(condition.expression)
    return list(dict.fromkeys(found))
