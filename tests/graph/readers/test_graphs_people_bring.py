"""Graphs as people bring them, each with what a reader of it would write down by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.checking import check
from blocs.graph.errors import OperationFailed
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.description import describe, fact_words
from blocs.graph.model.membership import read_memberships
from blocs.graph.rdf.terms import text_of

Members = set[tuple[str, str, str, str, str]]


def memberships(*data: Path) -> Members:
    """Who is in what, by label, in which role, from when to when."""
    graph = library.load(*data)
    return {
        (
            graph.names.by_iri[m.member].label,
            graph.names.by_iri[m.body].label,
            m.role.rpartition("/")[2],
            m.start or "",
            m.end or "",
        )
        for m in read_memberships(graph.source, ALWAYS, role="any")
    }


POPOLO: dict[str, tuple[str, Members]] = {
    "the answer of a server about a person": (
        """{"total": 1, "result": {"id": "ana", "name": "Ana Silva", "memberships": [
            {"id": "m1", "person_id": "ana", "organization": {"id": "green", "name": "Greens"}, "role": "Chair",
             "start_date": "2005-01-01", "end_date": "2009-12-31"},
            {"id": "m2", "organization": {"id": "council", "name": "Council"}, "start_date": "2010"}]}}""",
        {
            ("Ana Silva", "Greens", "chair", "2005-01-01", "2009-12-31"),
            ("Ana Silva", "Council", "full", "2010", ""),
        },
    ),
    "organizations with their memberships, one of them an organization's": (
        """[{"id": "green", "name": "Greens", "memberships": [
              {"organization_id": "green", "person": {"id": "p1", "name": "Liv Berg"}},
              {"person": {"id": "p2", "name": "Olaf Dal"}, "role": "observer", "start_date": "2001-02"}]},
            {"id": "eu", "name": "European Greens", "memberships": [
              {"member": {"@type": "Organization", "id": "green", "name": "Greens"}}]}]""",
        {
            ("Liv Berg", "Greens", "full", "", ""),
            ("Olaf Dal", "Greens", "observer", "2001-02", ""),
            ("Greens", "European Greens", "full", "", ""),
        },
    ),
    "with Popolo's own context": (
        """{"@context": "http://www.popoloproject.com/contexts/person.jsonld", "@type": "Person",
            "id": "http://x.org/people/7", "name": "Jo Hart", "memberships": [{"@type": "Membership",
            "organization_id": "http://x.org/orgs/lab", "role": "Treasurer", "start_date": "2011-03-04",
            "organization": {"id": "http://x.org/orgs/lab", "name": "Union"}}]}""",
        {("Jo Hart", "Union", "treasurer", "2011-03-04", "")},
    ),
    "names and roles in several languages, and nobody else's dates": (
        """{"persons": [{"id": "p1", "name": {"lang:hi": "x", "lang:en": "Asha Rao"}}, {"id": "p2", "name": "Bela"}],
            "organizations": [{"id": "a", "name": {"lang:en": "Assembly"}}, {"id": "b", "name": {"lang:en": "Party"}}],
            "memberships": [
              {"person_id": "p1", "organization_id": "a", "on_behalf_of_id": "b", "start_date": "2014-06-01"},
              {"person_id": "p2", "organization_id": "a", "role": {"lang:en": "speaker"}, "start_date": "2015",
               "end_date": "2016-02-02"}]}""",
        {
            ("Asha Rao", "Assembly", "full", "2014-06-01", ""),
            ("Asha Rao", "Party", "full", "2014-06-01", ""),  # the end of Bela's is not hers
            ("Bela", "Assembly", "speaker", "2015", "2016-02-02"),
        },
    ),
    "a post with a role, and a membership that names it": (
        """{"persons": [{"id": "p", "name": "Vic Orr"}], "organizations": [{"id": "c", "name": "Commons"}],
            "posts": [{"id": "9", "label": "MP for York", "role": "MP", "organization_id": "c"}],
            "memberships": [{"person_id": "p", "post_id": "9", "start_date": null, "end_date": "2005-05-05"}]}""",
        {("Vic Orr", "Commons", "full", "", "2005-05-05")},
    ),
}


@pytest.mark.parametrize("name", POPOLO)
def test_popolo_however_it_is_nested(tmp_path: Path, name: str) -> None:
    content, right = POPOLO[name]
    path = tmp_path / "people.json"
    path.write_text(content, encoding="utf-8")
    assert memberships(path) == right


OPARL: dict[str, tuple[str, Members]] = {
    "a person with memberships": (
        """{"id": "https://o.test/person/1", "type": "https://schema.oparl.org/1.1/Person", "name": "Eva Roth",
            "membership": [
              {"id": "https://o.test/membership/3", "type": "https://schema.oparl.org/1.1/Membership",
               "organization": "https://o.test/organization/34", "role": "Mitglied", "votingRight": true,
               "startDate": "2013-12-03", "endDate": "2014-07-28"},
              {"type": "https://schema.oparl.org/1.1/Membership", "organization": "https://o.test/organization/48",
               "onBehalfOf": "https://o.test/organization/7", "startDate": "2015-01-01"}]}""",
        {
            ("Eva Roth", "organization/34", "full", "2013-12-03", "2014-07-28"),
            ("Eva Roth", "organization/48", "full", "2015-01-01", ""),
            ("Eva Roth", "organization/7", "full", "2015-01-01", ""),
        },
    ),
    "a list, as a server gives it": (
        """{"data": [{"id": "https://o.test/p/2", "type": "https://schema.oparl.org/1.0/Person", "name": "Kai Wolf",
            "membership": [{"type": "https://schema.oparl.org/1.0/Membership", "organization": "https://o.test/o/5",
            "role": "Vorsitz", "startDate": "2011-11-01", "endDate": "2016-10-31"}]}],
            "pagination": {"totalElements": 1}, "links": {}}""",
        {("Kai Wolf", "o/5", "vorsitz", "2011-11-01", "2016-10-31")},
    ),
    "an organization with memberships": (
        """{"id": "https://o.test/o/5", "type": "https://schema.oparl.org/1.0/Organization", "name": "Bauausschuss",
            "shortName": "BauA", "membership": [{"type": "https://schema.oparl.org/1.0/Membership",
            "person": {"id": "https://o.test/p/1", "type": "https://schema.oparl.org/1.0/Person", "name": "Ute Horn"},
            "role": "Mitglied", "startDate": "2016-11-01"},
            {"id": "https://o.test/m/9", "type": "https://schema.oparl.org/1.0/Membership", "deleted": true}]}""",
        {("Ute Horn", "Bauausschuss", "full", "2016-11-01", "")},
    ),
    "what was deleted, with all in it and all that refers to it": (
        """[{"id": "https://o.test/p/1", "type": "https://schema.oparl.org/1.1/Person", "name": "Ute Horn",
             "membership": [{"id": "https://o.test/m/1", "type": "https://schema.oparl.org/1.1/Membership",
             "organization": "https://o.test/o/5"}, {"id": "https://o.test/m/2", "deleted": true,
             "type": "https://schema.oparl.org/1.1/Membership", "organization": "https://o.test/o/6"}]},
            {"id": "https://o.test/p/2", "type": "https://schema.oparl.org/1.1/Person", "deleted": true,
             "membership": [{"id": "https://o.test/m/3", "type": "https://schema.oparl.org/1.1/Membership",
             "organization": "https://o.test/o/5"}]},
            {"id": "https://o.test/m/4", "type": "https://schema.oparl.org/1.1/Membership",
             "person": "https://o.test/p/2", "organization": "https://o.test/o/5"},
            {"id": "https://o.test/o/5", "type": "https://schema.oparl.org/1.1/Organization", "name": "Rat",
             "membership": ["https://o.test/m/1", "https://o.test/m/3"]}]""",
        {("Ute Horn", "Rat", "full", "", "")},
    ),
}


@pytest.mark.parametrize("name", OPARL)
def test_oparl_is_read_as_what_it_is(tmp_path: Path, name: str) -> None:
    content, right = OPARL[name]
    path = tmp_path / "council.json"
    path.write_text(content, encoding="utf-8")
    assert memberships(path) == right
    assert "left out" not in "\n".join(library.load(path).source.notes)


def test_oparl_says_what_it_only_refers_to(tmp_path: Path) -> None:
    council, listed, body = (tmp_path / f"{name}.json" for name in ("council", "memberships", "body"))
    council.write_text(
        '{"id": "https://o.test/o/5", "type": "https://schema.oparl.org/1.1/Organization", "name": "Rat",'
        ' "membership": ["https://o.test/m/1"]}',
        encoding="utf-8",
    )
    listed.write_text(
        '[{"id": "https://o.test/m/1", "type": "https://schema.oparl.org/1.1/Membership",'
        ' "person": "https://o.test/p/1", "organization": "https://o.test/o/5"}]',
        encoding="utf-8",
    )
    body.write_text('{"type": "https://schema.oparl.org/1.1/Body", "person": "https://o.test/p"}', encoding="utf-8")
    assert "schema.oparl.org/membership" in "\n".join(library.load(council).source.notes)
    both = library.load(council, listed)
    assert not [note for note in both.source.notes if "not read" in note]
    assert memberships(council, listed) == {("p/1", "Rat", "full", "", "")}
    with pytest.raises(OperationFailed, match="is OParl without people"):
        library.load(body)


@pytest.mark.parametrize(
    ("name", "content", "address"),
    [
        (
            "person.json",
            '{"id": "https://o.test/person/1", "type": "https://schema.oparl.org/1.1/Person", "name": "Eva Roth",'
            ' "membership": [{"type": "https://schema.oparl.org/1.1/Membership", "organization": "https://o.test/body/finance"}]}',
            "https://o.test/body/finance",
        ),
        (
            "council.json",
            '{"id": "https://o.test/o/5", "type": "https://schema.oparl.org/1.1/Organization", "name": "Rat",'
            ' "membership": [{"type": "https://schema.oparl.org/1.1/Membership", "person": "https://o.test/person?id=3"}]}',
            "https://o.test/person?id=3",
        ),
        (
            "popolo.json",
            '{"persons": [{"id": "http://a.test/p/1", "name": "Eva Roth"}], "memberships":'
            ' [{"person_id": "http://a.test/p/1", "organization_id": "http://a.test/o/44"}]}',
            "http://a.test/o/44",
        ),
        (
            "page.jsonld",
            '{"@context": "https://schema.org", "@type": "Person", "name": "Eva Roth", "memberOf": {"@id": "https://a.test/org/4"}}',
            "https://a.test/org/4",
        ),
    ],
)
def test_an_address_that_no_file_describes_is_said_until_one_does(
    tmp_path: Path, name: str, content: str, address: str
) -> None:
    path, more = tmp_path / name, tmp_path / "more.ttl"
    path.write_text(content, encoding="utf-8")
    said = f"{name}: referred to, and not in the file: {address}; add what it is and its name, or mend the id"
    assert said in library.load(path).source.notes
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    more.write_text(f'<{address}> a <http://www.w3.org/ns/org#Organization> ; <{label}> "Named" .', encoding="utf-8")
    assert not [note for note in library.load(path, more).source.notes if "referred to" in note]


def test_an_address_that_says_by_its_end_who_it_is_needs_no_description(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    org = "http://www.w3.org/ns/org#"
    path.write_text(f"<http://a.test/France> <{org}memberOf> <http://a.test/Pact> .", encoding="utf-8")
    assert not [note for note in library.load(path).source.notes if "referred to" in note]


PREFIXES = """\
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix dbo: <http://dbpedia.org/ontology/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix schema: <http://schema.org/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix v: <http://e.org/vocabulary#> .
@prefix : <http://e.org/> .
"""


def test_dates_in_words_that_no_lens_knows_are_read_by_their_names_and_said(tmp_path: Path) -> None:
    path = tmp_path / "pact.ttl"
    path.write_text(
        PREFIXES
        + """
        :a rdfs:label "Peru" . :b rdfs:label "Chile" . :c rdfs:label "Bolivia" . :p rdfs:label "Pact" .
        :1 a org:Membership ; org:member :a ; org:organization :p ; dbo:startDate "1969" ; v:until "unknown" .
        :2 a org:Membership ; org:member :b ; org:organization :p ; v:hasJoined "26 May 1969" ; v:until "1976-10-30" .
        :3 a org:Membership ; org:member :c ; org:organization :p ; schema:startDate "1970" ; v:since "1971" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {
        ("Peru", "Pact", "full", "1969", ""),
        ("Chile", "Pact", "full", "1969-05-26", "1976-10-30"),
        ("Bolivia", "Pact", "full", "1970", ""),  # its start in a word that is known goes before
    }
    notes = "\n".join(library.load(path).source.notes)
    assert "read by its name: dbo:startDate as the start (1)" in notes
    assert "http://e.org/vocabulary#until as the end (2)" in notes
    assert "the end 'unknown' of Peru in Pact was not understood" in notes
    assert "not read of memberships: http://e.org/vocabulary#since (1)" in notes


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("dbo:Country", "state"),
        ("wd:Q3624078", "state"),
        ("v:SovereignState", "state"),
        ("v:Politician", "person"),
        ("dbo:Organisation", "body"),
        ("v:Thing", "member"),
        ("v:CountryClub", "member"),
    ],
)
def test_members_of_classes_of_other_vocabularies(tmp_path: Path, written: str, kind: str) -> None:
    path = tmp_path / "pact.ttl"
    path.write_text(
        PREFIXES
        + f':x a {written} ; rdfs:label "X" . :p rdfs:label "P" .'
        + ":m a org:Membership ; org:member :x ; org:organization :p .",
        encoding="utf-8",
    )
    assert library.load(path).names.find("X").kind == kind


