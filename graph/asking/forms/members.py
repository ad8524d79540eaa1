"""Questions of members: who is in a set of bodies."""

from __future__ import annotations

from ...model.dates import ALWAYS, Period
from ...model.expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from ...model.roles import ANY_ROLE
from ..composing import members
from ..kinds_of_members import kind_meant, kind_of_members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Among, Entities, Exists, MemberOf, NotSo, Question
from ..lookup.ranging import leaves_out
from ..set_dates import outlived
from ..slots.sets import alone
from ..slots.subjects import Who, asked_period, kind_of
from ..sparql.questions import query
from .roles import in_a_role

__all__ = ["FORMS"]


def _listed(context: Context, found: Found) -> Question | None:
    """Members of a set, taken from a base if one is named."""
    who: Who = found.get("who") or Who("")
    kind = kind_of(who)
    if kind is None or (who.things and "part" in found):
        return None  # "what is part of the CIS" asks for bodies
    expression: Expression | None = found.get("set")
    excluded: Expression | None = found.get("none")
    if isinstance(excluded, Minus):
        base = expression or who.base
        expression = Minus(base, excluded.right) if base else excluded
        if expression.left is not who.base and who.base is not None:
            expression = And(who.base, expression)
    elif expression is None:
        expression = who.base
    elif who.base is not None:
        expression = _within(who.base, expression)
    if expression is None or (
        who.kind == "body" and ("part" in found or (kind == "body" and not _has_bodies(context, expression)))
    ):
        return None
    if leaves_out(expression):
        kind = kind or kind_of_members(context.vocabulary)
    period = _period(context, found, expression)
    if who.base is not None and expression is not who.base and outlived(context.vocabulary, who.base, period):
        return _of_other_time(who.base, expression, period, kind)
    its_own = found.get("set")
    if who.base is not None and its_own is not None and "past" in found and "none" not in found:
        then = _period(context, found, its_own)
        if then != period:  # "which A members were in B", which is over
            return Entities((Among(who.base, period), MemberOf(its_own, then, kind)))
    return members(expression, period, kind)


def _period(context: Context, found: Found, expression: Expression) -> Period:
    """The period that is asked about; of bodies that are over, all time, unless who "is" in them is asked, or a time said."""
    period = asked_period(context, found)
    present = "nowadays" in found and "past" not in found
    return period if "time" in found or present or not _is_over(context, expression, period) else ALWAYS


def _is_over(context: Context, expression: Expression, period: Period) -> bool:
    """Whether a set can have no members in a period, as its bodies were over, or one of which all have to be members."""
    match expression:
        case And(left, right):
            return _is_over(context, left, period) or _is_over(context, right, period)
    return outlived(context.vocabulary, expression, period)


def _of_other_time(base: Expression, expression: Expression, period: Period, kind: str) -> Entities:
    """Members of a base whose bodies were over, or had not begun: those of its own time, of whom the rest is asked."""
    match expression:
        case And(left, right) if left == base:
            return Entities((Among(base, period), MemberOf(right, period, kind)))
        case Minus(left, right) if left == base:
            return Entities((Among(base, period), NotSo(MemberOf(right, period))))
        case Minus(left, right):
            inner = _of_other_time(base, left, period, kind)
            return inner.such(NotSo(MemberOf(right, period)))
    return members(expression, period, kind)


def _within(base: Expression, expression: Expression) -> Expression:
    """`expression` among the members of `base`; "CIS members in CST but not GUUAM" reads from left to right."""
    if isinstance(expression, Minus):
        return Minus(_within(base, expression.left), expression.right)
    return And(base, expression)


def _only(context: Context, found: Found) -> Question | None:
    """Members of one body that are in no other; or not in those that are named."""
    only = Minus(found["ref"], found["taken"]) if "taken" in found else alone(context.vocabulary.graph, found["ref"])
    return _listed(context, {**found, "set": only})


def _outside_but_in(context: Context, found: Found) -> Question | None:
    """Members of a set that are outside another, said the other way round: "not in A but in B"."""
    return _listed(context, {**found, "set": Minus(found["set"], found["none"].right), "none": None})


def _less(context: Context, found: Found) -> Question | None:
    """Members of a base without those of other bodies: "CIS members except those of the CST"."""
    who: Who = found["who"]
    if who.base is None or kind_of(who) is None:
        return None
    return _listed(context, {**found, "set": None, "none": Minus(Everyone(), found["taken"])})


