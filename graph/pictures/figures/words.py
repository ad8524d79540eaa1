"""The words around what was found, the same on a terminal and in a figure: titles, notes, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from ...amounts import shortened
from ...analysis.measures import OVER_UNIVERSE
from ...analysis.pairs import Intersection

if TYPE_CHECKING:
    from ...analysis.pairs import Overlap
    from ...analysis.paths import Paths
    from ...analysis.trend import Trend
    from ...model.entities import Entity
    from ...model.evidence import Evidence

__all__ = [
    "MEASURE_WORDS", "counted", "merged", "named", "numbered", "overlap_notes", "overlap_title", "paths_notes",
    "paths_title", "trend_blanks", "trend_notes", "trend_title",
    "universe_note", "universe_notes", "unlike", "upset_title", "when", "when_alone",
]  # fmt: skip

MEASURE_WORDS = {
    "shared": "number in common",
    "union": "number of both together",
    "jaccard": "Jaccard index",
    "overlap": "overlap coefficient",
    "kappa": "Cohen’s kappa",
    "pi": "Scott’s pi",
    "s": "Signorino and Ritter’s S",
}
"""What the measures are called in a title."""


def overlap_title(found: Overlap) -> str:
    """What an overlap is of."""
    return "States by the bodies in common" if found.by == "state" else "Bodies by the members in common"


def upset_title(found: Overlap) -> str:
    """What the intersections of an overlap are of."""
    return "Who is in exactly which bodies" if found.by == "body" else "Which bodies have exactly which states"


def when(found: Overlap) -> str:
    """Of what date and role an overlap is, as the end of a title."""
    role = "" if found.role == "full" else f", role {found.role}"
    return f", at any time{role}" if str(found.period) == "any" else f", as of {found.period}{role}"


def when_alone(found: Overlap) -> str:
    """The same as a line of its own."""
    return when(found).removeprefix(", ").capitalize()


def unlike(names: Mapping[str, str]) -> dict[str, str]:
    """The same names by id, those that are not the only ones of their kind with the id beside them.

    >>> unlike({"a": "League", "b": "League", "c": "Union"})
    {'a': 'League (a)', 'b': 'League (b)', 'c': 'Union'}
    """
    often = Counter(names.values())
    return {id_: f"{name} ({id_})" if often[name] > 1 else name for id_, name in names.items()}


def merged(crossings: Sequence[Intersection], kept: set[str]) -> list[Intersection]:
    """The intersections if only some of the sets are looked at."""
    found: dict[tuple[str, ...], list[str]] = {}
    for crossing in crossings:
        sets = tuple(id_ for id_ in crossing.sets if id_ in kept)
        if sets:
            found.setdefault(sets, []).extend(crossing.ids)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), len(item[0]), item[0]))
    return [Intersection(sets, tuple(sorted(ids))) for sets, ids in ordered]


def paths_title(found: Paths) -> str:
    """From where to where paths lead, over what, and of when."""
    date = "at any time" if str(found.period) == "any" else f"as of {found.period}"
    way = "memberships" if found.via == "memberships" else "facts"
    return f"From {found.a.short} to {found.b.short} by {way}, {date}"


def paths_notes(found: Paths, hint: str = "") -> tuple[str, ...]:
    """How long the paths are and how many; `hint` says how to see others."""
    if found.length is None:
        way = "No memberships connect" if found.via == "memberships" else "Nothing in this graph connects"
        return (f"{way} {found.a.short} and {found.b.short}.",)
    steps = "1 step" if found.length == 1 else f"{found.length} steps"
    some = len(found.paths)
    least = "more than " if found.more_than_counted else ""
    if some < found.count:
        return (f"{steps}; {some} of {least}{found.count:,} shortest paths{hint}.",)
    return (f"{steps}; {'the only shortest path' if some == 1 else f'all {some} shortest paths'}.",)


def named(entity: Entity) -> str:
    """What is said is a sentence of its own: in quotation marks."""
    return f"“{entity.short}”" if entity.kind == "statement" else entity.short


def numbered(found: Paths) -> dict[Evidence, int]:
    """The sentences that the steps of paths rest on, each with its number."""
    cited = dict.fromkeys(item for path in found.paths for step in path for item in step.fact.grounds.evidence)
    return {item: number for number, item in enumerate(cited, 1)}


def trend_title(found: Trend) -> str:
    """What is counted, of whom."""
    role = "" if found.role == "full" else f", role {found.role}"
    if not found.entities:
        return f"Memberships, bodies and states by year{role}"
    names = ", ".join(entity.short for entity in found.entities)
    return f"{counted(found)} of {names} by year{role}"


def counted(found: Trend) -> str:
    """What is counted of what was named."""
    bodies = sum(entity.kind == "body" for entity in found.entities)
    return "Members" if bodies == len(found.entities) else "Memberships" if bodies else "Bodies"


def trend_blanks(found: Trend) -> list[str]:
    """Why for some years there is no number."""
    blank = any(number is None for line in found.counts.values() for number in line)
    gone = ["Where no number stands, there was no such state or body."] if found.absent else []
    unknown = "For some years no number is given: most of what is counted has no date."
    return [*gone, *([unknown] if blank and found.undated else [])]


def trend_notes(found: Trend) -> list[str]:
    """What the numbers leave open."""
    if not found.undated:
        return []
    memberships = "membership has" if found.undated == 1 else "memberships have"
    how = "it is" if found.undated == 1 else "they are"
    counted = f"{how} counted in every year for which there is a number"
    if not found.years:
        counted = f"in which of these years {how} to be counted is not known"
    return [f"{found.undated:,} of {found.memberships:,} {memberships} no date; {counted}."]


def overlap_notes(found: Overlap, measures: Collection[str] = ()) -> list[str]:
    """Over how many the measures are computed that need to know it, and who is left out."""
    notes = universe_notes(found, measures)
    if found.left_out:
        what = "Bodies without members" if found.by == "body" else "States that are in no body"
        notes.append(f"{what} are left out: {shortened(found.entities[one].short for one in found.left_out)}.")
    return notes


def universe_notes(found: Overlap, measures: Collection[str]) -> list[str]:
    """Over how many measures are computed, of those that need to know it; none if no such measure is among them."""
    return [universe_note(found)] if set(OVER_UNIVERSE) & set(measures) else []


def universe_note(found: Overlap) -> str:
    """Over how many bodies, or states, kappa and its likes are computed."""
    of = "bodies" if found.by == "state" else "states"
    return f"Kappa, pi and S are computed over the {found.universe} {of} that existed then."
