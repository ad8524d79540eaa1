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
from typing import Any, Protocol

__all__ = ["Found", "Needs", "Node", "Reads", "made_up", "parsed", "vocabulary"]

Found = dict[str, Any]
"""What the slots of a pattern read, by their names."""

Needs = tuple[frozenset[str], ...]
"""Sets of words, of each of which one is needed."""

Result = Iterator[tuple[int, Found]]


class Reads(Protocol):
    """The words that a pattern is matched against, and what slots find in them."""

    @property
    def words(self) -> Sequence[str]:
        """The words, in lower case."""

    def reached(self, at: int) -> None:
        """Note how far any reading came."""

    def slot(self, kind: str, at: int) -> Sequence[tuple[Any, int]]:
        """What a slot of a kind can read at a position, each with where it ends, the most likely first."""

    def phrase(self, name: str) -> Node:
        """The pattern of a class of phrases."""


class Node(Protocol):
    """A part of a pattern."""

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        """Every way in which it matches from a position on: where it ends, and what was found by then."""

    def first(self) -> frozenset[str] | None:
        """The words that it can begin with; None if that cannot be told (or it may be empty)."""

    def words(self) -> Iterator[str]:
        """Every word that stands in it."""

    def refers(self) -> Iterator[str]:
        """Every class and kind of slot that it refers to, as it is written: "{BE}", "<state>"."""

    def needs(self, classes: _Classes) -> Needs:
        """Sets of words of each of which a text must have one to be matched: what lacks one need not be tried."""

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        """A text that it matches; `choose` picks among alternatives, `fill` gives the text of a slot."""


_Classes = Callable[[str], Node]


class _Word:
    def __init__(self, word: str) -> None:
        self.word = word

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        if at < len(reads.words) and reads.words[at] == self.word:
            reads.reached(at + 1)
            yield at + 1, found

    def first(self) -> frozenset[str] | None:
        return frozenset((self.word,))

    def words(self) -> Iterator[str]:
        yield self.word

    def refers(self) -> Iterator[str]:
        return iter(())

    def needs(self, classes: _Classes) -> Needs:
        return (frozenset((self.word,)),)

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return self.word


class _Class:
    def __init__(self, name: str) -> None:
        self.name = name

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        return reads.phrase(self.name).match(reads, at, found)

    def first(self) -> frozenset[str] | None:
        return None

    def words(self) -> Iterator[str]:
        return iter(())

    def refers(self) -> Iterator[str]:
        yield f"{{{self.name}}}"

    def needs(self, classes: _Classes) -> Needs:
        return classes(self.name).needs(classes)

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return classes(self.name).make(choose, fill, classes)


class _Slot:
    def __init__(self, text: str) -> None:
        name, _, kind = text.rpartition(":")
        self.name, self.kind = name or kind, kind

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        for value, end in reads.slot(self.kind, at):
            reads.reached(end)
            yield end, {**found, self.name: value}

    def first(self) -> frozenset[str] | None:
        return None

    def words(self) -> Iterator[str]:
        return iter(())

    def refers(self) -> Iterator[str]:
        yield f"<{self.kind}>"

    def needs(self, classes: _Classes) -> Needs:
        return ()

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return fill(self.kind)


class _Mark:
    """Notes that this way through the pattern was taken."""

    def __init__(self, name: str) -> None:
        self.name = name

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        yield at, {**found, self.name: True}

    def first(self) -> frozenset[str] | None:
        return None

    def words(self) -> Iterator[str]:
        return iter(())

    def refers(self) -> Iterator[str]:
        return iter(())

    def needs(self, classes: _Classes) -> Needs:
        return ()

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return ""


