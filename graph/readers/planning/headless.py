"""Tables whose first row is one of data, and not of names of columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...errors import InvalidRequest
from ..names.known_names import states_in
from .column import Column
from .columns import Columns
from .keys import count_known

__all__ = ["is_whole_date", "refuse_headless"]

_DATE = re.compile(r"(?:\d{1,2}[ ./:-](?:\d{1,2}|\w{3,9})[ ./:-])?(?:1[6-9]|20)\d\d(?:-\d\d?){0,2}")
_WHOLE = re.compile(r"\d{4}([-/.:])\d{1,2}\1\d{1,2}|\d{1,2}([-/.:])\d{1,2}\2\d{4}")


def is_whole_date(text: str) -> bool:
    """Whether a text is a date with its day, in figures.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    bool

    >>> is_whole_date("2004-05-01"), is_whole_date("31:12:2017"), is_whole_date("1949")
    (True, True, False)
    """
    return _WHOLE.fullmatch(text.strip()) is not None


def refuse_headless(table: Columns) -> None:
    """Refuse a table whose first row is one of data: with a state where the rows below have states, and a body or dates.

    Parameters
    ----------
    table : Columns
        The table.

    Raises
    ------
    InvalidRequest
        With the row of names that it lacks.
    """
    if table.mapped or count_known([name for name in table.header if not table.cells.role(name.strip())]):
        return
    first = [name.strip() for name in table.header]
    states = [column for column in table.columns if _is_state_above_states(column)]
    times = [at for at, cell in enumerate(first) if _DATE.fullmatch(cell)]
    _refuse_list_of_states(table, first, states, times)
    roles = [at for at, cell in enumerate(first) if cell and at not in times and table.cells.role(cell)]
    taken = {*times, *roles, *(column.at for column in states)}
    words = [] if table.organization else [at for at, cell in enumerate(first) if cell and at not in taken]
    if len(states) != 1 or not (words or times or table.organization) or len(times) > 2:
        return
    if not times and len(first) != 2:
        return
    ends = [c.at for c in table.columns if not c.named and c.years and len(times) == 1]
    named = {
        states[0].at: "member",
        **dict.fromkeys(words[:1], "organization"),
        **dict.fromkeys(roles[:1], "role"),
        **dict(zip([*times, *ends], ("start", "end"), strict=False)),
    }
    row = ", ".join(named.get(at, f"column {at + 1}") for at in range(len(first)))
    raise InvalidRequest(
        f"{table.where}: its first row looks like data ({', '.join(filter(None, first))[:200]}), not like names of columns;"
        f" put a row with names above it, separated as the others are, such as: {row}"
    )


def _refuse_list_of_states(
    table: Columns, first: Sequence[str], states: Sequence[Column], times: Sequence[int]
) -> None:
    """A list of states from when to when, as Gleditsch and Ward give it, whose first row is one of them."""
    numbers = [c.at for c in table.columns if c.numbers and c.name.isdigit() and c.at not in times]
    if not states or len(times) != 2 or len({*numbers, *times, *(c.at for c in states)}) < len(first) or not numbers:
        return
    if len(states) > 1 and not table.names_the_same(*states[:2]):
        return
    longest = max(states, key=lambda column: len(column.name))
    named = {numbers[0]: "gwno", longest.at: "member", **dict(zip(times, ("start", "end"), strict=True))}
    named |= {column.at: "stateabb" for column in states if column is not longest}
    row = ", ".join(named.get(at, f"column {at + 1}") for at in range(len(first)))
    what = "" if table.organization else " is a list of states, and not of who was in what;"
    way_out = "" if table.organization else " and say: --organization NAME"
    raise InvalidRequest(
        f"{table.where}{what or ':'} its first row looks like data ({', '.join(filter(None, first))[:200]}), not like names of"
        f" columns; {'put' if table.organization else 'if all of its states are in one body, put'} a row with names above it,"
        f" separated as the others are, such as: {row}{';' if way_out else ''}{way_out}"
    )


def _is_state_above_states(column: Column) -> bool:
    """Whether a column is called after a state, and has states in it."""
    if not column.named or not column.distinct:
        return False
    if states_in([column.name]) == 1 and states_in(column.distinct) >= 0.5:
        return True
    from ...model.known.authority import authority

    codes = {column.name, *column.distinct}
    return all(code.isalpha() and code.isupper() for code in codes) and bool(authority().schemes_of(codes))
