"""Files that are packed by themselves: gzip, bzip2, xz and zstd, each known by its first bytes.

What unpacks them is imported when such a file comes.
"""

from __future__ import annotations

from io import BufferedReader
from pathlib import Path
from typing import IO, Any, cast

from .errors import OperationFailed

__all__ = ["is_packed", "plain_name", "start_unpacked", "unpacking"]

_STARTS = {"gzip": b"\x1f\x8b", "bzip2": b"BZh", "xz": b"\xfd7zXZ\0", "lzma": b"]\0\0", "zstd": b"\x28\xb5\x2f\xfd"}
_ENDINGS = (".gz", ".bz2", ".xz", ".lzma", ".zst")


def is_packed(head: bytes) -> str:
    """By what a file is packed, by its first bytes; "" if it is not.

    Parameters
    ----------
    head : bytes
        Its first bytes.

    Returns
    -------
    str

    >>> is_packed(b"BZh91AY"), is_packed(b"member,organization")
    ('bzip2', '')
    """
    return next((kind for kind, start in _STARTS.items() if head.startswith(start)), "")


def plain_name(path: Path) -> str:
    """The name of a file without the ending of its packing: `mine.ttl` for `mine.ttl.xz`.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    str
    """
    return path.stem if path.suffix.lower() in _ENDINGS else path.name


def unpacking(where: str, kind: str, file: IO[bytes]) -> BufferedReader:
    """A packed file as it is unpacked.

    Parameters
    ----------
    where : str
        The file, for messages.
    kind : str
        What `is_packed` says.
    file : binary file
        The file, from its beginning.

    Returns
    -------
    BufferedReader

    Raises
    ------
    OperationFailed
        If nothing here unpacks it.
    """
    if kind == "gzip":
        import gzip

        return cast(BufferedReader, gzip.GzipFile(fileobj=file))
    if kind == "bzip2":
        import bz2

        return cast(BufferedReader, bz2.BZ2File(file))
    if kind in ("xz", "lzma"):
        import lzma

        return cast(BufferedReader, lzma.LZMAFile(file))
    return cast(BufferedReader, _zstd(where).ZstdFile(file))


def _zstd(where: str) -> Any:
    """What unpacks zstd: a part of Python from 3.14 on, and a library of the same names for those before."""
    from importlib import import_module

    for name in ("compression.zstd", "backports.zstd"):
        try:
            return import_module(name)
        except ImportError:
            continue
    name = Path(where).name
    raise OperationFailed(
        f"{where} is packed with zstd, which this Python does not unpack; unpack it first: zstd -d {name}"
    )


def start_unpacked(where: str, start: bytes, size: int) -> bytes:
    """The first bytes of a file, or of what is packed into it.

    Parameters
    ----------
    where : str
        The file, for messages.
    start : bytes
        Its first bytes.
    size : int
        How many are wanted.

    Returns
    -------
    bytes
        Fewer, if so many cannot be unpacked of these; what is wrong with the file shows when it is read.
    """
    kind = is_packed(start)
    if not kind:
        return start
    if kind == "gzip":
        import zlib

        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, size)
    if kind == "bzip2":
        import bz2

        return bz2.BZ2Decompressor().decompress(start, size)
    if kind in ("xz", "lzma"):
        import lzma

        return lzma.LZMADecompressor().decompress(start, size)
    return cast(bytes, _zstd(where).ZstdDecompressor().decompress(start, size))
