"""Questions of events: who took part or was absent, when and where, what happened, what is planned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ..dates import Period, parse_period
from ..entities import Entity
from ..expression import Expression
from ..membership import expression_pattern_of
from ..names import normal
from ..source import values
from ..terms import prologue, sparql_term
from .grammar import Form
from .memberships import Who
from .patterns import Found
from .phrases import SORTS
from .questions import Question, Select, YesNo, named
from .reading import Reading, slot

__all__ = ["FORMS", "sorted_as"]


@dataclass
class _Described:
    """What events can be described by: their names' words, their sort, and what they are tied to."""

    event: Entity
    words: frozenset[str]
    ties: set[str]
    begins: str = ""
    ends: str = ""

    def on(self, date: str) -> bool:
        """Whether it was on a date, as far as its own precision tells."""
        precise = len(self.begins) >= len(date)
        return precise and Period(date, date).covers(self.begins, self.ends or self.begins)


def _described(reading: Reading) -> list[_Described]:
    """All events of the graph, read once for a question that describes one."""
    graph = reading.graph
    known = getattr(graph, "_events_described", None)
    if known is not None:
        return list(known)
    body = """SELECT ?e ?sort ?tie ?begins ?ends WHERE { ?e a schema:Event
      OPTIONAL { ?e org:classification/skos:prefLabel ?sort } OPTIONAL { ?e schema:startDate ?begins }
      OPTIONAL { ?e schema:endDate ?ends }
      OPTIONAL { { ?e schema:location ?tie } UNION { ?e schema:location/schema:containedInPlace ?tie }
        UNION { ?e schema:organizer ?tie } UNION { ?e blocs:aegis ?tie } UNION { ?e schema:about ?tie }
        UNION { ?f blocs:event ?e ; a blocs:Attendance ; blocs:participant ?tie . ?tie a blocs:Group } } }"""
    found: dict[str, _Described] = {}
    for event, sort, tie, begins, ends in graph.source.select(prologue(body) + body):
        if not isinstance(event, NamedNode) or (entity := graph.names.by_iri.get(event.value)) is None:
            continue
        one = found.setdefault(event.value, _Described(entity, frozenset(_words(entity)), set()))
        if isinstance(sort, Literal):
            one.words |= set(normal(sort.value).split())
        if isinstance(tie, NamedNode):
            one.ties.add(tie.value)
        one.begins = begins.value if isinstance(begins, Literal) else one.begins
        one.ends = ends.value if isinstance(ends, Literal) else one.ends
    graph._events_described = list(found.values())  # type: ignore[attr-defined]
    return list(found.values())


def _words(entity: Entity) -> Iterator[str]:
    for name in (entity.label, *entity.aliases, entity.id.replace("-", " ")):
        yield from normal(name).split()


def sorted_as(words: frozenset[str], noun: str) -> bool:
    """Whether an event whose names and sort have these words is of the sort that a noun names."""
    agreed = SORTS[noun]
    return not agreed or any(word.rstrip("s") in agreed or word in agreed for word in words)


