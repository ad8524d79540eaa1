"""What was not read of a graph's files, in words: the same on the terminal and on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..rdf.source import Source

__all__ = ["said_of_source", "unread_lines"]


def unread_lines(reports: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """A line for each table of which something was left unread, or may be wrong."""
    from .import_options import whose_options
    from .report import Report

    for found in map(Report.from_dict, reports):
        if text := found.worth_saying:
            more = whose_options(found.table, text) or f"see: blocs check {found.table}"
            yield f"{found.table}: {text}; {more}"


def said_of_source(source: Source) -> list[str]:
    """What is said of a graph when it is opened: what could not be read of it, and of its tables if they are files.

    Parameters
    ----------
    source : Source
        The graph.

    Returns
    -------
    list of str

    >>> import blocs
    >>> said_of_source(blocs.load().source)
    []
    """
    said = [*source.notes, *source.joined]
    return said if source.sources or not source.reports else [*said, *unread_lines(source.reports)]
