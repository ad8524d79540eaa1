"""Conditions of time as SPARQL: the years of a membership, who was in the longest, the year with most accessions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.membership_query import (
    exists_pattern,
    membership_pattern,
    node_pattern,
)
from ...rdf.terms import sparql_term
from ..logic.logical_form import (
    Aged,
    BeganIn,
    BusiestYear,
    Condition,
    EndedIn,
    Existing,
    FirstMember,
    Joined,
    Left,
    Lifetime,
    Longest,
    Moment,
    Than,
    Timed,
    Times,
    YearsBetween,
    YearsExisting,
    YearsIn,
    YearsOfNumber,
    YearsWhen,
)
from .lifetime_patterns import beginning_pattern, end_pattern, existing_body, lifetime, years_existing
from .link_patterns import fact_pattern, link_pattern, of_some
from .written import Written, best_of, either, values_of

__all__ = ["grounds_of_known", "written_time"]


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
            return Written(counted, f"{days}\n{fact_pattern(link, *ends, '?day')}")
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
            return existing_body(condition, one)
        case BeganIn(period):
            began = f"{one} a org:Organization .\n{beginning_pattern(one, '?day')}\n{period.sparql('day', 'day')}"
            return Written(began, f"{began}\nBIND({one} AS ?fact)")
        case EndedIn(period):
            ended = f"{one} a org:Organization .\n{end_pattern(one, '?day')}\n{period.sparql('day', 'day')}"
            return Written(ended, f"{ended}\nBIND({one} AS ?fact)")
        case Lifetime():
            return lifetime(condition, one)
        case YearsExisting():
            return years_existing(condition, one)
        case YearsBetween(first, second):
            return _years_between(first, second, one)
        case _:
            assert_never(condition)


def grounds_of_known(condition: Condition, entities: Sequence[Entity]) -> str:
    """What some entities rest on that are known to answer; "" if that is no matter of existence."""
    if not isinstance(condition, (Existing, BeganIn, EndedIn, Aged)):
        return ""
    return f"{values_of('answer', entities)} BIND(?answer AS ?fact)"


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
    return Written(pattern, f"{pattern}\n{theirs}\n{fact_pattern(link, '?member', body, '?day')}")


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
        inner = f"{_years(who, body, condition.years, 'full', nth)}\n{of_some(condition.among, who)}"
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
        f"{day}\n{fact_pattern(each.link, *of, f'?day{nth}')}"
        for each, of, day, nth in zip((first, second), ends, days, ("1", "2"), strict=True)
    ]
    return Written(pattern, either(facts))
