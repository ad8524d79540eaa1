"""Values that JSON has no form for, as programs write them: days and moments, numbers that are long.

MongoDB writes {"$date": …}, .NET "/Date(1083402000000)/", Java [2004, 5, 1], and others a date beside its precision.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

__all__ = ["date_in_list", "date_of", "plain_value", "spans_in_lists"]

_OF_NET = re.compile(r"/Date\((-?\d+)(?:([+-]\d\d)(\d\d))?\)/")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NUMBERS = ("$numberInt", "$numberLong", "$numberDouble", "$numberDecimal")
_TEXTS = ("$oid", "$uuid", "$symbol")
_MOMENTS = ("date", "time", "value", "timestamp")
_LENGTHS = {"year": 4, "month": 7, "day": 10, "9": 4, "10": 7, "11": 10}
"""How much of a date is sure, by the word or by Wikidata's code for it."""
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_YEARS = range(1000, 2200)


def plain_value(value: Any) -> Any:
    """A text or an object as what it stands for, where a program wrote it in a form of its own.

    Parameters
    ----------
    value : object
        A value of JSON.

    Returns
    -------
    object
        The same value, if it is nothing of the kind.

    >>> plain_value({"$date": {"$numberLong": "1083402000000"}}), plain_value("/Date(1083402000000)/")
    ('2004-05-01T09:00:00', '2004-05-01T09:00:00')
    >>> plain_value({"date": "1951-01-01", "precision": "year"}), plain_value({"name": "Chad"})
    ('1951', {'name': 'Chad'})
    """
    if isinstance(value, str):
        match = _OF_NET.fullmatch(value) if value.endswith(")/") else None
        return _moment(int(match[1]) + 60_000 * _minutes(match[2], match[3])) if match else value
    if not isinstance(value, Mapping) or len(value) > 2:
        return value
    if len(value) == 1:
        ((key, said),) = value.items()
        if key in _NUMBERS or key in _TEXTS:
            return said
        return _moment(plain_value(said)) if key == "$date" else value
    precision = _LENGTHS.get(str(value.get("precision", "")).casefold(), 0)
    said = next((value[key] for key in _MOMENTS if isinstance(value.get(key), str)), "")
    return said[:precision] if precision and _ISO.match(said) else value


def _minutes(hours: str | None, minutes: str | None) -> int:
    """How much the clock of a place is before that of Greenwich: "+05", "30"."""
    return (60 * abs(int(hours)) + int(minutes or 0)) * (-1 if hours[0] == "-" else 1) if hours else 0


def _moment(said: Any) -> Any:
    """A moment as ISO 8601 has it; what is no number of milliseconds since 1970 stays as it is."""
    try:
        found = _EPOCH + timedelta(milliseconds=int(said))
    except (TypeError, ValueError, OverflowError):
        return said
    return found.replace(tzinfo=None, microsecond=0).isoformat()


def date_in_list(values: list[Any]) -> str:
    """The date that some numbers are, as Java writes a year, a month and a day; "" if they are none.

    Parameters
    ----------
    values : list
        The numbers.

    Returns
    -------
    str

    >>> date_in_list([1949, 5, 4]), date_in_list([1951, 6]), date_in_list([1951, 1960]), date_in_list([1949])
    ('1949-05-04', '1951-06', '', '')
    """
    if len(values) not in (2, 3) or any(type(one) is not int for one in values):
        return ""
    limits = zip(values, (_YEARS, range(1, 13), range(1, 32)), strict=False)
    if not all(one in limit for one, limit in limits):
        return ""
    return "-".join((f"{values[0]:04}", *(f"{one:02}" for one in values[1:])))


def date_of(value: Any) -> Any:
    """The date that a value stands for, in whatever form a program wrote it; the same value if it is no date.

    Parameters
    ----------
    value : object
        A value of JSON that is to be a date.

    Returns
    -------
    object

    >>> date_of({"year": 1949, "month": 5, "day": None}), date_of([1949, 5, 4]), date_of("1949")
    ('1949-05', '1949-05-04', '1949')
    """
    plain = plain_value(value)
    if isinstance(plain, Mapping) and {"year"} <= plain.keys() <= {"year", "month", "day"}:
        parts = [plain.get(part) for part in ("year", "month", "day")]
        numbers = [int(str(part)) for part in parts if str(part).isdecimal()]
        if parts[len(numbers) :].count(None) < len(parts) - len(numbers):
            return value
        return str(numbers[0]) if len(numbers) == 1 else date_in_list(numbers) or value
    return (date_in_list(plain) or value) if isinstance(plain, list) else plain


_EDGE = re.compile(r"\d{4}(?:-\d\d?(?:-\d\d?(?:T.*)?)?)?")


def spans_in_lists(values: list[Any]) -> list[dict[str, Any]] | None:
    """Records of the spans that some pairs of dates are, each a start and an end; None of another list.

    Parameters
    ----------
    values : list
        The pairs.

    Returns
    -------
    list of dict, or None

    >>> spans_in_lists([[1949, 1966], ["2009-04-03", None]])
    [{'from': 1949, 'to': 1966}, {'from': '2009-04-03', 'to': None}]
    """
    pairs = [one for one in values if isinstance(one, list) and len(one) == 2 and not date_in_list(one)]
    if not pairs or len(pairs) < len(values):
        return None
    edges = [edge for pair in pairs for edge in pair if edge not in (None, "")]
    if any(pair[0] in (None, "") for pair in pairs) or not all(_EDGE.fullmatch(str(edge)) for edge in edges):
        return None
    return [{"from": start, "to": end} for start, end in pairs]
