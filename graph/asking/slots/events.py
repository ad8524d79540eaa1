"""Events by name or by description: "the Baku meeting", "the meeting of the council in Baku", "the May summit"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import NamedNode

from ...model.entities import Entity
from ...model.naming.names import normal
from ...rdf.terms import prologue, sparql_term, text_of
from ..language.nouns import EVENT_NOUNS
from ..language.reading import Reading, slot
from ..logic.logical_form import Entities, OfKind, OfNoun, Planned
from ..sparql.questions import query
from ..vocabulary import EventDescription, Vocabulary

__all__ = ["events_named", "signing_of"]

Described = Sequence[EventDescription]


def _is_called(words: frozenset[str], noun: str) -> bool:
    """Whether an event whose names and kind have these words is of the kind that a noun names."""
    agreed = EVENT_NOUNS[noun]
    return not agreed or any(word.rstrip("s") in agreed or word in agreed for word in words)


def _narrowed(reading: Reading, events: Described, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    for link in reading.any_of(
        at, "held in", "held on", "held by", "held at", "in", "on", "of", "at", "by", "dated", "from", "with", "between",
        "organized by", "organised by", "conducted in", "that took place in", "which took place in", "that was held in",
        "under the aegis of", "under the auspices of", "under", "about", "that met in", "for", "conducted by", "during",
        "that took place on", "hosted by", "hosted in",
    ):  # fmt: skip
        for kept, end in _tied(reading, events, link):
            yield from _narrowed(reading, kept, end)
    if events:
        yield tuple(event.event for event in events), at


def _tied(reading: Reading, events: Described, at: int) -> Iterator[tuple[Described, int]]:
    """The events that have to do with the entity, or are on the date, that stands here."""
    for date, end in reading.slot("day", at):
        yield [event for event in events if event.on(date)], end
    for entity, end in reading.slot("place|body|state|group|topic|event|conflict", at):
        yield (
            [event for event in events if entity.iri in event.ties or set(normal(entity.short).split()) <= event.words],
            end,
        )


@slot("event")
def _event(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """One event by name or description; a name or description of several means none of them."""
    for found, end in reading.slot("events", at):
        if len(found) == 1:
            yield found, end


@slot("events")
def _events(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """Events by name ("Southern Shield") or description ("the Baku meeting", "the meeting of the CIS DMC in Baku")."""
    yield from _described(reading, at)
    for article in dict.fromkeys([*reading.any_of(at, "the", "this", "their", "its"), at]):
        for start in reading.any_of(article, *_TO_COME) if reading.vocabulary.events else ():
            to_come = reading.vocabulary.once(_planned)
            for events, end in _described(reading, start):
                if kept := tuple(event for event in events if event in to_come):
                    yield kept, end


_TO_COME = ("next", "upcoming", "forthcoming", "coming", "planned", "future", "scheduled")


def _planned(vocabulary: Vocabulary) -> frozenset[Entity]:
    """The events that are planned."""
    asked = query(Entities((OfKind("event"), Planned())))
    return frozenset(vocabulary.graph.names.known(text_of(row[0]) for row in vocabulary.graph.source.select(asked)))


def _described(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    start = next(iter(reading.any_of(at, "the", "this", "that", "a", "its", "their")), at)
    if not reading.vocabulary.events:
        return
    for entities, end in reading.named(at, ("event",)):
        chosen = {entity.iri for entity in entities}
        yield from _narrowed(reading, [event for event in reading.vocabulary.events if event.event.iri in chosen], end)
    # An apposition: "the exercise Southern Shield".
    for begin in dict.fromkeys((*reading.any_of(at, "the"), at)):
        for noun, after in reading.slot("event_noun", begin):
            for entities, end in reading.named(after, ("event",)):
                meant = [
                    event
                    for event in reading.vocabulary.events
                    if event.event in entities and _is_called(event.words, noun)
                ]
                yield from _narrowed(reading, meant, end)
    for noun_at in range(start, min(start + 6, len(reading.words))):
        for length in (2, 1):
            noun = " ".join(reading.words[noun_at : noun_at + length])
            if noun in EVENT_NOUNS:
                for events in _before(reading, start, noun_at, noun):
                    yield from _narrowed(reading, events, noun_at + length)


def _before(reading: Reading, at: int, noun_at: int, noun: str) -> Iterator[Described]:
    """The events of a kind that fit all that stands before the noun: names, dates, words of their own names."""

    def fit(events: Described, at: int) -> Iterator[Described]:
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
        elif kept := [event for event in events if word and set(word.split()) <= event.words]:
            yield from fit(kept, at + 1)

    yield from fit([event for event in reading.vocabulary.events if _is_called(event.words, noun)], at)


# What happened


@slot("event_noun")
def _event_noun(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A noun for a kind of events."""
    for length in (2, 1):
        noun = " ".join(reading.words[at : at + length])
        if noun in EVENT_NOUNS:
            yield noun, at + length


