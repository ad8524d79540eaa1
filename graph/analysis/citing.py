"""What to cite for the data of a graph, and what is wrong with them by their own documentation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..rdf.terms import id_of, prologue, text_of

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["Citation", "citations"]


@dataclass(frozen=True)
class Citation:
    """What to cite for one dataset.

    Parameters
    ----------
    id, label : str
        The dataset.
    cite : tuple of str
        What to cite; the dataset's label and date if it says nothing.
    faults : tuple of str
        What is wrong with it by its own documentation.
    """

    id: str
    label: str
    cite: tuple[str, ...]
    faults: tuple[str, ...]


def citations(graph: Graph) -> list[Citation]:
    """What to cite for each dataset of a graph.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    list of Citation

    >>> import blocs
    >>> [one.label for one in citations(blocs.load())]
    ['Military integration in the CIS, 2001']
    """
    body = (
        "SELECT ?d ?label ?date ?cite ?note { ?d a schema:Dataset OPTIONAL { ?d skos:prefLabel ?label }"
        " OPTIONAL { ?d blocs:asOf ?date } OPTIONAL { ?d dcterms:bibliographicCitation ?cite }"
        " OPTIONAL { ?d skos:note ?note } } ORDER BY ?d ?cite ?note"
    )
    found: dict[str, tuple[str, dict[str, None], dict[str, None]]] = {}
    for dataset, label, date, cite, note in graph.source.select(prologue(body) + body):
        name = text_of(label) or id_of(text_of(dataset))
        _, cited, faults = found.setdefault(text_of(dataset), (name, {}, {}))
        cited[text_of(cite) or f"{name}{f', of {text_of(date)}' if date else ''}"] = None
        if note is not None:
            faults[text_of(note)] = None
    return [Citation(id_of(iri), name, tuple(cited), tuple(faults)) for iri, (name, cited, faults) in found.items()]
