"""The panel of all pairs of members in one year with every measure, by pandas and numpy, from a table to a table.

python benchmarks/peers/panel_pandas.py TABLE YEAR OUTPUT
"""

from __future__ import annotations

import sys

import numpy as np
import pandas as pd
from pairs_scipy import measures


def main(table: str, year: int, output: str) -> None:
    """Read the table, multiply the matrix of a year by its transpose, and write each pair once."""
    frame = pd.read_csv(table)
    held = frame[(frame["start"] <= year) & ~(frame["end"] < year)]
    existing = held["organization"].nunique()
    full = held[held["role"] != "associate"]
    member, members = pd.factorize(held["member"], sort=True)
    matrix = np.zeros((len(members), existing), dtype=np.float32)
    body, _ = pd.factorize(held["organization"])
    counted = held.index.isin(full.index)
    matrix[member[counted], body[counted]] = 1
    sizes, shared = matrix.sum(axis=1).astype(int), (matrix @ matrix.T).astype(int)
    a, b = np.triu_indices(len(members), 1)
    both = shared[a, b]
    union = sizes[a] + sizes[b] - both
    columns = {"year": year, "a": members[a], "b": members[b], "shared": both, "union": union}
    with np.errstate(invalid="ignore", divide="ignore"):
        columns |= measures(both, union, sizes[a], sizes[b], existing)
    pd.DataFrame({**columns, "universe": existing}).to_csv(output, index=False)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
