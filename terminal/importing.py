"""Imports as a terminal shows them: a bar while they run, a line when they are done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.sources.importing import Checked, Progress
    from ..graph.sources.store import Manifest

__all__ = ["checked", "mapping_of", "progress", "report"]


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
    """Say on standard error what a store now has, and what an import has replaced in it."""
    if (gone := manifest.replaced) is not None:
        print(f"{store}: replaced {gone.label} ({', '.join(gone.files)}), imported {gone.imported}", file=sys.stderr)
    for source in manifest.sources:
        date = f", of {source.as_of}" if source.as_of else ""  # RDF has its own within
        print(f"{store}: {source.label} ({', '.join(source.files)}){date}", file=sys.stderr)


def checked(table: Path, found: Checked) -> str:
    """What a table has, in one line."""
    rows = [] if found.rows == found.memberships else [_count(found.rows, "row")]
    what = f"{_count(found.memberships, 'membership')} of {_count(found.members, 'member')} in"
    return f"{table}: {', '.join([*rows, what])} {_count(found.bodies, 'body', 'bodies')}; no errors"


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
