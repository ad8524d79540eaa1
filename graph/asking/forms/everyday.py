"""Questions as people put them every day: who represents whom, whom a threat concerns."""

from __future__ import annotations

from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    Entities,
    HasInOffice,
    OfKind,
    Organized,
    Planned,
    Question,
    Related,
    TookPart,
    Whether,
)
from ..slots.events import events_named
from ..slots.subjects import Who

__all__ = ["FORMS"]


def _represented_by(context: Context, found: Found) -> Question | None:
    """The state or body that somebody holds an office of."""
    kind = found.get("kind", "")
    if kind not in ("", "state", "body"):
        return None
    office = HasInOffice(found["person"])
    return Entities((OfKind(kind), office) if kind else (office,))


def _representatives(context: Context, found: Found) -> Question | None:
    """Whoever holds an office of a state or body."""
    return Entities((Related(_HOLDS, (found["of"],)),))


_HOLDS = "^org:postIn/org:heldBy"


def _concerned(context: Context, found: Found) -> Question | None:
    """Whom or what a conflict is about."""
    kind = found.get("kind", "")
    about = Related("schema:about", (found["thing"],))
    return Entities((OfKind(kind), about) if kind in ("state", "body") else (about,))


def _concerning(context: Context, found: Found) -> Question | None:
    """The conflicts that are about somebody."""
    return Entities((OfKind("conflict"), Related("schema:about", (found["whom"],), inverse=True)))


def _organizers(context: Context, found: Found) -> Question | None:
    """Who organizes the events that a noun names."""
    noun = events_named(context.vocabulary, found["event_noun"])
    return Entities((Organized((OfKind("event"), noun)),))


def _invited(context: Context, found: Found) -> Question | None:
    """Who is to come to an event that is planned."""
    who: Who = found["who"]
    if who.kind not in ("", "state", "person", "body") or who.base is not None:
        return None
    took_part = TookPart(found["event"])
    return Entities((OfKind(who.kind), took_part) if who.kind else (took_part,))


def _what_planned(context: Context, found: Found) -> Question | None:
    noun = events_named(context.vocabulary, found.get("event_noun", "event"))
    return Entities((OfKind("event"), noun, Planned()))


def _attended_by(context: Context, found: Found) -> Question | None:
    """Whether states took part in an event, asked of the event."""
    return Whether(found["states"], (TookPart(found["event"]),))


_ORGANIZE = (
    "organize / organizes / organized / organise / organises / organised / hold / holds / held / run / runs / ran / conduct /"
    " conducts / conducted / arrange / arranges / arranged / stage / stages / staged / convene / convenes / convened"
)
_WHO = "( who / which ( body / organization / organisation / country / state ) / what body )"

FORMS = [
    Form("( which / what ) <kind> {DO} <person> ( represent / speak for / come from / serve / work for )", _represented_by, "which country does PERSON represent"),
    Form("( who / whom / what ) {DO} <person> ( represent / speak for / work for )", _represented_by),
    Form("[ what is / which is / what / which ] <person> ( 's / ' ) ( <kind> / nationality / home country / home state )", _represented_by),
    Form("<kind> ( represented / spoken for ) by <person>", _represented_by),
    Form("( which / what ) <kind> ( {BE} / ) ( represented by / spoken for by ) <person>", _represented_by),
    Form("( which / what ) <kind> ( {BE} / ) <person> ( from / of / in the government of / minister of / a minister of )", _represented_by),
    Form("( who / ( which / what ) ( person / persons / people / official / officials / minister ) ) ( represents / represented / represent / speaks for / spoke for ) <of:owner>", _representatives),
    Form("( which / what ) ( person / persons / people / official / officials / minister / ministers / politician ) ( {BE} / come / comes ) from <of:owner>", _representatives),
    Form("( who / whom / ( which / what ) <kind> ) {DO} <thing:conflict|topic> ( concern / affect / threaten / involve / touch / endanger )", _concerned),
    Form("( who / ( which / what ) <kind> ) {BE} ( concerned / affected / threatened / endangered ) by <thing:conflict|topic>", _concerned),
    Form("( which / what ) ( conflict / conflicts / threat / threats ) ( concern / concerns / affect / affects / threaten / threatens / involve / involves ) <whom:state>", _concerning),
    Form("by ( which / what ) ( conflict / conflicts / threat / threats ) {BE} <whom:state> ( concerned / affected / threatened )", _concerning),
    Form(f"{_WHO} [ {{BE}} / {{DO}} / {{HAVE}} ] ( {_ORGANIZE} / organizing / organising ) [ {{THE}} ] [ military / joint / military joint ] <event_noun>", _organizers),
    Form("by whom {BE} [ {THE} ] [ military / joint ] <event_noun> ( organized / organised / held / conducted / arranged )", _organizers),
    Form(f"{_WHO} ( organizes / organises / holds / arranges / arranged / hold / convenes / runs / will hold ) <event>", lambda context, found: Entities((Related("schema:organizer", found["event"]),))),
    Form("<who> ( {BE} / ) ( invited / expected / supposed to come / due ) [ to / at ] <event>", _invited),
    Form("{BE} <event> ( attended / joined ) by <states>", _attended_by),
    Form("what {BE} ( coming up / ahead / next ) [ on the calendar ]", _what_planned),
]  # fmt: skip
