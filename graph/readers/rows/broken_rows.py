"""Rows that a line break within a cell without quotation marks has parted, so that each piece lacks cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...amounts import shortened
from ...model.known.bodies import bodies
from ..names.known_names import states_in
from ..planning.table_plan import Plan

__all__ = ["BrokenRows"]


@dataclass
class _Piece:
    first: int
    last: int
    cells: list[str]


class BrokenRows:
    """Finds rows with too few cells that are one row together.

    Of rows that only lack their last cells each names a state of its own, or a body that others name.

    Parameters
    ----------
    plan : Plan
        Which column is what.
    sample : sequence of rows
        The first rows.

    >>> plan = Plan("rows", ["country", "pact", "note"], {"member": 0, "organization": 1})
    >>> broken = BrokenRows(plan, [["Chad", "Beta", "a"]])
    >>> [broken.with_row(*row) for row in ((2, ["Mali", "Alpha"]), (3, ["Peru", "Pact"]), (4, ["Cuba", "Alpha"]))]
    ['', '', '']
    >>> print(broken.with_row(5, ["Pact", "b"]))
    rows 4 and 5 look like one that a line break within a cell has parted ('Alpha' | 'Pact'); take the line break out
    """

    def __init__(self, plan: Plan, sample: Sequence[Sequence[str]]) -> None:
        self._width, self._at = len(plan.header), plan.fields.get("member", 0)
        self._body_at = plan.fields.get("organization", -1)
        names = {self._at, self._body_at}
        self._no_words = {at for at in plan.fields.values() if at not in names}
        """The columns of dates and answers, whose cells have no line breaks in them."""
        whole = (row for row in sample if len(row) == self._width)
        self._bodies = {row[self._body_at].strip() for row in whole} if self._body_at >= 0 else set()
        self._before: _Piece | None = None
        self._parted: list[str] = []
        self._short, self._doubtful = 0, []  # type: int, list[str]

    def with_row(self, number: int, cells: Sequence[str]) -> str:
        """Look at a row.

        Parameters
        ----------
        number : int
            The row.
        cells : sequence of str
            Its cells.

        Returns
        -------
        str
            What is wrong if it is the end of one row that began before; else "".
        """
        before, self._before = self._before, None
        self._short += len(cells) < self._width
        if before is not None and before.last + 1 == number and self._goes_on(before, cells):
            whole = [*before.cells[:-1], f"{before.cells[-1]} {cells[0]}", *cells[1:]]
            self._parted += [before.cells[-1], cells[0]]
            if len(whole) < self._width:
                self._before = _Piece(before.first, number, whole)
                return ""
            if len(whole) == self._width and self._names_state(whole):
                return self._said(before.first, number)
            if len(whole) == self._width and before.first == before.last:
                self._doubtful.append(f"{before.first} and {number}")
                return ""
        if 0 < len(cells) < self._width:
            self._before, self._parted = _Piece(number, number, [*cells]), []
        return ""

    def doubt(self) -> str:
        """What to say of rows that may be one, if no others lack cells; "" if there are none.

        Returns
        -------
        str
        """
        if not self._doubtful or self._short != 2 * len(self._doubtful):
            return ""
        return (
            f"rows {shortened(self._doubtful, 3)} have too few cells, and may be one row that a line break within a"
            " cell has parted; if so, take the line break out"
        )

    def _goes_on(self, before: _Piece, cells: Sequence[str]) -> bool:
        """Whether a row with its first cell may go on where the one before it ends, and is no row of its own."""
        if len(before.cells) - 1 in self._no_words or self._names_state(cells):
            return False
        body = cells[self._body_at].strip() if 0 <= self._body_at < len(cells) else ""
        whole = len(cells) == self._width  # of a name that the row before began
        return whole or not (body and (body in self._bodies or bodies().find(body)))

    def _names_state(self, cells: Sequence[str]) -> bool:
        return self._at < len(cells) and states_in([cells[self._at].strip()]) > 0

    def _said(self, first: int, last: int) -> str:
        rows = f"rows {first} and {last}" if last == first + 1 else f"rows {first} to {last}"
        pieces = shortened((repr(piece.strip()) for piece in self._parted), 3, " | ")
        return f"{rows} look like one that a line break within a cell has parted ({pieces}); take the line break out"
