"""Membership: who belongs to which bodies at a time, and on what grounds.

A membership is an `org:Membership` node with dates and a role, or just the shortcut `org:memberOf`. Both count;
where a node says when, the node decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import Literal, NamedNode

from ..rdf.source import Source, values
from ..rdf.terms import Term, id_of, prologue, sparql_term, text_of
from .dates import Period
from .entities import Entity
from .evidence import Evidence, Grounds, read_grounds, weakest
from .expression import And, AtLeast, Body, Everyone, Expression, Minus, Or, bodies_of, parse_expression
from .roles import ROLE_IRIS, check_role, role_of

if TYPE_CHECKING:
    import pandas

    from .graph import Graph

__all__ = [
    "Member",
    "Members",
    "Span",
    "evidence_of",
    "find_members",
    "has_undated",
    "members_query",
    "membership_pattern",
    "membership_rows",
    "participants",
    "read_memberships",
    "within",
]

_UNDATED = (
    # Taken away as wholes: to look the dates up for each membership takes five times as long.
    "ASK { { ?m a org:Membership MINUS { ?m schema:startDate ?start } MINUS { ?m schema:endDate ?end } } UNION"
    " { ?member org:memberOf ?body MINUS { ?n org:member ?member ; org:organization ?body ; a org:Membership } } }"
)


@dataclass(frozen=True)
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


@dataclass(frozen=True)
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


class _Numbered:
    """Fresh variable names for the patterns of one query."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return str(self.count)


def membership_pattern(
    member: str, body: str, period: Period, role: str = "full", number: str = "", node: str | None = None
) -> str:
    """The SPARQL pattern of "`member` belongs to `body` in the period", as variables or terms, at least one a variable.

    `node` names the variable of the membership node; by default it is `m` and the number that keeps the
    pattern's variables apart from others of the same query. What is only planned is no membership yet.
    """
    nodes = _node_pattern(member, body, period, role, number, node)
    if role not in ("full", "any"):
        return f"{{ {nodes} }}"
    # A name for the missing node: left unbound, it would join with the grounds of every other fact.
    shortcut = f" BIND(blocs:shortcut AS ?{node})" if node else ""
    return (
        f"{{ {nodes} }}\n  UNION\n"
        f"  {{ {member} org:memberOf {body} .{shortcut}\n"
        # MINUS, which shares the variables of member and body, is one pass where NOT EXISTS is one for each row.
        f"    MINUS {{ ?n{number} org:organization {body} ; org:member {member} ; a org:Membership }} }}"
    )


def _node_pattern(member: str, body: str, period: Period, role: str, number: str = "", node: str | None = None) -> str:
    """The same of membership nodes alone, without shortcuts."""
    m, s, e, r, b = node or f"m{number}", f"start{number}", f"end{number}", f"role{number}", f"basis{number}"
    lines = [f"?{m} org:organization {body} ; org:member {member} ; a org:Membership ."]
    test = period.sparql(s, e)
    if test:
        lines += [f"OPTIONAL {{ ?{m} schema:startDate ?{s} }}" if period.end is not None else ""]
        lines += [f"OPTIONAL {{ ?{m} schema:endDate ?{e} }}" if period.start is not None else "", test]
    if role == "full":
        lines += [f"OPTIONAL {{ ?{m} org:role ?{r} }}"]
        lines += [f"FILTER(COALESCE(?{r}, blocs:fullMember) NOT IN (blocs:associate, blocs:observer))"]
    elif role != "any":
        lines += [f"?{m} org:role <{ROLE_IRIS[role]}> ."]
    lines += [f"OPTIONAL {{ ?{m} blocs:basis ?{b} }}", f"FILTER(COALESCE(?{b}, blocs:stated) != blocs:planned)"]
    return "\n    ".join(line for line in lines if line)


