"""Imports as a terminal shows them: a bar while they run, a line when they are done."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..graph.amounts import shortened
from .notes import say_report
from .writing.files import say_beside
from .writing.text import clean

if TYPE_CHECKING:
    from ..graph.readers.table_options import TableOptions
    from ..graph.sources.importing.checked import Checked
    from ..graph.sources.progress import Progress
    from ..graph.sources.stores.manifest import Manifest

__all__ = [
    "check_graph",
    "checked",
    "import_cow_tables",
    "import_graph",
    "import_table",
    "lens_result",
    "mapping_of",
    "progress",
    "report",
]

_NO_FILE = "no file was named; for example: blocs import rdf my.ttl --store my-store"


@contextmanager
def progress() -> Iterator[Progress]:
    """Shows how far an import has come; silent if standard error is not a terminal."""
    if not sys.stderr.isatty():
        yield lambda doing, done, size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description:8}"),
        BarColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        stages: dict[str, TaskID] = {}

        def tell(doing: str, done: int, size: int) -> None:
            if doing not in stages:
                for stage in stages.values():  # what came before is over
                    bar.update(stage, total=1, completed=1)
                stages[doing] = bar.add_task(doing, total=None)
            bar.update(stages[doing], total=size or None, completed=done)

        yield tell


def report(store: Path, manifest: Manifest) -> None:
    """Say on standard error what was read, what a store now has, and what an import has replaced in it."""
    if manifest.added is not None and manifest.added.report:
        say_report(manifest.added.report)
    if manifest.added is not None:
        say_beside(f"{manifest.added.label}: {note}" for note in manifest.added.joined_notes)
    for gone in manifest.replaced:
        print(f"{store}: replaced {gone.label} ({', '.join(gone.files)}), imported {gone.imported}", file=sys.stderr)
    if manifest.namesakes and manifest.added is not None:
        way = "to have the new one only, import it again with --replace"
        shown = shortened(one.label for one in manifest.namesakes)
        stay = "from another file stays" if len(manifest.namesakes) == 1 else "from other files stay"
        print(f"{store}: {shown} {stay} beside {manifest.added.label}; {way}", file=sys.stderr)
    for source in manifest.sources:
        date = f", of {source.as_of}" if source.as_of else ""  # RDF has its own within
        print(f"{store}: {source.label} ({', '.join(source.files)}){date}", file=sys.stderr)
        for lens in source.lenses:
            print(f"  read through the lens {lens['name']}: {lens_result(lens['memberships'])}", file=sys.stderr)
        if source.drafted:
            left = f"  {_count(source.drafted, 'drafted fact')}; answers leave them out unless --drafted is given"
            print(left, file=sys.stderr)
        for note in source.notes:
            print(f"  {clean(note)}", file=sys.stderr)


def lens_result(memberships: int) -> str:
    """What a lens made, in words."""
    return _count(memberships, "membership") if memberships else "names, dates or sources"


def check_graph(
    files: Sequence[Path],
    endpoint: str | None,
    lenses: Sequence[str],
    roles: tuple[Sequence[str], bool],
    *,
    reconcile: bool,
) -> None:
    """Say what RDF files have and how they are read, and write nothing; `roles` are the options on roles.

    Raises InvalidRequest if an endpoint is named, or no file.
    """
    from ..graph.errors import InvalidRequest
    from ..graph.readers.vocabularies.given_roles import GivenRoles
    from ..graph.readers.vocabularies.spans import ENDS_BEFORE
    from ..graph.sources.importing.graphs import check_rdf

    if endpoint is not None:
        raise InvalidRequest("--dry-run is for files; what an endpoint has, a small --limit shows")
    if not files:
        raise InvalidRequest(_NO_FILE)
    given = GivenRoles.of(roles[0], none=roles[1])
    with progress() as tell:
        found = check_rdf(files, lenses, tell, reconcile=reconcile, roles=given)
    what = f"{_count(found.memberships, 'membership')} of {_count(found.members, 'member')}"
    errors = "an error in their dates" if any(f": {ENDS_BEFORE}" in note for note in found.notes) else "no errors"
    within = f"{what} in {_count(found.bodies, 'body', 'bodies')}; {errors}"
    has = within if found.memberships else "no membership in it"
    lines = [f"{', '.join(map(str, files))}: {has}"]
    lines += [f"read through the lens {lens.name}: {lens_result(lens.memberships)}" for lens in found.lenses]
    print("\n".join(clean(line) for line in (*lines, *found.joined, *found.notes)))


def _named(store: Path | None) -> Path:
    """The store that was named; raises InvalidRequest if none was."""
    from ..graph.errors import InvalidRequest

    if store is None:
        raise InvalidRequest("no store was named; use --store DIR, or --dry-run to only check the data")
    return store


def import_graph(
    store: Path | None,
    files: Sequence[Path],
    endpoint: str | None,
    lenses: Sequence[str],
    fetched: Mapping[str, Any],
    roles: tuple[Sequence[str], bool],
    *,
    label: str,
    reconcile: bool,
    replace: bool,
) -> None:
    """Import RDF files, or what a lens finds at an endpoint; `fetched` says what: `where`, `limit` and `timeout`.

    `roles` are the options on roles.

    Raises InvalidRequest if the options name no source or two, or those of an endpoint are given for files.
    """
    from ..graph.errors import InvalidRequest
    from ..graph.readers.vocabularies.given_roles import GivenRoles
    from ..graph.sources.importing.endpoint import import_endpoint
    from ..graph.sources.importing.graphs import import_rdf
    from .process.limits import TIMEOUT
    from .process.sources import seconds_given

    into = _named(store)
    given = GivenRoles.of(roles[0], none=roles[1])
    if endpoint is None:
        if not files:
            raise InvalidRequest(_NO_FILE)
        if fetched["where"]:
            raise InvalidRequest("--where is for --endpoint; a lens of your own can leave out what files have")
        with progress() as tell:
            made = import_rdf(into, files, label, None, tell, lenses, reconcile=reconcile, replace=replace, roles=given)
    else:
        if files:
            raise InvalidRequest("--endpoint cannot be combined with files; choose one source")
        if given:
            raise InvalidRequest("--role and --no-role are for files; a lens of your own can say what roles mean")
        if len(lenses) != 1 or lenses[0] == "none":
            raise InvalidRequest("--endpoint needs one --lens to fetch through, such as --lens wikidata")
        options = {**fetched, "timeout": seconds_given(fetched["timeout"], TIMEOUT)}
        with progress() as tell:
            made = import_endpoint(
                into, endpoint, lenses[0], label, **options, progress=tell, reconcile=reconcile, replace=replace
            )
    report(into, made)


def import_table(
    kind: str,
    table: Path,
    store: Path | None,
    said: TableOptions,
    *,
    date: str | None = None,
    label: str = "",
    replace: bool = False,
    dry_run: bool = False,
) -> None:
    """Import a table of one's own ("csv") or of a published data set, or only check it.

    Raises InvalidRequest if no store is named, and what the import raises.
    """
    from ..graph.model.dates import parse_date
    from ..graph.sources.importing.tables import check_csv, import_csv

    if date:
        parse_date(date)
    if dry_run:
        with progress() as tell, _ways_of_csv(kind, table):
            found = check_csv(table, None, tell, options=said, kind=kind)
        print(checked(table, found))
        return
    into = _named(store)
    with progress() as tell, _ways_of_csv(kind, table):
        made = import_csv(into, table, None, date, label, tell, options=said, kind=kind, replace=replace)
    report(into, made)


@contextmanager
def _ways_of_csv(kind: str, table: Path) -> Iterator[None]:
    """Have a refusal say whose options it names, if the import of a published data set lacks one of them."""
    from ..graph.errors import InvalidRequest
    from ..graph.readers.import_options import whose_options

    try:
        yield
    except InvalidRequest as error:
        lacking = kind != "csv" and ("--organization" in str(error) or "--fill-down" in str(error))
        if lacking and (whose := whose_options(table, str(error))):
            raise InvalidRequest(f"{error}; {whose}") from None
        raise


def import_cow_tables(
    tables: tuple[Path, Path | None, Path | None],
    store: Path | None,
    said: TableOptions,
    *,
    replace: bool = False,
    dry_run: bool = False,
) -> None:
    """Import the COW IGO tables (of memberships, of organizations, of states), or only check them.

    Raises InvalidRequest if no store is named, and what the import raises.
    """
    from ..graph.sources.importing.cow import check_cow, import_cow

    how: Any = {"reconcile": said.reconcile, "same": said.same, "options": said}
    if dry_run:
        with progress() as tell:
            found = check_cow(*tables, tell, **how)
        print(checked(tables[0], found))
        return
    into = _named(store)
    with progress() as tell:
        made = import_cow(into, *tables, tell, **how, replace=replace)
    report(into, made)


def checked(table: Path, found: Checked) -> str:
    """What a table has, in a line, and what was read of it."""
    rows = [] if found.rows == found.memberships else [_count(found.rows, "row")]
    what = f"{_count(found.memberships, 'membership')} of {_count(found.members, 'member')} in"
    line = f"{table}: {', '.join([*rows, what])} {_count(found.bodies, 'body', 'bodies')}; no errors"
    return "\n".join(clean(text) for text in (line, *found.report.lines(whole=True)))


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def mapping_of(pairs: list[str]) -> dict[str, str]:
    """`COLUMN=FIELD` options as a mapping.

    Raises InvalidRequest if one is not of that form.
    """
    from ..graph.errors import InvalidRequest

    mapping = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column or not field:
            raise InvalidRequest(f"--map takes COLUMN=FIELD, not {pair!r}")
        mapping[column] = field.strip().lower()
    return mapping
