"""Where in a JSON-LD file a mistake is that is none of JSON: the parser says what it is, and not where."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from pyoxigraph import RdfFormat, parse

from ..errors import BlocsError
from ..readers.vocabularies.json.json_graphs import offline_json_ld

__all__ = ["place_in_json_ld"]

_LONGEST = 5_000_000  # bytes; each node is read by itself
_CONTEXT = re.compile(r'"@context"\s*:\s*')
_LIST = re.compile(r'(?:^\s*|"@graph"\s*:\s*)(?=\[)')
_BETWEEN = re.compile(r"[\s,]*")


def place_in_json_ld(name: str, content: bytes, what: str) -> tuple[int, int] | None:
    """The line and column of the context or the node with a mistake; None if it is in none of them alone.

    Parameters
    ----------
    name : str
        The file.
    content : bytes
        What is in it.
    what : str
        What the parser says of it.

    >>> place_in_json_ld("a.jsonld", b'[{"@id": "x:a"},\\n {"@id": "x:b", "@type": 5}]', "@type value must be a string")
    (2, 2)
    """
    if len(content) > _LONGEST:
        return None
    text = content.decode("utf-8-sig", "replace")
    context, at = _context(text)
    if at is not None and _mistake(name, {"@context": context}) == what:
        return _line_and_column(text, at)
    for node, at in _nodes(text):
        if _mistake(name, {"@context": context, "@graph": [node]}) == what:
            return _line_and_column(text, at)
    return None


def _context(text: str) -> tuple[object, int | None]:
    """The first context, which is that of the document, and where it stands."""
    match = _CONTEXT.search(text)
    if match is None:
        return {}, None
    try:
        return json.JSONDecoder().raw_decode(text, match.end())[0], match.start()
    except ValueError:
        return {}, None


def _nodes(text: str) -> Iterator[tuple[object, int]]:
    """The nodes of the document's list, and where they stand; at last the document itself."""
    decoder = json.JSONDecoder()
    for opened in _LIST.finditer(text):
        at = opened.end() + 1
        while (start := _BETWEEN.match(text, at)) is not None:
            try:
                node, at = decoder.raw_decode(text, start.end())
            except ValueError:
                break
            yield node, start.end()
    if (first := text.find("{")) >= 0 and not text[:first].strip():
        try:
            yield decoder.raw_decode(text, first)[0], first
        except ValueError:
            return


def _mistake(name: str, document: object) -> str:
    """What the parser says of a document; "" if it has no mistake."""
    try:
        content = offline_json_ld(name, json.dumps(document).encode())
        for _ in parse(content, RdfFormat.JSON_LD, base_iri="file:///"):
            pass
    except SyntaxError as error:
        return str(error.msg)
    except (BlocsError, ValueError):
        return ""
    return ""


def _line_and_column(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
