"""A sound graph, and each way of breaking it with what should be found: for the shapes and for `check`."""

from __future__ import annotations

from rdflib import Namespace
from rdflib.namespace import DCTERMS, ORG, RDF, RDFS, SKOS, XSD

ID = Namespace("https://w3id.org/blocs/id/")

FACT = Namespace("https://w3id.org/blocs/fact/")

BLOCS = Namespace("https://w3id.org/blocs/ns#")

OA = Namespace("http://www.w3.org/ns/oa#")

SCHEMA = Namespace("https://schema.org/")

SH = Namespace("http://www.w3.org/ns/shacl#")

PREFIXES = "\n".join(
    f"@prefix {prefix}: <{namespace}> ."
    for prefix, namespace in {
        "": ID, "fact": FACT, "blocs": BLOCS, "oa": OA, "schema": SCHEMA,
        "quote": "https://w3id.org/blocs/quote/", "org": ORG, "skos": SKOS, "dcterms": DCTERMS,
        "rdf": RDF, "rdfs": RDFS, "xsd": XSD,
    }.items()
)  # fmt: skip

# A user's own small graph: quotes for some facts, a table's name for others.
SOUND = """
:table a schema:Dataset ; skos:prefLabel "Table" ; blocs:asOf "2001"^^xsd:gYear ;
    schema:license <https://spdx.org/licenses/CC0-1.0> .
:book a schema:Article ; rdfs:label "Book" .
quote:one a oa:TextQuoteSelector ; oa:exact "Ruritania and Grand Fenwick met." ;
    blocs:paragraph 1 ; dcterms:source :book .
:ruritania a schema:Country ; skos:prefLabel "Ruritania" ; skos:altLabel "Kingdom" ; blocs:iso3 "RUR" ;
    blocs:cowCode "990" ; blocs:cowAbbreviation "RUR" ; org:memberOf :pact .
:fenwick a schema:Country ; skos:prefLabel "Grand Fenwick" .
:pact a org:Organization ; skos:prefLabel "Pact" ; blocs:memberCount 1 .
:office a org:Organization ; skos:prefLabel "Office" ; org:subOrganizationOf :pact .
:duke a schema:Person ; skos:prefLabel "Duke" .
:minister a org:Role ; skos:prefLabel "Minister" .
:papers a schema:CreativeWork ; skos:prefLabel "Papers" .
:meeting a schema:Event ; skos:prefLabel "Meeting" ; blocs:attendeeCount 2 ;
    schema:startDate "2001-04"^^xsd:gYearMonth ; schema:endDate "2001"^^xsd:gYear .
:rule a blocs:Rule ; skos:prefLabel "Rule" ; skos:definition "It follows." .
:idea a blocs:Statement, blocs:Proposal ; skos:prefLabel "leave" ; blocs:speaker :duke ; blocs:about :pact ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
:reply a blocs:Statement, blocs:Assertion ; skos:prefLabel "no" ; blocs:speaker :duke ; blocs:about :pact ;
    blocs:answers :idea ; blocs:basis blocs:claimed ; blocs:claimedBy :duke ; blocs:evidence quote:one .
fact:member a org:Membership ; org:member :ruritania ; org:organization :pact ; org:role blocs:fullMember ;
    blocs:basis blocs:stated ; dcterms:source :table .
fact:former a org:Membership ; org:member :fenwick ; org:organization :pact ;
    schema:startDate "1990"^^xsd:gYear ; schema:endDate "1999"^^xsd:gYear ;
    blocs:basis blocs:stated ; dcterms:source :table .
fact:denied a blocs:NonMembership ; org:member :fenwick ; org:organization :office ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
fact:present a blocs:Attendance ; blocs:participant :ruritania ; blocs:event :meeting ;
    blocs:basis blocs:derived ; blocs:rule :rule ; blocs:premise fact:member ; blocs:evidence quote:one .
fact:absent a blocs:Absence ; blocs:participant :fenwick ; blocs:event :meeting ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
fact:share a blocs:SigningShare ; blocs:signatory :ruritania ; blocs:documents :papers ; blocs:event :meeting ;
    blocs:percent 12.5 ; blocs:basis blocs:stated ; blocs:evidence quote:one .
fact:unseen a blocs:NonRepresentation ; blocs:represented :fenwick ; blocs:in :office ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
fact:post a org:Post ; org:role :minister ; org:postIn :ruritania ; org:heldBy :duke ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
fact:part a rdf:Statement ; rdf:subject :office ; rdf:predicate org:subOrganizationOf ; rdf:object :pact ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
fact:odd a blocs:Tension ; skos:definition "Odd." ; blocs:between fact:member, fact:absent ;
    blocs:basis blocs:stated ; blocs:evidence quote:one .
"""

