"""Pairs as columns of cells, for formats that hold columns: the same values that their rows would give one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ..graph.analysis.measures import MEASURES, Measured
from ..graph.analysis.overlap import Overlap
from .naming import Naming
from .pair_text import SHARED_IDS, of_many, shared_texts

__all__ = ["pair_cells"]


def pair_cells(found: Overlap, naming: Naming, columns: Sequence[str]) -> dict[str, list[Any]] | None:
    """The cells of some columns of a table of pairs.

    None where they are to be made row by row: of few, or without numpy.
    """
    if not of_many(found):
        return None
    import numpy as np

    ids = found.ordered(naming.order)
    sides = (naming.of_side(ids, second=False), naming.of_side(ids, second=True))
    of_a, of_b = ({key: np.array(cells, dtype=object) for key, cells in side.items()} for side in sides)
    measured = [name for name in columns if name in MEASURES]
    numbers = Measured(measured, found.universe)
    cells: dict[str, list[Any]] = {column: [] for column in columns}
    shared = shared_texts(found, naming) if SHARED_IDS in columns else None
    for pairs in found.in_columns(naming.order):
        for name, values in zip(measured, numbers.columns(pairs.both, pairs.only_a, pairs.only_b), strict=True):
            cells[name] += _defined(values)
        for column in columns:
            if column == SHARED_IDS and shared is not None:
                cells[column] += shared.whole(pairs)
            elif column in of_a:
                cells[column] += of_a[column][pairs.a].tolist()
            elif column in of_b:
                cells[column] += of_b[column][pairs.b].tolist()
    return cells


def _defined(values: Any) -> Iterator[Any]:
    """Numbers, None where one is not defined."""
    return (value if value == value else None for value in values.tolist())
