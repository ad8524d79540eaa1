"""What graphs call their states, bodies and people, and when and by what source they say who is in what."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.analysis.citing import citations
from blocs.graph.analysis.inventory import inventory
from blocs.graph.checking import check

Run = Callable[..., Any]

PREFIXES = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix v: <http://voc.test/ns#> . @prefix : <http://x.test/> .
"""


def written(folder: Path, text: str, name: str = "brought.ttl") -> Path:
    path = folder / name
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


def labels(path: Path) -> dict[str, str]:
    """What is called what, by the last part of its address."""
    return {one.iri.rpartition("/")[2]: one.label for one in library.load(path).names.entities if one.kind != "source"}


@pytest.mark.parametrize(
    ("label", "english"),
    [
        ('"Norge"@no', "Norway"), ('"Algérie"@fr', "Algeria"), ('"Schweden"@de', "Sweden"),
        ('"Österreich"@de', "Austria"), ('"Россия"@ru', "Russia"), ('"日本"@ja', "Japan"), ('"Norge"', "Norway"),
    ],
)  # fmt: skip
def test_a_state_with_a_foreign_name_alone_is_found_by_its_english_name(
    blocs: Run, tmp_path: Path, label: str, english: str
) -> None:
    file = written(tmp_path, f':b a org:Organization ; rdfs:label "Club" . :s a schema:Country ; rdfs:label {label} ; '
                   "org:memberOf :b .")  # fmt: skip
    store = tmp_path / "store"
    assert blocs("import", "rdf", file, "--store", store).code == 0
    own = label.split('"')[1]
    for source in (("--data", file), ("--store", store)):
        assert blocs("ask", f"is {english} in Club", *source).out.splitlines()[1] == "yes\tstated"
        assert f"state\ts\t{own}\t" in blocs("list", "states", *source).out
        assert "Club" in blocs("show", english, *source).out


def test_a_body_with_a_foreign_name_alone_is_found_by_its_english_name(blocs: Run, tmp_path: Path) -> None:
    file = written(tmp_path, ':b a org:Organization ; rdfs:label "Europarat"@de . :s a schema:Country ;'
                   ' rdfs:label "Malta" ; org:memberOf :b .')  # fmt: skip
    assert blocs("who", "Council of Europe", "--data", file).out.splitlines()[1:] == ["s\tMalta\tstated"]


def test_a_name_that_another_has_is_given_to_nobody(tmp_path: Path) -> None:
    file = written(tmp_path, ':s a schema:Country ; rdfs:label "Norge"@no ; org:memberOf :b .'
                   ':b a org:Organization ; rdfs:label "Norway" .')  # fmt: skip
    assert library.load(file).names.find("Norway").label == "Norway"


def test_names_of_one_state_in_two_languages_are_one_state_and_former_names_are_asked_about(tmp_path: Path) -> None:
    file = written(tmp_path, """:b a org:Organization ; rdfs:label "Club" .
        :1 a schema:Country ; rdfs:label "Norge"@no ; org:memberOf :b .
        :2 a schema:Country ; rdfs:label "Norway"@en .
        :3 a schema:Country ; rdfs:label "Soviet Union"@en .
        :4 a schema:Country ; rdfs:label "Russia"@en .""")  # fmt: skip
    graph = library.load(file)
    assert sorted(one.label for one in graph.names.of_kind("state")) == ["Norway", "Russia", "Soviet Union"]
    joined, unsure = [note for note in graph.source.notes if "joined" in note]
    assert "Norway and Norge" in joined and "Russia and Soviet Union" in unsure


@pytest.mark.parametrize(
    ("names", "joined"),
    [
        (("Viet Nam", "Vietnam"), True),
        (("USSR", "Soviet Union"), True),
        (("USSR", "Russia"), False),
        (("Germany", "Federal Republic of Germany"), True),
        (("Germany", "Federal Republic of Germany", "GDR"), False),
        (("Vietnam", "Viet Nam", "South Vietnam"), False),
        (("Congo", "Democratic Republic of the Congo"), False),
    ],
)
def test_names_of_one_state_at_one_time_are_one_and_others_are_not(
    tmp_path: Path, names: tuple[str, ...], joined: bool
) -> None:
    states = (f':{at} a schema:Country ; rdfs:label "{name}" ; org:memberOf :b .' for at, name in enumerate(names))
    graph = library.load(written(tmp_path, f':b a org:Organization ; rdfs:label "Club" . {" ".join(states)}'))
    assert len(graph.names.of_kind("state")) == (1 if joined else len(names))
    said = [note for note in graph.source.notes if "former name" in note or "joined, as the list" in note]
    assert any("former name" in note for note in said) != joined or "Congo" in names


def test_nodes_by_a_name_of_several_states_are_said(tmp_path: Path) -> None:
    states = " ".join(f':{at} a schema:Country ; rdfs:label "Congo" ; org:memberOf :b .' for at in (1, 2))
    text = f':b a org:Organization ; rdfs:label "Club" . {states}'
    said = "not joined, as several states are called so: Congo (2 nodes); if they are one, say owl:sameAs in the file"
    for more, states_left in (("", 2), (":1 owl:sameAs :2 .", 1), (":1 owl:differentFrom :2 .", 2)):
        graph = library.load(written(tmp_path, f"@prefix owl: <http://www.w3.org/2002/07/owl#> . {text} {more}"))
        assert len(graph.names.of_kind("state")) == states_left
        assert (said in "\n".join(graph.source.notes)) == (not more)


