"""A node of a membership that stands for several, parted: each is of one member in one body, at one time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...rdf.source import LocalSource
from ...rdf.terms import named, text_of
from .blank_nodes import label_of
from .lenses import Node

__all__ = ["Values", "part", "part_pairs", "whose", "with_several"]

_DEFAULT = DefaultGraph()
_MEMBER, _BODY = named("org:member"), named("org:organization")
_SEVERAL = """SELECT DISTINCT ?m { ?m a org:Membership ; ?property ?one, ?other .
  FILTER(?property IN (%s) && STR(?one) < STR(?other)) }"""
_SHOWN = 3  # memberships that are named

Values = Mapping[NamedNode, Sequence[NamedNode | BlankNode | Literal]]
"""What one of several memberships says of its own, by the property."""


def with_several(store: Store, properties: Iterable[NamedNode]) -> list[Node]:
    """The memberships that have several values of one of some properties, in order.

    Parameters
    ----------
    store : Store
        The graph.
    properties : iterable of NamedNode
        The properties.

    Returns
    -------
    list of node
    """
    rows = LocalSource(store, "the graph").select(_SEVERAL % ", ".join(map(str, properties)))
    return sorted((node for (node,) in rows if isinstance(node, Node)), key=str)


def part(store: Store, node: Node, each: Sequence[Values]) -> list[Node]:
    """Make several memberships of one: what they do not say of their own, all of them say.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    node : node
        The membership, which remains as the first of them.
    each : sequence of mapping
        What each of them says of its own.

    Returns
    -------
    list of node
        Those that are new.
    """
    own = {property_ for values in each for property_ in values}
    about = list(store.quads_for_pattern(node, None, None, _DEFAULT))
    leading = list(store.quads_for_pattern(None, None, node, _DEFAULT))
    for quad in about:
        if quad.predicate in own:
            store.remove(quad)
    common = [quad for quad in about if quad.predicate not in own]
    new: list[Node] = []
    for at, values in enumerate(each):
        one = _node_of(common, values) if at else node
        said = [Quad(one, property_, value, _DEFAULT) for property_, found in values.items() for value in found]
        if at:
            said += [Quad(one, quad.predicate, quad.object, _DEFAULT) for quad in common]
            said += [Quad(quad.subject, quad.predicate, one, _DEFAULT) for quad in leading]
            new.append(one)
        store.extend(said)
    return new


def _node_of(common: Iterable[Quad], values: Values) -> NamedNode:
    """A node for one of several memberships, the same whenever the graph is read."""
    ends = sorted(text_of(quad.object) for quad in common if quad.predicate in (_MEMBER, _BODY))
    own = (text_of(value) for _, found in sorted(values.items(), key=str) for value in found)
    digest = hashlib.sha1(" ".join((*ends, *own)).encode(), usedforsecurity=False).hexdigest()
    return named(f"fact:{digest}")


def part_pairs(store: Store) -> tuple[list[str], list[Node]]:
    """Make a membership for each member and each body of those that have several.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    tuple of (list of str, list of node)
        What to say of those with several of both, and the memberships that were made.
    """
    told, made = list[str](), list[Node]()
    for node in with_several(store, (_MEMBER, _BODY)):
        members, bodies = (_nodes(store, node, end) for end in (_MEMBER, _BODY))
        if len(members) > 1 and len(bodies) > 1:
            told.append(whose(store, node))
        pairs = [{_MEMBER: [member], _BODY: [body]} for member, body in product(members, bodies)]
        if pairs:
            made += part(store, node, pairs)
    if not told:
        return [], made
    shown = shortened(told, _SHOWN)
    said = f"a membership of several members in several bodies is read as that of each in each: {shown}"
    return [f"{said}; if it is not, write one for each member and body"], made


def _nodes(store: Store, node: Node, end: NamedNode) -> list[Node]:
    found = (quad.object for quad in store.quads_for_pattern(node, end, None, _DEFAULT))
    return sorted((one for one in found if isinstance(one, Node)), key=str)


def whose(store: Store, membership: Node) -> str:
    """Who is in what by a membership.

    Parameters
    ----------
    store : Store
        The graph.
    membership : node
        The membership.

    Returns
    -------
    str
        "France in Pact"; "" if it does not say.
    """
    ends = []
    for property_ in (_MEMBER, _BODY):
        nodes = [quad.object for quad in store.quads_for_pattern(membership, property_, None, _DEFAULT)]
        ends.append(
            shortened(sorted(label_of(store, node) or text_of(node) for node in nodes if isinstance(node, Node)), 3)
        )
    return " in ".join(filter(None, ends))
