"""The peer of the panel: networkx's own projection of the two-mode graph, for some years of the table.

It prints the seconds that the projections of those years took, and the pairs that these years have.
"""

import csv
import gzip
import sys
import time

import networkx
from networkx.algorithms import bipartite

years = {int(year) for year in sys.argv[2].split(",")}
graphs = {year: networkx.Graph() for year in years}
states: dict[int, list[str]] = {year: [] for year in years}
with gzip.open(sys.argv[1], "rt") as stream:
    reader = csv.reader(stream)
    header = next(reader)
    for row in reader:
        year = int(float(row[1]))
        if year in years:
            state = f"s{row[0]}"
            states[year].append(state)
            graphs[year].add_node(state)
            columns = zip(header[3:], row[3:], strict=True)
            graphs[year].add_edges_from((state, name) for name, cell in columns if cell == "1.0")
start = time.perf_counter()
for year in years:
    bipartite.weighted_projected_graph(graphs[year], states[year])
print(time.perf_counter() - start, sum(len(found) * (len(found) - 1) // 2 for found in states.values()))
