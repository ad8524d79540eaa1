"""Making two nodes of a graph one: what is said of the one is then said of the other."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ...rdf.terms import named
from .names import NAME_PROPERTIES

__all__ = ["LABELS", "join_nodes"]

_ALIAS, _SAME, _MEMBER, _ORGANIZATION, _TYPE, _MEMBERSHIP = (
    named(name)
    for name in (
        *("skos:altLabel", "skos:exactMatch"),
        *("org:member", "org:organization", "rdf:type", "org:Membership"),
    )
)
LABELS = tuple(NamedNode(iri) for iri, (how, _) in NAME_PROPERTIES.items() if how == "label")
"""The properties that give a node its label."""
_ASIDE = frozenset(
    (*(label.value for label in LABELS), *(named(n).value for n in ("skos:exactMatch", "blocs:abbreviation")))
)


def join_nodes(store: Store, gone: str, into: str) -> int:
    """Make two nodes one: what is said of the one is said of the other, whose label stays.

    The label and abbreviation of the node that goes become other names, and its IRI a `skos:exactMatch`. Memberships of
    both stay, each with its evidence; of two that say the very same, in the same words and from the same source, one
    stays.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    gone, into : str
        The IRIs of the node that goes and the one that it goes into.

    Returns
    -------
    int
        How many statements were about the node that went.
    """
    old, new = NamedNode(gone), NamedNode(into)
    before = [
        *store.quads_for_pattern(old, None, None, None),
        *store.quads_for_pattern(None, old, None, None),
        *store.quads_for_pattern(None, None, old, None),
    ]
    labels = {quad.object for label in LABELS for quad in store.quads_for_pattern(new, label, None, None)}
    for quad in before:
        store.remove(quad)
    renamed = (_renamed(quad, old, new, labelled=bool(labels)) for quad in before)
    store.extend(quad for quad in renamed if not (quad.predicate == _ALIAS and quad.object in labels))
    if before:
        store.add(Quad(new, _SAME, old, DefaultGraph()))
    _drop_repeated(store, {quad.subject for quad in before if quad.predicate in (_MEMBER, _ORGANIZATION)}, new)
    return len(before)


def _renamed(quad: Quad, old: NamedNode, new: NamedNode, *, labelled: bool) -> Quad:
    subject, predicate, value = (new if term == old else term for term in quad.triple)
    if labelled and quad.subject == old and predicate.value in _ASIDE and isinstance(value, Literal):
        predicate = _ALIAS
    return Quad(subject, predicate, value, quad.graph_name)


def _drop_repeated(store: Store, facts: Iterable[object], node: NamedNode) -> None:
    """Of memberships of a node that say the very same, all but the first are taken out."""
    moved = {fact for fact in facts if isinstance(fact, NamedNode)}
    if not moved:
        return
    said: dict[frozenset[tuple[object, ...]], NamedNode] = {}
    ends = (*store.quads_for_pattern(None, _MEMBER, node), *store.quads_for_pattern(None, _ORGANIZATION, node))
    for fact in sorted({quad.subject for quad in ends if isinstance(quad.subject, NamedNode)}, key=str):
        quads = list(store.quads_for_pattern(fact, None, None, None))
        if not any(quad.object == _MEMBERSHIP for quad in quads):
            continue
        content = frozenset((quad.predicate, quad.object, quad.graph_name) for quad in quads)
        if content in said and not any(store.quads_for_pattern(None, None, fact, None)):
            for quad in quads:
                store.remove(quad)
        said.setdefault(content, fact)
