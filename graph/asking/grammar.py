"""The grammar: all forms of questions, and how the whole of a question is read by one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..dates import Period
from .patterns import Found, Node, compiled
from .questions import Count, Question, Select, exists
from .reading import Reading

if TYPE_CHECKING:
    from ..knowledge import KnowledgeGraph

__all__ = ["Build", "Form", "forms", "readings"]

Build = Callable[[Reading, Found], Question | None]


@dataclass(frozen=True)
class Form:
    """One form of question: the pattern of its words and what it means; None where these words mean nothing.

    `shown` is how it is shown to people who ask what can be asked, with slots for names; "" where another form
    shows it already.
    """

    pattern: str
    build: Build
    shown: str = ""

    @cached_property
    def node(self) -> Node:
        """The pattern, ready to match."""
        return compiled(self.pattern)


def forms() -> list[Form]:
    """Every form, those that are tried first first."""
    from . import events, memberships, relations, shares, statements

    return [
        *shares.FORMS,
        *memberships.FORMS,
        *events.FORMS,
        *relations.FORMS,
        *statements.FORMS,
        *relations.IDENTITY,
    ]


_HOW_MANY = (
    "how many", "what is the number of", "what was the number of", "the number of", "number of", "count the", "count", "count of",
    "the count of", "what number of", "what is the count of", "what is the total number of", "the total number of",
)  # fmt: skip
_ANY = (
    "is there any", "are there any", "is there a", "was there any", "were there any", "is there an", "are there", "is there",
    "did any", "do any", "does any", "is any", "are any", "was any", "were any", "has any", "have any",
)  # fmt: skip
_ANYONE = ("anyone", "anybody", "someone", "somebody", "any one")


def readings(
    graph: KnowledgeGraph, words: Sequence[str], written: Sequence[str], period: Period
) -> tuple[Question | None, int]:
    """What a question means, and how far its words could be read; None where no form reads all of it."""
    furthest = 0
    polite = Reading(graph, words, written, period)
    starts = dict.fromkeys([0, *polite.after("PLEASE", 0)])
    ways = [way for start in starts for way in _ways(words[start:])]
    for kind, start, meant in ways:
        reading = Reading(graph, meant, [*meant[:start], *written[len(words) - len(meant) + start :]], period)
        found = _whole(reading)
        furthest = max(furthest, reading.furthest + len(words) - len(meant))
        if found is None:
            continue
        if kind == "plain":
            return found, len(words)
        if isinstance(found, Select) and found.answer == "entities":
            return (Count(found) if kind == "count" else exists(found)), len(words)
    return None, furthest


def _ways(words: Sequence[str]) -> Iterator[tuple[str, int, list[str]]]:
    """The question as it stands, and as the question whose rows it counts or asks for any of."""
    given = list(words)
    text = " ".join(given) + " "
    yield "plain", 0, given
    for opening in sorted(_HOW_MANY, key=len, reverse=True):
        if text.startswith(opening + " "):
            rest = given[opening.count(" ") + 1 :]
            yield "count", 1, ["which", *rest]
            yield "count", 1, ["who", *rest]
            yield "count", 0, rest
            break
    for opening in ("what is the size of", "what was the size of", "the size of", "how big is", "how large is"):
        if text.startswith(opening + " "):
            yield "count", 2, ["members", "of", *given[opening.count(" ") + 1 :]]
    if given[:2] == ["in", "how"] and given[2:3] == ["many"]:
        yield "count", 2, ["in", "which", *given[3:]]
    if given[:2] == ["to", "how"] and given[2:3] == ["many"]:
        yield "count", 2, ["to", "which", *given[3:]]
    yield from _any(text, given)
    if len(given) > 2 and given[0] in ("is", "are", "was", "were", "did", "does", "do", "has", "have", "will"):
        for anyone in _ANYONE:
            if " ".join(given[1:]).startswith(anyone + " "):
                yield "any", 2, ["who", given[0], *given[2 + anyone.count(" ") :]]
                break


def _any(text: str, given: list[str]) -> Iterator[tuple[str, int, list[str]]]:
    for opening in sorted(_ANY, key=len, reverse=True):
        if text.startswith(opening + " "):
            yield "any", 1, ["which", *given[opening.count(" ") + 1 :]]
            break


def _whole(reading: Reading) -> Question | None:
    """The first form that reads the whole question, politeness after it left out."""
    ends = {len(reading.words)}
    for form in forms():
        for end, found in form.node.match(reading, 0, {}):
            if end in ends or len(reading.words) in reading.after("FINAL", end):
                question = form.build(reading, found)
                if question is not None:
                    return question
    return None
