"""Questions of attendance: who took part in an event, who was absent, what somebody attended."""

from __future__ import annotations

from ...model.entities import Entity
from ...model.expression import Expression
from ...model.membership import expression_pattern_of
from ...rdf.source import values
from ...rdf.terms import sparql_term
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, Select, YesNo, binary_fact, named
from ..slots.constraints import Limit
from ..slots.events import fitting_sort, plural
from ..slots.subjects import Who

__all__ = ["FORMS"]


# Who took part


def _participation(reading: Reading, found: Found, attended: bool) -> Question | None:
    who: Who = found.get("who") or Who("")
    if who.kind not in ("", "state", "person", "body"):
        return None
    events: tuple[Entity, ...] = found["event"]
    sort = {
        "state": "?answer a schema:Country .",
        "person": "?answer a schema:Person .",
        "body": "?answer a org:Organization .",
    }
    within = _within(reading, who.base)
    pattern = (
        f"{values('event', (e.term for e in events))}\n{within}{sort.get(who.kind, '') if not within else ''}\n"
        f"?fact a {'blocs:Attendance' if attended else 'blocs:Absence'} ; blocs:event ?event ; blocs:participant ?answer ."
    )
    whom = (
        f"members of {who.base} "
        if who.base
        else {"state": "states ", "person": "people ", "body": "bodies "}.get(who.kind, "all ")
    )
    other = pattern.replace(
        "?fact a " + ("blocs:Attendance" if attended else "blocs:Absence"),
        "?fact a " + ("blocs:Absence" if attended else "blocs:Attendance"),
    )
    return Select(
        f"{whom}that {'took part in' if attended else 'were absent from'}: {named(events)}",
        pattern,
        denial=other,
        kinds=(who.kind,) if who.kind else ("state",) if within else ("state", "body", "person", "group"),
    )


def _within(reading: Reading, base: Expression | None) -> str:
    return expression_pattern_of(base, "answer", reading.period, "full", 50) + "\n" if base is not None else ""


def _attended(reading: Reading, found: Found) -> Question | None:
    return _participation(reading, found, True)


def _absent(reading: Reading, found: Found) -> Question | None:
    return _participation(reading, found, False)


def _whether(reading: Reading, found: Found, attended: bool) -> Question | None:
    """Whether somebody took part in, or was absent from, an event: the one denies the other."""
    who: tuple[Entity, ...] = found["states"] if "states" in found else (found["participant"],)
    events: tuple[Entity, ...] = found["event"]
    event = values("event", (e.term for e in events))
    yes, no = ("blocs:Attendance", "blocs:Absence") if attended else ("blocs:Absence", "blocs:Attendance")
    parts = (
        f"?fact{i} a {yes} ; blocs:participant {sparql_term(one.term)} ; blocs:event ?event ."
        for i, one in enumerate(who)
    )
    tail = (
        f"{values('who', (one.term for one in who))} {event} ?fact a %s ; blocs:participant ?who ; blocs:event ?event ."
    )
    verb = "took part in" if attended else ("was absent from" if len(who) == 1 else "were absent from")
    return YesNo(
        f"whether {named(who)} {verb}: {named(events)}", f"{event}\n{chr(10).join(parts)}", tail % yes, tail % no
    )


def _events_of(reading: Reading, found: Found, attended: bool) -> Question | None:
    who: Entity = found["participant"]
    word = found.get("sort", "event")
    pattern = (
        f"?fact a {'blocs:Attendance' if attended else 'blocs:Absence'} ; blocs:participant {sparql_term(who.term)} ;"
        f" blocs:event ?answer .\n{fitting_sort(reading, word)}"
    )
    return Select(f"{plural(word)} that {who.short} {'took part in' if attended else 'was absent from'}", pattern)


def _met_by(reading: Reading, found: Found) -> Question:
    """Who held the meetings that were somewhere or at some time."""
    limits: tuple[Limit, ...] = found["limits"]
    events = f"?answer a schema:Event .\n{fitting_sort(reading, 'meeting')}\n" + "\n".join(
        limit.pattern for limit in limits
    )
    pattern = f"{events.replace('?answer', '?event')}\n?event schema:organizer ?answer ."
    grounds = pattern + "\n" + binary_fact("?event", "schema:organizer", "?answer")
    return Select(f"who met {' '.join(limit.words for limit in limits)}", pattern, grounds=grounds)


