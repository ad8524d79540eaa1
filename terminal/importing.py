"""Imports as a terminal shows them: a bar while they run, a line when they are done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from .notes import say_report
from .writing.text import clean

if TYPE_CHECKING:
    from ..graph.readers.membership_rows import TableOptions
    from ..graph.sources.importing import Checked, Progress
    from ..graph.sources.store import Manifest

__all__ = ["checked", "import_table", "mapping_of", "progress", "report"]


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


def report(store: Path, manifest: Manifest, imported: str = "") -> None:
    """Say on standard error what a store now has, and what was read of the source that was `imported`."""
    for source in manifest.sources:
        if imported in source.files and source.report:
            say_report(source.report)
    for source in manifest.sources:
        date = f", of {source.as_of}" if source.as_of else ""  # RDF has its own within
        print(f"{store}: {source.label} ({', '.join(source.files)}){date}", file=sys.stderr)


def import_table(
    kind: str,
    table: Path,
    store: Path | None,
    said: TableOptions,
    *,
    date: str | None = None,
    label: str = "",
    dry_run: bool = False,
) -> None:
    """Import a table of one's own ("csv") or of a published data set, or only check it.

    Raises InvalidRequest if no store is named, and what the import raises.
    """
    from ..graph.errors import InvalidRequest
    from ..graph.sources.importing import check_csv, import_csv

    if dry_run:
        with progress() as tell:
            found = check_csv(table, None, tell, options=said, kind=kind)
        print(checked(table, found))
        return
    if store is None:
        raise InvalidRequest("no store was named; use --store DIR, or --dry-run to only check the table")
    with progress() as tell:
        made = import_csv(store, table, None, date, label, tell, options=said, kind=kind)
    report(store, made, table.name)


def checked(table: Path, found: Checked) -> str:
    """What a table has, in a line, and what was read of it."""
    rows = [] if found.rows == found.memberships else [_count(found.rows, "row")]
    what = f"{_count(found.memberships, 'membership')} of {_count(found.members, 'member')} in"
    line = f"{table}: {', '.join([*rows, what])} {_count(found.bodies, 'body', 'bodies')}; no errors"
    return "\n".join(clean(text) for text in (line, *found.report.lines()))


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
