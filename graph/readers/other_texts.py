"""Texts that are no tables, each known by how it begins, with what to do instead."""

from __future__ import annotations

import re

from ..errors import OperationFailed
from ..late import late_pattern

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
    >>> refuse_other_texts("t.bib", b"@book{lee, title = {Pacts}}")
    Traceback (most recent call last):
    blocs.OperationFailed: t.bib is BibTeX, which is about publications; it has no memberships in it
    """
    if head[257:262] == b"ustar":
        raise OperationFailed(f"{where} is an archive (tar); unpack it and import the table in it")
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:2000]
    if b"sparql-results#" in start:
        return
    for pattern, what in _OTHERS:
        if pattern.match(start):
            raise OperationFailed(f"{where} is {what}")
