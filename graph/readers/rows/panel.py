"""Years or months to spans: tables with a row for each time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...amounts import shortened
from ...errors import InvalidRequest
from ...model.dates import today
from ...model.naming.forms import ascii_digits
from ...model.runs import gaps, runs
from ..cells.cell_words import MISSING, NO
from ..dates.not_a_date import NotADate
from ..dates.single_dates import Undecided
from ..mistakes import Mistakes
from ..names.states_of_years import StatesOfYears
from ..planning.dates.observed import is_of_rows
from ..planning.keys import key_of
from ..row import Row
from ..table_options import map_option
from ..tables.notes_below import is_note
from .panel_silence import Pair, Spoken, Stretch
from .parts_of_dates import date_of_parts
from .table_in_hand import TableInHand

__all__ = ["Made", "Panel"]

Made = Callable[[Iterable[tuple[int, list[str]]], Mistakes], Iterator[Row]]
"""What makes memberships of rows."""

_Key = tuple[str, str, str, str, str, str]


class Panel:
    """Joins the times of a table with a row (or a cell) for each year or month.

    A time is a whole number here: a year, or a month as twelve times its year and the months before it.

    Parameters
    ----------
    table : TableInHand
        The table.
    coded_every : (int, int)
        How many years apart it is by its own documentation, and until which year.
    states : StatesOfYears, optional
        What tells the times of one state from those of another by the same name or code.
    """

    def __init__(
        self, table: TableInHand, coded_every: tuple[int, int] = (1, 0), states: StatesOfYears | None = None
    ) -> None:
        self._table, self._coded_every, self._states = table, coded_every, states
        self._monthly = "month" in table.plan.fields
        self._time_of: dict[int, int] = {}
        self._known: dict[tuple[str, ...], int] = {}
        self._asked: dict[tuple[str, ...], str] = {}

    def joined(self, made: Made, records: Iterable[tuple[int, list[str]]], mistakes: Mistakes) -> Iterator[Row]:
        """The rows of a panel, consecutive times joined."""
        spans: dict[_Key, list[int]] = {}
        first: dict[_Key, Row] = {}
        times: set[int] = set()
        in_rows, states = self._table.plan.observed, self._states
        own: dict[Row, Row] = {}
        places, untimed = self._places(), 0
        if in_rows:
            records = self._with_times(records, places, mistakes)
        for row in made(records, mistakes):
            if in_rows and row.number not in self._time_of:  # it looked like a note, and is read as a row
                if untimed != row.number:
                    untimed = row.number
                    mistakes.add(untimed, f"row {untimed}, {self._no_time(('',) * len(places), places)}")
                continue
            time = self._time_of[row.number] if in_rows else self._of_column(row.start)
            times.add(time)
            if in_rows and (row.start or row.end):  # "member since 2001" in a row of 2005 says more than its year
                own.setdefault(row._replace(number=0), row)
                continue
            state = states.of(row, self._written(time)) if states is not None else ""
            name = "" if state and states is not None and states.named_by_code(row) else row.member
            key = (name, row.organization, row.role, row.holds, state, row.basis)
            first.setdefault(key, row)
            spans.setdefault(key, []).append(time)
        if in_rows and not self._monthly and self._table.plan.layout == "rows":
            self._refuse_if_unclear(spans, times)
        if times:
            self._table.report.as_of = self._written(max(times))
            self._table.report.observed_from = self._written(min(times))
            self._say_times(times)
        if own:
            self._table.report.notes.append("dates in cells were read rather than the times that their rows are about")
            yield from own.values()
        spoken = Spoken(times, self._has_every_one, self._coded_every)
        of_pair: dict[Pair, Row] = {}
        for key, found in spans.items():
            pair = (key[0], key[4], key[1])
            spoken.add(pair, key[3], found)
            if key[3] == NO:
                yield first[key]._replace(start="", end="")
            if key[3] in (NO, MISSING):
                of_pair.setdefault(pair, first[key])
                continue
            of_pair[pair] = first[key]
            for start, end in runs(found, sorted(times), *self._coded_every):
                yield first[key]._replace(start=self._written(start), end=self._written(end))
        yield from self._missing(spoken, of_pair)

    @property
    def _has_every_one(self) -> bool:
        """Whether the table has a cell for each member and body, rather than a row for each member alone."""
        return self._table.plan.layout != "rows" or "flag" in self._table.plan.fields

    def _missing(self, spoken: Spoken, of_pair: Mapping[Pair, Row]) -> Iterator[Row]:
        """What is missing: what the table says to be, and what it says nothing of beside memberships."""
        silent: dict[Stretch, list[Pair]] = {}
        for pair, missing, unsaid in spoken.missing():
            row = of_pair[pair]
            for start, end in missing:
                yield row._replace(role="full", start=self._written(start), end=self._written(end), holds=MISSING)
            for gap in unsaid:
                silent.setdefault(gap, []).append(pair)
        if silent:
            shown = shortened(
                (
                    f"{shortened((f'{member} in {body}' for member, _, body in pairs), 2)} ({self._stretch(*gap)})"
                    for gap, pairs in sorted(silent.items())
                ),
                3,
            )
            self._table.report.warnings.append(
                f"the table lacks rows or answers for {shown}, between others: whether these memberships held then is"
                " not known, and they are kept as missing"
            )

    def _stretch(self, start: int, end: int) -> str:
        first, last = self._written(start), self._written(end)
        return first if first == last else f"{first}{self._to}{last}"

    def _places(self) -> list[int]:
        """The columns that say the time of a row."""
        fields = self._table.plan.fields
        return [fields[name] for name in ("year", "month") if name in fields]

    def _with_times(
        self, records: Iterable[tuple[int, list[str]]], places: list[int], mistakes: Mistakes
    ) -> Iterator[tuple[int, list[str]]]:
        """The rows that have a time, which is noted by row."""
        for number, cells in records:
            texts = tuple(cells[at].strip() if at < len(cells) else "" for at in places)
            time = self._known.get(texts)
            if time is None:
                time = self._known[texts] = self._time(texts)
            if time >= 0:
                self._time_of[number] = time
            elif any(map(str.strip, cells)) and not is_note(cells, True, len(self._table.header)):
                self._table.report.rows += 1
                mistakes.add(number, f"row {number}, {self._no_time(texts, places)}")
                continue
            yield number, cells

    def _time(self, texts: tuple[str, ...]) -> int:
        """The time that cells say; -1 if they say none."""
        plain = tuple(ascii_digits(text).removesuffix(".0") for text in texts)
        if not self._monthly and plain[0].isdigit() and len(plain[0]) != 4 and not self._table.dates.calendar:
            return -1
        if (year := self._year_beside_counts(plain[0])) and not self._monthly:
            return year
        try:
            found = self._table.dates.spans(date_of_parts(texts if len(texts) == 1 else plain))
        except NotADate as error:
            if error.asked:
                self._asked[texts] = error.message
            return -1
        except (InvalidRequest, Undecided):
            return -1
        date = found[0][0] if len(found) == 1 and not found[0][1] else ""
        if not self._monthly:
            return int(date[:4]) if date else -1
        return 12 * int(date[:4]) + int(date[5:7]) - 1 if len(date) > 4 else -1

    def _year_beside_counts(self, text: str) -> int:
        """The year of a row or a column, where the user says that other numbers count days; 0 if they do not."""
        return int(text) if self._table.dates.counting and re.fullmatch(r"1[5-9]\d\d|20\d\d", text) else 0

    def _of_column(self, name: str) -> int:
        """The year that the name of a column says."""
        texts = (name,)
        if texts not in self._known:
            dates = self._table.dates
            dates.learn(self._table.plan.wide.values())
            try:
                self._known[texts] = self._year_beside_counts(name) or int(dates.date(name)[:4] or name)
            except NotADate as error:
                raise InvalidRequest(f"{self._table.where}: column {error.message}") from None
        return self._known[texts]

    def _no_time(self, texts: tuple[str, ...], places: list[int]) -> str:
        """What is wrong with cells that say no time."""
        names = [self._table.plan.header[at] for at in places]
        if texts in self._asked:
            return f"column {names[0]}: {self._asked[texts]}"
        if len(texts) > 1:
            what = f"columns {names[0]} and {names[1]}: {texts[0]!r} and {texts[1]!r} are not a month"
        else:
            what = f"column {names[0]}: {texts[0]!r} is not a {'month' if self._monthly else 'year'}"
        return f"{what}; write it, or leave the row out"

    def _written(self, time: int) -> str:
        """A time as an ISO date."""
        return f"{time // 12:04}-{time % 12 + 1:02}" if self._monthly else f"{time:04}"

    def _refuse_if_unclear(self, spans: Mapping[_Key, list[int]], years: set[int]) -> None:
        """A year for each membership may be when it began, or the one year that the row is about."""
        once = bool(spans) and all(len(set(found)) == 1 for found in spans.values())
        plan = self._table.plan
        name = self._table.column("year")
        if not once or plan.coded or "flag" in plan.fields or not self._guessed_year():
            return
        if len(years) == 1 and _is_of_rows(key_of(name)):
            return
        if len(years) == 1:
            self._table.report.warnings.append(
                f"column {name!r} has {min(years)} only, and was read as the year that the rows are about; if"
                f" memberships began then, say: {map_option(name, 'start')}"
            )
            return
        raise InvalidRequest(
            f"{self._table.where}: column {name!r} may say when each membership began, or which year each row is"
            f" about; say which: {map_option(name, 'start')} or {map_option(name, 'year')}; if neither:"
            f" {map_option(name, 'ignore')}"
        )

    def _guessed_year(self) -> bool:
        return "year" not in self._table.options.mapping.values()

    def _say_times(self, times: set[int]) -> None:
        ordered = sorted(times)
        first, last = self._written(ordered[0]), self._written(ordered[-1])
        of = f"{first}{self._to}{last}" if len(ordered) > 1 else f"{first} only"
        units = "months" if self._monthly else "years"
        self._table.report.notes.append(
            f"consecutive {units} were joined to spans; the table is of {of}, and spans end with it"
        )
        if last > today():
            self._table.report.warnings.append(
                f"its {units} go on into the future, to {last}; correct them if they are slips"
            )
        if silent := [self._stretch(*gap) for gap in gaps(ordered, *self._coded_every)]:
            self._table.report.warnings.append(
                f"the table says nothing of {shortened(silent, 6)}; memberships were not filled in there, and whether"
                " they held then is not known"
            )

    @property
    def _to(self) -> str:
        return " to " if self._monthly else "–"


def _is_of_rows(key: str) -> bool:
    """Whether the name of a column of years says more than that, and that it is of the rows: "survey year"."""
    return " " in key and is_of_rows(key)
