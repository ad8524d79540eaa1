"""Things that are kept while a long text is read: a few in memory, many in a file that goes with the process."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable, Iterator, Sequence
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar, overload

__all__ = ["Shelf"]

_Each = TypeVar("_Each")


class Shelf(Sequence[_Each], Generic[_Each]):
    """A sequence that only grows at its end.

    The first few thousand things stay in memory; every later one is written to a file without a name, so that only
    where it stands takes memory. Whoever takes a thing from the file gets a copy: to change it is to put it on a new
    shelf.

    Parameters
    ----------
    things : iterable
        What to put on it first.

    >>> shelf = Shelf(["Chad", "Niger", "Mali"])
    >>> len(shelf), shelf[2], list(shelf)
    (3, 'Mali', ['Chad', 'Niger', 'Mali'])
    """

    in_memory = 2000
    """How many things stay in memory: about what a text of 100 kB has."""

    def __init__(self, things: Iterable[_Each] = ()) -> None:
        self._near: list[_Each] = []
        self._begins = array("Q")
        self._file: IO[bytes] | None = None
        self._at_end = True
        for thing in things:
            self.append(thing)

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()

    def append(self, thing: _Each) -> None:
        """Put something at the end."""
        if len(self._near) < self.in_memory:
            self._near.append(thing)
            return
        if self._file is None:
            self._file = TemporaryFile()  # noqa: SIM115 (it is closed when the shelf goes)
        if not self._at_end:
            self._file.seek(0, 2)
            self._at_end = True
        self._begins.append(self._file.tell())
        pickle.dump(thing, self._file, pickle.HIGHEST_PROTOCOL)

    def __len__(self) -> int:
        return len(self._near) + len(self._begins)

    def __iter__(self) -> Iterator[_Each]:
        yield from self._near
        for number in range(len(self._begins)):
            yield self._far(number)

    @overload
    def __getitem__(self, at: int) -> _Each: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[_Each]: ...

    def __getitem__(self, at: int | slice) -> _Each | Sequence[_Each]:
        if isinstance(at, slice):
            return [self[number] for number in range(*at.indices(len(self)))]
        number = at + len(self) if at < 0 else at
        if not 0 <= number < len(self):
            raise IndexError(at)
        return self._near[number] if number < len(self._near) else self._far(number - len(self._near))

    def _far(self, number: int) -> _Each:
        assert self._file is not None
        self._file.seek(self._begins[number])
        self._at_end = False
        thing: _Each = pickle.load(self._file)
        return thing
