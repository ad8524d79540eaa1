"""A panel of dyads: for every year and pair of states, the bodies that both are in, and measures of their overlap.

This is the table that studies of dyad-years start from. Both states must be in the state system in that year, and
the universe of the measures is the bodies that exist in it. Where a graph does not say so (`blocs:Spell`,
`blocs:Existence`), a state counts in the years in which it is in some body, a body in those in which it has a member.
After the dataset's own date there is no row: nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from ..errors import InvalidRequest
from ..extras import installed
from ..model.dates import Period
from ..model.entities import Entity
from ..model.membership_scan import Stretch, read_lifetimes, read_stretches
from ..model.roles import check_role
from ..rdf.source import Source
from .measures import OVER_UNIVERSE, Measured, measures_named

if TYPE_CHECKING:
    import pandas

    from ..model.graph import Graph

__all__ = ["MOST_YEARS", "Panel", "Year", "panel"]

MOST_YEARS = 3000
"""A longer panel is a slip of the keyboard."""

_FOR_ARRAYS = 30
"""The measures of so many states are computed by numpy, if it is installed."""

_LINES = 20_000
"""Lines that are written in one go."""


Key = Callable[[Entity, int], str]
"""What a state is called in a year."""


_NONE: Mapping[str, tuple[int, Key]] = {}


def _id(entity: Entity, year: int) -> str:
    return entity.id


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
    """The years of a panel, and which measures each pair has beside shared and union.

    With a `focus` the pairs are those of that one state with all others. `undated` says whether memberships without
    any date are among those that count, in every year.
    """

    years: Sequence[Year]
    measures: Sequence[str]
    focus: Entity | None = None
    undated: bool = False

    @property
    def columns(self) -> list[str]:
        """The columns of its rows; the universe is one if a measure is taken over it."""
        universe = ["universe"] if set(self.measures) & set(OVER_UNIVERSE) else []
        return ["year", "a", "b", "shared", "union", *self.measures, *universe]

    def csv(self, key: Key = _id, separator: str = ",") -> Iterator[str]:
        """The rows as text, some at a time, each pair once; states are called by `key`, and stand in its order."""
        yield separator.join(self.columns) + "\n"
        for year in self.years:
            if self.measures and len(year.states) >= _FOR_ARRAYS and installed("numpy"):
                yield from self._lines(year, self.columns, key, separator, "\n", {})
            else:
                yield from self._one_by_one(year, key, separator)

    def lines(
        self,
        columns: Sequence[str],
        key: Key = _id,
        separator: str = ",",
        end: str = "\n",
        beside: Mapping[str, tuple[int, Key]] = _NONE,
    ) -> Iterator[str] | None:
        """The rows as text in columns of one's own choice, without a heading; None without numpy.

        `beside` are further columns: whether they tell of the first state (0) or the second (1), and what.
        """
        if not installed("numpy"):
            return None
        return (text for year in self.years for text in self._lines(year, columns, key, separator, end, beside))

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame, states by their ids.

        Returns
        -------
        pandas.DataFrame

        Raises
        ------
        OperationFailed
            If pandas is not installed.
        """
        from ..tables import frame

        return frame(self.rows(), self.columns)

    def rows(self, key: Key = _id) -> Iterator[_Row]:
        """The same rows as values."""
        for year in self.years:
            measured = Measured(self.measures, year.universe)
            for (a, of_a, count_a, _), others in self._pairs(year, key):
                for b, of_b, count_b, _ in others:
                    both = (of_a & of_b).bit_count()
                    only_a, only_b = count_a - both, count_b - both
                    values: dict[str, int | float | str | None] = {
                        "year": year.year,
                        "a": a,
                        "b": b,
                        "shared": both,
                        "union": count_a + only_b,
                    }
                    values |= zip(self.measures, measured.values(both, only_a, only_b), strict=True)
                    yield values | ({"universe": year.universe} if "universe" in self.columns else {})

    def _lines(
        self,
        year: Year,
        columns: Sequence[str],
        key: Key,
        separator: str,
        end: str,
        beside: Mapping[str, tuple[int, Key]],
    ) -> Iterator[str]:
        """The lines of a year, their numbers found by numpy."""
        from .panel_text import panel_lines

        named = self._named(year, key)
        names = [state.name for state in named]
        sides: list[dict[str, list[str]]] = [{"a": names}, {"b": names}]
        for column, (side, called) in beside.items():
            sides[side][column] = [called(state.entity, year.year) for state in named]
        focus = None
        if self.focus is not None:
            wanted = key(self.focus, year.year)
            focus = [at for at, name in enumerate(names) if name == wanted]
        same = {"year": str(year.year), "universe": str(year.universe)}
        return panel_lines(
            [state.bodies for state in named], sides[0], sides[1], same, columns,
            universe=year.universe, separator=separator, end=end, focus=focus,
        )  # fmt: skip

    def _one_by_one(self, year: Year, key: Key, separator: str) -> Iterator[str]:
        """The same lines, state by state."""
        values = Measured(self.measures, year.universe).values
        end = f"{separator}{year.universe}\n" if "universe" in self.columns else "\n"
        text = _Texts().__getitem__
        lines: list[str] = []
        for (a, of_a, count_a, _), others in self._pairs(year, key):
            head = f"{year.year}{separator}{a}{separator}"
            # Two centuries have a million pairs: a line is made in one expression.
            if self.measures:
                lines += [
                    f"{head}{b}{separator}{(both := (of_a & of_b).bit_count())}{separator}{count_a + count_b - both}"
                    f"{separator}{separator.join(map(text, values(both, count_a - both, count_b - both)))}{end}"
                    for b, of_b, count_b, _ in others
                ]
            else:
                lines += [
                    f"{head}{b}{separator}{(both := (of_a & of_b).bit_count())}{separator}{count_a + count_b - both}\n"
                    for b, of_b, count_b, _ in others
                ]
            if len(lines) >= _LINES:
                yield "".join(lines)
                lines = []
        yield "".join(lines)

    def _named(self, year: Year, key: Key) -> list[_Named]:
        """The states of a year in the order of what they are called, with their bodies and the number of these."""
        states = [_Named(key(entity, year.year), bodies, bodies.bit_count(), entity) for entity, bodies in year.states]
        return sorted(states, key=lambda state: (int(state.name) if state.name.isdigit() else 10**9, state.name))

    def _pairs(self, year: Year, key: Key) -> Iterator[tuple[_Named, Sequence[_Named]]]:
        """Each state with those that stand after it, in the order of what they are called."""
        states = self._named(year, key)
        focus = key(self.focus, year.year) if self.focus is not None else None
        for i, state in enumerate(states, 1):
            later = states[i:]
            yield state, later if focus in (None, state[0]) else [partner for partner in later if partner[0] == focus]


