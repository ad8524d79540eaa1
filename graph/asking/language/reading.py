"""The words of one question, and what slots of patterns find in them: names, numbers, dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from ...model.dates import Period
from ...model.entities import KINDS as ENTITY_KINDS
from ...model.entities import Entity
from .nouns import KINDS
from .numerals import NUMBERS
from .patterns import Node, Result, parsed, references
from .phrases import PHRASES

if TYPE_CHECKING:
    from ...model.graph import Graph
    from ...model.naming.names import Names
    from ..vocabulary import Vocabulary

__all__ = [
    "BRACKETED",
    "FUNCTION_WORDS",
    "SIDES",
    "THE_BRACKETED",
    "Pattern",
    "Reading",
    "Slot",
    "classes",
    "compiled",
    "expect_names",
    "slot",
    "wordings",
]

Slot = Callable[["Reading", int], Iterable[tuple[Any, int]]]

SLOTS: dict[str, Slot] = {}


def slot(name: str) -> Callable[[Slot], Slot]:
    """Register what reads a kind of slot."""
    if name in SLOTS:
        raise ValueError(f"two slots are called {name!r}")

    def register(reads: Slot) -> Slot:
        SLOTS[name] = reads
        return reads

    return register


def compiled(pattern: str) -> Node:
    """A pattern, ready to match, once every class and slot that it refers to is known to exist.

    Raises
    ------
    ValueError
        If a bracket is not closed, or the pattern refers to a class of phrases or a slot that there is not.

    >>> compiled("who {BEE} in <body>")
    Traceback (most recent call last):
      ...
    ValueError: the pattern 'who {BEE} in <body>' refers to {BEE}, which is not defined
    """
    for reference in references(pattern):
        name = reference[1:-1]
        if reference[0] == "{":
            known = name in PHRASES
        else:
            known = name in SLOTS or all(kind in ENTITY_KINDS or kind == "any" for kind in name.split("|"))
        if not known:
            raise ValueError(f"the pattern {pattern!r} refers to {reference}, which is not defined")
    return parsed(pattern)


class Pattern:
    """A pattern that a slot matches by itself, compiled when it is first needed: the slots it names come later."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def node(self) -> Node:
        """The pattern, ready to match."""
        return compiled(self.text)

    def match(self, reading: Reading, at: int) -> Result:
        """Every way in which it matches from a position on: where it ends, and what was found by then."""
        return self.node.match(reading, at, {})


@cache
def classes(name: str) -> Node:
    """The pattern of a class of phrases, compiled when it is first needed."""
    return compiled(PHRASES[name])


@cache
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Phrases with their words, by the first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for phrase in phrases:
        parts = tuple(phrase.split())
        found.setdefault(parts[0], []).append((phrase, parts))
    return found


_MEMBERS = ("body", "person", "group", "place")
"""What may be a member of a body beside states, where a graph has it as one."""

BRACKETED = "(…)"
"""The word that stands for a set in brackets: no question has it, as brackets are no part of words."""

THE_BRACKETED = Entity("urn:blocs:bracketed", "bracketed", BRACKETED, "body")
"""The body that is read for a set in brackets, until the set takes its place."""

FUNCTION_WORDS = frozenset(
    [
        "a",
        "all",
        "am",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "by",
        "can",
        "did",
        "do",
        "does",
        "for",
        "from",
        "had",
        "has",
        "have",
        "how",
        "i",
        "in",
        "is",
        "it",
        "its",
        "list",
        "may",
        "me",
        "no",
        "nor",
        "not",
        "of",
        "on",
        "one",
        "or",
        "out",
        "part",
        "so",
        "than",
        "that",
        "the",
        "their",
        "there",
        "they",
        "this",
        "to",
        "two",
        "us",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "whose",
        "will",
        "with",
        "would",
        "you",
    ]
)
"""Words that are names (codes, mostly) only where they are written in capitals: "who is in WHO"."""

_AMERICAN = {
    "defence": "defense",
    "organisation": "organization",
    "organisations": "organizations",
    "centre": "center",
    "programme": "program",
    "labour": "labor",
    "co-operation": "cooperation",
    "co-ordination": "coordination",
    "peace-keeping": "peacekeeping",
    "peace-keepers": "peacekeepers",
    "treaties": "treaty",
    "defences": "defenses",
}
_BRITISH = {american: british for british, american in _AMERICAN.items()}


def wordings(words: Sequence[str]) -> list[list[str]]:
    """The wordings in which names are looked for in a question: its own, other spellings, single words by themselves.

    >>> wordings(["the", "organisation", "of", "nations"])[:4]
    [['the', 'organisation', 'of', 'nations'], ['the', 'organization', 'of', 'nations'], ['by'], ['nation']]
    """
    texts = [[*words], *([table.get(word, word) for word in words] for table in (_AMERICAN, _BRITISH))]
    plural = [word for word in words if word.endswith("s") and len(word) > 1]
    singular = [one for word in plural for one in (word[:-1], *([f"{word[:-3]}y"] if word.endswith("ies") else []))]
    single = [*(["by"] if "of" in words else []), *singular, *(SIDES if singular else ())]
    return [text for at, text in enumerate(texts) if text not in texts[:at]] + [[word] for word in single]


