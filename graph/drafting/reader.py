"""A text read from its first sentence to its last, and what is found in each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..model.naming.forms import slug
from .answers import answered
from .bullets import introduction, sentences_and_lists
from .findings.events import events
from .findings.memberships import memberships
from .findings.posts import posts
from .findings.presence import presences
from .findings.statements import statements
from .found import Doubt, Found, Place
from .gazetteer import Gazetteer, Named
from .groups import with_groups
from .items import Item
from .mentions.name_runs import Mentions
from .naming import Ids
from .papers import founded_by_treaty, other_papers
from .settling import Settling
from .shares import shares
from .shelf import Shelf
from .slots.reducing import parts_of
from .slots.stream import streams_of
from .topics import by_the_way, compared, headed, in_passing, inserted, leading, of_a_part, of_its_own, preceding
from .words import Sentence, Word

__all__ = ["Reading", "read_text"]


@dataclass
class Reading:
    """What was found in a text: the facts, the doubts, the sentences from which nothing was taken.

    In memory are the names that the text has, with the sentence that has each first; what grows with the length of the
    text lies on shelves.
    """

    facts: Shelf[Found]
    doubts: Shelf[Doubt]
    untaken: Shelf[Sentence]
    written: dict[str, set[str]]
    first_named: dict[str, Place]
    sentences: int
    dates: set[str] = field(default_factory=set)


def read_text(
    paragraphs: Iterable[str],
    known: Gazetteer,
    date: str = "",
    given: Sequence[Found] = (),
    bodies: Sequence[Named] = (),
) -> Reading:
    """Read a text paragraph by paragraph.

    Parameters
    ----------
    paragraphs : iterable of str
        The text.
    known : Gazetteer
        The names that are known before.
    date : str
        The date of the text, for days and months without a year.
    given : sequence of Found
        Facts that somebody else found in it.
    bodies : sequence of Named
        Bodies that somebody else found in it, by the names that it gives them.
    """
    reader = _Reader(known, date)
    for body in bodies:
        reader.mentions.own.add(body.label, body)
    said, doubts = Settling(), Shelf[Doubt]()
    for number, paragraph in enumerate(paragraphs, 1):
        for fact in reader.paragraph(paragraph, number):
            said.add(fact)
        _move(reader.doubts, doubts)
    for fact in given:
        said.add(fact)
    facts, ids, taken = Shelf[Found](), Ids(), set[int]()
    for fact in said.settled(doubts):
        fact.id = ids.of(fact)
        facts.append(fact)
        taken.update(_place_of(place.sentence) for place in fact.places)
    untaken = Shelf(sentence for sentence in reader.seen if _place_of(sentence) not in taken)
    return Reading(facts, doubts, untaken, reader.mentions.written, reader.first, len(reader.seen), reader.dates)


def _move(some: list[Doubt], doubts: Shelf[Doubt]) -> None:
    for doubt in dict.fromkeys(some):
        doubts.append(doubt)
    some.clear()


def _place_of(sentence: Sentence) -> int:
    """Where a sentence begins, as one number, of which a great many fit into memory."""
    return (sentence.paragraph << 32) | sentence.start


class _Reader:
    def __init__(self, known: Gazetteer, date: str) -> None:
        self.mentions = Mentions(known)
        self.mentions.memory.text_year = date[:4]
        self.doubts: list[Doubt] = []
        self.seen: Shelf[Sentence] = Shelf()
        self.first: dict[str, Place] = {}
        self.dates: set[str] = set()
        self.counts: Counter[str] = Counter()
        self.open_quote = False
        self.begun = False
        """Whether a sentence was read that is no title."""
        self.lead: tuple[Word, ...] = ()
        """What introduces a list with which the next paragraph may begin."""
        self.shared: Named | None = None
        """The documents of which the sentence before told who signed how many."""
        self.asked: Sentence | None = None
        """The sentence before: what follows may answer it."""

    def paragraph(self, text: str, number: int) -> Iterator[Found]:
        """The facts of a paragraph."""
        memory = self.mentions.memory
        memory.next_paragraph()
        self.open_quote = False
        table = False
        lead, self.lead = self.lead, ()
        for sentence in sentences_and_lists(text, number, lead):
            self.lead = introduction(sentence)
            before, self.asked = self.asked, sentence
            if before is not None and before.words[-1].low == "?":
                sentence = answered(before, sentence) or sentence
            light, doubtful = sentence.light(), len(self.doubts)
            self.seen.append(light)
            if "|" in text and str(sentence).count("|") > 1:
                if not table:
                    self.doubts.append(Doubt(_first_line(sentence), "a table: its rows are not read", light))
                table = True
                continue
            for fact in self.sentence(sentence):
                here = [place.sentence is sentence for place in fact.places]
                whole = {} if sentence.span is None else {"start": light.start, "end": light.end}
                fact.places = [
                    replace(p, sentence=light, **whole) if h else p for p, h in zip(fact.places, here, strict=True)
                ]
                yield fact
            self.doubts[doubtful:] = [replace(doubt, sentence=light) for doubt in self.doubts[doubtful:]]
            memory.next_sentence()

    def sentence(self, sentence: Sentence) -> Iterator[Found]:
        """The facts of a sentence."""
        items = with_groups(sentence, self.mentions.items(sentence), self.mentions.known)
        self.mentions.memory.by_the_way = by_the_way(items)
        self.mentions.memory.compared = compared(items)
        self.mentions.memory.leading = leading(items)
        self.mentions.memory.singled_out = of_a_part(items)
        self.mentions.memory.inserted = inserted(items)
        self.mentions.memory.preceding = preceding(items)
        self.mentions.memory.founded_here = founded_by_treaty(items)
        self.mentions.memory.papers_here = other_papers(items)
        if of_its_own(items):
            self.mentions.memory.go_on_about_it()
        self.mentions.memory.in_passing = in_passing(items)
        self._note(sentence, items)
        quotations = self._quotations(items)
        if _is_heading(sentence):
            memory_of = self.mentions.memory
            named = list(dict.fromkeys(memory_of.sentence))
            if memory_of.topic is None and len(named) == 1:
                memory_of.topic = named[0]
            elif named:
                memory_of.section = headed(items)
            return
        memory = self.mentions.memory
        if memory.topic is None and not self.begun:
            memory.topic = memory.leading
        self.begun = True
        parts = parts_of(items)
        if any(item.kind == "office" or item.low in ("counterpart", "colleague") for item in items):
            for stream in streams_of(sentence, items, parts, memory, quotations):
                yield from posts(stream, self.mentions, quotations)
        memory.offices = [item for item in items if item.kind == "office"]
        happened = list(events(sentence, items, self.mentions, quotations))
        yield from happened
        for fact in happened:
            memory.happened(fact.data["event"], fact.data["place"])
        self._again(items)
        event = memory.only_event()
        shared = list(shares(sentence, items, memory.event_here(), self.shared))
        self.shared = shared[-1].data["documents"] if shared else None
        yield from shared
        for stream in streams_of(sentence, items, parts, memory, quotations):
            yield from memberships(stream, self.doubts)
            yield from presences(stream, event, self.doubts)
            yield from statements(stream)
        memory.mention_people([i.value for i in items if i.kind == "person" and isinstance(i.value, Named)])

    def _note(self, sentence: Sentence, items: list[Item]) -> None:
        for item in items:
            if item.kind in ("state", "territory", "body", "demonym", "capital") and item.value is not None:
                if item.value.id not in self.first:
                    start, end = sentence.words[item.start].start, sentence.words[item.end - 1].end
                    self.first[item.value.id] = Place(sentence.light(), start, end)
            elif item.kind == "date" and not item.value.yearless:
                self.dates.add(max(item.value.start, item.value.end))
                self.mentions.memory.year = item.value.start[:4]

    def _again(self, items: list[Item]) -> None:
        """Note what happened before and is spoken of again: "during the meeting in Baku"."""
        for before, item in pairwise(items):
            if before.low in ("in", "at") and item.kind in ("capital", "proper", "place"):
                self.mentions.memory.again(slug(self.mentions.text_of(item)))

    def _quotations(self, items: list[Item]) -> frozenset[int]:
        """The items that stand in a quotation, which may have begun in a sentence before."""
        inside = set()
        for n, item in enumerate(items):
            if item.kind == "word" and item.low in ('"', "“", "”", "«", "»", "„"):
                self.open_quote = item.low in ("“", "«", "„") or (item.low == '"' and not self.open_quote)
                continue
            if self.open_quote:
                inside.add(n)
        return frozenset(inside)


def _first_line(sentence: Sentence) -> str:
    return str(sentence).partition("\n")[0].strip()


def _is_heading(sentence: Sentence) -> bool:
    """Whether a sentence is a whole paragraph without an end: a title."""
    last = sentence.words[-1].text
    return (
        sentence.start == 0
        and (sentence.end >= len(sentence.text.rstrip()) or sentence.text[sentence.end] == "\n")
        and (last[-1].isalnum() or last == ")")
        and len(sentence.words) < 25
        and not any(word.text == ":" for word in sentence.words[:-1])
    )
