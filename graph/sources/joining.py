"""Making the nodes of several sources one, where they are the same thing by another name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ..model.authority import authority
from ..model.bodies import bodies
from ..model.name_forms import normal
from ..model.one_node import join_nodes
from ..rdf.source import LocalSource
from ..rdf.terms import BASE, id_of, iri_of, named, text_of

__all__ = ["apply_joins", "one_label_each", "states_elsewhere"]

_LABEL, _ALIAS = named("skos:prefLabel"), named("skos:altLabel")


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
