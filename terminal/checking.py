"""What is wrong with a graph, as rows or JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from ..graph.checking import ADVICE, NOTE, SEVERITIES, Finding, check, check_files
from .notes import say_report
from .process.sources import SourceOptions
from .writing.output import Output
from .writing.table import Table

__all__ = ["findings_of", "write_findings"]

_SHOWN = 50  # findings that a person reads at once


@dataclass
class Checked:
    """What is checked, in words, the problems found, and what was read of tables."""

    name: str
    findings: Sequence[Finding]
    tables: Sequence[Mapping[str, Any]]


def findings_of(source: SourceOptions, files: Sequence[Path], texts: Sequence[str]) -> Checked:
    """What is checked and the problems found; files are read as far as they can be."""
    tables: list[Mapping[str, Any]] = []

    def say(report: Mapping[str, Any]) -> None:
        tables.append(report)
        say_report(report)

    wanted = replace(source, data=[*(source.data or []), *files]).chosen()
    named = wanted.named_files()
    if wanted.data or named:
        wanted.start_clock()
        name = ", ".join(map(str, [*(wanted.data or []), *(path for _, path in named)]))
        found = check_files(wanted.data or [], named, texts, wanted.lens or [], say, wanted.tables(wanted))
        return Checked(name, found, tables)
    graph = wanted.open(checked=True)
    for report in graph.source.reports:  # of the tables that are in a store
        say(report)
    return Checked(graph.source.name, check(graph, texts), tables)


def write_findings(checked: Checked, advice: bool, out: Output) -> bool:
    """Write the problems found, with `advice` or without; whether there is anything but advice."""
    name, found = checked.name, checked.findings
    listed = [one for one in found if advice or one.severity != ADVICE]
    sound = all(one.severity in (NOTE, ADVICE) for one in found)
    if out.form == "json":
        out.json(
            {"source": name, "sound": sound, "findings": [asdict(one) for one in listed], "tables": checked.tables}
        )
        return not sound
    for_people = out.for_people
    shown = listed[:_SHOWN] if for_people else listed
    rows = [[one.severity, one.where, one.what, one.way_out] for one in shown]
    counted = [(sum(one.severity == severity for one in listed), severity) for severity in SEVERITIES]
    words = [
        f"{count} {severity}{'s' if count > 1 and severity != ADVICE else ''}" for count, severity in counted if count
    ]
    nothing = ["no problems found"] if sound else []
    notes = [f"{name}: {', '.join([*nothing, *words])}"]
    if len(shown) < len(listed):
        notes.insert(0, f"… and {len(listed) - len(shown)} more; see them all with --format tsv.")
    columns = {"severity": "Severity", "where": "Where", "what": "Problem", "way_out": "Fix"}
    out.rows(Table(columns, rows, notes=notes, counted=""))
    return not sound
