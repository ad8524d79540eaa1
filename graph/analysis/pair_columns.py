"""Pairs as columns of numbers, thousands at a time: what a table of millions of pairs is written from.

Nothing here is found anew: the pairs are those of `similar_pairs`, in their order. Needs numpy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from .similar_pairs import Threshold, block_of_few, similar_blocks, similar_pairs, similar_to

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .similar_pairs import Block

__all__ = ["PackedSets", "PairColumns", "pair_columns"]

_ROWS = 20_000
"""Pairs that are looked at in one go, whatever they share."""

_BYTES = 8_000_000
"""Bytes of sets that are looked at in one go."""


@dataclass(frozen=True)
class PairColumns:
    """Some pairs: the places of both among what is compared, what they share, and what each has alone."""

    a: NDArray[np.intp]
    b: NDArray[np.intp]
    both: NDArray[np.int64]
    only_a: NDArray[np.int64]
    only_b: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.a)


def pair_columns(
    sets: Sequence[int], reach: Threshold, place: int | None = None, width: int = 0
) -> Iterator[PairColumns]:
    """The pairs that reach a threshold, as `similar_pairs` finds them.

    Parameters
    ----------
    sets : sequence of int
        The sets, with a bit for each thing in them.
    reach : Threshold
        What a pair has to reach.
    place : int or None
        The place of the one whose pairs are wanted; None for all.
    width : int
        How many things there are; the more, the fewer pairs are given at once.

    Yields
    ------
    PairColumns

    >>> from blocs.graph.analysis.measures import jaccard
    >>> columns, = pair_columns([0b0111, 0b1000, 0b0110], Threshold(4, jaccard, 0.5))
    >>> columns.a.tolist(), columns.b.tolist(), columns.both.tolist(), columns.only_a.tolist()
    ([0], [2], [2], [1])
    """
    import numpy as np

    sizes = np.array([bits.bit_count() for bits in sets], dtype=np.int64)
    step = max(1, min(_ROWS, _BYTES * 8 // max(width, 1)))
    blocks: Iterable[Block] | None = None
    if place is None:
        few = block_of_few(sets, reach)
        blocks = similar_blocks(sets, reach) if few is None else [few]
    if blocks is None:
        found = similar_pairs(sets, reach) if place is None else similar_to(place, sets, reach)
        rows = iter(lambda: list(islice(found, step)), [])
        blocks = (tuple(np.array(some, dtype=np.int64).T) for some in rows)
    for first, second, shared in blocks:
        for begin in range(0, len(first), step):
            a, b = first[begin : begin + step], second[begin : begin + step]
            both = shared[begin : begin + step].astype(np.int64)
            yield PairColumns(a, b, both, sizes[a] - both, sizes[b] - both)


class PackedSets:
    """Sets as rows of bits, eight things to a byte: two rows and-ed are what both sets share.

    Parameters
    ----------
    sets : sequence of int
        The sets, with a bit for each thing in them, the first as the highest bit.
    order : sequence of int
        The things in the order in which they are wanted, by their places.

    >>> packed = PackedSets([0b0111, 0b1000, 0b0110], [0, 1, 3, 2])
    >>> [found.tolist() for found in packed.shared([0], [2])]
    [[0], [0], [80]]
    """

    def __init__(self, sets: Sequence[int], order: Sequence[int]) -> None:
        import numpy as np

        width = (len(order) + 7) // 8
        self._rows = np.zeros((len(sets), width), dtype=np.uint8)
        pad = 8 * width - len(order)
        as_they_are = list(order) == list(range(len(order)))
        for at, bits in enumerate(sets):
            row = np.frombuffer((bits << pad).to_bytes(width, "big"), dtype=np.uint8)
            self._rows[at] = row if as_they_are else np.packbits(np.unpackbits(row)[order])

    def shared(self, a: Any, b: Any) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.uint8]]:
        """What pairs share, from the places of both.

        Returns
        -------
        tuple of numpy.ndarray
            The bytes that are not 0, pair by pair and in order: which pair, which byte of the row (the first has
            things 0 to 7), and the byte, in which the first thing is the highest bit.
        """
        import numpy as np

        cells = self._rows[a] & self._rows[b]
        pair, byte = np.nonzero(cells)
        return pair, byte, cells[pair, byte]
