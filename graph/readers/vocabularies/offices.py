"""Offices by what a graph calls them: the role of a post, and the post's own name beside it."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.name_forms import normal, slug
from ...rdf.terms import id_of, iri_of, named, words_of
from .blank_nodes import label_of

__all__ = ["name_offices", "office_called"]

_DEFAULT = DefaultGraph()
_TYPE, _LABEL, _OFFICE, _ROLE, _POST_IN = (
    named(name) for name in ("rdf:type", "skos:prefLabel", "org:Role", "org:role", "org:postIn")
)


def office_called(store: Store, name: str) -> NamedNode:
    """The office of a name that a graph gives as a text only; it is added to the graph.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    name : str
        What the office is called.

    Returns
    -------
    NamedNode
    """
    office = NamedNode(iri_of("role-" + (slug(name) or "unnamed")))
    store.add(Quad(office, _TYPE, _OFFICE, _DEFAULT))
    store.add(Quad(office, _LABEL, Literal(name), _DEFAULT))
    return office


def name_offices(store: Store, posts: Iterable[NamedNode | BlankNode]) -> None:
    """Give posts their offices: a role that is a text becomes one, and so does a post with a name of its own.

    "Member for the North" in the role of a member of parliament is found by both names. A post that is an office of its
    own and has no name is called by its address or, if it has none, by its body.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    posts : iterable of NamedNode or BlankNode
        The posts.
    """
    for post in posts:
        label = label_of(store, post)
        roles = list(store.quads_for_pattern(post, _ROLE, None, _DEFAULT))
        called = set()
        for quad in roles:
            role = quad.object
            if isinstance(role, Literal):
                store.remove(quad)
                role = office_called(store, role.value)
                store.add(Quad(post, _ROLE, role, _DEFAULT))
            if not isinstance(role, NamedNode | BlankNode):
                continue
            if not label_of(store, role):
                store.add(Quad(role, _TYPE, _OFFICE, _DEFAULT))
                store.add(Quad(role, _LABEL, Literal(_words(store, role)), _DEFAULT))
            called.add(normal(label_of(store, role)))
        if roles and label and normal(label) not in called:
            store.add(Quad(post, _TYPE, _OFFICE, _DEFAULT))
            store.add(Quad(post, _LABEL, Literal(label), _DEFAULT))


def _words(store: Store, office: NamedNode | BlankNode) -> str:
    """What an office without a name is called."""
    if isinstance(office, NamedNode):
        return words_of(id_of(office.value))
    found = next(iter(store.quads_for_pattern(office, _POST_IN, None, _DEFAULT)), None)
    body = label_of(store, found.object) if found and isinstance(found.object, NamedNode | BlankNode) else ""
    return f"post in {body}" if body else "post"
