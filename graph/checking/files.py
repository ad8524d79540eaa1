"""Files of a user, read as far as they can be: what is wrong in them is found, not raised."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Store

from ..errors import InvalidRequest
from ..rdf.source import LocalSource
from ..rdf.terms import PREFIXES
from ..sources.files import Broken, load_into, through_lenses
from .finding import ERROR, Finding

__all__ = ["read_files"]


def read_files(
    data: Iterable[Path], named: Iterable[tuple[str, Path]] = (), lenses: Iterable[str] = ()
) -> tuple[LocalSource, list[Finding]]:
    """The graph of all that can be read of some files, and what is wrong with the rest.

    Raises OperationFailed if a file cannot be read at all, InvalidRequest if its ending or a graph's name is unknown.
    """
    store, found = Store(), []
    paths = list(data)
    graphs: list[tuple[Path, NamedNode | None]] = [(path, None) for path in paths]
    for iri, path in named:
        try:
            graphs.append((path, NamedNode(iri)))
        except ValueError:
            raise InvalidRequest(f"{iri!r} is not an IRI; write --named IRI=FILE") from None
    source = LocalSource(store, ", ".join(str(path) for path, _ in graphs))
    for number, (path, graph) in enumerate(graphs, start=1):
        found += [_finding(broken) for broken in load_into(store, path, graph)]
        if number == len(paths):
            read = through_lenses(store, paths, lenses)
            source.lenses, source.notes = read.lenses, read.notes
    return source, found


def _finding(broken: Broken) -> Finding:
    return Finding(ERROR, broken.where, broken.what[:1].upper() + broken.what[1:] + ".", _way_out(broken.what))


def _way_out(what: str) -> str:
    match = re.search(r"prefix (\w*): has not been declared", what)
    if match is not None:
        namespace = PREFIXES.get(match[1], "…")
        return f"Add: @prefix {match[1]}: <{namespace}> ."
    return "Fix the file at this place."
