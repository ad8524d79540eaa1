"""Joining, leaving and being in throughout as SPARQL: of anybody, of the first, in an order, so many times."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import assert_never

from ...model.change_query import joined_pattern, last_in_pattern, left_pattern, throughout_pattern
from ...model.dates import ALWAYS
from ...model.expression import bodies_of
from ...model.membership_query import (
    expression_pattern_of,
    known_ends,
    membership_pattern,
    node_pattern,
)
from ...rdf.terms import sparql_term
from ..kinds_of_members import no_others
from ..logic.logical_form import (
    Among,
    FirstDate,
    FirstOf,
    FirstTo,
    InOrder,
    Joined,
    LastIn,
    Left,
    Link,
    Linked,
    LinkedTo,
    ManyLinks,
    Moment,
    NotOneOf,
    OfRegion,
    OneOf,
    Throughout,
)
from .written import Written, best_of, exactly

__all__ = ["fact_pattern", "grounds_of_pairs", "link_pattern", "of_some", "written_link"]


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


def fact_pattern(link: Link, member: str, body: str, date: str) -> str:
    """The memberships, each as `?fact`, that a link rests on, beside the pattern that binds its date."""
    if isinstance(link, Throughout):
        return membership_pattern(member, body, link.period, link.role, node="fact")
    which = "schema:startDate" if isinstance(link, Joined) else "schema:endDate"
    return f"{node_pattern(member, body, link.role, 'f', node='fact')}\n?fact {which} {date} ."


def _grounds(link: Link, member: str, body: str) -> str:
    return f"{link_pattern(link, member, body, '?day')}\n{fact_pattern(link, member, body, '?day')}"


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
                link_pattern(link, *ends, one), f"{link_pattern(link, *ends, one)}\n{fact_pattern(link, *ends, one)}"
            )
        case FirstDate(link, body, last):
            ends = "?anyone", sparql_term(body.term)
            best = f"SELECT ({'MAX' if last else 'MIN'}(STR(?theirs)) AS {one}) WHERE {{ {link_pattern(link, *ends, '?theirs')} }}"
            pattern = f"{{ {best} }}\nFILTER(BOUND({one}))"
            dated = f"{link_pattern(link, '?whoever', ends[1], '?day', '2')}\nFILTER(STR(?day) = {one})"
            return Written(pattern, f"{pattern}\n{dated}\n{fact_pattern(link, '?whoever', ends[1], '?day')}")
        case FirstTo():
            return _first_to(condition, one)
        case FirstOf(link, member, last, among):
            held = link_pattern(link, sparql_term(member.term), one, "?day", "1")
            others = link_pattern(link, sparql_term(member.term), "?other", "?theirs", "2")
            held, others = f"{held}\n{of_some(among, one)}", f"{others}\n{of_some(among, '?other')}"
            best = f"{{ SELECT ({'MAX' if last else 'MIN'}(STR(?theirs)) AS ?best) WHERE {{ {others} }} }}"
            pattern = f"{held}\n{best}\nFILTER({exactly('?day', '?best')} = {exactly('?best', '?day')})"
            return Written(pattern, f"{pattern}\n{fact_pattern(link, sparql_term(member.term), one, '?day')}")
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
    """That a member joined or left a body before it joined or left another, or in the same year."""
    bodies = sparql_term(condition.body.term), sparql_term(condition.other.term)
    earlier = link_pattern(condition.earlier, one, bodies[0], "?day1", "1")
    later = link_pattern(condition.later, one, bodies[1], "?day2", "2")
    sign = "<" if condition.strictly else "<="
    in_order = f"{exactly('?day1', '?day2')} {sign} {exactly('?day2', '?day1')}"
    if condition.same_year:
        in_order = "SUBSTR(STR(?day1), 1, 4) = SUBSTR(STR(?day2), 1, 4)"
    pattern = f"{earlier}\n{later}\nFILTER({in_order})"
    facts = [fact_pattern(link, one, body, day) for link, body, day in ((condition.earlier, bodies[0], "?day1"), (condition.later, bodies[1], "?day2"))]  # fmt: skip
    return Written(pattern, f"{pattern}\n{{ {facts[0]} }} UNION {{ {facts[1]} }}")


def of_some(among: OneOf | OfRegion | NotOneOf | None, who: str) -> str:
    """That a variable is one of some, or none of them."""
    if among is None:
        return ""
    listed = ", ".join(sparql_term(one.term) for one in among.entities or ())
    return f"FILTER({who} {'NOT IN' if isinstance(among, NotOneOf) else 'IN'} ({listed}))"


def _first_to(condition: FirstTo, one: str) -> Written:
    link, body = condition.link, sparql_term(condition.body.term)

    def dated(who: str, date: str, number: str) -> str:
        pattern = link_pattern(link, who, body, date, number)
        among = condition.among
        if isinstance(among, Among):
            return f"{pattern}\n{expression_pattern_of(among.expression, who, among.period, first=int(number) * 50)}"
        return f"{pattern}\n{of_some(among, who)}"

    if condition.place > 1:
        return _nth_to(condition, one, dated)
    best = f"{'MAX' if condition.last else 'MIN'}(STR(?theirs))"
    pattern = (
        f"{dated(one, '?day', '1')}\n{{ SELECT ({best} AS ?best) WHERE {{ {dated('?rival', '?theirs', '2')} }} }}"
        f"\nFILTER({exactly('?day', '?best')} = {exactly('?best', '?day')})"
    )
    return Written(pattern, f"{pattern}\n{fact_pattern(link, one, body, '?day')}")


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
        pattern, f"{pattern}\n{facts}\n{fact_pattern(condition.link, one, sparql_term(condition.body.term), '?day')}"
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


def grounds_of_pairs(condition: ManyLinks, pairs: Iterable[tuple[str, str]]) -> str:
    """What links rest on whose members and bodies are known, by IRI: they need not be found and counted again."""
    link, ends = condition.link, ("?answer", "?body") if condition.counted == "bodies" else ("?member", "?answer")
    known = " ".join(f"(<{member}> <{body}>)" for member, body in sorted(pairs))
    dated = f"{fact_pattern(link, *ends, '?day')}\n{link.period.sparql('day', 'day')}"
    return f"VALUES ({' '.join(ends)}) {{ {known} }}\n{dated}"
