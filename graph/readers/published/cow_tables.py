"""Reading the tables of the Correlates of War IGO data.

The state-year table has a row for each state and year in which it is in the state system, and a column for each
organization: 1 full member, 2 associate, 3 observer, 0 none, -9 missing, -1 the organization does not exist.

Jon C. Pevehouse, Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison, "Tracking organizations in the
world: The Correlates of War IGO Version 3.0 datasets", Journal of Peace Research 57(3), 2020, 492–503.
"""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from ...errors import InvalidRequest, OperationFailed
from ...model.naming.forms import normal
from ..cells.mojibake import repaired
from ..table_options import TableOptions, map_option
from ..tables.tabular import Records, Table
from .cow_cells import CowTables, Organization, State
from .cow_columns import LETTERS, Unread, cow_table, of_bodies
from .cow_gaps import fill_between
from .cow_silence import keep_silence
from .near_tables import refuse_near
from .published_sets import published_of

__all__ = ["read_cow"]

# What the letters of cells say of an organization. An empty cell does not say that there was one.
_EXISTS = str.maketrans("0123mn?", "1111100")
_IS_OVER = str.maketrans("0123mn?", "0000010")
_IS_MISSING = str.maketrans("0123mn?", "0000100")
_HAS_MEMBER = str.maketrans("0123mn", "011100")
_CODE = ("ccode", "cowcode", "cow_code", "cown")
_NAMES = ("statenme", "statename", "state_name", "country_name", "country", "state")
_ABBREVIATION = ("stateabb", "cowc")


def read_cow(
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Callable[[int, int], object] = lambda done, size: None,
    options: TableOptions | None = None,
) -> CowTables:
    """Read the tables, in whatever format they come.

    Parameters: the state-year table, or the organization-year table, which says the same the other way round; the
    organization-year table, for full names and dates (without it, organizations are called by their acronyms); the list
    of states, for full names and abbreviations (without it, states are called as the table calls them); `progress`, told
    how many bytes of how many are read; `options`, what the user says of the first table.

    Raises OperationFailed where a table cannot be read; the message names file, row and column.
    """
    options, unread = options or TableOptions(), Unread()
    with cow_table(state_year, options, progress, wanted="state", unread=unread) as table:
        if "ioname" in table.header and not set(_CODE) & set(table.header):
            kept = list(table.records)
            tables = _organization_years(state_year, table, kept, options.mapping, unread)
            tables.organizations = _organizations(state_year, table.header, iter(kept), tables.repaired)
        else:
            tables = _state_years(state_year, table, options.mapping, unread)
    tables.unread = unread
    fill_between(tables.cells, tables.exists, tables.over)
    if organizations is not None:
        with cow_table(organizations, wanted="igo") as table:
            kept = list(table.records)
            tables.organizations = _organizations(organizations, table.header, iter(kept), tables.repaired)
            _exist_as_listed(tables, organizations, table.header, kept)
    if states is not None:
        with cow_table(states) as table:
            tables.states |= _states(states, table.header, table.records, tables.states)
    keep_silence(tables)
    return tables


def _places(path: Path, header: list[str], wanted: Iterable[str], what: str) -> dict[str, int]:
    """Where the wanted columns stand."""
    missing = [name for name in wanted if name not in header]
    if missing:
        refuse_near(str(path), header)
        other = published_of(header)
        raise OperationFailed(
            f"{path}: row 1: no column {missing[0]!r}; {what} has the columns {', '.join(wanted)};"
            f" {'this one' if other else 'a table with others'} is read by:"
            f" blocs import {other.name if other else 'csv'} {shlex.quote(str(path))}"
        )
    return {name: header.index(name) for name in wanted}


def _whole(path: Path, row: int, column: str, text: str) -> int:
    try:
        number = float(text.replace(",", "."))
        if number != int(number):
            raise ValueError
        return int(number)
    except (ValueError, OverflowError):
        raise OperationFailed(f"{path}: row {row}, column {column}: {text!r} is not a whole number") from None


def _wide_enough(path: Path, number: int, row: list[str], header: list[str]) -> None:
    if len(row) != len(header):
        raise OperationFailed(f"{path}: row {number} has {len(row)} cells, the first row has {len(header)}")


