"""Conditions of time as SPARQL: who joined, who left, who was in the longest, what existed, when a body began."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from ..model.change_query import joined_pattern, last_in_pattern, left_pattern, throughout_pattern
from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.expression import bodies_of
from ..model.membership_query import (
    beginnings,
    dates_test,
    ending,
    exists_pattern,
    expression_pattern_of,
    known_ends,
    lifespan_pattern,
    membership_pattern,
    node_pattern,
)
from ..model.roles import ANY_ROLE
from ..rdf.terms import sparql_term
from .kinds_of_members import no_others
from .logical_form import (
    Aged,
    Among,
    BeganIn,
    Bound,
    BusiestYear,
    Condition,
    EndedIn,
    Existing,
    Extreme,
    FirstDate,
    FirstMember,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    LastIn,
    Left,
    Lifetime,
    Link,
    Linked,
    LinkedTo,
    Longest,
    ManyLinks,
    Moment,
    NotOneOf,
    OneOf,
    Than,
    Throughout,
    Timed,
    Times,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
)
from .written import Written, best_of, either, filter_of, values_of

__all__ = [
    "aged",
    "beginning_pattern",
    "end_pattern",
    "grounds_of_known",
    "grounds_of_pairs",
    "link_pattern",
    "written_link",
    "written_time",
]


# Joining, leaving, being in throughout


def link_pattern(link: Link, member: str, body: str, date: str, number: str = "") -> str:
    """The pattern of a link between a member and a body; `date` is bound to when they joined, or were in last."""
    match link:
        case Joined(period, role, again):
            joined = joined_pattern(member, body, period, date, role, number)
            if not again:
                return joined
            gone = f"?gone{number}"
            left = left_pattern(member, body, ALWAYS, gone, role, f"{number}9", False)
            return f"{joined}\n{left}\nFILTER(STR({gone}) < STR({date}))"
        case Left(period, role, for_good):
            return left_pattern(member, body, period, date, role, number, for_good)
        case LastIn(period, role):
            # Asked of all time, it is the very last; in a period, whatever was the last before a break.
            return last_in_pattern(member, body, period, date, role, number, for_good=period == ALWAYS)
        case Throughout(period, role):
            return throughout_pattern(member, body, period, role, number)
        case _:
            assert_never(link)


def _fact(link: Link, member: str, body: str, date: str) -> str:
    """The memberships, each as `?fact`, that a link rests on, beside the pattern that binds its date."""
    if isinstance(link, Throughout):
        return membership_pattern(member, body, link.period, link.role, node="fact")
    which = "schema:startDate" if isinstance(link, Joined) else "schema:endDate"
    return f"{node_pattern(member, body, link.role, 'f', node='fact')}\n?fact {which} {date} ."


def _grounds(link: Link, member: str, body: str) -> str:
    return f"{link_pattern(link, member, body, '?day')}\n{_fact(link, member, body, '?day')}"


def written_link(
    condition: Linked | LinkedTo | InOrder | Moment | FirstDate | FirstTo | FirstOf | ManyLinks, one: str
) -> Written:
    """A condition of joining or leaving as patterns over its variable."""
    match condition:
        case Linked():
            return _linked(condition, one)
        case LinkedTo(link, members):
            terms = [sparql_term(member.term) for member in members]
            pattern = "\n".join(link_pattern(link, term, one, f"?day{i}", str(i)) for i, term in enumerate(terms))
            evidence = known_ends(members, None, lambda member, _: _grounds(link, member, one), "anyMember", "anyBody")
            return Written(pattern, evidence)
        case InOrder():
            return _in_order(condition, one)
        case Moment(link, member, body):
            ends = sparql_term(member.term), sparql_term(body.term)
            return Written(
                link_pattern(link, *ends, one), f"{link_pattern(link, *ends, one)}\n{_fact(link, *ends, one)}"
            )
        case FirstDate(link, body, last):
            ends = "?anyone", sparql_term(body.term)
            best = f"SELECT ({'MAX' if last else 'MIN'}(STR(?theirs)) AS {one}) WHERE {{ {link_pattern(link, *ends, '?theirs')} }}"
            pattern = f"{{ {best} }}\nFILTER(BOUND({one}))"
            dated = f"{link_pattern(link, '?whoever', ends[1], '?day', '2')}\nFILTER(STR(?day) = {one})"
            return Written(pattern, f"{pattern}\n{dated}\n{_fact(link, '?whoever', ends[1], '?day')}")
        case FirstTo():
            return _first_to(condition, one)
        case FirstOf(link, member, last, among):
            held = link_pattern(link, sparql_term(member.term), one, "?day", "1")
            others = link_pattern(link, sparql_term(member.term), "?other", "?theirs", "2")
            held, others = f"{held}\n{_of_some(among, one)}", f"{others}\n{_of_some(among, '?other')}"
            best = f"{{ SELECT ({'MAX' if last else 'MIN'}(STR(?theirs)) AS ?best) WHERE {{ {others} }} }}"
            pattern = f"{held}\n{best}\nFILTER({_exactly('?day', '?best')} = {_exactly('?best', '?day')})"
            return Written(pattern, f"{pattern}\n{_fact(link, sparql_term(member.term), one, '?day')}")
        case ManyLinks():
            return _many_links(condition, one)
        case _:
            assert_never(condition)


def _linked(condition: Linked, one: str) -> Written:
    link, expression = condition.link, condition.expression

    def belongs(member: str, body: str, number: str) -> str:
        return link_pattern(link, member, body, f"?day{number}", number)

    pattern = expression_pattern_of(expression, one, link.period, link.role, 0, belongs)
    if without := no_others(condition.kind, one):
        pattern = f"{{ SELECT DISTINCT {one} WHERE {{\n{pattern}\n}} }}\n{without}"
    bodies = bodies_of(expression)
    return Written(pattern, known_ends(None, bodies, lambda _, body: _grounds(link, one, body), "anyMember", "anyBody"))


def _in_order(condition: InOrder, one: str) -> Written:
    """That a member joined or left a body before it joined or left another."""
    bodies = sparql_term(condition.body.term), sparql_term(condition.other.term)
    earlier = link_pattern(condition.earlier, one, bodies[0], "?day1", "1")
    later = link_pattern(condition.later, one, bodies[1], "?day2", "2")
    sign = "<" if condition.strictly else "<="
    pattern = f"{earlier}\n{later}\nFILTER({_exactly('?day1', '?day2')} {sign} {_exactly('?day2', '?day1')})"
    facts = [_fact(link, one, body, day) for link, body, day in ((condition.earlier, bodies[0], "?day1"), (condition.later, bodies[1], "?day2"))]  # fmt: skip
    return Written(pattern, f"{pattern}\n{{ {facts[0]} }} UNION {{ {facts[1]} }}")


def _of_some(among: OneOf | NotOneOf | None, who: str) -> str:
    """That a variable is one of some, or none of them."""
    if among is None:
        return ""
    listed = ", ".join(sparql_term(one.term) for one in among.entities)
    return f"FILTER({who} {'IN' if isinstance(among, OneOf) else 'NOT IN'} ({listed}))"


def _first_to(condition: FirstTo, one: str) -> Written:
    link, body = condition.link, sparql_term(condition.body.term)

    def dated(who: str, date: str, number: str) -> str:
        pattern = link_pattern(link, who, body, date, number)
        among = condition.among
        if isinstance(among, Among):
            return f"{pattern}\n{expression_pattern_of(among.expression, who, among.period, first=int(number) * 50)}"
        return f"{pattern}\n{_of_some(among, who)}"

    if condition.place > 1:
        return _nth_to(condition, one, dated)
    best = f"{'MAX' if condition.last else 'MIN'}(STR(?theirs))"
    pattern = (
        f"{dated(one, '?day', '1')}\n{{ SELECT ({best} AS ?best) WHERE {{ {dated('?rival', '?theirs', '2')} }} }}"
        f"\nFILTER({_exactly('?day', '?best')} = {_exactly('?best', '?day')})"
    )
    return Written(pattern, f"{pattern}\n{_fact(link, one, body, '?day')}")


def _nth_to(condition: FirstTo, one: str, dated: Callable[[str, str, str], str]) -> Written:
    """Whose first date, or last, has a place among those of all."""
    end, down = ("MAX", "DESC") if condition.last else ("MIN", "ASC")

    def firsts(who: str, date: str, day: str, number: str) -> str:
        return f"SELECT {who} ({end}(STR({day})) AS {date}) WHERE {{\n{dated(who, day, number)}\n}} GROUP BY {who}"

    best = f"{{ SELECT ?best WHERE {{ {{ {firsts('?rival', '?best', '?theirs', '2')} }} }} ORDER BY {down}(?best) LIMIT 1 OFFSET {condition.place - 1} }}"
    own = f"{{ {firsts(one, '?own', '?ours', '3')} }}"
    pattern = f"{own}\n{best}\nFILTER(?own = ?best)"
    facts = f"{dated(one, '?day', '1')}\nFILTER(STR(?day) = ?best)"
    return Written(
        pattern, f"{pattern}\n{facts}\n{_fact(condition.link, one, sparql_term(condition.body.term), '?day')}"
    )


def _many_links(condition: ManyLinks, one: str) -> Written:
    link, of_bodies = condition.link, condition.counted == "members"

    def count(which: str, number: str, nth: str) -> str:
        ends = (f"?each{nth}", which) if of_bodies else (which, f"?each{nth}")
        inner = link_pattern(link, *ends, f"?day{nth}", nth)
        only = "" if of_bodies else f"\n{no_others(condition.kind, which)}"
        return f"{{ SELECT {which} (COUNT(DISTINCT ?each{nth}) AS {number}) WHERE {{\n{inner}\n}} GROUP BY {which} }}{only}"

    best = best_of(condition.number, "?number", count("?other", "?of", "2"), "?of")
    pattern = f"{count(one, '?number', '1')}\n{best}"
    ends = ("?whoever", one) if of_bodies else (one, "?whatever")
    return Written(pattern, f"{{ SELECT DISTINCT {one} WHERE {{ {pattern} }} }}\n{_grounds(link, *ends)}")


def grounds_of_known(condition: Condition, entities: Sequence[Entity]) -> str:
    """What some entities rest on that are known to answer; "" if that is no matter of existence."""
    if not isinstance(condition, (Existing, BeganIn, EndedIn, Aged)):
        return ""
    return f"{values_of('answer', entities)} BIND(?answer AS ?fact)"


def grounds_of_pairs(condition: ManyLinks, pairs: Iterable[tuple[str, str]]) -> str:
    """What links rest on whose members and bodies are known, by IRI: they need not be found and counted again."""
    link, ends = condition.link, ("?answer", "?body") if condition.counted == "bodies" else ("?member", "?answer")
    known = " ".join(f"(<{member}> <{body}>)" for member, body in sorted(pairs))
    dated = f"{_fact(link, *ends, '?day')}\n{link.period.sparql('day', 'day')}"
    return f"VALUES ({' '.join(ends)}) {{ {known} }}\n{dated}"


# First members, years of membership, what existed when


def written_time(condition: Timed, one: str) -> Written:
    """A condition of beginnings, ends and durations as patterns over its variable."""
    match condition:
        case FirstMember(body):
            return _first_member(sparql_term(body.term), one)
        case YearsIn():
            return _years_in(condition, one)
        case YearsWhen(member, body, _, role):
            held = membership_pattern(sparql_term(member.term), sparql_term(body.term), ALWAYS, role, node="fact")
            return Written(f"{{ SELECT DISTINCT (?year AS {one}) WHERE {{\n{_years_so(condition)}\n}} }}", held)
        case Times(link, member, body):
            ends = sparql_term(member.term), sparql_term(body.term)
            days = link_pattern(link, *ends, "?day")
            counted = f"{{ SELECT (COUNT(DISTINCT ?day) AS {one}) WHERE {{\n{days}\n}} }}"
            return Written(counted, f"{days}\n{_fact(link, *ends, '?day')}")
        case BusiestYear(link, body, grown):
            return _busiest_year(link, sparql_term(body.term), one, grown)
        case YearsOfNumber():
            return _years_of_number(condition, one)
        case Longest():
            return _longest(condition, one)
        case Existing("state", period):
            pattern = f"{one} a schema:Country .\n{exists_pattern(one, period)}"
            return Written(pattern, f"{pattern}\nBIND({one} AS ?fact)")
        case Existing():
            return _existing_body(condition, one)
        case BeganIn(period):
            began = f"{one} a org:Organization .\n{beginning_pattern(one, '?day')}\n{period.sparql('day', 'day')}"
            return Written(began, f"{began}\nBIND({one} AS ?fact)")
        case EndedIn(period):
            ended = f"{one} a org:Organization .\n{end_pattern(one, '?day')}\n{period.sparql('day', 'day')}"
            return Written(ended, f"{ended}\nBIND({one} AS ?fact)")
        case Lifetime():
            return _lifetime(condition, one)
        case YearsExisting():
            return _years_existing(condition, one)
        case YearsBetween(first, second):
            return _years_between(first, second, one)
        case _:
            assert_never(condition)


def _first_member(body: str, one: str) -> Written:
    """Who was in a body in the first year of which the graph knows a member."""

    def began(who: str, start: str, number: str) -> str:
        return f"{node_pattern(who, body, number=number, node=f'm{number}')}\n?m{number} schema:startDate {start} ."

    first = f"{{ SELECT (MIN(SUBSTR(STR(?theirs), 1, 4)) AS ?first) WHERE {{ {began('?any', '?theirs', '2')} }} }}"
    pattern = f"{first}\n{began(one, '?start', '1')}\nFILTER(SUBSTR(STR(?start), 1, 4) = ?first)"
    return Written(pattern, f"{pattern}\nBIND(?m1 AS ?fact)")


def _years(member: str, body: str, years: tuple[int, int], role: str, number: str) -> str:
    """The years, as `?year`, in which a member was in a body."""
    node, start, end = f"?m{number}", f"?start{number}", f"?end{number}"
    listed = " ".join(f'"{year:04}"' for year in range(years[0], years[1] + 1))
    test = f'STR({start}) <= CONCAT(?year{number}, "~") && CONCAT(COALESCE(STR({end}), ""), "~") >= ?year{number}'
    held = (
        f"{node_pattern(member, body, role, number)} {node} schema:startDate {start} ."
        f" OPTIONAL {{ {node} schema:endDate {end} }}"
    )
    columns = " ".join([*(one for one in (member, body) if one.startswith("?")), start, end])
    return f"{{ SELECT DISTINCT {columns} WHERE {{ {held} }} }}\nVALUES ?year{number} {{ {listed} }}\nFILTER({test})"


def _years_so(condition: YearsIn | YearsWhen) -> str:
    """The years, as `?year`, in which a member was in a body, or was out of it."""
    member, body = sparql_term(condition.member.term), sparql_term(condition.body.term)
    years, role = condition.years, condition.role
    held = _years(member, body, years, role, "")
    if not condition.out:
        return held
    others = _years("?other", body, years, role, "").replace("SELECT DISTINCT ?other ", "SELECT DISTINCT ")
    first = f"SELECT (MIN(?year1) AS ?since) WHERE {{ {_years(member, body, years, role, '1')} }}"
    listed = " ".join(f'"{year:04}"' for year in range(years[0], years[1] + 1))
    every = f"VALUES ?year {{ {listed} }}"

    def covered(node: str, start: str, end: str) -> str:
        """That something with dates, which may lack either, covers the year."""
        dates = f"OPTIONAL {{ {node} schema:startDate {start} }} OPTIONAL {{ {node} schema:endDate {end} }}"
        within = f'COALESCE(STR({start}), "") <= CONCAT(?year, "~") && CONCAT(COALESCE(STR({end}), ""), "~") >= ?year'
        return f"{dates} FILTER({within})"

    gap = f"?gap a blocs:MissingMembership ; org:organization {body} ; org:member {member} ."
    spell = f"blocs:state {member} ; a blocs:Spell"
    missing = f"SELECT DISTINCT ?year WHERE {{ {every} {gap} {covered('?gap', '?lost', '?found')} }}"
    exists = f"FILTER NOT EXISTS {{ ?any {spell} }}"
    lived = f"?spell {spell} . {covered('?spell', '?born', '?gone')}"
    alive = f"{{ SELECT DISTINCT ?year WHERE {{ {{ {every} {exists} }} UNION {{ {every} {lived} }} }} }}"
    return (
        f"{{ SELECT DISTINCT ?year WHERE {{ {others} }} }}\n{{ {first} }}\n{alive}\nFILTER(?year > ?since)\n"
        f"MINUS {{ SELECT DISTINCT ?year WHERE {{ {held} }} }}\nMINUS {{ {missing} }}"
    )


def _years_in(condition: YearsIn, one: str) -> Written:
    member, body, role = sparql_term(condition.member.term), sparql_term(condition.body.term), condition.role
    counted = f"{{ SELECT (COUNT(DISTINCT ?year) AS {one}) WHERE {{\n{_years_so(condition)}\n}} }}"
    if condition.out:
        # Who never was in it cannot be said to be out of it for some years.
        some = f"FILTER EXISTS {{ {node_pattern(member, body, role, 'x')} ?mx schema:startDate ?known }}"
        return Written(f"{counted}\n{some}", membership_pattern(member, body, ALWAYS, role, node="fact"))
    # Of a membership without dates nobody can say how long it was: no figure, not none.
    some = f"FILTER({one} > 0 || NOT EXISTS {{ {membership_pattern(member, body, ALWAYS, role, 'x')} }})"
    return Written(f"{counted}\n{some}", membership_pattern(member, body, ALWAYS, role, node="fact"))


def _busiest_year(link: Joined | Left, body: str, one: str, grown: bool) -> Written:
    # Of any year at all: who is in when a table of years begins did not join in that year.
    link = replace(link, period=Period("0001", None)) if isinstance(link, Joined) else link
    began = f"{{ SELECT (MIN(SUBSTR(STR(?begun), 1, 4)) AS ?founded) WHERE {{ {link_pattern(link, '?any', body, '?begun', '4')} }} }}"

    def counted(year: str, number: str, nth: str) -> str:
        days = link_pattern(link, f"?who{nth}", body, f"?day{nth}", nth)
        inner = f"{days}\nBIND(SUBSTR(STR(?day{nth}), 1, 4) AS {year})"
        if grown:
            inner = f"{inner}\n{began}\nFILTER({year} > ?founded)"
        return f"{{ SELECT {year} (COUNT(DISTINCT ?who{nth}) AS {number}) WHERE {{\n{inner}\n}} GROUP BY {year} }}"

    best = f"{{ SELECT (MAX(?of) AS ?best) WHERE {{ {counted('?other', '?of', '2')} }} }}"
    pattern = f"{counted(one, '?number', '1')}\n{best}\nFILTER(?number = ?best)"
    theirs = f"{link_pattern(link, '?member', body, '?day', '3')}\nFILTER(SUBSTR(STR(?day), 1, 4) = {one})"
    return Written(pattern, f"{pattern}\n{theirs}\n{_fact(link, '?member', body, '?day')}")


def _years_of_number(condition: YearsOfNumber, one: str) -> Written:
    """The years in which a body had so many members, or a member so many bodies; every membership has to be dated."""
    term = sparql_term(condition.one.term)

    def counted(year: str, number: str, nth: str) -> str:
        each = f"?each{nth}"
        ends = (each, term) if condition.counted == "members" else (term, each)
        inner = _years(*ends, condition.years, condition.role, nth)
        return f"{{ SELECT (?year{nth} AS {year}) (COUNT(DISTINCT {each}) AS {number}) WHERE {{\n{inner}\n}} GROUP BY ?year{nth} }}"

    best = best_of(condition.number, "?number", counted("?other", "?of", "2"), "?of")
    found = f"{counted('?found', '?number', '1')}\n{best}"
    which = {"first": "MIN(?found)", "last": "MAX(?found)"}.get(condition.end, "?found")
    pattern = f"{{ SELECT ({which} AS {one}) WHERE {{\n{found}\n}} }}"
    ends = ("?member", term) if condition.counted == "members" else (term, "?body")
    return Written(pattern, f"{pattern}\n{membership_pattern(*ends, ALWAYS, condition.role, node='fact')}")


def _longest(condition: Longest, one: str) -> Written:
    body = sparql_term(condition.body.term)

    def count(who: str, number: str, nth: str) -> str:
        inner = f"{_years(who, body, condition.years, 'full', nth)}\n{_of_some(condition.among, who)}"
        return f"{{ SELECT {who} (COUNT(DISTINCT ?year{nth}) AS {number}) WHERE {{\n{inner}\n}} GROUP BY {who} }}"

    match condition.number:
        case Than(sign, other):
            theirs = _years(sparql_term(other.term), body, condition.years, "full", "2")
            own = f"{{ SELECT (COUNT(DISTINCT ?year2) AS ?of) WHERE {{\n{theirs}\n}} }}"
            best = f"{own}\nFILTER(?of > 0 && ?number {sign} ?of)"
        case bound_or_extreme:
            best = best_of(bound_or_extreme, "?number", count("?other", "?of", "2"), "?of")
    pattern = f"{count(one, '?number', '1')}\n{best}"
    return Written(pattern, f"{pattern}\n{membership_pattern(one, body, ALWAYS, node='fact')}")


def _existing_body(condition: Existing, one: str) -> Written:
    """A body of which the graph says that it existed; of which it says nothing, one with a member.

    One of which it knows no member at any time existed by its own dates.
    """
    period = condition.period
    life = f"?life blocs:body {one} ; a blocs:Existence"
    dates = "OPTIONAL { ?life schema:startDate ?from } OPTIONAL { ?life schema:endDate ?to }"
    said = f"{{ SELECT DISTINCT {one} WHERE {{ {life} . {dates} {period.sparql('from', 'to')} }} }}"
    unsaid = f"MINUS {{ {life} }}"
    member = membership_pattern("?anyone", one, period, ANY_ROLE)
    # Which bodies have no dates is asked first: most graphs that date any body date them all.
    undated = f"{{ SELECT {one} WHERE {{ {one} a org:Organization {unsaid} }} }}"
    by_member = f"{{ SELECT DISTINCT {one} WHERE {{ {undated} {member} }} }}"
    empty = f"{one} a org:Organization . {unsaid} MINUS {{ ?m org:organization {one} }} MINUS {{ ?some org:memberOf {one} }}"
    given = f"OPTIONAL {{ {one} schema:foundingDate ?given9 }} OPTIONAL {{ {ending(one, '?closed9')} }}"
    known = "FILTER(BOUND(?given9) || BOUND(?closed9))"
    by_dates = " ".join(
        [empty, given, *lifespan_pattern(one, period, "9"), known, dates_test(period, "9", "none9", "none9")]
    )
    pattern = f"{{ {said} }} UNION {{ {by_member} }} UNION {{ {by_dates} }}"
    return Written(pattern, f"{pattern}\nBIND({one} AS ?fact)")


def beginning_pattern(one: str, day: str) -> str:
    """When a body began, as far as a graph can know: at its founding, as it first existed, or at the signing of its treaty."""
    founded, existed, signed = beginnings(one, ["?founded", "?existed", "?signed"], "")
    column = one if one.startswith("?") else ""
    grouped = f" GROUP BY {one}" if column else ""
    first = f"{{ SELECT {column} (MIN(STR(?existed)) AS ?first) WHERE {{ {existed} }}{grouped} }}"
    lines = [f"OPTIONAL {{ {founded} }}", f"OPTIONAL {{ {first} }}", f"OPTIONAL {{ {signed} }}"]
    return "\n".join([*lines, f"BIND(COALESCE(?founded, ?first, ?signed) AS {day})", f"FILTER(BOUND({day}))"])


def end_pattern(one: str, day: str) -> str:
    """When a body was over: its dissolution, or the end of its last existence where none lasts."""
    column = one if one.startswith("?") else ""
    grouped = f" GROUP BY {one}" if column else ""
    node = f"?life blocs:body {one} ; a blocs:Existence"
    last = f"{{ SELECT {column} (MAX(STR(?until)) AS ?last) WHERE {{ {node} ; schema:endDate ?until }}{grouped} }}"
    lasts = f"{{ SELECT {column} (1 AS ?lasts) WHERE {{ {node} FILTER NOT EXISTS {{ ?life schema:endDate ?any }} }} }}"
    lines = [f"OPTIONAL {{ {ending(one, '?over')} }}", f"OPTIONAL {{ {last} }}", f"OPTIONAL {{ {lasts} }}"]
    return "\n".join(
        [*lines, "FILTER(!BOUND(?lasts))", f"BIND(COALESCE(?over, ?last) AS {day})", f"FILTER(BOUND({day}))"]
    )


def _lifetime(condition: Lifetime, one: str) -> Written:
    term = sparql_term(condition.one.term)
    if condition.one.kind == "state":
        date = "schema:endDate" if condition.ended else "schema:startDate"
        return Written(f"?fact a blocs:Spell ; blocs:state {term} ; {date} {one} .")
    pattern = end_pattern(term, one) if condition.ended else beginning_pattern(term, one)
    return Written(pattern, f"{pattern}\nBIND({term} AS ?fact)")


def _years_existing(condition: YearsExisting, one: str) -> Written:
    """How many years lie between the beginning of something and its end, or the last year of the data."""
    term, last = sparql_term(condition.one.term), f"{condition.years[1]:04}"
    if condition.one.kind == "state":
        node = f"?spell blocs:state {term} ; a blocs:Spell"
        ended = f'COALESCE(STR(?until), "{last}")'
        began = f"{node} ; schema:startDate ?since . OPTIONAL {{ ?spell schema:endDate ?until }}"
        span = f"{{ SELECT (MIN(STR(?since)) AS ?from) (MAX({ended}) AS ?to) WHERE {{ {began} }} }}"
    else:
        span = f"{beginning_pattern(term, '?from')}\nOPTIONAL {{ {end_pattern(term, '?to')} }}"
    years = [f"xsd:integer(SUBSTR(STR({date}), 1, 4))" for date in (f'COALESCE(?to, "{last}")', "?from")]
    pattern = f"{{ SELECT ({years[0]} - {years[1]} AS {one}) WHERE {{ {span} }} }}\nFILTER(BOUND({one}) && {one} >= 0)"
    return Written(pattern, f"{pattern}\nBIND({term} AS ?fact)")


def _years_between(first: Moment, second: Moment, one: str) -> Written:
    """How many years lie between two moments, each of which has one date: the builder sees to that."""
    ends = [(sparql_term(each.member.term), sparql_term(each.body.term)) for each in (first, second)]
    days = [
        link_pattern(each.link, *of, f"?day{nth}", nth)
        for each, of, nth in zip((first, second), ends, ("1", "2"), strict=True)
    ]
    years = [f"xsd:integer(SUBSTR(STR(?day{nth}), 1, 4))" for nth in ("1", "2")]
    joined = "\n".join(days)
    pattern = f"{{ SELECT DISTINCT (ABS({years[0]} - {years[1]}) AS {one}) WHERE {{\n{joined}\n}} }}"
    facts = [
        f"{day}\n{_fact(each.link, *of, f'?day{nth}')}"
        for each, of, day, nth in zip((first, second), ends, days, ("1", "2"), strict=True)
    ]
    return Written(pattern, either(facts))


# Ages


def aged(condition: Aged, one: str, written: Callable[[Condition, str], str]) -> Written:
    """The bodies that began first, or last, or before another; or that lasted the longest, or longer than another."""

    def measure(which: str, number: str, nth: str) -> str:
        among = "\n".join(written(each, which) for each in condition.among)
        inner = f"{which} a org:Organization .\n{among}\n{_age(condition, which, number)}"
        return f"{{ SELECT DISTINCT {which} {number} WHERE {{\n{inner}\n}} }}"

    if isinstance(condition.number, Bound):
        bounded = filter_of(condition.number, "xsd:integer(?number)")
        return Written(
            f"{measure(one, '?number', '1')}\n{bounded}",
            f"{measure(one, '?number', '1')}\n{bounded}\nBIND({one} AS ?fact)",
        )
    oldest = condition.number.most if isinstance(condition.number, Extreme) else condition.number.sign == ">"
    if isinstance(condition.number, Than):
        other = sparql_term(condition.number.state.term)
        theirs = f"{{ SELECT ?theirs WHERE {{ {_age(condition, other, '?theirs')} }} }}"
        sign = ">" if oldest == condition.measured else "<"
        pattern = f"{measure(one, '?number', '1')}\n{theirs}\nFILTER({_exactly('?number', '?theirs')} {sign} {_exactly('?theirs', '?number')})"
    else:
        best = "MAX" if oldest == condition.measured else "MIN"
        others = f"{{ SELECT ({best}(?theirs) AS ?best) WHERE {{ {measure('?other', '?theirs', '2')} }} }}"
        pattern = f"{measure(one, '?number', '1')}\n{others}\nFILTER(?number = ?best)"
    return Written(pattern, f"{pattern}\nBIND({one} AS ?fact)")


def _exactly(date: str, other: str) -> str:
    """As much of a date as another tells: neither of 1949 and May 1949 is earlier."""
    return f"IF(STRLEN(STR({date})) > STRLEN(STR({other})), SUBSTR(STR({date}), 1, STRLEN(STR({other}))), STR({date}))"


def _age(condition: Aged, one: str, number: str) -> str:
    """What bodies are compared by: the date at which they began, or how many years they lasted, as text of one length."""
    if not condition.measured:
        return f"{beginning_pattern(one, '?began')}\nBIND(STR(?began) AS {number})"
    last = f'"{condition.years[1]:04}"'
    lasted = f"xsd:integer(SUBSTR(STR(COALESCE(?to, {last})), 1, 4)) - xsd:integer(SUBSTR(STR(?began), 1, 4))"
    padded = f'SUBSTR(CONCAT("00000", STR({lasted})), STRLEN(STR({lasted})) + 1)'
    return f"{beginning_pattern(one, '?began')}\nOPTIONAL {{ {{ SELECT {one if one.startswith('?') else ''} ?to WHERE {{ {end_pattern(one, '?to')} }} }} }}\nBIND({padded} AS {number})"