def _apart(context: Context, found: Found) -> Question | None:
    """Members of a noun's set without others: "which states are CIS members but do not belong to the CST"."""
    return _listed(context, {**found, "set": Minus(found["base"], found["taken"])})


def _plain_set(context: Context, found: Found) -> Question | None:
    """A set by itself: "CIS but not CST"; a body by itself asks nothing, but with a date for its members then."""
    if isinstance(found["set"], Body) and "time" not in found:
        return None
    return members(found["set"], asked_period(context, found))


def _has_members(context: Context, found: Found) -> Question | None:
    """Which states a body has, or what several have in common."""
    kind = kind_meant(context.vocabulary, found.get("kind") or "")
    if kind is None or (kind == "body" and not _has_bodies(context, found["set"])):
        return None
    return members(found["set"], _period(context, found, found["set"]), kind)


def _has_bodies(context: Context, expression: Expression) -> bool:
    """Whether bodies are members of a set; else those that are part of a body may be meant."""
    bodies = Exists(members(expression, ALWAYS, "body", ANY_ROLE))
    return context.vocabulary.graph.source.ask(query(bodies))


def _common(context: Context, found: Found) -> Question | None:
    """What two sets have in common: "which members does CST share with GUUAM"."""
    return _has_members(context, {**found, "set": And(found["one"], found["other"])})


def _without(context: Context, found: Found) -> Question | None:
    """Members of a base without those of one body: "CIS states without CST membership"."""
    return _less(context, {**found, "taken": found["bare"]})


def _with(context: Context, found: Found) -> Question | None:
    return _listed(context, {**found, "set": found["bare"]})


def _all_states(context: Context, found: Found) -> Question | None:
    return members(Everyone(), context.period, "state") if found["kind"] == "state" else None


def _in_none(context: Context, found: Found) -> Question | None:
    """Who is in no body at all; of the states there are, or of the members of a set."""
    who: Who = found["who"]
    return _listed(context, {**found, "none": Minus(who.base or Everyone(), AtLeast(1, None, ()))})


def _taken_together(context: Context, found: Found) -> Question | None:
    """Who is in any of several bodies: "how many members have A and B together"."""

    def either(one: Expression) -> Expression:
        return Or(either(one.left), either(one.right)) if isinstance(one, And) else one

    return _has_members(context, {**found, "set": either(found["set"])})


