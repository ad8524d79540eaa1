"""Classes of other vocabularies that mean a state, a person or an organization: dbo:Country, ex:Politician.

What has one is that also where a graph says of nobody that he is in anything: `type_by_classes_elsewhere`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Store

from ...model.entities import TYPES
from ...rdf.source import LocalSource
from ...rdf.terms import id_of, named
from ..planning.keys import key_of
from .kinds import kinds_of

__all__ = ["IS_A", "class_elsewhere", "type_by_classes_elsewhere"]

_DEFAULT = DefaultGraph()
_TYPE = named("rdf:type")
IS_A = NamedNode("http://www.wikidata.org/prop/direct/P31")
"""What an item of Wikidata is an instance of."""
_SAYS_LITTLE = frozenset(("member", "topic", "place"))
"""The kinds of what may be a state, a person or a body all the same."""

_STATES = """
    country, countries, sovereign state, independent state, nation, nation state, state party, member state,
    self governing, historical country, former country, staat, mitgliedstaat, mitgliedsstaat, pays, etat, etat membre, pais,
    pais miembro, estado miembro, paese, stato membro, страна, государство, q3624078, q6256, q3024240, q7275, q15634554,
    q1763527, q20181813, q10711424, q859563, q112099, q123480, q63791824, q619610, q417175, q4209223, q179164, q43702,
    q1520223, q7270, q41614, q185441
"""
_PEOPLE = """
    person, human, politician, natural person, office holder, member of parliament, head of state, politiker, persona,
    personne, pessoa, q5, q215627
"""
_BODIES = """
    organization, organisation, international organization, international organisation, intergovernmental organization,
    intergovernmental organisation, alliance, military alliance, political party, company, government agency, public
    organization, public organisation, legal entity, igo, ngo, bloc, registered organization, organizacion, organizacao,
    organizzazione, organisatie, internationale organisation, организация, q43229, q484652, q245065, q4120211, q7278,
    q1335818, q163740, q79913, q4830453, q783794, q6881511, q3918, q178790, q1127126, q1140229, q1391145, q11173509,
    q52110228
"""
_MEANT = {
    key: NamedNode(iri.value)
    for words, iri in ((_STATES, named("schema:Country")), (_PEOPLE, named("schema:Person")),
                       (_BODIES, named("org:Organization")))
    for key in re.split(r",\s*", " ".join(words.split()))
}  # fmt: skip


@lru_cache(4096)
def class_elsewhere(iri: str) -> NamedNode | None:
    """The class of the model that a class of another vocabulary means, by its name; None if it says too little.

    >>> class_elsewhere("http://dbpedia.org/ontology/Country").value, class_elsewhere("http://e.org/Thing")
    ('https://schema.org/Country', None)
    """
    return _MEANT.get(key_of(id_of(iri)))


def type_by_classes_elsewhere(store: Store) -> list[NamedNode]:
    """Give what is a state, a person or an organization by a class of another vocabulary the class of the model.

    Wikidata says by a property of its own what something is (`wdt:P31`).

    Parameters
    ----------
    store : Store
        The graph, which is changed.

    Returns
    -------
    list of NamedNode
        The property of each triple that was added.

    >>> from pyoxigraph import RdfFormat
    >>> store = Store()
    >>> store.load(b"<x:a> a <http://dbpedia.org/ontology/Country> .", RdfFormat.TURTLE)
    >>> len(type_by_classes_elsewhere(store)), kinds_of(store, NamedNode("x:a"))
    (1, {'state'})
    """
    added = []
    for property_ in (_TYPE, IS_A):
        for (class_,) in LocalSource(store, "").select(f"SELECT DISTINCT ?class {{ ?node {property_} ?class }}"):
            if (
                not isinstance(class_, NamedNode)
                or class_.value in TYPES
                or (meant := class_elsewhere(class_.value)) is None
            ):
                continue
            for quad in list(store.quads_for_pattern(None, property_, class_, _DEFAULT)):
                node = quad.subject
                if isinstance(node, NamedNode | BlankNode) and kinds_of(store, node) <= _SAYS_LITTLE:
                    store.add(Quad(node, _TYPE, meant, _DEFAULT))
                    added.append(_TYPE)
    return added