class _Sequence:
    def __init__(self, parts: Sequence[Node]) -> None:
        self.parts = tuple(parts)

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        return self._from(0, reads, at, found)

    def _from(self, part: int, reads: Reads, at: int, found: Found) -> Result:
        if part == len(self.parts):
            yield at, found
            return
        for end, more in self.parts[part].match(reads, at, found):
            yield from self._from(part + 1, reads, end, more)

    def first(self) -> frozenset[str] | None:
        return self.parts[0].first() if self.parts else None

    def words(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.words()

    def refers(self) -> Iterator[str]:
        for part in self.parts:
            yield from part.refers()

    def needs(self, classes: _Classes) -> Needs:
        return tuple(need for part in self.parts for need in part.needs(classes))

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        return " ".join(text for part in self.parts if (text := part.make(choose, fill, classes)))


class _Choice:
    """Alternatives, found by the word that they begin with."""

    def __init__(self, options: Sequence[Node], may_be_empty: bool) -> None:
        self.options, self.may_be_empty = tuple(options), may_be_empty
        self._by_word: dict[str, list[Node]] = {}
        self._always: list[Node] = []
        for option in self.options:
            first = option.first()
            if first is None:
                self._always.append(option)
            else:
                for word in first:
                    self._by_word.setdefault(word, []).append(option)

    def match(self, reads: Reads, at: int, found: Found) -> Result:
        word = reads.words[at] if at < len(reads.words) else ""
        for option in self._by_word.get(word, ()):
            yield from option.match(reads, at, found)
        for option in self._always:
            yield from option.match(reads, at, found)
        if self.may_be_empty:
            yield at, found

    def first(self) -> frozenset[str] | None:
        return None if self.may_be_empty or self._always else frozenset(self._by_word)

    def words(self) -> Iterator[str]:
        for option in self.options:
            yield from option.words()

    def refers(self) -> Iterator[str]:
        for option in self.options:
            yield from option.refers()

    def needs(self, classes: _Classes) -> Needs:
        if self.may_be_empty:
            return ()
        each = [min(option.needs(classes), key=len, default=None) for option in self.options]
        needed = [need for need in each if need is not None]
        return (frozenset().union(*needed),) if len(needed) == len(each) else ()

    def make(self, choose: Callable[[Sequence[Any]], Any], fill: Callable[[str], str], classes: _Classes) -> str:
        options: list[Node | None] = [*self.options, *([None] if self.may_be_empty else [])]
        chosen = choose(options)
        return chosen.make(choose, fill, classes) if chosen is not None else ""


_TOKEN = re.compile(r"[()\[\]/]|\{[A-Z_]+\}|<[^>]+>|[^\s()\[\]/{}<>]+")


def parsed(pattern: str) -> Node:
    """A pattern in the notation, ready to match.

    >>> node = parsed("who ( is / was ) [ not ] in <body>")
    >>> sorted(set(vocabulary([node])))
    ['in', 'is', 'not', 'was', 'who']
    """
    tokens = _TOKEN.findall(pattern)
    node, end = _alternatives(tokens, 0, pattern)
    if end != len(tokens):
        raise ValueError(f"an unopened bracket in the pattern {pattern!r}")
    return node


def _alternatives(tokens: Sequence[str], at: int, pattern: str, optional: bool = False) -> tuple[Node, int]:
    options: list[Node] = []
    parts: list[Node] = []
    while at < len(tokens) and tokens[at] not in (")", "]"):
        token = tokens[at]
        at += 1
        if token in ("(", "["):
            inner, at = _alternatives(tokens, at, pattern, token == "[")
            if at >= len(tokens) or tokens[at] != {"(": ")", "[": "]"}[token]:
                raise ValueError(f"an unclosed bracket in the pattern {pattern!r}")
            at += 1
            parts.append(inner)
        elif token == "/":
            options.append(_of(parts))
            parts = []
        elif token[0] == "{":
            parts.append(_Class(token[1:-1]))
        elif token[0] == "#":
            parts.append(_Mark(token[1:]))
        else:
            parts.append(_Slot(token[1:-1]) if token[0] == "<" else _Word(token))
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
