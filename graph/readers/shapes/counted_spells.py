"""Several spells in a row, counted: "start1", "end1", "start2", "end2", "first accession", "second accession", or "term 2".

A table of this kind is read as if each spell had a row of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..planning.keys import counted, key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.date_parts import edge_of_year
from ..tables.tabular import Table
from .joined_parts import join_parts
from .unfolding import NOWHERE, names_in, no_end_before, unfolded

__all__ = ["unfold_spells"]

_EDGE = {name: edge for edge in ("start", "end") for name in (*FIELDS[edge], *FIELDS.get(f"{edge}_year", ()))}
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
    given = {key_of(name) for name in mapping}
    _unfold_periods(table, given)
    edges = [_edge_counted(key_of(name)) for name in table.header]
    if any(edge and edge[1] > 1 for edge in edges):
        join_parts(table, mapping)
    spells = _spells(table.header)
    places = [at for edges in spells.values() for at in edges.values()]
    if sum("start" in edges for edges in spells.values()) < 2 or given & {key_of(table.header[at]) for at in places}:
        return
    first, *later = sorted(spells)
    again = [spells[number]["start"] for number in later if "start" in spells[number]]
    back = [table.header[at] for at in again]
    if "end" not in spells[first]:
        if any(names_in(table, at) for at in again):
            raise no_end_before(table, back[0])
        return
    table.notes.append(f"a date in {', '.join(map(repr, back))} was read as the start of a further membership")
    names = [table.header[spells[first][edge]] for edge in ("start", "end")]
    variants = [[spells[number].get(edge, NOWHERE) for edge in ("start", "end")] for number in sorted(spells)]
    unfolded(table, [_uncounted(name) for name in names], variants, keep=True)


def _unfold_periods(table: Table, given: Collection[str]) -> None:
    """Give a table with several periods in a row, "term 1" and "term 2", a row for each of them."""
    periods: dict[int, int] = {}
    for at, name in enumerate(table.header):
        if (number := _period_counted(key := key_of(name))) and key not in given:
            periods.setdefault(number, at)
    if len(periods) < 2:
        return
    shown = ", ".join(repr(table.header[periods[number]]) for number in sorted(periods))
    table.notes.append(f"{shown} were read as a membership each")
    key = key_of(table.header[periods[min(periods)]])
    name = next(word for word in FIELDS["period"] if word in key)
    unfolded(table, [name], [[periods[number]] for number in sorted(periods)], keep=True)


def _period_counted(key: str) -> int:
    """The number of a period of several; 0 if a column's name is none of one, 1 if it has no number."""
    first, _, rest = key.partition(" ")
    if first in _ORDINALS and rest in FIELDS["period"]:
        return _ORDINALS[first]
    named = counted(key)
    if named is not None and not named[2] and named[0] in FIELDS["period"]:
        return named[1]
    return int(key in FIELDS["period"])


def _spells(header: list[str]) -> dict[int, dict[str, int]]:
    """The columns of each spell, by its number: of its start and its end."""
    spells: dict[int, dict[str, int]] = {}
    for at, name in enumerate(header):
        key = key_of(name)
        if key in _EDGE:
            spells.setdefault(1, {}).setdefault(_EDGE[key], at)
        elif found := _edge_counted(key):
            edge, number = found
            spells.setdefault(number, {}).setdefault(edge, at)
    return spells


def _edge_counted(key: str) -> tuple[str, int] | None:
    """The edge and the number of a counted column: "start 2", "second accession", "joined 2 year"."""
    first, _, rest = key.partition(" ")
    if first in _ORDINALS and rest in _EDGE:
        return _EDGE[rest], _ORDINALS[first]
    named = counted(key)
    if named is None:
        return None
    stem = f"{named[0]} {named[2]}".strip()
    edge = _EDGE.get(stem) or (edge_of_year(stem) if named[2] in ("", "year", "date") else "")
    return (edge, named[1]) if edge else None


def _uncounted(name: str) -> str:
    """The name of the first spell's column, as a row of its own has it."""
    key = key_of(name)
    if key in _EDGE:
        return name
    found = _edge_counted(key)
    return found[0] if found else name
