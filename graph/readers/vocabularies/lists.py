"""Lists of RDF in the place of one value: `ex:body schema:member ( ex:a ex:b )` says it of each."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from ...rdf.terms import Term, named
from .lenses import read_by_lenses

__all__ = ["open_lists"]

_DEFAULT = DefaultGraph()
_FIRST, _REST, _NIL = named("rdf:first"), named("rdf:rest"), named("rdf:nil")
_LONGEST = 1_000_000  # a list that leads back into itself has no end


def open_lists(store: Store) -> None:
    """Put the members of lists in the place of the lists, for the properties that are read here.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    heads = {quad.subject for quad in store.quads_for_pattern(None, _FIRST, None, _DEFAULT)}
    read = read_by_lenses()
    for head in heads:
        for quad in list(store.quads_for_pattern(None, None, head, _DEFAULT)):
            if quad.predicate.value in read and quad.predicate not in (_FIRST, _REST):
                store.remove(quad)
                store.extend([Quad(quad.subject, quad.predicate, each, _DEFAULT) for each in _members(store, head)])


def _members(store: Store, head: object) -> Iterator[Term]:
    for _ in range(_LONGEST):
        if not isinstance(head, NamedNode | BlankNode) or head == _NIL:
            return
        for quad in store.quads_for_pattern(head, _FIRST, None, _DEFAULT):
            yield quad.object
        head = next((quad.object for quad in store.quads_for_pattern(head, _REST, None, _DEFAULT)), _NIL)
