"""What a store says of itself: its manifest, the one file that is replaced when the store changes."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ...errors import OperationFailed
from ...rdf.source import Merge, StoredSource

__all__ = ["FORMAT", "MANIFEST", "Manifest", "read_manifest"]


MANIFEST = "blocs-store.json"
"""The file that makes a folder a store."""

FORMAT = 1
"""The version of the layout described here; others are refused."""


@dataclass(frozen=True)
class Manifest:
    """What a store says of itself: the folder of its present generation, and its sources.

    `merges` are the nodes that the user has joined; `added` and `replaced` say what an import has just done to it, and
    `namesakes` are the sources of the same name from other files that it left there.
    `database` is what the files of the database were when it was made: the columns beside it hold for these and no
    others.
    """

    generation: str
    sources: list[StoredSource]
    added: StoredSource | None = None
    replaced: tuple[StoredSource, ...] = ()
    merges: tuple[Merge, ...] = ()
    database: str = ""
    namesakes: tuple[StoredSource, ...] = ()

    def as_json(self) -> str:
        """The manifest as it stands in its file."""
        content: dict[str, Any] = {"format": FORMAT, "generation": self.generation, "database": self.database}
        content["sources"] = [asdict(source) for source in self.sources]
        if self.merges:
            content["merges"] = [asdict(merge) for merge in self.merges]
        return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def read_manifest(path: Path) -> Manifest:
    """The manifest of a store.

    Raises OperationFailed where there is no store, it may not be read, or another version of blocs wrote it.
    """
    try:
        content = json.loads((path / MANIFEST).read_text("utf-8"))
        version = content["format"]
        if version != FORMAT:
            raise OperationFailed(
                f"the store {path} has format {version}, this blocs reads format {FORMAT}; import the data again"
            )
        merges = tuple(Merge(**merge) for merge in content.get("merges", ()))
        sources = [StoredSource(**source) for source in content["sources"]]
        return Manifest(content["generation"], sources, merges=merges, database=content.get("database", ""))
    except (FileNotFoundError, NotADirectoryError):
        raise OperationFailed(_no_store(path)) from None
    except OSError as error:
        raise OperationFailed(f"the store {path} cannot be read: {error.strerror}") from None
    except (ValueError, KeyError, TypeError):
        raise OperationFailed(
            f"the store {path} cannot be read: its {MANIFEST} is damaged; import the data again"
        ) from None


def _no_store(path: Path) -> str:
    if path.is_file():
        return f"{path} is a file, not a store; read it with --data {path}"
    if path.is_dir():
        return f"{path} is not a store: it has no {MANIFEST}; make one with: blocs import KIND FILE --store DIR"
    return f"there is no store at {path}; make one with: blocs import KIND FILE --store {path}"
