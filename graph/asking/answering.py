"""From a question to its answer, with evidence; or to an honest refusal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.evidence import Evidence, read_grounds, weakest
from ..model.membership import evidence_of, read_memberships, undated_notes
from ..rdf.terms import prologue
from .grammar import readings
from .language.tokens import split
from .meaning import Count, Question, Select, YesNo
from .refusals import NotUnderstood, refusal
from .spelling import without_slips

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["MOST_WORDS", "Answer", "AnswerEntity", "NotUnderstood", "answer"]

MOST_WORDS = 60
"""A longer question is not read."""


_NOW = {"now", "today", "currently", "nowadays", "presently"}
"""Words for the time of asking, which is not the time that a graph speaks of."""


@dataclass(frozen=True)
class AnswerEntity:
    """An entity that answers, with the weakest basis of what it rests on."""

    entity: Entity
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True)
class Answer:
    """An answer: its `type` is "entities", "boolean", "number" or "dates", and says which field holds it."""

    question: str
    understood: str
    sparql: str
    as_of: str
    type: str
    entities: tuple[AnswerEntity, ...] = ()
    value: bool | float | None = None
    values: tuple[str, ...] = ()
    unit: str = ""
    basis: str = ""
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = field(default=())


def answer(graph: Graph, question: str, as_of: str | None = None) -> Answer:
    """Answer a question in plain English.

    Raises NotUnderstood where no form of question fits, with the words that could not be placed, the nearest
    question that can be answered, and examples.

    >>> import blocs
    >>> answer(blocs.load(), "how many states are in GUUAM?").value
    5
    """
    words, written = split(question)
    period = graph.period(as_of)
    if len(words) < 2:  # a word is no question
        raise refusal(graph, words, written, 0)
    if len(words) > MOST_WORDS:
        raise NotUnderstood(f"the question has {len(words)} words; ask one of at most {MOST_WORDS}")
    marked = question.rstrip(" .!").endswith("?")
    found, furthest = readings(graph, words, written, period, marked)
    notes: tuple[str, ...] = (f"Now is {graph.as_of} for this graph.",) if _NOW & set(words) else ()
    slips = ""
    if found is None:
        mended = without_slips(graph, words, written)
        if mended is not None:
            found, _ = readings(graph, *mended.words, period, marked)
            slips = f" ({'; '.join(mended.notes)})"
    if found is None:
        raise refusal(graph, words, written, furthest)
    return _answered(graph, question, found, period, slips, notes)


def _answered(
    graph: Graph, question: str, found: Question, period: Period, slips: str, notes: tuple[str, ...]
) -> Answer:
    rows = found.of if isinstance(found, Count) else found
    period = rows.period or period
    head = (question, found.understood + slips, found.query, str(period))
    if isinstance(found, YesNo):
        return _boolean(graph, found, head, notes)
    if isinstance(found, Count):
        total = next(iter(graph.source.select(found.query)))[0]
        counted, undated = _entities(graph, found.of, period)
        every = _unique(e for one in counted for e in one.evidence)
        number = int(total.value) if isinstance(total, Literal) else 0
        return Answer(*head, "number", value=number, evidence=every, notes=(*notes, *undated))
    if found.answer == "entities":
        entities, undated = _entities(graph, found, period)
        return Answer(*head, "entities", entities, notes=(*notes, *undated, *_missing(graph, found)))
    return _literals(graph, found, head, notes)


def _literals(graph: Graph, found: Select, head: tuple[str, str, str, str], notes: tuple[str, ...]) -> Answer:
    rows = [term.value for (term,) in graph.source.select(found.query) if isinstance(term, Literal)]
    grounds = read_grounds(graph.source, ("answer",), found.grounds or found.pattern)
    evidence = _unique(e for _, fact in grounds for e in fact.evidence)
    if found.answer == "dates":
        none = () if rows else ("No date is given.",)
        return Answer(*head, "dates", values=tuple(rows), evidence=evidence, notes=(*notes, *none))
    value = float(rows[0]) if rows else None
    whole = int(value) if value is not None and value == int(value) else value
    return Answer(*head, "number", value=whole, unit="percent", evidence=evidence, notes=notes)


def _entities(graph: Graph, found: Select, period: Period) -> tuple[tuple[AnswerEntity, ...], tuple[str, ...]]:
    """The entities that answer, each with its evidence; and a note where the source dates nothing."""
    entities = _rows(graph, found)
    if found.expression is not None:
        members = evidence_of(graph.source, found.expression, entities, period, found.role)
        undated = any(span.start is None and span.end is None for m in members for span in m.spans)
        return tuple(AnswerEntity(m.entity, m.basis, m.evidence) for m in members), undated_notes(
            period, graph.as_of, undated
        )
    bases: dict[str, list[str]] = {}
    evidence: dict[str, list[Evidence]] = {}
    for (key,), grounds in read_grounds(graph.source, (found.variable,), found.grounds or found.pattern):
        if isinstance(key, NamedNode):
            bases.setdefault(key.value, []).append(grounds.basis)
            evidence.setdefault(key.value, []).extend(grounds.evidence)
    answered = (AnswerEntity(e, weakest(bases.get(e.iri, ())), _unique(evidence.get(e.iri, ()))) for e in entities)
    return tuple(answered), _undated(graph, found)


def _rows(graph: Graph, found: Select) -> list[Entity]:
    """The entities that a query finds, in its order."""
    terms = [row[0] for row in graph.source.select(found.query)]
    graph.names.expect(t.value for t in terms if isinstance(t, NamedNode))
    return [graph.names.by_iri[t.value] for t in terms if isinstance(t, NamedNode) and t.value in graph.names.by_iri]


def _boolean(graph: Graph, found: YesNo, head: tuple[str, str, str, str], notes: tuple[str, ...]) -> Answer:
    if graph.source.ask(found.query):
        grounds = [g for _, g in read_grounds(graph.source, (), found.grounds or found.pattern)]
        evidence = _unique(e for g in grounds for e in g.evidence)
        basis = weakest(g.basis for g in grounds)
        notes = (*notes, *_undated(graph, found))
        return Answer(*head, "boolean", value=True, basis=basis, evidence=evidence, notes=notes)
    denied = [g for _, g in read_grounds(graph.source, (), found.denial)] if found.denial else []
    evidence = _unique(e for g in denied for e in g.evidence)
    if found.exceptions is not None:
        names = ", ".join(entity.label for entity in _rows(graph, found.exceptions))
        notes = (*notes, f"Not so, as far as this graph tells: {names}.") if names else notes
    if found.between is not None:
        notes = (*notes, *_otherwise(graph, *found.between))
    return Answer(
        *head, "boolean", value=False, basis="denied" if denied else "unknown", evidence=evidence, notes=notes
    )


def _undated(graph: Graph, found: Select | YesNo) -> tuple[str, ...]:
    """What to say where an answer for another date rests on memberships without dates."""
    notes = undated_notes(found.period, graph.as_of) if found.period is not None else ()
    if not notes:
        return ()
    dates = "".join(f"\nFILTER NOT EXISTS {{ ?fact schema:{end}Date ?{end}Said }}" for end in ("start", "end"))
    body = f"ASK {{\n{found.grounds or found.pattern}{dates}\n}}"
    return notes if graph.source.ask(prologue(body) + body) else ()


def _otherwise(graph: Graph, members: Sequence[Entity], bodies: Sequence[Entity]) -> tuple[str, ...]:
    """The memberships of other times and roles, where a question about some was answered with no."""
    spans = [s for s in read_memberships(graph.source, ALWAYS, members, bodies, "any") if s.start or s.role != "full"]
    labels = {entity.iri: entity.short for entity in (*members, *bodies)}
    said = [
        " ".join(filter(None, (labels[s.member], "in", labels[s.body], s.years, f"({s.role})" * (s.role != "full"))))
        for s in spans
    ]
    return (f"At other times or in other roles: {'; '.join(said)}.",) if said else ()


def _missing(graph: Graph, found: Select) -> tuple[str, ...]:
    """Which entities have no figure, where figures were compared."""
    if not found.missing:
        return ()
    body = f"SELECT DISTINCT ?answer WHERE {{ {found.missing} }} ORDER BY ?answer"
    terms = [t for (t,) in graph.source.select(prologue(body) + body)]
    names = [
        graph.names.by_iri[t.value].label for t in terms if isinstance(t, NamedNode) and t.value in graph.names.by_iri
    ]
    return (f"No figure is given for: {', '.join(names)}.",) if names else ()


def _unique(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(dict.fromkeys(items), key=lambda e: (not e.quote, e.paragraph or 0)))
