"""Who is in what, for counting: memberships one at a time without their grounds, and when states and bodies existed.

What quotes memberships reads them by `membership`; what counts them reads them here, half a million if need be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..rdf.source import Source
from ..rdf.terms import prologue, text_of
from .dates import ALWAYS, Period
from .entities import Entity
from .membership import participants, read_lifespans
from .membership_query import COLUMNS, nodes_query, shortcuts_query, within
from .roles import ANY_ROLE, FULL, counted_role
from .wholes import joins_wholes

if TYPE_CHECKING:
    from ..rdf.membership_columns import MembershipColumns

__all__ = [
    "COLUMNS",
    "Lifetimes",
    "Stretch",
    "read_lifetimes",
    "read_pairs",
    "read_participants",
    "read_stretches",
]


class Stretch(NamedTuple):
    """One membership: the IRIs of member and body, the role, and its dates as written, "" where none is given.

    `begun` and `over` are the dates of its body where it has none of its own.
    """

    member: str
    body: str
    role: str = FULL
    start: str = ""
    end: str = ""
    begun: str = ""
    over: str = ""


Lifetimes = dict[str, list[tuple[str, str]]]
"""The dates from when to when each thing existed, by IRI; of what is not in it the source does not say."""


def read_stretches(
    source: Source,
    period: Period = ALWAYS,
    members: Sequence[Entity] | None = None,
    bodies: Sequence[Entity] | None = None,
    columns: Collection[str] = COLUMNS,
) -> Iterator[Stretch]:
    """The memberships of a period, of these members in these bodies (`None`: of all), one at a time.

    What is only planned is none. A shortcut without dates counts where no membership node says when. Of "role", "start"
    and "end" only those in `columns` are read; of a million memberships each costs some ten seconds.

    >>> import blocs
    >>> sum(stretch.body.endswith("/guuam") for stretch in read_stretches(blocs.load().source))
    5
    """
    if source.columns is not None:
        yield from _from_columns(source, source.columns, period, members, bodies, columns)
        return
    bound = within(members, bodies)
    whole = not bound and joins_wholes(source)
    bounded = period != ALWAYS
    read = [name for name in COLUMNS if name in columns or (bounded and name != "role")]
    lifespans = _lifespans(source, bodies) if {"start", "end"} & set(read) else {}
    for member, body, *more in source.select(nodes_query(bound, period, read, whole)):
        values = dict(zip(read, map(text_of, more), strict=True))
        start, end = values.get("start", ""), values.get("end", "")
        begun, over = ("", "") if start and end else lifespans.get(text_of(body), ("", ""))
        begun, over = "" if start else begun, "" if end else over
        if not bounded or not (begun or over) or period.covers(start or begun, end or over):
            role = counted_role(values.get("role", ""))
            yield Stretch(text_of(member), text_of(body), role, start, end, begun, over)
    for member, body in source.select(shortcuts_query(members, bodies)):
        begun, over = lifespans.get(text_of(body), ("", ""))
        if period.covers(begun, over):
            yield Stretch(text_of(member), text_of(body), begun=begun, over=over)


def read_pairs(
    source: Source,
    period: Period = ALWAYS,
    members: Sequence[Entity] | None = None,
    bodies: Sequence[Entity] | None = None,
    role: str = FULL,
) -> Iterator[tuple[str, str]]:
    """Who is in what in a period and role ("any": in whatever one), as IRIs of members and bodies, some maybe twice.

    >>> import blocs
    >>> sorted(member.rpartition("/")[2] for member, body in read_pairs(blocs.load().source) if body.endswith("/guuam"))
    ['azerbaijan', 'georgia', 'moldova', 'ukraine', 'uzbekistan']
    """
    if source.columns is None or members is not None or bodies is not None:
        stretches = read_stretches(source, period, members, bodies, () if role == ANY_ROLE else ("role",))
        yield from ((one.member, one.body) for one in stretches if role in (ANY_ROLE, one.role))
        return
    lifespans = {} if period == ALWAYS else read_lifespans(source)
    for one in source.columns:
        names = one.names
        yield from ((names[member], names[body]) for member, body in _counted(one, lifespans, period, role))


def read_participants(source: Source, side: str, period: Period = ALWAYS, role: str = FULL) -> set[str]:
    """The IRIs of all that are a "member", or of all that are a "body", in a membership of a period and role.

    >>> import blocs
    >>> sorted(body.rpartition("/")[2] for body in read_participants(blocs.load().source, "body"))[:3]
    ['cis', 'cis-dmc', 'cst']
    """
    if source.columns is None:
        return set(participants(source, side, period, role))
    lifespans = {} if period == ALWAYS else read_lifespans(source)
    at = ("member", "body").index(side)
    return {
        one.names[place]
        for one in source.columns
        for place in {pair[at] for pair in _counted(one, lifespans, period, role)}
    }


def _counted(
    one: MembershipColumns, lifespans: Mapping[str, tuple[str, str]], period: Period, role: str
) -> Iterator[tuple[int, int]]:
    """The places of members and bodies of the rows that count in a period and role."""
    counts = [role in (ANY_ROLE, name) for name in one.roles]
    # Each date and each body is held against the period once, not once for each of a million memberships.
    begins, ends = (
        [period.covers(date, None) for date in one.dates],
        [period.covers(None, date) for date in one.dates],
    )
    lives = [lifespans.get(name, ("", "")) for name in one.names]
    begun, over = [period.covers(date, None) for date, _ in lives], [period.covers(None, date) for _, date in lives]
    for member, body, in_role, start, end in one.rows:
        if counts[in_role] and (begins[start] if start else begun[body]) and (ends[end] if end else over[body]):
            yield member, body


def _from_columns(
    source: Source,
    columns: Sequence[MembershipColumns],
    period: Period,
    members: Sequence[Entity] | None,
    bodies: Sequence[Entity] | None,
    asked: Collection[str],
) -> Iterator[Stretch]:
    """The same memberships, read from the columns beside a store."""
    bounded = period != ALWAYS
    dated = bounded or bool({"start", "end"} & set(asked))
    lifespans = _lifespans(source, bodies) if dated else {}
    wanted = [None if some is None else {entity.iri for entity in some} for some in (members, bodies)]
    for one in columns:
        names, roles = one.names, one.roles if "role" in asked else [FULL] * len(one.roles)
        dates = [date if bounded or "start" in asked else "" for date in one.dates]
        ends = [date if bounded or "end" in asked else "" for date in one.dates]
        among = [None if some is None else [name in some for name in names] for some in wanted]
        for member, body, role, start_at, end_at in one.rows:
            if (among[0] is not None and not among[0][member]) or (among[1] is not None and not among[1][body]):
                continue
            start, end = dates[start_at], ends[end_at]
            begun, over = ("", "") if start and end else lifespans.get(names[body], ("", ""))
            begun, over = "" if start else begun, "" if end else over
            if not bounded or period.covers(start or begun, end or over):
                yield Stretch(names[member], names[body], roles[role], start, end, begun, over)


def _lifespans(source: Source, bodies: Sequence[Entity] | None) -> dict[str, tuple[str, str]]:
    """When the bodies began and were over; all are read of a graph elsewhere, whose answers are kept."""
    return read_lifespans(source, None if bodies is None or source.remote else [body.term for body in bodies])


def read_lifetimes(source: Source, kind: str) -> Lifetimes:
    """When things of a kind existed: a "state" in the state system (`blocs:Spell`), or a "body" (`blocs:Existence`)."""
    node, of = {"state": ("blocs:Spell", "blocs:state"), "body": ("blocs:Existence", "blocs:body")}[kind]
    body = (
        f"SELECT ?one ?start ?end WHERE {{ ?spell a {node} ; {of} ?one ."
        " OPTIONAL { ?spell schema:startDate ?start } OPTIONAL { ?spell schema:endDate ?end } }"
    )
    found: Lifetimes = {}
    for one, start, end in source.select(prologue(body) + body):
        found.setdefault(text_of(one), []).append((text_of(start), text_of(end)))
    return found
