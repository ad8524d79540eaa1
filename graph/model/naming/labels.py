"""What nodes are called that are no entities of their own, roles and posts: by the one label that is shown of several.

It is the label that an entity with the same names would have: English first, then by the order of languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Literal, NamedNode

from ...rdf.source import Source, values
from ...rdf.terms import Term, prologue
from .names import name_order
from .one_node import LABELS

__all__ = ["labels_of"]

_AT_ONCE = 100
"""So many nodes are looked up in one query."""


def labels_of(source: Source, nodes: Iterable[Term | None], where: str = "") -> dict[Term, str]:
    """The labels that nodes are shown by, in one order of languages and properties.

    Parameters
    ----------
    source : Source
        The graph.
    nodes : iterable of Term or None
        The nodes; what has no IRI cannot be looked up.
    where : str
        What has to hold of a node `?e` besides, as a SPARQL pattern.

    Returns
    -------
    dict of (Term, str)
        Without the nodes that have no label.

    >>> import blocs
    >>> graph = blocs.load()
    >>> list(labels_of(graph.source, [graph.names.find("Russia").term]).values())
    ['Russia']
    """
    places = " ".join(f'{label} "{place}"'.join("()") for place, label in enumerate(LABELS))
    found: dict[Term, str] = {}
    for these in _parts(sorted({node for node in nodes if isinstance(node, NamedNode)}, key=str)):
        body = (
            f"SELECT ?e ?p ?name WHERE {{ {values('e', these)} {where}"
            f" VALUES (?property ?p) {{ {places} }} ?e ?property ?name }}"
        )
        for node, _, name in sorted(source.select_names(prologue(body) + body), key=name_order):
            if node is not None and isinstance(name, Literal) and name.value.strip():
                found.setdefault(node, name.value)
    return found


def _parts(nodes: Sequence[NamedNode]) -> Iterator[Sequence[NamedNode]]:
    return (nodes[at : at + _AT_ONCE] for at in range(0, len(nodes), _AT_ONCE))
