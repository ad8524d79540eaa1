"""The memberships of a store as columns, beside its database: written when it is built, read when it is asked."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pyoxigraph import Store

from ...model.membership import has_undated
from ...model.membership_scan import read_stretches
from ...model.wholes import count_nodes
from ...rdf.membership_columns import Collector, MembershipColumns, read_columns
from ...rdf.source import LocalSource, StoredSource
from .manifest import Manifest

__all__ = ["ALL_COLUMNS", "columns_of", "read_stored_columns", "state_of", "write_all_columns"]

ALL_COLUMNS = "columns"
"""The columns of all memberships, where those of each source do not say what the database says."""
_MANY = 300_000  # memberships of which an engine tells in a few seconds


def read_stored_columns(generation: Path, manifest: Manifest) -> Sequence[MembershipColumns] | None:
    """The memberships beside a database as columns, if there are any and the database is as it was made."""
    if not manifest.database or manifest.database != state_of(generation / "db"):
        return None
    if (generation / ALL_COLUMNS).exists():
        whole = read_columns(generation / ALL_COLUMNS)
        return None if whole is None else [whole]
    # Nodes that were joined are others in the database than in the columns, which say what the sources brought.
    joined = {gone for source in manifest.sources for gone in source.joined} | {one.gone for one in manifest.merges}
    columns = [read_columns(columns_of(generation, source)) for source in manifest.sources]
    found = [one for one in columns if one is not None and joined.isdisjoint(one.names)]
    return found if len(found) == len(columns) else None


def columns_of(generation: Path, source: StoredSource) -> Path:
    """The file with what one source of a generation says of memberships."""
    return generation / f"{source.id}.columns"


def state_of(database: Path) -> str:
    """What a database consists of: whatever is written to it changes this."""
    files = ((file.name, file.stat().st_size) for file in database.iterdir() if file.suffix in (".sst", ".log"))
    listed = "\n".join(f"{name} {size}" for name, size in sorted(files) if size)
    return hashlib.sha256(listed.encode()).hexdigest()[:16]


def write_all_columns(path: Path, store: Store) -> None:
    """Write what a whole database says of memberships as columns, as it answers itself; not if that takes long."""
    source = LocalSource(store, "")
    if count_nodes(source) > _MANY:
        return
    collected = Collector()
    for one in read_stretches(source):
        collected.add(one.member, one.body, one.role, one.start, one.end)
    with path.open("wb") as out:
        collected.write(out, once=False, undated=has_undated(source))
