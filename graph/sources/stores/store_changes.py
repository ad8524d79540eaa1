"""Changing a store: adding a source, or joining other nodes. It is built anew beside what there is; see `store`."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path

from pyoxigraph import Store

from ...errors import InvalidRequest
from ...files import write_whole
from ...rdf.source import Merge, StoredSource
from ..progress import Progress, silent
from .building import Brought, New, build
from .generations import clear, failing, locked, made_folder, next_generation, present_manifest
from .manifest import MANIFEST, Manifest, read_manifest
from .stored_columns import state_of

__all__ = ["add_source", "change_merges"]


def add_source(
    path: Path,
    source: StoredSource,
    bring: Callable[[StoredSource, Path], Brought],
    progress: Progress = silent,
    *,
    finished: Callable[[StoredSource], StoredSource] = lambda source: source,
    joining: Callable[[Store], tuple[dict[str, str], list[str]]] | None = None,
    replace: bool = False,
    named: bool = False,
) -> Manifest:
    """Add a source to a store, which is made if missing; the same files again replace what they brought before.

    Parameters
    ----------
    path : Path
        The store's folder.
    source : StoredSource
        What is said of the source. If another source has its id, a number follows it.
    bring : callable
        Told the source with the id that it got, and a file that it may write; gives what the source brings.
    progress : callable
        Told what is going on, and how many bytes of how many are done.
    finished : callable
        Adds to what is said of the source what is only known when all of it is written.
    joining : callable, optional
        Finds nodes of the source, loaded by itself, that are another node's: from IRI to IRI, and what to say of it.
    replace : bool
        Whether the source of this id is replaced, whatever files it is from.
    named : bool
        Whether the user chose the id, so that no other may be given.

    Returns
    -------
    Manifest
        The new manifest. The store then has the new source or, if anything fails, exactly what it had.

    Raises
    ------
    InvalidRequest
        If the user chose the id of a source from other files, without `replace`.
    OperationFailed
        If the folder is no store, another import is at work, or it cannot be written.
    """
    with failing(path):
        manifest = present_manifest(path)
        with made_folder(path), locked(path):
            manifest = present_manifest(path)
            clear(path, manifest)
            present = manifest.sources if manifest else []
            source, replaced, namesakes = _placed(present, source, path, replace, named)
            others = [one for one in present if one.id != source.id and one not in replaced]
            merges = manifest.merges if manifest else ()
            with next_generation(path, manifest) as generation:
                old = path / manifest.generation if manifest else None
                joined = build(generation, others, old, merges, progress, New(source, bring, joining))
                source = finished(dataclasses.replace(source, joined=joined))
                sources = sorted([*others, source], key=lambda one: one.id)
                database = state_of(generation / "db")
                made = Manifest(generation.name, sources, source, replaced, merges, database, namesakes)
                write_whole(path / MANIFEST, made.as_json().encode(), durable=True)
            clear(path, made)
            return made


def change_merges(
    path: Path,
    merges: Sequence[Merge],
    progress: Progress = silent,
) -> Manifest:
    """Build a store anew from what its sources brought, with other nodes joined.

    Parameters
    ----------
    path : Path
        The store's folder.
    merges : sequence of Merge
        The nodes that are to be joined from now on, in order.
    progress : callable
        Told what is going on.

    Returns
    -------
    Manifest
        The new manifest. The store then is as it says or, if anything fails, exactly as it was.

    Raises
    ------
    OperationFailed
        If there is no store, another import is at work, or it cannot be written.
    """
    with failing(path):
        read_manifest(path)
        with locked(path):
            manifest = read_manifest(path)
            clear(path, manifest)
            with next_generation(path, manifest) as generation:
                build(generation, manifest.sources, path / manifest.generation, merges, progress)
                database = state_of(generation / "db")
                made = Manifest(generation.name, manifest.sources, merges=tuple(merges), database=database)
                write_whole(path / MANIFEST, made.as_json().encode(), durable=True)
            clear(path, made)
            return made


def _placed(
    present: list[StoredSource], source: StoredSource, path: Path, replace: bool, named: bool
) -> tuple[StoredSource, tuple[StoredSource, ...], tuple[StoredSource, ...]]:
    """A source with the id that it gets in a store, the sources that it replaces, and the others of its name that stay.

    What replaces others of its name also replaces what the same files brought before, beside that.
    """
    holder = next((one for one in present if one.id == source.id), None)
    namesakes = [one for one in present if _same_name(one, source)]
    if holder is not None and (replace or _same_files(holder, source)):
        gone = [one for one in present if _same_files(one, source) or one is holder or (replace and one in namesakes)]
        return source, tuple(gone), ()
    if named and holder is not None:
        raise InvalidRequest(
            f"the store {path} already has a source {holder.label!r}, from {', '.join(holder.files)};"
            " replace it with --replace, or give another --label"
        )
    before = next((one for one in present if _same_files(one, source)), None)
    if before is not None and not named:
        return dataclasses.replace(source, id=before.id, label=before.label), (before,), ()
    number, taken = 1, {one.id for one in present}
    while f"{source.id}-{number}" in taken or (number == 1 and holder is not None):
        number += 1
    if number == 1:
        return source, (), ()
    # Two files of one name are told apart by their folders.
    folder = Path(source.origin[0]).parent.name if source.origin else ""
    label = f"{folder}/{source.label}" if folder else f"{source.label} ({number})"
    label = label if any(one.label == source.label for one in present) else source.label
    return dataclasses.replace(source, id=f"{source.id}-{number}", label=label), (), tuple(namesakes)


def _same_name(one: StoredSource, other: StoredSource) -> bool:
    """Whether a source is called as another, or as it would be but for the folder or number that tells them apart."""
    if one.id == other.id:
        return True
    number = one.id.removeprefix(f"{other.id}-")
    told_apart = one.label.endswith(f"/{other.label}") or one.label == f"{other.label} ({number})"
    return number.isdigit() and (told_apart or one.label == other.label)


def _same_files(one: StoredSource, other: StoredSource) -> bool:
    """Whether two sources are the same table of the same files; of old imports not all of that is known."""
    if one.kind != other.kind or not other.origin or (one.sheet is not None and one.sheet != other.sheet):
        return False
    return one.origin == other.origin if one.origin else one.files == other.files
