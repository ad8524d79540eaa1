"""What is found in a text, before it becomes a graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from .words import Sentence

__all__ = ["Doubt", "Found", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a fact is said: a sentence and the part of it, as characters of its paragraph, that says it."""

    sentence: Sentence
    start: int
    end: int


@dataclass(slots=True)
class Found:
    """One fact.

    `kind` is "membership", "non-membership", "event", "post", "share", "attendance", "absence", "non-representation"
    or "statement"; `data` has what belongs to the kind; `basis` is that of the model.
    """

    kind: str
    data: dict[str, Any]
    places: list[Place]
    basis: str = "stated"
    claimed_by: Any = None
    id: str = ""
    reviewed: bool = False

    @property
    def place(self) -> Place:
        """Where it is said first."""
        return self.places[0]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that was seen and not taken, with the reason."""

    what: str
    why: str
    sentence: Sentence
    about: tuple[str, ...] = field(default=())
