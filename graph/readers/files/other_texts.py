"""Texts and other files that are no tables, each known by how it begins, with what to do instead."""

from __future__ import annotations

import re

from ...errors import OperationFailed
from ...late import late_pattern
from .wide_texts import wide_encoding

__all__ = ["refuse_other_texts"]

_ITS_EDGES = "which does not say what its edges are; save its edges as a table with the columns member, organization"

_OTHERS = tuple(
    (late_pattern(pattern.encode(), re.IGNORECASE | re.DOTALL), what)
    for pattern, what in (
        (r"%pdf", "a PDF file; its tables have to be copied into a spreadsheet first"),
        (r"(?:strict\s+)?(?:di)?graph\b[^\[,;\t\n]*\{", f"a network in DOT, {_ITS_EDGES}"),
        (r"dl\s+n\w*\s*=", f"a network of UCINET, {_ITS_EDGES}"),
        (r"(?:%[^\n]*\s+)*@\w+\s*\{\s*[^,\s]+\s*,", "BibTeX, which is about publications; it has no memberships in it"),
        (
            r"(?:(?:--|/\*|#)[^\n]*\s+)*(?:create|insert|drop|begin|set|pragma|use)\b[^,;\t]*?\b(?:table|into|transaction"
            r"|names|foreign_keys|database)\b",
            "a dump of a database in SQL; export its table as CSV",
        ),
        (r"(?:<\?xml.*?>\s*|<!--.*?-->\s*|<!doctype rdf.*?\]>\s*)*<rdf:", "RDF; it is read by: blocs import rdf"),
        (r"@prefix|@base|prefix |(?:<[^<>\s]+>|_:\S+)\s+<[^<>\s]+>\s+\S", "RDF; it is read by: blocs import rdf"),
    )
)


_DBASE = late_pattern(
    rb"[\x02\x03\x30-\x32\x43\x63\x83\x8b\x8e\xcb\xf5\xfb].[\x01-\x0c][\x01-\x1f].{6,26}\0", re.DOTALL
)
_BY_BEGINNING = {
    b"7z\xbc\xaf\x27\x1c": "an archive (7z); unpack it and import the table in it",
    b"Rar!\x1a\x07": "an archive (RAR); unpack it and import the table in it",
    b"\x89HDF\r\n\x1a\n": "an HDF5 file; save its table as CSV with the program that wrote it",
    b"MATLAB ": "a MATLAB file; save its table as CSV: writetable(t, 'table.csv')",
    b"\x89PNG": "a picture; type what it shows into a spreadsheet, and save it as CSV",
    b"\xff\xd8\xff": "a picture; type what it shows into a spreadsheet, and save it as CSV",
    b"\x80\x04\x95": "a pickle of Python, which is not opened, since it may run anything; save its table as CSV",
    b"\x80\x05\x95": "a pickle of Python, which is not opened, since it may run anything; save its table as CSV",
    b"\0\0\x27\x0a": "the shapes of a map; its table is in the file beside it that ends in .dbf",
}
"""Files of other kinds, by their first bytes."""
_ACCESS = (b"\0\1\0\0Standard Jet DB", b"\0\1\0\0Standard ACE DB")
_TO_CSV = "open it in a spreadsheet and save it as CSV"
_BY_ENDING = {
    ".dbf": f"a dBASE file; {_TO_CSV}",
    ".mdb": "a database of Access; export its table as CSV",
    ".accdb": "a database of Access; export its table as CSV",
    ".numbers": "a spreadsheet of Numbers; export it as CSV or Excel there",
    ".rda": "a file of R that is broken; save the table as CSV: write.csv(x, 'table.csv', row.names = FALSE)",
    ".rdata": "a file of R that is broken; save the table as CSV: write.csv(x, 'table.csv', row.names = FALSE)",
    ".pdf": "a PDF file that is broken; its tables have to be copied into a spreadsheet first",
    ".docx": "a Word document that is broken; copy its table into a spreadsheet and save that",
    ".doc": "a Word document; copy its table into a spreadsheet and save that",
    ".por": "a portable SPSS file that is broken; save the table as CSV",
    ".xpt": "a SAS transport file that is broken; save the table as CSV",
    ".sas7bdat": "a SAS file that is broken; save the table as CSV",
}


def _other_than_text(where: str, head: bytes) -> str:
    """What a file is that is no text, by its first bytes or else by its ending; "" if that is not known."""
    if beginning := next((start for start in _BY_BEGINNING if head.startswith(start)), b""):
        return _BY_BEGINNING[beginning]
    if b"\0" not in head[:512]:
        return ""
    if _DBASE.match(head):
        return _BY_ENDING[".dbf"]
    if head.startswith(_ACCESS):
        return _BY_ENDING[".mdb"]
    ending = where[where.rfind(".") :].lower()
    return "" if wide_encoding(head) else _BY_ENDING.get(ending, "")


def refuse_other_texts(where: str, head: bytes) -> None:
    """Refuse a file that is known to be no table.

    Parameters
    ----------
    where : str
        The file, for messages.
    head : bytes
        Its first bytes.

    Raises
    ------
    OperationFailed
        Saying what it is, and what to do.

    >>> refuse_other_texts("t.csv", b"member,organization")
    >>> refuse_other_texts("t.txt", b"<http://example.org/a> <http://example.org/in> <http://example.org/b> .")
    Traceback (most recent call last):
    blocs.OperationFailed: t.txt is RDF; it is read by: blocs import rdf
    >>> refuse_other_texts("t.7z", b"7z\\xbc\\xaf\\x27\\x1c")
    Traceback (most recent call last):
    blocs.OperationFailed: t.7z is an archive (7z); unpack it and import the table in it
    >>> refuse_other_texts("t.bib", b"@book{lee, title = {Pacts}}")
    Traceback (most recent call last):
    blocs.OperationFailed: t.bib is BibTeX, which is about publications; it has no memberships in it
    """
    if head[257:262] == b"ustar":
        raise OperationFailed(f"{where} is an archive (tar); unpack it and import the table in it")
    if what := _other_than_text(where, head):
        raise OperationFailed(f"{where} is {what}")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000]
    if b"sparql-results#" in start:
        return
    for pattern, what in _OTHERS:
        if pattern.match(start):
            raise OperationFailed(f"{where} is {what}")
