"""Columns of years that nothing else has read: none is left without a word, since it may say when memberships held.

What a year is of may be sure by the column's name (of independence, of birth), or by its rows, where it is the same in
all of a member's. Everything else is asked about: it may be the year that each row is about, or the start.
"""

from __future__ import annotations

import re

from ....errors import InvalidRequest
from ....late import late_pattern
from ....model.naming.forms import ascii_digits
from ...cells.cell_words import MISSING, NO, flag_of
from ...dates.two_digit_years import is_short_date
from ...table_options import map_option
from ..column import Column
from ..columns import Columns
from ..keys import NOT_BODIES, turned
from ..words.column_names import FIELDS
from ..words.column_words import BEFORE_WORD, END_WORD, START_WORD, has_body_word
from ..words.date_parts import part_named
from .founding import of_founding
from .observed import is_of_rows, lists_years, moment, year_word

__all__ = ["OF_SOMETHING_ELSE", "YEAR_IN", "is_of_something_else", "tell_years"]

OF_SOMETHING_ELSE = "of something else"
"""Why a column is not read that is of something else by its name, in a table that has dates."""

_OWN_DATES = "the memberships have dates of their own"
_A_YEAR = late_pattern(r"(?:1[5-9]|20)\d\d(?:[.,]0)?")
YEAR_IN = late_pattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
"""A year in a text, of the centuries in which there were organizations of states."""
_TWO_DIGITS = late_pattern(r"['’]?\d\d")
# The date of a status is said, and its words are asked about first.
_OF_TIME = late_pattern(
    r"(?!.*\bstatus\b).*\b(?:times?|periods?|dates?|datum|zeit\w*|fecha|moment|season|wave|cohort)\b"
)
_PART_OF_YEAR = late_pattern(
    r"\b(?:quarters?|qtr|weeks?|semesters?|half[ -]?years?|quartal|trimestre|woche|semaine|semana|semestre|kwartal|квартал)\b"
)
_SOMETHING_ELSE = late_pattern(
    r"\b(?:born|birth|died|death|geburt\w*|geburtsjahr|naissance|nacimiento|nascita|independen\w*|indep|unabhangigkeit\w*|sovereignty|statehood"
    r"|gdp|gnp|pop|population|census|capital|constitution\w*|republic|currency|flag|anthem|built|opened|graduat\w*|рождени\w+|независимост\w+)\b"
)


def is_of_something_else(key: str) -> bool:
    """Whether a column of years is surely of something else than memberships, by its name.

    Parameters
    ----------
    key : str
        The name, as `keys.key_of` writes it.

    Returns
    -------
    bool

    >>> is_of_something_else("year of independence"), is_of_something_else("survey year")
    (True, False)
    """
    return _SOMETHING_ELSE.search(key) is not None


def tell_years(table: Columns) -> None:
    """Ask about columns of years that are not read, or say what they are of.

    Parameters
    ----------
    table : Columns
        The table; what is found is decided in it.

    Raises
    ------
    InvalidRequest
        If a column may say when memberships held, with the ways to read it.
    """
    fields = table.fields.keys()
    for column in table.columns:
        dated = bool({"start", "start_year", "period", "year", "month"} & fields)
        if not table.free(column) or column.at in table.found.wide:
            continue
        if not _has_years(column):
            if not dated and _is_month(table, column):
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} ({column.cells[0][:40]}) may say of which month each row is; if so, say:"
                    f" {map_option(column.name, 'month')}; if memberships begin then: {map_option(column.name, 'start')}; if neither:"
                    f" {map_option(column.name, 'ignore')}"
                )
            if not dated and _is_time_not_read(column) and not lists_years(table, column):
                raise InvalidRequest(
                    f"{table.where}: column {column.name!r} ({column.cells[0][:40]}) may say of which time each row is, and is not"
                    " read as years or months; write it as 2001 or 2001-05, or leave it out with: --map"
                    f' "{column.name}=ignore"'
                )
            continue
        if of_founding(table, column) or turned(column.key) or _is_asked_by_its_name(table, column, dated):
            continue
        if is_of_something_else(column.key):
            table.found.unread[column.at] = (
                OF_SOMETHING_ELSE if dated else _with_ways("it is of something else, by its name", column)
            )
        elif dated:
            table.found.unread[column.at] = _OWN_DATES
        elif has_body_word(column.key) and table.by_body(column):
            table.found.unread[column.at] = _with_ways("it is the year of its body", column)
        elif _is_of_members(table, column):
            table.found.unread[column.at] = _with_ways("it is the same in all rows of a member", column)
        else:
            _ask(table, column)


