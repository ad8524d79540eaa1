"""Questions of yes and no: whether somebody is in a set of bodies, whether a set has any member."""

from __future__ import annotations

from ...model.entities import Entity
from ...model.expression import And, Everyone, Expression, bodies_of
from ...model.membership import expression_pattern_of, membership_pattern
from ...rdf.source import values
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, YesNo, at, exists, members, named
from ..slots.subjects import asked_period

__all__ = ["FORMS"]


def _whether(reading: Reading, found: Found) -> Question | None:
    """Whether states are in a set of bodies; a denial is told apart from silence."""
    states: tuple[Entity, ...] = found["states"]
    expression: Expression = found["set"]
    if expression == Everyone():
        return None
    period, role = asked_period(reading, found), found.get("role_name", "full")
    pattern = "\n".join(
        f"{values(f'member{i}', [state.term])}\n{expression_pattern_of(expression, f'member{i}', period, role, 100 * i)}"
        for i, state in enumerate(states, 1)
    )
    who = values("member", (state.term for state in states))
    bodies = values("body", (body.term for body in bodies_of(expression)))
    grounds = f"{who}\n{bodies}\n{membership_pattern('?member', '?body', period, role, node='fact')}"
    denial = f"{who}\n{bodies}\n?fact a blocs:NonMembership ; org:member ?member ; org:organization ?body ."
    verb = "is" if len(states) == 1 else "are"
    what = "" if role == "full" else f" with the role {role}"
    understood = f"whether {named(states)} {verb} in {expression}{what}{at(period)}"
    return YesNo(understood, pattern, grounds, denial, period, between=(states, bodies_of(expression)))


def _any_member(reading: Reading, found: Found) -> Question:
    """Whether a set has any member."""
    return exists(members(found["set"], asked_period(reading, found)))


FORMS = [
    Form("( {BE} / {DO} / {HAVE} ) <states> [ {ALSO} ] [ {BE} ] {STATES_IN} <set> [ <time> ]", _whether, "is STATE a member of BODY"),
    Form("( {BE} / {DO} / {HAVE} ) <states> [ {ALSO} ] [ a / one of the / among the / part of the ] [ full ] <set> ( member / members / member state / member states / member country / country / state / states ) [ <time> ]", _whether),
    Form("( {DO} / {HAVE} ) <set> [ {ALSO} ] {HAS} <states> [ {AS_MEMBER} ] [ <time> ]", _whether),
    Form("{BE} <states> [ {ALSO} ] <role_name> ( of / in / to / at ) <set> [ <time> ]", _whether),
    Form("{DO} <set> {HAVE} [ any ] ( {COMMON} {NOUN} / {NOUN} in common ) [ <time> ]", _any_member),
    Form("{DO} <set> ( share [ any ] {NOUN} / overlap / intersect ) [ <time> ]", _any_member),
    Form("<time> ( {BE} / {DO} ) <states> [ {ALSO} ] {STATES_IN} <set>", _whether),
    Form("{DO} <one:set> share [ any ] {NOUN} with <other:set> [ <time> ]", lambda r, f: _any_member(r, {**f, "set": And(f["one"], f["other"])})),
    Form("{DO} <one:set> {HAVE} [ any ] {NOUN} in common with <other:set> [ <time> ]", lambda r, f: _any_member(r, {**f, "set": And(f["one"], f["other"])})),
]  # fmt: skip
