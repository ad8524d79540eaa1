"""The SPARQL of membership: patterns of who belongs to what, to which all that reads or asks of memberships adds.

A membership is an `org:Membership` node with dates and a role, or just the shortcut `org:memberOf`. Both count;
where a node says when, the node decides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ..rdf.source import values
from ..rdf.terms import prologue, sparql_term
from .dates import ALWAYS, Period
from .entities import Entity
from .expression import And, AtLeast, Body, Everyone, Expression, Minus, Or
from .roles import FULL, LESSER_ROLES, ROLE_IRIS, ROLES, check_role, roles_in
from .wholes import as_whole, optional

__all__ = [
    "COLUMNS",
    "Belongs",
    "beginnings",
    "counts_bodies",
    "dates_test",
    "denied_pattern",
    "ending",
    "exists_pattern",
    "expression_pattern_of",
    "known_ends",
    "lifespan_pattern",
    "members_query",
    "membership_pattern",
    "node_pattern",
    "nodes_query",
    "shortcut_pattern",
    "shortcuts_query",
    "subtracts",
    "undated_query",
    "whole_node",
    "within",
]

_NODE = "?{node} org:organization {body} ; org:member {member} ; a org:Membership ."
_PATHS = {"role": "org:role", "start": "schema:startDate", "end": "schema:endDate"}

COLUMNS = tuple(_PATHS)
"""What a membership node may have beside its member and body."""


class _Numbered:
    """Fresh variable names for the patterns of one query."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return str(self.count)


def membership_pattern(
    member: str, body: str, period: Period, role: str = FULL, number: str = "", node: str | None = None
) -> str:
    """The SPARQL pattern of "`member` belongs to `body` in the period".

    Parameters
    ----------
    member, body : str
        Variables or terms. A known end is best given as a term: as a variable that VALUES binds, it is bound only after
        all shortcuts were gone through.
    period : Period
        When. A membership without dates begins no earlier than its body, and ends no later.
    role : str
        A role, some joined by "+", or "any". What is only planned is no membership yet.
    number : str
        What keeps the pattern's variables apart from others of the same query.
    node : str, optional
        The name of the variable of the membership node.

    Returns
    -------
    str
        Groups joined by UNION.
    """
    start, end = f"start{number}", f"end{number}"
    lifespan = lifespan_pattern(body, period, number)
    # Each branch on its own: what follows the whole UNION, Virtuoso joins with its first branch alone.
    branches = [
        [node_pattern(member, body, role, number, node), *_dates(node or f"m{number}", period, start, end), *lifespan],
    ]
    if FULL in roles_in(role):
        # A name for the missing node: left unbound, it would join with the grounds of every other fact.
        named = f" BIND(blocs:shortcut AS ?{node})" if node else ""
        branches.append([shortcut_pattern(member, body, number, named), *lifespan])
    tests = [dates_test(period, number, start, end)] if lifespan else []
    return "\n  UNION\n  ".join("{ " + "\n    ".join([*lines, *tests]) + " }" for lines in branches)


def node_pattern(
    member: str, body: str, role: str = FULL, number: str = "", node: str | None = None, whole: bool = False
) -> str:
    """The pattern of membership nodes alone, without shortcuts, whenever they hold.

    `whole` is whether each of their properties is read as a whole and then joined, rather than looked up for each node.
    """
    m, r, b = node or f"m{number}", f"role{number}", f"basis{number}"
    lines = [whole_node(m, member, body) if whole else _NODE.format(node=m, body=body, member=member)]
    asked = roles_in(role)
    if FULL in asked:
        # A member whose role is not given, or is one that others have thought of, is one in full right.
        if lesser := [f"<{ROLE_IRIS[other]}>" for other in LESSER_ROLES if other not in asked]:
            lines += [optional(f"?{m} org:role ?{r}", f"?{m}", f"?{r}", whole=whole)]
            lines += [f"FILTER(COALESCE(?{r}, blocs:fullMember) NOT IN ({', '.join(lesser)}))"]
    elif len(asked) == 1:
        lines += [f"?{m} org:role <{ROLE_IRIS[role]}> ."]
    else:
        lines += [
            f"?{m} org:role ?{r} FILTER(?{r} IN ({', '.join(f'<{ROLE_IRIS[one]}>' for one in ROLES if one in asked)}))"
        ]
    lines += [optional(f"?{m} blocs:basis ?{b}", f"?{m}", f"?{b}", whole=whole)]
    lines += [f"FILTER(COALESCE(?{b}, blocs:stated) != blocs:planned)"]
    return "\n    ".join(lines)


