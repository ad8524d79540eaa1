"""Where a source comes from: its files, by which it is known again, and the id that it gets of them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ...model.naming.forms import slug

__all__ = ["origin", "source_id"]


def origin(files: Sequence[Path]) -> list[str]:
    """The whole paths of files, by which a source is known again; none where one is a stream.

    >>> origin([Path("-")])
    []
    """
    if any(not path.is_file() for path in files):
        return []
    return [str(path.resolve()) for path in files]


def source_id(path: Path, label: str = "", sheet: str = "") -> str:
    """The id of a source, by the label that the user gives, or else by its file, and which of its tables it is.

    >>> source_id(Path("data/My pacts.csv.gz")), source_id(Path("-")), source_id(Path("a.csv"), "Old pacts")
    ('my-pacts', 'standard-input', 'old-pacts')
    >>> source_id(Path("pacts.zip"), sheet="data/nato.csv")
    'pacts-nato'
    """
    stem = path.name.removesuffix(".gz").rpartition(".")[0] or path.name
    inner = Path(sheet).name.rpartition(".")[0] or Path(sheet).name
    return slug(label or f"{stem if str(path) != '-' else 'standard input'} {inner}") or "source"