def test_a_state_by_its_formal_name_is_that_of_other_files_and_one_in_no_list_is_said(
    blocs: Run, tmp_path: Path
) -> None:
    table = tmp_path / "table.csv"
    table.write_text("country,organization\nChile,Club\nPeru,Club\n")
    text = ':b a org:Organization ; rdfs:label "Club" . :c a schema:Country ; org:memberOf :b ; rdfs:label '
    formal = written(tmp_path, text + '"República de Chile"@es .', "formal.ttl")
    answer = blocs("who", "Club", "--data", table, "--data", formal)
    assert answer.out.count("Chile") == 1 and "Peru" in answer.out
    unknown = written(tmp_path, text + '"Estado chileno"@es .', "unknown.ttl")
    answer = blocs("who", "Club", "--data", table, "--data", unknown)
    assert "joined with no state of another file: Estado chileno" in answer.err
    assert "Estado chileno" in blocs("check", table, unknown).out
    merged = tmp_path / "merged.ttl"
    assert blocs("merge", "c", "chile", "--data", table, "--data", unknown, "-o", merged).code == 0
    assert len(blocs("who", "Club", "--data", merged).out.splitlines()) == 3


def test_a_name_is_shown_rather_than_a_code(tmp_path: Path) -> None:
    file = written(tmp_path, """
        :b a org:Organization ; rdfs:label "ORG_17" ; skos:prefLabel "Verband der Häfen"@de .
        :a a schema:Country ; rdfs:label "AGO" ; skos:prefLabel "Angola"@pt ; org:memberOf :b .
        :s a schema:Country ; rdfs:label "SWE"@en ; skos:prefLabel "Schweden"@de ; org:memberOf :b .
        :f a schema:Country ; rdfs:label "Fr." ; skos:prefLabel "Frankreich"@de ; org:memberOf :b .
        :u a schema:Country ; rdfs:label "USA" ; skos:prefLabel "Vereinigte Staaten"@de ; org:memberOf :b .
        :n a org:Organization ; rdfs:label "NATO" ; skos:prefLabel "Organisation du traité"@fr .
        :x a schema:Country ; rdfs:label "XQZ" ; org:memberOf :b .
        :p a foaf:Person ; rdfs:label "P_77" ; foaf:name "Mia Orr" ; org:memberOf :b .""")  # fmt: skip
    assert labels(file) == {
        "b": "Verband der Häfen", "a": "Angola", "s": "Sweden", "f": "France", "u": "USA", "n": "NATO", "x": "XQZ",
        "p": "Mia Orr",
    }  # fmt: skip
    graph = library.load(file)
    assert [graph.names.find(code).label for code in ("AGO", "ORG_17", "P_77")] == [
        "Angola",
        "Verband der Häfen",
        "Mia Orr",
    ]
    [said] = [note for note in graph.source.notes if "instead of the code" in note]
    assert "AGO is Angola" in said


def test_a_preferred_name_in_any_language_is_shown_rather_than_a_label_in_none(tmp_path: Path) -> None:
    file = written(tmp_path, """
        :b a org:Organization ; rdfs:label "o-17" ; skos:prefLabel "Ligue du Rhin"@fr, "Rheinbund"@de ;
            skos:altLabel "Rhine League"@en .
        :c a org:Organization ; rdfs:label "Danube League" ; skos:prefLabel "Donaubund"@de, "Danube Union"@en .
        :d a org:Organization ; rdfs:label "NATO" ; skos:prefLabel "OTAN"@fr .
        :e a org:Organization ; rdfs:label "Elbe League" ; skos:altLabel "Elbbund"@de .
        :a a schema:Country ; rdfs:label "Germany" ; skos:prefLabel "Deutschland"@de ;
            org:memberOf :b, :c, :d, :e .""")  # fmt: skip
    assert labels(file) == {
        "b": "Rheinbund", "c": "Danube Union", "d": "NATO", "e": "Elbe League", "a": "Germany",
    }  # fmt: skip
    graph = library.load(file)
    assert graph.names.find("o-17").label == "Rheinbund"
    assert any("instead of a label in no language: o-17 is Rheinbund" in note for note in graph.source.notes)


def test_a_dry_run_says_which_states_are_in_the_list(blocs: Run, tmp_path: Path) -> None:
    file = written(tmp_path, ':b a org:Organization ; rdfs:label "Club" . :s a schema:Country ;'
                   ' rdfs:label "Schweden"@de ; org:memberOf :b . :q a schema:Country ;'
                   ' rdfs:label "Quux" ; org:memberOf :b .')  # fmt: skip
    lines = blocs("import", "rdf", file, "--dry-run").out.splitlines()
    assert "1 of 2 names is in the list of states: Schweden is Sweden" in lines
    assert "in no list of states: Quux" in lines
    assert "list of states" not in blocs("import", "rdf", file, "--dry-run", "--no-reconcile").out


def test_hyphens_of_names_in_addresses_stay(tmp_path: Path) -> None:
    file = written(tmp_path, """
        :Guinea-Bissau org:memberOf :G-77 . :Jean-Luc_Martin org:memberOf :Asia-Pacific_Forum .
        :lee-wong org:memberOf :stone-guild .""")  # fmt: skip
    assert set(labels(file).values()) == {
        "Guinea-Bissau", "G-77", "Jean-Luc Martin", "Asia-Pacific Forum", "lee wong", "stone guild"
    }  # fmt: skip