def whole_node(node: str, member: str, body: str) -> str:
    """The pattern of membership nodes, of which members, bodies and classes are read as wholes and then joined."""
    ends = (("org:organization", body), ("org:member", member))
    columns = [as_whole(f"?{node} {path} {end}", f"?{node}", end) for path, end in ends]
    return " ".join([*columns, as_whole(f"?{node} a org:Membership", f"?{node}")])


def shortcut_pattern(member: str, body: str, number: str = "", more: str = "") -> str:
    """The pattern of shortcuts that have no node: where there is one, also of another time, the node decides."""
    # MINUS, which shares the variables of member and body, is one pass where NOT EXISTS is one for each row. Without a
    # variable to share it would take nothing away.
    node = _NODE.format(node=f"n{number}", body=body, member=member)
    without = "MINUS" if _is_open(member) or _is_open(body) else "FILTER NOT EXISTS"
    return f"{member} org:memberOf {body} .{more}\n    {without} {{ {node} }}"


def _is_open(end: str) -> bool:
    return end.startswith("?")


def known_ends(
    members: Sequence[Entity] | None,
    bodies: Sequence[Entity] | None,
    pattern: Callable[[str, str], str],
    member: str = "member",
    body: str = "body",
) -> str:
    """A pattern of memberships of which an end is known: each known entity as a constant, in a branch of its own.

    Parameters
    ----------
    members, bodies : sequence of Entity or None
        The entities at each end; None for any.
    pattern : Callable
        The pattern of a member and a body, which are given as terms or variables.
    member, body : str
        The names of the variables that are bound to the two ends.

    Returns
    -------
    str
        What `within` and the pattern of two variables find together, at a cost that does not grow with the graph.
    """
    both = members is not None and bodies is not None
    if both and len(members or ()) * len(bodies or ()) <= _PAIRS:
        return _branches([(m, b) for m in members or () for b in bodies or ()], pattern, member, body)
    by_body = bodies is not None and (members is None or len(bodies) <= len(members))
    ends = bodies if by_body else members
    if ends is None or len(ends) > _BRANCHES:
        return within(members, bodies, member, body) + pattern(f"?{member}", f"?{body}")
    pairs: list[tuple[Entity | None, Entity | None]] = [(None, end) if by_body else (end, None) for end in ends]
    other = within(members if by_body else None, None if by_body else bodies, member, body) if both else ""
    return other + _branches(pairs, pattern, member, body)


_PAIRS, _BRANCHES = 8, 60
"""So many pairs of two known ends, and so many known ends, have a branch each; more are bound by VALUES."""


def _branches(
    pairs: Sequence[tuple[Entity | None, Entity | None]], pattern: Callable[[str, str], str], member: str, body: str
) -> str:
    def branch(ends: tuple[Entity | None, Entity | None]) -> str:
        named = [(f"?{name}", end) for name, end in zip((member, body), ends, strict=True)]
        terms = [name if end is None else sparql_term(end.term) for name, end in named]
        bound = "".join(f" BIND({sparql_term(end.term)} AS {name})" for name, end in named if end is not None)
        return f"{{ {{ {pattern(*terms)} }}{bound} }}"

    return "\n  UNION\n  ".join(branch(pair) for pair in pairs) if pairs else "FILTER(false)"


