"""When things began and ended, what existed when, and what is the oldest, as SPARQL."""

from __future__ import annotations

from collections.abc import Callable

from ...model.membership_query import (
    beginnings,
    dates_test,
    ending,
    lifespan_pattern,
    membership_pattern,
)
from ...model.roles import ANY_ROLE
from ...rdf.terms import sparql_term
from ..logic.logical_form import (
    Aged,
    Bound,
    Condition,
    Existing,
    Extreme,
    Lifetime,
    Than,
    YearsExisting,
)
from .written import Written, exactly, filter_of

__all__ = ["aged", "beginning_pattern", "end_pattern", "existing_body", "lifetime", "years_existing"]


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


def existing_body(condition: Existing, one: str) -> Written:
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


def lifetime(condition: Lifetime, one: str) -> Written:
    term = sparql_term(condition.one.term)
    if condition.one.kind == "state":
        date = "schema:endDate" if condition.ended else "schema:startDate"
        return Written(f"?fact a blocs:Spell ; blocs:state {term} ; {date} {one} .")
    pattern = end_pattern(term, one) if condition.ended else beginning_pattern(term, one)
    return Written(pattern, f"{pattern}\nBIND({term} AS ?fact)")


def years_existing(condition: YearsExisting, one: str) -> Written:
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


def aged(condition: Aged, one: str, written: Callable[[Condition, str], str]) -> Written:
    """The bodies that began first, or last, or before another; or that lasted the longest, or longer than another."""

    def measure(which: str, number: str) -> str:
        among = "\n".join(written(each, which) for each in condition.among)
        inner = f"{which} a org:Organization .\n{among}\n{_age(condition, which, number)}"
        return f"{{ SELECT DISTINCT {which} {number} WHERE {{\n{inner}\n}} }}"

    if isinstance(condition.number, Bound):
        bounded = filter_of(condition.number, "xsd:integer(?number)")
        return Written(
            f"{measure(one, '?number')}\n{bounded}",
            f"{measure(one, '?number')}\n{bounded}\nBIND({one} AS ?fact)",
        )
    oldest = condition.number.most if isinstance(condition.number, Extreme) else condition.number.sign == ">"
    if isinstance(condition.number, Than):
        other = sparql_term(condition.number.state.term)
        theirs = f"{{ SELECT ?theirs WHERE {{ {_age(condition, other, '?theirs')} }} }}"
        sign = ">" if oldest == condition.measured else "<"
        pattern = f"{measure(one, '?number')}\n{theirs}\nFILTER({exactly('?number', '?theirs')} {sign} {exactly('?theirs', '?number')})"
    else:
        best = "MAX" if oldest == condition.measured else "MIN"
        others = f"{{ SELECT ({best}(?theirs) AS ?best) WHERE {{ {measure('?other', '?theirs')} }} }}"
        pattern = f"{measure(one, '?number')}\n{others}\nFILTER(?number = ?best)"
    return Written(pattern, f"{pattern}\nBIND({one} AS ?fact)")


def _age(condition: Aged, one: str, number: str) -> str:
    """What bodies are compared by: the date at which they began, or how many years they lasted, as text of one length."""
    if not condition.measured:
        return f"{beginning_pattern(one, '?began')}\nBIND(STR(?began) AS {number})"
    last = f'"{condition.years[1]:04}"'
    lasted = f"xsd:integer(SUBSTR(STR(COALESCE(?to, {last})), 1, 4)) - xsd:integer(SUBSTR(STR(?began), 1, 4))"
    padded = f'SUBSTR(CONCAT("00000", STR({lasted})), STRLEN(STR({lasted})) + 1)'
    return f"{beginning_pattern(one, '?began')}\nOPTIONAL {{ {{ SELECT {one if one.startswith('?') else ''} ?to WHERE {{ {end_pattern(one, '?to')} }} }} }}\nBIND({padded} AS {number})"
