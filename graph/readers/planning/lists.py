"""Columns whose cells are lists of names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container

from ...amounts import shortened
from ...errors import InvalidRequest
from ..cells.cell_lists import enumerated, names_in
from ..cells.known_runs import is_known
from ..cells.separators import AND_WORDS, between_names, last_of_list, listed_names, part_at, split_options
from ..names.known_names import states_in
from .column import Column
from .columns import Columns
from .keys import is_plural

__all__ = ["find_lists", "parts_of"]

_SEVERAL = re.compile(r"\s*[;\n\r|•⋅∙、؛]\s*|\s*<br ?/?>\s*")
"""What parts names in a cell whatever its column is called."""
_SIDES = re.compile(r"[()（）]")


def parts_of(cell: str) -> list[str]:
    """The parts of a cell at the signs that part names whatever its column is called; within brackets they part none.

    Parameters
    ----------
    cell : str
        The cell.

    Returns
    -------
    list of str

    >>> parts_of("Chile (observer; member 2005); Peru"), parts_of("Chile (observer; Peru")
    (['Chile (observer; member 2005)', 'Peru'], ['Chile (observer', 'Peru'])
    """
    parts = _SEVERAL.split(cell)
    if len(parts) == 1 or not _SIDES.search(cell):
        return parts
    within = _bracketed(cell)
    parts, begin = [], 0
    for sign in _SEVERAL.finditer(cell):
        if not any(first < sign.start() < last for first, last in within):
            parts.append(cell[begin : sign.start()])
            begin = sign.end()
    return [*parts, cell[begin:]]


def _bracketed(text: str) -> list[tuple[int, int]]:
    """The places of the outermost brackets that open and close."""
    found: list[tuple[int, int]] = []
    opened: list[int] = []
    for side in _SIDES.finditer(text):
        if side[0] in "(（":
            opened.append(side.start())
        elif opened:
            first = opened.pop()
            found = [pair for pair in found if pair[0] < first] + [(first, side.start())]
    return found


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


_ANDS = frozenset((*AND_WORDS, ","))


def _is_listed(wanted: str, name: str) -> bool:
    """Whether a name is in the list of states or bodies, which has none with "the"."""
    return is_known(name if wanted == "member" else name.removeprefix("the "), wanted)


def _refuse_joined(table: Columns) -> None:
    """A cell that begins with one name of its column and ends with another: it may be one name or several."""
    for wanted in ("organization", "member"):
        column = table.column_of(wanted)
        if table.split or column is None or column.urls or column.numbers:
            continue
        lists = wanted in table.found.lists
        alone = _names_of(column, ",") if lists else set[str]()
        pieces = {cell: _pieces(cell, alone, commas=lists) for cell in column.distinct}
        names = {piece for found in pieces.values() for piece in found}
        joined = {
            piece: sign
            for cell in sorted(column.distinct)
            for piece in pieces[cell]
            if (sign := between_names(piece, names)) and not _parted_anyway(wanted, piece, sign)
        }
        if not joined:
            continue
        shown = shortened(map(repr, joined), 3)
        one = len(joined) == 1
        raise InvalidRequest(
            f"{table.where}: column {column.name!r}: {shown} may be {'one name' if one else 'one name each'} or several, since"
            f" {'its' if one else 'their'} parts are names elsewhere; say which with: {split_options([*joined.values()])} or"
            " --split none"
        )


def _pieces(cell: str, alone: Container[str], *, commas: bool) -> list[str]:
    """The parts of a cell at the signs that part names anyway."""
    if enumerated(cell):
        return []
    parts = parts_of(cell)
    if commas:
        parts = [part for each in parts for part in _split_at(each, ",", alone)]
    return [part.strip() for part in parts if part.strip() and "/" not in part]


def _parted_anyway(wanted: str, piece: str, sign: str) -> bool:
    """Whether a name that is made of two is in the list as it stands, or is parted since both of them are."""
    if _is_listed(wanted, piece):
        return True
    parts = part_at(piece, sign)
    return sign.casefold() in _ANDS and all(_is_listed(wanted, part) for part in parts)


def _mostly_names(wanted: str, column: Column, parts: set[str]) -> bool:
    """Whether the parts of cells are names: all recur, or of bodies most do or are in the list of bodies."""
    again = _recurring_parts(column, parts, ",")
    if wanted == "member" or len(again) == len(parts):
        return len(again) == len(parts)
    again |= {part for part in parts if is_known(_BRACKETS.sub("", part), wanted)}
    rest = parts - again
    whole = [cell for cell in column.distinct if "," in cell and not again & set(_split_at(cell, ","))]
    return len(rest) < 0.4 * len(parts) and not whole


def _split_at(cell: str, sign: str, names: Container[str] = ()) -> list[str]:
    """The parts of a cell; what stands behind the "and" of a list is one of its own, if it or the part before is a name."""
    parts = [part.strip() for part in cell.split(sign)]
    return [*parts[:-1], *last_of_list(parts[-1], names.__contains__)] if sign == "," and len(parts) > 1 else parts


def _parts_of(column: Column, sign: str, wanted: str = "") -> set[str]:
    """The different parts of a column's cells that have a sign in them; of those that are not parted anyway, if `wanted`."""
    cells = [cell for cell in column.distinct if sign in cell]
    names = _names_of(column, sign)
    return {p for cell in cells if not wanted or len(names_in(cell, wanted)) < 2 for p in _split_at(cell, sign, names)}


def _recurring_parts(column: Column, parts: set[str], sign: str) -> set[str]:
    """The parts that occur in several cells, or alone."""
    names = _names_of(column, sign)
    cells = Counter(part for cell in column.distinct if sign in cell for part in set(_split_at(cell, sign, names)))
    return {part for part in parts if cells[part] > 1 or part in column.distinct}


def _names_of(column: Column, sign: str) -> set[str]:
    """The names that stand in a column alone, or between two signs."""
    return {name for cell in column.distinct for name in listed_names(cell, sign)}
