"""Dates that are counts: of days, as spreadsheets and statistics programs have them, and of seconds since 1970."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from .calendar_dates import NoDate

__all__ = [
    "DAYS",
    "EPOCH",
    "SERIAL",
    "counted_date",
    "counting_named",
    "is_count_of_days",
    "may_be_count",
    "ways_to_count",
]

SERIAL, EPOCH, _OF_R, _OF_STATA = "excel", "unix", "r", "stata"
"""How dates are counted: the names that users give to it."""

DAYS: Mapping[str, date] = {SERIAL: date(1899, 12, 30), _OF_R: date(1970, 1, 1), _OF_STATA: date(1960, 1, 1)}
"""From which day the days are counted."""

_ALSO_CALLED = {
    "serial": SERIAL, "spreadsheet": SERIAL, "epoch": EPOCH, "posix": EPOCH, "timestamp": EPOCH, "days-since-1970": _OF_R,
    "days-since-1960": _OF_STATA, "sas": _OF_STATA,
}  # fmt: skip
_SAID = {
    SERIAL: "numbers read as days since 1900, as spreadsheets count them",
    _OF_R: "numbers read as days since 1970, as R counts them",
    _OF_STATA: "numbers read as days since 1960, as Stata and SAS count them",
}

_SERIAL = re.compile(r"[1-6]\d{4}(?:[.,]\d+)?")
_DAY = re.compile(r"(-?\d{1,5})(?:[.,]\d+)?")
_YEARS = range(1500, 2101)
"""What is a year rather than a count of days, since a table may have both."""
_FIRST, _AHEAD = 1800, 30
"""The first year that a count is offered for, and how many years to come."""
_COUNTED = re.compile(r"(-?\d{5,19})(?:[.,]0+)?")
_PER_DAY = tuple((unit, 86_400 * unit) for unit in (1, 10**3, 10**6, 10**9))
_EPOCH_FROM, _EPOCH_TO = 10**8, 42 * 10**8  # seconds: 1973 to 2103, or as long before 1970

_UNITS = {1: "seconds", 10**3: "milliseconds", 10**6: "microseconds", 10**9: "nanoseconds"}


def counting_named(text: str) -> str:
    """The way of counting that a user names.

    Parameters
    ----------
    text : str
        What the user wrote.

    Returns
    -------
    str
        One of the names above; "" if it names none.

    >>> counting_named("Excel"), counting_named("days since 1970"), counting_named("DD/MM/YYYY")
    ('excel', 'r', '')
    """
    plain = "-".join(text.casefold().split())
    return plain if plain in DAYS or plain == EPOCH else _ALSO_CALLED.get(plain, "")


def counted_date(text: str, counting: str, said: dict[str, None]) -> str:
    """The day that a count says.

    Parameters
    ----------
    text : str
        The text.
    counting : str
        What the user says that such numbers count; "" if nothing.
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

    >>> counted_date("38108", "excel", {}), counted_date("7315", "excel", {}), counted_date("May", "excel", {})
    ('2004-05-01', '1920-01-10', '')
    >>> counted_date("9171", "r", {}), counted_date("-365", "stata", {}), counted_date("1990", "excel", {})
    ('1995-02-10', '1959-01-01', '')
    """
    if counting in DAYS:
        return _of_days(text, counting, said) if _DAY.fullmatch(text) else ""
    if counting != EPOCH and _SERIAL.fullmatch(text) and (ways := ways_to_count(text)):
        raise NoDate(ways)
    match = _COUNTED.fullmatch(text)
    return _of_seconds(int(match[1]), counting == EPOCH, said) if match else ""


_NEVER = 9999
"""What programs write for no end, whatever else is counted."""


def _of_days(text: str, counting: str, said: dict[str, None]) -> str:
    """The day of a number of days; "" for a year beside a spreadsheet's numbers, and for what says that there is no end."""
    number = int(re.split("[.,]", text)[0])
    day = (DAYS[counting] + timedelta(days=number)).isoformat()
    if number == _NEVER or (number in _YEARS and counting == SERIAL):
        return ""
    if number in _YEARS:
        raise NoDate(f"it may be the day {day} or the year {number}; write {day} or {number} CE")
    said[_SAID[counting]] = None
    return day


def ways_to_count(text: str) -> str:
    """What to say of a number that may count days: each way to read it as a day that is likely, and which.

    Parameters
    ----------
    text : str
        The number.

    Returns
    -------
    str
        "" if it is no such number.

    >>> ways_to_count("38108")
    "if it is a spreadsheet's number for a day, say --date-format excel"
    >>> ways_to_count("7315").partition(" or ")[0]
    'if it is a number of days, say --date-format excel (for 1920-01-10), --date-format r (for 1990-01-11)'
    """
    match = _DAY.fullmatch(text)
    if match is None:
        return ""
    days = {name: first + timedelta(days=int(match[1])) for name, first in DAYS.items()}
    ways = [name for name, day in days.items() if _FIRST <= day.year <= date.today().year + _AHEAD]
    if ways == [SERIAL]:
        return "if it is a spreadsheet's number for a day, say --date-format excel"
    *before, last = [f"--date-format {name} (for {days[name]})" for name in ways] or [""]
    return f"if it is a number of days, say {', '.join(before)}{' or ' if before else ''}{last}" if last else ""


def is_count_of_days(text: str) -> bool:
    """Whether a text is a number that may count days, where the user says that such numbers do.

    >>> is_count_of_days("9171"), is_count_of_days("-365.0"), is_count_of_days("9171-05")
    (True, True, False)
    """
    return _DAY.fullmatch(text) is not None


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