def expression_pattern(expression: Expression, variable: str, period: Period, role: str, numbers: _Numbered) -> str:
    """The SPARQL pattern that binds `variable` to what is in the set."""

    def pattern(part: Expression) -> str:
        return expression_pattern(part, variable, period, role, numbers)

    match expression:
        case Body(entity):
            return "  " + membership_pattern(f"?{variable}", sparql_term(entity.term), period, role, numbers.next())
        case Everyone():
            number = numbers.next()
            return (
                f"  {{ ?{variable} a schema:Country }} UNION {{ ?{variable} org:memberOf ?of{number} }}"
                f" UNION {{ ?m{number} a org:Membership ; org:member ?{variable} }}"
            )
        case And(left, right):
            return f"{pattern(left)}\n{pattern(right)}"
        case Or(left, right):
            return f"  {{\n{pattern(left)}\n  }} UNION {{\n{pattern(right)}\n  }}"
        case Minus(left, right):
            # Virtuoso takes nothing away from a UNION under an ORDER BY, and knows no MINUS in a MINUS:
            # hence the subqueries, and the other way to subtract where something is subtracted from the subtrahend.
            first, second = (f"SELECT DISTINCT ?{variable} WHERE {{\n{pattern(part)}\n  }}" for part in (left, right))
            if not _subtracts(right):
                return f"  {{ {first} }}\n  MINUS {{ {second} }}"
            mark = f"?taken{numbers.next()}"
            second = second.replace(f"DISTINCT ?{variable}", f"DISTINCT ?{variable} (1 AS {mark})", 1)
            return f"  {{ {first} }}\n  OPTIONAL {{ {second} }}\n  FILTER(!BOUND({mark}))"
        case AtLeast(least, most, bodies):
            number = numbers.next()
            clause = values(f"body{number}", (body.entity.term for body in bodies)) if bodies else ""
            inner = membership_pattern(f"?{variable}", f"?body{number}", period, role, number)
            having = [f"COUNT(DISTINCT ?body{number}) >= {least}"]
            having += [] if most is None else [f"COUNT(DISTINCT ?body{number}) <= {most}"]
            return (
                f"  {{ SELECT ?{variable} WHERE {{ {clause}\n  {inner} }}\n"
                f"    GROUP BY ?{variable} HAVING({' && '.join(having)}) }}"
            )


def members_query(expression: Expression, period: Period, role: str = "full") -> str:
    """The one SPARQL query whose rows are the members of a set of bodies.

    Raises InvalidRequest where the role is none.
    """
    check_role(role)
    pattern = expression_pattern(expression, "member", period, role, _Numbered())
    body = f"SELECT DISTINCT ?member WHERE {{\n{pattern}\n}} ORDER BY ?member"
    return prologue(body) + body


