"""What is to be said of leaving: whose membership ended otherwise, lasts until the data end, or was interrupted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...amounts import shortened
from ...model.dates import ALWAYS, Period, preceding
from ...model.entities import Entity
from ...model.expression import Body
from ...model.missing import missing_notes
from ...model.runs import runs
from ...rdf.terms import prologue
from ..logic.logical_form import (
    Entities,
    Joined,
    LastIn,
    Left,
    Linked,
    MemberOf,
    Moment,
    Whether,
    YearsIn,
    YearsWhen,
)
from ..lookup.found_iris import found_iris
from ..lookup.moment_dates import dates_of
from ..sparql.questions import query

if TYPE_CHECKING:
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["left_remarks", "moment_remarks", "out_of", "stays"]


def left_remarks(vocabulary: Vocabulary, link: Left, body: Entity, who: Sequence[Entity]) -> list[str]:
    """What is to be said where it is asked who left a body, or whether some did.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, with what is kept of it.
    link, body : Left and Entity
        What was asked.
    who : sequence of Entity
        Of whom it was asked; of all if it is empty.
    """
    return [*_not_left(vocabulary, body, link, who), *_left_before(vocabulary, body, link, who)]


def moment_remarks(vocabulary: Vocabulary, asked: Moment, none: bool) -> list[str]:
    """What is to be said where it is asked when somebody left a body, or was in it last.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, with what is kept of it.
    asked : Moment
        What was asked.
    none : bool
        Whether nothing answers.
    """
    member, body = asked.member, asked.body
    match asked.link:
        case Left() if not none and _is_by_years(vocabulary):
            return [f"Leaving is dated by the last year in which the table has {member.label} in {body.short}."]
        case Left() if none:
            return _not_left(vocabulary, body, Left(ALWAYS), (member,)) or stays(vocabulary.graph, member, body)
        case LastIn() if none:
            return stays(vocabulary.graph, member, body)
    return []


def stays(graph: Graph, member: Entity, body: Entity) -> list[str]:
    """That a membership lasts until the data end."""
    last = Period(graph.as_of, graph.as_of)
    held = graph.source.ask(query(Whether((member,), (MemberOf(Body(body), last),))))
    return [f"{member.label} was in {body.short} when the data end, in {graph.as_of}."] if held else []


def out_of(vocabulary: Vocabulary, asked: YearsIn | YearsWhen) -> Iterator[str]:
    """When somebody was out of a body, until when the data reach, and what they lack."""
    member, body = asked.member, asked.body
    joined = dates_of(vocabulary.graph, Moment(Joined(ALWAYS), member, body))
    if not joined:
        yield f"{member.label} was never in {body.short}, as far as the graph says."
        return
    when = YearsWhen(member, body, asked.years, asked.role, out=True)
    years = sorted(map(int, dates_of(vocabulary.graph, when)))
    if not years:
        yield f"{member.label} was in {body.short} in each year after it first joined, as far as the data have both."
    elif isinstance(asked, YearsIn):
        spans = ", ".join(f"{first}–{last}" if first != last else f"{first}" for first, last in runs(years))
        yield f"Out of {body.short}: {spans}."
    if years and years[-1] == asked.years[1]:
        yield f"{member.label} was not in {body.short} when the data end, in {asked.years[1]}."
    since = Period(min(joined), f"{asked.years[1]:04}")
    yield from missing_notes(vocabulary.graph.source, [body], since, [member])


def _not_left(vocabulary: Vocabulary, body: Entity, link: Left, who: Sequence[Entity]) -> list[str]:
    """Whose membership ended without their leaving."""
    last = _linked(vocabulary, Linked(LastIn(link.period, link.role), Body(body)), who)
    left = _linked(vocabulary, Linked(Left(link.period, link.role), Body(body)), who)
    others = sorted(one.label for one in vocabulary.graph.names.known(last - left))
    if not others:
        return []
    named = shortened(others)
    ended = "ended with the body or the state, or its data are missing"
    return [f"Not counted as leaving {body.short}: {named}, whose membership {ended}."]


def _left_before(vocabulary: Vocabulary, body: Entity, link: Left, who: Sequence[Entity]) -> Iterator[str]:
    """Whom others may have among those who left in a year: a table of years dates leaving by the last year of being in."""
    start = link.period.start
    if start is None or len(start) != len("1973") or not _is_by_years(vocabulary):
        return
    before = preceding(start)
    left = _linked(vocabulary, Linked(Left(Period(before, before), link.role), Body(body)), who)
    if left:
        named = shortened(sorted(one.label for one in vocabulary.graph.names.known(left)))
        yield f"Leaving is dated by the last year of being in {body.short}; that was {before} for {named}."


def _linked(vocabulary: Vocabulary, condition: Linked, who: Sequence[Entity]) -> set[str]:
    found = set(found_iris(vocabulary, Entities((condition,))))
    return found & {one.iri for one in who} if who else found


def _is_by_years(vocabulary: Vocabulary) -> bool:
    """Whether memberships are of a table with a row for each year."""
    return vocabulary.once(_by_years)


def _by_years(vocabulary: Vocabulary) -> bool:
    body = "ASK { ?data blocs:observedFrom ?day }"
    return vocabulary.graph.source.ask(prologue(body) + body)
