"""From a question as data to its answer: what the graph says, on what that rests, and what has to be said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..model.dates import ALWAYS, Period
from ..model.entities import KINDS, Entity
from ..model.evidence import Evidence, Grounds, read_grounds, weakest
from ..model.membership import denials, undated_notes
from ..rdf.terms import prologue
from .answers import Answer, AnswerEntity
from .kinds_of_members import unknown_kind_notes
from .logic.logical_form import (
    All,
    Average,
    ByDate,
    Compare,
    Condition,
    Contains,
    Count,
    Dates,
    Difference,
    Entities,
    Existing,
    Exists,
    Fact,
    ManyLinks,
    MemberOf,
    Moment,
    NotSo,
    Number,
    Question,
    Restriction,
    Similarity,
    Tally,
    Times,
    Whether,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
    YesNo,
)
from .lookup.counts import compared, counted_of, counts_said, figure_of, ranked, said_of, years_said
from .lookup.found_iris import found_iris
from .lookup.held import evidence_in, grounds_in, held, tallied_grounds
from .lookup.lacking import lacking_dates
from .lookup.linked_pairs import linked_pairs
from .lookup.links import link_grounds, moments
from .lookup.otherwise import in_other_years, otherwise
from .lookup.ranging import ranged_over
from .lookup.yes_or_no import asked_of_all, is_so
from .meant_names import InYear, in_the_year, refuse_long_gone
from .remarks.beside_answers import remarks
from .remarks.coded_as_none import coded_as_none
from .remarks.dates import dated_links
from .remarks.denials_not_kept import denials_not_kept
from .remarks.joining import joined_unseen
from .remarks.reach import not_known_then, unknown_then
from .set_dates import sets_at_their_dates
from .sparql.link_patterns import grounds_of_pairs
from .sparql.questions import denial, exceptions, grounds, grounds_of, query, without_figure
from .sparql.time_patterns import grounds_of_known
from .vocabulary import Vocabulary
from .wording.restatement import count_said, restated

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["answer_to"]


def answer_to(
    vocabulary: Vocabulary, question: str, found: Question, period: Period, spelling: str, notes: tuple[str, ...]
) -> Answer:
    """The answer to a question that was read.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph that is asked, with what is kept of it.
    question : str
        The question as it was put.
    found : Question
        What it asks.
    period : Period
        The time at which the graph is asked, where the question names none.
    spelling : str
        Which words were read as others, to be said in the restatement.
    notes : tuple of str
        What has to be said beside the answer already.

    Returns
    -------
    Answer

    Raises
    ------
    InvalidRequest
        If the graph has no dates for a question of time.
    """
    graph = vocabulary.graph
    lacking_dates(vocabulary, found)
    asked_of = _period(found)
    if asked_of in (None, ALWAYS):
        refuse_long_gone(vocabulary, found)
    if isinstance(found, Compare) or asked_of is not None:
        meant = _in_the_years(graph, found, asked_of)
        found, notes = meant.question, (*notes, *meant.notes)
        found, dated = sets_at_their_dates(vocabulary, found)
        notes = (*notes, *dated)
    period = asked_of or period
    understood = restated(found) + ranged_over(vocabulary, found, period) + spelling
    head = (question, understood, query(found), str(period))
    match found:
        case Entities():
            entities, undated, _ = _entities(vocabulary, found, period)
            notes = (*notes, *remarks(vocabulary, found, asked_of, not entities))
            entities, without_date = _by_date(vocabulary, found, entities)
            notes = (*notes, *unknown_kind_notes(found.kinds, [one.entity for one in entities]))
            said = (*notes, *undated, *without_date, *_missing(graph, found))
            said = (*said, *(() if entities else in_other_years(vocabulary, found)))
            return Answer(*head, "entities", entities, notes=said, counted=counted_of(found))
        case Count(of):
            entities, undated, total = _entities(vocabulary, of, period)
            every = _unique(e for entity in entities for e in entity.evidence)
            notes = (*notes, *remarks(vocabulary, found, asked_of, not total), *_missing(graph, of))
            notes = (*notes, *unknown_kind_notes(of.kinds, [one.entity for one in entities]))
            answered = Answer(*head, "number", value=total, evidence=every, notes=(*notes, *undated))
            return replace(answered, noun=_noun(of, total), said=count_said(of, total))
        case Dates() | Number():
            return _literals(vocabulary, found, head, notes)
    if isinstance(found, Whether) and (contrary := _contrary(found)) is not None:
        return _opposite(_boolean(vocabulary, contrary, head, notes), contrary)
    return _boolean(vocabulary, found, head, notes)


def _contrary(found: Whether) -> Whether | None:
    """The question of which this is the contrary: whether it is so, of whether it is not."""
    match found.conditions:
        case (NotSo(asked),) if len(found.subjects) == 1:
            return Whether(found.subjects, (asked,))
    return None


def _opposite(so: Answer, contrary: Whether) -> Answer:
    """The answer to whether something is not so, from whether it is: what the source says of one, it says of the other."""
    if so.value is None:
        return so
    if so.value:
        return replace(so, value=False, basis="denied")
    if so.basis == "denied":
        return replace(so, value=True, basis="stated")
    silent = f"Nothing in this graph says that {restated(contrary).removeprefix('whether ')}."
    return replace(so, value=True, basis="derived", notes=(*so.notes, silent))


def _in_the_years(graph: Graph, found: Question, period: Period | None) -> InYear[Question]:
    """What the names of a question meant in its year; in either of its years, if it compares two."""
    if not isinstance(found, Compare):
        return in_the_year(graph, found, period or ALWAYS)
    left, right = (in_the_year(graph, tally, tally.period) for tally in (found.left, found.right))
    notes = tuple(dict.fromkeys((*left.notes, *right.notes)))
    return InYear(Compare(left.question, found.sign, right.question), notes)


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
        case Compare(left, _, right):
            return left.period if left.period == right.period else None
    return found.period


def _literals(
    vocabulary: Vocabulary, found: Dates | Number, head: tuple[str, str, str, str], notes: tuple[str, ...]
) -> Answer:
    source = vocabulary.graph.source
    facts = _known_grounds(vocabulary, found)
    if facts is None:
        rows_of = read_grounds(source, ("answer",) if isinstance(found, Dates) else (), grounds(found))
        facts = [fact for _, fact in rows_of]
    evidence = _unique(e for fact in facts for e in fact.evidence)
    if isinstance(found, Dates):
        rows = [term.value for (term,) in source.select(query(found)) if isinstance(term, Literal)]
        notes = (*notes, *remarks(vocabulary, found, None, not rows))
        none: tuple[str, ...] = () if rows else ("The graph gives no date.",)
        if any(isinstance(condition, YearsOfNumber) for condition in found.conditions):
            none = years_said(rows)
        if any(isinstance(condition, YearsWhen) for condition in found.conditions):
            none = years_said(rows) if rows else ("In no year, as far as the graph says.",)
        return Answer(*head, "dates", values=tuple(rows), evidence=evidence, notes=(*notes, *none))
    figure = figure_of(vocabulary, found)
    value = figure.value
    notes = (*notes, *remarks(vocabulary, found, None, value is None))
    whole = int(value) if value is not None and value == int(value) else value
    of_times = any(isinstance(condition, Times) for condition in found.conditions)
    of_years = any(isinstance(condition, (YearsIn, YearsExisting, YearsBetween)) for condition in found.conditions)
    never_in = any(isinstance(condition, YearsIn) and condition.out for condition in found.conditions)
    none = ("The graph does not say from when to when.",) if of_years and whole is None and not never_in else ()
    unit = "years" if of_years else "" if of_times else figure.unit
    return Answer(*head, "number", value=whole, unit=unit, evidence=evidence, notes=(*notes, *figure.notes, *none))


def _known_grounds(vocabulary: Vocabulary, found: Dates | Number) -> list[Grounds] | None:
    """The memberships that a number or date rests on; None where they are asked by a query."""
    match found.conditions:
        case (Moment() as moment,):
            return moments(vocabulary, moment)
        case (Average(),):
            return []
        case (YearsIn(member, body, role=role) | YearsWhen(member, body, role=role),) if (
            kept := held(vocabulary)
        ) is not None:
            spans = kept.those(ALWAYS, role, [member], [body])
            return sorted((kept.grounds(one) for one in spans), key=lambda grounds: grounds.fact)
        case (YearsOfNumber(one, counted_as, role=role),) if (kept := held(vocabulary)) is not None:
            ends = (None, [one]) if counted_as == "members" else ([one], None)
            return sorted(
                (kept.grounds(each) for each in kept.those(ALWAYS, role, *ends)), key=lambda grounds: grounds.fact
            )
        case (Difference(Tally() as more, Tally() as less),):
            return tallied_grounds(vocabulary, more, less)
        case (Similarity(a, b, period),):
            counted = "members" if a.kind == "body" else "bodies"
            return tallied_grounds(vocabulary, Tally((a, b), counted, period))
    return None


def _entities(
    vocabulary: Vocabulary, found: Entities, period: Period
) -> tuple[tuple[AnswerEntity, ...], tuple[str, ...], int]:
    """The entities that answer, each with its evidence; what is to be said of them; how many answers there are.

    An answer without a name is counted, but cannot be shown.
    """
    graph, these = vocabulary.graph, ranked(vocabulary, found)
    iris = list(these.figures) if these is not None else found_iris(vocabulary, found)
    entities = _named(graph, iris)
    asked: MemberOf | None = found.membership
    if asked is not None:
        members = evidence_in(vocabulary, asked.expression, entities, period, asked.role)
        undated = any(span.start is None and span.end is None for m in members for span in m.spans)
        answered = tuple(AnswerEntity(m.entity, m.basis, m.evidence) for m in members)
        return answered, undated_notes(period, graph.as_of, undated), len(iris)
    bases: dict[str, list[str]] = {}
    evidence: dict[str, list[Evidence]] = {}
    for iri, facts in _grounds(vocabulary, found, entities) if entities else ():
        bases.setdefault(iri, []).append(facts.basis)
        evidence.setdefault(iri, []).extend(facts.evidence)
    numbers = these.figures if these is not None else {}
    # That something exists is no ground for what it is not said to have done.
    silent = all(isinstance(condition, (Existing, Restriction)) for condition in found.conditions) and any(
        isinstance(condition, NotSo) for condition in found.conditions
    )
    denied = _denied(vocabulary, found, entities) if silent and entities else {}
    for iri, denials_of in denied.items():
        bases.setdefault(iri, [one.basis for one in denials_of])
        evidence.setdefault(iri, [item for one in denials_of for item in one.evidence])
    answered = tuple(
        AnswerEntity(
            e,
            "unknown" if silent and e.iri not in denied else weakest(bases.get(e.iri, ())),
            _unique(evidence.get(e.iri, ())),
            numbers.get(e.iri),
        )
        for e in entities
    )
    said = said_of(vocabulary, found, graph.names.by_iri, these) if these is not None else ()
    return answered, (*said, *_undated(vocabulary, found, entities)), len(iris)


def _denied(vocabulary: Vocabulary, found: Entities, entities: Sequence[Entity]) -> dict[str, list[Grounds]]:
    """What says that some members are in none of some bodies, by body."""
    asked = [one.condition for one in found.conditions if isinstance(one, NotSo)]
    match asked:
        case [Contains(members, period, ())]:
            spans = denials(vocabulary.graph.source, period, members, entities)
        case _:
            return {}
    by_body: dict[str, dict[str, Grounds]] = {}
    for span in spans:
        by_body.setdefault(span.body, {})[span.member] = span.grounds
    return {body: list(of.values()) for body, of in by_body.items() if len(of) == len(members)}


def _by_date(
    vocabulary: Vocabulary, found: Entities, entities: Sequence[AnswerEntity]
) -> tuple[tuple[AnswerEntity, ...], tuple[str, ...]]:
    """Those that answer in the order of their dates, if that is asked; who has none comes last, and is named."""
    asked = next((condition for condition in found.conditions if isinstance(condition, ByDate)), None)
    if asked is None:
        return tuple(entities), ()
    until = f"{found.period.end}~" if found.period is not None and found.period.end is not None else "~"
    dates: dict[str, str] = {}
    for who, day in dated_links(vocabulary, asked.link, asked.body):
        if day <= until:  # of several dates the last before the time asked about: that by which it was a member then
            dates[who] = max(day, dates.get(who, ""))
    dated = [replace(one, date=dates[one.entity.iri]) for one in entities if one.entity.iri in dates]
    others = [one for one in entities if one.entity.iri not in dates]
    # Those of one date stay in the order of their names.
    dated.sort(key=lambda one: one.date, reverse=asked.latest_first)
    names = ", ".join(one.entity.label for one in others)
    return (*dated, *others), (f"The graph gives no date for: {names}.",) if others else ()


def _grounds(vocabulary: Vocabulary, found: Entities, entities: Sequence[Entity]) -> Iterable[tuple[str, Grounds]]:
    """What each of the entities that answer rests on, under its IRI."""
    kept = _kept_grounds(vocabulary, found.conditions, entities)
    if kept is not None:
        return kept
    rows = read_grounds(vocabulary.graph.source, ("answer",), _grounds_of(vocabulary, found, entities))
    return ((key.value, facts) for (key,), facts in rows if isinstance(key, NamedNode))


def _kept_grounds(
    vocabulary: Vocabulary, conditions: Sequence[Condition], entities: Sequence[Entity]
) -> list[tuple[str, Grounds]] | None:
    """The same from the memberships that are kept; None where they do not tell."""
    found: list[tuple[str, Grounds]] = []
    for fact in (condition for condition in conditions if isinstance(condition, Fact)):
        kept = grounds_in(vocabulary, (fact,), entities)
        kept = link_grounds(vocabulary, (fact,), entities) if kept is None else kept
        if kept is None:
            return None
        found += kept
    return found or None


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
    asked_of = (found.left.period, found.right.period) if isinstance(found, Compare) else (period,)
    unknown = [note for one in asked_of if one is not None for note in unknown_then(vocabulary, found, one)]
    if unknown:
        return Answer(*head, "boolean", value=None, basis="unknown", notes=(*notes, *dict.fromkeys(unknown)))
    notes = (*notes, *remarks(vocabulary, found, period, none=False))
    if isinstance(found, Compare):
        figure = compared(vocabulary, found)
        facts = _facts(vocabulary, found)
        evidence = _unique(e for fact in facts for e in fact.evidence)
        basis = weakest(["derived", *(fact.basis for fact in facts)])
        said = (*notes, *figure.notes, *_undated(vocabulary, found))
        return Answer(*head, "boolean", value=bool(figure.value), basis=basis, evidence=evidence, notes=said)
    if isinstance(found, Whether):
        notes = (*notes, *counts_said(vocabulary, found))
    if is_so(vocabulary, found):
        facts = _facts(vocabulary, found)
        evidence = _unique(e for fact in facts for e in fact.evidence)
        basis = weakest(fact.basis for fact in facts)
        if not_known_then(vocabulary, found, facts, period):
            return Answer(*head, "boolean", value=None, basis="unknown", evidence=evidence, notes=notes)
        notes = (*notes, *_undated(vocabulary, found))
        return Answer(*head, "boolean", value=True, basis=basis, evidence=evidence, notes=notes)
    if joined_unseen(vocabulary, found):
        return Answer(*head, "boolean", value=None, basis="unknown", notes=notes)
    denying = denial(found)
    denied = [fact for _, fact in read_grounds(graph.source, (), denying)] if denying else []
    denied = denied or coded_as_none(vocabulary, found)
    evidence = _unique(e for fact in denied for e in fact.evidence)
    unclear = _without_figure(graph, found)
    notes = (*notes, *_no_figure_of(unclear))
    if isinstance(found, All):
        names = ", ".join(one.label for one in _exceptions(vocabulary, found) if one not in unclear)
        notes = (*notes, f"Exceptions in this graph: {names}.") if names else notes
    if isinstance(found, Whether):
        notes = (*notes, *otherwise(vocabulary, found), *(() if denied else denials_not_kept(vocabulary, found)))
    return Answer(
        *head, "boolean", value=False, basis="denied" if denied else "unknown", evidence=evidence, notes=notes
    )


def _exceptions(vocabulary: Vocabulary, found: All) -> list[Entity]:
    """Those of whom it is not so, though it was asked of all."""
    asked_of = asked_of_all(vocabulary, found)
    if asked_of is not None:
        return _named(vocabulary.graph, asked_of.others)
    body = f"SELECT DISTINCT ?one WHERE {{\n{exceptions(found)}\n}} ORDER BY ?one"
    return _named_by(vocabulary.graph, prologue(body) + body)


def _facts(vocabulary: Vocabulary, found: YesNo) -> list[Grounds]:
    """The facts that a yes rests on."""
    match found:
        case Compare(left, _, right):
            kept = tallied_grounds(vocabulary, left, right)
            if kept is not None:
                return kept
        case All(such=such) if (asked_of := asked_of_all(vocabulary, found)) is not None:
            of_all = _kept_grounds(vocabulary, such.conditions, _named(vocabulary.graph, asked_of.so))
            if of_all is not None:
                return sorted(dict.fromkeys(facts for _, facts in of_all), key=lambda fact: fact.fact)
        case Whether(subjects, conditions):
            of_each = _kept_grounds(vocabulary, conditions, subjects)
            if of_each is not None:
                return [facts for _, facts in of_each]
            if len(conditions) == 1 and (known := grounds_of_known(conditions[0], subjects)):
                return [fact for _, fact in read_grounds(vocabulary.graph.source, (), known)]
    return [fact for _, fact in read_grounds(vocabulary.graph.source, (), grounds(found))]


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


def _missing(graph: Graph, found: Question) -> tuple[str, ...]:
    """A note on who has no figure, if figures were compared."""
    return _no_figure_of(_without_figure(graph, found))


def _no_figure_of(entities: Sequence[Entity]) -> tuple[str, ...]:
    names = ", ".join(entity.label for entity in entities)
    return (f"No figure is given for: {names}.",) if names else ()


def _without_figure(graph: Graph, found: Question) -> list[Entity]:
    """Which entities have no figure, if figures were compared."""
    missing = without_figure(found)
    body = f"SELECT DISTINCT ?answer WHERE {{ {missing} }} ORDER BY ?answer"
    return _named_by(graph, prologue(body) + body) if missing else []


def _unique(items: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(sorted(dict.fromkeys(items), key=lambda e: (not e.quote, e.paragraph or 0)))
