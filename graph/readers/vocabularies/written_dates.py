"""Dates as RDF of others writes them, into the dates of the model: a year, a month of a year, or a day."""

from __future__ import annotations

import re

from ...errors import InvalidRequest
from ...model.dates import parse_date

__all__ = ["OPEN", "only_year", "read_date"]

OPEN = frozenset({"", "present", "now", "today", "current", "ongoing", "to date", "..", "open"})
"""What people write where something has not ended."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip

_ISO = re.compile(r"\+?0{0,7}(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+)?(?: [\d:.]+)?(?:Z|[+-]\d\d:\d\d)?")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ .-]+([A-Za-z]+)\.?,?[ .-]+(\d{4})")
_MONTH_FIRST = re.compile(r"([A-Za-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})")
_MONTH_ONLY = re.compile(r"([A-Za-z]+)\.?,? +(\d{4})")
_DOTS = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")


def read_date(text: str) -> str | None:
    """The date in a text, as the model writes it; None if it cannot be told for sure.

    Parameters
    ----------
    text : str
        What stands in the data: an ISO date or date-time, with time zone or without, or words.

    Returns
    -------
    str or None
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. A day and a month that might be either way round are no date.

    >>> read_date("1995-01-01T00:00:00Z"), read_date("1 May 1995"), read_date("May 1995"), read_date("1995-5")
    ('1995-01-01', '1995-05-01', '1995-05', '1995-05')
    >>> read_date("31/12/1999"), read_date("05/06/1995"), read_date("spring 1995")
    ('1999-12-31', None, None)
    """
    text = " ".join(text.split())
    parts = _parts(text)
    if parts is None:
        return None
    year, month, day = parts
    # Some write a month or day that they do not know as 0.
    written = f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if month and day else "")
    try:
        return parse_date(written)
    except InvalidRequest:
        return None


def _parts(text: str) -> tuple[int, int, int] | None:
    if found := _ISO.fullmatch(text):
        return int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if found := _DOTS.fullmatch(text):
        return int(found[3]), int(found[2]), int(found[1])
    if found := _SLASHES.fullmatch(text):
        one, other = int(found[1]), int(found[2])
        if one == other or one > 12:
            return int(found[3]), other, one
        return (int(found[3]), one, other) if other > 12 else None
    if found := _COMPACT.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _DAY_FIRST.fullmatch(text):
        month = _month(found[2])
        return (int(found[3]), month, int(found[1])) if month else None
    if found := _MONTH_FIRST.fullmatch(text):
        month = _month(found[1])
        return (int(found[3]), month, int(found[2])) if month else None
    if found := _MONTH_ONLY.fullmatch(text):
        month = _month(found[1])
        return (int(found[2]), month, 0) if month else None
    return None


def _month(name: str) -> int:
    """The number of a month by its English name, whole or shortened; 0 if it is none."""
    lower = name.lower()
    if lower in _NAMES:
        return _NAMES.index(lower) + 1
    return _MONTHS.index(lower[:3]) + 1 if lower in (*_MONTHS, "sept") else 0


def only_year(text: str) -> str:
    """The one year that a text names, whatever else it says; "" if there is none or there are several.

    >>> only_year("05/06/1995"), only_year("spring of 1995"), only_year("1995 or 1996"), only_year("long ago")
    ('1995', '1995', '', '')
    """
    years = re.findall(r"(?<!\d)(?:1[0-9]|20)\d\d(?!\d)", text)
    return str(years[0]) if len(set(years)) == 1 else ""
