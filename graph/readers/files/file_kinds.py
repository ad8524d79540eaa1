"""What kind of file a table that is not text is in, by its first bytes, whatever its name ends in."""

from __future__ import annotations

__all__ = ["KINDS", "kind_of"]

KINDS: dict[str, str] = {
    "workbook": "a spreadsheet", "stata": "a Stata file", "spss": "an SPSS file", "parquet": "a Parquet file",
    "arrow": "an Arrow or Feather file",
    "zip": "a zip file", "r": "a file of R", "database": "a database (SQLite)", "sas": "a SAS file",
    "transport": "a SAS transport file", "portable": "a portable SPSS file",
    "archive": "an archive (7z, rar)",
}  # fmt: skip
"""The kinds of files that are told apart here, in words."""

_STARTS: dict[str, bytes | tuple[bytes, ...]] = {
    "database": b"SQLite format 3\0", "parquet": b"PAR1", "arrow": (b"ARROW1", b"FEA1"),
    "r": (b"RDX2\n", b"RDX3\n", b"X\n\0\0\0", b"A\n2\n", b"A\n3\n"), "portable": b"ASCII SPSS PORT FILE",
    "transport": (b"HEADER RECORD*******LIBRARY", b"HEADER RECORD*******LIBV8"),
    "sas": b"\0" * 12 + bytes.fromhex("c2ea8160b31411cfbd920800"),
    "archive": (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07"),
}  # fmt: skip


def kind_of(head: bytes) -> str:
    """What a file is, by its first bytes.

    Parameters
    ----------
    head : bytes
        Its first bytes, 64 or more.

    Returns
    -------
    str
        A key of `KINDS`; "" for anything else. A workbook of a new kind is a zip file, too: see `zip_files.unzipped`.

    >>> kind_of(b"PAR1...."), kind_of(b"member,organization")
    ('parquet', '')
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return "workbook"
    if head.startswith(b"<stata_dta>") or (
        head[:1] in (b"\x71", b"\x72", b"\x73") and head[1:3] in (b"\x01\x01", b"\x02\x01")
    ):
        return "stata"
    if head.startswith((b"$FL2", b"$FL3")):
        return "spss"
    return next((kind for kind, start in _STARTS.items() if head.startswith(start)), "")
