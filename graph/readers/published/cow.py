"""The Correlates of War IGO data in the graph model: from a cell for each state, year and organization to spans.

`cow_tables` reads the tables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ...amounts import counted, shortened
from ...errors import InvalidRequest
from ...model.known.authority import authority
from ...model.naming.names import normal
from ...model.roles import FULL, ROLE_IRIS, ROLES, role_named
from ...model.runs import runs
from ...rdf import ntriples as nt
from ...rdf.terms import BASE, PREFIXES
from ..membership_triples import Told
from ..names.ids import Ids
from ..report import Report
from .cow_cells import CowTables, Organization, State
from .cow_gaps import CODED_EVERY, gaps_of, years_of
from .cow_silence import Lifetime, lifetimes
from .cow_states import listed_states

__all__ = ["CITATIONS", "FAULTS", "SOURCE", "Stretch", "cow_report", "cow_triples", "runs", "stretches"]

SOURCE = "cow-igo"
"""The id of the dataset in a graph."""


CITATIONS = (
    "Pevehouse, Jon C., Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison (2020): Tracking Organizations in"
    " the World: The Correlates of War IGO Version 3.0 datasets. Journal of Peace Research 57(3), 492–503.",
    "Correlates of War Project (2017): State System Membership List, v2016. https://correlatesofwar.org",
)
"""What to cite for the data."""

FAULTS = (
    "Until 1965 memberships were coded every five years only; the years between are filled in, so that dates of joining"
    " and leaving before 1965 may be up to five years off.",
    "The data end with {}; what held then has no end.",
    "The table says nothing of {}; memberships were not filled in there, and whether they held then is not known.",
)
"""What is wrong with the data by their own documentation."""

# The role of each letter of `CowTables.cells`; those that are missing have no role, and a span of their own.
_MISSING = "missing"
_ROLES = {code: role for code in "123" if (role := role_named(code)) in ROLES} | {"m": _MISSING}


@dataclass(frozen=True)
class Stretch:
    """Consecutive years, both included, in which a cell keeps its meaning: a role, or `missing`."""

    state: int
    column: int
    role: str
    start: int
    end: int


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


def cow_triples(
    tables: CowTables,
    label: str = "Correlates of War: intergovernmental organizations",
    *,
    reconcile: bool = True,
    same: Mapping[str, str] | None = None,
    told: Told = lambda member, body, role, start, end: None,
) -> Iterator[str]:
    """The tables in the graph model, as N-Triples.

    States have the ids of the list of states, or with `reconcile` False those of what the tables call them; `same` says
    of a name, abbreviation or code which id its state has, or "" for one of its own.

    Each span is an `org:Membership`, missing data are `blocs:MissingMembership` nodes, each run of years of a
    state a `blocs:Spell`, each run of years of an organization a `blocs:Existence`. What still holds in the last
    year of the table is left open: nobody knows there when it ended. `told` is told each membership.
    """
    ids = Ids(by_kind=True)
    listed = {code: joined.id for code, joined in listed_states(tables).items()} if reconcile else {}
    listed |= _told(tables, same or {})
    states = {code: listed.get(code) or ids.give(tables.states[code].label, "state") for code in sorted(tables.cells)}
    described = [tables.organizations.get(name) or Organization(name.upper(), "") for name in tables.columns]
    bodies = [ids.give(one.acronym, "body") for one in described]
    yield _dataset(tables, label)
    labels: dict[str, str] = {}
    for code, state_id in states.items():
        state = _as_listed(tables.states[code], state_id)
        if (label := labels.setdefault(state_id, state.label)) != state.label:  # the user says that they are one
            state = replace(state, label=label, aliases=(*state.aliases, state.label))
        # What a table lacks before its first row of a state may be from before it was one.
        years = [year for year in tables.cells[code] if year >= tables.since.get(code, 0)]
        yield _state(state, state_id, years, tables.last)
    lasted = lifetimes(tables)
    for at, one in enumerate(described):
        yield _body(one, bodies[at], lasted[at], tables)
    missing: list[Stretch] = []
    known = (one for one in stretches(tables) if one.role != _MISSING or missing.append(one))  # type: ignore[func-returns-value]
    yield from _memberships(known, states, bodies, tables.last, told)
    yield from _missing(missing, states, bodies, tables)


def _as_listed(state: State, state_id: str) -> State:
    """A state by the list's name, if the list has it and the table has no better one than "Usa"."""
    if not (state.stands_in and state_id in authority()) or state.label == (label := authority()[state_id].label):
        return state
    return replace(state, label=label, aliases=(*state.aliases, state.label))


