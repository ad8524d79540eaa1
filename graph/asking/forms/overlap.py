"""Questions of overlap: which two have the most in common, who shares most with one, how similar two are."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.entities import Entity
from ...model.expression import And, Body
from ..composing import among, members
from ..kinds_of_members import MEMBER_KINDS, kind_meant
from ..language.form import Context, Form
from ..language.patterns import Found
from ..language.reading import Reading, slot
from ..logic.logical_form import (
    Bound,
    Contains,
    Count,
    Entities,
    Extreme,
    Number,
    PairWith,
    Place,
    Question,
    SharesWith,
    Similarity,
)
from ..slots.subjects import Who, asked_period, kind_of

__all__ = ["FORMS"]


@slot("shared_most")
def _shared_most(reading: Reading, at: int) -> Iterator[tuple[Bound | Extreme | Place, int]]:
    """How much is shared, of all that share anything: "the most", "more than 60"."""
    yield from reading.slot("quantity", at)
    yield from (
        (Extreme(most), end)
        for word, most in (("least", False), ("the least", False))
        for end in reading.any_of(at, word)
    )


@slot("alike")
def _alike(reading: Reading, at: int) -> Iterator[tuple[Extreme | Place, int]]:
    """How alike: "most similar", "the least similar", "the second most similar", "closest"."""
    for start in (at, *reading.any_of(at, "the")):
        for adjective in ("similar", "alike"):
            yield from ((Extreme(most=True), end) for end in reading.any_of(start, f"most {adjective}"))
            yield from ((Extreme(most=False), end) for end in reading.any_of(start, f"least {adjective}"))
        yield from ((Extreme(most=True), end) for end in reading.any_of(start, "closest", "nearest"))
    for place, end in reading.slot("quantity", at):
        if isinstance(place, Place) and place.most:
            yield from ((place, stop) for stop in reading.any_of(end, "similar", "alike"))


def _things(found: Found) -> str | None:
    """What is compared, as the question says: "state" if it speaks of bodies shared, "body" if of members."""
    if "of_bodies" in found:
        return "state"
    return "body" if "of_members" in found else None


def _compared_by(kind: str) -> str:
    """What is compared where some of a kind are: bodies by their members, all others as states are, by their bodies."""
    return "body" if kind == "body" else "state"


def _with(
    context: Context, found: Found, measure: str, number: Bound | Extreme | Place | None = None
) -> Question | None:
    """Who shares the most with one, or is most like it."""
    other: Entity = found["other"]
    who: Who | None = found.get("who")
    kind = kind_of(who) if who is not None else found.get("kind", "")
    base = who.base if who is not None else None
    if "bodies" in found:
        kind = "body"
    if (
        kind not in ("", other.kind)
        or _things(found) not in (None, _compared_by(other.kind))
        or (base is not None and other.kind == "body")
    ):
        return None
    order = number or found["order"]
    if "so_many" in found and isinstance(order, Extreme):
        order = Place(order.most, found["so_many"])
    period = asked_period(context, found)
    noun = found.get("bodies")
    within = (noun,) if noun is not None and noun.entities is not None else among(base, period)
    return Entities((SharesWith(other.kind, other, measure, order, period, within),))


def _shares(context: Context, found: Found) -> Question | None:
    return _with(context, found, "shared")


def _shares_most(context: Context, found: Found) -> Question | None:
    return _with(context, found, "shared", found.get("order", Extreme(most=True)))


def _shares_least(context: Context, found: Found) -> Question | None:
    return _with(context, found, "shared", Extreme(most=False))


def _is_like(context: Context, found: Found) -> Question | None:
    return _with(context, found, "jaccard")


def _has_the_same(context: Context, found: Found) -> Question | None:
    """Who has exactly the memberships, or members, of one."""
    return _with(context, found, "jaccard", Bound((("=", 1),)))


def _pair(context: Context, found: Found, measure: str) -> Question | None:
    """The two that have the most in common."""
    who: Who | None = found.get("who")
    kind = "body" if "bodies" in found else found.get("kind") or (who.kind if who is not None else "")
    kind = kind or _things(found) or ""
    if kind == "person":
        meant = kind_meant(context.vocabulary, kind)
        kind = meant or ("member" if meant is not None else kind)
    if kind not in (*MEMBER_KINDS, "member") or _things(found) not in (None, _compared_by(kind)):
        return None
    order: Extreme | Place | Bound = found.get("order", Extreme(most=True))
    if isinstance(order, Bound) or not order.most:
        return None  # hundreds of pairs share as little, or more than so much
    if "so_many" in found and isinstance(order, Extreme):
        order = Place(order.most, found["so_many"])
    period = asked_period(context, found)
    base = found.get("base")
    noun = found.get("bodies")
    within = (noun,) if noun is not None and noun.entities is not None else among(base, period)
    return Entities((PairWith(kind, measure, order, period, within),))


def _pair_shares(context: Context, found: Found) -> Question | None:
    return _pair(context, found, "shared")


def _states_share(context: Context, found: Found) -> Question | None:
    return _pair(context, {**found, "kind": "state"}, "shared")


def _pair_alike(context: Context, found: Found) -> Question | None:
    return _pair(context, found, "jaccard")


def _similarity(context: Context, found: Found) -> Question | None:
    """How similar two are."""
    a, b = found["one"], found["other"]
    if a == b or a.kind != b.kind:
        return None
    return Number((Similarity(a, b, asked_period(context, found)),))


def _overlap(context: Context, found: Found) -> Question | None:
    """What two have in common: the members of two bodies, or the bodies of two members."""
    a, b = found["one"], found["other"]
    if a == b or a.kind != b.kind:
        return None
    period = asked_period(context, found)
    if a.kind == "body":
        return members(And(Body(a), Body(b)), period)
    return Entities((Contains((a, b), period),))


def _how_much(context: Context, found: Found) -> Question | None:
    """How many members two bodies have in common, or bodies two members."""
    shared = _overlap(context, found)
    return Count(shared) if isinstance(shared, Entities) else None


_TWO = "[ {THE} ] ( two / pair of / 2 / pairs of / <so_many> pairs of )"
_COMMON_BODIES = "( {BODY_NOUN} [ memberships ] / memberships ) #of_bodies"
_COMMON_MEMBERS = "( members / member states / states / countries / member countries ) #of_members"
_WHAT = f"( {_COMMON_BODIES} / {_COMMON_MEMBERS} )"
_SHARE = "( {HAVE} / share / shares / shared / hold / sharing / having / with / that share / which share / who share / that shared / that shares / which shares )"
_BY = "[ in / by / in terms of / based on / judging by / according to ] [ their / its / the / shared ] [ {BODY_NOUN} [ memberships / membership ] / memberships / membership / members ]"
_LIKE = "( to / with / like )"
_ONE = "<one:member|body>"
_OTHER = "<other:member|body>"

FORMS = [
    # The two that have the most in common
    Form(f"{{ASK}} {_TWO} <kind> {_SHARE} [ <order:shared_most> ] {_WHAT} [ in common / together / with each other ] [ <time> ]", _pair_shares, "which two states have the most bodies in common"),
    Form(f"{{ASK}} {_TWO} <bodies> {_SHARE} [ <order:shared_most> ] {_COMMON_MEMBERS} [ in common / with each other ] [ <time> ]", _pair_shares, "which two bodies have the most members in common"),
    Form(f"{{ASK}} {_TWO} <base> {_SHARE} [ <order:shared_most> ] {_COMMON_BODIES} [ in common / with each other ] [ <time> ]", _pair_shares),
    Form(f"{{ASK}} [ {{THE}} ] ( states / countries / nations ) {_SHARE} <order:shared_most> {_COMMON_BODIES} ( in common / with each other ) [ <time> ]", _states_share),
    Form(f"{{ASK}} [ {{THE}} ] <base> {_SHARE} <order:shared_most> {_COMMON_BODIES} ( in common / with each other ) [ <time> ]", _states_share),
    Form(f"{{ASK}} [ {{THE}} ] <bodies> {_SHARE} <order:shared_most> {_COMMON_MEMBERS} ( in common / with each other ) [ <time> ]", _pair_shares),
    Form(f"{{ASK}} {_TWO} <kind> {{BE}} [ both ] {{BELONG}} [ <order:shared_most> ] {_COMMON_BODIES} together [ <time> ]", _pair_shares),
    Form(f"{{ASK}} {_TWO} ( <kind> / <bodies> ) ( overlap [ <order:shared_most> ] / {{HAVE}} the ( largest / biggest / greatest ) overlap ) [ by members / by membership / in membership ] [ <time> ]", _pair_shares),
    Form(f"{{ASK}} {_TWO} ( <kind> / <base> / <bodies> ) {{BE}} <order:alike> {_BY} [ to each other ] [ <time> ]", _pair_alike, "which two states are most similar"),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] two <order:alike> ( <kind> / <bodies> ) {_BY} [ <time> ]", _pair_alike),
    Form(f"{{OPEN}} [ {{BE}} ] {_TWO} ( <kind> / <bodies> ) ( with / that share / that have ) <order:shared_most> {_WHAT} [ in common ] [ <time> ]", _pair_shares),
    # Who shares the most with one
    Form(f"<who> {_SHARE} <order:shared_most> {_COMMON_BODIES} [ in common ] with <other:member> [ <time> ]", _shares, "who shares the most bodies with STATE"),
    Form(f"{{ASK}} [ <so_many> ] [ <kind> ] {_SHARE} <order:shared_most> {_WHAT} [ in common ] with {_OTHER} [ <time> ]", _shares),
    Form(f"{{ASK}} [ <so_many> ] <bodies> {_SHARE} <order:shared_most> {_COMMON_MEMBERS} [ in common ] with <other:body> [ <time> ]", _shares, "which body shares the most members with BODY"),
    Form(f"with ( whom / which [ other ] <kind> / which [ other ] <bodies> ) {{DO}} {_OTHER} ( share / have ) <order:shared_most> {_WHAT} [ in common ] [ <time> ]", _shares),
    Form(f"( who / whom / which [ other ] <kind> / which [ other ] <bodies> ) {{DO}} {_OTHER} ( share / have ) <order:shared_most> {_WHAT} [ in common ] with [ <time> ]", _shares),
    Form(f"{{OPEN}} [ {{THE}} ] [ other ] ( <kind> / <bodies> ) [ that / which / with whom / with which ] {_OTHER} ( share / shares / has / have / {{DO}} share ) <order:shared_most> {_WHAT} [ in common ] [ with ] [ <time> ]", _shares),
    Form(f"( who / which [ other ] <kind> ) {{BE}} {{BELONG}} <order:shared_most> {_COMMON_BODIES} ( with / together with / alongside ) <other:member> [ <time> ]", _shares),
    Form(f"{{ASK}} [ other ] ( <kind> / <bodies> ) ( overlap / overlaps / {{HAVE}} the ( largest / biggest / greatest ) overlap ) [ <order:shared_most> ] with {_OTHER} [ <time> ]", _shares_most),
    Form(f"who {_SHARE} ( the most / most ) [ in common ] with <other:member> [ <time> ]", _shares_most),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] [ other ] ( <kind> / <bodies> ) {_SHARE} ( the most / most ) [ in common ] with {_OTHER} [ <time> ]", _shares_most),
    Form(f"( who / {{OPEN}} [ {{BE}} ] [ {{THE}} ] [ other ] ( <kind> / <bodies> ) ) {_SHARE} ( the least / least / the fewest / fewest ) [ in common ] with {_OTHER} [ <time> ]", _shares_least),
    Form(f"{{ASK}} [ other ] ( <kind> / <bodies> ) {_SHARE} ( the most / most ) [ in common ] with {_OTHER} [ <time> ]", _shares_most),
    # How similar
    Form(f"{{ASK}} [ {{THE}} ] [ <so_many> ] [ other ] ( <kind> / <bodies> / ) {{BE}} <order:alike> {_LIKE} {_OTHER} {_BY} [ <time> ]", _is_like, "who is most similar to STATE"),
    Form(f"who {{BE}} <order:alike> {_LIKE} <other:member> {_BY} [ <time> ]", _is_like),
    Form(f"<who> {{BE}} <order:alike> {_LIKE} <other:member> {_BY} [ <time> ]", _is_like),
    Form(f"{{ASK}} {_BY} {{BE}} <order:alike> {_LIKE} {_OTHER} [ <time> ]", _is_like),
    Form(f"{{OPEN}} [ {{BE}} ] <order:first_places> ( <kind> / <bodies> ) ( most similar / similar / closest / nearest ) {_LIKE} {_OTHER} {_BY} [ <time> ]", _is_like),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] <so_many> ( <kind> / <bodies> ) <order:alike> {_LIKE} {_OTHER} {_BY} [ <time> ]", _is_like),
    Form(f"{{OPEN}} [ {{BE}} ] [ {{THE}} ] ( <kind> / <bodies> ) <order:alike> {_LIKE} {_OTHER} {_BY} [ <time> ]", _is_like),
    Form(f"how ( similar / alike ) {{BE}} {_ONE} ( and / to / with ) {_OTHER} {_BY} [ <time> ]", _similarity, "how similar are STATE and STATE"),
    Form(f"( what is / what was / the / give / give me the / ) [ the / {{THE}} ] ( similarity / jaccard index / jaccard similarity / jaccard coefficient / jaccard ) ( of / between ) {_ONE} ( and / to / with ) {_OTHER} {_BY} [ <time> ]", _similarity),
    Form(f"how similar {{BE}} the ( memberships / members / membership / {{BODY_NOUN}} memberships ) of {_ONE} and {_OTHER} [ <time> ]", _similarity),
    Form(f"how much {{DO}} {_ONE} and {_OTHER} ( overlap / have in common / share ) [ <time> ]", _how_much),
    Form(f"( how large is / how big is / what is / what was ) the ( overlap / intersection ) ( of / between ) {_ONE} ( and / with ) {_OTHER} [ <time> ]", _overlap),
    Form(f"how ( large / big ) {{BE}} the overlap ( of / between ) {_ONE} ( and / with ) {_OTHER} [ <time> ]", _how_much),
    Form(f"{{OPEN}} [ {{BE}} ] <order:alike> ( <kind> / <bodies> ) {_LIKE} {_OTHER} {_BY} [ <time> ]", _is_like),
    # Exactly the same
    Form("<who> {HAVE} ( [ exactly / precisely ] the ( same / exact same / identical ) / identical ) ( memberships / {BODY_NOUN} memberships / membership / set of memberships / set of {BODY_NOUN} / {BODY_NOUN} ) ( as / with / to ) <other:member> [ <time> ]", _has_the_same, "who has the same memberships as STATE"),
    Form("<who> {BE} {BELONG} [ exactly / precisely ] the [ exact / very ] same {BODY_NOUN} as <other:member> [ <time> ]", _has_the_same),
    Form("{ASK} <bodies> {HAVE} [ exactly / precisely ] ( the ( same / exact same / identical ) / identical ) ( members / member states / membership / set of members ) ( as / with / to ) <other:body> [ <time> ]", _has_the_same),
    Form("{ASK} <bodies> {HAVE} [ exactly / precisely ] the same ( members / member states / membership ) as <other:body> [ <time> ]", _has_the_same),
]  # fmt: skip
