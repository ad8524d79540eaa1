"""Questions of grounds, against the text itself: which sentence, why, how two are connected."""

from __future__ import annotations

import blocs
import pytest

GRAPH = blocs.load()


@pytest.mark.parametrize(
    ("question", "paragraphs", "words"),
    [
        (
            "which sentence says that Turkmenistan was absent from the Baku meeting",
            {4},
            "only Turkmen delegation was absent",
        ),
        ("what is the evidence that Armenia is in the CST", {1}, "CST member states include Armenia"),
        ("where does the article say that Georgia signed 50% of the documents", {5}, "Georgia 50%"),
        ("which sentence says that the exercise was conducted in Moscow", {7}, "conducted in Moscow on maps"),
        ("which sentence says that CST members decide unanimously", {8}, "make decisions unanimously"),
        ("which sentence mentions Chechnya", {11}, "the access of militants to Chechnya"),
        ("how do we know that Ukraine is in the CIS", {1, 4, 14}, "with the participation of 11 CIS countries"),
    ],
)
def test_the_sentence_that_says_it(question: str, paragraphs: set[int], words: str) -> None:
    found = GRAPH.ask(question)
    assert found.type == "quote"
    assert {one.paragraph for one in found.evidence} == paragraphs
    assert any(words in one.quote for one in found.evidence)
    assert list(GRAPH.source.select(found.sparql)) if found.sparql.lstrip().startswith("SELECT") else True


def test_a_derived_fact_has_its_rules() -> None:
    found = GRAPH.ask("why is Ukraine in the CIS")
    assert found.basis == "derived"
    assert any("twelve countries" in rule for rule in found.rules)


def test_what_is_not_so_has_no_evidence() -> None:
    assert GRAPH.ask("what's the evidence that Belarus is in GUUAM").basis == "unknown"
    denied = GRAPH.ask("which sentence says that Uzbekistan is in the CST")
    assert (denied.value, denied.basis) == (False, "denied")


def test_the_reason_that_a_statement_gives() -> None:
    found = GRAPH.ask("why did Azerbaijan want Armenia excluded from the CST")
    assert [one.entity.id for one in found.entities] == ["allegation-armenia-aggressor"]
    for question in ("why did Azerbaijan leave the CST", "why is Armenia in the CST"):
        with pytest.raises(blocs.InvalidRequest):
            GRAPH.ask(question)


def test_how_two_are_connected() -> None:
    found = GRAPH.ask("how is Ivanov connected to Abkhazia")
    assert found.type == "path" and found.paths is not None
    steps = [(step.start.id, step.end.id) for step in found.paths.paths[0]]
    assert steps == [("sergei-ivanov", "russia"), ("russia", "abkhazia")]


@pytest.mark.parametrize(
    ("question", "ids"),
    [
        ("which country does Sergei Ivanov represent", ["russia"]),
        ("who organizes the military exercises", ["cis-staff"]),
        ("which countries does the threat of Islamic fundamentalists concern", ["georgia", "russia"]),
        ("whose peacekeepers are really in Abkhazia", ["russia"]),
        ("whos in GUUAM", ["azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"]),
        ("who wasnt at the Baku meeting", ["turkmenistan"]),
    ],
)
def test_everyday_words(question: str, ids: list[str]) -> None:
    assert [one.entity.id for one in GRAPH.ask(question).entities] == ids