def test_properties_that_are_plainly_names_are_read_and_said(tmp_path: Path) -> None:
    file = written(tmp_path, """
        :o a org:Organization ; v:title "Lake Union" ; org:hasMember :p1 , :p2 , :p3 .
        :p1 a foaf:Person ; v:fullName "Rita Moor" ; v:title "Dr." . :p2 a foaf:Person ; v:display-name "Paul Moor" .
        :p3 a foaf:Person ; v:benennung "Pia Moor" .""")  # fmt: skip
    assert labels(file) == {"o": "Lake Union", "p1": "Rita Moor", "p2": "Paul Moor", "p3": "p3"}
    read, without = [note for note in library.load(file).source.notes if "name" in note]
    assert all(f"{word} (1)" in read for word in ("#title", "#fullName", "#display-name"))
    assert "p3" in without and "benennung" in without and "docs/lenses.md" in without
    lens = tmp_path / "names.rq"
    lens.write_text("CONSTRUCT { ?x <http://www.w3.org/2004/02/skos/core#prefLabel> ?n } WHERE"
                    " { ?x <http://voc.test/ns#benennung> ?n }", "utf-8")  # fmt: skip
    graph = library.load(file, lenses=[str(lens)])
    assert graph.names.find("Pia Moor").iri == "http://x.test/p3"
    assert not any("without a name" in note for note in graph.source.notes)


POSTS = {
    "persons": [{"id": "lucy", "name": "Lucy Ward"}, {"id": "tim", "name": "Tim Roe"}],
    "organizations": [
        {"id": "council", "name": "City Council", "posts": [{"id": "ward", "label": "Councillor for Ward 1"}]}
    ],
    "posts": [{"id": "mayor", "label": "Mayor", "role": "mayor", "organization_id": "council", "start_date": "1950"}],
    "memberships": [
        {"person_id": "lucy", "post_id": "ward", "start_date": "2016", "end_date": "2020"},
        {"person_id": "lucy", "post_id": "mayor", "start_date": "2010", "end_date": "2015"},
        {"person_id": "tim", "post_id": "mayor", "start_date": "2016"},
    ],
}


def test_who_had_a_post_of_popolo_had_it_for_the_time_of_the_membership(blocs: Run, tmp_path: Path) -> None:
    file = tmp_path / "popolo.json"
    file.write_text(json.dumps(POSTS), "utf-8")
    graph = library.load(file)
    assert [finding for finding in check(graph) if finding.severity in ("error", "warning")] == []
    shown = blocs("show", "Lucy Ward", "--data", file).out
    assert "is the Councillor for Ward 1 of\tCity Council (2016–2020)" in shown
    assert "mayor of\tCity Council (2010–2015)" in shown.replace("Mayor", "mayor")
    assert "1950" not in shown and "has the  " not in shown
    result = blocs("who", "City Council", "--as-of", "2012", "--data", file)
    assert [row.split("\t")[1] for row in result.out.splitlines()[1:]] == ["Lucy Ward"]
    assert "holder" not in result.out + result.err
    asked = blocs("ask", "is Lucy Ward in City Council", "--data", file)
    assert asked.out.splitlines()[1].startswith("no") and "holds an office" not in asked.out + asked.err


def test_a_post_without_an_address_or_an_office_is_shown(blocs: Run, tmp_path: Path) -> None:
    file = written(tmp_path, """:h a org:Organization ; foaf:name "Harbour Board" .
        :b a foaf:Person ; foaf:name "Ben Tor" .
        :a a foaf:Person ; foaf:name "Ana Sol" . :p a org:Post ; org:role [ rdfs:label "chair" ] ; org:postIn :h ;
        org:heldBy :a . [] a org:Post ; rdfs:label "Clerk" ; org:postIn :h ; org:heldBy :b .""")  # fmt: skip
    assert "is the Clerk of\tHarbour Board" in blocs("show", "Ben Tor", "--data", file).out
    assert blocs("check", file).out.count("error") == 0


SNAPSHOTS = """
:y2000 dct:date "2000"^^xsd:gYear . :y2020 dct:date "2020"^^xsd:gYear . :nineties dct:valid "1990/1995" .
:y2000 { :fj a schema:Country ; rdfs:label "Fiji" ; org:memberOf :pf . :ws a schema:Country ; rdfs:label "Samoa" ;
  org:memberOf :pf . :pf a org:Organization ; rdfs:label "Island Forum" . }
:y2020 { :to a schema:Country ; rdfs:label "Tonga" ; org:memberOf :pf . :ws org:memberOf :pf . }
:nineties { :nr a schema:Country ; rdfs:label "Nauru" ; schema:memberOf :pf . }
"""


def test_the_dates_of_named_graphs_are_said_and_read_as_snapshots_where_it_is_asked_for(
    blocs: Run, tmp_path: Path
) -> None:
    file = written(tmp_path, SNAPSHOTS, "snapshots.trig")
    result = blocs("who", "Island Forum", "--as-of", "2020", "--data", file)
    assert "the dates of named graphs are not read: dcterms:date (2), dcterms:valid (1)" in result.err
    assert blocs("check", file).out.count("not read") == 1
    way_on = result.err.partition("at its date: ")[2].splitlines()[0].split()
    who = {}
    for year in ("1989", "1993", "2000", "2010", "2020"):
        result = blocs("who", "Island Forum", "--as-of", year, "--data", file, *way_on)
        assert "not read" not in result.err
        who[year] = [row.split("\t")[1] for row in result.out.splitlines()[1:]]
    assert who == {"1989": [], "1993": ["Nauru"], "2000": ["Fiji", "Samoa"], "2010": [], "2020": ["Tonga", "Samoa"]}
    assert "error" not in blocs("check", file, *way_on).out