def _told(tables: CowTables, same: Mapping[str, str]) -> dict[int, str]:
    """The ids of the states of which the user says who they are.

    Raises InvalidRequest if a name is of none of them.
    """
    found: dict[int, str] = {}
    called = {
        code: {normal(name) for name in (str(code), one.label, one.abbreviation, *one.aliases)}
        for code, one in tables.states.items()
        if code in tables.cells
    }
    for name, state_id in same.items():
        codes = [code for code, names in called.items() if normal(name) in names]
        if not codes:
            raise InvalidRequest(f"the table has no state called {name!r}, so --same says nothing of it")
        found |= dict.fromkeys(codes, state_id)
    return found


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
        ("blocs:observedFrom", nt.date(f"{tables.first:04}")),
        *([("blocs:complete", nt.literal("true", "boolean"))] if _is_whole(tables) else []),
        *(("dcterms:bibliographicCitation", nt.text(each)) for each in CITATIONS),
        *(("skos:note", nt.text(each)) for each in _faults(tables)),
    ]
    return nt.line(nt.entity(SOURCE), pairs)


def _faults(tables: CowTables) -> list[str]:
    """What is wrong with these years of the data."""
    until_1965, ending, empty = FAULTS
    step, until = CODED_EVERY
    between = any(year < until and year % step for year in tables.exists)  # a table of 1950 and 1960 has none
    gaps = gaps_of(tables.exists)
    return [until_1965] * between + [ending.format(tables.last)] + [empty.format(gaps)] * bool(gaps) + _silence(tables)


def _is_whole(tables: CowTables) -> bool:
    """Whether the table says of each state and organization in each year whether the one is in the other."""
    return not (gaps_of(tables.exists) or tables.silent_bodies or tables.silent_states)


def _silence(tables: CowTables) -> list[str]:
    """Of which years the table says nothing of some organizations or states, though it does of others."""
    found = []
    bodies = {_called(tables, name): years for name, years in tables.silent_bodies.items()}
    states = {tables.states[code].label: years for code, years in tables.silent_states.items()}
    for silent in (bodies, states):
        if silent:
            shown = shortened((f"{name} in {years_of(years)}" for name, years in silent.items()), 5)
            found.append(FAULTS[2].format(shown))
    return found


def _called(tables: CowTables, column: str) -> str:
    one = tables.organizations.get(column)
    return one.acronym if one else column.upper()


def _span(start: int, end: int, last: int) -> list[tuple[str, str]]:
    return _dates(start, end if end < last else None)


def _dates(start: int | None, end: int | None) -> list[tuple[str, str]]:
    edges = (("schema:startDate", start), ("schema:endDate", end))
    return [(edge, nt.date(f"{year:04}")) for edge, year in edges if year is not None]


def _named(kind: str, label: str, aliases: Iterable[str]) -> list[tuple[str, str]]:
    pairs = [("rdf:type", nt.names(kind)), ("skos:prefLabel", nt.text(label))]
    return [*pairs, *(("skos:altLabel", nt.text(name)) for name in aliases), _STATED, _SOURCE]


def _state(state: State, state_id: str, years: Iterable[int], last: int) -> str:
    term = nt.entity(state_id)
    pairs = _named("schema:Country", state.label, state.aliases)
    if state.code > 0:  # the organization-year table has no codes
        pairs.append(("blocs:cowCode", nt.text(str(state.code))))
    if state.abbreviation:
        pairs.append(("blocs:cowAbbreviation", nt.text(state.abbreviation)))
    lines = nt.line(term, pairs)
    for start, end in runs(years):
        spell = [("rdf:type", nt.names("blocs:Spell")), ("blocs:state", term), *_span(start, end, last)]
        lines += nt.line(nt.fact(f"{SOURCE}_{state_id}_{start}"), [*spell, _STATED, _SOURCE])
    return lines


def _body(one: Organization, body_id: str, lasted: list[Lifetime], tables: CowTables) -> str:
    term = nt.entity(body_id)
    pairs = _named("org:Organization", one.label or one.acronym, one.aliases)
    pairs.append(("blocs:abbreviation", nt.text(one.acronym)))
    begun, ended = (lasted[0][0], lasted[-1][1]) if lasted else (None, None)
    founded = one.founded or begun
    # What has members in later years has not ended, whatever date is given (ACCT, by the table of organizations).
    given = one.dissolved if one.dissolved and (not lasted or (ended or tables.last) <= one.dissolved) else None
    dissolved = given or ended
    if founded:
        pairs.append(("schema:foundingDate", nt.date(str(founded))))
    if dissolved:
        pairs.append(("schema:dissolutionDate", nt.date(str(dissolved))))
    lines = nt.line(term, pairs)
    for start, end in lasted:
        spell = [("rdf:type", nt.names("blocs:Existence")), ("blocs:body", term), *_dates(start, end)]
        lines += nt.line(
            nt.fact("_".join((SOURCE, body_id, *([str(start)] if start else [])))), [*spell, _STATED, _SOURCE]
        )
    return lines