def statement(number: int, of: str, rank: str = "normal", **qualifiers: tuple[str, int] | None) -> dict[str, Any]:
    """A "member of" as Wikidata's JSON has it; a qualifier is a time with its precision, or None for some value."""

    def snak(name: str, said: tuple[str, int] | None) -> dict[str, Any]:
        if said is None:
            return {"snaktype": "somevalue", "property": name}
        value = {"value": {"time": said[0], "precision": said[1]}, "type": "time"}
        return {"snaktype": "value", "property": name, "datavalue": value}

    main = {
        "snaktype": "value",
        "property": "P463",
        "datavalue": {"value": {"entity-type": "item", "id": of}, "type": "wikibase-entityid"},
    }
    return {
        "id": f"Q35${number}",
        "rank": rank,
        "mainsnak": main,
        "qualifiers": {name: [snak(name, said)] for name, said in qualifiers.items()},
    }


ENTITIES: list[dict[str, Any]] = [
    {
        "type": "item",
        "id": "Q35",
        "labels": {"en": {"language": "en", "value": "Denmark"}, "da": {"language": "da", "value": "Danmark"}},
        "aliases": [],
        "claims": {
            "P463": [
                statement(1, "Q7184", P580=("+1949-04-04T00:00:00Z", 11)),
                statement(2, "Q166546", P580=("+1960-00-00T00:00:00Z", 9), P582=("+1972-12-00T00:00:00Z", 10)),
                statement(3, "Q1", "deprecated"),
                statement(4, "Q2", P582=None),  # it ended, nobody knows when
            ]
        },
    },
    {
        "type": "item",
        "id": "Q7184",
        "labels": {"en": {"language": "en", "value": "NATO"}},
        "aliases": {"en": [{"language": "en", "value": "Atlantic Alliance"}]},
        "claims": {},
    },
]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("entity.json", json.dumps({"entities": {one["id"]: one for one in ENTITIES}})),
        ("answer.json", json.dumps({"success": 1, "entities": {one["id"]: one for one in ENTITIES}}, indent=1)),
        ("dump.json", "[\n" + ",\n".join(map(json.dumps, ENTITIES)) + "\n]\n"),
        ("lines.ndjson", "\n".join(map(json.dumps, ENTITIES))),
    ],
)
def test_wikidatas_own_json(tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    assert memberships(path) == {
        ("Denmark", "NATO", "full", "1949-04-04", ""),
        ("Denmark", "Q166546", "full", "1960", "1972-12"),
    }
    graph = library.load(path)
    assert graph.names.find("Atlantic Alliance").label == "NATO"
    notes = "\n".join(graph.source.notes)
    assert "left out: a statement of deprecated rank" in notes
    assert "left out: a membership that ended at an unknown date" in notes
    assert "without a name in it: Q166546; add the file at https://www.wikidata.org/wiki/Special:EntityData/Q1" in notes


REST = {
    "P463": [
        {
            "id": "Q35$1", "rank": "normal", "property": {"id": "P463", "data_type": "wikibase-item"},
            "value": {"type": "value", "content": "Q7184"},
            "qualifiers": [
                {"property": {"id": "P580", "data_type": "time"}, "value": {"type": "value", "content": {
                    "time": "+1949-04-00T00:00:00Z", "precision": 10}}},
                {"property": {"id": "P582", "data_type": "time"}, "value": {"type": "novalue"}},
            ],
            "references": [{"hash": "a", "parts": [{"property": {"id": "P854", "data_type": "url"},
                                                    "value": {"type": "value", "content": "https://e.org/list"}}]}],
        },
        {
            "id": "Q35$2", "rank": "deprecated", "property": {"id": "P463", "data_type": "wikibase-item"},
            "value": {"type": "value", "content": "Q1065"}, "qualifiers": [], "references": [],
        },
    ]
}  # fmt: skip


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ({"type": "item", "labels": {"en": "Denmark"}, "aliases": {}, "statements": REST, "id": "Q35"}, "Denmark"),
        (REST, "Q35"),  # the statements of an item, which say whose they are in their ids
        (REST["P463"][0], "Q35"),
    ],
)
def test_wikidatas_rest_form_is_read_as_the_entity_is(tmp_path: Path, content: object, name: str) -> None:
    path = tmp_path / "item.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert memberships(path) == {(name, "Q7184", "full", "1949-04", "")}


