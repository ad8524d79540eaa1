"""Columns of bodies in which members are ticked off with the body's own name: "EU" or nothing below "eu28"."""

from __future__ import annotations

from ...late import late_pattern
from ..cells.cell_words import MISSING, NO, flag_of
from ..planning.keys import entity_name, key_of
from ..planning.words.column_names import FIELDS
from ..tables.tabular import Table
from .unfolding import names_in

__all__ = ["ticks_by_name"]

_NUMBERED = late_pattern(r"(?<=[^\W\d]) ?\d+$")
_BODY = frozenset(FIELDS["organization"])


def ticks_by_name(table: Table) -> None:
    """Read such ticks as a yes.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    """
    ticks = {at: tick for at, name in enumerate(table.header) if (tick := _tick(table, at, name))}
    if not ticks:
        return

    def row(cells: list[str]) -> list[str]:
        return ["yes" if at in ticks and cell.strip() == ticks[at] else cell for at, cell in enumerate(cells)]

    shown = ", ".join(f"{tick!r} below {table.header[at]!r}" for at, tick in ticks.items())
    table.notes.append(f"the name of a body was read as a yes in its own column: {shown}")
    table.rewrite(row)


def _tick(table: Table, at: int, name: str) -> str:
    """The one text in a column that is the name above it; empty if there is none, or another."""
    said = {cell for cell in names_in(table, at) if flag_of(cell) not in (MISSING, NO)}
    if len(said) != 1 or key_of(name) in _BODY:
        return ""
    tick, called = said.pop(), key_of(entity_name(name))
    return tick if key_of(tick) in {called, _NUMBERED.sub("", called)} else ""
