"""Nodes of one graph that are the same by the graph's own word: one state has one node, and all that is said of it.

`owl:sameAs` says so of anything, `skos:exactMatch` of concepts, and schema.org's `sameAs` of what has another address.
Most of these lead out of the graph. Two are joined if both take part in it, and what they are called and what they
are does not speak against it. States that the graph calls by two names of one state of the list are one, too, unless
one of the names is of other years than the other: whether "Soviet Union" and "Russia" are one is for the file to say.
So are bodies by names of one body of the list: "NATO" and "OTAN".
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ...amounts import shortened
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...model.naming.names import normal
from ...model.naming.one_node import LABELS, join_nodes
from ...rdf.languages import is_english
from ...rdf.terms import BASE, named
from .blank_nodes import label_of
from .kinds import kinds_of, nodes_of

__all__ = ["SAME", "are_different", "join_listed", "join_listed_bodies", "join_same"]

SAME = (
    NamedNode("http://www.w3.org/2002/07/owl#sameAs"),
    NamedNode("https://schema.org/sameAs"),
    NamedNode("http://schema.org/sameAs"),
    named("skos:exactMatch"),
)
"""The properties that say that two nodes are one."""

_DEFAULT = DefaultGraph()
_PARTS = tuple(named(f"org:{name}") for name in ("member", "organization", "memberOf", "heldBy", "postIn"))
_DIFFERENT = NamedNode("http://www.w3.org/2002/07/owl#differentFrom")
_MEMBER_OF = named("org:memberOf")
_SHOWN = 3  # joined nodes that are named


def join_same(store: Store) -> list[str]:
    """Make one node of those that a graph says are the same.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which were joined, and which were not though the graph says that they are the same.
    """
    joined: dict[str, None] = {}
    apart: dict[str, None] = {}
    gone: dict[NamedNode, NamedNode] = {}
    for first, second in sorted(_pairs(store), key=str):
        one, other = _now(first, gone), _now(second, gone)
        if one == other or not (_is_somebody(store, one) and _is_somebody(store, other)):
            continue
        kept, left = sorted((one, other), key=lambda node: _rank(store, node))
        names = " and ".join(dict.fromkeys(_called(store, node) for node in (kept, left)))
        if not _fits(store, kept, left):
            apart[names] = None
            continue
        join_nodes(store, left.value, kept.value)
        gone[left] = kept
        joined[names] = None
    notes = []
    if joined:
        notes.append(
            f"joined, as the file says that they are the same: {shortened(joined, _SHOWN)}; if not, mend the file"
        )
    if apart:
        shown = shortened(apart, _SHOWN)
        notes.append(
            f"not joined, though the file says that they are the same: {shown}; give them one name or class, or take"
            " the statement out"
        )
    return notes


def join_listed(store: Store) -> list[str]:
    """Join the states that the list has as one by names of the same times, and say which may be one by former names.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which were joined, and which may be one.
    """
    by_state: dict[str, dict[NamedNode, str]] = {}
    alike: dict[str, dict[NamedNode, str]] = {}
    for node in nodes_of(store, ("state",)):
        label = label_of(store, node)
        match = authority().find(label) if label else None
        if match is not None and match.state is not None:
            by_state.setdefault(match.state.id, {})[node] = label
        elif match is not None and match.candidates:
            alike.setdefault(normal(label), {})[node] = label
    joined, unsure = [], []
    for state_id, nodes in sorted(by_state.items()):
        if len(nodes) < 2 or are_different(store, nodes):
            continue
        groups: dict[object, list[NamedNode]] = {}
        for node in sorted(nodes, key=lambda node: _rank(store, node)):
            groups.setdefault(_times(nodes[node], state_id, by_state) or node, []).append(node)
        for same in groups.values():
            for gone in same[1:]:
                join_nodes(store, gone.value, same[0].value)
            if len(same) > 1:
                joined.append(_by_names([nodes[node] for node in same]))
        if len(groups) > 1:
            firsts = sorted((same[0] for same in groups.values()), key=lambda node: _rank(store, node))
            unsure.append(_by_names([nodes[node] for node in sorted(firsts, key=lambda node: _is_former(nodes[node]))]))
    notes = []
    if joined:
        notes.append(
            f"joined, as the list of states has them as one: {shortened(joined, _SHOWN)}; if not, say"
            " owl:differentFrom in the file"
        )
    if unsure:
        notes.append(
            f"perhaps one state by a former name, and not joined: {shortened(unsure, _SHOWN)}; if they are, say"
            " owl:sameAs in the file, and if not, owl:differentFrom"
        )
    several = (nodes for nodes in alike.values() if len(nodes) > 1 and not are_different(store, nodes))
    if called := sorted(_by_names(list(nodes.values())) for nodes in several):
        notes.append(
            f"not joined, as several states are called so: {shortened(called, _SHOWN)}; if they are one, say owl:sameAs"
            " in the file, and if not, owl:differentFrom"
        )
    return notes


def join_listed_bodies(store: Store) -> list[str]:
    """Join the bodies that the list has as one, by names in whichever language, and say which may be one.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of str
        Which were joined, and which may be one by an abbreviation that several bodies have.
    """
    by_body: dict[str, dict[NamedNode, str]] = {}
    for node in nodes_of(store, ("body",)):
        label = label_of(store, node)
        if label and (body := bodies().named(label)) is not None:
            by_body.setdefault(body.id, {})[node] = label
    joined, unsure = [], []
    translated = {body.id: set(body.translations) for body in bodies().bodies if body.id in by_body}
    for body_id, nodes in by_body.items():
        if len(nodes) < 2 or are_different(store, nodes):
            continue
        shared = {node for node, label in nodes.items() if len(bodies().find(label)) > 1}
        foreign = {node for node, label in nodes.items() if label in translated[body_id]}
        first, *rest = sorted(nodes, key=lambda node: (node in shared, node in foreign, *_rank(store, node)))
        same = [node for node in rest if node not in shared or normal(nodes[node]) == normal(nodes[first])]
        for gone in same:
            join_nodes(store, gone.value, first.value)
        if same:
            joined.append(_by_names([nodes[node] for node in (first, *same)]))
        if left := [nodes[node] for node in rest if node not in same]:
            unsure.append(" and ".join([nodes[first], *left]))
    notes = []
    if joined:
        notes.append(
            f"joined, as the list of bodies has them as one: {shortened(sorted(joined), _SHOWN)}; if not, say"
            " owl:differentFrom in the file"
        )
    if unsure:
        notes.append(
            f"perhaps one body, and not joined: {shortened(sorted(unsure), _SHOWN)}; if they are, say owl:sameAs in the"
            " file, and if not, owl:differentFrom"
        )
    return notes


def _by_names(names: Sequence[str]) -> str:
    """Names of one thing, each once, and of how many nodes they are if that are more."""
    different = list({normal(name): name for name in reversed(names)}.values())[::-1]
    return " and ".join(different) + (f" ({len(names)} nodes)" if len(different) < len(names) else "")


def _times(label: str, state_id: str, others: Collection[str]) -> frozenset[tuple[int | None, int | None]]:
    """The years in which a name was that of a state, as the list has them; none if it may mean another state here.

    It may if another of its states is there today, as two are that are called "Congo", or is in the graph: one with
    East Germany in it may mean West Germany by "Germany".
    """
    meant = [state for state in authority().meanings(label) if state.id != state_id]
    if any(not state.ended or state.id in others for state in meant):
        return frozenset()
    found = {(name.first, name.last) for name in authority()[state_id].names if normal(name.text) == normal(label)}
    always = {(None, None)}  # so is a name in another language: it is one of today
    return frozenset(found - always) or frozenset(always)


def _is_former(label: str) -> bool:
    """Whether a name is of some years only."""
    names = (
        name for state in authority().meanings(label) for name in state.names if normal(name.text) == normal(label)
    )
    return any(name.dated for name in names)


def are_different(store: Store, nodes: Collection[NamedNode]) -> bool:
    """Whether the graph says that some of the nodes are different (`owl:differentFrom`).

    Parameters
    ----------
    store : Store
        The graph.
    nodes : collection of NamedNode
        The nodes.

    Returns
    -------
    bool
    """
    said = (quad for node in nodes for quad in store.quads_for_pattern(node, _DIFFERENT, None, _DEFAULT))
    return any(quad.object in nodes for quad in said)


def _pairs(store: Store) -> set[tuple[NamedNode, NamedNode]]:
    found = (quad for same in SAME for quad in store.quads_for_pattern(None, same, None, _DEFAULT))
    return {
        (quad.subject, quad.object)
        for quad in found
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode) and quad.subject != quad.object
    }


def _now(node: NamedNode, gone: dict[NamedNode, NamedNode]) -> NamedNode:
    while node in gone:
        node = gone[node]
    return node


def _is_somebody(store: Store, node: NamedNode) -> bool:
    """Whether a node is in a membership or post, or has a name or a class of the model."""
    return (
        any(any(store.quads_for_pattern(None, part, node, _DEFAULT)) for part in _PARTS)
        or any(any(store.quads_for_pattern(node, of, None, _DEFAULT)) for of in (_MEMBER_OF, *LABELS))
        or bool(kinds_of(store, node))
    )


def _rank(store: Store, node: NamedNode) -> tuple[bool, bool, bool, str]:
    """The lower, the rather a node stays: one of our own, with an English name, with any."""
    name = label_of(store, node)
    english = any(
        isinstance(quad.object, Literal) and is_english(quad.object.language)
        for label in LABELS
        for quad in store.quads_for_pattern(node, label, None, _DEFAULT)
    )
    return (not node.value.startswith(BASE), not english, not name, node.value)


def _called(store: Store, node: NamedNode) -> str:
    return label_of(store, node) or f"<{node.value}>"


def _fits(store: Store, one: NamedNode, other: NamedNode) -> bool:
    """Whether two nodes can be one: not a person and a state, nor two states of the list."""
    narrow = [kinds - {"member", "topic"} for kinds in (kinds_of(store, one), kinds_of(store, other))]
    if all(narrow) and not narrow[0] & narrow[1]:
        return False
    states = [authority().find(label_of(store, node)).state for node in (one, other)]
    return None in states or states[0] == states[1]
