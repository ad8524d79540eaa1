"""Many rows as one text, made of texts that many of them have in common: numpy puts these in order, not a loop."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Texts = NDArray[np.object_]

__all__ = ["joined"]


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
