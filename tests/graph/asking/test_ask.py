"""`ask`: what is understood, what is refused, and that the answer is what its query returns."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest

GRAPH = library.load()


def answered(question: str) -> Any:
    found = GRAPH.ask(question)
    match found.type:
        case "entities":
            return [one.entity.id for one in found.entities]
        case "dates":
            return list(found.values)
    return found.value


def test_the_questions_of_the_design(shared: Path) -> None:
    for line in (shared / "questions.jsonl").read_text(encoding="utf-8").splitlines():
        asked = json.loads(line)
        expected = asked["answer"]
        want = expected.get("ids", expected.get("values", expected.get("value")))
        assert answered(asked["question"]) == want, asked["question"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("CST members", ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"]),
        ("which states belong to neither CST nor GUUAM", ["turkmenistan"]),
        ("are Armenia and Belarus both in the CST?", True),
        ("are Armenia and Georgia both in the CST?", False),
        ("who did not attend the meeting in Baku", ["turkmenistan"]),
        ("who signed the most documents", ["kyrgyzstan", "russia"]),
        ("who is Russia's defence minister", ["sergei-ivanov"]),
        ("who is the Russian Defense Minister?", ["sergei-ivanov"]),
        ("what did Ivanov rule out", ["no-russian-combat-against-azerbaijan"]),
        ("what share of the documents did Moldova sign", None),
        ("is the CIS DMC part of the CIS", True),
        ("how many bodies is Ukraine in", 3),
        ("where was the exercise held", ["moscow"]),
    ],
)
def test_other_words_for_the_same(question: str, expected: Any) -> None:
    assert answered(question) == expected


@pytest.mark.parametrize(
    "question",
    [
        "What is the GDP of Armenia",
        "who is the president of Russia",
        "who is in NATO",
        "who is in CTS",
        "is Georgia happy",
        "who attended the Paris meeting",
        "who proposed to bomb Armenia",
        "where is Abkhazia situated on the map",
        "",
    ],
)
def test_what_is_not_understood_is_refused(blocs: Callable[..., Any], question: str) -> None:
    result = blocs("ask", question, "")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("blocs: ") and result.err.count("\n") == 1


@pytest.mark.parametrize(
    ("question", "basis"),
    [("is Georgia in the CST?", "denied"), ("is Ukraine in the CST?", "unknown"), ("is Armenia in the CST?", "stated")],
)
def test_missing_is_not_denied(question: str, basis: str) -> None:
    assert GRAPH.ask(question).basis == basis


def test_the_answer_is_what_the_query_returns() -> None:
    found = GRAPH.ask("which CST members signed 100% of the documents")
    rows = [row[0].value.rsplit("/", 1)[1] for row in GRAPH.source.select(found.sparql)]  # type: ignore[union-attr]
    assert rows == [one.entity.id for one in found.entities]


def test_another_graph_with_no_change_of_code(tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text(
        "@prefix : <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> ."
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        ':france org:memberOf :eu, :nato ; rdfs:label "France" . :malta org:memberOf :eu ; rdfs:label "Malta" .'
        ':turkey org:memberOf :nato ; rdfs:label "Turkey" .'
        ':eu rdfs:label "European Union" . :nato rdfs:label "NATO" .',
        encoding="utf-8",
    )
    other = library.load(path)
    for question, expected in (
        ("which countries are in both the European Union and NATO?", ["france"]),
        ("who is in NATO but not in the EU", ["turkey"]),
        ("which organisations is France in", ["eu", "nato"]),
    ):
        assert [one.entity.id for one in other.ask(question).entities] == expected
    assert other.ask("is Malta in NATO").basis == "unknown"


def test_a_batch_never_stops(blocs: Callable[..., Any]) -> None:
    result = blocs("ask", "--format", "jsonl", input="who is in GUUAM\nwhat is the GDP of Armenia\nis Georgia in CST\n")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert result.code == 0
    assert ["error" in answer for answer in answers] == [False, True, False]


def test_a_batch_takes_any_bytes(blocs: Callable[..., Any]) -> None:
    result = blocs("ask", input=b"\xff\xfe\x00 who\nwho is in GUUAM\n\n\x1b[31m?\n")
    answers = [json.loads(line) for line in result.out.splitlines()]
    assert (result.code, len(answers)) == (0, 3)
    assert ["error" in answer for answer in answers] == [True, False, True]


def test_a_batch_has_one_format(blocs: Callable[..., Any]) -> None:
    result = blocs("ask", "--format", "csv", input="who is in GUUAM\n")
    assert (result.code, result.out) == (2, "")


TABLE = """member,organization,role,start,end
Spain,NATO,full,1982,
Finland,NATO,observer,1994,2023
"""


@pytest.mark.parametrize(
    ("question", "notes"),
    [
        ("was Spain in NATO in 1980", ["At other times or in other roles: Spain in NATO 1982–."]),
        ("was Finland in NATO in 2000", ["At other times or in other roles: Finland in NATO 1994–2023 (observer)."]),
        ("was Spain in NATO in 1990", []),  # and no word of memberships without dates: there are none
        ("which bodies was Spain in in 1990", []),
    ],
)
def test_other_times_and_roles_are_told(
    blocs: Callable[..., Any], tmp_path: Path, question: str, notes: list[str]
) -> None:
    (tmp_path / "m.csv").write_text(TABLE, encoding="utf-8")
    answer = json.loads(blocs("ask", question, "--data", tmp_path / "m.csv", "--format", "json").out)
    assert answer.get("notes", []) == notes


@pytest.mark.parametrize("question", ["is Georgia in the CST", "when was the CST signed", "how many states are in CST"])
def test_evidence_is_shown_in_a_pipe_too(blocs: Callable[..., Any], question: str) -> None:
    columns, row = blocs("ask", question, "-v").out.splitlines()
    assert columns.split("\t")[-1] == "evidence"
    assert row.split("\t")[-1].startswith("“")
    assert "evidence" not in blocs("ask", question).out


@pytest.mark.parametrize(
    ("question", "bases"),
    [
        (
            "who is not in the CST",
            {"georgia": "stated", "azerbaijan": "stated", "moldova": "unknown", "ukraine": "unknown"},
        ),
        ("which states are in exactly two bodies", {"turkmenistan": "derived"}),
        ("which states are in CIS but not in CST", {"georgia": "derived", "moldova": "derived"}),
    ],
)
def test_a_basis_is_that_of_the_facts_it_rests_on(question: str, bases: dict[str, str]) -> None:
    found = {one.entity.id: one.basis for one in GRAPH.ask(question).entities}
    assert {state: found[state] for state in bases} == bases
