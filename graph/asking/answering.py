"""From a question to its answer, with evidence; or to an honest refusal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.dates import ALWAYS, Period
from ..model.entities import KINDS, Entity
from ..model.evidence import Evidence, read_grounds, weakest
from ..model.expression import bodies_of
from ..model.membership import evidence_of, read_memberships, undated_notes
from ..rdf.terms import prologue
from .brackets import groups_in_brackets, read_brackets
from .columns import counted
from .grammar import readings
from .language.tokens import split
from .linked_pairs import linked_pairs
from .logical_form import (
    All,
    Count,
    Dates,
    Entities,
    Existing,
    Exists,
    ManyLinks,
    MemberOf,
    NotSo,
    Number,
    Question,
    Restriction,
    Whether,
    YearsExisting,
    YearsIn,
    YesNo,
)
from .meant_names import in_the_year, read_for
from .refusals import NotUnderstood, refusal
from .remarks import lacking_dates, ranged_over, remarks, unknown_then
from .restatement import restated
from .sparql import denial, exceptions, grounds, grounds_of, query, without_figure
from .spelling import corrected
from .time_patterns import grounds_of_pairs
from .vocabulary import Vocabulary
from .why import Connection, Quoted, Reasons, asked_why

if TYPE_CHECKING:
    from ..analysis.paths import Paths
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
    """An answer: its `type` says which field holds it.

    "entities", "boolean" and "number" (`value`), "dates" (`values`), "quote" (the `evidence` itself, with the `rules`
    by which it leads to what was asked), or "path" (`paths`).
    """

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
    noun: str = ""
    rules: tuple[str, ...] = ()
    paths: Paths | None = None


def answer(graph: Graph, question: str, as_of: str | None = None, vocabulary: Vocabulary | None = None) -> Answer:
    """Answer a question in plain English.

    Parameters
    ----------
    graph : Graph
        The graph that is asked.
    question : str
        The question.
    as_of : str or None
        A date, a period or "any"; None for the dataset's own date.
    vocabulary : Vocabulary or None
        What is known of the graph's wording from earlier questions; None to read it anew.

    Returns
    -------
    Answer

    Raises
    ------
    NotUnderstood
        If no form of question fits; it names the unknown words, the nearest question that can be answered, and
        examples.

    >>> import blocs
    >>> answer(blocs.load(), "how many states are in GUUAM?").value
    5
    """
    vocabulary = vocabulary or Vocabulary(graph)
    words, written = split(question)
    period = graph.period(as_of)
    if len(words) < 2:  # a word is no question
        raise refusal(vocabulary, words, written, 0)
    if len(words) > MOST_WORDS:
        raise NotUnderstood(f"the question has {len(words)} words; ask one of at most {MOST_WORDS}")
    marked = question.rstrip(" .!").endswith("?")

    if groups_in_brackets(question, graph.names):
        # Words without their brackets would mean another set.
        if (grouped := read_brackets(vocabulary, question, period, marked)) is None:
            raise NotUnderstood(
                "the question groups bodies by brackets in a way that ask cannot read; ask about one set, such as"
                " \"who is in A but not (B or C)\", or use: blocs who 'A - (B | C)'"
            )
        return _answered(vocabulary, question, grouped, period, "", ())

    def inner(part: Sequence[str], as_written: Sequence[str]) -> Question | None:
        return readings(vocabulary, part, as_written, period)[0]

    why = asked_why(vocabulary, words, written, period, inner)
    if why is not None and not isinstance(why, YesNo):
        return _why(question, why, period)
    found, furthest = (why, 0) if why is not None else readings(vocabulary, words, written, period, marked)
    notes: tuple[str, ...] = (f"'Now' means {graph.as_of}, the dataset's date.",) if _NOW & set(words) else ()
    spelling = ""
    if found is None:
        read = corrected(graph, words, written)
        if read is not None:
            found, _ = readings(vocabulary, *read.words, period, marked)
            spelling = f" ({'; '.join(read.notes)})"
    if found is None and (wider := vocabulary.wider) is not None:
        found, _ = readings(wider, words, written, period, marked)
        if found is None and (read := corrected(wider.graph, words, written)) is not None:
            found, _ = readings(wider, *read.words, period, marked)
            spelling = f" ({'; '.join(read.notes)})"
        if found is not None:
            said = read_for(graph.names, wider.graph.names, words, written, found)
            spelling += "".join(f" ({note})" for note in said)
    if found is None:
        raise refusal(vocabulary, words, written, furthest)
    return _answered(vocabulary, question, found, period, spelling, notes)


def _why(question: str, why: Quoted | Connection | Reasons, period: Period) -> Answer:
    """The answer to a question of grounds."""
    match why:
        case Connection(understood, select, paths):
            weakly = weakest(step.fact.grounds.basis for path in paths.paths[:1] for step in path)
            return Answer(question, understood, select, str(period), "path", paths=paths, basis=weakly)
        case Quoted(understood, select, quotes, basis, rules):
            head = (question, understood, select, str(period))
            return Answer(*head, "quote", basis=basis, evidence=quotes, rules=rules)
    bases = {fact.fact: fact for fact in why.grounds}
    entities = tuple(
        AnswerEntity(one, bases[one.iri].basis, bases[one.iri].evidence)
        if one.iri in bases
        else AnswerEntity(one, "stated", ())
        for one in why.entities
    )
    return Answer(question, why.understood, why.sparql, str(period), "entities", entities)


def _answered(
    vocabulary: Vocabulary, question: str, found: Question, period: Period, spelling: str, notes: tuple[str, ...]
) -> Answer:
    graph = vocabulary.graph
    lacking_dates(graph, found)
    asked_of = _period(found)
    if asked_of is not None:
        meant = in_the_year(graph, found, asked_of)
        found, notes = meant.question, (*notes, *meant.notes)
    period = asked_of or period
    understood = restated(found) + ranged_over(vocabulary, found, period) + spelling
    head = (question, understood, query(found), str(period))
    match found:
        case Entities():
            entities, undated, _ = _entities(vocabulary, found, period)
            notes = (*notes, *remarks(graph, found, asked_of, not entities))
            return Answer(*head, "entities", entities, notes=(*notes, *undated, *_missing(graph, found)))
        case Count(of):
            entities, undated, total = _entities(vocabulary, of, period)
            every = _unique(e for entity in entities for e in entity.evidence)
            notes = (*notes, *remarks(graph, found, asked_of, not total))
            return Answer(*head, "number", value=total, noun=_noun(of, total), evidence=every, notes=(*notes, *undated))
        case Dates() | Number():
            return _literals(graph, found, head, notes)
    return _boolean(vocabulary, found, head, notes)


def _noun(of: Entities, count: int) -> str:
    """What is counted, as a word for one or several; "" if that may be things of several kinds."""
    kinds = of.kinds
    if len(kinds) != 1:
        return ""
    return kinds[0] if count == 1 else KINDS.get(kinds[0], "")


def _period(found: Question) -> Period | None:
    """The period at which a question reads memberships, if it reads any."""
    match found:
        case Count(of):
            return of.period
        case All(_, rows):
            return rows.period
        case Exists(of):
            return of.period
    return found.period


def _literals(graph: Graph, found: Dates | Number, head: tuple[str, str, str, str], notes: tuple[str, ...]) -> Answer:
    rows = [term.value for (term,) in graph.source.select(query(found)) if isinstance(term, Literal)]
    facts = read_grounds(graph.source, ("answer",), grounds(found))
    evidence = _unique(e for _, fact in facts for e in fact.evidence)
    notes = (*notes, *remarks(graph, found, None, not rows))
    if isinstance(found, Dates):
        none = () if rows else ("The graph gives no date.",)
        return Answer(*head, "dates", values=tuple(rows), evidence=evidence, notes=(*notes, *none))
    value = float(rows[0]) if rows else None
    whole = int(value) if value is not None and value == int(value) else value
    of_years = any(isinstance(condition, (YearsIn, YearsExisting)) for condition in found.conditions)
    unit = "years" if of_years else "percent"
    none = ("The graph does not say from when to when.",) if of_years and whole is None else ()
    return Answer(*head, "number", value=whole, unit=unit, evidence=evidence, notes=(*notes, *none))


def _entities(
    vocabulary: Vocabulary, found: Entities, period: Period
) -> tuple[tuple[AnswerEntity, ...], tuple[str, ...], int]:
    """The entities that answer, each with its evidence; a note if the source dates nothing; how many answers there are.

    An answer without a name is counted, but cannot be shown.
    """
    graph, iris = vocabulary.graph, counted(vocabulary, found)
    if iris is None:
        iris = [t.value for (t,) in graph.source.select(query(found)) if isinstance(t, NamedNode)]
    entities = _named(graph, iris)
    asked: MemberOf | None = found.membership
    if asked is not None:
        members = evidence_of(graph.source, asked.expression, entities, period, asked.role)
        undated = any(span.start is None and span.end is None for m in members for span in m.spans)
        answered = tuple(AnswerEntity(m.entity, m.basis, m.evidence) for m in members)
        return answered, undated_notes(period, graph.as_of, undated), len(iris)
    bases: dict[str, list[str]] = {}
    evidence: dict[str, list[Evidence]] = {}
    pattern = _grounds_of(vocabulary, found, entities)
    for (key,), facts in read_grounds(graph.source, ("answer",), pattern) if entities else ():
        if isinstance(key, NamedNode):
            bases.setdefault(key.value, []).append(facts.basis)
            evidence.setdefault(key.value, []).extend(facts.evidence)
    # That something exists is no ground for what it is not said to have done.
    silent = all(isinstance(condition, (Existing, Restriction)) for condition in found.conditions) and any(
        isinstance(condition, NotSo) for condition in found.conditions
    )
    answered = tuple(
        AnswerEntity(e, "unknown" if silent else weakest(bases.get(e.iri, ())), _unique(evidence.get(e.iri, ())))
        for e in entities
    )
    return answered, _undated(vocabulary, found, entities), len(iris)


def _grounds_of(vocabulary: Vocabulary, found: Entities, entities: Sequence[Entity]) -> str:
    """The pattern of what some entities rest on that are known to answer."""
    many = next((condition for condition in found.conditions if isinstance(condition, ManyLinks)), None)
    if many is None or not entities or vocabulary.graph.source.remote:
        return grounds_of(found, entities)
    place, answered = many.counted == "members", {entity.iri for entity in entities}
    return grounds_of_pairs(many, (pair for pair in linked_pairs(vocabulary, many.link) if pair[place] in answered))


def _named_by(graph: Graph, select: str) -> list[Entity]:
    """The entities that a query finds, in its order."""
    return _named(graph, [row[0].value for row in graph.source.select(select) if isinstance(row[0], NamedNode)])


def _named(graph: Graph, iris: Sequence[str]) -> list[Entity]:
    graph.names.expect(iris)
    return [graph.names.by_iri[iri] for iri in iris if iri in graph.names.by_iri]


def _boolean(vocabulary: Vocabulary, found: YesNo, head: tuple[str, str, str, str], notes: tuple[str, ...]) -> Answer:
    graph, period = vocabulary.graph, _period(found)
    if period is not None and (unknown := unknown_then(graph, found, period)):
        return Answer(*head, "boolean", value=None, basis="unknown", notes=(*notes, *unknown))
    notes = (*notes, *remarks(graph, found, period, none=False))
    if graph.source.ask(query(found)):
        facts = [fact for _, fact in read_grounds(graph.source, (), grounds(found))]
        evidence = _unique(e for fact in facts for e in fact.evidence)
        basis = weakest(fact.basis for fact in facts)
        notes = (*notes, *_undated(vocabulary, found))
        return Answer(*head, "boolean", value=True, basis=basis, evidence=evidence, notes=notes)
    denying = denial(found)
    denied = [fact for _, fact in read_grounds(graph.source, (), denying)] if denying else []
    evidence = _unique(e for fact in denied for e in fact.evidence)
    if isinstance(found, All):
        body = f"SELECT DISTINCT ?one WHERE {{\n{exceptions(found)}\n}} ORDER BY ?one"
        names = ", ".join(entity.label for entity in _named_by(graph, prologue(body) + body))
        notes = (*notes, f"Exceptions in this graph: {names}.") if names else notes
    if isinstance(found, Whether) and found.membership is not None:
        notes = (*notes, *_otherwise(graph, found.subjects, bodies_of(found.membership.expression)))
    return Answer(
        *head, "boolean", value=False, basis="denied" if denied else "unknown", evidence=evidence, notes=notes
    )


def _undated(vocabulary: Vocabulary, found: Entities | YesNo, entities: Sequence[Entity] = ()) -> tuple[str, ...]:
    """What to say if an answer for another date rests on memberships without dates."""
    graph, period = vocabulary.graph, _period(found)
    notes = undated_notes(period, graph.as_of) if period is not None else ()
    if not notes or not vocabulary.has_undated:
        return ()
    dates = "".join(f"\nFILTER NOT EXISTS {{ ?fact schema:{end}Date ?{end}Said }}" for end in ("start", "end"))
    facts = grounds_of(found, entities) if isinstance(found, Entities) else grounds(found)
    body = f"ASK {{\n{facts}{dates}\n}}"
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


def _missing(graph: Graph, found: Entities) -> tuple[str, ...]:
    """Which entities have no figure, if figures were compared."""
    missing = without_figure(found)
    if not missing:
        return ()
    body = f"SELECT DISTINCT ?answer WHERE {{ {missing} }} ORDER BY ?answer"
    names = [entity.label for entity in _named_by(graph, prologue(body) + body)]
    return (f"No figure is given for: {', '.join(names)}.",) if names else ()


def _unique(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(dict.fromkeys(items), key=lambda e: (not e.quote, e.paragraph or 0)))
