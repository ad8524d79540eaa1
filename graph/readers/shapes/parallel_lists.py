"""Rows with a list of names and, in another cell, a list of as many dates: "ECOWAS; AU" beside "1975; 1963"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...late import late_pattern
from ..tables.tabular import Records, Table

__all__ = ["unfold_parallel_lists"]

_SIGNS = (";", "|", "\n")
_DATE = late_pattern(r"(?:[12]\d{3}(?:-\d\d?(?:-\d\d?)?)?|\d\d?[./]\d\d?[./][12]\d{3})?")


def unfold_parallel_lists(table: Table) -> None:
    """Read such a row as several, the first name with the first date; of lists of other lengths nothing is changed.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    """
    if not any(_parallel(row) for row in table.sample):
        return

    def records(before: Records) -> Records:
        for number, cells in before:
            for row in _unfolded(cells):
                yield number, row

    table.notes.append("cells with lists of names and of as many dates were read in pairs, the first with the first")
    table.sample = [row for cells in table.sample for row in _unfolded(cells)]
    table.records = records(table.records)


def _parallel(cells: Sequence[str]) -> dict[int, list[str]]:
    """The parts of the cells that are lists of one length, if some are names and others dates; empty if not."""
    for sign in _SIGNS:
        lists = {at: [part.strip() for part in cell.split(sign)] for at, cell in enumerate(cells) if sign in cell}
        dates = [at for at, parts in lists.items() if any(parts) and all(map(_DATE.fullmatch, parts))]
        if dates and len(dates) < len(lists) and len({len(parts) for parts in lists.values()}) == 1:
            return lists
    return {}


def _unfolded(cells: list[str]) -> Iterator[list[str]]:
    """The rows that a row stands for."""
    lists = _parallel(cells)
    if not lists:
        yield cells
        return
    for each in range(len(next(iter(lists.values())))):
        yield [lists[at][each] if at in lists else cell for at, cell in enumerate(cells)]
