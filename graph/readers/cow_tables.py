"""Reading the tables of the Correlates of War IGO data.

The state-year table has a row for each state and year in which it is in the state system, and a column for each
organization: 1 full member, 2 associate, 3 observer, 0 none, -9 missing, -1 the organization does not exist.

Jon C. Pevehouse, Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison, "Tracking organizations in the
world: The Correlates of War IGO Version 3.0 datasets", Journal of Peace Research 57(3), 2020, 492–503.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import InvalidRequest, OperationFailed
from ..model.name_forms import normal
from .mojibake import repaired
from .report import shortened
from .tabular import open_table

__all__ = ["CowTables", "Organization", "State", "read_cow"]

# One letter for each code of a cell, so that a year of a state is a short text.
_CELLS = {"1": "1", "2": "2", "3": "3", "0": "0", "-9": "m", "-1": "n"}
_CELLS |= {f"{code}.0": letter for code, letter in _CELLS.items()}
_EXISTS = str.maketrans("0123mn", "111110")
_HAS_MEMBER = str.maketrans("0123mn", "011100")


@dataclass(frozen=True)
class State:
    """A state: its COW code, abbreviation and names."""

    code: int
    label: str
    abbreviation: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True)
class Organization:
    """An organization: its acronym, names, and the years of its beginning and end where the table gives them."""

    acronym: str
    label: str
    aliases: tuple[str, ...] = ()
    founded: int | None = None
    dissolved: int | None = None


@dataclass
class CowTables:
    """What the tables say.

    `cells` has for each state (by code) and year one letter for each of the `columns`; `states` and
    `organizations` describe codes and columns; `exists` has for each year the columns that exist in it, as bits
    (the last column is the lowest bit).
    """

    columns: list[str]
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    exists: dict[int, int] = field(default_factory=dict)
    repaired: dict[str, str] = field(default_factory=dict)
    """Names whose letters were broken, and as what they were read."""
    rows: int = 0
    read_as: dict[str, str] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    """How many rows the table of memberships has; its columns that are read, and as what, and that are not."""

    @property
    def first(self) -> int:
        """The first year of the table."""
        return min(self.exists)

    @property
    def last(self) -> int:
        """The last year of the table."""
        return max(self.exists)


def read_cow(
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Callable[[int, int], None] = lambda done, size: None,
) -> CowTables:
    """Read the tables, plain or packed with gzip.

    Parameters: the state-year table, or the organization-year table, which says the same the other way round; the
    organization-year table, for full names and dates (without it, organizations are called by their acronyms); the list of states, for full names and abbreviations (without
    it, states are called as the table calls them); `progress`, told how many bytes of how many are read.

    Raises OperationFailed where a table cannot be read; the message names file, row and column.
    """
    tables = CowTables([])
    with _table(state_year, progress) as (header, rows):
        if "ioname" in header and "ccode" not in header:
            kept = list(rows)
            tables = _organization_years(state_year, header, kept)
            tables.organizations = _organizations(state_year, header, iter(kept), tables.repaired)
        else:
            tables = _state_years(state_year, header, rows)
    if organizations is not None:
        with _table(organizations) as (header, rows):
            kept = list(rows)
            tables.organizations = _organizations(organizations, header, iter(kept), tables.repaired)
            _exist_as_listed(tables, organizations, header, kept)
    if states is not None:
        with _table(states) as (header, rows):
            tables.states |= _states(states, header, rows, tables.states)
    return tables


@contextmanager
def _table(
    path: Path, progress: Callable[[int, int], object] = lambda done, size: None
) -> Iterator[tuple[list[str], Iterator[list[str]]]]:
    """The header and the rows of a table, without the row names that R writes before them."""
    with open_table(path, progress=progress, fits=lambda name: "dyad" not in name.lower()) as table:
        header = [name.strip().lower() for name in table.header]
        rows = (cells for _, cells in table.records)
        if header[:1] == [""]:
            header, rows = header[1:], (cells[1:] for cells in rows)
        sides = {re.sub(r"[^a-z0-9]", "", name) for name in header}
        if any({f"{side}1", f"{side}2"} <= sides for side in ("ccode", "country", "state")) or "dyadid" in sides:
            raise InvalidRequest(
                f"{path} is the dyadic table of COW IGO: its rows say in how many organizations two states are together, not"
                " which; use the state-year or the organization-year table, and blocs panel for pairs of states"
            )
        yield header, rows


def _places(path: Path, header: list[str], wanted: Iterable[str], what: str) -> dict[str, int]:
    """Where the wanted columns stand."""
    missing = [name for name in wanted if name not in header]
    if missing:
        raise OperationFailed(f"{path}: row 1: no column {missing[0]!r}; {what} has the columns {', '.join(wanted)}")
    return {name: header.index(name) for name in wanted}


def _whole(path: Path, row: int, column: str, text: str) -> int:
    try:
        number = float(text)
        if number != int(number):
            raise ValueError
        return int(number)
    except (ValueError, OverflowError):
        raise OperationFailed(f"{path}: row {row}, column {column}: {text!r} is not a whole number") from None


def _state_years(path: Path, header: list[str], rows: Iterator[list[str]]) -> CowTables:
    places = _places(path, header, ("ccode", "year"), "the state-year table")
    code_at, year_at = places["ccode"], places["year"]
    name_at = header.index("state") if "state" in header else code_at
    others = [at for at, name in enumerate(header) if at not in (code_at, year_at, name_at) and name not in _ABOUT]
    # The tables as published have these columns first: then the rest is one slice.
    first = others[0] if others and others == list(range(others[0], len(header))) else None
    tables = CowTables([header[at] for at in others])
    _check_columns(path, tables.columns)
    tables.read_as = {"ccode": "COW code of the member", "year": "year"}
    tables.read_as |= {"state": "member"} if name_at != code_at else {}
    tables.read_as |= {shortened(tables.columns, 3): "bodies"}
    tables.unread = [name for name in header if name in _ABOUT - {"year"}]
    letter = _CELLS.__getitem__
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        if len(row) != len(header):
            raise OperationFailed(f"{path}: row {number} has {len(row)} cells, the first row has {len(header)}")
        code, year = _whole(path, number, "ccode", row[code_at]), _whole(path, number, "year", row[year_at])
        cells = row[first:] if first is not None else [row[at] for at in others]
        try:
            letters = "".join(map(letter, cells))
        except KeyError:
            at = next(at for at, cell in enumerate(cells) if cell not in _CELLS)
            raise OperationFailed(
                f"{path}: row {number}, column {tables.columns[at]}: {cells[at]!r} is no membership code;"
                " codes are 0 1 2 3 -1 -9"
            ) from None
        years = tables.cells.setdefault(code, {})
        if year in years:
            raise OperationFailed(f"{path}: row {number}: state {code} has a second row for {year}")
        years[year] = letters
        tables.rows += 1
        tables.exists[year] = tables.exists.get(year, 0) | int(letters.translate(_EXISTS), 2)
        if code not in tables.states:
            tables.states[code] = State(code, _readable(row[name_at]))
    if not tables.cells:
        raise OperationFailed(f"{path}: the table has no rows")
    return tables


def _check_columns(path: Path, columns: list[str]) -> None:
    if not columns or len(set(columns)) < len(columns):
        twice = next((name for name in columns if columns.count(name) > 1), "")
        problem = f"has the column {twice!r} twice" if twice else "has no column of an organization"
        raise OperationFailed(f"{path}: row 1: the table {problem}")


# The columns of the organization-year table that are no states.
_ABOUT = frozenset(
    [
        "ioname",
        "orgname",
        "year",
        "sdate",
        "deaddate",
        "dead",
        "integrated",
        "replaced",
        "longorgname",
        "ionum",
        "igocode",
        "version",
        "imputed",
        "political",
        "social",
        "economic",
        "accuracyofpre1965membershipdates",
        "sourcesandnotes",
        "sourcesandnotes1",
        "conditional",
        "name",
    ]
)


_OF_BODIES = {
    "ioname": "abbreviation of the body",
    "orgname": "its name",
    "longorgname": "its full name",
    "year": "year",
    "sdate": "the year in which it began",
    "deaddate": "the year in which it ended",
}
"""The columns of the organization-year table that are read beside its states, and as what."""


def _organization_years(path: Path, header: list[str], rows: list[list[str]]) -> CowTables:
    """The organization-year table, turned: its states are columns, whose codes it does not give."""
    places = _places(path, header, ("ioname", "year"), "the organization-year table")
    columns = [at for at, name in enumerate(header) if name and name not in _ABOUT]
    if not columns:
        raise OperationFailed(f"{path}: row 1: the table has no column of a state")
    names = list(dict.fromkeys(row[places["ioname"]].strip().lower() for row in rows if row))
    tables = CowTables(names, rows=sum(map(bool, rows)))
    tables.read_as = {name: what for name, what in _OF_BODIES.items() if name in header}
    tables.read_as |= {shortened([header[at] for at in columns], 3): "members"}
    tables.unread = [name for name in header if name in _ABOUT - _OF_BODIES.keys()]
    place = {name: at for at, name in enumerate(names)}
    letters: dict[int, dict[int, list[str]]] = {}
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        if len(row) != len(header):
            raise OperationFailed(f"{path}: row {number} has {len(row)} cells, the first row has {len(header)}")
        year, at = _whole(path, number, "year", row[places["year"]]), place[row[places["ioname"]].strip().lower()]
        tables.exists[year] = tables.exists.get(year, 0) | 1 << (len(names) - 1 - at)
        for column in columns:
            cell = row[column].strip()
            # Empty cells are those of states that are not in the system, as -1 is.
            letter = "n" if cell in ("", "NA", ".") else _CELLS.get(cell)
            if letter is None:
                raise OperationFailed(
                    f"{path}: row {number}, column {header[column]}: {cell!r} is no membership code; codes are 0 1 2 3 -1 -9"
                )
            if letter != "n":
                letters.setdefault(-1 - column, {}).setdefault(year, ["n"] * len(names))[at] = letter
    for code, years in letters.items():
        tables.cells[code] = {year: "".join(cells) for year, cells in years.items()}
        tables.states[code] = State(code, _readable(header[-1 - code]))
    if not tables.cells:
        raise OperationFailed(f"{path}: the table has no rows")
    return tables


def _exist_as_listed(tables: CowTables, path: Path, header: list[str], rows: list[list[str]]) -> None:
    """Have the organizations exist in the years of which the organization-year table has a row, and in no other.

    The state-year table has cells of some organizations in years before they began, all of them missing. A table that
    has fewer years of an organization than have members in the other is no list of its years, and is not followed.
    """
    places = _places(path, header, ("ioname", "year"), "the organization-year table")
    listed: dict[str, set[int]] = {}
    for number, row in enumerate(rows, 2):
        if row:
            year = _whole(path, number, "year", row[places["year"]])
            listed.setdefault(row[places["ioname"]].strip().lower(), set()).add(year)
    held: dict[int, int] = {}
    for cells in tables.cells.values():
        for year, letters in cells.items():
            held[year] = held.get(year, 0) | int(letters.translate(_HAS_MEMBER), 2)
    for at, name in enumerate(tables.columns):
        years, bit = listed.get(name, set()), 1 << (len(tables.columns) - 1 - at)
        if not years or any(members & bit and year not in years for year, members in held.items()):
            continue
        for year, existing in tables.exists.items():
            tables.exists[year] = existing | bit if year in years else existing & ~bit


def _readable(name: str) -> str:
    """A state's name as the table has it, for want of a better one: "usa" is USA, "armenia" is Armenia."""
    name = name.strip()
    if not name.islower():
        return name
    return name.upper() if len(name) <= 3 else name.title()


