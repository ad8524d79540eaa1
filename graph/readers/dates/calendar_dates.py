"""Dates whose writing says what each part is: `2004-5-1`, `May 2004`, `1 de mayo de 2004`, `2004年5月1日`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ...model.naming.forms import ascii_digits, seen_of, unaccented
from .date_words import MONTHS

__all__ = ["NoDate", "checked", "has_mark", "only_date", "plain_text"]

_FOOTNOTE = re.compile(r"\s*(?:\[[^\]\[]{0,20}\]|[*†‡§¹²³⁰-⁹ᵃ-ᶻ]+)+$")
_HAS_YEAR = re.compile(r"\d{4}")
_YMD = re.compile(r"\+?(\d{4})([-/. ]) ?(\d{1,2})\2 ?(\d{1,2})\.?")
_YM = re.compile(r"\+?(\d{4})(?:-|m)(\d{1,2})")  # 1990m5 is how Stata writes a month
_YEAR = re.compile(
    r"(?:a\.?d\.? )?\+?(\d{4})(?:[.,]0+)?(?: (?:г\.?|год|года|году|р\.?|r\.?|roku|an|a\.?d\.?|c\.?e\.?|n\. ?chr\.?))?"
)
_DAY_OF_YEAR = re.compile(r"([12]\d{3})-(\d{3})")
_DAY_OF_WEEK = re.compile(r"([12]\d{3})-?w(\d{2})-?([1-7])")
_ROMAN_MONTH = re.compile(r"(\d{1,2})\.?[ ./-]*(i{1,3}|iv|vi{0,3}|ix|xi{0,2})\.?[ ./-]*(\d{4})(?: ?r\.?)?")
_IN_BRACKETS = re.compile(r"\(([^()]+)\)|\[([^\[\]]+)\]")
_BASIC = re.compile(r"([12]\d{3})(\d{2})(\d{2})(?:[.,]0+)?")
_MY = re.compile(r"(\d{1,2}) ?[./-] ?(\d{4})")
_CJK = re.compile(r"(\d{4}) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?(\d{1,2}) ?[日일])?)?")
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|°|a|o)?"
_DMY_NAMED = re.compile(
    rf"(\d{{1,2}}){_ORDINAL}[ /.-]*(?:of |de |del |di )?([^\W\d]+)\.?,?[ /.-]*(?:de |del |di )?(\d{{4}})"
    r"(?: ?г\.?| р\.?| r\.?| roku|\.)?"
)
_MDY_NAMED = re.compile(r"([^\W\d]+)\.? ?[ /.-] ?(\d{1,2})(?:st|nd|rd|th)?,?[ /.-] ?(\d{4})")
_MY_NAMED = re.compile(r"([^\W\d]+)\.?,?[ /.-]*(?:of |de |del |di )?(\d{4})")
_YMD_NAMED = re.compile(r"(\d{4})[ ,/.-]+([^\W\d]+)\.?(?:[ /.-]+(\d{1,2})(?:st|nd|rd|th|\.)?)?")


_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_HAN_YEAR = re.compile(r"\b[〇零○一二三四五六七八九]{4}(?=\s?年|$)")
_HAN_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}(?=\s?[月日])")


def _counted_in_tens(number: re.Match[str]) -> str:
    """A number to 31 as it is written in Chinese characters, 二十一, in digits."""
    tens, ten, ones = (part.translate(_HAN_DIGITS) for part in number[0].partition("十"))
    return f"{tens or 1}{ones or 0}" if ten else tens


class NoDate(ValueError):
    """A text that is no date; the message says why, if more is known than that."""


def has_mark(text: str) -> bool:
    """Whether a date has the mark of a footnote behind it: "2000[2]", "2014*".

    >>> has_mark("2000[2]"), has_mark("[1990]"), has_mark("1990")
    (True, False, False)
    """
    return _FOOTNOTE.search(text.strip()) is not None and _FOOTNOTE.sub("", text.strip()) != ""


def plain_text(text: str) -> str:
    """A cell for comparing: usual digits and blanks, lower case, without accents and footnote marks."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return text
    without = _FOOTNOTE.sub("", text)
    text = without if without or not _HAS_YEAR.search(text) else text  # "[1990]" is all of a date
    if (match := _IN_BRACKETS.fullmatch(text)) and "," not in text and ".." not in text:
        text = match[1] or match[2]
    if not text.isascii():
        text = text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
        text = _HAN_NUMBER.sub(_counted_in_tens, _HAN_YEAR.sub(lambda year: year[0].translate(_HAN_DIGITS), text))
        text = unaccented(ascii_digits(seen_of(text)).strip().casefold())
    return " ".join(text.casefold().split(" ")) if "\n" in text else " ".join(text.casefold().split())