SIDES = ("north", "south", "east", "west")
"""Sides by which two states of one name are told apart."""


def expect_names(names: Names, texts: Iterable[Sequence[str]]) -> None:
    """Say in which words names will be looked for, so that they come over a network in a few requests.

    Parameters
    ----------
    names : Names
        The names of a graph.
    texts : iterable of sequence of str
        The words of questions, or of other texts that are read as these are.
    """
    texts = [*texts]
    names.expect_wordings([wording for words in texts for wording in wordings(words)])
    if names.looked_up:  # one by one, so that each way to write them has to be said
        most = names.longest + _ARTICLES
        runs = ((words, at, end) for words in texts for at in range(len(words)) for end in _ends(words, at, most))
        names.expect_names(name for words, at, end in runs for name in _spellings(words[at:end]))


_ARTICLES = 2
"""Words that a question may have within a name, and the name has not."""


def _ends(words: Sequence[str], at: int, most: int) -> range:
    """Where what begins at a place may end, as a name of at most so many words."""
    return range(min(at + most, len(words)), at, -1)


def _spellings(words: Sequence[str]) -> Iterator[str]:
    """The names that words can stand for."""
    if words[-1] in ("'s", "'") or words[0] in ("'s", "'"):
        return
    name = " ".join(words).replace(" 's", "'s").replace(" ' ", "' ")
    yield name
    for table in (_AMERICAN, _BRITISH):
        other = " ".join(table.get(word, word) for word in name.split())
        if other != name:
            yield other
    if "'s" in words:
        yield " ".join(word for word in words if word != "'s")
    if "of" in words[1:-1]:
        # "The threat of fundamentalists" is the threat by them.
        yield name.replace(" of ", " by ", 1)
        # "The council of the union" may be called "union council".
        at = list(words).index("of", 1)
        owner = words[at + 2 :] if words[at + 1] == "the" else words[at + 1 :]
        if owner:
            yield f"{' '.join(owner)} {' '.join(words[:at])}".replace(" '", "'")


