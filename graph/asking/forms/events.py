"""Questions of events: when and where they are, what happened in a place or time, what is planned."""

from __future__ import annotations

from ...model.entities import Entity
from ...rdf.source import values
from ...rdf.terms import sparql_term
from ..language.form import Form
from ..language.patterns import Found
from ..language.reading import Reading
from ..meaning import Question, Select, YesNo, binary_fact, named
from ..slots.constraints import Limit
from ..slots.events import fitting_sort, plural, signing_of

__all__ = ["FORMS"]


# When and where


def _when(reading: Reading, found: Found) -> Question | None:
    return _dated(found["event"], "schema:startDate", "date", "dates", _foreseen(reading))


def _where(reading: Reading, found: Found) -> Question | None:
    return _dated(found["event"], "schema:location", "place", "entities", _foreseen(reading))


def _foreseen(reading: Reading) -> bool:
    return bool({"planned", "scheduled", "expected", "foreseen", "due"} & set(reading.words))


def _dated(events: tuple[Entity, ...], path: str, word: str, answer: str, planned: bool) -> Select:
    pattern = f"{values('event', (e.term for e in events))} ?event {path} ?answer ."
    if planned:
        # "When was it planned for" asks of what is to come; what took place has no such date.
        pattern, word = f"{pattern} ?event blocs:basis blocs:planned .", f"planned {word}"
    grounds = pattern + "\n" + binary_fact("?event", path, "?answer")
    return Select(f"{word} of: {named(events)}", pattern, answer=answer, grounds=grounds)


def _happened(reading: Reading, found: Found) -> Question | None:
    sort = found.get("sort", "event")
    if "kind" in found and found["kind"] != "event":
        return None
    limits: tuple[Limit, ...] = found["limits"]
    pattern = f"?answer a schema:Event .\n{fitting_sort(reading, sort)}\n" + "\n".join(
        limit.pattern for limit in limits
    )
    words = " ".join(limit.words for limit in limits)
    return Select(f"{plural(sort)} {words}", pattern, grounds=pattern + "\nBIND(?answer AS ?fact)", kinds=("event",))


def _planned(reading: Reading, found: Found) -> Question | None:
    kind, sort = found.get("kind", "event"), found.get("sort", "event")
    if kind not in ("event", "body"):
        return None
    what = "org:Organization" if kind == "body" else "schema:Event"
    limits: tuple[Limit, ...] = found.get("limits", ())
    pattern = f"?answer a {what} ; blocs:basis blocs:planned .\n{fitting_sort(reading, sort)}\n"
    pattern += "\n".join(limit.pattern for limit in limits)
    noun = "bodies" if kind == "body" else plural(sort)
    words = "".join(f" {limit.words}" for limit in limits)
    grounds = pattern + "\nBIND(?answer AS ?fact)"
    return Select(f"planned {noun}{words}", pattern, grounds=grounds, kinds=(kind,))


def _all(reading: Reading, found: Found) -> Question | None:
    sort = found.get("sort", "event")
    pattern = f"?answer a schema:Event .\n{fitting_sort(reading, sort)}"
    return Select(f"all {plural(sort)}", pattern, grounds=pattern + "\nBIND(?answer AS ?fact)", kinds=("event",))


def _organized(reading: Reading, found: Found) -> Question | None:
    """The events that a body organized."""
    body: Entity = found["body"]
    sort = found.get("sort", "event")
    pattern = f"?answer schema:organizer {sparql_term(body.term)} .\n{fitting_sort(reading, sort)}"
    facts = binary_fact("?answer", "schema:organizer", sparql_term(body.term))
    return Select(
        f"{plural(sort)} that {body.short} organized", pattern, grounds=f"{pattern}\n{facts}", kinds=("event",)
    )


def _occurred(reading: Reading, found: Found) -> Question | None:
    """All events but those that are only planned."""
    sort = found["sort"]
    pattern = f"?answer a schema:Event .\n{fitting_sort(reading, sort)}\nMINUS {{ ?answer blocs:basis blocs:planned }}"
    understood = f"{plural(sort)} that took place"
    return Select(understood, pattern, grounds=f"{pattern}\nBIND(?answer AS ?fact)", kinds=("event",))


def _is_planned(reading: Reading, found: Found) -> Question:
    """Whether an event is yet to come."""
    events: tuple[Entity, ...] = found["event"]
    pattern = f"{values('fact', (e.term for e in events))} ?fact blocs:basis blocs:planned ."
    return YesNo(f"whether it is planned: {named(events)}", pattern, pattern)