FORMS = [
    Form("{ASK} [ {THE} ] {NOUN} ( {HAVE} / {DO} ) <set:one_set> [ have ] ( together / combined / taken together / put together / between them / all together / jointly ) [ <time> ]", _taken_together),
    Form("<who> [ {THAT} ] ( [ {BE} / {DO} ] {MEMBER} no ( single / / ) {BODY_NOUN} / ( {BE} / {DO} ) not {MEMBER} ( any / a single ) {BODY_NOUN} / ( {BE} / ) outside [ of ] ( all / any ) {BODY_NOUN} / {HAVE} no {TIE} ) [ at all / whatsoever ] [ <time> ]", _in_none),
    Form("<who> <none> [ <time> ]", _listed, "which states are not in BODY"),
    Form("<who> {IN} <set> [ <time> ]", _listed, "who is in BODY and BODY"),
    Form("<who> <none> ( but / and / yet / while / though / although ) [ they ] {IN} <set> [ <time> ]", _outside_but_in),
    Form("<who> [ {THAT} ] {BE} ( only / solely / exclusively / just ) {MEMBER} <ref> ( and / but ) not [ {IN_REST} ] <taken> [ <time> ]", _only),
    Form("{NOUN} <set:bare> [ <time> ]", _has_members),
    Form("<who> [ {THAT} ] {BE} ( only / solely / exclusively / just ) {MEMBER} <ref> [ <time> ]", _only),
    Form("<who> [ {THAT} ] only belong to <ref> [ <time> ]", _only),
    Form("<time> <who> {IN} <set>", _listed),
    Form("<time> <who> <none>", _listed),
    Form("<who> {BUT_NOT} <taken> [ <time> ]", _less),
    Form("<who> {EXCEPT} <taken:excepted> [ <time> ]", _less),
    Form("{ASK} [ {THE} ] <kind> {HAVE} [ a / full ] <set:one_set> membership [ <time> ]", _has_members),
    Form("{ASK} <kind> are there", _all_states),
    Form("<set:one_set> [ who / which states / which countries ] [ {BE} ] {MEMBER} it [ <time> ]", _has_members),
    Form("<who> [ {THAT} ] {BE} [ {ALSO} ] <set> {NOUN} [ <time> ]", _listed),
    Form("<who> [ {THAT} ] {BE} [ {ALSO} ] <base> {BUT_NOT} <taken> [ <time> ]", _apart),
    Form("{ASK} [ <kind> / {NOUN} ] {DO} <one:one_set> {SHARE} with <other:one_set> [ <time> ]", _common),
    Form("<who> {BE} there [ {IN_REST} <set> ] [ <time> ]", _listed),
    Form("<who> [ {BE} / {DO} ] [ <time> ]", _listed, "list the members of BODY"),
    Form("{OPEN} [ the ] ( members / membership / member list / composition / member states / full members ) of <set:one_set> [ <time> ]", _has_members),
    Form("{ASK} [ {THE} ] {NOUN} {HAVE} <set:one_set> [ got ] [ <time> ]", _has_members),
    Form("{OPEN} {NOUN} [ {THAT} ] <set:one_set> {SHARE} [ <time> ]", _has_members),
    Form("<who> [ {THAT} ] ( without / lack / lacks / lacking / {HAVE} no ) <bare> membership [ <time> ]", _without),
    Form("<who> with <bare> membership [ <time> ]", _with),
    Form("{ASK} {DO} <set:one_set> ( {HAS} / consist of / have as members / have as its members / be made up of / bring together / unite ) [ {AS_MEMBER} ] [ <time> ]", _has_members),
    Form("{ASK} [ {THE} ] <kind> [ {DO} ] <set:one_set> ( {HAS} / consist of / unite / {HAVE} got ) [ {AS_MEMBER} ] [ <time> ]", _has_members, "which states does BODY include"),
    Form("( of / from ) {ASK} <kind> {DO} <set:one_set> ( consist / be made up ) [ <time> ]", _has_members),
    Form("{ASK} {BE} <set:one_set> ( made up of / composed of / comprised of ) [ <time> ]", _has_members),
    Form("[ {ASK} {BE} / {OPEN} ] [ the ] [ full ] ( membership / composition / member list / list of members / roster ) of <set:one_set> [ <time> ]", _has_members),
    Form("{ASK} {DO} <set:one_set> {HAVE} [ as ] [ {THE} ] ( members / member states ) [ <time> ]", _has_members),
    Form("{ASK} [ {BE} ] <set:one_set> ( 's / ' ) {NOUN} [ <time> ]", _has_members),
    Form("<set:one_set> ( 's / ' ) ( {NOUN} / membership / composition )", _has_members),
    Form("<set:one_set> ( {NOUN} / membership / member list ) [ list ] [ <time> ]", _has_members),
    Form("{ASK} [ {COMMON} ] <kind> {DO} <set:one_set> {SHARE} [ <time> ]", _has_members, "which members do BODY and BODY share"),
    Form("{ASK} {DO} <set:one_set> {SHARE} [ <time> ]", _has_members),
    Form("[ {ASK} / {ASK} {BE} ] [ {THE} ] {COMMON} {NOUN} ( of / to / between / in ) <set:one_set> [ <time> ]", _has_members),
    Form("[ {ASK} / {ASK} {BE} ] [ the ] ( overlap / intersection / common membership / shared membership ) ( of / between / in membership between ) [ {THE} ] [ {NOUN} of ] <set:one_set> [ <time> ]", _has_members),
    Form("[ {ASK} ] [ {BE} ] [ {THE} ] [ states / countries ] [ with ] [ the ] <role_name> [ status ] ( of / in / to / at ) <set> [ <time> ]", in_a_role),
    Form("<who> {BE} <role_name> ( of / in / to / at ) <set> [ <time> ]", in_a_role),
    Form("{ASK} [ states / countries ] ( {HAVE} / {HAVE} the status of / holds / hold ) <role_name> [ status ] ( in / of / with / at ) <set> [ <time> ]", in_a_role),
    Form("<set:one_set> ( consists of / includes / contains / comprises / unites / has / is made up of / consist of ) {ASK} <kind> [ as members ] [ <time> ]", _has_members),
    Form("<set:one_set> [ <time> ]", _plain_set),
    Form("{LIST} <set:one_set> [ <time> ]", _plain_set),
]  # fmt: skip
