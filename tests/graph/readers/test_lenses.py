"""Graphs in other vocabularies: each kind of file gives the memberships that a reader of it would write down."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.errors import InvalidRequest, OperationFailed, UnknownName
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from blocs.graph.readers.vocabularies.lenses import find_lens, packaged_lenses
from places import TEST_DATA

FILES = TEST_DATA / "lenses"
Run = Callable[..., Any]


def memberships(*data: Path, lenses: tuple[str, ...] = ()) -> set[tuple[str, str, str, str, str]]:
    """Who is in what, by label, in which role, from when to when."""
    graph = library.load(*data, lenses=lenses)
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    return {
        (labels[m.member], labels[m.body], m.role.rpartition("/")[2], m.start or "", m.end or "")
        for m in read_memberships(graph.source, ALWAYS, role="any")
    }


def kinds(*data: Path) -> dict[str, str]:
    return {entity.label: entity.kind for entity in library.load(*data).names.entities if entity.kind != "source"}


# What each file says, read by hand.
RIGHT: dict[str, set[tuple[str, str, str, str, str]]] = {
    "wikidata-entity.ttl": {
        ("Northland", "Northern Union", "full", "1995", ""),  # the preferred one, known to the year
        ("Northland", "Northern Union", "full", "1970-03-02", "1980-04"),  # an earlier time, known to the month
        ("Northland", "Fish Council", "full", "", ""),  # "in the nineties" is no date
        ("Northland", "Trade Forum", "observer", "", ""),
    },
    "wikidata-truthy.nt": {
        ("Northland", "Northern Union", "full", "", ""),
        ("Ada Park", "Northern Union", "full", "", ""),
        ("Something", "Northern Union", "full", "", ""),
    },
    "wikidata-entity.jsonld": {("Northland", "Northern Union", "full", "1995-01-01", "2020-01-31")},
    "schema-page.jsonld": {
        ("Belgium", "Benelux", "full", "", ""),
        ("Luxembourg", "Benelux", "full", "1944-09-05", ""),
        ("Farland", "Benelux", "observer", "1950", "1960-05-01"),
        ("Dutch Senate", "World Club", "full", "", ""),
        ("Dutch Senate", "Benelux", "full", "", ""),
        ("Ann Lee", "World Club", "secretary", "2001-05", ""),
        ("Bo Li", "Parks", "full", "", ""),
    },
    "schema-https.ttl": {
        ("France", "Union", "full", "", ""),
        ("Britain", "Union", "full", "1973-01-01", "2020-01-31"),
        ("Union", "World", "full", "", ""),
    },
    "org-portal.ttl": {
        ("Ada", "Water Board", "full", "", ""),
        ("Ben", "Water Board", "full", "", ""),
        ("Cyd", "Laboratory", "head", "", ""),
        ("Dan", "Branch Office", "full", "1970-01-01", "1972-06-30"),
        ("Eve", "Branch Office", "full", "2004-05-01", ""),
        ("Eve", "Laboratory", "full", "2010", "2010"),
        ("Ada", "Laboratory", "observer", "2001-02", "2005"),
        ("Ben", "Laboratory", "full", "", ""),
    },
    "everypolitician.json": {
        ("Ana Gray", "Senate", "full", "2010-05-06", "2015-03-30"),  # the dates of the term
        ("Ana Gray", "Blue Party", "full", "2010-05-06", "2015-03-30"),
        ("Bob Hill", "Senate", "full", "2011-03-01", "2012-09"),
        ("Bob Hill", "Red Party", "full", "2011-03-01", "2012-09"),
    },
    "popolo-person.json": {
        ("John Q. Smith", "ABC, Inc.", "kitchen-assistant", "1970-01", "1971-12-31"),
        ("John Q. Smith", "ABC, Inc.", "chef", "1972-01-01", ""),
    },
    "popolo-membership.ttl": {
        ("Kim Roe", "Town Council", "full", "1970-01-01", "1972-01-01"),  # by the post that it names
        ("Kim Roe", "Green List", "full", "1970-01-01", "1972-01-01"),
    },
    "foaf.rdf": {("Lea", "City Choir", "full", "", ""), ("Max", "City Choir", "full", "", "")},
    "nanopublications.trig": {("France", "Pact", "full", "", ""), ("Italy", "Pact", "full", "", "")},
    "graphs.nq": {("France", "Pact", "full", "", "")},
    "dbpedia.ttl": {
        ("Sweden", "European Union", "full", "", ""),
        ("Sweden", "NATO", "full", "", ""),
        ("Ann Lee", "Wales Choir", "full", "", ""),
    },
}


@pytest.mark.parametrize("name", RIGHT)
def test_a_file_is_read_by_itself(name: str) -> None:
    assert memberships(FILES / name) == RIGHT[name]


@pytest.mark.parametrize("name", RIGHT)
def test_an_import_gives_the_same(blocs: Run, tmp_path: Path, name: str) -> None:
    result = blocs("import", "rdf", FILES / name, "--store", tmp_path / "store")
    assert result.code == 0 and "read through the lens" in result.err
    graph = library.load(store=tmp_path / "store")
    labels = {entity.iri: entity.label for entity in graph.names.entities}
    found = {
        (labels[m.member], labels[m.body], m.role.rpartition("/")[2], m.start or "", m.end or "")
        for m in read_memberships(graph.source, ALWAYS, role="any")
    }
    assert found == RIGHT[name]
    assert "lens" in blocs("info", "--store", tmp_path / "store").out


@pytest.mark.parametrize("name", [*RIGHT, "clubs.ttl"])
def test_check_finds_nothing_that_the_reading_brought_in(blocs: Run, name: str) -> None:
    words = ("--lens", FILES / "clubs.rq") if name == "clubs.ttl" else ()
    result = blocs("check", FILES / name, *words)
    found = [line for line in result.out.splitlines()[1:] if "is the name of 2 entities" not in line]
    # What is left out on purpose is said, and is no problem.
    found = [line for line in found if not line.startswith("note\t")]
    assert found == [], result.out


def test_what_members_are() -> None:
    assert kinds(FILES / "wikidata-truthy.nt") == {
        "Northland": "state", "Ada Park": "person", "Something": "member", "Northern Union": "body",
    }  # fmt: skip
    page = kinds(FILES / "schema-page.jsonld")
    assert (page["Belgium"], page["Dutch Senate"], page["Ann Lee"], page["World Club"]) == (
        "state", "body", "person", "body",
    )  # fmt: skip
    assert kinds(FILES / "foaf.rdf") == {"City Choir": "body", "Lea": "person", "Max": "person"}


def test_names_and_codes_of_wikidata() -> None:
    names = library.load(FILES / "wikidata-entity.ttl").names
    assert names.find("NU").label == "Northern Union"
    assert names.find("Nordland").label == names.find("Kingdom of Northland").label == "Northland"
    assert names.find("Northland").codes["iso3"] == "NLD"


def test_references_are_evidence() -> None:
    members = library.load(FILES / "wikidata-entity.ttl").members("Northern Union", "1996")
    assert {(e.quote, e.source) for e in members[0].evidence} == {
        ("Northland acceded in 1995.", "http://example.org/treaty"),
        ("", "wikidata-entity.ttl"),
    }
    (earlier,) = library.load(FILES / "wikidata-entity.ttl").members("Northern Union", "1975")
    assert [e.source for e in earlier.evidence] == ["Yearbook of Treaties"]


def test_a_nanopublication_is_the_source_of_what_it_asserts() -> None:
    members = {m.label: m for m in library.load(FILES / "nanopublications.trig").members("Pact")}
    assert [e.source for e in members["France"].evidence] == ["http://example.org/treaty"]
    assert [e.source for e in members["Italy"].evidence] == ["http://example.org/np2"]


def test_who_is_a_member_on_behalf_of_a_party_is_so_by_inference() -> None:
    graph = library.load(FILES / "everypolitician.json")
    assert [(m.label, m.basis) for m in graph.members("Blue Party", "2012")] == [("Ana Gray", "derived")]
    assert [(m.label, m.basis) for m in graph.members("Senate", "2012")] == [
        ("Ana Gray", "stated"), ("Bob Hill", "stated"),
    ]  # fmt: skip
    assert graph.members("Senate", "2016") == []


def test_posts_are_offices() -> None:
    graph = library.load(FILES / "org-portal.ttl")
    office = graph.names.find("Chief")
    assert office.kind == "role"
    holder = graph.source.select(f"SELECT ?who {{ ?post org:role <{office.iri}> ; org:heldBy ?who }}")
    assert [row[0].value for row in holder] == ["http://example.org/ben"]
    parts = {(s.value, o.value) for s, o in graph.source.select("SELECT ?s ?o { ?s org:subOrganizationOf ?o }")}
    board = "http://example.org/board"
    assert parts == {("http://example.org/lab", board), ("http://example.org/office", board)}


# What is not read is said


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("authority.rdf", "5 triples, no membership among them; they use "),
        ("clubs.ttl", "4 triples, none in the graph model; they use http://example.org/club#calledBy, http"),
        ("wikidata-entity.ttl", "left out: a membership that ended at an unknown date"),
        ("wikidata-entity.ttl", "left out: a statement of deprecated rank"),
        ("wikidata-entity.ttl", "left out: a start that is known to the decade or century only"),
        ("schema-page.jsonld", "left out: a membership in the role “former member”"),
        ("org-portal.ttl", "left out: a time interval from which no date could be read"),
        ("nanopublications.trig", "left out: a nanopublication that was retracted or superseded"),
    ],
)
def test_every_command_says_what_is_not_read(blocs: Run, tmp_path: Path, name: str, said: str) -> None:
    for words in (("list",), ("info",), ("overlap",), ("timeline",), ("query", "-e", "ASK {}")):
        result = blocs(*words, "--data", FILES / name)
        assert f"{name}: {said}" in result.err, words
    assert said in blocs("import", "rdf", FILES / name, "--store", tmp_path / "store").err
    assert said in blocs("list", "--store", tmp_path / "store").err


DBPEDIA = (
    "@prefix dbr: <http://dbpedia.org/resource/> . @prefix dbo: <http://dbpedia.org/ontology/> ."
    "@prefix dbc: <http://dbpedia.org/resource/Category:> . @prefix dct: <http://purl.org/dc/terms/> ."
    "dbr:Oman a dbo:Country ; dct:subject dbc:Member_states_of_the_Arab_League . "
)


@pytest.mark.parametrize(
    ("category", "body", "role"),
    [
        ("Observer_states_of_the_Andean_Community", "Andean Community", "observer"),
        ("Observers_of_OPEC", "OPEC", "observer"),
        ("Associate_members_of_Mercosur", "Mercosur", "associate"),
        ("Associate_member_states_of_the_Caribbean_Community", "Caribbean Community", "associate"),
        ("OPEC_member_states", "OPEC", "full"),
        ("Observer_states_of_the_Arab_League", "Arab League", "observer"),
    ],
)
def test_categories_of_dbpedia_are_read_in_their_role(tmp_path: Path, category: str, body: str, role: str) -> None:
    path = tmp_path / "t.ttl"
    path.write_text(f"{DBPEDIA} dbr:Chile a dbo:Country ; dct:subject dbc:{category} .", "utf-8")
    assert memberships(path) == {("Oman", "Arab League", "full", "", ""), ("Chile", body, role, "", "")}
    assert not any("left out" in note for note in library.load(path).source.notes)


@pytest.mark.parametrize(
    ("category", "kind"),
    [
        ("Former_member_states_of_the_Tagus_Pact", "a category of former members"),
        ("Candidate_members_of_the_Council_of_Europe", "a category of candidates"),
        ("Candidates_for_the_Tagus_Pact", "a category of candidates"),
        ("Suspended_member_states_of_the_Arab_League", "a category of suspended members"),
        ("Members_of_the_Tagus_Pact", "a category of members that may be former ones"),
        ("Council_of_Europe_observers", "a category that may say who is in what"),
        ("ECOWAS_members", "a category that may say who is in what"),
        ("Tagus_Pact_member_states", "a category that may say who is in what"),
        ("Signatories_of_the_Tagus_Pact", "a category that may say who is in what"),
        ("States_of_the_Gulf_Cooperation_Council", "a category that may say who is in what"),
        ("Associated_states_of_the_United_States", "a category that may say who is in what"),
    ],
)
def test_categories_of_dbpedia_that_are_not_read_are_named(tmp_path: Path, category: str, kind: str) -> None:
    path = tmp_path / "t.ttl"
    path.write_text(
        f"{DBPEDIA} dbr:Chile a dbo:Country ; dct:subject dbc:{category} , dbc:Island_countries ."
        f"dbr:Oman dct:subject dbc:{category} .",
        "utf-8",
    )
    assert memberships(path) == {("Oman", "Arab League", "full", "", "")}
    (note,) = (note for note in library.load(path).source.notes if "left out" in note)
    assert note.startswith(f"t.ttl: left out: {kind}") and "Island" not in note
    assert note.endswith(f"(2 times): “{category.replace('_', ' ')}” (Chile, Oman)")


def test_a_category_of_dbpedia_that_may_be_of_people_is_not_read_of_them(tmp_path: Path) -> None:
    path = tmp_path / "t.ttl"
    path.write_text(
        f"{DBPEDIA} dbr:Lu a dbo:Person ; dct:subject dbc:Associate_members_of_the_Academy , dbc:Observers_of_birds .",
        "utf-8",
    )
    assert memberships(path) == {("Oman", "Arab League", "full", "", "")}
    assert "“Associate members of the Academy” (Lu), “Observers of birds” (Lu)" in " ".join(
        library.load(path).source.notes
    )


@pytest.mark.parametrize("name", ["authority.rdf", "clubs.ttl"])
def test_a_file_without_memberships_is_not_sound(blocs: Run, tmp_path: Path, name: str) -> None:
    result = blocs("check", FILES / name)
    assert result.code == 1 and "docs/lenses.md" in result.out
    blocs("import", "rdf", FILES / name, "--store", tmp_path / "store")
    result = blocs("check", "--store", tmp_path / "store")
    assert result.code == 1 and "docs/lenses.md" in result.out


def test_a_file_in_the_model_gets_no_word(blocs: Run) -> None:
    for name in ("pacts.ttl",):
        assert blocs("list", "--data", TEST_DATA / name).err == ""


def test_named_graphs_stay_apart_where_the_default_graph_has_memberships(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "mixed.trig"
    file.write_text(
        """@prefix org: <http://www.w3.org/ns/org#> . @prefix ex: <http://example.org/> .
        ex:a org:memberOf ex:b . ex:g { ex:c org:memberOf ex:b . }""",
        "utf-8",
    )
    result = blocs("who", "b", "--data", file)
    assert result.out.splitlines()[1:] == ["a\ta\tstated"]
    assert "one membership in a named graph is not read; --lens named-graphs reads it too" in result.err
    result = blocs("who", "b", "--data", file, "--lens", "named-graphs")
    assert result.out.splitlines()[1:] == ["a\ta\tstated", "c\tc\tstated"] and result.err == ""
    result = blocs("who", "b", "--data", file, "--named", f"http://example.org/h={FILES / 'graphs.nq'}")
    assert result.out.splitlines()[1:] == ["a\ta\tstated"]


@pytest.mark.parametrize(
    "about",
    [
        'ex:g dct:title "Secretariat list" .', 'ex:d a dcat:Dataset ; dct:title "Members" ; dct:publisher ex:office .',
        'ex:d a void:Dataset ; dct:subject ex:forums .', 'ex:office a org:Organization ; foaf:name "Office" .', "",
    ],
)  # fmt: skip
def test_named_graphs_are_read_beside_a_default_graph_about_them(blocs: Run, tmp_path: Path, about: str) -> None:
    file = tmp_path / "graphs.trig"
    file.write_text(
        """@prefix org: <http://www.w3.org/ns/org#> . @prefix ex: <http://example.org/> .
        @prefix dct: <http://purl.org/dc/terms/> . @prefix dcat: <http://www.w3.org/ns/dcat#> .
        @prefix void: <http://rdfs.org/ns/void#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
        """
        + about
        + 'ex:g { ex:c org:memberOf ex:b . ex:b foaf:name "Forum" } ex:h { ex:d2 org:memberOf ex:b . }',
        "utf-8",
    )
    store = tmp_path / "store"
    assert "lens named-graphs: 2 memberships" in blocs("info", "--data", file).out.replace("\t", " ")
    assert blocs("import", "rdf", file, "--store", store).code == 0
    for source in (("--data", file), ("--store", store)):
        result = blocs("who", "Forum", *source)
        assert (result.out.splitlines()[1:], result.err) == (["c\tc\tstated", "d2\td2\tstated"], "")


@pytest.mark.parametrize("word", ["http://www.w3.org/ns/org#memberOf", "http://schema.org/memberOf"])
def test_plain_facts_have_their_file_as_source(blocs: Run, tmp_path: Path, word: str) -> None:
    file, store = tmp_path / "plain.ttl", tmp_path / "store"
    file.write_text(
        f"@prefix ex: <http://example.org/> . ex:a <{word}> ex:b ; <http://www.w3.org/2000/01/rdf-schema#label> 'A' ."
        " ex:b <http://www.w3.org/2000/01/rdf-schema#label> 'B' .",
        "utf-8",
    )
    assert blocs("import", "rdf", file, "--store", store, "--label", "Our list").code == 0
    for source, name in ((("--data", file), "plain.ttl"), (("--store", store), "Our list")):
        assert blocs("who", "B", "-v", *source).out.splitlines()[1:] == [f"a\tA\tstated\t({name})"]
        assert blocs("cite", *source).out.splitlines()[1].startswith(f"{name}\tcite\t{name}, of ")
        assert f"dataset\t{name}, of " in blocs("info", *source).out


# Dates


def test_dates_of_every_kind(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "dates.ttl"
    written = {
        "a": '"1995"', "b": '"1 May 1995"', "c": '"1995-05-01T12:00:00+02:00"', "d": "1995", "e": '"01.05.1995"',
        "f": '"1995-5"', "g": '"May 1995"', "h": '"31/12/1995"', "i": '"05/06/1995"', "j": '"long ago"',
        "k": '"1995Z"^^<http://www.w3.org/2001/XMLSchema#gYear>',
    }  # fmt: skip
    lines = "".join(f"ex:{k} org:memberOf ex:p . ex:m{k} a org:Membership ; org:member ex:{k} ; org:organization ex:p ;"
                    f" schema:startDate {v} .\n" for k, v in written.items())  # fmt: skip
    file.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> ."
        f" @prefix ex: <http://example.org/> .\n{lines}",
        "utf-8",
    )
    starts = {member: start for member, _, _, start, _ in memberships(file)}
    assert starts == {
        "a": "1995", "b": "1995-05-01", "c": "1995-05-01", "d": "1995", "e": "1995-05-01", "f": "1995-05",
        "g": "1995-05", "h": "1995-12-31", "i": "1995", "j": "", "k": "1995",
    }  # fmt: skip
    said = blocs("list", "--data", file).err
    assert (
        "the start '05/06/1995' of mi is read as 1995, as it does not say which number is the month; write YYYY-MM-DD"
        in said
    )
    assert "the start 'long ago' of mj was not understood and is not read; write YYYY-MM-DD" in said
    assert blocs("import", "rdf", file, "--store", tmp_path / "store").code == 0
    assert "long ago" in blocs("who", "p", "--as-of", "1996", "--store", tmp_path / "store").err


@pytest.mark.parametrize("end", ['"present"', '"9999-12-31"^^xsd:dateTime', '""', '"Now"'])
def test_what_has_not_ended_has_no_end(tmp_path: Path, end: str) -> None:
    file = tmp_path / "open.ttl"
    file.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <http://schema.org/> ."
        " @prefix ex: <http://example.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n"
        f"ex:m a org:Membership ; org:member ex:a ; org:organization ex:b ; schema:endDate {end} .",
        "utf-8",
    )
    graph = library.load(file)
    assert [m.end for m in read_memberships(graph.source, ALWAYS)] == [None] and graph.source.notes == ()


# JSON


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"a": 1}', 'no RDF in it: JSON-LD says what it means in "@context", which is missing'),
        ('{"@context": "https://example.org/context", "name": "x"}', "needs https://example.org/context from the net"),
        ('{"@context": {"@import": "https://example.org/c"}, "name": "x"}', "needs https://example.org/c from the net"),
        ('{"@context": [{"a": "http://e.org/a"}, "https://example.org/c2"], "a": "x"}', "needs https://example.org/c2"),
    ],
)
def test_json_that_is_no_graph_is_refused_with_a_way_on(blocs: Run, tmp_path: Path, content: str, said: str) -> None:
    # A .json of rows is a table; only what is said to be JSON-LD is refused.
    for name in ("a.jsonld",) if "CSV" in said or "rows" in said else ("a.json", "a.jsonld"):
        (tmp_path / name).write_text(content, "utf-8")
        for words in (
            ("list", "--data", tmp_path / name),
            ("import", "rdf", tmp_path / name, "--store", tmp_path / "s"),
        ):
            result = blocs(*words)
            assert result.code == 1 and said in result.err and result.err.count("\n") == 1
        result = blocs("check", tmp_path / name)
        assert result.code == 1 and said in result.out + result.err


@pytest.mark.parametrize(
    "context",
    ['"http://schema.org"', '"https://schema.org/"', '"https://schema.org/docs/jsonldcontext.jsonld"',
     '["https://schema.org", {"x": "http://example.org/x"}]', '{"@vocab": "https://schema.org/"}'],
)  # fmt: skip
def test_the_context_of_schema_org_needs_no_net(tmp_path: Path, context: str) -> None:
    (tmp_path / "a.jsonld").write_text(
        f'{{"@context": {context}, "@type": "Organization", "name": "Benelux",'
        ' "member": [{"@type": "Country", "name": "Belgium"}, {"@type": "Country", "name": "Luxembourg"}]}',
        "utf-8",
    )
    assert {row[:2] for row in memberships(tmp_path / "a.jsonld")} == {
        ("Belgium", "Benelux"),
        ("Luxembourg", "Benelux"),
    }


def test_contexts_of_org_and_popolo_need_no_net(tmp_path: Path) -> None:
    (tmp_path / "org.jsonld").write_text(
        '{"@context": "http://www.w3.org/ns/org", "@id": "http://e.org/b", "@type": "Organization", "prefLabel": "B",'
        ' "hasMember": {"@id": "http://e.org/a", "name": "A"}}',
        "utf-8",
    )
    assert memberships(tmp_path / "org.jsonld") == {("A", "B", "full", "", "")}
    (tmp_path / "popolo.jsonld").write_text(
        '{"@context": "http://www.popoloproject.com/contexts/membership.jsonld", "@type": "Membership",'
        ' "person": {"@id": "http://e.org/a", "name": "A"}, "organization": {"@id": "http://e.org/b", "name": "B"},'
        ' "start_date": "2001-05"}',
        "utf-8",
    )
    assert memberships(tmp_path / "popolo.jsonld") == {("A", "B", "full", "2001-05", "")}


def test_a_web_page_is_read_by_its_json_ld(blocs: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        """<!DOCTYPE html><html><head><title>"@id"</title>
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Organization",
        "name": "Benelux", "member": {"@type": "Country", "name": "Belgium"}}</script>
        <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Country", "name": "Luxembourg",
        "memberOf": {"@type": "Organization", "name": "Benelux"}}</script></head><body><p>Text</body></html>""",
        "utf-8",
    )
    found = {(member, body) for member, body, *_ in memberships(tmp_path / "page.html")}
    assert found == {("Belgium", "Benelux"), ("Luxembourg", "Benelux")}
    (tmp_path / "plain.html").write_text("<html><body>No data</body></html>", "utf-8")
    result = blocs("list", "--data", tmp_path / "plain.html")
    assert result.code == 1 and "is a web page without JSON-LD, microdata, RDFa or a table in it" in result.err
    (tmp_path / "bad.html").write_text('<html><script type="application/ld+json">{"@id" 1}</script></html>', "utf-8")
    assert "the JSON-LD in the page is broken" in blocs("list", "--data", tmp_path / "bad.html").err


def test_popolo_in_a_list_is_no_table(tmp_path: Path) -> None:
    (tmp_path / "people.json").write_text(f"[{(FILES / 'popolo-person.json').read_text('utf-8')}]", "utf-8")
    assert memberships(tmp_path / "people.json") == RIGHT["popolo-person.json"]


def test_an_address_as_a_text_is_an_address(tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_text(
        '{"@context": {"@vocab": "https://schema.org/"}, "@id": "http://e.org/lux", "@type": "Country",'
        ' "name": "Luxembourg", "memberOf": "http://e.org/un"}',
        "utf-8",
    )
    assert memberships(tmp_path / "a.jsonld") == {("Luxembourg", "un", "full", "", "")}


def test_a_state_is_the_same_wherever_it_has_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "a.jsonld").write_text(
        '{"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "One", "member":'
        ' {"@type": "Country", "name": "Belgium"}}, {"@type": "Organization", "name": "Two", "member":'
        ' [{"@type": "Country", "name": "BELGIUM"}, {"@type": "Person", "name": "Ada", "email": "a@example.org"}]},'
        ' {"@type": "Organization", "name": "Three",'
        ' "member": {"@type": "Person", "name": "Ada", "email": "b@example.org"}}]}',
        "utf-8",
    )
    graph = library.load(tmp_path / "a.jsonld")
    assert [e.id for e in graph.names.entities if e.kind == "state"] == ["belgium"]
    assert [m.label for m in graph.members("One and Two")] == [graph.names.find("belgium").label]
    # Two people may well have one name.
    assert sorted(e.id for e in graph.names.entities if e.kind == "person") == ["ada", "ada-2"]


# Lenses of one's own


def test_a_lens_of_ones_own(blocs: Run, tmp_path: Path) -> None:
    file, lens = FILES / "clubs.ttl", FILES / "clubs.rq"
    assert memberships(file, lenses=(str(lens),)) == {("Lea", "Chess Club", "full", "1999", "")}
    result = blocs("who", "Chess Club", "--data", file, "--lens", lens)
    assert (result.code, result.out.splitlines()[1:], result.err) == (0, ["lea\tLea\tstated\tfull\t1999–"], "")
    assert "lens\tclubs: 1 membership\n" in blocs("info", "--data", file, "--lens", lens).out
    result = blocs("import", "rdf", file, "--lens", lens, "--store", tmp_path / "store")
    assert result.code == 0 and "read through the lens clubs: 1 membership" in result.err
    assert blocs("who", "Chess Club", "--store", tmp_path / "store").out.splitlines()[1][:10] == "lea\tLea\tst"


def test_no_lens_at_all(blocs: Run) -> None:
    file = FILES / "schema-https.ttl"
    assert memberships(file, lenses=("none",)) == set()
    assert "no membership among them" in blocs("list", "--data", file, "--lens", "none").err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT * { ?s ?p ?o }", "is no CONSTRUCT query; see docs/lenses.md"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p }", "SPARQL syntax"),
        ("DELETE WHERE { ?s ?p ?o }", "would change the data"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "asks another server"),
        ("# fits: nix:a\nCONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "the prefix nix:"),
    ],
)
def test_a_lens_that_is_none(blocs: Run, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bad.rq").write_text(text, "utf-8")
    result = blocs("list", "--data", FILES / "clubs.ttl", "--lens", tmp_path / "bad.rq")
    assert result.code == 2 and said in result.err and result.out == ""


def test_a_lens_that_makes_nothing_says_so(blocs: Run) -> None:
    result = blocs("list", "--data", FILES / "schema-https.ttl", "--lens", FILES / "clubs.rq")
    assert "the lens clubs made nothing of it" in result.err


def test_unknown_lenses(blocs: Run, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="did you mean wikidata"):
        find_lens("wikidat")
    with pytest.raises(OperationFailed, match="no such file"):
        find_lens(str(tmp_path / "absent.rq"))
    with pytest.raises(InvalidRequest, match="a lens reads files"):
        library.load(lenses=["wikidata"])
    assert blocs("list", "--lens", "wikidata").code == 2


@pytest.mark.parametrize("lens", packaged_lenses(), ids=lambda lens: lens.name)
def test_every_lens_is_documented(lens: Any) -> None:
    """Its header says what it reads, and docs/lenses.md lists it; it runs on nothing without an error."""
    assert lens.title.endswith(".") and lens.about and lens.example.startswith("blocs ")
    assert lens.fits or lens.fits_named or "never applies by itself" in lens.about
    page = (Path(library.__file__).parent / "docs" / "lenses.md").read_text("utf-8")
    assert f"| `{lens.name}` |" in page


WORDS_NEAR_TO_MEMBERSHIP = [
    "schema:worksFor", "schema:employee", "schema:affiliation", "old:founder", "org:reportsTo", "dbp:observers",
    "dbp:parties", "dbo:team", "dbo:employer", "wdt:P108", "sioc:has_subscriber", "rel:employedBy",
]  # fmt: skip


@pytest.mark.parametrize("word", WORDS_NEAR_TO_MEMBERSHIP)
def test_a_property_near_to_membership_is_named_where_others_are_read(tmp_path: Path, word: str) -> None:
    (tmp_path / "t.ttl").write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> ."
        "@prefix old: <http://schema.org/> . @prefix dbp: <http://dbpedia.org/property/> ."
        "@prefix dbo: <http://dbpedia.org/ontology/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> ."
        "@prefix sioc: <http://rdfs.org/sioc/ns#> . @prefix rel: <http://purl.org/vocab/relationship/> ."
        f"@prefix e: <http://e.org/> . e:A schema:memberOf e:Pact . e:B {word} e:C ."
    )
    notes = " ".join(library.load(tmp_path / "t.ttl").source.notes)
    name = word.partition(":")[2]
    assert re.search(rf"not read, though it may say who is in what: \S*{name} \(1\)", notes), notes


def test_names_in_several_languages_are_taken_in_one_order(tmp_path: Path) -> None:
    (tmp_path / "t.ttl").write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        "@prefix schema: <https://schema.org/> . @prefix e: <http://e.org/> ."
        'e:a a schema:Country ; skos:prefLabel "Österreich"@de-AT, "Autriche"@fr, "Ausztria"@hu ; org:memberOf e:x .'
        'e:b a schema:Country ; skos:prefLabel "Colour"@en-GB, "Aaa"@de ; org:memberOf e:x .'
        'e:c a schema:Country ; skos:prefLabel "Japon"@fr-CA, "Япония"@ru, "Ja"@et ; org:memberOf e:x .'
        'e:x a org:Organization ; skos:prefLabel "Bund"@de, "Alliance"@fr, "Bündnis"@de-CH .',
        "utf-8",
    )
    labels = {entity.label for entity in library.load(tmp_path / "t.ttl").names.entities if entity.kind != "source"}
    assert labels == {"Österreich", "Colour", "Japon", "Bund"}


def test_the_lens_of_popolo_is_said_to_read_its_json(tmp_path: Path, blocs: Any) -> None:
    (tmp_path / "t.json").write_text(
        '{"persons":[{"id":"a","name":"Ana"}],"organizations":[{"id":"o","name":"Blue"}],'
        '"memberships":[{"person_id":"a","organization_id":"o","start_date":"2001"}]}'
    )
    lines = [line for line in blocs("info", "--data", tmp_path / "t.json").out.splitlines() if line.startswith("lens")]
    assert lines == ["lens\tpopolo: 1 membership"]