FORMS = [
    Form("{WHEN} [ {DO} / {BE} / will / {HAVE} ] <event> [ {HELD} ]", _when, "when was EVENT"),
    Form("{WHEN} [ {DO} / {BE} / will / {HAVE} ] <event:met> [ held / in / on ]", _when),
    Form("{OPEN} [ {ASK} {BE} ] [ the ] ( signing date / signature date / date of [ the ] signing / date of signature / date of [ the ] signature ) of <body>", lambda r, f: _when(r, {"event": signing_of(r, f["body"])}) if signing_of(r, f["body"]) else None),
    Form("{OPEN} [ {ASK} {BE} ] <body> ( 's / ' ) ( signing date / date of signing / signature date / date of signature )", lambda r, f: _when(r, {"event": signing_of(r, f["body"])}) if signing_of(r, f["body"]) else None),
    Form("{WHEN} ( {DO} / {BE} / will / {HAVE} ) ( the signing of / the signature of ) <body> [ {HELD} ]", lambda r, f: _when(r, {"event": signing_of(r, f["body"])}) if signing_of(r, f["body"]) else None),
    Form("( what / which ) {BE} the ( date / dates / day / year / month / time ) ( of / when / on which / for ) ( <event> / <event:met> ) [ {HELD} ]", _when),
    Form("<event> ( {BE} / {DO} / will ) [ {HELD} ] ( when / on what date / on which date / on which day )", _when),
    Form("<event> ( {HELD} ) ( when / on what date )", _when),
    Form("[ {OPEN} ] [ the ] ( date / dates ) of <event>", _when),
    Form("<event> 's date", _when),
    Form("<event:met> ( when / on what date / on which date / in what year / in which year )", _when),
    Form("for ( when / what date / which date / which day / what day ) ( {BE} / ) <event> [ {HELD} ]", _when),
    Form("( date / the date / which date / what date ) <event:met>", _when),
    Form("{WHERE} [ {DO} / {BE} / will / {HAVE} ] <event> [ {HELD} ]", _where, "where was EVENT"),
    Form("{WHERE} [ {DO} / {BE} / will / {HAVE} ] <event:met> [ held / in / at ]", _where),
    Form("( what / which ) {BE} the ( place / location / venue / city ) ( of / where / in which / for ) ( <event> / <event:met> ) [ {HELD} ]", _where),
    Form("<event:met> ( where / in which city / in what city / in which place )", _where),
    Form("<event> ( {BE} / {DO} / will ) [ {HELD} ] ( where / in which city / in what city )", _where),
    Form("( what / which ) ( city / place / country / capital / location ) ( hosted / will host / hosts / was the host of / is hosting / was the venue of / was the site of ) <event>", _where),
    Form("[ {ASK} / {OPEN} ] [ {THE} ] [ planned / known / dated ] ( <sort> / thing / things ) {HAPPEN} <limits>", _happened, "which events took place in PLACE"),
    Form("[ {ASK} / {OPEN} ] [ {BE} there ] [ {THE} ] <sort> <limits>", _happened),
    Form("[ {ASK} / {OPEN} ] [ {THE} ] <sort> [ that / which ] {BE} <limits>", _happened),
    Form("( what / what all / what else ) {HAPPEN} <limits>", _happened, "what happened in DATE"),
    Form("<limits> {ASK} [ <sort> ] {HAPPEN}", _happened),
    Form("{ASK} [ {THE} ] <sort> [ {THAT} ] [ {HAVE} already ] ( took place / taken place / {BE} held / have been held / happened / occurred / {BE} conducted / have happened / have taken place )", _occurred),
    Form("{ASK} [ {THE} ] <sort> ( {DO} / {HAVE} ) <body> ( organize / organise / hold / held / conduct / run / convene / stage / organized / organised / conducted )", _organized),
    Form("{ASK} [ {THE} ] <sort> [ {THAT} ] {BE} ( organized / organised / held / conducted / run / convened / staged / hosted ) by <body>", _organized),
    Form("what {DO} <body> ( organize / organise / conduct / convene / stage )", _organized),
    Form("[ {ASK} ] [ {BE} ] [ {THE} ] <sort> [ that / which ] [ {BE} / {HAVE} been ] [ being / still / yet / now / also / only ] {PLANNED} [ <limits> ]", _planned, "which events are planned"),
    Form("[ {ASK} / {OPEN} ] [ {BE} ] [ {THE} ] <kind> [ that / which ] [ {BE} / {HAVE} been ] [ being / still / yet / now ] {PLANNED} [ <limits> ]", _planned),
    Form("[ {ASK} / {OPEN} ] [ {BE} ] [ {THE} ] {PLANNED} ( <sort> / <kind> ) [ <limits> ]", _planned),
    Form("{BE} <event> [ still / only / just ] ( planned / scheduled / upcoming / in the future / yet to come )", _is_planned),
    Form("what [ {BE} / {HAVE} been ] [ still / being ] {PLANNED} [ <limits> ]", _planned),
    Form("{ASK} [ {THE} ] {PLANNED} ( <sort> / <kind> ) {BE} ( there / {PLANNED} ) [ <limits> ]", _planned),
    Form("{ASK} [ {THE} ] ( <sort> / <kind> ) ( lie / lies / are / is ) [ still ] ( in the future / ahead ) [ <limits> ]", _planned),
    Form("{ASK} [ <sort> ] ( will / is going to / are going to / is to / are to / is about to / are about to ) ( happen / take place / occur / be held / come ) [ next / soon / later / in the future ] [ <limits> ]", _planned),
    Form("{ASK} [ {THE} ] <sort> [ {BE} / {HAVE} ] [ there / mentioned / known / recorded / in the graph / in the data / you know ]", _all),
    Form("{OPEN} <sort>", _all),
]  # fmt: skip
