"""Years that a spreadsheet shows as days of 1905: 1990 in a cell whose format is that of dates is 12 June 1905."""

from __future__ import annotations

from datetime import date

__all__ = ["year_shown_as"]

_ZERO = date(1899, 12, 30).toordinal()
_YEARS = range(1800, 2101)


def year_shown_as(found: str) -> str:
    """The year that a spreadsheet shows as a day.

    Parameters
    ----------
    found : str
        A date in ISO form.

    Returns
    -------
    str
        "" if the day stands for no year that is likely.

    >>> year_shown_as("1905-06-12"), year_shown_as("1990-06-12"), year_shown_as("1905")
    ('1990', '', '')
    """
    if len(found) < len("1905-06-12") or found[:4] not in ("1904", "1905"):
        return ""
    number = date.fromisoformat(found).toordinal() - _ZERO
    return str(number) if number in _YEARS else ""