def test_bodies_are_found_by_the_abbreviation_in_their_label_and_without_it(tmp_path: Path) -> None:
    path = tmp_path / "bodies.ttl"
    path.write_text(
        PREFIXES
        + """
        :de a schema:Country ; rdfs:label "Germany" ; org:memberOf :a , :b , :c .
        :a skos:prefLabel "North Atlantic Treaty Organization (NATO)"@en , "Organisation de l'Atlantique (OTAN)"@fr .
        :b a org:Organization ; skos:prefLabel "Customs Union (EU)"@en .
        :c a org:Organization ; skos:prefLabel "Alpha Beta Club (ABC)" .
        :d a org:Organization ; skos:prefLabel "ABC" .
        """,
        encoding="utf-8",
    )
    names = library.load(path).names
    assert names.find("NATO").id == names.find("North Atlantic Treaty Organization").id == "a"
    assert names.find("ABC").id == "d"  # what another is called is no abbreviation of this one
    assert [names.find(each).abbreviation for each in ("a", "b", "c")] == ["NATO", "", ""]


def test_what_a_query_gives_as_unknown_is_no_start_and_no_membership_that_goes_on(tmp_path: Path) -> None:
    genid = "http://www.wikidata.org/.well-known/genid/"
    table = tmp_path / "query.csv"
    table.write_text(
        "country,countryLabel,org,orgLabel,start,end\n"
        "http://www.wikidata.org/entity/Q17,Japan,http://www.wikidata.org/entity/Q5,OECD,1964-04-28T00:00:00Z,\n"
        f"http://www.wikidata.org/entity/Q96,Mexico,http://www.wikidata.org/entity/Q5,OECD,{genid}01ab,\n"
        f"http://www.wikidata.org/entity/Q30,Cuba,http://www.wikidata.org/entity/Q5,OECD,1961,{genid}77aa\n",
        encoding="utf-8",
    )
    bindings = [
        {"country": ("literal", "Japan"), "org": ("literal", "OECD"), "start": ("literal", "1964-04-28T00:00:00Z")},
        {"country": ("literal", "Mexico"), "org": ("literal", "OECD"), "start": ("bnode", "t12")},
        {"country": ("literal", "Cuba"), "org": ("literal", "OECD"), "end": ("bnode", "t13")},
    ]
    rows = [{name: {"type": kind, "value": value} for name, (kind, value) in row.items()} for row in bindings]
    results = tmp_path / "query.json"
    results.write_text(
        json.dumps({"head": {"vars": ["country", "org", "start", "end"]}, "results": {"bindings": rows}}), "utf-8"
    )
    for path in (table, results):
        assert memberships(path) == {("Japan", "OECD", "full", "1964-04-28", ""), ("Mexico", "OECD", "full", "", "")}
        assert "ended at an unknown date" in str(library.load(path).source.reports)


