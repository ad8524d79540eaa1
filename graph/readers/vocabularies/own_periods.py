"""Spans that memberships say in words of their own, `ex:period "1990-1999"`, read as those in a column of a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pyoxigraph import DefaultGraph, Literal, Quad, Store

from ...errors import InvalidRequest
from ...rdf.terms import named
from ..dates.single_dates import Undecided
from ..dates.written_dates import Span, WrittenDates
from .kinds import subjects_of
from .lenses import Node
from .parting import part
from .rdf_dates import END, START
from .spans import edges_of

__all__ = ["read_periods"]

_TYPE, _MEMBERSHIP, _DEFAULT = named("rdf:type"), named("org:Membership"), DefaultGraph()


def read_periods(store: Store, quads: Iterable[Quad]) -> list[Quad]:
    """Read texts of memberships and posts as the spans in which they held; of several, each becomes a membership.

    Read are those whose dates are all in spans, and only of what has no start and no end otherwise. Of a span whose
    end nobody knows, and of a date alone, it is open what they mean.

    Parameters
    ----------
    store : Store
        The graph, which is changed.
    quads : iterable of Quad
        What is said of memberships and posts in one property.

    Returns
    -------
    list of Quad
        Those that were read, and the same of the memberships that were made.
    """
    of: dict[Node, list[Quad]] = {}
    for quad in quads:
        if isinstance(quad.subject, Node):
            of.setdefault(quad.subject, []).append(quad)
    dated = subjects_of(store, START) | subjects_of(store, END)
    read = []
    for node, said in of.items():
        spans = sorted({span for quad in said for span in spans_in(quad.object)})
        is_membership = Quad(node, _TYPE, _MEMBERSHIP, _DEFAULT) in store
        if node in dated or not all(spans_in(quad.object) for quad in said) or (len(spans) > 1 and not is_membership):
            continue
        parts = [node, *part(store, node, [edges_of(span) for span in spans])]
        read += [Quad(one, quad.predicate, quad.object, _DEFAULT) for one in parts for quad in said]
    return read


def spans_in(value: object) -> Sequence[Span]:
    """The spans that a text says; none if some of it is no span, or leaves open what it means.

    >>> spans_in(Literal("1990-1995, 1999–")), spans_in(Literal("1990")), spans_in(Literal("1990–?"))
    ([('1990', '1995'), ('1999', '')], [], [])
    """
    if not isinstance(value, Literal):
        return []
    dates = WrittenDates()
    try:
        spans = dates.spans(value.value.strip())
    except (InvalidRequest, Undecided):
        return []
    unsure = dates.alone(value.value) or dates.end_not_known(value.value)
    return [] if unsure else spans
