"""Classes of other vocabularies that mean a state, a person or an organization: dbo:Country, ex:Politician."""

from __future__ import annotations

import re

from pyoxigraph import NamedNode

from ...rdf.terms import id_of, named
from ..planning.keys import key_of

__all__ = ["class_elsewhere"]

_STATES = """
    country, countries, sovereign state, independent state, nation, nation state, state party, member state,
    self governing, historical country, former country, staat, mitgliedstaat, mitgliedsstaat, pays, etat, etat membre, pais,
    pais miembro, estado miembro, paese, stato membro, страна, государство, q3624078, q6256, q3024240, q7275, q15634554,
    q1763527, q20181813
"""
_PEOPLE = """
    person, human, politician, natural person, office holder, member of parliament, head of state, politiker, persona,
    personne, pessoa, q5, q215627
"""
_BODIES = """
    organization, organisation, international organization, international organisation, intergovernmental organization,
    intergovernmental organisation, alliance, military alliance, political party, company, government agency, public
    organization, public organisation, legal entity, igo, ngo, bloc, registered organization, organizacion, organizacao,
    organizzazione, organisatie, internationale organisation, организация, q43229, q484652, q245065, q4120211, q7278
"""
_MEANT = {
    key: NamedNode(iri.value)
    for words, iri in ((_STATES, named("schema:Country")), (_PEOPLE, named("schema:Person")),
                       (_BODIES, named("org:Organization")))
    for key in re.split(r",\s*", " ".join(words.split()))
}  # fmt: skip


def class_elsewhere(iri: str) -> NamedNode | None:
    """The class of the model that a class of another vocabulary means, by its name; None if it says too little.

    >>> class_elsewhere("http://dbpedia.org/ontology/Country").value, class_elsewhere("http://e.org/Thing")
    ('https://schema.org/Country', None)
    """
    return _MEANT.get(key_of(id_of(iri)))
