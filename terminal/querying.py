"""Where the text of a query comes from: a file, a name, standard input or the command line."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ..graph.errors import InvalidRequest, OperationFailed
from ..graph.files import reading
from ..graph.named_queries.catalog import find_query, parse_query

if TYPE_CHECKING:
    from ..graph.model.graph import Graph

__all__ = ["QueryAsked", "read_query"]


class QueryAsked(NamedTuple):
    """The text to run, the address that its relative IRIs are resolved against, and the dates that it is about."""

    text: str
    base: str
    dates: list[str]


def read_query(name: str, inline: str, parameters: list[str], graph: Graph) -> QueryAsked:
    """The query that a command names, its parameters bound.

    Raises InvalidRequest if no query is named or a parameter is wrong, OperationFailed if a file cannot be read.
    """
    if bool(name) == bool(inline):
        raise InvalidRequest("name one query: a FILE.rq, a NAME (see: blocs queries), - for stdin, or -e SPARQL")
    given: dict[str, str] = {}
    for pair in parameters:
        key, equals, value = pair.partition("=")
        if not key or not equals:
            raise InvalidRequest(f"-p takes NAME=VALUE, not {pair!r}")
        given[key.lstrip("?$")] = value
    base = ""
    if inline:
        found = parse_query("-e", inline)
    elif name == "-":
        found = parse_query("-", _standard_input())
    elif name.endswith((".rq", ".sparql")) or "/" in name or Path(name).is_file():
        found = parse_query(name, _file(Path(name)))
        base = Path(name).resolve().as_uri()
    else:
        found = find_query(name)
    text = found.bound(given, graph.names, base) if given or found.parameters else found.text
    return QueryAsked(text, base, found.dates(given))


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise OperationFailed("standard input: not UTF-8 text") from None


def _file(path: Path) -> str:
    with reading(path, directory="name a file, FILE.rq"):
        return path.read_text(encoding="utf-8-sig")
