"""Imports: a user's tables and RDF files into a store, as one source each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from dataclasses import replace as changed
from itertools import chain, islice
from pathlib import Path
from typing import IO, TYPE_CHECKING

from ..errors import InvalidRequest
from ..model.dates import today
from ..model.name_forms import slug
from ..rdf.membership_columns import Collector
from ..rdf.source import StoredSource
from .building import Brought
from .joining import nodes_elsewhere
from .manifest import Manifest
from .store_changes import add_source

if TYPE_CHECKING:
    from ..rdf.source import AppliedLens
    from ..readers.report import Report
    from ..readers.table_options import TableOptions
    from ..readers.vocabularies.lenses import Lens

__all__ = [
    "Checked",
    "CheckedGraph",
    "Progress",
    "check_cow",
    "check_csv",
    "check_rdf",
    "import_cow",
    "import_csv",
    "import_endpoint",
    "import_rdf",
]

Progress = Callable[[str, int, int], None]
"""Is told what is going on, and how many bytes of how many are done (0 of 0 where that cannot be told)."""


def _silent(doing: str, done: int, size: int) -> None:
    pass


def _as_pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines of text as larger pieces, of a size that the processor's cache holds."""
    iterator = iter(lines)
    while chunk := list(islice(iterator, 500)):
        yield "".join(chunk).encode()


def _written(write: Callable[[IO[bytes], StoredSource], object]) -> Callable[[StoredSource, Path], Brought]:
    """What a source brings that is written to a file before it is loaded, since it is looked through once more."""

    def bring(source: StoredSource, scratch: Path) -> Brought:
        with scratch.open("wb") as out:
            write(out, source)
        return Brought(_read_once(scratch))

    return bring


def _read_once(scratch: Path) -> Iterator[bytes]:
    with scratch.open("rb") as lines:
        while piece := lines.read(1 << 19):
            yield piece
    scratch.unlink()


