"""Questions of attendance: who took part in an event, who was absent, what somebody attended."""

from __future__ import annotations

from functools import partial

from ...model.entities import Entity
from ..composing import among
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import Attended, Entities, OfKind, OfNoun, Organized, Question, TookPart, Whether
from ..slots.clauses import at_one_time, in_order
from ..slots.events import events_named
from ..slots.subjects import Who

__all__ = ["FORMS"]


def _participants(context: Context, found: Found, attended: bool) -> Question | None:
    """Who took part in an event, or was absent from it."""
    who: Who = found.get("who") or Who(found.get("kind", ""))
    if who.kind not in ("", "state", "person", "body"):
        return None
    took_part = TookPart(found["event"], attended)
    if who.base is not None:
        return Entities((*among(who.base, context.period), took_part))
    return Entities((OfKind(who.kind), took_part) if who.kind else (took_part,))


def _whether(context: Context, found: Found, attended: bool) -> Question | None:
    """Whether somebody took part in, or was absent from, an event: the one denies the other."""
    who: tuple[Entity, ...] = found["states"] if "states" in found else (found["participant"],)
    return Whether(who, (TookPart(found["event"], attended),))


def _events_of(context: Context, found: Found, attended: bool) -> Question | None:
    """The events that somebody took part in, or was absent from."""
    noun = events_named(context.vocabulary, found.get("event_noun", "event"))
    return Entities((noun, Attended(found["participant"], attended)))


def _met_by(context: Context, found: Found) -> Question:
    """Who held the meetings that were somewhere or at some time."""
    meeting: OfNoun = events_named(context.vocabulary, "meeting")
    return Entities((Organized((OfKind("event"), meeting, *found["constraints"])),))


def _attended_and(context: Context, found: Found) -> Question | None:
    """Who took part in an event, and what a clause says of them."""
    attended = _participants(context, found, attended=True)
    further = in_order(found["further"])
    if further is None:
        return None
    said = at_one_time(further, context.period)
    return attended.such(*said) if isinstance(attended, Entities) else None


_attended, _absent = partial(_participants, attended=True), partial(_participants, attended=False)
_whether_attended, _whether_absent = partial(_whether, attended=True), partial(_whether, attended=False)
_events_attended, _events_missed = partial(_events_of, attended=True), partial(_events_of, attended=False)

