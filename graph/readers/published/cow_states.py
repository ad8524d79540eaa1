"""The states of the Correlates of War IGO tables in the list of states."""

from __future__ import annotations

from ..names.reconcile import reconcile
from ..names.reconciled import Joined, Named
from .cow_cells import CowTables

__all__ = ["listed_states"]


def listed_states(tables: CowTables) -> dict[int, Joined]:
    """Each state of the tables in the list of states: by its code, or by its name where the table has no codes.

    Parameters
    ----------
    tables : CowTables
        The tables.

    Returns
    -------
    dict of int to Joined

    >>> tables = CowTables(["nato"], cells={2: {1990: "1"}}, exists={1990: 1})
    >>> listed_states(tables)[2].id
    'united-states-of-america'
    """
    named = {
        code: Named("", str(code), "cow", last=max(tables.cells[code]))
        if code > 0
        else Named(tables.states[code].label, last=max(tables.cells[code]))
        for code in sorted(tables.cells)
    }
    done = reconcile(named.values(), year=tables.last)
    return {code: done[each] for code, each in named.items()}
