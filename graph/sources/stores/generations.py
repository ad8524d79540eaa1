"""The folder of a store while it changes: its lock, its next generation, and what is cleared away."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ...errors import OperationFailed
from ...files import unfinished_folder
from .manifest import MANIFEST, Manifest, read_manifest

__all__ = ["clear", "failing", "link", "locked", "made_folder", "next_generation", "present_manifest"]

_GENERATION = "generation-"
_LOCK = ".lock"


@contextmanager
def next_generation(path: Path, manifest: Manifest | None) -> Iterator[Path]:
    """The folder of the next generation; it is removed if it is not finished, however the process ends.

    So is the store's, if there was nothing in it before.
    """
    generation = path / f"{_GENERATION}{_number(manifest) + 1:06}"
    with unfinished_folder(generation, () if manifest else (path / _LOCK, path)):
        yield generation


def _number(manifest: Manifest | None) -> int:
    return int(manifest.generation.removeprefix(_GENERATION)) if manifest else 0


def present_manifest(path: Path) -> Manifest | None:
    """The manifest of a store that is to be written; none where it has yet to be made."""
    if (path / MANIFEST).exists():
        return read_manifest(path)
    if path.is_dir() and any(not _own(entry) for entry in path.iterdir()):
        raise OperationFailed(f"{path} is not a store and not empty; name a new folder with --store")
    return None


def _own(entry: Path) -> bool:
    return entry.name == _LOCK or entry.name.startswith((_GENERATION, MANIFEST, f".{MANIFEST}."))


def link(old: Path, new: Path) -> None:
    """The same file in two places; a copy where the file system has no links."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copyfile(old, new)


def clear(path: Path, manifest: Manifest | None) -> None:
    """Remove what earlier imports left behind."""
    for entry in path.glob(f"{_GENERATION}*"):
        if manifest is None or entry.name != manifest.generation:
            shutil.rmtree(entry, ignore_errors=True)
    for entry in path.glob(f".{MANIFEST}.*.part"):
        entry.unlink(missing_ok=True)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a store for one import; the system lets go of it when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system
        yield
        return
    with (path / _LOCK).open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise OperationFailed(f"another import is writing to the store {path}; wait until it has ended") from None
        yield


@contextmanager
def made_folder(path: Path) -> Iterator[None]:
    """A store's folder, made where there is none; where the import fails, there is none again."""
    new = not path.exists()
    path.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except BaseException:
        if new:
            with suppress(OSError):
                (path / _LOCK).unlink(missing_ok=True)
                path.rmdir()
        raise


@contextmanager
def failing(path: Path) -> Iterator[None]:
    """Failures of the file system, in the user's words."""
    try:
        yield
    except OperationFailed as error:
        if error.file != path / MANIFEST:
            raise
        raise OperationFailed(f"{error.message}; nothing was changed", file=path) from None
    except OSError as error:
        if error.errno == errno.ENOSPC or "No space left" in str(error):
            raise OperationFailed(f"the disk is full; the store {path} was not changed", file=path) from None
        if isinstance(error, NotADirectoryError | FileExistsError):
            raise OperationFailed(f"{path} is not a folder; name another with --store") from None
        reason = error.strerror or str(error)
        raise OperationFailed(f"the store {path} cannot be written: {reason}; nothing was changed", file=path) from None
