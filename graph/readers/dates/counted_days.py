"""Dates that are counts: days since 1900, as spreadsheets have them, and seconds since 1970, as programs do."""

from __future__ import annotations

import re
from datetime import date, timedelta

from .calendar_dates import NoDate

__all__ = ["counted_date", "may_be_count"]

_SERIAL = re.compile(r"[1-6]\d{4}(?:[.,]\d+)?")
_COUNTED = re.compile(r"(-?\d{5,19})(?:[.,]0+)?")
_PER_DAY = tuple((unit, 86_400 * unit) for unit in (1, 10**3, 10**6, 10**9))
_EPOCH_FROM, _EPOCH_TO = 10**8, 42 * 10**8  # seconds: 1973 to 2103, or as long before 1970

_UNITS = {1: "seconds", 10**3: "milliseconds", 10**6: "microseconds", 10**9: "nanoseconds"}


def counted_date(text: str, *, serial: bool, epoch: bool, said: dict[str, None]) -> str:
    """The day that a count says.

    Parameters
    ----------
    text : str
        The text.
    serial : bool
        Whether the user says that such numbers are days, as spreadsheets count them.
    epoch : bool
        Whether the user says that they are seconds, or parts of them, since 1970.
    said : dict
        Where it is said what was read, if it may have been meant otherwise.

    Returns
    -------
    str
        `YYYY-MM-DD`; "" if it is no such number.

    Raises
    ------
    NoDate
        If it may be one, and the user has to say so.

    >>> counted_date("38108", serial=True, epoch=False, said={}), counted_date("May", serial=True, epoch=False, said={})
    ('2004-05-01', '')
    """
    if _SERIAL.fullmatch(text):
        if serial:
            said["numbers read as days since 1900, as spreadsheets count them"] = None
            return (date(1899, 12, 30) + timedelta(days=int(float(text.replace(",", "."))))).isoformat()
        if not epoch:
            raise NoDate("if it is a spreadsheet's number for a day, say --date-format excel")
    match = _COUNTED.fullmatch(text)
    return _of_seconds(int(match[1]), epoch, said) if match else ""


def may_be_count(text: str) -> bool:
    """Whether a text may be a count of days or of seconds, and any other number as well.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    bool

    >>> may_be_count("38108"), may_be_count("1083402000"), may_be_count("1990")
    (True, True, False)
    """
    return bool(_SERIAL.fullmatch(text) or _COUNTED.fullmatch(text))


def _of_seconds(number: int, epoch: bool, said: dict[str, None]) -> str:
    """The day of a number of seconds since 1970; without the user's word only of whole days."""
    fits = [
        (unit, day)
        for unit, day in _PER_DAY
        if (_EPOCH_FROM * unit <= abs(number) < _EPOCH_TO * unit if not epoch else abs(number) < 10**11 * unit)
    ]
    whole = [day for unit, day in fits if number % day == 0 and not (unit < 10**9 and number % (day * 1000) == 0)]
    if not fits or not (whole or epoch):
        raise NoDate("if it is a number of seconds since 1970, say --date-format unix")
    unit, day = fits[0]
    said[f"numbers read as {_UNITS[unit]} since 1970, as programs count them"] = None
    if number % day:
        said["times of day left out"] = None
    return (date(1970, 1, 1) + timedelta(days=number // day)).isoformat()
