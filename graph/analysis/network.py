"""The network of states by shared bodies, or of bodies by shared members: centrality, brokers and communities.

All is computed on the projection of the memberships at one date (`overlap`), except brokerage and bridges, which
need to know through which bodies states are connected and so are computed on the two-mode graph itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from ..errors import InvalidRequest
from ..model.entities import Entity
from .betweenness import betweenness, two_mode_betweenness
from .overlap import Overlap, overlap

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["METHODS", "Actor", "Bridge", "Network", "bridges", "brokerage", "communities", "network"]

METHODS = ("louvain", "greedy")
"""Ways to find communities."""


_FOR_ARRAYS = 200
"""The bridges between so many are found by scipy, if it is installed."""

_ROWS = 256


@dataclass(frozen=True)
class Actor:
    """One state (or body) and its place in the network.

    `degree` is the number of others it shares something with, and `strength` how much it shares with them in sum.
    `betweenness` is from 0 to 1, on the projection; `brokerage` likewise, on the two-mode graph. `community` counts
    from 1, the largest first. `bridges` is the number of pairs of bodies (of states) that it alone joins.

    Degree and betweenness: Linton C. Freeman, "A set of measures of centrality based on betweenness", Sociometry 40(1),
    1977, 35–41, and "Centrality in social networks: conceptual clarification", Social Networks 1(3), 1979, 215–239.
    Strength: Alain Barrat and others, "The architecture of complex weighted networks", PNAS 101(11), 2004, 3747–3752.
    """

    id: str
    degree: int
    strength: int
    betweenness: float
    brokerage: float
    community: int
    bridges: int


@dataclass(frozen=True)
class Bridge:
    """A state that alone is in both of two bodies (or a body that alone has both of two states), all by id."""

    id: str
    a: str
    b: str


@dataclass(frozen=True)
class Network:
    """The network at one date.

    `overlap` is what it was made from; `actors` are its nodes, the greatest brokers first; `communities` the ids of
    each, the largest first, with their `modularity` (None if no two share anything); `bridges` all of them.
    """

    overlap: Overlap
    actors: tuple[Actor, ...]
    communities: tuple[tuple[str, ...], ...]
    modularity: float | None
    bridges: tuple[Bridge, ...]

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """The projection, in which every node has the values of its `Actor` as attributes."""
        projection = self.overlap.to_networkx()
        names = ("degree", "strength", "betweenness", "brokerage", "community", "bridges")
        for actor in self.actors:
            projection.nodes[actor.id].update({name: getattr(actor, name) for name in names})
        return projection

    @property
    def title(self) -> str:
        """What it is a network of, and of when."""
        what, shared = ("states", "bodies") if self.overlap.by == "state" else ("bodies", "members")
        when = "at any time" if str(self.overlap.period) == "any" else f"as of {self.overlap.period}"
        return f"Network of {what} by the {shared} they share, {when}"


def network(
    graph: Graph,
    by: str | None = None,
    as_of: str | None = None,
    among: Sequence[Entity] = (),
    *,
    role: str = "full",
    measure: str = "overlap",
    threshold: float | None = None,
    min_shared: int = 1,
    method: str = "louvain",
    resolution: float = 1.0,
    seed: int = 0,
) -> Network:
    """The network of states by shared bodies, or of bodies by shared members.

    Parameters
    ----------
    graph : Graph
        The graph.
    by : str or None
        "state" or "body"; None: as the entities named are, else "state".
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for ever.
    among : sequence of Entity
        Only these states or bodies; all if empty.
    role : str
        The role of the memberships that count: "full", "associate", "observer" or "any".
    measure : str
        The measure of the threshold.
    threshold : float or None
        The least value of the measure that an edge must have.
    min_shared : int
        The least number that two must share to have an edge. If all states are in one body, all share it, and nobody
        is between them.
    method : str
        How communities are found, one of `METHODS`.
    resolution : float
        Above 1 for more and smaller communities, below 1 for fewer.
    seed : int
        The seed of Louvain's method.

    Returns
    -------
    Network

    Raises
    ------
    InvalidRequest
        If the entities cannot be compared, or a measure, role, date or method is none.

    Notes
    -----
    Betweenness counts shortest paths on the projection, where an edge is the shorter the more its ends share (length
    1 / shared), as in M. E. J. Newman, "Scientific collaboration networks. II", Physical Review E 64, 2001, 016132.

    >>> import blocs
    >>> found = network(blocs.load())
    >>> [len(community) for community in found.communities]
    [6, 6]
    """
    found = overlap(
        graph, by, as_of, among, role=role, measure=measure, threshold=threshold, min_shared=max(1, min_shared)
    )
    projection = found.ties()
    between = betweenness(projection)
    brokers, alone = brokerage(found), bridges(found)
    ids = found.ordered()
    groups = _named(_parts(projection, method, resolution, seed), ids)
    place = {node: number for number, group in enumerate(groups, 1) for node in group}
    joined = Counter(bridge.id for bridge in alone)
    actors = [
        Actor(
            id_,
            projection.degree(node),
            projection.degree(node, weight="weight"),
            between[node],
            brokers[id_],
            place[id_],
            joined[id_],
        )
        for node, id_ in enumerate(ids)
    ]
    actors.sort(key=lambda actor: (-actor.brokerage, -actor.betweenness, -actor.strength, actor.id))
    modularity = None
    if projection.number_of_edges():
        numbers = {id_: node for node, id_ in enumerate(ids)}
        numbered = ({numbers[id_] for id_ in group} for group in groups)
        modularity = nx.community.modularity(projection, numbered, resolution=resolution)
    return Network(found, tuple(actors), groups, modularity, alone)


def communities(
    projection: nx.Graph[str], *, method: str = "louvain", resolution: float = 1.0, seed: int = 0
) -> tuple[tuple[str, ...], ...]:
    """Groups whose members share more with one another than with the rest, by modularity weighted by what is shared.

    Parameters
    ----------
    projection : networkx.Graph
        The network, with `weight` on its edges.
    method : str
        "louvain" or "greedy".
    resolution : float
        Above 1 for more and smaller groups, below 1 for fewer.
    seed : int
        The seed of Louvain's method, which decides between equal choices by chance.

    Returns
    -------
    tuple of tuple of str
        The groups, the largest first, each sorted; a node without an edge is a group of its own.

    Raises
    ------
    InvalidRequest
        If there is no such method, or the resolution is not above 0.

    References
    ----------
    Louvain: Vincent D. Blondel and others, "Fast unfolding of communities in large networks", Journal of Statistical
    Mechanics, 2008, P10008. Greedy: Aaron Clauset, M. E. J. Newman and Cristopher Moore, "Finding community structure
    in very large networks", Physical Review E 70, 2004, 066111.

    >>> two = nx.Graph([("a", "b", {"weight": 3}), ("b", "c", {"weight": 1}), ("c", "d", {"weight": 3})])
    >>> communities(two), communities(two, method="greedy")
    ((('a', 'b'), ('c', 'd')), (('a', 'b'), ('c', 'd')))
    """
    names = sorted(projection)
    # By number: the order of sets of names changes from one run to the next, and with it the choice between equals.
    numbers = {name: number for number, name in enumerate(names)}
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(names)))
    edges = sorted(
        (min(numbers[a], numbers[b]), max(numbers[a], numbers[b]), data["weight"])
        for a, b, data in projection.edges(data=True)
    )
    plain.add_weighted_edges_from(edges)
    return _named(_parts(plain, method, resolution, seed), names)


def _parts(plain: nx.Graph[int], method: str, resolution: float, seed: int) -> Iterable[Collection[int]]:
    """The same of numbered nodes, whose edges are in the order of the numbers."""
    if method not in METHODS:
        raise InvalidRequest(f"unknown method {method!r}; use one of: {' '.join(METHODS)}")
    if resolution <= 0:
        raise InvalidRequest(f"the resolution must be above 0, and {resolution:g} is not")
    parts: Iterable[Collection[int]]
    if not plain.number_of_edges():
        parts = [(node,) for node in plain]
    elif method == "louvain":
        parts = nx.community.louvain_communities(plain, weight="weight", resolution=resolution, seed=seed)
    else:
        parts = nx.community.greedy_modularity_communities(plain, weight="weight", resolution=resolution)
    return parts


def _named(parts: Iterable[Collection[int]], names: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """Groups of numbers as groups of names, the largest first."""
    groups = [tuple(sorted(names[number] for number in part)) for part in parts]
    return tuple(sorted(groups, key=lambda group: (-len(group), group)))


def brokerage(found: Overlap) -> dict[str, float]:
    """Betweenness on the two-mode graph: how far a state stands between bodies, and so between other states.

    A state is a broker if the shortest paths between bodies go through it. Unlike betweenness on the projection this is
    not 0 for all if one body has everybody.

    Parameters
    ----------
    found : Overlap
        What each state is in, or who is in each body.

    Returns
    -------
    dict of str to float
        By id, from 0 to 1, normalized for two modes as `two_mode_betweenness` does.

    References
    ----------
    Katherine Faust, "Centrality in affiliation networks", Social Networks 19(2), 1997, 157–191; Stephen P. Borgatti and
    Daniel S. Halgin, "Analyzing affiliation networks", in The SAGE Handbook of Social Network Analysis, 2011.

    >>> import blocs
    >>> values = brokerage(blocs.load().overlap())
    >>> values["georgia"] > values["armenia"] > values["turkmenistan"]
    True
    """
    return two_mode_betweenness({id_: found.ids_of(id_) for id_ in found.sets})


def bridges(found: Overlap) -> tuple[Bridge, ...]:
    """The pairs of bodies that share one state only, with that state; or of states, with the only body they share.

    Without that state, the two bodies would share nothing.

    Parameters
    ----------
    found : Overlap
        What each state is in, or who is in each body.

    Returns
    -------
    tuple of Bridge
        In the order of their ids.

    References
    ----------
    Local bridges: Mark S. Granovetter, "The strength of
    weak ties", American Journal of Sociology 78(6), 1973, 1360–1380; for groups that share members: Ronald L. Breiger,
    "The duality of persons and groups", Social Forces 53(2), 1974, 181–190.

    >>> import blocs
    >>> bridges(blocs.load().overlap())
    ()
    """
    by_arrays = _bridges_by_arrays(found) if len(found.others) >= _FOR_ARRAYS else None
    return _bridges_one_by_one(found) if by_arrays is None else by_arrays


def _bridges_by_arrays(found: Overlap) -> tuple[Bridge, ...] | None:
    """The same by products of matrices: how many each two share, and the sum of their numbers; None without scipy."""
    try:
        import numpy as np
        from scipy.sparse import csr_array
    except ImportError:
        return None
    ids, things = sorted(found.sets), sorted(found.others)
    place = {thing: at for at, thing in enumerate(things)}
    held = [[place[thing] for thing in found.ids_of(id_)] for id_ in ids]
    ends, those = np.cumsum([0, *map(len, held)]), np.array([at for places in held for at in places], dtype=np.int32)
    matrix = csr_array((np.ones(len(those), dtype=np.int64), those, ends), shape=(len(ids), len(things)))
    numbered = csr_array((np.repeat(np.arange(len(ids)), np.diff(ends)), those, ends), shape=matrix.shape)
    of_things, numbers_of = matrix.T.tocsr(), numbered.T.tocsr()
    parts = [np.empty((3, 0), dtype=np.int64)]
    for begin in range(0, len(things), _ROWS):
        rows = slice(begin, begin + _ROWS)
        a, b = np.nonzero(np.triu((of_things[rows] @ matrix).toarray() == 1, begin + 1))
        parts.append(np.stack([(numbers_of[rows] @ matrix).toarray()[a, b], a + begin, b]))
    who, a, b = np.concatenate(parts, axis=1)
    order = np.lexsort((b, a, who))
    columns = zip(who[order].tolist(), a[order].tolist(), b[order].tolist(), strict=True)
    return tuple([Bridge(ids[one], things[first], things[second]) for one, first, second in columns])


def _bridges_one_by_one(found: Overlap) -> tuple[Bridge, ...]:
    joined: dict[tuple[str, str], str | None] = {}
    for id_ in found.sets:
        for pair in combinations(sorted(found.set_of(id_)), 2):
            joined[pair] = None if pair in joined else id_
    alone = (Bridge(id_, *pair) for pair, id_ in joined.items() if id_)
    return tuple(sorted(alone, key=lambda bridge: (bridge.id, bridge.a, bridge.b)))
