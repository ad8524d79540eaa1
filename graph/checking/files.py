"""Files of a user, read as far as they can be: what is wrong in them is found, not raised."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, Store

from ..errors import InvalidRequest
from ..rdf.source import LocalSource
from ..rdf.terms import PREFIXES
from ..readers.formats import format_of
from ..readers.import_options import whose_options
from ..readers.report import Report
from ..sources.files import Broken, load_into, prefix_to_add, through_lenses
from .finding import ERROR, WARNING, Finding, sentence

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
    forms = [format_of(path) for path, _ in graphs]
    for number, ((path, graph), form) in enumerate(zip(graphs, forms, strict=True), start=1):
        found += [_finding(broken) for broken in load_into(store, path, form, graph, reports, tables)]
        if number == len(paths):
            read = through_lenses(store, paths, forms[:number], lenses)
            source.lenses, source.notes = read.lenses, read.notes
    if 1 < len(graphs) == len(reports):
        _keep_one_label(store)
    source.reports = tuple(report.as_dict() for report in reports)
    return source, found, [_warning(report.table, text) for report in reports for text in _doubts(report)]


_LABEL, _OTHER_NAME = (NamedNode(f"{PREFIXES['skos']}{name}") for name in ("prefLabel", "altLabel"))


def _keep_one_label(store: Store) -> None:
    """What tables call by several names has one label, and the others are names of it: no table is wrong about that."""
    labels: dict[object, list[Quad]] = {}
    for quad in store.quads_for_pattern(None, _LABEL, None):
        labels.setdefault(quad.subject, []).append(quad)
    for quads in labels.values():
        for quad in sorted(quads, key=lambda each: (-len(str(each.object)), str(each.object)))[1:]:
            store.remove(quad)
            store.add(Quad(quad.subject, _OTHER_NAME, quad.object, quad.graph_name))


def _doubts(report: Report) -> list[str]:
    """What may be wrong with a table, or missing of it."""
    return [*(f"column {name!r} was not read; {way}" for name, way in report.asked.items()), *report.warnings]


def _warning(table: str, text: str) -> Finding:
    what, _, way_out = text.partition("; ")
    if whose := whose_options(table, way_out):
        way_out += f"; {whose}"
    return Finding(WARNING, table, sentence(what), sentence(way_out or "see that this is as it should be in the table"))


def _finding(broken: Broken) -> Finding:
    return Finding(
        ERROR,
        broken.where,
        sentence(broken.what),
        sentence(broken.way_out or prefix_to_add(broken.what) or "fix the file at this place"),
    )
