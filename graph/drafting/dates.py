"""Dates in running text, with the precision that they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .lexicon import NUMBERS
from .words import Word

__all__ = ["TextDate", "date_at", "years_after"]

MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan. jan|february feb. feb|march mar. mar|april apr. apr|may|june jun|july jul|august aug. aug|"
        "september sept. sep. sept sep|october oct. oct|november nov. nov|december dec. dec".split("|"),
        1,
    )
    for name in names.split()
}
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_BEFORE = frozenset(
    "in on since from until till by before after during of as at between for through around about".split()
)
_PART = frozenset(
    "early late mid the end beginning middle start summer autumn spring winter fall month year of course first second"
    " third fourth half quarter as".split()
)
_EVENTS = frozenset("summit meeting session conference congress exercise talks".split())
_DASHES = frozenset("-‐‑–—")


@dataclass(frozen=True, slots=True)
class TextDate:
    """A date or a span of dates: `start` and `end` in the form YYYY[-MM[-DD]], or `--MM-DD` where the year is not said.

    `how` is the preposition before it: "since", "until", "" …
    """

    start: str
    end: str = ""
    how: str = ""

    @property
    def yearless(self) -> bool:
        """Whether the text does not say the year here."""
        return self.start.startswith("--")


def date_at(words: Sequence[Word], at: int) -> tuple[int, TextDate] | None:
    """The date that begins at a word, with its preposition, and where it ends.

    >>> from .words import words_of
    >>> date_at(words_of("on January 5, 2021, where"), 0)
    (5, TextDate(start='2021-01-05', end='', how='on'))
    >>> date_at(words_of("from 5 to 7 September 2023"), 0)
    (6, TextDate(start='2023-09-05', end='2023-09-07', how='from'))
    >>> date_at(words_of("since 1976"), 0)
    (2, TextDate(start='1976', end='', how='since'))
    >>> date_at(words_of("May 18 the council"), 0)
    (2, TextDate(start='--05-18', end='', how=''))
    """
    begin, how = at, ""
    if words[at].low in _BEFORE:
        how, at = words[at].low, at + 1
        while at < len(words) and words[at].low in _PART:
            at += 1
    while at < len(words) and words[at].low in _WEEKDAYS:
        at += 1
        if at < len(words) and words[at].low in (",", "the"):
            at += 1
    found = _full(words, at, how) if at < len(words) else None
    if found is None:
        return None
    end, start, last = found
    if how in ("from", "between") and not last and not start.startswith("-"):
        end, last = _other_end(words, end, how)
    if how == "of" and at - begin > 1 and len(start) == 4 and words[end : end + 1] and words[end].text[0].islower():
        return None  # "stayed out of the 2017 dispute"
    if begin == at and how == "" and len(start) == 4 and not _bare_year_allowed(words, begin):
        return None
    return end, TextDate(start, last, how)


def _other_end(words: Sequence[Word], at: int, how: str) -> tuple[int, str]:
    """Where "to" and the date up to which a span goes end, and this: "from March 2009 | to January 2014"."""
    low = words[at].low if at + 1 < len(words) else ""
    if low not in (("and",) if how == "between" else ("to", "until", "till", *_DASHES)):
        return at, ""
    found = _full(words, at + 1, "in")
    whole = found is not None and not found[2] and not found[1].startswith("-")
    return (found[0], found[1]) if found is not None and whole else (at, "")


def years_after(words: Sequence[Word], at: int, told: TextDate) -> tuple[int, TextDate] | None:
    """The year that "a year later" or "the same year" is, counted from a date before, and where the words end.

    >>> from .words import words_of
    >>> years_after(words_of("and Malta three years later."), 2, TextDate("1961-03-01", "", "in"))
    (5, TextDate(start='1964', end='', how='in'))
    """
    low = [word.low for word in words[at : at + 4]] + [""] * 4
    if told.yearless or told.end or (at and words[at - 1].low in _NO_POINT):
        return None
    if low[0] == "in" and low[1] in ("the", "that"):
        return years_after(words, at + 1, told) if low[2] in _COUNTED else None
    year = int(told.start[:4])
    if low[0] in ("the", "that") and low[1] in _COUNTED and low[2] == "year":
        return at + 3, TextDate(str(year + _COUNTED[low[1]]), "", "in")
    number = 1 if low[0] in ("a", "one") else NUMBERS.get(low[0], int(low[0]) if low[0].isdecimal() else 0)
    if 0 < number < 100 and low[1] in ("year", "years") and low[2] in _SIDES:
        return at + 3, TextDate(str(year + _SIDES[low[2]] * number), "", "in")
    return None


_COUNTED = {"same": 0, "following": 1, "next": 1}
_SIDES = {"later": 1, "afterwards": 1, "earlier": -1, "before": -1}
_NO_POINT = frozenset("until till before by since than only about some almost nearly over after for".split())


def _bare_year_allowed(words: Sequence[Word], at: int) -> bool:
    """A year without a preposition counts in brackets, after a comma or another year."""
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else "."
    if at == 0 and (after in (":", "saw", "brought") or after in _DASHES):
        return True  # a chronicle's "1973: Venezuela enters"
    if before in ("(", "both") or (before in ("the", "its") and after in _EVENTS):
        return True
    if before in _TOLD and after in (")", ",", ";"):
        return True  # "Chile (left 1976)"
    joined = before in ("and", ",", "or", "since") or before in _DASHES
    return joined and (not after[:1].isalpha() or after in ("respectively", "and", "but"))


_TOLD = frozenset(
    "left joined admitted withdrew withdrawn acceded entered founded rejoined quit expelled suspended".split()
)
"""After these a year stands without a preposition where a text is short of room."""


def _full(words: Sequence[Word], at: int, how: str) -> tuple[int, str, str] | None:
    low = [word.low for word in words[at : at + 9]]
    low += [""] * (9 - len(low))
    if iso := _ISO.fullmatch(low[0]):
        return at + 1, iso[0], ""
    # 5 September 2023, 5 to 7 September 2023
    if (day := _DAY.fullmatch(low[0])) is not None:
        length = 1
        last: re.Match[str] | None = None
        if (low[1] in ("to", "and", "until", "till") or low[1] in _DASHES) and (last := _DAY.fullmatch(low[2])):
            length = 3
        elif low[1] in MONTHS and low[2] in ("to", "and", "until") and _DAY.fullmatch(low[3]) and low[4] in MONTHS:
            year = low[5] if _YEAR.fullmatch(low[5]) else ""
            first, second = _made(year, MONTHS[low[1]], day[1]), _made(year, MONTHS[low[4]], _number(low[3]))
            return at + 5 + bool(year), first, second
        if low[length] == "of":
            length += 1
        if low[length] in MONTHS and words[at + length].text[0].isupper():
            month = MONTHS[low[length]]
            comma = low[length + 1] == "," and _YEAR.fullmatch(low[length + 2]) is not None
            year = low[length + 1 + comma] if _YEAR.fullmatch(low[length + 1 + comma]) else ""
            end = at + length + 1 + bool(year) + (comma if year else 0)
            return end, _made(year, month, day[1]), _made(year, month, last[1]) if last else ""
    # May 18, 2001; May 18–20, 2001; May 2001
    if low[0] in MONTHS and words[at].text[0].isupper():
        month = MONTHS[low[0]]
        if (day := _DAY.fullmatch(low[1])) is not None and low[2] != "%":
            length, last = 2, None
            if (low[2] in ("to", "and") or low[2] in _DASHES) and (last := _DAY.fullmatch(low[3])):
                length = 4
            comma = low[length] == ","
            year = low[length + comma] if _YEAR.fullmatch(low[length + comma]) else ""
            end = at + length + (1 + comma if year else 0)
            return end, _made(year, month, day[1]), _made(year, month, last[1]) if last else ""
        comma = low[1] in (",", "of")
        if _YEAR.fullmatch(low[1 + comma]):
            return at + 2 + comma, f"{low[1 + comma]}-{month:02}", ""
        if how in ("in", "since", "until", "by", "between", "during", "from"):
            return at + 1, f"--{month:02}", ""
        return None
    if _YEAR.fullmatch(low[0]):
        if low[1] == "," and (headed := _year_first(low)) is not None:
            return at + headed[0], headed[1], ""
        if (
            low[1] in ("to", "and", "until", "till", *_DASHES)
            and how in ("from", "between")
            and _YEAR.fullmatch(low[2])
        ):
            return at + 3, low[0], low[2]
        if low[1] in _DASHES and _YEAR.fullmatch(low[2]):
            return at + 3, low[0], low[2]
        return at + 1, low[0], ""
    return None


def _year_first(low: Sequence[str]) -> tuple[int, str] | None:
    """A date before an entry of a chronicle, "1955, 6 May:" or "1952, February:"; how many words it has."""
    if low[2] in MONTHS and low[3] == ":":
        return 3, f"{low[0]}-{MONTHS[low[2]]:02}"
    if (day := _DAY.fullmatch(low[2])) is not None and low[3] in MONTHS and low[4] == ":":
        return 4, _made(low[0], MONTHS[low[3]], day[1])
    return None


def _number(text: str) -> str:
    match = _DAY.fullmatch(text)
    return match[1] if match else text


def _made(year: str, month: int, day: str) -> str:
    return f"{year or '-'}-{month:02}-{int(day):02}"
