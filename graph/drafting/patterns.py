"""The patterns of `data/drafting/*.txt`, ready to match.

The notation is that of the questions (`asking/language/patterns.py`); a class of phrases is written out in its place, so
that a pattern is found by the word that it begins with.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from ..asking.language.patterns import Needs, Node, Reads, parsed
from ..resources import resource
from .lexicon import PREPOSITIONS

__all__ = ["Fit", "Pattern", "Patterns", "fits", "load_patterns", "read_patterns"]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What a line says: its section, how it is written, and what must follow its first slot (or the whole of it)."""

    section: str
    text: str
    rest: Node
    opening: str = ""
    """The slot that it begins with; "" if it begins with words, be they left out or not."""
    needs: int = 0
    """The sets of words of each of which the sentence must have one, so that it can fit at all: a bit for each."""
    open: bool = False
    """Whether anything may follow ("…")."""


class Patterns:
    """Patterns by their first slot and then by the next word; those that begin with words by these.

    Most patterns can be told from the words of a sentence not to fit it, and so can most slots that patterns begin with.
    """

    def __init__(self, lines: Iterable[tuple[str, str]], classes: Mapping[str, str]) -> None:
        self.by_slot: dict[str, _ByWord] = {}
        self.by_word = _ByWord()
        self._needs = _Needs()
        # Most of what is written stands in a class, and each is parsed once.
        self._classes = {name: parsed(f"( {_written_out(text, classes)} )") for name, text in classes.items()}
        for section, line in lines:
            text, is_open = line.removesuffix("…").rstrip(), line.endswith("…")
            written = _written_out(text, classes)
            match = re.match(r"<(\w+)>\s*", text)
            opening = match[1] if match else ""
            table = self.by_slot.setdefault(opening, _ByWord()) if match else self.by_word
            for rest in _without_opening(text[match.end() :] if match else text):
                begins = table
                if match is None and (inner := re.match(r"<(\w+)>\s*", rest)) is not None:
                    # What stood before a slot may be left out: then the slot begins.
                    rest, begins = rest[inner.end() :], self.by_slot.setdefault(inner[1], _ByWord())
                node = parsed(rest, self._classes)
                begins.add(Pattern(section, written, node, opening, self._needs.add(node.needs(_no_class)), is_open))
        members = self.by_slot.get("members", _ByWord())
        self.verbs = frozenset(members.words) - PREPOSITIONS - {",", "and", "but", "(", "'s", "not", "never"}
        """The words that can follow the members at the beginning of a pattern: verbs, mostly."""

    def missing(self, words: Iterable[str]) -> int:
        """The sets of words of which none is among the words of a sentence: what needs one of them cannot fit."""
        return self._needs.missing(words)


class _Needs:
    """Sets of words, each with a bit of its own, and for every word the bits of the sets that it is in."""

    def __init__(self) -> None:
        self._bits: dict[frozenset[str], int] = {}
        self._of_word: dict[str, int] = {}

    def add(self, sets: Needs) -> int:
        """The bits of some sets."""
        bits = 0
        for each in sets:
            if each not in self._bits:
                self._bits[each] = 1 << len(self._bits)
                for word in each:
                    self._of_word[word] = self._of_word.get(word, 0) | self._bits[each]
            bits |= self._bits[each]
        return bits

    def missing(self, words: Iterable[str]) -> int:
        """The bits of the sets of which no word is there."""
        there = 0
        for word in words:
            there |= self._of_word.get(word, 0)
        return ((1 << len(self._bits)) - 1) & ~there


class _ByWord:
    def __init__(self) -> None:
        self.words: dict[str, list[Pattern]] = {}
        self.always: list[Pattern] = []
        self._needs: set[int] = set()

    def add(self, pattern: Pattern) -> None:
        self._needs.add(pattern.needs)
        first = pattern.rest.first()
        if first is None:
            self.always.append(pattern)
        else:
            for word in first:
                self.words.setdefault(word, []).append(pattern)

    def live(self, missing: int) -> _Live | None:
        """The patterns that can fit a sentence by all its words; None if there are none."""
        if not self.can_fit(missing):
            return None
        always = [pattern for pattern in self.always if not pattern.needs & missing]
        return _Live(self.words, always, missing)

    def can_fit(self, missing: int) -> bool:
        """Whether one of the patterns has all that it needs."""
        return 0 in self._needs or any(not needs & missing for needs in self._needs)


class _Live:
    """Patterns that can fit a sentence, by the word that they begin with."""

    def __init__(self, words: Mapping[str, Sequence[Pattern]], always: Sequence[Pattern], missing: int) -> None:
        self._words, self._always, self._missing = words, always, missing
        self._known: dict[str, Sequence[Pattern]] = {}

    def at(self, word: str) -> Sequence[Pattern]:
        """Those that can begin with a word."""
        found = self._known.get(word)
        if found is None:
            own = self._words.get(word)
            found = self._always
            if own is not None:
                found = [*(each for each in own if not each.needs & self._missing), *found]
            self._known[word] = found
        return found


