"""What is wrong with a graph, as rows or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

from ..graph.checking import ADVICE, NOTE, SEVERITIES, Finding, check, check_files
from .notes import say_report
from .process.sources import SourceOptions
from .writing.output import Output
from .writing.table import Table

__all__ = ["findings_of", "write_findings"]

_SHOWN = 50  # findings that a person reads at once


def findings_of(source: SourceOptions, files: Sequence[Path], texts: Sequence[str]) -> tuple[str, list[Finding]]:
    """What is checked, in words, and the problems found; files are read as far as they can be."""
    wanted = replace(source, data=[*(source.data or []), *files]).chosen()
    named = wanted.named_files()
    if wanted.data or named:
        wanted.start_clock()
        name = ", ".join(map(str, [*(wanted.data or []), *(path for _, path in named)]))
        return name, check_files(wanted.data or [], named, texts, wanted.lens or [], say_report, wanted.tables(wanted))
    graph = wanted.open(checked=True)
    for report in graph.source.reports:  # of the tables that are in a store
        say_report(report)
    return graph.source.name, check(graph, texts)


def write_findings(name: str, found: Sequence[Finding], advice: bool, out: Output) -> bool:
    """Write the problems found, with `advice` or without; whether there is anything but advice."""
    listed = [one for one in found if advice or one.severity != ADVICE]
    sound = all(one.severity in (NOTE, ADVICE) for one in found)
    if out.form == "json":
        out.json({"source": name, "sound": sound, "findings": [asdict(one) for one in listed]})
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
