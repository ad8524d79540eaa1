"""Of many sets, all pairs that are similar enough, found without holding those that are not.

A set is a whole number with a bit for each thing in it. Of two sets of given sizes, every measure of `measures` only
grows with what they share (their union only shrinks). So how much must be shared to reach a threshold is a range of
numbers, found once for two sizes; sets of sizes that can never reach it are not looked at, and of all others only the
bits in common are counted, or, if few others have what a set has, only those that have any of it. The first is the
size filter of Arvind Arasu, Venkatesh Ganti and Raghav Kaushik, "Efficient exact set-similarity joins", VLDB 2006,
918–929; the second the inverted index of Sunita Sarawagi and Alok Kirpal, "Efficient set joins on similarity
predicates", SIGMOD 2004, 743–754; both here for every measure.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, product
from typing import TYPE_CHECKING, TypeAlias

from .measures import Counts

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Block: TypeAlias = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.int32]]

__all__ = ["Threshold", "block_of_few", "ones", "similar_blocks", "similar_pairs", "similar_to"]


class Threshold:
    """What a pair has to reach: a least value of a measure over a universe, and a least number shared.

    A value that is not defined reaches no threshold; without a threshold every value does.
    """

    def __init__(
        self, universe: int, measure: Callable[[Counts], float | None], threshold: float | None, min_shared: int = 0
    ) -> None:
        self.universe = universe
        self.measure = measure
        self.threshold = threshold
        self.min_shared = min_shared
        self._found: dict[tuple[int, int], range] = {}

    def enough(self, size_a: int, size_b: int) -> range:
        """The numbers shared with which two sets of these sizes reach the threshold.

        >>> from blocs.graph.analysis.measures import jaccard
        >>> Threshold(10, jaccard, 0.5).enough(4, 5), Threshold(10, jaccard, 0.5).enough(1, 5)
        (range(3, 5), range(0, 0))
        """
        sizes = (size_a, size_b) if size_a <= size_b else (size_b, size_a)
        found = self._found.get(sizes)
        if found is None:
            found = self._found[sizes] = self._range(*sizes)
        return found

    def _range(self, size_a: int, size_b: int) -> range:
        possible = range(max(self.min_shared, size_a + size_b - self.universe, 0), min(size_a, size_b) + 1)
        if self.threshold is None or not possible:
            return possible

        def reaches(both: int) -> bool:
            neither = self.universe - size_a - size_b + both
            value = self.measure(Counts(both, size_a - both, size_b - both, neither))
            return value is not None and value >= self.threshold  # type: ignore[operator]

        if reaches(possible[-1]):
            return possible[bisect_left(possible, True, key=reaches) :]
        # Only the union grows the less is shared.
        return possible[: bisect_left(possible, True, key=lambda both: not reaches(both))]


def similar_pairs(sets: Sequence[int], reach: Threshold) -> Iterator[tuple[int, int, int]]:
    """The pairs that reach the threshold, in the order of their places; memory is needed for the sets alone.

    Parameters
    ----------
    sets : sequence of int
        The sets, with a bit for each thing in them.
    reach : Threshold
        What a pair has to reach.

    Yields
    ------
    tuple of int
        The places of both sets, the lower first, and the number that they share.

    >>> from blocs.graph.analysis.measures import jaccard
    >>> list(similar_pairs([0b0111, 0b1000, 0b0110], Threshold(4, jaccard, 0.5)))
    [(0, 2, 2)]
    """
    blocks = similar_blocks(sets, reach)
    if blocks is not None:
        for columns in blocks:
            yield from zip(*(column.tolist() for column in columns), strict=True)
        return
    by_size: dict[int, tuple[list[int], list[int]]] = {}
    for place, bits in enumerate(sets):
        places, those = by_size.setdefault(bits.bit_count(), ([], []))
        places.append(place)
        those.append(bits)
    things = _Things(sets)
    for place, bits in enumerate(sets):
        ranges = {size: enough for size in by_size if (enough := reach.enough(bits.bit_count(), size))}
        if not ranges:
            continue
        # If few have what this set has, they are soon counted; but those that share nothing are not among them.
        if things.holders(place) < len(sets) - place and not any(0 in enough for enough in ranges.values()):
            found = [
                (at, both)
                for at, both in things.shared_after(place).items()
                if both in ranges.get(sets[at].bit_count(), ())
            ]
        else:
            found = []
            for size, enough in ranges.items():
                (places, those), least, most = by_size[size], enough[0], enough[-1]
                start = bisect_right(places, place)
                # Ten thousand sets have fifty million pairs: each costs this expression and no more.
                found += [
                    (at, both)
                    for at, their_bits in zip(places[start:], those[start:], strict=True)
                    if least <= (both := (bits & their_bits).bit_count()) <= most
                ]
        found.sort()
        for at, both in found:
            yield place, at, both


_FOR_A_PRODUCT = 1000
"""So many sets are compared as a product of matrices, if scipy is installed: below, it takes longer to import."""

_ROWS = 256
_CELLS = 2_500_000
"""Of a product, rows and cells that are looked at in one go."""

_DENSE = 0.25
_MOST_SIZES = 500


def similar_blocks(sets: Sequence[int], reach: Threshold) -> Iterator[Block] | None:
    """The same pairs as `similar_pairs` gives, many at once, by the product of the matrix of sets with its transpose.

    Parameters
    ----------
    sets : sequence of int
        The sets, with a bit for each thing in them.
    reach : Threshold
        What a pair has to reach.

    Returns
    -------
    iterator of tuple of numpy.ndarray, or None
        The places of both sets and the numbers that they share. None where a product is no gain or cannot be made: of
        few sets, without scipy, or where sets are of so many sizes that to find what each two must share would take
        longer.
    """
    if len(sets) < _FOR_A_PRODUCT:
        return None
    try:
        import numpy as np
        from scipy.sparse import csr_array
    except ImportError:
        return None
    sizes = np.array([bits.bit_count() for bits in sets], dtype=np.int64)
    if len(set(sizes.tolist())) > _MOST_SIZES:
        return None
    kind, least, most = _limits(sizes, reach)
    with_nothing = bool(((least == 0) & (most >= 0)).any())

    def blocks() -> Iterator[Block]:
        width = max(bits.bit_length() for bits in sets)
        things = np.array([at for bits in sets for at in ones(bits, width)], dtype=np.int32)
        ends = np.concatenate(([0], np.cumsum(sizes)))
        matrix = csr_array((np.ones(len(things), dtype=np.int32), things, ends), shape=(len(sets), width))
        step = max(1, min(_ROWS, _CELLS // len(sets)))
        for begin in range(0, len(sets), step):
            shared = matrix[begin : begin + step] @ matrix[begin:].T
            mine, theirs = kind[begin : begin + step], kind[begin:]
            if with_nothing or shared.nnz > _DENSE * shared.shape[0] * shared.shape[1]:
                rows, others, both = _reaching(shared.toarray(), least[mine][:, theirs], most[mine][:, theirs])
            else:
                found = shared.tocoo()
                rows, others, both = found.row.astype(np.intp), found.col.astype(np.intp), found.data
                pair = mine[rows], theirs[others]
                kept = (others > rows) & (both >= least[pair]) & (both <= most[pair])
                rows, others, both = rows[kept], others[kept], both[kept]
                order = np.lexsort((others, rows))
                rows, others, both = rows[order], others[order], both[order]
            yield rows + begin, others + begin, both

    return blocks()


def block_of_few(sets: Sequence[int], reach: Threshold) -> Block | None:
    """The same pairs of fewer sets than `similar_blocks` takes, all at once; for those who have numpy loaded.

    Parameters
    ----------
    sets : sequence of int
        The sets, with a bit for each thing in them.
    reach : Threshold
        What a pair has to reach.

    Returns
    -------
    tuple of numpy.ndarray or None
        As one block of `similar_blocks`; None of so many sets, or of so many things, that it would take much memory.

    >>> from blocs.graph.analysis.measures import jaccard
    >>> [found.tolist() for found in block_of_few([0b0111, 0b1000, 0b0110], Threshold(4, jaccard, 0.5))]
    [[0], [2], [2]]
    """
    import numpy as np

    width = max((bits.bit_length() for bits in sets), default=0)
    if len(sets) >= _FOR_A_PRODUCT or len(sets) * width > _CELLS:
        return None
    size = (width + 7) // 8
    packed = np.frombuffer(b"".join(bits.to_bytes(size, "big") for bits in sets), dtype=np.uint8)
    # Sums of so few ones are exact.
    has = np.unpackbits(packed.reshape(len(sets), size), axis=1).astype(np.float32)
    cells = (has @ has.T).astype(np.int32)
    kind, least, most = _limits(np.array([bits.bit_count() for bits in sets], dtype=np.int64), reach)
    return _reaching(cells, least[kind][:, kind], most[kind][:, kind])


def _reaching(cells: NDArray[np.int32], least: NDArray[np.int32], most: NDArray[np.int32]) -> Block:
    """Of what each two sets share, a row for each of the ones and a column for each of the others, what is enough."""
    import numpy as np

    rows, others = np.nonzero(np.triu((cells >= least) & (cells <= most), 1))
    return rows, others, cells[rows, others]


def _limits(
    sizes: NDArray[np.int64], reach: Threshold
) -> tuple[NDArray[np.intp], NDArray[np.int32], NDArray[np.int32]]:
    """Which size each set has, and for each two sizes the least and the most that two sets must share; or 1 and 0."""
    import numpy as np

    kinds, kind = np.unique(sizes, return_inverse=True)
    least = np.ones((len(kinds), len(kinds)), dtype=np.int32)
    most = least - 1
    if reach.threshold is None:  # whatever they can share is enough
        smaller, both = np.minimum.outer(kinds, kinds), np.add.outer(kinds, kinds)
        enough = np.maximum(both - reach.universe, max(reach.min_shared, 0))
        return kind, np.where(enough <= smaller, enough, least), np.where(enough <= smaller, smaller, most)
    for (at, one), (to, other) in product(enumerate(kinds.tolist()), repeat=2):
        if found := reach.enough(one, other):
            least[at, to], most[at, to] = found[0], found[-1]
    return kind, least, most


def ones(bits: int, width: int) -> list[int]:
    """The places of a set's things, of so many that there are; that of the highest bit is 0.

    >>> ones(0b0110, 4)
    [1, 2]
    """
    found, text = list[int](), f"{bits:0{width}b}" if bits else ""
    at = text.find("1")
    while at >= 0:
        found.append(at)
        at = text.find("1", at + 1)
    return found


class _Things:
    """Who has what: for each thing the places of the sets that hold it, in order."""

    def __init__(self, sets: Sequence[int]) -> None:
        self._of: list[list[int]] = []
        self._in: dict[int, list[int]] = {}
        width = max((bits.bit_length() for bits in sets), default=0)
        for place, bits in enumerate(sets):
            numbers = ones(bits, width)
            self._of.append(numbers)
            for number in numbers:
                self._in.setdefault(number, []).append(place)

    def holders(self, place: int) -> int:
        """How often others, or itself, have what a set has."""
        return sum(len(self._in[number]) for number in self._of[place])

    def shared_after(self, place: int) -> Counter[int]:
        """How much a set shares with each of the sets after it that share anything with it."""
        later = ((places := self._in[number])[bisect_right(places, place) :] for number in self._of[place])
        return Counter(chain.from_iterable(later))


def similar_to(place: int, sets: Sequence[int], reach: Threshold) -> Iterator[tuple[int, int, int]]:
    """The pairs of one set with all others that reach the threshold.

    Parameters
    ----------
    place : int
        The place of the one set.
    sets : sequence of int
        All sets, with a bit for each thing in them.
    reach : Threshold
        What a pair has to reach.

    Yields
    ------
    tuple of int
        As `similar_pairs` gives them.
    """
    bits = sets[place]
    for at, their_bits in enumerate(sets):
        both = (bits & their_bits).bit_count()
        if at != place and both in reach.enough(bits.bit_count(), their_bits.bit_count()):
            yield min(at, place), max(at, place), both
