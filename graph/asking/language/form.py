"""One form of question: the pattern of its words, and what it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ..meaning import Question
from .patterns import Found, Node, compiled
from .reading import Reading

__all__ = ["Build", "Form"]

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
