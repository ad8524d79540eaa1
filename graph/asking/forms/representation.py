"""Questions of representation: who has officers in a body, and who has none."""

from __future__ import annotations

from dataclasses import replace

from ...model.entities import Entity
from ...model.expression import And, Body, Expression
from ...model.membership import expression_pattern_of, membership_pattern
from ...rdf.source import values
from ...rdf.terms import sparql_term
from ..language.form import Form
from ..language.patterns import Found
from ..language.phrases import PHRASES
from ..language.reading import Reading
from ..meaning import Question, Select, YesNo, members
from ..slots.subjects import Who

__all__ = ["FORMS"]


# Representation


def _unrepresented(reading: Reading, found: Found) -> Question | None:
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state"):
        return None
    body: Entity = found["body"]
    base: Expression | None = who.base
    within = expression_pattern_of(base, "answer", reading.period, "full", 50) + "\n" if base is not None else ""
    pattern = (
        f"{within}?fact a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented ?answer ."
    )
    among = f"members of {base} that have" if base is not None else "who has"
    return Select(f"{among} no officers in {body.label}", pattern)


def _is_represented(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    body: Entity = found["body"]
    tail = f"blocs:in {sparql_term(body.term)} ; blocs:represented {sparql_term(state.term)} ."
    yes = f"?fact a blocs:Representation ; {tail}"
    no = f"?fact a blocs:NonRepresentation ; {tail}"
    if not {word.strip() for word in PHRASES["OFFICERS"].split("/")} & set(reading.words):
        # Nothing is said of officers: a member is represented, unless the source says that it is not.
        belongs = membership_pattern(sparql_term(state.term), "?body", reading.period, node="fact")
        yes = f"{{ {yes} }} UNION {{ {values('body', [body.term])} {belongs} MINUS {{ ?none a blocs:NonRepresentation ; {tail} }} }}"
        no = (
            f"{{ {no} }} UNION {{ ?fact a blocs:NonMembership ; org:member {sparql_term(state.term)} ;"
            f" org:organization {sparql_term(body.term)} }}"
        )
        return YesNo(f"whether {state.label} is represented in {body.label}", yes, yes, no)
    return YesNo(f"whether {state.label} has officers in {body.label}", yes, yes, no)


def _is_unrepresented(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    body: Entity = found["body"]
    tail = f"blocs:in {sparql_term(body.term)} ; blocs:represented {sparql_term(state.term)} ."
    no = f"?fact a blocs:NonRepresentation ; {tail}"
    return YesNo(
        f"whether {state.label} has no officers in {body.label}", no, no, f"?fact a blocs:Representation ; {tail}"
    )


def _represented(reading: Reading, found: Found) -> Question | None:
    """Who is represented in a body: its members, unless the source says that they have no officers there."""
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state"):
        return None
    body: Entity = found["body"]
    base = Body(body) if who.base is None else And(who.base, Body(body))
    found_members = members(base, reading.period, "state")
    missing = f"?none a blocs:NonRepresentation ; blocs:in {sparql_term(body.term)} ; blocs:represented ?member ."
    pattern = f"{found_members.rows('member')}\nMINUS {{ {missing} }}"
    return replace(found_members, understood=f"{found_members.understood}, where none denies it", pattern=pattern)


def _unrepresented_where(reading: Reading, found: Found) -> Question | None:
    state: Entity = found["state"]
    pattern = f"?fact a blocs:NonRepresentation ; blocs:represented {sparql_term(state.term)} ; blocs:in ?answer ."
    return Select(f"bodies in which {state.label} has no officers", pattern)


FORMS = [
    Form("<who> {UNREPRESENTED} <body>", _unrepresented, "which states have no officers in BODY"),
    Form("whose {OFFICERS} ( {BE} / ) ( missing / absent / lacking ) ( from / in ) <body>", _unrepresented),
    Form("<who> [ {THAT} ] {BE} represented in <body>", _represented),
    Form("{DO} <state> {HAVE} no [ own ] {OFFICERS} ( in / at / on ) <body>", _is_unrepresented),
    Form("{BE} <state> ( not represented / unrepresented ) in <body>", _is_unrepresented),
    Form("{ASK} [ <kind> ] ( {BE} / {DO} / {HAVE} ) <state> ( not represented in / no {OFFICERS} in / have no {OFFICERS} in / not have {OFFICERS} in / without {OFFICERS} in )", _unrepresented_where),
    Form("where ( {BE} / {DO} ) not <state> ( represented [ by {OFFICERS} ] / have {OFFICERS} )", _unrepresented_where),
    Form("[ {OPEN} ] ( {BE} / {DO} / {HAVE} / has ) <state> {REPRESENTED} <body>", _is_represented, "is STATE represented in BODY"),
    Form("( where / in which bodies / in what bodies / in which body / in which organizations / in which organisations ) ( is / does / has / are ) <state> ( not represented / have no officers / no officers / unrepresented / lack officers / not have officers / lack representation )", _unrepresented_where),
]  # fmt: skip
