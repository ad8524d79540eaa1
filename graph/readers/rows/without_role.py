"""Rows whose cell for the role is empty or says that it is not known, in a table that gives the roles of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...amounts import counted, shortened
from ...model.roles import FULL
from ..cells.cell_words import YES, word
from ..important import Important
from ..row import Row
from .table_in_hand import NO_VALUE, TableInHand

__all__ = ["WithoutRole"]

_NOTHING = NO_VALUE | {""}


class WithoutRole:
    """Counts the rows that were read as of full members because their cell for the role says nothing, and says so.

    Where no row of a table says a role there is nothing to be told apart.

    Parameters
    ----------
    table : TableInHand
        The table.
    """

    def __init__(self, table: TableInHand) -> None:
        self._table = table
        self._counted: Counter[str] = Counter()
        self._said: set[str] = set()
        self.again: Counter[str] = Counter()
        """How many more rows have the same cell, by the cell as it is written; a long table has few."""

    def says_none(self, text: str) -> bool:
        """Whether a cell says no role, and the user has not said what it means.

        Parameters
        ----------
        text : str
            The cell.

        Returns
        -------
        bool
        """
        key = word(text)
        return key in _NOTHING and key not in self._table.cells.given and key not in self._table.cells.legend

    def count(self, cells: Sequence[str], made: Sequence[Row]) -> None:
        """Count a row, if it made a membership whose role its cell does not say.

        Parameters
        ----------
        cells : sequence of str
            The row.
        made : sequence of Row
            What it made.
        """
        if "role" not in self._table.plan.fields:
            return
        text = self._table.cell(cells, "role")
        if not self.says_none(text):
            self._said.add("" if self._table.cells.nearest(text) else self._table.cells.role(text))
        elif any(row.holds == YES and row.role == FULL for row in made):
            self._counted[text] += 1

    def say(self) -> None:
        """Tell the table's report; it is said whenever the table is read."""
        if not self._counted or not self._said:
            return
        found = self._counted.copy()
        for cell, rows in self.again.items():
            found[cell.strip()] += rows
        shown = shortened(
            f"{repr(text) if text else 'empty'} ({counted(rows, 'row')})" for text, rows in found.most_common()
        )
        first, *others = (f'--role "{text}=observer"' for text, _ in found.most_common(3))
        ways = " ".join((first, *others))
        note = (
            f"column {self._table.column('role')!r} gives no role in some rows, which were read as of full members:"
            f' {shown}; if it means something else, say what, for example: {ways}, or ="skip"'
        )
        # Where no other row says that it is of a member, and no more, empty cells are plainly so.
        plain = FULL not in self._said and self._counted.keys() == {""}
        self._table.report.notes.append(note if plain else Important(note))
