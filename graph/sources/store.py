"""A store on disk: sources imported once and asked many times, always whole.

A store is a folder. Its manifest names one *generation*, a folder with the database and with what each source
brought. An import builds the next generation beside the present one and then replaces the manifest in one step:
killed at any moment, the old store is whole; readers keep what they have open. What a killed import left behind
is cleared away by the next one.
"""

from __future__ import annotations

import dataclasses
import errno
import gzip
import hashlib
import io
import json
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from pyoxigraph import RdfFormat, Store

from ..errors import InvalidRequest, OperationFailed
from ..files import unfinished_folder, write_whole
from ..model.membership import has_undated
from ..model.membership_scan import read_stretches
from ..model.one_node import join_nodes
from ..model.wholes import count_nodes
from ..rdf.membership_columns import Collector, MembershipColumns, read_columns
from ..rdf.source import AppliedLens, LocalSource, Merge, StoredSource
from .drafted import GRAPH
from .joining import apply_joins, one_label_each

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["FORMAT", "MANIFEST", "Brought", "Manifest", "add_source", "change_merges", "open_store", "read_manifest"]

MANIFEST = "blocs-store.json"
"""The file that makes a folder a store."""

FORMAT = 1
"""The version of the layout described here; others are refused."""

_GENERATION = "generation-"
_LOCK = ".lock"
_ALL_COLUMNS = "columns"
"""The columns of all memberships, where those of each source do not say what the database says."""
_MANY = 300_000  # memberships of which an engine tells in a few seconds
_AT_ONCE = 1 << 19  # bytes of N-Quads that pass at once


@dataclass(frozen=True)
class Manifest:
    """What a store says of itself: the folder of its present generation, and its sources.

    `merges` are the nodes that the user has joined; `added` and `replaced` say what an import has just done to it.
    `database` is what the files of the database were when it was made: the columns beside it hold for these and no
    others.
    """

    generation: str
    sources: list[StoredSource]
    added: StoredSource | None = None
    replaced: StoredSource | None = None
    merges: tuple[Merge, ...] = ()
    database: str = ""

    def as_json(self) -> str:
        """The manifest as it stands in its file."""
        content: dict[str, Any] = {"format": FORMAT, "generation": self.generation, "database": self.database}
        content["sources"] = [asdict(source) for source in self.sources]
        if self.merges:
            content["merges"] = [asdict(merge) for merge in self.merges]
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_manifest(path: Path) -> Manifest:
    """The manifest of a store.

    Raises OperationFailed where there is no store, it may not be read, or another version of blocs wrote it.
    """
    try:
        content = json.loads((path / MANIFEST).read_text("utf-8"))
        version = content["format"]
        if version != FORMAT:
            raise OperationFailed(
                f"the store {path} has format {version}, this blocs reads format {FORMAT}; import the data again"
            )
        merges = tuple(Merge(**merge) for merge in content.get("merges", ()))
        sources = [StoredSource(**source) for source in content["sources"]]
        return Manifest(content["generation"], sources, merges=merges, database=content.get("database", ""))
    except (FileNotFoundError, NotADirectoryError):
        raise OperationFailed(_no_store(path)) from None
    except OSError as error:
        raise OperationFailed(f"the store {path} cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise OperationFailed(
            f"the store {path} cannot be read: its {MANIFEST} is damaged; import the data again"
        ) from None


def _no_store(path: Path) -> str:
    if path.is_file():
        return f"{path} is a file, not a store; read it with --data {path}"
    if path.is_dir():
        return f"{path} is not a store: it has no {MANIFEST}; make one with: blocs import KIND FILE --store DIR"
    return f"there is no store at {path}; make one with: blocs import KIND FILE --store {path}"


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
            source.columns = _columns(path / manifest.generation, manifest)
            source.lenses = tuple(AppliedLens(**lens) for stored in manifest.sources for lens in stored.lenses)
            source.notes = tuple(note for stored in manifest.sources for note in stored.notes)
            source.reports = tuple(one.report for one in manifest.sources if one.report)
            source.merges = manifest.merges
            apart = sum(stored.drafted for stored in manifest.sources)
            if apart and drafted:
                source.also, source.columns = (GRAPH,), None
            elif apart:
                source.left_out = apart
                source.notes = (*source.notes, f"{path}: {apart:,} drafted facts left out; --drafted counts them")
            return source
        except (OSError, RuntimeError) as error:  # the second: the engine finds its files damaged
            # An import may have replaced the generation since the manifest was read.
            newer = read_manifest(path)
            if newer.generation == manifest.generation:
                raise OperationFailed(f"the store {path} cannot be read: {error}; import the data again") from None
            manifest = newer


