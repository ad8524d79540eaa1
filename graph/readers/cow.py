"""The tables of the Correlates of War IGO data: from a cell for each state, year and organization to spans.

The state-year table has a row for each state and year in which it is in the state system, and a column for each
organization: 1 full member, 2 associate, 3 observer, 0 none, -9 missing, -1 the organization does not exist.

Jon C. Pevehouse, Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison, "Tracking organizations in the
world: The Correlates of War IGO Version 3.0 datasets", Journal of Peace Research 57(3), 2020, 492–503.
"""

from __future__ import annotations

import csv
import gzip
import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from ..errors import OperationFailed
from ..model.names import normal
from ..rdf import ntriples as nt
from ..rdf.terms import BASE, PREFIXES
from .ids import Ids

__all__ = ["CowTables", "Organization", "State", "Stretch", "cow_triples", "read_cow", "stretches"]

SOURCE = "cow-igo"
"""The id of the dataset in a graph."""

# One letter for each code of a cell, so that a year of a state is a short text.
_CELLS = {"1": "1", "2": "2", "3": "3", "0": "0", "-9": "m", "-1": "n"}
_CELLS |= {f"{code}.0": letter for code, letter in _CELLS.items()}
_ROLES = {"1": "full", "2": "associate", "3": "observer", "m": "missing"}
_EXISTS = str.maketrans("0123mn", "111110")


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


@dataclass(frozen=True)
class Stretch:
    """Consecutive years, both included, in which a cell keeps its meaning: a role, or `missing`."""

    state: int
    column: int
    role: str
    start: int
    end: int


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

    Parameters: the state-year table; the organization-year table, for full names and dates (without it,
    organizations are called by their acronyms); the list of states, for full names and abbreviations (without
    it, states are called as the table calls them); `progress`, told how many bytes of how many are read.

    Raises OperationFailed where a table cannot be read; the message names file, row and column.
    """
    with _table(state_year, progress) as (header, rows):
        tables = _state_years(state_year, header, rows)
    if organizations is not None:
        with _table(organizations) as (header, rows):
            tables.organizations = _organizations(organizations, header, rows)
    if states is not None:
        with _table(states) as (header, rows):
            tables.states |= _states(states, header, rows, tables.states)
    return tables


@contextmanager
def _table(
    path: Path, progress: Callable[[int, int], None] = lambda done, size: None
) -> Iterator[tuple[list[str], Iterator[list[str]]]]:
    """The header and the rows of a table."""
    try:
        with path.open("rb") as raw:
            packed = raw.peek(2)[:2] == b"\x1f\x8b"
            size = path.stat().st_size
            binary: IO[bytes] = gzip.GzipFile(fileobj=raw) if packed else raw  # type: ignore[assignment]
            # Some releases write accented names in Latin-1; what is not UTF-8 is read as that.
            stream = io.TextIOWrapper(binary, "utf-8-sig", errors="surrogateescape", newline="")
            reader = csv.reader(stream)
            header = [name.strip().lower() for name in next(reader, [])]
            yield header, _watched(reader, lambda: progress(raw.tell(), size))
    except FileNotFoundError:
        raise OperationFailed(f"{path}: no such file") from None
    except (EOFError, zlib.error):
        raise OperationFailed(f"{path}: the gzip file is damaged or cut short; download it again") from None
    except csv.Error as error:
        raise OperationFailed(f"{path}: not a CSV table: {error}") from None
    except OSError as error:
        raise OperationFailed(f"{path}: {error.strerror or error}") from None


def _watched(rows: Iterable[list[str]], tell: Callable[[], None]) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number % 500 == 0:
            tell()
        yield row
    tell()


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
    others = [at for at in range(len(header)) if at not in (code_at, year_at, name_at)]
    # The tables as published have these columns first: then the rest is one slice.
    first = others[0] if others and others == list(range(others[0], len(header))) else None
    tables = CowTables([header[at] for at in others])
    _check_columns(path, tables.columns)
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
        tables.exists[year] = tables.exists.get(year, 0) | int(letters.translate(_EXISTS), 2)
        if code not in tables.states:
            tables.states[code] = State(code, _readable(row[name_at]))
    if not tables.cells:
        raise OperationFailed(f"{path}: the table has no rows")
    return tables


def _check_columns(path: Path, columns: list[str]) -> None:
    if "ioname" in columns or "longorgname" in columns:
        raise OperationFailed(f"{path}: this is the organization-year table; give it with --organizations")
    if not columns or len(set(columns)) < len(columns):
        twice = next((name for name in columns if columns.count(name) > 1), "")
        problem = f"has the column {twice!r} twice" if twice else "has no column of an organization"
        raise OperationFailed(f"{path}: row 1: the table {problem}")


def _readable(name: str) -> str:
    """A state's name as the table has it, for want of a better one: "usa" is USA, "armenia" is Armenia."""
    name = name.strip()
    if not name.islower():
        return name
    return name.upper() if len(name) <= 3 else name.title()


