"""Tables that lie on their side: a column for each state, and in each row what is known of the states.

"NATO since", "EU since" and "Capital" below each other are columns of a usual table. It is read as if rows and columns
were exchanged. A table whose rows are bodies, with yes and no in them, needs no exchange: `planning.layout` reads it.
"""

from __future__ import annotations

from ..names.known_names import states_in
from ..planning.keys import NOT_BODIES, key_of
from ..planning.words.column_names import FIELDS
from ..planning.words.column_words import edge_of
from ..tables.tabular import Table

__all__ = ["exchange_sides"]

_MOST_ROWS = 200
_NAMES = frozenset(name for names in FIELDS.values() for name in names)


def exchange_sides(table: Table) -> None:
    """Exchange the rows and the columns of a table whose columns are states.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    """
    states = [name.strip() for name in table.header[1:]]
    if len(states) < 2 or not all(states) or len(table.sample) > _MOST_ROWS:
        return
    if any(key_of(name) in _NAMES for name in states) or states_in(states) < 0.9:
        return
    names = [cells[0].strip() for cells in table.sample if any(map(str.strip, cells))]
    if len(set(names)) < len(names) or not all(names) or states_in(names) > 0 or not any(map(_is_of_column, names)):
        return
    rows = [cells for _, cells in table.records if any(map(str.strip, cells))]
    found = [
        [state, *(cells[at].strip() if at < len(cells) else "" for cells in rows)] for at, state in enumerate(states, 1)
    ]
    table.notes.append("the columns are states, so rows and columns were exchanged; numbers of rows are of columns")
    table.header = ["country", *names]
    table.sample, table.records = found, enumerate(found, 2)


def _is_of_column(name: str) -> bool:
    """Whether a name is one of a column, rather than of a body: "NATO since", "Capital", "Date of accession"."""
    key = key_of(name)
    return key in _NAMES or bool(edge_of(name, key)[0]) or NOT_BODIES.search(key) is not None
