"""Patterns of questions: a small notation, matched against words with backtracking.

| notation     | means                                                      |
| ------------ | ---------------------------------------------------------- |
| `word`       | that word                                                  |
| `( a / b )`  | one of the alternatives                                    |
| `[ a / b ]`  | one of them or nothing                                     |
| `{CLASS}`    | one phrase of a class, which is a pattern itself           |
| `<kind>`     | what a slot of that kind reads; `<name:kind>` names it     |
| `#name`      | no word: notes under that name that this way was taken     |

The same patterns are read by the tests to make questions up, and by refusals to say what can be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Protocol

__all__ = ["EMPTY", "Found", "Needs", "Node", "Reads", "Result", "made_up", "parsed", "references", "vocabulary"]

Found = dict[str, Any]
"""What the slots of a pattern read, by their names."""

Needs = tuple[frozenset[str], ...]
"""Sets of words, of each of which one is needed."""

Result = Sequence[tuple[int, Found]]
"""Every way in which a pattern matches, the likeliest first: where it ends, and what was found by then."""

_NOWHERE: Result = ()

EMPTY = ""
"""Stands among the words that a pattern can begin with, for a pattern that may match no word at all."""


class Reads(Protocol):
    """The words that a pattern is matched against, and what slots find in them."""

    @property
    def words(self) -> Sequence[str]:
        """The words, in lower case."""

    def reached(self, at: int) -> None:
        """Note how far any reading came."""

    def slot(self, kind: str, at: int) -> Sequence[tuple[Any, int]]:
        """What a slot of a kind can read at a position, each with where it ends, the most likely first."""

    def phrase(self, name: str, at: int) -> Result:
        """Every way in which a phrase of a class stands at a position."""

    def classes(self, name: str) -> Node:
        """The pattern of a class of phrases."""


class Node(Protocol):
    """A part of a pattern."""

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        """Every way in which it matches from a position on: where it ends, and what was found by then."""

    def first(self) -> frozenset[str] | None:
        """The words that it begins with as it is written; None if it begins with a class or slot, or may be empty."""

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        """The words that it can begin with, and `EMPTY` if it may be empty; None of a slot, which may read any word."""

    def words(self) -> Iterator[str]:
        """Every word that stands in it."""

    def needs(self, classes: _Classes) -> Needs:
        """Sets of words of each of which a text must have one to be matched: what lacks one need not be tried."""

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        """A text that it matches; `choose` picks among alternatives, `fill` gives the text of a slot."""


_Classes = Callable[[str], Node]


class _Word:
    def __init__(self, word: str) -> None:
        self.word = word

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        words = reads.words
        if at < len(words) and words[at] == self.word:
            reads.reached(at + 1)
            return ((at + 1, found),)
        return _NOWHERE

    def first(self) -> frozenset[str] | None:
        return frozenset((self.word,))

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        return frozenset((self.word,))

    def words(self) -> Iterator[str]:
        yield self.word

    def needs(self, classes: _Classes) -> Needs:
        return (frozenset((self.word,)),)

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return self.word


class _Class:
    def __init__(self, name: str) -> None:
        self.name = name

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        ways = reads.phrase(self.name, at)
        return [(end, {**found, **more} if more else found) for end, more in ways] if ways else _NOWHERE

    def first(self) -> frozenset[str] | None:
        return None

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        return classes(self.name).begins(classes)

    def words(self) -> Iterator[str]:
        return iter(())

    def needs(self, classes: _Classes) -> Needs:
        return classes(self.name).needs(classes)

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return classes(self.name).make(choose, fill, classes)


class _Slot:
    def __init__(self, text: str) -> None:
        name, _, kind = text.rpartition(":")
        self.name, self.kind = name or kind, kind

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        values = reads.slot(self.kind, at)
        if not values:
            return _NOWHERE
        reads.reached(max(end for _, end in values))
        return [(end, {**found, self.name: value}) for value, end in values]

    def first(self) -> frozenset[str] | None:
        return None

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        return None

    def words(self) -> Iterator[str]:
        return iter(())

    def needs(self, classes: _Classes) -> Needs:
        return ()

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return fill(self.kind)


class _Mark:
    """Notes that this way through the pattern was taken."""

    def __init__(self, name: str) -> None:
        self.name = name

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        return ((at, {**found, self.name: True}),)

    def first(self) -> frozenset[str] | None:
        return None

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        return frozenset((EMPTY,))

    def words(self) -> Iterator[str]:
        return iter(())

    def needs(self, classes: _Classes) -> Needs:
        return ()

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return ""


class _Sequence:
    def __init__(self, parts: Sequence[Node]) -> None:
        self.parts = tuple(parts)

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        ways: Result = ((at, found),)
        for part in self.parts:
            if len(ways) == 1:
                end, so_far = ways[0]
                ways = part.match(reads, end, so_far)
            else:
                ways = [way for end, so_far in ways for way in part.match(reads, end, so_far)]
            if not ways:
                return _NOWHERE
        return ways

    def first(self) -> frozenset[str] | None:
        return self.parts[0].first() if self.parts else None

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        words = frozenset((EMPTY,))
        for part in self.parts:
            more = part.begins(classes)
            if more is None:
                return None
            words = (words - {EMPTY}) | more
            if EMPTY not in more:
                break
        return words

    def words(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.words()

    def needs(self, classes: _Classes) -> Needs:
        return tuple(need for part in self.parts for need in part.needs(classes))

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return " ".join(text for part in self.parts if (text := part.make(choose, fill, classes)))


class _Choice:
    """Alternatives, found by the word that they begin with."""

    def __init__(self, options: Sequence[Node], may_be_empty: bool) -> None:
        self.options, self.may_be_empty = tuple(options), may_be_empty
        self._by_word: dict[str, list[Node]] | None = None
        self._others: list[Node] = []
        self._needs: Needs | None = None

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        by_word = self._by_word if self._by_word is not None else self._sorted(reads.classes)
        words = reads.words
        options = by_word.get(words[at], self._others) if at < len(words) else self._others
        if not options:
            return ((at, found),) if self.may_be_empty else _NOWHERE
        if len(options) == 1:
            only = options[0].match(reads, at, found)
            if not self.may_be_empty:
                return only
            return [*only, (at, found)] if only else ((at, found),)
        ways = [way for option in options for way in option.match(reads, at, found)]
        if self.may_be_empty:
            ways.append((at, found))
        return ways

    def _sorted(self, classes: _Classes) -> dict[str, list[Node]]:
        """The options by each word that one can begin with; those that fit any other word are kept aside."""
        # What begins with a word as it is written goes before what may begin with anything.
        in_order = sorted(self.options, key=lambda option: option.first() is None)
        begun = [(option, option.begins(classes)) for option in in_order]
        self._others = [option for option, words in begun if words is None or EMPTY in words]
        every = {word for _, words in begun for word in words or ()} - {EMPTY}
        self._by_word = {
            word: [option for option, words in begun if words is None or word in words or EMPTY in words]
            for word in every
        }
        return self._by_word

    def first(self) -> frozenset[str] | None:
        if self.may_be_empty:
            return None
        each = [option.first() for option in self.options]
        words = [first for first in each if first is not None]
        return frozenset().union(*words) if len(words) == len(each) else None

    def begins(self, classes: _Classes) -> frozenset[str] | None:
        words = frozenset((EMPTY,)) if self.may_be_empty else frozenset[str]()
        for option in self.options:
            more = option.begins(classes)
            if more is None:
                return None
            words |= more
        return words

    def words(self) -> Iterator[str]:
        for option in self.options:
            yield from option.words()

    def needs(self, classes: _Classes) -> Needs:
        if self._needs is None:  # many patterns have the same classes in them
            self._needs = () if self.may_be_empty else self._needed(classes)
        return self._needs

    def _needed(self, classes: _Classes) -> Needs:
        needed = []
        for option in self.options:
            needs = option.needs(classes)
            if not needs:
                return ()
            needed.append(min(needs, key=len))
        return (frozenset().union(*needed),)

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        options: list[Node | None] = [*self.options, *([None] if self.may_be_empty else [])]
        chosen = choose(options)
        return chosen.make(choose, fill, classes) if chosen is not None else ""


_REFERENCE = re.compile(r"\{[A-Z_]+\}|<[^>]+>")
_TOKEN = re.compile(r"[()\[\]/]|\{[A-Z_]+\}|<[^>]+>|[^\s()\[\]/{}<>]+")


def parsed(pattern: str, classes: Mapping[str, Node] | None = None) -> Node:
    """A pattern in the notation, ready to match; `classes` are put in the place of those that it names.

    >>> node = parsed("who ( is / was ) [ not ] in <body>")
    >>> sorted(set(vocabulary([node])))
    ['in', 'is', 'not', 'was', 'who']
    """
    tokens = _TOKEN.findall(pattern)
    node, end = _alternatives(tokens, 0, pattern, classes or {})
    if end != len(tokens):
        raise ValueError(f"an unopened bracket in the pattern {pattern!r}")
    return node


def references(pattern: str) -> list[str]:
    """Every class and kind of slot that a pattern refers to.

    >>> references("who {BE} in <first:body>")
    ['{BE}', '<body>']
    """
    return [f"<{one[1:-1].rpartition(':')[2]}>" if one[0] == "<" else one for one in _REFERENCE.findall(pattern)]


_CLOSING = {"(": ")", "[": "]"}
_CLOSES = frozenset(_CLOSING.values())
_SIGNS = frozenset("/{<#([")
_word = cache(_Word)


def _alternatives(
    tokens: Sequence[str], at: int, pattern: str, classes: Mapping[str, Node], optional: bool = False
) -> tuple[Node, int]:
    options: list[Node] = []
    parts: list[Node] = []
    while at < len(tokens) and (token := tokens[at]) not in _CLOSES:
        at += 1
        kind = token[0]
        if kind not in _SIGNS:  # nearly always
            parts.append(_word(token))
        elif kind == "/":
            options.append(_of(parts))
            parts = []
        elif kind == "{":
            parts.append(classes.get(token[1:-1]) or _Class(token[1:-1]))
        elif kind == "<":
            parts.append(_Slot(token[1:-1]))
        elif kind == "#":
            parts.append(_Mark(token[1:]))
        else:
            inner, at = _alternatives(tokens, at, pattern, classes, token == "[")
            if at >= len(tokens) or tokens[at] != _CLOSING[token]:
                raise ValueError(f"an unclosed bracket in the pattern {pattern!r}")
            at += 1
            parts.append(inner)
    options.append(_of(parts))
    return (options[0] if len(options) == 1 and not optional else _Choice(options, optional)), at


def _of(parts: Sequence[Node]) -> Node:
    return parts[0] if len(parts) == 1 else _Sequence(parts)


def vocabulary(nodes: Sequence[Node]) -> Iterator[str]:
    """The words of some patterns."""
    for node in nodes:
        yield from node.words()


def made_up(
    node: Node, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: Mapping[str, Node]
) -> str:
    """A text that a pattern matches.

    >>> made_up(parsed("( who / which ) is in <body>"), lambda options: options[0], lambda kind: "NATO", {})
    'who is in NATO'
    """
    return node.make(choose, fill, classes.__getitem__)
