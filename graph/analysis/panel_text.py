"""The pairs of one year of a panel as lines, some states at a time, so that no year is held whole. Needs numpy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from .pair_columns import PairColumns
from .pair_texts import PairTexts, joined

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["panel_lines"]

_PAIRS = 200_000
"""Pairs that are looked at in one go."""


def panel_lines(
    sets: Sequence[int],
    of_a: Mapping[str, Sequence[str]],
    of_b: Mapping[str, Sequence[str]],
    same: Mapping[str, str],
    columns: Sequence[str],
    *,
    universe: int,
    separator: str,
    end: str,
    focus: Sequence[int] | None = None,
) -> Iterator[str]:
    """The lines of all pairs, each once.

    Parameters
    ----------
    sets : sequence of int
        The bodies of each state, as bits.
    of_a, of_b, same : mapping
        The texts that tell of the first and of the second of a pair, by column and place, and those of all rows.
    columns : sequence of str
        The columns: of these, or measures.
    universe : int
        How many bodies there are.
    separator, end : str
        What stands between cells, and after a line.
    focus : sequence of int or None
        The places of the states of which one must be in a pair; None for all pairs.

    Yields
    ------
    str

    >>> names = {"a": ["x", "y", "z"]}, {"b": ["x", "y", "z"]}, {"year": "1999"}
    >>> words = {"universe": 4, "separator": " ", "end": ";"}
    >>> list(panel_lines([0b11, 0b01, 0b00], *names, ["year", "a", "b", "shared", "union"], **words))
    ['1999 x y 1 2;1999 x z 0 2;1999 y z 0 1;']
    """
    import numpy as np

    made = PairTexts(of_a, of_b, same, universe, separator).columns(columns, end)
    nothing = np.empty(0, dtype=np.intp), np.empty(0, dtype=object)
    for pairs in _pairs(sets, focus):
        yield joined([make(pairs) for make in made], *nothing, [], len(pairs))


def _pairs(sets: Sequence[int], focus: Sequence[int] | None) -> Iterator[PairColumns]:
    import numpy as np

    width = max(1, (max((bits.bit_length() for bits in sets), default=0) + 7) // 8)
    packed = np.frombuffer(b"".join(bits.to_bytes(width, "big") for bits in sets), dtype=np.uint8)
    # Of floats numpy multiplies matrices many times faster, and counts are exact in them.
    held = np.unpackbits(packed.reshape(len(sets), width), axis=1).astype(np.float32)
    sizes = np.array([bits.bit_count() for bits in sets], dtype=np.int64)
    in_focus = np.full(len(sets), focus is None)
    if focus is not None:
        in_focus[list(focus)] = True
    step = max(1, _PAIRS // max(1, len(sets)))
    for begin in range(0, len(sets), step):
        rows = np.arange(begin, min(begin + step, len(sets)))
        others = _others(begin, in_focus, bool(in_focus[rows].any()))
        kept = (others > rows[:, None]) & (in_focus[rows][:, None] | in_focus[others])
        first, second = np.nonzero(kept)
        if len(first):
            a, b = rows[first], others[second]
            both = (held[rows] @ held[others].T)[first, second].astype(np.int64)
            yield PairColumns(a, b, both, sizes[a] - both, sizes[b] - both)


def _others(begin: int, in_focus: NDArray[np.bool_], all_of_them: bool) -> NDArray[np.intp]:
    """The places from the first one on that can make a pair."""
    import numpy as np

    return np.arange(begin, len(in_focus)) if all_of_them else begin + np.flatnonzero(in_focus[begin:])
