"""The peer of the panel: networkx's own projection of the two-mode graph, year by year; it writes nothing.

With years as a second argument ("1950,2000") it projects only those. It prints the pairs that the years have.
"""

import csv
import gzip
import sys

import networkx
from networkx.algorithms import bipartite

asked = {int(year) for year in sys.argv[2].split(",")} if sys.argv[2:] else set()
pairs = 0


def project(rows: list[list[str]], names: list[str]) -> int:
    """Project one year; the number of its pairs of states."""
    graph = networkx.Graph()
    states = [f"s{row[0]}" for row in rows]
    graph.add_nodes_from(states)
    for state, row in zip(states, rows, strict=True):
        graph.add_edges_from((state, name) for name, cell in zip(names, row[3:], strict=True) if cell == "1.0")
    bipartite.weighted_projected_graph(graph, states)
    return len(states) * (len(states) - 1) // 2


opened = gzip.open if sys.argv[1].endswith(".gz") else open
with opened(sys.argv[1], "rt") as stream:
    reader = csv.reader(stream)
    header = next(reader)
    by_year: dict[int, list[list[str]]] = {}
    for row in reader:
        by_year.setdefault(int(float(row[1])), []).append(row)
for year, rows in by_year.items():
    if not asked or year in asked:
        pairs += project(rows, header[3:])
print(pairs)