MONEY = """
{"id":"p","schema":"Person","properties":{"name":["Ivan Petrov"]}}
{"id":"o","schema":"PublicBody","properties":{"name":["State Council"]}}
{"id":"c","schema":"Company","properties":{"name":["Volga"]}}
{"id":"1","schema":"Directorship","properties":{"director":["p"],"organization":["c"],"startDate":["2015"]}}
{"id":"2","schema":"Directorship","properties":{"director":["p"],"organization":["o"],"role":["Chair"],"endDate":["2017"]}}
{"id":"3","schema":"Directorship","properties":{"director":["p"],"organization":["o"],"status":["former"]}}
{"id":"4","schema":"Position","properties":{"name":["Minister"],"organization":["o"]}}
{"id":"5","schema":"Position","properties":{"name":["Mayor"]}}
{"id":"6","schema":"Occupancy","properties":{"holder":["p"],"post":["4"],"startDate":["2019-02-03"]}}
{"id":"7","schema":"Occupancy","properties":{"holder":["p"],"post":["5"]}}
"""


def test_directors_and_holders_of_offices_have_posts_and_are_no_members(tmp_path: Path) -> None:
    path = tmp_path / "entities.ftm.json"
    path.write_text(MONEY.strip(), encoding="utf-8")
    assert memberships(path) == set()
    graph = library.load(path)
    posts = graph.source.select(
        "SELECT ?office ?body ?start ?end { ?p org:heldBy ?who ; org:role/skos:prefLabel ?office ; org:postIn ?in ."
        " ?in skos:prefLabel ?body OPTIONAL { ?p schema:startDate ?start } OPTIONAL { ?p schema:endDate ?end } }"
    )
    assert {tuple(text_of(cell) if cell else "" for cell in row) for row in posts} == {
        ("Director", "Volga", "2015", ""),
        ("Chair", "State Council", "", "2017"),
        ("Minister", "State Council", "2019-02-03", ""),
    }
    assert [row.entity.label for row in graph.ask("who is the Minister of the State Council").entities] == [
        "Ivan Petrov"
    ]
    notes = "\n".join(graph.source.notes)
    assert "left out: a post that ended at an unknown date" in notes
    assert "left out: the holding of an office that is in no organization" in notes


def test_foaf_groups_by_the_class_of_their_members(tmp_path: Path) -> None:
    path = tmp_path / "staff.ttl"
    path.write_text(
        PREFIXES
        + """
        :staff a foaf:Group ; foaf:name "Staff" ; foaf:membershipClass :Worker .
        :lu a :Worker , foaf:Person ; foaf:name "Lu Wang" . :mo a foaf:Person ; foaf:name "Mo Diaz" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("Lu Wang", "Staff", "full", "", "")}


def test_dbpedia_says_membership_in_resources_and_in_texts(tmp_path: Path) -> None:
    path = tmp_path / "dbpedia.ttl"
    path.write_text(
        PREFIXES
        + """
        @prefix dbr: <http://dbpedia.org/resource/> . @prefix dct: <http://purl.org/dc/terms/> .
        dbr:Portugal a dbo:Country ; dbo:membership dbr:Iberian_League ;
            dct:subject <http://dbpedia.org/resource/Category:Former_member_states_of_the_Tagus_Pact> .
        dbr:Iberian_League a dbo:Organisation ; dbo:membership "2 states"@en .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("Portugal", "Iberian League", "full", "", "")}
    notes = "\n".join(library.load(path).source.notes)
    assert "left out: a category of former members" in notes
    assert "left out: what an infobox says of members in a text" in notes


TWO_NAMES = (
    PREFIXES
    + """
    :a a schema:Country ; schema:name "UK" ; org:memberOf :p . :b a schema:Country ; schema:name "United Kingdom" ;
      org:memberOf :q . :c a schema:Country ; schema:name "Russia" ; org:memberOf :p . :d a schema:Country ;
      schema:name "Soviet Union" ; org:memberOf :q . :e a schema:Country ; schema:name "Chile" ; org:memberOf :p .
    :f a schema:Country ; schema:name "Chile" ; org:memberOf :q . :p schema:name "Pact" . :q schema:name "Quad" .
    """
)


