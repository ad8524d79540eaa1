"""Questions of joining, leaving and being in at a time: who joined, what did somebody join, whether and when."""

from __future__ import annotations

from dataclasses import replace

from ...model.dates import ALWAYS, Period
from ..language.form import Build, Context, Form
from ..language.patterns import Found
from ..logical_form import (
    Among,
    Asked,
    Condition,
    Dates,
    Entities,
    Existing,
    Joined,
    LastIn,
    Left,
    Linked,
    MemberOf,
    Moment,
    NotSo,
    Question,
    Whether,
    period_of,
)
from ..slots.clauses import being_in, joining, leaving
from ..slots.subjects import Who, kind_of

__all__ = ["FORMS"]


def _who(context: Context, found: Found) -> Question | None:
    """Who does what some clauses say, one after the other; "which NATO members" are those of the time asked about."""
    who: Who = found["who"]
    kind = kind_of(who)
    if kind is None or who.things:
        return None
    said: tuple[Condition, ...] = (*found["clause"], *found.get("further", ()), *found.get("third", ()))
    periods = dict.fromkeys(period for one in said if (period := _moment(one)) is not None)
    at = next(iter(periods)) if len(periods) == 1 else context.period
    # What is taken away comes last: from what the others find.
    found_by = [one for one in said if not isinstance(one, NotSo)]
    taken = [one for one in said if isinstance(one, NotSo)]
    if not found_by:
        return Entities((MemberOf(who.base, at, kind) if who.base else Existing("state", at), *taken))
    if who.base is not None:
        return Entities((Among(who.base, at), *found_by, *taken))
    return Entities((*map(_of_states if kind == "state" else _as_said, found_by), *taken))


def _moment(condition: Condition) -> Period | None:
    """The one time that a condition asks about, if it has a beginning and an end."""
    period = period_of(condition)
    return period if period is not None and period.start is not None and period.end is not None else None


def _of_states(condition: Condition) -> Condition:
    """The same of states alone."""
    return replace(condition, kind="state") if isinstance(condition, (Linked, MemberOf)) else condition


def _as_said(condition: Condition) -> Condition:
    return condition


def _bodies(context: Context, found: Found) -> Question | None:
    """The bodies that somebody joined or left, or was in at a time; of a kind, if the noun is for one."""
    said: tuple[Condition, ...] = found["body_clause"]
    noun = found.get("bodies")
    narrowing = (noun,) if noun is not None and noun.entities is not None else ()
    if all(isinstance(one, NotSo) for one in said):
        return Entities((Existing("body", context.period), *narrowing, *said))
    first, *rest = said
    return Entities((first, *narrowing, *rest))


def _whether(context: Context, found: Found) -> Question | None:
    """Whether some states joined, left, or were in a set of bodies at a time."""
    expression, whens = found["set"], found.get("when", ())
    if "joined" in found:
        said: Asked | None = joining(expression, whens, found.get("role_name", "full"))
    elif "left" in found:
        said = leaving(expression, whens, ever="ever" in found or "never" in found or not whens)
    elif "gone" in found:
        return Whether(found["states"], (MemberOf(expression, ALWAYS), NotSo(MemberOf(expression, context.period))))
    elif "ever" in found or "never" in found:
        said = MemberOf(expression, ALWAYS, role=found.get("role_name", "full"))
    else:
        said = being_in(expression, whens, context.period)
    if said is None:
        return None
    return Whether(found["states"], (NotSo(said),) if "never" in found else (said,))


def _when(link: Joined | Left | LastIn) -> Build:
    """When somebody joined or left a body, or was in it last: all dates, if it did more than once."""

    def build(context: Context, found: Found) -> Question | None:
        return Dates((Moment(link, found["state"], found["body"]),))

    return build


_JOINED, _LEFT, _LAST_IN = _when(Joined(ALWAYS)), _when(Left(ALWAYS)), _when(LastIn(ALWAYS))
_WHEN = (
    "( when / [ in / on ] ( what / which ) ( year / date / month / day ) / since when / what {BE} the ( year / date ) ( in / on )"
    " which / what {BE} the ( year / date ) [ when / that ] / the ( year / date ) / at what time / how long ago )"
)
_BUT = "( and / but / and also / but also / and then / yet / although / while / who / that / which )"

FORMS = [
    Form("<who> <clause> [ and when / and in what year / and in which year / and in which years ]", _who),
    Form(f"<who> <clause> {_BUT} <further>", _who),
    Form(f"<who> [ {{THAT}} / they ] <clause:further> {_BUT} <further:clause>", _who),
    Form(f"<who> <clause> {_BUT} <further> {_BUT} <third:further>", _who),
    Form("{ASK} [ {THE} ] [ <bodies> ] <body_clause>", _bodies),
    Form("{OPEN} [ all / the ] <bodies> <body_clause>", _bodies),
    Form("( {DO} / {HAVE} / {BE} ) <states> [ ever / also / already / both / all / really ] {JOIN} #joined <set> [ as <role_name> ] [ <when> ]", _whether),
    Form("( {DO} / {HAVE} ) <states> ( never ) #never {JOIN} #joined <set>", _whether),
    Form("( {DO} / {HAVE} / {BE} ) <states> [ ever #ever / also / already / both / all ] {LEAVE} #left <set> [ <when> ]", _whether),
    Form("( {DO} / {HAVE} ) <states> ( never ) #never {LEAVE} #left <set>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <states> ( ever / at any time / at any point / once / at one time ) #ever [ been / be ] [ {ALSO} ] ( {STATES_IN} / a <role_name> of / <role_name> ( of / in / at ) ) <set>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <states> [ been / be ] {STATES_IN} <set> #ever ( at any time / at any point / at one time / once / at some point / ever )", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <states> never #never [ been / be ] {STATES_IN} <set>", _whether),
    Form("{BE} <states> {NO_MORE} #gone {STATES_IN} <set>", _whether),
    Form("( {BE} / {HAVE} / {DO} ) <states> [ always / continuously / {ALSO} ] [ been / be / stay / stayed / remain / remained ] [ {ALSO} ] {STATES_IN} <set> <when>", _whether),
    Form("{BE} <set> joined #joined by <states> [ <when> ]", _whether),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <state> [ first / last / finally / actually / officially ] {{JOIN}} <body>", _JOINED),
    Form("( since when / since what year / since which year ) ( {BE} / {HAVE} ) <state> [ been ] {STATES_IN} <body>", _JOINED),
    Form("<state> ( {JOIN} ) <body> ( when / in what year / in which year / since when )", _JOINED),
    Form("[ what / when ] [ {BE} ] [ the ] ( accession / accession date / date of accession / year of accession / joining date / date of joining / year of joining / entry / date of entry / admission ) of <state> ( to / into / in ) <body>", _JOINED),
    Form(f"{_WHEN} ( {{DO}} / {{HAVE}} / {{BE}} / ) <state> [ first / last / finally / actually / officially ] {{LEAVE}} <body>", _LEFT),
    Form("<state> ( {LEAVE} ) <body> ( when / in what year / in which year )", _LEFT),
    Form("( until when / till when / up to when / until what year / until which year ) ( {BE} / {HAVE} / {DO} ) <state> [ been / stay / remain / belong ] [ {STATES_IN} / to ] <body>", _LAST_IN),
    Form(f"{_WHEN} {{BE}} <state> last {{STATES_IN}} <body>", _LAST_IN),
]  # fmt: skip