def _dates(node: str, period: Period, start: str, end: str) -> list[str]:
    """Those dates of a node that the test of a period needs."""
    asked = [(start, "start", period.end), (end, "end", period.start)]
    return [f"OPTIONAL {{ ?{node} {_PATHS[path]} ?{name} }}" for name, path, bound in asked if bound]


def lifespan_pattern(body: str, period: Period, number: str = "") -> list[str]:
    """The lines that bind when a body began and was over, for `dates_test`; none for all of time.

    A body that began more than once gives several rows: this is for queries that count each thing once.
    """
    ways = beginnings(body, [f"?{name}{number}" for name in _BEGINNINGS], number) if period.end is not None else []
    # OPTIONALs side by side, since Virtuoso loses a UNION in an OPTIONAL.
    lines = [f"OPTIONAL {{ {way} }}" for way in ways]
    over = ending(body, f"?over{number}")
    return [*lines, f"OPTIONAL {{ {over} }}"] if period.start is not None else lines


def dates_test(period: Period, number: str, start: str, end: str) -> str:
    """The filter for a membership's dates, or where it has none its body's."""
    begun = [f"{way}{number}" for way in _BEGINNINGS]
    return period.sparql(start, end, begun, [f"over{number}"])


_BEGINNINGS = ("founded", "existed", "signed")


def beginnings(body: str, dates: Sequence[str], number: str = "") -> list[str]:
    """The patterns of when a body began, as far as a graph can know; the first that finds a date counts.

    It began at its founding, with its first `blocs:Existence`, or when the treaty was signed that is its own: a signing
    that is about this body and no other. `dates` are the three variables for these.
    """
    life, event, other = (f"?{name}{number}" for name in ("life", "event", "other"))
    founded, existed, signed = dates
    return [
        f"{body} schema:foundingDate {founded}",
        f"{life} blocs:body {body} ; a blocs:Existence ; schema:startDate {existed}",
        f"{event} schema:about {body} ; org:classification :signing ; schema:startDate {signed}"
        f" FILTER NOT EXISTS {{ {event} schema:about {other} . {other} a org:Organization FILTER({other} != {body}) }}",
    ]


def ending(body: str, date: str) -> str:
    """The pattern of when a body was over."""
    return f"{body} schema:dissolutionDate {date}"


Belongs = Callable[[str, str, str], str]
"""The pattern of what stands between a member and a body, from both as variables or terms and a number."""


def _expression_pattern(expression: Expression, one: str, period: Period, belongs: Belongs, numbers: _Numbered) -> str:
    """The SPARQL pattern that binds `one`, a variable, to what is in the set; or, of a term, that it is in the set."""

    def pattern(part: Expression) -> str:
        return _expression_pattern(part, one, period, belongs, numbers)

    def rows(part: Expression, mark: str = "") -> str:
        """A part as a subquery; `mark` is a variable that is bound where it is so."""
        found = f"(1 AS {mark or f'?in{numbers.next()}'})"
        columns = one + (f" {found}" if mark else "") if _is_open(one) else found
        return f"SELECT DISTINCT {columns} WHERE {{\n{pattern(part)}\n  }}"

    match expression:
        case Body(entity):
            return "  " + belongs(one, sparql_term(entity.term), numbers.next())
        case Everyone():
            return _everyone(one, period, numbers.next())
        case And(left, right):
            # As subqueries: joined as they are, two UNIONs keep too much on Virtuoso.
            return "\n".join(f"  {{ {rows(part)} }}" for part in (left, right))
        case Or(left, right):
            return f"  {{\n{pattern(left)}\n  }} UNION {{\n{pattern(right)}\n  }}"
        case Minus(left, right):
            # Virtuoso takes nothing away from a UNION under an ORDER BY, and knows no MINUS in a MINUS:
            # hence the subqueries, and the other way to subtract where something is subtracted from the subtrahend.
            # MINUS takes away by the variable that both share: of a term there is none.
            first = rows(left)
            if _is_open(one) and not subtracts(right):
                return f"  {{ {first} }}\n  MINUS {{ {rows(right)} }}"
            mark = f"?taken{numbers.next()}"
            return f"  {{ {{ {first} }}\n  OPTIONAL {{ {rows(right, mark)} }}\n  FILTER(!BOUND({mark})) }}"
        case AtLeast():
            return _at_least(expression, one, belongs, numbers.next())


