"""Overlap: how many bodies two states share, and how many members two bodies share.

Members and bodies make a two-mode graph (`bipartite_graph`). States tied by the bodies they share, or bodies
tied by their members, are its projections (`Overlap.to_networkx`). Both are plain networkx graphs, made when they are
asked for. The measures stand in `measures`, the search for pairs in `alike`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from ..errors import InvalidRequest
from ..model.dates import Period
from ..model.entities import Entity, is_of
from ..model.evidence import Grounds, weakest
from ..model.membership import denials, membership_rows, participants, read_memberships
from ..model.membership_scan import Lifetimes, read_lifetimes, read_stretches
from ..model.roles import ROLES, check_role
from .measures import MEASURES, Counts, measures_named
from .similar_pairs import Threshold, ones, similar_pairs, similar_to

if TYPE_CHECKING:
    import networkx as nx
    import pandas

    from ..model.graph import Graph

__all__ = ["BY", "Intersection", "Overlap", "Pair", "Support", "bipartite_graph", "overlap"]

BY = ("state", "body")
"""What is compared: states by their bodies, or bodies by their members."""

MEMBERS, BODIES = 0, 1
"""The two modes of the graph: the values of the node attribute `bipartite`, as networkx has it."""


def bipartite_graph(
    graph: Graph, as_of: str | None = None, role: str = "full", among: Sequence[Entity] = ()
) -> nx.Graph[str]:
    """The two-mode graph of members and bodies.

    A node is an entity's id and has `bipartite` (0: a state or whatever else is a member; 1: a body), `label`, `kind`
    and `iri`. An edge is a membership and has `basis`, `role`, `start` and `end` (dates as written, "" where none
    is given). All states and bodies of the graph are nodes, also those without an edge. A body that is a member
    of another one is two nodes; as a member it is called "ID (member)", and `id` is the attribute to rely on.

    Parameters: a date or period (`None`: the dataset's own date, "any": ever), a role ("full", "associate",
    "observer", "any"), the members or the bodies whose memberships are read (all where there are none).

    >>> import blocs
    >>> two_mode = bipartite_graph(blocs.load())
    >>> sorted(two_mode["armenia"])
    ['cis', 'cis-dmc', 'cst']
    """
    import networkx as nx

    check_role(role)
    by_iri = graph.names.by_iri
    two_mode: nx.Graph[str] = nx.Graph()
    for entity in graph.names.entities:
        if entity.kind in ("state", "body", "member"):
            _add(two_mode, entity.id, entity, BODIES if entity.kind == "body" else MEMBERS)
    for member_iri, body_iri, edge in _edges(graph, graph.period(as_of), role, among):
        member, body = by_iri.get(member_iri), by_iri.get(body_iri)
        if member is None or body is None:
            continue
        head, tail = body.id, member.id if member.kind != "body" else f"{member.id} (member)"
        _add(two_mode, head, body, BODIES)
        _add(two_mode, tail, member, MEMBERS)
        if two_mode.has_edge(tail, head):
            edge = _joined(two_mode.edges[tail, head], edge)
        two_mode.add_edge(tail, head, **edge)
    return two_mode


def _edges(
    graph: Graph, period: Period, role: str, among: Sequence[Entity]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    if not among:
        yield from membership_rows(graph.source, period, role)
        return
    for span in read_memberships(graph.source, period, *_ends(among), role):
        dates = {"start": span.start or "", "end": span.end or ""}
        yield span.member, span.body, {"basis": span.grounds.basis, "role": span.role, **dates}


def _ends(among: Sequence[Entity]) -> tuple[Sequence[Entity] | None, Sequence[Entity] | None]:
    """The members and the bodies whose memberships are read: of what is named only theirs."""
    if not among:
        return None, None
    return (None, among) if among[0].kind == "body" else (among, None)


def _add(two_mode: nx.Graph[str], node: str, entity: Entity, mode: int) -> None:
    if node not in two_mode:
        two_mode.add_node(
            node, bipartite=mode, id=entity.id, label=entity.label, short=entity.short, kind=entity.kind, iri=entity.iri
        )


def _joined(one: dict[str, str], other: dict[str, str]) -> dict[str, str]:
    """Two spans of one membership as one edge: the earliest start, the latest end, where both give one."""
    return {
        "basis": weakest([one["basis"], other["basis"]]),
        "role": one["role"] if one["role"] == other["role"] else min(one["role"], other["role"], key=_rank),
        "start": min(one["start"], other["start"]),
        "end": max(one["end"], other["end"]) if one["end"] and other["end"] else "",
    }


def _rank(role: str) -> int:
    return ROLES.index(role) if role in ROLES else len(ROLES)


@dataclass(frozen=True)
class Pair:
    """Two states, or two bodies, and how much they share.

    `a` and `b` are ids, `shared` and `union` counts, the rest the measures of `measures` (`None` where not
    defined), and `shared_ids` what they share, by id.
    """

    a: str
    b: str
    shared: int
    union: int
    jaccard: float | None
    overlap: float | None
    kappa: float | None
    pi: float | None
    s: float | None
    shared_ids: tuple[str, ...]

    def measure(self, name: str) -> float | None:
        """The value of the measure with this name."""
        value: float | None = getattr(self, name)
        return value


@dataclass(frozen=True)
class Support:
    """One fact that an overlap rests on: a membership, or (`denied`) that the source says there is none."""

    member: str
    body: str
    denied: bool
    grounds: Grounds


@dataclass(frozen=True)
class Intersection:
    """What is in exactly these sets and in no other of those compared: the ids of the sets and of what is in them."""

    sets: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Overlap:
    """The overlap of states' memberships or of bodies' members.

    `by` is "state" or "body"; `period` and `role` say which memberships count; `universe` is how many bodies (or
    states) there are to share. `sets` has for the id of each that is compared a bit for each of the `others` (bodies
    or members, by id) that it shares, the first as the highest bit. `named` are the ids of those asked for by name;
    `left_out` those that are in nothing (bodies without members) and were not. `entities` are all of these by id. A
    pair must reach the `threshold` of `measure` and share at least `min_shared`.
    """

    by: str
    period: Period
    role: str
    universe: int
    sets: Mapping[str, int]
    others: Sequence[str]
    named: tuple[str, ...]
    left_out: tuple[str, ...]
    entities: Mapping[str, Entity] = field(repr=False)
    measure: str
    threshold: float | None
    min_shared: int
    knowledge: Graph = field(repr=False, compare=False)

    def set_of(self, entity_id: str) -> frozenset[str]:
        """The ids of a state's bodies, or of a body's members."""
        return frozenset(self._ids(self.sets[entity_id]))

    def _ids(self, bits: int) -> tuple[str, ...]:
        return tuple([self.others[at] for at in ones(bits, len(self.others))])

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """All pairs that reach the threshold, `a` before `b` by id; without one also those that share nothing."""
        return tuple(self.each_pair())

    def each_pair(self, key: Callable[[str], Any] = str) -> Iterator[Pair]:
        """The same pairs one at a time, however many there are, in the order that `key` gives their ids."""
        ids = sorted(self.sets, key=key)
        sets = [self.sets[one] for one in ids]
        reach = Threshold(self.universe, MEASURES[self.measure], self.threshold, self.min_shared)
        found = (
            similar_to(ids.index(self.named[0]), sets, reach) if len(self.named) == 1 else similar_pairs(sets, reach)
        )
        for i, j, both in found:
            only_a, only_b = sets[i].bit_count() - both, sets[j].bit_count() - both
            counts = Counts(both, only_a, only_b, self.universe - both - only_a - only_b)
            values: dict[str, Any] = {name: measure(counts) for name, measure in MEASURES.items()}
            yield Pair(ids[i], ids[j], **values, shared_ids=self._ids(sets[i] & sets[j]))

    @cached_property
    def graph(self) -> nx.Graph[str]:
        """The two-mode graph, with all states and bodies; see `bipartite_graph`."""
        among = [self.entities[one] for one in self.named] if len(self.named) > 1 else []
        return bipartite_graph(self.knowledge, str(self.period), self.role, among)

    @property
    def nodes(self) -> dict[str, str]:
        """The node in the two-mode graph of each id that is compared."""
        return {one: _node(self.entities[one], self.by) for one in self.sets}

    def to_networkx(self) -> nx.Graph[str]:
        """The projection: what was compared, tied where it shares something.

        Edges have every measure as an attribute (`None` where it is not defined), `shared_ids`, and `weight`, which
        is the number shared. Only pairs in `pairs` are tied: a threshold thins the projection.

        >>> import blocs
        >>> blocs.load().overlap().to_networkx()["armenia"]["belarus"]["weight"]
        3
        """
        import networkx as nx

        projected: nx.Graph[str] = nx.Graph()
        for one in self.sets:
            _add(projected, one, self.entities[one], MEMBERS if self.by == "state" else BODIES)
        for pair in self.pairs:
            if pair.shared:
                columns = {name: pair.measure(name) for name in MEASURES}
                projected.add_edge(pair.a, pair.b, weight=pair.shared, **columns, shared_ids=list(pair.shared_ids))
        return projected

    def to_pandas(self) -> pandas.DataFrame:
        """The pairs as a data frame, one a row, with the columns of `Pair`.

        Raises OperationFailed where pandas is not installed.
        """
        from ..tables import frame

        columns = ("a", "b", *MEASURES, "shared_ids")
        rows = ({name: getattr(pair, name) for name in columns} for pair in self.pairs)
        return frame(rows, columns)

    def _repr_html_(self) -> str:
        return overlap_html(self)

    def intersections(self) -> list[Intersection]:
        """What is in exactly which of the sets compared, the largest intersection first: the bars of an UpSet plot.

        Each member of the bodies compared (or body of the states) is in one intersection, so that their sizes add up.

        Lex et al. 2014, "UpSet: Visualization of Intersecting Sets", IEEE TVCG 20(12), doi:10.1109/TVCG.2014.2346248.

        >>> import blocs
        >>> [(one.sets, len(one.ids)) for one in blocs.load().overlap(by="body").intersections()]
        [(('cis', 'cis-dmc', 'cst'), 6), (('cis', 'cis-dmc', 'guuam'), 5), (('cis', 'cis-dmc'), 1)]
        """
        of: dict[str, list[str]] = {}
        for one in sorted(self.sets):
            for element in self.set_of(one):
                of.setdefault(element, []).append(one)
        found: dict[tuple[str, ...], list[str]] = {}
        for element in sorted(of):
            found.setdefault(tuple(of[element]), []).append(element)
        ordered = sorted(found.items(), key=lambda item: (-len(item[1]), len(item[0]), item[0]))
        return [Intersection(sets, tuple(ids)) for sets, ids in ordered]

    def seriated(self, measure: str, most: int | None = None) -> list[str]:
        """The ids compared, each after the one that it is most like by a measure, so that a matrix shows blocks.

        With `most`, only so many: those in the most bodies (or with the most members).

        >>> import blocs
        >>> blocs.load().overlap().seriated("jaccard")[:7]
        ['armenia', 'belarus', 'kazakhstan', 'kyrgyzstan', 'russia', 'tajikistan', 'turkmenistan']
        """
        left = sorted(self.sets, key=lambda one: (-self.sets[one].bit_count(), one))[:most]
        value = {frozenset((pair.a, pair.b)): pair.measure(measure) for pair in self.pairs}
        chain = left[:1]
        left = left[1:]
        while left:
            # Of equals the first: those in the most come first.
            nearest = max(left, key=lambda one: value.get(frozenset((chain[-1], one))) or 0.0)
            left.remove(nearest)
            chain.append(nearest)
        return chain

    def evidence(self, graph: Graph, pairs: Sequence[Pair]) -> dict[tuple[str, str], list[Support]]:
        """What each pair rests on: the memberships it shares, with their quotes, and what is denied of it.

        For a pair that shares nothing these are all memberships of both. The result is by the ids of a pair.
        """
        wanted = sorted({end for pair in pairs for end in (pair.a, pair.b)})
        compared = [self.entities[one] for one in wanted]
        others = [self.entities[other] for other in sorted({other for one in wanted for other in self.set_of(one)})]
        members, bodies = (compared, others) if self.by == "state" else (others, compared)
        by_iri, found = graph.names.by_iri, dict[str, list[Support]]()
        spans = read_memberships(graph.source, self.period, members, bodies, self.role)
        for denied, facts in ((False, spans), (True, denials(graph.source, members, bodies))):
            for span in facts:
                support = Support(by_iri[span.member].id, by_iri[span.body].id, denied, span.grounds)
                found.setdefault(support.member if self.by == "state" else support.body, []).append(support)
        return {(pair.a, pair.b): self._supports(pair, found) for pair in pairs}

    def _supports(self, pair: Pair, found: Mapping[str, Sequence[Support]]) -> list[Support]:
        theirs = self.set_of(pair.a) | self.set_of(pair.b)
        shown = frozenset(pair.shared_ids) or theirs
        supports = [support for end in (pair.a, pair.b) for support in found.get(end, ())]
        other = {id(one): one.body if self.by == "state" else one.member for one in supports}
        kept = [one for one in supports if other[id(one)] in (theirs if one.denied else shown)]
        return sorted(kept, key=lambda one: (one.denied, one.body, one.member))


def _node(entity: Entity, by: str) -> str:
    """What an entity is called in the two-mode graph, where a body that is a member is two nodes."""
    return f"{entity.id} (member)" if by == "state" and entity.kind == "body" else entity.id


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

    Parameters: `by` "state" or "body" (`None`: as the entities named are, else "state"); `as_of` a date or period;
    `among` the entities to compare (one: with all others; more: with one another; none: all that are in something);
    `role` the memberships that count; `threshold` and `min_shared` leave out pairs whose `measure` is lower or not
    defined, or that share less.

    The universe of states' memberships is the bodies that exist at that date, that of bodies' members the states that
    are in the state system then. Where a graph does not say when (`blocs:Existence`, `blocs:Spell`), a body exists
    when it has a member, and a state always.

    Raises InvalidRequest where the entities cannot be compared so, or a measure, role or date is none.

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
    # Of entities named, theirs are read only, and of the rest how many there are to share: an endpoint may have many.
    few = among if len(among) > 1 and all((entity.kind == "body") == (by == "body") for entity in among) else ()
    stretches = read_stretches(graph.source, period, *_ends(few), columns=() if role == "any" else ("role",))
    sets, others = _incidence(graph, by, ((s.member, s.body) for s in stretches if role in ("any", s.role)))
    everything = {one.id: one for one in (*there[by], *sets)}
    named = tuple(dict.fromkeys(_present(entity, everything, by) for entity in among))
    bits = {one.id: held for one, held in sets.items()}
    kept = sorted(named) if len(named) > 1 else sorted({*bits, *named})
    # Of a body that no one is in we know that it existed only where the graph says so.
    shareable = there["state"] if by == "body" else [one for one in there["body"] if one.iri in lifetimes["body"]]
    shareable = [*shareable, *(_participants(graph, by, period, role) if few else others)]
    return Overlap(
        by, period, role, len(set(shareable)),
        {one: bits.get(one, 0) for one in kept}, [one.id for one in others],
        named, tuple(sorted(everything.keys() - set(kept))) if len(named) < 2 else (),
        {one.id: one for one in others} | everything,
        measure, threshold, min_shared, graph,
    )  # fmt: skip


def _participants(graph: Graph, by: str, period: Period, role: str) -> list[Entity]:
    """All bodies that have a member, or all members of bodies."""
    iris = list(participants(graph.source, "body" if by == "state" else "member", period, role))
    graph.names.expect(iris)
    return [graph.names.by_iri[iri] for iri in iris if iri in graph.names.by_iri]


def _there(graph: Graph, kind: str, lifetimes: Lifetimes, period: Period) -> list[Entity]:
    """The states or bodies that exist in a period; of what the graph says no dates, that is all of them."""
    return [
        one
        for one in graph.names.entities
        if is_of(one.kind, (kind,))
        and (one.iri not in lifetimes or any(period.covers(start, end) for start, end in lifetimes[one.iri]))
    ]


def _incidence(graph: Graph, by: str, memberships: Iterable[tuple[str, str]]) -> tuple[dict[Entity, int], list[Entity]]:
    """For each state its bodies as bits (or for each body its members), and what these are, the highest bit first."""
    columns: dict[str, int] = {}
    held: dict[str, array[int]] = {}
    for member, body in memberships:
        one, other = (member, body) if by == "state" else (body, member)
        if one not in held:
            held[one] = array("L")
        held[one].append(columns.setdefault(other, len(columns)))
    by_iri = graph.names.by_iri
    graph.names.expect([*held, *columns])
    others = sorted((by_iri[iri] for iri in columns if iri in by_iri), key=lambda one: one.id)
    place = {one.iri: 1 << (len(others) - 1 - at) for at, one in enumerate(others)}
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
        other = next(entity for entity in among if entity.kind != "body")
        raise InvalidRequest(
            f"{other.short} and {bodies[0].short} cannot be compared: a {other.kind} and a body; name states, or bodies"
        )
    return "body" if bodies else "state"


def _present(entity: Entity, everything: Collection[str], by: str) -> str:
    if entity.id not in everything:
        wanted = "a state, and no member of a body at that date" if by == "state" else "a body"
        if is_of(entity.kind, (by,)):
            wanted = "in the state system at that date" if by == "state" else "a body that exists at that date"
            raise InvalidRequest(f"{entity.label} is not {wanted}; see: blocs show {entity.id}")
        raise InvalidRequest(f"{entity.label} is not {wanted}; overlap compares states or bodies")
    return entity.id


_SIDE = 40
"""Rows and columns of a matrix in a notebook."""

_SHADES = ("#E3EEF7", "#BCD8EC", "#7FB4D8", "#2F78AB", "#0B4A75")


def overlap_html(found: Overlap, measure: str = "jaccard") -> str:
    """The matrix of a measure, shaded by value, each beside what it is most like."""
    from html import escape

    ids = found.seriated(measure, _SIDE)
    values = {frozenset((pair.a, pair.b)): pair.measure(measure) for pair in found.pairs}
    known = [value for value in values.values() if value is not None]
    low, top = min(known, default=0.0), max(known, default=0.0)

    def cell(a: str, b: str) -> str:
        value = None if a == b else values.get(frozenset((a, b)))
        if value is None or value == 0:
            return f'<td style="text-align: right">{"" if value is None else 0}</td>'
        level = 2 if top == low else int(4.999 * (value - low) / (top - low))
        ink = "#FFFFFF" if level > 2 else "#1A1A1A"
        return f'<td style="text-align: right; background: {_SHADES[level]}; color: {ink}">{value:.2f}</td>'

    names = [escape(found.entities[one].short) for one in ids]
    head = "".join(f"<th>{name}</th>" for name in names)
    rows = (f"<tr><th>{name}</th>{''.join(cell(a, b) for b in ids)}</tr>" for a, name in zip(ids, names, strict=True))
    some = f" The {len(ids)} with the most of {len(found.sets)}." if len(ids) < len(found.sets) else ""
    caption = f"<caption>{escape(measure)}, as of {escape(str(found.period))}.{some}</caption>"
    return f"<table>{caption}<thead><tr><th></th>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