def _fitting(reading: Reading, noun: str, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Events of a sort, narrowed by what follows the noun: "in Baku", "of the CIS DMC", "on 18 May"."""
    events = [one for one in _described(reading) if sorted_as(one.words, noun)]
    yield from _narrowed(reading, events, at)


def _narrowed(reading: Reading, events: list[_Described], at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    for link in reading.any_of(
        at, "held in", "held on", "held by", "held at", "in", "on", "of", "at", "by", "dated", "from", "with", "between",
        "organized by", "organised by", "conducted in", "that took place in", "which took place in", "that was held in",
        "under the aegis of", "under the auspices of", "under", "about", "that met in", "for", "conducted by", "during",
        "that took place on", "hosted by", "hosted in",
    ):  # fmt: skip
        for kept, end in _tied(reading, events, link):
            yield from _narrowed(reading, kept, end)
    if events:
        yield tuple(one.event for one in events), at


def _tied(reading: Reading, events: list[_Described], at: int) -> Iterator[tuple[list[_Described], int]]:
    """The events that have to do with the entity, or are on the date, that stands here."""
    for date, end in reading.slot("day", at):
        yield [one for one in events if one.on(date)], end
    for entity, end in reading.slot("place|body|state|group|topic|event|conflict", at):
        yield [one for one in events if entity.iri in one.ties or set(normal(entity.short).split()) <= one.words], end


@slot("event")
def _event(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """One event by name or description; a name or description of several means none of them."""
    for found, end in reading.slot("events", at):
        if len(found) == 1:
            yield found, end


@slot("events")
def _events(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Events by name ("Southern Shield") or description ("the Baku meeting", "the meeting of the CIS DMC in Baku")."""
    for entities, end in reading.named(at, ("event",)):
        chosen = {entity.iri for entity in entities}
        yield from _narrowed(reading, [one for one in _described(reading) if one.event.iri in chosen], end)
    # An apposition: "the exercise Southern Shield".
    for noun in SORTS:
        for after in reading.any_of(at, f"the {noun}", noun):
            for entities, end in reading.named(after, ("event",)):
                meant = [one for one in _described(reading) if one.event in entities and sorted_as(one.words, noun)]
                yield from _narrowed(reading, meant, end)
    start = next(iter(reading.any_of(at, "the", "this", "that", "a", "its", "their")), at)
    for noun_at in range(start, min(start + 6, len(reading.words))):
        for length in (2, 1):
            noun = " ".join(reading.words[noun_at : noun_at + length])
            if noun in SORTS:
                for events in _before(reading, start, noun_at, noun):
                    yield from _narrowed(reading, events, noun_at + length)


def _before(reading: Reading, at: int, noun_at: int, noun: str) -> Iterator[list[_Described]]:
    """The events of a sort that fit all that stands before the noun: names, dates, words of their own names."""

    def fit(events: list[_Described], at: int) -> Iterator[list[_Described]]:
        if at == noun_at:
            if events:
                yield events
            return
        for kept, end in _tied(reading, events, at):
            if end <= noun_at and kept:
                yield from fit(kept, end)
        word = normal(reading.words[at])
        if reading.words[at] in ("'s", "'", "the"):
            yield from fit(events, at + 1)
        elif kept := [one for one in events if word and set(word.split()) <= one.words]:
            yield from fit(kept, at + 1)

    yield from fit([one for one in _described(reading) if sorted_as(one.words, noun)], at)


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
        f" blocs:event ?answer .\n{_of_sort(reading, word)}"
    )
    return Select(f"{_plural(word)} that {who.short} {'took part in' if attended else 'was absent from'}", pattern)


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
    grounds = f"{pattern}\n?fact rdf:subject ?event ; rdf:predicate {path} ; rdf:object ?answer ."
    return Select(f"{word} of: {named(events)}", pattern, answer=answer, grounds=grounds)


