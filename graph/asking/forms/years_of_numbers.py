"""Questions of the years of a number: when a body had 16 members, when first more than 100, when the most."""

from __future__ import annotations

from ...errors import NotUnderstood
from ...model.entities import Entity
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Bound, Dates, Extreme, Question, YearsOfNumber
from ..logic.orders import holds
from .duration import years_covered

__all__ = ["FORMS"]


def _years(context: Context, found: Found) -> Question | None:
    """The years in which a body had so many members, or a member was in so many bodies; or the first or last of them."""
    years, number = years_covered(context), found["quantity"]
    one: Entity = found.get("body") or found["member"]
    if years is None or not isinstance(number, (Bound, Extreme)):
        return None
    if isinstance(number, Bound) and ("reached" in found or "first" in found):
        # Who reaches 100, or has 100 for the first time, has a hundred or more: in one year, several may join.
        number = Bound(tuple((">=" if sign == "=" else sign, limit) for sign, limit in number.tests))
    if isinstance(number, Bound) and not {">", ">="} & dict(number.tests).keys() and holds(Bound(number.tests), 0):
        # "Fewer than 5" are some: the years before it began are none of its own.
        number = Bound((*number.tests, (">=", 1.0)))
    end = "first" if "first" in found or "reached" in found else "last" if "last" in found else ""
    return Dates((YearsOfNumber(one, "members" if one.kind == "body" else "bodies", number, years, end),))


def _exceeded(context: Context, found: Found) -> Question | None:
    """The first year in which there were more than a number that was passed."""
    more = Bound(((">", float(found["number"])),))
    return _years(context, {**found, "quantity": more, "first": True})


def _mark(context: Context, found: Found) -> Question | None:
    """The first year in which there were as many as a mark that was reached, or more than one that was passed."""
    if "passed" in found:
        return _exceeded(context, found)
    return _years(context, {**found, "quantity": Bound((("=", float(found["number"])),))})


def _in_several(context: Context, found: Found) -> Question | None:
    """Refuse to count at several dates at once.

    Raises
    ------
    NotUnderstood
        Always, as an answer has one number.
    """
    one: Entity = found.get("body") or found["member"]
    dates: tuple[str, ...] = found["several_dates"]
    asked = f"how many members did {one.short} have" if one.kind == "body" else f"how many bodies was {one.short} in"
    raise NotUnderstood(
        f'ask for one number at a time: "{asked} in {dates[0]}", then "… in {dates[1]}"; or for each year:'
        f" blocs trend '{one.short}' --during {min(dates)}:{max(dates)}"
    )


_WHEN = (
    "( when / [ in / during / for / from ] ( what / which ) [ of the ] ( year / years / period / date ) / ( what / which ) {BE} the ( year / years ) [ in which / when / that ]"
    " / [ the ] ( year / years ) [ in which / when / that ] )"
)
_FIRST = "( ( first / finally / initially ) #first / ( last / most recently ) #last / ever / actually / )"
_TIME = "( for the first time #first / for the last time #last / first #first / last #last / )"
_HAD = "( have / has / had / count / counted / consist of / consisted of / comprise / comprised / include / included / number / unite / got )"
_REACH = "( reach / reached / get to / got to / grow to / grew to / expand to / expanded to / hit / attain / come to have / come to / arrive at / attained ) #reached"
_PASS = "( exceed / exceeded / pass / passed / surpass / surpassed / top / topped / go over / go past / go above / went over / get past / cross / crossed )"
_OF_BODIES = "[ different / international ] {BODY_NOUN}"
_BELONG = "( in / a member of / members of / member of / belong to / belonged to / belong in / part of / be in / be a member of / been in )"
_MEMBERS = "[ full / total ] {NOUN}"

_MANY = "( how many / number of / the number of / what {BE} the number of / count of )"

_DATED = frozenset(["when", "year", "years", "period", "date"])
"""Words of which each such question has one."""

FORMS = [
    Form(f"{_MANY} [ full ] ( <body> {{NOUN}} / {{NOUN}} ( {{DO}} / {{HAVE}} / {{BE}} there in / {{BE}} in / in / of ) <body> ) [ have / {{BE}} there / {{DO}} it have ] [ in / as of ] <several_dates>", _in_several),
    Form(f"{_MANY} {_OF_BODIES} ( {{DO}} / {{BE}} / {{HAVE}} ) <member> [ been ] [ {_BELONG} ] in <several_dates>", _in_several),
    Form("<body> ( {NOUN} / membership / size ) in <several_dates>", _in_several),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <body> {_FIRST} {_HAD} <quantity> {_MEMBERS} {_TIME}", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{HAVE}} / {{DO}} ) <body> {_FIRST} <quantity> {_MEMBERS} {_TIME}", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <body> {_FIRST} {_REACH} <quantity> {_MEMBERS}", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <body> {_FIRST} {_PASS} <number> {_MEMBERS}", _exceeded, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <body> {_FIRST} ( {_PASS} #passed / {_REACH} ) [ the ] <number> [ {_MEMBERS} ] ( mark / threshold / line )", _mark, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) [ the ] ( membership / number of members / size ) of <body> {_FIRST} ( {_REACH} <quantity> / {{BE}} <quantity> / stand at <quantity> / equal <quantity> ) [ {_MEMBERS} ]", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) [ the ] ( number of / count of ) ( <body> {{NOUN}} / {{NOUN}} ( of / in ) <body> ) {_FIRST} {_PASS} <number>", _exceeded, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) [ the ] ( number of / count of ) ( <body> {{NOUN}} / {{NOUN}} ( of / in ) <body> ) {_FIRST} ( {_REACH} <quantity> )", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) [ the ] ( membership / number of members / size ) of <body> {_FIRST} {_PASS} <number> [ {_MEMBERS} ]", _exceeded, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <body> ( 's / ' / ) membership {_FIRST} {_REACH} <quantity> [ {_MEMBERS} ]", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / ) <body> ( 's / ' / ) membership {_FIRST} {_PASS} <number> [ {_MEMBERS} ]", _exceeded, cues=_DATED),
    Form(f"{_WHEN} {{BE}} there {_FIRST} <quantity> ( <body> {{NOUN}} / {_MEMBERS} ( in / of ) <body> ) {_TIME}", _years, cues=_DATED),
    Form(f"{_WHEN} {{BE}} {_FIRST} <quantity> {{NOUN}} {_FIRST} {_BELONG} <body> {_TIME}", _years, cues=_DATED),
    Form(f"{_WHEN} {{DO}} <quantity> {{NOUN}} {_FIRST} {_BELONG} <body> {_TIME}", _years, cues=_DATED),
    Form(f"<body> [ {{HAVE}} / with ] <quantity> {_MEMBERS} ( when / in what year / in which year / in what years / in which years )", _years, cues=_DATED),
    Form("( in / during / for / ) ( which / what ) years {BE} <body> [ at ] <quantity> {NOUN}", _years, cues=_DATED),
    Form(f"{_WHEN} {{BE}} <member> {_FIRST} [ been ] {_BELONG} <quantity> {_OF_BODIES} {_TIME}", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} ) <member> {_FIRST} [ been ] {_BELONG} <quantity> {_OF_BODIES} {_TIME}", _years, cues=_DATED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} ) <member> {_FIRST} {_REACH} <quantity> ( {_OF_BODIES} / {{TIE}} )", _years, cues=_DATED),
]  # fmt: skip
