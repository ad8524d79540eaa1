"""All pairs of members with a Jaccard index of at least so much, by pandas and scipy, from a table to a table.

    python benchmarks/peers/pairs_scipy.py TABLE THRESHOLD OUTPUT [full]

It writes both names, how many bodies the two share, and the index; with `full` every column that `blocs overlap`
writes: the union, the overlap coefficient, kappa, pi and S as well, and the names of all bodies that the two share.
"""

from __future__ import annotations

import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

ROWS = 512
PAIRS = 20_000


def main(table: str, threshold: float, output: str, full: bool) -> None:
    """Read the table, multiply the matrix of members and bodies by its transpose, and write the pairs."""
    frame = pd.read_csv(table, usecols=["member", "organization"])
    member, members = pd.factorize(frame["member"], sort=True)
    body, bodies = pd.factorize(frame["organization"], sort=True)
    matrix = csr_array((np.ones(len(frame), dtype=np.int32), (member, body)))
    matrix.data[:] = 1
    sizes = np.diff(matrix.indptr)
    with Path(output).open("w", encoding="utf-8", newline="") as out:
        for begin in range(0, len(members), ROWS):
            shared = (matrix[begin : begin + ROWS] @ matrix.T).tocoo()
            a, b, both = shared.row + begin, shared.col, shared.data
            upper = b > a
            a, b, both = a[upper], b[upper], both[upper]
            union = sizes[a] + sizes[b] - both
            kept = both / union >= threshold
            a, b, both, union = a[kept], b[kept], both[kept], union[kept]
            columns = {"a": members[a], "b": members[b], "shared": both}
            if full:
                columns |= {"union": union, **measures(both, union, sizes[a], sizes[b], len(bodies))}
                columns["shared_ids"] = names(matrix, a, b, bodies)
            else:
                columns["jaccard"] = both / union
            pd.DataFrame(columns).to_csv(out, index=False, header=begin == 0)


def measures(both: np.ndarray, union: np.ndarray, a: np.ndarray, b: np.ndarray, n: int) -> dict[str, np.ndarray]:
    """The measures of pairs in a universe of n bodies: Jaccard, overlap coefficient, kappa, pi and S."""
    agreed, p, q = (n - union + both) / n, a / n, b / n
    by_kappa, by_pi = p * q + (1 - p) * (1 - q), ((p + q) / 2) ** 2 + (1 - (p + q) / 2) ** 2
    return {
        "jaccard": both / union,
        "overlap": both / np.minimum(a, b),
        "kappa": (agreed - by_kappa) / (1 - by_kappa),
        "pi": (agreed - by_pi) / (1 - by_pi),
        "s": 1 - 2 * (union - both) / n,
    }


def names(matrix: csr_array, a: np.ndarray, b: np.ndarray, bodies: pd.Index) -> list[str]:
    """The bodies that the two of each pair share, with spaces between them."""
    called, texts = bodies.to_numpy(), list[str]()
    for begin in range(0, len(a), PAIRS):
        common = matrix[a[begin : begin + PAIRS]].multiply(matrix[b[begin : begin + PAIRS]]).tocsr()
        common.sort_indices()
        those, ends = called[common.indices].tolist(), common.indptr.tolist()
        texts += [" ".join(those[start:end]) for start, end in pairwise(ends)]
    return texts


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3], sys.argv[4:] == ["full"])
