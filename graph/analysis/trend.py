"""How many memberships, bodies and states there were in each year, or how many members bodies had and bodies states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.dates import ALWAYS, Period
from ..model.entities import Entity
from ..model.membership_scan import Stretch, read_lifetimes, read_stretches
from ..model.roles import ANY_ROLE, check_role

if TYPE_CHECKING:
    import pandas

    from ..model.graph import Graph

__all__ = ["ALL", "Trend", "trend"]

ALL = {"memberships": "Memberships", "bodies": "Bodies", "states": "States"}
"""What is counted of a whole graph, with its words."""

_SHOWN = 30  # rows of a notebook's cell
_STEPS = (1, 5, 10, 20, 50, 100, 200, 500, 1000)  # every how many years a row stands, if they are too many

_Spans = Iterable[tuple[str, str]]  # from when to when, "" if not known


@dataclass(frozen=True)
class Trend:
    """Numbers for each year.

    Attributes
    ----------
    years : sequence of int
        The years, none left out.
    counts : mapping of str to sequence of int or None
        A number for each year, by what is counted: "memberships", "bodies" and "states" of a whole graph; else by the
        id of each body (its members) or state (its bodies). None if it is not known, or there was no such thing then.
    names : mapping of str to str
        What these are called.
    entities : tuple of Entity
        What was asked about; empty for the whole graph.
    role : str
        The role of the memberships that count.
    undated : int
        How many memberships have no date at all.
    memberships : int
        How many there are.
    absent : bool
        Whether something named did not exist in some of the years.
    """

    years: Sequence[int]
    counts: Mapping[str, Sequence[int | None]]
    names: Mapping[str, str]
    entities: tuple[Entity, ...]
    role: str
    undated: int
    memberships: int
    absent: bool = False

    @property
    def columns(self) -> list[str]:
        """The columns of its rows."""
        return ["year", *self.counts]

    def rows(self) -> Iterator[list[int | None]]:
        """A row for each year, with the number of each column."""
        return ([year, *numbers] for year, *numbers in zip(self.years, *self.counts.values(), strict=True))

    def round_years(self, most: int) -> tuple[int, list[list[int | None]]]:
        """Rows of at most about so many years: all of them, or the round ones and the last; and every how many years.

        >>> Trend(range(1900, 1950), {"x": range(50)}, {"x": "X"}, (), "full", 0, 0).round_years(6)[1]
        [[1900, 0], [1910, 10], [1920, 20], [1930, 30], [1940, 40], [1949, 49]]
        """
        rows = list(self.rows())
        step = next((step for step in _STEPS if len(rows) <= most * step), _STEPS[-1])
        return step, [row for row, year in zip(rows, self.years, strict=True) if year % step == 0 or row is rows[-1]]

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a data frame.

        Returns
        -------
        pandas.DataFrame

        Raises
        ------
        OperationFailed
            If pandas is not installed.
        """
        from ..tables import frame

        return frame((dict(zip(self.columns, row, strict=True)) for row in self.rows()), self.columns)

    def _repr_html_(self) -> str:
        from ..tables import html_table

        head = ["Year", *(self.names[key] for key in self.counts)]
        step, some = self.round_years(_SHOWN)
        rows = (["" if number is None else f"{number}" for number in row] for row in some)
        note = f"<p>Every {step} years of {len(self.years)}.</p>" if step > 1 else ""
        return html_table(head, rows) + note


def trend(graph: Graph, among: Sequence[Entity] = (), period: Period = ALWAYS, role: str = "full") -> Trend:
    """How many memberships, bodies and states there were in each year.

    Parameters
    ----------
    graph : Graph
        The graph.
    among : sequence of Entity
        Bodies, whose members are counted, and states, whose bodies are; if empty, all memberships, bodies and states.
    period : Period
        The years.
    role : str
        The role of the memberships that count: "full", "associate", "observer" or "any".

    Returns
    -------
    Trend
        From the first year on record to that of the dataset's own date, as far as they are in the period.

    Raises
    ------
    InvalidRequest
        If an entity is neither a body nor a state, or the role is none.

    Notes
    -----
    A membership counts in each year that it touches, once however often it began in it. A state counts in the years in
    which it is in the state system, a body in those in which it exists; where the graph does not say when that is
    (`blocs:Spell`, `blocs:Existence`), in the years in which it has a membership that counts.

    What has no date at all is known of the year of the data, and is counted in the others too, so that a line has no
    step where there was none. Unless most of what is counted has a date, the other years are not known.

    >>> import blocs
    >>> found = trend(blocs.load())
    >>> dict(zip(found.columns, next(found.rows())))
    {'year': 2001, 'memberships': 35, 'bodies': 4, 'states': 12}
    """
    check_role(role)
    for entity in among:
        if entity.kind not in ("state", "body", "member"):
            raise InvalidRequest(f"{entity.label} is a {entity.kind}; a trend is of bodies or states")
    sets = {entity.id: list(_of(graph, entity, role)) for entity in among} if among else {"": list(_all(graph, role))}
    stretches = [stretch for some in sets.values() for stretch in some]
    years = _years(graph, stretches, period)
    own, absent = int(graph.as_of[:4]), False
    if among:
        lines = {one.id: _memberships(sets[one.id], years, own) for one in among}
        counts = {one.id: _while_there(graph, one, lines[one.id], years, own) for one in among}
        absent = counts != lines
        names = {entity.id: entity.label for entity in among}
    else:
        counts = {
            "memberships": _memberships(stretches, years, own),
            "bodies": _things(graph, "body", stretches, years, own),
            "states": _things(graph, "state", stretches, years, own),
        }
        names = ALL
    first = min((known for line in counts.values() if (known := _first_known(line)) is not None), default=len(years))
    counts = {name: line[first:] for name, line in counts.items()}
    pairs = {(one.member, one.body) for one in stretches}
    undated = len(pairs - {(one.member, one.body) for one in stretches if _is_dated(_dates(one))})
    return Trend(years[first:], counts, names, tuple(among), role, undated, len(pairs), absent)


