"""Joining two nodes by hand: in a store, where it can be undone, or in the graph of files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Store

from ...errors import InvalidRequest
from ...model.dates import today
from ...model.entities import Entity
from ...model.known.authority import authority
from ...model.known.bodies import bodies
from ...model.known.well_known import well_known
from ...model.naming.forms import normal
from ...model.naming.names import Names, read_names
from ...model.naming.one_node import join_nodes
from ...rdf.source import LocalSource, Merge
from ...rdf.terms import BASE, id_of, named
from ..progress import Progress, silent
from .manifest import read_manifest
from .store import open_store
from .store_changes import change_merges

__all__ = ["Merged", "merge_in_graph", "merge_in_store", "undo_merge"]

_MEMBER, _ORGANIZATION = named("org:member"), named("org:organization")
_MEMBER_OF = named("org:memberOf")


@dataclass(frozen=True)
class Merged:
    """What a merge does: the node that stays, the one that goes into it, and what both have.

    Parameters
    ----------
    into, gone : Entity
        The nodes.
    statements, memberships : int
        How many statements, and memberships among them, are about the node that goes.
    """

    into: Entity
    gone: Entity
    statements: int
    memberships: int


def merge_in_store(
    path: Path,
    into: str,
    gone: str,
    progress: Progress = silent,
    *,
    force: bool = False,
    dry_run: bool = False,
) -> Merged:
    """Join two nodes of a store: what is said of the second is said of the first from now on.

    The evidence of both stays, and the second's names become other names. It holds for later imports too, until
    `undo_merge` takes it back.

    Parameters
    ----------
    path : Path
        The store's folder.
    into, gone : str
        The names or ids of the node that stays and the one that goes into it.
    progress : callable
        Told what is going on.
    force : bool
        Whether two different states or bodies of the lists are joined all the same.
    dry_run : bool
        Whether to only say what would be joined.

    Returns
    -------
    Merged

    Raises
    ------
    UnknownName
        If there is no such node.
    InvalidRequest
        If they are one node already, things of different kinds, or two states or bodies of the lists without `force`.
    OperationFailed
        If there is no store, or it cannot be written.
    """
    source = open_store(path)
    found = _planned(source.store, into, gone, force=force)
    if not dry_run:
        merge = Merge(found.gone.iri, found.gone.label, found.into.iri, found.into.label, today())
        manifest = read_manifest(path)
        del source
        change_merges(path, [*manifest.merges, merge], progress)
    return found


def undo_merge(
    path: Path,
    into: str = "",
    gone: str = "",
    progress: Progress = silent,
    *,
    dry_run: bool = False,
) -> Merge:
    """Take back a merge of a store: both nodes are again as their sources have them.

    Parameters
    ----------
    path : Path
        The store's folder.
    into, gone : str
        The two nodes, in whichever order; without them it is the last merge.
    progress : callable
        Told what is going on.
    dry_run : bool
        Whether to only say what would be taken back.

    Returns
    -------
    Merge
        The merge.

    Raises
    ------
    InvalidRequest
        If there is no such merge.
    OperationFailed
        If there is no store, or it cannot be written.
    """
    merges = list(read_manifest(path).merges)
    asked = {normal(name) for name in (into, gone) if name}
    fitting = [merge for merge in merges if all(key in _called(merge) for key in asked)]
    if not fitting:
        made = "; ".join(f"{merge.gone_label} into {merge.into_label}" for merge in merges)
        raise InvalidRequest(
            f"no such merge in {path}; it has: {made}" if made else f"nothing was merged in the store {path}"
        )
    taken = fitting[-1]
    if not dry_run:
        merges.remove(taken)
        change_merges(path, merges, progress)
    return taken


def _called(merge: Merge) -> set[str]:
    return {
        normal(name)
        for name in (merge.gone_label, merge.into_label, id_of(merge.gone), id_of(merge.into), merge.gone, merge.into)
    }


def merge_in_graph(source: LocalSource, into: str, gone: str, *, force: bool = False, dry_run: bool = False) -> Merged:
    """Join two nodes of a graph in memory.

    Parameters
    ----------
    source : LocalSource
        The graph, which is changed.
    into, gone : str
        The names or ids of the node that stays and the one that goes into it.
    force, dry_run : bool
        As for `merge_in_store`.

    Returns
    -------
    Merged

    Raises
    ------
    UnknownName, InvalidRequest
        As for `merge_in_store`.

    >>> import blocs
    >>> from blocs.graph.sources.built_in import built_in
    >>> source, _ = built_in()
    >>> found = merge_in_graph(source, "CIS", "CST", force=True)
    >>> found.memberships, source.ask("ASK { ?m org:organization <https://w3id.org/blocs/id/cst> }")
    (9, False)
    """
    found = _planned(source.store, into, gone, force=force)
    if not dry_run:
        join_nodes(source.store, found.gone.iri, found.into.iri)
    return found


def _planned(store: Store, into: str, gone: str, *, force: bool) -> Merged:
    names = read_names(LocalSource(store, ""))
    kept, lost = _find(names, into), _find(names, gone)
    if kept.iri == lost.iri:
        raise InvalidRequest(f"{into!r} and {gone!r} are one node already: {kept.label} ({kept.id})")
    if not (kept.is_a(*lost.kinds) or lost.is_a(*kept.kinds)):
        raise InvalidRequest(
            f"{kept.label} is a {' and a '.join(kept.kinds)}, {lost.label} is a {' and a '.join(lost.kinds)};"
            " only things of one kind can be merged"
        )
    if not force and (list_ := _of_one_list(kept, lost)):
        raise InvalidRequest(
            f"{kept.label} ({kept.id}) and {lost.label} ({lost.id}) are two {list_} of the list;"
            " if they are one in your data all the same: --force"
        )
    node = NamedNode(lost.iri)
    statements = [*store.quads_for_pattern(node, None, None, None), *store.quads_for_pattern(None, None, node, None)]
    memberships = {quad.subject for quad in statements if quad.predicate in (_MEMBER, _ORGANIZATION)}
    return Merged(kept, lost, len(statements), len(memberships) + _without_nodes(store, node))


def _of_one_list(one: Entity, other: Entity) -> str:
    """The list that has both of two nodes as different things, in a word; "" if none has."""
    listed = [_listed_state(one), _listed_state(other)]
    if all(listed) and listed[0] != listed[1]:
        return "states"
    listed = [_listed_body(one), _listed_body(other)]
    return "bodies" if all(listed) and listed[0] != listed[1] else ""


def _listed_state(entity: Entity) -> str:
    """The id that the list of states has for an entity; "" if it has none."""
    if entity.iri.startswith(BASE) and id_of(entity.iri) in authority():
        return id_of(entity.iri)
    found = authority().find(entity.label).state if entity.kind == "state" else None
    return found.id if found is not None else ""


def _listed_body(entity: Entity) -> str:
    """The id that the list of bodies has for an entity; "" if it has none."""
    if entity.iri.startswith(BASE) and bodies().get(id_of(entity.iri)) is not None:
        return id_of(entity.iri)
    found = bodies().named(entity.label) if entity.kind == "body" else None
    return found.id if found is not None else ""


def _without_nodes(store: Store, node: NamedNode) -> int:
    """How many memberships of a node have no node of their own, but only `org:memberOf`."""
    pairs = {
        (quad.subject, quad.object)
        for quad in (*store.quads_for_pattern(node, _MEMBER_OF, None), *store.quads_for_pattern(None, _MEMBER_OF, node))
    }
    for quad in (*store.quads_for_pattern(None, _MEMBER, node), *store.quads_for_pattern(None, _ORGANIZATION, node)):
        ends = (quad.subject, _ORGANIZATION if quad.predicate == _MEMBER else _MEMBER)
        for other in store.quads_for_pattern(*ends, None):
            pairs.discard((node, other.object) if quad.predicate == _MEMBER else (other.object, node))
    return len(pairs)


def _find(names: Names, name: str) -> Entity:
    """The node of a name: the graph's own first, then what everybody calls it."""
    if not names.matches(name) and len(listed := well_known(names, name)) == 1:
        return listed[0]
    return names.find(name)