def find_members(graph: Graph, expression: str | Expression, as_of: str | None = None, role: str = "full") -> Members:
    """Who is in a set of bodies, each with the memberships and sentences it rests on.

    Parameters
    ----------
    graph : Graph
        The graph.
    expression : str or Expression
        A set of bodies, such as "CST and CIS DMC".
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for ever.
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
    period = graph.period(as_of)
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
    pattern = bound + _node_pattern("?member", "?body", period, role, node="fact")
    pattern += (
        "\nOPTIONAL { ?fact org:role ?as } OPTIONAL { ?fact schema:startDate ?from }"
        " OPTIONAL { ?fact schema:endDate ?until }"
    )
    rows = read_grounds(source, ("member", "body", "as", "from", "until"), pattern)
    spans = [_span(key, grounds) for key, grounds in rows]
    if role in ("full", "any"):
        spans += _shortcuts(source, bound, {(span.member, span.body) for span in spans})
    return spans


def membership_rows(source: Source, period: Period, role: str = "full") -> Iterator[tuple[str, str, dict[str, str]]]:
    """Member, body, and `basis`, `role`, `start` and `end` of all memberships in a period, without their quotes.

    One query: a table of two centuries has half a million memberships.
    """
    pattern = membership_pattern("?member", "?body", period, role, node="fact")
    asked = {"basis": "blocs:basis", "role": "org:role", "start": "schema:startDate", "end": "schema:endDate"}
    # What the pattern tests it has already read; to read it once more would take as long again.
    more = " ".join(f"OPTIONAL {{ ?fact {path} ?{n} }}" for n, path in asked.items() if f" ?{n} }}" not in pattern)
    body = f"SELECT ?member ?body ?basis ?role ?start ?end WHERE {{\n{pattern}\n{more} }}"
    # Engines give rows in any order; answers come in one.
    for member, body_, basis, role_, start, end in sorted(source.select(prologue(body) + body), key=str):
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


def _shortcuts(source: Source, bound: str, known: set[tuple[str, str]]) -> list[Span]:
    """Memberships that have no node: where there is one, also of another time, the node decides."""
    stated = _pairs(source, f"{bound} ?member org:memberOf ?body .") - known
    if stated:
        stated -= _pairs(source, f"{bound} ?fact org:organization ?body ; org:member ?member ; a org:Membership .")
    return [Span(member, body, "full", None, None, Grounds("", "stated", ())) for member, body in sorted(stated)]


def _pairs(source: Source, pattern: str) -> set[tuple[str, str]]:
    query = f"SELECT DISTINCT ?member ?body WHERE {{ {pattern} }}"
    rows = source.select(prologue(query) + query)
    return {(m.value, b.value) for m, b in rows if isinstance(m, NamedNode) and isinstance(b, NamedNode)}


def denials(source: Source, members: Sequence[Entity], bodies: Sequence[Entity]) -> list[Span]:
    """The facts that say that a member is not in a body."""
    pattern = within(members, bodies)
    pattern += "?fact a blocs:NonMembership ; org:organization ?body ; org:member ?member ."
    return [
        _span((*key, None, None, None), grounds) for key, grounds in read_grounds(source, ("member", "body"), pattern)
    ]


def evidence_of(
    source: Source, expression: Expression, entities: Sequence[Entity], period: Period, role: str = "full"
) -> list[Member]:
    """The entities found for a set expression, each with the memberships and denials it rests on."""
    if not entities:
        return []
    bodies, subtracts = bodies_of(expression), _subtracts(expression)
    spans: dict[str, list[Span]] = {}
    for span in read_memberships(source, period, entities, None if _counts(expression) else bodies, role):
        spans.setdefault(span.member, []).append(span)
    denied: dict[str, list[Span]] = {}
    if subtracts:
        for span in denials(source, entities, bodies):
            denied.setdefault(span.member, []).append(span)
    found = ((entity, tuple(spans.get(entity.iri, ())), tuple(denied.get(entity.iri, ()))) for entity in entities)
    return [Member(entity, held, no, subtracts and not held and not no) for entity, held, no in found]


def undated_notes(period: Period, own: str, undated: bool = True) -> tuple[str, ...]:
    """What to say where memberships without dates are counted at another date than the graph's `own`.

    >>> undated_notes(Period("1990", "1990"), "2001-05")
    ('Memberships to which the source gives no dates are counted; it speaks of 2001-05.',)
    >>> undated_notes(Period("2001", "2001"), "2001-05")
    ()
    """
    if not undated or str(period) == "any" or period.covers(own, own):
        return ()
    return (f"Memberships to which the source gives no dates are counted; it speaks of {own}.",)


def has_undated(source: Source) -> bool:
    """Whether a graph has memberships without any date, which count at every date.

    >>> import blocs
    >>> has_undated(blocs.load().source)
    True
    """
    return source.ask(prologue(_UNDATED) + _UNDATED)


def _counts(expression: Expression) -> bool:
    """Whether an expression counts bodies of whatever name, so that every membership is a ground."""
    match expression:
        case AtLeast(bodies=bodies):
            return not bodies
        case And(left, right) | Or(left, right) | Minus(left, right):
            return _counts(left) or _counts(right)
    return False


def _subtracts(expression: Expression) -> bool:
    match expression:
        case Minus():
            return True
        case And(left, right) | Or(left, right):
            return _subtracts(left) or _subtracts(right)
    return False


def within(members: Sequence[Entity] | None, bodies: Sequence[Entity] | None) -> str:
    """The clauses that bind `member` and `body` to these entities, where they are given."""
    clauses = [
        values(name, (entity.term for entity in entities)) + "\n"
        for name, entities in (("member", members), ("body", bodies))
        if entities is not None
    ]
    return "".join(clauses)


def _span(key: tuple[Term | None, ...], grounds: Grounds) -> Span:
    member, body, role, start, end = key
    assert isinstance(member, NamedNode) and isinstance(body, NamedNode)
    named = role_of(role.value) if isinstance(role, NamedNode) else "full"
    return Span(
        member.value,
        body.value,
        named,
        start.value if isinstance(start, Literal) else None,
        end.value if isinstance(end, Literal) else None,
        grounds,
    )


def expression_pattern_of(
    expression: Expression, variable: str, period: Period, role: str = "full", first: int = 0
) -> str:
    """The SPARQL pattern that binds `variable` to what is in a set of bodies.

    `first` keeps the variables of several such patterns in one query apart.
    """
    numbers = _Numbered()
    numbers.count = first
    return expression_pattern(expression, variable, period, role, numbers)


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
