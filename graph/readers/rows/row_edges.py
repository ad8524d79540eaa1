"""The start or the end of a membership, as a cell of a row gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NoReturn

from ...errors import InvalidRequest
from ..cells.cell_words import NO, SKIP, flag_of, says_none, word
from ..dates.bounds import LATEST, bound_in
from ..dates.calendar_dates import plain_text
from ..dates.date_orders import YEARS_OF_YEARS
from ..dates.date_words import LATER, OVER
from ..dates.edge_words import UNKNOWN_END, EdgeWords
from ..dates.not_a_date import NotADate, quoted
from ..mistakes import Skipped, Wrong
from ..planning.words.column_words import TURNS
from ..table_options import map_option
from .dates_together import Spans
from .parts_of_dates import date_in_parts
from .table_in_hand import TableInHand

__all__ = ["RowEdges"]

_NEVER = frozenset((
    "never", "not yet", "in negotiation", "under negotiation", "negotiating", "nie", "jamais", "nunca", "mai", "nooit",
    "never joined", "not joined", "in process", "in progress", "awaiting ratification",
))  # fmt: skip
_SHORT = re.compile(r"(\d{4}) ?(?:[-/–—] ?\d{1,2}|/ ?\d{4})")
_IN = re.compile(r"(?i)(?:in|im|en|no|em|в)\b")
_BEGINS = re.compile(r"(?i)(?:member )?(?:since|from|as of|seit|ab|depuis|desde|dal|sinds|с)\b.*\d")
_DATE_AND_WORD = re.compile(r"(.*\d)[ ,:]*\(([^()\d]+)\)")
_SOME_VALUE = re.compile(r"_:\S+|https?://\S+/\.well-known/genid/\S+|[tb]\d+")
"""What the results of queries have for a value that is there and that nobody knows, as Wikidata's "some value"."""


