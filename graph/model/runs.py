"""Years as runs of consecutive ones, and what lies between these."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

__all__ = ["gaps", "runs"]


def runs(years: Iterable[int], known: Sequence[int] = (), step: int = 1, until: int = 0) -> list[tuple[int, int]]:
    """Years as runs of consecutive ones, both ends included.

    Parameters
    ----------
    years : iterable of int
        The years, in any order.
    known : sequence of int
        All years of the table, in order, if it has not every year.
    step, until : int
        How many years apart they may be, and before which year, and still be consecutive.

    Returns
    -------
    list of (int, int)

    >>> runs([1816, 1817, 1820])
    [(1816, 1817), (1820, 1820)]
    >>> runs([1955, 1960, 1965, 1966], [1950, 1955, 1960, 1965, 1966], step=5, until=1965)
    [(1955, 1966)]
    """
    follows = {later: earlier for earlier, later in pairwise(known) if _follows(earlier, later, step, until)}
    found: list[tuple[int, int]] = []
    for year in sorted(set(years)):
        if found and found[-1][1] == follows.get(year, year - 1):
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def gaps(years: Iterable[int], step: int = 1, until: int = 0) -> list[tuple[int, int]]:
    """The years between others that are not consecutive.

    Parameters
    ----------
    years : iterable of int
        The years, in order.
    step, until : int
        How many years apart they may be, and before which year, and still be consecutive.

    Returns
    -------
    list of (int, int)
        The first and the last year of each gap.

    >>> gaps([1950, 1955, 1966, 1967, 1969], step=5, until=1965)
    [(1956, 1965), (1968, 1968)]
    """
    apart = (
        (one, other) for one, other in pairwise(years) if other > one + 1 and not _follows(one, other, step, until)
    )
    return [(earlier + 1, later - 1) for earlier, later in apart]


def _follows(earlier: int, later: int, step: int, until: int) -> bool:
    return later - earlier <= step and earlier < until
