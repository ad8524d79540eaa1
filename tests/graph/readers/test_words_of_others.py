"""Graphs of kinds that are read, differently dressed, and others of which it is said that they are not."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.checking import check_files
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.sources.importing.graphs import import_rdf

Run = Callable[..., Any]

PREFIXES = """\
@prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <http://schema.org/> .
@prefix sdo: <https://schema.org/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
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
        "counted as full members, in a role of their own: “suspended member” (1); if some are less, write",
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
    "dbp_other_editions.ttl": (
        "@prefix dct: <http://purl.org/dc/terms/> . @prefix dbo: <http://dbpedia.org/ontology/> . <http://fr.dbpedia.org/resource/Italie> a dbo:Country ; dct:subject <http://fr.dbpedia.org/resource/Catégorie:État_membre_de_l'Union_européenne> . <http://es.dbpedia.org/resource/Chile> a dbo:Country ; dct:subject <http://es.dbpedia.org/resource/Categor%C3%ADa:Estados_miembros_de_la_OEA> . <http://it.dbpedia.org/resource/Malta> a dbo:Country ; dct:subject <http://it.dbpedia.org/resource/Categoria:Stati_membri_dell%27UNESCO> . <http://pt.dbpedia.org/resource/Angola> a dbo:Country ; dct:subject <http://pt.dbpedia.org/resource/Categoria:Estados-membros_da_União_Africana> . <http://nl.dbpedia.org/resource/Ierland> a dbo:Country ; dct:subject <http://nl.dbpedia.org/resource/Categorie:Lidstaat_van_de_Raad_van_Europa> . <http://de.dbpedia.org/resource/Frankreich> a dbo:Country ; dct:subject <http://de.dbpedia.org/resource/Kategorie:Mitgliedstaat_der_NATO> , <http://de.dbpedia.org/resource/Kategorie:Mitgliedstaat_der_Europäischen_Union> .",
        [
            "Angola/União Africana/full//",
            "Chile/OEA/full//",
            "Frankreich/NATO/full//",
            "Ierland/Raad van Europa/full//",
            "Italie/Union européenne/full//",
            "Malta/UNESCO/full//",
        ],
        "“Mitgliedstaat der Europäischen Union” (Frankreich)",
    ),
    "dbp_countries_of.ttl": (
        "@prefix dct: <http://purl.org/dc/terms/> . @prefix dbo: <http://dbpedia.org/ontology/> . <http://dbpedia.org/resource/Spain> a dbo:Country ; dct:subject <http://dbpedia.org/resource/Category:Countries_of_the_European_Union> , <http://dbpedia.org/resource/Category:Observatories_in_Spain> , <http://dbpedia.org/resource/Category:Member_states_of_NATO> .",
        ["Spain/NATO/full//"],
        "can read it (docs/lenses.md): “Countries of the European Union” (Spain)",
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
        ["France/Pact/full//"],
        "read by its name: http://ex.org/v#memberOf as membership (1)",
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
    "dcmi_period.ttl": (
        PREFIXES
        + '@prefix dcat: <http://www.w3.org/ns/dcat#> . :m a org:Membership ; org:member :be ; org:organization :p ; dct:temporal "start=1948-03-17; end=1954-10-23;"^^dct:Period . :n a org:Membership ; org:member :lu ; org:organization :p ; dct:temporal [ dcat:startDate "1948" ; dcat:endDate "1954" ] . :o a org:Membership ; org:member :nl ; org:organization :p ; dct:valid "1948–1950" . :be rdfs:label "Belgium" . :lu rdfs:label "Luxembourg" . :nl rdfs:label "Netherlands" . :p skos:prefLabel "Pact" .',
        [
            "Belgium/Pact/full/1948-03-17/1954-10-23",
            "Luxembourg/Pact/full/1948/1954",
            "Netherlands/Pact/full/1948/1950",
        ],
        "",
    ),
    "period_without_ends.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; dct:temporal "the cold war" . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full//"],
        "a period from which no start and no end could be read",
    ),
    "temporal_coverage.jsonld": (
        '{"@context":"https://schema.org","@type":"Organization","name":"Pact","member":[{"@type":"OrganizationRole","temporalCoverage":"1949-04-04/..","member":{"@type":"Country","name":"Norway"}},{"@type":"OrganizationRole","temporalCoverage":"1952/1974","startDate":"1952-02-18","member":{"@type":"Country","name":"Greece"}}]}',
        ["Greece/Pact/full/1952-02-18/1974", "Norway/Pact/full/1949-04-04/"],
        "",
    ),
    "member_during_nodes.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; org:memberDuring [ sdo:startDate "1948" ; sdo:endDate "1954-10" ] . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1948/1954-10"],
        "",
    ),
    "unread_of_a_membership.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; ex:ratifiedIn "1948"^^xsd:gYear ; ex:note "x" ; dct:modified "2020-01-01"^^xsd:date . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full//"],
        "not read of memberships: http://ex.org/v#ratifiedIn (1); see docs/lenses.md",
    ),
    "dublin_core_of_a_membership.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; dct:date "1948"^^xsd:gYear ; dct:created "2020-01-01"^^xsd:date . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full//"],
        "not read of memberships: dcterms:date (1); see docs/lenses.md",
    ),
    "edges_by_words.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; ex:accededOn "17 February 1989" ; ex:withdrawnOn 1994 . :n a org:Membership ; org:member :fr ; org:organization :p ; ex:fechaIngreso "1990" ; ex:finMandat "1995" . :be rdfs:label "Belgium" . :fr rdfs:label "France" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1989-02-17/1994", "France/Pact/full/1990/1995"],
        "edges_by_words.ttl: read by its name: http://ex.org/v#accededOn as the start (1); if it is not, see docs/lenses.md",
    ),
    "roles_by_words.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; ex:membershipStatus "observer" . :n a org:Membership ; org:member :fr ; org:organization :p ; ex:membershipStatus "active" . :o a org:Membership ; org:member :it ; org:organization :p ; ex:membershipStatus "withdrawn" . :be rdfs:label "Belgium" . :fr rdfs:label "France" . :it rdfs:label "Italy" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/observer//", "France/Pact/full//"],
        "read by its name: http://ex.org/v#membershipStatus as the role (3); if it is not, see docs/lenses.md roles_by_words.ttl: left out: a membership in the role “withdrawn”",
    ),
    "past_by_a_status.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; schema:startDate "1949" ; schema:endDate "1994" ; ex:status "inactive" . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1949/1994"],
        "read by its name: http://ex.org/v#status as the role (1)",
    ),
    "said_by_values_alone.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; ex:gone "June 1994" ; ex:kind "observer" ; ex:votes "1994" ; ex:colour "red" . :n a org:Membership ; org:member :fr ; org:organization :p ; ex:note "left in 1994, observer since" ; ex:kind "member" . :be rdfs:label "Belgium" . :fr rdfs:label "France" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full//", "France/Pact/full//"],
        "said_by_values_alone.ttl: not read of memberships: http://ex.org/v#gone (1), http://ex.org/v#kind (1), http://ex.org/v#note (1); see docs/lenses.md",
    ),
    "two_spans_of_one_node.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; org:role "observer" ; schema:startDate "2017-01-30", "1963-05-25" ; schema:endDate "1984-11", "2020" . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/observer/1963-05-25/1984-11", "Belgium/Pact/observer/2017-01-30/2020"],
        "several starts or ends of one membership were paired in their order: Belgium in Pact (1963-05-25–1984-11, 2017-01-30–2020); if they go together otherwise, write a membership for each time",
    ),
    "came_back.jsonld": (
        '{"@context": "https://schema.org", "@type": "Organization", "name": "Pact", "member": {"@type": "OrganizationRole", "startDate": ["2017", "1963"], "endDate": "1984", "member": {"@type": "Country", "name": "Morocco"}}}',
        ["Morocco/Pact/full/1963/1984", "Morocco/Pact/full/2017/"],
        "paired in their order: Morocco in Pact (1963–1984, 2017–)",
    ),
    "two_starts_without_an_end_between.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; schema:startDate "1984", "1990", "1984-05" ; schema:endDate "1999" . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1984-05/1999"],
        "several starts or ends of one membership cannot be paired: Belgium in Pact (starts 1984, 1984-05, 1990, read as 1984-05–1999); write a membership for each time",
    ),
    "star_of_two_times.ttl": (
        PREFIXES
        + ':be a sdo:Country ; rdfs:label "Belgium" ; org:memberOf :p {| sdo:startDate "1963" ; sdo:endDate "1984" |} {| sdo:startDate "2017" |} . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1963/1984", "Belgium/Pact/full/2017/"],
        "",
    ),
    "backward.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; schema:startDate "1990" ; schema:endDate "1985" . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1990/1985"],
        "backward.ttl: a membership that ends before it begins counts at no date: Belgium in Pact (1990–1985); fix its start or its end",
    ),
    "one_node_of_four.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be, :fr ; org:organization :p, :q ; schema:startDate "1995" . :be rdfs:label "Belgium" . :fr rdfs:label "France" . :p skos:prefLabel "Pact" . :q skos:prefLabel "League" .',
        ["Belgium/League/full/1995/", "Belgium/Pact/full/1995/", "France/League/full/1995/", "France/Pact/full/1995/"],
        "a membership of several members in several bodies is read as that of each in each: Belgium, France in League, Pact; if it is not, write one for each member and body",
    ),
    "one_node_of_two_members.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be, :fr ; org:organization :p ; schema:startDate "1995", "2001" ; schema:endDate "1999" . :be rdfs:label "Belgium" . :fr rdfs:label "France" . :p skos:prefLabel "Pact" .',
        [
            "Belgium/Pact/full/1995/1999",
            "Belgium/Pact/full/2001/",
            "France/Pact/full/1995/1999",
            "France/Pact/full/2001/",
        ],
        "paired in their order: Belgium in Pact (1995–1999, 2001–), France in Pact (1995–1999, 2001–)",
    ),
    "dates_of_a_member.jsonld": (
        '{"@context": "https://schema.org", "@type": "Organization", "name": "Pact", "member": [{"@type": "Country", "name": "Tunisia", "startDate": "1995", "endDate": "1999"}]}',
        ["Tunisia/Pact/full//"],
        "not read as the time of a membership: schema:endDate and schema:startDate of Tunisia; write it on the org:Membership, or on a schema:OrganizationRole between the body and its member",
    ),
    "dates_of_a_body.ttl": (
        PREFIXES
        + ':be a sdo:Country ; rdfs:label "Belgium" ; sdo:memberOf :p . :p a sdo:Organization ; sdo:name "Pact" ; ex:joined "1995" ; sdo:foundingDate "1990" .',
        ["Belgium/Pact/full//"],
        "not read as the time of a membership: http://ex.org/v#joined of Pact; write it on",
    ),
    "linked_to.ttl": (
        PREFIXES
        + ':be rdfs:label "Belgium" ; org:memberOf :p . :fr rdfs:label "France" ; org:linkedTo :p . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full//"],
        "not read, though it may say who is in what: org:linkedTo (1); see docs/lenses.md",
    ),
    "change_event.ttl": (
        PREFIXES
        + ':be rdfs:label "Belgium" ; org:memberOf :p . :p skos:prefLabel "Pact" ; org:changedBy :e . :e a org:ChangeEvent ; org:resultingOrganization :q ; <http://www.w3.org/ns/prov#endedAtTime> "1999-01-01T00:00:00Z"^^xsd:dateTime . :q a org:Organization ; skos:prefLabel "New Pact" .',
        ["Belgium/Pact/full//"],
        "not read, changes of bodies (org:ChangeEvent): Pact to New Pact (1999-01-01); if one ended or began with it, give that body its schema:dissolutionDate or schema:foundingDate",
    ),
    "classified_by_a_text.ttl": (
        PREFIXES
        + ':be rdfs:label "Belgium" ; org:memberOf :p . :p a org:Organization ; skos:prefLabel "Pact" ; org:classification "alliance" .',
        ["Belgium/Pact/full//"],
        "",
    ),
    "withdrawn_in_french.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; ex:statut "retiré" . :n a org:Membership ; org:member :fr ; org:organization :p ; ex:statut "ended" ; schema:endDate "1994" . :be rdfs:label "Belgium" . :fr rdfs:label "France" . :p skos:prefLabel "Pact" .',
        ["France/Pact/full//1994"],
        "left out: a membership in the role “retiré”",
    ),
    "intervals_of_two_spans.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; org:memberDuring [ a time:Interval ; time:hasBeginning [ time:inXSDDate "1990-01-01"^^xsd:date ] ; time:hasEnd [ time:inXSDDate "1995-01-01"^^xsd:date ] ] , [ a time:Interval ; time:hasBeginning [ time:inXSDDate "2000-01-01"^^xsd:date ] ] . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1990-01-01/1995-01-01", "Belgium/Pact/full/2000-01-01/"],
        "intervals_of_two_spans.ttl: several starts or ends of one membership were paired in their order",
    ),
    "addresses_alone.jsonld": (
        '{"@context": "https://schema.org", "@graph": [{"@type": "Person", "name": "Ann Poe", "memberOf": {"@type": "Organization", "url": "https://www.a.org/"}}, {"@type": "Person", "name": "Bob Ray", "memberOf": {"@type": "Organization", "url": "https://b.org"}}]}',
        ["Ann Poe/a.org/full//", "Bob Ray/b.org/full//"],
        "",
    ),
    "finer_than_read.ttl": (
        PREFIXES
        + ':m a org:Membership ; org:member :be ; org:organization :p ; schema:startDate "1989" ; ex:accededOn "1989-02-17" . :be rdfs:label "Belgium" . :p skos:prefLabel "Pact" .',
        ["Belgium/Pact/full/1989/"],
        "not read of memberships: http://ex.org/v#accededOn (1); see docs/lenses.md",
    ),
    "role_between.jsonld": (
        '{"@context": {"@vocab": "https://schema.org/", "x": "http://x.org/v#"}, "@type": "Organization", "name": "Pact", "member": {"@type": "OrganizationRole", "startDate": "1989", "x:withdrawnOn": "1994-06-30", "x:capacity": "observer", "member": {"@type": "Country", "name": "Algeria"}}}',
        ["Algeria/Pact/observer/1989/1994-06-30"],
        "read by its name: http://x.org/v#capacity as the role (1)",
    ),
    "skosxl.ttl": (
        PREFIXES
        + '@prefix xl: <http://www.w3.org/2008/05/skos-xl#> . :o7 a org:Organization ; xl:prefLabel :l1 . :l1 xl:literalForm "Hanseatic League"@en . :c1 xl:prefLabel [ xl:literalForm "Lübeck"@de ] ; org:memberOf :o7 .',
        ["Lübeck/Hanseatic League/full//"],
        "",
    ),
    "geonames.ttl": (
        PREFIXES
        + '@prefix gn: <https://www.geonames.org/ontology#> . <https://sws.geonames.org/3017382/> gn:name "France" ; org:memberOf :o7 . :o7 a org:Organization ; dct:title "Pact" .',
        ["France/Pact/full//"],
        "",
    ),
    "names_by_iri.nt": (
        "<http://dbpedia.org/resource/C%C3%B4te_d%27Ivoire> <http://www.w3.org/ns/org#memberOf> <http://dbpedia.org/resource/Organisation_of_African_Unity> .",
        ["Côte d'Ivoire/Organisation of African Unity/full//"],
        "",
    ),
    "same_as.ttl": (
        PREFIXES
        + '@prefix owl: <http://www.w3.org/2002/07/owl#> . :ru a schema:Country ; schema:name "Russian Federation" ; schema:memberOf :cis ; owl:sameAs wd:Q159 . wd:Q159 a schema:Country ; rdfs:label "Россия"@ru ; schema:memberOf :brics . :cis a schema:Organization ; schema:name "CIS" . :brics a schema:Organization ; schema:name "BRICS" ; schema:sameAs <https://brics.example/> .',
        ["Russian Federation/BRICS/full//", "Russian Federation/CIS/full//"],
        "joined, as the file says that they are the same: Russian Federation and Россия",
    ),
    "same_as_another.ttl": (
        PREFIXES
        + ':fr a schema:Country ; schema:name "France" ; schema:memberOf :p ; schema:sameAs :it . :it a schema:Country ; schema:name "Italy" ; schema:memberOf :p . :p a schema:Organization ; schema:name "Pact" .',
        ["France/Pact/full//", "Italy/Pact/full//"],
        "not joined, though the file says that they are the same: France and Italy",
    ),
    "wd_ended_somehow.ttl": (
        PREFIXES
        + 'wd:Q145 rdfs:label "United Kingdom"@en ; p:P463 wd:s1 , wd:s2 , wd:s3 . wd:s1 ps:P463 wd:Q458 ; pq:P1534 wd:Q7888194 . wd:s2 ps:P463 _:some . wd:s3 ps:P463 wd:Q1 ; pq:P585 "1951-07-11T00:00:00Z"^^xsd:dateTime . wd:Q458 rdfs:label "European Union"@en . wd:Q1 rdfs:label "UN"@en .',
        ["United Kingdom/UN/full//"],
        "left out: a membership in something unknown: United Kingdom wd_ended_somehow.ttl: left out: a membership that ended at an unknown date: United Kingdom in European Union wd_ended_somehow.ttl: not read of memberships: pq:P585 (1)",
    ),
    "wd_party.ttl": (
        PREFIXES
        + 'wd:Q1 rdfs:label "Ann Lee"@en ; wdt:P31 wd:Q5 ; p:P102 wd:a , wd:b . wd:a ps:P102 wd:Q10 ; pq:P580 "1990-01-01T00:00:00Z"^^xsd:dateTime ; pqv:P580 [ wikibase:timePrecision 9 ] . wd:b ps:P102 wd:Q11 ; wikibase:rank wikibase:DeprecatedRank . wd:Q2 rdfs:label "Bo Li"@en ; wdt:P54 wd:Q13 . wd:Q10 rdfs:label "Green Party"@en . wd:Q13 rdfs:label "FC Town"@en .',
        ["Ann Lee/Green Party/full/1990/", "Bo Li/FC Town/full//"],
        "a statement of deprecated rank: Ann Lee in Q11",
    ),
    "wd_party_by_values.ttl": (
        PREFIXES
        + 'wd:Q1 rdfs:label "Ann Lee"@en ; p:P102 wd:a , wd:b . wd:a ps:P102 wd:Q10 ; pqv:P580 [ wikibase:timeValue "1985-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 9 ] ; pqv:P582 [ wikibase:timeValue "1990-03-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 10 ] .'
        ' wd:b ps:P102 wd:Q11 ; pqv:P582 [ wikibase:timeValue "1990-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 8 ] . wd:Q10 rdfs:label "Green Party"@en . wd:Q11 rdfs:label "Red Party"@en .',
        ["Ann Lee/Green Party/full/1985/1990-03"],
        "left out: a membership that ended at an unknown date",
    ),
    "wd_by_values.ttl": (
        PREFIXES
        + 'wd:Q1 rdfs:label "Chad"@en ; p:P463 wd:a . wd:a ps:P463 wd:Q10 ; pqv:P580 [ wikibase:timeValue "1985-01-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 9 ] ; pqv:P582 [ wikibase:timeValue "1990-03-01T00:00:00Z"^^xsd:dateTime ; wikibase:timePrecision 10 ] . wd:Q10 rdfs:label "Pact"@en .',
        ["Chad/Pact/full/1985/1990-03"],
        "",
    ),
    "dbp_party.ttl": (
        PREFIXES
        + '@prefix dbo: <http://dbpedia.org/ontology/> . @prefix dbr: <http://dbpedia.org/resource/> . dbr:Olof_Palme a dbo:Person ; rdfs:label "Olof Palme"@sv ; dbo:party dbr:SAP . dbr:SAP rdfs:label "Social Democrats"@en . dbr:ABBA rdfs:label "ABBA"@en ; dbo:bandMember dbr:Agnetha ; dbo:formerBandMember dbr:Stig .',
        ["Agnetha/ABBA/full//", "Olof Palme/Social Democrats/full//"],
        "left out: a former member of a band",
    ),
    "list_of_members.ttl": (
        PREFIXES
        + ':p a schema:Organization ; schema:name "Pact" ; schema:member ( :fr :it ) . :fr a schema:Country ; schema:name "France" . :it a schema:Country ; schema:name "Italy" .',
        ["France/Pact/full//", "Italy/Pact/full//"],
        "",
    ),
    "bag_of_members.ttl": (
        PREFIXES
        + ':p a schema:Organization ; schema:name "Pact" ; schema:member [ a rdf:Bag ; rdf:_1 :fr ; rdf:_2 :it ] . :fr a schema:Country ; schema:name "France" . :it a schema:Country ; schema:name "Italy" .',
        ["France/Pact/full//", "Italy/Pact/full//"],
        "",
    ),
    "roles_by_class.ttl": (
        PREFIXES
        + ':AssociateMembership rdfs:subClassOf org:Membership . :p a org:Organization ; rdfs:label "Pact" . :fr a schema:Country ; schema:name "France" . :it a schema:Country ; schema:name "Italy" . :pl a schema:Country ; schema:name "Poland" . '
        ":a a :AssociateMembership, org:Membership ; org:member :fr ; org:organization :p . :b a :ObserverMembership ; org:member :it ; org:organization :p . :c a :FormerMembership ; org:member :pl ; org:organization :p .",
        ["France/Pact/associate//", "Italy/Pact/observer//"],
        "left out: a membership in the role “former member”",
    ),
    "kinds_of_member_of.ttl": (
        PREFIXES
        + ':observerOf rdfs:subPropertyOf org:memberOf . :p a org:Organization ; rdfs:label "Pact" . :fr a schema:Country ; schema:name "France" ; org:memberOf :p . :it a schema:Country ; schema:name "Italy" ; :observerOf :p .',
        ["France/Pact/full//", "Italy/Pact/observer//"],
        "read by its name",
    ),
    "thirtieth_of_february.ttl": (
        PREFIXES
        + ':p a org:Organization ; rdfs:label "Pact" . :fr a schema:Country ; schema:name "France" . :m a org:Membership ; org:member :fr ; org:organization :p ; schema:startDate "1999-02-30"^^xsd:date .',
        ["France/Pact/full/1999/"],
        "the start '1999-02-30' of France in Pact is read as 1999",
    ),
    "half_a_membership.ttl": (
        PREFIXES + ':m a org:Membership ; org:member :fr . :fr rdfs:label "France" .',
        [],
        "left out: a membership that does not say who is in what",
    ),
    "popolo_with_more.json": (
        '{"organizations":[{"id":"o1","name":"Council","memberships":[{"member_id":"p1","valid_from":"2001-05-01"}]}],"persons":[{"id":"p1","name":"Ann"}]}',
        ["Ann/Council/full/2001-05-01/"],
        "read by its name: valid_from as the start (1)",
    ),
    "popolo_organization.json": (
        '{"id":"o1","name":"Council","memberships":[{"member_id":"p1","member":{"name":"Ann"},"start_date":"2001-05-01"}]}',
        ["Ann/Council/full/2001-05-01/"],
        "",
    ),
    "entities.ftm.json": (
        '{"id":"p-1","schema":"Person","properties":{"name":["Ivan Petrov"],"nationality":["ru"]}}\n'
        '{"id":"o-1","schema":"PublicBody","properties":{"name":["State Council"]}}\n{"id":"c-1","schema":"Company","properties":{"name":["Volga LLC"]}}\n'
        '{"id":"m-1","schema":"Membership","properties":{"member":["p-1"],"organization":["o-1"],"role":["Presidium"],"startDate":["2012","2012-05"],"endDate":["2018"]}}\n'
        '{"id":"m-2","schema":"Membership","properties":{"member":["p-1"],"organization":["c-1"],"status":["former"]}}\n'
        '{"id":"d-1","schema":"Directorship","properties":{"director":["p-1"],"organization":["c-1"],"startDate":["2015"]}}\n',
        ["Ivan Petrov/State Council/presidium/2012-05/2018"],
        "left out: a membership in the role “former member”",
    ),
    "nested_ftm.json": (
        '{"id":"NK-1","caption":"Oleg Sidorov","schema":"Person","properties":{"name":["O. Sidorov","Oleg Sidorov"],"positionOccupancies":[{"id":"occ","schema":"Occupancy","properties":{"post":[{"id":"pos","schema":"Position","properties":{"name":["Member"]}}]}}],'
        '"membershipMember":[{"id":"m-1","schema":"Membership","properties":{"organization":[{"id":"org-1","schema":"Organization","properties":{"name":["United Party"]}}],"startDate":["2003"]}}]}}',
        ["Oleg Sidorov/United Party/full/2003/"],
        "left out: the holding of an office",
    ),
    "role_without_a_type.ttl": (
        PREFIXES
        + ':p a sdo:SportsClub ; sdo:name "Chess Club" ; sdo:member [ sdo:member :a ; sdo:startDate "2001" ; sdo:endDate "2003" ] . :a a sdo:Person ; sdo:name "Ann" .',
        ["Ann/Chess Club/full/2001/2003"],
        "",
    ),
    "wd_posts_beside.ttl": (
        PREFIXES
        + 'wd:Q23 rdfs:label "Ann"@en ; p:P39 [ ps:P39 wd:Q11 ] ; wdt:P463 wd:Q5 . wd:Q5 rdfs:label "Society"@en .',
        ["Ann/Society/full//"],
        "not read, though it may say who is in what: p:P39 (1)",
    ),
    "cidoc.ttl": (
        PREFIXES
        + '@prefix crm: <http://www.cidoc-crm.org/cidoc-crm/> . :g rdfs:label "Guild" . :a rdfs:label "Ann" ; a crm:E21_Person . :b rdfs:label "Bo" . :c rdfs:label "Cy" . :g crm:P107_has_current_or_former_member :d , :a . :d rdfs:label "Di" .'
        ' :j1 crm:P143_joined :a ; crm:P144_joined_with :g ; crm:P4_has_time-span [ crm:P82a_begin_of_the_begin "1950-01-01"^^xsd:date ; crm:P82b_end_of_the_end "1950-12-31"^^xsd:date ] .'
        ' :l1 crm:P145_separated :a ; crm:P146_separated_from :g ; crm:P4_has_time-span [ crm:P82a_begin_of_the_begin "1955-03-01"^^xsd:date ; crm:P82b_end_of_the_end "1955-03-31"^^xsd:date ] .'
        ' :j2 crm:P143_joined :a ; crm:P144_joined_with :g ; crm:P4_has_time-span [ crm:P82_at_some_time_within "1960" ] .'
        " :j3 crm:P143_joined :b ; crm:P144_joined_with :g . :l3 crm:P145_separated :b ; crm:P146_separated_from :g ."
        ' :l4 crm:P145_separated :c ; crm:P146_separated_from :g ; crm:P4_has_time-span [ crm:P82_at_some_time_within "1970" ] .',
        ["Ann/Guild/full/1950/1955-03", "Ann/Guild/full/1960/", "Cy/Guild/full//1970"],
        "left out: a member of whom P107_has_current_or_former_member does not say whether it is one now: Di cidoc.ttl: left out: a member who left",
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


@pytest.mark.parametrize("name", [name for name in GRAPHS if GRAPHS[name][1]])
def test_an_import_reads_the_same(tmp_path: Path, name: str) -> None:
    content, right, _ = GRAPHS[name]
    path = tmp_path / name
    path.write_text(content, "utf-8")
    import_rdf(tmp_path / "store", [path], reconcile=False)
    graph = library.load(store=tmp_path / "store")
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    found = read_memberships(graph.source, ALWAYS, role="any")
    assert (
        sorted(
            "/".join((labels[m.member], labels[m.body], m.role.rpartition("/")[2], m.start or "", m.end or ""))
            for m in found
        )
        == right
    )


STAR = (
    PREFIXES
    + ':hr a sdo:Country ; rdfs:label "Croatia" ; org:memberOf :p {| sdo:startDate "2009" ; sdo:endDate "2015" |} . :al a sdo:Country ; rdfs:label "Albania" ; org:memberOf :p {| sdo:startDate "2003" ; sdo:roleName "observer" |} . :it a sdo:Country ; rdfs:label "Italy" ; org:memberOf :p {| sdo:startDate "2001" |} . :p a org:Organization ; rdfs:label "Pact" .'
)
SORT, BACKWARD = (GRAPHS[f"{name}.ttl"][0] for name in ("classified_by_a_text", "backward"))
FOUR = GRAPHS["one_node_of_four.ttl"][0].replace("rdfs:label", "a sdo:Country ; rdfs:label")


@pytest.mark.parametrize(("content", "errors"), [(STAR, 0), (FOUR, 0), (SORT, 0), (BACKWARD, 1)])
def test_what_is_read_in_parts_is_no_error_and_what_cannot_be_is_one(tmp_path: Path, content: str, errors: int) -> None:
    (tmp_path / "t.ttl").write_text(content, "utf-8")
    found = check_files([tmp_path / "t.ttl"])
    assert len([one for one in found if one.severity == "error"]) == errors
    assert not any("shortcut" in one.what for one in found)


def test_who_was_a_member_by_a_triple_and_its_dates_is_none_now(tmp_path: Path) -> None:
    (tmp_path / "t.ttl").write_text(STAR, "utf-8")
    graph = library.load(tmp_path / "t.ttl")
    assert [member.label for member in graph.members("Pact")] == ["Italy"]


LENS = """\
PREFIX ex: <http://ex.org/v#>
CONSTRUCT { ?r a org:Membership ; org:member ?c ; org:organization ?t ; schema:endDate ?to . ?c a schema:Country }
WHERE { ?r ex:state ?c ; ex:treaty ?t . OPTIONAL { ?r ex:left ?to } OPTIONAL { ?r ex:status ?ignored } }
"""


def test_what_a_lens_of_ones_own_asks_for_counts_as_read(tmp_path: Path) -> None:
    (tmp_path / "t.ttl").write_text(
        PREFIXES
        + ':r ex:state :uy ; ex:treaty "Treaty" ; ex:left "1999-12-31" ; ex:status "observer" ; ex:kind "guest" .'
        ' :uy rdfs:label "Uruguay" .',
        "utf-8",
    )
    (tmp_path / "t.rq").write_text(LENS, "utf-8")
    graph = library.load(tmp_path / "t.ttl", lenses=[str(tmp_path / "t.rq")])
    assert [note for note in graph.source.notes if "read" in note] == [
        "t.ttl: not read of memberships: http://ex.org/v#kind (1); see docs/lenses.md"
    ]
    (only,) = read_memberships(graph.source, ALWAYS, role="any")
    assert (only.end, only.role.rpartition("/")[2]) == ("1999-12-31", "full")


def test_a_store_says_that_memberships_in_a_named_graph_were_not_read(tmp_path: Path) -> None:
    content, _, said = GRAPHS["beside_a_graph.trig"]
    (tmp_path / "t.trig").write_text(content, "utf-8")
    manifest = import_rdf(tmp_path / "store", [tmp_path / "t.trig"])
    assert any(said in note for note in manifest.sources[0].notes)


POSTS = (
    PREFIXES
    + ':b a org:Organization ; skos:prefLabel "Board" . :p a org:Post ; org:role :r ; org:postIn :b . :r a org:Role ; skos:prefLabel "Secretary-General" . :q a org:Post ; org:role :c ; org:postIn :b ; org:heldBy :eva . :c a org:Role ; skos:prefLabel "Treasurer" . :ngozi foaf:name "Ngozi Okoro" ; org:holds :p . :eva rdfs:label "Eva Lind" .'
)


@pytest.mark.parametrize("stored", [False, True])
def test_who_holds_a_post_is_found_also_without_a_class(tmp_path: Path, stored: bool) -> None:
    (tmp_path / "t.ttl").write_text(POSTS, "utf-8")
    if stored:
        import_rdf(tmp_path / "store", [tmp_path / "t.ttl"])
    graph = library.load(store=tmp_path / "store") if stored else library.load(tmp_path / "t.ttl")
    for office, holder in (("Secretary-General", "Ngozi Okoro"), ("Treasurer", "Eva Lind")):
        answer = graph.ask(f"who is the {office} of the Board")
        assert [row.entity.label for row in answer.entities] == [holder]
    assert graph.names.find("Ngozi Okoro").kind == "member"


def test_posts_as_they_are_have_holders_too(tmp_path: Path) -> None:
    """Also where no lens has completed them, as over an endpoint."""
    (tmp_path / "t.ttl").write_text(
        POSTS.replace(":ngozi foaf:name", ":p org:heldBy :ngozi . :ngozi foaf:name"), "utf-8"
    )
    graph = library.load(tmp_path / "t.ttl", lenses=["none"])
    assert [row.entity.label for row in graph.ask("who is the Secretary-General of the Board").entities] == [
        "Ngozi Okoro"
    ]


def _lens_words() -> list[str]:
    """Every property that a packaged lens speaks of, read off the text of its query."""
    found: set[str] = set()
    for file in sorted((Path(__file__).parents[3] / "queries" / "lenses").glob("*.rq")):
        text = file.read_text("utf-8")
        spaces = dict(re.findall(r"^PREFIX ([\w-]*): <([^>]*)>", text, re.MULTILINE))
        for prefix, name in re.findall(r"(?<![\w<])([\w-]*):([A-Za-z][\w-]*)", text):
            found |= {spaces[prefix] + name} if prefix in spaces else set()
        found |= set(re.findall(r"<(https?://[^>\s]+)>", text))
    return sorted(iri for iri in found if "/blocs/" not in iri)


_MAY_TELL = re.compile(
    r"date|time|start|end$|since|until|from|valid|through|period|P580|P582|P8554|P12506", re.IGNORECASE
)
_RECORDS = ("/generatedAtTime", "/invalidatedAtTime", "/terms/date", "/1.1/date")


@pytest.mark.parametrize("word", [word for word in _lens_words() if _MAY_TELL.search(re.split(r"[/#]", word)[-1])])
@pytest.mark.parametrize(
    "shape",
    [
        ":m a org:Membership ; org:member :fr ; org:organization :p ; <{}> {} . :p skos:prefLabel 'Pact' .",
        ":p a schema:Organization ; schema:name 'Pact' ; schema:member :m ."
        " :m a schema:OrganizationRole ; schema:member :fr ; <{}> {} .",
        ":s a rdf:Statement ; rdf:subject :fr ; rdf:predicate org:memberOf ; rdf:object :p ; <{}> {} ."
        " :fr org:memberOf :p . :p skos:prefLabel 'Pact' .",
        ":fr a wd:Q6256 ; p:P463 :s . :s ps:P463 :p ; <{}> {} . :p rdfs:label 'Pact'@en .",
    ],
    ids=["membership", "role", "statement", "wikidata"],
)
def test_a_date_in_a_word_that_some_lens_knows_is_read_or_said(tmp_path: Path, shape: str, word: str) -> None:
    """Also where the lens that knows it reads it of other things only."""
    path = tmp_path / "known.ttl"
    path.write_text(PREFIXES + shape.format(word, '"2006-03-31"^^xsd:date') + " :fr rdfs:label 'France' .", "utf-8")
    graph = library.load(path)
    dates = {date for m in read_memberships(graph.source, ALWAYS, role="any") for date in (m.start, m.end)}
    name, notes = re.split(r"[/#]", word)[-1], "\n".join(graph.source.notes)
    said = name in notes or "left out: " in notes
    assert "2006-03-31" in dates or said or word.endswith(_RECORDS)


@pytest.mark.parametrize(
    "word",
    ["validThrough", "validUntil", "endDate", "endTime"],
)
@pytest.mark.parametrize("space", ["http://schema.org/", "https://schema.org/"])
def test_the_ends_of_schema_org_are_ends(tmp_path: Path, space: str, word: str) -> None:
    path = tmp_path / "ends.ttl"
    path.write_text(
        PREFIXES
        + f":m a org:Membership ; org:member :cl ; org:organization :p ; <{space}{word}> '1976' ."
        + f" :p a schema:Organization ; schema:name 'Pact' . :p schema:member [ a schema:OrganizationRole ;"
        f" schema:member :pe ; schema:startDate '1969' ; <{space}{word}> '1992' ] ."
        + " :cl rdfs:label 'Chile' . :pe rdfs:label 'Peru' .",
        "utf-8",
    )
    graph = library.load(path)
    assert {(graph.names.by_iri[m.member].label, m.end) for m in read_memberships(graph.source, ALWAYS)} == {
        ("Chile", "1976"), ("Peru", "1992"),
    }  # fmt: skip
    assert graph.source.notes == ()


def test_what_a_role_between_two_says_in_words_of_its_own_is_read_or_said(tmp_path: Path) -> None:
    path = tmp_path / "roles.ttl"
    path.write_text(
        PREFIXES + ":p a schema:Organization ; schema:name 'Pact' ; schema:member :r1 , :r2 ."
        " :r1 a schema:OrganizationRole ; schema:member :fr ; ex:since '1949' ."
        " :r2 a schema:OrganizationRole ; schema:member :it ; schema:startDate '1950' ; ex:termOfOffice 'long' ."
        " :fr rdfs:label 'France' . :it rdfs:label 'Italy' .",
        "utf-8",
    )
    graph = library.load(path)
    assert {(graph.names.by_iri[m.member].label, m.start) for m in read_memberships(graph.source, ALWAYS)} == {
        ("France", "1949"), ("Italy", "1950"),
    }  # fmt: skip
    notes = "\n".join(graph.source.notes)
    assert "read by its name: http://ex.org/v#since as the start (1)" in notes
    assert "not read of memberships: http://ex.org/v#termOfOffice (1)" in notes


def test_two_starts_of_one_membership_are_not_one_in_silence(tmp_path: Path) -> None:
    path = tmp_path / "two.ttl"
    path.write_text(
        PREFIXES + ":m a org:Membership ; org:member :cl ; org:organization :p ; sdo:startDate '1969' ;"
        " schema:validFrom '1971' ; schema:roleName 'observer' . :cl rdfs:label 'Chile' . :p skos:prefLabel 'Pact' .",
        "utf-8",
    )
    graph = library.load(path)
    (one,) = read_memberships(graph.source, ALWAYS, role="any")
    assert (one.start, one.role.rpartition("/")[2]) == ("1969", "observer")
    assert "not read of memberships: schema:validFrom (1)" in "\n".join(graph.source.notes)


def test_popolo_whose_memberships_name_their_ends_by_bare_ids_or_names(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    path.write_text(
        """{"people": [{"id": "x1", "name": "Lotte Frei"}],
            "organizations": [{"id": "g", "name": "River Board"}, {"id": "h", "name": "Lake Club"}],
            "memberships": [{"person": "x1", "organization": "g", "from": "2016-01", "to": "2018-06"},
                            {"member": "h", "organization": "River Board"},
                            {"person": "Uwe Tann", "organization": "Sea League"}]}""",
        "utf-8",
    )
    graph = library.load(path)
    labels = {iri: entity.label for iri, entity in graph.names.by_iri.items()}
    assert {
        (labels[m.member], labels[m.body], m.start, m.end) for m in read_memberships(graph.source, ALWAYS)
    } == {
        ("Lotte Frei", "River Board", "2016-01", "2018-06"), ("Lake Club", "River Board", None, None),
        ("Uwe Tann", "Sea League", None, None),
    }  # fmt: skip
    assert [note.partition(";")[0] for note in graph.source.notes] == [
        "board.json: read by its name: from as the start (1)",
        "board.json: read by its name: to as the end (1)",
    ]


def test_what_a_membership_without_an_end_says_is_named(tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text(
        """{"persons": [{"id": "x1", "name": "Lotte Frei"}], "organizations": [{"id": "g", "name": "River Board"}],
            "memberships": [{"politician": "x1", "organization_id": "g"}]}""",
        "utf-8",
    )
    (note,) = library.load(path).source.notes
    assert note.startswith("half.json: left out: a membership that does not say who is in what; what it says: ")
    assert "politician" in note


def test_spans_in_a_word_of_ones_own_are_read_and_what_leaves_its_meaning_open_is_said(tmp_path: Path) -> None:
    path = tmp_path / "spans.ttl"
    spans = {
        ":fr": ("period", "1990-1999"), ":it": ("years", "1990–"), ":es": ("memberYears", "1990-1995, 1999-2003"),
        ":pe": ("period", "1990–?"), ":cl": ("hasPeriod", "1990"),
    }  # fmt: skip
    path.write_text(
        PREFIXES
        + ":p skos:prefLabel 'Pact' . :fr rdfs:label 'France' . :it rdfs:label 'Italy' . :es rdfs:label 'Spain' ."
        " :pe rdfs:label 'Peru' . :cl rdfs:label 'Chile' ."
        + "".join(
            f" [] a org:Membership ; org:member {who} ; org:organization :p ; ex:{word} '{span}' ."
            for who, (word, span) in spans.items()
        ),
        "utf-8",
    )
    graph = library.load(path)
    assert {(graph.names.by_iri[m.member].label, m.start, m.end) for m in read_memberships(graph.source, ALWAYS)} == {
        ("France", "1990", "1999"), ("Italy", "1990", None), ("Spain", "1990", "1995"), ("Spain", "1999", "2003"),
        ("Peru", None, None), ("Chile", None, None),
    }  # fmt: skip
    assert [note.removeprefix("spans.ttl: ").partition(";")[0] for note in graph.source.notes] == [
        "read by its name: http://ex.org/v#memberYears as the start and the end (1)",
        "read by its name: http://ex.org/v#period as the start and the end (1)",
        "read by its name: http://ex.org/v#years as the start and the end (1)",
        "not read of memberships: http://ex.org/v#hasPeriod (1), http://ex.org/v#period (1)",
    ]


@pytest.mark.parametrize(
    ("post", "spans", "said"),
    [
        ("ex:startedOn '1990' ; ex:until '1995'", [("1990", "1995")], "ex.org/v#until as the end (1)"),
        ("ex:term '2001-2004'", [("2001", "2004")], "ex.org/v#term as the start and the end (1)"),
        ("ex:kind 'deputy'", [("", "")], "not read of posts: http://ex.org/v#kind (1)"),
        ("ex:note 'observer only'", [("", "")], "not read of posts: http://ex.org/v#note (1)"),
        ("ex:status 'acting'", [("", "")], "not read of posts: http://ex.org/v#status (1)"),
        ("ex:status 'active' ; ex:role 'secretary'", [("", "")], ""),
        ("ex:status 'former'", [], "left out: the holder of a post that is “former”"),
        ("ex:status 'former' ; ex:until '1995'", [("", "1995")], "ex.org/v#until as the end (1)"),
    ],
)
def test_what_a_post_says_of_its_holding_in_words_of_its_own_is_read_or_said(
    tmp_path: Path, post: str, spans: list[tuple[str, str]], said: str
) -> None:
    path = tmp_path / "post.ttl"
    path.write_text(
        PREFIXES + ":b a org:Organization ; skos:prefLabel 'Board' . :ann a foaf:Person ; foaf:name 'Ann Lee' ."
        f" :s org:postIn :b ; skos:prefLabel 'Secretary' ; org:heldBy :ann ; {post} .",
        "utf-8",
    )
    graph = library.load(path)
    facts = [fact for fact in graph.describe("Board").facts if fact.relation == "post"]
    assert [(fact.role, fact.start, fact.end) for fact in facts] == [("Secretary", *span) for span in spans]
    notes = "\n".join(graph.source.notes)
    assert said in notes if said else not notes


@pytest.mark.parametrize("stored", [False, True])
def test_a_post_without_a_class_has_its_role_in_a_text(tmp_path: Path, stored: bool) -> None:
    (tmp_path / "t.ttl").write_text(
        PREFIXES + ":b a org:Organization ; skos:prefLabel 'Board' . :r a org:Role ; skos:prefLabel 'Chair' ."
        " :bo foaf:name 'Bo Ek' . :p org:postIn :b ; org:role 'Treasurer' ; org:heldBy :bo ."
        " :cy foaf:name 'Cy Poe' . :q org:postIn :b ; org:heldBy :cy ; ex:role 'Spokesperson' .",
        "utf-8",
    )
    if stored:
        import_rdf(tmp_path / "store", [tmp_path / "t.ttl"])
    graph = library.load(store=tmp_path / "store") if stored else library.load(tmp_path / "t.ttl")
    for office, holder in (("Treasurer", "Bo Ek"), ("Spokesperson", "Cy Poe")):
        assert [row.entity.label for row in graph.ask(f"who is the {office} of the Board").entities] == [holder]


SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <http://x.test/> ."


@pytest.mark.parametrize(
    ("names", "asked"),
    [
        ('"Member countries of the Nordic Council"@en , "Pays membres du Conseil nordique"@fr', "Nordic Council"),
        ('"Mitgliedstaaten der Europäischen Union"@de , "Member states of the European Union"@en', "European Union"),
        ('"EU member states"@en', "EU"),
        ('"NATO members"@en , "OTAN"@fr', "NATO"),
        ('"Mitglieder der NATO"@de', "NATO"),
        ('"Membres de l\'Union africaine"@fr', "Union africaine"),
        ('"Members of the Arab League"@en', "Arab League"),
        ('"Member states of Fredonia Pact"@en , "États membres du Pacte de Fredonie"@fr', "Pacte de Fredonie"),
    ],
)
def test_a_collection_of_members_is_one_body_by_whatever_title_in_however_many_languages(
    blocs: Run, tmp_path: Path, names: str, asked: str
) -> None:
    file = tmp_path / "thesaurus.ttl"
    file.write_text(
        f"{SKOS} :g a skos:Collection ; skos:prefLabel {names} ; skos:member :dk , :fi ."
        ':dk a skos:Concept ; skos:prefLabel "Denmark"@en . :fi a skos:Concept ; skos:prefLabel "Finland"@en .',
        encoding="utf-8",
    )
    answer = blocs("who", asked, "--data", file)
    assert answer.out.count("\tstated") == 2 and not answer.err
    assert len(blocs("list", "bodies", "--data", file).out.splitlines()) == 2


@pytest.mark.parametrize("named", ["Former members of the Arab League", "Landlocked countries", "Candidates of the EU"])
def test_a_collection_of_others_is_no_body_and_is_said(blocs: Run, tmp_path: Path, named: str) -> None:
    file = tmp_path / "thesaurus.ttl"
    file.write_text(
        f'{SKOS} :g a skos:Collection ; skos:prefLabel "{named}"@en ; skos:member :dk . :dk skos:prefLabel "Denmark" .'
    )
    answer = blocs("list", "bodies", "--data", file)
    assert len(answer.out.splitlines()) < 2 and named in answer.err


VCARD = "@prefix v: <http://www.w3.org/2006/vcard/ns#> . @prefix : <http://x.test/> ."


@pytest.mark.parametrize("property_", ["organization-name", "hasOrganizationName"])
@pytest.mark.parametrize("named", ['v:fn "Ola Nyberg"', 'v:given-name "Ola" ; v:family-name "Nyberg"'])
def test_the_organization_of_a_person_is_no_name_of_the_person(
    blocs: Run, tmp_path: Path, property_: str, named: str
) -> None:
    file = tmp_path / "contacts.ttl"
    file.write_text(
        f'{VCARD} :p a v:Group ; v:fn "Press Pool" ; v:hasMember :a , :b . :b a v:Organization ; v:{property_} "Wire" .'
        f':a a v:Individual ; {named} ; v:{property_} "Reporters Guild" .'
    )
    answer = blocs("who", "Press Pool", "--data", file)
    assert "Ola Nyberg" in answer.out and "Wire" in answer.out and "Reporters" not in answer.out
    assert "“Reporters Guild” (Ola Nyberg)" in answer.err
    assert "warning" not in blocs("check", file).out


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("", "Q9"),
        ('wd:Q9 rdfs:label "observateur"@fr .', "observer"),
        ('wd:Q9 skos:prefLabel "observer" .', "observer"),
    ],
)
def test_a_role_of_wikidata_is_never_dropped(blocs: Run, tmp_path: Path, label: str, role: str) -> None:
    file = tmp_path / "statement.ttl"
    file.write_text(
        "@prefix wd: <http://www.wikidata.org/entity/> . @prefix p: <http://www.wikidata.org/prop/> ."
        "@prefix ps: <http://www.wikidata.org/prop/statement/> . @prefix pq: <http://www.wikidata.org/prop/qualifier/> ."
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        'wd:Q881 rdfs:label "Vietnam"@en ; p:P463 wd:s1 . wd:s1 ps:P463 wd:Q1 ; pq:P2868 wd:Q9 .'
        f'wd:Q1 rdfs:label "Forum"@en . {label}'
    )
    answer = blocs("who", "Forum", "--role", "any", "--data", file)
    assert f"Vietnam\tstated\t{role}" in answer.out
    assert ("a role without a name" in answer.err) == (not label)


PANEL = """@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> . @prefix v: <http://v.test/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <http://x.test/> .
:peru a schema:Country ; rdfs:label "Peru" . :chile a schema:Country ; rdfs:label "Chile" .
:p a org:Organization ; rdfs:label "Andean Pact" ."""


@pytest.mark.parametrize("property_", ["year", "jahr"])
def test_memberships_of_a_year_each_are_joined_to_spans(blocs: Run, tmp_path: Path, property_: str) -> None:
    file = tmp_path / "panel.ttl"
    rows = [("peru", year) for year in (1974, 1975, 1976)] + [("chile", year) for year in (1974, 1975)]
    file.write_text(PANEL + " ".join(
        f":m{at} a org:Membership ; org:member :{who} ; org:organization :p ; v:{property_} {year} ."
        for at, (who, year) in enumerate(rows)
    ))  # fmt: skip
    members = {
        year: sorted(
            row.split("\t")[1]
            for row in blocs("who", "Andean Pact", "--as-of", year, "--data", file).out.splitlines()[1:]
        )
        for year in ("1974", "1976")
    }
    assert members == {"1974": ["Chile", "Peru"], "1976": ["Peru"]}
    assert "data end in 1976" in blocs("who", "Andean Pact", "--as-of", "1980", "--data", file).err
    assert "twice" not in blocs("check", file).out


def test_years_of_one_membership_each_are_no_panel_and_are_said(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "years.ttl"
    file.write_text(PANEL + ":m a org:Membership ; org:member :peru ; org:organization :p ; v:year 1974 .")
    answer = blocs("who", "Andean Pact", "--as-of", "1980", "--data", file)
    assert "Peru" in answer.out and "not read of memberships: http://v.test/year (1)" in answer.err


@pytest.mark.parametrize(
    ("said", "start", "end"),
    [
        ("v:mem_st_year 1953 ; v:mem_st_month 2 ; v:mem_st_day 28 ; v:mem_end_year 1955 ; v:mem_end_month 9",
         "1953-02-28", "1955-09"),
        ('v:startYear "1953" ; v:startMonth "2"', "1953-02", ""),
        ("v:joinYear 1953 ; v:joinMonth -9 ; v:joinDay -9", "1953", ""),
        ("v:entryYear 1953 ; v:entryMonth 2 ; v:entryDay 31", "1953-02", ""),
    ],
)  # fmt: skip
def test_dates_in_parts_are_read_as_in_tables(blocs: Run, tmp_path: Path, said: str, start: str, end: str) -> None:
    file = tmp_path / "parts.ttl"
    file.write_text(PANEL + f":m a org:Membership ; org:member :peru ; org:organization :p ; {said} .")
    answer = blocs("who", "Andean Pact", "--as-of", "1954", "--data", file)
    assert f"\t{start}–{end}" in answer.out and "as the start (1)" in answer.err


@pytest.mark.parametrize(
    ("property_", "turned"),
    [
        ("istMitgliedVon", False), ("membreDe", False), ("esMiembroDe", False), ("lidVan", False), ("членВ", False),
        ("hatMitglied", True), ("membres", True), ("miembros", True),
    ],
)  # fmt: skip
@pytest.mark.parametrize("class_", ["Staat", "Country"])
def test_memberships_in_the_words_of_other_languages_are_read(
    blocs: Run, tmp_path: Path, property_: str, turned: bool, class_: str
) -> None:
    file = tmp_path / "verein.ttl"
    said = f":p v:{property_} :a , :b ." if turned else f":a v:{property_} :p . :b v:{property_} :p ."
    file.write_text(
        f'{PANEL} :a a v:{class_} ; rdfs:label "Schweiz"@de . :b a v:{class_} ; rdfs:label "Norwegen"@de . {said}',
        encoding="utf-8",
    )
    answer = blocs("who", "Andean Pact", "--data", file)
    assert answer.out.count("\tstated") == 2 and "as membership (2)" in answer.err
    assert "state\ta\tSchweiz" in blocs("list", "states", "--data", file).out


def test_of_each_role_by_the_name_of_its_property_it_is_said_what_became_of_it(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "roles.ttl"
    words = ("Member", "Founding member", "observer", "nonregional member")
    file.write_text(PANEL + " ".join(
        f':m{at} a org:Membership ; org:member :s{at} ; org:organization :p ; v:memberType "{word}" .'
        f':s{at} a schema:Country ; rdfs:label "Land {at}" .'
        for at, word in enumerate(words)
    ))  # fmt: skip
    said = blocs("who", "Andean Pact", "--role", "any", "--data", file).err
    assert "http://v.test/memberType as the role (4)" in said
    assert "“Founding member” as member (1)" in said
    assert "in a role of their own: “nonregional member” (1)" in said


def test_how_many_there_are_says_nothing_of_who(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "counts.ttl"
    file.write_text(PANEL + ":p schema:numberOfEmployees 5 ; schema:employee :peru . :chile schema:memberOf :p .")
    said = blocs("who", "Andean Pact", "--data", file).err
    assert "employee (1)" in said and "numberOfEmployees" not in said


@pytest.mark.parametrize(
    ("said", "right", "told"),
    [
        ((':estado "retirado"', ':estado "miembro pleno"'), ["Chile"], "“retirado”"),
        ((':org_member "outer member"', ':org_member "member"'), ["Chile", "Peru"], '--role "outer member=observer"'),
        ((':org_member "outer member"', ':org_member "outer member"'), ["Chile", "Peru"], '--role "outer member='),
        (('org:role "Suspended"', 'org:role "Member"'), ["Chile", "Peru"], '--role "Suspended=skip"'),
    ],
)
def test_a_role_by_whatever_property_is_read_or_said_with_a_way_that_works(
    blocs: Run, tmp_path: Path, said: tuple[str, str], right: list[str], told: str
) -> None:
    file = tmp_path / "roles.ttl"
    facts = (f":m{at} a org:Membership ; org:organization :p ; org:member :{member} ; {role} ."
             for at, (member, role) in enumerate(zip(("peru", "chile"), said, strict=True)))  # fmt: skip
    file.write_text(PANEL + ' :chile a schema:Country ; rdfs:label "Chile" . ' + " ".join(facts), encoding="utf-8")
    answer = blocs("who", "Andean Pact", "--data", file)
    assert [line.split("\t")[1] for line in answer.out.splitlines()[1:]] == right and told in answer.err
    if "--role" not in told:
        return
    word = told.removeprefix('--role "').partition("=")[0]
    store = tmp_path / "store"
    imported = blocs("import", "rdf", file, "--role", f"{word}=skip", "--store", store)
    assert imported.code == 0 and "not used" not in imported.out + imported.err
    kept = [member for member, role in zip(("Peru", "Chile"), said, strict=True) if word not in role]
    rows = blocs("who", "Andean Pact", "--store", store).out.splitlines()[1:]
    assert [line.split("\t")[1] for line in rows] == kept


_PACT = (
    f'{PREFIXES} :p a org:Organization ; rdfs:label "Pact" . :it a schema:Country ; rdfs:label "Italy" ; org:memberOf :p .'
    ' :fr a schema:Country ; rdfs:label "France" . :bo a foaf:Person ; rdfs:label "Bo" . :u a org:Organization ;'
    ' rdfs:label "Unit" . :r a schema:Place ; rdfs:label "Region" . '
)


@pytest.mark.parametrize(
    "word", ["joined", "hasJoined", "belongsTo", "accededTo", "gehörtZu", "perteneceA", "appartientA"]
)
def test_words_for_joining_are_read_of_states_and_people_and_bodies(blocs: Run, tmp_path: Path, word: str) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(f"{_PACT} :fr ex:{word} :p , :r . :bo ex:{word} :p . :u ex:{word} :p .", encoding="utf-8")
    answer = blocs("who", "Pact", "--data", path)
    assert [line.split("\t")[1] for line in answer.out.splitlines()[1:]] == ["Bo", "France", "Italy"]
    assert f"read by its name: http://ex.org/v#{word} as membership (2)" in answer.err


@pytest.mark.parametrize(
    ("said", "word"),
    [
        (":fr dct:isPartOf :p .", "dcterms:isPartOf"),
        (":p dct:hasPart :fr .", "dcterms:hasPart"),
        (":fr skos:broader :p .", "skos:broader"),
        (":fr sdo:parentOrganization :p .", "https://schema.org/parentOrganization"),
        (":fr org:subOrganizationOf :p .", "org:subOrganizationOf"),
        (":fr ex:partOf :p .", "http://ex.org/v#partOf"),
        (":p ex:comprises :fr .", "http://ex.org/v#comprises"),
        (":p a foaf:Organization, schema:Organization ; ex:comprises :fr .", "http://ex.org/v#comprises"),
    ],
)
def test_what_is_between_a_state_and_a_body_is_said_and_read_if_it_is_declared(
    blocs: Run, tmp_path: Path, said: str, word: str
) -> None:
    path, beside = tmp_path / "a.ttl", tmp_path / "b.ttl"
    path.write_text(_PACT + said, encoding="utf-8")
    for command in (("who", "Pact"), ("list", "bodies"), ("ask", "is France in Pact")):
        answer = blocs(*command, "--data", path)
        assert f"not read as membership, though it is between a state and a body: {word} (1); if it is" in answer.err
    assert "France" not in blocs("who", "Pact", "--data", path).out
    # The way on, to the letter.
    beside.write_text(answer.err.partition("beside it: ")[2].splitlines()[0], encoding="utf-8")
    answer = blocs("who", "Pact", "--data", path, "--data", beside)
    assert [line.split("\t")[1] for line in answer.out.splitlines()[1:]] == ["France", "Italy"]
    assert "not read as membership" not in answer.err and "role of their own" not in answer.err


def test_agents_called_as_states_are_states_in_whichever_words_they_are_members(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    names = {"it": "Italy", "fr": "France", "cz": "Czechia"}
    agents = " ".join(f':{key} a foaf:Agent ; rdfs:label "{name}" .' for key, name in names.items())
    said = ":it org:memberOf :p . :fr ex:joined :p . :cz dct:isPartOf :p ."
    path.write_text(f'{PREFIXES} :p a org:Organization ; rdfs:label "Pact" . {agents} {said}', encoding="utf-8")
    listed = blocs("list", "states", "--data", path)
    assert [line.split("\t")[2] for line in listed.out.splitlines()[1:]] == ["Czechia", "France", "Italy"]
    assert "though it is between a state and a body: dcterms:isPartOf (1)" in listed.err
    assert [line.split("\t")[1] for line in blocs("who", "Pact", "--data", path).out.splitlines()[1:]] == [
        "France",
        "Italy",
    ]


@pytest.mark.parametrize("word", ["left", "withdrewFrom", "exited", "formerMemberOf"])
def test_who_left_what_is_said_and_no_way_to_membership(blocs: Run, tmp_path: Path, word: str) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(f"{_PACT} :fr ex:{word} :p .", encoding="utf-8")
    answer = blocs("who", "Pact", "--data", path)
    said = f"not read, as it says who is a member no more: http://ex.org/v#{word} (1); write a membership with its end"
    assert said in answer.err and "France" not in answer.out and "add this line" not in answer.err


@pytest.mark.parametrize(
    "said",
    [
        ":fr org:hasUnit :u . :u org:unitOf :fr .",
        ":u org:subOrganizationOf :fr .",
        ":p schema:location :fr .",
        ":p ex:headquartersIn :fr .",
        ":it sdo:memberOf :p .",
        ":fr rdfs:seeAlso :p .",
    ],
)
def test_seats_of_bodies_and_what_is_read_are_not_said_to_be_unread(blocs: Run, tmp_path: Path, said: str) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(_PACT + said, encoding="utf-8")
    assert "not read" not in blocs("who", "Pact", "--data", path).err


@pytest.mark.parametrize(
    ("said", "answer", "basis", "note"),
    [
        ("ex:isMember true", "yes", "stated", "read by its name: http://ex.org/v#isMember as yes or no (1)"),
        ("ex:isMember false", "no", "denied", "denied, as http://ex.org/v#isMember says no: France in Pact; if that is"),
        ('ex:member "no"', "no", "denied", "denied, as http://ex.org/v#member says no: France in Pact"),
        ('ex:memberFlag "0"', "no", "denied", "denied, as http://ex.org/v#memberFlag says no"),
        ('ex:active "no"', "no", "unknown", "left out: a membership that is over by http://ex.org/v#active, and nothing"),
        ("ex:current false", "no", "unknown", "left out: a membership that is over by http://ex.org/v#current"),
        ('ex:inForce "nein"', "no", "unknown", "left out: a membership that is over by http://ex.org/v#inForce"),
        ("ex:formerMember true", "no", "unknown", "left out: a membership that is over by http://ex.org/v#formerMember"),
        ("ex:formerMember false", "yes", "stated", "read by its name: http://ex.org/v#formerMember as yes or no (1)"),
        ("ex:current true", "yes", "stated", "read by its name: http://ex.org/v#current as yes or no (1)"),
        ("ex:isObserver true", "no", "unknown", "read by its name: http://ex.org/v#isObserver as yes or no (1)"),
        ('ex:isMember "perhaps"', "yes", "stated", "not read, though it may say who is in what: http://ex.org/v#isMember"),
    ],
)  # fmt: skip
def test_yes_and_no_of_a_membership_count(
    blocs: Run, tmp_path: Path, said: str, answer: str, basis: str, note: str
) -> None:
    path, store = tmp_path / "a.ttl", tmp_path / "store"
    path.write_text(f"{_PACT} :m a org:Membership ; org:member :fr ; org:organization :p ; {said} .", encoding="utf-8")
    assert blocs("import", "rdf", path, "--store", store).code == 0
    for source in (("--data", path), ("--store", store)):
        told = blocs("ask", "is France in Pact", *source)
        row = told.out.splitlines()[1].split("\t")
        assert (row[0].partition(" ")[0], row[1]) == (answer, basis)
    assert note in blocs("who", "Pact", "--data", path).err


@pytest.mark.parametrize("flag", ["ex:current false", "ex:isMember false", 'ex:former "yes"'])
def test_what_is_over_by_yes_and_no_and_has_an_end_was_until_then(tmp_path: Path, flag: str) -> None:
    path = tmp_path / "a.ttl"
    said = f'schema:startDate "1990" ; schema:endDate "2000" ; {flag}'
    path.write_text(f"{_PACT} :m a org:Membership ; org:member :fr ; org:organization :p ; {said} .", encoding="utf-8")
    graph = library.load(path)
    assert [one.label for one in graph.members("Pact", as_of="1995")] == ["France", "Italy"]
    assert [one.label for one in graph.members("Pact")] == ["Italy"]
    assert not [note for note in graph.source.notes if "left out" in note or "not read" in note]


def test_no_of_a_single_year_denies_it_then(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    year = 'schema:startDate "{0}" ; schema:endDate "{0}" ; ex:isMember {1}'
    facts = (
        f":m{at} a org:Membership ; org:member :fr ; org:organization :p ; {year.format(at, said)} ."
        for at, said in (("1990", "true"), ("1991", "false"))
    )
    path.write_text(f"{_PACT} {' '.join(facts)}", encoding="utf-8")
    for when, answer in (("1990", "yes\tstated"), ("1991", "no (denied by the source)\tdenied")):
        assert blocs("ask", f"was France in Pact in {when}", "--data", path).out.splitlines()[1] == answer


@pytest.mark.parametrize(
    ("text", "members", "left"),
    [
        ("Belgium, Netherlands and Luxembourg", ["Belgium", "Luxembourg", "Netherlands"], ""),
        ("Bosnia and Herzegovina; Chad", ["Bosnia and Herzegovina", "Chad"], ""),
        ("27 states", [], "“27 states” (Lake Union)"),
        ("Chad, and several partners of the union in the region around the lake", [],
         "“Chad, and several partners of the union in the region around…” (Lake Union)"),
    ],
)  # fmt: skip
def test_a_text_of_an_infobox_is_read_if_it_is_names_of_states_and_else_quoted(
    blocs: Run, tmp_path: Path, text: str, members: list[str], left: str
) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "@prefix dbo: <http://dbpedia.org/ontology/> . @prefix dbp: <http://dbpedia.org/property/> ."
        f' {PREFIXES} :u a dbo:Organisation ; rdfs:label "Lake Union"@en ; dbp:members "{text}"@en .',
        encoding="utf-8",
    )
    answer = blocs("who", "Lake Union", "--data", path)
    assert [line.split("\t")[1] for line in answer.out.splitlines()[1:]] == members
    assert left in answer.err and ("left out" in answer.err) == bool(left)
    assert not left or "a lens of your own can read it (docs/lenses.md): “" in answer.err


@pytest.mark.parametrize(
    ("role", "way"),
    [
        ("Candidate", 'to count them, say what it is in: blocs import rdf FILE --role "Candidate=observer"'),
        ("withdrawn", "to count them, give them an end in the file"),
    ],
)
def test_of_a_role_that_is_none_of_members_it_is_said_whose_it_was_and_the_way_to_count_it(
    blocs: Run, tmp_path: Path, role: str, way: str
) -> None:
    path, store = tmp_path / "a.ttl", tmp_path / "store"
    names = ("France", "Fiji", "Chad", "Togo", "Mali")
    facts = (
        f':{at} a schema:Country ; rdfs:label "{name}" . :m{at} a org:Membership ; org:member :{at} ; org:organization :p ;'
        f' org:role "{role}" .'
        for at, name in enumerate(names)
    )
    path.write_text(f'{PREFIXES} :p a org:Organization ; rdfs:label "Pact" . {" ".join(facts)}', encoding="utf-8")
    answer = blocs("who", "Pact", "--data", path)
    said = "(5 times): France in Pact, Fiji in Pact, Chad in Pact and 2 more; " + way
    assert f"left out: a membership in the role “{role}” {said}" in answer.err
    if "FILE" in way:
        words = [*way.partition("blocs ")[2].replace("FILE", str(path)).replace('"', "").split(), "--store", store]
        assert blocs(*words).code == 0
        assert len(blocs("who", "Pact", "--role", "observer", "--store", store).out.splitlines()) == 6


_TWO = (
    f'{PREFIXES} :fr a schema:Country ; rdfs:label "France" . :it a schema:Country ; rdfs:label "Italy" .'
    " @prefix prov: <http://www.w3.org/ns/prov#> . "
)


@pytest.mark.parametrize("property_", ["org:hasMember", "sdo:member", "ex:members", "ex:hasMember", "ex:memberStates"])
@pytest.mark.parametrize(
    "collection",
    [
        "( :fr :it )",
        "( ( :fr ) ( :it ) )",
        "() , :fr , :it",
        "[ a rdf:Bag ; rdf:_1 :fr ; rdf:_2 :it ]",
        "[ a skos:Collection ; skos:member :fr , :it ]",
        "[ a skos:OrderedCollection ; skos:memberList ( :fr :it ) ]",
        "[ a prov:Collection ; prov:hadMember :fr , :it ]",
        "[ rdfs:member :fr , :it ]",
    ],
)
def test_collections_in_the_place_of_members_are_opened(
    blocs: Run, tmp_path: Path, property_: str, collection: str
) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(f'{_TWO} :p a org:Organization ; rdfs:label "Pact" ; {property_} {collection} .', encoding="utf-8")
    answer = blocs("who", "Pact", "--data", path)
    assert [line.split("\t")[1] for line in answer.out.splitlines()[1:]] == ["France", "Italy"]
    assert "left out" not in answer.err and "not read" not in answer.err


@pytest.mark.parametrize(
    ("text", "asked", "note"),
    [
        (':p a org:Organization, skos:Collection ; rdfs:label "Pact" ; skos:member :fr , :it .', "Pact", ""),
        (':p a org:Organization, rdf:Bag ; rdfs:label "Pact" ; rdf:_1 :fr ; rdf:_2 :it .', "Pact", ""),
        (':c a skos:Collection ; skos:prefLabel "Members of Pact" ; skos:member :fr , :it .', "Pact", ""),
        (':c a skos:OrderedCollection ; skos:prefLabel "Members of Pact" ; skos:memberList ( :fr :it ) .', "Pact", ""),
        (':c a skos:Collection ; skos:prefLabel "OTAN"@fr ; skos:member :fr , :it .', "NATO",
         "read as the members of a body, as a collection of states is called so: OTAN; if it is not, call it otherwise"),
    ],
)  # fmt: skip
def test_collections_that_are_a_body_or_called_as_one_list_its_members(
    blocs: Run, tmp_path: Path, text: str, asked: str, note: str
) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(_TWO + text, encoding="utf-8")
    answer = blocs("who", asked, "--data", path)
    assert [line.split("\t")[1] for line in answer.out.splitlines()[1:]] == ["France", "Italy"]
    assert note in answer.err and "left out" not in answer.err


@pytest.mark.parametrize("text", ["ex:countries ( :fr :it )", "ex:countries :fr , :it"])
def test_a_list_of_states_in_other_words_is_said(blocs: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(f'{_TWO} :p a org:Organization ; rdfs:label "Pact" ; {text} .', encoding="utf-8")
    said = blocs("who", "Pact", "--data", path).err
    assert "though it is between a state and a body: http://ex.org/v#countries (2)" in said
    path.write_text(path.read_text(encoding="utf-8") + said.partition("beside it: ")[2].splitlines()[0], "utf-8")
    assert [line.split("\t")[1] for line in blocs("who", "Pact", "--data", path).out.splitlines()[1:]] == [
        "France",
        "Italy",
    ]


def test_a_collection_of_no_members_is_said_with_the_way_to_have_it_read(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(f'{_TWO} :c skos:prefLabel "Blue ones" ; skos:member :fr , :it .', encoding="utf-8")
    said = (
        "a collection whose name does not say whose members it has: Blue ones;"
        " call it “Members of …” if they are members of something"
    )
    assert said in blocs("list", "--data", path).err
