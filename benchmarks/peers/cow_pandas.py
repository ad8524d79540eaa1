"""The peer of the panel: read the table with pandas, multiply the matrices year by year with numpy, write nothing."""

import sys

import numpy
import pandas

table = pandas.read_csv(sys.argv[1])
total = 0
for _, rows in table.groupby("year"):
    full = (rows.iloc[:, 3:].to_numpy() == 1).astype(numpy.float32)
    shared = full @ full.T
    total += len(rows) * (len(rows) - 1) // 2
print(total)
