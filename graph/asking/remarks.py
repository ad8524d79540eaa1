"""What is to be said of time beside an answer: what the data do not cover, and what was not counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..amounts import MOST_NAMED, shortened
from ..model.coverage import is_outside, outside_notes
from ..model.dates import ALWAYS, Period, preceding
from ..model.entities import Entity
from ..model.evidence import Grounds
from ..model.expression import Body, Or, bodies_of
from ..model.membership_scan import read_stretches
from ..model.missing import missing_notes
from ..model.post_holders import post_notes
from ..model.runs import runs
from ..rdf.source import values
from ..rdf.terms import prologue, sparql_term, text_of
from .ages_of_bodies import lifetimes
from .behind_missing import behind_missing
from .columns import counted
from .held import held
from .link_patterns import link_pattern
from .linked_pairs import first_years, lifetimes_of_bodies, lifetimes_of_states, linked_days
from .logical_form import (
    Aged,
    AnyOf,
    ByDate,
    Contains,
    Count,
    Dates,
    Entities,
    Existing,
    FirstDate,
    FirstMember,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    LastIn,
    Left,
    Lifetime,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    MemberOf,
    Moment,
    NotSo,
    Number,
    OneOf,
    Pact,
    Question,
    Related,
    TermDate,
    Whether,
    YearsBetween,
    YearsIn,
    YearsWhen,
    YesNo,
    conditions_of,
    period_of,
)
from .moment_dates import dates_of
from .sparql import query
from .undated_links import undated_links

if TYPE_CHECKING:
    from ..model.graph import Graph
    from .vocabulary import Vocabulary

__all__ = ["dated_links", "joined_unseen", "not_known_then", "remarks", "unknown_then"]


def remarks(vocabulary: Vocabulary, question: Question, period: Period | None, none: bool) -> tuple[str, ...]:
    """What is to be said beside an answer: what the data do not cover, and what was not counted.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, with what is kept of it.
    question : Question
        What was asked.
    period : Period or None
        The period that it asks about, if any.
    none : bool
        Whether nothing answers.

    Returns
    -------
    tuple of str
        Sentences.
    """
    graph, said = vocabulary.graph, list[str]()
    if period is not None and period != ALWAYS:
        # A yes or no about a time that the data do not reach is either unknown, or known by a date in them.
        among = _asked_about(question, period)
        known = isinstance(question, Whether) and is_outside(graph, period, among)
        subjects = question.subjects if isinstance(question, Whether) else ()
        said += () if known else outside_notes(graph, period, among, subjects)
        if not said or none:
            said += vocabulary.outside_lives(_bodies(question, period), period)
    who = question.subjects if isinstance(question, Whether) else ()
    said += _first_years(vocabulary, question)
    said += undated_links(vocabulary, question)
    said += _each_date(graph, question)
    said += _both_dates(graph, question)
    for condition in conditions_of(question):
        match condition:
            case MemberOf(expression, then):
                bodies = bodies_of(expression)
                said += missing_notes(graph.source, bodies, then, who)
                said += post_notes(graph, bodies, then, who, _kinds(question))
            case Contains(asked_of, then):
                said += missing_notes(graph.source, [], then, asked_of)
                said += post_notes(graph, [], then, asked_of)
            case Linked(Left()) if NotSo(condition) in conditions_of(question) and not who:
                pass  # whose membership merely ended did not leave, and is not asked about
            case Linked(Left() as link, Body(body)):
                said += _dates(vocabulary, link, body) if not (who or none or _shows_dates(question)) else []
                said += _not_left(vocabulary, body, link, who)
                said += _left_before(vocabulary, body, link, who)
            case Moment(Left(), member, body) if not none and _is_by_years(vocabulary):
                said.append(f"Leaving is dated by the last year in which the table has {member.label} in {body.short}.")
            case Moment(Left(), member, body) if none:
                said += _not_left(vocabulary, body, Left(ALWAYS), (member,)) or _stays(graph, member, body)
            case Moment(LastIn(), member, body) if none:
                said += _stays(graph, member, body)
            case Related(path, entities, inverse) if none and "/" not in path:
                said += _claimed(graph, path, entities, inverse)
            case TermDate(holder, offices, of):
                said += _terms(vocabulary, holder, offices, of)
            case FirstDate(link, body, last) if not none:
                these = _linked(vocabulary, FirstTo(link, body, last), ())
                who_did = shortened(sorted(one.label for one in graph.names.known(these)))
                said.append(f"That was {who_did}.")
            case FirstTo(place=place) as asked if place > 1:
                said += _shared_places(vocabulary, asked)
            case FirstMember(body):
                said += _founders(vocabulary, body, NotSo(condition) in conditions_of(question))
            case YearsIn(out=True) | YearsWhen(out=True):
                said += _out_of(vocabulary, condition)
            case YearsIn(member, body) | YearsWhen(member, body):
                said += _stays(graph, member, body)
            case Lifetime(one, True) if none or _exists(vocabulary, one):
                again = "exists" if none else "exists again"
                said.append(f"{one.label} {again} in {graph.as_of}, as far as the graph says.")
            case Aged() if not none and not who:
                said += _ages(vocabulary, question)
            case Linked(Joined() | LastIn() as link, Body(body)) if not who and not none and not _shows_dates(question):
                said += _dates(vocabulary, link, body)
    return tuple(dict.fromkeys(said))


def _kinds(question: Question) -> tuple[str, ...]:
    """The kinds of what is asked for; () if it may be anything."""
    match question:
        case Entities() | Count(Entities()):
            return (question.of if isinstance(question, Count) else question).kinds
    return ()


def _each_date(graph: Graph, question: Question) -> list[str]:
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


def _both_dates(graph: Graph, question: Question) -> Iterator[str]:
    """The two dates between which years are counted."""
    match question:
        case Number((YearsBetween(first, second),)):
            pass
        case _:
            return
    for one in (first, second):
        did = "joined" if isinstance(one.link, Joined) else "left"
        yield from (f"{one.member.label} {did} {one.body.short}: {date}." for date in dates_of(graph, one))


def _shows_dates(question: Question) -> bool:
    """Whether each of those that answer has its date beside it."""
    return any(isinstance(condition, ByDate) for condition in conditions_of(question))


def _shared_places(vocabulary: Vocabulary, asked: FirstTo) -> Iterator[str]:
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


def unknown_then(vocabulary: Vocabulary, question: Question, period: Period) -> tuple[str, ...]:
    """Why nothing can be known of a question of yes and no, as no part of its period is covered by the data.

    Of a body that is known not to have begun, or to be over, something is known: nobody was in it. So it is of
    members that are known to have come later.
    """
    graph, bodies = vocabulary.graph, _bodies(question, period)
    among = _asked_about(question, period)
    if period == ALWAYS or not is_outside(graph, period, among):
        return ()
    last = graph.ends.last_on(among, period.start) or graph.as_of
    after = period.start is not None and period.start > last
    if not after and isinstance(question, Whether) and bodies and _begun_later(graph, question.subjects, bodies):
        return ()
    if bodies and len(vocabulary.outside_lives(bodies, period)) >= len(bodies):
        return ()
    return outside_notes(graph, period, among)


def not_known_then(vocabulary: Vocabulary, question: YesNo, facts: Sequence[Grounds], period: Period | None) -> bool:
    """Whether a yes rests on data sets alone that ended before the time asked about, where others go on.

    Of several memberships each must be known, unless one of them is enough.
    """
    if period is None or period == ALWAYS:
        return False
    known, late = vocabulary.graph.ends.resting_on((fact.fact for fact in facts), period)
    either = any(isinstance(one, MemberOf) and isinstance(one.expression, Or) for one in conditions_of(question))
    return bool(late) and not (either and known)


def _asked_about(question: Question, period: Period) -> list[Entity]:
    """The bodies that a question asks about in a period; the states that it names, if it names no body."""
    if bodies := _bodies(question, period):
        return bodies
    named: list[Entity] = list(question.subjects) if isinstance(question, Whether) else []
    for condition in conditions_of(question):
        match condition:
            case Contains(asked_of):
                named += asked_of
            case Pact(state):
                named.append(state)
    return list(dict.fromkeys(named))


def _begun_later(graph: Graph, subjects: Sequence[Entity], bodies: Sequence[Entity]) -> bool:
    """Whether all of some subjects have memberships in all of some bodies, each with a beginning."""
    held = [one for one in read_stretches(graph.source, ALWAYS, subjects, bodies) if one.start]
    return {(one.member, one.body) for one in held} == {(one.iri, body.iri) for one in subjects for body in bodies}


def _bodies(question: Question, period: Period) -> list[Entity]:
    """The bodies that a question asks about in a period."""
    found: list[Entity] = []
    for condition in conditions_of(question):
        if isinstance(condition, (Linked, MemberOf)) and period_of(condition) == period:
            found += bodies_of(condition.expression)
    return list(dict.fromkeys(found))


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


def _is_by_years(vocabulary: Vocabulary) -> bool:
    """Whether memberships are of a table with a row for each year."""
    return vocabulary.once(_by_years)


def _by_years(vocabulary: Vocabulary) -> bool:
    body = "ASK { ?data blocs:observedFrom ?day }"
    return vocabulary.graph.source.ask(prologue(body) + body)


"""So many names stand in a note."""


def _linked(vocabulary: Vocabulary, condition: Linked | FirstTo, who: Sequence[Entity]) -> set[str]:
    asked = Entities((condition,))
    iris = counted(vocabulary, asked)
    if iris is None:
        iris = [row[0].value for row in vocabulary.graph.source.select(query(asked)) if isinstance(row[0], NamedNode)]
    found = set(iris)
    return found & {one.iri for one in who} if who else found


def _first_years(vocabulary: Vocabulary, question: Question) -> Iterator[str]:
    """Who was in what when a table of years begins, where the question is since when somebody is in."""
    who = question.subjects if isinstance(question, Whether) else ()
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
            ):
                bodies = (body,)
            case InOrder(Joined(), body):
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


def _claimed(graph: Graph, path: str, entities: Sequence[Entity], inverse: bool) -> list[str]:
    """What a source only claims to be so, where nothing is known to be."""
    given, other = ("object", "subject") if inverse else ("subject", "object")
    body = (
        f"SELECT DISTINCT ?one WHERE {{ {values('given', (one.term for one in entities))} ?claim rdf:{given} ?given ;"
        f" rdf:predicate {path} ; rdf:{other} ?one ; blocs:basis blocs:claimed }} ORDER BY ?one"
    )
    iris = [text_of(row[0]) for row in graph.source.select(prologue(body) + body)]
    named = [one.label for one in graph.names.known(iris)]
    return [f"It is claimed, but not known to be so: {', '.join(named)}."] if named else []


def _exists(vocabulary: Vocabulary, one: Entity) -> bool:
    last = vocabulary.graph.as_of
    condition = Existing(one.kind, Period(last, last))
    existing = counted(vocabulary, Entities((condition,))) if held(vocabulary) is not None else None
    if existing is not None:
        return one.iri in existing
    return vocabulary.graph.source.ask(query(Whether((one,), (condition,))))


def _dates(vocabulary: Vocabulary, link: Joined | Left | LastIn, body: Entity) -> list[str]:
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


def _ages(vocabulary: Vocabulary, question: Question) -> list[str]:
    """When those began, and ended, that answer a question of ages."""
    graph, said = vocabulary.graph, list[str]()
    iris = counted(vocabulary, question) if isinstance(question, Entities) else None
    if iris is None:
        iris = [text_of(row[0]) for row in graph.source.select(query(question))]
    for one in graph.names.known(iris[: MOST_NAMED + 1]):
        began, ended = lifetimes(vocabulary).get(one.iri, ("", ""))
        said.append(f"{one.short}: {began}–{ended}")
    return [f"From when to when: {shortened(said, between='; ', of=len(iris))}."] if said else []


_MOST_DATES = 12
"""So many dates stand in a note."""


def _stays(graph: Graph, member: Entity, body: Entity) -> list[str]:
    """That a membership lasts until the data end."""
    last = Period(graph.as_of, graph.as_of)
    held = graph.source.ask(query(Whether((member,), (MemberOf(Body(body), last),))))
    return [f"{member.label} was in {body.short} when the data end, in {graph.as_of}."] if held else []


def _out_of(vocabulary: Vocabulary, asked: YearsIn | YearsWhen) -> Iterator[str]:
    """When somebody was out of a body, until when the data reach, and what they lack."""
    member, body = asked.member, asked.body
    joined = dates_of(vocabulary.graph, Moment(Joined(ALWAYS), member, body))
    if not joined:
        yield f"{member.label} was never in {body.short}, as far as the graph says."
        return
    when = Dates((YearsWhen(member, body, asked.years, asked.role, out=True),))
    years = sorted(int(text_of(year)) for (year,) in vocabulary.graph.source.select(query(when)))
    if not years:
        yield f"{member.label} was in {body.short} in each year after it first joined, as far as the data have both."
    elif isinstance(asked, YearsIn):
        spans = ", ".join(f"{first}–{last}" if first != last else f"{first}" for first, last in runs(years))
        yield f"Out of {body.short}: {spans}."
    if years and years[-1] == asked.years[1]:
        yield f"{member.label} was not in {body.short} when the data end, in {asked.years[1]}."
    since = Period(min(joined), f"{asked.years[1]:04}")
    yield from missing_notes(vocabulary.graph.source, [body], since, [member])


def _terms(vocabulary: Vocabulary, holder: Entity, offices: Sequence[Entity], of: Entity | None) -> Iterator[str]:
    """From when to when somebody held an office; that nothing says so, or when."""
    graph = vocabulary.graph
    where = f" of {of.label}" if of else ""
    began, over = (
        sorted(
            text_of(row[0]) for row in graph.source.select(query(Dates((TermDate(holder, tuple(offices), of, ended),))))
        )
        for ended in (False, True)
    )
    if len(began) == 1:
        yield f"{holder.label}, {offices[0].label}{where}: {began[0]}–{over[0] if over else ''}."
    elif not began and not over:
        yield f"{holder.label} never was {offices[0].label}{where}, as far as the graph says."


def _founders(vocabulary: Vocabulary, body: Entity, without: bool) -> list[str]:
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
