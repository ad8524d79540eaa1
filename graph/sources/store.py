"""A store on disk: sources imported once and asked many times, always whole.

A store is a folder. Its manifest names one *generation*, a folder with the database and with what each source
brought. An import builds the next generation beside the present one and then replaces the manifest in one step:
killed at any moment, the old store is whole; readers keep what they have open. What a killed import left behind
is cleared away by the next one.
"""

from __future__ import annotations

import errno
import gzip
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, cast

from pyoxigraph import RdfFormat, Store

from ..errors import OperationFailed
from ..files import write_whole
from ..rdf.source import LocalSource, StoredSource

__all__ = ["FORMAT", "MANIFEST", "Manifest", "add_source", "open_store", "read_manifest"]

MANIFEST = "blocs-store.json"
"""The file that makes a folder a store."""

FORMAT = 1
"""The version of the layout described here; others are refused."""

_GENERATION = "generation-"
_LOCK = ".lock"
_PART = 1 << 26  # bytes


@dataclass(frozen=True)
class Manifest:
    """What a store says of itself: the folder of its present generation, and its sources."""

    generation: str
    sources: list[StoredSource]

    def as_json(self) -> str:
        """The manifest as it stands in its file."""
        content = {"format": FORMAT, "generation": self.generation, "sources": [asdict(s) for s in self.sources]}
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
        return Manifest(content["generation"], [StoredSource(**source) for source in content["sources"]])
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


def open_store(path: Path) -> LocalSource:
    """Open a store on disk, read-only: many can read it, also while an import builds its next generation.

    Raises OperationFailed where there is none or it cannot be read.
    """
    manifest = read_manifest(path)
    while True:
        try:
            source = LocalSource(Store.read_only(str(path / manifest.generation / "db")), str(path))
            source.sources = tuple(manifest.sources)
            source.reports = tuple(one.report for one in manifest.sources if one.report)
            return source
        except (OSError, RuntimeError) as error:  # the second: the engine finds its files damaged
            # An import may have replaced the generation since the manifest was read.
            newer = read_manifest(path)
            if newer.generation == manifest.generation:
                raise OperationFailed(f"the store {path} cannot be read: {error}; import the data again") from None
            manifest = newer


def add_source(
    path: Path,
    source: StoredSource,
    write: Callable[[IO[bytes]], int | None],
    progress: Callable[[str, int, int], object] = lambda doing, done, size: None,
    finished: Callable[[StoredSource], StoredSource] = lambda source: source,
) -> Manifest:
    """Add a source to a store, or replace the source of the same id; the store is made where there is none.

    Parameters: the store's folder; what is said of the source; `write`, which writes the source's triples as
    N-Quads; `progress`, which is told what is going on, and how many bytes of how many are done; `finished`, which
    adds to what is said of the source what is only known when all of it is written. Returns the new manifest. The
    store then has the new source, or, where anything fails, exactly what it had.

    Raises OperationFailed where the folder is no store, another import is at work, or it cannot be written.
    """
    with _failing(path):
        manifest = _present(path)
        with _made(path), _locked(path):
            manifest = _present(path)
            _clear(path, manifest)
            present = manifest.sources if manifest else []
            others = [one for one in present if one.id != source.id]
            generation = path / f"{_GENERATION}{_number(manifest) + 1:06}"
            try:
                _build(generation, source, write, others, path / manifest.generation if manifest else None, progress)
                made = Manifest(generation.name, sorted([*others, finished(source)], key=lambda one: one.id))
                write_whole(path / MANIFEST, made.as_json().encode(), durable=True)
            except BaseException:
                shutil.rmtree(generation, ignore_errors=True)
                raise
            _clear(path, made)
            return made


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


def _build(
    generation: Path,
    source: StoredSource,
    write: Callable[[IO[bytes]], int | None],
    others: list[StoredSource],
    old: Path | None,
    progress: Callable[[str, int, int], object],
) -> None:
    """Build a generation: what the sources bring, and the database of it all."""
    generation.mkdir()
    plain = generation / f"{source.id}.nq"
    progress("reading", 0, 0)
    with plain.open("wb") as out:
        write(out)
    size = plain.stat().st_size
    progress("loading", 0, size)
    store = Store(str(generation / "db"))
    with plain.open("rb") as lines:
        _load(store, source, lines, lambda done: progress("loading", done, size))
    for other in others:
        assert old is not None
        kept = f"{other.id}.nq.gz"
        _link(old / kept, generation / kept)
        with gzip.open(generation / kept) as packed_lines:
            _load(store, other, cast(IO[bytes], packed_lines), lambda done: None)
    store.flush()
    del store
    progress("saving", 0, 0)
    with plain.open("rb") as stream, gzip.GzipFile(f"{plain}.gz", "wb", compresslevel=1, mtime=0) as packed:
        shutil.copyfileobj(stream, packed, 1 << 20)
    plain.unlink()


def _load(store: Store, source: StoredSource, lines: IO[bytes], progress: Callable[[int], object]) -> None:
    """Load what a source brought: a table's facts a part at a time, since the engine holds what it loads in memory.

    RDF files are loaded in one piece: their blank nodes are the same within a load only.
    """
    if source.kind == "rdf":
        store.bulk_load(lines, RdfFormat.N_QUADS, lenient=True)
        return
    while part := lines.read(_PART):
        store.bulk_load(part + lines.readline(), RdfFormat.N_QUADS, lenient=True)
        progress(lines.tell())


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
