"""Questions of yes and no: whether somebody is in a set of bodies, whether a set has any member."""

from __future__ import annotations

from ...model.dates import ALWAYS
from ...model.entities import Entity
from ...model.expression import And, Body, Everyone, Expression, Or
from ...model.roles import ANY_ROLE
from ..composing import members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Exists, MemberOf, Question, Whether
from ..slots.subjects import asked_period
from ..sparql.questions import query
from .parts import wholes_of

__all__ = ["FORMS"]


def _whether(context: Context, found: Found) -> Question | None:
    """Whether states are in a set of bodies; a denial is told apart from silence."""
    expression: Expression = found["set"]
    if expression == Everyone():
        return None
    role = found.get("role_name", "full")
    in_it = "role_name" not in found and "as_member" not in found  # a part of it is in it, and no member
    if in_it and isinstance(expression, Body) and _are_parts(context, found["members"], expression):
        return None
    # Whether somebody "was in" something, with no time said, is whether that ever was so.
    ever = (
        "past" in found
        and "time" not in found
        and isinstance(expression, (Body, Or))
        and context.period == context.vocabulary.graph.period(None)
    )
    period = ALWAYS if ever else asked_period(context, found)
    return Whether(found["members"], (MemberOf(expression, period, role=role),))


def _are_parts(context: Context, subjects: tuple[Entity, ...], whole: Body) -> bool:
    """Whether some bodies are parts of another, and so in it though no member of it."""
    member = Whether(subjects, (MemberOf(whole, ALWAYS, role=ANY_ROLE),))
    parts = all(one.kind == "body" and whole.entity in wholes_of(context, one) for one in subjects)
    return parts and not context.vocabulary.graph.source.ask(query(member))


def _any_member(context: Context, found: Found) -> Question:
    """Whether a set has any member."""
    return Exists(members(found["set"], asked_period(context, found)))


def _any_common(context: Context, found: Found) -> Question:
    """Whether two sets have any member in common."""
    return _any_member(context, {**found, "set": And(found["one"], found["other"])})


FORMS = [
    Form("( {BE} / {DO} / {HAVE} ) <members> [ {ALSO} ] [ {BE} ] {STATES_IN} <set> [ <time> ]", _whether, "is STATE a member of BODY"),
    Form("( {BE} / {DO} / {HAVE} ) <members> [ {ALSO} ] [ a / one of the / among the / part of the ] [ full ] <set> ( member / members / member state / member states / member country / country / state / states ) [ <time> ]", _whether),
    Form("( {DO} / {HAVE} ) <set> [ {ALSO} ] {HAS} <members> [ {AS_MEMBER} ] [ <time> ]", _whether),
    Form("{HAVE} <set> got <members> [ {AS_MEMBER} ] [ <time> ]", _whether),
    Form("{BE} <members> [ {ALSO} ] <role_name> ( of / in / to / at ) <set> [ <time> ]", _whether),
    Form("{DO} <set> {HAVE} [ any ] ( {COMMON} {NOUN} / {NOUN} in common ) [ <time> ]", _any_member),
    Form("{DO} <set> ( share [ any ] {NOUN} / overlap / intersect ) [ <time> ]", _any_member),
    Form("<time> ( {BE} / {DO} ) <members> [ {ALSO} ] {STATES_IN} <set>", _whether),
    Form("{DO} <one:set> share [ any ] {NOUN} with <other:set> [ <time> ]", _any_common),
    Form("{DO} <one:set> {HAVE} [ any ] {NOUN} in common with <other:set> [ <time> ]", _any_common),
]  # fmt: skip
