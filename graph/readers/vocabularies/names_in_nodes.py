"""Names that stand in a node of their own: `ex:b rdfs:label [ rdf:value "Lake League" ]`.

The texts of the node are the names. A node without a text names nobody, which is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...amounts import shortened
from ...model.naming.names import NAME_PROPERTIES
from ...rdf.source import LocalSource
from ...rdf.terms import id_of, named
from .spaces import prefixed

__all__ = ["open_names"]

_DEFAULT = DefaultGraph()
_TEXTS = (
    *(named(name) for name in ("rdf:value", "rdfs:label", "skos:prefLabel", "schema:name", "schema:value")),
    NamedNode("http://www.w3.org/2008/05/skos-xl#literalForm"),
    NamedNode("http://schema.org/name"),
)
"""What says the text of a node that is a name."""
_OF_NAMES = " ".join(f"<{iri}>" for iri, (how, _) in NAME_PROPERTIES.items() if how in ("label", "alias"))
_IN_NODES = f"SELECT ?s ?p ?o {{ VALUES ?p {{ {_OF_NAMES} }} ?s ?p ?o . FILTER(!isLiteral(?o)) }}"
_SHOWN = 3


def open_names(store: Store) -> list[str]:
    """Put the texts of nodes that are names in their places.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which names are nodes without a text.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b'<x:a> <http://www.w3.org/2000/01/rdf-schema#label> <x:n> , <x:m> . '
    ...            b'<x:n> <http://www.w3.org/1999/02/22-rdf-syntax-ns#value> "Club" .', RdfFormat.TURTLE)
    >>> open_names(store)
    ['a name that is a node without a text: rdfs:label of a; write it as a text in the file']
    """
    without = dict[str, None]()
    for node, property_, name in list(LocalSource(store, "the graph").select(_IN_NODES)):
        if not (isinstance(node, NamedNode | BlankNode) and isinstance(property_, NamedNode)):
            continue
        texts = list(_texts_of(store, name)) if isinstance(name, NamedNode | BlankNode) else []
        store.extend([Quad(node, property_, text, _DEFAULT) for text in texts])
        if not texts and isinstance(node, NamedNode):
            without[f"{prefixed(property_.value)} of {id_of(node.value)}"] = None
    if not without:
        return []
    return [f"a name that is a node without a text: {shortened(without, _SHOWN)}; write it as a text in the file"]


def _texts_of(store: Store, name: NamedNode | BlankNode) -> Iterator[Literal]:
    for property_ in _TEXTS:
        for quad in store.quads_for_pattern(name, property_, None, _DEFAULT):
            if isinstance(quad.object, Literal):
                yield quad.object