def _columns(generation: Path, manifest: Manifest) -> Sequence[MembershipColumns] | None:
    """The memberships beside a database as columns, if there are any and the database is as it was made."""
    if not manifest.database or manifest.database != _state_of(generation / "db"):
        return None
    if (generation / _ALL_COLUMNS).exists():
        whole = read_columns(generation / _ALL_COLUMNS)
        return None if whole is None else [whole]
    # Nodes that were joined are others in the database than in the columns, which say what the sources brought.
    joined = {gone for source in manifest.sources for gone in source.joined} | {one.gone for one in manifest.merges}
    columns = [read_columns(_columns_of(generation, source)) for source in manifest.sources]
    found = [one for one in columns if one is not None and joined.isdisjoint(one.names)]
    return found if len(found) == len(columns) else None


def _columns_of(generation: Path, source: StoredSource) -> Path:
    return generation / f"{source.id}.columns"


def _state_of(database: Path) -> str:
    """What a database consists of: whatever is written to it changes this."""
    files = ((file.name, file.stat().st_size) for file in database.iterdir() if file.suffix in (".sst", ".log"))
    listed = "\n".join(f"{name} {size}" for name, size in sorted(files) if size)
    return hashlib.sha256(listed.encode()).hexdigest()[:16]


def _write_all_columns(path: Path, store: Store) -> None:
    """Write what a whole database says of memberships as columns, as it answers itself; not if that takes long."""
    source = LocalSource(store, "")
    if count_nodes(source) > _MANY:
        return
    collected = Collector()
    for one in read_stretches(source):
        collected.add(one.member, one.body, one.role, one.start, one.end)
    with path.open("wb") as out:
        collected.write(out, once=False, undated=has_undated(source))


