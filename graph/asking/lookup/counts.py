"""Answers of numbers and comparisons: what is counted, and what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ...amounts import shortened
from ...frozen import frozen
from ...model.dates import ALWAYS
from ...model.runs import runs
from ...rdf.terms import text_of
from ..logic.logical_form import (
    Average,
    Bound,
    Compare,
    Difference,
    Entities,
    Extreme,
    Grown,
    Number,
    Numbered,
    OneOf,
    PairWith,
    Place,
    Portion,
    ShareOf,
    SharesWith,
    Similarity,
    Tally,
    Whether,
    YearsIn,
)
from ..logic.orders import holds, in_order
from ..sparql.questions import numbers_query, query
from ..wording.count_words import quantity
from ..wording.count_words import tallied as in_words
from .columns import average_of, counted, figures, pairs, tallied
from .held import Held, held

if TYPE_CHECKING:
    from ...model.entities import Entity
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["Figure", "compared", "counted_of", "counts_said", "figure_of", "ranked", "said_of", "years_said"]


@frozen
class Figure:
    """A number that answers, its unit, and what is to be said beside it."""

    value: float | None
    unit: str = ""
    notes: tuple[str, ...] = ()


def compared(vocabulary: Vocabulary, asked: Compare) -> Figure:
    """Whether one number is more than another, as 1 or 0; with both numbers in a note."""
    left, right = (_tallied(vocabulary, tally) for tally in (asked.left, asked.right))
    so = holds(Bound(((asked.sign, right),)), left)
    return Figure(
        float(so), notes=(_both(asked.left, left, asked.right, right), *_outside(vocabulary, asked.left, asked.right))
    )


def _both(one: Tally | ShareOf, its: float, other: Tally | ShareOf, theirs: float) -> str:
    words = [in_words(side) if isinstance(side, Tally) else quantity(side) for side in (one, other)]
    said = "; ".join(f"{what}: {number:g}" for what, number in zip(words, (its, theirs), strict=True))
    return f"{said[:1].upper()}{said[1:]}."


def _outside(vocabulary: Vocabulary, *tallies: Tally | ShareOf) -> Iterator[str]:
    """Which bodies had not begun when they are counted, or were over."""
    for tally in tallies:
        if isinstance(tally, Tally) and tally.counted == "members":
            yield from vocabulary.outside_lives(tally.of, tally.period)


def _tallied(vocabulary: Vocabulary, tally: Tally) -> float:
    if not vocabulary.graph.source.remote:
        return tallied(vocabulary, tally)
    return _selected(vocabulary.graph, Number((Difference(tally, Tally((), tally.counted, tally.period)),))) or 0.0


def _selected(graph: Graph, found: Number) -> float | None:
    return next((float(term.value) for (term,) in graph.source.select(query(found)) if isinstance(term, Literal)), None)


def _all_of(vocabulary: Vocabulary, asked: Entities) -> set[str]:
    """The IRIs that answer a question."""
    iris = counted(vocabulary, asked)
    return set(iris) if iris is not None else {text_of(row[0]) for row in vocabulary.graph.source.select(query(asked))}


def figure_of(vocabulary: Vocabulary, found: Number) -> Figure:
    """The number that answers a question for one."""
    match found.conditions:
        case (Difference(Tally() as more, Tally() as less, either_way),) if not vocabulary.graph.source.remote:
            left, right = tallied(vocabulary, more), tallied(vocabulary, less)
            return Figure(
                abs(left - right) if either_way else left - right,
                notes=(_both(more, left, less, right), *_outside(vocabulary, more, less)),
            )
        case (Portion(of, such),):
            all_, those = (_all_of(vocabulary, one) for one in (of, such))
            said = f"{len(all_ & those)} of {len(all_)}."
            return Figure(100 * len(all_ & those) / len(all_) if all_ else None, "percent", (said,))
        case (Average() as asked,) if not vocabulary.graph.source.remote:
            return Figure(average_of(vocabulary, asked))
        case (Similarity(a, b, period),):
            counted = "members" if a.kind == "body" else "bodies"
            tallies = [Tally(of, counted, period) for of in ((a, b), (a,), (b,))]
            both, first, second = (_tallied(vocabulary, tally) for tally in tallies)
            union = first + second - both
            said = (
                f"{both:g} {counted} in common, of {union:g} in either; {a.short} has {first:g}, {b.short} {second:g}."
            )
            if counted == "bodies":
                said = f"{both:g} bodies in common, of {union:g} in either; {a.short} is in {first:g}, {b.short} in {second:g}."
            return Figure(both / union if union else None, "jaccard", (said,))
        case (YearsIn(out=False) as asked,) if (kept := held(vocabulary)) is not None:
            return Figure(_years_in(kept, asked))
        case (Average() | Difference(Tally(), Tally()),):
            return Figure(_selected(vocabulary.graph, found))
    return Figure(_selected(vocabulary.graph, found), "percent")


def _years_in(kept: Held, asked: YearsIn) -> float | None:
    """In how many years somebody was in a body; None where memberships without dates do not say."""
    theirs = list(kept.those(ALWAYS, asked.role, [asked.member], [asked.body]))
    years = {
        year
        for one in theirs
        for year in range(asked.years[0], asked.years[1] + 1)
        if one.start and one.start <= f"{year:04}~" and f"{one.end}~" >= f"{year:04}"
    }
    return float(len(years)) if years or not theirs else None


def counts_said(vocabulary: Vocabulary, found: Whether) -> tuple[str, ...]:
    """How many those have of whom it is asked whether they have so many."""
    asked = [c for c in found.conditions if isinstance(c, Numbered)]
    tallies = [Tally((one,), c.counted, c.period, c.role) for c in asked for one in found.subjects]
    said = [f"{in_words(tally)}: {_tallied(vocabulary, tally):g}" for tally in tallies]
    return tuple(f"{one[:1].upper()}{one[1:]}." for one in said)


def years_said(years: Sequence[str]) -> tuple[str, ...]:
    """Years of a number in spans, if they are many; that there are none, if so.

    >>> years_said(["1990", "1991", "1992", "1996"]), years_said([]), years_said(["1990"])
    (('In spans: 1990–1992, 1996.',), ('In no year that the data cover.',), ())
    """
    if not years:
        return ("In no year that the data cover.",)
    spans = (f"{first}–{last}" if first != last else f"{first}" for first, last in runs(map(int, years)))
    return (f"In spans: {', '.join(spans)}.",) if len(years) > 2 else ()


# Who is compared


@frozen
class Ranked:
    """Entities in the order of their numbers, which `figures` gives by IRI; `unit` is what they count."""

    figures: Mapping[str, float]
    unit: str


def ranked(vocabulary: Vocabulary, found: Entities) -> Ranked | None:
    """Those that answer a question of numbers, in order, each with its number; None if it is none."""
    asked = _asked(found)
    if asked is None:
        return None
    numbers = (
        _figures_elsewhere(vocabulary, found, asked) if vocabulary.graph.source.remote else figures(vocabulary, found)
    )
    if numbers is None:
        return None
    unit = _unit(asked)
    return Ranked(numbers if isinstance(asked.number, Place) else dict(sorted(numbers.items())), unit)


def _figures_elsewhere(
    vocabulary: Vocabulary, found: Entities, asked: Numbered | Grown | SharesWith | PairWith
) -> dict[str, float] | None:
    """The same figures from an endpoint, by the query; None of pairs, whose numbers it does not give one by one."""
    if isinstance(asked, PairWith) or (isinstance(asked, SharesWith) and asked.measure != "shared"):
        return None
    numbers: dict[str, float] = {}
    for answer, number in vocabulary.graph.source.select(numbers_query(found)):
        if not isinstance(number, Literal):
            return None
        if isinstance(answer, NamedNode):
            numbers[answer.value] = float(number.value)
    if isinstance(asked.number, Place) and not asked.number.alone:
        return in_order(numbers, asked.number)
    return numbers


def counted_of(found: Entities) -> str:
    """What the numbers count by which entities answer: "members", "bodies", "growth", what is "shared", the "jaccard" index."""
    asked = _asked(found)
    return "" if asked is None else _unit(asked)


def _unit(asked: Numbered | Grown | SharesWith | PairWith) -> str:
    match asked:
        case Numbered(counted=counted):
            return counted
        case Grown():
            return "growth"
        case SharesWith(measure=measure) | PairWith(measure=measure):
            return measure


def _asked(found: Entities) -> Numbered | Grown | SharesWith | PairWith | None:
    return next((c for c in found.conditions if isinstance(c, (Numbered, Grown, SharesWith, PairWith))), None)


def said_of(vocabulary: Vocabulary, found: Entities, by_iri: Mapping[str, Entity], these: Ranked) -> tuple[str, ...]:
    """What to say of those that are compared: their number, who ties, which pairs they are, who is nearest if nobody is."""
    asked = _asked(found)
    match asked:
        case PairWith():
            return _pairs_said(vocabulary, asked, by_iri)
        case SharesWith(number=Bound((("=", 1),)), measure="jaccard") if not these.figures:
            return _nearest(vocabulary, asked, by_iri)
        case Numbered(number=Extreme(), among=(OneOf(entities), *_)) if these.figures:
            return (_of_each(vocabulary, asked, entities), *_tied(these))
        case Grown():
            ties = _tied(these) if isinstance(asked.number, Extreme) else _ties(these, asked.number)
            return (*_changes(vocabulary, asked, by_iri, these), *ties)
        case Numbered(number=Extreme() | Place() as number) | SharesWith(number=Extreme() | Place() as number):
            return tuple(_ties(these, number))
    return ()


def _of_each(vocabulary: Vocabulary, asked: Numbered, entities: Sequence[Entity]) -> str:
    """The number of each that is compared by name, the largest first."""
    numbers = {one: _tallied(vocabulary, Tally((one,), asked.counted, asked.period, asked.role)) for one in entities}
    ordered = sorted(numbers.items(), key=lambda item: (-item[1], item[0].short))
    return f"{'; '.join(f'{one.short}: {_number(number, asked.counted)}' for one, number in ordered)}."


def _tied(these: Ranked) -> Iterator[str]:
    if len(these.figures) > 1:
        yield f"{len(these.figures)} tie."


_CHANGES_SAID = 5


def _changes(vocabulary: Vocabulary, asked: Grown, by_iri: Mapping[str, Entity], these: Ranked) -> Iterator[str]:
    """From how many to how many those grew that answer."""
    said = []
    for iri in list(these.figures)[: _CHANGES_SAID + 1]:
        if (one := by_iri.get(iri)) is not None:
            tallies = [Tally((one,), asked.counted, at) for at in (asked.earlier, asked.later)]
            before, after = (_tallied(vocabulary, tally) for tally in tallies)
            said.append(f"{one.short}: {before:g} in {asked.earlier}, {after:g} in {asked.later}")
    if said:
        yield f"{shortened(said, _CHANGES_SAID, '; ', len(these.figures))}."


def _ties(these: Ranked, number: Bound | Extreme | Place) -> Iterator[str]:
    values = list(these.figures.values())
    if isinstance(number, Extreme) and values:
        tie = f"; {len(values)} tie" if len(values) > 1 else ""
        yield f"{_number(values[0], these.unit)}{tie}."
    elif isinstance(number, Place) and number.alone and values:
        tie = f"; {len(values)} tie" if len(values) > 1 else ""
        yield f"{_number(values[0], these.unit)}{tie}. Those that tie for a place count as one."
    elif isinstance(number, Place) and len(values) > number.number:
        tied = values.count(values[-1])
        yield f"{len(values)} are listed, since {tied} tie for the last place with {_number(values[-1], these.unit)}."


def _number(value: float, unit: str) -> str:
    match unit:
        case "jaccard":
            return f"Jaccard index {value:.3f}"
        case "shared":
            return f"{value:g} in common"
        case "growth":
            return f"{value:+g}"
    return f"{value:g} {unit if value != 1 else {'bodies': 'body', 'members': 'member'}[unit]}"


_PAIRS_SAID = 10


def _pairs_said(vocabulary: Vocabulary, asked: PairWith, by_iri: Mapping[str, Entity]) -> tuple[str, ...]:
    found = list(pairs(vocabulary, asked).items())
    some = found[: _PAIRS_SAID + 1]
    vocabulary.graph.names.expect(iri for pair, _ in some for iri in pair)
    what = {"shared": "members in common" if asked.kind == "body" else "bodies in common", "jaccard": ""}[asked.measure]
    said = []
    for pair, number in some:
        names = " and ".join(by_iri[iri].label if iri in by_iri else iri for iri in pair)
        said.append(f"{names}: {f'{number:g} {what}' if what else f'Jaccard index {number:.3f}'}")
    return (f"{shortened(said, _PAIRS_SAID, '; ', len(found))}.",) if said else ()


def _nearest(vocabulary: Vocabulary, asked: SharesWith, by_iri: Mapping[str, Entity]) -> tuple[str, ...]:
    """Who comes nearest, where nobody has the same."""
    nearest = SharesWith(asked.kind, asked.other, "jaccard", Extreme(most=True), asked.period, asked.among)
    close = figures(vocabulary, Entities((nearest,))) or {}
    names = [one.label for one in vocabulary.graph.names.known(close)]
    if not names:
        return ()
    index = next(iter(close.values()))
    return (f"Nobody has exactly the same; nearest: {', '.join(names)} (Jaccard index {index:.3f}).",)
