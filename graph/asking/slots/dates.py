"""Dates and periods as people write them in a question."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ...errors import InvalidRequest
from ...model.dates import Period, parse_date
from ..language.numerals import MONTHS
from ..language.reading import Reading, slot

__all__ = ["dates", "ranges", "times"]

_MONTH = "(?P<m>" + "|".join(f"{month}|{month[:3]}" for month in MONTHS) + "|sept)"
_FORMS = (
    r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)",
    rf"(?:the )?(?P<d>\d{{1,2}}) (?:of )?{_MONTH} (?:of )?(?P<y>\d{{4}})",
    rf"{_MONTH} (?:the )?(?P<d>\d{{1,2}}) (?:of )?(?P<y>\d{{4}})",
    rf"(?:the month of )?{_MONTH} (?:of )?(?P<y>\d{{4}})",
    r"(?:the year )?(?P<y>[12]\d{3})",
)
_WITHOUT_YEAR = (
    rf"(?:the )?(?P<d>\d{{1,2}}) (?:of )?{_MONTH}",
    rf"{_MONTH} (?:the )?(?P<d>\d{{1,2}})",
    rf"(?:the month of )?{_MONTH}",
)


@cache
def _ready(with_year: bool) -> list[re.Pattern[str]]:
    """The forms, compiled when a question has a word that a date can begin with: most have none."""
    return [re.compile(form + r"(?![\w-])") for form in (_FORMS if with_year else _WITHOUT_YEAR)]


def _begins_date(word: str) -> bool:
    return word[:1].isdigit() or word == "the" or any(word in (month, month[:3], "sept") for month in MONTHS)


def dates(words: Sequence[str], at: int, year: str | None) -> Iterator[tuple[str, int]]:
    """The dates that can be read here, each with where it ends; with a year also those that leave theirs out.

    >>> list(dates("in may 2001".split(), 1, None)), list(dates("on 18 may".split(), 1, "2001"))
    ([('2001-05', 3)], [('2001-05-18', 3)])
    """
    if at >= len(words) or not _begins_date(words[at]):
        return
    rest = " ".join(words[at : at + 6])
    for form in [*_ready(True), *(_ready(False) if year else ())]:
        match = form.match(rest)
        if match is None:
            continue
        parts = match.groupdict()
        text = parts.get("iso") or parts.get("y") or year or ""
        if parts.get("m"):
            text += f"-{[month[:3] for month in MONTHS].index(parts['m'][:3]) + 1:02}"
        if parts.get("d"):
            text += f"-{int(parts['d']):02}"
        try:
            yield parse_date(text), at + match[0].count(" ") + 1
        except InvalidRequest:
            continue
        return


_YEARS = re.compile(r"(?P<first>[12]\d{3})[-–—/](?P<last>[12]\d{3}|\d\d)")
_TENS = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"]


def ranges(words: Sequence[str], at: int) -> Iterator[tuple[Period, int]]:
    """The spans of years that can be read here by themselves: "1995-2000", "the 1990s", "1990 to 1995".

    >>> [str(period) for period, _ in ranges(["1995-2000"], 0)], [str(period) for period, _ in ranges(["the", "1990s"], 0)]
    (['1995:2000'], ['1990:1999'])
    """
    said = list(words[at : at + 4])
    before = len(said)
    said = said[1:] if said[:1] == ["the"] else said
    used = before - len(said) + 1
    word, following = [*said, "", ""][:2]
    if years := _two_years(word):
        yield years, at + used
    if following == "'s" and word.isdigit():
        word, used = f"{word}s", used + 1
    digits = word.removesuffix("s")
    if word.endswith("s") and digits.isdigit() and digits.endswith("0") and len(digits) in (2, 4):
        first = int(digits) + (1900 if len(digits) == 2 else 0)
        # "The 1900s" are a century, but "the 2000s" are ten years.
        yield Period(f"{first:04}", f"{first + (99 if first % 100 == 0 and first < 2000 else 9):04}"), at + used
    elif word in _TENS:
        first = 1920 + 10 * _TENS.index(word)
        yield Period(str(first), str(first + 9)), at + used
    elif word.isdigit() and len(word) == 2 and following == "century":
        yield Period(f"{int(word) - 1}01", f"{word}00"), at + used + 1
    for first_date, middle in dates(words, at, None):
        if middle < len(words) and words[middle] in ("to", "until", "till", "through"):
            for last_date, stop in dates(words, middle + 1, None):
                if first_date <= last_date + "~":
                    yield Period(first_date, last_date), stop


def _two_years(word: str) -> Period | None:
    """Two years in one word: "1995-2000", "1995-99"; "1999-04" is a month."""
    match = _YEARS.fullmatch(word)
    if match is None or (len(match["last"]) == 2 and "-" in word and match["last"] <= "12"):
        return None
    last = match["first"][: 4 - len(match["last"])] + match["last"]
    return Period(match["first"], last) if match["first"] < last else None


def times(reading: Reading, at: int) -> Iterator[tuple[Period, int]]:
    """A date or period with its preposition: "in 1999", "as of May 2001", "between 1990 and 1995"."""
    for end in reading.any_of(at, "between", "between the years", "from", "in the years from", "in the years between"):
        for first, middle in dates(reading.words, end, None):
            for link in reading.any_of(middle, "and", "to", "until", "till", "through"):
                for last, stop in dates(reading.words, link, None):
                    if first <= last + "~":
                        yield Period(first, last), stop
    for end in reading.any_of(
        at, "as of", "as at", "back in", "in", "on", "during", "at", "at the end of", "at the beginning of", "for", "circa",
        "in the year", "in the month of", "within", "over", "in the course of", "in the years", "in the period", "during the years",
        "during the period", "at some point in", "at some time in", "sometime in", "anytime in", "any time in", "at any time in",
        "at some time during", "at any time during", "at some point during", "by the date of", "as it was in", "as they were in", "as of the year", "at the time of",
    ):  # fmt: skip
        yield from ranges(reading.words, end)
        for moment, stop in dates(reading.words, end, None):
            yield Period(moment, moment), stop
    for end in reading.any_of(at, "at any time", "ever", "in any year", "at any date"):
        yield Period(None, None), end


@slot("several_dates")
def _several_dates(reading: Reading, at: int) -> Iterator[tuple[tuple[str, ...], int]]:
    """Two dates or more, each of which is asked about by itself: "1949, 1989 and 2009"."""

    def more(found: tuple[str, ...], end: int) -> Iterator[tuple[tuple[str, ...], int]]:
        for link in dict.fromkeys([*reading.any_of(end, "and", "and in", "vs", "versus", "in"), end]):
            for date, stop in dates(reading.words, link, None):
                yield from more((*found, date), stop)
        if len(found) > 1:
            yield found, end

    for first, end in dates(reading.words, at, None):
        yield from more((first,), end)


@slot("date")
def _date(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A date: 1999, May 2001, 18 May 2001, 2001-05-18."""
    yield from dates(reading.words, at, None)


@slot("day")
def _day(reading: Reading, at: int) -> Iterator[tuple[str, int]]:
    """A date that may leave out its year, which is then the year of the graph's own date."""
    own = reading.graph.as_of
    yield from dates(reading.words, at, own[:4] if own[:1].isdigit() else None)
