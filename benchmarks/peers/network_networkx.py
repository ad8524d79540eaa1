"""The network of one year by pandas, scipy and networkx, from a table to a table: what `blocs network` writes.

    python benchmarks/peers/network_networkx.py TABLE YEAR OUTPUT [body]

Of states by the bodies that they share, or with `body` of bodies by members: ties, what they share in sum, betweenness,
brokerage (betweenness in the two-mode graph), the community, and the pairs that each alone joins.
"""

from __future__ import annotations

import sys

import networkx as nx
import numpy as np
import pandas as pd
from networkx.algorithms import bipartite
from scipy.sparse import csr_array, triu


def main(table: str, year: int, output: str, by_body: bool) -> None:
    """Read the table, project it, and write what each node has."""
    frame = pd.read_csv(table)
    held = frame[(frame["start"] <= year) & ~(frame["end"] < year) & (frame["role"] != "associate")]
    sides = ["organization", "member"] if by_body else ["member", "organization"]
    node, nodes = pd.factorize(held[sides[0]], sort=True)
    thing, _ = pd.factorize(held[sides[1]], sort=True)
    matrix = csr_array((np.ones(len(held), dtype=np.int64), (node, thing)))
    matrix.data[:] = 1
    shared = matrix @ matrix.T
    shared.setdiag(0)
    shared.eliminate_zeros()
    graph = nx.from_scipy_sparse_array(shared)
    for _, _, edge in graph.edges(data=True):
        edge["length"] = 1 / edge["weight"]
    two_mode = bipartite.from_biadjacency_matrix(matrix)
    brokers = bipartite.betweenness_centrality(two_mode, range(len(nodes)))
    found = nx.community.louvain_communities(graph, seed=0)
    community = {node: at for at, group in enumerate(sorted(found, key=len, reverse=True), 1) for node in group}
    alone = triu(matrix.T @ matrix, 1) == 1
    first, second = alone.tocoo().row, alone.tocoo().col
    joins = np.bincount((matrix[:, first] * matrix[:, second]).tocoo().row, minlength=len(nodes))
    columns = {
        "id": nodes,
        "degree": [degree for _, degree in graph.degree()],
        "strength": [degree for _, degree in graph.degree(weight="weight")],
        "betweenness": list(nx.betweenness_centrality(graph, weight="length").values()),
        "brokerage": [brokers[at] for at in range(len(nodes))],
        "community": [community[at] for at in range(len(nodes))],
        "bridges": joins,
    }
    pd.DataFrame(columns).sort_values("brokerage", ascending=False).to_csv(output, index=False)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4:] == ["body"])
