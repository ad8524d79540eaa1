"""Several columns that name bodies of a row's member, "Military alliance" and "Economic union", or members of its body.

Such a table is read as if it had a row for each of them: if the user names several columns as organizations, or if
their names say so, what is in them is in the list of bodies, and no dates stand beside them, which may be of one only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .planning.column import Column
from .planning.column_names import FIELDS
from .planning.column_words import has_body_word
from .planning.columns import given_as
from .planning.keys import edge_named, key_of
from .tabular import Table
from .unfolding import names_in, unfolded

__all__ = ["unfold_bodies"]


def unfold_bodies(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Give a table with several columns of bodies a row for each of them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names.

    Returns
    -------
    mapping of str to str
        The same without the columns that are no more.
    """
    mapping = _unfold_members(table, mapping)
    given = given_as(mapping, "organization")
    columns = _with_names(table)
    if given:
        found = [c for c in columns if c.key in given]
    elif any(c.key in FIELDS["organization"] for c in columns) or any(map(_of_time, table.header)):
        return mapping
    else:
        found = [c for c in columns if c.key not in map(key_of, mapping) and has_body_word(c.key) and _has_bodies(c)]
    if len(found) < 2:
        return mapping
    return _in_rows_of_their_own(table, mapping, found, "organizations", "organization")


def _unfold_members(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Give a table of which the user names several columns as the member a row for each of them."""
    given = given_as(mapping, "member")
    found = [c for c in _with_names(table) if c.key in given]
    if len(found) < 2:
        return mapping
    # With the plural, lists in cells are parted.
    mapping = _in_rows_of_their_own(table, mapping, found, "members", "members")
    if dated := [repr(c.name) for c in found if re.search(r"(?<!\d)[12]\d{3}(?!\d)", c.name)]:
        table.notes.append(f"the year in the name of {', '.join(dated)} was not read as a start")
    return mapping


def _in_rows_of_their_own(
    table: Table, mapping: Mapping[str, str], found: Sequence[Column], read_as: str, name: str
) -> Mapping[str, str]:
    """Give each row one for each of some columns, all in one column; the mapping without those that are no more."""
    shown = ", ".join(repr(c.name) for c in found)
    table.notes.append(f"{shown} were read as {read_as}, as if each were in a row of its own")
    unfolded(table, [name], [[c.at] for c in found], lambda count: table.notes.append(_without(count, shown)))
    gone = {c.key for c in found}
    return {column: field for column, field in mapping.items() if key_of(column) not in gone}


def _with_names(table: Table) -> list[Column]:
    """The columns that may have names in them."""
    columns = [Column(at, name, names_in(table, at)) for at, name in enumerate(table.header)]
    return [c for c in columns if c.cells and not (c.flags or c.numbers or c.urls or c.years)]


def _without(count: int, shown: str) -> str:
    return f"{count} row{'s' if count > 1 else ''} without a name in {shown}: no membership"


def _of_time(name: str) -> bool:
    key = key_of(name)
    return any(key in FIELDS[field] for field in ("start", "end", "period")) or edge_named(key)


def _has_bodies(column: Column) -> bool:
    """Whether most names in a column are in the list of bodies."""
    from ..model.bodies import bodies

    names = {part.strip() for cell in column.distinct for part in re.split(r"[,;/\n]", cell) if part.strip()}
    return 2 * sum(bool(bodies().find(name)) for name in names) > len(names)
