"""A table whose rows are being read, as all that read them share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..cells.cell_reader import CellReader
from ..cells.said import Said
from ..cells.status_words import is_former
from ..dates.calendar_dates import plain_text
from ..dates.date_words import OPEN
from ..dates.written_dates import WrittenDates
from ..important import Important
from ..planning.table_plan import Plan
from ..report import Report
from ..table_options import TableOptions

__all__ = ["NO_VALUE", "TableInHand"]

NO_VALUE = frozenset(("na", "n/a", "nan", "null", "."))


@dataclass
class TableInHand:
    """A table whose rows are being read: its columns, what reads its cells, and what is to be said of it.

    Parameters
    ----------
    where : str
        The file, for messages.
    header : list of str
        The names of the columns.
    options : TableOptions
        What the user says of it.
    plan : Plan
        Which column is what.
    dates : WrittenDates
        Reads dates.
    cells : CellReader
        Reads roles, flags and the cells of wide tables.
    report : Report
        What is said of it.
    unknown : dict of str to (int, str)
        Words that were not understood, each with its first row and its place in it.
    going_on : set of str
        Those of them that stand in a row without an end.
    """

    where: str
    header: list[str]
    options: TableOptions
    plan: Plan
    dates: WrittenDates
    cells: CellReader
    report: Report
    unknown: dict[str, tuple[int, str]] = field(default_factory=dict)
    going_on: set[str] = field(default_factory=set)

    def cell(self, cells: Sequence[str], name: str) -> str:
        at = self.plan.fields.get(name)
        return cells[at].strip() if at is not None and at < len(cells) else ""

    def role_said(self, cells: Sequence[str]) -> tuple[str | None, str]:
        """The words for the role of a row, and what has them: a column, or the title of the table.

        Parameters
        ----------
        cells : sequence of str
            The row.

        Returns
        -------
        (str or None, str)
            None if nothing says a role, as where a row says when a membership ended that its title calls a former one.
        """
        plan = self.plan
        if "role" in plan.fields:
            return self.cell(cells, "role"), f"column {self.column('role')}"
        if not plan.role_of_all or (is_former(plan.role_of_all) and self._has_ended(cells)):
            return None, ""
        return plan.role_of_all, f"the {plan.role_source}"

    def _has_ended(self, cells: Sequence[str]) -> bool:
        """Whether a row says when, or that, its membership ended."""
        texts = [self.cell(cells, name) for name in ("end", "end_year", "period") if name in self.plan.fields]
        edges = (edges["end"] for edges in self.plan.edges.values() if "end" in edges)
        texts += [cells[at] for at in edges if at < len(cells)]
        return any(text.strip() and plain_text(text) not in OPEN for text in texts)

    def optional(self, cells: Sequence[str], name: str) -> str:
        text = " ".join(self.cell(cells, name).split())
        return "" if len(text) < 5 and text.casefold() in NO_VALUE else text

    def say_ended(self, text: str, told: Said, spans: Sequence[tuple[str, str]]) -> None:
        """Tell that a lesser role in which a row begins was read as all of it, since nothing says what came then."""
        start, end = spans[0][0], told.spans[0][1]
        said = f"{text!r} of a row that begins in {start} was read as all of it: {told.role} {start}–{end}"
        self.dates.seen[Important(f"{said}; if it went on in another role, write a row for that")] = None

    def column(self, name: str) -> str:
        return self.plan.header[self.plan.fields[name]]

    def place(self, number: int, at: int) -> str:
        """Where a cell is, in words: "row 3, column Body"."""
        return f"row {number}, column {self.plan.header[at]}"
