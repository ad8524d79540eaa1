"""Betweenness, exactly, on the dense graphs that shared memberships make.

Nearly every state shares something with nearly every other, so that a search from each of them looks at all edges. The
algorithm is that of networkx too: Ulrik Brandes, "A faster algorithm for betweenness centrality", Journal of
Mathematical Sociology 25(2), 2001, 163–177. It runs over numbered nodes and whole numbers, in a fifth of the time, and
of many nodes by scipy, with the same sums in the same order. The tests hold it against networkx.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping
from heapq import heappop, heappush
from math import inf, lcm
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["betweenness", "two_mode_betweenness"]

Node = TypeVar("Node", bound=Hashable)


def betweenness(projection: nx.Graph[Node]) -> dict[Node, float]:
    """How many of the shortest paths between others each node is on, where an edge is 1 / `weight` long.

    Parameters
    ----------
    projection : networkx.Graph
        The network; the weights of its edges are whole numbers above 0.

    Returns
    -------
    dict of str to float
        By node, from 0 to 1.

    Notes
    -----
    Lengths are whole numbers too (a common multiple of the weights, divided by the weight): paths of the same length
    count as the same, whatever the rounding of their sum.

    >>> import networkx as nx
    >>> edges = [("a", "b", {"weight": 4}), ("b", "c", {"weight": 4}), ("a", "c", {"weight": 1})]
    >>> betweenness(nx.Graph(edges))
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    between = _by_arrays(projection) if len(projection) >= _FOR_ARRAYS else None
    between = between or _one_by_one(projection)
    pairs = (len(projection) - 1) * (len(projection) - 2)  # of others, each in both directions
    return {node: through / pairs if pairs > 0 else 0.0 for node, through in zip(projection, between, strict=True)}


_FOR_ARRAYS = 200
"""The searches from so many nodes are made by scipy, if it is installed."""

_SOURCES, _ALL_AT_ONCE = 64, 4000
"""Of so many the distances are held at once; or of all, if there are no more than so many (128 MB)."""

_EXACT = 2**53
"""Below, whole numbers are exact as floats."""


