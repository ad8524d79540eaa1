"""A panel of dyads as text, a year at a time."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from ..graph.entities import Entity
from ..graph.errors import AskedWrongly
from .output import Output, Table, dump_json

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph

__all__ = ["CODES", "write_panel"]

CODES = ("cow", "iso3")
"""The codes that states can be printed as."""

_ROWS = 100
"""Rows that a terminal shows."""


def write_panel(
    graph: KnowledgeGraph, years: str, out: Output, *, role: str, measures: Sequence[str], codes: str
) -> None:
    """Write the dyads of every year, a year at a time; `years` is FROM:TO."""
    from ..graph.panel import panel

    if codes and codes not in CODES:
        raise AskedWrongly(f"--codes takes {' or '.join(CODES)}, not {codes!r}")
    first, sign, last = years.partition(":")
    if not (first.isdigit() and (last.isdigit() or not sign)):
        raise AskedWrongly(f"--panel takes FROM:TO in years, such as 1990:2000, not {years!r}")
    found = panel(graph, int(first), int(last or first), role, measures)

    def key(entity: Entity) -> str:
        return entity.codes.get(codes, entity.id)

    form = out.format or ("csv" if out.path is not None and out.path.suffix == ".csv" else out.chosen())
    if form in ("csv", "tsv"):
        out.stream(found.csv(key, "," if form == "csv" else "\t"))
    elif form == "jsonl":
        out.stream(dump_json(row) + "\n" for row in found.rows(key))
    elif form == "json":
        out.json({"by": "state", "panel": years, "pairs": list(found.rows(key))})
    else:
        rows = list(islice(found.rows(key), _ROWS + 1))
        notes = [f"Only the first {_ROWS} rows; --format csv gives all."] if len(rows) > _ROWS else []
        table = [[row[column] for column in found.columns] for row in rows[:_ROWS]]
        out.rows(Table(dict(zip(found.columns, found.columns, strict=True)), table, f"Dyads, {years}", notes))
