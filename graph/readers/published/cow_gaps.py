"""Years of which a Correlates of War IGO table has no rows: those between two that were coded are filled in, others not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from ...amounts import shortened
from ...model.runs import runs

__all__ = ["CODED_EVERY", "fill_between", "gaps_of", "years_of"]

CODED_EVERY = (5, 1965)
"""Memberships were coded every so many years until then, and in each year after it."""


def fill_between(
    cells: Mapping[int, dict[int, str]], exists: dict[int, int], over: dict[int, int] | None = None
) -> None:
    """Give the years between two that were coded what both say, where the table has no rows for them.

    Parameters
    ----------
    cells : mapping of int to dict of int to str
        For each state and year a letter for each organization, as `CowTables` has them; filled in place.
    exists : dict of int to int
        For each year the organizations that exist in it, as bits; filled in place.
    over : dict of int to int, optional
        For each year those that do not; filled in place.

    >>> cells, exists = {2: {1950: "1", 1955: "1"}, 20: {1950: "0", 1955: "1"}}, {1950: 1, 1955: 1}
    >>> fill_between(cells, exists)
    >>> cells[2][1953], cells[20][1953], sorted(exists)[:3]
    ('1', '0', [1950, 1951, 1952])
    """
    step, until = CODED_EVERY
    for earlier, later in pairwise(sorted(exists)):
        if earlier % step or later != earlier + step or later > until:
            continue  # no years that were coded one after the other
        between = range(earlier + 1, later)
        both_exist = exists[earlier] & exists[later]
        exists |= dict.fromkeys(between, both_exist)
        if over is not None:
            said = [exists[year] | over.get(year, 0) for year in (earlier, later)]
            over |= dict.fromkeys(between, said[0] & said[1] & ~both_exist)
        for years in cells.values():
            if both := _both(years, earlier, later):
                years |= dict.fromkeys(between, both)


def _both(years: Mapping[int, str], earlier: int, later: int) -> str:
    """What the cells of two years say alike, and else that there is no membership; "" if one of the years is missing."""
    before, after = years.get(earlier, ""), years.get(later, "")
    if not (before and after):
        return ""
    return "".join(a if a == b else "n" if {a, b} & set("n?") else "0" for a, b in zip(before, after, strict=True))


def gaps_of(years: Iterable[int]) -> str:
    """The years between others that are missing, in words; "" if there are none.

    >>> gaps_of([1950, 1951, 1955])
    '1952–1954'
    """
    return years_of(year for (_, a), (b, _) in pairwise(runs(years)) for year in range(a + 1, b))


def years_of(years: Iterable[int]) -> str:
    """Years in words.

    >>> years_of([1950, 1952, 1953])
    '1950, 1952–1953'
    """
    return shortened((f"{a}–{b}" if b > a else str(a) for a, b in runs(years)), 6)