def _first_known(line: Sequence[int | None]) -> int | None:
    return next((at for at, number in enumerate(line) if number is not None), None)


def _all(graph: Graph, role: str) -> Iterator[Stretch]:
    return (stretch for stretch in read_stretches(graph.source) if role in (ANY_ROLE, stretch.role))


def _of(graph: Graph, entity: Entity, role: str) -> Iterator[Stretch]:
    members, bodies = (None, [entity]) if entity.kind == "body" else ([entity], None)
    stretches = read_stretches(graph.source, members=members, bodies=bodies)
    return (stretch for stretch in stretches if role in (ANY_ROLE, stretch.role))


def _dates(one: Stretch) -> tuple[str, str]:
    return one.start or one.begun, one.end or one.over


def _years(graph: Graph, stretches: Sequence[Stretch], period: Period) -> range:
    """The years from the first on record to that of the data, within the period."""
    last = int(graph.as_of[:4])
    first = min((year for one in stretches for date in _dates(one) if (year := _year(date)) is not None), default=last)
    if period.start:
        first = max(first, int(period.start[:4]))
    if period.end:
        last = min(last, int(period.end[:4]))
    return range(first, last + 1)


def _memberships(stretches: Iterable[Stretch], years: range, own: int) -> list[int | None]:
    """How many pairs of a member and a body there are in each year."""
    pairs: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for one in stretches:
        pairs.setdefault((one.member, one.body), []).append(_dates(one))
    return _counted(pairs.values(), years, own)


def _while_there(graph: Graph, entity: Entity, line: list[int | None], years: range, own: int) -> list[int | None]:
    """The numbers of a state or body, and none for years in which the graph says that it did not exist."""
    spans = read_lifetimes(graph.source, "body" if entity.kind == "body" else "state").get(entity.iri)
    if not spans:
        return line
    there = _counted([spans], years, own)
    return [number if number or is_there else None for number, is_there in zip(line, there, strict=True)]


def _things(graph: Graph, kind: str, stretches: Iterable[Stretch], years: range, own: int) -> list[int | None]:
    """How many states or bodies there are in each year: by what the graph says of them, else by their memberships."""
    lifetimes = read_lifetimes(graph.source, kind)
    spans: dict[str, list[tuple[str, str]]] = dict(lifetimes)
    for one in stretches:
        thing = one.body if kind == "body" else one.member
        if thing not in lifetimes:
            spans.setdefault(thing, []).append(_dates(one))
    return _counted(spans.values(), years, own)


def _counted(things: Collection[_Spans], years: range, own: int) -> list[int | None]:
    """How many of these things there are in each year, each of which is there in any of its spans."""
    if not years:
        return []
    steps = [0] * (len(years) + 1)
    for spans in things:
        after = 0  # years before this one are counted
        for begin, end in sorted(_places(spans, years)):
            begin = max(begin, after)
            if begin < end:
                steps[begin] += 1
                steps[end] -= 1
                after = end
    dated = sum(any(map(_is_dated, spans)) for spans in things)
    known = 2 * dated > len(things)
    counts = accumulate(steps[:-1])
    return [count if known or year == own else None for year, count in zip(years, counts, strict=True)]


def _places(spans: _Spans, years: range) -> Iterator[tuple[int, int]]:
    """Spans as places in the years, the second being the one after the last."""
    for start, end in spans:
        first, last = _year(start), _year(end)
        begin = 0 if first is None else max(0, first - years.start)
        yield begin, len(years) if last is None else min(len(years), last + 1 - years.start)


def _is_dated(span: tuple[str, str]) -> bool:
    return any(_year(date) is not None for date in span)


def _year(date: str) -> int | None:
    """The year of a date; None for what is none."""
    return int(date[:4]) if date[:4].isdecimal() else None
