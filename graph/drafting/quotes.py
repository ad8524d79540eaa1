"""Quotes: the words of a text that support a fact, verbatim and of at most thirty words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .found import Place
from .words import Sentence

__all__ = ["LONGEST", "quotes_of"]

LONGEST = 30


def quotes_of(place: Place, needed: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Where the quotes begin and end, in characters of the paragraph.

    The whole sentence if it is short enough; else the part that says the fact, with as much around it as fits, cut
    at commas; else, where even that part is too long, a quote for each of its ends.
    """
    sentence = place.sentence
    words = [(m.start(), m.end()) for m in re.finditer(r"\S+", str(sentence))]
    spans = [(a + sentence.start, b + sentence.start) for a, b in words]
    spans[0] = (sentence.start, spans[0][1])
    spans[-1] = (spans[-1][0], sentence.end)
    if len(spans) <= LONGEST:
        return [(sentence.start, sentence.end)]
    first = max((n for n, (a, _) in enumerate(spans) if a <= place.start), default=0)
    last = min((n for n, (_, b) in enumerate(spans) if b >= place.end), default=len(spans) - 1)
    if last - first < LONGEST:
        first, last = _widened(sentence, spans, first, last)
        return [_trimmed(sentence, spans[first][0], spans[last][1])]
    half = LONGEST
    head = (first, min(first + half - 1, last))
    tail = (max(last - half + 1, first), last)
    return [_trimmed(sentence, spans[a][0], spans[b][1]) for a, b in dict.fromkeys((head, tail))]


def _widened(sentence: Sentence, spans: Sequence[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """A part of a sentence with the words around it up to the next commas, as far as thirty words go."""
    starts = [n for n in range(len(spans)) if n == 0 or _ends_in(sentence, spans[n - 1][1], ",;:–—)")]
    ends = [n for n in range(len(spans)) if n == len(spans) - 1 or _ends_in(sentence, spans[n][1], ",;:–—)")]
    for end in (n for n in ends if n >= last):
        if end - first + 1 > LONGEST:
            break
        last = end
        break
    for start in (n for n in reversed(starts) if n <= first):
        if last - start + 1 > LONGEST:
            break
        first = start
        break
    for start in (n for n in reversed(starts) if n < first):
        if last - start + 1 > LONGEST:
            break
        first = start
    for end in (n for n in ends if n > last):
        if end - first + 1 > LONGEST:
            break
        last = end
    return first, last


def _trimmed(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    while end > start + 1 and _ends_in(sentence, end, ",;:–—"):
        end -= 1
    return start, end


def _ends_in(sentence: Sentence, end: int, signs: str) -> bool:
    return sentence.said(end - 1, end) in signs