class Reading:
    """A question being read: its words, the graph that gives them meaning, and how far any reading came."""

    def __init__(self, vocabulary: Vocabulary, words: Sequence[str], written: Sequence[str], period: Period) -> None:
        self.vocabulary, self.words, self.written, self.period = vocabulary, tuple(words), tuple(written), period
        self.furthest = 0
        self._slots: dict[tuple[str, int], list[tuple[Any, int]]] = {}
        self._phrases: dict[tuple[str, int], Result] = {}
        self._names_at: dict[int, list[tuple[int, list[str]]]] = {}

    @property
    def graph(self) -> Graph:
        """The graph that gives the words their meaning."""
        return self.vocabulary.graph

    def reached(self, at: int) -> None:
        """Note how far any reading came."""
        self.furthest = max(self.furthest, at)

    def classes(self, name: str) -> Node:
        """The pattern of a class of phrases."""
        return classes(name)

    def phrase(self, name: str, at: int) -> Result:
        """Every way in which a phrase of a class stands at a position: many forms ask for the same."""
        key = (name, at)
        ways = self._phrases.get(key)
        if ways is None:
            ways = self._phrases[key] = classes(name).match(self, at, {})
        return ways

    def slot(self, kind: str, at: int) -> list[tuple[Any, int]]:
        """What a slot of a kind can read at a position; `state|body` reads an entity of either kind."""
        key = (kind, at)
        values = self._slots.get(key)
        if values is None:
            read = SLOTS.get(kind)
            values = list(read(self, at) if read else self.entities(at, tuple(kind.split("|"))))
            self._slots[key] = values
        return values

    def after(self, name: str, at: int) -> list[int]:
        """Where a phrase of a class that stands here ends."""
        return [end for end, _ in self.phrase(name, at)]

    def any_of(self, at: int, *phrases: str) -> list[int]:
        """Where one of the phrases that stands here ends."""
        return [end for _, end in self.said(at, phrases)]

    def said(self, at: int, phrases: tuple[str, ...]) -> list[tuple[str, int]]:
        """Which of some phrases stand here, and where each ends."""
        if at >= len(self.words):
            return []
        found = []
        for phrase, parts in _by_first_word(phrases).get(self.words[at], ()):
            end = at + len(parts)
            if len(parts) == 1 or self.words[at:end] == parts:
                self.reached(end)
                found.append((phrase, end))
        return found

    def entities(self, at: int, kinds: tuple[str, ...]) -> Iterator[tuple[Entity, int]]:
        """The entities of these kinds that names here mean, the longest name first; a name of several means none.

        A demonym is no name of its state, but an adjective: see the slot `owner`.
        """
        if self.words[at : at + 1] == (BRACKETED,):
            self.reached(at + 1)
            if "body" in kinds:
                yield THE_BRACKETED, at + 1
            return
        for found, end in self.named(at, kinds):
            if len(found) == 1 and not self._is_demonym(at, end):
                yield found[0], end

    def _is_demonym(self, at: int, end: int) -> bool:
        return end == at + 1 and self.graph.names.is_demonym(self.words[at])

    def named(self, at: int, kinds: tuple[str, ...]) -> Iterator[tuple[list[Entity], int]]:
        """What the names that begin here can mean, the longest name first."""
        wanted = () if kinds == ("any",) else kinds
        for end, spellings in self._runs_of_names(at):
            for name in spellings:
                if found := self._meant(name, wanted):
                    yield found, end
                    break

    def _runs_of_names(self, at: int) -> list[tuple[int, list[str]]]:
        """Where names that begin here may end, each with how they may be spelled, the longest first."""
        if at not in self._names_at:  # slots of many kinds ask for the same
            names, found = self.graph.names, list[tuple[int, list[str]]]()
            start = at
            while start < len(self.words) and self.words[start] in ("the", "a", "an"):
                start += 1
            for begin in dict.fromkeys((at, start)):
                for end in _ends(self.words[: begin + self._run(begin)], begin, names.longest + _ARTICLES):
                    if end == begin + 1 and self._is_function_word(begin):
                        continue
                    spelled = _spellings(self.words[begin:end])
                    known = [name for name in spelled if names.looked_up or names.matches(name)]
                    if known:
                        found.append((end, known))
            self._names_at[at] = found
        return self._names_at[at]

    def _meant(self, name: str, kinds: tuple[str, ...]) -> list[Entity]:
        """What a name can mean that is of one of some kinds; of "member", whatever is a state or in any body."""
        matches = self.graph.names.matches
        if "member" not in kinds:
            return [e for e in matches(name, kinds) if not kinds or e.is_a(*kinds)]
        plain = ("state", *kinds)
        anyone = (*plain, *_MEMBERS)
        found = [e for e in matches(name, anyone) if e.is_a(*plain) or self.vocabulary.is_member(e)]
        return found or [e for e in matches(name, plain) if e.is_a(*plain)]

    def _run(self, at: int) -> int:
        """How many words from here on are words of names, whichever."""
        return next((i for i, known in enumerate(self._of_names[at:]) if not known), len(self.words) - at)

    @cached_property
    def _of_names(self) -> list[bool]:
        may_hold = self.graph.names.may_hold
        return [
            word in ("of", "the", "'s", "'")
            or any(may_hold(one) for one in (word, _AMERICAN.get(word, word), _BRITISH.get(word, word)))
            for word in self.words
        ]

    def _is_function_word(self, at: int) -> bool:
        if self.words[at] == "us" and at and self.words[at - 1] == "the":
            return False
        return self.words[at] in FUNCTION_WORDS and not (self.written[at].isupper() and not self._all_capitals)

    @cached_property
    def _all_capitals(self) -> bool:
        return all(word.isupper() for word in self.written if word.isalpha())


@slot("owner")
def _owner(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """A state or body to which something belongs, by name or adjective: "Russia", "Russian", "the CIS"."""
    yield from ((found[0], end) for found, end in reading.named(at, ("state", "body")) if len(found) == 1)


@slot("state")
def _state(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """A state, also as its delegation or officials: "Armenia", "the Turkmen delegation", "Ukraine's government"."""
    yield from reading.entities(at, ("state",))
    for entity, end in reading.slot("owner", at):
        if entity.kind == "state":
            for link in (end, *reading.any_of(end, "'s", "'")):
                yield from ((entity, stop) for stop in reading.after("ENVOYS", link))


@slot("member")
def _member(reading: Reading, at: int) -> Iterator[tuple[Entity, int]]:
    """Whoever may be in a body: a state, or what the graph has as a member of one, a person or another body."""
    yield from reading.entities(at, ("member",))
    taken = {end for _, end in reading.named(at, ("member",))}
    yield from (each for each in reading.slot("state", at) if each[1] not in taken)


@slot("kind")
def _kind(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A noun for a kind of entity."""
    words = reading.words
    for length in (2, 1):
        phrase = " ".join(words[at : at + length])
        if phrase in KINDS and at + length <= len(words):
            yield KINDS[phrase], at + length


@slot("number")
def _number(reading: Reading, at: int) -> Iterator[tuple[float, int]]:
    """A number in digits or words."""
    word = reading.words[at] if at < len(reading.words) else ""
    if word.replace(".", "", 1).isdigit() and word.isascii() and len(word) < 12:
        yield float(word), at + 1
    elif word in ("one", "a") and reading.words[at + 1 : at + 2] == ("hundred",):
        yield 100.0, at + 2
    elif word in NUMBERS:
        following = reading.words[at + 1 : at + 2]
        if NUMBERS[word] >= 20 and following and NUMBERS.get(following[0], 99) < 10:
            yield float(NUMBERS[word] + NUMBERS[following[0]]), at + 2
        yield float(NUMBERS[word]), at + 1
