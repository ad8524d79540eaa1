"""Whether a column that a user says to be of bodies or of members is one itself: its cells say whether or since when."""

from __future__ import annotations

from ..cells.cell_reader import CellReader
from ..dates.single_dates import Undecided
from .column import Column
from .words.column_names import FIELDS
from .words.column_words import says
from .words.id_names import says_id

__all__ = ["is_one_itself"]


def is_one_itself(column: Column, wanted: str, cells: CellReader) -> bool:
    """Whether a column is a body or a member itself, rather than one of their names.

    Its cells are yes and no, dates or roles. Numbers may be those of bodies, and so may what looks like years in a column
    that is called after bodies or ids.

    Parameters
    ----------
    column : Column
        The column.
    wanted : str
        What the user says that it is: "member" or "organization".
    cells : CellReader
        Reads its cells.

    Returns
    -------
    bool

    >>> from ..dates.written_dates import WrittenDates
    >>> cells = CellReader(WrittenDates())
    >>> [is_one_itself(Column(2, name, ["1990", "1995"]), "organization", cells) for name in ("nordics", "alliance", "atopid")]
    [True, False, False]
    """
    if column.is_own_body:
        return True
    if not column.cells or column.urls or (column.numbers and not column.years) or says_id(column.key):
        return False
    called = column.key in FIELDS[wanted] or says(column.key, wanted)
    return not called and all(_is_understood(cell, cells) for cell in sorted(column.distinct))


def _is_understood(cell: str, cells: CellReader) -> bool:
    """Whether a cell says whether or since when something is a member, though perhaps not on which day."""
    try:
        return cells.cell(cell) is not None or bool(cells.asked(cell))
    except Undecided:
        return True