def _everyone(one: str, period: Period, number: str) -> str:
    """Everyone that may be a member of something; of states, those that exist in the period as far as a graph says."""
    anyone = (
        f"  {{ {one} a schema:Country }} UNION {{ {one} org:memberOf ?of{number} }}"
        f" UNION {{ ?m{number} a org:Membership ; org:member {one} }}"
    )
    if period == ALWAYS:
        return anyone
    # As a subquery: what follows a UNION, Virtuoso joins with one branch alone.
    once = f"{{ SELECT DISTINCT {one} WHERE {{ {anyone} }} }}" if _is_open(one) else f"{{ {anyone} }}"
    return f"{once}\n{exists_pattern(one, period, number)}"


def exists_pattern(state: str, period: Period, number: str = "") -> str:
    """That a state exists in a period, if the graph says of it when it exists at all (`blocs:Spell`)."""
    spell, start, end = f"?spell{number}", f"spellStart{number}", f"spellEnd{number}"
    column = state if _is_open(state) else ""
    dates = f"OPTIONAL {{ {spell} schema:startDate ?{start} }} OPTIONAL {{ {spell} schema:endDate ?{end} }}"

    def spells(mark: str, more: str = "") -> str:
        node = f"{spell} blocs:state {state} ; a blocs:Spell ."
        return f"OPTIONAL {{ SELECT DISTINCT {column} (1 AS ?{mark}{number}) WHERE {{ {node} {more} }} }}"

    there = spells("exists", f"{dates} {period.sparql(start, end)}")
    return f"{spells('dated')}\n{there}\nFILTER(!BOUND(?dated{number}) || BOUND(?exists{number}))"


def _at_least(expression: AtLeast, one: str, belongs: Belongs, number: str) -> str:
    """The pattern of what is in so many of some bodies, or of all."""
    bodies = [body.entity for body in expression.bodies] or None
    inner = known_ends(
        None,
        bodies,
        lambda _, body: belongs(one, body, number),
        "anyone",
        f"body{number}",
    )
    count = f"COUNT(DISTINCT ?body{number})"
    if _is_open(one):
        tests = _so_many(count, expression)
        return f"  {{ SELECT {one} WHERE {{ {inner} }}\n    GROUP BY {one} HAVING({tests}) }}"
    tests = _so_many(f"?count{number}", expression)
    return f"  {{ {{ SELECT ({count} AS ?count{number}) WHERE {{ {inner} }} }} FILTER({tests}) }}"


def _so_many(count: str, expression: AtLeast) -> str:
    most = "" if expression.most is None else f" && {count} <= {expression.most}"
    return f"{count} >= {expression.least}{most}"


def members_query(expression: Expression, period: Period, role: str = "full") -> str:
    """The one SPARQL query whose rows are the members of a set of bodies.

    Raises InvalidRequest where the role is none.
    """
    check_role(role)
    pattern = expression_pattern_of(expression, "?member", period, role)
    body = f"SELECT DISTINCT ?member WHERE {{\n{pattern}\n}} ORDER BY ?member"
    return prologue(body) + body


def counts_bodies(expression: Expression) -> bool:
    """Whether an expression counts bodies of whatever name, so that every membership is a ground."""
    match expression:
        case AtLeast(bodies=bodies):
            return not bodies
        case And(left, right) | Or(left, right) | Minus(left, right):
            return counts_bodies(left) or counts_bodies(right)
    return False


def subtracts(expression: Expression) -> bool:
    match expression:
        case Minus():
            return True
        case And(left, right) | Or(left, right):
            return subtracts(left) or subtracts(right)
    return False


