"""JSON and RDF as people bring them: without a context, one document a line, under the ending of another format."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.errors import InvalidRequest, OperationFailed
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.readers.table import TableFile


def memberships(*data: Path) -> set[tuple[str, str, str, str, str]]:
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


STEPPE = '"name":"Steppe Union","member":[{"@type":"Country","name":"Mongolia"},{"@type":"Country","name":"Chad"}]'
WITHOUT_CONTEXT = {
    "one object": f'{{"@type":"Organization","@id":"https://x.example/o/9",{STEPPE}}}',
    "members of one that is named elsewhere": """[
        {"@type":"Country","name":"Mongolia","memberOf":{"@id":"https://x.example/o/9"}},
        {"@type":"Country","name":"Chad","memberOf":{"@id":"https://x.example/o/9"}},
        {"@type":"Organization","@id":"https://x.example/o/9","name":"Steppe Union"}]""",
    "a word without an address among others with one": """{
        "@type":"https://schema.org/Organization","name":"Steppe Union",
        "https://schema.org/member":[{"@type":"https://schema.org/Country","https://schema.org/name":"Mongolia"},
        {"@type":"https://schema.org/Country","https://schema.org/name":"Chad"}]}""",
    "words of the Organization Ontology": """{"@type":"Organization","name":"Steppe Union","hasMember":[
        {"@type":"Country","name":"Mongolia"},{"@type":"Country","name":"Chad"}]}""",
}


@pytest.mark.parametrize("ending", [".json", ".jsonld"])
@pytest.mark.parametrize("case", WITHOUT_CONTEXT)
def test_json_ld_without_a_context_is_read_as_the_vocabulary_of_its_words_which_is_said(
    tmp_path: Path, case: str, ending: str
) -> None:
    file = tmp_path / f"steppe{ending}"
    file.write_text(WITHOUT_CONTEXT[case], "utf-8")
    assert {found[:2] for found in memberships(file)} == {("Mongolia", "Steppe Union"), ("Chad", "Steppe Union")}
    (note,) = library.load(file).source.notes
    assert note.startswith(f'steppe{ending}: it has no "@context", and was read as schema.org')


def test_words_that_json_ld_drops_are_said(tmp_path: Path) -> None:
    file = tmp_path / "club.jsonld"
    context = '"@context":{"s":"https://schema.org/","names":{"@id":"s:name","@container":"@language"}}'
    file.write_text(
        f'{{{context},"@type":"s:Organization","name":"Lake Club","names":{{"en":"Lake Union"}},'
        '"s:member":{"@type":"s:Country","names":{"en":"Chad"}}}',
        "utf-8",
    )
    assert {found[:2] for found in memberships(file)} == {("Chad", "Lake Union")}
    assert library.load(file).source.notes == (
        'club.jsonld: not read, since its "@context" does not know them: name; add them to it',
    )
    file.write_text('{"@type":"https://x.example/Club","called":"Lake Club"}', "utf-8")
    note = library.load(file).source.notes[0]
    assert note.startswith('club.jsonld: not read, since it has no "@context" that says what they mean: called')


@pytest.mark.parametrize("name", ["t.jsonl", "t.ndjson", "t.json", "t.jsonld"])
def test_each_line_may_be_a_document_of_json_ld(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(
        '{"@context":"https://schema.org","@type":"Person","@id":"_:b","name":"Nora Stein","memberOf":'
        '{"@type":"Organization","name":"Academy"}}\n'
        '{"@context":"https://schema.org","@type":"Person","@id":"_:b","name":"Paul Weiss","memberOf":['
        '{"@type":"Organization","name":"Academy"},{"@type":"SportsTeam","name":"FC Nord"}]}\n',
        "utf-8",
    )
    right = {("Nora Stein", "Academy"), ("Paul Weiss", "Academy"), ("Paul Weiss", "FC Nord")}
    assert {found[:2] for found in memberships(tmp_path / name)} == right
    assert {entity.kind for entity in library.load(tmp_path / name).names.by_iri.values()} == {
        "person",
        "body",
        "source",
    }


def test_of_documents_in_lines_each_has_its_own_context_or_none(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    body = '"memberOf":{"@type":"Organization","name":"River Pact"}'
    lines = (
        f'{{"@context":"https://schema.org","@type":"Country","name":"France",{body}}}',
        f'{{"@type":"Country","name":"Chad",{body}}}',
    )
    file.write_text("\n".join(lines), "utf-8")
    assert {found[:2] for found in memberships(file)} == {("France", "River Pact"), ("Chad", "River Pact")}
    (note,) = library.load(file).source.notes
    assert note.startswith('t.jsonl: it has no "@context", and was read as schema.org: memberOf, name;')


def test_json_ld_is_no_table(blocs: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(
        '{"@context":"https://schema.org","@type":"Country","name":"Chad","memberOf":"River Pact"}\n', "utf-8"
    )
    said = blocs("import", "csv", file, "--dry-run").err
    assert f"{file} is JSON-LD; it is read by: blocs import rdf {file}" in said
    assert "1 membership of 1 member in 1 body" in blocs("import", "rdf", file, "--dry-run").out


def test_json_that_was_made_of_xml_or_has_names_with_a_sign_is_a_table(tmp_path: Path) -> None:
    file = tmp_path / "t.json"
    row = '{"@id":"%s","country":"%s","org":"River Pact","note":{"#text":"@type"}}'
    file.write_text(f"[{row % (1, 'France')},{row % (2, 'Chad')}]", "utf-8")
    assert {found[:2] for found in memberships(file)} == {("France", "River Pact"), ("Chad", "River Pact")}


@pytest.mark.parametrize(
    "content",
    [
        '<?xml version="1.0"?>\n<Ontology xmlns="http://www.w3.org/2002/07/owl#"></Ontology>',
        "Prefix(:=<http://e.org/>)\nOntology(<http://e.org/o>)",
        "Prefix: : <http://e.org/>\nOntology: <http://e.org/o>",
    ],
)
def test_owl_that_is_no_rdf_is_refused_with_a_way_on(tmp_path: Path, content: str) -> None:
    (tmp_path / "t.owl").write_text(content, "utf-8")
    with pytest.raises(OperationFailed, match="is OWL, but not RDF; save it as Turtle or RDF/XML"):
        library.load(tmp_path / "t.owl")


NAMES = """@prefix s: <https://schema.org/> . @prefix org: <http://www.w3.org/ns/org#> . @prefix : <http://e.org/> .
:tn a s:Country ; s:name "Tunisia" . :ma a s:Country ; s:name "Morocco" .
:u a org:Organization ; s:name "Atlas Forum" ."""


def test_memberships_in_graphs_that_are_named_beside_a_file_are_said_and_read_when_asked(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    names, one, other = tmp_path / "names.ttl", tmp_path / "a.ttl", tmp_path / "b.ttl"
    names.write_text(NAMES, "utf-8")
    for file, who in ((one, "tn"), (other, "ma")):
        file.write_text(f"@prefix : <http://e.org/> . :{who} <http://www.w3.org/ns/org#memberOf> :u .", "utf-8")
    source = ("--data", names, "--named", f"http://g/a={one}", "--named", f"http://g/b={other}")
    said = "a.ttl, b.ttl: 2 memberships in named graphs are not read; --lens named-graphs reads them too"
    found = blocs("who", "Atlas Forum", *source)
    assert found.out == "id\tlabel\tbasis\n" and said in found.err
    assert said in blocs("ask", "is Tunisia in the Atlas Forum", *source).err
    assert "2 memberships in named graphs are not read" in blocs("check", *source).out
    found = blocs("who", "Atlas Forum", *source, "--lens", "named-graphs")
    assert found.out == "id\tlabel\tbasis\nma\tMorocco\tstated\ntn\tTunisia\tstated\n" and not found.err
    assert "not read" not in blocs("who", "Atlas Forum", *source, "--lens", "none").err


def test_a_broken_line_of_json_ld_is_named(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text('{"@context":"https://schema.org","@type":"Person"}\n{"@type":"Person","name":}\n', "utf-8")
    with pytest.raises(OperationFailed, match="line 2"):
        library.load(file)


IN_OTHER_WORDS = {
    "capitals between words": """{"organizations":[{"id":"o1","name":"Atlas Forum"}],
        "people":[{"id":"p1","name":"Ann Poe"}],
        "memberships":[{"personId":"p1","organizationId":"o1","startDate":"2010"}]}""",
    "names in other parts, numbers": """{"people":[{"id":1,"firstName":"Ann","lastName":"Poe"}],
        "groups":[{"id":7,"title":"Atlas Forum"}],"memberships":[{"personId":1,"groupId":7,"startDate":"2010"}]}""",
    "names in parts, groups": """{"persons":[{"id":"p1","givenName":"Ann","familyName":"Poe"}],
        "groups":[{"id":"o1","name":"Atlas Forum"}],
        "memberships":[{"person_id":"p1","group_id":"o1","start_date":"2010"}]}""",
    "members": """{"members":[{"id":"p1","fullName":"Ann Poe"}],"groups":[{"id":"o1","name":"Atlas Forum"}],
        "memberships":[{"member_id":"p1","group_id":"o1","start_date":"2010"}]}""",
    "mere names": '{"memberships":[{"person":"Ann Poe","organization":"Atlas Forum","start_date":"2010"}]}',
}


@pytest.mark.parametrize("case", IN_OTHER_WORDS)
def test_popolo_in_the_words_of_another_hand(tmp_path: Path, case: str) -> None:
    file = tmp_path / "t.json"
    file.write_text(IN_OTHER_WORDS[case], "utf-8")
    assert memberships(file) == {("Ann Poe", "Atlas Forum", "full", "2010", "")}
    assert not library.load(file).source.notes


IN_TURTLE = """@prefix s: <http://schema.org/> . @prefix : <http://a.b/> .
:fr a s:Country ; s:name "France" ; s:memberOf :p . :p a s:Organization ; s:name "Atlas Forum" ; s:description \"\"\"
{ in a text } \"\"\" ."""
IN_XML = """<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY s "http://schema.org/">]><!-- clubs -->
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://schema.org/">
<s:Country rdf:about="x:fr"><s:name>France</s:name><s:memberOf>
<s:Organization rdf:about="x:p"><s:name>Atlas Forum</s:name></s:Organization>
</s:memberOf></s:Country></rdf:RDF>"""
IN_JSON = """{"@context":"https://schema.org","@type":"Country","name":"France","memberOf":
{"@type":"Organization","name":"Atlas Forum"}}"""
IN_XML_OF_ANOTHER_HAND = IN_XML.replace("rdf:", "r:").replace("xmlns:rdf", "xmlns:r")
IN_TRIG = """@prefix s: <http://schema.org/> . @prefix : <http://a.b/> .
:g { :fr a s:Country ; s:name "France" ; s:memberOf :p . :p a s:Organization ; s:name "Atlas Forum" }"""