def _one_by_one(projection: nx.Graph[Node]) -> list[float]:
    """How much of the shortest paths between others goes through each node, in both directions."""
    number = {node: at for at, node in enumerate(projection)}
    weights = [{number[end]: int(edge["weight"]) for end, edge in edges.items()} for edges in projection.adj.values()]
    whole = lcm(*{weight for edges in weights for weight in edges.values()})
    lengths = _without_detours([{end: whole // weight for end, weight in edges.items()} for edges in weights])
    near = [[(other, 1 / weights[at][other], length) for other, length in edges] for at, edges in enumerate(lengths)]
    between = [0.0] * len(near)
    for source in range(len(near)):
        order, ways, before = _nearest_first(source, near)
        below = [0.0] * len(near)
        for node in reversed(order[1:]):
            between[node] += below[node]
            share = (1 + below[node]) / ways[node]
            for last in before[node]:
                below[last] += ways[last] * share
    return between


def _by_arrays(projection: nx.Graph[Node]) -> list[float] | None:
    """The same, to the last digit: nodes that are equally far are looked at together, and sums made in the same order.

    None without scipy, or where lengths are larger or paths more than a float can count.
    """
    try:
        import numpy as np
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import dijkstra
    except ImportError:
        return None
    count = len(projection)
    number = {node: at for at, node in enumerate(projection)}
    near = projection.adj.values()
    tails = np.repeat(np.arange(count), [len(edges) for edges in near])
    heads = np.fromiter((number[end] for edges in near for end in edges), np.intp, len(tails))
    weights = np.fromiter((edge["weight"] for edges in near for edge in edges.values()), np.int64, len(tails))
    whole = lcm(*set(weights.tolist()))
    if whole * count >= _EXACT:
        return None
    lengths = (whole // weights).astype(np.float64)
    kept = _no_detours(tails, heads, lengths, count)
    tails, heads, lengths = tails[kept], heads[kept], lengths[kept]
    # The dijkstra of scipy 1.12 takes no longer indices.
    graph = csr_array((lengths, (tails.astype(np.int32), heads.astype(np.int32))), shape=(count, count))
    between, step = np.zeros(count), count if count <= _ALL_AT_ONCE else _SOURCES
    for begin in range(0, count, step):
        sources = range(begin, min(begin + step, count))
        distances = dijkstra(graph, indices=sources)
        if step == count:
            # Of dense networks most edges are detours: they are on no shortest path, not even on that of their ends.
            direct = np.flatnonzero(distances[tails, heads] == lengths)
            tails, heads, lengths = tails[direct], heads[direct], lengths[direct]
        for source, far in zip(sources, distances, strict=True):
            below = _below(source, far, tails, heads, lengths)
            if below is None:
                return None
            between += below
    return between.tolist()


def _below(source: int, far: Any, tails: Any, heads: Any, lengths: Any) -> Any:
    """How much of the paths from a source goes through each node, from how far all are; None if they are too many."""
    import numpy as np

    count = len(far)
    on_path = np.flatnonzero((far[tails] + lengths == far[heads]) & np.isfinite(far[heads]))
    first, last = tails[on_path], heads[on_path]
    order = np.lexsort((np.arange(count), far))
    place = np.empty(count, dtype=np.intp)
    place[order] = np.arange(count)
    steps = np.lexsort((place[first], place[last]))
    first, last = first[steps], last[steps]
    ends = np.flatnonzero(np.diff(far[last], append=np.inf)) + 1
    levels = [slice(begin, end) for begin, end in zip([0, *ends.tolist()], ends.tolist(), strict=False)]
    ways, below = np.zeros(count), np.zeros(count)
    ways[source] = 1
    for level in levels:
        np.add.at(ways, last[level], ways[first[level]])
    if ways.max() >= _EXACT:
        return None
    for level in reversed(levels):
        one, other = first[level][::-1], last[level][::-1]
        np.add.at(below, one, ways[one] * ((1 + below[other]) / ways[other]))
    below[source] = 0
    return below


_HUBS = 16


def _no_detours(tails: Any, heads: Any, lengths: Any, count: int) -> Any:
    """Which edges are not longer than a way through one of the best connected nodes; see `_without_detours`."""
    import numpy as np

    kept = np.full(len(tails), True)
    for hub in np.argsort(-np.bincount(tails, 1 / lengths, count), kind="stable")[:_HUBS].tolist():
        from_hub, far = tails == hub, np.full(count, np.inf)
        far[heads[from_hub]] = lengths[from_hub]
        kept &= ~(far[tails] + far[heads] < lengths)
    return np.flatnonzero(kept)


def _without_detours(lengths: list[dict[int, int]]) -> list[list[tuple[int, int]]]:
    """The edges of each node, without those that are longer than a way through one of the best connected nodes.

    They are on no shortest path, and where some share much with all others they are most edges.
    """
    by_reach = sorted(
        range(len(lengths)), key=lambda node: (-sum(1 / length for length in lengths[node].values()), node)
    )
    hubs = [lengths[node] for node in by_reach[:_HUBS]]
    through = [[(hub, hub[node]) for hub in hubs if node in hub] for node in range(len(lengths))]
    return [
        [
            (neighbour, length)
            for neighbour, length in edges.items()
            if not any(neighbour in hub and first + hub[neighbour] < length for hub, first in through[node])
        ]
        for node, edges in enumerate(lengths)
    ]


_ROUNDED = 1 + 1e-9
"""More than sums of millions of lengths are rounded by."""


def _nearest_first(
    source: int, near: list[list[tuple[int, float, int]]]
) -> tuple[list[int], list[int], list[list[int]]]:
    """What can be reached, the nearest first; the number of shortest paths to each, and the last nodes on them.

    Each edge has its length as a float and as a whole number, which may have a hundred digits: these are added only
    where the floats do not tell that a way is longer.
    """
    length: list[float] = [inf] * len(near)
    most = [inf] * len(near)  # the same as a float, and a little more
    ways = [0] * len(near)
    before: list[list[int]] = [[] for _ in near]
    length[source], most[source], ways[source] = 0, 0.0, 1
    order, done, heap = [], [False] * len(near), [(0, source)]
    while heap:
        so_far, node = heappop(heap)
        if done[node]:
            continue
        done[node] = True
        order.append(node)
        count, about = ways[node], most[node] / _ROUNDED
        for neighbour, far, further in near[node]:
            if about + far > most[neighbour]:
                continue
            total = so_far + further
            if total < length[neighbour]:
                length[neighbour], ways[neighbour], before[neighbour] = total, count, [node]
                most[neighbour] = (about + far) * _ROUNDED
                heappush(heap, (total, neighbour))
            elif total == length[neighbour]:
                ways[neighbour] += count
                before[neighbour].append(node)
    return order, ways, before


def two_mode_betweenness(sets: Mapping[str, Collection[str]]) -> dict[str, float]:
    """How many of the shortest paths between all keys and elements each key is on; a key is joined to its elements.

    Parameters
    ----------
    sets : mapping of str to collection of str
        The elements of each key.

    Returns
    -------
    dict of str to float
        By key, from 0 to 1: divided by the greatest value that one of so many keys can have with so many elements.

    Notes
    -----
    This is what `betweenness_centrality` of `networkx.algorithms.bipartite` computes; a level of the search is one sum.

    References
    ----------
    Stephen P. Borgatti and Daniel S. Halgin, "Analyzing affiliation networks", in The SAGE Handbook of Social Network
    Analysis, 2011.

    >>> two_mode_betweenness({"a": "v", "b": "vw", "c": "w"})
    {'a': 0.0, 'b': 1.0, 'c': 0.0}
    """
    keys, elements = list(sets), sorted({element for held in sets.values() for element in held})
    number = {element: at for at, element in enumerate(elements, len(keys))}
    # In one order, so that rounding is the same in every run and from every engine.
    near: list[list[int]] = [sorted(number[element] for element in held) for held in sets.values()]
    near += [[] for _ in elements]
    for key in range(len(keys)):
        for element in near[key]:
            near[element].append(key)
    many = _two_modes_by_arrays(near, len(keys)) if len(near) >= _FOR_ARRAYS else None
    between = many or _two_modes_one_by_one(near, len(keys))
    greatest = _greatest(len(keys), len(elements))
    # Each path was found from both of its ends.
    return {key: between[at] / 2 / greatest if greatest else 0.0 for at, key in enumerate(keys)}


def _two_modes_one_by_one(near: list[list[int]], keys: int) -> list[float]:
    """How much of the shortest paths between others goes through each node, in both directions; keys come first."""
    bits = [sum(1 << at for at in neighbours) for neighbours in near]
    modes = range(keys), range(keys, len(near))
    between = [0.0] * len(near)
    for source in range(len(near)):
        _add_ways_from(source, near, bits, modes, between)
    return between


def _two_modes_by_arrays(near: list[list[int]], keys: int) -> list[float] | None:
    """The same for many sources at once: a level is a product with the matrix of keys and elements, or its transpose.

    None without scipy, or where there are more paths than a float can count.
    """
    try:
        import numpy as np
        from scipy.sparse import csr_array
    except ImportError:
        return None
    ends = np.cumsum([0, *(len(elements) for elements in near[:keys])])
    those = np.array([element - keys for elements in near[:keys] for element in elements], dtype=np.int32)
    of_keys = csr_array((np.ones(len(those)), those, ends), shape=(keys, len(near) - keys))
    to_mode = of_keys, of_keys.T.tocsr()  # from elements to keys, and from keys to elements
    between = np.zeros(keys), np.zeros(len(near) - keys)
    for mode in (0, 1):
        for begin in range(0, len(between[mode]), _SOURCES):
            sources = np.arange(begin, min(begin + _SOURCES, len(between[mode])))
            levels = _levels(sources, mode, to_mode)
            if any(ways.max(initial=0) >= _EXACT for ways in levels):
                return None
            for source_by_source, sums in zip(_below_in_modes(levels, mode, to_mode), between, strict=True):
                for below in source_by_source.T:
                    sums += below
    return [*between[0].tolist(), *between[1].tolist()]


def _levels(sources: Any, mode: int, to_mode: Any) -> list[Any]:
    """The number of shortest paths from each source (a column) to each node, level by level, of the modes in turn."""
    import numpy as np

    ways = np.zeros((to_mode[mode].shape[0], len(sources)))
    ways[sources, np.arange(len(sources))] = 1
    levels = [ways]
    unseen = [np.ones((matrix.shape[0], len(sources)), dtype=bool) for matrix in to_mode]
    while ways.any():
        unseen[mode] &= ways == 0
        mode = 1 - mode
        ways = np.where(unseen[mode], to_mode[mode] @ ways, 0)
        levels.append(ways)
    return levels[:-1]


def _below_in_modes(levels: list[Any], mode: int, to_mode: Any) -> list[Any]:
    """How much of the paths from each source goes through each node, of both modes; the sources are of one."""
    import numpy as np

    found = [np.zeros((matrix.shape[0], levels[0].shape[1])) for matrix in to_mode]
    parts = None
    for number in range(len(levels) - 1, 0, -1):
        ways, at = levels[number], (mode + number) % 2
        there = ways > 0
        below = np.zeros_like(ways) if parts is None else np.where(there, ways * (to_mode[at] @ parts), 0)
        found[at] += below
        parts = np.divide(1 + below, ways, out=np.zeros_like(ways), where=there)
    return found


def _add_ways_from(
    source: int, near: list[list[int]], bits: list[int], modes: tuple[range, range], between: list[float]
) -> None:
    """Add to each node its part of the shortest paths from a source.

    Levels are of one mode and the other in turn. To the neighbours of the source there is one path each, and to theirs
    as many as they share neighbours with it. Beyond, `ways` has the number of paths to each node of a level, and 0 for
    the others, so that the sum over all neighbours of a node is the sum over those of the level.
    """
    unseen = [set(mode) for mode in modes]
    at, own = int(source in modes[1]), bits[source]
    unseen[at].remove(source)
    unseen[1 - at].difference_update(near[source])
    levels: list[dict[int, int]] = [{source: 1}, dict.fromkeys(near[source], 1)]
    level = {node: number for node in unseen[at] if (number := (own & bits[node]).bit_count())}
    while level:
        unseen[at] -= level.keys()
        levels.append(level)
        ways = [0] * len(near)
        for node, number in level.items():
            ways[node] = number
        at, count = 1 - at, ways.__getitem__
        level = {node: number for node in unseen[at] if (number := sum(map(count, near[node])))}
    parts, held = [0.0] * len(near), 0
    for level in reversed(levels[1:]):
        part, shares = parts.__getitem__, [0.0] * len(near)
        for node, number in level.items():
            below = number * sum(map(part, near[node])) if bits[node] & held else 0.0
            between[node] += below
            shares[node] = (1 + below) / number
        parts, held = shares, sum(1 << node for node in level)


def _greatest(keys: int, elements: int) -> float:
    """The greatest betweenness that one of so many keys can have in a two-mode graph with so many elements."""
    if not elements:
        return 0.0
    s, t = divmod(keys - 1, elements)
    return (elements**2 * (s + 1) ** 2 + elements * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
