"""What the first rows of a table tell of how its dates are to be read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..dates.date_orders import order_named
from .table_in_hand import TableInHand

__all__ = ["TIMES", "learn_dates"]

TIMES = frozenset(("start", "start_year", "end", "end_year", "period"))
"""The fields that say when a membership held."""
_LEARNED_FROM = TIMES | {"role", "remarks", "year"}
"""The fields in whose cells some dates may decide how others are read."""
_SPANS_IN = re.compile(r"(?<![\d-])\d{4} ?[-–/] ?\d{1,4}(?![\d-])")


def learn_dates(table: TableInHand, sample: Sequence[Sequence[str]]) -> None:
    """Learn how the dates of a table are to be read.

    Parameters
    ----------
    table : TableInHand
        The table, whose `dates` learn it.
    sample : sequence of rows
        Its first rows, of which some may decide how the dates of others are to be read.
    """
    fields, dates = table.plan.fields, table.dates
    dated = {at: name in TIMES for name, at in fields.items() if name in _LEARNED_FROM}
    for at, spans in [*dated.items(), *((at, True) for at in table.plan.wide)]:
        dates.learn((row[at] for row in sample if at < len(row)), spans=spans)
    for name in ("member", "organization", "role"):
        if name in fields:
            at = fields[name]
            dates.learn(span for row in sample if at < len(row) for span in _SPANS_IN.findall(row[at]))
    orders = {order: name for at in dated if (order := order_named(name := table.plan.header[at]))}
    if dates.given:
        for order, name in orders.items():
            if order != dates.order:
                dates.seen[f"dates in column {name!r} were read as --date-format says, and not as its name does"] = None
    elif len(orders) == 1:
        dates.take_order(*orders.popitem())
