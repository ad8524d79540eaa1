"""Columns called after months, days or years, each with yes and no in it: "Jan 1990", "1990-01", "X1990.01", "FY1990".

A table with months or days is read as if it had a row for each of them; years are left with the name of the year alone,
by which the layout of columns of years is known.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from ...errors import InvalidRequest
from ...late import late_pattern
from ...model.roles import role_named
from ..cells.cell_words import UNKNOWN, flag_of
from ..dates.date_formats import beside_given
from ..dates.not_a_date import NotADate
from ..dates.single_dates import Undecided
from ..dates.two_digit_years import is_short_date
from ..dates.written_dates import WrittenDates
from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS
from ..tables.tabular import Table
from .unfolding import names_in, unfolded
from .year_columns import says_yes_or_no

__all__ = ["unfold_times"]

_YEAR = late_pattern(
    r"(?:fy|cy|(?:(?:fiscal|calendar) )?(?:years?|yrs?)|jahr|annee|ano|anno|jaar|rok|god|год)[ _.:-]*([12]\d{3})"
    r"|([12]\d{3})(?:\.0| ?年| ?г\.?)",
    re.IGNORECASE,
)
_OF_R = late_pattern(r"X(?=\d{4}[._-]\d)|(?<=[^\W\d])[._](?=\d{4}$)")
"""What R makes of names of columns: X1990.01 of 1990-01, Jan.1990 of Jan 1990."""
_BY_DOTS = late_pattern(r"(\d{4})\.(\d\d)(?:\.(\d\d))?")
_TIMES = frozenset((*FIELDS["year"], *FIELDS["month"]))


def unfold_times(table: Table, mapping: Mapping[str, str], date_format: str) -> None:
    """Give a table with columns of months or days a row for each, and call its columns of years after the years alone.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names, which are left as they are.
    date_format : str
        What the user says of dates.

    Raises
    ------
    InvalidRequest
        If the years of months have two digits, or days may be months, and the user does not say what they are.
    """
    given = {key_of(name) for name in mapping}
    free = {at: name.strip() for at, name in enumerate(table.header) if key_of(name) not in given}
    times = {
        at: match[1] or match[2]
        for at, name in free.items()
        if (match := _YEAR.fullmatch(name)) and (says_yes_or_no(table, at) or _has_roles(table, at))
    }
    if len(times) < 2 and not any(key_of(name) in _TIMES for name in table.header):
        times = _times(table, free, date_format)
    others = {name for at, name in enumerate(table.header) if at not in times}
    if len(times) < 2 or len({*times.values()}) < len(times) or {*times.values()} & others:
        return
    first, *_, last = (repr(table.header[at]) for at in times)
    if all(len(time) == len("1990") for time in times.values()):
        table.notes.append(f"columns {first} to {last} were read as years")
        table.header = [times.get(at, name) for at, name in enumerate(table.header)]
        return
    table.notes.append(f"columns {first} to {last} were read as if each were in a row of its own")
    unfolded(table, ["month", "is member"], [[time, at] for at, time in times.items()])


def _has_roles(table: Table, at: int) -> bool:
    """Whether all cells of a column are roles, or say yes or no: figures by year say of nobody who is in what."""
    return all(flag_of(cell) != UNKNOWN or role_named(cell.casefold()) is not None for cell in names_in(table, at))


def _times(table: Table, names: Mapping[int, str], date_format: str) -> dict[int, str]:
    """The times that columns of yes and no are called after, if all of these can be told."""
    written = {at: _written(name) for at, name in names.items()}
    dates = WrittenDates(date_format)
    dates.learn(written.values())
    found: dict[int, str] = {}
    problems: list[str] = []
    for at, name in written.items():
        if name.isdigit() or not any(map(str.isdigit, name)) or not says_yes_or_no(table, at):
            continue
        try:
            found[at] = dates.date(name)
        except Undecided:
            problems.append(f"{name!r} may have its day or its month first; say --date-format DD/MM/YYYY or MM/DD/YYYY")
        except NotADate as error:
            problems += [error.message] if is_short_date(name) else []
    if len(problems) > 1:
        raise InvalidRequest(f"{table.where}: column {beside_given(problems[0], date_format)}")
    return _in_turn({at: time for at, time in found.items() if time})


def _in_turn(found: Mapping[int, str]) -> dict[int, str]:
    """Years, months one behind the other, or the same day of different years or months; nothing for other times."""
    if len({time[7:] for time in found.values()}) != 1:
        return {}
    if len({time[4:] for time in found.values()}) == 1:
        return dict(found)
    months = sorted(12 * int(time[:4]) + int(time[5:7] or 0) for time in found.values())
    if any(later != month + 1 for month, later in pairwise(months)):
        return {}  # nobody knows who was a member in between
    return {at: time[:7] for at, time in found.items()}


def _written(name: str) -> str:
    """The name of a column as it was before R made a name for a variable of it."""
    name = _OF_R.sub(lambda match: " " if match[0] in "._" else "", name)
    match = _BY_DOTS.fullmatch(name)
    return "-".join(filter(None, match.groups())) if match else name
