"""From a question to its answer, with evidence; or to an honest refusal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..entities import Entity
from ..errors import AskedWrongly
from ..evidence import Evidence, read_grounds, weakest
from ..membership import evidence_of
from .grammar import Grammar
from .lexicon import PATTERNS
from .questions import Count, Select, YesNo
from .words import split

if TYPE_CHECKING:
    from ..knowledge import KnowledgeGraph

__all__ = ["Answer", "AnswerEntity", "NotUnderstood", "answer"]


class NotUnderstood(AskedWrongly):
    """A question that no form reads."""


@dataclass(frozen=True, slots=True)
class AnswerEntity:
    """An entity that answers, with the weakest basis of what it rests on."""

    entity: Entity
    basis: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
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


def answer(graph: KnowledgeGraph, question: str, as_of: str | None = None) -> Answer:
    """Answer a question in plain English.

    Raises NotUnderstood where no form of question fits, with the words that could not be placed.

    >>> import blocs
    >>> answer(blocs.load(), "how many states are in GUUAM?").value
    5
    """
    words = split(question)
    period = graph.period(as_of)
    grammar = Grammar(words, graph.names, period)
    found = grammar.read() if words and len(words) <= 60 else None
    if found is None:
        raise _not_understood(graph, words, grammar)
    head = (question, found.understood, found.query, str(period))
    if isinstance(found, YesNo):
        return _boolean(graph, found, head)
    if isinstance(found, Count):
        total = next(iter(graph.source.select(found.query)))[0]
        counted = _entities(graph, found.of, as_of)
        every = _unique(e for one in counted for e in one.evidence)
        return Answer(*head, "number", value=int(total.value) if isinstance(total, Literal) else 0, evidence=every)
    if found.answer == "entities":
        return Answer(*head, "entities", _entities(graph, found, as_of), notes=_notes(graph, found))
    rows = [term.value for (term,) in graph.source.select(found.query) if isinstance(term, Literal)]
    evidence = _unique(
        e for _, grounds in read_grounds(graph.source, ("answer",), found.grounds) for e in grounds.evidence
    )
    if found.answer == "dates":
        return Answer(*head, "dates", values=tuple(rows), evidence=evidence)
    value = float(rows[0]) if rows else None
    return Answer(
        *head,
        "number",
        value=int(value) if value is not None and value == int(value) else value,
        unit="percent",
        evidence=evidence,
    )


def _entities(graph: KnowledgeGraph, found: Select, period_text: str | None) -> tuple[AnswerEntity, ...]:
    terms = [row[0] for row in graph.source.select(found.query)]
    entities = [
        graph.names.by_iri[t.value] for t in terms if isinstance(t, NamedNode) and t.value in graph.names.by_iri
    ]
    if found.expression is not None:
        members = evidence_of(graph.source, found.expression, entities, graph.period(period_text))
        return tuple(AnswerEntity(m.entity, m.basis, m.evidence) for m in members)
    bases: dict[str, list[str]] = {}
    evidence: dict[str, list[Evidence]] = {}
    for (key,), grounds in read_grounds(graph.source, (found.variable,), found.grounds):
        if isinstance(key, NamedNode):
            bases.setdefault(key.value, []).append(grounds.basis)
            evidence.setdefault(key.value, []).extend(grounds.evidence)
    return tuple(AnswerEntity(e, weakest(bases.get(e.iri, ())), _unique(evidence.get(e.iri, ()))) for e in entities)


def _boolean(graph: KnowledgeGraph, found: YesNo, head: tuple[str, str, str, str]) -> Answer:
    if graph.source.ask(found.query):
        grounds = [g for _, g in read_grounds(graph.source, (), found.grounds)]
        evidence = _unique(e for g in grounds for e in g.evidence)
        return Answer(*head, "boolean", value=True, basis=weakest(g.basis for g in grounds), evidence=evidence)
    denied = [g for _, g in read_grounds(graph.source, (), found.denial)] if found.denial else []
    evidence = _unique(e for g in denied for e in g.evidence)
    return Answer(*head, "boolean", value=False, basis="denied" if denied else "unknown", evidence=evidence)


def _notes(graph: KnowledgeGraph, found: Select) -> tuple[str, ...]:
    if not found.missing:
        return ()
    from ..terms import prologue

    body = f"SELECT DISTINCT ?answer WHERE {{ {found.missing} }} ORDER BY ?answer"
    terms = [t for (t,) in graph.source.select(prologue(body) + body)]
    names = [
        graph.names.by_iri[t.value].label for t in terms if isinstance(t, NamedNode) and t.value in graph.names.by_iri
    ]
    return (f"No figure is given for: {', '.join(names)}.",) if names else ()


def _unique(items: object) -> tuple[Evidence, ...]:
    return tuple(sorted(dict.fromkeys(items), key=lambda e: e.paragraph or 0))  # type: ignore[call-overload]


def _not_understood(graph: KnowledgeGraph, words: Sequence[str], grammar: Grammar) -> NotUnderstood:
    if not words:
        return NotUnderstood('nothing was asked; for example: blocs ask "who is in CST"')
    lost = " ".join(words[min(grammar.r.furthest, len(words) - 1) :][:6])
    near = graph.names.near(lost.split()[0]) if lost and len(lost.split()[0]) < 30 else []
    hint = f"; did you mean {' or '.join(near)}?" if near else ";"
    return NotUnderstood(
        f"not understood from {lost!r}{hint} questions look like: " + ", ".join(f'"{p}"' for p in PATTERNS[:3])
    )
