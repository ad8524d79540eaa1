"""The dates of named graphs, which are not read by themselves: of a snapshot, or of the day when it was written?"""

from __future__ import annotations

from collections import Counter

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from ...rdf.terms import named
from .spaces import prefixed

__all__ = ["GRAPH_DATES", "drop_undated", "unread_dates_of_graphs"]

GRAPH_DATES = "graph-dates"
"""The lens that reads them."""

_DEFAULT = DefaultGraph()
_MEMBER_OF = named("org:memberOf")
_DATES = (
    *(named(f"dcterms:{name}") for name in ("date", "valid", "temporal")),
    NamedNode("http://purl.org/dc/elements/1.1/date"),
    named("schema:temporalCoverage"),
    NamedNode("http://schema.org/temporalCoverage"),
)
_SAYS_WHO = (
    *(named(f"org:{name}") for name in ("memberOf", "hasMember", "organization", "member")),
    *(NamedNode(f"http{s}://schema.org/{name}") for s in ("", "s") for name in ("memberOf", "member")),
)


def unread_dates_of_graphs(store: Store) -> list[str]:
    """What to say of dates of named graphs that say who is in what, and are read as one graph.

    Parameters
    ----------
    store : Store
        The graph.

    Returns
    -------
    list of str
        A line with the way on, or none.
    """
    said = Counter(
        prefixed(date.value)
        for graph in store.named_graphs()
        if isinstance(graph, NamedNode) and any(_is_read(store, graph, says) for says in _SAYS_WHO)
        for date in _DATES
        if any(store.quads_for_pattern(graph, date, None, None))
    )
    if not said:
        return []
    dates = ", ".join(f"{name} ({number:,})" for name, number in sorted(said.items()))
    return [
        f"the dates of named graphs are not read: {dates}; what they say is taken for any time; to take each graph as"
        f" what holds at its date: --lens named-graphs --lens {GRAPH_DATES}"
    ]


def drop_undated(store: Store) -> None:
    """Take out of the default graph who is in what at no date, where a graph with a date says so and was read with it.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    """
    for graph in list(store.named_graphs()):
        if any(any(store.quads_for_pattern(graph, date, None, None)) for date in _DATES):
            for quad in list(store.quads_for_pattern(None, _MEMBER_OF, None, graph)):
                store.remove(Quad(quad.subject, quad.predicate, quad.object, _DEFAULT))


def _is_read(store: Store, graph: NamedNode, says: NamedNode) -> bool:
    found = next(iter(store.quads_for_pattern(None, says, None, graph)), None)
    return found is not None and Quad(found.subject, found.predicate, found.object, _DEFAULT) in store
