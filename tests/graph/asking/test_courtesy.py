"""What a form means comes from its pattern: politeness changes no answer, and missing is not attending."""

from __future__ import annotations

import json
import random
from typing import Any

import blocs as library
import pytest
from places import TEST_DATA

GRAPH = library.load()
PARAPHRASES = [json.loads(line) for line in (TEST_DATA / "paraphrases.jsonl").read_text(encoding="utf-8").splitlines()]


def answered(question: str) -> Any:
    found = GRAPH.ask(question)
    if found.type == "entities":
        return [found_entity.entity.id for found_entity in found.entities]
    return list(found.values) if found.type == "dates" else found.value


@pytest.mark.parametrize(
    "question",
    [
        "what did Turkmenistan fail to attend",
        "what was Turkmenistan absent from",
        "what did Turkmenistan skip",
        "what has Turkmenistan missed",
        "what did Turkmenistan stay away from",
        "what didn't Turkmenistan attend",
        "which events did Turkmenistan fail to attend",
        "which events didn't Turkmenistan attend",
        "which meetings has Turkmenistan skipped?",
    ],
)
def test_what_was_missed_was_not_attended(question: str) -> None:
    """By the source Turkmenistan was absent from the meeting in Baku, and from nothing else."""
    assert answered(question) == ["dmc-baku-2001"]


@pytest.mark.parametrize("question", ["what did Turkmenistan attend", "which events did Turkmenistan attend"])
def test_what_was_attended_was_not_missed(question: str) -> None:
    assert answered(question) == []


SHARES = {
    "armenia": 97, "azerbaijan": 35, "belarus": 91, "georgia": 50, "kazakhstan": 97, "kyrgyzstan": 100, "russia": 100,
    "turkmenistan": 7, "ukraine": 25,
}  # fmt: skip
"""How much of the documents each state signed, in percent, as the source has it where the tests name them."""


@pytest.mark.parametrize(
    "tail", ["", " please", ", thanks", " in total", " please, thank you very much", " by the way"]
)
@pytest.mark.parametrize(
    ("bound", "least", "most"), [("or less", 0, 35), ("or below", 0, 35), ("or more", 35, 100), ("or above", 35, 100)]
)
def test_a_bound_behind_the_documents_holds_whatever_follows(bound: str, least: int, most: int, tail: str) -> None:
    found = answered(f"who signed 35% of the documents {bound}{tail}")
    assert set(found) & SHARES.keys() == {state for state, share in SHARES.items() if least <= share <= most}


DICE = random.Random(18)
TAILS = (
    "please",
    "thanks",
    "in total",
    "thank you very much",
    "many thanks",
    "altogether",
    "please, thanks in advance",
)
POLITE = [
    (asked, DICE.choice(TAILS), DICE.choice((" ", ", ")))
    for asked in DICE.sample([asked for asked in PARAPHRASES if not asked.get("refused")], 150)
]


@pytest.mark.parametrize(
    ("asked", "tail", "comma"), POLITE, ids=lambda value: value["question"] if isinstance(value, dict) else value
)
def test_politeness_at_the_end_changes_no_answer(asked: dict[str, Any], tail: str, comma: str) -> None:
    question = asked["question"].rstrip(" ?.!")
    mark = "?" if "?" in asked["question"] else ""
    assert answered(f"{question}{comma}{tail}{mark}") == asked["answer"]


CIS_PARTS = ["cis-chiefs", "cis-dmc", "cis-peacekeepers", "cis-security-council", "cis-staff"]


@pytest.mark.parametrize("question", ["how many states are in the CST in all", "how many CST members in all?"])
def test_in_all_goes_with_how_many(question: str) -> None:
    assert answered(question) == 6


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("when is the Yerevan summit planned, thanks", ["2001-05-25"]),
        ("when was the Baku meeting planned for", []),
        ("when is the CIS DMC due to meet", []),
        (
            "what is part of the CIS, please",
            CIS_PARTS,
        ),
        ("which treaties is Armenia in, thanks", ["cst"]),
        ("what is the share of Ukraine please", 25),
        # Turkmenistan was the one CIS member that was absent from Baku; whom a question leaves out is not asked of.
        ("did all CIS countries attend the Baku meeting except Turkmenistan", True),
        ("did all CIS countries attend the Baku meeting except Russia", False),
        ("are all CST members in the CIS besides Armenia", True),
        ("which events took place in 2001 in May 2001", ["cst-meetings-2001", "dmc-baku-2001", "yerevan-summit-2001"]),
    ],
)
def test_a_word_counts_where_it_stands(question: str, expected: Any) -> None:
    assert answered(question) == expected
