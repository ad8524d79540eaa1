"""The formats that files of a user may have: one entry each, with its endings and what reads it.

A format that is RDF is read by the engine; any other one is turned into the graph model, as N-Triples. To add one is to
add an entry to `FORMATS`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import RdfFormat

from ..errors import InvalidRequest
from ..files import reading

__all__ = ["FORMATS", "Converter", "Format", "endings", "format_of", "unpacked_name"]

_AHEAD = 4096  # bytes by which a format is recognized

Converter = Callable[[Path, list[str] | None], Iterator[str]]


def _nothing(start: bytes) -> bool:
    return False


@dataclass(frozen=True)
class Format:
    """A format of files.

    Parameters
    ----------
    name : str
        What it is called in messages.
    endings : tuple of str
        The endings of its files, each with its dot.
    rdf : RdfFormat, optional
        What the engine reads it as, if it is RDF.
    convert : callable, optional
        What turns a file into lines of N-Triples, if it is not RDF: called with the path and, if the places that
        cannot be read are to be collected rather than raised, a list for their messages.
    kind : str
        The kind of `blocs import` that takes it.
    can_read : callable
        Whether a file is of this format, by its first bytes, unpacked. It decides if several formats share an ending,
        and if a file's ending is unknown.
    way_out : str
        What to do with a file that nothing here reads.
    """

    name: str
    endings: tuple[str, ...]
    rdf: RdfFormat | None = None
    convert: Converter | None = None
    kind: str = "rdf"
    can_read: Callable[[bytes], bool] = _nothing
    way_out: str = ""


def _table(path: Path, wrong: list[str] | None) -> Iterator[str]:
    from ..model.dates import today
    from .table import read_rows, table_triples

    return table_triples(read_rows(path, wrong=wrong), path.name, today())


def _begins(pattern: str) -> Callable[[bytes], bool]:
    """A test for whether a text begins in a certain way, behind empty lines and a byte order mark."""
    compiled = re.compile(rb"(\xef\xbb\xbf)?\s*(" + pattern.encode() + rb")", re.IGNORECASE)
    return lambda start: compiled.match(start) is not None


_SAVE_AS_CSV = "save the sheet as CSV (UTF-8) and name that"
_TRIPLE = r"(<[^<>\s]+>|_:\S+)\s+<[^<>\s]+>\s+(<[^<>\s]+>|_:\S+|\x22.*?\x22\S*)\s*"

FORMATS: tuple[Format, ...] = (
    Format("Turtle", (".ttl",), RdfFormat.TURTLE, can_read=_begins(r"(#[^\n]*\s+)*(@prefix|@base|PREFIX\s|BASE\s)")),
    Format("N-Triples", (".nt",), RdfFormat.N_TRIPLES, can_read=_begins(_TRIPLE + r"\.")),
    Format("N-Quads", (".nq",), RdfFormat.N_QUADS, can_read=_begins(_TRIPLE + r"(<[^<>\s]+>|_:\S+)\s*\.")),
    Format("TriG", (".trig",), RdfFormat.TRIG),
    Format("N3", (".n3",), RdfFormat.N3),
    Format("RDF/XML", (".rdf", ".xml", ".owl"), RdfFormat.RDF_XML, can_read=_begins(r"(<\?xml.*?\?>\s*)?<rdf:RDF")),
    Format("JSON-LD", (".jsonld", ".json"), RdfFormat.JSON_LD, can_read=lambda start: b'"@' in start),
    Format("a table", (".csv", ".tsv"), convert=_table, kind="csv"),
    Format(
        "a spreadsheet",
        (".xlsx", ".xls", ".ods"),
        kind="csv",
        can_read=lambda start: start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")),
        way_out=_SAVE_AS_CSV,
    ),
)
"""Every format, readable or not. Of two with one ending the first is taken, unless the other recognizes the file."""


def endings(*, kind: str = "") -> list[str]:
    """The endings of all files that can be read, or of those that one kind of import takes."""
    readable = (one for one in FORMATS if not one.way_out and kind in ("", one.kind))
    return [ending for one in readable for ending in one.endings]


def unpacked_name(path: Path) -> str:
    """The name of a file without the ending of its packing: `mine.ttl` for `mine.ttl.gz`."""
    return path.stem if path.suffix.lower() == ".gz" else path.name


def format_of(path: Path) -> Format:
    """The format of a file: by its ending, and by its content where that does not decide.

    Parameters
    ----------
    path : Path
        The file, plain or compressed with gzip.

    Returns
    -------
    Format
        One that can be read.

    Raises
    ------
    InvalidRequest
        If it is of no format that can be read; the message says what to do.
    OperationFailed
        If there is no such file, or it cannot be opened.

    >>> format_of(Path("mine.TTL.gz")).name
    'Turtle'
    """
    if str(path) == os.devnull:
        return FORMATS[0]  # the empty graph
    ending = Path(unpacked_name(path)).suffix.lower()
    found = [one for one in FORMATS if ending in one.endings]
    if len(found) != 1:
        start = _start(path)
        found = [one for one in found or FORMATS if one.can_read(start)] or found
    if not found:
        known = " ".join(endings())
        raise InvalidRequest(f"{path}: no format ends in {ending!r}; known endings: {known}", file=path)
    if found[0].way_out:
        raise InvalidRequest(f"{path} is {found[0].name}; {found[0].way_out}", file=path)
    return found[0]


def _start(path: Path) -> bytes:
    """The first bytes of a file, unpacked; none of a pipe, which has no way back."""
    if path.exists() and not path.is_file() and not path.is_dir():
        return b""
    start = b""
    with reading(path), path.open("rb") as file:
        start = file.read(_AHEAD)
        if start[:2] == b"\x1f\x8b":
            import zlib

            start = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(start, _AHEAD)
    return start
