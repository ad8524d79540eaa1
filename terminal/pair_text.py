"""Pairs as the lines of a table, thousands at a time: the same bytes that their rows would give one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

from ..graph.analysis.overlap import Overlap
from ..graph.analysis.pair_texts import LARGEST_UNIVERSE, PairTexts, joined, same_text
from ..graph.extras import installed
from .naming import Naming
from .writing.table import SEPARATORS, is_plain, plain_cell
from .writing.text import dump_json

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from ..graph.analysis.pair_columns import PairColumns
    from ..graph.analysis.pair_texts import Column, Texts

__all__ = ["SHARED_IDS", "SharedTexts", "of_many", "pair_text", "shared_texts"]

SHARED_IDS = "shared_ids"
"""The column of what two entities share."""


class _Way(NamedTuple):
    """How rows are written: a cell as text, and what stands before, between and behind the cells of a row.

    `undefined` is a measure that is not; a list has its items between `opened` and `closed`, with `item_end` between.
    """

    cell: Callable[[Any], str]
    labelled: bool
    begin: str
    separator: str
    end: str
    undefined: str = ""
    opened: str = ""
    item_end: str = " "
    closed: str = ""


_WAYS = {
    **{form: _Way(plain_cell, False, "", *around) for form, around in SEPARATORS.items()},
    "jsonl": _Way(dump_json, True, "{", ", ", "}\n", "null", "[", ", ", "]"),
}

_FROM = 128
"""Of so many the pairs take longer to write row by row than numpy takes to import."""


def pair_text(found: Overlap, naming: Naming, columns: Sequence[str], form: str) -> Iterator[str] | None:
    """The lines of a table of pairs with these columns, as csv, tsv or jsonl, without the heading.

    None where they are to be written row by row: of few, without numpy, or where a name cannot stand in a line as it
    is.
    """
    if not of_many(found) or len(columns) < 2:
        return None
    ids = found.ordered(naming.order)
    way = _WAYS[form]
    of_a, of_b = (
        {key: list(map(way.cell, column)) for key, column in naming.of_side(ids, second=second).items()}
        for second in (False, True)
    )
    things = naming.in_order(found.others) if SHARED_IDS in columns else []
    names = [way.cell(naming.known[thing]) for thing in things]
    cells = [cell for side in (of_a, of_b) for column in side.values() for cell in column if cell]
    # Of things some stand alone in a cell, others before others.
    if form in SEPARATORS and not is_plain([*cells, *names, *(f"{name} {name}" for name in names)], form):
        return None
    labels = {column: f"{dump_json(column)}: " if way.labelled else "" for column in columns}
    labels[columns[0]] = way.begin + labels[columns[0]]
    made = PairTexts(of_a, of_b, {SHARED_IDS: way.closed}, found.universe, way.separator, labels, way.undefined)
    if SHARED_IDS not in columns:
        return _lines(found, naming, made.columns(columns, way.end), None, [])
    at, opened = columns.index(SHARED_IDS), labels[SHARED_IDS] + way.opened
    before = made.columns(columns[:at], way.separator + opened) if at else [same_text(opened)]
    shared = SharedTexts([found.sets[id_] for id_ in ids], found.others, things, names, way.item_end)
    # What is shared stands before what follows it: as texts of its own, as many as there are.
    return _lines(found, naming, before, shared, made.columns(columns[at:], way.end))


def _lines(
    found: Overlap, naming: Naming, before: Sequence[Column], shared: SharedTexts | None, after: Sequence[Column]
) -> Iterator[str]:
    import numpy as np

    nothing = np.empty(0, dtype=np.intp), np.empty(0, dtype=object)
    for pairs in found.in_columns(naming.order):
        rows, texts = nothing if shared is None else shared.of(pairs)
        yield joined([make(pairs) for make in before], rows, texts, [make(pairs) for make in after], len(pairs))


def of_many(found: Overlap) -> bool:
    """Whether the pairs are so many that they are best written from columns, and numpy is there for it."""
    largest = max([found.universe, *(bits.bit_count() for bits in found.sets.values())])
    return len(found.sets) >= _FROM and largest <= LARGEST_UNIVERSE and installed("numpy")


def shared_texts(found: Overlap, naming: Naming) -> SharedTexts:
    """What pairs share, as a cell of a table has it."""
    things = naming.in_order(found.others)
    names = [plain_cell(naming.known[thing]) for thing in things]
    return SharedTexts([found.sets[id_] for id_ in found.ordered(naming.order)], found.others, things, names, " ")


class SharedTexts:
    """What pairs share as text: a text for eight things that stand side by side, each of which is there or not.

    Parameters
    ----------
    sets : sequence of int
        What is compared, with a bit for each of the `others`.
    others, things : sequence of str
        The ids of what can be shared: as the bits have it, and in the order in which it is written.
    names : sequence of str
        What the `things` are called.
    between : str
        What stands between two of them.
    """

    def __init__(
        self, sets: Sequence[int], others: Sequence[str], things: Sequence[str], names: Sequence[str], between: str
    ) -> None:
        import numpy as np

        from ..graph.analysis.pair_columns import PackedSets

        place = {id_: at for at, id_ in enumerate(others)}
        self._packed = PackedSets(sets, [place[thing] for thing in things])
        self._names, self._between = names, between
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
        asked = np.zeros(len(self._made), dtype=bool)
        asked[key] = True
        for one in np.flatnonzero(asked & ~self._made).tolist():
            self._texts[one] = self._text(one)
        self._made |= asked
        return rows, self._texts[key]

    def whole(self, pairs: PairColumns) -> list[str]:
        """What each pair shares, as one text."""
        import numpy as np

        rows, texts = self.of(pairs)
        ends = np.cumsum(np.bincount(rows, minlength=len(pairs))).tolist()
        pieces = texts.tolist()
        return ["".join(pieces[begin:end]) for begin, end in pairwise([0, *ends])]

    def _text(self, key: int) -> str:
        """Those of eight things whose bits are set; if they are not the first of a pair, behind what is between."""
        at, bits = divmod(key, 256)
        further, which = divmod(at, self._bytes)
        names = [self._names[8 * which + bit] for bit in range(8) if bits & (128 >> bit)]
        return self._between * further + self._between.join(names)
