"""What is in a graph, as a table or as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from .importing import lens_result
from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.analysis.citing import Citation
    from ..graph.analysis.inventory import Inventory

__all__ = ["write_citations", "write_inventory"]

_SHOWN = 20
"""So many datasets are named; of tables whose rows all name a source there may be thousands."""


def write_citations(found: Sequence[Citation], out: Output) -> None:
    """Write what to cite for each dataset."""
    if out.form == "json":
        out.json([asdict(one) for one in found])
        return
    rows: list[list[object]] = []
    for one in found:
        rows += [[one.label, "cite", text] for text in one.cite]
        rows += [[one.label, "note", text] for text in one.faults]
    out.rows(Table({"dataset": "Dataset", "what": "", "text": ""}, rows, counted=""))


def write_inventory(found: Inventory, out: Output) -> None:
    """Write what is in a graph."""
    if out.form == "json":
        out.json(asdict(found))
        return
    rows: list[list[object]] = [["source", found.source], ["as of", found.as_of]]
    for one in found.datasets[:_SHOWN]:
        files = f" ({', '.join(one.files)}; imported {one.imported})" if one.files else ""
        rows.append(["dataset", f"{one.label or one.id}{f', of {one.as_of}' if one.as_of else ''}{files}"])
    if more := len(found.datasets[_SHOWN:]):
        rows.append(["dataset", f"{more:,} more; see: blocs cite"])
    for report in found.tables:
        rows += [[f"table {report.table}", line] for line in report.lines()]
    rows += [[kind, count] for kind, count in found.kinds.items()]
    rows += [[fact, count] for fact, count in found.facts.items()]
    if found.span[0]:
        rows.append(["dates of memberships", f"{found.span[0]} to {found.span[1]}"])
    rows += [["lens", f"{lens.name}: {lens_result(lens.memberships)}"] for lens in found.lenses]
    rows += [["joined", note] for note in found.joined]
    rows += [["merged", f"{one.gone_label} into {one.into_label}, {one.day}"] for one in found.merges]
    rows += [["not read", note] for note in found.notes]
    out.rows(Table({"what": "", "value": ""}, rows, counted=""))
