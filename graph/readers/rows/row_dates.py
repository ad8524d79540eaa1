"""The starts and ends that a row of a table gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...amounts import counted, shortened
from ...errors import InvalidRequest
from ...model.dates import preceding, today
from ..cells.cell_words import YES, flag_of
from ..cells.said import Said
from ..dates.edge_words import LEFT_OUT
from ..dates.single_dates import Undecided
from ..important import Important
from ..mistakes import Skipped, Wrong
from ..planning.keys import key_of
from ..planning.words.column_words import BEFORE_WORD
from ..table_options import map_option
from .dates_learned import TIMES, learn_dates
from .dates_together import Course, Spans, agree, ends_too_early, together
from .not_now import NotNow
from .row_edges import RowEdges
from .table_in_hand import TableInHand

__all__ = ["RowDates"]

_EXCLUSIVE = re.compile(r"\b(?:exclusive|excl|not included|exklusiv|exclu|exclusivo|nicht mehr)\b")


class RowDates:
    """Reads the starts and ends that a row gives.

    Parameters
    ----------
    table : TableInHand
        The table.
    sample : sequence of rows
        Its first rows, of which some may decide how the dates of others are to be read.
    """

    def __init__(self, table: TableInHand, sample: Sequence[Sequence[str]]) -> None:
        self._table = table
        fields = table.plan.fields
        learn_dates(table, sample)
        # Who has no date of ratification may be no party.
        named = table.plan.header[fields["start"]] if "start" in fields else ""
        self._consent = named if BEFORE_WORD.search(key_of(named)) else ""
        self.edges = RowEdges(table)
        """Reads the cells that give a start or an end."""
        self._not_now = NotNow(table, dated=bool(TIMES & fields.keys()))
        end = next((table.plan.header[fields[name]] for name in ("end", "end_year") if name in fields), "")
        self._exclusive = end if _EXCLUSIVE.search(key_of(end)) else ""
        self._today = today()
        self._to_come: Counter[str] = Counter()
        period = fields.get("period")
        self._ended = period is not None and any(self._ends(row[period].strip()) for row in sample if period < len(row))

    def spans(self, number: int, cells: Sequence[str]) -> Spans:
        """The spans of a row: from its start and end, or from one cell that has both."""
        found = self._spans(number, cells)
        for start, _ in found:
            if start > self._today:
                self._to_come[start] += 1
        return found

    def told_in(self, cells: Sequence[str], told: Said) -> str:
        """The field in whose cell of a row dates stand beside its role, among its remarks or in its flag."""
        fields = [name for name in ("role", "remarks", "flag") if name in self._table.plan.fields]
        saying = (name for name in fields if self._table.cells.status(self._table.cell(cells, name)) == told)
        return next(saying, fields[0])

    def with_status(self, number: int, cells: Sequence[str], told: Said, spans: Spans) -> Course:
        """The spans of a row, with those that stand beside its role, among its remarks or in its flag."""
        if not told.spans:
            return Course(spans)
        column = self._table.column(self.told_in(cells, told))
        way = f"correct one of the two, or leave the column out with: {map_option(column, 'ignore')}"
        return together(told, spans, f"row {number}, column {column}", way)

    def _spans(self, number: int, cells: Sequence[str]) -> Spans:
        fields = self._table.plan.fields
        if "period" in fields and (text := self._table.cell(cells, "period")):
            return self._period(number, text)
        start, end = self.edges.of_row(number, cells, "start"), self.edges.of_row(number, cells, "end")
        if "founder" in fields and flag_of(self._table.cell(cells, "founder")) == YES:
            start = start or self.edges.of_row(number, cells, "founded")
        if not start:
            self._say_without_start(number, cells)
        if not isinstance(start, str):
            if len(start) > 1 or start[0][1]:
                if end:
                    raise Wrong(
                        f"row {number}, column {self._table.column('start')}: it gives an end, and so does the end's"
                        " column"
                    )
                return start
            start = start[0][0]
        if not isinstance(end, str):
            end = self._end_of_span(number, start, end)
        if self._exclusive and end and end not in LEFT_OUT:
            end = preceding(end)
        start, last = self._uncensored(cells, start, end)
        last = last or self._not_now.end_of(number, cells)
        if ends_too_early(start, last):
            name = "end" if "end" in fields else "end_year"
            raise Wrong(
                f"row {number}, column {self._table.column(name)}: the membership ends ({last}) before it begins"
                f" ({start})"
            )
        return [(start, last)]

    def _period(self, number: int, text: str) -> Spans:
        """The spans in a cell of periods; a date alone among spans may be all of one, or its start."""
        self.edges.leave_out(text)
        found = self.edges.spans_in(number, "period", text) or [("", "")]
        if not found[-1][1] and self._table.dates.end_not_known(text):
            self.edges.words.not_known(text)
        alone = self._table.dates.alone(text) if self._ended else []
        if alone and len(found) == 1:
            # Beside spans it may as well be all of one.
            said = f"dates alone in column {self._table.column('period')!r}, such as {text!r}, were read as starts"
            self._table.dates.seen[
                Important(f"{said}; write {alone[0]}–{alone[0]} where it is all of a membership")
            ] = None
        elif alone and any(end for _, end in found):
            column = self._table.column("period")
            raise Wrong(
                f"row {number}, column {column}: {alone[0]!r} may be all of a membership, or the start of one that goes"
                f" on; write it as {alone[0]}–{alone[0]}, or read such dates as starts with:"
                f" {map_option(column, 'start')}"
            )
        return found

    def _end_of_span(self, number: int, start: str, found: Spans) -> str:
        """The end of a span that stands where the end should be, if it begins as the row does."""
        begin, end = found[0]
        if len(found) > 1 or (begin and end and start and not agree(begin, start)):
            raise Wrong(
                f"row {number}, column {self._table.column('end')}: it is a span, and another column has the start;"
                " write the end alone"
            )
        return end or begin

    def _uncensored(self, cells: Sequence[str], start: str, end: str) -> tuple[str, str]:
        """Dates without those at which only the table begins or ends."""
        fields = self._table.plan.fields
        if start and "left_censored" in fields and flag_of(self._table.cell(cells, "left_censored")) == YES:
            self._table.dates.seen["starts that are the table's own, by its column of them, read as unknown"] = None
            start = ""
        if end and "right_censored" in fields and flag_of(self._table.cell(cells, "right_censored")) == YES:
            self._table.dates.seen["ends that are the table's own, by its column of them, read as still going on"] = (
                None
            )
            end = ""
        return start, end

    def _say_without_start(self, number: int, cells: Sequence[str]) -> None:
        """Who has signed and no more may be no member."""
        for at, name in self._table.plan.before.items():
            if at < len(cells) and cells[at].strip():
                column = self._table.column("start" if "start" in self._table.plan.fields else "start_year")
                as_start, ignored = (self._table.plan.map_as(at, field) for field in ("start", "ignore"))
                raise Wrong(
                    f"row {number}, column {column}: it is empty, but {name!r} has a date, so this may be no"
                    f" membership; read these dates as starts with: {as_start}, or leave such rows out with: {ignored}"
                )
        if any(at < len(cells) and cells[at].strip() for at in self._table.plan.signed):
            self._table.report.skipped["signed only"] += 1
            raise Skipped
        if self._consent:
            self._table.report.unknown[f"a row without a date of {self._consent}"] += 1

    def _ends(self, text: str) -> bool:
        """Whether a cell has a span that ends."""
        try:
            return any(end for _, end in self._table.dates.spans(text))
        except (InvalidRequest, Undecided):
            return False

    def say(self) -> None:
        """Tell the table's report what was made of words, and which rows were left out for want of an end."""
        report = self._table.report
        report.notes += self.edges.words.notes()
        if self._exclusive:
            report.notes.append(f"ends in column {self._exclusive!r} were read as the time before, as its name says")
        report.notes += self.edges.notes_of_spans()
        report.warnings += self.edges.words.warnings()
        if self._to_come:
            report.warnings.append(
                f"{counted(self._to_come.total(), 'membership')} with a start in the future:"
                f" {shortened(self._to_come, 4)}; correct them if they are slips"
            )
        report.warnings += self._not_now.warnings()