class _Texts(dict[int | float | None, str]):
    """Numbers as text, each made once: a million pairs have a few thousand values, and a float is slow to write."""

    def __missing__(self, value: int | float | None) -> str:
        if value is None or value != value:
            return ""
        self[value] = text = str(value)
        return text


_Row = dict[str, int | float | str | None]


class _Named(NamedTuple):
    """What a state is called, its bodies as bits, and their number."""

    name: str
    bodies: int
    size: int
    entity: Entity


def panel(
    graph: Graph,
    first: int,
    last: int,
    role: str = "full",
    measures: Sequence[str] = (),
    among: Sequence[Entity] = (),
) -> Panel:
    """The panel of pairs of states in the years from `first` to `last`.

    Parameters
    ----------
    graph : Graph
        The graph.
    first, last : int
        The years, both included.
    role : str
        The role of the memberships that count: "full", "associate", "observer" or "any".
    measures : sequence of str
        Measures beside shared and union; see `measures.MEASURES`.
    among : sequence of Entity
        The states: one with all others, more with one another; all pairs if empty.

    Returns
    -------
    Panel

    Raises
    ------
    InvalidRequest
        If the years, the role or a measure is none, an entity is a body, or the data end before the years.

    >>> import blocs
    >>> list(panel(blocs.load(), 2001, 2001).csv())[1].splitlines()[0]
    '2001,armenia,azerbaijan,2,4'
    """
    if not 0 < first <= last <= 9999 or last - first >= MOST_YEARS:
        raise InvalidRequest(f"no panel goes from {first} to {last}; write FROM:TO, such as 1990:2000")
    check_role(role)
    body = next((entity for entity in among if entity.kind == "body"), None)
    if body is not None:
        raise InvalidRequest(f"{body.label} is a body; a panel is of states")
    wanted = [name for name in measures_named(measures) if name not in ("shared", "union")]
    latest = _year(graph.as_of, 9999)
    if first > latest:
        raise InvalidRequest(f"the data end in {latest}; a panel from {first} on would be empty")
    years = range(first, min(last, latest) + 1)
    period = Period(f"{years[0]:04}", f"{years[-1]:04}")
    stretches = read_stretches(graph.source, period)
    spans = [
        (stretch, _year(stretch.start or stretch.begun, 0), _year(stretch.end or stretch.over, 9999))
        for stretch in stretches
    ]
    sets = _sets([span for span in spans if role in ("any", span[0].role)], years)
    bodies = _lifetimes(graph.source, "body", ((stretch.body, start, end) for stretch, start, end in spans))
    existing = _changes([(1 << at, *span) for at, its in enumerate(bodies.values()) for span in its], years)
    states = _lifetimes(graph.source, "state", ((stretch.member, start, end) for stretch, start, end in spans))
    known = _states(graph, states, among)
    nothing = [0] * len(years)
    found = [
        Year(
            year,
            [
                (known[iri], sets.get(iri, nothing)[at])
                for iri in sorted(known)
                if any(start <= year <= end for start, end in states[iri])
            ],
            existing[at].bit_count(),
        )
        for at, year in enumerate(years)
    ]
    undated = any(not (stretch.start or stretch.end) for stretch, _, _ in spans)
    return Panel(found, wanted, among[0] if len(among) == 1 else None, undated)


