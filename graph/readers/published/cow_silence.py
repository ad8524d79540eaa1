"""Years of which a Correlates of War IGO table says nothing of a state or an organization, though it goes on to others.

A table that somebody has cut lacks rows. What it does not say is kept as missing, as the code -9 is: nobody left, and
nothing ended, because a row is not there. A state has no row either while it is not in the state system, which the list
of states knows; and an organization has none before its beginning and after its end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ...model.runs import runs
from ..names.reconciled import Joined
from .cow_cells import CowTables, Organization
from .cow_states import listed_states

__all__ = ["Lifetime", "keep_silence", "lifetimes"]

_MEMBER, _KNOWN = frozenset("123"), frozenset("0123n")

Lifetime = tuple[int | None, int | None]
"""The first and last year in which something is there; None where nobody knows."""


@dataclass(frozen=True)
class _Columns:
    """Which organizations there are in each year, by the column: None where the table does not say."""

    there: list[dict[int, bool]]

    def silent(self, at: int, year: int) -> bool:
        return year not in self.there[at]

    def over(self, at: int, year: int) -> bool:
        return self.there[at].get(year) is False


def keep_silence(tables: CowTables) -> None:
    """Note the years of which the tables say nothing of a state or an organization, and keep memberships missing there.

    A cell is missing if the state was a member before those years or behind them; what was no member on either side is
    left as it is.

    Parameters
    ----------
    tables : CowTables
        The tables; what is silent in them is noted in place, and `cells` are filled.

    >>> tables = CowTables(["nato"], cells={20: {1990: "1", 1992: "1"}, 2: dict.fromkeys(range(1990, 1993), "1")})
    >>> tables.exists = dict.fromkeys(range(1990, 1993), 1)
    >>> keep_silence(tables)
    >>> tables.cells[20], tables.silent_states
    ({1990: '1', 1992: '1', 1991: 'm'}, {20: [1991]})
    """
    there = _Columns(_there(tables))
    span = range(tables.first, tables.last + 1)
    observed = [year for year in span if year in tables.exists]
    silent = [[year for year in span if there.silent(at, year)] for at in range(len(tables.columns))]
    tables.silent_bodies = {
        tables.columns[at]: found
        for at, years in enumerate(silent)
        if (found := [year for year in years if year in tables.exists])
    }
    listed = listed_states(tables) if _may_lack_rows(tables, observed) or any(silent) else {}
    tables.since = {code: min(cells) for code, cells in tables.cells.items()}
    for code, cells in tables.cells.items():
        expected = _expected(code, cells, listed.get(code), span, observed)
        absent = [year for year in expected if year not in cells]
        if found := [year for year in absent if year in tables.exists]:
            tables.silent_states[code] = found
        cells |= dict.fromkeys(absent, "n" * len(tables.columns))
        for at in range(len(tables.columns)) if absent else [at for at, years in enumerate(silent) if years]:
            missing = _missing(cells, at, expected, there, frozenset(absent))
            if missing and missing[0] == _first_known_of(expected, at, there):
                tables.unseen.add((code, at))
            for year in missing:
                cells[year] = f"{cells[year][:at]}m{cells[year][at + 1 :]}"


def _first_known_of(expected: Sequence[int], at: int, there: _Columns) -> int:
    """The first year in which a state may be in an organization."""
    return next((year for year in expected if not there.over(at, year)), -1)


def _may_lack_rows(tables: CowTables, observed: Sequence[int]) -> bool:
    return any(len(cells) < len(observed) for cells in tables.cells.values())


def _missing(
    cells: Mapping[int, str], at: int, expected: Sequence[int], there: _Columns, absent: Collection[int]
) -> list[int]:
    """The years of a state of which nothing is said of an organization, beside years in which it is a member."""
    found: list[int] = []
    waiting: list[int] = []
    before = ""
    for year in expected:
        letter = "n" if there.over(at, year) else cells[year][at]
        if letter == "n" and not there.over(at, year) and (year in absent or there.silent(at, year)):
            waiting.append(year)
        elif letter in _KNOWN:
            if before in _MEMBER or letter in _MEMBER:
                found += waiting
            before, waiting = letter, []
    return found + waiting if before in _MEMBER else found


def _expected(
    code: int, cells: Mapping[int, str], listed: Joined | None, span: range, observed: Collection[int]
) -> list[int]:
    """The years in which a state has cells, or would have them if the table were whole.

    The list of states says when it was in the state system; of a year in which it came or went a table may have no row.
    What the list does not have goes on, since nobody says that it ended; in a table that has states as columns, its empty
    cells say so.
    """
    state = listed.state if listed else None
    spells = [one for one in state.spells if one.scheme == "cow"] if state else []
    if code > 0:
        spells = [one for one in spells if one.code == str(code)]
    first = min(cells)

    def lasts(year: int) -> bool:
        if not spells:
            return year > first and (code > 0 or year not in observed)
        return any(one.start <= f"{year}-01-01" and (not one.end or one.end >= f"{year}-12-31") for one in spells)

    return [year for year in span if year in cells or lasts(year)]


def lifetimes(tables: CowTables) -> list[list[Lifetime]]:
    """When each organization existed, by column: runs of years, without a beginning or an end where none is known.

    Years of which nothing is said belong to the run beside them.

    >>> tables = CowTables(["nato", "efta"], exists={1965: 3, 1966: 1}, cells={2: {1965: "11", 1966: "n1"}})
    >>> lifetimes(tables)
    [[(1965, None)], [(1965, None)]]
    >>> tables.over = {1966: 2}
    >>> lifetimes(tables)
    [[(1965, 1965)], [(1965, None)]]
    """
    span = range(tables.first, tables.last + 1)
    return [_runs(there, span) for there in _there(tables)]


def _runs(there: Mapping[int, bool], span: range) -> list[Lifetime]:
    found: list[Lifetime] = []
    for start, end in runs(year for year in span if there.get(year) is not False):
        if any(there.get(year) for year in range(start, end + 1)):
            # What is there in the first year has begun by then, which is what a membership of that year says too.
            begun = start > span[0] or there.get(start)
            found.append((start if begun else None, end if end < span[-1] else None))
    return found


def _there(tables: CowTables) -> list[dict[int, bool]]:
    """Whether each organization exists, by column and year, where a table or the dates of the organization say so."""
    width = len(tables.columns)
    exists = {year: f"{bits:0{width}b}" for year, bits in tables.exists.items()}
    over = {year: f"{bits:0{width}b}" for year, bits in tables.over.items()}
    found: list[dict[int, bool]] = []
    for at, name in enumerate(tables.columns):
        there = {year: False for year, bits in over.items() if bits[at] == "1"}
        there |= {year: True for year, bits in exists.items() if bits[at] == "1"}
        there |= dict.fromkeys(_outside(tables.organizations.get(name), there, tables), False)
        there |= dict.fromkeys(_coded_between(at, there, tables.coded, width), False)
        found.append(there)
    return found


def _coded_between(at: int, there: Mapping[int, bool], coded: Mapping[int, int], width: int) -> list[int]:
    """The years between two in which an organization exists, for which its cells are coded as missing and no more is said.

    It may have gone on (CCNR from 1870 to 1905), but the table does not count it among those that existed then.
    """
    known = [year for year, exists in there.items() if exists]
    return [
        year
        for year, bits in coded.items()
        if bits >> (width - 1 - at) & 1 and year not in there and known and min(known) < year < max(known)
    ]


def _outside(one: Organization | None, there: Mapping[int, bool], tables: CowTables) -> Iterable[int]:
    """The years before an organization's beginning and after its end of which nothing else is said."""
    if one is None:
        return
    for year in range(tables.first, tables.last + 1):
        if year not in there and (year < (one.founded or 0) or year > (one.dissolved or 9999)):
            yield year