# What is replaced in the sound graph (where it first stands), by what, and the message that this must lead to.
BROKEN = [
    # entities
    ('skos:prefLabel "Duke"', 'skos:note "Duke"', "Violation", "An entity needs a label"),
    ('skos:prefLabel "Duke"', 'skos:prefLabel "Duke", "Earl"', "Violation", "one skos:prefLabel"),
    ('skos:prefLabel "Duke"', 'skos:prefLabel "Duke" ; skos:altLabel ""', "Violation", "A name is text"),
    (":duke a schema:Person ;", "[] a schema:Person ; skos:prefLabel 'Nobody' . :duke a schema:Person ;", "Violation",
     "An entity has an IRI"),
    ("org:memberOf :pact", 'org:memberOf :pact, "Office"', "Violation", "by its IRI, not by a text"),
    (":duke a schema:Person ; ", ":duke ", "Violation", "An entity needs a kind"),
    ('blocs:iso3 "RUR"', 'blocs:iso3 "rur"', "Violation", "blocs:iso3"),
    ('blocs:cowCode "990"', 'blocs:cowCode "RUR"', "Violation", "blocs:cowCode"),
    ('blocs:cowAbbreviation "RUR"', 'blocs:cowAbbreviation "R"', "Violation", "blocs:cowAbbreviation"),
    ("blocs:memberCount 1", "blocs:memberCount -1", "Violation", "blocs:memberCount"),
    (":pact a org:Organization ;", ":pact a org:Organization ; org:subOrganizationOf :office ;", "Violation",
     "A body is part of itself"),
    ("blocs:attendeeCount 2", "blocs:attendeeCount 2.5", "Violation", "blocs:attendeeCount"),
    ('schema:startDate "2001-04"^^xsd:gYearMonth ; ', "", "Info", "not on the timeline"),
    ('schema:startDate "2001-04"^^xsd:gYearMonth', 'schema:startDate "April"', "Violation", "schema:startDate is"),
    ('schema:startDate "2001-04"^^xsd:gYearMonth', 'schema:startDate "2001-13"^^xsd:gYearMonth', "Violation",
     "schema:startDate is"),
    ('schema:startDate "2001-04"^^xsd:gYearMonth', 'schema:startDate "2001-04"^^xsd:gYearMonth, "2001"^^xsd:gYear',
     "Violation", "at most one schema:startDate"),
    ('schema:endDate "2001"^^xsd:gYear', 'schema:endDate "2001-06-01T00:00:00"^^xsd:dateTime', "Violation",
     "schema:endDate is"),
    ('schema:endDate "2001"^^xsd:gYear', 'schema:endDate "2001"^^xsd:gYear, "2002"^^xsd:gYear', "Violation",
     "at most one schema:endDate"),
    ('schema:endDate "2001"^^xsd:gYear', 'schema:endDate "2000"^^xsd:gYear', "Violation", "before it starts"),
    ("blocs:Statement, blocs:Proposal", "blocs:Statement", "Violation", "A statement is a proposal"),
    ("blocs:speaker :duke ; ", "", "Violation", "needs a blocs:speaker"),
    ("blocs:about :pact ;", "", "Info", "whom or what it is about"),
    ("blocs:answers :idea", "blocs:answers :duke", "Violation", "blocs:answers points"),
    ("blocs:answers :idea", "blocs:reason :duke", "Violation", "blocs:reason points"),
    ('blocs:asOf "2001"^^xsd:gYear', "blocs:asOf 2001", "Violation", "blocs:asOf is one"),
    ('blocs:asOf "2001"^^xsd:gYear ;', "", "Warning", "its own date"),
    ("schema:license <https://spdx.org/licenses/CC0-1.0>", "dcterms:source :book", "Info", "its licence"),
    (' ; skos:definition "It follows."', "", "Violation", "A rule says"),
    # grounds
    ("blocs:basis blocs:stated ; dcterms:source :table", "dcterms:source :table", "Violation", "needs a blocs:basis"),
    ("blocs:basis blocs:stated ; dcterms:source :table", "blocs:basis blocs:stated", "Violation",
     "needs blocs:evidence"),
    ("blocs:basis blocs:stated", "blocs:basis blocs:guessed", "Violation", "blocs:basis is one of"),
    ("blocs:basis blocs:stated", "blocs:basis blocs:stated, blocs:planned", "Violation", "blocs:basis is one of"),
    ("blocs:evidence quote:one", "blocs:evidence :book", "Violation", "blocs:evidence points"),
    ("blocs:rule :rule ; ", "", "Violation", "names the rule"),
    ("blocs:premise fact:member ; ", "", "Violation", "names the facts it rests on"),
    ("blocs:rule :rule", "blocs:rule :book", "Violation", "blocs:rule points"),
    ("blocs:premise fact:member", "blocs:premise :book", "Violation", "blocs:premise points"),
    ("blocs:premise fact:member", "blocs:premise fact:present", "Violation", "rests on itself"),
    ("blocs:claimedBy :duke ; ", "", "Violation", "names who claims it"),
    # quotes
    ('oa:exact "Ruritania and Grand Fenwick met." ;', "", "Violation", "one oa:exact"),
    ("Ruritania and Grand Fenwick met.", " word" * 31, "Violation", "1 to 30 words"),
    ("Ruritania and Grand Fenwick met.", " ", "Violation", "1 to 30 words"),
    ("blocs:paragraph 1", "blocs:paragraph 0", "Violation", "one blocs:paragraph"),
    ("blocs:paragraph 1 ; ", "", "Violation", "says its paragraph"),
    ("blocs:paragraph 1", "blocs:paragraph 1, 2", "Violation", "one blocs:paragraph"),
    ("blocs:paragraph 1 ; dcterms:source :book", "blocs:paragraph 1", "Violation", "one dcterms:source"),
    # facts
    ("org:member :ruritania ; ", "", "Violation", "A membership has one org:member"),
    ("org:organization :pact ; org:role", "org:organization :pact, :office ; org:role", "Violation",
     "A membership has one org:organization"),
    ("org:role blocs:fullMember", "org:role :minister", "Info", "A role other than"),
    ("org:member :fenwick ; org:organization :office", "org:organization :office", "Violation",
     "A non-membership has at least one org:member"),
    ("org:member :fenwick ; org:organization :office", "org:member :fenwick", "Violation",
     "A non-membership has one org:organization"),
    ("blocs:participant :ruritania ; ", "", "Violation", "one blocs:participant"),
    ("blocs:event :meeting ;", "", "Violation", "one blocs:event"),
    ("blocs:signatory :ruritania ; ", "", "Violation", "one blocs:signatory"),
    ("blocs:documents :papers ; ", "", "Violation", "one blocs:documents"),
    (":papers ; blocs:event :meeting ;", ":papers ; blocs:event :meeting, :pact ;", "Violation",
     "at most one blocs:event"),
    ("blocs:percent 12.5", "blocs:percent 100.1", "Violation", "one blocs:percent"),
    ("blocs:percent 12.5", "blocs:percent -0.1", "Violation", "one blocs:percent"),
    ("blocs:percent 12.5", "blocs:percent 12", "Violation", "one blocs:percent"),
    ("blocs:percent 12.5 ; ", "", "Violation", "one blocs:percent"),
    ("blocs:represented :fenwick ; ", "", "Violation", "one blocs:represented"),
    ("blocs:in :office ;", "", "Violation", "one blocs:in"),
    ("org:role :minister ; ", "", "Violation", "A post has one org:role"),
    ("org:postIn :ruritania ; ", "", "Violation", "A post has one org:postIn"),
    ("org:heldBy :duke ;", "", "Info", "who holds it"),
    ("rdf:subject :office ; ", "", "Violation", "one rdf:subject"),
    ("rdf:predicate org:subOrganizationOf ; ", "", "Violation", "one rdf:predicate"),
    ("rdf:object :pact ;", "", "Violation", "one rdf:object"),
    (" ; org:subOrganizationOf :pact", "", "Violation", "is not in the graph itself"),
    ("blocs:between fact:member, fact:absent", "blocs:between fact:member", "Violation", "two facts or more"),
    ('skos:definition "Odd." ; ', "", "Violation", "A tension says"),
]  # fmt: skip
