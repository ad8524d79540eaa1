"""Overlap: how many bodies two states share, and how many members two bodies share.

Members and bodies make a two-mode graph (`bipartite_graph`). States tied by the bodies they share, or bodies
tied by their members, are its projections (`Overlap.to_networkx`). Both are plain networkx graphs. The measures
stand in `measures`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

import networkx as nx
from networkx.algorithms import bipartite

from .dates import Period
from .entities import Entity
from .errors import AskedWrongly
from .evidence import Grounds, weakest
from .measures import MEASURES, counts_of, measures_named
from .membership import ROLES, denials, membership_rows, participants, read_memberships

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph

__all__ = ["BY", "Overlap", "Pair", "Support", "bipartite_graph", "overlap"]

BY = ("state", "body")
"""What is compared: states by their bodies, or bodies by their members."""

MEMBERS, BODIES = 0, 1
"""The two modes of the graph: the values of the node attribute `bipartite`, as networkx has it."""


def bipartite_graph(
    graph: KnowledgeGraph, as_of: str | None = None, role: str = "full", among: Sequence[Entity] = ()
) -> nx.Graph[str]:
    """The two-mode graph of members and bodies.

    A node is an entity's id and has `bipartite` (0: a state or whatever else is a member; 1: a body), `label`, `kind`
    and `iri`. An edge is a membership and has `basis`, `role`, `start` and `end` (dates as written, "" where none
    is given). All states and bodies of the graph are nodes, also those without an edge. A body that is a member
    of another one is two nodes; as a member it is called "ID (member)", and `id` is the attribute to rely on.

    Parameters: a date or period (`None`: the dataset's own date, "any": ever), a role ("full", "associate",
    "observer", "any"), the members or the bodies whose memberships are read (all where there are none).

    >>> import blocs
    >>> two_mode = bipartite_graph(blocs.load())
    >>> sorted(two_mode["armenia"])
    ['cis', 'cis-dmc', 'cst']
    """
    if role not in (*ROLES, "any"):
        raise AskedWrongly(f"no role is called {role!r}; use one of: {' '.join(ROLES)} any")
    by_iri = graph.names.by_iri
    two_mode: nx.Graph[str] = nx.Graph()
    for entity in graph.names.entities:
        if entity.kind in ("state", "body"):
            _add(two_mode, entity.id, entity, MEMBERS if entity.kind == "state" else BODIES)
    for member_iri, body_iri, edge in _edges(graph, graph.period(as_of), role, among):
        member, body = by_iri.get(member_iri), by_iri.get(body_iri)
        if member is None or body is None:
            continue
        head, tail = body.id, member.id if member.kind != "body" else f"{member.id} (member)"
        _add(two_mode, head, body, BODIES)
        _add(two_mode, tail, member, MEMBERS)
        if two_mode.has_edge(tail, head):
            edge = _joined(two_mode.edges[tail, head], edge)
        two_mode.add_edge(tail, head, **edge)
    return two_mode


def _edges(
    graph: KnowledgeGraph, period: Period, role: str, among: Sequence[Entity]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    if not among:
        yield from membership_rows(graph.source, period, role)
        return
    members, bodies = (among, None) if among[0].kind != "body" else (None, among)
    for span in read_memberships(graph.source, period, members, bodies, role):
        dates = {"start": span.start or "", "end": span.end or ""}
        yield span.member, span.body, {"basis": span.grounds.basis, "role": span.role, **dates}


def _add(two_mode: nx.Graph[str], node: str, entity: Entity, mode: int) -> None:
    if node not in two_mode:
        two_mode.add_node(
            node, bipartite=mode, id=entity.id, label=entity.label, short=entity.short, kind=entity.kind, iri=entity.iri
        )


def _joined(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """Two spans of one membership as one edge: the earliest start, the latest end, where both give one."""
    return {
        "basis": weakest([one["basis"], other["basis"]]),
        "role": one["role"] if one["role"] == other["role"] else min(one["role"], other["role"], key=_rank),
        "start": min(one["start"], other["start"]),
        "end": max(one["end"], other["end"]) if one["end"] and other["end"] else "",
    }


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


@dataclass(frozen=True)
class Pair:
    """Two states, or two bodies, and how much they share.

    `a` and `b` are ids, `shared` and `union` counts, the rest the measures of `measures` (`None` where not
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
class Overlap:
    """The overlap of states' memberships or of bodies' members.

    `by` is "state" or "body"; `period` and `role` say which memberships count; `universe` is how many bodies (or
    states) there are to share; `graph` is the two-mode graph, and `nodes` the node in it of each id compared.
    `left_out` are the ids of those that are in nothing (bodies without members) and were not asked for by name.
    `pairs` are all pairs, `a` before `b` by id, also those that share nothing, unless a threshold left them out.
    """

    by: str
    period: Period
    role: str
    universe: int
    graph: nx.Graph[str]
    nodes: Mapping[str, str]
    left_out: tuple[str, ...]
    pairs: tuple[Pair, ...]

    def set_of(self, entity_id: str) -> frozenset[str]:
        """The ids of a state's bodies, or of a body's members."""
        return frozenset(self.graph.nodes[other]["id"] for other in self.graph[self.nodes[entity_id]])

    def to_networkx(self) -> nx.Graph[str]:
        """The projection: what was compared, tied where it shares something.

        Edges have every measure as an attribute (`None` where it is not defined), `shared_ids`, and `weight`, which
        is the number shared. Only pairs in `pairs` are tied: a threshold thins the projection.

        >>> import blocs
        >>> blocs.load().overlap().to_networkx()["armenia"]["belarus"]["weight"]
        3
        """
        compared = list(self.nodes.values())
        # Without those that were not asked for: networkx would tie them too.
        mode = MEMBERS if self.by == "state" else BODIES
        others = [node for node, data in self.graph.nodes(data=True) if data["bipartite"] != mode]
        kept = self.graph.subgraph([*compared, *others])
        projected: nx.Graph[str] = bipartite.weighted_projected_graph(kept, compared) if others else kept.copy()
        renamed = {node: entity_id for entity_id, node in self.nodes.items() if node != entity_id}
        projected = nx.relabel_nodes(projected, renamed) if renamed else projected
        pairs = {frozenset((pair.a, pair.b)): pair for pair in self.pairs}
        for a, b in list(projected.edges):
            pair = pairs.get(frozenset((a, b)))
            if pair is None:
                projected.remove_edge(a, b)
            else:
                columns = {name: pair.measure(name) for name in MEASURES}
                projected.edges[a, b].update(columns, shared_ids=list(pair.shared_ids))
        return projected

    def evidence(self, graph: KnowledgeGraph, pairs: Sequence[Pair]) -> dict[tuple[str, str], list[Support]]:
        """What each pair rests on: the memberships it shares, with their quotes, and what is denied of it.

        For a pair that shares nothing these are all memberships of both. The result is by the ids of a pair.
        """
        wanted = sorted({end for pair in pairs for end in (pair.a, pair.b)})
        compared = [_entity(graph, self.graph, self.nodes[one]) for one in wanted]
        nodes = sorted({node for one in wanted for node in self.graph[self.nodes[one]]})
        others = [_entity(graph, self.graph, node) for node in nodes]
        members, bodies = (compared, others) if self.by == "state" else (others, compared)
        by_iri, found = graph.names.by_iri, dict[str, list[Support]]()
        spans = read_memberships(graph.source, self.period, members, bodies, self.role)
        for denied, facts in ((False, spans), (True, denials(graph.source, members, bodies))):
            for span in facts:
                support = Support(by_iri[span.member].id, by_iri[span.body].id, denied, span.grounds)
                found.setdefault(support.member if self.by == "state" else support.body, []).append(support)
        return {(pair.a, pair.b): self._supports(pair, found) for pair in pairs}

    def _supports(self, pair: Pair, found: Mapping[str, Sequence[Support]]) -> list[Support]:
        theirs = self.set_of(pair.a) | self.set_of(pair.b)
        shown = frozenset(pair.shared_ids) or theirs
        supports = [support for end in (pair.a, pair.b) for support in found.get(end, ())]
        other = {id(one): one.body if self.by == "state" else one.member for one in supports}
        kept = [one for one in supports if other[id(one)] in (theirs if one.denied else shown)]
        return sorted(kept, key=lambda one: (one.denied, one.body, one.member))


def _entity(graph: KnowledgeGraph, two_mode: nx.Graph[str], node: str) -> Entity:
    return graph.names.by_iri[two_mode.nodes[node]["iri"]]


def overlap(
    graph: KnowledgeGraph,
    by: str | None = None,
    as_of: str | None = None,
    among: Sequence[Entity] = (),
    *,
    role: str = "full",
    measure: str = "overlap",
    threshold: float | None = None,
    min_shared: int = 0,
) -> Overlap:
    """How much states overlap by the bodies they are in, or bodies by their members.

    Parameters: `by` "state" or "body" (`None`: as the entities named are, else "state"); `as_of` a date or period;
    `among` the entities to compare (one: with all others; more: with one another; none: all that are in something);
    `role` the memberships that count; `threshold` and `min_shared` leave out pairs whose `measure` is lower or not
    defined, or that share less.

    The universe of states' memberships is the bodies that have a member at that date; that of bodies' members is all
    states of the dataset.

    Raises AskedWrongly where an entity cannot be compared so, or a measure, role or date is none.

    >>> import blocs
    >>> pair, = overlap(blocs.load(), among=[blocs.load().names.find(name) for name in ("CST", "GUUAM")]).pairs
    >>> pair.shared, pair.union, pair.kappa
    (0, 11, -0.8333333333333334)
    """
    by = _compared(by, among)
    (measure,) = measures_named([measure])
    # Of entities named, theirs are read only, and of the rest how many there are to share: an endpoint may have many.
    few = among if len(among) > 1 and all((entity.kind == "body") == (by == "body") for entity in among) else ()
    two_mode = bipartite_graph(graph, as_of, role, few)
    mode = MEMBERS if by == "state" else BODIES
    everything = {str(data["id"]): node for node, data in two_mode.nodes(data=True) if data["bipartite"] == mode}
    named = [_present(entity, everything, by) for entity in among]
    kept = (
        sorted(named) if len(named) > 1 else sorted(i for i, node in everything.items() if two_mode[node] or i in named)
    )
    nodes = {entity_id: everything[entity_id] for entity_id in kept}
    left_out = tuple(sorted(everything.keys() - nodes.keys())) if len(named) < 2 else ()
    universe = _universe(graph, by, graph.period(as_of), role, None if few else two_mode)
    ends = (
        combinations(kept, 2)
        if len(named) != 1
        else (tuple(sorted((named[0], one))) for one in kept if one != named[0])
    )
    sets = {one: frozenset(two_mode.nodes[n]["id"] for n in two_mode[node]) for one, node in nodes.items()}
    pairs = (_pair(a, b, sets[a], sets[b], universe) for a, b in ends)
    enough = tuple(pair for pair in pairs if pair.shared >= min_shared and _reaches(pair.measure(measure), threshold))
    return Overlap(by, graph.period(as_of), role, universe, two_mode, nodes, left_out, enough)


def _universe(graph: KnowledgeGraph, by: str, period: Period, role: str, two_mode: nx.Graph[str] | None) -> int:
    """How many bodies have a member, or how many states and other members there are; counted in the graph, or asked."""
    sides = (BODIES, "body") if by == "state" else (MEMBERS, "member")
    if two_mode is not None:
        nodes = [node for node, data in two_mode.nodes(data=True) if data["bipartite"] == sides[0]]
        return len(nodes) if by == "body" else sum(bool(two_mode[node]) for node in nodes)
    names = graph.names
    present = set(participants(graph.source, sides[1], period, role))
    names.expect(present)
    states = {one.iri for one in names.entities if one.kind == "state"} if by == "body" else set[str]()
    return len(states | {iri for iri in present if iri in names.by_iri})


def _reaches(value: float | None, threshold: float | None) -> bool:
    return threshold is None or (value is not None and value >= threshold)


def _pair(a: str, b: str, of_a: frozenset[str], of_b: frozenset[str], universe: int) -> Pair:
    counts = counts_of(of_a, of_b, universe)
    values: dict[str, Any] = {name: measure(counts) for name, measure in MEASURES.items()}
    return Pair(a, b, **values, shared_ids=tuple(sorted(of_a & of_b)))


def _compared(by: str | None, among: Sequence[Entity]) -> str:
    """Whether states or bodies are compared: as asked, else as the entities are."""
    if by is not None:
        if by not in BY:
            raise AskedWrongly(f"--by takes {' or '.join(BY)}, not {by!r}")
        return by
    bodies = [entity for entity in among if entity.kind == "body"]
    if bodies and len(bodies) < len(among):
        other = next(entity for entity in among if entity.kind != "body")
        raise AskedWrongly(
            f"{other.short} and {bodies[0].short} cannot be compared: a {other.kind} and a body; name states, or bodies"
        )
    return "body" if bodies else "state"


def _present(entity: Entity, everything: Collection[str], by: str) -> str:
    if entity.id not in everything:
        wanted = "a state, and no member of a body at that date" if by == "state" else "a body"
        raise AskedWrongly(f"{entity.label} is not {wanted}; overlap compares states or bodies")
    return entity.id