def events_named(vocabulary: Vocabulary, noun: str) -> OfNoun:
    """The condition to be an event of the kind that a noun names ("meetings"); "events" are of any."""
    if not EVENT_NOUNS.get(noun):
        return OfNoun(noun)
    return OfNoun(noun, tuple(event.event for event in vocabulary.events if _is_called(event.words, noun)))


@slot("at_event")
def _at_event(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """An event with its preposition, or a place with the only event there: "at the summit", "in Baku"."""
    for link in reading.any_of(at, "at", "in", "during", "for", "on", "to", "in the course of", "from", "under", "of"):
        yield from reading.slot("event", link)
        if reading.words[at] in ("in", "to", "at", "from"):
            for place, end in reading.slot("place", link):
                there = [event.event for event in reading.vocabulary.events if place.iri in event.places]
                if len(there) == 1:
                    yield tuple(there), end


_MEET = ("meet", "gather", "convene")
_MET = (
    "meet", "met", "meeting", "convene", "convened", "gather", "gathered", "hold its meeting", "hold a meeting",
    "hold a session", "assemble", "get together", "hold their meeting", "hold its session", "hold talks",
    *(f"{how} {verb}" for how in ("going to", "to", "supposed to", "planning to") for verb in _MEET),
)  # fmt: skip
_DUE_TO_MEET = tuple(f"{how} to {verb}" for how in ("expected", "due", "scheduled") for verb in _MEET)
_SIGNED = ("signed", "sign", "concluded", "inked", "be signed", "was signed")


@slot("met")
def _met(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """The events of somebody's acting: "the CIS DMC meet", "the CST signed", "the presidents of CST states meet"."""
    yield from _meetings(reading, at, _MET)
    for entity, end in _acting(reading, at):
        for stop in reading.any_of(end, *_SIGNED):
            if events := signing_of(reading.vocabulary, entity):
                yield events, stop


@slot("due_to_meet")
def _due_to_meet(reading: Reading, at: int) -> Iterator[tuple[tuple[Entity, ...], int]]:
    """The meetings that somebody is to hold: "the CIS DMC scheduled to meet"."""
    yield from _meetings(reading, at, _DUE_TO_MEET)


def _acting(reading: Reading, at: int) -> list[tuple[Entity, int]]:
    of = [found for _, end in reading.slot("owner", at) for found in reading.entities(end, ("group",))]
    return [*reading.slot("body|group|state|topic|document", at), *reading.slot("body", at), *of]


def _meetings(reading: Reading, at: int, verbs: Sequence[str]) -> Iterator[tuple[tuple[Entity, ...], int]]:
    for entity, end in _acting(reading, at):
        for stop in reading.any_of(end, *verbs):
            held = [
                event
                for event in reading.vocabulary.events
                if _is_called(event.words, "meeting") and _meets(reading, entity, event)
            ]
            yield from _narrowed(reading, held, stop)


def _meets(reading: Reading, entity: Entity, event: EventDescription) -> bool:
    """Whether an event is a meeting of somebody: of its organizer, or of a group that takes part and is in its name.

    Who else comes to a summit of presidents does not meet there, as people say it.
    """
    if entity.kind != "group":
        return entity.iri in _hosts(reading, event)
    words = {
        word for word in normal(entity.label).split() if word not in ("of", "the", "in", "those", "member", "states")
    }
    return words <= event.words or (entity.iri in _hosts(reading, event) and bool(words & event.words - {"cst", "cis"}))


def _hosts(reading: Reading, event: EventDescription) -> set[str]:
    """Who an event is a meeting of: its organizer and the groups that take part."""
    iri = NamedNode(event.event.iri)
    body = f"""SELECT ?who WHERE {{ {{ {sparql_term(iri)} schema:organizer ?who }}
      UNION {{ ?f a blocs:Attendance ; blocs:event {sparql_term(iri)} ; blocs:participant ?who . ?who a blocs:Group }} }}"""
    return {who.value for (who,) in reading.graph.source.select(prologue(body) + body) if isinstance(who, NamedNode)}


def signing_of(vocabulary: Vocabulary, entity: Entity) -> tuple[Entity, ...]:
    """The events at which something was signed."""
    return tuple(
        event.event for event in vocabulary.events if _is_called(event.words, "signing") and entity.iri in event.ties
    )
