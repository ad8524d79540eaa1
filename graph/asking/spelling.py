"""Spelling mistakes, corrected if only one word can be meant, and always reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..frozen import frozen
from .language.reading import FUNCTION_WORDS
from .refusals import is_known, known_words

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Corrected", "corrected"]

LONG = 9
"""In a word of so many letters two may be amiss, if no other known word is as near."""

LEAST = 6
"""Shorter words are corrected only to words like "the" and "which": of names too many are as near ("CTS": CST or CIS)."""


@frozen
class Corrected:
    """A question with its spelling corrected (words, and words as written), and what was read for what."""

    words: tuple[list[str], list[str]]
    notes: tuple[str, ...]


def corrected(graph: Graph, words: Sequence[str], written: Sequence[str]) -> Corrected | None:
    """The question with each unknown word read as the one word it is a misspelling of; None if that is not certain.

    A misspelling is one letter too many, too few, wrong, or swapped with its neighbour, not the first, in a word of six
    letters or more, where no other known word is as near; in a long word it may be two such slips.

    >>> import blocs
    >>> corrected(blocs.load(), ["is", "kazahkstan", "in", "cst"], ["is", "Kazahkstan", "in", "CST"]).notes
    ('read “Kazahkstan” as “Kazakhstan”',)
    >>> corrected(blocs.load(), ["wich", "states", "are", "in", "teh", "cst"], ["wich", "states", "are", "in", "teh", "CST"]).notes
    ('read “wich” as “which”', 'read “teh” as “the”')
    """
    read: list[str] = []
    notes: list[str] = []
    for word, as_written in zip(words, written, strict=True):
        if is_known(graph, word) or _is_demonym(word):
            read.append(word)
            continue
        meant = _meant(graph, word)
        if meant is None:
            return None
        read.append(meant)
        shown_as = meant if meant in FUNCTION_WORDS else graph.names.written(meant)
        notes.append(f"read “{as_written}” as “{shown_as}”")
    if not notes:
        return None
    shown = [m if m != w else s for m, w, s in zip(read, words, written, strict=True)]
    return Corrected((read, shown), tuple(notes))


def _is_demonym(word: str) -> bool:
    """Whether a word is an adjective of some state: "Korean" is no slip for "Korea"."""
    from ..model.known.authority import authority

    return bool(authority().find(word, demonyms=True).candidates)


def _meant(graph: Graph, word: str) -> str | None:
    from rapidfuzz.distance import OSA

    if not word.isalpha():
        return None
    if len(word) < LEAST:
        return _small_word(word)
    known = {other for other in known_words() if len(other) >= LEAST - 1}
    if word.endswith("ys") and (plural := f"{word[:-2]}ies") in known:
        return plural
    near: list[str] = []
    for most in (1, 2) if len(word) >= LONG else (1,):
        candidates = {*known, *graph.names.words_like(word)}
        near = [
            other for other in candidates
            if other[:1] == word[0] and len(other) >= LEAST - 1 and OSA.distance(word, other, score_cutoff=most) <= most
        ]  # fmt: skip
        if near:
            break
    meant = {tuple(entity.iri for entity in graph.names.matches(other)) or other for other in near}
    # Two spellings of one name are one reading.
    return min(near) if len(meant) == 1 else None


def _small_word(word: str) -> str | None:
    """The one word like "the" or "which" that a short word is a slip for: two letters swapped, or one missing or doubled."""
    from rapidfuzz.distance import OSA

    near = [
        other for other in FUNCTION_WORDS - {"not", "nor"}  # what turns the meaning round is never guessed
        if len(other) >= 3 and (sorted(other) == sorted(word) or (len(word) >= 4 and (set(other) ^ set(word) <= {"h"} or len(other) > len(word))))
        and OSA.distance(word, other, score_cutoff=1) <= 1
    ]  # fmt: skip
    return near[0] if len(near) == 1 else None
