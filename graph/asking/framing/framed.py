"""The words of a question, and frames around a question within it.

A frame takes some words away, perhaps puts a plainer one in their place, and makes of what the rest means what the
whole means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from ...frozen import frozen
from ..language.openings import AUXILIARIES, COURTESIES, OPENINGS
from ..language.reading import Reading
from ..logic.logical_form import Entities, Question

if TYPE_CHECKING:
    from ...model.dates import Period
    from ..vocabulary import Vocabulary

__all__ = ["ASKING_TAGS", "Combine", "Frame", "Words", "as_it_is", "rows"]

_PRONOUNS = ("it", "they", "he", "she", "there")
ASKING_TAGS = frozenset(f"{verb} {pronoun}" for verb in AUXILIARIES for pronoun in _PRONOUNS)
"""What asks whether a statement before it is so: "is it", "do they"."""
_DENYING_TAGS = frozenset(
    tag for verb in AUXILIARIES for pronoun in _PRONOUNS for tag in (f"{verb} not {pronoun}", f"{verb} {pronoun} not")
)
_TAGS = frozenset(OPENINGS["right"]) | ASKING_TAGS | _DENYING_TAGS
"""What makes a question of a statement before it: "right", "is it", "wasn't it"."""

_COURTESIES = [tuple(phrase.split()) for phrase in COURTESIES]


@frozen
class Words:
    """The words of a question in lower case and as written, each with the place it has in what was asked."""

    words: tuple[str, ...]
    written: tuple[str, ...]
    places: tuple[int, ...]

    @classmethod
    def of(cls, words: Sequence[str], written: Sequence[str]) -> Words:
        """The words of a question as it was asked."""
        return cls(tuple(words), tuple(written), tuple(range(len(words))))

    def __len__(self) -> int:
        return len(self.words)

    def part(self, start: int, end: int | None = None) -> Words:
        """The words from one place up to another."""
        piece = slice(start, end)
        return Words(self.words[piece], self.written[piece], self.places[piece])

    def cut(self, at: int) -> Words:
        """These words without one of them."""
        return self.part(0, at).then(self.part(at + 1))

    def after(self, *said: str) -> Words:
        """These words with others before them."""
        first = self.places[0] if self.places else 0
        return Words((*said, *self.words), (*said, *self.written), (*[first] * len(said), *self.places))

    def then(self, other: Words) -> Words:
        """These words and then others."""
        return Words(self.words + other.words, self.written + other.written, self.places + other.places)

    def ends(self, phrase: str) -> bool:
        """Whether the last words are these."""
        parts = tuple(phrase.split())
        return self.words[-len(parts) :] == parts

    def tag(self) -> str:
        """What makes a question of a statement before it, if these words end so; else ""."""
        return max((tag for tag in _TAGS if self.ends(tag)), key=lambda tag: len(tag.split()), default="")

    def without_courtesies(self) -> Words:
        """These words without what is merely polite at their end.

        >>> said = "who is in CST in total please thanks a lot".split()
        >>> " ".join(Words.of(said, said).without_courtesies().words)
        'who is in CST'
        """
        kept = self
        while count := kept.ending(_COURTESIES):
            kept = kept.part(0, len(kept) - count)
        return kept

    def ending(self, phrases: Iterable[tuple[str, ...]]) -> int:
        """How many words the longest of some phrases takes that these end with; 0 where they end with none."""
        return max((len(phrase) for phrase in phrases if self.words[-len(phrase) :] == phrase), default=0)

    def begin(self, *phrases: str) -> int:
        """How many words the longest of some phrases takes that these begin with; 0 where they begin with none."""
        fitting = (phrase.split() for phrase in phrases)
        return max((len(parts) for parts in fitting if list(self.words[: len(parts)]) == parts), default=0)

    def reading(self, vocabulary: Vocabulary, period: Period) -> Reading:
        """These words, ready to be read."""
        return Reading(vocabulary, self.words, self.written, period)


Combine = Callable[[Question], Question | None]


@frozen
class Frame:
    """The question within a question, and what its meaning makes of the whole; None if they do not go together."""

    inner: Words
    combine: Combine


def rows(make: Callable[[Entities], Question | None]) -> Combine:
    """What is made of a question whose answer is entities; of others nothing."""

    def combine(found: Question) -> Question | None:
        return make(found) if isinstance(found, Entities) else None

    return combine


def as_it_is(found: Question) -> Question:
    """What the question within means, unchanged."""
    return found
