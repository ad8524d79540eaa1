"""What the nodes of a graph are by their classes, in the kinds of the model, and which of them have a property."""

from __future__ import annotations

from collections.abc import Collection

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Store, Triple

from ...model.entities import TYPES
from ...rdf.terms import iri_text, named

__all__ = ["kinds_of", "nodes_of", "subjects_of"]

_TYPE, _DEFAULT = named("rdf:type"), DefaultGraph()


def kinds_of(store: Store, node: NamedNode | BlankNode) -> set[str]:
    """The kinds of one node.

    Parameters
    ----------
    store : Store
        The graph.
    node : NamedNode or BlankNode
        The node.

    Returns
    -------
    set of str
        Empty if it has no class that the model knows.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b"<x:a> a <https://schema.org/Country>, <x:Other> .", RdfFormat.TURTLE)
    >>> kinds_of(store, NamedNode("x:a")), kinds_of(store, NamedNode("x:b"))
    ({'state'}, set())
    """
    classes = store.quads_for_pattern(node, _TYPE, None, _DEFAULT)
    return {TYPES[iri] for quad in classes if (iri := iri_text(quad.object)) in TYPES}


def nodes_of(store: Store, kinds: Collection[str] = ()) -> dict[NamedNode, set[str]]:
    """The nodes with an IRI that are of some kinds, or of any, and of which of these each is.

    Parameters
    ----------
    store : Store
        The graph.
    kinds : collection of str, optional
        The kinds.

    Returns
    -------
    dict of NamedNode to set of str
    """
    found: dict[NamedNode, set[str]] = {}
    for iri, kind in TYPES.items():
        for quad in (
            store.quads_for_pattern(None, _TYPE, NamedNode(iri), _DEFAULT) if not kinds or kind in kinds else ()
        ):
            if isinstance(quad.subject, NamedNode):
                found.setdefault(quad.subject, set()).add(kind)
    return found


def subjects_of(store: Store, property_: NamedNode) -> set[NamedNode | BlankNode | Triple]:
    """What has a property, asked for at once: node by node it takes several times as long.

    Parameters
    ----------
    store : Store
        The graph.
    property_ : NamedNode
        The property.

    Returns
    -------
    set of node or Triple

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b"<x:a> <x:in> <x:b>, <x:c> . <x:b> <x:of> <x:c> .", RdfFormat.TURTLE)
    >>> subjects_of(store, NamedNode("x:in"))
    {<NamedNode value=x:a>}
    """
    return {quad.subject for quad in store.quads_for_pattern(None, property_, None, _DEFAULT)}
