"""Pairs as the lines of a table, thousands at a time: the same bytes that their rows would give one by one.

Millions of pairs are made of few texts: what is compared has a name, the numbers of many pairs are the same, and of
what is shared, eight things side by side are one of 256 texts. Each is made once. Needs numpy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import find_spec
from itertools import groupby
from typing import TYPE_CHECKING

from ..graph.analysis.measures import MEASURES, Measured
from ..graph.analysis.overlap import Overlap
from .naming import Naming
from .writing.table import is_plain, plain_cell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..graph.analysis.pair_columns import PairColumns

    Texts = NDArray[np.object_]
    Column = Callable[[PairColumns], Texts]
    """Gives the texts of a column of the table."""

__all__ = ["pair_text"]

_SHARED = "shared_ids"
_SEPARATORS = {"csv": (",", "\r\n"), "tsv": ("\t", "\n")}

_FROM = 128
"""Of so many the pairs take longer to write row by row than numpy takes to import."""

_LARGEST = 2**20
"""In a larger universe three counts would not fit into one whole number, nor would measures be exact."""

_KEPT = 200_000
"""Texts of measures that are kept."""


def pair_text(found: Overlap, naming: Naming, columns: Sequence[str], form: str) -> Iterator[str] | None:
    """The lines of a table of pairs with these columns, as csv or tsv, without the heading.

    None where they are to be written row by row: of few, without numpy, or where a name cannot stand in a line as it
    is.
    """
    largest = max([found.universe, *(bits.bit_count() for bits in found.sets.values())])
    if len(found.sets) < _FROM or largest >= _LARGEST or not 1 < len(columns) == len(set(columns)):
        return None
    if find_spec("numpy") is None:
        return None
    ids = found.ordered(naming.order)
    cells = _plain(naming.of_side(ids, False)), _plain(naming.of_side(ids, True))
    things = naming.in_order(found.others) if _SHARED in columns else []
    names = [naming.known[thing] for thing in things]
    texts = [text for side in cells for texts in side.values() for text in texts if text]
    # Some things stand alone in a cell, others before others.
    if not is_plain([*texts, *names, *(f"{name} {name}" for name in names)], form):
        return None
    separator, end = _SEPARATORS[form]
    made = _Columns(cells, found.universe, separator)
    if _SHARED not in columns:
        return _lines(found, naming, made.of(columns, end), None, [])
    at = columns.index(_SHARED)
    shared = _SharedTexts([found.sets[id_] for id_ in ids], found.others, things, names)
    rest = columns[at + 1 :]
    after = [_same(separator if rest else end), *made.of(rest, end)]
    return _lines(found, naming, made.of(columns[:at], separator), shared, after)


def _plain(cells: Mapping[str, Sequence[int | str | None]]) -> dict[str, list[str]]:
    return {key: list(map(plain_cell, column)) for key, column in cells.items()}


def _lines(
    found: Overlap, naming: Naming, before: Sequence[Column], shared: _SharedTexts | None, after: Sequence[Column]
) -> Iterator[str]:
    import numpy as np

    from .writing.bulk import joined

    nothing = np.empty(0, dtype=np.intp), np.empty(0, dtype=object)
    for pairs in found.in_columns(naming.order):
        rows, texts = nothing if shared is None else shared.of(pairs)
        yield joined([make(pairs) for make in before], rows, texts, [make(pairs) for make in after], len(pairs))


class _Columns:
    """Makes columns of texts, of which each holds the separator after it.

    `cells` are the texts that tell of the first of a pair, by column and place, and those that tell of the second.
    """

    def __init__(self, cells: tuple[dict[str, list[str]], dict[str, list[str]]], universe: int, separator: str) -> None:
        self._cells, self._universe, self._separator = cells, universe, separator

    def of(self, keys: Sequence[str], last: str) -> list[Column]:
        """The columns with these keys, measures that follow one another as one; after the last stands `last`."""
        groups = [list(group) for _, group in groupby(keys, lambda key: key in MEASURES or key)]
        return [
            self._column(group, self._separator if number < len(groups) else last)
            for number, group in enumerate(groups, 1)
        ]

    def _column(self, keys: Sequence[str], after: str) -> Column:
        if keys[0] in MEASURES:
            return _MeasureTexts(keys, self._universe, self._separator, after)
        of_a, of_b = (_with(side.get(keys[0], ()), after) for side in self._cells)
        return (lambda pairs: of_a[pairs.a]) if len(of_a) else (lambda pairs: of_b[pairs.b])


def _with(texts: Sequence[str], after: str) -> Texts:
    import numpy as np

    return np.array([text + after for text in texts], dtype=object)


def _same(text: str) -> Column:
    import numpy as np

    return lambda pairs: np.full(len(pairs), text, dtype=object)


class _MeasureTexts:
    """The measures of pairs as text, made once for the same three counts."""

    def __init__(self, names: Sequence[str], universe: int, separator: str, after: str) -> None:
        self._measured = Measured(names, universe)
        self._separator, self._after = separator, after
        self._known: dict[int, str] = {}

    def __call__(self, pairs: PairColumns) -> Texts:
        import numpy as np

        counts = (pairs.both * _LARGEST + pairs.only_a) * _LARGEST + pairs.only_b
        keys, places, of_pair = np.unique(counts, return_index=True, return_inverse=True)
        if len(self._known) > _KEPT:
            self._known.clear()
        new = [at for at, key in enumerate(keys.tolist()) if key not in self._known]
        if new:
            where = places[new]
            columns = self._measured.columns(pairs.both[where], pairs.only_a[where], pairs.only_b[where])
            texts = zip(*(map(_number, column.tolist()) for column in columns), strict=True)
            made = (self._separator.join(cells) + self._after for cells in texts)
            self._known.update(zip(keys[new].tolist(), made, strict=True))
        texts_of_keys = np.array([self._known[key] for key in keys.tolist()], dtype=object)
        return texts_of_keys[of_pair]


def _number(value: float) -> str:
    """A number with all its digits; of one that is not defined nothing."""
    return "" if value != value else repr(value)


class _SharedTexts:
    """What pairs share as text: a text for eight things that stand side by side, each of which is there or not.

    Parameters
    ----------
    sets : sequence of int
        What is compared, with a bit for each of the `others`.
    others, things : sequence of str
        The ids of what can be shared: as the bits have it, and in the order in which it is written.
    names : sequence of str
        What the `things` are called.
    """

    def __init__(self, sets: Sequence[int], others: Sequence[str], things: Sequence[str], names: Sequence[str]) -> None:
        import numpy as np

        from ..graph.analysis.pair_columns import PackedSets

        place = {id_: at for at, id_ in enumerate(others)}
        self._packed = PackedSets(sets, [place[thing] for thing in things])
        self._names = names
        self._bytes = (len(names) + 7) // 8
        self._texts = np.full(2 * self._bytes * 256, None, dtype=object)
        self._made = np.zeros(len(self._texts), dtype=bool)

    def of(self, pairs: PairColumns) -> tuple[NDArray[np.intp], Texts]:
        """Texts, and of which pair each is one: together in their order they are what it shares."""
        import numpy as np

        rows, which, bits = self._packed.shared(pairs.a, pairs.b)
        further = np.zeros(len(rows), dtype=np.intp)
        further[1:] = rows[1:] == rows[:-1]
        key = (further * self._bytes + which) * 256 + bits
        for one in np.unique(key[~self._made[key]]).tolist():
            self._texts[one] = self._text(one)
            self._made[one] = True
        return rows, self._texts[key]

    def _text(self, key: int) -> str:
        """Those of eight things whose bits are set; if they are not the first of a pair, behind a space."""
        at, bits = divmod(key, 256)
        further, which = divmod(at, self._bytes)
        names = [self._names[8 * which + bit] for bit in range(8) if bits & (128 >> bit)]
        return " " * further + " ".join(names)