FORMS = [
    Form("<who> {ATTEND} <event>", _attended, "who attended EVENT"),
    Form("<who> {MISS} <event>", _absent, "who was absent from EVENT"),
    Form("( who / which body / what body / which organization / which organisation / which council ) ( met / convened / gathered / held a meeting / held a session / assembled / {HAVE} met / {DO} meet ) <limits>", _met_by),
    Form("<who> [ {BE} / {HAVE} / will / {DO} / {BE} going to / {BE} expected to / {BE} to ] ( came / in attendance / sent [ a / its / their ] {ENVOYS} / come / go / went / gone / travelled / traveled / travel / gathered / present / be present / represented / meet / met ) <event:occasion>", _attended),
    Form("<who> [ {BE} / {HAVE} / {DO} ] ( not / absent / missing / not present / not represented / not come / not go / not there / not travel ) <event:occasion>", _absent),
    Form("whose ( {ENVOYS} ) ( {BE} / ) ( absent / missing / not present ) <event:occasion>", _absent),
    Form("{ASK} <kind> ( ' / 's ) ( {ENVOYS} ) {ATTEND} <event>", lambda r, f: _attended(r, {**f, "who": Who(f["kind"])})),
    Form("{ASK} <kind> ( ' / 's ) ( {ENVOYS} ) {MISS} <event>", lambda r, f: _absent(r, {**f, "who": Who(f["kind"])})),
    Form("<who> ( was / were ) <event:occasion>", _attended),
    Form("whose ( {ENVOYS} ) ( {BE} present / came / attended / took part ) <event:occasion>", _attended),
    Form("{BE} <states> [ also ] ( present / represented / there ) <event:occasion>", lambda r, f: _whether(r, f, True)),
    Form("{BE} <states> [ also ] ( absent / missing ) <event:occasion>", lambda r, f: _whether(r, f, False)),
    Form("what {DO} <participant:state|person|group|body> ( {MISS_BARE} / {ATTEND_BARE} )", lambda r, f: _events_of(r, f, not any(word in r.words for word in ("miss", "skip", "not")))),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] ( {ATTENDEE} ) ( of / in / at / to ) <event>", _attended),
    Form("{ASK} [ {THE} ] {ATTENDEE} {DO} <event> have", _attended),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] ( {ABSENTEE} ) ( of / from / at ) <event>", _absent),
    Form("from <event> {ASK} [ <kind> ] {BE} ( absent / missing )", lambda r, f: _absent(r, {"event": f["event"], "who": Who(f.get("kind", ""))})),
    Form("<event> {BE} ( attended / joined ) by ( whom / who )", _attended),
    Form("( by whom / who ) {BE} <event> attended [ by ]", _attended),
    Form("<who> {BE} ( absent / missing / not present / not there ) ( when / while ) <met>", lambda r, f: _absent(r, {**f, "event": f["met"]})),
    Form("<who> ( {BE} / ) ( present / there / in attendance ) when <met>", lambda r, f: _attended(r, {**f, "event": f["met"]})),
    Form("( did / was / were / is / are / will / does / do / has / have ) <states> {ATTEND} <event>", lambda r, f: _whether(r, f, True), "did STATE attend EVENT"),
    Form("( did / was / were / is / are / will / does / do / has / have ) <participant:person|group|body> {ATTEND} <event>", lambda r, f: _whether(r, f, True)),
    Form("( did / was / were / is / are / will / does / do / has / have ) <states> {MISS} <event>", lambda r, f: _whether(r, f, False)),
    Form("( did / was / were / is / are / will / does / do / has / have ) <participant:person|group|body> {MISS} <event>", lambda r, f: _whether(r, f, False)),
    Form("{ASK} [ {THE} ] ( <sort> ) ( {DO} / {HAVE} / {BE} / will ) <participant:state|person|group|body> {ATTEND_BARE}", lambda r, f: _events_of(r, f, True), "which events did STATE attend"),
    Form("{ASK} [ {THE} ] ( <sort> ) ( {DO} / {HAVE} / {BE} / will ) <participant:state|person|group|body> {MISS_BARE}", lambda r, f: _events_of(r, f, False)),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] <sort> [ that / which ] [ {BE} ] ( <participant:state|person|group|body> ) [ will / {BE} ] {ATTEND_BARE}", lambda r, f: _events_of(r, f, True)),
    Form("[ {ASK} / {ASK} {BE} / {OPEN} ] [ {THE} ] <sort> [ that / which ] [ {BE} ] attended by <participant:state|person|group|body>", lambda r, f: _events_of(r, f, True)),
]  # fmt: skip
