"""Lists in the place of one value: `ex:body schema:member ( ex:a ex:b )` says it of each, and so does an ItemList."""

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
    _open_item_lists(store, read)
    for head in heads:
        for quad in list(store.quads_for_pattern(None, None, head, _DEFAULT)):
            if quad.predicate.value in read and quad.predicate not in (_FIRST, _REST):
                store.remove(quad)
                store.extend([Quad(quad.subject, quad.predicate, each, _DEFAULT) for each in _members(store, head)])


def _open_item_lists(store: Store, read: frozenset[str]) -> None:
    """The same for the lists of schema.org, whose elements may stand in a ListItem each."""
    for space in ("https://schema.org/", "http://schema.org/"):
        element, item = NamedNode(space + "itemListElement"), NamedNode(space + "item")
        heads = {quad.subject for quad in store.quads_for_pattern(None, element, None, _DEFAULT)}
        for head in heads:
            listed = [quad.object for quad in store.quads_for_pattern(head, element, None, _DEFAULT)]
            each = [_item(store, one, item) for one in listed]
            for quad in list(store.quads_for_pattern(None, None, head, _DEFAULT)):
                if quad.predicate.value in read:
                    store.remove(quad)
                    store.extend([Quad(quad.subject, quad.predicate, one, _DEFAULT) for one in each])


def _item(store: Store, element: Term, item: NamedNode) -> Term:
    """What stands in an element of a list; the element itself if nothing does."""
    if not isinstance(element, NamedNode | BlankNode):
        return element
    found = next(iter(store.quads_for_pattern(element, item, None, _DEFAULT)), None)
    return element if found is None else found.object


def _members(store: Store, head: object) -> Iterator[Term]:
    for _ in range(_LONGEST):
        if not isinstance(head, NamedNode | BlankNode) or head == _NIL:
            return
        for quad in store.quads_for_pattern(head, _FIRST, None, _DEFAULT):
            yield quad.object
        head = next((quad.object for quad in store.quads_for_pattern(head, _REST, None, _DEFAULT)), _NIL)
