"""The order of day, month and year in which a user says that dates are written."""

from __future__ import annotations

import re

from ...errors import InvalidRequest
from ...late import late_pattern
from .counted_days import counting_named

__all__ = [
    "IN_WORDS",
    "MONTHS_OF_YEARS",
    "MONTH_AND_YEAR",
    "YEARS_OF_YEARS",
    "YEAR_AND_MONTH",
    "date_order",
    "order_named",
    "order_of",
]

MONTHS_OF_YEARS, YEARS_OF_YEARS = "months", "years"
"""What 2004/05 is: May of 2004, or the time from 2004 to 2005."""

IN_WORDS = {"dmy": "day/month/year", "mdy": "month/day/year"}
"""How the two orders that dates may be in are said."""

MONTH_AND_YEAR, YEAR_AND_MONTH = "my", "ym"
"""The order of months whose years have two digits: 05/90, 90-05."""


def order_of(first: int, second: int) -> str:
    """The order of which the first two numbers of a date can only be; "" if either may be the month, or neither.

    >>> order_of(25, 12), order_of(12, 25), order_of(3, 4)
    ('dmy', 'mdy', '')
    """
    return "dmy" if first > 12 >= second else "mdy" if second > 12 >= first else ""


def date_order(text: str) -> str:
    """The order of day, month and year that a user names: `dmy`, `DD/MM/YYYY` and `%d.%m.%Y` are the same.

    Parameters
    ----------
    text : str
        What the user wrote.

    Returns
    -------
    str
        Three letters of "d", "m" and "y", or one of the words above and of `counted_days`.

    Raises
    ------
    InvalidRequest
        If it names no such order.

    >>> date_order("MM/DD/YYYY"), date_order("%d.%m.%y"), date_order("MM/YY")
    ('mdy', 'dmy', 'my')
    """
    if counting := counting_named(text):
        return counting
    if re.fullmatch(r"(?:yyyy|jjjj|aaaa|%y)[./-](?:mm?|%m)", text.casefold()):
        return MONTHS_OF_YEARS
    if re.fullmatch(r"(?:yyyy|jjjj|aaaa)[/-](?:yy|jj|aa|yyyy)", text.casefold()):
        return YEARS_OF_YEARS
    if re.fullmatch(r"(?:mm?|%m)[/. -]?(?:yy|jj|aa|%y)", text.casefold()):
        return MONTH_AND_YEAR
    if re.fullmatch(r"(?:yy|jj|aa|%y)[/. -]?(?:mm?|%m)", text.casefold()):
        return YEAR_AND_MONTH
    letters = "".join(dict.fromkeys(re.sub(r"[^dmyjta]", "", text.casefold().replace("b", "m"))))
    letters = letters.replace("j", "y").replace("t", "d").replace("a", "y")  # TT.MM.JJJJ, JJ/MM/AAAA
    if text.casefold().startswith("jj") and "aa" in text.casefold():
        letters = "dmy"
    if letters not in ("dmy", "mdy", "ymd"):
        raise InvalidRequest(
            f"unknown date format {text!r}; write DD/MM/YYYY, MM/DD/YYYY, YYYY/MM/DD, YYYY/MM, YYYY/YY, MM/YY, excel,"
            " stata, r, unix, approximate, or a calendar: buddhist, minguo, persian, islamic,"
            " gregorian"
        )
    return letters


_PART = r"(?:dd?|mm?|tt?|yy(?:yy)?|jj(?:jj)?|aa(?:aa)?)"
_ORDER = late_pattern(rf"(?<![a-z]){_PART}([/. -]?){_PART}\1{_PART}(?![a-z])", re.IGNORECASE)


def order_named(name: str) -> str:
    """The order of dates that the name of a column says: "joined (dd/mm/yyyy)".

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str
        As `date_order` has it; "" if it says none.

    >>> order_named("joined (dd/mm/yyyy)"), order_named("Beitritt TT.MM.JJJJ"), order_named("admitted")
    ('dmy', 'dmy', '')
    """
    match = _ORDER.search(name)
    try:
        return date_order(match[0]) if match else ""
    except InvalidRequest:
        return ""
