"""The usual prefixes of vocabularies, by which messages name their terms."""

from __future__ import annotations

from urllib.parse import unquote

from ...rdf.terms import PREFIXES

__all__ = ["FIELDS", "prefixed", "space_of"]

FIELDS = "https://w3id.org/blocs/field#"
"""The space of what has no address in its file: the fields of JSON."""

_COMMON = {
    **{prefix: iri for prefix, iri in PREFIXES.items() if prefix not in ("", "fact", "quote")},
    "schema": "http://schema.org/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "owl": "http://www.w3.org/2002/07/owl#",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "p": "http://www.wikidata.org/prop/",
    "ps": "http://www.wikidata.org/prop/statement/",
    "pq": "http://www.wikidata.org/prop/qualifier/",
    "wikibase": "http://wikiba.se/ontology#",
    "dbo": "http://dbpedia.org/ontology/",
    "dbp": "http://dbpedia.org/property/",
    "euvoc": "http://publications.europa.eu/ontology/euvoc#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "np": "http://www.nanopub.org/nschema#",
}


def prefixed(iri: str) -> str:
    """An IRI with one of the usual prefixes, or whole.

    >>> prefixed("http://dbpedia.org/ontology/startDate"), prefixed("http://e.org/since")
    ('dbo:startDate', 'http://e.org/since')
    >>> prefixed(FIELDS + "joined%20in")
    'joined in'
    """
    if iri.startswith(FIELDS):
        return unquote(iri.removeprefix(FIELDS))
    space = max((ns for ns in _COMMON.values() if iri.startswith(ns)), key=len, default="")
    prefix = next((prefix for prefix, ns in _COMMON.items() if ns == space), "")
    return f"{prefix}:{iri[len(space) :]}" if space else iri


def space_of(prefix: str) -> str:
    """The vocabulary of one of the usual prefixes; "" of any other.

    >>> space_of("schema"), space_of("foaf"), space_of("mine")
    ('https://schema.org/', 'http://xmlns.com/foaf/0.1/', '')
    """
    return PREFIXES.get(prefix) or _COMMON.get(prefix, "")
