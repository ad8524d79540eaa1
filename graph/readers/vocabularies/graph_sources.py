"""What a named graph is from: the source of the memberships that stand in it."""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ...rdf.terms import named
from .lenses import Node
from .pair_facts import fact_of

__all__ = ["give_sources_of_graphs"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBERSHIP, _MEMBER, _BODY, _MEMBER_OF, _SOURCE = (
    named(name)
    for name in ("rdf:type", "org:Membership", "org:member", "org:organization", "org:memberOf", "dcterms:source")
)
_ORIGINS = (
    *(named(f"prov:{name}") for name in ("wasDerivedFrom", "hadPrimarySource")),
    _SOURCE,
    NamedNode("http://purl.org/dc/elements/1.1/source"),
)


def give_sources_of_graphs(store: Store) -> list[Triple]:
    """Give the memberships of the default graph the sources of the named graphs that say them.

    A membership that is one triple gets a node for it. What has a source of its own keeps that alone.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of Triple
        What was added.
    """
    origins = {
        graph: sources
        for graph in store.named_graphs()
        if (sources := {quad.object for of in _ORIGINS for quad in store.quads_for_pattern(graph, of, None)})
    }
    if not origins:
        return []
    made: list[Triple] = []
    ends = {}
    for typed in store.quads_for_pattern(None, _TYPE, _MEMBERSHIP, _DEFAULT):
        node = typed.subject
        member, body = (_first(store, node, end) for end in (_MEMBER, _BODY))
        if isinstance(node, Node) and isinstance(member, Node) and isinstance(body, Node):
            ends[member, body] = node
            sourced = any(store.quads_for_pattern(node, _SOURCE, None, _DEFAULT))
            made += [] if sourced else _sources(node, _graphs_of(store, node, member, body), origins)
    for quad in store.quads_for_pattern(None, _MEMBER_OF, None, _DEFAULT):
        member, body = quad.subject, quad.object
        if not (isinstance(member, NamedNode) and isinstance(body, NamedNode)) or (member, body) in ends:
            continue
        said = [one.graph_name for one in store.quads_for_pattern(member, _MEMBER_OF, body)]
        fact = fact_of(member, body)
        if found := _sources(fact, said, origins):
            made += [Triple(fact, _TYPE, _MEMBERSHIP), Triple(fact, _MEMBER, member), Triple(fact, _BODY, body), *found]
    store.extend(Quad(each.subject, each.predicate, each.object, _DEFAULT) for each in made)
    return made


def _first(store: Store, node: object, of: NamedNode) -> object:
    found = next(iter(store.quads_for_pattern(node, of, None, _DEFAULT)), None) if isinstance(node, Node) else None
    return None if found is None else found.object


def _graphs_of(store: Store, node: Node, member: Node, body: Node) -> Collection[object]:
    """The graphs that say a membership: of the node itself, or of one who is in the other by one triple."""
    own = [quad.graph_name for end in (_BODY, _MEMBER) for quad in store.quads_for_pattern(node, end, None)]
    if named_in := [graph for graph in own if graph != _DEFAULT]:
        return list(named_in)
    pairs = ((member, body), (body, member))
    return [quad.graph_name for one, other in pairs for quad in store.quads_for_pattern(one, None, other)]


def _sources(
    fact: Node,
    graphs: Collection[object],
    origins: dict[NamedNode | BlankNode, set[NamedNode | BlankNode | Literal | Triple]],
) -> list[Triple]:
    """The sources of some graphs, as those of a fact."""
    found = {source for graph in graphs if isinstance(graph, Node) for source in origins.get(graph, ())}
    return [Triple(fact, _SOURCE, source) for source in sorted(found, key=str)]
