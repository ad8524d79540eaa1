"""Tables with several memberships in a row, given a row for each of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from ...amounts import shortened
from ...errors import InvalidRequest
from ..cells.no_names import is_unsaid, names_nothing
from ..table_options import map_option
from ..tables.tabular import Records, Table

__all__ = [
    "NOWHERE",
    "NO_NUMBER",
    "ask_of_namibia",
    "names_in",
    "no_end_before",
    "plain_names_in",
    "unfolded",
    "unsaid_in",
]

NOWHERE = -1
"""The place of a cell that a row does not have; it is empty."""

NO_NUMBER = frozenset(("0", "0.0", "-9", "-9.0", "-99", "-99.0", "."))
"""What stands in a column of codes where there is none."""

Variant = Sequence[int | str]
"""What a row has in its new cells: the cell of a column, by its place, or a text."""


def names_in(table: Table, at: int) -> list[str]:
    """The cells of a column of the first rows that are not empty.

    Parameters
    ----------
    table : Table
        The table.
    at : int
        The column's place.

    Returns
    -------
    list of str
    """
    return [cell for row in table.sample if at < len(row) and (cell := row[at].strip())]


def plain_names_in(table: Table, at: int) -> list[str]:
    """The cells of a column of the first rows that name something: no NA, "unknown" or dash.

    Parameters
    ----------
    table : Table
        The table.
    at : int
        The column's place.

    Returns
    -------
    list of str
    """
    cells = names_in(table, at)
    nothing = {cell for cell in set(cells) if names_nothing(cell)}
    return [cell for cell in cells if cell not in nothing] if nothing else cells


def unsaid_in(table: Table, places: Iterable[int], side: str) -> str:
    """What is to be said of columns of names in which NA and the like stand where there is none; "" if they do not.

    Among codes of states NA is Namibia's.

    Parameters
    ----------
    table : Table
        The table.
    places : iterable of int
        The columns' places.
    side : str
        What they name: "member" or "organization".

    Returns
    -------
    str
    """
    cells = {cell for at in places for cell in names_in(table, at)}
    found = sorted(cell for cell in cells if is_unsaid(cell))
    codes = side == "member" and _are_codes(cells.difference(found))
    return f"; {shortened(map(repr, found))} in them names none" if found and not codes else ""


def ask_of_namibia(table: Table, places: Sequence[int]) -> None:
    """Refuse columns of codes of states of which a row has NA twice: Namibia's code, or what says that there is none.

    Parameters
    ----------
    table : Table
        The table.
    places : sequence of int
        The columns' places.

    Raises
    ------
    InvalidRequest
        With the way to say which.
    """
    if not _are_codes({cell for at in places for cell in names_in(table, at)} - {"NA"}):
        return
    if any(sum(at < len(row) and row[at].strip() == "NA" for at in places) > 1 for row in table.sample):
        first, last = table.header[places[0]], table.header[places[-1]]
        raise InvalidRequest(
            f"{table.where}: columns {first!r} to {last!r}: 'NA' may be Namibia's code or say that there is none; if"
            " there is none, say: --missing NA; else write 'Namibia' in the table where it is meant"
        )


def _are_codes(cells: Collection[str]) -> bool:
    """Whether cells are codes of states of two letters."""
    return bool(cells) and all(len(cell) == 2 and cell.isupper() for cell in cells)


def no_end_before(table: Table, back: str) -> InvalidRequest:
    """The refusal of a table that says when members came back, and not when they had left.

    Parameters
    ----------
    table : Table
        The table.
    back : str
        The column of the second starts.

    Returns
    -------
    InvalidRequest
    """
    return InvalidRequest(
        f"{table.where}: column {back!r} says when members came back, but no column when they had left; add one,"
        f" or leave it out with: {map_option(back, 'ignore')}"
    )


def unfolded(
    table: Table,
    names: Sequence[str],
    variants: Sequence[Variant],
    without: Callable[[int], None] | None = None,
    *,
    keep: bool = False,
    unsaid: bool = False,
) -> None:
    """Give each row of a table as many rows as there are variants; one with nothing in its cells is none.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    names : sequence of str
        The names of the new columns, which come behind those that stay.
    variants : sequence of variants
        What each new row has in them.
    without : callable, optional
        Told, when the table has been read, how many rows have nothing in any of them.
    keep : bool
        Whether a row that has nothing in any of them is one row all the same, as who is in a body at unknown times.
    unsaid : bool
        Whether NA and the like are nothing in them, as in columns of names.
    """
    places = {at for variant in variants for at in variant if isinstance(at, int)}
    kept = [at for at in range(len(table.header)) if at not in places]
    width = len(table.header)

    def rows_of(cells: list[str]) -> list[list[str]]:
        if not any(cell.strip() for cell in cells):
            return [[]]
        base = [cells[at] if at < len(cells) else "" for at in kept]
        found = []
        for variant in variants:
            said = [
                each if isinstance(each, str) else cells[each] if 0 <= each < len(cells) else "" for each in variant
            ]
            own = [cell for cell, each in zip(said, variant, strict=True) if isinstance(each, int) and cell.strip()]
            if own and not (unsaid and all(map(is_unsaid, own))):
                found.append([*base, *said, *cells[width:]])
        return found if found or not keep else [[*base, *[""] * len(names), *cells[width:]]]

    def records(before: Records) -> Records:
        empty = 0
        for number, cells in before:
            rows = rows_of(cells)
            empty += not rows
            for row in rows:
                yield number, row
        if empty and without is not None:
            without(empty)

    table.records = records(table.records)
    table.sample = [row for cells in table.sample for row in rows_of(cells)]
    table.header = [table.header[at] for at in kept] + list(names)
