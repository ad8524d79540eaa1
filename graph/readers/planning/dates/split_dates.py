"""Dates over several columns: which of them are read as starts and ends, and what is said of the others."""

from __future__ import annotations

from collections.abc import Iterable

from ....errors import InvalidRequest
from ....late import late_pattern
from ...cells.cell_words import MISSING, flag_of
from ...dates.calendar_dates import plain_text
from ...dates.date_words import MONTHS
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import turned
from ..words.column_names import FIELDS
from ..words.column_words import BEFORE_WORD, START_WORD
from ..words.date_parts import BARE, PARTS, DateParts, map_all, part_named, part_of_date
from .founding import is_called_after_founding
from .left_years import OF_SOMETHING_ELSE, is_of_something_else

__all__ = ["find_split_dates", "fits_part", "of_part_alone", "tell_parts"]

_TWO_DIGITS = 99
_NUMBER = late_pattern(r"-?\d+(?:\.0)?")


def find_split_dates(table: Columns) -> None:
    """Starts and ends over columns of their own for year, month and day.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.

    Raises
    ------
    InvalidRequest
        If the user names a month or a day of a date, and not its year.
    """
    groups = _groups(table)
    table.found.parts = [
        DateParts(edge, stem, {part: column.at for part, column in group.items()})
        for (edge, stem), group in groups.items()
        if {"year", "month"} <= group.keys()
    ]
    for edge in ("start", "end"):
        _complete_given(table, edge)
    read = sorted(table.found.parts, key=lambda date: (date.stem == "", "mem" not in date.stem))
    for date in read:
        edge, free = date.edge, {part: at for part, at in date.at.items() if table.free(table.columns[at])}
        wanted = edge and edge not in table.fields and f"{edge}_year" not in table.fields
        if wanted and {"year", "month"} <= free.keys() and not (date.stem in BARE and _has_starts(table, date)):
            table.fields.update({f"{edge}_{part}": at for part, at in free.items()})
    if "start_year" in table.fields or "end_year" in table.fields:
        # The end may have a year only ("start year, start month, end year").
        for (edge, stem), group in groups.items():
            wanted = edge and stem and f"{edge}_year" not in table.fields and edge not in table.fields
            if wanted and "year" in group and table.free(group["year"]):
                table.fields[f"{edge}_year"] = group["year"].at


def _has_starts(table: Columns, date: DateParts) -> bool:
    """Whether a column of whole dates is called a start, beside columns that are called year and month and no more."""
    others = [c for c in table.columns if c.at not in date.at.values() and c.key not in BARE and table.free(c)]
    named = [c for c in others if c.key in FIELDS["start"] or START_WORD.search(c.key)]
    return any(column.cells and not column.flags and table.dated(column) for column in named)


def _groups(table: Columns) -> dict[tuple[str, str], dict[str, Column]]:
    """The columns that are parts of dates, by the edge and the stem that their names have."""
    groups: dict[tuple[str, str], dict[str, Column]] = {}
    for column in table.columns:
        named = part_named(column.key)
        if named and fits_part(column, named[1]):
            known = part_of_date(column.key)
            groups.setdefault((known[0] if known else "", named[0]), {}).setdefault(named[1], column)
    for (_, stem), group in groups.items():
        years = [column for column in table.by_key.get(stem, []) if column.years]
        if years and "month" in group:
            group.setdefault("year", years[0])  # "joined", "joined month"
    return groups


def fits_part(column: Column, part: str) -> bool:
    """Whether the cells of a column can be years, months or days; a few may be wrong, which is said row by row.

    Parameters
    ----------
    column : Column
        The column.
    part : str
        "year", "month" or "day".

    Returns
    -------
    bool

    >>> fits_part(Column(0, "Monat", ["2", "Mai", "-9"]), "month"), fits_part(Column(0, "tag", ["core", "new"]), "day")
    (True, False)
    """
    if part == "year":
        return all(len(cell) < 12 for cell in column.distinct)
    good = sum(
        _in_range(cell) or (part == "month" and plain_text(cell).rstrip(".") in MONTHS) for cell in column.distinct
    )
    return good >= 0.8 * len(column.distinct)


def of_part_alone(table: Columns, column: Column) -> str:
    """What to say of a column of months or days that go with no column of years by their names: "signed_day".

    Parameters
    ----------
    table : Columns
        The table.
    column : Column
        The column.

    Returns
    -------
    str
        "" if it is none.
    """
    named = part_named(column.key)
    if named is None or named[1] == "year" or not column.numbers or not fits_part(column, named[1]):
        return ""
    edge = next((edge for edge in ("start", "end") if edge in table.fields), "")
    years = table.columns[table.fields[edge]] if edge else column
    if named[1] == "month" and years.years:
        return (
            f"{years.name!r} was read without it; to read the date from its parts, say"
            f" {map_option(years.name, f'{edge}_year')} {map_option(column.name, f'{edge}_month')}"
        )
    return f"no column has the year of this {named[1]}"


