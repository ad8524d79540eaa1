"""Questions of representation: who has officers in a body, and who has none."""

from __future__ import annotations

from ...model.entities import Entity
from ...model.expression import And, Body
from ..composing import among, members
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    Entities,
    HasOfficers,
    LacksOfficers,
    NotUnrepresented,
    Question,
    RepresentedIn,
    Whether,
)
from ..slots.subjects import Who

__all__ = ["FORMS"]


def _unrepresented(context: Context, found: Found) -> Question | None:
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state"):
        return None
    return Entities((*among(who.base, context.period), HasOfficers(found["body"], so=False)))


def _is_represented(context: Context, found: Found) -> Question | None:
    """Whether a state is represented, by whomever: a member is, unless the source says that it is not."""
    return Whether((found["state"],), (RepresentedIn(found["body"], context.period),))


def _has_officers(context: Context, found: Found) -> Question | None:
    return Whether((found["state"],), (HasOfficers(found["body"]),))


def _is_unrepresented(context: Context, found: Found) -> Question | None:
    return Whether((found["state"],), (HasOfficers(found["body"], so=False),))


def _represented(context: Context, found: Found) -> Question | None:
    """Who is represented in a body: its members, unless the source says that they have no officers there."""
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state"):
        return None
    body: Entity = found["body"]
    base = Body(body) if who.base is None else And(who.base, Body(body))
    return members(base, context.period, "state").such(NotUnrepresented(body))


def _unrepresented_where(context: Context, found: Found) -> Question | None:
    return Entities((LacksOfficers(found["state"]),))


FORMS = [
    Form("<who> {UNREPRESENTED} <body> [ by [ {THE} / their / its / own ] {OFFICERS} ]", _unrepresented, "which states have no officers in BODY"),
    Form("whose {OFFICERS} ( {BE} / ) ( missing / absent / lacking ) ( from / in ) <body>", _unrepresented),
    Form("<who> [ {THAT} ] {BE} represented in <body>", _represented),
    Form("{BE} <state> [ {ALSO} ] represented ( in / at / on ) <body> by [ its / their / any ] [ own ] {OFFICERS}", _has_officers),
    Form("{DO} <state> {HAVE} no [ own ] {OFFICERS} ( in / at / on ) <body>", _is_unrepresented),
    Form("{BE} <state> ( not represented / unrepresented ) in <body> [ by [ their / its / own ] {OFFICERS} ]", _is_unrepresented),
    Form("{ASK} [ <kind> ] ( {BE} / {DO} / {HAVE} ) <state> ( not represented in / no {OFFICERS} in / have no {OFFICERS} in / not have {OFFICERS} in / without {OFFICERS} in )", _unrepresented_where),
    Form("where ( {BE} / {DO} ) not <state> ( represented [ by {OFFICERS} ] / have {OFFICERS} )", _unrepresented_where),
    Form("[ {OPEN} ] ( {BE} / {DO} / {HAVE} / has ) <state> {REPRESENTED} <body>", _is_represented, "is STATE represented in BODY"),
    Form("[ {OPEN} ] ( {BE} / {DO} / {HAVE} / has ) <state> {HAVE_OFFICERS} <body>", _has_officers),
    Form("( where / in which bodies / in what bodies / in which body / in which organizations / in which organisations ) ( is / does / has / are ) <state> ( not represented / have no officers / no officers / unrepresented / lack officers / not have officers / lack representation )", _unrepresented_where),
]  # fmt: skip
