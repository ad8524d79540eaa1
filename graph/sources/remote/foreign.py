"""What to say of an endpoint that has nothing of the model, or also has what is not read: empty is not "nobody"."""

from __future__ import annotations

from ...amounts import shortened
from ...errors import BlocsError
from ...rdf.terms import text_of
from ...readers.vocabularies.lenses import packaged_lenses
from ...readers.vocabularies.spaces import prefixed
from .endpoint import Endpoint

__all__ = ["beside_note", "foreign_note"]

_SOME = 2000  # triples that are looked at; to count them all may take a large endpoint minutes
_FACTS = "ASK { { ?m org:member ?x } UNION { ?x org:memberOf ?b } UNION { ?f blocs:basis ?b } }"
_BESIDE = """
PREFIX time: <http://www.w3.org/2006/time#>
SELECT ?what {
  { SELECT ("the time intervals of org:memberDuring" AS ?what) {
      ?m org:memberDuring ?i
      OPTIONAL { ?m schema:startDate ?start } OPTIONAL { ?m schema:endDate ?end }
      OPTIONAL { ?i time:hasBeginning ?first } OPTIONAL { ?i time:hasEnd ?last }
      FILTER((BOUND(?first) && !BOUND(?start)) || (BOUND(?last) && !BOUND(?end))
        || !(BOUND(?first) || BOUND(?last) || BOUND(?start))) } LIMIT 1 }
  UNION { SELECT ("periods of dcterms:temporal, schema:temporalCoverage and the like" AS ?what) {
      VALUES ?p { dcterms:temporal dcterms:valid schema:temporalCoverage prov:startedAtTime prov:endedAtTime
        <http://schema.org/temporalCoverage> <http://data.europa.eu/m8g/startTime> <http://data.europa.eu/m8g/endTime>
        <http://www.w3.org/ns/dcat#startDate> <http://www.w3.org/ns/dcat#endDate> time:hasBeginning time:hasEnd }
      ?m org:member ?x ; ?p ?i FILTER NOT EXISTS { ?m schema:startDate|schema:endDate ?d } } LIMIT 1 }
  UNION { SELECT ("dates in http://schema.org/" AS ?what) {
      ?m org:member ?x ; <http://schema.org/startDate>|<http://schema.org/endDate> ?d } LIMIT 1 }
  UNION { SELECT ("memberships by org:hasMember, org:hasMembership or org:headOf" AS ?what) {
      VALUES ?p { org:hasMember org:hasMembership org:headOf } ?s ?p ?o FILTER NOT EXISTS {
        { ?k org:member ?s ; org:organization ?o } UNION { ?k org:member ?o ; org:organization ?s }
        UNION { ?o org:member ?s } UNION { ?o a org:Membership ; org:member ?someone } } } LIMIT 1 }
  UNION { SELECT ("roles in words, which may be of less than full right" AS ?what) {
      ?m org:role ?role ; org:member ?x
      FILTER(!STRSTARTS(STR(?role), STR(blocs:)))
      OPTIONAL { ?role skos:prefLabel|rdfs:label ?called }
      FILTER(REGEX(STR(COALESCE(?called, ?role)),
             "observ|osserv|associ|assozi|beobacht|former|candidat|suspend|withdr", "i")) }
    LIMIT 1 }
}
"""
"""What W3C ORG says in other words than the model's, which only a lens reads."""
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


def beside_note(endpoint: Endpoint) -> str:
    """What to say of an endpoint that has something of the model and, beside it, what only a lens reads.

    Parameters
    ----------
    endpoint : Endpoint
        The endpoint.

    Returns
    -------
    str
        "" if there is nothing of the kind, or it does not answer.
    """
    try:
        found = [text_of(what) for (what,) in endpoint.select(_BESIDE) if what is not None]
    except BlocsError:
        return ""
    if not found:
        return ""
    return (
        f"{endpoint.name}: not read over an endpoint: {', '.join(found)}; a file of it is read whole:"
        f" blocs export --endpoint {endpoint.name} -o all.nt"
    )


def _instead(endpoint: Endpoint, lens: str) -> str:
    rows = endpoint.select(f"SELECT DISTINCT ?p {{ {{ SELECT ?p {{ ?s ?p ?o }} LIMIT {_SOME} }} }}")
    used = sorted(text_of(predicate) for (predicate,) in rows if predicate is not None)
    if not used:
        if endpoint.ask("ASK { GRAPH ?g { ?s ?p ?o } }"):
            return "all its triples are in named graphs; choose one with --graph IRI"
        return "there is nothing in it: no triples"
    known = [iri for iri in used if not iri.endswith("#type")] or used
    said = f"no membership of the graph model is there; it uses {shortened(map(prefixed, known), 5)}"
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