def _memberships(
    stretches: Iterable[Stretch], states: Mapping[int, str], bodies: list[str], last: int, told: Told
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
        told(base + state, base + body, one.role, start, f"{one.end:04}" if one.end < last else "")
        given = {"fact": f"{prefix}_{state}_{body}_{start}", "state": state, "body": body, "s": start}
        lines = head % given
        if one.role != FULL:
            lines += f"<{given['fact']}> {nt.names('org:role')} {nt.iri(ROLE_IRIS[one.role])} .\n"
        if one.end < last:
            lines += end % {**given, "e": f"{one.end:04}"}
        elif one.role == FULL:
            lines += now % given
        yield lines


def _missing(
    stretches: Iterable[Stretch], states: Mapping[int, str], bodies: list[str], tables: CowTables
) -> Iterator[str]:
    """What is missing: one node for a body and span, with all the states for which its data are missing then."""
    grouped: dict[tuple[int, int | None, int], list[int]] = {}
    unseen = set(tables.unseen)
    for one in stretches:
        start = None if (one.state, one.column) in unseen else one.start
        unseen.discard((one.state, one.column))  # the first span of the two
        grouped.setdefault((one.column, start, one.end), []).append(one.state)
    for (column, start, end), codes in grouped.items():
        pairs = [
            ("rdf:type", nt.names("blocs:MissingMembership")),
            ("org:organization", nt.entity(bodies[column])),
            *(("org:member", nt.entity(states[code])) for code in codes),
            *_dates(start, end if end < tables.last else None),
            _SOURCE,
        ]
        since = "" if start is None else f"{start}_"
        yield nt.line(nt.fact(f"{SOURCE}_missing_{bodies[column]}_{since}{end}"), pairs)


def _without_rows(tables: CowTables, stretch: Stretch) -> bool:
    """Whether the table has no row or cell of what is missing, so that it is no code of missing data."""
    silent = {
        *tables.silent_states.get(stretch.state, ()),
        *tables.silent_bodies.get(tables.columns[stretch.column], ()),
    }
    return all(year in silent for year in range(stretch.start, stretch.end + 1))


def cow_report(
    table: str, tables: CowTables, *, reconcile: bool = True, same: Mapping[str, str] | None = None
) -> Report:
    """What was read of the tables.

    Parameters
    ----------
    table : str
        The file that says who was in what.
    tables : CowTables
        What it says.
    reconcile : bool
        Whether its states are joined to the list of states.
    same : mapping of str to str, optional
        The ids of states by their names, as the user says.

    Returns
    -------
    Report
    """
    report = Report(table, cite=CITATIONS[0], as_of=str(tables.last), warnings=_faults(tables))
    written = tables.unread.written
    report.read_as = {written.get(name, name): what for name, what in tables.read_as.items()}
    report.unread = {written.get(name, name): why for name, why in tables.unread.columns.items()}
    report.rows = tables.rows
    for one in stretches(tables):
        report.memberships += one.role != _MISSING
        report.missing += one.role == _MISSING and not _without_rows(tables, one)
    report.notes.append(
        f"{counted(len(tables.cells), 'state')} and {counted(len(tables.columns), 'organization')},"
        f" {tables.first}–{tables.last}"
    )
    report.notes += tables.unread.notes
    if tables.repaired:
        shown = shortened((f"{old!r} to {new!r}" for old, new in tables.repaired.items()), 2)
        report.notes.append(f"broken letters were put right in {counted(len(tables.repaired), 'name')}: {shown}")
    if reconcile:
        joined = listed_states(tables)
        missing = [tables.states[code].label for code, each in joined.items() if not each.id]
        report.joined.append(
            f"{len(joined) - len(missing):,} of {counted(len(joined), 'state')} are in the list of states"
            + (f"; not joined: {shortened(missing)}" if missing else "")
        )
    if told := _told(tables, same or {}):
        shown = shortened((f"{tables.states[code].label}: {told[code] or 'apart'}" for code in told), 6)
        report.joined.append(f"as asked, {shown}")
    if min(tables.cells) < 0:
        report.warnings.append(
            "the organization-year table has no codes of states; they were found in the list of states by the names of its columns"
        )
    return report
