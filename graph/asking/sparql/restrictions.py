"""The patterns of conditions that only narrow: of a kind, one of some, in a place, before a date. See `questions`."""

from __future__ import annotations

from typing import assert_never

from ...model.entities import Entity
from ...model.membership import expression_pattern_of
from ...rdf.terms import sparql_term
from ..logic.logical_form import (
    After,
    Among,
    Before,
    ByDate,
    During,
    FirstEvent,
    InPlace,
    Is,
    NotOneOf,
    NotUnrepresented,
    OfKind,
    OfNoun,
    OneOf,
    Planned,
    Really,
    SaidWith,
    StatementOf,
)
from .written import values_of

__all__ = ["located", "narrowed"]


_CLASSES = {
    "state": "schema:Country",
    "person": "schema:Person",
    "body": "org:Organization",
    "event": "schema:Event",
    "conflict": "blocs:Conflict",
}


def narrowed(
    condition: OfKind
    | OfNoun
    | Among
    | OneOf
    | NotOneOf
    | InPlace
    | During
    | After
    | Before
    | Planned
    | FirstEvent
    | ByDate
    | Is
    | NotUnrepresented
    | Really
    | SaidWith
    | StatementOf,
    one: str,
) -> str:
    """A condition that only narrows, as a pattern."""
    match condition:
        case OfKind(kind):
            return f"{one} a {_CLASSES[kind]} ."
        case OfNoun(_, entities):
            return "" if entities is None else values_of(one[1:], entities)
        case Among(expression, period, role):
            return expression_pattern_of(expression, one, period, role, 50)
        case OneOf(entities):
            return values_of(one[1:], entities)
        case NotOneOf(entities):
            return f"FILTER({one} NOT IN ({', '.join(sparql_term(entity.term) for entity in entities)}))"
        case InPlace(place):
            return located(f"{one} schema:location", place)
        case During(period, precision):
            exact = f" FILTER(STRLEN(STR(?begins)) >= {precision})" if precision else ""
            return (
                f"{one} schema:startDate ?begins . OPTIONAL {{ {one} schema:endDate ?ends }}"
                f" BIND(COALESCE(STR(?ends), STR(?begins)) AS ?last) {period.sparql('begins', 'last')}{exact}"
            )
        case After(date, included):
            test = f'STR(?begins) >= "{date}"' if included else f'CONCAT(STR(?begins), "~") > "{date}~"'
            return f"{one} schema:startDate ?begins . FILTER({test})"
        case Before(date):
            return f'{one} schema:startDate ?begins . FILTER(STR(?begins) < "{date}")'
        case FirstEvent():
            return _first_event(condition, one)
        case ByDate():
            return ""
        case Planned(so):
            return f"{one} blocs:basis blocs:planned ." if so else f"MINUS {{ {one} blocs:basis blocs:planned }}"
        case NotUnrepresented(body):
            none = f"?none a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented {one} ."
            return f"MINUS {{ {none} }}"
        case StatementOf():
            return _statement(condition, one)
        case Is(entity):
            return f"{values_of(one[1:], [entity])} {one} ?anyProperty ?anyValue ."
        case Really(path, entity):
            claimed = f"?claim rdf:subject {one} ; rdf:predicate {path} ; rdf:object {sparql_term(entity.term)}"
            return f"MINUS {{ {claimed} ; blocs:basis blocs:claimed }}"
        case SaidWith(path, entity, inverse, _, words):
            subject, other = (one, sparql_term(entity.term)) if inverse else (sparql_term(entity.term), one)
            worded = f"?worded rdf:subject {subject} ; rdf:predicate {path} ; rdf:object {other}"
            either = "skos:definition|blocs:evidence/oa:exact"
            return f'FILTER EXISTS {{ {worded} ; {either} ?wording FILTER(REGEX(?wording, "{"|".join(words)}", "i")) }}'
        case _:
            assert_never(condition)


def _first_event(condition: FirstEvent, one: str) -> str:
    """The first event, or last, of those that meet some conditions; of two dates of which one is less exact, either."""

    def dated(which: str, date: str) -> str:
        among = "\n".join(narrowed(each, which) for each in (OfKind("event"), *condition.among))
        return f"{{ SELECT DISTINCT {which} {date} WHERE {{\n{which} schema:startDate {date} .\n{among}\n}} }}"

    best = f"{{ SELECT ({'MAX' if condition.last else 'MIN'}(STR(?theirs)) AS ?best) WHERE {{ {dated('?other', '?theirs')} }} }}"
    same = "FILTER(STRSTARTS(STR(?first), ?best) || STRSTARTS(?best, STR(?first)))"
    return f"{dated(one, '?first')}\n{best}\n{same}"


def located(path: str, place: Entity) -> str:
    """The pattern of what a path leads to a place, or to another that is in it.

    Virtuoso finds nothing by a path of no or more steps between two ends that are given: hence one or more, apart.
    """
    within = f"{path}/schema:containedInPlace+ {sparql_term(place.term)}"
    return f"{{ {path} {sparql_term(place.term)} }} UNION {{ {within} }}"


def _statement(condition: StatementOf, one: str) -> str:
    """Whoever speaks makes an assertion; the other acts are classes of their own."""
    parts = [f"{one} a blocs:{'Statement' if condition.act == 'Assertion' else condition.act} ."]
    if condition.speaker is not None:
        parts.append(f"{one} blocs:speaker {sparql_term(condition.speaker.term)} .")
    if condition.events:
        parts.append(f"{values_of('event', condition.events)} {one} blocs:at ?event .")
    if condition.subject is not None:
        parts.append(f"{one} blocs:about {sparql_term(condition.subject.term)} .")
    return "\n".join(parts)
