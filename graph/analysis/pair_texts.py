"""Columns of texts for pairs, thousands at a time, and rows put together from them.

Millions of pairs are made of few texts: what is compared has a name, and the counts of many pairs are the same. Each
text is made once, and numpy puts them in their places, not a loop over rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING, Any

from .measures import MEASURES, Measured

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .pair_columns import PairColumns

    Texts = NDArray[np.object_]
    Column = Callable[[PairColumns], Texts]
    """Gives the texts of some pairs."""

__all__ = ["LARGEST_UNIVERSE", "PairTexts", "joined", "same_text"]

LARGEST_UNIVERSE = 2**20 - 1
"""In a larger one three counts would not fit into one whole number, nor would measures be exact."""

_KEPT = 200_000
"""Texts of measures that are kept."""


@dataclass(frozen=True)
class PairTexts:
    """Makes columns of texts, each with the separator that stands after it.

    `of_a` and `of_b` are the texts that tell of the first and of the second of a pair, by column and place; `same`
    those that are the same in every row. Other columns are measures over a universe. `labels` are what stands before
    the texts of a column, and `undefined` is the text of a measure that is not.
    """

    of_a: Mapping[str, Sequence[str]]
    of_b: Mapping[str, Sequence[str]]
    same: Mapping[str, str]
    universe: int
    separator: str
    labels: Mapping[str, str] = field(default_factory=dict)
    undefined: str = ""

    def columns(self, keys: Sequence[str], last: str) -> list[Column]:
        """The columns with these keys; measures that follow one another are one, and after the last stands `last`."""
        made: list[tuple[list[str], str, str]] = []
        before = ""
        groups = [list(group) for _, group in groupby(keys, lambda key: key in MEASURES or key)]
        for number, group in enumerate(groups, 1):
            after = self.separator if number < len(groups) else last
            if group[0] not in self.same:
                made.append((group, before, after))
                before = ""
            elif made:
                made[-1] = (*made[-1][:2], made[-1][2] + self.same[group[0]] + after)
            else:
                before += self.same[group[0]] + after
        return [*([same_text(before)] if before else []), *(self._column(*one) for one in made)]

    def _column(self, keys: Sequence[str], before: str, after: str) -> Column:
        if keys[0] in MEASURES:
            afters = [*[self.separator] * (len(keys) - 1), after]
            labels = [self.labels.get(key, "") for key in keys]
            labels[0] = before + labels[0]
            return _MeasureTexts(keys, self.universe, labels, afters, self.undefined)
        before += self.labels.get(keys[0], "")
        of_a, of_b = (_around(side.get(keys[0], ()), before, after) for side in (self.of_a, self.of_b))
        return (lambda pairs: of_a[pairs.a]) if keys[0] in self.of_a else (lambda pairs: of_b[pairs.b])


def _around(texts: Sequence[str], before: str, after: str) -> Texts:
    import numpy as np

    return np.array([f"{before}{text}{after}" for text in texts], dtype=object)


def same_text(text: str) -> Column:
    """The column that has the same text in every row."""
    import numpy as np

    return lambda pairs: np.full(len(pairs), text, dtype=object)


class _MeasureTexts:
    """The measures of pairs as text, made once for the same three counts."""

    def __init__(
        self, names: Sequence[str], universe: int, befores: Sequence[str], afters: Sequence[str], undefined: str
    ) -> None:
        self._measured = Measured(names, universe)
        self._around, self._undefined = list(zip(befores, afters, strict=True)), undefined
        self._known: dict[int, str] = {}

    def __call__(self, pairs: PairColumns) -> Texts:
        import numpy as np

        base = LARGEST_UNIVERSE + 1
        counts = (pairs.both * base + pairs.only_a) * base + pairs.only_b
        keys, places, of_pair = np.unique(counts, return_index=True, return_inverse=True)
        if len(self._known) > _KEPT:
            self._known.clear()
        new = np.array([key not in self._known for key in keys.tolist()], dtype=bool)
        if new.any():
            where = places[new]
            columns = self._measured.columns(pairs.both[where], pairs.only_a[where], pairs.only_b[where])
            pieces = zip(columns, self._around, strict=True)
            cells = [_numbers(column, *around, self._undefined) for column, around in pieces]
            self._known.update(zip(keys[new].tolist(), sum(cells[1:], cells[0]).tolist(), strict=True))
        return np.array([self._known[key] for key in keys.tolist()], dtype=object)[of_pair]


def _numbers(values: NDArray[Any], before: str, after: str, undefined: str) -> Texts:
    """Numbers with all their digits, between two texts: each made once, for a float is slow to write."""
    import numpy as np

    kinds, kind = np.unique(values, return_inverse=True)
    texts = [f"{before}{value!r}{after}" if value == value else before + undefined + after for value in kinds.tolist()]
    return np.array(texts, dtype=object)[kind]


def joined(before: Sequence[Texts], of_row: NDArray[np.intp], several: Texts, after: Sequence[Texts], rows: int) -> str:
    """So many rows, each of which has one text of every column `before`, any number of others, and one of each `after`.

    Parameters
    ----------
    before, after : sequence of numpy.ndarray
        Columns of texts, with a text for each row.
    of_row : numpy.ndarray
        The rows that the other texts stand in, in order.
    several : numpy.ndarray
        These texts.
    rows : int
        The number of rows.

    Returns
    -------
    str

    >>> import numpy as np
    >>> columns = [np.array(["a: ", "b: "], object)], np.array([0, 0]), np.array(["x", "y"], object)
    >>> joined(*columns, [np.array([".", "!"], object)], 2)
    'a: xy.b: !'
    """
    import numpy as np

    each = len(before) + len(after)
    counts = np.bincount(of_row, minlength=rows)
    starts = np.arange(rows) * each + np.cumsum(counts) - counts
    texts = np.empty(rows * each + len(several), dtype=object)
    for at, column in enumerate(before):
        texts[starts + at] = column
    texts[np.arange(len(several)) + of_row * each + len(before)] = several
    for at, column in enumerate(after, len(before)):
        texts[starts + counts + at] = column
    return "".join(texts.tolist())
