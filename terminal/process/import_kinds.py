"""What `blocs import` understands besides the names of its commands: formats ("json", "ttl"), and a file alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer.core

__all__ = ["ImportGroup"]

_TABLES = frozenset((
    "table", "tsv", "tab", "txt", "excel", "xlsx", "xlsm", "xls", "ods", "spreadsheet", "stata", "dta", "spss", "sav",
    "parquet", "feather", "arrow", "jsonl", "ndjson", "md", "markdown", "zip", "toml", "wiki", "geojson", "topojson",
    "srx", "text",
))  # fmt: skip
_GRAPHS = frozenset((
    "ttl", "turtle", "nt", "n-triples", "ntriples", "nq", "n-quads", "nquads", "trig", "n3", "rdfxml", "rdf-xml", "owl",
    "jsonld", "json-ld", "popolo", "graph", "skos",
))  # fmt: skip
_EITHER = frozenset(("json", "html", "xml", "file", "data"))
_ENDPOINT = frozenset(("sparql", "endpoint", "url"))


class ImportGroup(typer.core.TyperGroup):
    """The commands of `blocs import`, of which csv and rdf go by the names of formats too."""

    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        """The command that words ask for, and what is left of them.

        Raises InvalidRequest if they ask for none, saying which there are.
        """
        word = args[0]
        if self.get_command(ctx, word) is not None:
            return super().resolve_command(ctx, args)
        kind, rest = _understood(word.lower().lstrip("."), args)
        command = self.get_command(ctx, kind) if kind else None
        if command is None:
            _refuse(word, self.list_commands(ctx))
        return kind, command, rest


def _understood(word: str, args: list[str]) -> tuple[str, list[str]]:
    """The command that a word stands for, and its arguments; "" if it stands for none."""
    rest = args[1:]
    if word in _TABLES:
        return "csv", rest
    if word in _GRAPHS:
        return "rdf", rest
    if word in _ENDPOINT:
        at = next((at for at, each in enumerate(rest) if each.startswith(("http://", "https://"))), -1)
        given = "--endpoint" in rest or at < 0
        return "rdf", rest if given else [*rest[:at], "--endpoint", *rest[at:]]
    if word in _EITHER:
        return next((_kind_of(each) for each in rest if Path(each).is_file()), "csv"), rest
    return (_kind_of(args[0]), args) if Path(args[0]).is_file() else ("", rest)


def _kind_of(path: str) -> str:
    """The command that reads a file, by its format."""
    from ...graph.readers.formats import format_of

    return format_of(Path(path)).kind


def _refuse(word: str, known: list[str]) -> None:
    from ...graph.errors import InvalidRequest

    sets = ", ".join(name for name in known if name not in ("csv", "rdf"))
    near = [name for name in known if word.lower() in name]
    meant = f"did you mean {' or '.join(near)}? " if near else ""
    raise InvalidRequest(
        f"there is no 'blocs import {word}'; {meant}tables of any format are read by: blocs import csv FILE; RDF by:"
        f" blocs import rdf FILE; data sets of the field by their names: {sets}"
    )
