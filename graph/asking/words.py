"""A question as words."""

from __future__ import annotations

import re

__all__ = ["split"]

_WORD = re.compile(r"\d{4}-\d\d(?:-\d\d)?(?![\w-])|\d+(?:\.\d+)?(?![\w.-])|%|'s\b|'(?=\s|$)|[^\s?!,;:\"“”„«»()%']+|\S")


def split(question: str) -> tuple[list[str], list[str]]:
    """The words of a question in lower case, and the same words as they were written.

    A possessive is a word of its own, "n't" is "not", "per cent" is "%", punctuation is left out.

    >>> split("Isn't it Russia's Defence Minister?")[0]
    ['is', 'not', 'it', 'russia', "'s", 'defence', 'minister']
    >>> split("less than 50% on 2001-05-18, U.N.")[1]
    ['less', 'than', '50', '%', 'on', '2001-05-18', 'U.N']
    """
    text = re.sub(r"[’‘`´ʼ]", "'", question)
    for short, full in (("(?i)can't", "can not"), ("(?i)won't", "will not"), ("(?i)n't\\b", " not")):
        text = re.sub(short, full, text)
    # "who's" is "who is": a possessive follows a name.
    text = re.sub(r"(?i)\b(who|what|where|when|that|it)'(?:s|re)\b", r"\1 is", text)
    text = re.sub(r"(?i)\b(who|what|they|you)'(?:ve)\b", r"\1 have", text)
    text = re.sub(r"(?i)\bper\s?cent(?:age points)?\b|\bpct\b", "%", text)
    text = re.sub(r"(?i)\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", text)
    written = [
        word if word in ("%", "'s", "'") else word.strip(".…_*-–—=+/\\|<>[]{}#~^") for word in _WORD.findall(text)
    ]
    kept = [word for word in written if any(c.isalnum() or c in "%'&" for c in word)]
    return [word.casefold() for word in kept], kept
