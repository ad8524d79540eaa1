"""Making two nodes of a graph one, where they are the same thing by another name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ..model.authority import authority
from ..model.bodies import bodies
from ..model.name_forms import normal
from ..rdf.source import LocalSource
from ..rdf.terms import BASE, id_of, iri_of, named, text_of

__all__ = ["apply_joins", "join_nodes", "one_label_each", "states_elsewhere"]

_LABEL, _ALIAS, _SAME, _MEMBER, _ORGANIZATION, _TYPE, _MEMBERSHIP = (
    named(name)
    for name in (
        *("skos:prefLabel", "skos:altLabel", "skos:exactMatch"),
        *("org:member", "org:organization", "rdf:type", "org:Membership"),
    )
)
_ASIDE = frozenset(
    named(name).value for name in ("skos:exactMatch", "skos:prefLabel", "skos:altLabel", "blocs:abbreviation")
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
    labelled = any(store.quads_for_pattern(new, _LABEL, None, None))
    for quad in before:
        store.remove(quad)
    store.extend(_renamed(quad, old, new, labelled=labelled) for quad in before)
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


def one_label_each(store: Store) -> None:
    """Where sources call a state or body of the lists by several labels, the list's own is the label, if one has it.

    The others become other names. Without the list's own it is the first of them in order.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    listed = {state.id: state.label for state in authority().states}
    listed |= {body.id: body.label for body in bodies().bodies if body.id not in listed}
    for node_id, label in listed.items():
        node = NamedNode(iri_of(node_id))
        found = [
            quad
            for quad in store.quads_for_pattern(node, _LABEL, None, DefaultGraph())
            if isinstance(quad.object, Literal) and not quad.object.language
        ]
        if len(found) < 2:
            continue
        own = [quad for quad in found if normal(text_of(quad.object)) == normal(label)]
        kept = min(own or found, key=lambda quad: str(quad.object))
        for quad in found:
            if quad != kept:
                store.remove(quad)
                store.add(Quad(node, _ALIAS, quad.object, DefaultGraph()))


def states_elsewhere(store: Store) -> tuple[dict[str, str], list[str]]:
    """The states of a graph that are states of the list by another IRI, and what to say of them.

    A node is joined by its codes and names together; one that may be several states, or whose names and codes do not
    fit together, is not.

    Parameters
    ----------
    store : Store
        The graph.

    Returns
    -------
    dict of str to str
        From the IRI in the graph to the list's.
    list of str
        Which were joined and which were not, in a few lines.
    """
    from ..model.names import read_names
    from ..readers.reconcile import Named, reconcile

    states = [entity for entity in read_names(LocalSource(store, "")).entities if entity.kinds[:1] == ("state",)]
    if not states:
        return {}, []
    named_ = {}
    for state in states:
        scheme = next((scheme for scheme in ("cow", "iso3") if scheme in state.codes), None)
        named_[state.iri] = Named(state.label, state.codes.get(scheme or "", ""), scheme)
    done = reconcile(named_.values())
    joined: dict[str, str] = {}
    times = Counter(named_.values())
    for iri, name in named_.items():
        found = done[name].id
        # Of two nodes by one name the source knows that they are two.
        if (
            found
            and times[name] == 1
            and iri != iri_of(found)
            and not (iri.startswith(BASE) and id_of(iri) in authority())
        ):
            joined[iri] = iri_of(found)
    return joined, [*done.short(), *filter(None, [done.unclear()])]


def apply_joins(store: Store, found: Sequence[Mapping[str, str]]) -> None:
    """Join the states that several sources have by several IRIs; what only one source has keeps its own IRI.

    Parameters
    ----------
    store : Store
        The graph of all sources, which is changed.
    found : sequence of mappings
        For each source, the IRIs of the list by those that the source has for the same state.
    """
    sources = Counter(into for mapping in found for into in set(mapping.values()))
    known = {into for into in sources if any(store.quads_for_pattern(NamedNode(into), None, None, None))}
    for mapping in found:
        for gone, into in mapping.items():
            if into in known or sources[into] > 1:
                join_nodes(store, gone, into)
