"""Names that a graph does not have but everybody uses, and what a name meant in the year asked about."""

from __future__ import annotations

from pathlib import Path

import blocs
import pytest
from blocs.graph.asking.followup import follow_up
from blocs.graph.asking.refusals import answerable
from places import TEST_DATA

TABLE = """@prefix : <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:gmy a schema:Country ; skos:prefLabel "Germany" ; blocs:cowCode "255" .
:gfr a schema:Country ; skos:prefLabel "German Federal Republic" ; blocs:cowCode "260" .
:gdr a schema:Country ; skos:prefLabel "German Democratic Republic" ; blocs:cowCode "265" .
:yem a schema:Country ; skos:prefLabel "Yemen" ; blocs:cowCode "679" .
:rus a schema:Country ; skos:prefLabel "Russia" ; blocs:cowCode "365" .
:mya a schema:Country ; skos:prefLabel "Myanmar" ; blocs:cowCode "775" .
:nato a org:Organization ; skos:prefLabel "NATO" .
:wp a org:Organization ; skos:prefLabel "Warsaw Treaty Organization" ; blocs:abbreviation "WPact" .
:m1 a org:Membership ; org:member :gfr ; org:organization :nato ; schema:startDate "1955"^^xsd:gYear .
:m2 a org:Membership ; org:member :rus ; org:organization :wp ; schema:startDate "1955"^^xsd:gYear .
:m3 a org:Membership ; org:member :gdr ; org:organization :wp ; schema:startDate "1956"^^xsd:gYear .
"""


@pytest.fixture
def graph(tmp_path: Path) -> blocs.KnowledgeGraph:
    path = tmp_path / "table.ttl"
    path.write_text(TABLE, encoding="utf-8")
    return blocs.load(path)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("was West Germany in NATO in 1970", True),
        ("was the USSR in the Warsaw Pact in 1970", True),
        ("was East Germany in NATO in 1970", False),
        ("is Burma in NATO", False),
        ("were East and West Germany both in NATO in 1970", False),
    ],
)
def test_well_known_names(graph: blocs.KnowledgeGraph, question: str, answer: bool) -> None:
    found = graph.ask(question)
    assert found.value is answer
    assert "read “" in found.understood


def test_every_command_knows_them(graph: blocs.KnowledgeGraph) -> None:
    assert graph.names.find("Soviet Union").id == "rus"
    assert [one.id for one in graph.members("Warsaw Pact", "1970")] == ["gdr", "rus"]
    with pytest.raises(blocs.InvalidRequest):
        graph.names.find("France")


def test_a_name_in_its_year(graph: blocs.KnowledgeGraph) -> None:
    found = graph.ask("was Germany in NATO in 1960")
    assert found.value is True
    assert "West Germany, East Germany" in found.notes[0] and "German Federal Republic" in found.notes[0]
    assert graph.ask("is Germany in NATO").notes == ()
    with pytest.raises(blocs.InvalidRequest, match="North Yemen, South Yemen"):
        graph.ask("was Yemen in NATO in 1970")


def test_what_the_graph_lacks_is_said(graph: blocs.KnowledgeGraph) -> None:
    with pytest.raises(blocs.InvalidRequest, match="this graph has no France"):
        graph.ask("is France in NATO")
    with pytest.raises(blocs.InvalidRequest, match="has no state that the lists of states have in Africa"):
        graph.ask("which African countries are in NATO")


@pytest.mark.parametrize("name", ["", "pacts.ttl", "pacts.csv"])
def test_every_question_that_is_offered_is_answered(name: str) -> None:
    graph = blocs.load(TEST_DATA / name) if name else blocs.load()
    for asked in (
        "",
        "what is the price of France",
        "which countries might join next",
        "when will it end",
        "who signed it",
    ):
        offered = answerable(graph.vocabulary, asked.split(), 6)
        assert offered
        for question in offered:
            found = graph.ask(question)
            assert found.type == "boolean" or found.entities or found.values or found.value or found.paths, question
            assert name != "pacts.csv" or "document" not in question


def test_a_short_question_goes_on_from_the_last() -> None:
    vocabulary = blocs.load().vocabulary
    assert follow_up(vocabulary, "and Georgia?", "is Armenia in the CST") == "is Georgia in the CST"
    assert follow_up(vocabulary, "in 1999?", "who is in the CST in 1995") == "who is in the CST in 1999"
    assert follow_up(vocabulary, "who is in the CIS", "who is in the CST") is None


@pytest.mark.parametrize(
    ("question", "bodies"),
    [
        ("which organizations was Czechoslovakia in", ["alpha-pact", "beta-union"]),
        ("which organizations did Czechoslovakia belong to", ["alpha-pact", "beta-union"]),
        ("which bodies were both Czechoslovakia and Poland in", ["alpha-pact"]),
        ("which organizations is Czechoslovakia in", []),
        ("which organizations was Czechoslovakia in in 1955", ["alpha-pact"]),
        ("which organizations was Poland in", ["gamma-league"]),  # a state of today is asked of its present bodies
    ],
)
def test_a_state_that_is_no_more_was_in_bodies(tmp_path: Path, question: str, bodies: list[str]) -> None:
    path = tmp_path / "table.csv"
    rows = ["Czechoslovakia,Alpha Pact,1950,1970", "Czechoslovakia,Beta Union,1960,1992", "Poland,Alpha Pact,1950,1980"]
    rows += ["Poland,Gamma League,2001,", "Hungary,Beta Union,1995,2003"]
    path.write_text("\n".join(["member,organization,start,end", *rows]), encoding="utf-8")
    answer = blocs.load(path).ask(question)
    assert sorted(one.entity.id for one in answer.entities) == bodies
    if not bodies:
        said = "At other times Czechoslovakia was in 2 bodies; to see them, ask which bodies it was ever in."
        assert said in answer.notes
        ever = blocs.load(path).ask("which bodies was Czechoslovakia ever in")
        assert sorted(one.entity.id for one in ever.entities) == ["alpha-pact", "beta-union"]
    if question.endswith(("Czechoslovakia in", "belong to")) and bodies:
        assert answer.notes[0].endswith("there is none, so this is of any time.")
