"""A sentence ready to match: its rows, and what slots and subjects are found in each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ...asking.language.patterns import Node, Result
from ..items import Item
from ..memory import Memory
from ..words import Sentence
from . import body_slots, date_slots, member_slots, people_slots, subjects, word_slots
from .reducing import Parts, reduced
from .row import Bodies, Group, Row
from .state_lists import states_from

__all__ = ["Stream", "streams_of"]

_SLOTS: Mapping[str, Callable[[Row, int], Sequence[tuple[Any, int]]]] = {
    **member_slots.SLOTS,
    **date_slots.SLOTS,
    **word_slots.SLOTS,
    **body_slots.SLOTS,
    **people_slots.SLOTS,
}


@dataclass
class Stream(Row):
    """A row with what patterns ask of it."""

    def reached(self, at: int) -> None:
        """Of no use here."""

    def phrase(self, name: str, at: int) -> Result:
        """Classes are written out when patterns are read."""
        raise KeyError(name)

    def classes(self, name: str) -> Node:
        """Classes are written out when patterns are read."""
        raise KeyError(name)

    def slot(self, kind: str, at: int) -> Sequence[tuple[Any, int]]:
        """What a slot reads at an item, each with where it ends."""
        key = (kind, at)
        if key not in self.known_slots:
            self.known_slots[key] = list(_SLOTS[kind](self, at))
        return self.known_slots[key]

    def subjects(self, at: int) -> list[tuple[Group, int]]:
        """The states that are the subject of what begins at an item: where they stand, and where the verb begins."""
        return subjects.subjects(self, at)

    def body_subjects(self, at: int) -> list[tuple[Bodies, int]]:
        """The bodies that are the subject of what begins at an item."""
        return body_slots.body_subjects(self, at)

    def group(self, at: int) -> Group | None:
        """The states that are named from an item on."""
        return states_from(self, at)


def streams_of(
    sentence: Sentence, items: Sequence[Item], parts: Parts, memory: Memory, quotations: frozenset[int] = frozenset()
) -> list[Stream]:
    """The sentence without what may stand anywhere, and the inside of each of its brackets: the `parts` of its items."""
    main, inner = parts
    found = [_stream(sentence, items, main, memory, None)]
    found += [_stream(sentence, items, places, memory, before) for before, places in inner if len(places) > 2]
    for stream in found:
        stream.quotations = quotations
    return found


def _stream(
    sentence: Sentence, items: Sequence[Item], places: Sequence[int], memory: Memory, before: Item | None
) -> Stream:
    row, seen = reduced(items, places, whole=before is None)
    return Stream(sentence, items, seen, row, memory, before)
