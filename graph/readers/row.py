"""One membership as a table says it."""

from __future__ import annotations

from typing import NamedTuple

from .bases import STATED
from .cells.cell_words import YES

__all__ = ["NOTHING_MORE", "NO_MORE", "SCHEMES", "Row", "new_row"]

SCHEMES = ("cow", "gw", "iso_numeric", "iso3", "iso2", "cow_abbreviation")


class Row(NamedTuple):
    """One membership of a table; `number` is its row, as a spreadsheet counts.

    `holds` is "yes", "no" (the member and the body exist, and nothing is said of the one in the other), "denied" (the
    one is not in the other) or "missing". Codes are pairs of a scheme and a code; ids are addresses. `further` are more
    quotes, each with its paragraph and its source; `kinds` what the row says that its member is: "state", "person",
    "body", "member" where it is not known.
    """

    number: int
    member: str
    organization: str
    role: str = "full"
    start: str = ""
    end: str = ""
    source: str = ""
    quote: str = ""
    holds: str = YES
    codes: tuple[tuple[str, str], ...] = ()
    member_id: str = ""
    organization_id: str = ""
    abbreviation: str = ""
    classification: str = ""
    obligations: tuple[str, ...] = ()
    basis: str = STATED
    paragraph: str = ""
    further: tuple[tuple[str, str, str], ...] = ()
    kinds: tuple[str, ...] = ()


NOTHING_MORE = Row._fields.index("source")
"""Where in a row begins what most rows do not have."""


NO_MORE = tuple(Row._field_defaults[name] for name in Row._fields[NOTHING_MORE:])
"""What stands there in a row that only says who was in what as what, and when."""


new_row = tuple.__new__
"""Half the time of `Row(…)`, for the rows that a long table has by the million."""
