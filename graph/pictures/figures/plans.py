"""What was found as figures: for each kind of result what is drawn of it, and the words that stand around it.

The command line and Python draw the same from here; each has its own way to say where a figure goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from ...analysis.overlap import Overlap
from ...analysis.paths import Paths, Step
from ...analysis.timeline import Entry
from ...analysis.trend import Trend
from ...model.dates import Period
from ...model.description import Description, about, fact_row
from ...model.entities import Entity
from ...model.evidence import evidence_line
from ...model.naming.names import Names
from .card_figure import Saying, card_figure
from .chain_figure import chain_figure
from .figure import Caption, Look
from .line_figure import MOST_LINES, line_figure
from .matrix_figure import Matrix, matrix_figure, most_names
from .scene import Scene
from .timeline_figure import timeline_figure
from .upset_figure import MOST_SETS, upset_figure
from .words import (
    MEASURE_WORDS,
    counted,
    merged,
    named,
    numbered,
    overlap_title,
    paths_notes,
    paths_title,
    trend_blanks,
    trend_title,
    unlike,
    upset_title,
    when_alone,
)  # fmt: skip

__all__ = ["Plan", "card_plan", "chain_plan", "matrix_plan", "timeline_plan", "trend_plan", "upset_plan"]


@dataclass(frozen=True)
class Plan:
    """A figure that can be drawn in any look: how, and what stands around it."""

    title: str
    make: Callable[[Caption, Look], Scene]
    subtitle: str = ""
    notes: tuple[str, ...] = ()


# Overlap


def matrix_plan(
    found: Overlap, measure: str, notes: Iterable[str] = (), *, codes: Callable[[str], str] | None = None
) -> Plan:
    """The matrix of a measure, of as many as a page holds; `codes` gives what is printed for an id, if not names."""

    def make(caption: Caption, look: Look) -> Scene:
        ids = found.seriated(measure, most_names(look))
        what = "states" if found.by == "state" else "bodies"
        if len(ids) < len(found.sets):
            most = "in the most bodies" if found.by == "state" else "with the most members"
            some = f"The {len(ids)} {what} {most}, of {len(found.sets):,}."
            caption = replace(caption, notes=(some, *caption.notes))
        names = unlike({id_: codes(id_) if codes else found.entities[id_].label for id_ in ids})
        values = {frozenset((pair.a, pair.b)): pair.measure(measure) for pair in found.pairs}
        shorts = [codes(id_) if codes else found.entities[id_].short for id_ in ids]

        def value(a: int, b: int) -> float | None:
            return values.get(frozenset((ids[a], ids[b])))

        matrix = Matrix(list(names.values()), value, MEASURE_WORDS[measure], what, shorts)
        return matrix_figure(matrix, caption, look)

    return Plan(overlap_title(found), make, when_alone(found), tuple(notes))


def upset_plan(found: Overlap, *, codes: Callable[[str], str] | None = None) -> Plan:
    """Who is in exactly which of the sets compared, of the largest sets if there are more than can be followed."""

    def name(id_: str) -> str:
        return codes(id_) if codes else found.entities[id_].label

    def make(caption: Caption, look: Look) -> Scene:
        shorts = {id_: codes(id_) if codes else found.entities[id_].short for id_ in found.sets}
        ordered = sorted(found.sets, key=lambda id_: (-found.sets[id_].bit_count(), shorts[id_]))
        sets, crossings = ordered[:MOST_SETS], found.intersections()
        things = ("bodies", "members") if found.by == "body" else ("states", "bodies")
        if len(sets) < len(ordered):
            crossings = merged(crossings, set(sets))
            note = f"The {len(sets)} largest {things[0]} of {len(ordered):,}; who is in none of them is left out."
            caption = replace(caption, notes=(*caption.notes, note))
        names = unlike({id_: name(id_) for id_ in sets})
        parts = [([names[id_] for id_ in c.sets], [name(id_) for id_ in c.ids]) for c in crossings]
        return upset_figure({names[id_]: len(found.ids_of(id_)) for id_ in sets}, parts, caption, things, look)

    return Plan(upset_title(found), make, when_alone(found))


# Paths


def chain_plan(found: Paths) -> Plan:
    """Paths as chains, with the sentences that each step rests on."""
    numbers = numbered(found)

    def grounds(step: Step) -> str:
        return " ".join([step.fact.grounds.basis, *(f"[{numbers[item]}]" for item in step.fact.grounds.evidence)])

    chains = [
        (named(path[0].start), [(step.words, named(step.end), grounds(step)) for step in path]) for path in found.paths
    ]
    sentences = [f"[{number}] {evidence_line(item)}" for item, number in numbers.items()]
    return Plan(paths_title(found), partial(chain_figure, chains, sentences), "", paths_notes(found))


# One entity


def card_plan(description: Description, names: Names, *, evidence: bool = True) -> Plan:
    """All that is known of an entity as a card, with the sentences that it rests on if `evidence` is asked for."""
    entity = description.entity
    cited = dict.fromkeys(item for fact in description.facts for item in fact.grounds.evidence)
    cited |= dict.fromkeys(description.grounds.evidence)
    numbers = {item: number for number, item in enumerate(cited, 1)} if evidence else {}
    said = [
        Saying(
            *fact_row(fact, entity, names),
            fact.grounds.basis,
            " ".join(f"[{numbers[item]}]" for item in fact.grounds.evidence if item in numbers),
        )
        for fact in description.facts
    ]
    sentences = [f"[{number}] {evidence_line(item)}" for item, number in numbers.items()]
    make = partial(card_figure, said, description.definition, about(description), sentences)
    return Plan(entity.label, make, entity.kind)


# Over the years


def timeline_plan(entries: Sequence[Entry], among: Sequence[Entity], period: Period, as_of: str) -> Plan:
    """Memberships as bars over the years, and events; `as_of` is the date of the data."""
    names = ", ".join(entity.short for entity in among) or "everything that has a date"
    date = "" if str(period) == "any" else f", {str(period).replace(':', '–')}"
    return Plan(f"Timeline of {names}{date}", lambda caption, look: timeline_figure(entries, caption, as_of, look))


def trend_plan(found: Trend) -> Plan:
    """Numbers over the years as lines: together for what was named, else a panel each."""
    keys = list(found.counts)
    kept = keys
    if found.entities:
        highest = sorted(keys, key=lambda key: -max((n for n in found.counts[key] if n is not None), default=0))
        kept = highest[:MOST_LINES]
        panels = [(counted(found), {found.names[key]: found.counts[key] for key in keys if key in kept})]
    else:
        panels = [(found.names[key], {found.names[key]: found.counts[key]}) for key in keys]
    notes = trend_blanks(found)
    if len(kept) < len(keys):
        notes.append(f"The {len(kept)} lines with the highest numbers are drawn, of {len(keys)}.")
    years = f"{found.years[0]}–{found.years[-1]}" if found.years else ""
    return Plan(trend_title(found), partial(line_figure, found.years, panels), years, tuple(notes))
