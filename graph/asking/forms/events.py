"""Questions of events: when and where they are, what happened in a place or time, what is planned."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...model.dates import parse_period
from ...model.entities import Entity
from ..language.form import Context, Form
from ..language.patterns import Found
from ..logic.logical_form import (
    After,
    Before,
    Condition,
    Dates,
    During,
    Entities,
    Exists,
    FirstEvent,
    InPlace,
    OfKind,
    OneOf,
    Planned,
    Question,
    Related,
    Whether,
)
from ..slots.events import events_named, signing_of
from ..sparql.questions import query

__all__ = ["FORMS"]


# When and where


def _when(context: Context, found: Found) -> Question | None:
    """When an event was; "when was it planned for" asks of what is to come, and what took place has no such date."""
    return Dates((Related("schema:startDate", found["event"], planned="planned" in found),))


def _where(context: Context, found: Found) -> Question | None:
    return Entities((Related("schema:location", found["event"], planned="planned" in found),))


def _when_signed(context: Context, found: Found) -> Question | None:
    """When a treaty was signed."""
    signings = signing_of(context.vocabulary, found["body"])
    return Dates((Related("schema:startDate", signings),)) if signings else None


# What happens


def _events(context: Context, found: Found, *conditions: Condition) -> Entities:
    """The events that a noun names, within the places and times that are given."""
    noun = events_named(context.vocabulary, found.get("event_noun", "event"))
    return Entities((OfKind("event"), noun, *conditions, *found.get("constraints", ())))


def _happened(context: Context, found: Found) -> Question | None:
    return _events(context, found) if found.get("kind", "event") == "event" else None


def _planned(context: Context, found: Found) -> Question | None:
    kind = found.get("kind", "event")
    if kind == "body":
        return Entities((OfKind("body"), Planned(), *found.get("constraints", ())))
    return _events(context, found, Planned()) if kind == "event" else None


def _organized(context: Context, found: Found) -> Question | None:
    """The events that a body organized."""
    noun = events_named(context.vocabulary, found.get("event_noun", "event"))
    return Entities((noun, Related("schema:organizer", (found["body"],), inverse=True)))


def _occurred(context: Context, found: Found) -> Question | None:
    """All events but those that are only planned."""
    return _events(context, found, Planned(so=False))


def _is_planned(context: Context, found: Found) -> Question:
    """Whether an event is yet to come."""
    return Whether(found["event"], (Planned(),))


def _on_the_agenda(context: Context, found: Found) -> Question | None:
    """What an event deals with."""
    return Entities((Related("schema:about", found["event"]),))


def _in_order(context: Context, found: Found) -> Question | None:
    """Whether an event was before, or after, another or a date."""
    date: str = found["moment"]
    return Whether(found["event"], (Before(date) if "before" in found else After(date),))


def _was_there(context: Context, found: Found) -> Question | None:
    """Whether an event was, or is to be, in a place; None where it is not known to be anywhere."""
    known = {one.event for one in context.vocabulary.events if one.places}
    events = found["event"]
    return _any_of(context, events, known, InPlace(found["place"]))


def _was_then(context: Context, found: Found) -> Question | None:
    """Whether an event was at a time; None where its date is not known."""
    known = {one.event for one in context.vocabulary.events if one.begins}
    events, date = found.get("event") or signing_of(context.vocabulary, found["body"]), found["day"]
    return _any_of(context, events, known, During(parse_period(date), len(date)))


def _any_of(
    context: Context, events: Sequence[Entity], known: Collection[Entity], condition: InPlace | During
) -> Question | None:
    """Whether an event meets a condition, or any of several: "did the council meet in May".

    None where that is not known of all, and none that is known meets it.
    """
    if len(events) == 1:
        return Whether(tuple(events), (condition,)) if events[0] in known else None
    asked = Exists(Entities((OfKind("event"), OneOf(tuple(events)), condition)))
    told = bool(events) and (set(events) <= set(known) or context.vocabulary.graph.source.ask(query(asked)))
    return asked if told else None


def _in_turn(context: Context, found: Found) -> Question | None:
    """The first or last event of a kind, before or after something, or of those that happened or are planned."""
    noun = events_named(context.vocabulary, found.get("event_noun", "event"))
    among = [*found.get("constraints", ())]
    if "moment" in found:
        among.append(Before(found["moment"]) if "before" in found else After(found["moment"]))
    if "next" in found and not among:
        among.append(Planned())
    if noun.entities is not None:
        among.insert(0, noun)
    last = "last" in found or "before" in found
    return Entities((OfKind("event"), FirstEvent(last, tuple(among))))


def _first_of_named(context: Context, found: Found) -> Question | None:
    """Which of some events that are named came first, or last."""
    return Entities((OfKind("event"), FirstEvent("last" in found, of_named=True)))


def _before_or_after(context: Context, found: Found) -> Question | None:
    """Whether one event was before another or after it: the first of both."""
    both = (*found["event"], *found["other"])
    return Entities((OfKind("event"), FirstEvent(False, (OneOf(both),)))) if len(set(both)) == 2 else None


_FIRST = "( first / earliest / very first / ( last / latest / most recent / final ) #last )"
_NEXT = "( next #next / following #next )"
_CAME = "( {BE} / came / come / comes / {HAPPEN} / {BE} held / started / began )"
_CLOSELY = "( right / just / directly / immediately / soon / next / shortly / straight )"

FORMS = [
    Form("( what / which ( topics / issues / subjects / points ) ) [ {BE} / {HAVE} been ] [ all ] ( on the agenda / on the table ) ( <event:at_event> / when <event:met> )", _on_the_agenda),
    Form(f"{{OPEN}} [ {{BE}} ] [ the ] ( {_FIRST} / {_NEXT} ) <event_noun> [ <constraints> ] [ in the ( text / article / graph / data / list ) / of all / mentioned / by date / to be held / to come / planned ]", _in_turn),
    Form("{OPEN} [ {BE} ] [ the ] ( previous / preceding / last ) #before <event_noun> before <moment>", _in_turn),
    Form(f"{{ASK}} [ the ] ( {_FIRST} / {_NEXT} ) <event_noun> ( {{HAPPEN}} / that {{HAPPEN}} ) [ <constraints> ]", _in_turn),
    Form(f"( what / which [ <event_noun> ] ) {{HAPPEN}} {_FIRST} <constraints>", _in_turn),
    Form(f"{{ASK}} [ <event_noun> ] ( {_CAME} ) {_CLOSELY} ( before #before / after ) <moment>", _in_turn),
    Form(f"{{ASK}} <event_noun> ( {_CAME} ) [ the ] {_FIRST} [ of all / of them all ] [ <constraints> ]", _in_turn),
    Form("{ASK} [ <event_noun> ] ( came / come / comes ) <constraints>", _happened),
    Form("( what / which ) [ <event_noun> / thing ] ( {BE} / came / come / comes / {HAPPEN} / started / began / {BE} held ) [ the ] ( first / earlier / earliest / before the other / ( last / later / latest / second / after the other ) #last ) [ one / <event_noun> ]", _first_of_named),
    Form("( {BE} / {DO} / will ) <event> [ {HELD} / come / came / happen / take place ] ( before / earlier than ) or ( after / later than ) <other:event>", _before_or_after),
    Form("( {BE} / {DO} / will / {HAVE} ) ( <event> [ {HELD} ] / <event:met> ) ( in / at ) <place>", _was_there),
    Form("( {BE} / {DO} / will / {HAVE} ) ( <event> [ {HELD} ] / <event:met> ) ( in / on ) <day>", _was_then),
    Form("{BE} <body> ( signed / concluded ) ( in / on ) <day>", _was_then),
    Form("{WHERE} {BE} <event> [ {HELD} ] ( in / at )", _where),
    Form("( {BE} / {DO} / will / {HAVE} ) <event> [ {HELD} / come / came / be / happen / happened / take place ] ( before #before / earlier than #before / after / later than ) <moment>", _in_order),
    Form("{WHEN} [ {DO} / {BE} / will / {HAVE} ] <event> [ {HELD} ]", _when, "when was EVENT"),
    Form("{WHEN} [ {DO} / {BE} / will / {HAVE} ] ( <event:met> / <event:due_to_meet> #planned ) [ held / in / on ]", _when),
    Form("{OPEN} [ {ASK} {BE} ] [ the ] ( signing date / signature date / date of [ the ] signing / date of signature / date of [ the ] signature ) of <body>", _when_signed),
    Form("{OPEN} [ {ASK} {BE} ] <body> ( 's / ' ) ( signing date / date of signing / signature date / date of signature )", _when_signed),
    Form("{WHEN} ( {DO} / {BE} / will / {HAVE} ) ( the signing of / the signature of ) <body> [ {HELD} ]", _when_signed),
    Form("( what / which ) {BE} the ( date / dates / day / year / month / time ) ( of / when / on which / for ) ( <event> / <event:met> / <event:due_to_meet> #planned ) [ {HELD} ]", _when),
    Form("<event> ( {BE} / {DO} / will ) [ {HELD} ] ( when / on what date / on which date / on which day )", _when),
    Form("<event> ( {HELD} ) ( when / on what date )", _when),
    Form("[ {OPEN} ] [ the ] ( date / dates ) of <event>", _when),
    Form("<event> 's date", _when),
    Form("( <event:met> / <event:due_to_meet> #planned ) ( when / on what date / on which date / in what year / in which year )", _when),
    Form("for ( when / what date / which date / which day / what day ) ( {BE} / ) <event> [ {HELD} ]", _when),
    Form("( date / the date / which date / what date ) ( <event:met> / <event:due_to_meet> #planned )", _when),
    Form("{WHERE} [ {DO} / {BE} / will / {HAVE} ] <event> [ {HELD} ]", _where, "where was EVENT"),
    Form("{WHERE} [ {DO} / {BE} / will / {HAVE} ] ( <event:met> / <event:due_to_meet> #planned ) [ held / in / at ]", _where),
    Form("( what / which ) {BE} the ( place / location / venue / city ) ( of / where / in which / for ) ( <event> / <event:met> / <event:due_to_meet> #planned ) [ {HELD} ]", _where),
    Form("( <event:met> / <event:due_to_meet> #planned ) ( where / in which city / in what city / in which place )", _where),
    Form("<event> ( {BE} / {DO} / will ) [ {HELD} ] ( where / in which city / in what city )", _where),
    Form("( what / which ) ( city / place / country / capital / location ) ( hosted / will host / hosts / was the host of / is hosting / was the venue of / was the site of ) <event>", _where),
    Form("[ {ASK} / {OPEN} ] [ {THE} ] [ planned / known / dated ] ( <event_noun> / thing / things ) {HAPPEN} <constraints>", _happened, "which events took place in PLACE"),
    Form("[ {ASK} / {OPEN} ] [ {BE} there ] [ {THE} ] <event_noun> <constraints>", _happened),
    Form("[ {ASK} / {OPEN} ] [ {THE} ] <event_noun> [ that / which ] {BE} <constraints>", _happened),
    Form("( what / what all / what else ) {HAPPEN} <constraints>", _happened, "what happened in DATE"),
    Form("<constraints> {ASK} [ <event_noun> ] {HAPPEN}", _happened),
    Form("{ASK} [ {THE} ] <event_noun> [ {THAT} ] [ {HAVE} already ] ( took place / taken place / {BE} held / have been held / happened / occurred / {BE} conducted / have happened / have taken place )", _occurred),
    Form("{ASK} [ {THE} ] <event_noun> ( {DO} / {HAVE} ) <body> ( organize / organise / hold / held / conduct / run / convene / stage / organized / organised / conducted )", _organized),
    Form("{ASK} [ {THE} ] <event_noun> [ {THAT} ] {BE} ( organized / organised / held / conducted / run / convened / staged / hosted ) by <body>", _organized),
    Form("what {DO} <body> ( organize / organise / conduct / convene / stage )", _organized),
    Form("[ {ASK} ] [ {BE} ] [ {THE} ] <event_noun> [ that / which ] [ {BE} / {HAVE} been ] [ being / still / yet / now / also / only ] {PLANNED} [ <constraints> ]", _planned, "which events are planned"),
    Form("[ {ASK} / {OPEN} ] [ {BE} ] [ {THE} ] <kind> [ that / which ] [ {BE} / {HAVE} been ] [ being / still / yet / now ] {PLANNED} [ <constraints> ]", _planned),
    Form("[ {ASK} / {OPEN} ] [ {BE} ] [ {THE} ] {PLANNED} ( <event_noun> / <kind> ) [ <constraints> ]", _planned),
    Form("{BE} <event> [ still / only / just ] ( planned / scheduled / upcoming / in the future / yet to come )", _is_planned),
    Form("what [ {BE} / {HAVE} been ] [ still / being ] {PLANNED} [ <constraints> ]", _planned),
    Form("{ASK} [ {THE} ] {PLANNED} ( <event_noun> / <kind> ) {BE} ( there / {PLANNED} ) [ <constraints> ]", _planned),
    Form("{ASK} [ {THE} ] ( <event_noun> / <kind> ) ( lie / lies / are / is ) [ still ] ( in the future / ahead ) [ <constraints> ]", _planned),
    Form("{ASK} [ <event_noun> ] ( will / is going to / are going to / is to / are to / is about to / are about to ) ( happen / take place / occur / be held / come ) [ next / soon / later / in the future ] [ <constraints> ]", _planned),
    Form("{ASK} [ {THE} ] <event_noun> [ {BE} / {HAVE} ] [ there / mentioned / known / recorded / in the graph / in the data / you know ]", _happened),
    Form("{OPEN} <event_noun>", _happened),
]  # fmt: skip