@pytest.mark.parametrize(
    ("name", "content", "form"),
    [
        *(
            (f"t{ending}", IN_TURTLE, "Turtle")
            for ending in (".csv", ".owl", ".rdf", ".xml", ".nt", ".jsonld", ".json")
        ),
        *((f"t{ending}", IN_XML, "RDF/XML") for ending in (".ttl", ".nt", ".jsonld")),
        *((f"t{ending}", IN_JSON, "JSON-LD") for ending in (".ttl", ".rdf", ".xml")),
        *((f"t{ending}", IN_TRIG, "TriG") for ending in (".ttl", ".nq", ".rdf")),
        *((f"t{ending}", IN_TURTLE, "") for ending in (".ttl", ".trig", ".n3", ".txt")),
        ("t.owl", IN_XML, ""),
        ("t.txt", IN_JSON, ""),
        ("t.txt", IN_XML_OF_ANOTHER_HAND, ""),
        ("t.txt", IN_TRIG, ""),
    ],
)
def test_rdf_is_known_by_its_content_where_the_ending_stands_for_another_format(
    tmp_path: Path, name: str, content: str, form: str
) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8-sig")
    assert {found[:2] for found in memberships(file)} == {("France", "Atlas Forum")}
    said = [note for note in library.load(file).source.notes if "its ending" in note]
    assert [f"but it is {form} by its content" in note for note in said] == [True] * bool(form)


