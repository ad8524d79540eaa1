"""Dates that are counts: days since 1900, 1960 or 1970, as spreadsheets, Stata and R have them, and seconds since 1970."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ...model.dates import today
from .calendar_dates import NoDate
from .date_orders import DAYS_SINCE, SERIAL
from .other_calendars import OtherCalendar

__all__ = ["counted_date", "day_of_number", "may_be_count"]

_SERIAL = re.compile(r"[1-6]\d{4}(?:[.,]\d+)?")
_NUMBER = re.compile(r"-?\d{3,5}(?:[.,]0+)?")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_FROM = {
    SERIAL: "1900, as spreadsheets count them",
    "stata": "1960, as Stata and SAS count them",
    "r": "1970, as R counts them",
}
_AHEAD = 10
"""So many years ahead a date may be."""
_COUNTED = re.compile(r"(-?\d{5,19})(?:[.,]0+)?")
_PER_DAY = tuple((unit, 86_400 * unit) for unit in (1, 10**3, 10**6, 10**9))
_EPOCH_FROM, _EPOCH_TO = 10**8, 42 * 10**8  # seconds: 1973 to 2103, or as long before 1970

_UNITS = {1: "seconds", 10**3: "milliseconds", 10**6: "microseconds", 10**9: "nanoseconds"}


def counted_date(text: str, *, order: str, epoch: bool, said: dict[str, None]) -> str:
    """The day that a count says.

    Parameters
    ----------
    text : str
        The text.
    order : str
        The key of `DAYS_SINCE` that the user says, "" if none.
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

    >>> counted_date("38108", order="serial", epoch=False, said={}), counted_date("May", order="serial", epoch=False, said={})
    ('2004-05-01', '')
    """
    if _SERIAL.fullmatch(text):
        if order:
            said[f"numbers read as days since {_FROM[order]}"] = None
            return _day(text, order)
        if not epoch:
            raise NoDate(_ways_to_count(text))
    match = _COUNTED.fullmatch(text)
    return _of_seconds(int(match[1]), epoch, said) if match else ""


def day_of_number(text: str, order: str, said: dict[str, None]) -> str:
    """The day of a number, where the user says that numbers are days: whole years too may be such.

    Parameters
    ----------
    text : str
        The text.
    order : str
        A key of `DAYS_SINCE`.
    said : dict
        As for `counted_date`.

    Returns
    -------
    str
        "" if it is no number of days, or for a spreadsheet's a year: 1990 would be a day of 1905.

    Raises
    ------
    OtherCalendar
        If it may be a year.

    >>> day_of_number("7305", "stata", {}), day_of_number("1990", "serial", {}), day_of_number("May", "r", {})
    ('1980-01-01', '', '')
    """
    if not _NUMBER.fullmatch(text) or (order == SERIAL and _YEAR.fullmatch(text)):
        return ""
    if _YEAR.fullmatch(text):
        day = _day(text, order)
        raise OtherCalendar(f"it may be the year {text} or the day {day}; write which, as YYYY-MM or YYYY-MM-DD")
    said[f"numbers read as days since {_FROM[order]}"] = None
    return _day(text, order)


def _day(text: str, order: str) -> str:
    return (DAYS_SINCE[order] + timedelta(days=int(float(text.replace(",", "."))))).isoformat()


def _ways_to_count(text: str) -> str:
    """How a number may be read as a count of days: as a spreadsheet's, or as another program's, if that is no later day."""
    latest = f"{int(today()[:4]) + _AHEAD}"
    days = {"excel" if order == SERIAL else order: _day(text, order) for order in DAYS_SINCE}
    others = {name: day for name, day in days.items() if name != "excel" and day < latest}
    if not others:
        return "if it is a spreadsheet's number for a day, say --date-format excel"
    ways = [f"{name} ({day})" for name, day in ({"excel": days["excel"]} | others).items()]
    return f"if it is a number of days, say --date-format {', '.join(ways[:-1])} or {ways[-1]}"


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
