"""Where RDF/XML is broken: the parser of RDF says what is wrong, and not where."""

from __future__ import annotations

import re
from typing import IO
from xml.parsers import expat

__all__ = ["place_in_xml"]

_NAMED = re.compile(
    r"parsing IRI '(?P<iri>.+?)': |(?P<id>.+) is not a valid rdf:|(?P<lang>.+) is not a valid language", re.DOTALL
)
"""What is no mistake of XML and names the text that it is about."""
_PART = 1 << 16  # bytes that are read at once


class _HasEntities(Exception):
    """The file declares entities, which are left alone here: they may grow without end."""


def place_in_xml(stream: IO[bytes], message: str) -> tuple[int, int] | None:
    """The line and column of a mistake in RDF/XML, both from 1.

    Parameters
    ----------
    stream : binary file
        The file, from its beginning.
    message : str
        What the parser of RDF said.

    Returns
    -------
    tuple of (int, int) or None
        None if the place is not known.

    >>> from io import BytesIO
    >>> place_in_xml(BytesIO(b"<a>\\n  <b></c>\\n</a>"), "expected </b>")
    (2, 8)
    >>> place_in_xml(BytesIO(b'<a>\\n<b c="x y"/>\\n</a>'), "error while parsing IRI 'x y': it has a space")
    (2, 7)
    """
    named = _NAMED.search(message)
    if named is not None:
        return _first(stream, next(filter(None, named.groups())).encode())
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*_: object) -> None:
        raise _HasEntities

    parser.EntityDeclHandler = refuse
    try:
        while part := stream.read(_PART):
            parser.Parse(part, False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        return error.lineno, error.offset + 1
    except _HasEntities:
        return None
    return None


def _first(stream: IO[bytes], text: bytes) -> tuple[int, int] | None:
    """Where a text stands first."""
    for number, line in enumerate(stream, start=1):
        at = line.find(text)
        if at >= 0:
            return number, len(line[:at].decode("utf-8", "replace")) + 1
    return None