def _state_years(path: Path, table: Table, mapping: Mapping[str, str], unread: Unread) -> CowTables:
    header = table.header
    left_out = {name.strip().lower() for name, what in mapping.items() if what == "ignore"}
    named = ["" if name in left_out else name for name in header]
    code = next((name for name in _CODE if name in named), _CODE[0])
    if needed := next((name for name in (code, "year") if name in left_out and name in header), ""):
        raise InvalidRequest(
            f"{path}: column {needed!r} says which states or years the rows are of; it cannot be left out"
        )
    places = _places(path, header, (code, "year"), "the state-year table")
    code_at, year_at = places[code], places["year"]
    about = frozenset((*_CODE, "year", *_NAMES, *_ABBREVIATION))
    columns = of_bodies(path, table, about, mapping, unread.columns)
    unread.columns |= {name: "another code of the state" for name in _CODE if name in named and name != code}
    # The tables as published have these columns first: then the rest is one slice.
    first = columns[0] if columns and columns == list(range(columns[0], len(header))) else None
    tables = CowTables([header[at] for at in columns])
    _check_columns(path, tables.columns)
    tables.read_as = {code: "COW code of the member", "year": "year"}
    tables.read_as |= {name: "member" for name in _NAMES if name in named}
    tables.read_as |= {name: "abbreviation of the member" for name in _ABBREVIATION if name in named}
    tables.read_as |= dict.fromkeys(tables.columns, "a body")
    letter = LETTERS.__getitem__
    for number, row in table.records:
        _wide_enough(path, number, row, header)
        state, year = _whole(path, number, code, row[code_at]), _whole(path, number, "year", row[year_at])
        cells = row[first:] if first is not None else [row[at] for at in columns]
        try:
            letters = "".join(map(letter, cells))
        except KeyError as error:
            at = cells.index(error.args[0])
            raise OperationFailed(_no_code(path, number, tables.columns[at], cells[at])) from None
        years = tables.cells.setdefault(state, {})
        if year in years:
            raise OperationFailed(
                f"{path}: row {number}: state {state} has a second row for {year}; if each row is of one organization, the"
                f" table is read by: blocs import csv {shlex.quote(str(path))}"
            )
        tables.exists[year] = tables.exists.get(year, 0) | int(letters.translate(_EXISTS), 2)
        tables.over[year] = tables.over.get(year, 0) | int(letters.translate(_IS_OVER), 2)
        tables.coded[year] = tables.coded.get(year, 0) | int(letters.translate(_IS_MISSING), 2)
        years[year] = letters.replace("?", "m")
        tables.rows += 1
        if state not in tables.states:
            tables.states[state] = _named(state, named, row)
    if not tables.cells:
        raise OperationFailed(f"{path}: the table has no rows")
    return tables


def _no_code(path: Path, number: int, column: str, cell: str) -> str:
    return (
        f"{path}: row {number}, column {column}: {cell!r} is no membership code; codes are 0 1 2 3 -1 -9; if the column is"
        f" of no organization, leave it out with: {map_option(column, 'ignore')}"
    )


def _named(code: int, header: list[str], row: list[str]) -> State:
    """A state as its row calls it: by its fullest name."""
    written = [name for one in _NAMES if one in header and (name := row[header.index(one)].strip())]
    names = [_readable(name) for name in written]
    abbreviation = next((row[header.index(one)].strip() for one in _ABBREVIATION if one in header), "")
    label = names[0] if names else abbreviation or str(code)
    # A short name is a name of its own where it is a usual abbreviation ("UK").
    aliases = tuple(dict.fromkeys(name for name in names[1:] if name.isupper() and name not in (label, abbreviation)))
    return State(code, label, abbreviation, aliases, stands_in=not written or written[0].islower())


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
    "dead": "whether it ended",
}
"""The columns of the organization-year table that are read beside its states, and as what."""