def test_turtle_in_utf_16_is_read_and_in_another_encoding_refused_with_a_way_on(tmp_path: Path) -> None:
    (tmp_path / "wide.ttl").write_text(IN_TURTLE, "utf-16")
    assert {found[:2] for found in memberships(tmp_path / "wide.ttl")} == {("France", "Atlas Forum")}
    (tmp_path / "latin.ttl").write_text(IN_TURTLE.replace("France", "Côte d'Ivoire"), "latin-1")
    with pytest.raises(OperationFailed, match=r"RDF has to be in UTF-8.*iconv -f WINDOWS-1252 -t UTF-8"):
        library.load(tmp_path / "latin.ttl")


def test_concepts_that_are_members_and_called_as_states_are_states(tmp_path: Path) -> None:
    file = tmp_path / "t.ttl"
    file.write_text(
        """@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @prefix : <x:> .
        :hu a skos:Concept ; skos:prefLabel "Hungary"@en ; org:memberOf :v .
        :v a org:Organization ; skos:prefLabel "V4 Club" .
        :pl a skos:Concept ; skos:prefLabel "Poland"@en ; org:memberOf :v .
        :x a skos:Concept ; skos:prefLabel "Chile" .""",
        "utf-8",
    )
    kinds = {entity.label: entity.kind for entity in library.load(file).names.by_iri.values()}
    assert (kinds["Hungary"], kinds["Poland"], kinds["V4 Club"], kinds["Chile"]) == ("state", "state", "body", "topic")
    people = '<x:ann> a <http://xmlns.com/foaf/0.1/Person> ; skos:prefLabel "Ann" ; org:memberOf :v .'
    file.write_text(f"{file.read_text('utf-8')}\n{people}", "utf-8")
    kinds = {entity.label: entity.kind for entity in library.load(file).names.by_iri.values()}
    assert (kinds["Hungary"], kinds["Ann"], kinds["Chile"]) == (
        "member",
        "person",
        "topic",
    )  # among people a name says little


def test_wikidata_as_wikibase_cli_simplifies_it(tmp_path: Path) -> None:
    ghana = (
        '{"id":"Q117","type":"item","labels":{"en":"Ghana"},"claims":{"P31":["Q6256"],"P463":[{"value":"Q7809",'
        '"qualifiers":{"P580":["1958-04-11T00:00:00.000Z"]}},{"value":"Q7785","qualifiers":{"P580":"1957","P582":"1960-07"}}]}}'
    )
    others = (
        '{"id":"Q7809","labels":{"en":"UNESCO"},"claims":{}}',
        '{"id":"Q7785","labels":{"en":"Lake Pact"},"claims":{}}',
    )
    right = {("Ghana", "UNESCO", "full", "1958-04-11", ""), ("Ghana", "Lake Pact", "full", "1957", "1960-07")}
    by_id = ",".join(f'"{each[7:].partition(chr(34))[0]}":{each}' for each in (ghana, *others))
    (tmp_path / "a.json").write_text(f"{{{by_id}}}", "utf-8")
    (tmp_path / "b.ndjson").write_text("\n".join((ghana, *others)), "utf-8")
    assert memberships(tmp_path / "a.json") == memberships(tmp_path / "b.ndjson") == right


