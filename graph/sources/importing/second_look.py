"""What a source brings that is written to a file before it is loaded, since it is looked through once more."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING

from pyoxigraph import RdfFormat, Store

from ...model.dates import today
from ...readers.vocabularies.finishing import describe_dataset, give_end
from ...readers.vocabularies.reading import read_vocabularies
from ..drafted import has_drafted, set_apart
from ..stores.building import Brought

if TYPE_CHECKING:
    from ...rdf.source import StoredSource
    from ...readers.vocabularies.given_roles import GivenRoles
    from ...readers.vocabularies.lenses import Lens

__all__ = ["read_by_lenses", "set_drafted_apart", "write_end", "written"]

_IN_MEMORY = 1 << 26
"""The most bytes of N-Quads that are read by lenses in memory."""


def written(write: Callable[[IO[bytes], StoredSource], object]) -> Callable[[StoredSource, Path], Brought]:
    """What brings a source that `write` writes to a file as N-Quads."""

    def bring(source: StoredSource, scratch: Path) -> Brought:
        with scratch.open("wb") as out:
            write(out, source)
        return Brought(_read_once(scratch))

    return bring


def _read_once(scratch: Path) -> Iterator[bytes]:
    with scratch.open("rb") as lines:
        while piece := lines.read(1 << 19):
            yield piece
    scratch.unlink()


def read_by_lenses(
    out: IO[bytes], source: StoredSource, lenses: Sequence[Lens], automatic: bool, as_of: str, roles: GivenRoles
) -> None:
    """Turn what has been written into the model, and note in its source by which lenses."""
    with TemporaryDirectory(dir=Path(out.name).parent, prefix="lenses-") as folder:
        store = Store(folder) if out.tell() > _IN_MEMORY else Store()
        with _rewriting(out, store):
            read = read_vocabularies(store, source.label, lenses, automatic=automatic, as_of=as_of, roles=roles)
            give_end(store, source.label, as_of)
        del store  # before its folder
    source.lenses.extend(asdict(lens) for lens in read.lenses)
    source.notes.extend(read.notes)


def set_drafted_apart(out: IO[bytes]) -> int:
    """Put what was drafted into a graph of its own, in what has been written; how many facts that are."""
    out.flush()
    with Path(out.name).open("rb") as lines:
        if not has_drafted(lines):
            return 0
    store = Store()
    with _rewriting(out, store):
        return set_apart(store)


@contextmanager
def _rewriting(out: IO[bytes], store: Store) -> Iterator[None]:
    """Loads what has been written into a database, and writes in its place what that holds at the end."""
    with Path(out.name).open("rb") as lines:
        store.bulk_load(lines, RdfFormat.N_QUADS, lenient=True)
    yield
    out.seek(0)
    out.truncate()
    store.dump(out, RdfFormat.N_QUADS)


def write_end(out: IO[bytes], label: str, as_of: str) -> None:
    """Write that a source which says nothing of its own date goes on, whatever ends beside it."""
    store = Store()
    describe_dataset(store, label, as_of or today())
    store.dump(out, RdfFormat.N_QUADS)