def test_what_facts_and_descriptions_name_as_sources_is_cited(tmp_path: Path) -> None:
    file = written(tmp_path, """
        :meta { :d a void:Dataset ; dct:title "Yearbooks" ; dct:creator [ foaf:name "Index House" ] ;
          dct:issued "1991" . }
        :e a dcat:Dataset ; dct:title "Rolls" ; dct:bibliographicCitation "Roll Office (2019). Rolls." .
        :g { :a a foaf:Person ; foaf:name "Ana Sol" . :c a org:Organization ; foaf:name "Club" .
          :m a org:Membership ; org:member :a ; org:organization :c ; dct:source "Yearbook 1990" ,
            <http://rolls.test/7> . }
        """, "graphs.trig")  # fmt: skip
    graph = library.load(file)
    cited = {text for one in citations(graph) for text in one.cite}
    assert cited == {
        "Index House (1991). Yearbooks", "Roll Office (2019). Rolls.", "Yearbook 1990", "http://rolls.test/7"
    }  # fmt: skip
    assert {one.label for one in inventory(graph).datasets} == {
        "Yearbooks", "Rolls", "Yearbook 1990", "http://rolls.test/7"
    }  # fmt: skip


def test_a_span_that_one_source_does_not_date_says_so(blocs: Run, tmp_path: Path) -> None:
    table, store = tmp_path / "dated.csv", tmp_path / "store"
    table.write_text("country,organization,start\nLaos,Alpha Pact,1997\n", "utf-8")
    undated = written(tmp_path, ':b a org:Organization ; rdfs:label "Alpha Pact" . :l a schema:Country ;'
                      ' rdfs:label "Laos" ; org:memberOf :b .')  # fmt: skip
    assert blocs("import", "csv", table, "--store", store).code == 0
    assert blocs("import", "rdf", undated, "--store", store).code == 0
    assert blocs("who", "Alpha Pact", "--store", store).out.splitlines()[1].split("\t")[-1] == "1997–; no dates"


@pytest.mark.parametrize(
    "asked",
    ["Hill Club", "The Hill Club Ltd", "Club de la Colline", "Hill Club of 1990", "HC", "Hügelklub", "Old Club"],
)
def test_what_has_several_names_is_found_by_each(blocs: Run, tmp_path: Path, asked: str) -> None:
    path = written(
        tmp_path,
        ':a a org:Organization ; rdfs:label "Hill Club" ; schema:legalName "The Hill Club Ltd" ; v:acronym "HC" ;'
        ' skos:altLabel "Club de la Colline"@fr ; dct:title "Hill Club of 1990" ; v:officialName "Hügelklub"@de ;'
        ' v:formerName "Old Club" , "Lake Club" . :b a org:Organization ; rdfs:label "Lake Club" .'
        ' :fr a schema:Country ; rdfs:label "France" ; org:memberOf :a . :it a schema:Country ; rdfs:label "Italy" ;'
        " org:memberOf :b .",
    )
    assert blocs("who", asked, "--data", path).out == "id\tlabel\tbasis\nfr\tFrance\tstated\n"
    assert blocs("who", "Lake Club", "--data", path).out == "id\tlabel\tbasis\nit\tItaly\tstated\n"


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("France; Italy", {"France": "", "Italy": ""}),
        ("Belgium, Netherlands, Luxembourg", {"Belgium": "", "Netherlands": "", "Luxembourg": ""}),
        ("Chile (1999) | Peru (observer)", {"Chile": "1999", "Peru": "observer"}),
        ("Egypt[a]; Ghana†", {"Egypt": "", "Ghana": ""}),
        ("Niger\\u0007", {"Niger": ""}),
        ("Bosnia and Herzegovina", {"Bosnia and Herzegovina": ""}),
        ("n/a", {}),
    ],
)
def test_texts_that_stand_for_members_are_read_as_cells_are(
    blocs: Run, tmp_path: Path, text: str, members: dict[str, str]
) -> None:
    file = written(tmp_path, f':p a org:Organization ; rdfs:label "Alpha Pact" ; schema:member "{text}", "Fiji" .')
    asked = blocs("who", "Alpha Pact", "--role", "any", "--data", file)
    found = {
        row["label"]: (row.get("role") or "").replace("full", "") or (row.get("span") or "").rstrip("–")
        for row in csv.DictReader(asked.out.splitlines(), delimiter="\t")
    }
    assert found == {**members, "Fiji": ""}
    assert asked.err.count("read as cells of a table are") == (members not in ({}, {text: ""}))
    assert ("left out: a text that names nobody" in asked.err) == (not members)


@pytest.mark.parametrize("property_", ["schema:memberOf", "org:memberOf"])
def test_a_text_with_several_bodies_is_read_as_several_and_a_node_as_one(
    blocs: Run, tmp_path: Path, property_: str
) -> None:
    file = written(
        tmp_path,
        f':a a schema:Country ; rdfs:label "Fiji" ; {property_} "NATO; Benelux", "Gulf Club (1990)" .'
        f':b a schema:Country ; rdfs:label "Togo" ; {property_} [ a org:Organization ; rdfs:label "NATO; OECD" ] .',
    )
    names = set(labels(file).values())
    assert names == {"Fiji", "Togo", "NATO", "Benelux", "Gulf Club", "NATO; OECD"}
    assert blocs("ask", "was Fiji in Gulf Club in 1985", "--data", file).out.splitlines()[1].startswith("no")
    assert blocs("ask", "was Fiji in Gulf Club in 1995", "--data", file).out.splitlines()[1].startswith("yes")


