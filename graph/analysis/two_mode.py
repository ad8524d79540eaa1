"""The two-mode graph: members on one side, bodies on the other, and a membership as an edge.

What is compared, and the projections of networks, are made from it; it is a plain networkx graph.

Ronald L. Breiger, "The duality of persons and groups", Social Forces 53(2), 1974, 181–190.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model.dates import Period
from ..model.entities import Entity
from ..model.evidence import weakest
from ..model.membership import membership_rows, read_memberships
from ..model.roles import ROLES, check_role

if TYPE_CHECKING:
    import networkx as nx

    from ..model.graph import Graph

__all__ = ["BODIES", "MEMBERS", "add_entity", "bipartite_graph", "node_of", "sides"]

MEMBERS, BODIES = 0, 1
"""The two modes of the graph: the values of the node attribute `bipartite`, as networkx has it."""


def bipartite_graph(
    graph: Graph, as_of: str | None = None, role: str = "full", among: Sequence[Entity] = ()
) -> nx.Graph[str]:
    """The two-mode graph of members and bodies.

    A node is an entity's id and has `bipartite` (0: a state or whatever else is a member; 1: a body), `label`, `kind`
    and `iri`. An edge is a membership and has `basis`, `role`, `start` and `end` (dates as written, "" if none
    is given). All states and bodies of the graph are nodes, also those without an edge. A body that is a member
    of another one is two nodes; as a member it is called "ID (member)", and `id` is the attribute to rely on.

    Parameters
    ----------
    graph : Graph
        The graph.
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for ever.
    role : str
        The role of the memberships that count: "full", "associate", "observer" or "any".
    among : sequence of Entity
        The members, or the bodies, whose memberships are read; all if empty.

    Returns
    -------
    networkx.Graph

    Raises
    ------
    InvalidRequest
        If the date or role is none.

    >>> import blocs
    >>> two_mode = bipartite_graph(blocs.load())
    >>> sorted(two_mode["armenia"])
    ['cis', 'cis-dmc', 'cst']
    """
    import networkx as nx

    check_role(role)
    by_iri = graph.names.by_iri
    two_mode: nx.Graph[str] = nx.Graph()
    for entity in graph.names.entities:
        if entity.kind in ("state", "body", "member"):
            add_entity(two_mode, entity.id, entity, BODIES if entity.kind == "body" else MEMBERS)
    for member_iri, body_iri, edge in _edges(graph, graph.period(as_of), role, among):
        member, body = by_iri.get(member_iri), by_iri.get(body_iri)
        if member is None or body is None:
            continue
        head, tail = body.id, node_of(member, "state")
        add_entity(two_mode, head, body, BODIES)
        add_entity(two_mode, tail, member, MEMBERS)
        if two_mode.has_edge(tail, head):
            edge = _joined(two_mode.edges[tail, head], edge)
        two_mode.add_edge(tail, head, **edge)
    return two_mode


def _edges(
    graph: Graph, period: Period, role: str, among: Sequence[Entity]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    if not among:
        yield from membership_rows(graph.source, period, role)
        return
    for span in read_memberships(graph.source, period, *sides(among), role):
        dates = {"start": span.start or "", "end": span.end or ""}
        yield span.member, span.body, {"basis": span.grounds.basis, "role": span.role, **dates}


def sides(among: Sequence[Entity]) -> tuple[Sequence[Entity] | None, Sequence[Entity] | None]:
    """The members and the bodies whose memberships are read; None for all."""
    if not among:
        return None, None
    return (None, among) if among[0].kind == "body" else (among, None)


def add_entity(graph: nx.Graph[str], node: str, entity: Entity, mode: int) -> None:
    """Add an entity as a node of a mode, with its attributes, unless it is there."""
    if node not in graph:
        graph.add_node(
            node, bipartite=mode, id=entity.id, label=entity.label, short=entity.short, kind=entity.kind, iri=entity.iri
        )


def _joined(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
    """Two spans of one membership as one edge: the earliest start, the latest end, if both give one."""
    return {
        "basis": weakest([first["basis"], second["basis"]]),
        "role": min(first["role"], second["role"], key=_rank),
        "start": min(first["start"], second["start"]),
        "end": max(first["end"], second["end"]) if first["end"] and second["end"] else "",
    }


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


def node_of(entity: Entity, by: str) -> str:
    """What an entity that is compared is called in the two-mode graph, where a body that is a member is two nodes."""
    return f"{entity.id} (member)" if by == "state" and entity.kind == "body" else entity.id
