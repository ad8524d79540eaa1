"""A panel of dyads: for every year and pair of states, the bodies that both are in, and measures of their overlap.

This is the table that studies of dyad-years start from. Both states must be in the state system in that year, and
the universe of the measures is the bodies that exist in it. Where a graph does not say so (`blocs:Spell`,
`blocs:Existence`), a state counts in the years in which it is in some body, a body in those in which it has a member.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from .dates import Period
from .entities import Entity
from .errors import AskedWrongly
from .measures import MEASURES, Counts, measures_named
from .membership import ROLES, membership_rows
from .source import Source
from .terms import PREFIXES, Term, prologue

if TYPE_CHECKING:
    from .knowledge import KnowledgeGraph

__all__ = ["MOST_YEARS", "Panel", "Year", "panel"]

MOST_YEARS = 3000
"""A longer panel is a slip of the keyboard."""

_OVER_UNIVERSE = ("kappa", "pi", "s")


@dataclass(frozen=True)
class Year:
    """One year: the states in the system with the bodies that each is in, as bits of a whole number.

    `universe` is how many bodies exist. Every bit stands for the same body in all years of a panel.
    """

    year: int
    states: Sequence[tuple[Entity, int]]
    universe: int


@dataclass(frozen=True)
class Panel:
    """The years of a panel, and which measures each pair has beside shared and union."""

    years: Sequence[Year]
    measures: Sequence[str]

    @property
    def columns(self) -> list[str]:
        """The columns of its rows; the universe is one where a measure is taken over it."""
        universe = ["universe"] if set(self.measures) & set(_OVER_UNIVERSE) else []
        return ["year", "a", "b", "shared", "union", *self.measures, *universe]

    def csv(self, key: Callable[[Entity], str], separator: str = ",") -> Iterator[str]:
        """The rows as text, a year at a time, each pair once; states are called by `key` and stand in its order."""
        yield separator.join(self.columns) + "\n"
        for year in self.years:
            yield self._year(year, key, separator)

    def rows(self, key: Callable[[Entity], str]) -> Iterator[dict[str, int | float | str | None]]:
        """The same rows as values."""
        for year in self.years:
            for a, b, counts in _pairs(year, key):
                shared, union = counts.both, counts.both + counts.only_a + counts.only_b
                row: dict[str, int | float | str | None] = {
                    "year": year.year,
                    "a": a,
                    "b": b,
                    "shared": shared,
                    "union": union,
                }
                row |= {name: MEASURES[name](counts) for name in self.measures}
                yield row | ({"universe": year.universe} if "universe" in self.columns else {})

    def _year(self, year: Year, key: Callable[[Entity], str], separator: str) -> str:
        if self.measures:
            rows = ([row[column] for column in self.columns] for row in Panel([year], self.measures).rows(key))
            return "".join(separator.join("" if v is None else str(v) for v in row) + "\n" for row in rows)
        lines: list[str] = []
        states = _ordered(year, key)
        for i, (a, of_a, count_a) in enumerate(states, 1):
            head = f"{year.year}{separator}{a}{separator}"
            # Two centuries have a million pairs: a line is made in one expression.
            lines += [
                f"{head}{b}{separator}{(both := (of_a & of_b).bit_count())}{separator}{count_a + count_b - both}\n"
                for b, of_b, count_b in states[i:]
            ]
        return "".join(lines)


def _ordered(year: Year, key: Callable[[Entity], str]) -> list[tuple[str, int, int]]:
    named = [(key(entity), bodies, bodies.bit_count()) for entity, bodies in year.states]
    return sorted(named, key=lambda one: (int(one[0]) if one[0].isdigit() else 10**9, one[0]))


def _pairs(year: Year, key: Callable[[Entity], str]) -> Iterator[tuple[str, str, Counts]]:
    states = _ordered(year, key)
    for i, (a, of_a, count_a) in enumerate(states, 1):
        for b, of_b, count_b in states[i:]:
            both = (of_a & of_b).bit_count()
            only_a, only_b = count_a - both, count_b - both
            yield a, b, Counts(both, only_a, only_b, year.universe - both - only_a - only_b)


def panel(graph: KnowledgeGraph, first: int, last: int, role: str = "full", measures: Sequence[str] = ()) -> Panel:
    """The panel of all pairs of states in the years from `first` to `last`.

    Parameters: the years, both included; the role of the memberships that count; measures beside shared and union.

    Raises AskedWrongly where the years, the role or a measure are none.

    >>> import blocs
    >>> list(panel(blocs.load(), 2001, 2001).csv(lambda state: state.id))[1].splitlines()[0]
    '2001,armenia,azerbaijan,2,4'
    """
    if not 0 < first <= last <= 9999 or last - first >= MOST_YEARS:
        raise AskedWrongly(f"no panel goes from {first} to {last}; write --panel FROM:TO, such as 1990:2000")
    if role not in (*ROLES, "any"):
        raise AskedWrongly(f"no role is called {role!r}; use one of: {' '.join(ROLES)} any")
    wanted = [name for name in measures_named(measures) if name not in ("shared", "union")]
    spans = _memberships(graph.source, first, last)
    kept = [span for span in spans if role in ("any", span[2])]
    bits = {body: 1 << at for at, body in enumerate(sorted({span[1] for span in spans}))}
    bodies = _changes([(bits[body], start, end) for _, body, _, start, end in spans], first, last)
    existing = _spells(graph.source, "blocs:Existence", "blocs:body")
    if existing:
        bodies = _changes([(1 << at, start, end) for at, (_, start, end) in _numbered(existing)], first, last)
    system = _spells(graph.source, "blocs:Spell", "blocs:state") or [(m, s, e) for m, _, _, s, e in spans]
    present: dict[int, set[str]] = {year: set() for year in range(first, last + 1)}
    for state, start, end in system:
        for year in range(max(start, first), min(end, last) + 1):
            present[year].add(state)
    sets: dict[str, list[int]] = {}
    by_state: dict[str, list[tuple[int, int, int]]] = {}
    for member, body, _, start, end in kept:
        by_state.setdefault(member, []).append((bits[body], start, end))
    for state, theirs in by_state.items():
        sets[state] = _changes(theirs, first, last)
    nothing = [0] * (last - first + 1)
    names = graph.names
    names.expect({state for states in present.values() for state in states})
    known = {state: names.by_iri[state] for states in present.values() for state in states if state in names.by_iri}
    years = [
        Year(
            year,
            [
                (known[s], sets.get(s, nothing)[year - first])
                for s in sorted(states)
                if s in known and known[s].kind != "body"
            ],
            bodies[year - first].bit_count(),
        )
        for year, states in present.items()
    ]
    return Panel(years, wanted)


def _numbered(spells: Sequence[tuple[str, int, int]]) -> Iterator[tuple[int, tuple[str, int, int]]]:
    """Spells with the number of their body, the same for all spells of one."""
    numbers: dict[str, int] = {}
    for spell in spells:
        yield numbers.setdefault(spell[0], len(numbers)), spell


def _changes(spans: Sequence[tuple[int, int, int]], first: int, last: int) -> list[int]:
    """What holds in each year from `first` to `last`, as bits."""
    length = last - first + 1
    begins, ends = [0] * (length + 1), [0] * (length + 1)
    until: dict[int, int] = {}
    for bit, start, end in sorted(spans, key=lambda span: span[1]):
        before = until.get(bit)
        if before is not None and start <= before + 1:  # spans that meet are one
            if end <= before:
                continue
            ends[max(0, min(before, last) - first + 1)] &= ~bit
        if start <= last and end >= first:
            begins[max(start, first) - first] |= bit
            ends[min(end, last) - first + 1] |= bit
        until[bit] = end
    held, now = [], 0
    for at in range(length):
        now = (now & ~ends[at]) | begins[at]
        held.append(now)
    return held


def _memberships(source: Source, first: int, last: int) -> list[tuple[str, str, str, int, int]]:
    """Member, body, role, first and last year of the memberships of these years that are not only planned."""
    if getattr(source, "remote", False):  # only what is needed comes over the wire
        rows_there = membership_rows(source, Period(f"{first:04}", f"{last:04}"), "any")
        return [(m, b, row["role"], _year(row["start"], 0), _year(row["end"], 9999)) for m, b, row in rows_there]
    # Column by column, joined here: the engine takes twice as long to join the optional columns of all memberships.
    members = _column(source, "?m org:member ?value ; a org:Membership")
    bodies = _column(source, "?m org:organization ?value")
    roles = _column(source, "?m org:role ?value")
    starts, ends = (_column(source, f"?m schema:{name}Date ?value") for name in ("start", "end"))
    planned = _column(source, "?m blocs:basis ?value FILTER(?value = blocs:planned)")
    found = [
        (member, bodies[m], _role(roles.get(m, "")), _year(starts.get(m, ""), 0), _year(ends.get(m, ""), 9999))
        for m, member in members.items()
        if m in bodies and m not in planned
    ]
    nodes = {(member, bodies.get(m)) for m, member in members.items()}
    short = "SELECT ?member ?body WHERE { ?member org:memberOf ?body }"
    rows = ((_text(member), _text(body)) for member, body in source.select(prologue(short) + short))
    return found + [(member, body, "full", 0, 9999) for member, body in rows if (member, body) not in nodes]


def _column(source: Source, pattern: str) -> dict[str, str]:
    """The value of each node for one property."""
    body = f"SELECT ?m ?value WHERE {{ {pattern} }}"
    return {node.value: value.value for node, value in source.select(prologue(body) + body)}  # type: ignore[union-attr]


def _role(iri: str) -> str:
    return "full" if not iri else iri.removeprefix(PREFIXES["blocs"]).replace("fullMember", "full")


def _spells(source: Source, kind: str, of: str) -> list[tuple[str, int, int]]:
    """The years of a state in the system, or of a body's existence."""
    body = (
        f"SELECT ?one ?start ?end WHERE {{ ?spell a {kind} ; {of} ?one ."
        " OPTIONAL { ?spell schema:startDate ?start } OPTIONAL { ?spell schema:endDate ?end } }"
    )
    rows = source.select(prologue(body) + body)
    return [(_text(one), _year(_text(start), 0), _year(_text(end), 9999)) for one, start, end in rows]


def _year(date: str, default: int) -> int:
    return int(date[:4]) if date[:4].isdigit() else default


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
