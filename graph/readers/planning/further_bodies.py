"""Columns called after bodies that are left beside the one that is read: members may be in what they name, too."""

from __future__ import annotations

import re

from ..names.known_names import states_in
from ..table_options import map_option
from .column import Column
from .columns import Columns
from .words.column_names import FIELDS
from .words.people_words import BODIES_OF_PEOPLE

__all__ = ["may_name_more_bodies"]

_BODIES = frozenset((*FIELDS["organization"], *BODIES_OF_PEOPLE))
_OF_A_BODY = re.compile(r"\b(?:title|treat(?:y|ies)|treatyid|agreements?|id|manyid)\b")
"""What may be said of a body: by which treaty it was founded, how it is called."""


def may_name_more_bodies(table: Columns, column: Column) -> str:
    """What to say of a column called after bodies that is left unread; "" if it only says more of those that are read.

    Parameters
    ----------
    table : Columns
        The table, all of whose other columns are decided.
    column : Column
        The column.

    Returns
    -------
    str
    """
    read = table.column_of("organization")
    if read is None or table.found.layout != "rows" or table.given("organization") or table.found.person:
        return ""
    key = column.key if column.key in _BODIES else column.key.rpartition(" ")[2]
    if key not in _BODIES or _OF_A_BODY.search(column.key) or column.codes or not table.labels(column):
        return ""
    again = len(read.distinct) < len(read.cells)
    of_body = table.names_the_same(column, read) and (again or table.one_to_one(column, read))
    if of_body or states_in(column.distinct) >= 0.5:
        return ""
    both = f"{map_option(read.name, 'organization')} {map_option(column.name, 'organization')}"
    return f"if members are in what it names too, say {both}"