def test_what_pages_put_around_their_json_ld_is_no_part_of_it(tmp_path: Path) -> None:
    json_ld = (
        '{"@context":"https://schema.org","@type":"Organization","name":"Atlas &amp; Co",'
        '"member":{"@type":"Country","name":"Chad"}}'
    )
    for before, behind in (
        ("/*<![CDATA[*/", "/*]]>*/"),
        ("//<![CDATA[\n", "\n//]]>"),
        ("<![CDATA[", "]]>"),
        ("<!--\n", "\n-->"),
    ):
        page = f'<html><script type="application/ld+json">{before}{json_ld}{behind}</script></html>'
        (tmp_path / "t.html").write_text(page, "utf-8")
        assert {found[:2] for found in memberships(tmp_path / "t.html")} == {("Chad", "Atlas & Co")}


def test_of_an_event_no_property_is_named_that_the_file_does_not_have(tmp_path: Path) -> None:
    file = tmp_path / "t.jsonld"
    file.write_text('{"@context":"https://schema.org","@type":"Event","name":"Summit","startDate":"2001"}', "utf-8")
    assert not any("https://schema.org/startDate" in note for note in library.load(file).source.notes)


BESIDE = {
    "group": (
        '{"group":"G8","members":[{"country":"Chad","joined":1975},{"country":"Mali","joined":1997,"left":2014}]}',
        "G8",
    ),
    "name": (
        '{"name":"Lake Club","year":1997,"members":[{"name":"Chad","joined":1975},'
        '{"name":"Mali","joined":1997,"left":2014}]}',
        "Lake Club",
    ),
    "title": (
        '{"title":"Members of the Arab League","members":[{"country":"Chad","from":1975},'
        '{"country":"Mali","from":1997,"to":2014}]}',
        "Arab League",
    ),
}


@pytest.mark.parametrize("case", BESIDE)
def test_what_a_list_of_members_stands_beside_is_what_they_are_in_which_is_said(tmp_path: Path, case: str) -> None:
    content, body = BESIDE[case]
    file = tmp_path / "t.json"
    file.write_text(content, "utf-8")
    assert memberships(file) == {("Chad", body, "full", "1975", ""), ("Mali", body, "full", "1997", "2014")}
    assert any(
        f"{body!r} was taken for the organization of all in 'members'" in note
        for note in library.load(file).source.reports[0]["important"]
    )


