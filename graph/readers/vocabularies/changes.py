"""Changes of bodies, as ORG has them: whether one ended or began with it the vocabulary leaves open, so it is said."""

from __future__ import annotations

from collections import defaultdict

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ...amounts import shortened
from ...rdf.terms import named
from ..dates.written_dates import read_date
from .blank_nodes import label_of
from .lenses import Node

__all__ = ["unread_changes"]

_DEFAULT = DefaultGraph()
_ORIGINAL, _RESULT, _CHANGED_BY, _RESULTED_FROM = (
    named(f"org:{name}") for name in ("originalOrganization", "resultingOrganization", "changedBy", "resultedFrom")
)
_BEGUN, _ENDED = named("schema:foundingDate"), named("schema:dissolutionDate")
_SHOWN = 3  # changes that are named


def unread_changes(store: Store) -> list[str]:
    """What to say of the changes of bodies that a graph has, of which nothing is read.

    Parameters
    ----------
    store : Store
        The graph.

    Returns
    -------
    list of str
        A line, or none.
    """
    befores: dict[Node, set[Node]] = defaultdict(set)
    afters: dict[Node, set[Node]] = defaultdict(set)
    for property_, sides, turned in (
        (_ORIGINAL, befores, False),
        (_CHANGED_BY, befores, True),
        (_RESULT, afters, False),
        (_RESULTED_FROM, afters, True),
    ):
        for quad in store.quads_for_pattern(None, property_, None, _DEFAULT):
            event, body = (quad.object, quad.subject) if turned else (quad.subject, quad.object)
            if isinstance(event, Node) and isinstance(body, Node):
                sides[event].add(body)
    changes = {
        _told(store, event, befores[event], afters[event])
        for event in {*befores, *afters}
        if not (_all_say(store, befores[event], _ENDED) and _all_say(store, afters[event], _BEGUN))
    }
    if not changes:
        return []
    way_out = "if one ended or began with it, give that body its schema:dissolutionDate or schema:foundingDate"
    return [f"not read, changes of bodies (org:ChangeEvent): {shortened(sorted(changes), _SHOWN)}; {way_out}"]


def _all_say(store: Store, bodies: set[Node], when: NamedNode) -> bool:
    """Whether bodies themselves say when they began or ended."""
    return all(any(store.quads_for_pattern(body, when, None, _DEFAULT)) for body in bodies)


def _told(store: Store, event: Node, before: set[Node], after: set[Node]) -> str:
    """What became what, and when."""
    names = [shortened(sorted(label_of(store, body) or body.value for body in side), 3) for side in (before, after)]
    said = (quad.object for quad in store.quads_for_pattern(event, None, None, _DEFAULT))
    dates = [date for value in said if isinstance(value, Literal) and (date := read_date(value.value))]
    return " to ".join(filter(None, names)) + (f" ({max(dates)})" if dates else "")