FORMS = [
    Form("<who> {ATTEND} <event>", _attended, "who attended EVENT"),
    Form("<who> {MISS} <event>", _absent, "who was absent from EVENT"),
    Form("<who> {ATTEND} <event> ( but / and / although / though / who / that / which ) <further>", _attended_and),
    Form("<who> ( {BE} / came / went ) <event:at_event> ( but / and / although / though / who / that / which ) <further>", _attended_and),
    Form("<who> ( {DO} / {HAVE} ) not ( send / sent ) [ a / any / its / their ] ( {ENVOYS} / one / anyone ) <event:at_event>", _absent),
    Form("( {DO} / {HAVE} ) <states> not ( come / go / gone / travel / appear ) <event:at_event>", _whether_absent),
    Form("( {DO} / {HAVE} ) <states> ( come / go / gone / travel / appear / turn up / show up ) <event:at_event>", _whether_attended),
    Form("( who / which body / what body / which organization / which organisation / which council ) ( met / convened / gathered / held a meeting / held a session / assembled / {HAVE} met / {DO} meet ) <constraints>", _met_by),
    Form("<who> [ {BE} / {HAVE} / will / {DO} / {BE} going to / {BE} expected to / {BE} to ] ( came / in attendance / sent [ a / its / their ] {ENVOYS} / come / go / went / gone / travelled / traveled / travel / gathered / present / be present / represented / meet / met ) <event:at_event>", _attended),
    Form("<who> [ {BE} / {HAVE} / {DO} ] ( not / absent / missing / not present / not represented / not come / not go / not there / not travel ) <event:at_event>", _absent),
    Form("whose ( {ENVOYS} ) ( {BE} / ) ( absent / missing / not present ) <event:at_event>", _absent),
    Form("{ASK} <kind> ( ' / 's ) ( {ENVOYS} ) {ATTEND} <event>", _attended),
    Form("{ASK} <kind> ( ' / 's ) ( {ENVOYS} ) {MISS} <event>", _absent),
    Form("<who> ( was / were ) [ there / present / represented ] <event:at_event>", _attended),
    Form("whose ( {ENVOYS} ) ( {BE} present / came / attended / took part ) <event:at_event>", _attended),
    Form("{BE} <states> [ also ] ( present / represented / there ) <event:at_event>", _whether_attended),
    Form("( was / were ) <states> [ both / all / also ] [ there / present / represented ] <event:at_event>", _whether_attended),
    Form("<event> ( 's / ' ) {ABSENTEE}", _absent),
    Form("<event> ( 's / ' ) {ATTENDEE}", _attended),
    Form("{BE} <states> [ also ] ( absent / missing ) <event:at_event>", _whether_absent),
    Form("what {DO} <participant:state|person|group|body> {MISS_BARE}", _events_missed),
    Form("what {DO} <participant:state|person|group|body> {ATTEND_BARE}", _events_attended),
    Form("what ( {BE} / {HAVE} / ) <participant:state|person|group|body> [ {BE} / {DO} / {HAVE} [ been ] / been ] {MISS_BARE}", _events_missed),
    Form("what ( {BE} / {DO} / {HAVE} ) not <participant:state|person|group|body> {ATTEND_BARE}", _events_missed),
    Form("{ASK} [ {THE} ] <event_noun> ( {BE} / {DO} / {HAVE} / will ) not <participant:state|person|group|body> {ATTEND_BARE}", _events_missed),
    Form("what {BE} <participant:state|person|group|body> ( at / present at )", _events_attended),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] ( {ATTENDEE} ) ( of / in / at / to ) <event>", _attended),
    Form("{ASK} [ {THE} ] {ATTENDEE} {DO} <event> have", _attended),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] ( {ABSENTEE} ) ( of / from / at ) <event>", _absent),
    Form("from <event> {ASK} [ <kind> ] {BE} ( absent / missing )", _absent),
    Form("<event> {BE} ( attended / joined ) by ( whom / who )", _attended),
    Form("( by whom / who ) {BE} <event> attended [ by ]", _attended),
    Form("<who> {BE} ( absent / missing / not present / not there ) ( when / while ) <event:met>", _absent),
    Form("<who> ( {BE} / ) ( present / there / in attendance ) when <event:met>", _attended),
    Form("( did / was / were / is / are / will / does / do / has / have ) <states> {ATTEND} <event>", _whether_attended, "did STATE attend EVENT"),
    Form("( did / was / were / is / are / will / does / do / has / have ) <participant:person|group|body> {ATTEND} <event>", _whether_attended),
    Form("( did / was / were / is / are / will / does / do / has / have ) <states> {MISS} <event>", _whether_absent),
    Form("( did / was / were / is / are / will / does / do / has / have ) <participant:person|group|body> {MISS} <event>", _whether_absent),
    Form("{ASK} [ {THE} ] ( <event_noun> ) ( {DO} / {HAVE} / {BE} / will ) <participant:state|person|group|body> {ATTEND_BARE}", _events_attended, "which events did STATE attend"),
    Form("{ASK} [ {THE} ] ( <event_noun> ) ( {DO} / {HAVE} / {BE} / will ) <participant:state|person|group|body> {MISS_BARE}", _events_missed),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] <event_noun> [ that / which ] [ {BE} ] ( <participant:state|person|group|body> ) [ will / {BE} ] {ATTEND_BARE}", _events_attended),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] <event_noun> [ that / which ] [ {BE} ] ( <participant:state|person|group|body> ) [ will / {BE} / {DO} ] {MISS_BARE}", _events_missed),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] <event_noun> [ that / which ] [ {BE} ] attended by <participant:state|person|group|body>", _events_attended),
]  # fmt: skip
