"""Years of which a Correlates of War IGO table has no rows: those between two that were coded are filled in, others not."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from ..amounts import shortened
from ..model.runs import runs

if TYPE_CHECKING:
    from .cow_tables import CowTables

__all__ = ["CODED_EVERY", "fill_between", "gaps_of"]

CODED_EVERY = (5, 1965)
"""Memberships were coded every so many years until then, and in each year after it."""


def fill_between(tables: CowTables) -> None:
    """Give the years between two that were coded what both say, where the table has no rows for them.

    Parameters
    ----------
    tables : CowTables
        What the tables say; changed in place.

    >>> from blocs.graph.readers.cow_tables import CowTables
    >>> tables = CowTables(["nato"], {2: {1950: "1", 1955: "1"}, 20: {1950: "0", 1955: "1"}}, exists={1950: 1, 1955: 1})
    >>> fill_between(tables)
    >>> tables.cells[2][1953], tables.cells[20][1953], sorted(tables.exists)[:3]
    ('1', '0', [1950, 1951, 1952])
    """
    step, until = CODED_EVERY
    for earlier, later in pairwise(sorted(tables.exists)):
        if earlier % step or later != earlier + step or later > until:
            continue  # no years that were coded one after the other
        between = range(earlier + 1, later)
        tables.exists |= dict.fromkeys(between, tables.exists[earlier] & tables.exists[later])
        for years in tables.cells.values():
            if both := _both(years, earlier, later):
                years |= dict.fromkeys(between, both)


def _both(years: Mapping[int, str], earlier: int, later: int) -> str:
    """What the cells of two years say alike, and else that there is no membership; "" if one of the years is missing."""
    before, after = years.get(earlier, ""), years.get(later, "")
    if not (before and after):
        return ""
    return "".join(a if a == b else "n" if {a, b} & set("n?") else "0" for a, b in zip(before, after, strict=True))


def gaps_of(tables: CowTables) -> str:
    """The years inside the table of which it says nothing, in words; "" if there are none."""
    left_out = [(a + 1, b - 1) for (_, a), (b, _) in pairwise(runs(tables.exists))]
    return shortened((f"{a}–{b}" if b > a else str(a) for a, b in left_out), 6)
