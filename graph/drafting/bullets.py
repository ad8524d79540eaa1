"""Lists in which each name has a line and a sign of its own: with what introduces them they are one sentence.

"Its members are:", "- Fiji;", "- Tonga and Samoa." say what "Its members are: Fiji, Tonga and Samoa." says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .words import Sentence, Word, sentences, words_of

__all__ = ["introduction", "lists_of", "sentences_and_lists"]

_SIGN = r"[ \t]*(?:[-*•·▪‣◦–—]|\d{1,2}[.)])[ \t]+"
_NAMES = (
    r"(?:and )?(?:the )?[A-Z][\w.’'-]*(?:,? (?:(?:and|of|the|da|de|du|d’|d'|&) )*[A-Z][\w.’'-]*)*"
    r"(?: ?\((?:since |from |in )?[12]\d{3}\)| since [12]\d{3})?"
)
_LINE = re.compile(rf"{_SIGN}{_NAMES}[ \t]*[,;.]?(?: and| or)?[ \t]*(?:\n|$)")
"""A line of a list that has names and nothing else, but for a year."""
_BEGINS = re.compile(rf"(?:^|(?<=\n)){_SIGN}")


def lists_of(paragraph: str) -> Iterator[tuple[int, int]]:
    """From where to where the lists of names stand in a paragraph: two lines of names at least, or one of several names.

    >>> text = "Members:\\n- Fiji\\n- Tonga\\nIt meets yearly."
    >>> [text[start:end] for start, end in lists_of(text)]
    ['- Fiji\\n- Tonga\\n']
    """
    at = 0
    while (sign := _BEGINS.search(paragraph, at)) is not None:
        start = end = sign.start()
        while (line := _LINE.match(paragraph, end)) is not None and line.end() > end:
            end = line.end()
        if end > start:
            yield start, end
        at = max(end, sign.end())


def sentences_and_lists(paragraph: str, number: int, lead: Sequence[Word] = ()) -> Iterator[Sentence]:
    """The sentences of a paragraph, its lists each as one with what introduces it.

    Parameters
    ----------
    paragraph : str
        The paragraph.
    number : int
        Which one of the text it is.
    lead : sequence of Word
        What introduces a list with which it begins (`introduction`), from the paragraph before.
    """
    at = 0
    for start, end in lists_of(paragraph):
        if not lead and start == at == 0 and paragraph.count("\n", start, end) == 1 and end < len(paragraph):
            continue  # one line with a number, before other text: a title
        held: Sentence | None = None
        for sentence in sentences(paragraph, number, at, start):
            if held is not None:
                yield held
            held = sentence
            if not _SIGNED.match(paragraph, _line_of(paragraph, sentence.start)):
                lead = ()  # it is none of the list
        listed = _list_words(paragraph, start, end)
        if held is not None and (own := introduction(held)):
            lead = own
            yield Sentence(paragraph, number, (*own, *listed))
        else:
            if held is not None:
                yield held
            again = tuple(Word(word.text, word.low, listed[0].start, listed[0].start) for word in lead)
            yield Sentence(paragraph, number, (*again, *listed))
        at = end
    yield from sentences(paragraph, number, at) if at else sentences(paragraph, number)


def introduction(sentence: Sentence) -> tuple[Word, ...]:
    """The words that introduce a list if one follows: they end with a colon, or are a title that says what is listed."""
    words = sentence.words
    if words[-1].low == ":":
        return words
    title = words[-1].text[-1].isalnum() and len(words) < 12 and _LISTED & {word.low for word in words}
    return (*words, Word(":", ":", words[-1].end, words[-1].end)) if title else ()


_SIGNED = re.compile(_SIGN)
_LISTED = frozenset(
    "members member states countries parties signatories founders observers associates participants economies".split()
)


def _line_of(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _list_words(paragraph: str, start: int, end: int) -> list[Word]:
    """The words of a list, with a comma where a line begins."""
    words: list[Word] = []
    while start < end and (line := _LINE.match(paragraph, start)) is not None:
        sign = _SIGNED.match(paragraph, start)
        begin = sign.end() if sign is not None else start
        if words:
            while words[-1].low in (",", ";", ".", "and", "or"):
                words.pop()
            words.append(Word(",", ",", begin, begin))
        words += words_of(paragraph, begin, line.end())
        start = line.end()
    return words
