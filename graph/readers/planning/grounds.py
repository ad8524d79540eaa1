"""Columns that say what a membership rests on: its basis, where its quote stands, and further quotes."""

from __future__ import annotations

import re

from ..bases import BASIS_WORDS
from .columns import Columns

__all__ = ["find_grounds"]

_NUMBERED = re.compile(r"(quote|paragraph|source) (\d{1,2})")


def find_grounds(table: Columns) -> None:
    """Find the columns of grounds, as `blocs export` writes them; `basis` is one only where its words are bases.

    Parameters
    ----------
    table : Columns
        The columns; their fields and the plan are changed in place.
    """
    for column in table.by_key.get("basis", []):
        if not table.free(column) or "basis" in table.fields or not column.cells:
            continue
        if all(cell.strip().casefold() in BASIS_WORDS for cell in column.distinct):
            table.fields["basis"] = column.at
        else:
            table.found.unread[column.at] = "its words are no basis, which is one of stated, derived, claimed, planned"
    for column in table.by_key.get("role here", []):
        if table.free(column) and column.cells and "member id" in table.by_key:  # as blocs exports it
            table.found.unread[column.at] = "roles of the graph it was exported from; they count as full members"
    if "quote" not in table.fields:
        return
    for column in table.by_key.get("paragraph", []):
        if table.free(column) and "paragraph" not in table.fields and all(cell.isdigit() for cell in column.distinct):
            table.fields["paragraph"] = column.at
    for key, columns in table.by_key.items():
        if (numbered := _NUMBERED.fullmatch(key)) and table.free(columns[0]) and len(columns) == 1:
            table.found.further.setdefault(int(numbered[2]), {})[numbered[1]] = columns[0].at
    table.found.further = {number: at for number, at in sorted(table.found.further.items()) if "quote" in at}
