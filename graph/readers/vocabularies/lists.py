"""Lists in the place of one value: `ex:body schema:member ( ex:a ex:b )` says it of each.

They are opened where the property is read here or says by its name who is in what, and where they are of states, bodies
or people.

So do an ItemList of schema.org and the containers of RDF 1.1 Schema, section 5.1 (`rdf:Bag`, `rdf:Seq`, `rdf:Alt`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store, Triple

from ...model.entities import TYPES
from ...rdf.terms import Term, named
from .classes import class_elsewhere
from .lenses import read_by_lenses
from .near_words import is_near_membership
from .plain_names import is_plain_name
from .property_names import membership_said

__all__ = ["is_listing", "open_lists"]

_DEFAULT = DefaultGraph()
_FIRST, _REST, _NIL, _TYPE = (named(f"rdf:{name}") for name in ("first", "rest", "nil", "type"))
_CONTAINERS = tuple(named(f"rdf:{name}") for name in ("Bag", "Seq", "Alt"))
_PLACE = named("rdf:_").value
_Node = NamedNode | BlankNode | Triple
_ALSO = frozenset((named("skos:memberList").value,))
_DEEPEST = 9
_LONGEST = 1_000_000  # a list that leads back into itself has no end


def open_lists(store: Store) -> None:
    """Put the members of lists in the place of the lists, for the properties that are read here.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    heads = {quad.subject for quad in store.quads_for_pattern(None, _FIRST, None, _DEFAULT)}
    _open_item_lists(store)
    _open_containers(store)
    for head in heads:
        _put_in_place(store, head, list(_members(store, head)))
    _put_in_place(store, _NIL, [])


def is_listing(iri: str) -> bool:
    """Whether a property is read here, or says by its name who is in what, so that a list in its place is opened.

    >>> is_listing("https://schema.org/member"), is_listing("http://e.org/members"), is_listing("http://e.org/colours")
    (True, True, False)
    """
    said = bool(membership_said(iri)) or is_near_membership(iri) or is_plain_name(iri)
    return said or iri in read_by_lenses() or iri in _ALSO


def _open_item_lists(store: Store) -> None:
    """The same for the lists of schema.org, whose elements may stand in a ListItem each."""
    for space in ("https://schema.org/", "http://schema.org/"):
        element, item = NamedNode(space + "itemListElement"), NamedNode(space + "item")
        heads = {quad.subject for quad in store.quads_for_pattern(None, element, None, _DEFAULT)}
        for head in heads:
            listed = [quad.object for quad in store.quads_for_pattern(head, element, None, _DEFAULT)]
            each = [_item(store, one, item) for one in listed]
            _put_in_place(store, head, each)


def _open_containers(store: Store) -> None:
    """The same for containers, whose members are those of `rdf:_1`, `rdf:_2` and so on, in their order."""
    heads = {quad.subject for kind in _CONTAINERS for quad in store.quads_for_pattern(None, _TYPE, kind, _DEFAULT)}
    for head in heads:
        placed = [
            (int(place), quad.object)
            for quad in store.quads_for_pattern(head, None, None, _DEFAULT)
            if (place := quad.predicate.value.removeprefix(_PLACE)).isdecimal()
        ]
        _put_in_place(store, head, [member for _, member in sorted(placed, key=itemgetter(0))])


def _put_in_place(store: Store, head: _Node, members: Sequence[Term]) -> None:
    """Say of each member what is said of the list."""
    for quad in list(store.quads_for_pattern(None, None, head, _DEFAULT)):
        if quad.predicate in (_FIRST, _REST):
            continue
        if is_listing(quad.predicate.value) or any(_is_somebody(store, each) for each in members):
            store.remove(quad)
            store.extend([Quad(quad.subject, quad.predicate, each, _DEFAULT) for each in members])


def _is_somebody(store: Store, node: Term) -> bool:
    """Whether a member of a list is a state, a body or a person by its class."""
    if not isinstance(node, NamedNode | BlankNode):
        return False
    classes = [
        quad.object.value
        for quad in store.quads_for_pattern(node, _TYPE, None, _DEFAULT)
        if isinstance(quad.object, NamedNode)
    ]
    return any(TYPES.get(iri) in ("state", "body", "person") or class_elsewhere(iri) is not None for iri in classes)


def _item(store: Store, element: Term, item: NamedNode) -> Term:
    """What stands in an element of a list; the element itself if nothing does."""
    if not isinstance(element, NamedNode | BlankNode):
        return element
    found = next(iter(store.quads_for_pattern(element, item, None, _DEFAULT)), None)
    return element if found is None else found.object


def _is_list(store: Store, node: Term) -> bool:
    return isinstance(node, NamedNode | BlankNode) and any(store.quads_for_pattern(node, _FIRST, None, _DEFAULT))


def _members(store: Store, head: object, depth: int = 0) -> Iterator[Term]:
    """The members of a list, and those of the lists in it."""
    for _ in range(_LONGEST):
        if not isinstance(head, NamedNode | BlankNode) or head == _NIL:
            return
        for quad in store.quads_for_pattern(head, _FIRST, None, _DEFAULT):
            if depth < _DEEPEST and _is_list(store, quad.object):
                yield from _members(store, quad.object, depth + 1)
            else:
                yield quad.object
        head = next((quad.object for quad in store.quads_for_pattern(head, _REST, None, _DEFAULT)), _NIL)
