"""Imports of what a lens finds at a SPARQL endpoint."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import IO

from pyoxigraph import RdfFormat, Store

from ...model.dates import today
from ...model.naming.forms import slug
from ...rdf.source import StoredSource
from ...readers.vocabularies.lenses import find_lens
from ...readers.vocabularies.reading import read_made
from ..joining import nodes_elsewhere
from ..progress import Progress, silent
from ..remote.endpoint import Endpoint
from ..remote.fetching import Fetching
from ..stores.manifest import Manifest
from ..stores.store_changes import add_source
from .second_look import written

__all__ = ["import_endpoint"]


def import_endpoint(
    store: Path,
    url: str,
    lens: str,
    label: str = "",
    where: str = "",
    limit: int = 100_000,
    timeout: float = 60,
    progress: Progress = silent,
    *,
    reconcile: bool = True,
    replace: bool = False,
) -> Manifest:
    """Fetch what a lens finds at a SPARQL endpoint into a store, by pages.

    Parameters
    ----------
    store : Path
        The store's folder.
    url : str
        The endpoint's address.
    lens : str
        The name or file of the lens.
    label : str
        What to call the source; "" for the endpoint's address and the lens.
    where : str
        A SPARQL pattern that members must fit; "" for any.
    limit : int
        The most members to fetch.
    timeout : float
        The seconds that each query may take.
    progress, reconcile, replace
        As for `import_rdf`.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If the endpoint fails, in whichever page; nothing is changed then.
    InvalidRequest
        If the lens or the pattern is not SPARQL, or the label is that of another source.
    UnknownName
        If the lens is not known.
    """

    found, endpoint = find_lens(lens), Endpoint(url, timeout)
    name = label or f"{endpoint.name}, through the lens {found.name}"
    identity = slug(f"{endpoint.name.partition('://')[2]} {found.name}")
    source = StoredSource(identity, "rdf", name, [endpoint.name], "", today(), [endpoint.name])
    fetching = Fetching(endpoint, found, where, limit, lambda done: progress("fetching", done, 0))

    def write(out: IO[bytes], source: StoredSource) -> None:
        made = Store()
        read = read_made(made, found, fetching.triples(), name)
        made.dump(out, RdfFormat.N_QUADS)
        source.lenses.extend(asdict(applied) for applied in read.lenses)
        source.notes.extend([*read.notes, *fetching.notes()])

    joining = nodes_elsewhere if reconcile else None
    return add_source(store, source, written(write), progress, joining=joining, replace=replace, named=bool(label))
