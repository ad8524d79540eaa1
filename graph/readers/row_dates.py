"""The starts and ends that a row of a table gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

from ..amounts import counted, shortened
from ..errors import InvalidRequest
from ..model.dates import preceding, today
from ..model.roles import role_named
from .bounds import LATEST, bound_in
from .calendar_dates import plain_text
from .cell_words import NO, SKIP, UNKNOWN, YES, flag_of, says_none, word
from .date_orders import YEARS_OF_YEARS, order_named
from .date_words import LATER, OPEN, OVER
from .edge_words import LEFT_OUT, NOT_NOW, UNKNOWN_END, EdgeWords
from .important import Important
from .mistakes import Skipped, Wrong
from .not_a_date import NotADate, quoted
from .parts_of_dates import date_in_parts
from .planning.column_words import BEFORE_WORD, TURNS
from .planning.field_names import field_named
from .planning.going_on import is_surely_now
from .planning.keys import key_of
from .single_dates import Undecided
from .table_in_hand import TableInHand
from .table_options import map_option

__all__ = ["RowDates"]

_TIMES = frozenset(("start", "start_year", "end", "end_year", "period"))
"""The fields that say when a membership held."""
_LEARNED_FROM = _TIMES | {"role", "remarks", "year"}
"""The fields in whose cells some dates may decide how others are read."""

_NEVER = frozenset((
    "never", "not yet", "in negotiation", "under negotiation", "negotiating", "nie", "jamais", "nunca", "mai", "nooit",
    "never joined", "not joined", "in process", "in progress", "awaiting ratification",
))  # fmt: skip


_SHORT = re.compile(r"(\d{4}) ?[-/–—] ?\d{1,2}")
_EXCLUSIVE = re.compile(r"\b(?:exclusive|excl|not included|exklusiv|exclu|exclusivo|nicht mehr)\b")
_SPANS_IN = re.compile(r"(?<![\d-])\d{4} ?[-–/] ?\d{1,4}(?![\d-])")
_IN = re.compile(r"(?i)(?:in|im|en|no|em|в)\b")
_BEGINS = re.compile(r"(?i)(?:member )?(?:since|from|as of|seit|ab|depuis|desde|dal|sinds|с)\b.*\d")
_DATE_AND_WORD = re.compile(r"(.*\d)[ ,:]*\(([^()\d]+)\)")
_SOME_VALUE = re.compile(r"_:\S+|https?://\S+/\.well-known/genid/\S+|[tb]\d+")
"""What the results of queries have for a value that is there and that nobody knows, as Wikidata's "some value"."""


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
        dated = {at: name in _TIMES for name, at in fields.items() if name in _LEARNED_FROM}
        for at, spans in [*dated.items(), *((at, True) for at in table.plan.wide)]:
            table.dates.learn((row[at] for row in sample if at < len(row)), spans=spans)
        for name in ("member", "organization", "role"):
            if name in fields:
                at = fields[name]
                table.dates.learn(span for row in sample if at < len(row) for span in _SPANS_IN.findall(row[at]))
        orders = {order: name for at in dated if (order := order_named(name := table.header[at]))}
        if table.dates.given:
            for order, name in orders.items():
                if order != table.dates.order:
                    said = f"dates in column {name!r} were read as --date-format says, and not as its name does"
                    table.dates.seen[said] = None
        elif len(orders) == 1:
            table.dates.take_order(*orders.popitem())
        # Who has no date of ratification may be no party.
        named = table.header[fields["start"]] if "start" in fields else ""
        self._consent = named if BEFORE_WORD.search(key_of(named)) else ""
        self._status = "role" if "role" in fields else "remarks"
        self.words = EdgeWords()
        """What stands for starts and ends in words."""
        self._not_now: dict[str, int] = {}
        end = next((table.header[fields[name]] for name in ("end", "end_year") if name in fields), "")
        self._exclusive = end if _EXCLUSIVE.search(key_of(end)) else ""
        self._has_spans: dict[str, str] = {}
        self._today = today()
        self._to_come: Counter[str] = Counter()
        self._dated = bool(_TIMES & fields.keys())
        self._given = {field_named(field, name) for name, field in table.options.mapping.items()}
        period = fields.get("period")
        self._ended = period is not None and any(self._ends(row[period].strip()) for row in sample if period < len(row))

    def spans(self, number: int, cells: Sequence[str]) -> Sequence[tuple[str, str]]:
        """The spans of a row: from its start and end, or from one cell that has both."""
        found = self._spans(number, cells)
        for start, _ in found:
            if start > self._today:
                self._to_come[start] += 1
        return found

    def _spans(self, number: int, cells: Sequence[str]) -> Sequence[tuple[str, str]]:
        fields = self._table.plan.fields
        if "period" in fields and (text := self._table.cell(cells, "period")):
            return self._period(number, text)
        start, end = self._edge(number, cells, "start"), self._edge(number, cells, "end")
        if "founder" in fields and flag_of(self._table.cell(cells, "founder")) == YES:
            start = start or self._edge(number, cells, "founded")
        if self._table.plan.before and not start:
            self._refuse_if_before(number, cells)
        if not start and any(at < len(cells) and cells[at].strip() for at in self._table.plan.signed):
            self._table.report.skipped["signed only"] += 1
            raise Skipped
        if not start and self._consent:
            self._table.report.unknown[f"a row without a date of {self._consent}"] += 1
        if isinstance(start, list):
            if len(start) > 1 or start[0][1]:
                if end:
                    raise Wrong(
                        f"row {number}, column {self._table.column('start')}: it gives an end, and so does the end's"
                        " column"
                    )
                return start
            start = start[0][0]
        if isinstance(end, list):
            end = self._end_of_span(number, start, end)
        if self._exclusive and end and end not in LEFT_OUT:
            end = preceding(end)
        start, last = self._uncensored(cells, start, end)
        if not last:
            last = self._over(number, cells)
        if start and last and start > last + "~":
            name = "end" if "end" in fields else "end_year"
            raise Wrong(
                f"row {number}, column {self._table.column(name)}: the membership ends ({last}) before it begins"
                f" ({start})"
            )
        return [(start, last)]

    def _end_of_span(self, number: int, start: str, found: Sequence[tuple[str, str]]) -> str:
        """The end of a span that stands where the end should be, if it begins as the row does."""
        begin, end = found[0]
        if len(found) > 1 or (begin and end and start and not _agree(begin, start)):
            raise Wrong(
                f"row {number}, column {self._table.column('end')}: it is a span, and another column has the start;"
                " write the end alone"
            )
        return end or begin

    def within(
        self, number: int, status: Sequence[tuple[str, str]], spans: Sequence[tuple[str, str]]
    ) -> Sequence[tuple[str, str]]:
        """The dates of a row with those that its status has: an edge may be in both, if it is the same.

        Of several spans in the status the row may give the start of the first and the end of the last.
        """
        if not status or not any(start or end for start, end in spans):
            return status or spans
        if len(spans) > 1:
            raise Wrong(
                f"row {number}, column {self._table.column(self._status)}: it has dates, and so have other columns"
            )
        found = [list(span) for span in status]
        for edge, at in ((0, 0), (1, -1)):
            given = spans[0][edge]
            alike = [span for span in found if given and _agree(span[edge], given)]
            if alike:
                alike[0][edge] = max(alike[0][edge], given, key=len)
            elif found[at][edge] and given in LEFT_OUT:
                continue
            elif given and found[at][edge] and found[at][edge] not in LEFT_OUT:
                self._refuse_two_dates(number, found[at][edge], given)
            elif given:
                found[at][edge] = given
        for (_, gone), (back, _) in pairwise(found):
            if not found[0][0] <= gone + "~" or (found[-1][1] and back > found[-1][1] + "~"):
                column = self._table.column(self._status)
                raise Wrong(
                    f"row {number}, column {column}: it was interrupted from {gone} to {back}, which is not within"
                    f" {found[0][0] or '…'} to {found[-1][1] or 'today'}"
                )
        start, end = found[0]
        if start and end and start > end + "~":
            raise Wrong(f"row {number}: the membership ends ({end}) before it begins ({start})")
        return [(start, end) for start, end in found]

    def _refuse_two_dates(self, number: int, one: str, other: str) -> NoReturn:
        raise Wrong(
            f"row {number}, column {self._table.column(self._status)}: it says {one}, and another column says {other}"
        )

    def narrowed(
        self, number: int, name: str, own: Sequence[tuple[str, str]], spans: Sequence[tuple[str, str]]
    ) -> Sequence[tuple[str, str]]:
        """The dates behind a name, with those of its row where it gives none: "Iraq (until 1959)" in one of 1955."""
        if len(spans) > 1:
            raise Wrong(f"row {number}: {name!r} has dates behind it, and another cell has several memberships")
        if len(own) != 1 or len(spans) != 1:
            return own
        start, end = own[0][0] or spans[0][0], own[0][1] or spans[0][1]
        if start and end and start > end + "~":
            raise Wrong(f"row {number}: {name!r} would end ({end}) before it begins ({start})")
        return [(start, end)]

    def _ends(self, text: str) -> bool:
        """Whether a cell has a span that ends."""
        try:
            return any(end for _, end in self._table.dates.spans(text))
        except (InvalidRequest, Undecided):
            return False

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

    def _over(self, number: int, cells: Sequence[str]) -> str:
        """The end of a row that has none, where a column says that it is no membership now; "" if none says so."""
        for name in ("current", "former"):
            text = self._table.cell(cells, name)
            if not text or not self._says_over(name, text):
                continue
            column = self._table.column(name)
            if name in self._given or (is_surely_now(key_of(column)) and not self._dated):
                said = f"column {column!r} says {text!r}"
                self._not_now[said] = self._not_now.get(said, 0) + 1
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

    def say(self) -> None:
        """Tell the table's report what was made of words, and which rows were left out for want of an end."""
        report = self._table.report
        report.notes += self.words.notes()
        if self._exclusive:
            report.notes.append(f"ends in column {self._exclusive!r} were read as the time before, as its name says")
        report.notes += [
            f"spans in column {column!r}, such as {text!r}, read as starts and ends"
            for column, text in self._has_spans.items()
        ]
        report.warnings += self.words.warnings()
        if self._to_come:
            report.warnings.append(
                f"{counted(self._to_come.total(), 'membership')} with a start in the future:"
                f" {shortened(self._to_come, 4)}; correct them if they are slips"
            )
        report.warnings += [
            f"{counted(count, 'row')} left out as no present membership, since {said}"
            for said, count in self._not_now.items()
        ]

    def _period(self, number: int, text: str) -> Sequence[tuple[str, str]]:
        """The spans in a cell of periods; a date alone among spans may be all of one, or its start."""
        self._leave_out(text)
        found = self._spans_in(number, "period", text) or [("", "")]
        if not found[-1][1] and self._table.dates.end_not_known(text):
            self.words.not_known(text)
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
                f' on; write it as {alone[0]}–{alone[0]}, or read such dates as starts with: --map "{column}=start"'
            )
        return found

    def _refuse_if_before(self, number: int, cells: Sequence[str]) -> None:
        """Who has signed and no more may be no member."""
        for at, name in self._table.plan.before.items():
            if at < len(cells) and cells[at].strip():
                column = self._table.column("start" if "start" in self._table.plan.fields else "start_year")
                as_start, ignored = (self._table.plan.map_as(at, field) for field in ("start", "ignore"))
                raise Wrong(
                    f"row {number}, column {column}: it is empty, but {name!r} has a date, so this may be no"
                    f" membership; read these dates as starts with: {as_start}, or leave such rows out with: {ignored}"
                )

    def _edge(self, number: int, cells: Sequence[str], edge: str) -> str | list[tuple[str, str]]:
        fields = self._table.plan.fields
        if f"{edge}_year" in fields:
            return self._from_parts(number, cells, edge)
        text = self._table.cell(cells, edge)
        if not text:
            return ""
        if not text[:1].isdigit():
            if _SOME_VALUE.fullmatch(text):
                return self._unknown(edge)
            if edge == "start":
                self._refuse_if_none(number, text)
            elif plain_text(text) in OVER:
                self._refuse_over(number, self._table.column(edge), text)
            self._leave_out(text)
            if self.words.says_none(edge, text):
                return ""
        self._leave_out(text)
        try:
            date = self._table.dates.date(text)
        except NotADate as error:
            if (within := self._within_bound(number, self._table.column(edge), edge, text)) is not None:
                return within
            if error.asked:
                raise Wrong(f"row {number}, column {self._table.column(edge)}: {error.message}") from None
            if edge == "end" and (match := _DATE_AND_WORD.fullmatch(text)) and plain_text(match[2]) in OVER:
                return self._edge_text(number, match[1], text)
            if edge == "end" and _BEGINS.match(text):
                self._refuse_beginning(number, text)
            said = self._table.cells.status(text) if edge == "end" else None  # "yes (2019)", "withdrew 2019"
            if said is not None and said.role == "full" and len(said.spans) == 1 and not all(said.spans[0]):
                return "".join(said.spans[0])
            found = self._spans_in(number, edge, text)
            if len(found) == 1 and (two := _SHORT.fullmatch(text)) and int(found[0][1]) == int(two[1]) + 1:
                return self._of_season(number, edge, text, found[0])
            if edge == "end" and len(found) == 1 and found[0][0] and not found[0][1] and not _IN.match(text):
                self._refuse_beginning(number, text)
            if edge == "start" and any(end for _, end in found):
                self._has_spans.setdefault(self._table.column(edge), text)
            return found or ""
        if not date and not self.words.says_none(edge, text):
            self.words.took(edge, text)
        return date

    def _within_bound(self, number: int, column: str, edge: str, text: str) -> str | None:
        """What is read of "before 1990" and the like; None if a cell is none such, or an end that may be any later.

        Who has joined at the latest then was in it before, nobody knows since when.
        """
        bound, date = bound_in(plain_text(text))
        try:
            found = self._table.dates.date(date) if bound else ""
        except NotADate:
            return None
        if not found or (edge == "end" and bound != LATEST):
            return None
        read_as = "open" if edge == "start" and bound == LATEST else found
        if not self._table.dates.approximate:
            raise Wrong(
                f"row {number}, column {column}: {text!r} gives only the {bound} date; write the one that is meant,"
                f" or read it as {read_as} with --date-format approximate"
            )
        self._table.dates.say_once(f"{edge}s with the {bound} date only", f", such as {text!r}, read as {read_as}")
        return "" if read_as == "open" else found

    def _edge_text(self, number: int, date: str, text: str) -> str:
        """The date of an end with how it came to it: "2019 (withdrew)"."""
        try:
            return self._table.dates.date(date)
        except NotADate:
            raise Wrong(f"row {number}, column {self._table.column('end')}: {NotADate(text, '').of_an_end}") from None

    def _refuse_beginning(self, number: int, text: str) -> NoReturn:
        """ "1995–" and "since 1995" say that something begins or goes on, where the end should be."""
        raise Wrong(
            f"row {number}, column {self._table.column('end')}: {text!r} says that something begins then or goes on;"
            f" write the end alone; if such rows go on, say: --missing {quoted(text)}; to leave them out:"
            f' --role "{text}=skip"'
        )

    def _of_season(self, number: int, edge: str, text: str, years: tuple[str, str]) -> str:
        """A start or an end in "1990/91": the first year of it or the last, if the user says what it is."""
        if self._table.dates.short_years == YEARS_OF_YEARS:
            return years[0] if edge == "start" else years[1]
        column = self._table.column(edge)
        read_as = years[0] if edge == "start" else years[1]
        raise Wrong(
            f"row {number}, column {column}: {text!r} may be a time in two years, or a membership from the one to the"
            f" other; if a time, say: --date-format YYYY/YY (it is read as {read_as}); if a membership:"
            f" {map_option(column, 'period')}"
        )

    def of_body(self, number: int, column: str, edge: str, text: str) -> str:
        """The start or the end in one body, from a column of its own."""
        if not text:
            return ""
        if edge == "end" and plain_text(text) in OVER:
            self._refuse_over(number, column, text)
        if self.words.says_none(edge, text):
            return ""
        self._leave_out(text)
        try:
            return self._table.dates.date(text)
        except NotADate as error:
            if (within := self._within_bound(number, column, edge, text)) is not None:
                return within
            raise Wrong(
                f"row {number}, column {column}: {error.of_an_end if edge == 'end' else error.message}"
            ) from None

    def _refuse_over(self, number: int, column: str, text: str) -> None:
        """What has ended nobody knows when is asked about, unless the user leaves such rows out."""
        self._leave_out(text)
        raise Wrong(
            f"row {number}, column {column}: {text!r} says that the membership has ended, but not when; give it an end,"
            f' or leave such rows out with: --role "{text}=skip"'
        )

    def _leave_out(self, text: str) -> None:
        """Leave out a row if the user says so of what stands for its start or end."""
        if self._table.cells.given and self._table.cells.given_role(word(text)) == SKIP:
            self._table.report.skipped[text] += 1
            raise Skipped

    def _unknown(self, edge: str) -> str:
        """An unknown start is none; who has left nobody knows when is no member that is known of any day."""
        if edge == "end":
            return UNKNOWN_END
        self._table.dates.seen["starts that the query gives as unknown, read as none"] = None
        return ""

    def _refuse_if_none(self, number: int, text: str) -> None:
        """Where a start should be: words that say that there is no membership ("never", "pending")."""
        self._leave_out(text)
        said = word(text)
        if (
            said in TURNS
            or said in _NEVER
            or plain_text(text) in LATER
            or says_none(said)
            or (flag_of(said) == NO and said.replace(" ", "").isalpha() and said != "none")
        ):
            raise Wrong(
                f"row {number}, column {self._table.column('start')}: {text!r} is not a date, and may say that there is"
                f' no membership; if so, leave its rows out with: --role "{text}=skip"; if it stands for no date, say:'
                f" --missing {quoted(text)}"
            )

    def _spans_in(self, number: int, name: str, text: str) -> list[tuple[str, str]]:
        try:
            return self._table.dates.spans(text)
        except NotADate as error:
            message = error.of_an_end if name == "end" else error.message
            raise Wrong(f"row {number}, column {self._table.column(name)}: {message}") from None

    def _from_parts(self, number: int, cells: Sequence[str], edge: str) -> str:
        """A date whose year, month and day stand in columns of their own."""
        parts = [self._table.cell(cells, f"{edge}_{part}") for part in ("year", "month", "day")]
        year = parts[0].strip()
        if not year.isdecimal():
            self._leave_out(year)
        if not year or self.words.says_none(edge, year):
            return ""
        text = date_in_parts(parts)
        if not text:
            return ""
        try:
            return self._table.dates.date(text)
        except InvalidRequest as error:
            raise Wrong(f"row {number}, column {self._table.column(f'{edge}_year')}: {error.message}") from None


def _agree(one: str, other: str) -> bool:
    """Whether two dates are the same, as far as both are known."""
    return bool(one) and (one.startswith(other) or other.startswith(one))
