"""Time: who joined and left what, and when, and what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..amounts import counted
from ..errors import InvalidRequest
from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.membership import read_memberships
from ..rdf.source import values
from ..rdf.terms import prologue, text_of

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Entry", "entries_of", "timeline", "undated_note"]


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

    @property
    def is_dated(self) -> bool:
        """Whether the source says when it began or ended."""
        return bool(self.start or self.end)


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
    found = entries_of(graph, among, period)
    return found if among else [entry for entry in found if entry.is_dated]


def undated_note(entries: Sequence[Entry]) -> tuple[str, ...]:
    """How many of some entries have no date, which are left out of the timeline of everything.

    Parameters
    ----------
    entries : sequence of Entry
        What `entries_of` found.

    Returns
    -------
    tuple of str
        A sentence; empty if all have a date.

    >>> undated_note([Entry("", "", "membership"), Entry("1990", "", "membership"), Entry("", "", "event")])
    ('1 of 2 memberships and 1 of 1 event have no date and are not shown; name a state, body or event to see its own.',)
    """
    words = {"membership": "memberships", "event": "events"}
    kinds = Counter(entry.kind for entry in entries)
    undated = Counter(entry.kind for entry in entries if not entry.is_dated)
    if not undated:
        return ()
    parts = [f"{undated[kind]:,} of {counted(kinds[kind], kind, words[kind])}" for kind in words if undated[kind]]
    have, are = ("has", "is") if sum(undated.values()) == 1 else ("have", "are")
    return (f"{' and '.join(parts)} {have} no date and {are} not shown; name a state, body or event to see its own.",)


def entries_of(graph: Graph, among: Sequence[Entity] = (), period: Period = ALWAYS) -> list[Entry]:
    """The entries of a timeline, and those without a date too where nothing is named; see `timeline`."""
    for entity in among:
        if entity.kind not in ("state", "body", "member", "event", "person", "group"):
            raise InvalidRequest(f"{entity.label} is a {entity.kind}; a timeline is of states, bodies or events")
    members = [e for e in among if e.kind in ("state", "member", "person", "group")]
    bodies = [e for e in among if e.kind == "body"]
    found: list[Entry] = []
    if not among or members or bodies:
        found += _spans(graph, members, bodies, period)
    found += _events(graph, among, period)
    return sorted(found, key=lambda e: (e.start or "9999~", e.end or "9999~", e.kind, _label(e)))


def _label(entry: Entry) -> str:
    return " ".join(e.label for e in (entry.event, entry.body, entry.member) if e is not None)


def _spans(graph: Graph, members: Sequence[Entity], bodies: Sequence[Entity], period: Period) -> list[Entry]:
    spans = read_memberships(graph.source, period, members or None, bodies or None, "any")
    graph.names.expect(iri for span in spans for iri in (span.member, span.body))
    by_iri = graph.names.by_iri
    return [
        Entry(
            span.start or "", span.end or "", "membership", by_iri[span.member], by_iri[span.body],
            role=span.role, basis=span.grounds.basis,
        )
        for span in spans
        if span.member in by_iri and span.body in by_iri
    ]  # fmt: skip


def _events(graph: Graph, among: Sequence[Entity], period: Period) -> list[Entry]:
    """Events; of some entities those that are about them, organized by them or attended by them."""
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
        f"SELECT DISTINCT ?event ?start ?end ?basis WHERE {{ {linked} ?event a schema:Event ."
        " OPTIONAL { ?event schema:startDate ?start } OPTIONAL { ?event schema:endDate ?end }"
        " OPTIONAL { ?event blocs:basis ?basis } }"
    )
    found = []
    for event, start, end, basis in graph.source.select(prologue(body) + body):
        entity = graph.names.by_iri.get(text_of(event))
        begins, ends = text_of(start) or text_of(end), text_of(end)
        if entity is not None and period.covers(begins, ends or begins):
            name = text_of(basis).rpartition("#")[2] or "stated"
            found.append(Entry(begins, ends, "event", event=entity, basis=name))
    return found
