"""Dates that keep the precision they have: a year, a month of a year, or a day.

A date is its own text: `2001`, `2001-05` or `2001-05-18`. A less precise date means some moment in it, so
two dates agree when one begins with the other. Written this way, dates of different precision compare as
plain text, which every SPARQL engine does alike (comparing `xsd:gYear` with `xsd:date` none has to).
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date, timedelta

from ..errors import InvalidRequest
from ..frozen import frozen
from .naming.forms import ascii_digits

__all__ = ["ALWAYS", "Period", "following", "on_or_in", "parse_date", "parse_period", "preceding", "today"]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

# Sorts after every digit and hyphen: "2001~" is the end of 2001, whatever month and day follow.
_END = "~"


def parse_date(text: str) -> str:
    """The date in a text, checked against the calendar.

    >>> parse_date("2001-05"), parse_date("٢٠٠١")
    ('2001-05', '2001')
    >>> parse_date("2001-13")
    Traceback (most recent call last):
    ...
    blocs.InvalidRequest: '2001-13' is not a date; write YYYY, YYYY-MM or YYYY-MM-DD
    """
    match = _DATE.fullmatch(ascii_digits(text.strip()))
    try:
        if match is None:
            raise ValueError
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        raise InvalidRequest(f"{text!r} is not a date; write YYYY, YYYY-MM or YYYY-MM-DD") from None
    return match[0]


def following(text: str) -> str:
    """The year, month or day after a date, as precise as it is.

    >>> following("1999"), following("1999-12"), following("1999-02-28")
    ('2000', '2000-01', '1999-03-01')
    """
    return _moved(text, 1)


def preceding(text: str) -> str:
    """The year, month or day before a date, as precise as it is.

    >>> preceding("1999"), preceding("1999-01"), preceding("1999-03-01")
    ('1998', '1998-12', '1999-02-28')
    """
    return _moved(text, -1)


def _moved(text: str, by: int) -> str:
    year, month, day = (int(part) for part in (*text.split("-"), "1", "1")[:3])
    if len(text) == 4:
        return f"{year + by:04}"
    if len(text) == 7:
        year, month = divmod(year * 12 + month - 1 + by, 12)
        return f"{year:04}-{month + 1:02}"
    return (date(year, month, day) + timedelta(days=by)).isoformat()


def today() -> str:
    """The date of this day; where output has to be the same every day, that of SOURCE_DATE_EPOCH.

    Its seconds since 1970 are those of https://reproducible-builds.org/specs/source-date-epoch/.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return (date(1970, 1, 1) + timedelta(seconds=int(epoch))).isoformat()
    return date.today().isoformat()


def on_or_in(when: str) -> str:
    """A date with the word that goes before it: on a day, in a month, a year or a period.

    Parameters
    ----------
    when : str
        The date.

    Returns
    -------
    str

    >>> on_or_in("2004-05-01"), on_or_in("2004-05"), on_or_in("1990:1995")
    ('on 2004-05-01', 'in 2004-05', 'in 1990:1995')
    """
    return f"{'on' if len(when) == 10 and _DATE.fullmatch(when) else 'in'} {when}"


@frozen
class Period:
    """A stretch of time, both ends included; `None` is open.

    >>> str(Period("2001-05", "2001-05")), str(Period("1990", "1995")), str(ALWAYS)
    ('2001-05', '1990:1995', 'any')
    """

    start: str | None
    end: str | None

    def __str__(self) -> str:
        if self.start is None and self.end is None:
            return "any"
        return self.start or "" if self.start == self.end else f"{self.start or ''}:{self.end or ''}"

    @property
    def last_year(self) -> int | None:
        """The last year that it touches; None where it is open.

        >>> Period("2001-05", "2001-05").last_year, Period("1990", "1995").last_year, ALWAYS.last_year
        (2001, 1995, None)
        """
        return int(self.end[:4]) if self.end else None

    def covers(self, start: str | None, end: str | None) -> bool:
        """Whether a span from `start` to `end` touches the period, as far as their precision tells.

        >>> Period("1999", "1999").covers("1992-05-15", "1999-04")
        True
        """
        begins = self.end is None or (start or "") <= self.end + _END
        ends = self.start is None or (end or "") + _END >= self.start
        return begins and ends

    def sparql(self, start: str, end: str, begun: Sequence[str] = (), over: Sequence[str] = ()) -> str:
        """The same test as a SPARQL filter over variables, each of which may be unbound.

        Parameters
        ----------
        start, end : str
            The names of the variables of a span's dates.
        begun, over : sequence of str
            The names of variables of which the first that is bound counts where these are not.

        >>> Period("1995", "1995").sparql("s", "e")
        'FILTER(COALESCE(STR(?s), "") <= "1995~" && CONCAT(COALESCE(STR(?e), ""), "~") >= "1995")'
        >>> Period(None, "1995").sparql("s", "e", ["begun"])
        'FILTER(COALESCE(STR(?s), STR(?begun), "") <= "1995~")'
        >>> ALWAYS.sparql("s", "e")
        ''
        """
        first, last = (
            f'COALESCE({", ".join(f"STR(?{name})" for name in names)}, "")' for names in ([start, *begun], [end, *over])
        )
        tests = []
        if self.end is not None:
            tests.append(f'{first} <= "{self.end}{_END}"')
        if self.start is not None:
            tests.append(f'CONCAT({last}, "{_END}") >= "{self.start}"')
        return f"FILTER({' && '.join(tests)})" if tests else ""

    def within_sparql(self, start: str, end: str) -> str:
        """The test whether the whole period is within a span, as a SPARQL filter over variables that may be unbound.

        >>> Period("1995", "1996").within_sparql("s", "e")
        'FILTER(COALESCE(STR(?s), "") <= "1995~" && CONCAT(COALESCE(STR(?e), ""), "~") >= "1996")'
        >>> ALWAYS.within_sparql("s", "e")
        'FILTER(!BOUND(?s) && !BOUND(?e))'
        """
        begun = f'COALESCE(STR(?{start}), "") <= "{self.start}{_END}"' if self.start else f"!BOUND(?{start})"
        lasts = f'CONCAT(COALESCE(STR(?{end}), ""), "{_END}") >= "{self.end}"' if self.end else f"!BOUND(?{end})"
        return f"FILTER({begun} && {lasts})"


ALWAYS = Period(None, None)
"""All of time: `--as-of any`."""


def parse_period(text: str) -> Period:
    """A date, `any`, or `FROM:TO` with either end left open.

    >>> str(parse_period("1990:1995")), str(parse_period("2001-05-18")), str(parse_period("any"))
    ('1990:1995', '2001-05-18', 'any')
    """
    if text.strip().lower() == "any":
        return ALWAYS
    if ":" not in text:
        moment = parse_date(text)
        return Period(moment, moment)
    first, _, last = text.partition(":")
    start, end = (parse_date(part) if part.strip() else None for part in (first, last))
    if start and end and start > end + _END:
        raise InvalidRequest(f"the period {text!r} ends before it begins; write FROM:TO, the earlier first")
    return Period(start, end)
