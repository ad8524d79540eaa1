"""Memberships with what they rest on, read once for many questions: what a query finds for one, looked up for the next.

The first questions are answered by queries of their own; from then on, all memberships of a local graph are read by
columns and kept with the vocabulary. What is found is what the queries find.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ...model.entities import Entity
from ...model.evidence import Evidence, Grounds, read_grounds
from ...model.expression import Expression, bodies_of
from ...model.facts import Fact as FactOfGraph
from ...model.facts import Memberships
from ...model.membership import Member, Span, denials, evidence_of, read_lifespans, read_memberships, role_names
from ...model.membership_query import counts_bodies, shortcuts_query, subtracts
from ...model.naming.labels import labels_of
from ...model.roles import FULL, counted_role, role_of, roles_in
from ...model.wholes import count_nodes
from ...rdf.terms import PREFIXES, id_of, prologue, text_of
from ..logic.logical_form import Condition, Contains, Fact, Grown, MemberOf, Numbered, PairWith, SharesWith, Tally

if TYPE_CHECKING:
    from ...model.dates import Period
    from ...rdf.source import Source
    from ..vocabulary import Vocabulary

__all__ = ["Held", "Membership", "evidence_in", "grounds_in", "held", "memberships_in", "spans_in", "tallied_grounds"]

_MANY = 300_000
"""More memberships than so many are not kept with their grounds: each takes a kilobyte."""

_COLUMNS = {
    "member": "org:member",
    "body": "org:organization",
    "role": "org:role",
    "start": "schema:startDate",
    "end": "schema:endDate",
    "basis": "blocs:basis",
    "table": "dcterms:source",
}


@dataclass(frozen=True)
class Membership:
    """One membership, as its columns say; the `node` of a shortcut is "", `begun` and `over` are the dates of its body."""

    node: str
    member: str
    body: str
    role: str
    start: str
    end: str
    begun: str
    over: str
    basis: str
    tables: tuple[str, ...]

    def holds_in(self, period: Period, roles: frozenset[str]) -> bool:
        """Whether it holds in a period, in one of some roles."""
        return counted_role(self.role) in roles and period.covers(self.start or self.begun, self.end or self.over)


@dataclass
class Held:
    """The memberships of a graph, by member and by body."""

    nodes: list[Membership]
    labels: dict[str, str]
    quoted: dict[str, Grounds] = field(default_factory=dict)
    roles: dict[str, str] = field(default_factory=dict)
    """What each role is called."""
    planned: bool = False
    """Whether there are planned memberships, which are none of these."""
    _by_tables: dict[tuple[str, ...], tuple[Evidence, ...]] = field(default_factory=dict)

    @cached_property
    def by_member(self) -> dict[str, list[Membership]]:
        """What each member is in."""
        found = defaultdict(list)
        for node in self.nodes:
            found[node.member].append(node)
        return found

    @cached_property
    def by_body(self) -> dict[str, list[Membership]]:
        """Who is in each body."""
        found = defaultdict(list)
        for node in self.nodes:
            found[node.body].append(node)
        return found

    def grounds(self, node: Membership) -> Grounds:
        """What a membership rests on."""
        if node.node in self.quoted:
            return self.quoted[node.node]
        if node.tables not in self._by_tables:
            evidence = {Evidence("", None, self.labels.get(table, table)) for table in node.tables}
            self._by_tables[node.tables] = tuple(sorted(evidence, key=_order))
        return Grounds(node.node, node.basis, self._by_tables[node.tables])

    def those(
        self, period: Period, role: str, members: Sequence[Entity] | None, bodies: Sequence[Entity] | None
    ) -> Iterator[Membership]:
        """The memberships of a period and role, of these members in these bodies (None: of all)."""
        roles = roles_in(role)
        kept = None if bodies is None else {body.iri for body in bodies}
        if bodies is not None and (members is None or len(bodies) < len(members)):
            theirs = None if members is None else {member.iri for member in members}
            for body in bodies:
                for node in self.by_body.get(body.iri, ()):
                    if (theirs is None or node.member in theirs) and node.holds_in(period, roles):
                        yield node
            return
        ends = self.nodes if members is None else [n for m in members for n in self.by_member.get(m.iri, ())]
        yield from (n for n in ends if (kept is None or n.body in kept) and n.holds_in(period, roles))


def _order(item: Evidence) -> str:
    return item.source


def held(vocabulary: Vocabulary, now: bool = False) -> Held | None:
    """The memberships with their grounds; None of an endpoint, of too many, and for a first question.

    `now` is whether they are read at once, since the question needs all of them.
    """
    if vocabulary.graph.source.remote or not (now or vocabulary.asked_often):
        return None
    return vocabulary.once(_read)


def _read(vocabulary: Vocabulary) -> Held | None:
    source = vocabulary.graph.source
    if count_nodes(source) > _MANY:
        return None
    columns: dict[str, dict[str, str]] = {}
    tables: dict[str, tuple[str, ...]] = {}
    for name, path in _COLUMNS.items():
        of = "?m a org:Membership . " if name in ("member", "body") else ""
        query = f"SELECT ?m ?v WHERE {{ {of}?m {path} ?v }}"
        column = columns.setdefault(name, {})
        for m, v in source.select(prologue(query) + query):
            node, value = text_of(m), text_of(v)
            if name == "table":
                tables[node] = (*tables.get(node, ()), value)
            elif column.setdefault(node, value) != value and node in columns["member"]:
                return None  # what has two dates or members is more than one row
    lifespans = read_lifespans(source)
    nodes, planned = [], False
    for node, member in columns["member"].items():
        basis = columns["basis"].get(node, "")
        body = columns["body"].get(node)
        planned |= _local(basis) == "planned"
        if body is None or _local(basis) == "planned":
            continue
        role, start, end = (columns[name].get(node, "") for name in ("role", "start", "end"))
        begun, over = lifespans.get(body, ("", ""))
        nodes.append(
            Membership(
                node, member, body, role, start, end, begun, over, _local(basis) or "stated", tables.get(node, ())
            )
        )
    for short in source.select(shortcuts_query()):
        member, of = map(text_of, short)
        nodes.append(Membership("", member, of, "", "", "", *lifespans.get(of, ("", "")), "stated", ()))
    labels = _labels(source, {t for node in nodes for t in node.tables})
    return Held(nodes, labels, dict(_quoted(source)), _roles(source, {n.role for n in nodes if n.role}), planned)


def _local(iri: str) -> str:
    return iri.removeprefix(PREFIXES["blocs"]) if iri.startswith(PREFIXES["blocs"]) else id_of(iri)


def _labels(source: Source, tables: set[str]) -> dict[str, str]:
    """The names of the tables that memberships come from."""
    query = "SELECT ?t ?label WHERE { { SELECT DISTINCT ?t WHERE { ?m dcterms:source ?t } } ?t skos:prefLabel ?label }"
    return {text_of(t): text_of(label) for t, label in source.select(prologue(query) + query) if text_of(t) in tables}


def _roles(source: Source, roles: set[str]) -> dict[str, str]:
    """What the roles that members have are called."""
    return {text_of(role): label for role, label in labels_of(source, map(NamedNode, roles)).items()}


def _quoted(source: Source) -> Iterator[tuple[str, Grounds]]:
    """The grounds of those memberships for which a sentence or a rule is given."""
    some = "{ SELECT DISTINCT ?fact WHERE { ?fact a org:Membership . { ?fact blocs:evidence ?x } UNION { ?fact blocs:rule ?x } } }"
    # That there is none at all is known at once; to look at each membership takes a tenth of a second.
    ask = "ASK { { ?fact blocs:evidence ?x } UNION { ?fact blocs:rule ?x } }"
    if source.ask(prologue(ask) + ask):
        yield from ((grounds.fact, grounds) for _, grounds in read_grounds(source, (), some))


def spans_in(
    vocabulary: Vocabulary,
    period: Period,
    members: Sequence[Entity] | None,
    bodies: Sequence[Entity] | None,
    role: str,
) -> list[Span]:
    """The memberships of a period, of these members in these bodies (None: of all), with grounds.

    What `membership.read_memberships` reads by a query, from the memberships that are kept if they are.
    """
    kept = held(vocabulary)
    if kept is None:
        return read_memberships(vocabulary.graph.source, period, members, bodies, role)
    those = list(kept.those(period, role, members, bodies))
    called = role_names(vocabulary.graph.source, (NamedNode(role_) for role_ in {n.role for n in those} if role_))
    return [
        Span(n.member, n.body, called.get(n.role) or role_of(n.role), n.start or None, n.end or None, kept.grounds(n))
        for n in those
    ]


def evidence_in(
    vocabulary: Vocabulary, expression: Expression, entities: Sequence[Entity], period: Period, role: str
) -> list[Member]:
    """The entities found for a set expression, each with the memberships and denials it rests on."""
    source = vocabulary.graph.source
    if held(vocabulary) is None or not entities:
        return evidence_of(source, expression, entities, period, role)
    bodies, leaves_out = bodies_of(expression), subtracts(expression)
    spans: dict[str, list[Span]] = {}
    for span in spans_in(vocabulary, period, entities, None if counts_bodies(expression) else bodies, role):
        spans.setdefault(span.member, []).append(span)
    denied: dict[str, list[Span]] = {}
    if leaves_out and vocabulary.has_denials:
        for span in denials(source, period, entities, bodies):
            denied.setdefault(span.member, []).append(span)
    found = ((entity, tuple(spans.get(entity.iri, ())), tuple(denied.get(entity.iri, ()))) for entity in entities)
    return [Member(entity, has, no, leaves_out and not has and not no) for entity, has, no in found]


def grounds_in(
    vocabulary: Vocabulary, conditions: Sequence[Condition], entities: Sequence[Entity]
) -> list[tuple[str, Grounds]] | None:
    """The memberships that an answer rests on, each under the IRI of the entity that answers.

    None where that cannot be told from the memberships that are kept: it is asked by a query.
    """
    kept = held(vocabulary)
    facts = [condition for condition in conditions if isinstance(condition, Fact)]
    if kept is None or len(facts) != 1:
        return None
    match facts[0]:
        case MemberOf(expression, period, _, role):
            bodies = None if counts_bodies(expression) else bodies_of(expression)
            nodes, by_body = kept.those(period, role, entities, bodies), False
        case Contains(members, period, _, role):
            nodes, by_body = kept.those(period, role, members, entities), True
        case Numbered(counted, _, period, role):
            by_body = counted == "members"
            nodes = kept.those(period, role, None if by_body else entities, entities if by_body else None)
        case Grown(counted, later=period):
            by_body = counted == "members"
            nodes = kept.those(period, FULL, None if by_body else entities, entities if by_body else None)
        case SharesWith(kind=kind, period=period) | PairWith(kind=kind, period=period):
            by_body = kind == "body"
            nodes = kept.those(period, FULL, None if by_body else entities, entities if by_body else None)
        case _:
            return None
    found = {(node.body if by_body else node.member, kept.grounds(node)) for node in nodes}
    return sorted(found, key=lambda pair: (pair[0], pair[1].fact))


def tallied_grounds(vocabulary: Vocabulary, *tallies: Tally) -> list[Grounds] | None:
    """The memberships that are counted; None where they are asked by a query."""
    kept = held(vocabulary)
    if kept is None:
        return None
    nodes = (
        node
        for tally in tallies
        for node in kept.those(
            tally.period,
            tally.role,
            None if tally.counted == "members" else tally.of,
            tally.of if tally.counted == "members" else None,
        )
    )
    return list(dict.fromkeys(kept.grounds(node) for node in nodes))


def memberships_in(vocabulary: Vocabulary, period: Period) -> Memberships | None:
    """What gives the memberships of a period as facts; None where they are read by queries."""
    kept = held(vocabulary)
    if kept is None or kept.planned:
        return None  # what is planned is a fact too

    def of(side: str, focus: Sequence[NamedNode]) -> Iterator[FactOfGraph]:
        ends = kept.by_member if side == "subject" else kept.by_body
        for node in (node for term in focus for node in ends.get(term.value, ())):
            if node.node and period.covers(node.start or node.begun, node.end or node.over):
                role = kept.roles.get(node.role, "") or (id_of(node.role) if node.role else "")
                member, body = NamedNode(node.member), NamedNode(node.body)
                yield FactOfGraph(member, "member", body, kept.grounds(node), role, "", node.start, node.end)

    return of
