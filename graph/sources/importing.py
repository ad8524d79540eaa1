"""Imports: a user's tables and RDF files into a store, as one source each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.dates import parse_date, today
from ..rdf.source import StoredSource
from ..rdf.terms import slug
from .store import Manifest, add_source

if TYPE_CHECKING:
    from ..readers.vocabularies.lenses import Lens

__all__ = ["Checked", "Progress", "check_csv", "import_cow", "import_csv", "import_endpoint", "import_rdf"]

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
    from ..readers.cow import SOURCE, cow_triples
    from ..readers.cow_tables import read_cow

    tables = read_cow(state_year, organizations, states, lambda done, size: progress("reading", done, size))
    label = f"Correlates of War: intergovernmental organizations, {tables.first}–{tables.last}"
    files = [str(path.name) for path in (state_year, organizations, states) if path is not None]
    source = StoredSource(SOURCE, "cow-igo", label, files, str(tables.last), today())
    return add_source(store, source, lambda out: _write_all(cow_triples(tables), out), progress)


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
) -> Manifest:
    """Import a table of memberships into a store; see `membership_table` for its columns.

    Parameters: the store's folder; the table; `mapping` of its columns to the model's fields where they are not
    guessed; `as_of` the table's own date (`None`: today); what to call the source (the file's name).

    Raises OperationFailed or InvalidRequest with row and column where the table is wrong; the store is then as it was.
    """
    from ..readers.table import read_rows, table_triples

    date = parse_date(as_of) if as_of else today()
    rows = read_rows(table, mapping, lambda done, size: progress("reading", done, size))
    name = label or (table.name if str(table) != "-" else "standard input")
    source = StoredSource(_source_id(table), "csv", name, [table.name], date, today())
    return add_source(
        store, source, lambda out: _write_all(table_triples(rows, name, date), out),
        progress,
    )  # fmt: skip


def import_rdf(
    store: Path,
    files: Sequence[Path],
    label: str = "",
    as_of: str | None = None,
    progress: Progress = _silent,
    lenses: Iterable[str] = (),
) -> Manifest:
    """Import RDF files into a store as one source; named graphs stay named.

    What is in other vocabularies is turned into the model by the lenses that fit, and by `lenses`.

    Raises OperationFailed where a file is not what its ending says, InvalidRequest where an ending is not known,
    UnknownName where a lens is not.
    """
    from ..readers.vocabularies.lenses import NO_LENSES, find_lens
    from ..readers.vocabularies.reading import Sample
    from .files import have_graphs, read_quads

    if not files:
        raise InvalidRequest("no file was named; for example: blocs import rdf my.ttl --store my-store")
    names = list(lenses)
    own = [find_lens(name) for name in names if name != NO_LENSES]
    automatic = NO_LENSES not in names
    source = StoredSource(
        _source_id(files[0]), "rdf", label or files[0].name, [path.name for path in files], as_of or "", today()
    )

    def write(out: IO[bytes]) -> None:
        sample = Sample()
        sample.write(read_quads(files), out, graphs=have_graphs(files))
        out.flush()
        sample.look_into(Path(out.name))
        if own or (automatic and sample.needs_reading()):
            progress("lenses", 0, 0)
            _read_again(out, source, own, automatic, as_of or "")
        elif note := sample.note():
            source.notes.append(f"{source.label}: {note}")

    return add_source(store, source, write, progress)


def _read_again(out: IO[bytes], source: StoredSource, lenses: Sequence[Lens], automatic: bool, as_of: str) -> None:
    """Turn what has been written into the model, by a database of its own: it may be long."""
    from tempfile import TemporaryDirectory

    from pyoxigraph import RdfFormat, Store

    from ..readers.vocabularies.reading import read_vocabularies

    with TemporaryDirectory(dir=Path(out.name).parent, prefix="lenses-") as folder:
        store = Store(folder) if out.tell() > _IN_MEMORY else Store()
        with Path(out.name).open("rb") as lines:
            store.bulk_load(lines, RdfFormat.N_QUADS, lenient=True)
        read = read_vocabularies(store, source.label, lenses, automatic=automatic, as_of=as_of)
        out.seek(0)
        out.truncate()
        store.dump(out, RdfFormat.N_QUADS)
        del store
    source.lenses.extend(asdict(lens) for lens in read.lenses)
    source.notes.extend(read.notes)


_IN_MEMORY = 1 << 26
"""The most bytes of N-Quads that are read by lenses in memory."""


def import_endpoint(
    store: Path,
    url: str,
    lens: str,
    label: str = "",
    where: str = "",
    limit: int = 100_000,
    timeout: float = 60,
    progress: Progress = _silent,
) -> Manifest:
    """Fetch what a lens finds at a SPARQL endpoint into a store, by pages.

    Parameters: the store's folder; the endpoint's address; the lens, by name or file; what to call the source (the
    endpoint's address and the lens); `where`, a pattern that members must fit; the most members to fetch; the seconds
    that each query may take.

    Raises OperationFailed where the endpoint fails, in whichever page: the store is then as it was. Raises
    InvalidRequest where the lens or the pattern is not SPARQL.
    """
    from pyoxigraph import RdfFormat, Store

    from ..readers.vocabularies.lenses import find_lens
    from ..readers.vocabularies.reading import read_made
    from .endpoint import Endpoint
    from .fetching import Fetching

    found, endpoint = find_lens(lens), Endpoint(url, timeout)
    name = label or f"{endpoint.name}, through the lens {found.name}"
    identity = slug(f"{endpoint.name.partition('://')[2]} {found.name}")
    source = StoredSource(identity, "rdf", name, [endpoint.name], "", today())
    fetching = Fetching(endpoint, found, where, limit, lambda done: progress("fetching", done, 0))

    def write(out: IO[bytes]) -> None:
        made = Store()
        read = read_made(made, found, fetching.triples(), name)
        made.dump(out, RdfFormat.N_QUADS)
        source.lenses.extend(asdict(applied) for applied in read.lenses)
        source.notes.extend([*read.notes, *fetching.notes()])

    return add_source(store, source, write, progress)


def _source_id(path: Path) -> str:
    stem = re.sub(r"(\.gz)$", "", path.name).rpartition(".")[0] or path.name
    return slug(stem) or "source"
