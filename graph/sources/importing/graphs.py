"""Imports of RDF files, read through lenses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace as changed
from pathlib import Path
from typing import IO

from ...errors import InvalidRequest
from ...model.dates import today
from ...rdf.source import StoredSource
from ...rdf.terms import prologue, text_of
from ...readers.vocabularies.given_roles import NO_GIVEN_ROLES, GivenRoles
from ...readers.vocabularies.lenses import NO_LENSES, find_lens
from ...readers.vocabularies.sample import Sample
from ..files import have_graphs, load_files, read_quads, refuse_no_rdf
from ..joining import nodes_elsewhere
from ..progress import Progress, silent
from ..stores.manifest import Manifest
from ..stores.store_changes import add_source
from .checked import CheckedGraph
from .origins import origin, source_id
from .second_look import read_by_lenses, set_drafted_apart, write_end, written

__all__ = ["check_rdf", "import_rdf"]


def check_rdf(
    files: Sequence[Path],
    lenses: Iterable[str] = (),
    progress: Progress = silent,
    *,
    reconcile: bool = True,
    roles: GivenRoles = NO_GIVEN_ROLES,
) -> CheckedGraph:
    """Read RDF files through the lenses that fit and those named, and write nothing.

    Parameters and errors: as for `import_rdf`.
    """
    for path in files:
        refuse_no_rdf(path)
    progress("checking", 0, 0)
    source = load_files(files, lenses=lenses, as_one=True, roles=roles)
    every = "SELECT (COUNT(DISTINCT ?f) AS ?n) (COUNT(DISTINCT ?m) AS ?members) (COUNT(DISTINCT ?o) AS ?bodies)"
    body = f"{every} WHERE {{ ?f a org:Membership ; org:member ?m ; org:organization ?o }}"
    memberships, members, bodies = (int(text_of(count)) for count in next(iter(source.select(prologue(body) + body))))
    joined = nodes_elsewhere(source.store)[1] if reconcile else []
    return CheckedGraph(memberships, members, bodies, tuple(source.lenses), tuple(source.notes), tuple(joined))


def import_rdf(
    store: Path,
    files: Sequence[Path],
    label: str = "",
    as_of: str | None = None,
    progress: Progress = silent,
    lenses: Iterable[str] = (),
    *,
    reconcile: bool = True,
    replace: bool = False,
    roles: GivenRoles = NO_GIVEN_ROLES,
) -> Manifest:
    """Import RDF files into a store as one source; named graphs stay named.

    Parameters
    ----------
    store : Path
        The store's folder.
    files : sequence of Path
        The files. The same files again replace what they brought; others are another source.
    label, as_of, progress, replace
        As for `import_csv`; RDF has its own date within.
    lenses : iterable of str
        Names or files of lenses that turn what is in other vocabularies into the model, besides those that fit.
    reconcile : bool
        Whether states that other sources of the store have too are one node with theirs.
    roles : GivenRoles
        What the user says of roles.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If a file is not what its ending says.
    InvalidRequest
        If an ending is not known, or the label is that of a source from other files.
    UnknownName
        If a lens is not known.
    """
    if not files:
        raise InvalidRequest("no file was named; for example: blocs import rdf my.ttl --store my-store")
    names = list(lenses)
    own = [find_lens(name) for name in names if name != NO_LENSES]
    automatic = NO_LENSES not in names
    brought = [path.name for path in files]
    source = StoredSource(
        source_id(files[0], label), "rdf", label or brought[0], brought, as_of or "", today(), origin(files)
    )

    apart: list[int] = []

    def write(out: IO[bytes], source: StoredSource) -> None:
        sample, said = Sample(), list[str]()
        sample.write(read_quads(files, said), out, graphs=have_graphs(files))
        source.notes.extend(said)
        out.flush()
        sample.look_into(Path(out.name))
        if own or roles or (automatic and sample.needs_reading()):
            progress("lenses", 0, 0)
            read_by_lenses(out, source, own, automatic, as_of or "", roles)
        elif note := sample.note():
            source.notes.append(f"{source.label}: {note}")
        elif sample.lacks_end():
            write_end(out, source.label, as_of or "")
        apart.append(set_drafted_apart(out))

    def finished(source: StoredSource) -> StoredSource:
        return changed(source, drafted=sum(apart))

    joining = nodes_elsewhere if reconcile else None
    return add_source(
        store, source, written(write), progress, finished=finished, joining=joining, replace=replace, named=bool(label)
    )
