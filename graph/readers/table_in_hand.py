"""A table whose rows are being read, as all that read them share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .cells import CellReader
from .planning.table_plan import Plan
from .report import Report
from .table_options import TableOptions
from .written_dates import WrittenDates

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
        Words that were not understood, each with its first row and its column.
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

    def optional(self, cells: Sequence[str], name: str) -> str:
        text = " ".join(self.cell(cells, name).split())
        return "" if len(text) < 5 and text.casefold() in NO_VALUE else text

    def column(self, name: str) -> str:
        return self.header[self.plan.fields[name]]