def test_folders_in_the_settings_of_a_program_are_no_members(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text('{"name":"x-app","version":"1.0.0","members":["packages/*","apps/web"]}', "utf-8")
    with pytest.raises(OperationFailed, match="JSON without a list of records"):
        library.load(tmp_path / "t.json")


def test_the_name_of_a_data_set_of_countries_is_no_body(tmp_path: Path) -> None:
    (tmp_path / "t.json").write_text(
        '{"name":"Countries","countries":[{"name":"Chad","capital":"N\'Djamena"}]}', "utf-8"
    )
    with pytest.raises(InvalidRequest, match="no column for the organization"):
        library.load(tmp_path / "t.json")


PEOPLE = ("person", "human", "mp", "politiker", "deputado", "politician")


@pytest.mark.parametrize("dated", [True, False])
@pytest.mark.parametrize("header", [*PEOPLE, "item", "member"])
def test_people_in_results_of_wikidata_are_people(
    blocs: Callable[..., Any], tmp_path: Path, header: str, *, dated: bool
) -> None:
    file, store = tmp_path / "t.csv", tmp_path / "store"
    party = "http://www.wikidata.org/entity/Q49768,Red Party"
    date = ",2001-05-03T00:00:00Z" if dated else ""
    file.write_text(
        f"{header},{header}Label,party,partyLabel{',start' * dated}\n"
        f"http://www.wikidata.org/entity/Q1111,Anna Berg,{party}{date}\n"
        f"http://www.wikidata.org/entity/Q2222,Olof Strand,{party}{date}\n",
        "utf-8",
    )
    kind = "person" if header in PEOPLE else "member"
    right = ["body\tRed Party", f"{kind}\tAnna Berg", f"{kind}\tOlof Strand"]

    def listed(*source: object) -> list[str]:
        rows = (line.split("\t") for line in blocs("list", *source).out.splitlines()[1:])
        return sorted(f"{row[0]}\t{row[2]}" for row in rows if row[0] != "source")

    report = blocs("import", "wikidata", file, "--store", store).err
    assert "party as organization id, partyLabel as organization" in report
    assert listed("--store", store) == right
    if dated or kind == "person":
        assert listed("--data", file) == right


FRANCE_AND_ITALY = {("France", "Blue Pact"), ("Italy", "Blue Pact")}


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            '{"organization": {"@name": "Blue Pact", "members": {"member": [{"@code": "FR", "#text": "France"},'
            ' {"@code": "IT", "#text": "Italy"}]}}}',
            FRANCE_AND_ITALY,
        ),
        (
            '{"organizations": {"organization": {"_attributes": {"name": "Blue Pact"}, "member":'
            ' [{"_attributes": {"since": "1990"}, "_text": "France"}, {"_text": "Italy"}]}}}',
            FRANCE_AND_ITALY,
        ),
        (
            '{"organizations": {"organization": [{"name": "Blue Pact", "members": {"member": ["France", "Italy"]}},'
            ' {"name": "Red Pact", "members": {"member": "Spain"}}]}}',
            {*FRANCE_AND_ITALY, ("Spain", "Red Pact")},
        ),
        ('{"organization": {"name": "Blue Pact"}, "members": ["France", "Italy"]}', FRANCE_AND_ITALY),
        (
            '{"organization": {"name": "Blue Pact"}, "members": [{"name": "France"}, {"name": "Italy"}]}',
            FRANCE_AND_ITALY,
        ),
        ('{"Blue Pact": {"founded": 1990, "members": ["France", "Italy"]}}', FRANCE_AND_ITALY),
        (
            '{"Blue Pact": {"members": ["France", "Italy"]}, "Union": {"members": [{"name": "Spain"}]}}',
            {*FRANCE_AND_ITALY, ("Spain", "Union")},
        ),
        (
            '{"blocs": {"Blue Pact": {"members": ["France", "Italy"]}, "Union": {"members": ["Spain"]}}}',
            {*FRANCE_AND_ITALY, ("Spain", "Union")},
        ),
        ('{"name": "Blue Pact", "members": {"full": ["France"], "observer": ["Italy"]}}', FRANCE_AND_ITALY),
        (
            '{"memberships": [{"member": "FR", "organization": "P"}, {"member": "IT", "organization": "P"}], "members":'
            ' [{"id": "FR", "name": "France"}, {"id": "IT", "name": "Italy"}], "organizations": [{"id": "P", "name":'
            ' "Blue Pact"}]}',
            FRANCE_AND_ITALY,
        ),
        (
            '{"France": {"memberships": ["Blue Pact"]}, "Italy": {"memberships": ["Blue Pact"]}}',
            FRANCE_AND_ITALY,
        ),
        (
            '[{"country": "France", "bodies": [{"name": "Blue Pact"}, {"name": "Union"}]},'
            ' {"country": "Italy", "bodies": ["Blue Pact"]}, {"country": "Spain", "bodies": "Union"}]',
            {*FRANCE_AND_ITALY, ("France", "Union"), ("Spain", "Union")},
        ),
    ],
)  # fmt: skip
def test_json_of_plain_shape_is_read_whatever_is_around_its_values(
    tmp_path: Path, content: str, right: set[tuple[str, str]]
) -> None:
    (tmp_path / "t.json").write_text(content, "utf-8")
    assert {found[:2] for found in memberships(tmp_path / "t.json")} == right


ROWS = '[{"country": "France", "organization": "Blue Pact"}, {"country": "Italy", "organization": "Blue Pact"}]'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f'{{"data": {ROWS}, "meta": {{"total": 200}}}}', "it has 2 of 200 records"),
        (f'{{"data": {ROWS}, "links": {{"next": "https://e.org/?page=2"}}}}', "it names a next one"),
        (f'{{"value": {ROWS}, "@odata.nextLink": "https://e.org/?skip=2"}}', "it names a next one"),
        (
            '{"data": {"bodies": {"pageInfo": {"hasNextPage": true}, "edges":'
            ' [{"node": {"organization": "Blue Pact", "country": "France"}}]}}}',
            "it names a next one",
        ),
        (f'{{"has_more": false, "data": {ROWS}}}', ""),
        (f'{{"count": 3, "next": null, "results": {ROWS}}}', "it has 2 of 3 records"),
        (f'[{{"page": 1, "pages": 7, "total": 14}}, {ROWS}]', "it has 2 of 14 records"),
        (f'{{"data": {ROWS}, "meta": {{"total": 2}}, "links": {{"next": null}}}}', ""),
        (f'{{"data": {ROWS}, "next": ""}}', ""),
    ],
)
def test_one_page_of_several_is_said_to_be_one(
    blocs: Callable[..., Any], tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "t.json").write_text(content, "utf-8")
    found = blocs("who", "Blue Pact", "--data", tmp_path / "t.json")
    assert "france" in found.out
    assert (f"this is one page of several: {said}" in found.err) if said else not found.err


