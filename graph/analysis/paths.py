"""Paths: how two entities are connected, fact by fact.

The graph is not read as a whole: from both ends, one step at a time, only the facts about what was reached last
are asked for, until the two searches meet. Of what was read, networkx gives the shortest paths.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import networkx as nx
from pyoxigraph import NamedNode

from ..errors import InvalidRequest
from ..model.dates import Period
from ..model.entities import Entity
from ..model.evidence import BASES
from ..model.facts import DENIED, MEMBERSHIP, Fact, Memberships, facts_about, membership_fact
from ..model.membership import read_memberships
from ..model.relations import relation_words
from ..model.roles import ROLES

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["VIA", "Paths", "Step", "find_paths"]

VIA = ("all", "memberships")
"""What a path may go along: facts of every kind, or memberships only."""

# A path through these says only that both are of a kind, or that the same text speaks of both.
_NO_WAY = ("topic", "role", "source", "")

# No more paths than this are counted: between two big bodies there may be millions.
_COUNTED = 10_000


@dataclass(frozen=True)
class Step:
    """One step of a path: a fact, walked from `start` to `end`."""

    start: Entity
    end: Entity
    fact: Fact

    @property
    def inverse(self) -> bool:
        """Whether the step goes against the fact, from its object to its subject."""
        return self.fact.subject != self.start.term

    @property
    def words(self) -> str:
        """The relation in words, as it is read from `start` to `end`."""
        fact = self.fact
        if fact.relation == "share" and fact.percent:
            return f"signed {fact.percent} % of" if not self.inverse else f"signed to {fact.percent} % by"
        if fact.relation == "post" and fact.role:
            return f"has as its {fact.role}" if self.inverse else f"is {fact.role} of"
        if fact.relation == "member" and fact.role in ROLES[1:]:
            return f"has the {fact.role}" if self.inverse else f"is {fact.role} of"
        return relation_words(fact.relation, self.inverse)


@dataclass(frozen=True)
class Paths:
    """How two entities are connected.

    `paths` are shortest paths, the best supported first; `count` is how many there are in all (with
    `more_than_counted`, more than that). No path at all is an answer too: `paths` is then empty and `length` is None.
    """

    a: Entity
    b: Entity
    via: str
    period: Period
    paths: tuple[tuple[Step, ...], ...]
    count: int
    more_than_counted: bool = False

    @property
    def length(self) -> int | None:
        """The number of steps of every path."""
        return len(self.paths[0]) if self.paths else None


def find_paths(
    graph: Graph,
    a: Entity,
    b: Entity,
    *,
    via: str = "all",
    as_of: str | None = None,
    limit: int = 10,
    memberships: Memberships | None = None,
) -> Paths:
    """The shortest paths between two entities, in either direction of the facts.

    Parameters
    ----------
    graph : Graph
        The graph.
    a, b : Entity
        Where the paths begin and end.
    via : str
        "all" for facts of every kind, "memberships" for these only.
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for ever.
    limit : int
        How many paths to give at most.
    memberships : Callable or None
        What gives the memberships of the period to a search along all facts, where they have been read before.

    Returns
    -------
    Paths

    Raises
    ------
    InvalidRequest
        If both are the same entity, or `via`, the date or the limit is none.

    Notes
    -----
    What a source denies is no connection. Topics, offices and sources are ends of a path and never on the way: two
    entities are not connected by being spoken of in the same text.

    >>> import blocs
    >>> graph = blocs.load()
    >>> found = find_paths(graph, graph.names.find("Armenia"), graph.names.find("GUUAM"), via="memberships")
    >>> found.length, found.count
    (3, 10)
    """
    if via not in VIA:
        raise InvalidRequest(f"--via takes {' or '.join(VIA)}, not {via!r}")
    if a == b:
        raise InvalidRequest(f"both names mean {a.label}; a path needs two entities")
    if limit < 1:
        raise InvalidRequest(f"at least one path must be asked for, not {limit}")
    search = _Search(graph, via, graph.period(as_of), memberships)
    walked = search.between(a, b)
    paths: list[tuple[Step, ...]] = []
    count, more = 0, False
    if walked is not None:
        routes = list(islice(nx.all_shortest_paths(walked, a.iri, b.iri), _COUNTED + 1))
        count, more = min(len(routes), _COUNTED), len(routes) > _COUNTED
        paths = sorted((search.steps(walked, route) for route in routes[:_COUNTED]), key=_quality)[:limit]
    return Paths(a, b, via, search.period, tuple(paths), count, more)


def _quality(path: tuple[Step, ...]) -> tuple[int, int, list[str]]:
    """Memberships before other facts, what is stated before what is derived; then by name."""
    others = sum(step.fact.relation not in MEMBERSHIP for step in path)
    weakest = sum(_weakness(step.fact) for step in path)
    return others, weakest, [text for step in path for text in (step.end.id, step.fact.relation)]


def _weakness(fact: Fact) -> int:
    return BASES.index(fact.grounds.basis) if fact.grounds.basis in BASES else 0


class _Search:
    """A breadth-first search from both ends over what a source answers."""

    def __init__(self, graph: Graph, via: str, period: Period, memberships: Memberships | None) -> None:
        self.graph, self.via, self.period, self.memberships = graph, via, period, memberships
        self.by_iri = graph.names.by_iri

    def between(self, a: Entity, b: Entity) -> nx.Graph[str] | None:
        """All facts that shortest paths can go along, each edge with its facts; None if nothing connects them."""
        walked: nx.Graph[str] = nx.Graph()
        seen = ({a.iri}, {b.iri})
        edge_of = [{a.iri}, {b.iri}]
        ends = {a.iri, b.iri}
        while edge_of[0] and edge_of[1]:
            side = 0 if len(edge_of[0]) <= len(edge_of[1]) else 1
            reached = set()
            for tail, head, fact in self._facts(sorted(edge_of[side]), ends):
                if not walked.has_edge(tail, head):
                    walked.add_edge(tail, head, facts=[])
                if fact not in walked.edges[tail, head]["facts"]:
                    walked.edges[tail, head]["facts"].append(fact)
                reached |= {tail, head}
            edge_of[side] = reached - seen[side]
            seen[side].update(edge_of[side])
            if seen[0] & seen[1]:
                return walked
        return None

    def _facts(self, frontier: Iterable[str], ends: set[str]) -> Iterator[tuple[str, str, Fact]]:
        entities = [self.by_iri[iri] for iri in frontier]
        for fact in self._asked(entities):
            if isinstance(fact.subject, NamedNode) and isinstance(fact.object, NamedNode):
                tail, head = fact.subject.value, fact.object.value
                if tail != head and fact.relation not in DENIED and self._way(tail, ends) and self._way(head, ends):
                    yield tail, head, fact

    def _way(self, iri: str, ends: set[str]) -> bool:
        return iri in ends or (iri in self.by_iri and self.by_iri[iri].kind not in _NO_WAY)

    def _asked(self, entities: list[Entity]) -> list[Fact]:
        if self.via == "all":
            return facts_about(self.graph.source, [e.term for e in entities], self.period, self.memberships)
        source = self.graph.source
        spans = read_memberships(source, self.period, members=entities, role="any")
        spans += read_memberships(source, self.period, bodies=entities, role="any")
        return [membership_fact(span) for span in dict.fromkeys(spans)]

    def steps(self, walked: nx.Graph[str], route: list[str]) -> tuple[Step, ...]:
        """A route as steps; of several facts between two entities, the best supported one."""
        return tuple(
            Step(self.by_iri[start], self.by_iri[end], min(walked.edges[start, end]["facts"], key=_rank))
            for start, end in pairwise(route)
        )


def _rank(fact: Fact) -> tuple[bool, int, str, str]:
    return fact.relation not in MEMBERSHIP, _weakness(fact), fact.relation, fact.grounds.fact
