"""Reading the rows of a published table, column by column name: what the readers of such data sets have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date as calendar_date

from ...errors import InvalidRequest, OperationFailed
from ...model.naming.forms import ascii_digits
from ..cells.cell_words import NO, YES, flag_of
from ..planning.keys import key_of
from ..report import Report
from ..row import Row
from ..table_options import TableOptions

__all__ = ["PublishedReader", "WrongRow"]


def _place(item: tuple[str, int]) -> int:
    return item[1]


class PublishedReader:
    """Reads the rows of a published table, column by column name."""

    used: tuple[str, ...] = ()
    """The columns that are read."""
    reads: Mapping[str, str] = {}
    """What they are read as; a column that is not here is called by its name."""
    ends = ""
    """The column of the year in which a membership ended; a table without it is said."""
    version = ""
    """The version of the data set that is known; a table that says that it is of another is said."""

    def __init__(
        self, where: str, header: Sequence[str], sample: Sequence[Sequence[str]], options: TableOptions
    ) -> None:
        self.where, self.header = where, [" ".join(name.split()) for name in header]
        self.at = {key_of(name): at for at, name in reversed(list(enumerate(self.header)))}
        said = {
            "map": options.mapping, "role": options.roles, "no-role": options.no_role,
            "date-format": options.date_format, "organization": options.organization, "split": options.split,
            "fill-down": options.fill_down, "no-fill-down": options.fill_down is False, "literal": options.literal,
        }  # fmt: skip
        if given := [f"--{name}" for name, value in said.items() if value]:
            raise InvalidRequest(
                f"{where}: it is of a published data set, whose columns and codes are known; leave out"
                f" {' and '.join(given)}"
            )
        known = {
            self.header[at]: key
            for key, at in sorted(self.at.items(), key=_place)
            if key in self.used and self.header[at]
        }
        unread = {name: "" for name in self.header if name and name not in known}
        unread |= dict.fromkeys([name for name in self.header[:1] if not name], "row numbers")
        self.report = Report(where, {name: self.reads.get(key, key) for name, key in known.items()}, unread)

    def text(self, cells: Sequence[str], name: str) -> str:
        """A cell; "" if it or its column is missing."""
        at = self.at.get(name)
        text = ascii_digits(cells[at].strip()) if at is not None and at < len(cells) else ""
        return "" if text.casefold() in ("na", "nan", ".", "n/a", "null") else text.removesuffix(".0")

    def number(self, number: int, cells: Sequence[str], name: str) -> int | None:
        """A whole number; None if it is missing: empty, or one of the codes below zero."""
        text = self.text(cells, name)
        if not text:
            return None
        try:
            value = int(float(text))
        except ValueError:
            column = self.header[self.at[name]]
            raise WrongRow(f"row {number}, column {column}: {text!r} is not a whole number") from None
        return value if value >= 0 else None

    def says(self, cells: Sequence[str], name: str) -> bool:
        """Whether a cell says yes, as a code or in a word: columns of censoring and the like."""
        return flag_of(self.text(cells, name)) == YES

    def date(self, number: int, cells: Sequence[str], year: str, month: str, day: str) -> str:
        """A date from its three columns; a year, or a month, if the rest is missing; "" if the year is."""
        parts = [self.number(number, cells, name) for name in (year, month, day)]
        if not parts[0]:
            return ""
        text = f"{parts[0]:04}"
        for part, column, what in ((parts[1], month, "month"), (parts[2], day, "day")):
            if not part:
                break
            at = f"row {number}, column {self.header[self.at[column]]}"
            if part > (12 if what == "month" else 31):
                raise WrongRow(f"{at}: there is no {what} {part}; if it stands for none, say: --missing {part}")
            text += f"-{part:02}"
        try:
            calendar_date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            raise WrongRow(f"{at}: the calendar has no such day as {text}") from None
        return text

    def rows(
        self, records: Iterable[tuple[int, list[str]]], wrong: Callable[[int, str], None] | None = None
    ) -> Iterator[Row]:
        """The memberships of the table; all rows are read before the first is given."""
        found: list[Row] = []
        first, more = "", 0
        others: dict[str, None] = {}
        for number, cells in records:
            if not any(cell.strip() for cell in cells):
                continue
            self.report.rows += 1
            if self.version and (version := self.text(cells, "version")):
                written = cells[self.at["version"]].strip()  # "5.0", and no long number of Stata
                others[version if len(written) > len("5.00") else written] = None
            try:
                found += self.row(number, cells)
            except WrongRow as error:
                if wrong is not None:
                    wrong(number, f"{self.where}: {error}")
                more += bool(first)
                first = first or str(error)
        if first and wrong is None:
            raise OperationFailed(f"{self.where}: {first}" + (f" (also wrong: {more:,} more)" if more else ""))
        if not self.report.rows:
            raise OperationFailed(f"{self.where}: the table has no rows")
        self._say_version(others)
        if self.ends and self.ends not in self.at:
            self.report.warnings.append(
                f"it has no column of ends ({self.ends.replace(' ', '_')}), so that all its memberships seem to go on"
            )
        for row in self.named(found):
            self.report.memberships += row.holds == "yes"
            yield row

    def _say_version(self, given: Iterable[str]) -> None:
        """Warn of a table that by its own column is of another version than the one that is known."""
        others = [text for text in given if not _same_number(text, self.version)]
        if others:
            self.report.known_version, self.report.given_version = self.version, " and ".join(others)
            self.report.warnings.append(
                f"its column 'version' says that it is of version {', '.join(others)}; what is known of the data set,"
                f" such as its last year, is known of version {self.version}"
            )

    def row(self, number: int, cells: Sequence[str]) -> Iterable[Row]:
        """What one row says."""
        raise NotImplementedError

    def promises(self, number: int, cells: Sequence[str], columns: Mapping[str, str]) -> tuple[str, ...]:
        """What a member promised, by column: 1 is a promise and 0 none; another code is counted as not understood."""
        found = []
        for column, name in columns.items():
            said = flag_of(self.text(cells, column))
            code = 1 if said == YES else 0 if said == NO else self.number(number, cells, column)
            if code == 1:
                found.append(name)
            elif code:
                self.report.unknown[f"{column} {code}"] += 1
        return tuple(found)

    def named(self, rows: list[Row]) -> Iterable[Row]:
        """The rows with the names that only all rows together tell."""
        return rows


def _same_number(text: str, version: str) -> bool:
    """Whether two numbers are the same; Stata's short ones are not exact (5.0999999)."""
    try:
        return abs(float(text) - float(version)) < 0.005
    except ValueError:
        return text == version


class WrongRow(Exception):
    """A row that cannot be read."""
