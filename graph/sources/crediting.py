"""Which of several files that were read as one says a fact: its source is that file, and not all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store, Triple

from ..rdf.terms import named
from ..readers.vocabularies.finishing import dataset_of

__all__ = ["credit"]

_DEFAULT = DefaultGraph()
_SOURCE, _DATASET, _TYPE = named("dcterms:source"), named("schema:Dataset"), named("rdf:type")
_ENDS = (
    (named("org:member"), named("org:organization")),
    (named("org:heldBy"), named("org:postIn")),
)

Node = NamedNode | BlankNode | Triple


def credit(together: Store, label: str, parts: Sequence[tuple[str, Store]]) -> None:
    """Give each fact that was read of several files together the file that says it by itself as its source.

    What none of them says by itself keeps them all.

    Parameters
    ----------
    together : Store
        The graph of the files, which is changed.
    label : str
        What they are called together.
    parts : sequence of (str, Store)
        What each is called, and the graph that was read of it alone.
    """
    all_ = dataset_of(label)
    facts = [quad.subject for quad in together.quads_for_pattern(None, _SOURCE, all_, _DEFAULT)]
    if not facts:
        return
    known = [(dataset_of(name), *_said(store, dataset_of(name)), store) for name, store in parts]
    rest = False
    for fact in facts:
        ends = set(_ends(together, fact))
        own = [dataset for dataset, nodes, _, _ in known if fact in nodes]
        own = own or [dataset for dataset, _, pairs, _ in known if not ends.isdisjoint(pairs)]
        for dataset in own:
            together.add(Quad(fact, _SOURCE, dataset, _DEFAULT))
        if own:
            together.remove(Quad(fact, _SOURCE, all_, _DEFAULT))
        rest = rest or not own
    for dataset, _, _, store in known:
        if any(together.quads_for_pattern(None, _SOURCE, dataset, _DEFAULT)):
            together.extend(store.quads_for_pattern(dataset, None, None, _DEFAULT))
    if not rest:
        for quad in list(together.quads_for_pattern(all_, None, None, _DEFAULT)):
            together.remove(quad)


def _said(store: Store, dataset: NamedNode) -> tuple[set[Node], set[tuple[object, object]]]:
    """The facts that a file says, and who is in what by them."""
    nodes = {quad.subject for quad in store.quads_for_pattern(None, _SOURCE, dataset, _DEFAULT)}
    return nodes, {pair for node in nodes for pair in _ends(store, node)}


def _ends(store: Store, fact: Node) -> Iterator[tuple[object, object]]:
    for first, second in _ENDS:
        for one in store.quads_for_pattern(fact, first, None, _DEFAULT):
            for other in store.quads_for_pattern(fact, second, None, _DEFAULT):
                yield one.object, other.object