def _sets(spans: Sequence[tuple[Stretch, int, int]], years: range) -> dict[str, list[int]]:
    """The bodies of each state in each year, as bits."""
    numbers = {body: at for at, body in enumerate(sorted({stretch.body for stretch, _, _ in spans}))}
    by_state: dict[str, list[tuple[int, int, int]]] = {}
    for stretch, start, end in spans:
        by_state.setdefault(stretch.member, []).append((1 << numbers[stretch.body], start, end))
    return {state: _changes(theirs, years) for state, theirs in by_state.items()}


def _lifetimes(
    source: Source, kind: str, memberships: Iterable[tuple[str, int, int]]
) -> dict[str, list[tuple[int, int]]]:
    """The years in which states or bodies exist: as the graph says, else those in which they have a membership."""
    said = read_lifetimes(source, kind)
    found = {iri: [(_year(start, 0), _year(end, 9999)) for start, end in spans] for iri, spans in said.items()}
    for iri, start, end in memberships:
        if iri not in said:
            found.setdefault(iri, []).append((start, end))
    return found


def _states(graph: Graph, iris: Iterable[str], among: Sequence[Entity]) -> dict[str, Entity]:
    """The states of a panel by IRI: those asked for, where more than one is; a body that is a member is none."""
    wanted = {entity.iri for entity in among} if len(among) > 1 else set(iris)
    graph.names.expect(wanted)
    by_iri = graph.names.by_iri
    found = {iri: by_iri[iri] for iri in iris if iri in wanted and iri in by_iri}
    return {iri: entity for iri, entity in found.items() if entity.kind != "body"}


def _changes(spans: Iterable[tuple[int, int, int]], years: range) -> list[int]:
    """What holds in each of the years, as bits."""
    first, last, length = years[0], years[-1], len(years)
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


def _year(date: str, default: int) -> int:
    return int(date[:4]) if date[:4].isdigit() else default
