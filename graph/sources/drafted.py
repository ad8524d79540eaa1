"""Facts that a program drafted and nobody has reviewed: they stay out of a graph unless they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Set

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store, Triple

from ..rdf.terms import PREFIXES

__all__ = ["GRAPH", "drop_drafted", "has_drafted", "left_out_note", "mark_drafted", "set_apart"]

GRAPH = NamedNode(PREFIXES["blocs"] + "draftedFacts")
"""The graph of a store that holds what was drafted: queries read it only if they are asked to."""

_STATUS, _DRAFTED = (NamedNode(PREFIXES["blocs"] + name) for name in ("status", "drafted"))
_BASIS, _STATED, _DERIVED = (NamedNode(PREFIXES["blocs"] + name) for name in ("basis", "stated", "derived"))
_TYPE, _BINARY = (NamedNode(PREFIXES["rdf"] + name) for name in ("type", "Statement"))
_MEMBER, _BODY, _MEMBER_OF = (NamedNode(PREFIXES["org"] + name) for name in ("member", "organization", "memberOf"))
_SUBJECT, _PREDICATE, _OBJECT = (NamedNode(PREFIXES["rdf"] + name) for name in ("subject", "predicate", "object"))


def drop_drafted(store: Store) -> int:
    """Take the drafted facts out of a graph in memory, with the triples that only they support.

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    int
        How many drafted facts were there.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> prefixes = "".join(f"@prefix {name}: <{iri}> . " for name, iri in PREFIXES.items())
    >>> facts = ":a org:memberOf :b . fact:x a org:Membership ; org:member :a ; org:organization :b "
    >>> store.load((prefixes + facts + "; blocs:status blocs:drafted .").encode(), RdfFormat.TURTLE)
    >>> drop_drafted(store), len(store)
    (1, 0)
    """
    removed, count = _drafted_quads(store)
    for quad in removed:
        store.remove(quad)
    return count


def set_apart(store: Store) -> int:
    """Put the drafted facts of a graph, and the triples that only they support, into a graph of their own.

    Parameters
    ----------
    store : Store
        The graph, which is changed; in the other graph "drafted" is the basis of the facts.

    Returns
    -------
    int
        How many drafted facts were there.

    >>> from pyoxigraph import DefaultGraph, RdfFormat
    >>> store = Store()
    >>> prefixes = "".join(f"@prefix {name}: <{iri}> . " for name, iri in PREFIXES.items())
    >>> facts = ":a org:memberOf :b . fact:x a org:Membership ; org:member :a ; org:organization :b "
    >>> store.load((prefixes + facts + "; blocs:status blocs:drafted .").encode(), RdfFormat.TURTLE)
    >>> set_apart(store), len(list(store.quads_for_pattern(None, None, None, DefaultGraph())))
    (1, 0)
    """
    removed, count = _drafted_quads(store)
    for quad in removed:
        store.remove(quad)
        told = quad.object
        if quad.predicate == _BASIS and told in (_STATED, _DERIVED):
            told = _DRAFTED
        store.add(Quad(quad.subject, quad.predicate, told, GRAPH))
    return count


def has_drafted(lines: Iterable[bytes]) -> bool:
    """Whether lines of N-Quads tell of drafted facts."""
    mark = f"{_STATUS} {_DRAFTED}".encode()
    return any(mark in line for line in lines)


def _drafted_quads(store: Store) -> tuple[set[Quad], int]:
    """The quads of drafted facts with the triples that only they support, and how many facts they are."""
    drafted = {quad.subject for quad in store.quads_for_pattern(None, _STATUS, _DRAFTED, None)}
    # The date and place of an event are told with it.
    parts = {node for node in drafted if any(store.quads_for_pattern(node, _TYPE, _BINARY, None))}
    supported: set[Quad] = set()
    for node in drafted:
        supported |= _supported(store, node)
    removed: set[Quad] = set()
    for node in drafted:
        removed |= {*store.quads_for_pattern(node, None, None, None), *store.quads_for_pattern(None, None, node, None)}
    removed |= {quad for quad in supported if quad in store and not _still_supported(store, quad, drafted)}
    return removed, len(drafted - parts)


def mark_drafted(store: Store) -> None:
    """Make "drafted" the basis of the drafted facts in memory, so that answers and pictures show which they are.

    What is planned or claimed stays so.
    """
    for quad in list(store.quads_for_pattern(None, _STATUS, _DRAFTED, None)):
        for basis in list(store.quads_for_pattern(quad.subject, _BASIS, None, None)):
            if basis.object in (_STATED, _DERIVED):
                store.remove(basis)
                store.add(Quad(basis.subject, _BASIS, _DRAFTED, basis.graph_name))


def _supported(store: Store, node: NamedNode | BlankNode | Triple) -> set[Quad]:
    """The triples that a fact supports: the shortcut of a membership, the triple of a binary fact."""
    found = set()
    for first, second, predicate in ((_MEMBER, _BODY, _MEMBER_OF), (_SUBJECT, _OBJECT, None)):
        for one in store.quads_for_pattern(node, first, None, None):
            for other in store.quads_for_pattern(node, second, None, None):
                named = predicate or next(
                    (quad.object for quad in store.quads_for_pattern(node, _PREDICATE, None, None)), None
                )
                if isinstance(named, NamedNode) and not isinstance(one.object, Literal):
                    found.add(Quad(one.object, named, other.object, one.graph_name))
    return found


def _still_supported(store: Store, quad: Quad, drafted: Set[NamedNode | BlankNode | Triple]) -> bool:
    """Whether a fact that is not drafted supports a triple too."""
    for first, second in ((_MEMBER, _BODY), (_SUBJECT, _OBJECT)):
        for fact in store.quads_for_pattern(None, first, quad.subject, None):
            if fact.subject not in drafted and any(store.quads_for_pattern(fact.subject, second, quad.object, None)):
                predicate = next(iter(store.quads_for_pattern(fact.subject, _PREDICATE, None, None)), None)
                if predicate is None or predicate.object == quad.predicate:
                    return True
    return False


def left_out_note(name: str, count: int) -> str:
    """What to say of drafted facts that are left out of a source.

    >>> left_out_note("draft.ttl", 1200)
    'draft.ttl: 1,200 drafted facts left out; --drafted counts them'
    """
    return f"{name}: {count:,} drafted facts left out; --drafted counts them"
