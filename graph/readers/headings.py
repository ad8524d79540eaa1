"""Headings in a table: rows with a body's name and nothing else, each above the rows of its members.

Such a table has no column for the body. It is read as if it had one, if all is clear: the first row is a heading, no
heading is a state, and the rows below the headings are states.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..errors import InvalidRequest
from .planning.column_names import FIELDS
from .planning.keys import key_of
from .tabular import Records, Table

__all__ = ["under_headings"]

_MEMBER = frozenset(FIELDS["member"])
_BODY = frozenset(FIELDS["organization"])
_LOOKED_AT = 60


def under_headings(table: Table, organization: str = "") -> None:
    """Give a table whose bodies stand in headings a column for them.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    organization : str
        The one body of all rows, if the user names it.

    Raises
    ------
    InvalidRequest
        If the user names one body for all rows, while headings name others.
    """
    keys = [key_of(name) for name in table.header]
    member = next((at for at, key in enumerate(keys) if key in _MEMBER), -1)
    if member < 0 or len(keys) < 2 or _BODY & set(keys):
        return
    rows = [cells for cells in table.sample if any(cell.strip() for cell in cells)]
    if len(rows) < 2 or not _is_heading(rows[0], member) or not _clear(rows, member):
        return
    first = rows[0][member].strip()
    if organization:
        raise InvalidRequest(
            f"{table.where}: {first!r} stands alone in its row, as a heading above the rows of its members; leave"
            " --organization out, or take the headings out of the table"
        )
    table.notes.append(f"rows with a name only were read as headings, each the body of the rows below it: {first!r}, …")
    table.header = [*table.header, "organization"]
    table.sample = [cells for _, cells in _below(enumerate(table.sample), member, len(keys))]
    table.records = _below(table.records, member, len(keys))


def _is_heading(cells: Sequence[str], member: int) -> bool:
    return [at for at, cell in enumerate(cells) if cell.strip()] == [member]


def _clear(rows: Sequence[Sequence[str]], member: int) -> bool:
    """Whether headings are no states, and what stands below them is."""
    from ..model.authority import authority

    def is_state(cells: Sequence[str]) -> bool:
        return bool(authority().find(cells[member].strip()).candidates)

    headings = [cells for cells in rows if _is_heading(cells, member)][:_LOOKED_AT]
    below = [cells for cells in rows if not _is_heading(cells, member) and member < len(cells)][:_LOOKED_AT]
    if not below or any(map(is_state, headings)):
        return False
    return sum(map(is_state, below)) >= 0.8 * len(below)


def _below(rows: Records, member: int, width: int) -> Records:
    """The rows below headings, with the heading in a cell of its own; a heading of nothing comes as it is."""
    heading, waiting = "", None  # type: str, tuple[int, list[str]] | None
    for number, cells in rows:
        if _is_heading(cells, member):
            if waiting is not None:
                yield waiting
            heading, waiting = cells[member].strip(), (number, cells)
            continue
        if any(cell.strip() for cell in cells):
            waiting = None
        yield number, [*cells, *[""] * (width - len(cells)), heading] if len(cells) <= width else cells
    if waiting is not None:
        yield waiting
