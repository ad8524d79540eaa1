"""Making the nodes of several sources one, where they are the same thing by another name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ..amounts import shortened
from ..model.authority import authority
from ..model.bodies import bodies
from ..model.name_forms import normal
from ..model.one_node import LABELS, join_nodes
from ..rdf.source import LocalSource
from ..rdf.terms import BASE, id_of, iri_of, named, text_of

if TYPE_CHECKING:
    from ..model.entities import Entity
    from ..readers.reconcile import Named

__all__ = ["apply_joins", "join_across", "nodes_elsewhere", "one_label_each"]

_LABEL, _ALIAS, _TYPE = named("skos:prefLabel"), named("skos:altLabel"), named("rdf:type")


def one_label_each(store: Store, *, several: bool = True) -> None:
    """Where sources call one node by several labels, one stays: the list's own of a state or body that it has.

    The others become other names. Without the list's own it is the first of them in order.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    several : bool
        Whether it has several sources. Of one source alone, two labels of what is in no list are a mistake of its own.
    """
    listed = {iri_of(body.id): body.label for body in bodies().bodies}
    listed |= {iri_of(state.id): state.label for state in authority().states}
    labels: dict[str, list[Quad]] = {}
    for quad in store.quads_for_pattern(None, _LABEL, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and not quad.object.language:
            labels.setdefault(quad.subject.value, []).append(quad)
    for iri, found in labels.items():
        if len(found) < 2 or not (several or iri in listed):
            continue
        own = [quad for quad in found if normal(text_of(quad.object)) == normal(listed.get(iri, ""))]
        kept = min(own or found, key=lambda quad: str(quad.object))
        for quad in found:
            if quad != kept:
                store.remove(quad)
                store.add(Quad(quad.subject, _ALIAS, quad.object, DefaultGraph()))


def nodes_elsewhere(store: Store) -> tuple[dict[str, str], list[str]]:
    """The states and bodies of a source that other sources have by another IRI, and what to say of the states.

    Parameters
    ----------
    store : Store
        The graph of the source.

    Returns
    -------
    dict of str to str
        From the IRI in the graph to the one that lists and tables have: the list's for what is in it, else that which
        a table gives to a body of this name.
    list of str
        Which states are in the list and which are not, in a few lines.
    """
    entities = _states_and_bodies(store)
    states, notes, named_ = _listed_states(entities)
    times = Counter(named_.values())
    # Of two nodes by one name the source knows that they are two.
    found = {iri: target for iri, target in states.items() if times[named_[iri]] == 1}
    bodies_ = _shared_bodies(entities)
    times_ = Counter(bodies_.values())
    return found | {iri: target for iri, target in bodies_.items() if times_[target] == 1}, notes


def join_across(store: Store, parts: Sequence[Store]) -> list[str]:
    """Join the states and bodies that several files have by several IRIs; what one file has twice stays as it is.

    Parameters
    ----------
    store : Store
        The graph of all files, which is changed.
    parts : sequence of Store
        What each of them brought.

    Returns
    -------
    list of str
        What was joined, in a line, if anything was.
    """
    entities = _states_and_bodies(store)
    states, _, _ = _listed_states(entities)
    groups: dict[str, set[str]] = {}
    for iri, target in (states | _shared_bodies(entities)).items():
        groups.setdefault(target, set()).add(iri)
    of_both = {entity.iri for entity in entities}
    joined: dict[str, None] = {}
    for target, iris in groups.items():
        together = iris | ({target} & of_both)
        if len(together) == 1 or any(sum(_describes(part, iri) for iri in together) > 1 for part in parts):
            continue
        for gone in sorted(iris):
            join_nodes(store, gone, target)
        joined[_label(store, target)] = None
    return _said(joined)


def _states_and_bodies(store: Store) -> list[Entity]:
    from ..model.names import read_names

    return [entity for entity in read_names(LocalSource(store, "")).entities if entity.kind in ("state", "body")]


def _listed_states(entities: Sequence[Entity]) -> tuple[dict[str, str], list[str], dict[str, Named]]:
    """The list's IRI by that of each state that has another, what to say of them, and how the source names them.

    A node is joined by its codes and names together; one that may be several states, or whose names and codes do not
    fit together, is not.
    """
    from ..readers.reconcile import Named, reconcile

    named_ = {}
    for state in (entity for entity in entities if entity.kind == "state"):
        scheme = next((scheme for scheme in ("cow", "iso3") if scheme in state.codes), None)
        named_[state.iri] = Named(state.label, state.codes.get(scheme or "", ""), scheme)
    if not named_:
        return {}, [], {}
    done = reconcile(named_.values())
    joined = {
        iri: iri_of(target)
        for iri, name in named_.items()
        if (target := done[name].id)
        and iri != iri_of(target)
        and not (iri.startswith(BASE) and id_of(iri) in authority())
    }
    return joined, [*done.short(), *filter(None, [done.unclear()])], named_


def _shared_bodies(entities: Sequence[Entity]) -> dict[str, str]:
    """The IRI that a table gives to a body of its name, by that of each body that has another."""
    from ..readers.ids import id_for
    from ..readers.reconcile import Reconciler

    listed = Reconciler()
    found = {
        body.iri: iri_of(listed.body(body.label) or id_for(body.label))
        for body in entities
        if body.kind == "body" and not body.iri.startswith(BASE)
    }
    return {iri: target for iri, target in found.items() if iri != target}


def _describes(part: Store, iri: str) -> bool:
    """Whether a file names a node, or says of it what it is."""
    node = NamedNode(iri)
    return any(any(part.quads_for_pattern(node, said, None, None)) for said in (*LABELS, _TYPE))


def _label(store: Store, iri: str) -> str:
    node = NamedNode(iri)
    quads = (quad for label in LABELS for quad in store.quads_for_pattern(node, label, None, None))
    return next((text_of(quad.object) for quad in quads), id_of(iri))


def _said(joined: Iterable[str]) -> list[str]:
    names = list(joined)
    return [f"one node each, though the sources have them by other IRIs: {shortened(names, 4)}"] if names else []


def apply_joins(store: Store, found: Sequence[Mapping[str, str]], new: Collection[str] = ()) -> list[str]:
    """Join the nodes that several sources have by several IRIs; what only one source has keeps its own IRI.

    Parameters
    ----------
    store : Store
        The graph of all sources, which is changed.
    found : sequence of mappings
        For each source, the shared IRIs by those that the source has for the same state or body.
    new : collection of str
        The nodes of a source that has just come.

    Returns
    -------
    list of str
        Which of the new nodes were joined, in a line, if any were.
    """
    sources = Counter(into for mapping in found for into in set(mapping.values()))
    known = {into for into in sources if any(store.quads_for_pattern(NamedNode(into), None, None, None))}
    joined: dict[str, None] = {}
    for mapping in found:
        for gone, into in mapping.items():
            if into in known or sources[into] > 1:
                join_nodes(store, gone, into)
                if gone in new or into in new:
                    joined[_label(store, into)] = None
    return _said(joined)
