"""The patterns of who holds which office where: by a post, or as a member in a role of that name. See `questions`."""

from __future__ import annotations

from ...model.dates import ALWAYS, Period
from ...model.entities import Entity
from ...model.membership import membership_pattern
from ...model.post_holders import HELD_THROUGH, without_terms
from ...model.roles import ANY_ROLE
from ...rdf.terms import sparql_term
from ..logic.logical_form import HasInOffice, Holds, OfficeOf, TermDate, TookOffice
from .written import Written, either, joined, values_of

__all__ = ["held_office", "office_of"]


def held_office(condition: Holds | TermDate | TookOffice | OfficeOf | HasInOffice, one: str) -> Written:
    """Who holds an office, which office somebody holds, or where, as patterns over a variable."""
    match condition:
        case TermDate(holder, offices, of, ended):
            held = _held(sparql_term(holder.term), offices, "?role", _term(of, "?of"), ALWAYS, True)
            return Written(f"{{ SELECT DISTINCT ?fact WHERE {{ {held} }} }}\n?fact {_date(ended)} {one} .")
        case TookOffice(offices, of, within, ended):
            held = _held(one, offices, "?role", _term(of, "?of"), ALWAYS, True)
            dated = f"?fact {_date(ended)} ?day .\n{within.sparql('day', 'day')}"
            return Written(f"{{ SELECT DISTINCT ?fact {one} WHERE {{ {held} }} }}\n{dated}")
        case _:
            return _held_then(condition, one)


def _date(ended: bool) -> str:
    return "schema:endDate" if ended else "schema:startDate"


def _held_then(condition: Holds | OfficeOf | HasInOffice, one: str) -> Written:
    """The same at a time."""
    period, undated = condition.period, condition.undated
    match condition:
        case Holds(offices, of):
            return Written(_held(one, offices, "?role", _term(of, "?of"), period, undated))
        case OfficeOf(person, of):
            return Written(_held(sparql_term(person.term), (), one, _term(of, "?of"), period, undated))
        case HasInOffice(person, ()):
            # Whom somebody represents: a member represents nobody.
            return Written(_post(sparql_term(person.term), "?role", one, period, undated))
        case HasInOffice(person, offices):
            return Written(_held(sparql_term(person.term), offices, "?role", one, period, undated))


def _held(who: str, offices: tuple[Entity, ...], role: str, where: str, period: Period, undated: bool) -> str:
    named = values_of("role", offices) if offices else ""
    member = f"{{ {membership_pattern(who, where, period, ANY_ROLE, node='fact')} }}\n?fact org:role|{HELD_THROUGH}/org:role {role} ."
    return either((joined((named, _post(who, role, where, period, undated))), joined((named, member))))


def _post(who: str, role: str, where: str, period: Period, undated: bool) -> str:
    """A post, which may have dates; of a post without any nobody knows whether it was held at another time."""
    asked = f" {without_terms('?fact', who, role, where)}"
    if test := period.sparql("since", "until"):
        asked += f" OPTIONAL {{ ?fact schema:startDate ?since }} OPTIONAL {{ ?fact schema:endDate ?until }} {test}"
        asked += "" if undated else " FILTER(BOUND(?since) || BOUND(?until))"
    # Each branch on its own: what follows the whole UNION, Virtuoso joins with its first branch alone.
    post = f"?fact a org:Post ; org:heldBy {who} ; org:postIn {where} ;"
    return " UNION ".join(f"{{ {post} {office}{asked} }}" for office in _offices_of("?fact", role))


def office_of(post: str, role: str) -> str:
    """The pattern of the offices of a post: its role, and the post itself where it has a name of its own."""
    return " UNION ".join(f"{{ {post} {office} }}" for office in _offices_of(post, role))


def _offices_of(post: str, role: str) -> tuple[str, str]:
    return f"org:role {role} .", f"a org:Role . BIND({post} AS {role})"


def _term(of: Entity | None, otherwise: str) -> str:
    return otherwise if of is None else sparql_term(of.term)
