"""Membership: who belongs to which bodies at a time, and on what grounds.

A membership is an `org:Membership` node with dates and a role, or just the shortcut `org:memberOf`. Both count;
where a node says when, the node decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from ..frozen import frozen
from ..rdf.source import Source, values
from ..rdf.terms import Term, id_of, prologue, text_of
from ..rdf.together import rows_together
from .dates import ALWAYS, Period, on_or_in
from .entities import Entity
from .evidence import Evidence, Grounds, read_grounds, weakest
from .expression import Expression, bodies_of
from .expression_reading import parse_expression
from .membership_query import (
    beginnings,
    counts_bodies,
    dates_test,
    denied_pattern,
    ending,
    expression_pattern_of,
    lifespan_pattern,
    members_query,
    membership_pattern,
    node_pattern,
    shortcuts_query,
    subtracts,
    undated_query,
    within,
)
from .naming.forms import slug
from .naming.labels import labels_of
from .roles import FULL, ROLE_IRIS, role_of, roles_in
from .wholes import joins_wholes, optional

if TYPE_CHECKING:
    import pandas

    from .graph import Graph

__all__ = [
    "Member",
    "Members",
    "Span",
    "are_members",
    "evidence_of",
    "expression_pattern_of",
    "find_members",
    "has_undated",
    "lifespan_notes",
    "members_query",
    "membership_pattern",
    "membership_rows",
    "outside_lives",
    "participants",
    "read_lifespans",
    "read_memberships",
    "within",
]


@frozen
class Span:
    """One membership: who, in what, in which role, from when to when (both included), on what grounds."""

    member: str
    body: str
    role: str
    start: str | None
    end: str | None
    grounds: Grounds

    @property
    def years(self) -> str:
        """From when to when it lasted: "1949–", "1958-01–1990"; "" where the source gives no dates."""
        return f"{self.start or ''}–{self.end or ''}" if self.start or self.end else ""


@frozen
class Member:
    """An entity that a set expression finds, with the memberships it rests on.

    `denials` are the facts that say it is not in a body of the expression; `unsaid` is whether it is found only
    because nothing says that it is in one.
    """

    entity: Entity
    spans: tuple[Span, ...]
    denials: tuple[Span, ...] = ()
    unsaid: bool = False

    @property
    def id(self) -> str:
        """The entity's id."""
        return self.entity.id

    @property
    def label(self) -> str:
        """The entity's label."""
        return self.entity.label

    @property
    def basis(self) -> str:
        """The weakest basis of the memberships it rests on; of the denials where it has none; else "unknown"."""
        return "unknown" if self.unsaid else weakest(span.grounds.basis for span in self.spans or self.denials)

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The evidence of those memberships and denials, each sentence once, in the order of the text."""
        facts = (*self.spans, *self.denials)
        unique = dict.fromkeys(item for fact in facts for item in fact.grounds.evidence)
        return tuple(sorted(unique, key=lambda e: (not e.quote, e.paragraph or 0)))


class Members(list[Member]):
    """Members in order; in a notebook a table, and a data frame on demand.

    >>> import blocs
    >>> members = blocs.load().members("GUUAM")
    >>> [member.label for member in members][:2], "<td" in members._repr_html_()
    (['Azerbaijan', 'Georgia'], True)
    """

    def to_pandas(self) -> pandas.DataFrame:
        """The members as a data frame: `id`, `label`, `basis`, `quote` and `source` (several joined by " | ").

        Raises OperationFailed where pandas is not installed.
        """
        from ..tables import frame

        return frame(members_rows(self), ("id", "label", "basis", "quote", "source"))

    def _repr_html_(self) -> str:
        return members_html(self)


def find_members(graph: Graph, expression: str | Expression, as_of: str | None = None, role: str = "full") -> Members:
    """Who is in a set of bodies, each with the memberships and sentences it rests on.

    Parameters
    ----------
    graph : Graph
        The graph.
    expression : str or Expression
        A set of bodies, such as "CST and CIS DMC".
    as_of : str or None
        A date or period; None for the dataset's own date, or that until which the data on these bodies go; "any" for
        ever.
    role : str
        The role of the memberships that count: "full", "associate", "observer" or "any".

    Returns
    -------
    Members

    Raises
    ------
    UnknownName
        If the expression names what is no body of the graph.
    InvalidRequest
        If the expression, date or role is none.

    >>> import blocs
    >>> [member.id for member in find_members(blocs.load(), "CIS - CST - GUUAM")]
    ['turkmenistan']
    """
    parsed = parse_expression(expression, graph.names) if isinstance(expression, str) else expression
    period = graph.period(as_of, bodies_of(parsed))
    rows = graph.source.select(members_query(parsed, period, role))
    iris = [term.value for (term,) in rows if isinstance(term, NamedNode)]
    graph.names.expect(iris)
    found = [graph.names.by_iri[iri] for iri in iris]
    return Members(evidence_of(graph.source, parsed, found, period, role))


def read_memberships(
    source: Source,
    period: Period,
    members: Sequence[Entity] | None = None,
    bodies: Sequence[Entity] | None = None,
    role: str = "full",
) -> list[Span]:
    """The memberships that hold in a period, of these members in these bodies (`None`: of all), with grounds."""
    bound = within(members, bodies)
    # Of all memberships, an engine would look up for each again what it has, and when its body began.
    everything = not bound and not source.remote
    whole = everything and joins_wholes(source)
    pattern = bound + node_pattern("?member", "?body", role, node="fact", whole=whole)
    for path, name in (("org:role", "?as"), ("schema:startDate", "?start"), ("schema:endDate", "?end")):
        pattern += f"\n{optional(f'?fact {path} {name}', '?fact', name, whole=whole)}"
    pattern += "\n"
    if period != ALWAYS:
        lifespan = [] if everything else lifespan_pattern("?body", period)
        pattern += "\n".join([*lifespan, dates_test(period, "", "start", "end")])
    asked = ("member", "body", "as", "start", "end")
    rows = list(read_grounds(source, asked, pattern, bound=("blocs:basis",), whole=whole))
    called = role_names(source, (key[2] for key, _ in rows))
    spans = [_span(key, grounds, called) for key, grounds in rows]
    if everything and period != ALWAYS:
        spans = _within_lifespans(source, spans, period)
    if FULL in roles_in(role):
        if everything and _all_have_nodes(source, spans):
            return spans
        spans += _shortcuts(source, members, bodies, period)
    return spans


def _all_have_nodes(source: Source, spans: Sequence[Span]) -> bool:
    """Whether every shortcut is of one of these memberships, which is told sooner than which have none at all."""
    noded = {(span.member, span.body) for span in spans}
    rows = source.select(prologue(_SHORTCUTS) + _SHORTCUTS)
    return all(
        isinstance(member, NamedNode) and isinstance(body, NamedNode) and (member.value, body.value) in noded
        for member, body in rows
    )


def _within_lifespans(source: Source, spans: Sequence[Span], period: Period) -> list[Span]:
    """Memberships whose body had begun and was not over, where they have no dates of their own."""
    lifespans = read_lifespans(source) if any(not (span.start and span.end) for span in spans) else {}

    def holds(span: Span) -> bool:
        begun, over = lifespans.get(span.body, ("", ""))
        return period.covers(span.start or begun, span.end or over)

    return [span for span in spans if holds(span)]


def membership_rows(source: Source, period: Period, role: str = "full") -> Iterator[tuple[str, str, dict[str, str]]]:
    """Member, body, and `basis`, `role`, `start` and `end` of all memberships in a period, without their quotes.

    One query: a table of two centuries has half a million memberships.
    """
    pattern = membership_pattern("?member", "?body", period, role, node="fact")
    asked = {"basis": "blocs:basis", "role": "org:role", "start": "schema:startDate", "end": "schema:endDate"}
    # What the pattern tests it has already read; to read it once more would take as long again.
    more = " ".join(f"OPTIONAL {{ ?fact {path} ?{n} }}" for n, path in asked.items() if f" ?{n} }}" not in pattern)
    body = f"SELECT DISTINCT ?member ?body ?fact ?basis ?role ?start ?end WHERE {{\n{pattern}\n{more} }}"
    # Engines give rows in any order; answers come in one.
    for member, body_, _, basis, role_, start, end in sorted(source.select(prologue(body) + body), key=str):
        if isinstance(member, NamedNode) and isinstance(body_, NamedNode):
            yield (
                member.value,
                body_.value,
                {
                    "basis": id_of(text_of(basis)) or "stated",
                    "role": role_of(text_of(role_)),
                    "start": text_of(start),
                    "end": text_of(end),
                },
            )


def participants(source: Source, side: str, period: Period, role: str = "full") -> Iterator[str]:
    """The IRIs of all that are a `member`, or of all that are a `body`, in a membership of a period."""
    body = f"SELECT DISTINCT ?{side} WHERE {{\n{membership_pattern('?member', '?body', period, role)} }}"
    yield from (term.value for (term,) in source.select(prologue(body) + body) if isinstance(term, NamedNode))


_SHORTCUTS = "SELECT ?member ?body WHERE { ?member org:memberOf ?body }"
_ANY_SHORTCUT = prologue("ASK { ?member org:memberOf ?body }") + "ASK { ?member org:memberOf ?body }"


def _shortcuts(
    source: Source, members: Sequence[Entity] | None, bodies: Sequence[Entity] | None, period: Period
) -> list[Span]:
    """Memberships that have no node."""
    # Most stores have no shortcut at all, and an engine says so at once.
    if not source.remote and not source.ask(_ANY_SHORTCUT):
        return []
    rows = source.select(shortcuts_query(members, bodies))
    pairs = {(m.value, b.value) for m, b in rows if isinstance(m, NamedNode) and isinstance(b, NamedNode)}
    if pairs and period != ALWAYS:
        lifespans = read_lifespans(source)
        pairs = {(member, body) for member, body in pairs if period.covers(*lifespans.get(body, ("", "")))}
    return [Span(member, body, FULL, None, None, Grounds("", "stated", ())) for member, body in sorted(pairs)]


_FEW = 100


def read_lifespans(source: Source, bodies: Sequence[NamedNode] | None = None) -> dict[str, tuple[str, str]]:
    """When bodies (None: all) began and when they were over, by IRI, "" where the graph does not say.

    A few bodies are looked up by themselves; of many, all are read.

    A membership without dates is none before its body began, and none after it was over.

    >>> import blocs
    >>> [dates for iri, dates in read_lifespans(blocs.load().source).items() if iri.endswith("/cst")]
    [('1992-05-15', '')]
    """

    ways = [*beginnings("?body", ["?day"] * 3), ending("?body", "?day")]
    among = values("body", bodies) if bodies is not None and len(bodies) <= _FEW else ""
    dated: list[dict[str, set[str]]] = []
    for rows in rows_together(source, [f"SELECT ?body ?day WHERE {{ {among} {way} }}" for way in ways]):
        dated.append({})
        for body, day in rows:
            dated[-1].setdefault(text_of(body), set()).add(text_of(day))
    founded, existed, signed = ({body: min(days) for body, days in each.items()} for each in dated[:3])
    begun, over = signed | existed | founded, {body: max(days) for body, days in dated[3].items()}
    return {body: (begun.get(body, ""), over.get(body, "")) for body in begun | over}


def denials(
    source: Source,
    period: Period,
    members: Sequence[Entity] | None = None,
    bodies: Sequence[Entity] | None = None,
    *,
    quoted: bool = False,
) -> list[Span]:
    """The facts that say that a member (None: any) was not in a body (None: any) in a period.

    `quoted` leaves out those of tables, which may have a million cells that say no.
    """
    pattern = within(members, bodies)
    pattern += denied_pattern("?member", "?body", period)
    pattern += " FILTER NOT EXISTS { ?fact dcterms:source ?table }" if quoted else ""
    return [
        _span((*key, None, None, None), grounds) for key, grounds in read_grounds(source, ("member", "body"), pattern)
    ]


def evidence_of(
    source: Source, expression: Expression, entities: Sequence[Entity], period: Period, role: str = "full"
) -> list[Member]:
    """The entities found for a set expression, each with the memberships and denials it rests on."""
    if not entities:
        return []
    bodies, leaves_out = bodies_of(expression), subtracts(expression)
    spans: dict[str, list[Span]] = {}
    for span in read_memberships(source, period, entities, None if counts_bodies(expression) else bodies, role):
        spans.setdefault(span.member, []).append(span)
    denied: dict[str, list[Span]] = {}
    if leaves_out:
        for span in denials(source, period, entities, bodies):
            denied.setdefault(span.member, []).append(span)
    found = ((entity, tuple(spans.get(entity.iri, ())), tuple(denied.get(entity.iri, ()))) for entity in entities)
    return [Member(entity, held, no, leaves_out and not held and not no) for entity, held, no in found]


def undated_notes(period: Period, own: str, undated: bool = True) -> tuple[str, ...]:
    """What to say where memberships without dates are counted at another date than the graph's `own`.

    >>> undated_notes(Period("1990", "1990"), "2001-05")[0].partition("; ")[2]
    'it speaks of 2001-05.'
    >>> undated_notes(Period("2001", "2001"), "2001-05")
    ()
    """
    if not undated or str(period) == "any" or period.covers(own, own):
        return ()
    counted = "Memberships for which no dates were read are counted, but not before their body began"
    return (f"{counted}; it speaks of {own}.",)


def outside_lives(source: Source, bodies: Sequence[Entity], period: Period) -> tuple[str, ...]:
    """What to say of bodies that had not begun in a period, or were over.

    >>> import blocs
    >>> graph = blocs.load()
    >>> outside_lives(graph.source, [graph.names.find("CST")], graph.period("1990"))
    ('CST began on 1992-05-15; it had no members in 1990.',)
    """
    if period == ALWAYS or not bodies:
        return ()
    return lifespan_notes(read_lifespans(source, [body.term for body in bodies]), bodies, period)


def lifespan_notes(
    lifespans: Mapping[str, tuple[str, str]], bodies: Sequence[Entity], period: Period
) -> tuple[str, ...]:
    """The same of bodies whose lifespans are known."""
    if period == ALWAYS:
        return ()
    notes = []
    then = on_or_in(str(period))
    if period.start is None or period.end is None:
        then = f"until {period.end}" if period.end else f"from {period.start} on"
    for body in bodies:
        begun, over = lifespans.get(body.iri, ("", ""))
        for date, ended in ((begun, False), (over, True)):
            outside = date and not (period.covers(None, date) if ended else period.covers(date, None))
            if outside:
                what = f"{'ended' if ended else 'began'} {on_or_in(date)}"
                notes.append(f"{body.short} {what}; it had no members {then}.")
    return tuple(notes)


def has_undated(source: Source) -> bool:
    """Whether a graph has memberships without any date, which count at every date.

    >>> import blocs
    >>> has_undated(blocs.load().source)
    True
    """
    if source.columns is not None:
        return any(
            any(not (start or end) for start, end in zip(one.start, one.end, strict=True))
            if one.undated is None
            else one.undated
            for one in source.columns
        )
    return source.ask(undated_query())


def are_members(source: Source, entities: Iterable[Entity]) -> bool:
    """Whether each of some entities is a member of something, at any time.

    >>> import blocs
    >>> graph = blocs.load()
    >>> are_members(graph.source, [graph.names.find("CST")]), are_members(graph.source, [graph.names.find("Russia")])
    (False, True)
    """
    terms = [entity.term for entity in entities]
    body = f"SELECT DISTINCT ?m WHERE {{ {values('m', terms)} {{ ?m org:memberOf ?b }} UNION {{ ?f org:member ?m }} }}"
    return len(set(source.select(prologue(body) + body))) == len(set(terms))


def role_names(source: Source, roles: Iterable[Term | None]) -> dict[str, str]:
    """What a graph calls the roles that it has of its own, by IRI, where the IRI does not say it: `ex:r1`.

    >>> import blocs
    >>> role_names(blocs.load().source, [NamedNode(ROLE_IRIS["observer"])])
    {}
    """
    known = ROLE_IRIS.values()
    own = {role for role in roles if isinstance(role, NamedNode) and role.value not in known}
    called = {text_of(role): name for role, name in labels_of(source, own).items()}
    return {role: name for role, name in called.items() if slug(name) != role_of(role)}


def _span(key: tuple[Term | None, ...], grounds: Grounds, called: Mapping[str, str] = MappingProxyType({})) -> Span:
    member, body, role, start, end = key
    assert isinstance(member, NamedNode) and isinstance(body, NamedNode)
    named = (called.get(role.value) or role_of(role.value)) if isinstance(role, NamedNode) else "full"
    return Span(
        member.value,
        body.value,
        named,
        start.value if isinstance(start, Literal) else None,
        end.value if isinstance(end, Literal) else None,
        grounds,
    )


_ROWS = 200
"""Rows of a table in a notebook."""


def members_rows(members: Iterable[Member]) -> list[dict[str, Any]]:
    """Members, a row each."""
    return [{"id": m.id, "label": m.label, "basis": m.basis, **cited(m.evidence)} for m in members]


def members_html(members: Sequence[Member]) -> str:
    """Members as a table, with the sentences that they rest on."""
    from ..tables import html_table

    rows = members_rows(members[:_ROWS])
    cells = [(row["id"], row["label"], row["basis"], row["quote"] or row["source"]) for row in rows]
    more = f"<p>{len(members) - _ROWS:,} more are not shown.</p>" if len(members) > _ROWS else ""
    return html_table(("id", "label", "basis", "evidence"), cells) + more


def cited(evidence: Iterable[Evidence]) -> dict[str, str | None]:
    items = list(evidence)
    quotes = [f"{e.quote} ({e.paragraph})" if e.paragraph else e.quote for e in items if e.quote]
    return {"quote": " | ".join(quotes) or None, "source": " | ".join(dict.fromkeys(e.source for e in items)) or None}
