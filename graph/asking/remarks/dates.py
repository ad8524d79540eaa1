"""Which dates are to be said beside an answer: of whom each is, and who has none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...amounts import MOST_NAMED, shortened
from ...model.entities import Entity
from ...rdf.terms import prologue, sparql_term, text_of
from ..logic.logical_form import (
    AnyOf,
    Dates,
    Entities,
    FirstDate,
    FirstOf,
    FirstTo,
    Joined,
    LastIn,
    Left,
    Moment,
    Number,
    OneOf,
    Question,
    TermDate,
    YearsBetween,
)
from ..lookup.ages_of_bodies import lifetimes
from ..lookup.columns import counted
from ..lookup.found_iris import found_iris
from ..lookup.held import held
from ..lookup.linked_pairs import linked_days
from ..lookup.moment_dates import dates_of
from ..sparql.link_patterns import link_pattern
from ..sparql.questions import query

if TYPE_CHECKING:
    from ...model.graph import Graph
    from ..vocabulary import Vocabulary

__all__ = ["age_remarks", "both_dates", "by_date", "dated_links", "each_date", "shared_places", "terms", "whose_date"]

_MOST_DATES = 12
"""So many dates stand in a note."""


def each_date(graph: Graph, question: Question) -> list[str]:
    """Whose date is which, where the dates of several are asked for at once, or compared; and who has none."""
    told, lacking = [], []
    for named, one in _named_moments(question):
        dates = sorted(dates_of(graph, one))
        if dates:
            told.append(f"{named}: {', '.join(dates)}")
        else:
            lacking.append(named)
    said = [f"{'; '.join(told)}."] if told else []
    return [*said, *(f"The graph gives no date for {name}." for name in lacking if told)]


def _named_moments(question: Question) -> list[tuple[str, Moment]]:
    """What each of several did at a time, under the name by which they differ."""
    match question:
        case Dates((AnyOf(each),)):
            return [(one.member.label, one) for one in each if isinstance(one, Moment)]
        case Entities((FirstTo(link, body, among=OneOf(entities)),)):
            return [(one.label, Moment(link, one, body)) for one in entities]
        case Entities((FirstOf(link, member, among=OneOf(entities)),)):
            return [(one.short, Moment(link, member, one)) for one in entities]
    return []


def both_dates(graph: Graph, question: Question) -> Iterator[str]:
    """The two dates between which years are counted."""
    match question:
        case Number((YearsBetween(first, second),)):
            pass
        case _:
            return
    for one in (first, second):
        did = "joined" if isinstance(one.link, Joined) else "left"
        yield from (f"{one.member.label} {did} {one.body.short}: {date}." for date in dates_of(graph, one))


def by_date(vocabulary: Vocabulary, link: Joined | Left | LastIn, body: Entity) -> list[str]:
    """When those who joined or left did, by date, if that was at several."""
    days: dict[str, list[str]] = {}
    links, names = list(dated_links(vocabulary, link, body)), vocabulary.graph.names
    names.expect(who for who, _ in links)
    for who, day in links:
        days.setdefault(day, []).extend([names.by_iri[who].label] if who in names.by_iri else [])
    if not 1 < len(days) <= _MOST_DATES:
        return []
    said = "; ".join(f"{day}: {', '.join(sorted(names))}" for day, names in sorted(days.items()))
    return [f"{'Joined' if isinstance(link, Joined) else 'Last in'} {body.short} by year: {said}."]


def dated_links(vocabulary: Vocabulary, link: Joined | Left | LastIn, body: Entity) -> Iterator[tuple[str, str]]:
    """Who joined or left, and when."""
    if held(vocabulary) is not None:
        for (member, _), days in linked_days(vocabulary, link, None, [body.iri]).items():
            yield from ((member, day) for day in days)
        return
    pattern = f"SELECT DISTINCT ?who ?day WHERE {{ {link_pattern(link, '?who', sparql_term(body.term), '?day')} }}"
    for who, day in vocabulary.graph.source.select(prologue(pattern) + pattern):
        yield text_of(who), text_of(day)


def whose_date(vocabulary: Vocabulary, asked: FirstDate) -> str:
    """Who did what the date of the first, or the last, is asked for."""
    these = found_iris(vocabulary, Entities((FirstTo(asked.link, asked.body, asked.last),)))
    return f"That was {shortened(sorted(one.label for one in vocabulary.graph.names.known(these)))}."


def shared_places(vocabulary: Vocabulary, asked: FirstTo) -> Iterator[str]:
    """Which places those have who came on the same date as the one that is asked for."""
    if asked.among is not None or vocabulary.graph.source.remote:
        return
    days = linked_days(vocabulary, asked.link, None, [asked.body.iri])
    own = sorted(((max if asked.last else min)(on) for on in days.values()), reverse=asked.last)
    if asked.place > len(own):
        did = "joined" if isinstance(asked.link, Joined) else "left"
        yield f"Only {len(own)} {did} {asked.body.short}."
    elif own.count(day := own[asked.place - 1]) > 1:
        first, last = own.index(day) + 1, own.index(day) + own.count(day)
        yield f"They share the places {first} {'and' if last == first + 1 else 'to'} {last}: all in {day}."


def terms(vocabulary: Vocabulary, holder: Entity, offices: Sequence[Entity], of: Entity | None) -> Iterator[str]:
    """From when to when somebody held an office; that nothing says so, or when."""
    graph = vocabulary.graph
    where = f" of {of.label}" if of else ""
    began, over = (sorted(dates_of(graph, TermDate(holder, tuple(offices), of, ended))) for ended in (False, True))
    if len(began) == 1:
        yield f"{holder.label}, {offices[0].label}{where}: {began[0]}–{over[0] if over else ''}."
    elif not began and not over:
        yield f"{holder.label} never was {offices[0].label}{where}, as far as the graph says."


def age_remarks(vocabulary: Vocabulary, question: Question) -> list[str]:
    """When those began, and ended, that answer a question of ages."""
    graph, said = vocabulary.graph, list[str]()
    iris = counted(vocabulary, question) if isinstance(question, Entities) else None
    if iris is None:
        iris = [text_of(row[0]) for row in graph.source.select(query(question))]
    for one in graph.names.known(iris[: MOST_NAMED + 1]):
        began, ended = lifetimes(vocabulary).get(one.iri, ("", ""))
        said.append(f"{one.short}: {began}–{ended}")
    return [f"From when to when: {shortened(said, between='; ', of=len(iris))}."] if said else []
