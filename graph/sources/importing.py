"""Imports: a user's tables and RDF files into a store, as one source each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.dates import today
from ..rdf.source import StoredSource
from ..rdf.terms import slug
from .store import Manifest, add_source

if TYPE_CHECKING:
    from ..readers.membership_rows import TableOptions
    from ..readers.report import Report

__all__ = ["Checked", "Progress", "check_csv", "import_cow", "import_csv", "import_rdf"]

Progress = Callable[[str, int, int], None]
"""Is told what is going on, and how many bytes of how many are done (0 of 0 where that cannot be told)."""


def _silent(doing: str, done: int, size: int) -> None:
    pass


def _write_all(lines: Iterable[str], out: IO[bytes]) -> None:
    chunk: list[str] = []
    for line in lines:
        chunk.append(line)
        if len(chunk) >= 2000:
            out.write("".join(chunk).encode())
            chunk.clear()
    out.write("".join(chunk).encode())


def import_cow(
    store: Path,
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Progress = _silent,
) -> Manifest:
    """Import the Correlates of War IGO tables into a store; see `cow.cow_triples` for what becomes of them.

    Parameters: the store's folder; the state-year table; the organization-year table and the list of states,
    which give full names; `progress`. Returns what the store then has.

    Raises OperationFailed where a table or the store cannot be read or written; the store is then as it was.
    """
    from ..readers.cow import SOURCE, cow_report, cow_triples
    from ..readers.cow_tables import read_cow

    tables = read_cow(state_year, organizations, states, lambda done, size: progress("reading", done, size))
    label = f"Correlates of War: intergovernmental organizations, {tables.first}–{tables.last}"
    files = [str(path.name) for path in (state_year, organizations, states) if path is not None]
    source = StoredSource(SOURCE, "cow-igo", label, files, str(tables.last), today())
    report = cow_report(str(state_year), tables).as_dict()
    return add_source(store, replace(source, report=report), lambda out: _write_all(cow_triples(tables), out), progress)


@dataclass(frozen=True)
class Checked:
    """What a table has: its rows, how many different memberships, members and bodies they name, and what was read.

    Parameters
    ----------
    rows, memberships, members, bodies : int
        How many there are.
    report : Report
        Which columns were read and which were not, and what was decided.
    """

    rows: int
    memberships: int
    members: int
    bodies: int
    report: Report


def check_csv(
    table: Path,
    mapping: Mapping[str, str] | None = None,
    progress: Progress = _silent,
    *,
    options: TableOptions | None = None,
    kind: str = "csv",
) -> Checked:
    """Check every row of a table of memberships, and write nothing.

    Parameters and errors: as for `import_csv`.
    """
    from ..readers.ids import Ids
    from ..readers.table import TableFile

    ids = Ids()
    read = TableFile(table, _options(options, mapping), kind=kind)
    memberships: set[tuple[str, str, str, str, str]] = set()
    members: set[str] = set()
    bodies: set[str] = set()
    for row in read.rows(lambda done, size: progress("checking", done, size)):
        member, body = ids.give(row.member, "state"), ids.give(row.organization, "state")
        members.add(member)
        bodies.add(body)
        if row.holds == "yes":
            memberships.add((member, body, row.role, row.start, row.end))
    return Checked(read.report.rows, len(memberships), len(members), len(bodies), read.report)


def import_csv(
    store: Path,
    table: Path,
    mapping: Mapping[str, str] | None = None,
    as_of: str | None = None,
    label: str = "",
    progress: Progress = _silent,
    *,
    options: TableOptions | None = None,
    kind: str = "csv",
) -> Manifest:
    """Import a table of memberships into a store; see `readers.table` for what is read.

    Parameters
    ----------
    store : Path
        The store's folder.
    table : Path
        The table, of whatever format; "-" for standard input.
    mapping : mapping of str to str, optional
        Columns and the fields of the model that they are, if they are not guessed.
    as_of : str, optional
        The table's own date. Default: the last year of a panel, the end of a published data set, or today.
    label : str
        What to call the source. Default: the file's name, or the data set's.
    progress : Progress
        Is told how far it has come.
    options : TableOptions, optional
        What else the user says of the table.
    kind : str
        "csv" for a table of one's own, or the name of a published data set (`readers.published.PUBLISHED`).

    Returns
    -------
    Manifest
        What the store then has; the source's `report` says what was read of the table.

    Raises
    ------
    OperationFailed
        If the table or the store cannot be read or written, or rows are wrong: with row and column. Nothing is changed.
    InvalidRequest
        If it is not clear how the table is to be read; the message says what to do.
    """
    from ..readers.table import TableFile

    read = TableFile(table, _options(options, mapping), kind=kind, as_of=as_of or "", label=label)
    lines = read.triples(lambda done, size: progress("reading", done, size))
    first = next(lines, "")  # what the table is, and of what date, is known with its first row
    name = read.dataset.label
    published = read.dataset.id
    source = StoredSource(published or _source_id(table), published or "csv", name, [table.name], read.date(), today())
    return add_source(
        store,
        source,
        lambda out: _write_all(chain([first], lines), out),
        progress,
        lambda one: replace(one, report=read.report.as_dict()),
    )


def _options(options: TableOptions | None, mapping: Mapping[str, str] | None) -> TableOptions:
    from ..readers.membership_rows import TableOptions

    options = options or TableOptions()
    return replace(options, mapping={**options.mapping, **mapping}) if mapping else options


def import_rdf(
    store: Path, files: Sequence[Path], label: str = "", as_of: str | None = None, progress: Progress = _silent
) -> Manifest:
    """Import RDF files into a store as one source; named graphs stay named.

    Raises OperationFailed where a file is not what its ending says, InvalidRequest where an ending is not known.
    """
    from pyoxigraph import RdfFormat, serialize

    from .files import read_quads

    if not files:
        raise InvalidRequest("no file was named; for example: blocs import rdf my.ttl --store my-store")
    source = StoredSource(
        _source_id(files[0]), "rdf", label or files[0].name, [path.name for path in files], as_of or "", today()
    )

    def write(out: IO[bytes]) -> None:
        serialize(read_quads(files), out, RdfFormat.N_QUADS)

    return add_source(store, source, write, progress)


def _source_id(path: Path) -> str:
    stem = re.sub(r"(\.gz)$", "", path.name).rpartition(".")[0] or path.name
    return slug(stem) or "source"