def test_a_text_that_may_be_several_names_is_said_with_a_way_on(blocs: Run, tmp_path: Path) -> None:
    file = written(tmp_path, ':a a schema:Country ; rdfs:label "Fiji" ; schema:memberOf "Alpha Pact, Beta League" .')
    for asked in (("who", "Alpha Pact, Beta League", "--data", file), ("check", file)):
        answer = blocs(*asked)
        assert "ay be several names, and was read as one: 'Alpha Pact, Beta League'" in answer.err + answer.out
    both = written(tmp_path, ':a a schema:Country ; rdfs:label "Fiji" ; schema:memberOf "Alpha Pact", "Beta League" .')
    assert {"Alpha Pact", "Beta League"} < set(labels(both).values())
    assert "several names" not in blocs("check", both).out


@pytest.mark.parametrize("mark", ["[a]", "[2]", "†", "*", " [note 3]", "\\u200b", "\\u0007", "\\u00a0"])
def test_marks_and_unseen_characters_make_no_other_state_or_body(blocs: Run, tmp_path: Path, mark: str) -> None:
    text = (
        f':p a org:Organization ; rdfs:label "Alpha Pact" . :q a org:Organization ; rdfs:label "Beta League{mark}" .'
        f':a a schema:Country ; rdfs:label "Egypt{mark}" ; org:memberOf :p . '
        ':b a schema:Country ; rdfs:label "Ghana" ; org:memberOf :q, :p .'
    )
    file = written(tmp_path, text)
    assert set(labels(file).values()) == {"Alpha Pact", "Beta League", "Egypt", "Ghana"}
    said = "footnote marks were taken off names" if "\\" not in mark else "characters that are not seen were taken out"
    for asked in (("who", "Beta League", "--data", file), ("ask", "is Egypt in Alpha Pact", "--data", file)):
        answer = blocs(*asked)
        assert said in answer.err and answer.code == 0
    assert said[1:] in blocs("check", file).out


def test_a_body_with_a_mark_is_the_one_without_it_unless_the_graph_says_otherwise(blocs: Run, tmp_path: Path) -> None:
    text = (
        ':p a org:Organization ; rdfs:label "Beta League[1]" . :q a org:Organization ; rdfs:label "Beta League" .'
        ':a a schema:Country ; rdfs:label "Egypt" ; org:memberOf :p . '
        ':b a schema:Country ; rdfs:label "Ghana" ; org:memberOf :q .'
    )
    one = blocs("who", "Beta League", "--data", written(tmp_path, text))
    assert one.out.count("stated") == 2 and "joined" in one.err
    kept = written(tmp_path, text + ':p skos:altLabel "Beta League[1]" .')
    assert blocs("who", "Beta League", "--data", kept).out.count("stated") == 1
    assert "Beta League[1]" in labels(kept).values()
    apart = written(tmp_path, text + ":p <http://www.w3.org/2002/07/owl#differentFrom> :q .")
    assert len([name for name in labels(apart).values() if name == "Beta League"]) == 2


def test_a_text_in_several_languages_is_one_body_and_texts_of_two_are_two(blocs: Run, tmp_path: Path) -> None:
    text = (
        ':a a schema:Country ; rdfs:label "Fiji" ; schema:memberOf "Reef League"@en , "Ligue du Récif"@fr .'
        ':m a org:Membership ; org:member :a ; org:organization "Nordic Council"@en , "Conseil nordique"@fr .'
        ':b a schema:Country ; rdfs:label "Mali" ; schema:memberOf "NATO"@en , "Union africaine"@fr .'
    )
    file = written(tmp_path, text)
    bodies = {row.split("\t")[2] for row in blocs("list", "bodies", "--data", file).out.splitlines()[1:]}
    assert bodies == {"Reef League", "Nordic Council", "NATO", "Union africaine"}
    answer = blocs("who", "Ligue du Récif", "--data", file)
    assert "Fiji" in answer.out and "read as one in several languages: 'Nordic Council' and 'Conseil nor" in answer.err
    several = written(tmp_path, text.replace("@en", "").replace("@fr", ""))
    listed = blocs("list", "bodies", "--data", several)
    assert len(listed.out.splitlines()) == 6 and "as one: Nordic Council and Conseil nordique" in listed.err


def in_languages(context: str, country: str = "Country") -> str:
    """A board of two members, all of them called in several languages by maps of JSON."""
    names = ({"en": "France", "de": "Frankreich"}, {"en-GB": "Germany", "pt_BR": "Alemanha"})
    body = {"@type": "Organization", "name": {"en": "Rhine Board", "de": ["Rheinrat", "Rat des Rheins"]}}
    document = {**body, "member": [{"@type": country, "name": name} for name in names]}
    return json.dumps({**json.loads(context), **document}, ensure_ascii=False)


@pytest.mark.parametrize("country", ["Country", "Person"])
@pytest.mark.parametrize(
    "context",
    ['{"@context": "https://schema.org"}', '{"@context": {"@vocab": "http://schema.org/"}}', "{}",
     '{"@context": {"@vocab": "http://schema.org/", "name": {"@container": "@language"}}}'],
)  # fmt: skip
def test_a_map_of_texts_by_language_is_a_name_in_each_of_them(tmp_path: Path, context: str, country: str) -> None:
    path = tmp_path / "board.jsonld"
    path.write_text(in_languages(context, country), encoding="utf-8")
    graph = library.load(path)
    assert sorted(member.label for member in graph.members("Rhine Board")) == ["France", "Germany"]
    assert graph.names.find("Rheinrat") == graph.names.find("Rat des Rheins") == graph.names.find("Rhine Board")
    said = any("read as texts in several languages: name" in note for note in graph.source.notes)
    assert said == ("@container" not in context)  # which says it itself


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ('{"@type": "Country", "name": {"common": "Chad"}}', "shown as state; write their schema:name as a text"),
        (
            '{"@type": "Country", "@id": "http://e.test/td", "name": {"common": "Chad"}}',
            "schema:name of td; write it as a text",
        ),
        ('{"@type": "Person"}, {"@type": "Person"}', "shown as person, person-2; give each of them one"),
    ],
)
def test_who_has_no_name_that_is_a_text_is_said_and_stays_one_of_his_own(
    tmp_path: Path, member: str, said: str
) -> None:
    path = tmp_path / "board.jsonld"
    body = '"@context": "https://schema.org", "@type": "Organization", "name": "Lake Board"'
    path.write_text(f'{{{body}, "member": [{member}]}}', encoding="utf-8")
    graph = library.load(path)
    assert len(graph.members("Lake Board")) == member.count("@type")
    assert any("without" in note and said in note for note in graph.source.notes)


