"""What is in a graph, as a table or as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.inventory import Inventory

__all__ = ["write_inventory"]


def write_inventory(found: Inventory, out: Output) -> None:
    """Write what is in a graph."""
    if out.format == "json":
        out.json(asdict(found))
        return
    rows: list[list[object]] = [["source", found.source], ["as of", found.as_of]]
    for one in found.datasets:
        files = f" ({', '.join(one.files)}; imported {one.imported})" if one.files else ""
        rows.append(["dataset", f"{one.label or one.id}, of {one.as_of}{files}"])
    rows += [[kind, count] for kind, count in found.kinds.items()]
    rows += [[fact, count] for fact, count in found.facts.items()]
    if found.span[0]:
        rows.append(["dates of memberships", f"{found.span[0]} to {found.span[1]}"])
    out.rows(Table({"what": "", "value": ""}, rows))
