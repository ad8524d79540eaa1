"""The IRIs of what answers a question, from what is kept of the graph or else by a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from ..logic.logical_form import Entities
from ..sparql.questions import query
from .columns import counted

if TYPE_CHECKING:
    from ..vocabulary import Vocabulary

__all__ = ["found_iris"]


def found_iris(vocabulary: Vocabulary, found: Entities) -> list[str]:
    """The IRIs of what answers a question, in the order of its query.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph, with what is kept of it.
    found : Entities
        The question.

    Returns
    -------
    list of str
    """
    iris = counted(vocabulary, found)
    if iris is not None:
        return iris
    return [row[0].value for row in vocabulary.graph.source.select(query(found)) if isinstance(row[0], NamedNode)]
