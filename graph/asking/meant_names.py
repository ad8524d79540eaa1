"""What the names of a question mean beyond those of the graph: well-known names, and names in the year asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Generic, TypeVar

from ..errors import InvalidRequest
from ..frozen import frozen
from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.naming.names import Names, normal
from .logic.logical_form import Dates, OfRegion, Question
from .logic.walking import changed, parts_of_kind

if TYPE_CHECKING:
    from ..model.graph import Graph
    from ..model.known.states import State
    from .vocabulary import Vocabulary

__all__ = ["InYear", "entities_of", "in_its_years", "in_the_year", "read_for", "refuse_long_gone"]

T = TypeVar("T")


def entities_of(part: object) -> Iterator[Entity]:
    """The entities that a question names, in order; not those of a region that it names."""
    return parts_of_kind(changed(part, OfRegion, lambda region: replace(region, entities=None)), Entity)


def read_for(own: Names, wider: Names, words: Sequence[str], written: Sequence[str], found: Question) -> Iterator[str]:
    """Which names that the graph does not have were read for which of its own: "read “USSR” as “Russia”"."""
    named, said = set(entities_of(found)), set[Entity]()
    for length in range(min(len(words), 8), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            meant = [entity for entity in wider.matches(name) if entity in named and entity not in said]
            if len(meant) == 1 and not own.matches(name):
                said.add(meant[0])
                yield f"read “{' '.join(written[at : at + length])}” as “{meant[0].label}”"


def in_its_years(
    graph: Graph, wider: Names, words: Sequence[str], found: Question, now: Period
) -> tuple[Question, tuple[str, ...]]:
    """A question of a state by a name that it bore while it was another: within the years of that name.

    "Was the Soviet Union ever in A" does not ask of Russia after 1991, nor of the year in which that began.

    Raises
    ------
    InvalidRequest
        If the question asks of a present in which nobody has the name any more.
    """
    named, notes = set(entities_of(found)), list[str]()
    for length in range(min(len(words), 8), 0, -1):
        for at in range(len(words) - length + 1):
            name = " ".join(words[at : at + length])
            meant = [one for one in wider.matches(name, ("state",)) if one in named]
            years = _years_of_name(name) if len(meant) == 1 and not graph.names.matches(name) else None
            if years is None:
                continue
            text, first, last, parted = years
            if (
                parted
                and now.start is not None
                and str(last) < now.start[:4]
                and now in set(parts_of_kind(found, Period))
            ):
                raise InvalidRequest(
                    f"{meant[0].label} was called “{text}” until {last}; ask of a year to then, or of {meant[0].label}"
                )
            covered = graph.as_of[:4]
            if isinstance(found, Dates):
                # "When did Zaire join A" asks of the state, also of the years in which it was called otherwise; only
                # what a name of several states together did ends with them.
                if not parted:
                    continue
                first = None
            if covered > str(last) and ALWAYS in set(parts_of_kind(found, Period)):
                found = _within(found, Period(str(first) if first is not None else None, str(last - 1)))
                notes.append(f"{meant[0].label} was called “{text}” until {last}; later years do not count.")
    return found, tuple(dict.fromkeys(notes))


def _within(found: Question, span: Period) -> Question:
    """A question of any time, of a span alone."""
    return changed(found, Period, lambda period: span if period == ALWAYS else period)


def _years_of_name(name: str) -> tuple[str, int | None, int, bool] | None:
    """A former name of a state with its first and last year, and whether other states separated when it ended."""
    from ..model.known.authority import authority

    state = authority().find(name).state
    if state is None:
        return None
    for one in state.names:
        if one.last is not None and normal(one.text) == normal(name):
            ended = one.last
            parted = (other for other in authority().states if state.id in other.separated_from)
            separated = any(abs(int(spell.start[:4]) - ended) <= 1 for other in parted for spell in other.spells)
            return one.text, one.first, ended, separated
    return None


@frozen
class InYear(Generic[T]):
    """A question, or a part of one, with the states that its names meant in its year; what is to be said of them."""

    question: T
    notes: tuple[str, ...]


def in_the_year(graph: Graph, found: T, period: Period) -> InYear[T]:
    """What a question means in its year: "Germany" of 1960 is the German Federal Republic, and so it is said.

    A state that did not exist in that year may have lent its name to another. Where a rule of the field says which is
    meant, the question is asked of that one; where none does, of nobody.

    Raises
    ------
    InvalidRequest
        If several states had the name in that year and none is usually meant.
    """
    year = _year(period)
    states = [entity for entity in dict.fromkeys(entities_of(found)) if entity.kind == "state"]
    if year is None or not states:
        return InYear(found, ())
    meant = {state: _meant(graph, state, year) for state in states}
    others = {state: other for state, (other, _) in meant.items()}
    notes = tuple(dict.fromkeys(note for _, note in meant.values() if note))
    taken = [other for state, other in others.items() if other != state]
    if any(other in states for other in taken):
        return InYear(found, ())  # both are named, so neither stands for the other
    return InYear(changed(found, Entity, lambda entity: others.get(entity, entity)) if taken else found, notes)


def _year(period: Period) -> int | None:
    if period == ALWAYS or period.start is None or period.end is None:
        return None
    first, last = period.start[:4], period.end[:4]
    return int(first) if first == last and first.isdigit() else None


def _meant(graph: Graph, state: Entity, year: int) -> tuple[Entity, str]:
    """The state that a state's name meant in a year, and what is to be said of it."""
    from ..model.known.authority import authority
    from ..model.known.well_known import node_of_state

    listed = _listed(state)
    if listed is None:
        return state, ""
    match = authority().find(state.label, year)
    if listed.exists_in(year):
        several = match.state is None and len(match.candidates) > 1
        return state, f"{match.note[:-1]}; this is of {state.label}." if several else ""
    nodes = [(one, node_of_state(graph.names, one)) for one in match.candidates]
    if match.state is None and len(match.candidates) > 1:
        known = [node.label for _, node in nodes if node is not None]
        raise InvalidRequest(f"{match.note[:-1]}; ask of one of them: {', '.join(known) or 'none is in this graph'}")
    other = next((node for one, node in nodes if one == match.state), None)
    if other is None or other == state:
        return state, f"{state.label} was no state of the state system in {year}, as the lists of states have it."
    spelled = f"{other.label} is meant" if not match.note else match.note.rstrip(".")
    return other, f"{spelled}: in this graph {other.label}."


def refuse_long_gone(vocabulary: Vocabulary, found: Question) -> None:
    """Refuse a question without a year of a state that was over before its bodies began, if others have its name since.

    "When did Korea join the OECD" is not asked of the Korea that ended in 1905.

    Raises
    ------
    InvalidRequest
        It names the states that have the name now.
    """
    graph = vocabulary.graph
    named = tuple(dict.fromkeys(entities_of(found)))
    bodies, now = [one for one in named if one.kind == "body"], _year(graph.period(None))
    if now is None or not bodies:
        return
    for state in (one for one in named if one.kind == "state"):
        listed = _listed(state)
        if listed is None or not listed.spells or any(not spell.end for spell in listed.spells):
            continue
        last = max(spell.end[:4] for spell in listed.spells)
        if all(vocabulary.outside_lives([body], Period(last, last)) for body in bodies):
            _meant(graph, state, now)


def _listed(state: Entity) -> State | None:
    """The state of the list of states that has a state's code; None if it has none, or several have it."""
    from ..model.known.authority import authority

    code = state.codes.get("cow") or state.codes.get("cowCode")
    found = [one for one in authority().states if code in one.codes.get("cow", ())] if code else []
    return found[0] if len(found) == 1 else None
