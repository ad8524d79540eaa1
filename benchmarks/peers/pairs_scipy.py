"""All pairs of members with a Jaccard index of at least so much, by pandas and scipy, from a table to a table.

python benchmarks/peers/pairs_scipy.py TABLE THRESHOLD OUTPUT
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
from scipy.sparse import csr_array


def main(table: str, threshold: float, output: str) -> None:
    """Read the table, multiply the matrix of members and bodies by its transpose, and write the pairs."""
    frame = pd.read_csv(table, usecols=["member", "organization"])
    member, members = pd.factorize(frame["member"], sort=True)
    body, _ = pd.factorize(frame["organization"])
    matrix = csr_array((np.ones(len(frame), dtype=np.int32), (member, body)))
    matrix.data[:] = 1
    sizes = np.diff(matrix.indptr)
    parts = []
    for begin in range(0, len(members), 512):
        shared = (matrix[begin : begin + 512] @ matrix.T).tocoo()
        a, b, both = shared.row + begin, shared.col, shared.data
        upper = b > a
        a, b, both = a[upper], b[upper], both[upper]
        jaccard = both / (sizes[a] + sizes[b] - both)
        kept = jaccard >= threshold
        columns = {"a": members[a[kept]], "b": members[b[kept]], "shared": both[kept], "jaccard": jaccard[kept]}
        parts.append(pd.DataFrame(columns))
    pd.concat(parts).to_csv(output, index=False)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), sys.argv[3])