def test_places_and_codes_are_no_texts_by_language(tmp_path: Path) -> None:
    path = tmp_path / "board.jsonld"
    path.write_text(
        '{"@context": {"@vocab": "https://schema.org/", "no": "https://schema.org/position"}, "@type": "Country",'
        ' "name": "Chad", "geo": {"lat": "15", "lng": "19"}, "area": {"no": "7"}, "memberOf": {"name": "Lake Board"}}',
        encoding="utf-8",
    )
    assert not any("languages" in note for note in library.load(path).source.notes)


NANOPUBLICATION = """
@prefix np: <http://www.nanopub.org/nschema#> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wd: <http://www.wikidata.org/entity/> . @prefix g: <http://np.test/1#> .
g:head {{ g:it a np:Nanopublication ; np:hasAssertion g:assertion ; np:hasPublicationInfo g:info . }}
g:assertion {{ {assertion} }}
g:info {{ {info} }}
"""
ORCIDS = " ".join(f"<http://p.test/0000-{at}> org:memberOf <http://o.test/04w> ." for at in (1, 2))


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(
    ("assertion", "names", "right"),
    [
        (
            ORCIDS,
            '<http://p.test/0000-1> foaf:name "Tia Kun" . <http://p.test/0000-2> foaf:name "Ned Ray" .'
            ' <http://o.test/04w> rdfs:label "Data Institute" .',
            ["Data Institute", "Ned Ray", "Tia Kun"],
        ),
        (
            "<http://p.test/0000-1> org:memberOf <http://o.test/04w> .",
            '<http://p.test/0000-1> dct:title "Dr." ; foaf:name "Tia Kun" .'
            ' <http://o.test/04w> v:hasLabelFromApi "Union" .',
            ["Tia Kun", "Union"],
        ),
        (
            "wd:Q34 wdt:P463 wd:Q7184 .",
            '<http://www.wikidata.org/entity/Q34> rdfs:label "Sweden" .'
            ' <http://www.wikidata.org/entity/Q7184> rdfs:label "NATO" .',
            ["NATO", "Sweden"],
        ),
    ],
)
def test_names_in_other_graphs_of_a_nanopublication_and_in_a_file_beside_it_are_read(
    tmp_path: Path, assertion: str, names: str, right: list[str], beside: bool
) -> None:
    info = 'g:it dct:created "2024-03-08" .'
    path = written(tmp_path, NANOPUBLICATION.format(assertion=assertion, info=info if beside else names), "np.trig")
    paths = [path, *([written(tmp_path, names, "names.ttl")] if beside else [])]
    graph = library.load(*paths)
    kinds = ("state", "body", "person", "member")
    assert sorted(one.label for one in graph.names.entities if one.kind in kinds) == right
    assert not any("without a name" in note or "none in the graph model" in note for note in graph.source.notes)


@pytest.mark.parametrize(
    ("names", "shown", "said"),
    [
        ('rdfs:label "Body 77"@en ; skos:prefLabel "Pacte du Sahara"@fr', "Body 77", "Body 77, not Pacte du Sahara"),
        ('rdfs:label "Bund"@de ; skos:prefLabel "Pakt"@pl', "Bund", "Bund, not Pakt"),
        ('rdfs:label "Body 77"@en ; skos:prefLabel "Sahara Pact"', "Sahara Pact", ""),
        ('rdfs:label "Sojuz"@ru ; skos:prefLabel "Pakt"@de', "Pakt", ""),
        ('rdfs:label "Pakt"@en ; skos:prefLabel "Pakt"@de', "Pakt", ""),
    ],
)
def test_a_preferred_label_that_gives_way_to_another_language_is_said(
    tmp_path: Path, names: str, shown: str, said: str
) -> None:
    path = written(tmp_path, f':b a org:Organization ; {names} . :s a schema:Country ; rdfs:label "Mali" ; '
                   "org:memberOf :b .")  # fmt: skip
    assert labels(path)["b"] == shown
    notes = [note for note in library.load(path).source.notes if "skos:prefLabel" in note]
    assert [said in note for note in notes] == ([True] if said else [])


@pytest.mark.parametrize(
    ("addresses", "right"),
    [
        (["https://ann.test/profile/card#me", "https://bob.test/profile/card#me"], ["ann.test", "bob.test"]),
        (["http://e.test/ann/foaf.rdf#me", "http://e.test/bob#me"], ["ann", "bob"]),
        (["http://e.test/person/1", "http://e.test/guest/1"], ["1 (guest)", "1 (person)"]),
        (["http://a.test/id/1", "http://b.test/id/1", "http://b.test/id/2"], ["1 (a.test)", "1 (b.test)", "2"]),
    ],
)
def test_who_has_an_address_alone_is_told_apart_by_it(tmp_path: Path, addresses: list[str], right: list[str]) -> None:
    facts = " ".join(
        f":m{at} a org:Membership ; org:organization :club ; org:member <{address}> ."
        for at, address in enumerate(addresses)
    )
    path = written(tmp_path, f':club a org:Organization ; rdfs:label "Solid Club" . {facts}')
    assert sorted(member.label for member in library.load(path).members("Solid Club")) == right


