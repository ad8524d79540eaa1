"""How rows are shaped before they are written: which columns, in what order, how many, with or without a heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ...graph.errors import InvalidRequest
from ...graph.frozen import frozen
from .table import Table, plain_cell

__all__ = ["AS_THEY_COME", "Shape", "listed"]


@frozen
class Shape:
    """What is asked of rows.

    Attributes
    ----------
    columns : tuple of str
        The keys of the columns to write, in this order; all if empty.
    sort : tuple of str
        The keys of the columns to sort by, the first first; with "-" in front the largest comes first.
    limit : int, optional
        The most rows to write.
    header : bool
        Whether the line of headings is written.
    count : bool
        Write the number of rows instead of the rows.
    transpose : bool
        Write a single row as a line for each of its columns.
    """

    columns: tuple[str, ...] = ()
    sort: tuple[str, ...] = ()
    limit: int | None = None
    header: bool = True
    count: bool = False
    transpose: bool = False

    def __bool__(self) -> bool:
        return self != AS_THEY_COME

    @property
    def option(self) -> str:
        """The first option that shapes, as it is written on a command line; empty if none does."""
        given = {
            "--columns": self.columns,
            "--sort": self.sort,
            "--limit": self.limit is not None,
            "--no-header": not self.header,
            "--count": self.count,
            "--transpose": self.transpose,
        }
        return next((option for option, is_given in given.items() if is_given), "")

    @property
    def needs_all(self) -> bool:
        """Whether all rows must be there before the first is written."""
        return bool(self.sort) or self.limit is not None or self.count or self.transpose

    def places(self, columns: Mapping[str, str]) -> list[int]:
        """Where the columns to write stand among all.

        Raises InvalidRequest if there is none of a name asked for, or one is asked for twice.

        >>> Shape(columns=("n", "Number")).places({"id": "Id", "n": "Number"})
        Traceback (most recent call last):
        blocs.InvalidRequest: --columns has 'Number' twice; name each column once
        """
        places: list[int] = []
        for name in self.columns:
            place = _place(columns, name)
            if place in places:
                raise InvalidRequest(f"--columns has {name!r} twice; name each column once")
            places.append(place)
        return places or list(range(len(columns)))

    def used(self, columns: Mapping[str, str]) -> set[str]:
        """The columns whose cells matter: others need not be made.

        Raises InvalidRequest if there is none of a name asked for.

        >>> sorted(Shape(columns=("a", "b"), sort=("-n",)).used({"a": "A", "b": "B", "n": "Number", "ids": "Ids"}))
        ['a', 'b', 'n']
        """
        keys = list(columns)
        sorting = [_place(columns, name.removeprefix("-")) for name in self.sort]
        return {keys[at] for at in [*sorting, *([] if self.count else self.places(columns))]}

    def applied(self, table: Table) -> Table:
        """The table as it is asked for.

        Raises InvalidRequest if it has no column of a name asked for, or more than one row where one is transposed.

        >>> table = Table({"id": "Id", "n": "Number"}, [["a", 2], ["b", 10], ["c", None]])
        >>> Shape(columns=("n", "id"), sort=("-n",), limit=2).applied(table).rows
        [[10, 'b'], [2, 'a']]
        >>> Shape(count=True).applied(table).rows
        [[3]]
        """
        if not self:
            return table
        rows: list[Sequence[Any]] = list(table.rows)
        for name in reversed(self.sort):
            at = _place(table.columns, name.removeprefix("-"))
            rows.sort(key=lambda row: _rank(row[at]), reverse=name.startswith("-"))
            rows.sort(key=lambda row: plain_cell(row[at]) == "")  # what is missing comes last either way
        if self.count:
            return Table({"count": "Count"}, [[len(rows[: self.limit])]], table.title, table.notes, self.header)
        notes = list(table.notes)
        if self.limit is not None and len(rows) > self.limit:
            notes.append(f"{self.limit:,} of {len(rows):,} rows are shown (--limit).")
            rows = rows[: self.limit]
        columns = dict(table.columns)
        if self.columns:
            places = self.places(table.columns)
            keys = list(table.columns)
            columns = {keys[at]: table.columns[keys[at]] for at in places}
            rows = [[row[at] for at in places] for row in rows]
        if self.transpose:
            return _transposed(Table(columns, rows, table.title, notes, self.header))
        return replace(table, columns=columns, rows=rows, notes=notes, header=self.header)


AS_THEY_COME = Shape()
"""Rows as the command has them."""


def listed(words: Iterable[str]) -> tuple[str, ...]:
    """The names in an option that can be repeated, or hold several with commas.

    >>> listed(["id,label", "basis"])
    ('id', 'label', 'basis')
    """
    return tuple(name.strip() for word in words for name in word.split(",") if name.strip())


def _place(columns: Mapping[str, str], name: str) -> int:
    """Where a column stands, by its key or its heading."""
    wanted = name.casefold()
    for spelling in (list(columns), list(columns.values())):
        for at, known in enumerate(spelling):
            if known.casefold() == wanted:
                return at
    raise InvalidRequest(f"no column {name!r} here; the columns are: {' '.join(columns)}")


def _rank(cell: Any) -> tuple[int, float, str]:
    """What a cell is sorted by: numbers by size, before texts by their letters."""
    if isinstance(cell, int | float):
        return 0, float(cell), ""
    text = plain_cell(cell)
    try:
        return 0, float(text), ""
    except ValueError:
        return 1, 0.0, text.casefold()


def _transposed(table: Table) -> Table:
    if len(table.rows) != 1:
        rows = f"{len(table.rows):,} rows" if table.rows else "no row"
        raise InvalidRequest(f"--transpose takes one row, and there are {rows}; choose one with --limit 1")
    pairs = list(zip(table.columns.values(), table.rows[0], strict=True))
    return Table({"column": "Column", "value": "Value"}, pairs, table.title, table.notes, table.header)
