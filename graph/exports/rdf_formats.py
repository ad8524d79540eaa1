"""The graph as RDF: Turtle, N-Triples, JSON-LD and rdflib.

RDF goes out as it is, every triple, in an order that does not change, so that two exports can be compared line by line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from ..errors import OperationFailed
from ..rdf.source import Source
from ..rdf.terms import BASE, PREFIXES, Term

if TYPE_CHECKING:
    import rdflib

__all__ = ["jsonld", "ntriples", "to_rdflib", "turtle"]

_TYPE = PREFIXES["rdf"] + "type"
_XSD = PREFIXES["xsd"]

# What comes first in a file: entities, then facts, then quotes; of each, what it is and how it is called.
_SUBJECTS = (BASE, PREFIXES["blocs"], "", PREFIXES["fact"], PREFIXES["quote"])
_PREDICATES = (_TYPE, *(PREFIXES["skos"] + name for name in ("prefLabel", "altLabel", "definition")))


def to_rdflib(source: Source) -> rdflib.Graph:
    """The graph as an `rdflib.Graph`, every literal written as it was.

    Parameters
    ----------
    source : Source
        The graph.

    Returns
    -------
    rdflib.Graph

    Raises
    ------
    OperationFailed
        If the graph has triples about triples (RDF 1.2), which rdflib does not read.

    >>> import blocs
    >>> from rdflib import URIRef
    >>> (URIRef(BASE + "armenia"), None, URIRef(BASE + "cst")) in to_rdflib(blocs.load().source)
    True
    """
    import rdflib

    blank: dict[str, rdflib.BNode] = {}

    def convert(term: Term) -> Any:
        match term:
            case NamedNode():
                return rdflib.URIRef(term.value)
            case BlankNode():
                return blank.setdefault(term.value, rdflib.BNode())
            case Literal():
                datatype = None if term.language or term.datatype.value == _XSD + "string" else term.datatype.value
                kind = rdflib.URIRef(datatype) if datatype else None
                # Normalizing would rewrite what a source says, such as 007 or 1.50.
                return rdflib.Literal(term.value, lang=term.language, datatype=kind, normalize=False)
        raise OperationFailed("the graph has triples about triples (RDF 1.2), which rdflib does not read")

    result = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in PREFIXES.items():
        result.bind(prefix, namespace)
    for triple in source.triples():
        result.add((convert(triple.subject), convert(triple.predicate), convert(triple.object)))
    return result


def turtle(source: Source) -> bytes:
    """The graph as Turtle with the model's prefixes, one paragraph for each subject.

    Parameters
    ----------
    source : Source
        The graph.

    Returns
    -------
    bytes
    """
    triples = _ordered(source)
    used = {iri for triple in triples for iri in _iris(triple)}
    prefixes = {p: name for p, name in PREFIXES.items() if any(iri.startswith(name) for iri in used)}
    text = serialize(triples, format=RdfFormat.TURTLE, prefixes=prefixes) or b""
    # Literals are written on one line, so a line that begins with neither tab nor @ begins a subject.
    text = re.sub(rb"(?m)^\t", b"    ", text)
    return re.sub(rb"(?m)( \.\n)(?=[^@\s])", rb"\1\n", text)


def ntriples(source: Source) -> bytes:
    """The graph as N-Triples, one triple a line, in the order of the Turtle.

    Parameters
    ----------
    source : Source
        The graph.

    Returns
    -------
    bytes
    """
    return serialize(_ordered(source), format=RdfFormat.N_TRIPLES) or b""


def jsonld(source: Source) -> bytes:
    """The graph as JSON-LD 1.1, compact, with the model's prefixes as its context.

    Parameters
    ----------
    source : Source
        The graph.

    Returns
    -------
    bytes

    Raises
    ------
    OperationFailed
        If the graph has triples about triples (RDF 1.2), which JSON-LD does not have.
    """
    triples = _ordered(source)
    used = {iri for triple in triples for iri in _iris(triple)}
    # An IRI that begins as if with a prefix ("org:…") would be read as short for another one.
    schemes = {iri.partition(":")[0] for iri in used}
    prefixes = {
        p: name for p, name in PREFIXES.items() if p and p not in schemes and any(iri.startswith(name) for iri in used)
    }
    short = _Compact(prefixes)
    nodes: dict[str, dict[str, Any]] = {}
    for triple in triples:
        node = nodes.setdefault(short.node(triple.subject), {"@id": short.node(triple.subject)})
        if triple.predicate.value == _TYPE and isinstance(triple.object, NamedNode):
            node.setdefault("@type", []).append(short.iri(triple.object.value))
        else:
            node.setdefault(short.iri(triple.predicate.value), []).append(short.value(triple.object))
    graph = [{key: v[0] if isinstance(v, list) and len(v) == 1 else v for key, v in n.items()} for n in nodes.values()]
    document = {"@context": {"@base": BASE, **prefixes}, "@graph": graph}
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


class _Compact:
    """Terms as JSON-LD writes them under a context."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self.prefixes = prefixes

    def iri(self, iri: str) -> str:
        for prefix, namespace in self.prefixes.items():
            if iri.startswith(namespace) and not iri.startswith("//", len(namespace)):
                return f"{prefix}:{iri[len(namespace) :]}"
        return iri

    def node(self, term: Term) -> str:
        if isinstance(term, BlankNode):
            return f"_:{term.value}"
        assert isinstance(term, NamedNode)
        local = term.value.removeprefix(BASE)
        return local if local != term.value and re.fullmatch(r"[\w-]+", local, re.ASCII) else self.iri(term.value)

    def value(self, term: Term) -> Any:
        if isinstance(term, Triple):
            raise OperationFailed(
                "the graph has triples about triples (RDF 1.2), which JSON-LD does not have; use turtle"
            )
        if not isinstance(term, Literal):
            return {"@id": self.node(term)}
        if term.language:
            return {"@value": term.value, "@language": term.language}
        match term.datatype.value.removeprefix(_XSD):
            case "string":
                return term.value
            case "integer" if re.fullmatch(r"0|-?[1-9]\d{0,14}", term.value):
                return int(term.value)
            case "boolean" if term.value in ("true", "false"):
                return term.value == "true"
        return {"@value": term.value, "@type": self.iri(term.datatype.value)}


def _ordered(source: Source) -> list[Triple]:
    """All triples in an order that depends on the graph alone; blank nodes get names that do so too (RDFC-1.0)."""
    triples = list(source.triples())
    if any(isinstance(term, BlankNode) for triple in triples for term in (triple.subject, triple.object)):
        dataset = Dataset(Quad(*triple) for triple in triples)
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        triples = [quad.triple for quad in dataset]
    return sorted(triples, key=_order)


def _order(triple: Triple) -> tuple[int, str, int, str, str]:
    subject, predicate = triple.subject, triple.predicate.value
    text = subject.value if isinstance(subject, NamedNode | BlankNode) else str(subject)
    start = next((n for n, name in enumerate(_SUBJECTS) if name and text.startswith(name)), _SUBJECTS.index(""))
    group = len(_SUBJECTS) if isinstance(subject, BlankNode) else start
    place = _PREDICATES.index(predicate) if predicate in _PREDICATES else len(_PREDICATES)
    return group, text, place, predicate, str(triple.object)


def _iris(triple: Triple) -> Iterator[str]:
    for term in triple:
        if isinstance(term, NamedNode):
            yield term.value
        elif isinstance(term, Literal):
            yield term.datatype.value
