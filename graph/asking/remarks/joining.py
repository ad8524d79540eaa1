"""What is to be said of who was in what when a table of years begins: since when they are in is not known."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...amounts import shortened
from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.expression import bodies_of
from ...rdf.source import values
from ...rdf.terms import prologue, text_of
from ..logic.logical_form import (
    ByDate,
    FirstDate,
    FirstMember,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    Moment,
    Question,
    Whether,
    YearsIn,
    YearsWhen,
    YesNo,
    conditions_of,
)
from ..lookup.linked_pairs import first_years, lifetimes_of_bodies, lifetimes_of_states, linked_days
from .behind_missing import behind_missing
from .reach import subjects_of

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["first_year_remarks", "founder_remarks", "joined_unseen"]


def first_year_remarks(vocabulary: Vocabulary, question: Question) -> Iterator[str]:
    """Who was in what when a table of years begins, where the question is since when somebody is in."""
    who = subjects_of(question)
    for condition in conditions_of(question):
        members: Sequence[Entity] = ()
        bodies: Sequence[Entity] = ()
        match condition:
            case Linked(Joined(period) as link, expression):
                yield from _not_joined(vocabulary, period, who, bodies_of(expression))
                yield from behind_missing(vocabulary, link, who, bodies_of(expression))
            case LinkedTo(Joined(period) as link, joiners):
                yield from _not_joined(vocabulary, period, joiners, ())
                yield from behind_missing(vocabulary, link, joiners, ())
            case ManyLinks(Joined(period)):
                yield from _not_joined(vocabulary, period, (), ())
            case Moment(Joined(), member, body) | YearsIn(member, body) | YearsWhen(member, body):
                members, bodies = (member,), (body,)
                if isinstance(condition, Moment) and isinstance(condition.link, Joined):
                    yield from behind_missing(vocabulary, condition.link, members, bodies)
                yield from _new_to_the_data(vocabulary, member, body)
            case FirstOf(Joined(), member, last=False):
                members = (member,)
            case (
                FirstTo(Joined(), body, last=False)
                | FirstDate(Joined(), body, last=False)
                | ByDate(Joined(), body)
                | FirstMember(body)
                | Longest(body)
                | InOrder(Joined(), body)
            ):
                bodies = (body,)
        if members or bodies:
            yield from _may_have_joined_before(vocabulary, members, bodies)


def joined_unseen(vocabulary: Vocabulary, question: YesNo) -> bool:
    """Whether nobody knows if some joined: they were in when a table of years begins."""
    return isinstance(question, Whether) and any(
        any(_not_joined(vocabulary, condition.link.period, question.subjects, bodies_of(condition.expression)))
        for condition in conditions_of(question)
        if isinstance(condition, Linked) and isinstance(condition.link, Joined)
    )


def founder_remarks(vocabulary: Vocabulary, body: Entity, without: bool) -> list[str]:
    """That the first members stand for founders whom the graph does not name, or are those left out as such."""
    graph = vocabulary.graph
    node = f"{values('body', [body.term])} ?m org:organization ?body ; a org:Membership ; schema:startDate ?date"
    body_ = f"SELECT (MIN(SUBSTR(STR(?date), 1, 4)) AS ?first) WHERE {{ {node} }}"
    rows = list(graph.source.select(prologue(body_) + body_))
    first = text_of(rows[0][0]) if rows else ""
    if not first:
        return [f"The graph does not say who founded {body.short}, nor who was in it first."]
    if any(_seen_first(vocabulary, (), (body,))):
        return [f"The graph does not name the founders of {body.short}."]
    whose = "those left out" if without else "these"
    return [f"The graph does not name the founders of {body.short}: {whose} were in it in its first year, {first}."]


def _not_joined(
    vocabulary: Vocabulary, period: Period, members: Sequence[Entity], bodies: Sequence[Entity]
) -> Iterator[str]:
    """Who is not counted as having joined in a period, as nobody knows when they did."""
    for day, named, were in _seen_first(vocabulary, members, bodies):
        if period.start is not None and period.covers(day, day):
            yield f"The table begins in {day}, when {named} {were} in already: not counted as joining then."


def _may_have_joined_before(
    vocabulary: Vocabulary, members: Sequence[Entity], bodies: Sequence[Entity]
) -> Iterator[str]:
    """Whose first date is that of the table."""
    for day, named, were in _seen_first(vocabulary, members, bodies):
        yield f"The table begins in {day}, when {named} {were} in already: since when is not known."


def _new_to_the_data(vocabulary: Vocabulary, member: Entity, body: Entity) -> Iterator[str]:
    """That a state is in a body, which is older, from the very year on in which the data first have the state."""
    if vocabulary.graph.source.remote:
        return
    spells = vocabulary.once(lifetimes_of_states).get(member.iri, ())
    lives = vocabulary.once(lifetimes_of_bodies).get(body.iri, ())
    since = min((start for start, _ in spells), default="")
    if since and any("" < start < since for start, _ in lives):
        joined = linked_days(vocabulary, Joined(ALWAYS), [member.iri], [body.iri])
        if any(since in days for days in joined.values()):
            yield f"The data have {member.label} from {since} on: whether it was in {body.short} before is not known."


def _seen_first(
    vocabulary: Vocabulary, members: Sequence[Entity], bodies: Sequence[Entity]
) -> Iterator[tuple[str, str, str]]:
    """The first years of tables, with the names of those who were in then, and "was" or "were"."""
    who, of = {one.iri for one in members}, {one.iri for one in bodies}
    graph, days = vocabulary.graph, dict[str, set[str]]()
    for member, body, day in vocabulary.once(first_years) if not graph.source.remote else ():
        if (not who or member in who) and (not of or body in of):
            days.setdefault(day, set()).add(member if of or not who else body)
    for day, iris in sorted(days.items()):
        names = sorted(one.label for one in graph.names.known(iris))
        yield day, shortened(names), "was" if len(names) == 1 else "were"
