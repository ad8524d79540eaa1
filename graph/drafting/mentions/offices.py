"""Offices in a text, with what they are of."""

from __future__ import annotations

from collections.abc import Sequence

from ..items import Item
from ..lexicon import OFFICE_HEADS, OFFICE_WORDS
from ..words import Word

__all__ = ["office_at"]


def office_at(words: Sequence[Word], at: int) -> Item | None:
    """An office: "Deputy Prime Minister", "Minister of Trade and Industry", "secretary general".

    Parameters
    ----------
    words : sequence of Word
        The words of a sentence.
    at : int
        Where the office would begin.

    Returns
    -------
    Item or None
    """
    end = at
    while end < len(words) and (words[end].low in OFFICE_WORDS or (words[end].low == "and" and end > at)):
        end += 1
    if end >= len(words) or words[end].low not in OFFICE_HEADS:
        return None
    if any(words[n].low == "and" for n in range(at, end)) and not words[at].text[0].isupper():
        return None
    head = words[end].low
    end += 1
    if head == "secretary" and end < len(words) and words[end].low == "general":
        end += 1
    elif head in ("minister", "secretary") and end < len(words) - 1 and words[end].low in ("of", "for"):
        end = _end_of_matters(words, end)
    if head in ("leader", "chief", "representative", "chair", "director") and end - at == 1:
        return None
    text = " ".join(w.text for w in words[at:end])
    return Item("office", head, at, end, text, words[at].text[0].isupper())


def _end_of_matters(words: Sequence[Word], of: int) -> int:
    """Where the matters of an office end: "of Trade and Industry"; `of` if none are named."""
    first = stop = of + 1 + (words[of + 1].low == "the")
    while stop < len(words) and (
        words[stop].low in OFFICE_WORDS
        or (words[stop].low == "and" and stop > first and stop + 1 < len(words) and words[stop + 1].low in OFFICE_WORDS)
    ):
        stop += 1
    return stop if stop > first else of
