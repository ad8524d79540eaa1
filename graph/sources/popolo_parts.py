"""Popolo in several files, people in one and memberships in another: ids that are one where no file contradicts."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from ..errors import BlocsError
from ..files import reading
from ..readers.files.wide_texts import in_utf_8
from ..readers.vocabularies.json.popolo import Ids, ids_of

__all__ = ["common_bases"]

_LARGEST = 64 << 20
"""Larger files are not looked into twice."""


def common_bases(paths: Sequence[Path]) -> dict[Path, str]:
    """The address that the ids of files are fragments of, where files of Popolo refer to each other's ids.

    Parameters
    ----------
    paths : sequence of Path
        The files.

    Returns
    -------
    dict of Path to str
        Only of files that go together; the ids of all others are their own.
    """
    found = {path: ids for path in paths if (ids := _ids(path)) is not None} if len(paths) > 1 else {}
    bases: dict[Path, str] = {}
    for path, ids in found.items():
        for other, theirs in found.items():
            if other is not path and ids.goes_with(theirs) and not _several_have(found, ids, path):
                base = bases.get(path) or bases.get(other) or min(path, other, key=paths.index).resolve().as_uri()
                bases |= {each: base for each, old in bases.items() if old in (bases.get(path), bases.get(other))}
                bases[path] = bases[other] = base
    return bases


def _several_have(found: Mapping[Path, Ids], ids: Ids, path: Path) -> bool:
    """Whether an id that a file refers to is that of different things in two others."""
    return any(
        len({theirs.listed[one] for other, theirs in found.items() if other is not path and one in theirs.listed}) > 1
        for one in ids.missing
    )


def _ids(path: Path) -> Ids | None:
    """What a file of Popolo lists and refers to; None of any other file."""
    if path.suffix.lower() != ".json" or not path.is_file() or path.stat().st_size > _LARGEST:
        return None
    try:
        with reading(path):
            content = in_utf_8(path.read_bytes())
        return None if b'"@context"' in content else ids_of(json.loads(content))
    except (ValueError, RecursionError, BlocsError):
        return None  # what is wrong with it is said where it is read
