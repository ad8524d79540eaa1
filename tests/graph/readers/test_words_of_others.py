"""Graphs of kinds that are read, differently dressed, and others of which it is said that they are not."""

from __future__ import annotations

from pathlib import Path

import blocs as library
import pytest
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.sources.importing import import_rdf

PREFIXES = """\
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <http://schema.org/> .
@prefix sdo: <https://schema.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix time: <http://www.w3.org/2006/time#> .
@prefix : <http://ex.org/> .
@prefix ex: <http://ex.org/v#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix p: <http://www.wikidata.org/prop/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
"""

GRAPHS: dict[str, tuple[str, list[str], str]] = {
    "nested_interval.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :fr ; org:organization :p ; org:memberDuring [ a time:Interval ; time:hasBeginning [ a time:Instant ; time:inXSDDate "1990-05-01"^^xsd:date ] ] . :fr rdfs:label "France" . :p skos:prefLabel "Pact" .',
        ["France/Pact/full/1990-05-01/"],
        "",
    ),
    "role_text.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :fr ; org:organization :p ; org:role "Observer" . :n a org:Membership ; org:member :it ; org:organization :p ; org:role "suspended member" . :fr rdfs:label "France" . :it rdfs:label "Italy". :p skos:prefLabel "Pact" .',
        ["France/Pact/observer//", "Italy/Pact/suspended-member//"],
        "",
    ),
    "schema_dates_text.jsonld": (
        '{"@context":"https://schema.org","@type":"Organization","name":"Pact","member":[{"@type":"OrganizationRole","startDate":"May 1990","member":{"@type":"Country","name":"France"}},{"@type":"OrganizationRole","startDate":"1991","endDate":"present","member":{"@type":"Country","name":"Italy"}}]}',
        ["France/Pact/full/1990-05/", "Italy/Pact/full/1991/"],
        "",
    ),
    "wd_p463_end.ttl": (
        PREFIXES
        + 'wd:Q142 rdfs:label "France"@en ; p:P463 wd:s1 . wd:Q1 rdfs:label "CENTO"@en . wd:s1 ps:P463 wd:Q1 ; wikibase:rank wikibase:NormalRank ; pq:P580 "1955-00-00T00:00:00Z"^^xsd:dateTime ; pq:P582 "1979-01-01T00:00:00Z"^^xsd:dateTime .',
        ["France/CENTO/full/1955/1979-01-01"],
        "",
    ),
    "wd_p1344.ttl": (
        PREFIXES + 'wd:Q142 rdfs:label "France"@en ; wdt:P1344 wd:Q2 ; wdt:P5500 wd:Q3 . wd:Q2 rdfs:label "Summit" .',
        [],
        "wdt:P1344",
    ),
    "wd_p527.ttl": (
        PREFIXES + 'wd:Q7184 rdfs:label "NATO"@en ; wdt:P527 wd:Q142 . wd:Q142 rdfs:label "France"@en .',
        [],
        "wdt:P527",
    ),
    "dbp_infobox.ttl": (
        "@prefix dbp: <http://dbpedia.org/property/> . @prefix dbr: <http://dbpedia.org/resource/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . dbr:NATO dbp:membership dbr:France , dbr:Italy . dbr:France a <http://dbpedia.org/ontology/Country> .",
        ["France/NATO/full//"],
        "neither end says",
    ),
    "euvoc.ttl": (
        PREFIXES
        + '@prefix euvoc: <http://publications.europa.eu/ontology/euvoc#> . <http://publications.europa.eu/resource/authority/country/FRA> a skos:Concept ; skos:prefLabel "France"@en ; org:memberOf <http://publications.europa.eu/resource/authority/corporate-body/EURUN> . <http://publications.europa.eu/resource/authority/corporate-body/EURUN> a skos:Concept ; skos:prefLabel "European Union"@en .',
        ["France/European Union/full//"],
        "",
    ),
    "vcard_group.ttl": (
        PREFIXES
        + '@prefix v: <http://www.w3.org/2006/vcard/ns#> . :g a v:Group ; v:fn "Blue Circle" ; v:hasMember :a . :a a v:Individual ; v:fn "Ann Lee" .',
        ["Ann Lee/Blue Circle/full//"],
        "",
    ),
    "sioc.ttl": (
        PREFIXES
        + '@prefix sioc: <http://rdfs.org/sioc/ns#> . :g a sioc:Usergroup ; rdfs:label "Blue Circle" ; sioc:has_member :a . :a a sioc:UserAccount ; rdfs:label "ann" .',
        ["ann/Blue Circle/full//"],
        "",
    ),
    "own_memberof.ttl": (
        PREFIXES
        + ':fr a schema:Country ; rdfs:label "France" ; ex:memberOf :p . :p a org:Organization ; rdfs:label "Pact" .',
        [],
        "memberOf",
    ),
    "skos_broader.ttl": (
        PREFIXES + ':fr skos:prefLabel "France"@en ; skos:broader :eu . :eu skos:prefLabel "EU members"@en .',
        [],
        "skos:broader",
    ),
    "foaf_member_rev.ttl": (
        PREFIXES + ':a a foaf:Person ; foaf:name "Ann" ; foaf:member :g . :g a foaf:Group ; foaf:name "Circle" .',
        ["Ann/Circle/full//"],
        "",
    ),
    "rdfstar_dates.ttl": (
        PREFIXES
        + ':fr rdfs:label "France" ; org:memberOf :p . :p a org:Organization ; rdfs:label "Pact" . << :fr org:memberOf :p >> schema:startDate "1990" ; schema:endDate "1999" .',
        ["France/Pact/full/1990/1999"],
        "",
    ),
    "reified_st.ttl": (
        PREFIXES
        + '@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . :s a rdf:Statement ; rdf:subject :fr ; rdf:predicate org:memberOf ; rdf:object :p ; schema:startDate "1990" . :fr rdfs:label "France" ; org:memberOf :p . :p a org:Organization ; rdfs:label "Pact" .',
        ["France/Pact/full/1990/"],
        "",
    ),
    "popolo_motion.json": (
        '{"memberships":[{"person":{"name":"Ann Lee"},"organization":{"name":"Council"},"role":"member","start_date":"2010"}]}',
        ["Ann Lee/Council/full/2010/"],
        "",
    ),
    "former_role.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :fr ; org:organization :p ; org:role [ skos:prefLabel "former member"@en ] . :fr rdfs:label "France" . :p skos:prefLabel "Pact" .',
        [],
        "former member",
    ),
    "vcard_organizations.ttl": (
        PREFIXES
        + '@prefix v: <http://www.w3.org/2006/vcard/ns#> . :g a v:Group ; v:fn "League" ; v:hasMember :a . :a a v:Organization ; v:organization-name "Club" .',
        ["Club/League/full//"],
        "",
    ),
    "sioc_member_of.ttl": (
        PREFIXES
        + '@prefix sioc: <http://rdfs.org/sioc/ns#> . :g a sioc:Usergroup ; sioc:name "Editors" . :b a sioc:UserAccount ; sioc:name "bo" ; sioc:member_of :g .',
        ["bo/Editors/full//"],
        "",
    ),
    "wd_states_in_alliance.ttl": (
        PREFIXES
        + 'wd:Q7184 rdfs:label "NATO"@en ; wdt:P31 wd:Q245065 ; wdt:P527 wd:Q142 , wd:Q99 . wd:Q142 rdfs:label "France"@en ; wdt:P31 wd:Q3624078 . wd:Q99 rdfs:label "Command"@en ; wdt:P31 wd:Q43229 . wd:Q29 rdfs:label "Spain"@en ; wdt:P31 wd:Q3624078 ; wdt:P150 wd:Q5705 ; wdt:P361 wd:Q46 . wd:Q5705 rdfs:label "Catalonia"@en . wd:Q46 rdfs:label "Europe"@en ; wdt:P31 wd:Q5107 .',
        ["France/NATO/full//"],
        "",
    ),
    "wd_part_of_dated.ttl": (
        PREFIXES
        + 'wd:Q145 rdfs:label "United Kingdom"@en ; wdt:P297 "GB" ; p:P361 wd:s1 . wd:s1 ps:P361 wd:Q458 ; pq:P580 "1973-01-01T00:00:00Z"^^xsd:dateTime ; pq:P582 "2020-01-31T00:00:00Z"^^xsd:dateTime . wd:Q458 rdfs:label "European Union"@en ; wdt:P31 wd:Q4120211 .',
        ["United Kingdom/European Union/full/1973-01-01/2020-01-31"],
        "",
    ),
    "beside_a_graph.trig": (
        PREFIXES
        + ':fr a schema:Country ; rdfs:label "France" ; org:memberOf :eu . :eu a org:Organization ; rdfs:label "EU" . :g2 { :it a schema:Country ; rdfs:label "Italy" ; org:memberOf :eu . }',
        ["France/EU/full//"],
        "--lens named-graphs",
    ),
    "schema_alumni.jsonld": (
        '{"@context":"https://schema.org","@type":"Person","name":"Ann","alumniOf":{"@type":"Organization","name":"School"},"memberOf":{"@type":"ProgramMembership","programName":"Miles"}}',
        [],
        "schema:alumniOf",
    ),
}
"""What is in each graph, its memberships, and what of it is said that was not read."""


@pytest.mark.parametrize("name", GRAPHS)
def test_a_graph_is_read_right_or_what_is_unread_is_said(tmp_path: Path, name: str) -> None:
    content, right, said = GRAPHS[name]
    path = tmp_path / name
    path.write_text(content, "utf-8")
    graph = library.load(path)
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    found = read_memberships(graph.source, ALWAYS, role="any")
    roles = [(m, m.role.rpartition("/")[2]) for m in found]
    assert (
        sorted("/".join((labels[m.member], labels[m.body], role, m.start or "", m.end or "")) for m, role in roles)
        == right
    )
    notes = " ".join(graph.source.notes)
    assert said in notes if said else notes == ""


def test_a_store_says_that_memberships_in_a_named_graph_were_not_read(tmp_path: Path) -> None:
    content, _, said = GRAPHS["beside_a_graph.trig"]
    (tmp_path / "t.trig").write_text(content, "utf-8")
    manifest = import_rdf(tmp_path / "store", [tmp_path / "t.trig"])
    assert any(said in note for note in manifest.sources[0].notes)
