"""Files of a user, read as far as they can be: what is wrong in them is found, not raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from ..rdf.source import LocalSource
from ..readers.formats import format_of
from ..readers.import_options import whose_options
from ..readers.report import Report
from ..sources.files import Broken, load_into, named_parts, parts_of
from ..sources.parts import put_together
from ..sources.tables_beside import TablesBeside
from .finding import ERROR, WARNING, Finding, parted, sentence

if TYPE_CHECKING:
    from ..readers.table_options import TableOptions

__all__ = ["read_files"]


def read_files(
    data: Iterable[Path],
    named: Iterable[tuple[str, Path]] = (),
    lenses: Iterable[str] = (),
    tables: TableOptions | None = None,
) -> tuple[LocalSource, list[Finding], list[Finding]]:
    """The graph of all that can be read of some files, what cannot be read of them, and what may be wrong with tables.

    Raises OperationFailed if a file cannot be read at all, InvalidRequest if its ending or a graph's name is unknown.
    """
    found: list[Finding] = []
    reports: list[Report] = []
    paths = list(dict.fromkeys(data))
    parts = parts_of(paths, [format_of(path) for path in paths])
    graphs = named_parts(named)
    beside = TablesBeside(parts, tables)
    for part in parts:
        broken_there = load_into(part, reports, beside.options_of(part.path), part.label)
        names = beside.has_names(part.path) and broken_there and not part.store
        found += [] if names else map(_finding, broken_there)
    for part in graphs:
        found += [_finding(broken) for broken in load_into(part, reports, tables)]
    store, read, joined = put_together(parts, lenses, named=graphs)
    source = LocalSource(store, ", ".join(str(part.path) for part in (*parts, *graphs)))
    source.lenses, source.notes, source.joined = read.lenses, read.notes, joined
    source.reports = tuple(report.as_dict() for report in reports)
    return source, found, [_warning(report.table, text) for report in reports for text in _doubts(report)]


def _doubts(report: Report) -> list[str]:
    """What may be wrong with a table, or missing of it."""
    return [*(f"column {name!r} was not read; {way}" for name, way in report.asked.items()), *report.warnings]


def _warning(table: str, text: str) -> Finding:
    what, way_out = parted(text)
    if whose := whose_options(table, way_out):
        way_out += f"; {whose}"
    return Finding(WARNING, table, sentence(what), sentence(way_out or "see that this is as it should be in the table"))


def _finding(broken: Broken) -> Finding:
    placed = re.search(r":\d+(:\d+)?$|: row \d+", broken.where)
    fix = "fix the file at this place" if placed else "look for it in the file, and correct it there"
    way_out = broken.way_out or fix
    return Finding(ERROR, broken.where, sentence(broken.what), sentence(way_out))
