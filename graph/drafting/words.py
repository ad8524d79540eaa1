"""A text as paragraphs, sentences and words, each of which knows where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

__all__ = ["Sentence", "Word", "normal_word", "sentences", "words_of"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word or a sign: as it is written, in lower case, and from where to where it stands in its paragraph."""

    text: str
    low: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its paragraph (1 is the first) and its words.

    `text` is that of the whole paragraph, or of a part of it that begins at the character `begins`. `span` is where it
    stands, if its words are in another order than there.
    """

    text: str
    paragraph: int
    words: tuple[Word, ...]
    begins: int = 0
    span: tuple[int, int] | None = None

    @property
    def start(self) -> int:
        """Where it begins in its paragraph."""
        return self.words[0].start if self.span is None else self.span[0]

    @property
    def end(self) -> int:
        """Where it ends in its paragraph."""
        return self.words[-1].end if self.span is None else self.span[1]

    def __str__(self) -> str:
        return self.said(self.start, self.end)

    def said(self, start: int, end: int) -> str:
        """What stands from one character of the paragraph up to another."""
        return self.text[start - self.begins : end - self.begins]

    def light(self) -> Sentence:
        """The same sentence, with its own text and its first and last word only: what a long text keeps of it."""
        return Sentence(str(self), self.paragraph, (self.words[0], self.words[-1]), self.start, self.span)


_WORD = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|[Nn]on[-‐‑](?=[A-Z])"  # non-NATO
    r"|(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|St|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec)\.(?=\s)"
    r"|[A-Z]\.(?=\s+[A-Z])"  # an initial: Antony J. Blinken
    r"|\d+(?:[.,]\d+)*(?:st|nd|rd|th)?(?![\w])"
    r"|[’'`]s\b(?!\w)"
    r"|[^\W_]+(?:[’'ʻʼ`](?!s\b)[^\W_]+|[-‐‑][^\W_]+|&[^\W_]+)*\+?"
    r"|[-‐‑–—]+|\.\.\.|\S"
)

_SPELLINGS = {
    "organisation": "organization",
    "organisations": "organizations",
    "defence": "defense",
    "co-operation": "cooperation",
    "programme": "program",
    "centre": "center",
    "labour": "labor",
    "neighbour": "neighbor",
    "neighbouring": "neighboring",
    "treaties": "treaties",
    "’s": "'s",
    "`s": "'s",
}


@lru_cache(maxsize=1 << 16)
def normal_word(text: str) -> str:
    """A word in lower case, in the spelling in which names and patterns have it.

    >>> normal_word("Organisation"), normal_word("Côte"), normal_word("d’Ivoire")
    ('organization', 'côte', "d'ivoire")
    """
    low = text.lower()
    if not low.isascii():
        low = re.sub("[’ʻʼ`]", "'", low)
        low = re.sub("[‐‑]", "-", low)
    return _SPELLINGS.get(low, low)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words of a text, or of a part of it.

    >>> [word.text for word in words_of("Russia's 35% of U.S. “hot spots”, (EFTA).")]
    ['Russia', "'s", '35', '%', 'of', 'U.S.', '“', 'hot', 'spots', '”', ',', '(', 'EFTA', ')', '.']
    """
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return [Word(m[0], normal_word(m[0]), m.start(), m.end()) for m in found]


def sentences(paragraph: str, number: int, start: int = 0, stop: int | None = None) -> Iterator[Sentence]:
    """The sentences of a paragraph or of a part of it, which syntok tells apart; what a semicolon parts is apart too."""
    heads = [] if start or stop is not None else list(_YEAR_HEAD.finditer(paragraph))
    if len(heads) < 2:
        yield from _sentences(paragraph, number, start, stop)
        return
    yield from _sentences(paragraph, number, 0, heads[0].start())
    for head, following in zip_longest(heads, heads[1:]):
        end = len(paragraph) if following is None else following.start()
        year = words_of(paragraph, head.start(), head.end())
        dated = (year[0], Word(".", ":", year[1].start, year[1].end))
        for n, sentence in enumerate(_sentences(paragraph, number, head.end(), end)):
            yield replace(sentence, words=(*dated, *sentence.words)) if not n else sentence


