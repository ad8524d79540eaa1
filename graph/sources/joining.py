"""Making the nodes of several sources one, where they are the same thing by another name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from shlex import quote
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from ..amounts import shortened
from ..model.known.authority import authority
from ..model.known.bodies import bodies
from ..model.naming.forms import as_written, normal
from ..model.naming.one_node import LABELS, join_nodes
from ..rdf.languages import is_english
from ..rdf.source import LocalSource
from ..rdf.terms import BASE, id_of, iri_of, named, text_of
from ..readers.vocabularies.kinds import nodes_of
from .namesakes import by_own_names, is_known_by_name, join_namesakes, named_twice

if TYPE_CHECKING:
    from ..model.entities import Entity

__all__ = [
    "UNKNOWN_STATES",
    "apply_joins",
    "foreign_states_in_no_list",
    "labels_in",
    "nodes_elsewhere",
    "one_label_each",
    "said_of_foreign_states",
]

UNKNOWN_STATES = "not known to the list of states, and so joined with no state of another file"
"""How the note begins on states that a source names in another language, in no way that the list knows."""
_SHOWN = 20  # names written in several ways
_LABEL, _ALIAS = named("skos:prefLabel"), named("skos:altLabel")


def one_label_each(store: Store, *, several: bool = True, new: Mapping[str, str] | None = None) -> list[str]:
    """Where sources call one node by several labels, one stays: the list's own of a state or body that it has.

    The others become other names. Without the list's own it is the first of them in order.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    several : bool
        Whether it has several sources. Of one source alone, two labels of what is in no list are a mistake of its own.
    new : mapping of str to str, optional
        The labels of a source that has just come, by their nodes; without it, all sources have come together.

    Returns
    -------
    list of str
        What to say of names in no list that sources write in several ways, and that were taken for one.
    """
    together: list[tuple[str, ...]] = []
    listed = {iri_of(body.id): body.label for body in bodies().bodies}
    listed |= {iri_of(state.id): state.label for state in authority().states}
    labels: dict[str, list[Quad]] = {}
    for quad in store.quads_for_pattern(None, _LABEL, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal) and not quad.object.language:
            labels.setdefault(quad.subject.value, []).append(quad)
    for iri, found in labels.items():
        if len(found) < 2 or not (several or iri in listed):
            continue
        if several and iri not in listed and (new is None or iri in new):
            together += _ways_of_writing(iri, {text_of(quad.object) for quad in found}, (new or {}).get(iri, ""))
        own = [quad for quad in found if normal(text_of(quad.object)) == normal(listed.get(iri, ""))]
        kept = min(own or found, key=lambda quad: str(quad.object))
        for quad in found:
            if quad != kept:
                store.remove(quad)
                store.add(Quad(quad.subject, _ALIAS, quad.object, DefaultGraph()))
    if not together:
        return []
    from ..readers.names.reconciled import Reconciled

    return [Reconciled(together=tuple(together)).ways_of_writing(_SHOWN)]


def _ways_of_writing(iri: str, names: set[str], last: str) -> list[tuple[str, ...]]:
    """The ways of writing one name of which a node's id was made, the last one behind; none if there is only one."""
    from ..readers.names.ids import id_for

    if not iri.startswith(BASE):
        return []
    ways = {as_written(name): name for name in sorted(names) if id_for(name) == id_of(iri)}
    return [tuple(sorted(ways.values(), key=lambda name: (name == last, name)))] if len(ways) > 1 else []


def labels_in(store: Store) -> dict[str, str]:
    """The label of each node of a source, by its IRI.

    Parameters
    ----------
    store : Store
        The graph of the source.

    Returns
    -------
    dict of str to str
    """
    quads = store.quads_for_pattern(None, _LABEL, None, DefaultGraph())
    return {quad.subject.value: text_of(quad.object) for quad in quads if isinstance(quad.subject, NamedNode)}


def nodes_elsewhere(store: Store) -> tuple[dict[str, str], list[str]]:
    """The members and bodies of a source that other sources may have by another IRI, and what to say of the states.

    Parameters
    ----------
    store : Store
        The graph of the source.

    Returns
    -------
    dict of str to str
        From the IRI in the graph to the one that lists and tables have: the list's for what is in it, else that which
        a table gives to what has this name.
    list of str
        Which states are in the list and which are not, in a few lines.
    """
    entities = _named_entities(store)
    states, notes = _listed_states(entities)
    others = _by_names(entities, states) | by_own_names(entities)
    # Of what it has by the shared IRI too, and another node by the same name, the source knows that they are two.
    own = {entity.iri for entity in entities}
    found = {iri: into for iri, into in (states | others).items() if into}
    return {iri: into for iri, into in found.items() if into not in own}, notes


def _named_entities(store: Store) -> list[Entity]:
    """What a source describes and what has a name, or words that can be one in its IRI.

    Two nodes …/1 of two sources are not called 1.
    """
    from ..model.naming.names import in_order, read_entities

    labelled = {quad.subject for label in LABELS for quad in store.quads_for_pattern(None, label, None, None)}
    return [
        one
        for one in in_order(read_entities(LocalSource(store, ""))[0])
        if NamedNode(one.iri) in labelled or (len(one.label) > 1 and not any(letter.isdigit() for letter in one.label))
    ]


