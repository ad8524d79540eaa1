"""Where the data of a figure are from, and of what date, in the words that stand below it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...amounts import shortened
from ...analysis.citing import citations

if TYPE_CHECKING:
    from ...model.graph import Graph

__all__ = ["source_line"]


def source_line(graph: Graph) -> str:
    """The datasets of a graph and its date.

    >>> import blocs
    >>> source_line(blocs.load())
    'Source: Military integration in the CIS, 2001. Data as of 2001-05.'
    """
    labels = list(dict.fromkeys(one.label for one in citations(graph)))
    if not labels:
        name = graph.source.name
        labels = [name if graph.source.remote else Path(name).name or name]
    return f"Source: {shortened(labels, 4, '; ').rstrip('.')}. Data as of {graph.as_of}."
