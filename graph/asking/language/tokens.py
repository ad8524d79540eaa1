"""A question as words."""

from __future__ import annotations

import re

from ...model.naming.forms import ascii_digits
from .numerals import ORDINALS

__all__ = ["split"]

_SUPERLATIVES = "most|largest|biggest|smallest|fewest|highest|lowest|greatest|least|best|longest|oldest|newest"
_SIDES = "north|south|east|west"
_SIDE = {side[0].upper(): side.capitalize() for side in _SIDES.split("|")}

_WORD = re.compile(
    r"(?<!\S)-\d+(?:\.\d+)?|\d{4}-\d\d(?:-\d\d)?(?![\w-])|\d+(?:\.\d+)?(?![\w.-])|%|'s\b|'(?=\s|$)|[^\s?!,;:\"“”„«»()%']+|\S"
)


def split(question: str) -> tuple[list[str], list[str]]:
    """The words of a question in lower case, and the same words as they were written.

    A possessive is a word of its own, "n't" is "not", "per cent" is "%", punctuation is left out.

    >>> split("Isn't it Russia's Defence Minister?")[0]
    ['is', 'not', 'it', 'russia', "'s", 'defence', 'minister']
    >>> split("less than 50% on 2001-05-18, U.N.")[1]
    ['less', 'than', '50', '%', 'on', '2001-05-18', 'UN']
    """
    text = re.sub(r"[’‘`´ʼ]", "'", ascii_digits(question))
    for short, full in (("(?i)can't", "can not"), ("(?i)won't", "will not"), ("(?i)n't\\b", " not")):
        text = re.sub(short, full, text)
    # Apostrophes are often left out: what no other word is spelled like is read with its own.
    text = re.sub(r"(?i)\b(is|are|was|were|do|does|did|has|have|had|would|could|should)nt\b", r"\1 not", text)
    text = re.sub(r"(?i)^(\W*)(wat|waht|wht|wot)\b", r"\1what", text)
    text = re.sub(r"(?i)^(\W*)(wen|whn)\b", r"\1when", text)
    text = re.sub(r"(?i)\b(who|what|where|when)s\b", r"\1 is", text)
    # "East and West Germany" are two states of one name.
    text = re.sub(rf"(?i)\b({_SIDES}) (and|or) ({_SIDES}) (\w+)", r"\1 \4 \2 \3 \4", text)
    # "who's" is "who is": a possessive follows a name.
    text = re.sub(r"(?i)\b(who|what|where|when|that|it)'(?:s|re)\b", r"\1 is", text)
    text = re.sub(r"(?i)\b(who|what|they|you|i|we)'(?:ve)\b", r"\1 have", text)
    text = re.sub(r"(?i)\b(i|we|you|they|who)'d\b(?= like| love| want| need)", r"\1 would", text)
    text = re.sub(r"(?i)\b(i)'m\b", r"\1 am", text)
    # "the U.S." is "the US", "W. Germany" is "West Germany".
    text = re.sub(r"(?<![\w.])(?:[A-Za-z]\.)+[A-Za-z]\b\.?", lambda found: found[0].replace(".", ""), text)
    text = re.sub(r"(?<![\w.])([NSEW])\. ?(?=[A-Z][a-z])", lambda found: f"{_SIDE[found[1]]} ", text)
    text = re.sub(r"(?i)\band\s?/\s?or\b", "or", text)
    text = re.sub(r"\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b", _day, text)
    text = re.sub(r"(?i)\bnon[-‐‑–](?=\w)", "non ", text)
    text = re.sub(r"(?i)(?<!-)\b(?:per\s?cent(?:age points)?|pct)\b(?!-)", "%", text)
    text = re.sub(r"(?i)\b(\d+)-(?=(?:member|state|nation|country)\b)", r"\1 ", text)  # "the 150-member mark"
    # "The 2nd largest" is one, "the 2 largest" are two; before a month, both are the day.
    text = re.sub(rf"(?i)\b(\d{{1,2}})(?:st|nd|rd|th) (?=(?:{_SUPERLATIVES})\b)", _ordinal, text)
    text = re.sub(r"(?i)\b(\d{1,3})(?:st|nd|rd|th)\b", r"\1", text)
    written = [
        word
        if word in ("%", "'s", "'") or (word[:1] == "-" and word[1:2].isdigit())
        else word.rstrip(".…_*-–—=/\\|<>[]{}~^").lstrip(".…_*-–—=+/\\|<>[]{}#~^")  # "OPEC+" is not OPEC
        for word in _WORD.findall(text)
    ]
    kept = [word for word in written if any(c.isalnum() or c in "%'&" for c in word)]
    return [word.casefold() for word in kept], kept


def _ordinal(match: re.Match[str]) -> str:
    """A place in an order as a word: "2nd " as "second "."""
    words = {number: word for word, number in ORDINALS.items()}
    return f"{words.get(int(match[1]), match[0].strip())} "


def _day(match: re.Match[str]) -> str:
    """A date in figures, where the day is told from the month: by points, or by being more than twelve."""
    first, second, year = (int(part) for part in match.groups())
    if "." in match[0] or first > 12 >= second:
        return f"{year}-{second:02}-{first:02}"
    return f"{year}-{first:02}-{second:02}" if second > 12 >= first else match[0]
