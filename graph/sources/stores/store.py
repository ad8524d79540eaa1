"""A store on disk: sources imported once and asked many times, always whole.

A store is a folder. Its manifest names one *generation*, a folder with the database and with what each source
brought. An import builds the next generation beside the present one and then replaces the manifest in one step:
killed at any moment, the old store is whole; readers keep what they have open. What a killed import left behind
is cleared away by the next one.
"""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from ...errors import OperationFailed
from ...rdf.source import AppliedLens, LocalSource
from ..drafted import GRAPH, left_out_note
from .manifest import read_manifest
from .stored_columns import read_stored_columns

__all__ = ["open_store"]


def open_store(path: Path, drafted: bool = False) -> LocalSource:
    """Open a store on disk, read-only: many can read it, also while an import builds its next generation.

    Facts that were drafted and not reviewed are left out, and a note says how many, unless they are asked for.

    Raises OperationFailed where there is none or it cannot be read.
    """
    manifest = read_manifest(path)
    while True:
        try:
            source = LocalSource(Store.read_only(str(path / manifest.generation / "db")), str(path))
            source.sources = tuple(manifest.sources)
            source.columns = read_stored_columns(path / manifest.generation, manifest)
            source.lenses = tuple(AppliedLens(**lens) for stored in manifest.sources for lens in stored.lenses)
            source.notes = tuple(note for stored in manifest.sources for note in stored.notes)
            source.reports = tuple(one.report for one in manifest.sources if one.report)
            source.merges = manifest.merges
            apart = sum(stored.drafted for stored in manifest.sources)
            if apart and drafted:
                source.also, source.columns = (GRAPH,), None
            elif apart:
                source.left_out = apart
                source.notes = (*source.notes, left_out_note(str(path), apart))
            return source
        except (OSError, RuntimeError) as error:  # the second: the engine finds its files damaged
            # An import may have replaced the generation since the manifest was read.
            newer = read_manifest(path)
            if newer.generation == manifest.generation:
                raise OperationFailed(f"the store {path} cannot be read: {error}; import the data again") from None
            manifest = newer
