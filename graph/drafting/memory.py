"""What a text has spoken of so far: what "it", "the alliance" and "both countries" can mean."""

from __future__ import annotations

from collections.abc import Sequence

from .gazetteer import Named
from .lexicon import BODY_NOUNS, GENERIC_BODIES
from .words import normal_word

__all__ = ["Memory", "is_called"]

_SPECIFIC = BODY_NOUNS - (
    GENERIC_BODIES - {"council", "league", "forum", "commonwealth", "treaty", "bank", "fund", "agency"}
)


class Memory:
    """The bodies and states of a text, sentence by sentence."""

    def __init__(self) -> None:
        self.sentence: list[Named] = []
        self.before: list[Named] = []
        self.paragraph: list[Named] = []
        self.text: dict[str, Named] = {}
        self._announced: tuple[Named | None, int] = (None, 0)
        self._lists: list[tuple[list[Named], int]] = []
        self.subject: tuple[Named, ...] = ()
        self.named_before: tuple[Named, ...] = ()
        self._states_here: list[Named] = []
        self._relation: tuple[str, Named, int] | None = None
        self.people: tuple[Named, ...] = ()
        """The people that were named last in this paragraph, in one sentence."""
        self.text_year = ""
        """The year of the text, where it is given."""
        self.year = ""
        """The year that was named last in this paragraph, else that of the text."""
        self._here: list[Named] = []
        self._counts: dict[str, int] = {}
        self._at: dict[str, Named] = {}
        self._events: list[tuple[Named, int]] = []
        self._sentence_number = 0

    def next_paragraph(self) -> None:
        """Begin a paragraph."""
        self.next_sentence()
        self.paragraph = []
        self.before = []
        self.named_before = ()
        self.subject = ()
        self.people = ()
        self.year = self.text_year

    def next_sentence(self) -> None:
        """Begin a sentence."""
        self._sentence_number += 1
        if self.sentence:
            self.before = self.sentence
        self.paragraph += [body for body in self.sentence if body not in self.paragraph]
        self.sentence = []
        self.named_before = tuple(dict.fromkeys(self._states_here))
        self._states_here = []

    def mention_body(self, body: Named) -> None:
        """Note that a body is spoken of here."""
        if body not in self.sentence:
            self.sentence.append(body)
        self.text[body.id] = body
        self._counts[body.id] = self._counts.get(body.id, 0) + 1

    def mention_people(self, people: Sequence[Named]) -> None:
        """Note the people that a sentence has named, at its end."""
        if people:
            self.people = tuple(dict.fromkeys(people))

    def only_person(self) -> Named | None:
        """The person that "he" or "she" can mean."""
        return self.people[0] if len(self.people) == 1 else None

    def mention_state(self, state: Named) -> None:
        """Note that a state is spoken of here."""
        self._states_here.append(state)

    @property
    def relation(self) -> tuple[str, Named] | None:
        """What was said last, in this sentence or the one before: the kind of statement and its body."""
        return self.relation_within(1)

    def relation_within(self, sentences: int) -> tuple[str, Named] | None:
        """What was said last, in this sentence or the few before."""
        if self._relation is None or self._relation[2] < self._sentence_number - sentences:
            return None
        return self._relation[:2]

    def announced(self, body: Named) -> None:
        """Note that a sentence told how many members a body has: the next may name them."""
        self._relation = "member", body, self._sentence_number
        self._announced = body, self._sentence_number

    def has_announced(self) -> Named | None:
        """The body whose members "they" are, where this sentence or the one before told how many it has."""
        body, at = self._announced
        return body if body is not None and at >= self._sentence_number - 1 else None

    def said(self, section: str, body: Named) -> None:
        """Note what a sentence says of a body."""
        self._relation = section, body, self._sentence_number

    def happened(self, event: Named, place: Named) -> None:
        """Note an event of this sentence, and where it was."""
        self._events.append((event, self._sentence_number))
        self._at[place.id] = event

    def again(self, place: str) -> None:
        """Note that this sentence speaks of what happened at a place before: "the meeting in Baku"."""
        if (event := self._at.get(place)) is not None and self.event_here() is None:
            self._events.append((event, self._sentence_number))

    def event_here(self) -> Named | None:
        """The event that this sentence tells of, where it is one."""
        here = list(dict.fromkeys(event for event, number in self._events if number == self._sentence_number))
        return here[0] if len(here) == 1 else None

    def only_event(self) -> Named | None:
        """The event that an attendance can mean: that of this sentence, else of the three sentences before."""
        for back in range(4):
            found = list(dict.fromkeys(e for e, number in self._events if number == self._sentence_number - back))
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def only_body(self, noun: str = "", here: Sequence[Named] | None = None) -> Named | None:
        """The one body that is meant where none is named; `noun` is what the text calls it. None if not clear.

        `here` are the bodies that the sentence has named so far; by default all that it has named.
        """
        self._here = self.sentence if here is None else list(dict.fromkeys(here))
        if noun:
            called = [body for body in self.text.values() if is_called(body, noun)]
            if len(called) == 1:
                return called[0]
            if called:
                return self._nearest(lambda body: is_called(body, noun))
            if noun in _SPECIFIC:
                return None
        return self._nearest(lambda body: True)

    def _nearest(self, fits) -> Named | None:  # type: ignore[no-untyped-def]
        for scope in (self._here, self.before, self.paragraph, self._earlier_bodies()):
            found = [body for body in scope if fits(body)]
            if found:
                return found[0] if len(found) == 1 else self._dominant(found) if scope is not self._here else None
        return None

    def _earlier_bodies(self) -> list[Named]:
        """The bodies of the text, without those that only this sentence names."""
        later = [body for body in self.sentence if body not in self._here and self._counts[body.id] == 1]
        return [body for body in self.text.values() if body not in later]

    def named_so_far(self) -> list[Named]:
        """The bodies of the text up to here, without those that only this sentence names."""
        self._here = []
        return self._earlier_bodies()

    def _dominant(self, bodies: Sequence[Named]) -> Named | None:
        """The body that the text as a whole is about: it names it three times as often as any other one."""
        if len(bodies) < len(self.text):
            return None
        first, second = sorted(bodies, key=lambda body: -self._counts[body.id])[:2]
        return first if self._counts[first.id] >= 3 * self._counts[second.id] else None

    def only_state(self) -> Named | None:
        """The one state that "it" can mean: the subject of the sentence before, or the only state in it."""
        if len(self.subject) == 1:
            return self.subject[0]
        return self.named_before[0] if len(self.named_before) == 1 else None

    def listed(self, states: Sequence[Named]) -> None:
        """Note a list of states of this sentence."""
        self._lists = [*self._lists[-7:], (list(states), self._sentence_number)]

    def several(self, number: int | None) -> Sequence[Named]:
        """The states that "both", "they" or "the four" can mean: those of the last list, if they are so many.

        Without a number it must be a list of this sentence or the one before it; with one, the last of that length of
        the last few sentences.
        """
        far = 1 if number is None else 4
        lists = [states for states, at in reversed(self._lists) if self._sentence_number - at <= far]
        for group in (*(lists if number is not None else lists[:1]), list(self.named_before)):
            if len(group) > 1 and (number is None or len(group) == number):
                return group
        return ()


def is_called(body: Named, noun: str) -> bool:
    """Whether a noun stands in the name of a body."""
    return noun in (normal_word(word) for word in body.label.split())
