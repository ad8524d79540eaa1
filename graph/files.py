"""Files of this machine: what goes wrong while one is read, and writing that is whole or absent."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from .errors import BlocsError, OperationFailed

if TYPE_CHECKING:
    from io import BufferedReader

__all__ = ["WholeFile", "drop_unfinished", "reading", "standard_input", "unfinished_folder", "write_whole"]

_unfinished: set[Path] = set()  # what is being written beside its place
_folders: dict[Path, tuple[Path, ...]] = {}  # folders that are being filled, and what goes with them


@contextmanager
def reading(path: Path, *, directory: str = "name a file") -> Iterator[None]:
    """Report what goes wrong while a file is read as an `OperationFailed`.

    Parameters
    ----------
    path : Path
        The file, for the message.
    directory : str
        The way out if it is a directory.

    Raises
    ------
    OperationFailed
        If the file is missing, is a directory, cannot be read, is not UTF-8 text or is damaged by its packing.

    >>> with reading(Path("absent.csv")):
    ...     Path("absent.csv").read_text()
    Traceback (most recent call last):
    ...
    blocs.OperationFailed: absent.csv: no such file
    """
    try:
        yield
    except BlocsError:
        raise
    except FileNotFoundError:
        raise OperationFailed(f"{path}: no such file", file=path) from None
    except IsADirectoryError:
        raise OperationFailed(f"{path} is a directory; {directory}", file=path) from None
    except EOFError:
        raise OperationFailed(f"{path}: the packed file is cut short; get it again", file=path) from None
    except UnicodeDecodeError:
        raise OperationFailed(f"{path}: not UTF-8 text; save it as UTF-8", file=path) from None
    except OSError as error:
        if type(error).__name__ == "BadGzipFile":  # gzip is imported only if a file is compressed
            raise OperationFailed(f"{path}: {error}; get it again", file=path) from None
        raise OperationFailed(f"{path}: {error.strerror or error}", file=path) from None
    except MemoryError:
        raise OperationFailed(
            f"{path}: a part of it is too long to be read, or there is not enough memory", file=path
        ) from None
    except Exception as error:
        # What unpacks is imported only if a file is packed.
        if type(error).__module__ == "zlib" or type(error).__name__ in ("LZMAError", "ZstdError"):
            raise OperationFailed(f"{path}: the packed file is damaged; get it again", file=path) from None
        raise


def standard_input() -> BufferedReader:
    """Standard input as bytes, of which the first can be looked at before they are read.

    Returns
    -------
    BufferedReader
    """
    return cast("BufferedReader", sys.stdin.buffer)


class WholeFile:
    """A file that is written beside its place and moved there when it is done: it is whole or absent.

    Used as a context manager: at the end of the block the file is moved into place; if the block raises, nothing
    is left behind, and what stood in its place before is unchanged. A device or pipe is written to as it is.

    Parameters
    ----------
    path : Path
        Where the file is to be.
    durable : bool
        Whether to wait until it is on disk.

    Raises
    ------
    OperationFailed
        If it cannot be written.
    """

    def __init__(self, path: Path, *, durable: bool = False) -> None:
        self.path, self.durable = path, durable
        with self._writing():
            special = path.exists() and not path.is_file()
            self._beside = path if special else path.with_name(f".{path.name}.{os.getpid()}.part")
            if not special:
                _unfinished.add(self._beside)
            self._file = self._beside.open("wb")

    def write(self, data: bytes) -> None:
        """Write some bytes."""
        with self._writing():
            self._file.write(data)

    def __enter__(self) -> WholeFile:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        try:
            with self._writing():
                if kind is None and self.durable:
                    self._file.flush()
                    os.fsync(self._file.fileno())
                self._file.close()
                if kind is None and self._beside != self.path:
                    self._beside.replace(self.path)
                    if self.durable:
                        _sync_folder(self.path.parent)
        finally:
            with suppress(OSError):
                self._file.close()
            if self._beside != self.path:
                self._beside.unlink(missing_ok=True)
                _unfinished.discard(self._beside)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OperationFailed(f"{self.path} cannot be written: {error.strerror or error}", file=self.path) from None


def drop_unfinished() -> None:
    """Remove what is being written: for a process that ends at once, and runs no `__exit__` any more."""
    for path in list(_unfinished):
        with suppress(OSError):
            path.unlink(missing_ok=True)
    for path in list(_folders):
        _remove_folder(path)


def _remove_folder(path: Path) -> None:
    """Remove a folder into which other threads of this process may still be writing, and what goes with it."""
    import shutil

    for _ in range(20):
        shutil.rmtree(path, ignore_errors=True)
        if not path.exists():
            break
    for other in _folders.get(path, ()):
        with suppress(OSError):
            if other.is_dir():
                other.rmdir()
            else:
                other.unlink(missing_ok=True)


@contextmanager
def unfinished_folder(path: Path, also: Iterable[Path] = ()) -> Iterator[None]:
    """A folder that is removed if the block raises, or the process is ended in the midst of it.

    Parameters
    ----------
    path : Path
        The folder, which need not be there yet.
    also : iterable of Path
        Files that are then removed too, and folders if they are empty.
    """
    _folders[path] = tuple(also)
    try:
        yield
    except BaseException:
        _remove_folder(path)
        raise
    finally:
        _folders.pop(path, None)


def _sync_folder(path: Path) -> None:
    with suppress(OSError):
        folder = os.open(path, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)


def write_whole(path: Path, data: bytes, *, durable: bool = False) -> None:
    """Write a file that is whole or absent.

    Parameters
    ----------
    path : Path
        Where the file is to be.
    data : bytes
        All that is in it.
    durable : bool
        Whether to wait until it is on disk.

    Raises
    ------
    OperationFailed
        If it cannot be written.
    """
    with WholeFile(path, durable=durable) as file:
        file.write(data)
