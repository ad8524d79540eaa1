"""Paths: chains of facts for people, a row for each step for programs."""

from __future__ import annotations

from typing import Any

from ..graph.analysis.paths import Paths, Step
from ..graph.model.evidence import evidence_line
from ..graph.pictures.figures.words import named, paths_notes, paths_title
from .grounds import paths_json
from .writing.output import Output
from .writing.table import Table

__all__ = ["write_paths"]

_MORE = " (--limit shows more)"


def write_paths(found: Paths, out: Output, evidence: bool = False) -> None:
    """Write how two entities are connected, or that they are not."""
    if out.form == "json":
        out.json(paths_json(found))
        return
    if out.is_figure:
        from ..graph.pictures.figures.plans import chain_plan

        out.plan(chain_plan(found))
    elif out.for_people:
        from .chain import show_chains

        show_chains(found, paths_title(found), paths_notes(found, _MORE), out)
    elif out.form == "markdown":
        out.rows(_table(found, evidence))
    else:
        out.rows(_rows(found))


def _rows(found: Paths) -> Table:
    """One row for each step, for programs."""
    columns = ("path", "step", "from", "relation", "to", "basis", "evidence")
    rows = [
        [number, place, step.start.id, step.words, step.end.id, step.fact.grounds.basis, _sentences(step)]
        for number, path in enumerate(found.paths, 1)
        for place, step in enumerate(path, 1)
    ]
    return Table(dict(zip(columns, columns, strict=True)), rows, notes=[] if rows else paths_notes(found, _MORE))


def _table(found: Paths, evidence: bool) -> Table:
    """One line for each step, for people; the sentences below it."""
    rows: list[list[Any]] = []
    for number, path in enumerate(found.paths, 1):
        for step in path:
            said = f"{named(step.start)} {step.words} {named(step.end)}"
            first = str(number) if step is path[0] else ""
            rows.append([first, said, step.fact.grounds.basis])
            if evidence:
                rows += [["", f"  {evidence_line(one)}", ""] for one in step.fact.grounds.evidence]
    return Table(
        {"path": "Path", "fact": "Steps", "basis": "Basis"}, rows, paths_title(found), paths_notes(found, _MORE)
    )


def _sentences(step: Step) -> str:
    return " ".join(map(evidence_line, step.fact.grounds.evidence))