@pytest.mark.parametrize("stored", [False, True])
def test_two_names_of_one_state_are_one_node_unless_one_is_of_former_years(tmp_path: Path, *, stored: bool) -> None:
    path = tmp_path / "two.ttl"
    path.write_text(TWO_NAMES, encoding="utf-8")
    if stored:
        from blocs.graph.sources.importing.graphs import import_rdf

        import_rdf(tmp_path / "store", [path])
        graph = library.load(store=tmp_path / "store")
    else:
        graph = library.load(path)
    assert sorted(entity.label for entity in graph.names.of_kind("state")) == ["Chile", "Russia", "Soviet Union", "UK"]
    for body in ("Pact", "Quad"):
        assert {"a", "e"} <= {member.id for member in graph.members(body)}
    if not stored:
        notes = "\n".join(graph.source.notes)
        told = "joined, as the list of states has them as one: Chile (2 nodes), UK and United Kingdom; if not, say owl:"
        assert told in notes
        assert "perhaps one state by a former name, and not joined: Russia and Soviet Union; if they are, say" in notes


def test_what_the_file_says_of_two_states_counts(tmp_path: Path) -> None:
    path = tmp_path / "two.ttl"
    path.write_text(
        TWO_NAMES + ":a owl:differentFrom :b . :c owl:sameAs :d . :e owl:differentFrom :f .", encoding="utf-8"
    )
    graph = library.load(path)
    labels = [entity.label for entity in graph.names.of_kind("state")]
    assert sorted(labels) == ["Chile", "Chile", "Russia", "UK", "United Kingdom"]
    path.write_text(TWO_NAMES + ":c owl:differentFrom :d .", encoding="utf-8")
    assert "perhaps one state" not in "\n".join(library.load(path).source.notes)


def test_a_status_that_ended_it_and_a_former_member_with_dates(tmp_path: Path) -> None:
    path = tmp_path / "status.ttl"
    path.write_text(
        PREFIXES
        + """
        :1 a org:Membership ; org:member :a ; org:organization :p ; org:role "Former member" ; v:joined "1973" ;
           v:left "2006" .
        :2 a org:Membership ; org:member :b ; org:organization :p ; v:status "active" ; v:joined "1969" .
        :3 a org:Membership ; org:member :c ; org:organization :p ; v:status "withdrawn" .
        :a rdfs:label "Venezuela" . :b rdfs:label "Peru" . :c rdfs:label "Chile" . :p rdfs:label "Pact" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("Venezuela", "Pact", "full", "1973", "2006"), ("Peru", "Pact", "full", "1969", "")}
    assert "left out: a membership in the role “withdrawn”" in "\n".join(library.load(path).source.notes)


def test_a_status_that_is_not_understood_is_said(tmp_path: Path) -> None:
    path = tmp_path / "status.ttl"
    path.write_text(
        PREFIXES + ':1 a org:Membership ; org:member :a ; org:organization :p ; v:status "grade 7" .', "utf-8"
    )
    assert "not read of memberships: http://e.org/vocabulary#status (1)" in "\n".join(library.load(path).source.notes)


def test_intervals_of_one_description_offices_without_a_class_and_names_of_documents(tmp_path: Path) -> None:
    path = tmp_path / "org.ttl"
    path.write_text(
        PREFIXES
        + """
        @prefix time: <http://www.w3.org/2006/time#> .
        :1 a org:Membership ; org:member <http://x.org/bob.ttl#me> ; org:organization :p ;
           org:memberDuring [ time:hasDateTimeDescription [ time:year "1960" ; time:month "--05" ] ] .
        :2 a org:Membership ; org:member :n ; org:organization :p . :n foaf:nick "Nix" . :p skos:prefLabel "Pact" .
        :post a org:Post ; org:postIn :p ; org:role :clerk ; org:heldBy :n . :clerk skos:prefLabel "Clerk" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("bob", "Pact", "full", "1960-05", "1960-05"), ("Nix", "Pact", "full", "", "")}
    graph = library.load(path)
    assert [row.entity.label for row in graph.ask("who is the Clerk of the Pact").entities] == ["Nix"]


def test_a_label_that_is_both_names_of_a_body_is_that_body(tmp_path: Path) -> None:
    path = tmp_path / "eu.ttl"
    path.write_text(
        PREFIXES
        + ':es a schema:Country ; rdfs:label "Spain" ; org:memberOf :eu . :eu rdfs:label "EU – European Union" .',
        encoding="utf-8",
    )
    graph = library.load(path)
    for name in ("EU – European Union", "EU", "European Union"):
        assert [member.label for member in graph.members(name)] == ["Spain"]


def test_what_another_lens_has_read_is_no_unread_term(tmp_path: Path) -> None:
    path = tmp_path / "star.ttl"
    path.write_text(
        '@prefix s: <https://schema.org/> . @prefix e: <http://e.org/> . e:tr a s:Country ; s:name "Turkey" ;'
        ' s:memberOf e:p {| s:startDate "1955-02-24" |} . e:p a s:Organization ; s:name "Pact" .',
        encoding="utf-8",
    )
    assert memberships(path) == {("Turkey", "Pact", "full", "1955-02-24", "")}
    assert not [finding for finding in library.load(path).check() if "memberOf" in finding.what]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        (":oman a v:Country ; v:isMemberOf :gcc .", {("oman", "gcc")}),
        (":gcc a v:IGO ; v:hasMember :oman .", {("oman", "gcc")}),
        (":oman a schema:Country . :gcc v:members :oman .", {("oman", "gcc")}),
        (":ann a foaf:Person ; v:memberOf :club .", {("ann", "club")}),
        (":ann a foaf:Person . :party v:members :ann .", set()),  # a feast has people, too
        (":data v:memberOf :catalogue . :set v:member :thing .", set()),
        (":choir a foaf:Group ; foaf:members :lea .", {("lea", "choir")}),  # a word that FOAF has not
        (":pact a org:Organization ; org:members :oman .", {("oman", "pact")}),
        (":lea a foaf:Person ; foaf:members :choir .", set()),
        (":oman a v:Country ; v:memberOf :gcc ; org:memberOf :gcc .", {("oman", "gcc")}),
    ],
)
def test_memberships_in_words_that_no_lens_knows(tmp_path: Path, said: str, right: set[tuple[str, str]]) -> None:
    path = tmp_path / "club.ttl"
    path.write_text(PREFIXES + said, encoding="utf-8")
    assert {each[:2] for each in memberships(path)} == right
    noted = "\n".join(library.load(path).source.notes)
    assert ("read by its name" in noted) == (bool(right) and "org:memberOf" not in said)
    assert not (right and "not read" in noted)


