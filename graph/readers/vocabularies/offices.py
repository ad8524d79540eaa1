"""Offices by what a graph calls them, the role of a post and the post's own name beside it, and who held them when."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Store

from ...model.naming.forms import normal, slug
from ...rdf.terms import Term, id_of, iri_of, named, words_of
from .blank_nodes import label_of, replace_node
from .lenses import Node
from .pair_facts import fact_of
from .rdf_dates import END, START

__all__ = ["hold_through", "name_offices", "name_roles", "office_called", "office_iri"]

_DEFAULT = DefaultGraph()
_TYPE, _LABEL, _SOURCE, _BASIS = (
    named(name) for name in ("rdf:type", "skos:prefLabel", "dcterms:source", "blocs:basis")
)
_OFFICE, _ROLE, _IS_POST, _POST_IN, _HELD_BY, _MEMBER, _BODY = (
    named(f"org:{name}") for name in ("Role", "role", "Post", "postIn", "heldBy", "member", "organization")
)
_POST, _HELD_THROUGH = (NamedNode(f"http://www.w3.org/ns/opengov#{name}") for name in ("post", "heldThrough"))
_TERM = (START, END, _SOURCE, _BASIS)
"""What is said of a membership through a post, and so of the holding of it."""


def office_iri(name: str) -> str:
    """The IRI of the office of a name.

    >>> office_iri("Vice Chair")
    'https://w3id.org/blocs/id/role-vice-chair'
    """
    return iri_of("role-" + (slug(name) or "unnamed"))


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
    office = NamedNode(office_iri(name))
    store.add(Quad(office, _TYPE, _OFFICE, _DEFAULT))
    store.add(Quad(office, _LABEL, Literal(name), _DEFAULT))
    return office


def name_roles(store: Store) -> None:
    """Give the roles of a graph the names that they have in other words, and those that are blank nodes an address.

    `org:role [ rdf:value "observer" ]` is as good as `org:role "observer"`.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    roles: set[Term] = {quad.subject for quad in store.quads_for_pattern(None, _TYPE, _OFFICE, _DEFAULT)}
    roles |= {quad.object for quad in store.quads_for_pattern(None, _ROLE, None, _DEFAULT)}
    for role in roles:
        if not isinstance(role, Node):
            continue
        name = label_of(store, role)
        if not name and (name := _said_of(store, role)):
            store.add(Quad(role, _LABEL, Literal(name), _DEFAULT))
        if name and isinstance(role, BlankNode):
            replace_node(store, role, NamedNode(office_iri(name)))


_ROLE_NAMES = (
    *(NamedNode(f"{http}://schema.org/roleName") for http in ("https", "http")),
    *(named(name) for name in ("rdf:value", "skos:notation")),
)


def _said_of(store: Store, role: Node) -> str:
    """What a role without a label says that it is: in words for it, or as the only text of a blank node."""
    texts = {
        quad.predicate: quad.object.value
        for quad in store.quads_for_pattern(role, None, None, _DEFAULT)
        if isinstance(quad.object, Literal) and any(map(str.isalpha, quad.object.value))
    }
    said = next((texts[name] for name in _ROLE_NAMES if name in texts), "")
    return said or (next(iter(texts.values())) if len(texts) == 1 and isinstance(role, BlankNode) else "")


