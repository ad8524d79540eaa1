"""What to cite for the data of a graph, and what is wrong with them by their own documentation."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..rdf.terms import id_of, prologue, sparql_term, text_of

if TYPE_CHECKING:
    from ..model.graph import Graph
    from ..rdf.source import Source

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
    """What to cite for each dataset of a graph, and for each other source that its facts name.

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
    found = _of_the_model(graph.source)
    known = {one.iri for one in found}
    found += [one for one in _of_others(graph.source) if one.iri not in known]
    found += _of_facts(graph.source, {one.iri for one in found})
    return [Citation(id_of(one.iri), one.name, tuple(one.cited), tuple(one.faults)) for one in found]


@dataclass
class _Found:
    """What is gathered of one dataset; a source that is a text has it for an address."""

    iri: str
    name: str
    cited: dict[str, None] = field(default_factory=dict)
    faults: dict[str, None] = field(default_factory=dict)


def _of_the_model(source: Source) -> list[_Found]:
    """Datasets in the words of the model."""
    body = (
        "SELECT ?d ?label ?date ?cite ?note { ?d a schema:Dataset FILTER EXISTS { ?d skos:prefLabel|blocs:asOf ?own }"
        " OPTIONAL { ?d skos:prefLabel ?label }"
        " OPTIONAL { ?d blocs:asOf ?date } OPTIONAL { ?d dcterms:bibliographicCitation ?cite }"
        " OPTIONAL { ?d skos:note ?note } } ORDER BY ?d ?cite ?note"
    )
    found: dict[str, _Found] = {}
    for dataset, label, date, cite, note in source.select(prologue(body) + body):
        iri = text_of(dataset)
        one = found.setdefault(iri, _Found(iri, text_of(label) or id_of(iri)))
        one.cited[text_of(cite) or f"{one.name}{f', of {text_of(date)}' if date else ''}"] = None
        if note is not None:
            one.faults[text_of(note)] = None
    return list(found.values())


_CLASSES = (
    "<http://www.w3.org/ns/dcat#Dataset> <http://rdfs.org/ns/void#Dataset> schema:Dataset <http://schema.org/Dataset>"
)
_TITLES = "dcterms:title|<http://purl.org/dc/elements/1.1/title>|skos:prefLabel|rdfs:label|schema:name|<http://schema.org/name>"
_MAKERS = "dcterms:creator|dcterms:publisher|<http://purl.org/dc/elements/1.1/creator>|schema:creator|<http://schema.org/creator>"
_DATES = "dcterms:issued|dcterms:modified|dcterms:date|schema:datePublished|<http://schema.org/datePublished>"
_CITATIONS = "dcterms:bibliographicCitation|schema:citation|<http://schema.org/citation>"


def _of_others(source: Source) -> list[_Found]:
    """Datasets in the words of DCAT, VoID and schema.org, which may describe themselves in a graph of their own."""
    described = (
        f"?d a ?class OPTIONAL {{ ?d {_TITLES} ?title }} OPTIONAL {{ ?d {_MAKERS} ?maker"
        f" OPTIONAL {{ ?maker {_TITLES}|<http://xmlns.com/foaf/0.1/name> ?called }} }}"
        f" OPTIONAL {{ ?d {_DATES} ?date }} OPTIONAL {{ ?d {_CITATIONS} ?cite }}"
    )
    body = (
        f"SELECT ?d ?title ?maker ?called ?date ?cite {{ VALUES ?class {{ {_CLASSES} }}"
        f" {{ {described} }} UNION {{ GRAPH ?g {{ {described} }} }} }}"
    )
    found: dict[str, _Found] = {}
    for dataset, title, maker, called, date, cite in sorted(source.select(prologue(body) + body), key=str):
        iri = text_of(dataset)
        one = found.setdefault(iri, _Found(iri, text_of(title) or id_of(iri)))
        when = f" ({text_of(date)})" if date is not None else ""
        by = text_of(called) or (id_of(text_of(maker)) if maker is not None else "")
        if isinstance(cite, Literal):
            one.cited = {text: None for text in one.cited if text != one.name} | {cite.value: None}
        elif not one.cited:
            one.cited[f"{by}{when}. {one.name}" if by else one.name + when] = None
    return list(found.values())


_MOST_LEFT_OUT = 20
"""So many data sets a query leaves out by name."""


def _of_facts(source: Source, known: Collection[str]) -> list[_Found]:
    """What facts name as their source and nothing describes as a dataset."""
    # Most facts are from data sets that are known: they need not be looked at one by one.
    named = ", ".join(sparql_term(NamedNode(iri)) for iri in sorted(known)[:_MOST_LEFT_OUT] if ":" in iri)
    others = f"FILTER(?d NOT IN ({named}))" if named else ""
    body = (
        "SELECT ?d (MIN(?title) AS ?label) (MIN(?text) AS ?cite) {"
        f" {{ SELECT DISTINCT ?d {{ ?fact dcterms:source ?d {others}"
        " FILTER EXISTS { ?fact blocs:basis ?basis } } }"
        f" OPTIONAL {{ ?d {_TITLES} ?title }} OPTIONAL {{ ?d {_CITATIONS} ?text }} }} GROUP BY ?d ORDER BY ?d"
    )
    found = []
    for origin, label, cite in source.select(prologue(body) + body):
        if isinstance(origin, NamedNode | Literal) and origin.value not in known:
            address = origin.value if isinstance(origin, NamedNode) else ""
            name = text_of(label) or origin.value
            text = text_of(cite) or (f"{name}, {address}" if address and address != name else name)
            found.append(_Found(origin.value, name, {text: None}))
    return found