def _organizations(
    path: Path, header: list[str], rows: Iterator[list[str]], broken: dict[str, str]
) -> dict[str, Organization]:
    places = _places(path, header, ("ioname", "year"), "the organization-year table")
    found: dict[str, tuple[int, list[str], dict[str, None]]] = {}
    long_at = [header.index(name) for name in ("longorgname", "orgname") if name in header]
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        if len(row) != len(header):
            raise OperationFailed(f"{path}: row {number} has {len(row)} cells, the first row has {len(header)}")
        year = _whole(path, number, "year", row[places["year"]])
        key = row[places["ioname"]].strip().lower()
        latest, _, known = found.get(key, (year - 1, row, {}))
        known |= dict.fromkeys(_decoded(row[at], broken) for at in long_at)
        # The names and dates of the latest year are the ones that the organization has.
        found[key] = (year, row, known) if year > latest else (latest, found[key][1], known)
    described = {}
    for key, (_, row, known) in found.items():
        acronym = row[places["ioname"]].strip()
        label = next((name for name in (_decoded(row[at], broken) for at in long_at) if name), acronym)
        label = label.removesuffix(f"({acronym})").rstrip()
        years = [_year(row[header.index(name)]) if name in header else None for name in ("sdate", "deaddate")]
        aliases = tuple(name for name in known if name and normal(name) not in (normal(label), normal(acronym)))
        aliases = tuple(name for name in aliases if name.removesuffix(f"({acronym})").rstrip() != label)
        described[key] = Organization(acronym, label, aliases, *years)
    return described


