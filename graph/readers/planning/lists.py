"""Columns whose cells are lists of names."""

from __future__ import annotations

import re
from collections import Counter

from ...errors import InvalidRequest
from ...late import late_pattern
from ..cell_lists import enumerated, names_in
from .column import Column
from .columns import Columns, states_in
from .keys import is_plural

__all__ = ["SEVERAL", "find_lists"]

SEVERAL = re.compile(r"\s*[;\n\r|•⋅∙、؛]\s*|\s*<br ?/?>\s*")
"""What parts names in a cell whatever its column is called."""


_BRACKETS = re.compile(r"\s*\([^()]*\)")


def find_lists(table: Columns) -> None:
    """Columns of lists with commas or slashes: their names are plurals, or their parts recur."""
    table.found.lists = frozenset(
        wanted
        for wanted in ("member", "organization")
        if (column := table.column_of(wanted))
        and (parts := _parts_of(column, ","))
        and (_is_listing(wanted, column, parts) or _mostly_names(wanted, column, parts))
    )
    _refuse_joined(table)
    slashes = set()
    for wanted in ("member", "organization"):
        column = table.column_of(wanted)
        if table.split or column is None or column.urls or not (parts := _parts_of(column, "/", wanted)):
            continue
        if len(_recurring_parts(column, parts, "/")) == len(parts):
            slashes.add(wanted)
        elif parts & column.distinct:
            shown = next(
                cell for cell in column.cells if "/" in cell and parts & column.distinct & set(_split_at(cell, "/"))
            )
            raise InvalidRequest(
                f"{table.where}: column {column.name!r}: {shown!r} may be one name or several, since a part of it is a name"
                " elsewhere; say which with: --split / or --split none"
            )
    table.found.slashes = frozenset(slashes)


def _is_listing(wanted: str, column: Column, parts: set[str]) -> bool:
    """Whether a column that is called in the plural has lists in its cells, rather than a name in each.

    A list of members is called "Members" too: then few names have commas, and what they part is no state
    ("Moldova, Republic of", "Hong Kong, China").
    """
    if not is_plural(wanted, column.key):
        return False
    with_commas = sum("," in cell for cell in column.distinct)
    return wanted != "member" or 2 * with_commas >= len(column.distinct) or states_in(parts) == 1


_WORD_ENDS = late_pattern(r"(?<=\w)(?=\W)")
_WORD_BEGINS = late_pattern(r"(?:(?<=\W)|(?<=\\[nrt]))(?=\w)")  # also behind a line break that was written out
_WIDEST = 12  # "and also", between two names


_ANDS = frozenset(("and", "und", "et", "y", "e", "en", "og", "och", "i", "и", "&", ","))


def _listed(name: str) -> bool:
    from ...model.bodies import bodies

    return bool(bodies().find(name.removeprefix("the ")))


def _refuse_joined(table: Columns) -> None:
    """A cell that begins with one body of the table and ends with another: it may be one body or several."""
    column = table.column_of("organization")
    if table.split or column is None or column.urls:
        return
    parted = [*"/;|•⋅∙、؛", "<br", *("," for wanted in table.found.lists if wanted == "organization")]
    names = {part for cell in column.distinct for part in SEVERAL.split(cell)}
    for cell in sorted(column.distinct):
        if any(sign in cell for sign in parted) or enumerated(cell):
            continue
        if sign := _between(cell, names):
            raise InvalidRequest(
                f"{table.where}: column {column.name!r}: {cell!r} may be one name or several, since its parts are names"
                f' elsewhere; say which with: --split "{sign}" or --split none'
            )


def _between(cell: str, names: set[str]) -> str:
    """What stands in a cell between a name that it begins with and one that it ends with; "" if it is not made so."""
    for first in _WORD_ENDS.finditer(cell):
        if cell[: first.start()] not in names:
            continue
        for last in _WORD_BEGINS.finditer(cell, first.start()):
            sign = cell[first.start() : last.start()].strip()
            if sign.casefold() in _ANDS and _listed(cell[: first.start()]) and _listed(cell[last.start() :]):
                continue  # such cells are parted anyway
            if sign and len(sign) <= _WIDEST and cell[last.start() :] in names:
                return sign
    return ""


def _mostly_names(wanted: str, column: Column, parts: set[str]) -> bool:
    """Whether the parts of cells are names: all recur, or of bodies most do or are in the list of bodies."""
    again = _recurring_parts(column, parts, ",")
    if wanted == "member" or len(again) == len(parts):
        return len(again) == len(parts)
    from ...model.bodies import bodies

    again |= {part for part in parts if bodies().find(_BRACKETS.sub("", part))}
    rest = parts - again
    whole = [cell for cell in column.distinct if "," in cell and not again & set(_split_at(cell, ","))]
    return len(rest) < 0.4 * len(parts) and not whole


def _split_at(cell: str, sign: str) -> list[str]:
    return [part.strip() for part in cell.split(sign)]


def _parts_of(column: Column, sign: str, wanted: str = "") -> set[str]:
    """The different parts of a column's cells that have a sign in them; of those that are not parted anyway, if `wanted`."""
    cells = [cell for cell in column.distinct if sign in cell]
    return {p for cell in cells if not wanted or len(names_in(cell, wanted)) < 2 for p in _split_at(cell, sign)}


def _recurring_parts(column: Column, parts: set[str], sign: str) -> set[str]:
    """The parts that occur in several cells, or alone."""
    cells = Counter(part for cell in column.distinct if sign in cell for part in set(_split_at(cell, sign)))
    return {part for part in parts if cells[part] > 1 or part in column.distinct}