def _listed_states(entities: Sequence[Entity]) -> tuple[dict[str, str], list[str]]:
    """The list's IRI by that of each state that may be in it, and what to say of them.

    A node is joined by its codes and names together; one that may be several states, or whose names and codes do not
    fit together, has "" for an IRI, and so has one that needs no other.
    """
    from ..readers.names.reconcile import reconcile
    from ..readers.names.reconciled import Named

    named_ = {}
    for state in (entity for entity in entities if entity.kind == "state"):
        scheme = next((scheme for scheme in ("cow", "iso3") if scheme in state.codes), None)
        named_[state.iri] = Named(state.label, state.codes.get(scheme or "", ""), scheme)
    if not named_:
        return {}, []
    done = reconcile(named_.values())
    listed = {}
    for iri, name in named_.items():
        found = done[name]
        own = iri.startswith(BASE) and id_of(iri) in authority()
        if found.id or found.candidates or found.how:
            listed[iri] = "" if not found.id or own or iri == iri_of(found.id) else iri_of(found.id)
    return listed, [*done.short(), *filter(None, [done.unclear()])]


def foreign_states_in_no_list(store: Store) -> dict[str, str]:
    """The states of a source that it names in another language than English, in a way that the list does not know.

    Parameters
    ----------
    store : Store
        The graph of the source.

    Returns
    -------
    dict of str to str
        What each is called, by its IRI.
    """
    found = {}
    for node in nodes_of(store, ("state",)):
        names = [quad.object for label in LABELS for quad in store.quads_for_pattern(node, label, None, None)]
        texts = [name for name in names if isinstance(name, Literal)]
        if texts and not any(is_english(name.language) or authority().meanings(name.value) for name in texts):
            found[node.value] = _label(store, node.value)
    return found


def said_of_foreign_states(store: Store, found: Mapping[str, str], where: str) -> list[str]:
    """What to say of states in no list that are still nodes of their own beside those of other sources.

    Parameters
    ----------
    store : Store
        The graph of all sources.
    found : mapping of str to str
        What such states are called, by their IRIs.
    where : str
        The options by which `blocs merge` finds the graph.

    Returns
    -------
    list of str
    """
    alone = {iri: label for iri, label in found.items() if any(store.quads_for_pattern(NamedNode(iri), None, None))}
    if not alone or len(nodes_of(store, ("state",))) == len(alone):
        return []
    shown = shortened(sorted(alone.values()), 4)
    way = f"blocs merge {quote(id_of(next(iter(alone))))} OTHER {where}"
    return [f"{UNKNOWN_STATES}: {shown}; if one is the same as OTHER there: {way}"]


def _by_names(entities: Sequence[Entity], settled: Collection[str]) -> dict[str, str]:
    """The IRI that a table gives to a body of its name, or to a state in no list, by that of each that has another.

    What a graph has as a country can be a body all the same: the European Union, where it is a member of others.
    """
    from ..readers.names.ids import id_for
    from ..readers.names.reconcile import Reconciler

    listed = Reconciler()
    return {
        one.iri: iri_of(listed.body(one.label, as_member=one.kind == "state") or id_for(one.label))
        for one in entities
        if one.kind in ("body", "state") and not one.iri.startswith(BASE) and one.iri not in settled
    }


def _label(store: Store, iri: str) -> str:
    node = NamedNode(iri)
    quads = (quad for label in LABELS for quad in store.quads_for_pattern(node, label, None, None))
    return next((text_of(quad.object) for quad in quads), id_of(iri))


def _rank(store: Store, gone: str, into: str) -> tuple[str, bool, str, str]:
    """The lower, the sooner a node is joined: the first gives the label, where nobody has the shared node."""
    label, id_ = _label(store, gone), id_of(into)
    listed = authority()[id_].label if id_ in authority() else body.label if (body := bodies().get(id_)) else ""
    return into, normal(label) != normal(listed), label, gone


def _said(joined: Iterable[str]) -> list[str]:
    names = list(joined)
    return [f"one node each, though the sources have them by other IRIs: {shortened(names, 4)}"] if names else []


def apply_joins(
    store: Store, found: Sequence[Mapping[str, str]], new: AbstractSet[str] = frozenset(), where: str = ""
) -> list[str]:
    """Join the nodes that several sources have by several IRIs; what only one source has keeps its own IRI.

    Parameters
    ----------
    store : Store
        The graph of all sources, which is changed.
    found : sequence of mappings
        For each source, the shared IRIs by those that the source has for the same member or body.
    new : set of str
        The nodes of a source that has just come.
    where : str
        The options by which `blocs merge` finds the graph, for what is said of those that stay two.

    Returns
    -------
    list of str
        Which of the new nodes were joined, in a line, if any were, and which may be one and were not.
    """
    sources = Counter(into for mapping in found for into in set(mapping.values()))
    known = {into for into in sources if any(store.quads_for_pattern(NamedNode(into), None, None, None))}
    joined: dict[str, None] = {}
    alike: dict[str, list[str]] = {}
    twice = {into for mapping in found for into in named_twice(store, mapping)}
    shared = {into for into in sources if into in known or sources[into] > 1}
    pairs = [pair for mapping in found for pair in mapping.items() if pair[1] in shared]
    for gone, into in sorted(pairs, key=lambda pair: _rank(store, *pair)):
        if into in twice or is_known_by_name(store, gone):
            alike.setdefault(into, []).append(gone)
            continue
        join_nodes(store, gone, into)
        if gone in new or into in new:
            joined[_label(store, into)] = None
    # The bodies are one by now, so that it can be told who is in the same.
    told = {into for into, iris in alike.items() if into in new or not new.isdisjoint(iris)}
    join_namesakes(store, {into: iris for into, iris in alike.items() if into not in told}, twice=twice)
    together, apart = join_namesakes(store, {into: alike[into] for into in alike if into in told}, where, twice=twice)
    joined |= {_label(store, iri): None for iri in together}
    return [*_said(joined), *apart]