def test_a_membership_that_ended_in_a_year_in_words_has_no_shortcut(tmp_path: Path) -> None:
    path = tmp_path / "until.ttl"
    path.write_text(
        PREFIXES
        + """
        :m a org:Membership ; org:member :a ; org:organization :p ; schema:startDate "FY1952" ;
           schema:endDate "until 1980" .
        :a a schema:Country ; rdfs:label "Sweden" . :p rdfs:label "Pact" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("Sweden", "Pact", "full", "1952", "1980")}
    assert [finding.what for finding in library.load(path).check() if finding.severity == "error"] == []


def test_lives_of_bodies_intervals_of_the_calendar_and_days_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "lives.ttl"
    path.write_text(
        PREFIXES
        + """
        :a a schema:Country ; rdfs:label "Peru" . :o a schema:Organization ; rdfs:label "Old League" ;
            schema:foundingDate "10 January 1920" ; schema:dissolutionDate "1946-04-20" ; schema:member :a .
        :p rdfs:label "Pact" . :1 a org:Membership ; org:member :a ; org:organization :p ; org:memberDuring
            <http://reference.data.gov.uk/id/gregorian-interval/2005-03-01T00:00:00/P2Y> .
        :2 a org:Membership ; org:member :b ; org:organization :p ; schema:startDate "1995-13-45" .
        :b rdfs:label "Chile" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {
        ("Peru", "Old League", "full", "", ""),
        ("Peru", "Pact", "full", "2005-03-01", "2007-02-28"),
        ("Chile", "Pact", "full", "1995", ""),
    }
    graph = library.load(path)
    assert [[m.label for m in graph.members("Old League", as_of=day)] for day in ("1930", "1950")] == [["Peru"], []]
    assert "the start '1995-13-45' of Chile in Pact is read as 1995" in "\n".join(graph.source.notes)


@pytest.mark.parametrize(
    ("interval", "last"),
    [
        ("2010-05-06T00:00:00/P4Y", "2014-05-05"),
        ("2005-03-01/P3Y", "2008-02-29"),
        ("2008-02-29T00:00:00/P1Y", "2009-02-28"),
        ("2010-05-06T14:30:00/P4Y", "2014-05-06"),
    ],
)
def test_an_interval_ends_with_its_last_day(tmp_path: Path, interval: str, last: str) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(
        PREFIXES + ":1 a org:Membership ; org:member :cl ; org:organization :p ; org:memberDuring"
        f" <http://reference.data.gov.uk/id/gregorian-interval/{interval}> ."
        ' :cl rdfs:label "Chile" . :p rdfs:label "Pact" .',
        encoding="utf-8",
    )
    assert memberships(path) == {("Chile", "Pact", "full", interval[:10], last)}


def test_rdf_that_was_saved_as_text(tmp_path: Path) -> None:
    path = tmp_path / "graph.txt"
    path.write_text(PREFIXES + ':cl rdfs:label "Chile" ; org:memberOf :p .', encoding="utf-8")
    assert [member.label for member in library.load(path).members("p")] == ["Chile"]


def test_a_context_in_a_file_beside_the_document(tmp_path: Path) -> None:
    (tmp_path / "contexts").mkdir()
    (tmp_path / "contexts" / "club.jsonld").write_text(
        '{"@context": {"name": "http://schema.org/name", "in": "http://schema.org/memberOf"}}', encoding="utf-8"
    )
    path = tmp_path / "ann.jsonld"
    path.write_text('{"@context": "contexts/club.jsonld", "name": "Ann", "in": {"name": "Club"}}', encoding="utf-8")
    assert memberships(path) == {("Ann", "Club", "full", "", "")}
    for elsewhere in ("contexts/none.jsonld", "../other.jsonld"):
        path.write_text(f'{{"@context": "{elsewhere}", "name": "Ann"}}', encoding="utf-8")
        with pytest.raises(OperationFailed, match="which is not beside it; put the file there"):
            library.load(path)


def test_a_context_from_the_net_may_stand_beside_the_file_under_the_end_of_its_address(tmp_path: Path) -> None:
    path = tmp_path / "ann.jsonld"
    said = '"name": "Ann", "in": {"name": "Club"}'
    path.write_text(f'{{"@context": ["https://e.org/ns/club", "https://f.org/v1"], {said}}}', encoding="utf-8")
    with pytest.raises(
        OperationFailed, match=r"needs https://e\.org/ns/club, https://f\.org/v1 from the net"
    ) as refused:
        library.load(path)
    assert "save them beside the file, as club.jsonld, v1.jsonld, or put" in str(refused.value)
    (tmp_path / "club.jsonld").write_text('{"@context": {"in": "http://schema.org/memberOf"}}', encoding="utf-8")
    with pytest.raises(
        OperationFailed, match=r"needs https://f\.org/v1 from the net.* as v1\.jsonld, or put the context"
    ):
        library.load(path)
    (tmp_path / "v1.jsonld").write_text('{"@context": {"name": "http://schema.org/name"}}', encoding="utf-8")
    assert memberships(path) == {("Ann", "Club", "full", "", "")}
    path.write_text(f'{{"@context": ["https://e.org/v1", "https://f.org/v1"], {said}}}', encoding="utf-8")
    with pytest.raises(OperationFailed, match="nothing is fetched; put the contexts in the file"):  # which is which?
        library.load(path)
    path.write_text(f'{{"@context": {{"@import": "https://e.org/club", "name": "http://schema.org/name"}}, {said}}}')
    assert memberships(path) == {("Ann", "Club", "full", "", "")}
    (tmp_path / "club.jsonld").write_text('{"@context": ["v1.jsonld", "club.jsonld"]}', encoding="utf-8")
    with pytest.raises(OperationFailed, match="which needs itself"):
        library.load(path)


def test_an_item_list_of_members_and_a_date_that_never_comes(tmp_path: Path) -> None:
    path = tmp_path / "page.jsonld"
    path.write_text(
        """{"@context": "https://schema.org", "@type": "Organization", "name": "Bloc", "member": {"@type": "ItemList",
            "itemListElement": [{"@type": "ListItem", "item": {"@type": "Country", "name": "Namibia"}},
                                {"@type": "Country", "name": "Angola"}]}}""",
        encoding="utf-8",
    )
    assert memberships(path) == {("Namibia", "Bloc", "full", "", ""), ("Angola", "Bloc", "full", "", "")}
    path = tmp_path / "never.ttl"
    path.write_text(
        PREFIXES
        + """
        :m a org:Membership ; org:member :a ; org:organization :p ;
           <https://schema.org/endDate> "9999-12-31"^^<http://www.w3.org/2001/XMLSchema#date> .
        :a rdfs:label "Peru" . :p rdfs:label "Pact" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("Peru", "Pact", "full", "", "")}


def test_a_statement_about_a_membership_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "statement.ttl"
    path.write_text(
        PREFIXES
        + """
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        :s a rdf:Statement ; rdf:subject :jp ; rdf:predicate org:memberOf ; rdf:object :g7 ;
           schema:startDate "1975-11-15" .
        :jp a schema:Country ; rdfs:label "Japan" . :g7 a org:Organization ; rdfs:label "Seven" .
        """,
        encoding="utf-8",
    )
    assert memberships(path) == {("Japan", "Seven", "full", "1975-11-15", "")}
    assert [finding.what for finding in library.load(path).check() if finding.severity == "error"] == []


WITHOUT_IDS: dict[str, tuple[Any, Members]] = {
    "one organization alone": (
        {"name": "Amber Group", "memberships": [{"person": {"name": "Tove Berg"}, "start_date": "2011"}]},
        {("Tove Berg", "Amber Group", "full", "2011", "")},
    ),
    "one person alone": (
        {"name": "Ana Gray", "memberships": [{"organization": {"name": "Blue Party"}, "end_date": "2009"}]},
        {("Ana Gray", "Blue Party", "full", "", "2009")},
    ),
    "organizations in a list": (
        [
            {"name": "Amber Group", "memberships": [{"person": {"name": "Tove Berg"}}]},
            {"name": "Ochre Group", "memberships": [{"person": {"name": "Ivo Lang"}}]},
        ],
        {("Tove Berg", "Amber Group", "full", "", ""), ("Ivo Lang", "Ochre Group", "full", "", "")},
    ),
    "organizations beside people that have ids": (
        {
            "persons": [{"id": "p1", "name": "Ana Gray"}],
            "organizations": [{"name": "Blue Party", "memberships": [{"person_id": "p1", "start_date": "2001-05"}]}],
        },
        {("Ana Gray", "Blue Party", "full", "2001-05", "")},
    ),
    "a data set that has a name": (
        {"name": "Register", "memberships": [{"person_id": "ana", "organization_id": "blue"}]},
        {("ana", "blue", "full", "", "")},
    ),
}


@pytest.mark.parametrize("case", WITHOUT_IDS)
def test_popolo_without_ids_says_of_whom_its_memberships_are_by_where_they_stand(tmp_path: Path, case: str) -> None:
    content, right = WITHOUT_IDS[case]
    path = tmp_path / "popolo.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    assert memberships(path) == right


def test_popolo_people_of_one_name_without_ids_are_two(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    people = [{"name": "Ana Gray", "birth_date": year, "memberships": [{"organization_id": "o1"}]} for year in "12"]
    path.write_text(json.dumps({"persons": people}), encoding="utf-8")
    assert len(library.load(path).members("organization o1")) == 2


@pytest.mark.parametrize("ending", ["", ".ttl", ".rdf", ".html", ".htm", ".jsonld", ".json", ".xml", ".nt", ".HTML"])
def test_who_has_no_name_is_called_by_the_address_without_the_ending_of_a_document(tmp_path: Path, ending: str) -> None:
    path = tmp_path / "addresses.ttl"
    path.write_text(
        f"<http://h.test/jo-doe{ending}> <http://www.w3.org/ns/org#memberOf> <http://h.test/amazon.nl> .",
        encoding="utf-8",
    )
    assert memberships(path) == {("jo doe", "amazon.nl", "full", "", "")}


@pytest.mark.parametrize(
    ("written", "read", "said"),
    [
        ("c. 1995", "1995", True),
        ("~1995", "1995", True),
        ("1995-05-XX", "1995-05", True),
        ("1995?", "1995", True),
        ("before 1995", "", True),
        ("1 May 1995", "1995-05-01", False),
        ("1995", "1995", False),
    ],
)
@pytest.mark.parametrize("form", ["ttl", "json"])
def test_an_approximate_date_is_not_read_without_a_word(
    tmp_path: Path, form: str, written: str, read: str, said: bool
) -> None:
    path = tmp_path / f"about.{form}"
    if form == "json":
        membership = {"person_id": "ana", "organization_id": "blue", "start_date": written}
        path.write_text(json.dumps({"memberships": [membership]}), encoding="utf-8")
    else:
        path.write_text(
            "@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> . "
            "@prefix : <http://h.test/> . :m a org:Membership ; org:member :ana ; org:organization :blue ;"
            f' schema:startDate "{written}" .',
            encoding="utf-8",
        )
    assert {start for _, _, _, start, _ in memberships(path)} == {read}
    assert any(repr(written) in note for note in library.load(path).source.notes) == said


OFFICES = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix ex: <http://h.test/> .
ex:club a org:Organization ; skos:prefLabel "Blue Club" ; org:hasPost ex:p1, ex:p2, ex:p3 .
ex:ana a foaf:Person ; foaf:name "Ana Gray" ; org:holds ex:p1 .
ex:bob a foaf:Person ; foaf:name "Bob Stone" ; org:holds ex:p2 .
ex:p1 a org:Post ; skos:prefLabel "Keeper of the Keys" ; org:role ex:keeper .
ex:keeper a org:Role ; skos:prefLabel "keeper" .
ex:p2 a org:Post ; org:role "chair" .
ex:p3 a org:Post ; org:role ex:keeper .
"""


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("who is the keeper of Blue Club", ["ana"]),
        ("who is the Keeper of the Keys", ["ana"]),
        ("who is the Keeper of the Keys of Blue Club", ["ana"]),
        ("who is the chair of Blue Club", ["bob"]),
    ],
)
def test_a_post_is_found_by_its_own_name_and_by_its_role(tmp_path: Path, question: str, right: list[str]) -> None:
    path = tmp_path / "offices.ttl"
    path.write_text(OFFICES, encoding="utf-8")
    assert [one.entity.id for one in library.load(path).ask(question).entities] == right


