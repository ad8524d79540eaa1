"""What lenses leave out, in words: each kind of thing once, with whose it was."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pyoxigraph import DefaultGraph, NamedNode, Store

from ...amounts import shortened
from ...rdf.terms import id_of, named
from .blank_nodes import label_of
from .graph_roles import times
from .lenses import Node

__all__ = ["left_out_notes"]

_DEFAULT = DefaultGraph()
_BODY, _STATEMENT = named("org:organization"), "http://www.wikidata.org/prop/statement/P"
_MOST_THINGS = 10


def left_out_notes(store: Store, left_out: Mapping[str, Sequence[object]]) -> list[str]:
    """What a lens left out, a note for each kind of thing.

    Parameters
    ----------
    store : Store
        The graph, with the names of what it speaks of.
    left_out : mapping of str to sequence of node
        What was left out, by the reason. A reason that ends in a name in quotation marks is of the kind before it;
        of another, what follows a semicolon is the way out, which is said last.

    Returns
    -------
    list of str

    >>> nodes = [NamedNode("http://e.org/Togo")]
    >>> left_out_notes(Store(), {"a category “Old ones”": nodes, "a category “New ones”": nodes, "a text": nodes})
    ['left out: a category (2 times): “New ones” (Togo), “Old ones” (Togo)', 'left out: a text']
    """
    kinds, ways_out = dict[str, dict[str, Sequence[object]]](), dict[str, str]()
    for reason, nodes in sorted(left_out.items()):
        kind, _, name = reason.partition(" “") if reason.endswith("”") else (reason, "", "")
        kind, mark, way_out = (kind, "", "") if name else kind.partition("; ")
        ways_out[kind] = mark + way_out
        kinds.setdefault(kind, {})[name.removesuffix("”")] = nodes
    return [
        times(kind, sum(map(len, by_name.values()))) + _whose(store, by_name) + ways_out[kind]
        for kind, by_name in kinds.items()
    ]


def _whose(store: Store, by_name: Mapping[str, Sequence[object]]) -> str:
    said = [_of_name(store, name, nodes) for name, nodes in by_name.items()]
    return f": {shown}" if (shown := shortened(filter(None, said), _MOST_THINGS)) else ""


def _of_name(store: Store, name: str, nodes: Sequence[object]) -> str:
    found = [node for node in nodes if isinstance(node, Node)]
    owners = shortened(sorted({_owner(store, node, named=bool(name)) for node in found} - {""}), 3)
    return f"“{name}” ({owners})" if name else owners


def _owner(store: Store, node: Node, *, named: bool) -> str:
    """What a node is called, or what has it is; where it has a thing of a name, its id says more than nothing."""
    if label := label_of(store, node):
        return label
    owners = (quad.subject for quad in store.quads_for_pattern(None, None, node, _DEFAULT))
    labels = (label_of(store, owner) for owner in owners if isinstance(owner, Node))
    first = min(filter(None, labels), default="")
    if first and (body := _body(store, node)):
        return f"{first} in {body}"
    return first or (id_of(node.value).replace("_", " ") if named and isinstance(node, NamedNode) else "")


def _body(store: Store, node: Node) -> str:
    """What a statement of Wikidata, or a membership, says that somebody is in."""
    for quad in store.quads_for_pattern(node, None, None, _DEFAULT):
        says_in_what = quad.predicate == _BODY or quad.predicate.value.startswith(_STATEMENT)
        if says_in_what and isinstance(quad.object, NamedNode):
            return label_of(store, quad.object) or id_of(quad.object.value)
    return ""
