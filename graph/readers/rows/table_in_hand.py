"""A table whose rows are being read, as all that read them share it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..cells.cell_reader import CellReader
from ..cells.said import Said
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

    def optional(self, cells: Sequence[str], name: str) -> str:
        text = " ".join(self.cell(cells, name).split())
        return "" if len(text) < 5 and text.casefold() in NO_VALUE else text

    def say_ended(self, text: str, told: Said, spans: Sequence[tuple[str, str]]) -> None:
        """Tell that a lesser role in which a row begins was read as all of it, since nothing says what came then."""
        start, end = spans[0][0], told.spans[0][1]
        said = f"{text!r} of a row that begins in {start} was read as all of it: {told.role} {start}–{end}"
        self.dates.seen[Important(f"{said}; if it went on in another role, write a row for that")] = None

    def column(self, name: str) -> str:
        return self.header[self.plan.fields[name]]