_PREFIXES = "@prefix org: <http://www.w3.org/ns/org#> . @prefix r: <http://www.w3.org/2000/01/rdf-schema#> ."
_IN_ANY_ENCODING = {
    "t.json": '[{"country":"Österreich","organization":"Dreibund"},{"country":"Italien","organization":"Dreibund"}]',
    "popolo.json": '{"persons":[{"id":"1","name":"Österreich"},{"id":"2","name":"Italien"}],"organizations":'
    '[{"id":"3","name":"Dreibund"}],"memberships":[{"person_id":"1","organization_id":"3"},{"person_id":"2","organization_id":"3"}]}',
    "t.ttl": f'{_PREFIXES} <u:1> r:label "Österreich"; org:memberOf <u:3> . <u:3> r:label "Dreibund" .'
    ' <u:2> r:label "Italien"; org:memberOf <u:3> .',
    "t.rdf": '<?xml version="1.0" encoding="ENCODING"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    ' xmlns:org="http://www.w3.org/ns/org#" xmlns:r="http://www.w3.org/2000/01/rdf-schema#"><rdf:Description r:label='
    '"Österreich" rdf:about="u:1"><org:memberOf rdf:resource="u:3"/></rdf:Description><rdf:Description'
    ' r:label="Italien" rdf:about="u:2"><org:memberOf><rdf:Description r:label="Dreibund" rdf:about="u:3"/>'
    "</org:memberOf></rdf:Description></rdf:RDF>",
    "t.csv": "country,organization\nÖsterreich,Dreibund\nItalien,Dreibund\n",
    "t.xml": '<?xml version="1.0" encoding="ENCODING"?><all><one><country>Österreich</country>'
    "<body>Dreibund</body></one><one><country>Italien</country><body>Dreibund</body></one></all>",
    "t.yaml": "- country: Österreich\n  organization: Dreibund\n- country: Italien\n  organization: Dreibund\n",
}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("name", list(_IN_ANY_ENCODING))
def test_utf_16_and_utf_32_are_read_with_a_mark_and_without(tmp_path: Path, name: str, encoding: str) -> None:
    declared = encoding.upper().removesuffix("-LE").removesuffix("-BE")
    plain, wide = tmp_path / name, tmp_path / "wide" / name
    wide.parent.mkdir()
    plain.write_text(_IN_ANY_ENCODING[name].replace("ENCODING", "UTF-8"), "utf-8")
    wide.write_text(_IN_ANY_ENCODING[name].replace("ENCODING", declared), encoding)
    found = memberships(wide)
    assert found == memberships(plain)
    assert len(found) == 2 and {body for _, body, *_ in found} == {"Dreibund"}


_OF_BRICS = '{"organizations":[{"id":"b","name":"BRICS"},{"id":"cn","name":"China"}],"memberships":['


@pytest.mark.parametrize(
    "member",
    [
        '"member":{"@type":"Organization","id":"cn"}', '"member":{"@type":"organization","id":"cn"}',
        '"member":{"type":"ORGANIZATION","id":"cn"}', '"member":{"@type":"popolo:Organization","id":"cn"}',
        '"member":{"id":"cn"}', '"member_id":"cn"', '"member_id":"cn","member_type":"Organization"', '"member":"cn"',
    ],
)  # fmt: skip
def test_a_member_that_the_file_lists_as_an_organization_is_that_one(tmp_path: Path, member: str) -> None:
    path = tmp_path / "t.json"
    path.write_text(f'{_OF_BRICS}{{"organization_id":"b",{member}}}]}}', "utf-8")
    graph = library.load(path)
    assert memberships(path) == {("China", "BRICS", "full", "", "")}
    assert not any("not in the file" in note for note in graph.source.notes)


def test_a_member_whose_id_a_person_has_too_is_the_person(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    people = '"persons":[{"id":"cn","name":"Chen Na"}]'
    path.write_text(f'{_OF_BRICS}{{"organization_id":"b","member_id":"cn"}}],{people}}}', "utf-8")
    assert memberships(path) == {("Chen Na", "BRICS", "full", "", "")}


_PEOPLE = '{"persons":[{"id":"7","name":"Dina Falk"},{"id":"8","name":"Omar Said"}]}'
_BODIES = '{"organizations":[{"id":"1","name":"Blue Bench"}]}'
_TIES = '{"memberships":[{"person_id":"7","organization_id":"1"},{"person_id":"8","organization_id":"1"}]}'


@pytest.mark.parametrize("parts", [(_PEOPLE, _BODIES, _TIES), (_PEOPLE, f"{_BODIES[:-1]},{_TIES[1:]}")])
def test_popolo_in_several_files_is_read_as_one(
    blocs: Callable[..., Any], tmp_path: Path, parts: tuple[str, ...]
) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(len(parts))]
    for path, text in zip(paths, parts, strict=True):
        path.write_text(text, "utf-8")
    right = {(name, "Blue Bench", "full", "", "") for name in ("Dina Falk", "Omar Said")}
    assert memberships(*paths) == memberships(*reversed(paths)) == right
    assert library.load(*paths).source.notes == ()
    blocs("import", "rdf", *paths, "--store", tmp_path / "s")
    assert "Dina Falk" in blocs("who", "Blue", "Bench", "--store", tmp_path / "s").out