class RowEdges:
    """Reads the cells that give a start or an end.

    Parameters
    ----------
    table : TableInHand
        The table.
    """

    def __init__(self, table: TableInHand) -> None:
        self._table = table
        self.words = EdgeWords()
        """What stands for starts and ends in words."""
        self._has_spans: dict[str, str] = {}

    def of_row(self, number: int, cells: Sequence[str], edge: str) -> str | Spans:
        """The start or the end of a row; spans if its cell has more than one date.

        Parameters
        ----------
        number, cells : int and sequence of str
            The row.
        edge : str
            "start", "end" or "founded".
        """
        fields = self._table.plan.fields
        if f"{edge}_year" in fields:
            return self._from_parts(number, cells, edge)
        text = self._table.cell(cells, edge)
        if not text:
            return ""
        in_words = not text[:1].isdigit()
        if in_words and _SOME_VALUE.fullmatch(text):
            return self._unknown(edge)
        self.leave_out(text)
        if in_words:
            if edge == "start":
                self._refuse_if_none(number, text)
            elif plain_text(text) in OVER:
                self._refuse_over(number, self._table.column(edge), text)
            if self.words.says_none(edge, text):
                return ""
        try:
            date = self._table.dates.date(text)
        except NotADate as error:
            return self._of_no_date(number, edge, text, error)
        if not date and not self.words.says_none(edge, text):
            self.words.took(edge, text)
        return date

    def _of_no_date(self, number: int, edge: str, text: str, error: NotADate) -> str | Spans:
        """What is read of a text that is more or less than a date: a bound, a date with words, or spans."""
        column = self._table.column(edge)
        if (bound := self._within_bound(number, column, edge, text)) is not None:
            return bound
        if error.asked:
            raise Wrong(f"row {number}, column {column}: {error.message}") from None
        if edge == "end":
            if (match := _DATE_AND_WORD.fullmatch(text)) and plain_text(match[2]) in OVER:
                return self._date_with_word(number, match[1], text)
            if _BEGINS.match(text):
                self._refuse_beginning(number, text)
            said = self._table.cells.status(text)  # "yes (2019)", "withdrew 2019"
            if said is not None and said.role == "full" and len(said.spans) == 1 and not all(said.spans[0]):
                return "".join(said.spans[0])
        found = self.spans_in(number, edge, text)
        if len(found) == 1 and (two := _SHORT.fullmatch(text)) and int(found[0][1]) == int(two[1]) + 1:
            return self._of_season(number, edge, text, found[0])
        if edge == "end" and len(found) == 1 and found[0][0] and not found[0][1] and not _IN.match(text):
            self._refuse_beginning(number, text)
        if edge == "start" and any(end for _, end in found):
            self._has_spans.setdefault(column, text)
        return found or ""

    def of_body(self, number: int, column: str, edge: str, text: str) -> str:
        """The start or the end in one body, from a column of its own.

        Parameters
        ----------
        number, column : int and str
            The row and the column, for messages.
        edge : str
            "start" or "end".
        text : str
            The cell.
        """
        if not text:
            return ""
        if edge == "end" and plain_text(text) in OVER:
            self._refuse_over(number, column, text)
        if self.words.says_none(edge, text):
            return ""
        self.leave_out(text)
        try:
            return self._table.dates.date(text)
        except NotADate as error:
            if (within := self._within_bound(number, column, edge, text)) is not None:
                return within
            raise Wrong(
                f"row {number}, column {column}: {error.of_an_end if edge == 'end' else error.message}"
            ) from None

    def spans_in(self, number: int, name: str, text: str) -> Spans:
        """The spans of a cell.

        Parameters
        ----------
        number, name : int and str
            The row and the field, for messages.
        text : str
            The cell.
        """
        try:
            return self._table.dates.spans(text)
        except NotADate as error:
            message = error.of_an_end if name == "end" else error.message
            raise Wrong(f"row {number}, column {self._table.column(name)}: {message}") from None

    def leave_out(self, text: str) -> None:
        """Leave out a row if the user says so of what stands for its start or end.

        Raises
        ------
        Skipped
            If so.
        """
        if self._table.cells.given and self._table.cells.given_role(word(text)) == SKIP:
            self._table.report.skipped[text] += 1
            raise Skipped

    def notes_of_spans(self) -> list[str]:
        """The columns of a start or an end in which spans were read."""
        return [
            f"spans in column {column!r}, such as {text!r}, read as starts and ends"
            for column, text in self._has_spans.items()
        ]

    def _from_parts(self, number: int, cells: Sequence[str], edge: str) -> str:
        """A date whose year, month and day stand in columns of their own."""
        parts = [self._table.cell(cells, f"{edge}_{part}") for part in ("year", "month", "day")]
        year = parts[0].strip()
        if not year.isdecimal():
            self.leave_out(year)
        if not year or self.words.says_none(edge, year):
            return ""
        text = date_in_parts(parts)
        if not text:
            return ""
        try:
            return self._table.dates.date(text)
        except InvalidRequest as error:
            raise Wrong(f"row {number}, column {self._table.column(f'{edge}_year')}: {error.message}") from None

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

    def _date_with_word(self, number: int, date: str, text: str) -> str:
        """The date of an end with how it came to it: "2019 (withdrew)"."""
        try:
            return self._table.dates.date(date)
        except NotADate:
            raise Wrong(f"row {number}, column {self._table.column('end')}: {NotADate(text, '').of_an_end}") from None

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

    def _unknown(self, edge: str) -> str:
        """An unknown start is none; who has left nobody knows when is no member that is known of any day."""
        if edge == "end":
            return UNKNOWN_END
        self._table.dates.seen["starts that the query gives as unknown, read as none"] = None
        return ""

    def _refuse_beginning(self, number: int, text: str) -> NoReturn:
        """ "1995–" and "since 1995" say that something begins or goes on, where the end should be."""
        raise Wrong(
            f"row {number}, column {self._table.column('end')}: {text!r} says that something begins then or goes on;"
            f" write the end alone; if such rows go on, say: --missing {quoted(text)}; to leave them out:"
            f' --role "{text}=skip"'
        )

    def _refuse_over(self, number: int, column: str, text: str) -> None:
        """What has ended nobody knows when is asked about, unless the user leaves such rows out."""
        self.leave_out(text)
        raise Wrong(
            f"row {number}, column {column}: {text!r} says that the membership has ended, but not when; give it an end,"
            f' or leave such rows out with: --role "{text}=skip"'
        )

    def _refuse_if_none(self, number: int, text: str) -> None:
        """Where a start should be: words that say that there is no membership ("never", "pending")."""
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
