"""Every format that a command writes: its name, the endings of its files, and who writes it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ...graph.errors import InvalidRequest
from ...graph.frozen import frozen

__all__ = [
    "DRAWN",
    "EXPORTED",
    "FIGURES",
    "GRAPHS",
    "PACKED",
    "PICTURES",
    "RESULTS",
    "ROWS",
    "Format",
    "format_asked",
    "names",
]

ROWS = "rows"
"""Tables of rows: what most commands answer with."""

RESULTS = "results"
"""Results of SPARQL queries, as the W3C has them."""

GRAPHS = "graphs"
"""Graphs that SPARQL queries give (CONSTRUCT, DESCRIBE)."""

DRAWN = "drawn"
"""Graphs drawn by Graphviz."""

EXPORTED = "exported"
"""The whole graph, for people or other tools."""

FIGURES = ("svg", "png", "pdf")
"""Rows and what is measured, drawn."""

PACKED = ("xlsx", "parquet", "stata")
"""Rows in files of other programs, which are no text."""

PICTURES = ("table", *FIGURES)
"""What people look at: as text, or drawn."""


@frozen
class Format:
    """A format: its name, the endings of its files, its media type, and for whom it is written."""

    name: str
    endings: tuple[str, ...]
    media_type: str
    writers: frozenset[str]


def _format(name: str, endings: str, media_type: str, *writers: str) -> Format:
    return Format(name, tuple(endings.split()), media_type, frozenset(writers))


_WRITTEN_HERE = (
    _format("table", ".txt", "text/plain", ROWS),
    _format("json", ".json", "application/json", ROWS, RESULTS),
    _format("jsonl", ".jsonl .ndjson", "application/jsonl", ROWS),
    _format("csv", ".csv", "text/csv", ROWS, RESULTS),
    _format("tsv", ".tsv .tab", "text/tab-separated-values", ROWS, RESULTS),
    _format("markdown", ".md .markdown", "text/markdown", ROWS),
    _format("svg", ".svg", "image/svg+xml", ROWS),
    _format("png", ".png", "image/png", ROWS),
    _format("pdf", ".pdf", "application/pdf", ROWS),
    _format("xlsx", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ROWS),
    _format("parquet", ".parquet", "application/vnd.apache.parquet", ROWS),
    _format("stata", ".dta", "application/x-stata-dta", ROWS),
    _format("turtle", ".ttl .turtle", "text/turtle", GRAPHS),
    _format("ntriples", ".nt", "application/n-triples", GRAPHS),
    _format("jsonld", ".jsonld", "application/ld+json", GRAPHS),
    _format("rdfxml", ".rdf .owl", "application/rdf+xml", GRAPHS),
    _format("xml", ".xml .srx", "application/sparql-results+xml", RESULTS),
)


def _exports() -> list[Format]:
    """The formats of exports, of which commands that answer with rows know nothing."""
    from ...graph.exports.formats import FORMATS

    writers = {True: frozenset((EXPORTED, DRAWN)), False: frozenset((EXPORTED,))}
    return [Format(form.name, form.endings, form.media_type, writers[form.rendered]) for form in FORMATS.values()]


def names(*writers: str) -> tuple[str, ...]:
    """The names of the formats that one of these writes.

    >>> names(GRAPHS)
    ('turtle', 'ntriples', 'jsonld', 'rdfxml')
    """
    return tuple(dict.fromkeys(one.name for one in _written_by(writers)))


def format_asked(name: str, path: Path | None, *writers: str) -> str:
    """The format asked for: by its name, else by the ending of a file's name; empty if by neither.

    Raises InvalidRequest if none of the writers writes a format of this name or ending.

    >>> format_asked("", Path("answer.JSON"), ROWS), format_asked("", Path("graph.json"), EXPORTED)
    ('json', 'cytoscape')
    >>> format_asked("tsv", Path("answer.json"), ROWS), format_asked("", Path("answer"), ROWS)
    ('tsv', '')
    >>> format_asked("", Path("answer.parquet"), GRAPHS)
    Traceback (most recent call last):
    ...
    blocs.InvalidRequest: no format ends in '.parquet' here; use one of .ttl .turtle .nt .jsonld .rdf .owl, or --format
    """
    known = _written_by(writers)
    if name:
        if all(name != one.name for one in known):
            raise InvalidRequest(f"unknown format {name!r} here; use one of: {' '.join(names(*writers))}")
        return name
    if path is None or not path.suffix:
        return ""
    ending = path.suffix.lower()
    for one in known:
        if ending in one.endings:
            return one.name
    endings = " ".join(dict.fromkeys(ending for one in known for ending in one.endings))
    raise InvalidRequest(f"no format ends in {path.suffix!r} here; use one of {endings}, or --format")


def _written_by(writers: Iterable[str]) -> list[Format]:
    """The formats that some write, in the order in which they are listed."""
    known = [*_WRITTEN_HERE, *(_exports() if EXPORTED in writers or DRAWN in writers else ())]
    return [one for one in known if not one.writers.isdisjoint(writers)]
