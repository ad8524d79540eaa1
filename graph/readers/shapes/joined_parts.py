"""Dates in parts of a table with several memberships in a row: each is put together in its column of years.

What gives such a table further rows moves whole dates; a month that stayed where it was would be that of another date.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..planning.column import Column
from ..planning.dates.split_dates import fits_part
from ..planning.keys import counted, key_of
from ..planning.words.date_parts import PARTS, part_named
from ..rows.parts_of_dates import date_in_parts
from ..tables.tabular import Table
from .unfolding import names_in

__all__ = ["join_parts"]


def join_parts(table: Table, mapping: Mapping[str, str]) -> None:
    """Put the parts of all dates of a table together.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which are left as they are.
    """
    dates = [date for date in _dates(table, mapping) if {"year", "month"} <= date.keys()]
    if not dates:
        return
    header = table.header
    gone = {at for date in dates for part, at in date.items() if part != "year"}

    def row(cells: list[str]) -> list[str]:
        if not any(map(str.strip, cells)):
            return cells
        cells = [*cells, *[""] * (len(header) - len(cells))]
        for date in dates:
            cells[date["year"]] = date_in_parts([cells[date[part]] if part in date else "" for part in PARTS])
        return [cell for at, cell in enumerate(cells) if at not in gone]

    table.rewrite(row)
    table.header = [name for at, name in enumerate(header) if at not in gone]
    shown = ", ".join(repr(header[date["year"]]) for date in dates)
    table.notes.append(f"the months and days of {shown} were read with their years")


def _dates(table: Table, mapping: Mapping[str, str]) -> list[dict[str, int]]:
    """The places of the parts of each date."""
    given = {key_of(name) for name in mapping}
    found: dict[tuple[str, int], dict[str, int]] = {}
    for at, name in enumerate(table.header):
        key = key_of(name)
        before, number, behind = counted(key) or (key, 0, "")
        named = part_named(f"{before} {behind}".strip())
        if named and named[0] and key not in given and fits_part(Column(at, name, names_in(table, at)), named[1]):
            found.setdefault((named[0], number), {}).setdefault(named[1], at)
    return list(found.values())