def test_a_post_is_shown_by_its_own_name_beside_its_role_or_by_its_role(tmp_path: Path) -> None:
    path = tmp_path / "offices.ttl"
    path.write_text(OFFICES, encoding="utf-8")
    graph = library.load(path)
    entity = graph.names.find("Blue Club")
    described = describe(graph.source, graph.names, entity)
    assert {fact_words(fact, entity, graph.names) for fact in described.facts} == {
        ("has the keeper (Keeper of the Keys)", "Ana Gray"),
        ("has the chair", "Bob Stone"),
        ("has the post", "keeper"),
    }
    assert [one for one in check(graph) if one.severity == "error"] == []


ON_BEHALF = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix opengov: <http://www.w3.org/ns/opengov#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix ex: <http://h.test/> .
ex:ana a foaf:Person ; foaf:name "Ana Gray" . ex:bob a foaf:Person ; foaf:name "Bob Stone" .
ex:house a org:Organization ; skos:prefLabel "House" . ex:blue a org:Organization ; skos:prefLabel "Blue Party" .
ex:m1 a org:Membership ; org:member ex:ana ; org:organization ex:house ; opengov:onBehalfOf ex:blue .
ex:m2 a org:Membership ; org:member ex:ana ; org:organization ex:blue .
ex:m3 a org:Membership ; org:member ex:bob ; org:organization ex:house .
"""


def test_memberships_beside_one_on_behalf_of_a_party_are_sound(tmp_path: Path) -> None:
    path = tmp_path / "popolo.ttl"
    path.write_text(ON_BEHALF, encoding="utf-8")
    assert memberships(path) == {
        ("Ana Gray", "House", "full", "", ""),
        ("Ana Gray", "Blue Party", "full", "", ""),
        ("Bob Stone", "House", "full", "", ""),
    }
    assert [one for one in check(library.load(path)) if one.severity != "advice"] == []


IN_GRAPHS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix prov: <http://www.w3.org/ns/prov#> . @prefix : <http://h.test/> .
@prefix dct: <http://purl.org/dc/terms/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
:g1 prov:wasDerivedFrom <http://treaties.test/roster> ; dct:title "Roster" .
:g2 dct:source "The Gazette, 1995" .
:g1 { :pact a org:Organization ; skos:prefLabel "Pact" . :fr a schema:Country ; skos:prefLabel "France" .
      :m a org:Membership ; org:member :fr ; org:organization :pact . }
:g2 { :es a schema:Country ; skos:prefLabel "Spain" ; org:memberOf :pact . }
:g3 { :pt a schema:Country ; skos:prefLabel "Portugal" .
      :n a org:Membership ; org:member :pt ; org:organization :pact ; dct:source "A letter" . }
"""


