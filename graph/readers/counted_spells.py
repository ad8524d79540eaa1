"""Several spells in a row, counted: "start1", "end1", "start2", "end2", or "first accession" and "second accession".

A table of this kind is read as if each spell had a row of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..errors import InvalidRequest
from .planning.column_names import FIELDS
from .planning.keys import key_of
from .tabular import Table
from .unfolding import names_in, unfolded

__all__ = ["unfold_spells"]

_NOWHERE = -1
_EDGE = {name: edge for edge in ("start", "end") for name in (*FIELDS[edge], *FIELDS.get(f"{edge}_year", ()))}
_COUNTED = re.compile(r"(.*?) ?(\d{1,2})(?: (year|date))?")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3}


def unfold_spells(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table with several starts and ends in a row a row for each of them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names; a table some of whose starts or ends are named is left as it is.

    Raises
    ------
    InvalidRequest
        If a row has a second start, and the table no end of the first.
    """
    spells = _spells(table.header)
    places = [at for edges in spells.values() for at in edges.values()]
    given = {key_of(name) for name in mapping}
    if sum("start" in edges for edges in spells.values()) < 2 or given & {key_of(table.header[at]) for at in places}:
        return
    first, *later = sorted(spells)
    back = [table.header[spells[number]["start"]] for number in later if "start" in spells[number]]
    if "end" not in spells[first]:
        if any(names_in(table, spells[number]["start"]) for number in later if "start" in spells[number]):
            raise InvalidRequest(
                f"{table.where}: column {back[0]!r} says when members came back, but no column when they had left; add"
                f' one, or leave it out with: --map "{back[0]}=ignore"'
            )
        return
    table.notes.append(f"a date in {', '.join(map(repr, back))} was read as the start of a further membership")
    names = [table.header[spells[first][edge]] for edge in ("start", "end")]
    variants = [[spells[number].get(edge, _NOWHERE) for edge in ("start", "end")] for number in sorted(spells)]
    unfolded(table, [_uncounted(name) for name in names], variants)


def _spells(header: list[str]) -> dict[int, dict[str, int]]:
    """The columns of each spell, by its number: of its start and its end."""
    spells: dict[int, dict[str, int]] = {}
    for at, name in enumerate(header):
        key = key_of(name)
        if key in _EDGE:
            spells.setdefault(1, {}).setdefault(_EDGE[key], at)
        elif counted := _counted(key):
            edge, number = counted
            spells.setdefault(number, {}).setdefault(edge, at)
    return spells


def _counted(key: str) -> tuple[str, int] | None:
    """The edge and the number of a counted column: "start 2", "second accession", "joined 2 year"."""
    first, _, rest = key.partition(" ")
    if first in _ORDINALS and rest in _EDGE:
        return _EDGE[rest], _ORDINALS[first]
    match = _COUNTED.fullmatch(key)
    if match and (stem := f"{match[1]} {match[3] or ''}".strip()) in _EDGE:
        return _EDGE[stem], int(match[2])
    return None


def _uncounted(name: str) -> str:
    """The name of the first spell's column, as a row of its own has it."""
    key = key_of(name)
    if key in _EDGE:
        return name
    counted = _counted(key)
    return counted[0] if counted else name