def add_source(
    path: Path,
    source: StoredSource,
    bring: Callable[[StoredSource, Path], Brought],
    progress: Callable[[str, int, int], object] = lambda doing, done, size: None,
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
    with _failing(path):
        manifest = _present(path)
        with _made(path), _locked(path):
            manifest = _present(path)
            _clear(path, manifest)
            present = manifest.sources if manifest else []
            source, replaced = _placed(present, source, path, replace, named)
            others = [one for one in present if one.id != source.id]
            merges = manifest.merges if manifest else ()
            with _next_generation(path, manifest) as generation:
                old = path / manifest.generation if manifest else None
                joined = _build(generation, others, old, merges, progress, _New(source, bring, joining))
                source = finished(dataclasses.replace(source, joined=joined))
                sources = sorted([*others, source], key=lambda one: one.id)
                made = Manifest(generation.name, sources, source, replaced, merges, _state_of(generation / "db"))
                write_whole(path / MANIFEST, made.as_json().encode(), durable=True)
            _clear(path, made)
            return made


def change_merges(
    path: Path,
    merges: Sequence[Merge],
    progress: Callable[[str, int, int], object] = lambda doing, done, size: None,
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
    with _failing(path):
        read_manifest(path)
        with _locked(path):
            manifest = read_manifest(path)
            _clear(path, manifest)
            with _next_generation(path, manifest) as generation:
                _build(generation, manifest.sources, path / manifest.generation, merges, progress)
                database = _state_of(generation / "db")
                made = Manifest(generation.name, manifest.sources, merges=tuple(merges), database=database)
                write_whole(path / MANIFEST, made.as_json().encode(), durable=True)
            _clear(path, made)
            return made


@contextmanager
def _next_generation(path: Path, manifest: Manifest | None) -> Iterator[Path]:
    """The folder of the next generation; it is removed if it is not finished, however the process ends.

    So is the store's, if there was nothing in it before.
    """
    generation = path / f"{_GENERATION}{_number(manifest) + 1:06}"
    with unfinished_folder(generation, () if manifest else (path / _LOCK, path)):
        yield generation


def _placed(
    present: list[StoredSource], source: StoredSource, path: Path, replace: bool, named: bool
) -> tuple[StoredSource, StoredSource | None]:
    """A source with the id that it gets in a store, and the source that it replaces."""
    holder = next((one for one in present if one.id == source.id), None)
    if holder is not None and (replace or _same_files(holder, source)):
        return source, holder
    if named and holder is not None:
        raise InvalidRequest(
            f"the store {path} already has a source {holder.label!r}, from {', '.join(holder.files)};"
            " replace it with --replace, or give another --label"
        )
    before = next((one for one in present if _same_files(one, source)), None)
    if before is not None and not named:
        return dataclasses.replace(source, id=before.id, label=before.label), before
    number, taken = 1, {one.id for one in present}
    while f"{source.id}-{number}" in taken or (number == 1 and holder is not None):
        number += 1
    if number == 1:
        return source, None
    # Two files of one name are told apart by their folders.
    folder = Path(source.origin[0]).parent.name if source.origin else ""
    label = f"{folder}/{source.label}" if folder else f"{source.label} ({number})"
    label = label if any(one.label == source.label for one in present) else source.label
    return dataclasses.replace(source, id=f"{source.id}-{number}", label=label), None


def _same_files(one: StoredSource, other: StoredSource) -> bool:
    """Whether two sources are from the same files; of old imports only the names of the files are known."""
    if one.kind != other.kind or not other.origin:
        return False
    return one.origin == other.origin if one.origin else one.files == other.files


def _number(manifest: Manifest | None) -> int:
    return int(manifest.generation.removeprefix(_GENERATION)) if manifest else 0


def _present(path: Path) -> Manifest | None:
    """The manifest of a store that is to be written; none where it has yet to be made."""
    if (path / MANIFEST).exists():
        return read_manifest(path)
    if path.is_dir() and any(not _own(entry) for entry in path.iterdir()):
        raise OperationFailed(f"{path} is not a store and not empty; name a new folder with --store")
    return None


def _own(entry: Path) -> bool:
    return entry.name == _LOCK or entry.name.startswith((_GENERATION, MANIFEST, f".{MANIFEST}."))


@dataclass(frozen=True)
class Brought:
    """What a source brings: N-Quads in pieces, which are made while they are loaded, and all memberships in them.

    `memberships` is complete with the last piece; None where only the database can tell them.
    """

    pieces: Iterator[bytes]
    memberships: Collector | None = None


@dataclass(frozen=True)
class _New:
    """A source that a generation gets: what is said of it, what brings it, and what finds nodes to be joined."""

    source: StoredSource
    bring: Callable[[StoredSource, Path], Brought]
    joining: Callable[[Store], tuple[dict[str, str], list[str]]] | None = None


def _build(
    generation: Path,
    others: Sequence[StoredSource],
    old: Path | None,
    merges: Sequence[Merge],
    progress: Callable[[str, int, int], object],
    new: _New | None = None,
) -> dict[str, str]:
    """Build a generation: what the sources bring, and the database of it all.

    What a source brought is kept as it came; nodes are joined in the database only, so that it can be undone. The
    result is the nodes of the new source that were joined.
    """
    generation.mkdir()
    store = Store(str(generation / "db"))
    joined = _build_new(generation, store, new, progress) if new is not None else {}
    for other in others:
        assert old is not None
        kept = f"{other.id}.nq.gz"
        _link(old / kept, generation / kept)
        if _columns_of(old, other).exists():
            _link(_columns_of(old, other), _columns_of(generation, other))
        with gzip.open(generation / kept) as packed_lines:
            _load(store, cast(io.RawIOBase, packed_lines))
    apply_joins(store, [*(other.joined for other in others), joined])
    one_label_each(store)
    for merge in merges:
        join_nodes(store, merge.gone, merge.into)
    progress("saving", 0, 0)
    store.flush()
    sources = [*others, new.source] if new is not None else others
    if merges or joined or any(one.joined or not _columns_of(generation, one).exists() for one in sources):
        _write_all_columns(generation / _ALL_COLUMNS, store)
    return joined


def _build_new(
    generation: Path, store: Store, new: _New, progress: Callable[[str, int, int], object]
) -> dict[str, str]:
    """Load a new source, and keep what it brings; the nodes of it that are to be joined."""
    progress("reading", 0, 0)
    brought = new.bring(new.source, generation / f"{new.source.id}.nq")
    kept = generation / f"{new.source.id}.nq.gz"
    with gzip.GzipFile(kept, "wb", compresslevel=1, mtime=0) as packed:
        _load(store, _Passing(brought.pieces, packed, lambda: progress("loading", 0, 0)))
    if brought.memberships is not None:
        with _columns_of(generation, new.source).open("wb") as columns:
            brought.memberships.write(columns)
    if new.joining is None:
        return {}
    joined, notes = new.joining(store)
    new.source.joined_notes.extend(notes)
    return joined


def _load(store: Store, lines: io.RawIOBase) -> None:
    """Load what a source brought.

    In one piece: blank nodes are the same within a load only, and each load makes files of its own, which the engine
    has to join again; loaded in sixteen parts a store takes twice the disk. The engine bounds its memory by itself.
    """
    # The engine asks for two kilobytes at a time.
    stream = io.BufferedReader(lines, _AT_ONCE)
    try:
        store.bulk_load(cast(IO[bytes], stream), RdfFormat.N_QUADS, lenient=True)
    except Exception:
        # What failed was perhaps not the load, but what made the lines.
        if isinstance(lines, _Passing) and lines.failure is not None:
            raise lines.failure from None
        raise


class _Passing(io.RawIOBase):
    """Pieces as a stream, each made when it is asked for, and kept as it passes."""

    def __init__(self, pieces: Iterator[bytes], packed: gzip.GzipFile, ended: Callable[[], object]) -> None:
        self._pieces, self._packed, self._ended = pieces, packed, ended
        self._rest = memoryview(b"")
        self.failure: BaseException | None = None

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, room: Buffer) -> int:
        """Fill what room there is, as far as a piece goes; 0 at the end."""
        into = memoryview(room)
        try:
            if not self._rest:
                self._rest = memoryview(self._next())
        except BaseException as failure:
            self.failure = failure
            raise
        count = min(len(into), len(self._rest))
        into[:count], self._rest = self._rest[:count], self._rest[count:]
        return count

    def _next(self) -> bytes:
        piece = next(self._pieces, b"")
        if piece:
            self._packed.write(piece)
        else:
            self._ended()
        return piece


def _link(old: Path, new: Path) -> None:
    """The same file in two places; a copy where the file system has no links."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def _clear(path: Path, manifest: Manifest | None) -> None:
    """Remove what earlier imports left behind."""
    for entry in path.glob(f"{_GENERATION}*"):
        if manifest is None or entry.name != manifest.generation:
            shutil.rmtree(entry, ignore_errors=True)
    for entry in path.glob(f".{MANIFEST}.*.part"):
        entry.unlink(missing_ok=True)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Hold a store for one import; the system lets go of it when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        yield
        return
    with (path / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OperationFailed(f"another import is writing to the store {path}; wait until it has ended") from None
        yield


@contextmanager
def _made(path: Path) -> Iterator[None]:
    """A store's folder, made where there is none; where the import fails, there is none again."""
    new = not path.exists()
    path.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if new:
            with suppress(OSError):
                (path / _LOCK).unlink(missing_ok=True)
                path.rmdir()
        raise


@contextmanager
def _failing(path: Path) -> Iterator[None]:
    """Failures of the file system, in the user's words."""
    try:
        yield
    except OperationFailed as error:
        if error.file != path / MANIFEST:
            raise
        raise OperationFailed(f"{error.message}; nothing was changed", file=path) from None
    except OSError as error:
        if error.errno == errno.ENOSPC or "No space left" in str(error):
            raise OperationFailed(f"the disk is full; the store {path} was not changed", file=path) from None
        if isinstance(error, NotADirectoryError | FileExistsError):
            raise OperationFailed(f"{path} is not a folder; name another with --store") from None
        reason = error.strerror or str(error)
        raise OperationFailed(f"the store {path} cannot be written: {reason}; nothing was changed", file=path) from None
