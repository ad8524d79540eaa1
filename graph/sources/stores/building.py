"""Building a generation of a store: what its sources bring, and the database of it all."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from shlex import quote
from typing import IO, TYPE_CHECKING, cast

from pyoxigraph import NamedNode, RdfFormat, Store

from ...model.naming.one_node import join_nodes
from ...rdf.membership_columns import Collector
from ...rdf.source import Merge, StoredSource
from ..joining import apply_joins, labels_in, one_label_each
from ..progress import Progress
from .generations import link
from .stored_columns import ALL_COLUMNS, columns_of, write_all_columns

if TYPE_CHECKING:
    from typing_extensions import Buffer

__all__ = ["Brought", "New", "brought_lines", "build"]

_AT_ONCE = 1 << 19  # bytes of N-Quads that pass at once


@dataclass(frozen=True)
class Brought:
    """What a source brings: N-Quads in pieces, which are made while they are loaded, and all memberships in them.

    `memberships` is complete with the last piece; None where only the database can tell them.
    """

    pieces: Iterator[bytes]
    memberships: Collector | None = None


def brought_lines(lines: Iterable[str], memberships: Collector) -> Brought:
    """What a source brings as lines of text, in pieces of a size that the processor's cache holds."""

    def pieces() -> Iterator[bytes]:
        iterator = iter(lines)
        while chunk := list(islice(iterator, 500)):
            yield "".join(chunk).encode()

    return Brought(pieces(), memberships)


@dataclass(frozen=True)
class New:
    """A source that a generation gets: what is said of it, what brings it, and what finds nodes to be joined."""

    source: StoredSource
    bring: Callable[[StoredSource, Path], Brought]
    joining: Callable[[Store], tuple[dict[str, str], list[str]]] | None = None


def build(
    generation: Path,
    others: Sequence[StoredSource],
    old: Path | None,
    merges: Sequence[Merge],
    progress: Progress,
    new: New | None = None,
) -> dict[str, str]:
    """Build a generation: what the sources bring, and the database of it all.

    What a source brought is kept as it came; nodes are joined in the database only, so that it can be undone. The
    result is the nodes of the new source that were joined.
    """
    generation.mkdir()
    store = Store(str(generation / "db"))
    joined = _build_new(generation, store, new, progress) if new is not None else {}
    named = labels_in(store) if new is not None and others else {}
    shared = {into for other in others for into in other.joined.values()}
    come = {*joined, *(into for into in shared if any(store.quads_for_pattern(NamedNode(into), None, None)))}
    for other in others:
        assert old is not None
        kept = f"{other.id}.nq.gz"
        link(old / kept, generation / kept)
        if columns_of(old, other).exists():
            link(columns_of(old, other), columns_of(generation, other))
        with gzip.open(generation / kept) as packed_lines:
            _load(store, cast(io.RawIOBase, packed_lines))
    said = apply_joins(
        store, [*(other.joined for other in others), joined], come, f"--store {quote(str(generation.parent))}"
    )
    said += one_label_each(store, several=bool(others and (new or others[1:])), new=named)
    if new is not None:
        new.source.joined_notes.extend(said)
    for merge in merges:
        join_nodes(store, merge.gone, merge.into)
    progress("saving", 0, 0)
    store.flush()
    sources = [*others, new.source] if new is not None else others
    if merges or joined or any(one.joined or not columns_of(generation, one).exists() for one in sources):
        write_all_columns(generation / ALL_COLUMNS, store)
    return joined


def _build_new(generation: Path, store: Store, new: New, progress: Progress) -> dict[str, str]:
    """Load a new source, and keep what it brings; the nodes of it that are to be joined."""
    progress("reading", 0, 0)
    brought = new.bring(new.source, generation / f"{new.source.id}.nq")
    kept = generation / f"{new.source.id}.nq.gz"
    with gzip.GzipFile(kept, "wb", compresslevel=1, mtime=0) as packed:
        _load(store, _Passing(brought.pieces, packed, lambda: progress("loading", 0, 0)))
    if brought.memberships is not None:
        with columns_of(generation, new.source).open("wb") as columns:
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