def _in_range(cell: str) -> bool:
    if _NUMBER.fullmatch(cell):
        return int(float(cell)) <= _TWO_DIGITS
    return flag_of(cell) == MISSING or len(cell) < 2


def _complete_given(table: Columns, edge: str) -> None:
    """The parts of a date that the user names, with those that go with its year by their names."""
    given = [part for part in PARTS if f"{edge}_{part}" in table.fields]
    if not given:
        return
    column = table.columns[table.fields[f"{edge}_{given[0]}"]]
    if edge in table.fields:
        raise InvalidRequest(
            f"{table.where}: {table.columns[table.fields[edge]].name!r} and {column.name!r} are both said to be the {edge};"
            " leave one out"
        )
    if given[0] != "year" or ("day" in given and "month" not in given):
        missing = "year" if given[0] != "year" else "month"
        beside = next((date.at[missing] for date in table.found.parts if column.at in date.at.values()), None)
        name = "COLUMN" if beside is None else table.header[beside]
        raise InvalidRequest(
            f"{table.where}: {column.name!r} is said to be the {given[0]} of the {edge}, and no column its {missing}; say which:"
            f" {map_option(name, f'{edge}_{missing}')}"
        )
    for date in table.found.parts:
        if date.at["year"] == table.fields[f"{edge}_year"]:
            for part, at in date.at.items():
                if table.free(table.columns[at]):
                    table.fields.setdefault(f"{edge}_{part}", at)


def tell_parts(table: Columns) -> None:
    """Say or ask of dates in parts that are not read, all of their columns at once.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.

    Raises
    ------
    InvalidRequest
        If memberships may begin or end with such a date.
    """
    fields = table.fields
    for date in table.found.parts:
        left = [table.columns[at] for at in date.places if table.free(table.columns[at])]
        if not left:
            continue
        year = table.columns[date.at["year"]]
        as_start, ignored = map_all(table.header, date, "start"), map_all(table.header, date, "ignore")
        if year not in left:
            _say(table, left, _beside(table, date))
        elif table.found.layout != "rows" or not year.cells:
            _say(table, left, f"parts of a date; write it in one column to have it read: {year.name!r}")
        elif is_called_after_founding(year.key) or is_of_something_else(year.key):
            dated = bool({"start", "start_year", "period", "year", "month"} & fields.keys())
            reason = f"it is of something else, by its name; if memberships begin then, say {as_start}"
            _say(table, left, OF_SOMETHING_ELSE if dated else reason)
        elif turned(date.stem) and not BEFORE_WORD.search(year.key):
            raise InvalidRequest(
                f"{table.where}: columns {_shown(left)} are parts of a date when a membership may not have held; write it in one"
                f" column, or leave them out with: {ignored}"
            )
        elif {"start", "start_year"} & fields.keys():
            if BEFORE_WORD.search(year.key):
                table.found.before[year.at] = year.name
            _say(table, left, "the memberships have dates of their own")
        elif not {"period", "year", "month"} & fields.keys():
            raise InvalidRequest(
                f"{table.where}: columns {_shown(left)} are parts of a date; if memberships begin then, say: {as_start};"
                f" if not: {ignored}"
            )
        else:
            _say(table, left, "the rows have times of their own")


def _say(table: Columns, columns: Iterable[Column], reason: str) -> None:
    for column in columns:
        table.found.unread[column.at] = reason


def _beside(table: Columns, date: DateParts) -> str:
    """What to say of a month and a day whose year was read alone."""
    year = table.columns[date.at["year"]]
    if year.at in table.found.unread:
        return table.found.unread[year.at]
    if any(year.at in edges.values() for edges in table.found.edges.values()):
        return f"the year in {year.name!r} was read without it; write the date in one column to have it read"
    read = next((field for field, at in table.fields.items() if at == year.at), "")
    edge = "end" if read.startswith("end") else "start"
    if read in ("year", "month"):
        return f"the times of rows are the years of {year.name!r}; if memberships begin then, say {map_all(table.header, date, edge)}"
    return (
        f"{year.name!r} was read without it; to read the date from its parts, say {map_all(table.header, date, edge)}"
    )


def _shown(columns: Iterable[Column]) -> str:
    return ", ".join(f"{column.name!r}" for column in columns)
