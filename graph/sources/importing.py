"""Imports: a user's tables and RDF files into a store, as one source each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from ..errors import InvalidRequest
from ..model.dates import parse_date, today
from ..model.name_forms import slug
from ..rdf.source import StoredSource
from .store import Manifest, add_source

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
    *,
    replace: bool = False,
) -> Manifest:
    """Import the Correlates of War IGO tables into a store; see `cow.cow_triples` for what becomes of them.

    Parameters
    ----------
    store : Path
        The store's folder.
    state_year : Path
        The state-year table. The same table again replaces what it brought.
    organizations, states : Path, optional
        The organization-year table and the list of states, which give full names.
    progress : Progress
        Told what is going on.
    replace : bool
        Whether the tables of another release are replaced.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If a table or the store cannot be read or written; nothing is changed then.
    InvalidRequest
        If the store has the tables from another file, without `replace`.
    """
    from ..readers.cow import SOURCE, cow_triples
    from ..readers.cow_tables import read_cow

    tables = read_cow(state_year, organizations, states, lambda done, size: progress("reading", done, size))
    label = f"Correlates of War: intergovernmental organizations, {tables.first}–{tables.last}"
    files = [str(path.name) for path in (state_year, organizations, states) if path is not None]
    source = StoredSource(SOURCE, "cow-igo", label, files, str(tables.last), today(), _origin([state_year]))

    def write(out: IO[bytes]) -> None:
        _write_all(cow_triples(tables), out)

    return add_source(store, source, write, progress, replace=replace, named=True)


@dataclass(frozen=True)
class Checked:
    """What a table has: its rows, and how many different memberships, members and bodies they name."""

    rows: int
    memberships: int
    members: int
    bodies: int


def check_csv(table: Path, mapping: dict[str, str] | None = None, progress: Progress = _silent) -> Checked:
    """Check every row of a table of memberships, and write nothing.

    Parameters and errors: as for `import_csv`.
    """
    from ..readers.ids import Ids
    from ..readers.table import read_rows

    ids, rows = Ids(), 0
    memberships: set[tuple[str, str, str, str, str]] = set()
    for row in read_rows(table, mapping, lambda done, size: progress("checking", done, size)):
        rows += 1
        ends = ids.give(row.member, "state"), ids.give(row.organization, "body")
        memberships.add((*ends, row.role, row.start, row.end))
    return Checked(rows, len(memberships), len({m[0] for m in memberships}), len({m[1] for m in memberships}))


def import_csv(
    store: Path,
    table: Path,
    mapping: dict[str, str] | None = None,
    as_of: str | None = None,
    label: str = "",
    progress: Progress = _silent,
    *,
    replace: bool = False,
) -> Manifest:
    """Import a table of memberships into a store; see `readers.table` for its columns.

    Parameters
    ----------
    store : Path
        The store's folder.
    table : Path
        The table, or "-" for standard input. The same file again replaces what it brought; another is another source.
    mapping : dict, optional
        The model's fields by the columns that are not guessed.
    as_of : str, optional
        The table's own date; by default today.
    label : str
        What to call the source, by which it is also known again; by default the file's name.
    progress : Progress
        Told what is going on.
    replace : bool
        Whether a source of this name is replaced, whatever file it is from.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If the table or the store cannot be read or written; the message has row and column. Nothing is changed then.
    InvalidRequest
        If a column or field is unknown, or the label is that of a source from another file.
    """
    from ..readers.table import read_rows, table_triples

    date = parse_date(as_of) if as_of else today()
    rows = read_rows(table, mapping, lambda done, size: progress("reading", done, size))
    name = label or (table.name if str(table) != "-" else "standard input")
    source_id = slug(label) if label else _source_id(table)
    source = StoredSource(source_id or "source", "csv", name, [table.name], date, today(), _origin([table]))

    placed = [source]

    def write(out: IO[bytes]) -> None:
        _write_all(table_triples(rows, placed[-1].label, date, placed[-1].id), out)

    return add_source(store, source, write, progress, replace=replace, named=bool(label), placed=placed.append)


def import_rdf(
    store: Path,
    files: Sequence[Path],
    label: str = "",
    as_of: str | None = None,
    progress: Progress = _silent,
    *,
    replace: bool = False,
) -> Manifest:
    """Import RDF files into a store as one source; named graphs stay named.

    Parameters
    ----------
    store : Path
        The store's folder.
    files : sequence of Path
        The files. The same files again replace what they brought; others are another source.
    label, as_of, progress, replace
        As for `import_csv`; RDF has its own date within.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If a file is not what its ending says.
    InvalidRequest
        If an ending is not known, or the label is that of a source from other files.
    """
    from pyoxigraph import RdfFormat, serialize

    from .files import read_quads

    if not files:
        raise InvalidRequest("no file was named; for example: blocs import rdf my.ttl --store my-store")
    source_id = slug(label) if label else _source_id(files[0])
    names = [path.name for path in files]
    source = StoredSource(source_id or "source", "rdf", label or names[0], names, as_of or "", today(), _origin(files))

    def write(out: IO[bytes]) -> None:
        serialize(read_quads(files), out, RdfFormat.N_QUADS)

    return add_source(store, source, write, progress, replace=replace, named=bool(label))


def _origin(files: Sequence[Path]) -> list[str]:
    """The whole paths of files, by which a source is known again; none where one is a stream."""
    if any(not path.is_file() for path in files):
        return []
    return [str(path.resolve()) for path in files]


def _source_id(path: Path) -> str:
    stem = re.sub(r"(\.gz)$", "", path.name).rpartition(".")[0] or path.name
    return slug(stem if str(path) != "-" else "standard input") or "source"