def only_date(text: str) -> str:
    """A date that is written in a way that can mean no other.

    Parameters
    ----------
    text : str
        The text, as `plain_text` gives it.

    Returns
    -------
    str
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; "" if it is not written in such a way.

    Raises
    ------
    NoDate
        If the calendar has no such day.

    >>> only_date("2004-5-1"), only_date("may 2004"), only_date("4.iv.1949"), only_date("03/04/2004")
    ('2004-05-01', '2004-05', '1949-04-04', '')
    >>> only_date("2004-122"), only_date("2004-w18-6")
    ('2004-05-01', '2004-05-01')
    """
    if match := _YEAR.fullmatch(text):
        return checked(int(match[1]))
    if match := _YMD.fullmatch(text):
        return checked(int(match[1]), int(match[3]), int(match[4]))
    if match := _YM.fullmatch(text):
        return checked(int(match[1]), int(match[2]))
    if match := _BASIC.fullmatch(text):
        return checked(int(match[1]), int(match[2]), int(match[3]))
    if match := _MY.fullmatch(text):
        return checked(int(match[2]), int(match[1]))
    if match := _CJK.fullmatch(text):
        return checked(int(match[1]), int(match[2] or 0), int(match[3] or 0))
    if match := _ROMAN_MONTH.fullmatch(text):
        return checked(int(match[3]), _ROMAN.index(match[2]) + 1, int(match[1]))
    return _counted_day(text) or _named_month(text)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def _counted_day(text: str) -> str:
    """A day of ISO 8601 that is counted from the beginning of its year, or by weeks; "" if it is none."""
    try:
        if match := _DAY_OF_YEAR.fullmatch(text):
            day = date(int(match[1]), 1, 1) + timedelta(days=int(match[2]) - 1)
            if match[2] == "000" or day.year != int(match[1]):
                raise ValueError
            return day.isoformat()
        if match := _DAY_OF_WEEK.fullmatch(text):
            return date.fromisocalendar(int(match[1]), int(match[2]), int(match[3])).isoformat()
    except ValueError:
        raise NoDate("the calendar has no such day") from None
    return ""


def _named_month(text: str) -> str:
    """A date whose month has a name; "" if it is none."""
    for pattern, year, month, day in (
        (_DMY_NAMED, 3, 2, 1), (_MDY_NAMED, 3, 1, 2), (_MY_NAMED, 2, 1, 0), (_YMD_NAMED, 1, 2, 3),
    ):  # fmt: skip
        match = pattern.fullmatch(text)
        if match is not None and match[month] == "listopada" and re.match(r"\d+\.", text):
            return checked(int(match[year]), 10, int(match[1]))  # October in Croatian, November in Polish
        if match is not None and match[month] in MONTHS:
            return checked(int(match[year]), MONTHS[match[month]], int(match[day] or 0) if day else 0)
    return ""


def checked(year: int, month: int = 0, day: int = 0) -> str:
    """A date as its text, checked against the calendar; month and day 0 are not known."""
    try:
        if year < 1:
            raise ValueError
        date(year, month or 1, (day or 1) if month else 1)
    except ValueError:
        raise NoDate("the calendar has no such day") from None
    if not month:
        return f"{year:04}"
    return f"{year:04}-{month:02}-{day:02}" if day else f"{year:04}-{month:02}"
