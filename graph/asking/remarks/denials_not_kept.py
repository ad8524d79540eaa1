"""What is to be said where nothing is found of a membership, and a table denies more of them than are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...rdf.terms import prologue, text_of

if TYPE_CHECKING:
    from ..logic.logical_form import Whether
    from ..vocabulary import Vocabulary

__all__ = ["denials_not_kept"]


def denials_not_kept(vocabulary: Vocabulary, found: Whether) -> tuple[str, ...]:
    """That a table may deny what was asked, of which only the number of denials is kept.

    Parameters
    ----------
    vocabulary : Vocabulary
        The graph.
    found : Whether
        A question whether somebody is in a body, to which the graph says nothing.

    Returns
    -------
    tuple of str
        A sentence for each such table.
    """
    if found.membership is None:
        return ()
    body = "SELECT ?label ?count WHERE { ?data blocs:deniedAndNotKept ?count ; skos:prefLabel ?label } ORDER BY ?label"
    rows = vocabulary.graph.source.select(prologue(body) + body)
    return tuple(
        f"{text_of(label)} says no of {int(text_of(count)):,} memberships, more than are kept one by one:"
        " this may be one of them."
        for label, count in rows
    )
