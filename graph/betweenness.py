"""Betweenness, exactly, on the dense graphs that shared memberships make.

Nearly every state shares something with nearly every other, and a search from each of them looks at all their ties. Two
facts save most of that work and change no value. On a projection, a tie that some detour beats is on no shortest way,
and can go before the search begins. In a two-mode graph, whole levels of the search can be added up at once.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from math import lcm

import networkx as nx

__all__ = ["betweenness", "two_mode_betweenness"]


def betweenness(projection: nx.Graph[str]) -> dict[str, float]:
    """How far each node is on the shortest ways between others, from 0 to 1, where a tie is 1 / `weight` long.

    Lengths are whole numbers (a common multiple of the weights, divided by the weight), so that ways of the same length
    count as the same, whatever the rounding of their sum. Ties that a detour over one other node beats are left out
    first: Tiago Simas, Rion Brattig Correia and Luis M. Rocha, "The distance backbone of complex networks", Journal of
    Complex Networks 9(6), 2021, cnab021. What is left is searched by networkx.

    >>> ties = [("a", "b", {"weight": 4}), ("b", "c", {"weight": 4}), ("a", "c", {"weight": 1})]
    >>> betweenness(nx.Graph(ties))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    weights = {one: {other: int(tie["weight"]) for other, tie in ties.items()} for one, ties in projection.adj.items()}
    whole = lcm(*{weight for ties in weights.values() for weight in ties.values()})
    backbone: nx.Graph[str] = nx.Graph()
    backbone.add_nodes_from(projection)
    strongest = {one: sorted(ties.items(), key=lambda tie: -tie[1]) for one, ties in weights.items()}
    for one, other in projection.edges:
        weight = weights[one][other]
        if not _beaten(weight, strongest[one], weights[other]) and not _beaten(weight, strongest[other], weights[one]):
            backbone.add_edge(one, other, length=whole // weight)
    found: dict[str, float] = nx.betweenness_centrality(backbone, weight="length")
    return found


def _beaten(weight: int, strongest: list[tuple[str, int]], others: Mapping[str, int]) -> bool:
    """Whether some 1/a + 1/b is less than 1/weight, where a is a tie of one end and b of the other to the same node.

    One of the two is then more than twice the weight, and is looked for from the end that has it.
    """
    for between, a in strongest:
        if a <= 2 * weight:
            return False
        b = others.get(between, 0)
        if weight * (a + b) < a * b:
            return True
    return False


def two_mode_betweenness(sets: Mapping[str, Collection[str]]) -> dict[str, float]:
    """How far each key is on the shortest ways between all keys and elements, where a key is tied to its elements.

    From 0 to 1, divided by the greatest value that one of so many keys can have with so many elements: Stephen P.
    Borgatti and Daniel S. Halgin, "Analyzing affiliation networks", 2011. This is what `betweenness_centrality` of
    `networkx.algorithms.bipartite` computes, by the algorithm of Ulrik Brandes, "A faster algorithm for betweenness
    centrality", Journal of Mathematical Sociology 25(2), 2001, 163–177, with a level of the search as one sum.

    >>> two_mode_betweenness({"a": "v", "b": "vw", "c": "w"})
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    keys, elements = list(sets), sorted({element for held in sets.values() for element in held})
    number = {element: at for at, element in enumerate(elements, len(keys))}
    near: list[list[int]] = [[number[element] for element in held] for held in sets.values()]
    near += [[] for _ in elements]
    for key in range(len(keys)):
        for element in near[key]:
            near[element].append(key)
    modes = range(len(keys)), range(len(keys), len(near))
    between = [0.0] * len(near)
    for source in range(len(near)):
        _add_ways_from(source, near, modes, between)
    greatest = _greatest(len(keys), len(elements))
    # Each way was found from both of its ends.
    return {key: between[at] / 2 / greatest if greatest else 0.0 for at, key in enumerate(keys)}


def _add_ways_from(source: int, near: list[list[int]], modes: tuple[range, range], between: list[float]) -> None:
    """Add to each node what it is on of the shortest ways from a source.

    Levels are of one mode and the other in turn. `ways` has the number of shortest ways to each node of a level, and
    0 for the others, so that the sum over all that a node is tied to is the sum over those of the level.
    """
    unseen = [set(mode) for mode in modes]
    at = int(source in modes[1])
    unseen[at].remove(source)
    ways = [0] * len(near)
    ways[source] = 1
    levels: list[dict[int, int]] = [{source: 1}]
    while levels[-1]:
        at = 1 - at
        count = ways.__getitem__
        level = {node: number for node in unseen[at] if (number := sum(map(count, near[node])))}
        unseen[at] -= level.keys()
        levels.append(level)
        ways = [0] * len(near)
        for node, number in level.items():
            ways[node] = number
    parts = [0.0] * len(near)
    for level in reversed(levels[1:]):
        part, shares = parts.__getitem__, [0.0] * len(near)
        for node, number in level.items():
            below = number * sum(map(part, near[node]))
            between[node] += below
            shares[node] = (1 + below) / number
        parts = shares


def _greatest(keys: int, elements: int) -> float:
    """The greatest betweenness that one of so many keys can have in a two-mode graph with so many elements."""
    if not elements:
        return 0.0
    s, t = divmod(keys - 1, elements)
    return (elements**2 * (s + 1) ** 2 + elements * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