def _decoded(text: str, broken: dict[str, str] | None = None) -> str:
    """A name with its letters put right where an encoding broke them; what was broken is noted."""
    plain = " ".join(text.split())
    if plain.isascii():
        return plain
    better = repaired(text)
    if broken is not None and better != plain:
        broken[plain] = better
    return better


def _year(text: str) -> int | None:
    """A year of a table in which missing years are empty or negative."""
    try:
        year = int(float(text))
    except ValueError:
        return None
    return year if 1000 <= year <= 9999 else None


def _states(path: Path, header: list[str], rows: Iterator[list[str]], known: Mapping[int, State]) -> dict[int, State]:
    places = _places(path, header, ("stateabb", "ccode", "statenme"), "the list of states")
    found: dict[int, State] = {}
    for number, row in enumerate(rows, 2):
        if not row:
            continue
        if len(row) < len(header):
            raise OperationFailed(f"{path}: row {number} has {len(row)} cells, the first row has {len(header)}")
        code = _whole(path, number, "ccode", row[places["ccode"]])
        if code in known:
            # What the state-year table calls it stays a name where it is a usual abbreviation ("UK").
            own = known[code].label
            label, abbreviation = _decoded(row[places["statenme"]]), row[places["stateabb"]].strip()
            aliases = (own,) if own.isupper() and own not in (label, abbreviation) else ()
            found[code] = State(code, label, abbreviation, aliases)
    return found