def _organizations(path: Path, header: list[str], rows: Iterator[list[str]]) -> dict[str, Organization]:
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
        known |= dict.fromkeys(_decoded(row[at]) for at in long_at)
        # The names and dates of the latest year are the ones that the organization has.
        found[key] = (year, row, known) if year > latest else (latest, found[key][1], known)
    described = {}
    for key, (_, row, known) in found.items():
        acronym = row[places["ioname"]].strip()
        label = next((name for name in (_decoded(row[at]) for at in long_at) if name), acronym)
        label = label.removesuffix(f"({acronym})").rstrip()
        years = [_year(row[header.index(name)]) if name in header else None for name in ("sdate", "deaddate")]
        aliases = tuple(name for name in known if name and normal(name) not in (normal(label), normal(acronym)))
        aliases = tuple(name for name in aliases if name.removesuffix(f"({acronym})").rstrip() != label)
        described[key] = Organization(acronym, label, aliases, *years)
    return described


def _decoded(text: str) -> str:
    text = text.encode("utf-8", "surrogateescape").decode("latin-1") if re.search("[\udc80-\udcff]", text) else text
    return " ".join(text.split())


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


def stretches(tables: CowTables) -> Iterator[Stretch]:
    """The spans of membership, and those for which the data are missing, state by state.

    A span ends where the cell changes, where the state has no row for the next year, or with the table.
    """
    for code in sorted(tables.cells):
        years = tables.cells[code]
        since: dict[int, int] = {}
        before, last = "", -1
        for year in sorted(years):
            now = years[year]
            if year != last + 1:
                yield from _ended(code, before, since, last, list(since))
                before = "n" * len(now)
            if now != before:
                changed = [at for at, (a, b) in enumerate(zip(before, now, strict=True)) if a != b]
                yield from _ended(code, before, since, last, [at for at in changed if at in since])
                since |= {at: year for at in changed if now[at] in _ROLES}
            before, last = now, year
        yield from _ended(code, before, since, last, list(since))


def _ended(code: int, cells: str, since: dict[int, int], last: int, columns: list[int]) -> Iterator[Stretch]:
    for at in columns:
        yield Stretch(code, at, _ROLES[cells[at]], since.pop(at), last)


def runs(years: Iterable[int]) -> list[tuple[int, int]]:
    """Years as runs of consecutive ones, both ends included.

    >>> runs([1816, 1817, 1820])
    [(1816, 1817), (1820, 1820)]
    """
    found: list[tuple[int, int]] = []
    for year in sorted(years):
        if found and found[-1][1] == year - 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def cow_triples(tables: CowTables, label: str = "Correlates of War: intergovernmental organizations") -> Iterator[str]:
    """The tables in the graph model, as N-Triples.

    Each span is an `org:Membership`, missing data are `blocs:MissingMembership` nodes, each run of years of a
    state a `blocs:Spell`, each run of years of an organization a `blocs:Existence`. What still holds in the last
    year of the table is left open: nobody knows there when it ended.
    """
    ids = Ids()
    states = {code: ids.give(tables.states[code].label, "state") for code in sorted(tables.cells)}
    described = [tables.organizations.get(name) or Organization(name.upper(), "") for name in tables.columns]
    bodies = [ids.give(one.acronym, "body") for one in described]
    yield _dataset(tables, label)
    for code, state_id in states.items():
        yield _state(tables.states[code], state_id, tables.cells[code], tables.last)
    lasted = _existence(tables)
    for at, one in enumerate(described):
        yield _body(one, bodies[at], lasted[at], tables.last)
    missing: list[Stretch] = []
    known = (one for one in stretches(tables) if one.role != "missing" or missing.append(one))  # type: ignore[func-returns-value]
    yield from _memberships(known, states, bodies, tables.last)
    yield from _missing(missing, states, bodies, tables.last)


_SOURCE = ("dcterms:source", nt.entity(SOURCE))
_STATED = ("blocs:basis", nt.names("blocs:stated"))


def _dataset(tables: CowTables, label: str) -> str:
    definition = (
        f"Who was in which organization, year by year from {tables.first} to {tables.last}. Spans that reach"
        f" {tables.last} are left open, since the table ends there. Years whose data are missing are kept as missing."
    )
    pairs = [
        ("rdf:type", nt.names("schema:Dataset")),
        ("skos:prefLabel", nt.text(f"{label}, {tables.first}–{tables.last}")),
        ("skos:definition", nt.text(definition)),
        ("blocs:asOf", nt.date(str(tables.last))),
    ]
    return nt.line(nt.entity(SOURCE), pairs)


def _span(start: int, end: int, last: int) -> list[tuple[str, str]]:
    dates = [("schema:startDate", nt.date(f"{start:04}"))]
    return dates if end >= last else [*dates, ("schema:endDate", nt.date(f"{end:04}"))]