def _without_opening(text: str) -> Iterator[str]:
    """A pattern that begins with something optional, with it and without it: so the first word of each is known."""
    text = text.strip()
    if not text.startswith("["):
        if text:
            yield text
        return
    close = _closing(text)
    yield from _without_opening(text[close + 1 :])
    if text[1:close].rstrip().endswith("/"):
        text, close = text[: text.rindex("/", 0, close)] + text[close:], text.rindex("/", 0, close)
    yield f"( {text[1:close]} ) {text[close + 1 :]}"


def _closing(text: str) -> int:
    """Where the bracket that a text begins with closes."""
    depth = 0
    for at, sign in enumerate(text):
        depth += (sign in "([") - (sign in ")]")
        if depth == 0:
            return at
    raise ValueError(f"an unclosed bracket in the pattern {text!r}")


def _no_class(name: str) -> Node:
    """Classes are written out when patterns are read."""
    raise KeyError(name)


def read_patterns(text: str) -> Iterator[tuple[str, str]]:
    """The sections and patterns of a text, with every class written out.

    >>> list(read_patterns("BE = is / are\\n[member]\\n<members> {BE} in <body>"))
    [('member', '<members> ( is / are ) in <body>')]
    """
    lines, classes = _lines_of(text)
    for section, line in lines:
        yield section, _written_out(line, classes)


def _lines_of(text: str) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """The sections and patterns of a text as they are written, and its classes."""
    classes: dict[str, str] = {}
    lines: list[tuple[str, str]] = []
    section = ""
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip()
        if not line or line.startswith("#"):
            continue
        if (named := re.fullmatch(r"([A-Z_]+) = (.*)", line)) is not None:
            classes[named[1]] = named[2]
        elif (heading := re.fullmatch(r"\[([a-z-]+)\]", line)) is not None:
            section = heading[1]
        else:
            if not section:
                raise ValueError(f"line {number}: a pattern before the first heading")
            lines.append((section, line))
    return lines, classes


def _written_out(text: str, classes: Mapping[str, str], depth: int = 0) -> str:
    if depth > 8:
        raise ValueError(f"a class that contains itself: {text[:60]}")

    def replaced(match: re.Match[str]) -> str:
        return f"( {_written_out(classes[match[1]], classes, depth + 1)} )"

    return re.sub(r"\{([A-Z_]+)\}", replaced, text)


@cache
def load_patterns(name: str = "memberships") -> Patterns:
    """The patterns of one file that comes with blocs: memberships, people, presence or statements."""
    return Patterns(*_lines_of(resource("data", "drafting", f"{name}.txt").read_text(encoding="utf-8")))


class Slots(Reads, Protocol):
    """What patterns are matched against, and where a subject can stand."""

    def subjects(self, at: int) -> Sequence[tuple[Any, int]]:
        """The subjects of what begins at an item."""

    def body_subjects(self, at: int) -> Sequence[tuple[Any, int]]:
        """The bodies that are the subject of what begins at an item."""


def _opening_slot(reads: Slots, kind: str, at: int) -> Sequence[tuple[Any, int]]:
    """What the slot that a pattern begins with finds: members and bodies must be a subject there."""
    if kind == "members":
        return reads.subjects(at)
    return reads.body_subjects(at) if kind == "body" else reads.slot(kind, at)


_OPENING_WORDS = {
    "headed": frozenset((":",)),
    "whose_country": frozenset(("whose",)),
    "sized_body": frozenset(("the", "this")),
    "neither": frozenset(("neither", "none")),
    "relative": frozenset("which who that all both each".split()),
    **dict.fromkeys(("its", "owner", "theirs"), frozenset(("its", "their"))),
}
"""The only words with which some slots can begin: at others nobody need ask them."""

Fit = tuple[Pattern, dict[str, Any], int, int]
"""A pattern that fits, what its slots found and which marks it has, and from where to where.

"after" is where its first slot ended.
"""


def fits(reads: Slots, patterns: Patterns) -> Iterator[Fit]:
    """Every way in which a pattern fits somewhere."""
    words = reads.words
    missing = patterns.missing(words)
    by_word = patterns.by_word.live(missing)
    by_slot = [(kind, live) for kind, table in patterns.by_slot.items() if (live := table.live(missing)) is not None]
    for at, word in enumerate(words):
        for pattern in by_word.at(word) if by_word is not None else ():
            for end, found in pattern.rest.match(reads, at, {}):
                if end > at:
                    yield pattern, found, at, end
        for kind, live in by_slot:
            opening = _OPENING_WORDS.get(kind)
            if opening is not None and word not in opening:
                continue
            for value, begin in _opening_slot(reads, kind, at):
                follows = words[begin] if begin < len(words) else ""
                for pattern in live.at(follows):
                    for end, found in pattern.rest.match(reads, begin, {kind: value, "after": begin}):
                        if end > begin or kind == "neither":
                            yield pattern, found, at, end
