"""The parts of a sentence: names, dates, numbers and plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .words import Word

__all__ = ["Item"]


@dataclass(slots=True)
class Item:
    """A part of a sentence: the words from `start` up to `end`, what kind they are and what they mean.

    Kinds: "word", "state", "territory", "demonym", "capital", "body", "proper" (a name that nothing knows), "person",
    "place", "office", "date", "percent", "number".
    """

    kind: str
    low: str
    start: int
    end: int
    value: Any = None
    capital: bool = False

    def text_in(self, words: Sequence[Word]) -> str:
        """The item as it is written in a sentence of these words, with single spaces."""
        return " ".join(word.text for word in words[self.start : self.end])
