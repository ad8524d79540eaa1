"""Scales: places on a sheet for years and numbers, and the round values at which an axis has ticks."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_DATE = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2]))?(?:-([0-3][0-9]))?")

__all__ = ["Scale", "moment", "number_ticks", "year_ticks"]


@dataclass(frozen=True)
class Scale:
    """From values to places: `low` and `high` are values, `start` and `end` the places they have.

    >>> Scale(1990, 2000, 0, 100)(1995)
    50.0
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        share = (value - self.low) / (self.high - self.low) if self.high > self.low else 0.0
        return self.start + share * (self.end - self.start)


def moment(date: str, *, end: bool = False) -> float | None:
    """A date as a number of years: its first moment, or with `end` the moment after its last; None if it is no date.

    >>> moment("1990"), moment("1990", end=True), moment("1990-07"), moment("1990-12", end=True), moment("soon")
    (1990.0, 1991.0, 1990.5, 1991.0, None)
    """
    match = _DATE.match(date)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if not month:
        return year + float(end)
    if not day:
        return year + (month - 1 + end) / 12
    return year + (month - 1) / 12 + (day - 1 + end) / 372


def year_ticks(low: float, high: float, most: int) -> list[int]:
    """Round years within a stretch of time, at most so many.

    >>> year_ticks(1992.4, 2001.3, 5), year_ticks(1816, 2015, 6)
    ([1992, 1994, 1996, 1998, 2000], [1850, 1900, 1950, 2000])
    """
    for step in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000):
        ticks = list(range(math.ceil(math.floor(low) / step) * step, math.floor(high) + 1, step))
        if len(ticks) <= max(1, most):
            return ticks
    return []


def number_ticks(high: float, most: int) -> list[float]:
    """Round numbers from 0 to one that is not below `high`, at most so many; whole ones if `high` is above 5.

    >>> number_ticks(12, 5), number_ticks(11_840, 5), number_ticks(0, 5)
    ([0, 5, 10, 15], [0, 5000, 10000, 15000], [0, 1])
    """
    high = max(high, 1)
    power = 10 ** math.floor(math.log10(high / most) if high > most else 0)
    for factor in (1, 2, 5, 10, 20, 50):
        step = power * factor
        count = math.ceil(high / step)
        if count + 1 <= most:
            return [step * n for n in range(count + 1)]
    return [0, math.ceil(high)]