@pytest.mark.parametrize("name", ['skos:prefLabel "Observer"', 'rdfs:label "Member"', 'skos:prefLabel "Chair"@en'])
def test_a_role_that_is_a_blank_node_is_no_error(tmp_path: Path, name: str) -> None:
    path = written(
        tmp_path,
        f":m a org:Membership ; org:member :it ; org:organization :p ; org:role [ a org:Role ; {name} ] ."
        ' :it a schema:Country ; rdfs:label "Italy" . :p a org:Organization ; rdfs:label "Harbour League" .',
    )
    assert not any(one.severity == "error" for one in check(library.load(path)))


def test_of_two_bodies_of_one_name_check_says_how_they_become_one(blocs: Run, tmp_path: Path) -> None:
    bodies = ':a a org:Organization ; rdfs:label "Tern Pact" . :b a org:Organization ; rdfs:label "Tern Pact" .'
    facts = ' :x a schema:Country ; rdfs:label "Italy" ; org:memberOf :a . :y a schema:Country ; rdfs:label "Malta" ;'
    file = written(tmp_path, f"{bodies}{facts} org:memberOf :b .")
    assert "if they are one, say owl:sameAs" in blocs("check", file).out
    joined = written(tmp_path, f"{bodies}{facts} org:memberOf :b . :a <http://www.w3.org/2002/07/owl#sameAs> :b .")
    assert blocs("who", "Tern Pact", "--data", joined).out.count("\tstated") == 2


@pytest.mark.parametrize(
    ("role", "right"),
    [
        ('rdf:value "observer"', "observer"), ('schema:roleName "Observer"', "observer"),
        ('v:called "associate"', "associate"),
        ('a org:Role ; schema:roleName "observer"', "observer"), ('rdfs:label "observer" ; v:rank "A"', "observer"),
    ],
)  # fmt: skip
def test_a_role_that_is_a_node_is_read_by_what_it_says(blocs: Run, tmp_path: Path, role: str, right: str) -> None:
    prefix = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
    path = written(
        tmp_path,
        f"{prefix} :m a org:Membership ; org:member :it ; org:organization :p ; org:role [ {role} ] ."
        ' :it a schema:Country ; rdfs:label "Italy" . :p a org:Organization ; rdfs:label "Harbour League" .',
    )
    assert f"it\tItaly\tstated\t{right}" in blocs("who", "Harbour League", "--role", "any", "--data", path).out
    assert blocs("check", path).code == 0


@pytest.mark.parametrize("name", ['{"lang": "en", "text": "France"}', '[{"language": "fr", "value": "France"}]'])
def test_a_text_beside_its_language_is_a_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / "board.jsonld"
    body = '"memberOf": {"name": "Rhine Board"}'
    path.write_text(f'{{"@context": "https://schema.org", "@type": "Country", "name": {name}, {body}}}')
    assert [member.label for member in library.load(path).members("Rhine Board")] == ["France"]


def test_ids_of_popolo_that_are_not_listed_are_called_by_what_they_say(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "popolo.json"
    path.write_text('[{"id": "m-1", "person_id": "person/ana-mas", "organization_id": "org/lista-verde"}]')
    assert blocs("who", "lista verde", "--data", path).out.splitlines()[1:] == ["person-ana-mas\tana mas\tstated"]


@pytest.mark.parametrize(
    "class_", ["org:Organization", "org:FormalOrganization", "foaf:Agent", "schema:Organization", "schema:Place",
               "schema:Country, org:Organization"],
)  # fmt: skip
@pytest.mark.parametrize("named", ['rdfs:label "Spain"', 'rdfs:label "Reino de España"@es', 'rdfs:label "ESP"'])
def test_a_member_that_is_called_as_a_state_is_one_whatever_else_it_is(
    blocs: Run, tmp_path: Path, class_: str, named: str
) -> None:
    other = named.replace("Spain", "Italy").replace("ESP", "ITA").replace("Reino de España", "Reino de Marruecos")
    file = written(tmp_path, f":s a {class_} ; {named} ; org:memberOf :b . :i a {class_} ; {other} ; org:memberOf :b ."
                   ' :b a org:Organization ; rdfs:label "Wine Club" .')  # fmt: skip
    answer = blocs("ask", "which states are in the Wine Club", "--data", file)
    assert {line.split("\t")[0] for line in answer.out.splitlines()[1:]} == {"s", "i"}
    assert blocs("ask", "is Spain in the Wine Club", "--data", file).out.splitlines()[1] == "yes\tstated"
    assert {line.split("\t")[1] for line in blocs("list", "bodies", "--data", file).out.splitlines()[1:]} == {"b"}
    if "Country" not in class_ and "Agent" not in class_ and "ESP" not in named:
        assert "taken for states, though the file calls them organizations or places: " in answer.err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('org:classification "company"', ""),
        ("", "called as states, and left as organizations or places among others: Georgia; give a state the class"),
    ],
)
def test_an_organization_called_as_a_state_is_left_where_the_file_or_those_beside_it_say_so(
    blocs: Run, tmp_path: Path, text: str, said: str
) -> None:
    others = "" if text else '. :k a org:Organization ; rdfs:label "Kiln" ; org:memberOf :b . :l a org:Organization ;'
    others += "" if text else ' rdfs:label "Loom" ; org:memberOf :b '
    file = written(tmp_path, ':b a org:Organization ; rdfs:label "Trade Chamber" . :g a org:Organization ;'
                   f' rdfs:label "Georgia" ; org:memberOf :b {"; " + text if text else ""} {others}.')  # fmt: skip
    listed = blocs("list", "states", "--data", file)
    assert "Georgia" not in listed.out and "Georgia" in blocs("who", "Trade Chamber", "--data", file).out
    assert said in listed.err