def within(
    members: Sequence[Entity] | None, bodies: Sequence[Entity] | None, member: str = "member", body: str = "body"
) -> str:
    """The clauses that bind `member` and `body` to these entities, where they are given."""
    clauses = [
        values(name, (entity.term for entity in entities)) + "\n"
        for name, entities in ((member, members), (body, bodies))
        if entities is not None
    ]
    return "".join(clauses)


def expression_pattern_of(
    expression: Expression,
    one: str,
    period: Period,
    role: str = "full",
    first: int = 0,
    belongs: Belongs | None = None,
) -> str:
    """The SPARQL pattern that binds a variable (`one` as "?member") to what is in a set of bodies.

    Parameters
    ----------
    expression : Expression
        The set of bodies.
    one : str
        A variable; or a term, of which the pattern has a row if it is in the set.
    period : Period
        When.
    role : str
        The role of the memberships that count.
    first : int
        What keeps the variables of several such patterns in one query apart.
    belongs : Callable or None
        The pattern of what stands between member and body; None that the one is in the other in the period and role.

    Returns
    -------
    str
    """
    numbers = _Numbered()
    numbers.count = first

    def is_in(member: str, body: str, number: str) -> str:
        return membership_pattern(member, body, period, role, number)

    return _expression_pattern(expression, one, period, belongs or is_in, numbers)


def nodes_query(bound: str, period: Period, columns: Collection[str] = COLUMNS, whole: bool = False) -> str:
    """The query for the membership nodes of a period, whatever their role: `member`, `body` and some of `COLUMNS`.

    Parameters
    ----------
    bound : str
        Clauses that bind members and bodies; see `within`.
    period : Period
        When they hold. Those without dates may yet be outside the time of their body.
    columns : collection of str
        What is read of them; the dates too if a period bounds them.
    whole : bool
        Whether each column is read as a whole and then joined, rather than looked up for each node.
    """
    asked = [name for name in COLUMNS if name in columns]

    node = whole_node("m", "?member", "?body") if whole else _NODE.format(node="m", body="?body", member="?member")
    body = (
        f"SELECT ?member ?body {' '.join(f'?{name}' for name in asked)} WHERE {{ {bound} {node}"
        + "".join(f" {optional(f'?m {_PATHS[name]} ?{name}', '?m', f'?{name}', whole=whole)}" for name in asked)
        + f" {period.sparql('start', 'end')} MINUS {{ ?m blocs:basis blocs:planned }} }}"
    )
    return prologue(body) + body


def denied_pattern(member: str, body: str, period: Period, node: str = "fact") -> str:
    """The pattern of a denial that a member was in a body in any part of a period.

    Parameters
    ----------
    member, body : str
        Variables or terms.
    period : Period
        The period. A denial of some years says nothing of others.
    node : str
        The variable of the denial.

    Returns
    -------
    str
    """
    since, until = f"{node}Since", f"{node}Until"
    return (
        f"?{node} a blocs:NonMembership ; org:member {member} ; org:organization {body} ."
        f" OPTIONAL {{ ?{node} schema:startDate ?{since} }} OPTIONAL {{ ?{node} schema:endDate ?{until} }}"
        f" {period.within_sparql(since, until)}"
    )


def shortcuts_query(members: Sequence[Entity] | None = None, bodies: Sequence[Entity] | None = None) -> str:
    """The query for the pairs of `member` and `body` that have a shortcut and no node, of these entities if given."""
    body = f"SELECT DISTINCT ?member ?body WHERE {{ {known_ends(members, bodies, shortcut_pattern)} }}"
    return prologue(body) + body


def undated_query() -> str:
    """The query for whether there are memberships without any date, which no date excludes by itself."""
    # Taken away as wholes: to look the dates up for each membership takes five times as long.
    body = (
        "ASK { { ?m a org:Membership MINUS { ?m schema:startDate ?start } MINUS { ?m schema:endDate ?end } } UNION"
        f" {{ {shortcut_pattern('?member', '?body')} }} }}"
    )
    return prologue(body) + body
