"""Dates whose years have two digits (`04/04/49`, `Jan-95`, `05/90`): of the last hundred years, if the user says so."""

from __future__ import annotations

import re
from datetime import date

from ...late import late_pattern
from .calendar_dates import NoDate, checked, plain_text
from .date_orders import MONTH_AND_YEAR, YEAR_AND_MONTH
from .date_words import MONTHS

__all__ = ["is_short_date", "short_date", "way_to_read"]

_DAY = re.compile(r"(\d{1,2}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{2})")
_MONTH = re.compile(r"(\d{1,2}) ?[./-] ?(\d{1,2})")
_APOSTROPHE = late_pattern(r"['’](\d{2})")
_NAMED = re.compile(r"(?:(\d{1,2})[ .-]+)?([^\W\d]{3,})[ .'’-]+(\d{2})")  # 01-Jan-95
_ORDERS = ("dmy", "mdy", "ymd")
_FITS = {"d": range(1, 32), "m": range(1, 13), "y": range(100)}
_WRITTEN = {
    "dmy": "DD/MM/YY", "mdy": "MM/DD/YY", "ymd": "YY/MM/DD", MONTH_AND_YEAR: "MM/YY", YEAR_AND_MONTH: "YY/MM",
}  # fmt: skip


def is_short_date(text: str) -> bool:
    """Whether a cell is a date whose year has two digits, as "01-Jan-95".

    Parameters
    ----------
    text : str
        The cell.

    Returns
    -------
    bool

    >>> is_short_date("01-Jan-95"), is_short_date("3/4/04"), is_short_date("Alpha-95")
    (True, True, False)
    >>> is_short_date("05/90"), is_short_date("90-05"), is_short_date("10/12")
    (True, True, False)
    """
    plain = plain_text(text)
    named = _NAMED.fullmatch(plain)
    if _APOSTROPHE.fullmatch(plain) or _order_of_month(plain):
        return True
    return (named is not None and named[2] in MONTHS) or _DAY.fullmatch(plain) is not None


def way_to_read(text: str) -> str:
    """The options by which a date whose year has two digits is read, one for each order that it can be in.

    Parameters
    ----------
    text : str
        The cell, for which `is_short_date` is true.

    Returns
    -------
    str

    >>> way_to_read("25/12/49"), way_to_read("3/4/04")
    ('--date-format DD/MM/YY', '--date-format DD/MM/YY, --date-format MM/DD/YY or --date-format YY/MM/DD')
    >>> way_to_read("05/90"), way_to_read("May-90")
    ('--date-format MM/YY', '--date-format DD/MM/YY')
    """
    plain = plain_text(text)
    if match := _DAY.fullmatch(plain):
        numbers = [int(match[at]) for at in (1, 3, 4)]
        orders = [order for order in _ORDERS if _in_order(order, numbers)]
    else:
        orders = [_order_of_month(plain) or "dmy"]
    *others, last = (f"--date-format {_WRITTEN[order]}" for order in orders or ["dmy"])
    return f"{', '.join(others)} or {last}" if others else last


def short_date(text: str, order: str, said: dict[str, None]) -> str:
    """A date whose year has two digits.

    Parameters
    ----------
    text : str
        The text, as `plain_text` gives it.
    order : str
        The order that the user gives; "" for none.
    said : dict
        Where it is said what was read.

    Returns
    -------
    str
        `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; "" if it is no such date, or the order is not that of months alone.

    Raises
    ------
    NoDate
        If it is one of a day, and the user has not said its order.

    >>> short_date("04/05/49", "dmy", {}), short_date("05/90", "my", {}), short_date("jan-95", "dmy", {})
    ('1949-05-04', '1990-05', '1995-01')
    """
    if match := _DAY.fullmatch(text):
        if order not in _ORDERS:
            raise NoDate(f"its year has two digits; write all four, or say: {way_to_read(text)}")
        parts = dict(zip(order, (int(match[at]) for at in (1, 3, 4)), strict=True))
        return checked(_of_two_digits(parts["y"], said), parts["m"], parts["d"])
    if not order:
        return ""
    if (match := _NAMED.fullmatch(text)) and match[2] in MONTHS:
        return checked(_of_two_digits(int(match[3]), said), MONTHS[match[2]], int(match[1] or 0))
    if match := _APOSTROPHE.fullmatch(text):
        return checked(_of_two_digits(int(match[1]), said))
    of_month = _order_of_month(text) or order
    if of_month in (MONTH_AND_YEAR, YEAR_AND_MONTH) and (match := _MONTH.fullmatch(text)):
        month, year = (int(match[1]), int(match[2])) if of_month == MONTH_AND_YEAR else (int(match[2]), int(match[1]))
        return checked(_of_two_digits(year, said), month)
    return ""


def _order_of_month(plain: str) -> str:
    """The order of a month and a year that can be nothing else: 90 is neither a day nor a month."""
    match = _MONTH.fullmatch(plain)
    if match is None:
        return ""
    numbers = int(match[1]), int(match[2])
    found = [
        order
        for order in (MONTH_AND_YEAR, YEAR_AND_MONTH)
        if _in_order(order, numbers) and numbers[order.index("y")] > 31 and len(match[order.index("y") + 1]) == 2
    ]
    return found[0] if found else ""


def _in_order(order: str, numbers: tuple[int, ...] | list[int]) -> bool:
    return all(number in _FITS[part] for part, number in zip(order, numbers, strict=True))


def _of_two_digits(year: int, said: dict[str, None]) -> int:
    """The century is the one by which the year is of the last hundred: nobody has joined in a year to come."""
    said["years of two digits read as of the last hundred years"] = None
    last = date.today().year
    return last - (last - year) % 100
