"""A question that goes on from the last one: "and GUUAM?", "in 1990?", "what about France?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model.dates import ALWAYS
from ..model.entities import Entity
from .grammar import forms
from .language.reading import Reading
from .language.tokens import split

if TYPE_CHECKING:
    from .vocabulary import Vocabulary

__all__ = ["follow_up"]

_OPENINGS = (
    "and what about",
    "and how about",
    "what about",
    "how about",
    "and then",
    "and for",
    "and",
    "or",
    "but",
    "then",
)


def follow_up(vocabulary: Vocabulary, question: str, last: str) -> str | None:
    """The whole question that a short one means after another; None if it stands by itself.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph as questions speak of it.
    question, last : str
        The short question, and the one before it.

    Returns
    -------
    str or None

    >>> import blocs
    >>> vocabulary = blocs.load().vocabulary
    >>> follow_up(vocabulary, "and GUUAM?", "how many states are in the CST")
    'how many states are in GUUAM'
    >>> follow_up(vocabulary, "in 1990?", "who is in the CST")
    'who is in the CST in 1990'
    >>> follow_up(vocabulary, "who is in GUUAM", "who is in the CST") is None
    True
    """
    forms()  # they register what reads each kind of slot
    vocabulary = vocabulary.wider
    words, written = split(question)
    for opening in _OPENINGS:
        parts = opening.split()
        if words[: len(parts)] == parts:
            words, written = words[len(parts) :], written[len(parts) :]
            break
    short, before = Reading(vocabulary, words, written, ALWAYS), Reading(vocabulary, *split(last), ALWAYS)
    if not words:
        return None
    if any(end == len(words) for _, end in short.slot("time", 0)):
        start, end = next(((a, b) for a, b, _ in _spans(before, "time")), (len(before.words),) * 2)
        return _put(before, start, end, written)
    meant = {entity.kind for entity, end in short.slot("member|body|event|person|place", 0) if end == len(words)}
    for start, end, entity in reversed(list(_spans(before, "member|body|event|person|place"))):
        if isinstance(entity, Entity) and entity.kind in meant:
            return _put(before, start, end, written)
    return None


def _spans(reading: Reading, kind: str) -> list[tuple[int, int, object]]:
    """Where a slot finds something, the longest from each place, from left to right."""
    found, at = [], 0
    while at < len(reading.words):
        longest = max(reading.slot(kind, at), key=lambda each: each[1], default=None)
        if longest is None:
            at += 1
        else:
            found.append((at, longest[1], longest[0]))
            at = longest[1]
    return found


def _put(before: Reading, start: int, end: int, written: list[str]) -> str:
    return " ".join([*before.written[:start], *written, *before.written[end:]]).replace(" 's", "'s")
