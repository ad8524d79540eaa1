"""Files that come with blocs: data, vocabulary, named queries."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = ["resource"]


def resource(*parts: str) -> Path | Traversable:
    """A file or folder that comes with the package, wherever it is installed.

    >>> resource("data", "triples.ttl").is_file()
    True
    """
    path = Path(__file__).parent.parent.joinpath(*parts)
    if path.exists():  # nearly always; importing importlib.resources takes longer than reading the graph
        return path
    from importlib.resources import files

    return files("blocs").joinpath(*parts)
