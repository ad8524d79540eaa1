"""Imports as a terminal shows them: a bar while they run, a line when they are done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..graph.importing import Progress
    from ..graph.storing import Manifest

__all__ = ["mapping_of", "progress", "report"]


@contextmanager
def progress() -> Iterator[Progress]:
    """What tells a person how far an import has come; silent where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield lambda doing, done, size: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    bar = Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=Console(stderr=True), transient=True
    )
    with bar:
        task = bar.add_task("reading", total=None)

        def tell(doing: str, done: int, size: int) -> None:
            bar.update(task, description=doing, total=size or None, completed=done)

        yield tell


def report(store: Path, manifest: Manifest) -> None:
    """Say on standard error what a store now has."""
    for source in manifest.sources:
        print(f"{store}: {source.label} ({', '.join(source.files)}), of {source.as_of or 'no date'}", file=sys.stderr)


def mapping_of(pairs: list[str]) -> dict[str, str]:
    """`COLUMN=FIELD` options as a mapping.

    Raises AskedWrongly where one is not of that form.
    """
    from ..graph.errors import AskedWrongly

    mapping = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign or not column or not field:
            raise AskedWrongly(f"--map takes COLUMN=FIELD, not {pair!r}")
        mapping[column] = field.strip().lower()
    return mapping
