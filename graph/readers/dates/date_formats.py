"""What a user says of dates, in one format or several that go together: "approximate DD/MM/YYYY", "buddhist"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from ...errors import InvalidRequest
from ...late import late_pattern
from .counted_days import DAYS, EPOCH
from .date_orders import MONTHS_OF_YEARS, YEARS_OF_YEARS, date_order
from .other_calendars import calendar_in

__all__ = ["DateFormat", "beside_given", "date_format", "joined_formats"]

_APPROXIMATE = late_pattern(r"\bapproximate(?:ly)?\b", re.IGNORECASE)
_SIGNS = " ,;"
_ORDER = r"(?:DD|MM|YYYY|YY)[/.](?:DD|MM|YYYY|YY)(?:[/.](?:YYYY|YY|DD))?\b"
_ADVISED = late_pattern(rf"(--date-format )([a-zA-Z](?:[\w/.]*\w)?)(?: or ({_ORDER}))?")


class DateFormat(NamedTuple):
    """What is said of the dates of a table, of each kind one thing; "" where nothing is."""

    calendar: str = ""
    approximate: str = ""
    counting: str = ""
    """What numbers count: one of the names of `counted_days`."""
    short_years: str = ""
    """What "2004/05" is."""
    order: str = ""
    """The order of day, month and year."""
    months: str = ""
    """The order of months whose years have two digits."""


def date_format(text: str) -> DateFormat:
    """What a user says of dates.

    Parameters
    ----------
    text : str
        What the user wrote: one format, or several of different kinds.

    Returns
    -------
    DateFormat

    Raises
    ------
    InvalidRequest
        If it names no format, or two of one kind.

    >>> date_format("approximate, DD/MM/YYYY").order, date_format("YYYY/YY DD MM YYYY")[3:5]
    ('dmy', ('years', 'dmy'))
    """
    found: dict[str, str] = {}
    written: dict[str, str] = {}
    for part in _parts(text):
        kind, meant = _kind_of(part)
        if found.setdefault(kind, meant) != meant:
            raise InvalidRequest(f"date formats {written[kind]!r} and {part!r} exclude each other; give one of them")
        written[kind] = part
    return DateFormat(**found)


def joined_formats(formats: Iterable[str]) -> str:
    """Formats that were given one by one as one that says them all.

    Parameters
    ----------
    formats : iterable of str
        The formats.

    Returns
    -------
    str

    >>> joined_formats(["approximate", "DD/MM/YYYY"])
    'approximate, DD/MM/YYYY'
    """
    return ", ".join(one for one in map(str.strip, formats) if one)


def beside_given(message: str, given: str) -> str:
    """A message that names formats, each with those that the user gives already: alone it would undo them.

    Parameters
    ----------
    message : str
        The message.
    given : str
        The format that the user gives; "" for none.

    Returns
    -------
    str

    >>> beside_given("say --date-format DD/MM/YYYY or MM/DD/YYYY", "approximate")
    'say --date-format "approximate DD/MM/YYYY" or "approximate MM/DD/YYYY"'
    >>> beside_given("with --date-format approximate", "approximate"), beside_given("--date-format r", "excel")
    ('with --date-format approximate', '--date-format r')
    """
    parts = _parts(given) if given else []

    def joint(advised: str) -> str:
        try:
            kind = _kind_of(advised)[0]
        except InvalidRequest:
            return advised  # "as --date-format says"
        others = [part for part in parts if _kind_of(part)[0] != kind]
        return f'"{" ".join([*others, advised])}"' if others else advised

    def again(match: re.Match[str]) -> str:
        return match[1] + joint(match[2]) + (f" or {joint(match[3])}" if match[3] else "")

    return _ADVISED.sub(again, message) if parts else message


def _parts(text: str) -> list[str]:
    """The formats in a text; one may have spaces in it: "DD MM YYYY"."""
    calendar, rest = calendar_in(text.strip())
    approximate = _APPROXIMATE.search(rest) is not None
    found = [calendar] * bool(calendar) + ["approximate"] * approximate
    pieces = re.split(r"[\s,;]+", _APPROXIMATE.sub(" ", rest).strip(_SIGNS))
    while pieces and pieces[0]:
        runs = ((many, " ".join(pieces[:many])) for many in (1, 3, 2))
        many, part = next(((many, run) for many, run in runs if _is_format(run)), (len(pieces), " ".join(pieces)))
        found.append(part)
        pieces = pieces[many:]
    return found


def _is_format(text: str) -> bool:
    try:
        return bool(text and date_order(text))
    except InvalidRequest:
        return False


def _kind_of(part: str) -> tuple[str, str]:
    """Which field of `DateFormat` a format says, and what."""
    if calendar := calendar_in(part)[0]:
        return "calendar", calendar
    if _APPROXIMATE.fullmatch(part):
        return "approximate", part
    order = date_order(part)
    if order in DAYS or order == EPOCH:
        return "counting", order
    if order in (MONTHS_OF_YEARS, YEARS_OF_YEARS):
        return "short_years", order
    return ("order" if len(order) == len("dmy") else "months"), order
