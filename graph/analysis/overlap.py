"""Overlap: how many bodies two states share, and how many members two bodies share.

Members and bodies make a two-mode graph (`two_mode`). States joined by the bodies they share, or bodies joined by
their members, are its projections (`Overlap.to_networkx`). The measures are in `measures`, the search for pairs in
`similar_pairs`, and what is found in `pairs`.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.coverage import outside_notes
from ..model.dates import Period
from ..model.entities import Entity
from ..model.membership_scan import Lifetimes, read_lifetimes, read_pairs, read_participants
from ..model.roles import check_role
from .measures import measures_named
from .pairs import Intersection, Overlap, Pair, Support
from .two_mode import sides

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["BY", "Intersection", "Overlap", "Pair", "Support", "overlap"]

BY = ("state", "body")
"""What is compared: states by their bodies, or bodies by their members."""


def overlap(
    graph: Graph,
    by: str | None = None,
    as_of: str | None = None,
    among: Sequence[Entity] = (),
    *,
    role: str = "full",
    measure: str = "overlap",
    threshold: float | None = None,
    min_shared: int = 0,
) -> Overlap:
    """How much states overlap by the bodies they are in, or bodies by their members.

    Parameters
    ----------
    graph : Graph
        The graph.
    by : str or None
        "state" or "body"; None: as the entities named are, else "state".
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for ever.
    among : sequence of Entity
        The entities to compare: one with all others, more with one another; all that are in something if empty.
    role : str
        The role of the memberships that count: "full", "associate", "observer" or "any".
    measure : str
        The measure of the threshold, one of `measures.MEASURES`.
    threshold : float or None
        The least value of the measure that a pair must have; a value that is not defined reaches none.
    min_shared : int
        The least number that a pair must share.

    Returns
    -------
    Overlap

    Raises
    ------
    InvalidRequest
        If the entities cannot be compared, or a measure, role or date is none.

    Notes
    -----
    The universe of states' memberships is the bodies that exist at that date, that of bodies' members the states that
    are in the state system then. If a graph does not say when (`blocs:Existence`, `blocs:Spell`), a body exists when it
    has a member, and a state always.

    >>> import blocs
    >>> pair, = overlap(blocs.load(), among=[blocs.load().names.find(name) for name in ("CST", "GUUAM")]).pairs
    >>> pair.shared, pair.union, pair.kappa
    (0, 11, -0.8333333333333334)
    """
    by = _compared(by, among)
    (measure,) = measures_named([measure])
    check_role(role)
    period = graph.period(as_of)
    lifetimes = {kind: read_lifetimes(graph.source, kind) for kind in BY}
    there = {kind: _there(graph, kind, lifetimes[kind], period) for kind in BY}
    # If entities are named, only their memberships are read, and of the rest how many there are to share: an endpoint
    # may have many.
    few = among if len(among) > 1 and all((entity.kind == "body") == (by == "body") for entity in among) else ()
    sets, others = _incidence(graph, by, read_pairs(graph.source, period, *sides(few), role))
    everything = {entity.id: entity for entity in (*there[by], *sets)}
    named = tuple(dict.fromkeys(_present(entity, everything, by, graph, period) for entity in among))
    bits = {entity.id: held for entity, held in sets.items()}
    kept = sorted(named) if len(named) > 1 else sorted({*bits, *named})
    # A body without members is known to have existed only if the graph says so.
    shareable = there["state"] if by == "body" else [body for body in there["body"] if body.iri in lifetimes["body"]]
    shareable = [*shareable, *(_participants(graph, by, period, role) if few else others)]
    return Overlap(
        by, period, role, len(set(shareable)),
        {id_: bits.get(id_, 0) for id_ in kept}, [other.id for other in others],
        named, tuple(sorted(everything.keys() - set(kept))) if len(named) < 2 else (),
        {other.id: other for other in others} | everything,
        measure, threshold, min_shared, graph,
    )  # fmt: skip


def _participants(graph: Graph, by: str, period: Period, role: str) -> list[Entity]:
    """All bodies that have a member, or all members of bodies."""
    iris = sorted(read_participants(graph.source, "body" if by == "state" else "member", period, role))
    graph.names.expect(iris)
    return [graph.names.by_iri[iri] for iri in iris if iri in graph.names.by_iri]


def _there(graph: Graph, kind: str, lifetimes: Lifetimes, period: Period) -> list[Entity]:
    """The states or bodies that exist in a period; of what the graph says no dates, that is all of them."""

    def exists(entity: Entity) -> bool:
        spans = lifetimes.get(entity.iri)
        return spans is None or any(period.covers(start, end) for start, end in spans)

    return [entity for entity in graph.names.entities if entity.is_a(kind) and exists(entity)]


def _incidence(graph: Graph, by: str, memberships: Iterable[tuple[str, str]]) -> tuple[dict[Entity, int], list[Entity]]:
    """For each state its bodies as bits (or for each body its members), and what these are, the highest bit first."""
    columns: dict[str, int] = {}
    held: dict[str, array[int]] = {}
    for member, body in memberships:
        holder, thing = (member, body) if by == "state" else (body, member)
        if holder not in held:
            held[holder] = array("L")
        held[holder].append(columns.setdefault(thing, len(columns)))
    by_iri = graph.names.by_iri
    graph.names.expect([*held, *columns])
    others = sorted((by_iri[iri] for iri in columns if iri in by_iri), key=lambda entity: entity.id)
    place = {entity.iri: 1 << (len(others) - 1 - at) for at, entity in enumerate(others)}
    masks = [place.get(iri, 0) for iri in columns]
    sets: dict[Entity, int] = {}
    for iri, numbers in held.items():
        if iri in by_iri:
            sets[by_iri[iri]] = reduce(or_, map(masks.__getitem__, numbers))
    return sets, others


def _compared(by: str | None, among: Sequence[Entity]) -> str:
    """Whether states or bodies are compared: as asked, else as the entities are."""
    if by is not None:
        if by not in BY:
            raise InvalidRequest(f"--by takes {' or '.join(BY)}, not {by!r}")
        return by
    bodies = [entity for entity in among if entity.kind == "body"]
    if bodies and len(bodies) < len(among):
        no_body = next(entity for entity in among if entity.kind != "body")
        raise InvalidRequest(
            f"{no_body.short} and {bodies[0].short} cannot be compared: a {no_body.kind} and a body;"
            " name states, or bodies"
        )
    return "body" if bodies else "state"


def _present(entity: Entity, everything: Collection[str], by: str, graph: Graph, period: Period) -> str:
    if entity.id not in everything:
        wanted = "a state, and no member of a body at that date" if by == "state" else "a body"
        if entity.is_a(by):
            wanted = "in the state system at that date" if by == "state" else "a body that exists at that date"
            outside = "".join(f"; {note[0].lower()}{note[1:-1]}" for note in outside_notes(graph, period))
            raise InvalidRequest(f"{entity.label} is not {wanted}{outside}; see: blocs show {entity.id}")
        raise InvalidRequest(f"{entity.label} is not {wanted}; overlap compares states or bodies")
    return entity.id
