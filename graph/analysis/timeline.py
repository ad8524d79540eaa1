"""Time: who joined and left what, and when, and what happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.membership import read_memberships
from ..rdf.source import values
from ..rdf.terms import prologue, text_of

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Entry", "timeline"]


@dataclass(frozen=True)
class Entry:
    """One stretch of time: a membership (`member`, `body`, `role`) or an event (`event`).

    `start` and `end` are dates as written, "" if the source gives none; an event without an end is one moment.
    """

    start: str
    end: str
    kind: str
    member: Entity | None = None
    body: Entity | None = None
    event: Entity | None = None
    role: str = ""
    basis: str = "stated"


def timeline(graph: Graph, among: Sequence[Entity] = (), period: Period = ALWAYS) -> list[Entry]:
    """Membership spans and events, the earliest first; those without any date last.

    A body's timeline is its members and its meetings; a state's is its memberships and the events that it attended.

    Parameters
    ----------
    graph : Graph
        The graph.
    among : sequence of Entity
        Bodies, states, people, groups and events; everything that has a date if empty.
    period : Period
        What the spans and events must touch.

    Returns
    -------
    list of Entry

    Raises
    ------
    InvalidRequest
        If an entity is none of these.

    >>> import blocs
    >>> graph = blocs.load()
    >>> [(entry.start, entry.event.id) for entry in timeline(graph) if entry.event][0]
    ('1992-05-15', 'cst-signing-1992')
    """
    for entity in among:
        if entity.kind not in ("state", "body", "member", "event", "person", "group"):
            raise InvalidRequest(f"{entity.label} is a {entity.kind}; a timeline is of states, bodies or events")
    members = [e for e in among if e.kind in ("state", "member", "person", "group")]
    bodies = [e for e in among if e.kind == "body"]
    found: list[Entry] = []
    if not among or members or bodies:
        found += _spans(graph, members, bodies, period, everything=not among)
    found += _events(graph, among, period)
    return sorted(found, key=lambda e: (e.start or "9999~", e.end or "9999~", e.kind, _label(e)))


def _label(entry: Entry) -> str:
    return " ".join(e.label for e in (entry.event, entry.body, entry.member) if e is not None)


def _spans(
    graph: Graph, members: Sequence[Entity], bodies: Sequence[Entity], period: Period, everything: bool
) -> list[Entry]:
    spans = read_memberships(graph.source, period, members or None, bodies or None, "any")
    graph.names.expect(iri for span in spans for iri in (span.member, span.body))
    by_iri = graph.names.by_iri
    return [
        Entry(
            span.start or "", span.end or "", "membership", by_iri[span.member], by_iri[span.body],
            role=span.role, basis=span.grounds.basis,
        )
        for span in spans
        if span.member in by_iri and span.body in by_iri and (span.start or span.end or not everything)
    ]  # fmt: skip


def _events(graph: Graph, among: Sequence[Entity], period: Period) -> list[Entry]:
    """Events with a date; of some entities those that are about them, organized by them or attended by them."""
    linked = ""
    if among:
        # The names stand in each branch: Virtuoso joins them with no UNION that follows them.
        one = values("one", (e.term for e in among))
        ways = (
            "?event schema:organizer ?one", "?event schema:about ?one", "?event blocs:aegis ?one",
            "?seen a blocs:Attendance ; blocs:participant ?one ; blocs:event ?event",
        )  # fmt: skip
        branches = [f"{{ {one} {way} }}" for way in ways]
        branches.append(f"{{ {values('event', (e.term for e in among))} ?event a schema:Event }}")
        linked = f"{{ {' UNION '.join(branches)} }}"
    body = (
        f"SELECT DISTINCT ?event ?start ?end ?basis WHERE {{ {linked} ?event a schema:Event ; schema:startDate ?start ."
        " OPTIONAL { ?event schema:endDate ?end } OPTIONAL { ?event blocs:basis ?basis } }"
    )
    found = []
    for event, start, end, basis in graph.source.select(prologue(body) + body):
        entity = graph.names.by_iri.get(text_of(event))
        if entity is not None and period.covers(text_of(start), text_of(end) or text_of(start)):
            name = text_of(basis).rpartition("#")[2] or "stated"
            found.append(Entry(text_of(start), text_of(end), "event", event=entity, basis=name))
    return found
