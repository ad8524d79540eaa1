"""The names that a text introduces itself, and how it writes those that are known: from there on they are known."""

from __future__ import annotations

from ..gazetteer import Gazetteer, Named
from ..memory import Memory
from ..words import words_of

__all__ = ["OwnNames"]


class OwnNames:
    """What one text has named so far."""

    def __init__(self, known: Gazetteer) -> None:
        self.known = known
        self.own = Gazetteer()
        self.memory = Memory()
        self.written: dict[str, set[str]] = {}
        """How the text writes the names of each entity that it names."""
        self.surnames: dict[str, str] = {}
        """The full names of people by their last names."""

    def introduce(self, body: Named, *texts: str) -> None:
        """Note a body and how the text calls it."""
        for text in texts:
            self.own.add(text, body)
            self.written.setdefault(body.id, set()).add(text)
        self.memory.mention_body(body)

    def person(self, name: str) -> None:
        """Note a person, so that a last name alone is known from here on."""
        last = name.split()[-1].lower()
        self.surnames.setdefault(last, name)

    def forget(self, part: Named) -> None:
        """Forget a body whose name was a part of another one's."""
        self.memory.forget(part)
        self.written.pop(part.id, None)
        for scope in (self.memory.sentence, self.memory.paragraph):
            scope[:] = [body for body in scope if body.id != part.id]

    def replace(self, text: str, body: Named) -> None:
        """Make a name of the text mean this body from here on."""
        node = self.own._root
        for word in words_of(text):
            node = node.setdefault(word.low, {})
        node.pop("", None)
