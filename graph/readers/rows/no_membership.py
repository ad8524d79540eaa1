"""What is said of cells that made no membership, where that may not be what their table means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...amounts import counted, shortened
from ..cells.cell_words import NO, YES, denies, flag_of
from ..cells.said import Said
from ..dates.single_dates import Undecided
from ..important import Important
from ..table_options import map_option
from .table_in_hand import TableInHand

__all__ = ["NoMembership"]


class NoMembership:
    """Counts the cells of yes and no that made no membership, and tells the table's report of them.

    Parameters
    ----------
    table : TableInHand
        The table.
    sample : sequence of rows
        Its first rows.
    """

    def __init__(self, table: TableInHand, sample: Sequence[Sequence[str]]) -> None:
        self._table = table
        self._answered = _answered(table, sample)
        self._unsaid: Counter[str] = Counter()  # cells that say neither, by their column
        self._marks: Counter[str] = Counter()  # marks that were read as no, and may stand for a date that is not known
        self._undated: Counter[str] = Counter()  # answers of yes, which may stand for a date that is not known
        self._dated = False  # whether a date stands in the place of a yes
        self._ended = 0  # how many rows say no, and when the membership ended

    def unsaid(self, at: int, text: str, missing: bool) -> bool:
        """Whether a cell says nothing beside others that say no, so that it is not known rather than one more no."""
        if at not in self._answered or (text and not missing):
            return False
        self._unsaid[self._table.plan.header[at]] += 1
        return True

    def count_flag(self, text: str, flag: Said) -> None:
        """Count what a row's own column of yes and no says."""
        self._dated = self._dated or bool(flag.spans)
        if text and flag.holds == NO and not flag.spans and not denies(text):
            self._marks[text] += 1
        elif flag.holds == YES and not flag.spans and flag_of(text) == YES:
            self._undated[text] += 1

    def count_ended(self) -> None:
        """Count a row that says no and has an end."""
        self._ended += 1

    def say(self) -> None:
        """Tell the table's report."""
        report = self._table.report
        if self._unsaid:
            columns = shortened(f"{name!r} ({count:,})" for name, count in self._unsaid.items())
            report.warnings.append(
                f"cells that are empty or say neither yes nor no made no membership: {columns};"
                " if they mean yes or no, write that"
            )
        if self._ended:
            name = self._table.column("flag")
            report.warnings.append(
                f"{counted(self._ended, 'row')} with no in {name!r} and with an end made no membership; if they were"
                f" members until then, say: {map_option(name, 'current')}"
            )
        if self._marks and self._dated:
            name = self._table.column("flag")
            marks = shortened(f"{mark!r} ({count:,})" for mark, count in self._marks.items())
            ways = f"if only the date is not known, say: {map_option(name, 'start')}"
            report.notes.append(Important(f"{marks} among the dates of {name!r} made no membership; {ways}"))
        if self._undated and self._dated:
            answers = shortened(f"{answer!r} ({count:,})" for answer, count in self._undated.items())
            name = self._table.column("flag")
            said = f"{answers} among the dates of {name!r} was read as a membership without a date"
            way = f'--role "{next(iter(self._undated))}=skip"'
            report.notes.append(Important(f"{said}; if it says that there is none, say: {way}"))


def _answered(table: TableInHand, sample: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns of yes and no in which both are written out; columns of years are taken together."""
    plan = table.plan
    places = {*([plan.fields["flag"]] if "flag" in plan.fields else []), *plan.wide}
    found: dict[int, set[str]] = {at: set() for at in places}
    for row in sample:
        for at in places:
            # A dash may say that there is nothing to say, and is no answer.
            if at >= len(row) or not row[at].strip(" -–—\t"):
                continue
            try:
                said = table.cells.cell(row[at].strip())
            except Undecided:
                continue  # a date, which is asked about with its row
            if said is not None:
                found[at].add(said.holds)
    if plan.layout == "years" and {YES, NO} <= set().union(*found.values()):
        return frozenset(places)
    return frozenset(at for at, holds in found.items() if {YES, NO} <= holds)
