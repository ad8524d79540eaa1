"""Columns of yes and no with an event and its year in their names: "Joined 2004", "NATO joined 1999".

Yes in such a column is that date. Of one body the years of all its columns come into one column, as if they had been
written there. Where rows have a body of their own and some have yes in none of the columns, nothing is read: they may
be members of another year, or none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..cells.cell_words import NO, UNKNOWN, YES, flag_of
from ..planning.keys import key_of
from ..planning.named_bodies import called_after_body, capitals_tell
from ..planning.words.column_words import edge_of
from ..tables.tabular import Table
from .unfolding import names_in

__all__ = ["event_and_year", "gather_years"]

_OF_BODY = re.compile(r"\((?:since|from|seit|depuis|desde|dal|sinds) \d{4}\)$", re.IGNORECASE)
"""A year that may be the body's own, or that of all its members: "EU (since 1993)"."""
_YEAR = re.compile(r"\(?\b(?:in )?\(?((?:1[89]|20)\d\d)\)?\b\)?")


class _Event(NamedTuple):
    """What the name of a column says: the edge of a membership, the body ("" for that of the row), the year."""

    edge: str
    body: str
    year: str


def event_and_year(name: str) -> _Event | None:
    """The event and the year in the name of a column; None if it does not have one of each.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    tuple of (edge, body, year) or None

    >>> tuple(event_and_year("Joined EU in 2004")), tuple(event_and_year("2004 accession")), event_and_year("Joined")
    (('start', 'EU', '2004'), ('start', '', '2004'), None)
    """
    name = name.replace("_", " ")
    years = _YEAR.findall(name)
    if len(years) != 1 or _OF_BODY.search(name):
        return None
    rest = " ".join(_YEAR.sub(" ", name).split())
    edge, body = edge_of(rest, key_of(rest))
    return _Event(edge, body, years[0]) if edge else None


def gather_years(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table whose columns have events and years in their names a column of dates for each event.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which are left as they are.
    """
    given = {key_of(name) for name in mapping}
    columns: dict[tuple[str, str], dict[int, str]] = {}
    for at, name in enumerate(table.header):
        event = event_and_year(name) if key_of(name) not in given else None
        if event is not None and _answers(table, at):
            columns.setdefault((event.body, event.edge), {})[at] = event.year
    capitals = capitals_tell(table.header)
    columns = {of: years for of, years in columns.items() if not of[0] or called_after_body(of[0], capitals=capitals)}
    starts = columns.get(("", "start"))
    if starts and not all(_said(cells, starts) for cells in table.sample if any(map(str.strip, cells))):
        columns = {of: years for of, years in columns.items() if of[0]}
    if not columns:
        return
    shown = ", ".join(repr(table.header[at]) for years in columns.values() for at in years)
    table.notes.append(f"yes in {shown} was read as the date that is in the name")
    _gather(table, columns)


def _answers(table: Table, at: int) -> bool:
    """Whether the cells of a column are yes and no, some of them yes."""
    said = {flag_of(cell) for cell in names_in(table, at)}
    return YES in said and UNKNOWN not in said


def _said(cells: Sequence[str], years: Mapping[int, str]) -> str:
    """The years of the columns in which a row has yes."""
    return "; ".join(year for at, year in years.items() if at < len(cells) and flag_of(cells[at]) == YES)


def _gather(table: Table, columns: Mapping[tuple[str, str], Mapping[int, str]]) -> None:
    gone = {at for years in columns.values() for at in years}
    width = len(table.header)
    kept = [at for at in range(width) if at not in gone]

    def row(cells: list[str]) -> list[str]:
        if not any(map(str.strip, cells)):
            return cells
        found = [_said(cells, years) or _without(of, cells, years) for of, years in columns.items()]
        return [*(cells[at] if at < len(cells) else "" for at in kept), *found, *cells[width:]]

    table.rewrite(row)
    table.header = [table.header[at] for at in kept] + [_named(*of, columns) for of in columns]


def _without(of: tuple[str, str], cells: Sequence[str], years: Mapping[int, str]) -> str:
    """What stands for a row without yes: no date that is known, or no membership of the body."""
    body, edge = of
    if body or edge == "end":
        return ""
    return "unknown" if any(at < len(cells) and flag_of(cells[at]) == NO for at in years) else ""


def _named(body: str, edge: str, columns: Mapping[tuple[str, str], Mapping[int, str]]) -> str:
    """What the new column is called, so that it is read as what it is."""
    if not body:
        return "joined" if edge == "start" else "left"
    both = {(body, "start"), (body, "end")} <= columns.keys()
    return f"{body} {'joined' if edge == 'start' else 'left'}" if both or edge == "end" else body
