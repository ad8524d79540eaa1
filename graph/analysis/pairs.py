"""What a comparison finds: pairs of states or bodies with what they share, and what that rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import compress
from typing import TYPE_CHECKING, Any, NamedTuple

from ..model.dates import Period
from ..model.entities import Entity
from ..model.evidence import Grounds
from ..model.membership import denials, read_memberships
from .measures import MEASURES, Measured
from .similar_pairs import Threshold, ones, similar_pairs, similar_to
from .two_mode import BODIES, MEMBERS, add_entity, bipartite_graph, node_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas

    from ..model.graph import Graph
    from .pair_columns import PairColumns

__all__ = ["Intersection", "Overlap", "Pair", "Support"]

_SHOWN, _SIDE = "jaccard", 40
"""The measure of a matrix in a notebook, and its rows and columns."""


class Pair(NamedTuple):
    """Two states, or two bodies, and how much they share.

    `a` and `b` are ids, `shared` and `union` counts, the rest the measures of `measures` (None if not
    defined), and `shared_ids` what they share, by id.
    """

    a: str
    b: str
    shared: int
    union: int
    jaccard: float | None
    overlap: float | None
    kappa: float | None
    pi: float | None
    s: float | None
    shared_ids: tuple[str, ...]

    def measure(self, name: str) -> float | None:
        """The value of the measure with this name."""
        value: float | None = getattr(self, name)
        return value


@dataclass(frozen=True)
class Support:
    """One fact that an overlap rests on: a membership, or (`denied`) that the source says there is none."""

    member: str
    body: str
    denied: bool
    grounds: Grounds


@dataclass(frozen=True)
class Intersection:
    """What is in exactly these sets and in no other of those compared: the ids of the sets and of what is in them."""

    sets: tuple[str, ...]
    ids: tuple[str, ...]


_NARROW = 1000
_AS_TRUTH = bytes(sign == ord("1") for sign in range(256))


@dataclass(frozen=True)
class Overlap:
    """The overlap of states' memberships or of bodies' members.

    `by` is "state" or "body"; `period` and `role` say which memberships count; `universe` is how many bodies (or
    states) there are to share. `sets` has for the id of each that is compared a bit for each of the `others` (bodies
    or members, by id) that it shares, the first as the highest bit. `named` are the ids of those asked for by name;
    `left_out` those that are in nothing (bodies without members) and were not. `entities` are all of these by id. A
    pair must reach the `threshold` of `measure` and share at least `min_shared`.
    """

    by: str
    period: Period
    role: str
    universe: int
    sets: Mapping[str, int]
    others: Sequence[str]
    named: tuple[str, ...]
    left_out: tuple[str, ...]
    entities: Mapping[str, Entity] = field(repr=False)
    measure: str
    threshold: float | None
    min_shared: int
    graph: Graph = field(repr=False, compare=False)

    def set_of(self, entity_id: str) -> frozenset[str]:
        """The ids of a state's bodies, or of a body's members."""
        return frozenset(self.ids_of(entity_id))

    def ids_of(self, entity_id: str) -> tuple[str, ...]:
        """The same ids in order."""
        return self._ids(self.sets[entity_id])

    def _ids(self, bits: int) -> tuple[str, ...]:
        width = len(self.others)
        if width > _NARROW:
            return tuple([self.others[at] for at in ones(bits, width)])
        # Of a few hundred, to look at each is faster than to look for those that are there.
        return tuple(compress(self.others, f"{bits:0{width}b}".encode().translate(_AS_TRUTH)))

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs that reach the threshold, `a` before `b` by id; without one also those that share nothing."""
        return tuple(self.each_pair())

    def each_pair(self, key: Callable[[str], Any] = str, *, listed: bool = True) -> Iterator[Pair]:
        """The same pairs one at a time, however many there are, in the order that `key` gives their ids.

        If they need not be `listed`, `shared_ids` are left empty, which is faster.
        """
        ids = self.ordered(key)
        sets = [self.sets[id_] for id_ in ids]
        measured = Measured(tuple(MEASURES), self.universe)
        for i, j, both in self._places(ids):
            only_a, only_b = sets[i].bit_count() - both, sets[j].bit_count() - both
            shared_ids = self._ids(sets[i] & sets[j]) if listed else ()
            yield Pair._make((ids[i], ids[j], *measured.values(both, only_a, only_b), shared_ids))

    def in_columns(self, key: Callable[[str], Any] = str) -> Iterator[PairColumns]:
        """The same pairs as columns, some at a time: with numpy the fastest way to millions of them.

        Their places are those in `ordered(key)`.
        """
        from .pair_columns import pair_columns

        ids = self.ordered(key)
        place = ids.index(self.named[0]) if len(self.named) == 1 else None
        return pair_columns([self.sets[id_] for id_ in ids], self.reach, place, len(self.others))

    def ordered(self, key: Callable[[str], Any] = str) -> list[str]:
        """The ids of what is compared, in the order that `key` gives them."""
        return sorted(self.sets, key=key)

    @property
    def reach(self) -> Threshold:
        """What a pair has to reach."""
        return Threshold(self.universe, MEASURES[self.measure], self.threshold, self.min_shared)

    @cached_property
    def two_mode(self) -> nx.Graph[str]:
        """The two-mode graph, with all states and bodies; see `two_mode.bipartite_graph`."""
        among = [self.entities[name] for name in self.named] if len(self.named) > 1 else []
        return bipartite_graph(self.graph, str(self.period), self.role, among)

    @property
    def nodes(self) -> dict[str, str]:
        """The node in the two-mode graph of each id that is compared."""
        return {id_: node_of(self.entities[id_], self.by) for id_ in self.sets}

    def to_networkx(self) -> nx.Graph[str]:
        """The projection: what was compared, with an edge between two that share something.

        Edges have every measure as an attribute (None if it is not defined), `shared_ids`, and `weight`, which is the
        number shared. Only pairs in `pairs` have one: a threshold thins the projection.

        Returns
        -------
        networkx.Graph

        >>> import blocs
        >>> blocs.load().overlap().to_networkx()["armenia"]["belarus"]["weight"]
        3
        """
        import networkx as nx

        projected: nx.Graph[str] = nx.Graph()
        for id_ in self.sets:
            add_entity(projected, id_, self.entities[id_], MEMBERS if self.by == "state" else BODIES)
        for pair in self.pairs:
            if pair.shared:
                columns = {name: pair.measure(name) for name in MEASURES}
                projected.add_edge(pair.a, pair.b, weight=pair.shared, **columns, shared_ids=list(pair.shared_ids))
        return projected

    def ties(self) -> nx.Graph[int]:
        """The projection with nothing but `weight` on its edges: of millions the rest would take gigabytes.

        Returns
        -------
        networkx.Graph
            Its nodes are the places of what is compared in `ordered()`.
        """
        import networkx as nx

        tied: nx.Graph[int] = nx.Graph()
        tied.add_nodes_from(range(len(self.sets)))
        tied.add_weighted_edges_from((a, b, both) for a, b, both in self._places(self.ordered()) if both)
        return tied

    def _places(self, ids: Sequence[str]) -> Iterator[tuple[int, int, int]]:
        """The pairs by the places of both among the ids, and the number that they share."""
        sets = [self.sets[id_] for id_ in ids]
        if len(self.named) == 1:
            return similar_to(ids.index(self.named[0]), sets, self.reach)
        return similar_pairs(sets, self.reach)

    def to_pandas(self) -> pandas.DataFrame:
        """The pairs as a data frame, one a row, with the columns of `Pair`.

        Returns
        -------
        pandas.DataFrame

        Raises
        ------
        OperationFailed
            If pandas is not installed.
        """
        from ..tables import frame

        columns = ("a", "b", *MEASURES, "shared_ids")
        rows = ({name: getattr(pair, name) for name in columns} for pair in self.pairs)
        return frame(rows, columns)

    def _repr_html_(self) -> str:
        from ..tables import html_matrix

        ids = self.seriated(_SHOWN, _SIDE)
        values = {frozenset((pair.a, pair.b)): pair.measure(_SHOWN) for pair in self.pairs}
        some = f" The {len(ids)} with the most of {len(self.sets)}." if len(ids) < len(self.sets) else ""
        cells = [[None if a == b else values.get(frozenset((a, b))) for b in ids] for a in ids]
        return html_matrix([self.entities[id_].short for id_ in ids], cells, f"{_SHOWN}, as of {self.period}.{some}")

    def intersections(self) -> list[Intersection]:
        """What is in exactly which of the sets compared, the largest intersection first: the bars of an UpSet plot.

        Each member of the bodies compared (or body of the states) is in one intersection, so that their sizes add up.

        Lex et al. 2014, "UpSet: Visualization of Intersecting Sets", IEEE TVCG 20(12), doi:10.1109/TVCG.2014.2346248.

        Returns
        -------
        list of Intersection

        >>> import blocs
        >>> [(found.sets, len(found.ids)) for found in blocs.load().overlap(by="body").intersections()]
        [(('cis', 'cis-dmc', 'cst'), 6), (('cis', 'cis-dmc', 'guuam'), 5), (('cis', 'cis-dmc'), 1)]
        """
        holders: dict[str, list[str]] = {}
        for id_ in sorted(self.sets):
            for element in self.set_of(id_):
                holders.setdefault(element, []).append(id_)
        found: dict[tuple[str, ...], list[str]] = {}
        for element in sorted(holders):
            found.setdefault(tuple(holders[element]), []).append(element)
        ordered = sorted(found.items(), key=lambda item: (-len(item[1]), len(item[0]), item[0]))
        return [Intersection(sets, tuple(ids)) for sets, ids in ordered]

    def seriated(self, measure: str, most: int | None = None) -> list[str]:
        """The ids compared, each after the one that it is most similar to, so that a matrix shows blocks.

        Parameters
        ----------
        measure : str
            The measure of similarity.
        most : int or None
            How many to give at most: those in the most bodies (or with the most members); None for all.

        Returns
        -------
        list of str

        >>> import blocs
        >>> blocs.load().overlap().seriated("jaccard")[:7]
        ['armenia', 'belarus', 'kazakhstan', 'kyrgyzstan', 'russia', 'tajikistan', 'turkmenistan']
        """
        left = sorted(self.sets, key=lambda id_: (-self.sets[id_].bit_count(), id_))[:most]
        value = {frozenset((pair.a, pair.b)): pair.measure(measure) for pair in self.pairs}
        chain = left[:1]
        left = left[1:]
        while left:
            # Of equals the first: those in the most come first.
            nearest = max(left, key=lambda id_: value.get(frozenset((chain[-1], id_))) or 0.0)
            left.remove(nearest)
            chain.append(nearest)
        return chain

    def evidence(self, graph: Graph, pairs: Sequence[Pair]) -> dict[tuple[str, str], list[Support]]:
        """What each pair rests on: the memberships it shares, with their quotes, and what is denied of it.

        Parameters
        ----------
        graph : Graph
            The graph that was compared.
        pairs : sequence of Pair
            The pairs.

        Returns
        -------
        dict of tuple to list of Support
            By the ids of a pair; of one that shares nothing, all memberships of both.
        """
        wanted = sorted({end for pair in pairs for end in (pair.a, pair.b)})
        compared = [self.entities[id_] for id_ in wanted]
        others = [self.entities[id_] for id_ in sorted({shared for id_ in wanted for shared in self.set_of(id_)})]
        members, bodies = (compared, others) if self.by == "state" else (others, compared)
        by_iri, found = graph.names.by_iri, dict[str, list[Support]]()
        spans = read_memberships(graph.source, self.period, members, bodies, self.role)
        for denied, facts in ((False, spans), (True, denials(graph.source, self.period, members, bodies))):
            for span in facts:
                support = Support(by_iri[span.member].id, by_iri[span.body].id, denied, span.grounds)
                found.setdefault(support.member if self.by == "state" else support.body, []).append(support)
        return {(pair.a, pair.b): self._supports(pair, found) for pair in pairs}

    def _supports(self, pair: Pair, found: Mapping[str, Sequence[Support]]) -> list[Support]:
        theirs = self.set_of(pair.a) | self.set_of(pair.b)
        shown = frozenset(pair.shared_ids) or theirs
        supports = [support for end in (pair.a, pair.b) for support in found.get(end, ())]

        def about(support: Support) -> str:
            return support.body if self.by == "state" else support.member

        kept = [support for support in supports if about(support) in (theirs if support.denied else shown)]
        return sorted(kept, key=lambda support: (support.denied, support.body, support.member))
