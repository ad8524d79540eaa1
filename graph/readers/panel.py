"""Years to spans: tables with a row for each year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import pairwise

from ..errors import InvalidRequest
from ..model.name_forms import ascii_digits
from ..model.runs import runs
from .asides import is_note
from .cell_words import NO
from .mistakes import Mistakes
from .report import shortened
from .row import Row
from .table_in_hand import TableInHand

__all__ = ["Made", "Panel"]

Made = Callable[[Iterable[tuple[int, list[str]]], Mistakes], Iterator[Row]]
"""What makes memberships of rows."""


class Panel:
    """Joins the years of a table with a row (or a cell) for each year.

    Parameters
    ----------
    table : TableInHand
        The table.
    coded_every : (int, int)
        How many years apart it is by its own documentation, and until which year.
    """

    def __init__(self, table: TableInHand, coded_every: tuple[int, int] = (1, 0)) -> None:
        self._table, self._coded_every = table, coded_every
        self._year_of: dict[int, int] = {}

    def joined(self, made: Made, records: Iterable[tuple[int, list[str]]], mistakes: Mistakes) -> Iterator[Row]:
        """The rows of a panel, consecutive years joined."""
        spans: dict[tuple[str, str, str, str], list[int]] = {}
        first: dict[tuple[str, str, str, str], Row] = {}
        years: set[int] = set()
        by_year = "year" in self._table.plan.fields
        if by_year:
            records = self._with_years(records, mistakes)
        for row in made(records, mistakes):
            year = self._year_of[row.number] if by_year else int(row.start)
            years.add(year)
            key = (row.member, row.organization, row.role, row.holds)
            first.setdefault(key, row)
            spans.setdefault(key, []).append(year)
        if by_year and self._table.plan.layout == "rows":
            self._refuse_if_unclear(spans, years)
        if years:
            self._table.report.as_of = f"{max(years):04}"
            self._table.report.observed_from = f"{min(years):04}"
            self._say_years(years)
        for key, found in spans.items():
            if key[3] == NO:
                yield first[key]._replace(start="", end="")
                continue
            for start, end in runs(found, sorted(years), *self._coded_every):
                yield first[key]._replace(start=f"{start:04}", end=f"{end:04}")

    def _with_years(
        self, records: Iterable[tuple[int, list[str]]], mistakes: Mistakes
    ) -> Iterator[tuple[int, list[str]]]:
        """The rows that have a year, which is noted by row."""
        at = self._table.plan.fields["year"]
        for number, cells in records:
            text = ascii_digits(cells[at].strip()).removesuffix(".0") if at < len(cells) else ""
            if text.isdigit() and len(text) == 4:
                self._year_of[number] = int(text)
            elif any(map(str.strip, cells)) and not is_note(cells, True, len(self._table.header)):
                self._table.report.rows += 1
                mistakes.add(number, f"row {number}, column {self._table.header[at]}: {text!r} is not a year")
                continue
            yield number, cells

    def _refuse_if_unclear(self, spans: Mapping[tuple[str, str, str, str], list[int]], years: set[int]) -> None:
        """A year for each membership may be when it began, or the one year that the row is about."""
        once = all(len(set(found)) == 1 for found in spans.values())
        if (
            once
            and len(years) > 1
            and not self._table.plan.coded
            and "flag" not in self._table.plan.fields
            and self._guessed_year()
        ):
            name = self._table.column("year")
            raise InvalidRequest(
                f"{self._table.where}: column {name!r} may say when each membership began, or which year each row is"
                f" about; say which: --map {name}=start or --map {name}=year"
            )

    def _guessed_year(self) -> bool:
        return "year" not in self._table.options.mapping.values()

    def _say_years(self, years: set[int]) -> None:
        ordered = sorted(years)
        of = f"{ordered[0]}–{ordered[-1]}" if len(ordered) > 1 else f"{ordered[0]} only"
        self._table.report.notes.append(
            f"consecutive years were joined to spans; the table is of {of}, and spans end with it"
        )
        step, until = self._coded_every
        gaps = [
            (earlier + 1, later - 1)
            for earlier, later in pairwise(ordered)
            if later > earlier + 1 and not (later - earlier <= step and earlier < until)
        ]
        if gaps:
            shown = shortened((f"{a}" if a == b else f"{a}–{b}" for a, b in gaps), 6)
            self._table.report.warnings.append(
                f"the table says nothing of {shown}; memberships were not filled in there, so nobody is a member then"
            )