def _named(kind: str, label: str, aliases: Iterable[str]) -> list[tuple[str, str]]:
    pairs = [("rdf:type", nt.names(kind)), ("skos:prefLabel", nt.text(label))]
    return [*pairs, *(("skos:altLabel", nt.text(name)) for name in aliases), _STATED, _SOURCE]


def _state(state: State, state_id: str, years: Iterable[int], last: int) -> str:
    term = nt.entity(state_id)
    pairs = _named("schema:Country", state.label, state.aliases)
    pairs.append(("blocs:cowCode", nt.text(str(state.code))))
    if state.abbreviation:
        pairs.append(("blocs:cowAbbreviation", nt.text(state.abbreviation)))
    lines = nt.line(term, pairs)
    for start, end in runs(years):
        spell = [("rdf:type", nt.names("blocs:Spell")), ("blocs:state", term), *_span(start, end, last)]
        lines += nt.line(nt.fact(f"{SOURCE}_{state_id}_{start}"), [*spell, _STATED, _SOURCE])
    return lines


def _existence(tables: CowTables) -> list[list[tuple[int, int]]]:
    """The runs of years in which each column exists."""
    width = len(tables.columns)
    bits = {year: f"{exists:0{width}b}" for year, exists in sorted(tables.exists.items())}
    return [runs(year for year, text in bits.items() if text[at] == "1") for at in range(width)]


def _body(one: Organization, body_id: str, lasted: list[tuple[int, int]], last: int) -> str:
    term = nt.entity(body_id)
    pairs = _named("org:Organization", one.label or one.acronym, one.aliases)
    pairs.append(("blocs:abbreviation", nt.text(one.acronym)))
    founded = one.founded or (lasted[0][0] if lasted else None)
    dissolved = one.dissolved or (lasted[-1][1] if lasted and lasted[-1][1] < last else None)
    if founded:
        pairs.append(("schema:foundingDate", nt.date(str(founded))))
    if dissolved:
        pairs.append(("schema:dissolutionDate", nt.date(str(dissolved))))
    lines = nt.line(term, pairs)
    for start, end in lasted:
        spell = [("rdf:type", nt.names("blocs:Existence")), ("blocs:body", term), *_span(start, end, last)]
        lines += nt.line(nt.fact(f"{SOURCE}_{body_id}_{start}"), [*spell, _STATED, _SOURCE])
    return lines


def _memberships(
    stretches: Iterable[Stretch], states: Mapping[int, str], bodies: list[str], last: int
) -> Iterator[str]:
    """Memberships, one node each; written as one text, since these are most of the lines."""
    prefix, base = PREFIXES["fact"] + SOURCE, BASE
    head = (
        f"<%(fact)s> {nt.names('rdf:type')} {nt.names('org:Membership')} .\n"
        f"<%(fact)s> {nt.names('org:member')} <{base}%(state)s> .\n"
        f"<%(fact)s> {nt.names('org:organization')} <{base}%(body)s> .\n"
        f"<%(fact)s> {nt.names('schema:startDate')} {nt.literal('%(s)s', 'gYear')} .\n"
        f"<%(fact)s> {nt.names(_STATED[0])} {_STATED[1]} .\n"
        f"<%(fact)s> {nt.names(_SOURCE[0])} {_SOURCE[1]} .\n"
    )
    end = f"<%(fact)s> {nt.names('schema:endDate')} {nt.literal('%(e)s', 'gYear')} .\n"
    now = f"<{base}%(state)s> {nt.names('org:memberOf')} <{base}%(body)s> .\n"
    for one in stretches:
        state, body = states[one.state], bodies[one.column]
        start = f"{one.start:04}"
        given = {"fact": f"{prefix}_{state}_{body}_{start}", "state": state, "body": body, "s": start}
        lines = head % given
        if one.role != "full":
            lines += f"<{given['fact']}> {nt.names('org:role')} {nt.ROLES_IRI[one.role]} .\n"
        if one.end < last:
            lines += end % {**given, "e": f"{one.end:04}"}
        elif one.role == "full":
            lines += now % given
        yield lines


def _missing(stretches: Iterable[Stretch], states: Mapping[int, str], bodies: list[str], last: int) -> Iterator[str]:
    """What is missing: one node for a body and span, with all the states for which its data are missing then."""
    grouped: dict[tuple[int, int, int], list[int]] = {}
    for one in stretches:
        grouped.setdefault((one.column, one.start, one.end), []).append(one.state)
    for (column, start, end), codes in grouped.items():
        pairs = [
            ("rdf:type", nt.names("blocs:MissingMembership")),
            ("org:organization", nt.entity(bodies[column])),
            *(("org:member", nt.entity(states[code])) for code in codes),
            *_span(start, end, last),
            _SOURCE,
        ]
        yield nt.line(nt.fact(f"{SOURCE}_missing_{bodies[column]}_{start}_{end}"), pairs)
