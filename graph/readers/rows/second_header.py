"""Rows below the names of columns that still belong to these: second names, what is meant, units, tags."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...late import late_pattern
from ..cells.asides import below_header
from ..planning.keys import count_known, key_of
from ..planning.table_plan import Plan
from ..planning.words.column_names import FIELDS

__all__ = ["goes_on_with_header"]

_TAG = late_pattern(r"#[a-z]\w*(?:\s*\+\w+)*", re.IGNORECASE)
"""A tag of the Humanitarian Exchange Language, which has a row of them below the names: "#org+name"."""
_FORM = late_pattern(r"(?=.*([ymdjat])\1)[ymdjat]{1,4}(?:[-/. ]?[ymdjat]{1,4}){0,2}", re.IGNORECASE)
"""How a date is to be written: "YYYY", "dd/mm/yyyy", "JJJJ"."""
_DATES = ("start", "start_year", "end", "end_year", "period", "year")


def goes_on_with_header(cells: Sequence[str], plan: Plan) -> bool:
    """Whether a row before all others of data belongs to the names of the columns.

    It has units in brackets or tags alone; it has words and names neither a member nor a body; it has names of columns
    alone and no member; or it says where dates stand what they are ("year", "YYYY").

    Parameters
    ----------
    cells : sequence of str
        The row.
    plan : Plan
        What the columns are.

    Returns
    -------
    bool

    >>> plan = Plan("rows", ["country", "body", "since"], {"member": 0, "organization": 1, "start": 2})
    >>> rows = ["", "name", "year"], ["#country", "#org", "#date"], ["ISO name", "official", "yyyy"]
    >>> [goes_on_with_header(row, plan) for row in (*rows, ["France", "Pact", "1990"])]
    [True, True, True, False]
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if below_header(cells) or (filled and all(map(_TAG.fullmatch, filled))):
        return True
    if plan.layout != "rows" or not filled:
        return False
    at = {field: _cell(cells, place) for field, place in plan.fields.items()}
    if not at.get("member"):
        words = not any(any(map(str.isdigit, cell)) for cell in filled)
        return count_known(filled) == len(filled) or (words and not at.get("organization", "given"))
    return any(_says_how(at[field]) for field in _DATES if at.get(field))


def _says_how(cell: str) -> bool:
    """Whether a cell of dates says what stands below it, as "year" does, or how it is written."""
    return _FORM.fullmatch(cell) is not None or key_of(cell) in _OF_DATES


_OF_DATES = frozenset((*FIELDS["year"], "date", "datum", "fecha", "data", "dates", "years", "years active"))


def _cell(cells: Sequence[str], place: int) -> str:
    return cells[place].strip() if place < len(cells) else ""
