"""`show`: all that is known of one entity reads well, whatever the entity."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")


@pytest.mark.parametrize("entity", [entity.id for entity in library.load().names.entities])
def test_no_card_has_raw_names(blocs: Callable[..., Any], wide: None, entity: str) -> None:
    card = blocs("show", entity, "-v", "--format", "table")
    assert card.code == 0, card.err
    assert "\\n" not in card.out and "://" not in card.out
    relations = [row["relation"] for row in json.loads(blocs("show", entity, "--format", "json").out)["facts"]]
    verbs = ("is ", "has ", "was ", "does ", "says", "signed", "takes ", "misses ", "gives ", "begins", "ends")
    verbs += ("answers", "concerns", "organizes", "established", "lies ", "contains", "belongs ", "includes ")
    assert not [r for r in relations if not r.startswith(verbs) and "signed" not in r]


def facts(blocs: Callable[..., Any], entity: str) -> list[tuple[str, str, str]]:
    found = json.loads(blocs("show", entity, "--format", "json").out)["facts"]
    assert all(fact["evidence"] for fact in found if fact["relation"] not in ("is a", "is the kind of"))
    return [(fact["relation"], fact["label"], fact["basis"]) for fact in found]


@pytest.mark.parametrize(
    ("entity", "fact"),
    [
        ("guuam", ("was established by", "Azerbaijan", "stated")),
        ("georgia", ("established", "GUUAM", "stated")),
        ("cis", ("has the number of members", "12", "derived")),
        ("defense-minister", ("is the office of", "Sergei Ivanov (Russia)", "stated")),
        # a statement's basis is that of all that it says
        ("armenia", ("is spoken of in", "Armenia is an aggressor state", "claimed")),
        ("uzbekistan", ("says", "collaborate with Russia on a bilateral basis", "planned")),
        ("proposal-to-exclude-armenia", ("has the reason", "Armenia is an aggressor state", "stated")),
        ("proposal-to-exclude-armenia", ("begins", "2001-05-18", "derived")),
    ],
)
def test_facts_in_words(blocs: Callable[..., Any], entity: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts(blocs, entity)


def test_what_is_claimed_is_said_once(blocs: Callable[..., Any]) -> None:
    said = [label for relation, label, _ in facts(blocs, "sergei-ivanov") if relation in ("says", "claims")]
    assert len(said) == len(set(said)) == 5


def test_a_sentence_stands_once_below_the_table(blocs: Callable[..., Any], wide: None) -> None:
    card = blocs("show", "GUUAM", "-v", "--format", "table").out
    assert card.count("which established their own") == 1 and card.count("[1]") > 5


def test_a_tension_is_shown_with_whom_it_concerns(blocs: Callable[..., Any], wide: None) -> None:
    (tension,) = json.loads(blocs("show", "Turkmenistan", "--format", "json").out)["tensions"]
    assert "absent" in tension["text"] and len(tension["evidence"]) == 2
    assert "tension: Turkmenistan alone was absent" in blocs("show", "Turkmenistan", "--format", "table").out
    assert json.loads(blocs("show", "Armenia", "--format", "json").out)["tensions"] == []


def test_a_card_says_when_something_existed(blocs: Callable[..., Any], tmp_path: Path) -> None:
    data = tmp_path / "existed.ttl"
    data.write_text(
        """@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:a org:memberOf :x .
