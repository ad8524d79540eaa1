"""A panel of dyads: for every year and pair of states, the bodies that both are in, and measures of their overlap.

This is the table that studies of dyad-years start from. Both states must be in the state system in that year, and
the universe of the measures is the bodies that exist in it. Where a graph does not say so (`blocs:Spell`,
`blocs:Existence`), a state counts in the years in which it is in some body, a body in those in which it has a member.
After the dataset's own date there is no row: nothing is known of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any

from ..errors import InvalidRequest
from ..model.dates import Period
from ..model.entities import Entity
from ..model.membership_scan import Stretch, read_lifetimes, read_stretches
from ..model.roles import check_role
from ..rdf.source import Source
from .measures import OF_SHARED_AND_UNION, OVER_UNIVERSE, Measured, measures_named

if TYPE_CHECKING:
    import pandas

    from ..model.graph import Graph

__all__ = ["MOST_YEARS", "Panel", "Year", "panel"]

MOST_YEARS = 3000
"""A longer panel is a slip of the keyboard."""

_FOR_ARRAYS = 30
"""The measures of so many states are computed by numpy, if it is installed."""


Key = Callable[[Entity, int], str]
"""What a state is called in a year."""


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
        """The rows as text, a year at a time, each pair once; states are called by `key`, and stand in its order."""
        yield separator.join(self.columns) + "\n"
        for year in self.years:
            yield self._year(year, key, separator)

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
            for (a, of_a, count_a), others in self._pairs(year, key):
                for b, of_b, count_b in others:
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

    def _year(self, year: Year, key: Key, separator: str) -> str:
        if self.measures and len(year.states) >= _FOR_ARRAYS and (written := self._by_arrays(year, key, separator)):
            return written
        lines: list[str] = []
        values = Measured(self.measures, year.universe).values
        end = f"{separator}{year.universe}\n" if "universe" in self.columns else "\n"
        text = _Texts().__getitem__
        for (a, of_a, count_a), others in self._pairs(year, key):
            head = f"{year.year}{separator}{a}{separator}"
            # Two centuries have a million pairs: a line is made in one expression.
            if self.measures:
                lines += [
                    f"{head}{b}{separator}{(both := (of_a & of_b).bit_count())}{separator}{count_a + count_b - both}"
                    f"{separator}{separator.join(map(text, values(both, count_a - both, count_b - both)))}{end}"
                    for b, of_b, count_b in others
                ]
            else:
                lines += [
                    f"{head}{b}{separator}{(both := (of_a & of_b).bit_count())}{separator}{count_a + count_b - both}\n"
                    for b, of_b, count_b in others
                ]
        return "".join(lines)

    def _by_arrays(self, year: Year, key: Key, separator: str) -> str:
        """The same lines, with the measures computed for all pairs at once; "" without numpy."""
        try:
            import numpy as np
        except ImportError:
            return ""
        states = self._named(year, key)
        names, bodies, counts = zip(*states, strict=True)
        sizes = np.array(counts)
        a, b = np.triu_indices(len(states), 1)
        if self.focus is not None:
            is_focus = np.array([name == key(self.focus, year.year) for name in names])
            kept = is_focus[a] | is_focus[b]
            a, b = a[kept], b[kept]
        # A product of matrices would busy all processors, and take longer: the bits of two whole numbers are few.
        pairs = zip(a.tolist(), b.tolist(), strict=True)
        both = np.fromiter(((bodies[one] & bodies[other]).bit_count() for one, other in pairs), np.int64, len(a))
        pieces = [
            np.array([f"{year.year}{separator}{name}{separator}" for name in names], dtype=object)[a].tolist(),
            np.array([f"{name}{separator}" for name in names], dtype=object)[b].tolist(),
            *self._counted((both, sizes[a] - both, sizes[b] - both), year.universe, separator),
        ]
        return "".join(chain.from_iterable(zip(*pieces, strict=True)))

    def _counted(self, counts: tuple[Any, Any, Any], universe: int, separator: str) -> Iterator[list[str]]:
        """What stands behind the names in the lines of pairs, in pieces that end with a separator or a line.

        Many pairs share as many of as many bodies: what follows from these two is written once for all of them.
        """
        import numpy as np

        both, only_a, only_b = counts
        union = both + only_a + only_b
        _, first, alike = np.unique(both * (union.max() + 1) + union, return_index=True, return_inverse=True)
        columns = self.columns[3:]
        for is_alike, group in groupby(columns, lambda name: name in ("universe", *OF_SHARED_AND_UNION)):
            names = list(group)
            end = "\n" if names[-1] == columns[-1] else separator
            if not is_alike:
                for name, values in zip(names, Measured(names, universe).columns(*counts), strict=True):
                    text = _Texts(end if name == names[-1] else separator)
                    yield list(map(text.__getitem__, values.tolist()))
                continue
            kinds = Measured([name for name in names if name != "universe"], universe)
            cells = [values.tolist() for values in kinds.columns(both[first], only_a[first], only_b[first])]
            cells += [[universe] * len(first)] if "universe" in names else []
            texts = [separator.join(map(_text, row)) + end for row in zip(*cells, strict=True)]
            yield np.array(texts, dtype=object)[alike].tolist()

    def _named(self, year: Year, key: Key) -> list[_Named]:
        """The states of a year in the order of what they are called, with their bodies and the number of these."""
        states = [(key(entity, year.year), bodies, bodies.bit_count()) for entity, bodies in year.states]
        return sorted(states, key=lambda state: (int(state[0]) if state[0].isdigit() else 10**9, state[0]))

    def _pairs(self, year: Year, key: Key) -> Iterator[tuple[_Named, Sequence[_Named]]]:
        """Each state with those that stand after it, in the order of what they are called."""
        states = self._named(year, key)
        focus = key(self.focus, year.year) if self.focus is not None else None
        for i, state in enumerate(states, 1):
            later = states[i:]
            yield state, later if focus in (None, state[0]) else [partner for partner in later if partner[0] == focus]


class _Texts(dict[int | float | None, str]):
    """Numbers as text with what ends it, each made once: many pairs have the same, and a float is slow to write."""

    def __init__(self, end: str = "") -> None:
        self._end = end

    def __missing__(self, value: int | float | None) -> str:
        text = _text(value) + self._end
        if value == value:
            self[value] = text
        return text


def _text(value: int | float | None) -> str:
    """A number as text; nothing where there is none."""
    return "" if value is None or value != value else str(value)


_Row = dict[str, int | float | str | None]

_Named = tuple[str, int, int]
"""What a state is called, its bodies as bits, and their number."""


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