def _has_years(column: Column) -> bool:
    """Whether a column has years in its cells, as far as they have anything; or years among words, if it is called so."""
    cells = [
        ascii_digits(cell)
        for cell in column.distinct
        if any(map(str.isdigit, cell)) or flag_of(cell) not in (MISSING, NO)
    ]
    if not cells or column.flags:
        return False
    if year_word(column.key):
        return all(map(YEAR_IN.search, cells)) and all(len(cell) < 12 for cell in cells)
    plain = all(map(_A_YEAR.fullmatch, cells))
    return plain and (_OF_TIME.match(column.key) is not None or not NOT_BODIES.search(column.key))


def _is_time_not_read(column: Column) -> bool:
    """Whether a column is called after the time of rows, and has numbers in it that are none: "01", "200105"."""
    called = column.key in (*FIELDS["year"], *FIELDS["month"]) or is_of_rows(column.key)
    with_years = column.cells and all(YEAR_IN.search(cell) or is_short_date(cell) for cell in column.distinct)
    if with_years and (called or _PART_OF_YEAR.search(column.key)):
        return True
    if not called and not (year_word(column.key) and column.all_of(_TWO_DIGITS)):
        return False
    named = part_named(column.key)
    if column.flags or (named and named[1] != "year"):
        return False
    return bool(column.cells) and all(any(map(str.isdigit, cell)) for cell in column.distinct)


def _is_month(table: Columns, column: Column) -> bool:
    """Whether a column is called after a month, or after the time of rows, and has months or days in it."""
    named = column.key in FIELDS["month"] and "member" in table.fields and table.found.layout == "rows"
    return named and bool(column.cells) and all(moment(table, cell) for cell in column.distinct)


def _is_asked_by_its_name(table: Columns, column: Column, dated: bool) -> bool:
    """Whether a column of signatures, starts or ends is asked about as such: it is called so, and there are no starts."""
    if BEFORE_WORD.search(column.key):
        return True
    named = START_WORD.search(column.key) or END_WORD.search(column.key)
    return bool(named) and not dated and table.found.layout == "rows"


def _is_of_members(table: Columns, column: Column) -> bool:
    """Whether members have several rows each, and one year in all of them, which is not that of the others."""
    member = table.column_of("member")
    if member is None or is_of_rows(column.key) or 2 * len(member.distinct) > len(member.cells):
        return False
    return len(column.distinct) > 1 and table.names_the_same(column, member)


def _with_ways(what: str, column: Column) -> str:
    return f"{what}; if memberships begin then, say {map_option(column.name, 'start')}, if rows are of that year {map_option(column.name, 'year')}"


def _ask(table: Columns, column: Column) -> None:
    name, shown = column.name, column.cells[0][:40]
    plain = all(re.fullmatch(r"[12]\d{3}(?:\.0)?", ascii_digits(cell)) for cell in column.distinct)
    if {"end", "end_year"} & table.fields.keys():
        raise InvalidRequest(
            f"{table.where}: memberships have ends, and {name!r} ({shown}) has years with which they may begin; if so, say:"
            f" {map_option(name, 'start')}; if rows are of that year, and the ends are not to be read: {map_option(name, 'year')}; if neither:"
            f" {map_option(name, 'ignore')}"
        )
    if not plain:
        raise InvalidRequest(
            f"{table.where}: column {name!r} ({shown}) may say of which year each row is; if so, write years of four digits alone"
            f" in it; if not, leave it out with: {map_option(name, 'ignore')}"
        )
    if last := _end_beside(table, column):
        raise InvalidRequest(
            f"{table.where}: columns {name!r} and {last!r} have years; if memberships begin and end with them, say:"
            f" {map_option(name, 'start')} {map_option(last, 'end')}; if rows are of the years of one: {map_option(name, 'year')} or"
            f" {map_option(last, 'year')}; if neither says when: {map_option(name, 'ignore')} {map_option(last, 'ignore')}"
        )
    raise InvalidRequest(
        f"{table.where}: column {name!r} ({shown}) may say of which year each row is; if so, say:"
        f" {map_option(name, 'year')}; if memberships begin then: {map_option(name, 'start')}; if neither:"
        f" {map_option(name, 'ignore')}"
    )


def _end_beside(table: Columns, first: Column) -> str:
    """The name of the one column of years that are never before those of another, and not always the same."""
    found = []
    for column in table.columns[first.at + 1 :]:
        if not table.free(column) or not _has_years(column) or year_word(first.key) != year_word(column.key):
            continue
        if is_of_something_else(column.key) or of_founding(table, column):
            continue
        rows = [row for row in table.rows if column.at < len(row)]
        years = [(row[first.at].strip(), row[column.at].strip()) for row in rows]
        pairs = [(begin, end) for begin, end in years if begin[:4].isdigit() and end[:4].isdigit()]
        if pairs and all(begin <= end for begin, end in pairs) and any(begin < end for begin, end in pairs):
            found.append(column.name)
    return found[0] if len(found) == 1 else ""