def name_offices(store: Store, posts: Iterable[Node]) -> None:
    """Give posts their offices: a role that is a text becomes one, and so does a post with a name of its own.

    "Member for the North" in the role of a member of parliament is found by both names. A post without a role is an
    office of its own; if it has no name it is called by its address or, if it has none, by its body.

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
            if not isinstance(role, Node):
                continue
            if not label_of(store, role):
                store.add(Quad(role, _TYPE, _OFFICE, _DEFAULT))
                store.add(Quad(role, _LABEL, Literal(_words(store, role)), _DEFAULT))
            called.add(normal(label_of(store, role)))
        if not roles and isinstance(post, BlankNode):
            # What has no address cannot be an office that is asked for.
            store.add(Quad(post, _ROLE, office_called(store, label or _words(store, post)), _DEFAULT))
        elif not roles:
            store.add(Quad(post, _ROLE, post, _DEFAULT))
            store.add(Quad(post, _TYPE, _OFFICE, _DEFAULT))
            store.add(Quad(post, _LABEL, Literal(label or _words(store, post)), _DEFAULT))
        elif label and normal(label) not in called:
            store.add(Quad(post, _TYPE, _OFFICE, _DEFAULT))
            store.add(Quad(post, _LABEL, Literal(label), _DEFAULT))


def hold_through(store: Store, memberships: Iterable[Node]) -> list[NamedNode]:
    """Say of each membership through a post that its member held the post for that time.

    A post of Popolo has its holders one after another, and its own dates are those of the post: none of theirs.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    memberships : iterable of NamedNode or BlankNode
        The memberships; the offices of their posts have names already.

    Returns
    -------
    list of NamedNode
        The new facts.
    """
    made: list[NamedNode] = []
    through: set[object] = {quad.subject for quad in store.quads_for_pattern(None, _POST, None, _DEFAULT)}
    through |= {quad.object for quad in store.quads_for_pattern(None, _HELD_THROUGH, None, _DEFAULT)}
    for membership in memberships:
        if membership not in through:
            continue
        posts = {quad.object for quad in store.quads_for_pattern(membership, _POST, None, _DEFAULT)}
        posts |= {quad.subject for quad in store.quads_for_pattern(None, _HELD_THROUGH, membership, _DEFAULT)}
        said = [quad for quad in store.quads_for_pattern(membership, None, None, _DEFAULT) if quad.predicate in _TERM]
        for post in posts:
            if not isinstance(post, Node):
                continue
            for quad in list(store.quads_for_pattern(membership, _MEMBER, None, _DEFAULT)):
                if not isinstance(quad.object, Node) or Quad(post, _HELD_BY, quad.object, _DEFAULT) in store:
                    continue
                fact = _holding(post, membership, quad.object, said)
                place = _first(store, post, _POST_IN) or _first(store, membership, _BODY)
                facts = [(_TYPE, _IS_POST), (_HELD_BY, quad.object), (_ROLE, _office(store, post)), (_POST_IN, place)]
                facts += [(one.predicate, one.object) for one in said]
                store.extend([Quad(fact, name, value, _DEFAULT) for name, value in facts if value is not None])
                store.add(Quad(post, _HELD_THROUGH, membership, _DEFAULT))
                made.append(fact)
    return made


def _holding(post: Node, membership: Node, holder: Node, said: Iterable[Quad]) -> NamedNode:
    """The node of who held a post by a membership, which has an address also where the membership has none."""
    if isinstance(membership, NamedNode):
        return fact_of(post, membership)
    dates = sorted(str(quad.object) for quad in said if quad.predicate in (START, END))
    return fact_of(fact_of(post, holder), BlankNode(slug(" ".join(dates)) or "undated"))


def _first(store: Store, node: Node, property_: NamedNode) -> Term | None:
    return next((quad.object for quad in store.quads_for_pattern(node, property_, None, _DEFAULT)), None)


def _office(store: Store, post: Node) -> Term | None:
    """The post itself where it has a name of its own, else its role."""
    return post if Quad(post, _TYPE, _OFFICE, _DEFAULT) in store else _first(store, post, _ROLE)


def _words(store: Store, office: Node) -> str:
    """What an office without a name is called."""
    if isinstance(office, NamedNode):
        return words_of(id_of(office.value))
    found = next(iter(store.quads_for_pattern(office, _POST_IN, None, _DEFAULT)), None)
    body = label_of(store, found.object) if found and isinstance(found.object, Node) else ""
    return f"post in {body}" if body else "post"