_YEAR_HEAD = re.compile(r"(?m)^[ \t]*[12]\d{3}\.[ \t]+(?=[A-Z])")
"""A year before an entry of a chronicle, with a stop, which is read as a colon: "1976. Chile leaves it."."""


def _sentences(paragraph: str, number: int, start: int, stop: int | None) -> Iterator[Sentence]:
    from syntok import segmenter

    begin = start
    spans: list[tuple[int, int]] = []
    for part in segmenter.analyze(paragraph[start:stop] if start or stop is not None else paragraph):
        for tokens in part:
            found = list(tokens)
            if not found:
                continue
            end = start + found[-1].offset + len(found[-1].value)
            for line, last in _labelled(paragraph, max(begin, start + found[0].offset), end):
                spans += _parted(paragraph, line, last)
            begin = end
    for first, last in _lists_whole(paragraph, spans):
        words = tuple(words_of(paragraph, first, last))
        if any(word.text[0].isalnum() for word in words):
            yield Sentence(paragraph, number, words)


_NAME = (
    r"(?:and )?(?:the )?[A-Z][\w.’'-]*(?: (?:and |of |the )*[A-Z][\w.’'-]*){0,5}"
    r"(?:,? (?:\([^()]*\)|(?:in|on|since) [\w ]+))?"
)
_LISTED = re.compile(rf"{_NAME}(?:;\s*{_NAME})*\s*[;.]?")
"""What may stand between two semicolons of a list: a name, and a date or bracket."""


def _lists_whole(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans, those put together that are only the next name of a list: "the members are: Chad; Cameroon; Gabon"."""
    held: tuple[int, int] | None = None
    for first, last in spans:
        if held is not None and text[held[1] - 1] == ";" and _LISTED.fullmatch(text[first:last].strip()):
            held = held[0], last
            continue
        if held is not None:
            yield held
        held = first, last
    if held is not None:
        yield held


_LABEL = re.compile(
    r"\n[ \t]*(?=[A-Z][\w ]{0,30}:\s"  # "Members: …"
    r"|(?:[-*•·▪‣◦–—]|\d{1,2}[.)])[ \t]"  # a sign or number before a line of a list
    r"|(?:\d{1,2} )?(?:[A-Z][a-z]+ )?[12]\d{3}\s?[:–—-]\s"
    r"|[12]\d{3}, (?:\d{1,2} )?[A-Z][a-z]+:\s)"  # "1983 – …", "7 June 2025: …"
)


_TITLE = re.compile(
    r"(?:#+ |\d{1,2}[.)] )?(?:The )?[A-Z][\w’'-]*(?: (?:(?:of|the|and|for|in|on|de|to) )*[A-Z][\w’'-]*){0,8}(?: \([A-Z][\w+]*\))?[ \t]*(?=\n)"
)
"""A line at the beginning of a paragraph that has nothing but a name: the title of what follows."""


def _labelled(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines of a fact sheet, a list or a chronicle: "Seat: …", "- Founded in …", "1983 – …"."""
    title = _TITLE.match(text) if start == 0 else None
    if title is not None and len(title[0]) < 70 and title.end() < end:
        yield start, title.end()
        start = title.end() + 1
    for match in _LABEL.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _parted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence of the segmenter, parted again where whole sentences stand in brackets or follow a closing quote."""
    begin = start
    for match in re.finditer(
        r"(?<=[a-z%\d]{2}[.!?])\s+(?=[A-Z][a-z]+ )|(?<=[a-z][.!?][”\"])\s+(?=[A-Z])|(?<=[\w)][.!?])\s+(?=[12]\d{3}: )",
        text[start:end],
    ):
        yield begin, start + match.start()
        begin = start + match.end()
    yield begin, end