:spell1 a blocs:Spell ; blocs:state :a ; schema:startDate "1816"^^xsd:gYear ; schema:endDate "1940"^^xsd:gYear .
:spell2 a blocs:Spell ; blocs:state :a ; schema:startDate "1944"^^xsd:gYear .
:life a blocs:Existence ; blocs:body :x ; schema:startDate "1949"^^xsd:gYear .
"""
    )
    card = blocs("show", "a", "--data", data, "--format", "table").out
    assert ": 1816–1940, 1944–\n" in card and "spell" not in card
    body = blocs("show", "x", "--data", data, "--format", "table").out
    assert "existed: 1949–\n" in body and "life" not in body
    lifetimes = json.loads(blocs("show", "a", "--data", data, "--format", "json").out)["lifetimes"]
    assert lifetimes == [{"start": "1816", "end": "1940"}, {"start": "1944", "end": None}]


@pytest.mark.parametrize(
    "says",
    [
        "ex:b org:hasMember ex:a .", "ex:b foaf:member ex:a .", "ex:b sdo:member ex:a .", "ex:a sdo:memberOf ex:b .",
        "ex:a org:memberOf ex:b .", "ex:a wdt:P463 ex:b .",
        "ex:b sdo:member ex:r . ex:r a sdo:OrganizationRole ; sdo:member ex:a .",
        "ex:a sdo:memberOf ex:r . ex:r a sdo:Role ; sdo:memberOf ex:b .",
    ],
)  # fmt: skip
def test_a_member_is_shown_once_in_whatever_words(blocs: Callable[..., Any], tmp_path: Path, says: str) -> None:
    (tmp_path / "one.ttl").write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> ."
        " @prefix sdo: <http://schema.org/> . @prefix ex: <http://example.org/> ."
        " @prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
        " @prefix wdt: <http://www.wikidata.org/prop/direct/> ."
        f" ex:a a foaf:Person ; skos:prefLabel 'Uma' . ex:b a org:Organization ; skos:prefLabel 'Board' . {says}"
    )
    for entity, relation, other in (("Board", "has the member", "Uma"), ("Uma", "is a member of", "Board")):
        rows = blocs("show", entity, "--data", tmp_path / "one.ttl").out.splitlines()[1:]
        assert [row.split("\t")[:2] for row in rows] == [[relation, other]]


def test_no_row_is_of_a_node_without_a_name(blocs: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "t.ttl"
    file.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix schema: <http://schema.org/> . @prefix : <http://ex.org/> ."
        ':club a org:Organization ; schema:name "Chess Club" .'
        ' :ann a schema:Person ; schema:name "Ann Poe" ; schema:worksFor :club ; org:headOf :club .'
        ' :bo a schema:Person ; schema:name "Bo Ray" ; schema:memberOf [ a schema:OrganizationRole ;'
        ' schema:memberOf :club ; schema:roleName "Treasurer" ] .'
        ' :cy a schema:Person ; schema:name "Cy Orr" ; org:hasMembership [ org:organization :club ] .',
        "utf-8",
    )
    rows = json.loads(blocs("show", "Chess Club", "--data", file, "--format", "json").out)["facts"]
    assert sorted((row["relation"], row["label"]) for row in rows) == [
        ("employs", "Ann Poe"),
        ("has the Treasurer", "Bo Ray"),
        ("has the head", "Ann Poe"),
        ("has the member", "Cy Orr"),
    ]


def test_relations_are_said_in_plain_english_from_either_end(blocs: Callable[..., Any], tmp_path: Path) -> None:
    file = tmp_path / "t.ttl"
    file.write_text(
        "@prefix s: <http://schema.org/> . @prefix v: <http://e.org/v/> . @prefix : <http://ex.org/> ."
        ' :ann a s:Person ; s:name "Ann Poe" ; s:knows :bo ; v:hasMentor :bo ; v:partner_of :bo ; s:alumniOf :uni .'
        ' :bo a s:Person ; s:name "Bo Ray" . :uni a s:Organization ; s:name "Uni" ; s:founder :bo ; v:employees :bo ;'
        " v:foundedBy :bo ; v:isAlliedWith :ann .",
        "utf-8",
    )
    rows = json.loads(blocs("show", "Bo Ray", "--data", file, "--format", "json").out)["facts"]
    assert sorted((row["relation"], row["label"]) for row in rows) == [
        ("founded", "Uni"), ("has the partner", "Ann Poe"), ("is among the employees of", "Uni"),
        ("is known by", "Ann Poe"), ("is the founder of", "Uni"), ("is the mentor of", "Ann Poe"),
    ]  # fmt: skip


def test_properties_that_are_codes_are_counted_and_can_be_seen(blocs: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "w.ttl"
    path.write_text(
        "@prefix wd: <http://www.wikidata.org/entity/> . @prefix wdt: <http://www.wikidata.org/prop/direct/> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'wd:Q1 rdfs:label "Ruritania"@en ; wdt:P31 wd:Q6256 ; wdt:P463 wd:Q2 ; wdt:P1082 7 .\n'
        'wd:Q2 rdfs:label "Alpha Pact"@en .\n',
        encoding="utf-8",
    )
    shown = blocs("show", "Ruritania", "--data", str(path))
    assert "P1082" not in shown.out and "Alpha Pact" in shown.out
    assert "not shown:" in shown.err and "P1082" in shown.err
    query = shown.err.partition("blocs query -e '")[2].partition("'")[0]
    assert "/P1082>" in blocs("query", "-e", query, "--data", str(path)).out


def test_a_date_of_schema_org_under_http_is_one_fact(blocs: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "@prefix s: <http://schema.org/> . @prefix e: <http://e.test/> ."
        " @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        ' e:s a s:Event ; s:name "Pact Summit" ; s:startDate "1996-05-01"^^xsd:date ; s:organizer e:p .'
        ' e:p a s:Organization ; s:name "Pact" ; s:dissolutionDate "2001"^^xsd:gYear ; s:member e:f .'
        ' e:f a s:Country ; s:name "France" .',
        encoding="utf-8",
    )
    assert blocs("show", "Pact Summit", "--data", path).out.count("1996-05-01") == 1
    assert "it had no members on 2020-05-01" in blocs("who", "Pact", "--as-of", "2020-05-01", "--data", path).err
