"""What to say of an endpoint that had nothing of the model to give: an empty answer is not "nobody"."""

from __future__ import annotations

from ..errors import BlocsError
from ..rdf.terms import text_of
from ..readers.vocabularies.lenses import packaged_lenses
from ..readers.vocabularies.reading import prefixed
from .endpoint import Endpoint

__all__ = ["foreign_note"]

_SOME = 2000  # triples that are looked at; to count them all may take a large endpoint minutes
_FACTS = "ASK { { ?m org:member ?x } UNION { ?x org:memberOf ?b } UNION { ?f blocs:basis ?b } }"
_KINDS = "ASK { VALUES ?kind { schema:Country org:Organization schema:Person schema:Event org:Role } ?x a ?kind }"


def foreign_note(endpoint: Endpoint) -> str:
    """What to say of an endpoint that seems to have nothing of the model.

    Parameters
    ----------
    endpoint : Endpoint
        The endpoint.

    Returns
    -------
    str
        "" if it has something of the model, or does not answer; else what it has instead, and how to go on.
    """
    try:
        if endpoint.ask(_FACTS):
            return ""
        lens = _fitting(endpoint)
        # Of states and bodies without a word on who is in what there is nothing to say, unless a lens can tell.
        if not lens and endpoint.ask(_KINDS):
            return ""
        return f"{endpoint.name}: {_instead(endpoint, lens)}"
    except BlocsError:
        return ""  # the command has had its answer; that the engine fails now changes nothing about it


def _instead(endpoint: Endpoint, lens: str) -> str:
    rows = endpoint.select(f"SELECT DISTINCT ?p {{ {{ SELECT ?p {{ ?s ?p ?o }} LIMIT {_SOME} }} }}")
    used = sorted(text_of(predicate) for (predicate,) in rows if predicate is not None)
    if not used:
        if endpoint.ask("ASK { GRAPH ?g { ?s ?p ?o } }"):
            return "all its triples are in named graphs; choose one with --graph IRI"
        return "there is nothing in it: no triples"
    known = [iri for iri in used if not iri.endswith("#type")] or used
    said = f"no membership of the graph model is there; it uses {', '.join(map(prefixed, known[:5]))}"
    if lens:
        return f"{said}; fetch what it has with: blocs import rdf --endpoint {endpoint.name} --lens {lens} --store DIR"
    return f"{said}; see docs/lenses.md"


def _fitting(endpoint: Endpoint) -> str:
    """The lens that comes with blocs, makes memberships and fits; those that fetch by pages first."""
    for lens in sorted(packaged_lenses(), key=lambda lens: not lens.page[0]):
        if "org:member ?" not in lens.query:
            continue
        parts = [f"{{ ?s <{iri}> ?o }} UNION {{ ?s a <{iri}> }}" for iri, absent in lens.fits if not absent]
        if parts and endpoint.ask(f"ASK {{ {' UNION '.join(parts)} }}"):
            return lens.name
    return ""