def test_popolo_of_others_with_the_same_ids_is_not_mixed(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(f"{_PEOPLE[:-1]},{_BODIES[1:-1]},{_TIES[1:]}", "utf-8")
    other = '{"persons":[{"id":"7","name":"Ola Berg"}],"organizations":[{"id":"1","name":"Red Bench"}],'
    (tmp_path / "b.json").write_text(f'{other}"memberships":[{{"person_id":"7","organization_id":"1"}}]}}', "utf-8")
    found = {each[:2] for each in memberships(tmp_path / "a.json", tmp_path / "b.json")}
    assert found == {("Dina Falk", "Blue Bench"), ("Omar Said", "Blue Bench"), ("Ola Berg", "Red Bench")}


@pytest.mark.parametrize("text", [_PEOPLE, _BODIES])
def test_a_part_of_popolo_alone_is_said_to_have_no_membership(tmp_path: Path, text: str) -> None:
    (tmp_path / "t.json").write_text(text, "utf-8")
    assert any("no membership in it" in note for note in library.load(tmp_path / "t.json").source.notes)


def test_organizations_of_oparl_have_the_names_of_their_own_file(blocs: Callable[..., Any], tmp_path: Path) -> None:
    of = "https://schema.oparl.org/1.1"
    (tmp_path / "people.json").write_text(
        f'{{"data":[{{"id":"https://o.example/person/1","type":"{of}/Person","name":"Heike Sommer","membership":[{{'
        f'"id":"https://o.example/membership/1","type":"{of}/Membership","organization":"https://o.example/organization/5"}}]}}]}}',
        "utf-8",
    )
    (tmp_path / "bodies.json").write_text(
        f'{{"data":[{{"id":"https://o.example/organization/5","type":"{of}/Organization","name":"Bauausschuss",'
        '"startDate":"1999-01-01"}]}',
        "utf-8",
    )
    people, bodies = tmp_path / "people.json", tmp_path / "bodies.json"
    assert {each[1] for each in memberships(people)} == {"organization/5"}
    assert library.load(people, bodies).source.notes == ()
    assert memberships(people, bodies) == {("Heike Sommer", "Bauausschuss", "full", "", "")}
    blocs("import", "rdf", people, bodies, "--store", tmp_path / "s")
    assert blocs("check", "--store", tmp_path / "s").code == 0
    alone = " ".join(library.load(bodies).source.notes)
    assert "no membership in it" in alone and "foundingDate" not in alone


BRICS = '"organizations":[{"id":"b","name":"BRICS"}'


def kinds(path: Path) -> dict[str, set[str]]:
    """What each member is, by label."""
    graph = library.load(path)
    members = {m.member for m in read_memberships(graph.source, ALWAYS, role="any")}
    return {graph.names.by_iri[iri].label: set(graph.names.by_iri[iri].kinds) for iri in members}


@pytest.mark.parametrize(
    ("content", "right"),
    [
        (
            f'{{{BRICS}],"memberships":[{{"organization_id":"b","member":{{"name":"Lakeland","classification":"Country"}}}}]}}',
            {"Lakeland": "state"},
        ),
        (
            f'{{{BRICS}],"memberships":[{{"organization_id":"b","member":{{"id":"cn","@type":"Country","name":"China"}}}}]}}',
            {"China": "state"},
        ),
        (
            f'{{{BRICS}],"memberships":[{{"organization_id":"b","person":{{"name":"China","classification":"state"}}}}]}}',
            {"China": "state"},
        ),
        (
            f'{{{BRICS}],"memberships":[{{"organization_id":"b","member":{{"name":"India"}}}}]}}',
            {"India": "state"},
        ),
        (
            f'{{{BRICS},{{"id":"in","name":"India"}},{{"id":"g","name":"Greens"}}],"memberships":['
            '{"organization_id":"b","member_id":"in"},{"organization_id":"b","member_id":"g"}]}',
            {"India": "state", "Greens": "body"},
        ),
        (
            f'{{{BRICS}],"memberships":[{{"organization_id":"b","member":{{"name":"Greens","classification":"party"}}}}]}}',
            {"Greens": "body"},
        ),
        (
            f'{{{BRICS}],"memberships":[{{"organization_id":"b","member":{{"name":"Ann Lee","gender":"female"}}}}]}}',
            {"Ann Lee": "person"},
        ),
        (
            '{"persons":[{"id":"1","name":"Ann Lee"}],"organizations":[{"id":"b","name":"Lake League","members":["1",'
            '{"name":"Tom Marsh","gender":"male"}]}],"memberships":[]}',
            {"Ann Lee": "person", "Tom Marsh": "person"},
        ),
    ],
)
def test_what_popolo_has_in_the_place_of_an_id_is_what_it_says(
    tmp_path: Path, content: str, right: dict[str, str]
) -> None:
    file = tmp_path / "popolo.json"
    file.write_text(content, "utf-8")
    found = kinds(file)
    assert found.keys() == right.keys()
    assert all(right[name] in said and (right[name] == "person") == ("person" in said) for name, said in found.items())


def test_popolo_says_which_id_may_be_two_and_what_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "popolo.json"
    file.write_text(
        f'{{{BRICS},{{"id":"cn","name":"China"}}],"persons":[{{"id":"cn","name":"Chen Na","party":"Greens"}}],'
        '"memberships":[{"organization_id":"b","member_id":"cn"}]}',
        "utf-8",
    )
    said = library.load(file).source.notes
    assert any("cn is the id of a person and of an organization" in note for note in said)
    assert any("not read of people: party" in note for note in said)


@pytest.mark.parametrize(
    "content",
    [
        '[{"name":"France","code":"FR","memberships":[{"organization":{"name":"NATO"}}]},'
        '{"name":"Norway","code":"NO","memberships":[{"organization":{"name":"NATO"}}]}]',
        '[{"name":"France","type":"Country","memberships":[{"organization_id":"n"}]},{"name":"Norway","type":"Country",'
        '"memberships":[{"organization_id":"n"}]},{"name":"NATO","id":"n","type":"Organization"}]',
    ],
)
def test_states_with_their_memberships_in_them_are_no_people(tmp_path: Path, content: str) -> None:
    file = tmp_path / "states.json"
    file.write_text(content, "utf-8")
    assert {found[:2] for found in memberships(file)} == {("France", "NATO"), ("Norway", "NATO")}
    assert all("state" in said and "person" not in said for said in kinds(file).values())


def test_who_is_there_for_a_state_is_no_member_of_it(tmp_path: Path) -> None:
    file = tmp_path / "popolo.json"
    file.write_text(
        '{"organizations":[{"id":"b","name":"Lake League"},{"id":"fr","name":"France","classification":"Country"}],'
        '"memberships":[{"organization_id":"b","person":{"id":"p","name":"Ann Lee"},"on_behalf_of_id":"fr"}]}',
        "utf-8",
    )
    assert memberships(file) == {("Ann Lee", "Lake League", "full", "", "")}
    assert any("on whose behalf members are there" in note for note in library.load(file).source.notes)


def test_popolo_with_comments_and_dates_of_programs(tmp_path: Path) -> None:
    file = tmp_path / "popolo.json"
    file.write_text(
        '// people\n{"persons":[{"id":"1","name":"Ann Lee"},],"organizations":[{"id":"b","name":"Lake League"},],'
        '"memberships":[{"person_id":"1","organization_id":"b","start_date":{"year":1999,"month":5},"end_date":[2004,5,1]}]}',
        "utf-8",
    )
    assert memberships(file) == {("Ann Lee", "Lake League", "full", "1999-05", "2004-05-01")}


def snak(property_: str, value: dict[str, Any] | None, kind: str) -> dict[str, Any]:
    if value is None:
        return {"snaktype": "somevalue", "property": property_}
    return {"snaktype": "value", "property": property_, "datavalue": {"value": value, "type": kind}}


def test_statements_of_wikidata_without_ids_are_told_apart(tmp_path: Path) -> None:
    def statement(body: str, time: str, precision: int, rank: str = "normal") -> dict[str, Any]:
        said = {"time": time, "precision": precision}
        return {
            "mainsnak": snak("P463", {"entity-type": "item", "id": body}, "wikibase-entityid"),
            "rank": rank,
            "qualifiers": {"P580": [snak("P580", said, "time")]},
        }

    claims = [
        statement("Q7809", "+1958-00-00T00:00:00Z", 9),
        statement("Q1065", "+1957-03-00T00:00:00Z", 10),
        statement("Q7159", "+1963-05-25T00:00:00Z", 11),
        statement("Q7785", "+1957-03-06T00:00:00Z", 11, "deprecated"),
    ]
    labels = {"en": {"language": "en", "value": "Ghana"}}
    file = tmp_path / "ghana.json"
    file.write_text(json.dumps({"entities": {"Q117": {"id": "Q117", "labels": labels, "claims": {"P463": claims}}}}))
    right = {("Q7809", "1958"), ("Q1065", "1957-03"), ("Q7159", "1963-05-25")}
    assert memberships(file) == {("Ghana", body, "full", start, "") for body, start in right}
    simple = {"P463": [{"value": "Q7809", "qualifiers": {"P580": [{"time": "+1958-00-00T00:00:00Z"}]}},
                       {"value": "Q1065", "qualifiers": {"P580": [{"value": "1957-03-08", "precision": 10}]}},
                       {"value": "Q7159", "qualifiers": {"P580": ["1963-05-25"]}}]}  # fmt: skip
    file.write_text(json.dumps([{"id": "Q117", "labels": {"en": "Ghana"}, "claims": simple}]))
    assert memberships(file) == {("Ghana", body, "full", start, "") for body, start in right}


def test_results_of_wikidata_without_labels_are_said_to_have_none(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    entity = "http://www.wikidata.org/entity/"
    row = {"country": f"{entity}Q117", "organization": f"{entity}Q7809", "start": "1958-01-01T00:00:00Z"}
    bindings = [{name: {"type": "uri", "value": value} for name, value in row.items()}]
    file.write_text(json.dumps({"head": {"vars": [*row]}, "results": {"bindings": bindings}}))
    assert memberships(file) == {("Q117", "Q7809", "full", "1958-01-01", "")}
    table = TableFile(file)
    list(table.triples())
    said = " ".join(map(str, table.report.warnings))
    assert "2 names are ids of Wikidata, which have no label in the results: Q117, Q7809" in said
    assert "1 membership begins on 1 January" in said