def import_cow(
    store: Path,
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Progress = _silent,
    *,
    reconcile: bool = True,
    same: Mapping[str, str] | None = None,
    options: TableOptions | None = None,
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
    reconcile : bool
        Whether states have the ids of the list of states, or those of what the tables call them.
    same : mapping of str to str, optional
        The ids of states by their names, from `readers.reconcile.own_names`.
    options : TableOptions, optional
        What the user says of the state-year table: its sheet, how it is written, which columns to leave out.
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
        If the store has the tables from another file, without `replace`, or a map of names would not be read.
    """
    from ..readers.cow import SOURCE, cow_report, cow_triples
    from ..readers.cow_tables import read_cow
    from ..readers.table_options import check_map

    check_map(same or {}, reconcile=reconcile)
    tables = read_cow(state_year, organizations, states, lambda done, size: progress("reading", done, size), options)
    label = f"Correlates of War: intergovernmental organizations, {tables.first}–{tables.last}"
    files = [str(path.name) for path in (state_year, organizations, states) if path is not None]
    report = cow_report(str(state_year), tables, reconcile=reconcile, same=same).as_dict()
    source = StoredSource(
        SOURCE, "cow-igo", label, files, str(tables.last), today(), _origin([state_year]), report=report
    )

    def bring(_: StoredSource, scratch: Path) -> Brought:
        collector = Collector()
        triples = cow_triples(tables, reconcile=reconcile, same=same, told=collector.add)
        return Brought(_as_pieces(triples), collector)

    return add_source(store, source, bring, progress, replace=replace, named=True)


def check_cow(
    state_year: Path,
    organizations: Path | None = None,
    states: Path | None = None,
    progress: Progress = _silent,
    *,
    reconcile: bool = True,
    same: Mapping[str, str] | None = None,
    options: TableOptions | None = None,
) -> Checked:
    """Read the Correlates of War IGO tables, and write nothing.

    Parameters and errors: as for `import_cow`.
    """
    from ..readers.cow import cow_report
    from ..readers.cow_tables import read_cow

    tables = read_cow(state_year, organizations, states, lambda done, size: progress("checking", done, size), options)
    report = cow_report(str(state_year), tables, reconcile=reconcile, same=same)
    return Checked(report.rows, report.memberships, len(tables.cells), len(tables.columns), report)


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


@dataclass(frozen=True)
class CheckedGraph:
    """What RDF files have: how many memberships, of how many members in how many bodies, and how they were read.

    Parameters
    ----------
    memberships, members, bodies : int
        How many there are.
    lenses : tuple of AppliedLens
        What turned them into the model.
    notes : tuple of str
        What could not be read of them.
    joined : tuple of str
        Which states are in the list of states, and which are not.
    """

    memberships: int
    members: int
    bodies: int
    lenses: tuple[AppliedLens, ...]
    notes: tuple[str, ...]
    joined: tuple[str, ...] = ()


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
    from ..readers.table import TableFile
    from ..readers.things import Things

    read = TableFile(table, _options(options, mapping), kind=kind)
    memberships: set[tuple[str, str, str, str, str]] = set()
    members: set[str] = set()
    bodies: set[str] = set()
    things: Things | None = None
    reconciler = None
    for row in read.rows(lambda done, size: progress("checking", done, size)):
        if things is None:
            reconciler = read.reconciler()
            things = Things(
                read.dataset.members_kind, reconciler=reconciler, as_of=read.date(), by_spelling=read.by_spelling
            )
        member, body = things.member(row), things.body(row)
        members.add(member.id)
        bodies.add(body.id)
        if row.holds == "yes":
            memberships.add((member.id, body.id, row.role, row.start, things.end_of(row, member, body)))
    read.report.repeated = read.report.memberships - len(memberships)
    read.say_joined(reconciler, whole=True)
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
    replace: bool = False,
) -> Manifest:
    """Import a table of memberships into a store; see `readers.table` for what is read.

    Parameters
    ----------
    store : Path
        The store's folder.
    table : Path
        The table, of whatever format; "-" for standard input. The same file again replaces what it brought; another is
        another source.
    mapping : mapping of str to str, optional
        Columns and the fields of the model that they are, if they are not guessed.
    as_of : str, optional
        The table's own date. Default: the last year of a panel, the end of a published data set, or today.
    label : str
        What to call the source, by which it is also known again. Default: the file's name, or the data set's.
    progress : Progress
        Told what is going on.
    options : TableOptions, optional
        What else the user says of the table.
    kind : str
        "csv" for a table of one's own, or the name of a published data set (`readers.published.PUBLISHED`).
    replace : bool
        Whether a source of this name is replaced, whatever file it is from.

    Returns
    -------
    Manifest
        What the store then has; the source's `report` says what was read of the table.

    Raises
    ------
    OperationFailed
        If the table or the store cannot be read or written, or rows are wrong: with row and column. Nothing is changed.
    InvalidRequest
        If it is not clear how the table is to be read, or the label is that of a source from another file.
    """
    from ..readers.table import TableFile

    read = TableFile(table, _options(options, mapping), kind=kind, as_of=as_of or "", label=label)
    rows = read.rows(lambda done, size: progress("reading", done, size))
    first = next(rows, None)  # what the table is, and of what date, is known with its first row
    about = read.dataset
    source_id = about.id or (slug(label) if label else _source_id(table)) or "source"
    source = StoredSource(
        source_id, about.id or "csv", about.label, [table.name], read.date(), today(), _origin([table])
    )

    def bring(placed: StoredSource, scratch: Path) -> Brought:
        collector = Collector()
        dataset = changed(about, label=placed.label, id=about.id and placed.id, source_id=placed.id)
        everything = chain([first] if first is not None else [], rows)
        return Brought(_as_pieces(read.triples_of(everything, dataset, collector.add)), collector)

    return add_source(
        store,
        source,
        bring,
        progress,
        finished=lambda placed: changed(placed, report=read.report.as_dict()),
        replace=replace,
        named=bool(label),
    )


def _options(options: TableOptions | None, mapping: Mapping[str, str] | None) -> TableOptions:
    from ..readers.table_options import TableOptions

    options = options or TableOptions()
    return changed(options, mapping={**options.mapping, **mapping}) if mapping else options


def check_rdf(
    files: Sequence[Path], lenses: Iterable[str] = (), progress: Progress = _silent, *, reconcile: bool = True
) -> CheckedGraph:
    """Read RDF files through the lenses that fit and those named, and write nothing.

    Parameters and errors: as for `import_rdf`.
    """
    from ..rdf.terms import prologue, text_of
    from .files import load_files, refuse_no_rdf

    for path in files:
        refuse_no_rdf(path)
    progress("checking", 0, 0)
    source = load_files(files, lenses=lenses, as_one=True)
    every = "SELECT (COUNT(DISTINCT ?f) AS ?n) (COUNT(DISTINCT ?m) AS ?members) (COUNT(DISTINCT ?o) AS ?bodies)"
    body = f"{every} WHERE {{ ?f a org:Membership ; org:member ?m ; org:organization ?o }}"
    memberships, members, bodies = (int(text_of(count)) for count in next(iter(source.select(prologue(body) + body))))
    joined = nodes_elsewhere(source.store)[1] if reconcile else []
    return CheckedGraph(memberships, members, bodies, tuple(source.lenses), tuple(source.notes), tuple(joined))


def import_rdf(
    store: Path,
    files: Sequence[Path],
    label: str = "",
    as_of: str | None = None,
    progress: Progress = _silent,
    lenses: Iterable[str] = (),
    *,
    reconcile: bool = True,
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
    lenses : iterable of str
        Names or files of lenses that turn what is in other vocabularies into the model, besides those that fit.
    reconcile : bool
        Whether states that other sources of the store have too are one node with theirs.

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
    UnknownName
        If a lens is not known.
    """
    from ..readers.vocabularies.lenses import NO_LENSES, find_lens
    from ..readers.vocabularies.reading import Sample
    from .files import have_graphs, read_quads

    if not files:
        raise InvalidRequest("no file was named; for example: blocs import rdf my.ttl --store my-store")
    names = list(lenses)
    own = [find_lens(name) for name in names if name != NO_LENSES]
    automatic = NO_LENSES not in names
    source_id = slug(label) if label else _source_id(files[0])
    brought = [path.name for path in files]
    source = StoredSource(
        source_id or "source", "rdf", label or brought[0], brought, as_of or "", today(), _origin(files)
    )

    apart: list[int] = []

    def write(out: IO[bytes], source: StoredSource) -> None:
        sample, said = Sample(), list[str]()
        sample.write(read_quads(files, said), out, graphs=have_graphs(files))
        source.notes.extend(said)
        out.flush()
        sample.look_into(Path(out.name))
        if own or (automatic and sample.needs_reading()):
            progress("lenses", 0, 0)
            _read_again(out, source, own, automatic, as_of or "")
        elif note := sample.note():
            source.notes.append(f"{source.label}: {note}")
        elif sample.lacks_end():
            _write_end(out, source.label, as_of or "")
        apart.append(_set_apart(out))

    def finished(source: StoredSource) -> StoredSource:
        return changed(source, drafted=sum(apart))

    joining = nodes_elsewhere if reconcile else None
    return add_source(
        store, source, _written(write), progress, finished=finished, joining=joining, replace=replace, named=bool(label)
    )


def _set_apart(out: IO[bytes]) -> int:
    """Put what was drafted into a graph of its own, in what has been written; how many facts that are."""
    from pyoxigraph import RdfFormat, Store

    from .drafted import has_drafted, set_apart

    out.flush()
    with Path(out.name).open("rb") as lines:
        if not has_drafted(lines):
            return 0
    store = Store()
    with Path(out.name).open("rb") as lines:
        store.bulk_load(lines, RdfFormat.N_QUADS, lenient=True)
    count = set_apart(store)
    out.seek(0)
    out.truncate()
    store.dump(out, RdfFormat.N_QUADS)
    return count


def _read_again(out: IO[bytes], source: StoredSource, lenses: Sequence[Lens], automatic: bool, as_of: str) -> None:
    """Turn what has been written into the model, by a database of its own: it may be long."""
    from tempfile import TemporaryDirectory

    from pyoxigraph import RdfFormat, Store

    from ..readers.vocabularies.finishing import give_end
    from ..readers.vocabularies.reading import read_vocabularies

    with TemporaryDirectory(dir=Path(out.name).parent, prefix="lenses-") as folder:
        store = Store(folder) if out.tell() > _IN_MEMORY else Store()
        with Path(out.name).open("rb") as lines:
            store.bulk_load(lines, RdfFormat.N_QUADS, lenient=True)
        read = read_vocabularies(store, source.label, lenses, automatic=automatic, as_of=as_of)
        give_end(store, source.label, as_of)
        out.seek(0)
        out.truncate()
        store.dump(out, RdfFormat.N_QUADS)
        del store
    source.lenses.extend(asdict(lens) for lens in read.lenses)
    source.notes.extend(read.notes)


def _write_end(out: IO[bytes], label: str, as_of: str) -> None:
    """Write that a source which says nothing of its own date goes on, whatever ends beside it."""
    from pyoxigraph import RdfFormat, Store

    from ..readers.vocabularies.finishing import describe_dataset

    store = Store()
    describe_dataset(store, label, as_of or today())
    store.dump(out, RdfFormat.N_QUADS)


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
    *,
    reconcile: bool = True,
    replace: bool = False,
) -> Manifest:
    """Fetch what a lens finds at a SPARQL endpoint into a store, by pages.

    Parameters
    ----------
    store : Path
        The store's folder.
    url : str
        The endpoint's address.
    lens : str
        The name or file of the lens.
    label : str
        What to call the source; "" for the endpoint's address and the lens.
    where : str
        A SPARQL pattern that members must fit; "" for any.
    limit : int
        The most members to fetch.
    timeout : float
        The seconds that each query may take.
    progress, reconcile, replace
        As for `import_rdf`.

    Returns
    -------
    Manifest
        What the store then has.

    Raises
    ------
    OperationFailed
        If the endpoint fails, in whichever page; nothing is changed then.
    InvalidRequest
        If the lens or the pattern is not SPARQL, or the label is that of another source.
    UnknownName
        If the lens is not known.
    """
    from pyoxigraph import RdfFormat, Store

    from ..readers.vocabularies.lenses import find_lens
    from ..readers.vocabularies.reading import read_made
    from .endpoint import Endpoint
    from .fetching import Fetching

    found, endpoint = find_lens(lens), Endpoint(url, timeout)
    name = label or f"{endpoint.name}, through the lens {found.name}"
    identity = slug(f"{endpoint.name.partition('://')[2]} {found.name}")
    source = StoredSource(identity, "rdf", name, [endpoint.name], "", today(), [endpoint.name])
    fetching = Fetching(endpoint, found, where, limit, lambda done: progress("fetching", done, 0))

    def write(out: IO[bytes], source: StoredSource) -> None:
        made = Store()
        read = read_made(made, found, fetching.triples(), name)
        made.dump(out, RdfFormat.N_QUADS)
        source.lenses.extend(asdict(applied) for applied in read.lenses)
        source.notes.extend([*read.notes, *fetching.notes()])

    joining = nodes_elsewhere if reconcile else None
    return add_source(store, source, _written(write), progress, joining=joining, replace=replace, named=bool(label))


def _origin(files: Sequence[Path]) -> list[str]:
    """The whole paths of files, by which a source is known again; none where one is a stream."""
    if any(not path.is_file() for path in files):
        return []
    return [str(path.resolve()) for path in files]


def _source_id(path: Path) -> str:
    stem = re.sub(r"(\.gz)$", "", path.name).rpartition(".")[0] or path.name
    return slug(stem if str(path) != "-" else "standard input") or "source"
