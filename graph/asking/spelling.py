"""Small slips of spelling, forgiven where only one reading is meant, and always said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .refusals import known_words, placed

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Mended", "without_slips"]

LEAST = 6
"""Shorter words are never mended: too many others are as near ("CTS" may be CST or CIS)."""


@dataclass(frozen=True)
class Mended:
    """A question with its slips mended (words, and words as written), and what was read for what."""

    words: tuple[list[str], list[str]]
    notes: tuple[str, ...]


def without_slips(graph: Graph, words: Sequence[str], written: Sequence[str]) -> Mended | None:
    """The question with each strange word read as the one word it is a slip of; None where that is not sure.

    A slip is one letter too many, too few, wrong, or swapped with its neighbour, not the first, in a word of six
    letters or more, where no other known word is as near.

    >>> import blocs
    >>> without_slips(blocs.load(), ["is", "kazahkstan", "in", "cst"], ["is", "Kazahkstan", "in", "CST"]).notes
    ('read “Kazahkstan” as “Kazakhstan”',)
    """
    mended: list[str] = []
    notes: list[str] = []
    for word, as_written in zip(words, written, strict=True):
        if placed(graph, word):
            mended.append(word)
            continue
        meant = _meant(graph, word)
        if meant is None:
            return None
        mended.append(meant)
        notes.append(f"read “{as_written}” as “{graph.names.written(meant)}”")
    if not notes:
        return None
    shown = [m if m != w else s for m, w, s in zip(mended, words, written, strict=True)]
    return Mended((mended, shown), tuple(notes))


def _meant(graph: Graph, word: str) -> str | None:
    from rapidfuzz.distance import OSA

    if len(word) < LEAST or not word.isalpha():
        return None
    candidates = {*known_words(), *graph.names.words()}
    near = [
        other for other in candidates
        if other[:1] == word[0] and len(other) >= LEAST - 1 and OSA.distance(word, other, score_cutoff=1) <= 1
    ]  # fmt: skip
    meant = {tuple(entity.iri for entity in graph.names.matches(other)) or other for other in near}
    # Two spellings of one name are one reading.
    return min(near) if len(meant) == 1 else None
