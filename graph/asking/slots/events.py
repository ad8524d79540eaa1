"""Events by name or by description: "the Baku meeting", "the meeting of the council in Baku", "the May summit"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from ...model.dates import Period
from ...model.entities import Entity
from ...model.names import normal
from ...rdf.source import values
from ...rdf.terms import prologue, sparql_term
from ..language.phrases import SORTS
from ..language.reading import Reading, slot

__all__ = ["Described", "described", "fitting_sort", "plural", "signing_of", "sorted_as"]


@dataclass
class Described:
    """What events can be described by: their names' words, their sort, where they are, and what they are tied to."""

    event: Entity
    words: frozenset[str]
    ties: set[str]
    places: set[str]
    begins: str = ""
    ends: str = ""

    def on(self, date: str) -> bool:
        """Whether it was on a date, as far as its own precision tells."""
        precise = len(self.begins) >= len(date)
        return precise and Period(date, date).covers(self.begins, self.ends or self.begins)


def described(reading: Reading) -> list[Described]:
    """All events of the graph, read once for a question that describes one."""
    graph = reading.graph
    known = getattr(graph, "_events_described", None)
    if known is not None:
        return list(known)
    body = """SELECT ?e ?sort ?place ?tie ?begins ?ends WHERE { ?e a schema:Event
      OPTIONAL { ?e org:classification/skos:prefLabel ?sort } OPTIONAL { ?e schema:startDate ?begins }
      OPTIONAL { ?e schema:endDate ?ends }
      OPTIONAL { { ?e schema:location ?place } UNION { ?e schema:location/schema:containedInPlace ?place } }
      OPTIONAL { { ?e schema:organizer ?tie } UNION { ?e blocs:aegis ?tie } UNION { ?e schema:about ?tie }
        UNION { ?f blocs:event ?e ; a blocs:Attendance ; blocs:participant ?tie . ?tie a blocs:Group } } }"""
    found: dict[str, Described] = {}
    for event, sort, place, tie, begins, ends in graph.source.select(prologue(body) + body):
        if not isinstance(event, NamedNode) or (entity := graph.names.by_iri.get(event.value)) is None:
            continue
        one = found.setdefault(event.value, Described(entity, frozenset(_words(entity)), set(), set()))
        if isinstance(sort, Literal):
            one.words |= set(normal(sort.value).split())
        one.places |= {place.value} if isinstance(place, NamedNode) else set()
        one.ties |= {node.value for node in (place, tie) if isinstance(node, NamedNode)}
        one.begins = begins.value if isinstance(begins, Literal) else one.begins
        one.ends = ends.value if isinstance(ends, Literal) else one.ends
    # Engines give rows in any order; a query that names events must not depend on it.
    ordered = [found[iri] for iri in sorted(found)]
    graph._events_described = ordered  # type: ignore[attr-defined]
    return ordered


def _words(entity: Entity) -> Iterator[str]:
    for name in (entity.label, *entity.aliases, entity.id.replace("-", " ")):
        yield from normal(name).split()


def sorted_as(words: frozenset[str], noun: str) -> bool:
    """Whether an event whose names and sort have these words is of the sort that a noun names."""
    agreed = SORTS[noun]
    return not agreed or any(word.rstrip("s") in agreed or word in agreed for word in words)


def _narrowed(reading: Reading, events: list[Described], at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
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


def _tied(reading: Reading, events: list[Described], at: int) -> Iterator[tuple[list[Described], int]]:
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
        yield from _narrowed(reading, [one for one in described(reading) if one.event.iri in chosen], end)
    # An apposition: "the exercise Southern Shield".
    for noun in SORTS:
        for after in reading.any_of(at, f"the {noun}", noun):
            for entities, end in reading.named(after, ("event",)):
                meant = [one for one in described(reading) if one.event in entities and sorted_as(one.words, noun)]
                yield from _narrowed(reading, meant, end)
    start = next(iter(reading.any_of(at, "the", "this", "that", "a", "its", "their")), at)
    for noun_at in range(start, min(start + 6, len(reading.words))):
        for length in (2, 1):
            noun = " ".join(reading.words[noun_at : noun_at + length])
            if noun in SORTS:
                for events in _before(reading, start, noun_at, noun):
                    yield from _narrowed(reading, events, noun_at + length)


def _before(reading: Reading, at: int, noun_at: int, noun: str) -> Iterator[list[Described]]:
    """The events of a sort that fit all that stands before the noun: names, dates, words of their own names."""

    def fit(events: list[Described], at: int) -> Iterator[list[Described]]:
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

    yield from fit([one for one in described(reading) if sorted_as(one.words, noun)], at)


# What happened


@slot("sort")
def _sort(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A noun for a sort of events."""
    for length in (2, 1):
        noun = " ".join(reading.words[at : at + length])
        if noun in SORTS:
            yield noun, at + length


def plural(noun: str) -> str:
    return noun if noun.endswith("s") else f"{noun}s"


def fitting_sort(reading: Reading, noun: str) -> str:
    if not SORTS.get(noun):
        return ""
    fitting = (NamedNode(one.event.iri) for one in described(reading) if sorted_as(one.words, noun))
    return values("answer", fitting)


@slot("occasion")
def _occasion(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """An event with its preposition, or a place with the only event there: "at the summit", "in Baku"."""
    for link in reading.any_of(at, "at", "in", "during", "for", "on", "to", "in the course of", "from", "under", "of"):
        yield from reading.slot("event", link)
        if reading.words[at] in ("in", "to", "at", "from"):
            for place, end in reading.slot("place", link):
                there = [one.event for one in described(reading) if place.iri in one.places]
                if len(there) == 1:
                    yield tuple(there), end


@slot("met")
def _met(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """The events of somebody's acting: "the CIS DMC meet", "the CST signed", "the presidents of CST states meet"."""
    for entity, end in [*reading.slot("body|group|state|topic|document", at), *reading.slot("body", at)]:
        for stop in reading.any_of(end, "meet", "met", "meeting", "convene", "convened", "gather", "gathered", "hold its meeting", "hold a meeting", "hold a session", "assemble", "get together", "hold their meeting", "hold its session", "hold talks", *(f"{how} {verb}" for how in ("going to", "to", "expected to", "due to", "supposed to", "planning to", "scheduled to") for verb in ("meet", "gather", "convene"))):  # fmt: skip
            events = [
                one
                for one in described(reading)
                if sorted_as(one.words, "meeting") and entity.iri in _hosts(reading, one)
            ]
            yield from _narrowed(reading, events, stop)
        for stop in reading.any_of(end, "signed", "sign", "concluded", "inked", "be signed", "was signed"):
            events = [one for one in described(reading) if sorted_as(one.words, "signing") and entity.iri in one.ties]
            if events:
                yield tuple(one.event for one in events), stop


def _hosts(reading: Reading, one: Described) -> set[str]:
    """Who an event is a meeting of: its organizer and the groups that take part."""
    iri = NamedNode(one.event.iri)
    body = f"""SELECT ?who WHERE {{ {{ {sparql_term(iri)} schema:organizer ?who }}
      UNION {{ ?f a blocs:Attendance ; blocs:event {sparql_term(iri)} ; blocs:participant ?who . ?who a blocs:Group }} }}"""
    return {who.value for (who,) in reading.graph.source.select(prologue(body) + body) if isinstance(who, NamedNode)}


def signing_of(reading: Reading, body: Entity) -> tuple[Entity, ...]:
    return tuple(one.event for one in described(reading) if sorted_as(one.words, "signing") and body.iri in one.ties)
