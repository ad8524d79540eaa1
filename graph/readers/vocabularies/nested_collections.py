"""Collections between a body and its members, and bodies that are collections themselves.

`ex:body schema:member [ a skos:Collection ; skos:member ex:a , ex:b ]` says of each that it is a member; so does
`ex:body a org:Organization , skos:Collection ; skos:member ex:a , ex:b`.
"""

from __future__ import annotations

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from ...rdf.terms import named
from .kinds import kinds_of
from .lenses import Node
from .lists import is_listing

__all__ = ["open_collections"]

_DEFAULT = DefaultGraph()
_ELEMENTS = (
    *(named(name) for name in ("skos:member", "rdfs:member", "prov:hadMember")),
    NamedNode("http://www.w3.org/ns/hydra/core#member"),
    NamedNode("https://www.w3.org/ns/activitystreams#items"),
)
"""The properties that lead from a collection to what is in it, of whatever vocabulary."""
_PLACE = named("rdf:_").value
_CONTAINERS = tuple(named(f"rdf:{name}") for name in ("Bag", "Seq", "Alt"))
_TYPE, _HAS_MEMBER, _MEMBER, _MEMBER_LIST = (
    named(name) for name in ("rdf:type", "org:hasMember", "skos:member", "skos:memberList")
)


def open_collections(store: Store) -> None:
    """Say of what is in a collection what is said of the collection, where that is membership, or is the body.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b"<x:b> <http://www.w3.org/ns/org#hasMember> <x:c> ."
    ...            b"<x:c> <http://www.w3.org/2004/02/skos/core#member> <x:a> .", RdfFormat.TURTLE)
    >>> open_collections(store)
    >>> [quad.object.value for quad in store.quads_for_pattern(NamedNode("x:b"), None, None)]
    ['x:a']
    """
    for quad in list(store.quads_for_pattern(None, _MEMBER_LIST, None, _DEFAULT)):
        store.remove(quad)  # as a list was opened
        store.add(Quad(quad.subject, _MEMBER, quad.object, _DEFAULT))
    for collection, elements in _collections(store).items():
        kinds = kinds_of(store, collection)
        if "body" in kinds:
            store.extend([Quad(collection, _HAS_MEMBER, each, _DEFAULT) for each in elements])
        if kinds & {"body", "state", "person"}:
            continue
        for quad in list(store.quads_for_pattern(None, None, collection, _DEFAULT)):
            if quad.predicate not in _ELEMENTS and is_listing(quad.predicate.value):
                store.remove(quad)
                store.extend([Quad(quad.subject, quad.predicate, each, _DEFAULT) for each in elements])
                _forget(store, collection)


def _forget(store: Store, collection: Node) -> None:
    """Take out what is in a collection that has no name, where it is said of what has the collection."""
    if isinstance(collection, BlankNode):
        for element in _ELEMENTS:
            for quad in list(store.quads_for_pattern(collection, element, None, _DEFAULT)):
                store.remove(quad)


def _collections(store: Store) -> dict[Node, list[Node]]:
    """The collections and containers, and what is in each."""
    found: dict[Node, list[Node]] = {}
    for property_ in _ELEMENTS:
        for quad in store.quads_for_pattern(None, property_, None, _DEFAULT):
            if isinstance(quad.subject, Node) and isinstance(quad.object, NamedNode | BlankNode):
                found.setdefault(quad.subject, []).append(quad.object)
    for kind in _CONTAINERS:
        for classed in store.quads_for_pattern(None, _TYPE, kind, _DEFAULT):
            for quad in store.quads_for_pattern(classed.subject, None, None, _DEFAULT):
                is_in = quad.predicate.value.removeprefix(_PLACE).isdecimal()
                if is_in and isinstance(quad.subject, Node) and isinstance(quad.object, NamedNode | BlankNode):
                    found.setdefault(quad.subject, []).append(quad.object)
    return found