@slot("occasion")
def _occasion(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """An event with its preposition, or a place with the only event there: "at the summit", "in Baku"."""
    for link in reading.any_of(at, "at", "in", "during", "for", "on", "to", "in the course of", "from", "under", "of"):
        yield from reading.slot("event", link)
        if reading.words[at] in ("in", "to", "at", "from"):
            for place, end in reading.slot("place", link):
                there = [
                    one.event for one in _described(reading) if place.iri in one.ties and _is_at(reading, one, place)
                ]
                if len(there) == 1:
                    yield tuple(there), end


def _is_at(reading: Reading, one: _Described, place: Entity) -> bool:
    return reading.graph.source.ask(
        f"{prologue('schema:')}ASK {{ {sparql_term(one.event.term)} schema:location/schema:containedInPlace* {sparql_term(place.term)} }}"
    )


@slot("met")
def _met(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """The events of somebody's acting: "the CIS DMC meet", "the CST signed", "the presidents of CST states meet"."""
    for entity, end in [*reading.slot("body|group|state|topic|document", at), *reading.slot("body", at)]:
        for stop in reading.any_of(end, "meet", "met", "meeting", "convene", "convened", "gather", "gathered", "hold its meeting", "hold a meeting", "hold a session", "assemble", "get together", "hold their meeting", "hold its session", "hold talks", *(f"{how} {verb}" for how in ("going to", "to", "expected to", "due to", "supposed to", "planning to", "scheduled to") for verb in ("meet", "gather", "convene"))):  # fmt: skip
            events = [
                one
                for one in _described(reading)
                if sorted_as(one.words, "meeting") and entity.iri in _hosts(reading, one)
            ]
            yield from _narrowed(reading, events, stop)
        for stop in reading.any_of(end, "signed", "sign", "concluded", "inked", "be signed", "was signed"):
            events = [one for one in _described(reading) if sorted_as(one.words, "signing") and entity.iri in one.ties]
            if events:
                yield tuple(one.event for one in events), stop


def _hosts(reading: Reading, one: _Described) -> set[str]:
    """Who an event is a meeting of: its organizer and the groups that take part."""
    iri = NamedNode(one.event.iri)
    body = f"""SELECT ?who WHERE {{ {{ {sparql_term(iri)} schema:organizer ?who }}
      UNION {{ ?f a blocs:Attendance ; blocs:event {sparql_term(iri)} ; blocs:participant ?who . ?who a blocs:Group }} }}"""
    return {who.value for (who,) in reading.graph.source.select(prologue(body) + body) if isinstance(who, NamedNode)}


def _signing(reading: Reading, body: Entity) -> tuple[Entity, ...]:
    return tuple(one.event for one in _described(reading) if sorted_as(one.words, "signing") and body.iri in one.ties)


# What happened


@slot("sort")
def _sort(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A noun for a sort of events."""
    for length in (2, 1):
        noun = " ".join(reading.words[at : at + length])
        if noun in SORTS:
            yield noun, at + length


def _plural(noun: str) -> str:
    return noun if noun.endswith("s") else f"{noun}s"


def _of_sort(reading: Reading, noun: str) -> str:
    if not SORTS.get(noun):
        return ""
    fitting = (NamedNode(one.event.iri) for one in _described(reading) if sorted_as(one.words, noun))
    return values("answer", fitting)


@dataclass(frozen=True)
class _Limit:
    """A place or a time that events are narrowed to: in words, and as a pattern over `?answer`."""

    words: str
    pattern: str


@slot("limit")
def _limit(reading: Reading, at: int) -> Iterator[tuple[_Limit, int]]:
    for link in reading.any_of(at, "between", "from"):
        for first, middle in reading.slot("day", link):
            for then in reading.any_of(middle, "and", "to", "until", "through"):
                for last, end in reading.slot("day", then):
                    if first <= last + "~":
                        yield _within_dates(Period(first, last), f"between {first} and {last}", 0), end
    for link in reading.any_of(
        at,
        "in",
        "on",
        "during",
        "at",
        "of",
        "for",
        "throughout",
        "from",
        "in the course of",
        "as of",
        "dated",
        "that year in",
        "within",
    ):
        for date, end in reading.slot("day", link):
            yield _within_dates(parse_period(date), f"in {date}", len(date)), end
        for place, end in reading.slot("place|state", link):
            if reading.words[link - 1] in ("in", "at", "of", "within"):
                yield _in_place(place), end
    for link in reading.any_of(at, "after", "since", "later than", "following"):
        for date, end in reading.slot("day", link):
            first = (
                'CONCAT(STR(?begins), "~") > "%s~"' if reading.words[link - 1] != "since" else 'STR(?begins) >= "%s"'
            )
            yield _Limit(f"after {date}", f"?answer schema:startDate ?begins . FILTER({first % date})"), end
    for link in reading.any_of(at, "before", "until", "prior to", "earlier than"):
        for date, end in reading.slot("day", link):
            yield _Limit(f"before {date}", f'?answer schema:startDate ?begins . FILTER(STR(?begins) < "{date}")'), end


def _within_dates(period: Period, words: str, precision: int) -> _Limit:
    exact = f" FILTER(STRLEN(STR(?begins)) >= {precision})" if precision else ""
    return _Limit(
        words,
        "?answer schema:startDate ?begins . OPTIONAL { ?answer schema:endDate ?ends }"
        f" BIND(COALESCE(STR(?ends), STR(?begins)) AS ?last) {period.sparql('begins', 'last')}{exact}",
    )


def _in_place(place: Entity) -> _Limit:
    return _Limit(
        f"in {place.label}",
        f"{values('place', [place.term])} ?answer schema:location/schema:containedInPlace* ?place .",
    )


@slot("limits")
def _limits(reading: Reading, at: int) -> Iterator[tuple[tuple[_Limit, ...], int]]:
    for one, end in reading.slot("limit", at):
        for rest, stop in reading.slot("limits", end):
            yield (one, *rest), stop
        yield (one,), end


def _happened(reading: Reading, found: Found) -> Question | None:
    sort = found.get("sort", "event")
    if "kind" in found and found["kind"] != "event":
        return None
    limits: tuple[_Limit, ...] = found["limits"]
    pattern = f"?answer a schema:Event .\n{_of_sort(reading, sort)}\n" + "\n".join(limit.pattern for limit in limits)
    words = " ".join(limit.words for limit in limits)
    return Select(f"{_plural(sort)} {words}", pattern, grounds=pattern + "\nBIND(?answer AS ?fact)", kinds=("event",))


def _planned(reading: Reading, found: Found) -> Question | None:
    kind, sort = found.get("kind", "event"), found.get("sort", "event")
    if kind not in ("event", "body"):
        return None
    what = "org:Organization" if kind == "body" else "schema:Event"
    limits: tuple[_Limit, ...] = found.get("limits", ())
    pattern = f"?answer a {what} ; blocs:basis blocs:planned .\n{_of_sort(reading, sort)}\n"
    pattern += "\n".join(limit.pattern for limit in limits)
    noun = "bodies" if kind == "body" else _plural(sort)
    words = "".join(f" {limit.words}" for limit in limits)
    grounds = pattern + "\nBIND(?answer AS ?fact)"
    return Select(f"planned {noun}{words}", pattern, grounds=grounds, kinds=(kind,))


def _all(reading: Reading, found: Found) -> Question | None:
    sort = found.get("sort", "event")
    pattern = f"?answer a schema:Event .\n{_of_sort(reading, sort)}"
    return Select(f"all {_plural(sort)}", pattern, grounds=pattern + "\nBIND(?answer AS ?fact)", kinds=("event",))


def _met_by(reading: Reading, found: Found) -> Question:
    """Who held the meetings that were somewhere or at some time."""
    limits: tuple[_Limit, ...] = found["limits"]
    events = f"?answer a schema:Event .\n{_of_sort(reading, 'meeting')}\n" + "\n".join(
        limit.pattern for limit in limits
    )
    pattern = f"{events.replace('?answer', '?event')}\n?event schema:organizer ?answer ."
    grounds = f"{pattern}\n?fact rdf:subject ?event ; rdf:predicate schema:organizer ; rdf:object ?answer ."
    return Select(f"who met {' '.join(limit.words for limit in limits)}", pattern, grounds=grounds)


def _organized(reading: Reading, found: Found) -> Question | None:
    """The events that a body organized."""
    body: Entity = found["body"]
    sort = found.get("sort", "event")
    pattern = f"?answer schema:organizer {sparql_term(body.term)} .\n{_of_sort(reading, sort)}"
    facts = f"?fact rdf:subject ?answer ; rdf:predicate schema:organizer ; rdf:object {sparql_term(body.term)} ."
    return Select(
        f"{_plural(sort)} that {body.short} organized", pattern, grounds=f"{pattern}\n{facts}", kinds=("event",)
    )


def _occurred(reading: Reading, found: Found) -> Question | None:
    """All events but those that are only planned."""
    sort = found["sort"]
    pattern = f"?answer a schema:Event .\n{_of_sort(reading, sort)}\nMINUS {{ ?answer blocs:basis blocs:planned }}"
    understood = f"{_plural(sort)} that took place"
    return Select(understood, pattern, grounds=f"{pattern}\nBIND(?answer AS ?fact)", kinds=("event",))


def _is_planned(reading: Reading, found: Found) -> Question:
    """Whether an event is yet to come."""
    events: tuple[Entity, ...] = found["event"]
    pattern = f"{values('fact', (e.term for e in events))} ?fact blocs:basis blocs:planned ."
    return YesNo(f"whether it is planned: {named(events)}", pattern, pattern)


FORMS = [
    Form("<who> {ATTEND} <event>", _attended, "who attended EVENT"),
    Form("<who> {MISS} <event>", _absent, "who was absent from EVENT"),
    Form("( who / which body / what body / which organization / which organisation / which council ) ( met / convened / gathered / held a meeting / held a session / assembled / {HAVE} met / {DO} meet ) <limits>", _met_by),
    Form("<who> [ {BE} / {HAVE} / will / {DO} / {BE} going to / {BE} expected to / {BE} to ] ( came / in attendance / sent [ a / its / their ] {ENVOYS} / come / go / went / gone / travelled / traveled / travel / gathered / present / be present / represented / meet / met ) <event:occasion>", _attended),
    Form("<who> [ {BE} / {HAVE} / {DO} ] ( absent / missing / not present / not represented / not come / not go / not there / not travel ) <event:occasion>", _absent),
    Form("whose ( {ENVOYS} ) ( {BE} / ) ( absent / missing / not present ) <event:occasion>", _absent),
    Form("{ASK} <kind> ( ' / 's ) ( {ENVOYS} ) {ATTEND} <event>", lambda r, f: _attended(r, {**f, "who": Who(f["kind"])})),
    Form("{ASK} <kind> ( ' / 's ) ( {ENVOYS} ) {MISS} <event>", lambda r, f: _absent(r, {**f, "who": Who(f["kind"])})),
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
    Form("{WHEN} [ {DO} / {BE} / will / {HAVE} ] <event> [ {HELD} ]", _when, "when was EVENT"),
    Form("{WHEN} [ {DO} / {BE} / will / {HAVE} ] <event:met> [ held / in / on ]", _when),
    Form("{OPEN} [ {ASK} {BE} ] [ the ] ( signing date / signature date / date of [ the ] signing / date of signature / date of [ the ] signature ) of <body>", lambda r, f: _when(r, {"event": _signing(r, f["body"])}) if _signing(r, f["body"]) else None),
    Form("{WHEN} ( {DO} / {BE} / will / {HAVE} ) ( the signing of / the signature of ) <body> [ {HELD} ]", lambda r, f: _when(r, {"event": _signing(r, f["body"])}) if _signing(r, f["body"]) else None),
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
