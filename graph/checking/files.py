"""Files of a user, read as far as they can be: what is wrong in them is found, not raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Store

from ..errors import InvalidRequest
from ..rdf.source import LocalSource
from ..rdf.terms import PREFIXES
from ..readers.report import Report
from ..sources.files import Broken, load_into, through_lenses
from .finding import ERROR, WARNING, Finding

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
    store = Store()
    found: list[Finding] = []
    reports: list[Report] = []
    paths = list(data)
    graphs: list[tuple[Path, NamedNode | None]] = [(path, None) for path in paths]
    for iri, path in named:
        try:
            graphs.append((path, NamedNode(iri)))
        except ValueError:
            raise InvalidRequest(f"{iri!r} is not an IRI; write --named IRI=FILE") from None
    source = LocalSource(store, ", ".join(str(path) for path, _ in graphs))
    for number, (path, graph) in enumerate(graphs, start=1):
        found += [_finding(broken) for broken in load_into(store, path, graph, reports, tables)]
        if number == len(paths):
            read = through_lenses(store, paths, lenses)
            source.lenses, source.notes = read.lenses, read.notes
    source.reports = tuple(report.as_dict() for report in reports)
    return source, found, [_warning(report.table, text) for report in reports for text in report.warnings]


def _warning(table: str, text: str) -> Finding:
    return Finding(WARNING, table, text[:1].upper() + text[1:] + ".", "See that this is as it should be in the table.")


def _finding(broken: Broken) -> Finding:
    said = _WITH_WAY_OUT.fullmatch(broken.what)
    what, way_out = (said[1], f"{said[2][:1].upper()}{said[2][1:]}.") if said else (broken.what, _way_out(broken.what))
    return Finding(ERROR, broken.where, what[:1].upper() + what[1:] + ".", way_out)


_WITH_WAY_OUT = re.compile(r"""((?:[^;'"]|'[^']*'|"[^"]*"|;(?! ))+); (.+)""", re.DOTALL)
"""What is wrong and the way out, parted by the first semicolon that is not within quotes."""


def _way_out(what: str) -> str:
    match = re.search(r"prefix (\w*): has not been declared", what)
    if match is not None:
        namespace = PREFIXES.get(match[1], "…")
        return f"Add: @prefix {match[1]}: <{namespace}> ."
    return "Fix the file at this place."
