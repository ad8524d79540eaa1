"""People, and members of unknown kind, that several sources have by one name: who is one, and who is not.

A name alone does not tell: there are two Ann Lees. Those are one who are in the same body by both sources, as they are
where both are tables. Of others it is said that they are two, and how they become one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from shlex import quote

from pyoxigraph import DefaultGraph, NamedNode, Store

from ..amounts import shortened
from ..model.entities import Entity
from ..model.naming.forms import normal
from ..model.naming.one_node import join_nodes
from ..rdf.source import LocalSource
from ..rdf.terms import BASE, id_of, iri_of, named
from ..readers.vocabularies.blank_nodes import label_of
from ..readers.vocabularies.kinds import kinds_of, nodes_of
from .connected import together

__all__ = ["by_own_names", "is_known_by_name", "join_namesakes", "named_twice", "one_by_name_alone", "own_people"]

_DEFAULT = DefaultGraph()
_TYPE, _MEMBER, _BODY, _MEMBER_OF, _HELD_BY, _POST_IN = (
    named(name) for name in ("rdf:type", "org:member", "org:organization", "org:memberOf", "org:heldBy", "org:postIn")
)
_INTO = "-o merged.ttl"
_ONCE_MORE = f"--data merged.ttl {_INTO}"
_SHOWN = 3  # namesakes that are named, each with the command that makes them one


def by_own_names(entities: Iterable[Entity]) -> dict[str, str]:
    """The IRI that a table gives to each person or member of unknown kind, by that which a graph gives it.

    A member that is called as a state of the list is perhaps that state.
    """
    from ..model.known.authority import authority
    from ..readers.names.ids import id_for

    found = {}
    for entity in entities:
        if entity.kind not in ("person", "member") or entity.iri.startswith(BASE):
            continue
        meant = authority().find(entity.label) if entity.kind == "member" else None
        if meant is None or not meant.ambiguous:
            state = meant.state if meant is not None else None
            found[entity.iri] = iri_of(state.id if state is not None else id_for(entity.label))
    return found


def is_known_by_name(store: Store, iri: str) -> bool:
    """Whether a node is a person, or nobody says what it is: its name alone does not tell who it is."""
    return kinds_of(store, NamedNode(iri)).isdisjoint(("state", "body"))


def named_twice(store: Store, mapping: Mapping[str, str]) -> set[str]:
    """The IRIs that stand for several nodes of one source which it calls the same: to it they are two."""
    by_target: dict[str, list[str]] = {}
    for gone, into in mapping.items():
        by_target.setdefault(into, []).append(gone)
    several = {into: iris for into, iris in by_target.items() if len(iris) > 1}
    return {
        into
        for into, iris in several.items()
        if len({normal(label_of(store, NamedNode(iri)) or id_of(iri)) for iri in iris}) < len(iris)
    }


def join_namesakes(
    store: Store, alike: Mapping[str, Sequence[str]], where: str = "", *, twice: AbstractSet[str] = frozenset()
) -> tuple[list[str], list[str]]:
    """Join namesakes of several sources who are in the same body.

    Parameters
    ----------
    store : Store
        The graph of all sources, which is changed.
    alike : mapping of str to sequence of str
        The IRIs that sources have for who is called the same, by the IRI that a table gives to this name.
    where : str
        The options by which `blocs merge` finds the graph.
    twice : set of str
        The IRIs of names that one source has twice, of which nobody is joined.

    Returns
    -------
    tuple of (list of str, list of str)
        The IRIs of those who were joined, and what to say of those who were not.
    """
    joined, apart = [], list[tuple[list[str], str]]()
    for target, iris in alike.items():
        known = any(store.quads_for_pattern(NamedNode(target), None, None, None))
        nodes = list(dict.fromkeys([target, *iris] if known else iris))
        nodes = [iri for iri in nodes if _fits(kinds_of(store, NamedNode(nodes[0])), kinds_of(store, NamedNode(iri)))]
        if target in twice:
            apart.append((nodes, "as one source has two of this name"))
            continue
        groups = _sharing_a_body(store, nodes)
        kept = [target if target in group or (not known and len(groups) == 1) else group[0] for group in groups]
        for group, into in zip(groups, kept, strict=True):
            for gone in group:
                if gone != into and len(group) > 1:
                    join_nodes(store, gone, into)
        joined += [into for group, into in zip(groups, kept, strict=True) if len(group) > 1]
        if len(kept) > 1:
            apart.append((kept, "as no body has both"))
    return joined, _said(store, apart, where)


def _sharing_a_body(store: Store, nodes: Sequence[str]) -> list[list[str]]:
    """The nodes that are in the same body, together."""
    return [[nodes[place] for place in group] for group in together([_bodies(store, NamedNode(iri)) for iri in nodes])]


def _bodies(store: Store, node: NamedNode) -> set[object]:
    """What somebody is in, or holds an office in."""
    found: set[object] = {quad.object for quad in store.quads_for_pattern(node, _MEMBER_OF, None, _DEFAULT)}
    for has, of in ((_MEMBER, _BODY), (_HELD_BY, _POST_IN)):
        for quad in store.quads_for_pattern(None, has, node, _DEFAULT):
            found |= {body.object for body in store.quads_for_pattern(quad.subject, of, None, _DEFAULT)}
    return found


def _fits(one: set[str], other: set[str]) -> bool:
    """Whether two nodes can be one by their kinds: what is a member of unknown kind can be a person or a state."""
    return not (one - {"member"}) or not (other - {"member"}) or not one.isdisjoint(other - {"member"})


def _said(store: Store, apart: Sequence[tuple[Sequence[str], str]], where: str) -> list[str]:
    """What to say of namesakes that are nodes of their own, and how they become one."""
    if not apart:
        return []
    from ..model.naming.names import read_entities

    entities, _ = read_entities(LocalSource(store, ""))
    by_iri = {entity.iri: entity for entity in entities}
    said = []
    for iris, why in apart:
        found = [by_iri[iri] for iri in iris if iri in by_iri]
        if len(found) < 2:
            continue
        ids = [quote(entity.id) for entity in found]
        ways = [where, *[_ONCE_MORE if where.endswith(_INTO) else where] * (len(ids) - 2)]
        way = "; ".join(f"blocs merge {ids[0]} {other} {how}".strip() for other, how in zip(ids[1:], ways, strict=True))
        nodes = f"{', '.join(entity.id for entity in found[:-1])} and {found[-1].id}"
        said.append(f"{found[0].label} is {len(found)} nodes, {nodes}, {why}; if they are one: {way}")
    more = len(said) - _SHOWN
    return said[:_SHOWN] + ([f"{more} more names are of several nodes too; see: blocs check"] if more > 0 else [])


def own_people(store: Store) -> set[str]:
    """The people in a graph whose IRI is one of ours, as that is which is made of a name."""
    return {node.value for node in nodes_of(store, ("person",)) if node.value.startswith(BASE)}


def one_by_name_alone(parts: Sequence[tuple[str, Store]], given: AbstractSet[str]) -> list[str]:
    """What to say of people whom graphs give no IRI, and who are one with somebody of their name in another file.

    Parameters
    ----------
    parts : sequence of (str, Store)
        What each file is called, and what was read of it.
    given : set of str
        The IRIs that stand in the files themselves.

    Returns
    -------
    list of str
    """
    found: dict[str, list[tuple[str, Store]]] = {}
    for label, store in parts:
        for iri in own_people(store) - given:
            found.setdefault(iri, []).append((label, store))
    said = []
    for iri, those in sorted(found.items()):
        node = NamedNode(iri)
        bodies = [_bodies(store, node) for _, store in those]
        if len(those) > 1 and not set.intersection(*bodies):
            files = shortened([label for label, _ in those], _SHOWN)
            said.append(f"{label_of(those[0][1], node) or id_of(iri)} ({files})")
    if not said:
        return []
    return [
        f"one node by the name alone, though no body has it by all files: {shortened(said, _SHOWN, '; ')}; if they are"
        " two, give each an @id or IRI of its own"
    ]
