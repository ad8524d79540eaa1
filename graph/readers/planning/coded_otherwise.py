"""Columns whose names say something else of their codes than these would be read as: "NATO (0=yes)", "EU (1=yes, 2=no)"."""

from __future__ import annotations

from collections.abc import Sequence

from ...amounts import shortened
from ...errors import InvalidRequest
from ..cells.cell_words import NO, YES, word
from ..table_options import map_option
from .codings import answer_said, coding_of
from .column import Column
from .columns import Columns

__all__ = ["refuse_other_codings"]


def refuse_other_codings(table: Columns, columns: Sequence[Column]) -> None:
    """Refuse a table if the name of a column says of a code what it would not be read as.

    Parameters
    ----------
    table : Columns
        The table.
    columns : sequence of Column
        The columns that are read as bodies, or that say which rows are memberships.

    Raises
    ------
    InvalidRequest
        With the ways to say what the codes mean; to read a column by itself, if others mean something else by them.
    """
    for column in columns:
        said = _said_of(column)
        others = [cell for cell, what in said.items() if not _read_so(table, column, cell, what)]
        if not others or all(word(cell) in table.cells.given for cell in said):
            continue
        apart = [c for c in columns if c is not column and _means_otherwise(c, said)]
        shown = shortened(f"{cell} is {said[cell]!r}" for cell in others)
        start = f"{table.where}: the name of column {column.name!r} says that {shown}, which is not how its cells would be read"
        if apart:
            raise InvalidRequest(
                f"{start}, nor what {apart[0].name!r} means by it; write both alike in the file, or leave one out:"
                f" {map_option(column.name, 'ignore')}"
            )
        right = _roles(table, said)
        if {*said.values()} == {YES, NO}:
            wrong = _roles(table, {cell: NO if what == YES else YES for cell, what in said.items()})
            raise InvalidRequest(f"{start}; if the name is right, say: {right}; if it is not: {wrong}")
        raise InvalidRequest(
            f"{start}; say what each is: {right}; if none of this: {map_option(column.name, 'ignore')}"
        )


def _said_of(column: Column) -> dict[str, str]:
    """What a column's name says of its cells: YES, NO, or the words for a role; of "0=yes", also that 1 is no."""
    coding = coding_of(column.name)
    if not coding:
        return {}
    meant = {code: answer if (answer := answer_said(what)) in (YES, NO) else what for code, what in coding.items()}
    if len(meant) == 1:
        code, what = next(iter(meant.items()))
        meant |= {other: NO if what == YES else YES for other in ("0", "1") if code in ("0", "1") and other != code}
    said = {cell: meant.get(word(cell).removesuffix(".0"), "") for cell in sorted(column.distinct)}
    return {cell: what for cell, what in said.items() if what}


def _read_so(table: Columns, column: Column, cell: str, what: str) -> bool:
    """Whether a cell is read as a name says."""
    key = word(cell)
    if what in (YES, NO):
        return (table.cells.flag(cell) if key in table.cells.legend else column.said(cell)) == what
    return table.cells.role(cell) == table.cells.role(what)


def _means_otherwise(column: Column, said: dict[str, str]) -> bool:
    """Whether another column has cells that mean something else there, by its name or as they are."""
    own = _said_of(column)
    return any(own.get(cell, column.said(cell)) != said[cell] for cell in column.distinct & said.keys())


def _roles(table: Columns, said: dict[str, str]) -> str:
    """The options by which cells are read as it is said."""
    roles = {
        cell: "full" if what == YES else "skip" if what == NO else table.cells.role(what) or what
        for cell, what in said.items()
    }
    return " ".join(f'--role "{cell}={role}"' for cell, role in roles.items())
