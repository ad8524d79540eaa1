"""Whether a graph is one page of several, as Hydra, ActivityStreams, TREE and the Linked Data API say it."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from ...rdf.source import LocalSource
from ...rdf.terms import Term, named, text_of
from ..pages import OnePage, one_page

__all__ = ["PAGE_WORDS", "in_lists_of_servers", "page_of_graph"]

_HYDRA = "http://www.w3.org/ns/hydra/core#"
_STREAMS = tuple(f"{scheme}://www.w3.org/ns/activitystreams#" for scheme in ("https", "http"))
_SEARCH = "http://a9.com/-/spec/opensearch/1.1/"
_MEMBER = f"{_HYDRA}member"
_NEXT_OF_ANY = NamedNode("http://www.w3.org/1999/xhtml/vocab#next")
_NEXT = (
    *(NamedNode(f"{_HYDRA}{name}") for name in ("next", "nextPage")),
    *(NamedNode(f"{space}next") for space in _STREAMS),
    NamedNode("https://w3id.org/tree#node"),
    NamedNode("http://www.w3.org/ns/ldp#nextPage"),
    _NEXT_OF_ANY,
)
_OF_SEARCH = tuple(NamedNode(f"{_SEARCH}{name}") for name in ("itemsPerPage", "startIndex", "totalResults"))
"""What the Linked Data API says beside a next page, and chapters of a book do not."""
_TOTALS = tuple(NamedNode(f"{space}totalItems") for space in (_HYDRA, *_STREAMS))
_LISTED = (
    NamedNode(_MEMBER),
    *(NamedNode(f"{space}{name}") for space in _STREAMS for name in ("items", "orderedItems")),
)
PAGE_WORDS = frozenset((*_NEXT, *_TOTALS))
"""The properties by which a graph says that it is a page, or how many things there are in all."""
_TYPE, _FIRST, _REST, _NIL = (named(f"rdf:{name}") for name in ("type", "first", "rest", "nil"))


def page_of_graph(store: Store) -> OnePage | None:
    """What to say of a graph that is one page of several, of which others are not in it.

    Parameters
    ----------
    store : Store
        The graph, as it was read and before any lens.

    Returns
    -------
    OnePage, or None if it does not say so

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b"<x:1> <http://www.w3.org/ns/hydra/core#next> <x:2> .", RdfFormat.TURTLE)
    >>> print(page_of_graph(store).partition(";")[0])
    this is one page of several: it names a next one
    """
    number, total = max(_incomplete(store), key=lambda found: found[1], default=(0, 0))
    return one_page(number, total) if total or _names_another(store) else None


def _names_another(store: Store) -> bool:
    """Whether a page leads to a next one that is not in the graph too."""
    of_search = any(any(store.quads_for_pattern(None, word, None, None)) for word in _OF_SEARCH)
    following = (
        quad.object
        for word in _NEXT
        if of_search or word != _NEXT_OF_ANY
        for quad in store.quads_for_pattern(None, word, None, None)
    )
    return any(
        not any(one.predicate != _TYPE for one in store.quads_for_pattern(NamedNode(node.value), None, None, None))
        for node in following
        if (isinstance(node, NamedNode) and node != _NIL) or (isinstance(node, Literal) and "://" in node.value)
    )


def _incomplete(store: Store) -> list[tuple[int, int]]:
    """How much each list has, and how much there is in all, of those that have something and not all."""
    found = []
    for word in _TOTALS:
        for quad in store.quads_for_pattern(None, word, None, None):
            text, number = text_of(quad.object), len(_things_in(store, quad))
            if text.isdecimal() and 0 < number < int(text):
                found.append((number, int(text)))
    return found


def _things_in(store: Store, total: Quad) -> set[str]:
    """What stands in a list that says how much there is in all."""
    listed = (quad.object for word in _LISTED for quad in store.quads_for_pattern(total.subject, word, None, None))
    return {text for node in listed for text in _each(store, node)}


def _each(store: Store, node: Term) -> Iterator[str]:
    """A thing, or each of what is in it, if it is a list."""
    cells = set[Term]()
    while isinstance(node, NamedNode | BlankNode) and node != _NIL and node not in cells:
        cells.add(node)
        first = next(iter(store.quads_for_pattern(node, _FIRST, None, None)), None)
        yield str(first.object if first else node)
        rest = next(iter(store.quads_for_pattern(node, _REST, None, None)), None)
        node = rest.object if rest else _NIL


def in_lists_of_servers(store: Store, iri: str) -> int:
    """How many triples of a property only say what a server lists, of which it is said elsewhere who is in what.

    Parameters
    ----------
    store : Store
        The graph, in the model.
    iri : str
        The property.

    Returns
    -------
    int
        0 of any property but that of Hydra; a list that is a body, or what something has, may say more.
    """
    if iri != _MEMBER:
        return 0
    ((number,),) = LocalSource(store, "the graph").select(_LISTED_ONLY)
    return int(text_of(number))


_LISTED_ONLY = f"""SELECT (COUNT(*) AS ?n) {{ ?list <{_MEMBER}> ?one
  FILTER EXISTS {{ ?m org:member|org:organization|^org:memberOf ?one }}
  FILTER NOT EXISTS {{ ?list a org:Organization }}
  FILTER NOT EXISTS {{ ?x ?p ?list FILTER(?x != ?list && !STRSTARTS(STR(?p), "{_HYDRA}")) }} }}"""