def test_members_by_addresses_of_a_list_of_countries_are_states(blocs: Run, tmp_path: Path) -> None:
    country = "http://publications.europa.eu/resource/authority/country/"
    file = written(tmp_path, f"<{country}FRA> org:memberOf :b . <{country}DEU> a foaf:Agent ; org:memberOf :b ."
                   ' :b a org:Organization ; rdfs:label "Coal Club" .')  # fmt: skip
    answer = blocs("ask", "is France in the Coal Club", "--data", file)
    assert answer.out.splitlines()[1] == "yes\tstated"
    assert "read as states by their codes: DEU is Germany, FRA is France" in answer.err


@pytest.mark.parametrize(
    "text",
    [
        "{0} a <http://dbpedia.org/ontology/Country> . {1} a <http://dbpedia.org/ontology/Organisation> .",
        "{0} wdt:P31 wd:Q3624078 . {1} wdt:P31 wd:Q4120211 .",
        "{0} a v:SovereignState . {1} a v:InternationalOrganization .",
    ],
)
def test_states_and_bodies_of_other_vocabularies_are_listed_though_nobody_is_said_to_be_in_them(
    blocs: Run, tmp_path: Path, text: str
) -> None:
    prefixes = "@prefix wd: <http://www.wikidata.org/entity/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .\n"
    text = text.format("wd:Q39", "wd:Q7") + ' wd:Q39 rdfs:label "Switzerland"@en . wd:Q7 rdfs:label "Alps Club"@en .'
    file, store = written(tmp_path, prefixes + text), tmp_path / "store"
    blocs("import", "rdf", file, "--store", store)
    for source in (("--data", file), ("--store", store)):
        rows = [line.split("\t")[:3] for line in blocs("list", *source).out.splitlines()[1:]]
        assert rows[:2] == [["state", "Q39", "Switzerland"], ["body", "Q7", "Alps Club"]]


@pytest.mark.parametrize(
    ("names", "more", "shown", "said"),
    [
        (('"NATO"@en', '"OTAN"@fr'), "", ["NATO"], "as the list of bodies has them as one: NATO and OTAN; if not"),
        (('"NATO"', '"NATO"'), "", ["NATO"], "joined, as the list of bodies has them as one: NATO (2 nodes); if not"),
        (('"Europäische Union"@de', '"Unión Europea"@es', '"EU"'), "", ["EU"], "one: EU and Europäische Union and U"),
        (('"NATO"@en', '"OTAN"@fr'), ":0 owl:differentFrom :1 .", ["NATO", "OTAN"], ""),
        (('"WTO"', '"World Trade Organization"'), "", ["WTO", "World Trade Organization"],
         "perhaps one body, and not joined: World Trade Organization and WTO; if they are, say owl:sameAs in the file"),
        (('"Lake League"', '"Lake League"'), "", ["Lake League", "Lake League"], ""),
    ],
)  # fmt: skip
def test_bodies_by_names_of_one_body_of_the_list_are_one(
    tmp_path: Path, names: tuple[str, ...], more: str, shown: list[str], said: str
) -> None:
    bodies = (f":{at} a org:Organization ; rdfs:label {name} ." for at, name in enumerate(names))
    members = (f':s{at} a schema:Country ; rdfs:label "{state}" ; org:memberOf :{at} .'
               for at, state in zip(range(len(names)), ("France", "Peru", "Chad"), strict=False))  # fmt: skip
    prefix = "@prefix owl: <http://www.w3.org/2002/07/owl#> . "
    graph = library.load(written(tmp_path, f"{prefix} {' '.join(bodies)} {' '.join(members)} {more}"))
    assert sorted(one.label for one in graph.names.of_kind("body")) == shown
    if len(shown) == 1:
        found = [one.label for one in graph.members(names[0].split('"')[1])]
        assert set(found) == set(("France", "Peru", "Chad")[: len(names)])
    notes = "\n".join(graph.source.notes)
    assert said in notes and bool(said) == ("the list of bodies" in notes or "perhaps" in notes)


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ('rdfs:label ( "Lake League" "Ligue du Lac" )', "Lake League"),
        ('schema:name [ a rdf:Alt ; rdf:_1 "Lake League"@en ; rdf:_2 "Ligue du Lac"@fr ]', "Lake League"),
        ('v:name ( "Lake League" )', "Lake League"),
        ('rdfs:label [ rdf:value "Lake League" ]', "Lake League"),
        ('skos:prefLabel [ rdfs:label "Lake League"@en ]', "Lake League"),
        ("rdfs:label v:unknown", "b"),
    ],
)
def test_names_in_lists_and_in_nodes_are_read_and_what_is_no_text_is_said(
    blocs: Run, tmp_path: Path, name: str, right: str
) -> None:
    prefix = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . "
    text = f"{prefix} :b a org:Organization ; {name} . :s a schema:Country ; rdfs:label 'Fiji' ; org:memberOf :b ."
    answer = blocs("list", "bodies", "--data", written(tmp_path, text))
    assert [line.split("\t")[2] for line in answer.out.splitlines()[1:]] == [right]
    assert ("a name that is a node without a text: rdfs:label of b; write it" in answer.err) == (right == "b")
