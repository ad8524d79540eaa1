"""Days of the Persian calendar, whose leap years are those of a cycle of 33 years in the centuries that are read."""

from __future__ import annotations

from datetime import date, timedelta

from ...late import late_pattern
from .calendar_dates import NoDate

__all__ = ["with_common_days"]

_DAY = late_pattern(r"(?<!\d)(1[234]\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_KNOWN, _ITS_FIRST = 1403, date(2024, 3, 20)
"""A year, and the common date on which it began."""


def with_common_days(plain: str) -> str:
    """A text in which Persian days are those of the common calendar.

    Parameters
    ----------
    plain : str
        The text, as `plain_text` gives it.

    Returns
    -------
    str

    Raises
    ------
    NoDate
        If the calendar has no such day.

    >>> with_common_days("1357/11/22"), with_common_days("1383/02/12–1403/01/01"), with_common_days("1383")
    ('1979-02-11', '2004-05-01–2024-03-20', '1383')
    """
    return _DAY.sub(lambda match: _common(int(match[1]), int(match[3]), int(match[4])).isoformat(), plain)


def _common(year: int, month: int, day: int) -> date:
    length = 31 if month < 7 else 30 if month < 12 or _is_leap(year) else 29
    if not (0 < month < 13 and 0 < day <= length):
        raise NoDate("the calendar has no such day")
    before = 31 * (month - 1) - max(0, month - 7)
    return _first_day(year) + timedelta(days=before + day - 1)


def _first_day(year: int) -> date:
    low, high = sorted((year, _KNOWN))
    days = sum(366 if _is_leap(each) else 365 for each in range(low, high))
    return _ITS_FIRST + timedelta(days=days if year > _KNOWN else -days)


def _is_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8