def test_the_source_of_a_named_graph_is_that_of_its_memberships(tmp_path: Path) -> None:
    path = tmp_path / "graphs.trig"
    path.write_text(IN_GRAPHS, encoding="utf-8")
    assert {one.label: [said.source for said in one.evidence] for one in library.load(path).members("Pact")} == {
        "France": ["http://treaties.test/roster"],
        "Spain": ["The Gazette, 1995"],
        "Portugal": ["A letter"],
    }


def test_ids_that_a_file_refers_to_and_does_not_have_are_said(tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    memberships = [
        {"id": "m1", "person_id": "ana", "organization_id": "house", "on_behalf_of_id": "blue", "post_id": "north"},
        {"id": "m2", "person_id": "bob", "organization_id": "house"},
    ]
    named = {"persons": [{"id": "ana", "name": "Ana Gray"}], "organizations": [{"id": "house", "name": "House"}]}
    path.write_text(json.dumps({**named, "memberships": memberships}), encoding="utf-8")
    [note] = [one for one in library.load(path).source.notes if "not in the file" in one]
    assert "organization blue, person bob, post north;" in note
    named["persons"] += [{"id": "bob", "name": "Bob Stone"}]
    named["organizations"] += [{"id": "blue", "name": "Blue Party"}]
    posts = [{"id": "north", "label": "Member for the North", "organization_id": "house"}]
    path.write_text(json.dumps({**named, "posts": posts, "memberships": memberships}), encoding="utf-8")
    assert not any("not in the file" in one for one in library.load(path).source.notes)


@pytest.mark.parametrize(
    ("flag", "yes", "no"),
    [("is_member", "true", "false"), ("mitglied", "1", "0"), ("active", '"yes"', '"no"'), ("current", "true", "false")],
)
def test_a_plain_no_in_a_membership_of_popolo_is_read(tmp_path: Path, flag: str, yes: str, no: str) -> None:
    path = tmp_path / "popolo.json"
    people = '"persons": [{"id": "a", "name": "Ann Oak"}, {"id": "b", "name": "Bo Elm"}]'
    bodies = '"organizations": [{"id": "o", "name": "Tree Party"}]'
    held = ", ".join(
        f'{{"person_id": "{who}", "organization_id": "o", "{flag}": {said}}}' for who, said in (("a", yes), ("b", no))
    )
    path.write_text(f'{{{people}, {bodies}, "memberships": [{held}]}}')
    graph = library.load(path)
    assert [member.label for member in graph.members("Tree Party")] == ["Ann Oak"]
    assert any(f"{flag} as yes or no (2)" in note for note in graph.source.notes)
    assert any("Bo Elm in Tree Party" in note for note in graph.source.notes)


@pytest.mark.parametrize(
    "name",
    [
        {"en": "Ann Oak", "de": "Anna Eiche"}, {"lang:de": "Anna Eiche", "lang:en": "Ann Oak"},
        {"lang": "en", "value": "Ann Oak"}, [{"lang": "de", "value": "Anna Eiche"}, {"lang": "en", "value": "Ann Oak"}],
        {"first": "Ann", "last": "Oak"},
    ],
)  # fmt: skip
def test_names_of_popolo_in_languages_and_in_parts(tmp_path: Path, name: object) -> None:
    path = tmp_path / "popolo.json"
    body = {"id": "o", "name": [{"lang": "en", "value": "Tree Party"}]}
    held = [{"person_id": "a", "organization_id": "o", "role": {"en": "observer"}}]
    content = {"persons": [{"id": "a", "name": name}], "organizations": [body], "memberships": held}
    path.write_text(json.dumps(content), encoding="utf-8")
    assert memberships(path) == {("Ann Oak", "Tree Party", "observer", "", "")}
