"""Whether "2004-05" is May of 2004 or the time from 2004 to 2005: what the cells of a table say of that together."""

from __future__ import annotations

import re

__all__ = ["SHORT_YEARS", "ShortYears", "year_behind"]

SHORT_YEARS = re.compile(r"(\d{4}) ?([/–—]|-) ?(\d{1,2})")
"""A year and one or two digits behind it."""
_SPAN = re.compile(r"\d{4} ?[/–—-] ?\d{4}")
_FEW = 2


class ShortYears:
    """What a table's cells say of such dates: some can be spans only ("1990-95"), some months only ("2011-05").

    >>> told = ShortYears()
    >>> for text in ("2004-05", "2011-05"):
    ...     told.learn(text)
    >>> told.may_be_spans
    False
    >>> told.learn("1990-95")
    >>> told.may_be_spans
    True
    """

    def __init__(self) -> None:
        self._spans = self._months = False
        self._by_years: set[str] = set()
        self._apart = False

    def learn(self, plain: str) -> None:
        """Learn from a date.

        Parameters
        ----------
        plain : str
            The text, as `plain_text` gives it.
        """
        if match := SHORT_YEARS.fullmatch(plain):
            year, last = int(match[1]), match[3]
            if not 0 < int(last) <= 12:
                self._spans = True
            elif int(last) <= year % 10 ** len(last) and year % 100 < 90:
                self._months = True
            if int(last) == (year + 1) % 10 ** len(last):
                self._by_years.add(plain)
            else:
                self._apart = True
        elif _SPAN.fullmatch(plain):
            self._spans = True

    @property
    def may_be_spans(self) -> bool:
        """Whether "2004-05" may be a span: others are spans, or all are of a year and the next."""
        return self._spans or (len(self._by_years) >= _FEW and not self._apart and not self._months)


def year_behind(match: re.Match[str]) -> int:
    """The year behind another that has not all of its digits: 1991 in "1990-91", 2005 in "1999-05".

    Parameters
    ----------
    match : re.Match
        A match of `SHORT_YEARS`.

    Returns
    -------
    int

    >>> [year_behind(SHORT_YEARS.fullmatch(text)) for text in ("1990-91", "1999-05", "1948-9")]
    [1991, 2005, 1949]
    """
    first, step = int(match[1]), 10 ** len(match[3])
    last = first - first % step + int(match[3])
    return int(last if last > first else last + step)
