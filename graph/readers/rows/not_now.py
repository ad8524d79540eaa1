"""Rows without an end that say in a column of their own that they are no memberships now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...amounts import counted
from ...model.roles import role_named
from ..cells.cell_words import NO, UNKNOWN, YES, word
from ..dates.calendar_dates import plain_text
from ..dates.date_words import OPEN
from ..dates.edge_words import NOT_NOW
from ..mistakes import Wrong
from ..planning.field_names import field_named
from ..planning.going_on import is_surely_now
from ..planning.keys import key_of
from ..table_options import map_option
from .table_in_hand import TableInHand

__all__ = ["NotNow"]


class NotNow:
    """Tells of rows without an end which are over, by the columns "current" and "former".

    Parameters
    ----------
    table : TableInHand
        The table.
    dated : bool
        Whether it has columns that say when a membership held.
    """

    def __init__(self, table: TableInHand, *, dated: bool) -> None:
        self._table, self._dated = table, dated
        self._given = {field_named(field, name) for name, field in table.options.mapping.items()}
        self._found: Counter[str] = Counter()

    def end_of(self, number: int, cells: Sequence[str]) -> str:
        """The end of a row that has none, where a column says that it is no membership now; "" if none says so.

        Raises
        ------
        Wrong
            If it is not sure that the column says so, or the table has ends elsewhere.
        """
        for name in ("current", "former"):
            text = self._table.cell(cells, name)
            if not text or not self._says_over(name, text):
                continue
            column = self._table.column(name)
            if name in self._given or (is_surely_now(key_of(column)) and not self._dated):
                self._found[f"column {column!r} says {text!r}"] += 1
                return NOT_NOW
            ended = "give it an end, or leave" if self._dated else "leave"
            raise Wrong(
                f"row {number}, column {column}: {text!r} may say that it is no present membership; if so, {ended} such"
                f" rows out with: {map_option(column, name)}; if they are members all the same:"
                f" {map_option(column, 'ignore')}"
            )
        return ""

    def _says_over(self, name: str, text: str) -> bool:
        """Whether a cell of a column of what goes on, or of what is over, says of its row that it is over."""
        said = self._table.cells.flag(text)
        if name == "current" or said != UNKNOWN:
            return said == (NO if name == "current" else YES)
        # A user may say it of a column of words: "Brexit" is a reason for leaving, "member" and "present" are none.
        return name in self._given and plain_text(text) not in OPEN and role_named(word(text)) is None

    def warnings(self) -> list[str]:
        """Which rows were left out for want of an end."""
        return [
            f"{counted(count, 'row')} left out as no present membership, since {said}"
            for said, count in self._found.items()
        ]
