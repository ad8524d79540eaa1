"""Columns called after bodies, with the names of their members below: "NATO", "EU", "EFTA".

Such a table has no rows of its own: what stands side by side has nothing to do with each other. It is read as if it had
a row for each name.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...amounts import shortened
from ..names.known_names import states_in
from ..planning.field_names import given_as
from ..planning.keys import count_known, entity_name, key_of
from ..planning.named_bodies import called_after_body, capitals_tell
from ..tables.tabular import Table
from .unfolding import names_in, unfolded

__all__ = ["unfold_names"]


def unfold_names(table: Table, mapping: Mapping[str, str]) -> None:
    """Give a table whose columns are bodies with the names of their members a row for each name.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The columns that the user names; of those that are bodies this is how they are known.
    """
    given = given_as(mapping, "organization")
    columns = [(at, name.strip()) for at, name in enumerate(table.header) if name.strip()]
    if len(columns) < 2 or count_known([name for _, name in columns]):
        return
    cells = {at: set(names_in(table, at)) for at, _ in columns}
    if not all(cells.values()):
        return
    capitals = capitals_tell(table.header) or len({name.upper() for _, name in columns}) == len(columns)
    if not all(key_of(name) in given or called_after_body(name, capitals=capitals) for _, name in columns):
        return
    if any(states_in(each) < 0.8 for each in cells.values()):
        return
    shown = shortened((repr(name) for _, name in columns), 5)
    table.notes.append(f"the columns were read as bodies with the names of their members: {shown}")
    unfolded(table, ["organization", "member"], [[entity_name(name), at] for at, name in columns])
