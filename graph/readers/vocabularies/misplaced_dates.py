"""Starts and ends that stand on a member or a body, where a graph means them of the membership between the two."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ...amounts import shortened
from ...rdf.terms import named, text_of
from ..dates.written_dates import only_year, read_date
from .blank_nodes import label_of
from .kinds import kinds_of
from .lenses import Node
from .property_names import edge_said
from .spaces import prefixed

__all__ = ["DATES_OF_SCHEMA", "NOT_READ", "WRITE_IT_ON", "misplaced_dates"]

_DEFAULT = DefaultGraph()
_ENDS = tuple(named(f"org:{name}") for name in ("member", "organization"))
DATES_OF_SCHEMA = frozenset(
    f"{scheme}://schema.org/{name}"
    for scheme in ("http", "https")
    for name in ("startDate", "endDate", "validFrom", "validThrough", "validUntil", "startTime", "endTime")
)
"""The words of schema.org for a start or an end."""
NOT_READ = "not read as the time of a membership"
WRITE_IT_ON = "write it on the org:Membership, or on a schema:OrganizationRole between the body and its member"
_OWN_TIME = frozenset(("event", "statement"))
"""Kinds of what has a start and an end of its own."""
_SHOWN = 3  # nodes that are named


def misplaced_dates(store: Store, used: Iterable[str], by_lenses: Collection[str] = ()) -> tuple[list[str], set[str]]:
    """What to say of starts and ends of members and bodies themselves, which are not read of their memberships.

    Parameters
    ----------
    store : Store
        The graph, in the model.
    used : iterable of str
        The properties in it.
    by_lenses : collection of str
        The properties that the user's own lenses read.

    Returns
    -------
    tuple of (list of str, set of str)
        A line, or none, and the properties that it is about.
    """
    properties = [iri for iri in sorted(used) if iri not in by_lenses and (iri in DATES_OF_SCHEMA or edge_said(iri))]
    if not properties:
        return [], set()
    ends = {quad.object for end in _ENDS for quad in store.quads_for_pattern(None, end, None, _DEFAULT)}
    found: dict[str, dict[str, None]] = {}
    told_of = set[str]()
    for iri in properties:
        for quad in store.quads_for_pattern(None, NamedNode(iri), None, _DEFAULT):
            node = quad.subject
            if node not in ends or not isinstance(node, Node) or not isinstance(quad.object, Literal):
                continue
            if (read_date(quad.object.value) or only_year(quad.object.value)) and not kinds_of(store, node) & _OWN_TIME:
                found.setdefault(label_of(store, node) or text_of(node), {})[prefixed(iri)] = None
                told_of.add(iri)
    if not found:
        return [], set()
    told = shortened((f"{' and '.join(said)} of {name}" for name, said in sorted(found.items())), _SHOWN)
    return [f"{NOT_READ}: {told}; {WRITE_IT_ON}"], told_of