def _organization_years(
    path: Path, table: Table, rows: list[tuple[int, list[str]]], mapping: Mapping[str, str], unread: Unread
) -> CowTables:
    """The organization-year table, turned: its states are columns, whose codes it does not give."""
    header = table.header
    places = _places(path, header, ("ioname", "year"), "the organization-year table")
    columns = of_bodies(path, table, _ABOUT, mapping, unread.columns)
    if not columns:
        raise OperationFailed(f"{path}: row 1: the table has no column of a state")
    names = list(dict.fromkeys(row[places["ioname"]].strip().lower() for _, row in rows))
    tables = CowTables(names, rows=len(rows))
    tables.read_as = {name: what for name, what in _OF_BODIES.items() if name in header}
    tables.read_as |= {header[at]: "a member" for at in columns}
    unread.columns |= {name: "" for name in header if name in _ABOUT - _OF_BODIES.keys()}
    place = {name: at for at, name in enumerate(names)}
    letters: dict[int, dict[int, list[str]]] = {}
    for number, row in rows:
        _wide_enough(path, number, row, header)
        year, at = _whole(path, number, "year", row[places["year"]]), place[row[places["ioname"]].strip().lower()]
        tables.exists[year] = tables.exists.get(year, 0) | 1 << (len(names) - 1 - at)
        for column in columns:
            try:
                letter = LETTERS[row[column]]
            except KeyError:
                raise OperationFailed(_no_code(path, number, header[column], row[column])) from None
            # Empty cells are those of states that are not in the system, as -1 is.
            if letter not in "n?":
                letters.setdefault(-1 - column, {}).setdefault(year, ["n"] * len(names))[at] = letter
    for code, years in letters.items():
        tables.cells[code] = {year: "".join(cells) for year, cells in years.items()}
        tables.states[code] = State(code, _readable(header[-1 - code]), stands_in=True)
    if not tables.cells:
        raise OperationFailed(f"{path}: the table has no rows")
    return tables


def _exist_as_listed(tables: CowTables, path: Path, header: list[str], rows: list[tuple[int, list[str]]]) -> None:
    """Have the organizations exist in the years of which the organization-year table has a row, and in no other.

    The state-year table has cells of some organizations in years before they began, all of them missing. A table that
    has fewer years of an organization than have members in the other is no list of its years, and is not followed.
    """
    places = _places(path, header, ("ioname", "year"), "the organization-year table")
    listed: dict[str, set[int]] = {}
    for number, row in rows:
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


def _organizations(path: Path, header: list[str], rows: Records, broken: dict[str, str]) -> dict[str, Organization]:
    places = _places(path, header, ("ioname", "year"), "the organization-year table")
    found: dict[str, tuple[int, list[str], dict[str, None]]] = {}
    long_at = [header.index(name) for name in ("longorgname", "orgname") if name in header]
    for number, row in rows:
        _wide_enough(path, number, row, header)
        year = _whole(path, number, "year", row[places["year"]])
        key = row[places["ioname"]].strip().lower()
        latest, _, known = found.get(key, (year - 1, row, {}))
        known |= dict.fromkeys(_decoded(row[at], broken) for at in long_at)
        # The names and dates of the latest year are the ones that the organization has.
        found[key] = (year, row, known) if year > latest else (latest, found[key][1], known)
    described = {}
    for key, (latest, row, known) in found.items():
        acronym = row[places["ioname"]].strip()
        label = next((name for name in (_decoded(row[at], broken) for at in long_at) if name), acronym)
        label = label.removesuffix(f"({acronym})").rstrip()
        cells = {name: row[header.index(name)] for name in ("sdate", "deaddate", "dead") if name in header}
        began, ended = (_year(cells.get(name, "")) for name in ("sdate", "deaddate"))
        if ended is None and LETTERS.get(cells.get("dead", "")) == "1":  # it ended, and its rows do
            ended = latest
        aliases = tuple(name for name in known if name and normal(name) not in (normal(label), normal(acronym)))
        aliases = tuple(name for name in aliases if name.removesuffix(f"({acronym})").rstrip() != label)
        described[key] = Organization(acronym, label, aliases, began, ended)
    return described


def _decoded(text: str, broken: dict[str, str] | None = None) -> str:
    """A name with its letters put right where an encoding broke them; what was broken is noted."""
    plain = " ".join(text.split())
    if plain.isascii():
        return plain
    better = repaired(text, macintosh=True)
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


def _states(path: Path, header: list[str], rows: Records, known: Mapping[int, State]) -> dict[int, State]:
    places = _places(path, header, ("stateabb", "ccode", "statenme"), "the list of states")
    found: dict[int, State] = {}
    for number, row in rows:
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
