"""Paths: chains of facts for people, a row for each step for programs."""

from __future__ import annotations

from typing import Any

from ..graph.analysis.paths import Paths, Step
from .grounds import evidence_line, paths_json
from .writing.output import Output
from .writing.table import Table

__all__ = ["write_paths"]


def write_paths(found: Paths, out: Output, evidence: bool = False) -> None:
    """Write how two entities are connected, or that they are not."""
    if out.form == "json":
        out.json(paths_json(found))
        return
    if out.is_figure:
        from .chain import draw_chains

        draw_chains(found, _title(found), _notes(found, drawn=True), out)
    elif out.for_people:
        from .chain import show_chains

        show_chains(found, _title(found), _notes(found), out)
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
    return Table(dict(zip(columns, columns, strict=True)), rows)


def _table(found: Paths, evidence: bool) -> Table:
    """One line for each step, for people; the sentences below it."""
    from .chain import named

    rows: list[list[Any]] = []
    for number, path in enumerate(found.paths, 1):
        for step in path:
            said = f"{named(step.start)} {step.words} {named(step.end)}"
            first = str(number) if step is path[0] else ""
            rows.append([first, said, step.fact.grounds.basis])
            if evidence:
                rows += [["", f"  {evidence_line(one)}", ""] for one in step.fact.grounds.evidence]
    return Table({"path": "Path", "fact": "Steps", "basis": "Basis"}, rows, _title(found), _notes(found))


def _sentences(step: Step) -> str:
    return " ".join(map(evidence_line, step.fact.grounds.evidence))


def _title(found: Paths) -> str:
    when = "at any time" if str(found.period) == "any" else f"as of {found.period}"
    way = "memberships" if found.via == "memberships" else "facts"
    return f"From {found.a.short} to {found.b.short} by {way}, {when}"


def _notes(found: Paths, *, drawn: bool = False) -> list[str]:
    if found.length is None:
        way = "No memberships connect" if found.via == "memberships" else "Nothing in this graph connects"
        return [f"{way} {found.a.short} and {found.b.short}."]
    steps = "1 step" if found.length == 1 else f"{found.length} steps"
    some = len(found.paths)
    least = "more than " if found.more_than_counted else ""
    if some < found.count:
        how = "" if drawn else " (--limit shows more)"
        return [f"{steps}; {some} of {least}{found.count:,} shortest paths{how}."]
    return [f"{steps}; {'the only shortest path' if some == 1 else f'all {some} shortest paths'}."]
