"""Columns whose dates have day and month in different orders: starts as 25/12/1949, ends as 12/31/1990.

What the dates of one column decide, or its name says, holds for that column alone then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..dates.date_orders import IN_WORDS, order_named, order_of
from ..tables.tabular import Table

__all__ = ["settle_orders"]

_DATE = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})")


def settle_orders(table: Table) -> None:
    """Write the dates of columns that have different orders as ISO dates, each column in its own order.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    """
    found: dict[int, tuple[str, str]] = {}
    for at, name in enumerate(table.header):
        order, why = _order_of(name, [row[at] for row in table.sample if at < len(row)])
        if order:
            found[at] = order, why
    if len({order for order, _ in found.values()}) < 2:
        return
    for at, (order, why) in found.items():
        table.notes.append(f"dates in column {table.header[at]!r} were read as {IN_WORDS[order]}, {why}")
    table.rewrite(
        lambda cells: [_in_order(cell, found[at][0]) if at in found else cell for at, cell in enumerate(cells)]
    )


def _order_of(name: str, cells: Sequence[str]) -> tuple[str, str]:
    """The order of a column's dates, and why; "" if nothing says it, or its dates contradict each other or its name."""
    said: dict[str, str] = {}
    filled = [cell.strip() for cell in cells if cell.strip()]
    dated = [match for cell in filled if (match := _DATE.fullmatch(cell))]
    for match in dated:
        if order := order_of(int(match[1]), int(match[3])):
            said.setdefault(order, match[0])
    named = order_named(name)
    if 2 * len(dated) < len(filled) or not dated or len(said) > 1 or (named and said and named not in said):
        return "", ""
    if named in IN_WORDS:
        return named, "as its name says"
    return next(((order, f"since {text} can be nothing else") for order, text in said.items()), ("", ""))


def _in_order(cell: str, order: str) -> str:
    """A cell with its dates as ISO dates; one that does not fit the order is left."""
    match = _DATE.fullmatch(cell.strip())
    if match is None:
        return cell
    first, second = int(match[1]), int(match[3])
    day, month = (first, second) if order == "dmy" else (second, first)
    return f"{match[4]}-{month:02}-{day:02}" if 0 < month < 13 and 0 < day < 32 else cell
