"""What a text has spoken of so far: what "it", "the alliance" and "both countries" can mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import islice

from .found import Place
from .gazetteer import Named
from .items import Item
from .lexicon import BODY_NOUNS, GENERIC_BODIES, NAMED_NOUNS
from .words import normal_word

__all__ = ["Memory", "nouns_of"]

_SPECIFIC = BODY_NOUNS - (
    GENERIC_BODIES - {"council", "league", "forum", "commonwealth", "treaty", "bank", "fund", "agency"}
)


_EVENTS_LAST = 4  # sentences in which an event can be meant


class Memory:
    """The bodies and states of a text, sentence by sentence."""

    def __init__(self) -> None:
        self.sentence: list[Named] = []
        self.before: list[Named] = []
        self.paragraph: list[Named] = []
        self.text: dict[str, Named] = {}
        self.by_the_way: frozenset[str] = frozenset()
        """The bodies that this sentence names by the way only."""
        self.compared: frozenset[str] = frozenset()
        """Those of them that the next sentence cannot be about."""
        self.inserted: frozenset[str] = frozenset()
        """The bodies that stand in what is put in behind the states with which this sentence begins."""
        self.preceding: frozenset[str] = frozenset()
        """The bodies out of which this sentence says that another one came: only the next sentence can mean them."""
        self.singled_out: frozenset[str] = frozenset()
        """The body of whose members this sentence singles some out: "it" is another one."""
        self.in_passing = False
        """Whether this sentence names bodies in passing only."""
        self._by_noun: dict[str, dict[str, Named]] = {}
        self._announced: tuple[Named | None, int] = (None, 0)
        self._of_two = False
        self._lists: list[tuple[list[Named], int]] = []
        self.subject: tuple[Named, ...] = ()
        self._subjects: list[tuple[tuple[Named, ...], int]] = []
        self.named_before: tuple[Named, ...] = ()
        self._states_here: list[Named] = []
        self._relation: tuple[str, Named, int] | None = None
        self._coming: tuple[str, Named, int] | None = None
        self.people: tuple[Named, ...] = ()
        """The people that were named last in this paragraph, in one sentence."""
        self.text_year = ""
        """The year of the text, where it is given."""
        self.year = ""
        """The year that was named last in this paragraph, else that of the text."""
        self._here: list[Named] = []
        self._counts: dict[str, int] = {}
        self._most: list[tuple[str, int]] = []
        """The two bodies that the text names most often."""
        self._at: dict[str, Named] = {}
        self._events: list[tuple[Named, int]] = []
        self.topic: Named | None = None
        """The body that the title names, where it names one, else the one that the text begins with."""
        self.offices: list[Item] = []
        """The offices that the sentence before names."""
        self.section: Named | None = None
        """The body that the heading of this part of the text is about."""
        self._older: frozenset[str] = frozenset()
        self._main: set[str] = set()
        """The bodies that the text has named otherwise than by the way."""
        self._asides: set[str] = set()
        """Those that it has named only in passing, so that nothing is about them."""
        self._paragraph_before: list[Named] = []
        self._first: dict[str, int] = {}
        """The sentence that names a body first."""
        self.leading: Named | None = None
        """The body that is the subject of this sentence."""
        self._led: Named | None = None
        """The body that was the subject of the sentence before."""
        self._last_left: dict[str, Named] = {}
        """The body that a state left last."""
        self._belonging: dict[str, dict[str, tuple[Named, Place]]] = {}
        self.founded_here: Named | None = None
        """The body of whose founding this sentence tells, with no treaty but its own."""
        self.founded_before: Named | None = None
        """That of the sentence before."""
        self.papers_here: frozenset[str] = frozenset()
        self.other_papers: frozenset[str] = frozenset()
        """What this paragraph calls treaties that are no body's: "a treaty" that two states concluded."""
        self._signed: tuple[Sequence[Named], int] = ((), 0)
        self._sentence_number = 0
        self.quoting: Named | None = None
        """Who speaks in a quotation that the sentence before did not close."""

    def next_paragraph(self) -> None:
        """Begin a paragraph."""
        self.next_sentence()
        self._paragraph_before = self.paragraph or self._paragraph_before
        self.paragraph = []
        self.before = []
        self.named_before = ()
        self.subject = ()
        self._subjects = []
        self.founded_before = None
        self.other_papers = frozenset()
        self.people = ()
        self.quoting = None
        self.year = self.text_year

    def next_sentence(self) -> None:
        """Begin a sentence."""
        self._sentence_number += 1
        self.founded_before, self.founded_here = self.founded_here, None
        self.other_papers |= self.papers_here
        self.papers_here = frozenset()
        self._led, self.leading = self.leading, None
        main = [body for body in self.sentence if body.id not in self.by_the_way]
        spoken_of = [body for body in self.sentence if body.id not in self.compared]
        if spoken_of and not self.in_passing:
            self.before = main
        elif self._older:
            self.before = [body for body in self.before if body.id not in self._older]
        self._older = self.preceding
        self._main |= {body.id for body in self.sentence} - self.by_the_way
        self._asides = (self._asides | {body.id for body in self.sentence if body.id in self.inserted}) - self._main
        self.paragraph += [b for b in spoken_of if b not in self.paragraph and b.id not in self.preceding]
        self.by_the_way = self.compared = self.singled_out = self.inserted = self.preceding = frozenset()
        self.sentence = []
        self.named_before = tuple(dict.fromkeys(self._states_here))
        self._states_here = []

    def mention_body(self, body: Named) -> None:
        """Note that a body is spoken of here."""
        if body not in self.sentence:
            self.sentence.append(body)
        self.note(body)
        self._counts[body.id] = count = self._counts.get(body.id, 0) + 1
        self._most = sorted({**dict(self._most), body.id: count}.items(), key=lambda each: -each[1])[:2]

    def go_on_about_it(self) -> None:
        """Note that a sentence goes on about the body of the one before: "Its summit discussed the plan of the AU"."""
        body = self.only_body(here=(), subject=True)
        if body is not None and body not in self.sentence:
            self.sentence.insert(0, body)

    def note(self, body: Named) -> None:
        """Note that the text names a body."""
        known = self.text.get(body.id)
        if known is None:
            self._first[body.id] = self._sentence_number
        if known is None or known.label != body.label:  # its full name may come after its abbreviation
            for noun in nouns_of(body):
                self._by_noun.setdefault(noun, {})[body.id] = body
        self.text[body.id] = body

    def is_new(self, body: Named) -> bool:
        """Whether this sentence is the first to name a body."""
        return self._first.get(body.id) == self._sentence_number

    def forget(self, body: Named) -> None:
        """Forget a body: it was another one's name."""
        self.text.pop(body.id, None)
        self._most = [each for each in self._most if each[0] != body.id]
        for noun in nouns_of(body):
            self._by_noun.get(noun, {}).pop(body.id, None)

    def called(self, noun: str) -> list[Named]:
        """The bodies of the text in whose name a noun stands."""
        return list(self._by_noun.get(noun, {}).values())

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

    def announced(self, body: Named, of_two: bool = False) -> None:
        """Note that a sentence told how many members a body has: the next may name them.

        `of_two` is whether it told of others too, so that only "the former" are the members.
        """
        self._of_two = of_two
        self._relation = "member", body, self._sentence_number
        self._announced = body, self._sentence_number

    def has_announced(self, former: bool) -> bool:
        """Whether this sentence or the one before told how many members a body has; `former` as "of two"."""
        body, at = self._announced
        return body is not None and at >= self._sentence_number - 1 and former == self._of_two

    def said(self, section: str, body: Named) -> None:
        """Note what a sentence says of a body."""
        self._relation = section, body, self._sentence_number
        if section in ("joined", "founded", "member"):
            self._coming = self._relation

    def coming(self, body: Named) -> tuple[str, Named] | None:
        """What was said of those who came into a body, in the last three sentences."""
        if self._coming is None or self._coming[2] < self._sentence_number - 3 or self._coming[1].id != body.id:
            return None
        return self._coming[:2]

    def happened(self, event: Named, place: Named) -> None:
        """Note an event of this sentence, and where it was."""
        self._happens(event)
        self._at[place.id] = event

    def again(self, place: str) -> None:
        """Note that this sentence speaks of what happened at a place before: "the meeting in Baku"."""
        if (event := self._at.get(place)) is not None and self.event_here() is None:
            self._happens(event)

    def _happens(self, event: Named) -> None:
        recent = [each for each in self._events if each[1] > self._sentence_number - _EVENTS_LAST]
        self._events = [*recent, (event, self._sentence_number)]

    def event_here(self) -> Named | None:
        """The event that this sentence tells of, where it is one."""
        here = list(dict.fromkeys(event for event, number in self._events if number == self._sentence_number))
        return here[0] if len(here) == 1 else None

    def only_event(self) -> Named | None:
        """The event that an attendance can mean: that of this sentence, else of the three sentences before."""
        for back in range(_EVENTS_LAST):
            found = list(dict.fromkeys(e for e, number in self._events if number == self._sentence_number - back))
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def only_body(self, noun: str = "", here: Sequence[Named] | None = None, subject: bool = False) -> Named | None:
        """The one body that is meant where none is named; `noun` is what the text calls it. None if not clear.

        `here` are the bodies that the sentence has named so far; by default all that it has named. A pronoun that is
        the `subject` of a sentence means the subject of the one before, where that was a body.
        """
        if subject and not here and self._led is not None:
            return self._led
        self._here = self.sentence if here is None else list(dict.fromkeys(here))
        if noun:
            called = self._by_noun.get(noun, {})
            if len(called) == 1:
                return next(iter(called.values()))
            if not called and (noun in _SPECIFIC or noun in NAMED_NOUNS):
                return None
            if called:
                return self._nearest(called)
        return self._nearest(self.text)

    def _nearest(self, pool: Mapping[str, Named]) -> Named | None:
        """The one body of a pool that is meant: of this sentence, the ones before, the paragraph, the text."""
        for scope in (self._here, self.before, self.paragraph):
            found = [body for body in scope if body.id in pool]
            if found:
                several = None if scope is self._here else self._dominant(len(found))
                return found[0] if len(found) == 1 else several
        if self.section is not None and self.section.id in pool and self._goes_on_about(self.section):
            return self.section
        later = self._later()
        before = [body for body in pool.values() if body.id not in later]
        spoken_of = [body for body in before if body.id in self._main]
        spoken_of = spoken_of or [body for body in before if body.id not in self._asides]
        if len(spoken_of) == 1:
            return spoken_of[0]
        dominant = self._dominant(len(before)) if before else None
        if dominant is not None and self._goes_on_about(dominant):
            return dominant
        return self._titled(spoken_of) if before else None

    def _titled(self, pool: Sequence[Named]) -> Named | None:
        """The body of the title, unless the paragraph before speaks of others only."""
        if self.topic is None or self.topic not in pool:
            return None
        return self.topic if self._goes_on_about(self.topic) else None

    def _goes_on_about(self, body: Named) -> bool:
        """Whether the paragraph before does not speak of other bodies only."""
        return not self._paragraph_before or body in self._paragraph_before

    def _later(self) -> frozenset[str]:
        """The bodies that only this sentence names, further on."""
        return frozenset(
            b.id for b in self.sentence if b not in self._here and self._first[b.id] == self._sentence_number
        )

    def named_so_far(self, most: int = 3) -> list[Named]:
        """The bodies of the text up to here, without those that only this sentence names; so many at most."""
        self._here = []
        later = self._later()
        named = list(islice((body for body in self.text.values() if body.id not in later), most + 1))
        main = [body for body in named if body.id in self._main]
        return main if len(main) == 2 < len(named) <= most else named[:most]

    def _dominant(self, number: int) -> Named | None:
        """The body that the text as a whole is about: it names it three times as often as any other one."""
        if number < len(self.text) or len(self._most) < 2:
            return None
        (first, most), (_, second) = self._most
        return self.text.get(first) if most >= 3 * second else None

    def only_state(self) -> Named | None:
        """The one state that "it" can mean: the subject of the sentence before, or the only state in it."""
        if len(self.subject) == 1:
            return self.subject[0]
        return self.named_before[0] if len(self.named_before) == 1 else None

    def belongs(self, body: Named, states: Sequence[Named], still: bool, place: Place) -> None:
        """Note that states are members of a body, or are none any more, and where this is said."""
        members = self._belonging.setdefault(body.id, {})
        for state in states:
            members.pop(state.id, None)
            if not still:
                self._last_left[state.id] = body
            if still:
                members[state.id] = state, Place(place.sentence.light(), place.start, place.end)

    def left_by(self, states: Sequence[Named]) -> Named | None:
        """The body that states left or were suspended from, where it is one: they can come back only to that."""
        left = {body.id: body for state in states if (body := self._last_left.get(state.id)) is not None}
        all_left = all(state.id in self._last_left for state in states)
        return next(iter(left.values())) if all_left and len(left) == 1 else None

    def members_of(self, body: Named) -> list[tuple[Named, Place]]:
        """The states that the text has said to be members of a body, and where."""
        return list(self._belonging.get(body.id, {}).values())

    def signed(self, states: Sequence[Named]) -> None:
        """Note which states signed a treaty, as this sentence tells."""
        self._signed = states, self._sentence_number

    def signatories(self) -> Sequence[Named]:
        """The states that signed the treaty of which the sentence before tells."""
        states, at = self._signed
        return states if at == self._sentence_number - 1 else ()

    def speaks_of(self, subject: tuple[Named, ...]) -> None:
        """Note the states that are the subject of this sentence."""
        self.subject = subject
        self._subjects = [*self._subjects[-1:], (subject, self._sentence_number)]

    def _in_turn(self) -> list[Named]:
        """The two states of which the two sentences before speak, one each: "Chad applied. Mali did too." """
        now = self._sentence_number
        told = [subject for subject, at in self._subjects if now - 2 <= at < now]
        one_each = len(told) == 2 and all(len(subject) == 1 for subject in told) and told[0] != told[1]
        return [subject[0] for subject in told] if one_each else []

    def listed(self, states: Sequence[Named]) -> None:
        """Note a list of states of this sentence."""
        self._lists = [*self._lists[-7:], (list(states), self._sentence_number)]

    def several(self, number: int | None) -> Sequence[Named]:
        """The states that "both", "they" or "the four" can mean: those of the last list, if they are so many.

        Without a number it must be a list of this sentence or the one before it; with one, the last of that length of
        the last few sentences.
        """
        far = 1 if number is None else 6 if number == 2 else 10
        lists = [states for states, at in reversed(self._lists) if self._sentence_number - at <= far]
        if (
            number == 2
            and (two := self._in_turn())
            and not any(at >= self._sentence_number - 2 for _, at in self._lists)
        ):
            return two
        for group in (*(lists if number is not None else lists[:1]), list(self.named_before)):
            if len(group) > 1 and (number is None or len(group) == number):
                return group
        if number is not None and number > 2 and (body := self.only_body(here=())) is not None:
            members = [state for state, _ in self.members_of(body)]
            return members if len(members) == number else ()  # "all four states": the members of the body
        return ()


def nouns_of(body: Named) -> frozenset[str]:
    """The words of the name of a body, by each of which a text can call it."""
    return frozenset(normal_word(word) for word in body.label.split())
