"""Sets in questions: `ask` reads an expression as `who` does, brackets and all; held against plain Python sets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.asking.answering import MOST_WORDS
from blocs.graph.errors import InvalidRequest
from blocs.graph.knowledge import KnowledgeGraph, load
from hypothesis import assume, given, settings
from hypothesis import strategies as st

MEMBERS = {
    "Alpha": {"S0", "S1", "S2", "S3"},
    "BETA": {"S2", "S3", "S4"},
    "Gamma and Co": {"S1", "S3", "S5"},
    "Delta (South)": {"S0", "S5", "S6"},
    "Union of Epsilon, Zeta and Eta": {"S0", "S3", "S4", "S6"},
    "Not for Profit - League": {"S2", "S5"},
}
Case = tuple[str, set[str]]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    table = tmp_path_factory.mktemp("sets") / "sets.csv"
    rows = [f'{member},"{body}"' for body, members in MEMBERS.items() for member in sorted(members)]
    table.write_text("\n".join(["member,organization", "S7,Other", *rows]))
    return load(table)


def _named() -> st.SearchStrategy[Case]:
    """A body as people write it: as it is, in small or capital letters, in quotation marks."""
    forms: list[Callable[[str], str]] = [str, str.lower, str.upper, lambda name: f'"{name}"', lambda name: f"“{name}”"]
    return st.builds(
        lambda body, form: (form(body), MEMBERS[body]), st.sampled_from(sorted(MEMBERS)), st.sampled_from(forms)
    )


def _joined(parts: st.SearchStrategy[Case]) -> st.SearchStrategy[Case]:
    def both(left: Case, word: str, right: Case) -> Case:
        sets = {"and": left[1] & right[1], "or": left[1] | right[1]}
        return f"({left[0]}) {word} ({right[0]})", sets.get(word, left[1] - right[1])

    return st.builds(both, parts, st.sampled_from(["and", "or", "but not", "and not", "minus", "-", "without"]), parts)


NESTED = _joined(st.recursive(_named(), _joined, max_leaves=4))


def asked(graph: KnowledgeGraph, question: str) -> set[str]:
    answer = graph.ask(question)
    assert answer.type == "entities", question
    return {one.entity.label for one in answer.entities}


@settings(max_examples=25, deadline=None)
@given(NESTED)
def test_ask_and_who_read_the_same_set(graph: KnowledgeGraph, case: Case) -> None:
    text, expected = case
    assume(len(text.split()) < MOST_WORDS - 5)  # a longer question is not read
    assert {member.label for member in graph.members(text)} == expected, text
    for question in (f"who is in {text}?", f"which states are in {text}", f"members of {text}", text):
        assert asked(graph, question) == expected, question
    assert graph.ask(f"how many states are in {text}?").value == len(expected), text
    # What is printed as understood is read as the same set again.
    understood = graph.ask(f"who is in {text}").understood.removeprefix("members of ").split(", as of")[0]
    assert {member.label for member in graph.members(understood)} == expected, understood


@settings(max_examples=20, deadline=None)
@given(NESTED, st.sampled_from([f"S{number}" for number in range(8)]))
def test_yes_or_no(graph: KnowledgeGraph, case: Case, state: str) -> None:
    text, expected = case
    assert graph.ask(f"is {state} in {text}?").value is (state in expected), text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        # Worked out from the article's lists: CST six, GUUAM five, CIS all of them and Turkmenistan.
        ("who is in CIS but not (CST or GUUAM)", ["turkmenistan"]),
        ("who is in (CIS but not CST) and GUUAM", ["azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"]),
        ("CIS - (CST | GUUAM)", ["turkmenistan"]),
        ("which members of (CST or GUUAM) are in the CIS", "all but turkmenistan"),
        ("how many states are in CIS but not (CST or GUUAM)?", 1),
    ],
)
def test_on_the_article(blocs: Callable[..., Any], question: str, answer: object) -> None:
    import json

    result = blocs("ask", question, "--format", "json")
    assert result.code == 0, result.err
    found = json.loads(result.out)["answer"]
    if isinstance(answer, int):
        assert found["value"] == answer
    elif isinstance(answer, str):
        assert len(found["entities"]) == 11 and "turkmenistan" not in {one["id"] for one in found["entities"]}
    else:
        assert [one["id"] for one in found["entities"]] == answer


@pytest.mark.parametrize(
    "question", ["when was (CST or GUUAM) founded", "who attended (CST or CIS)", "is Russia (or Armenia) in the CST"]
)
def test_brackets_are_never_left_out(question: str) -> None:
    with pytest.raises(InvalidRequest, match="groups bodies by brackets"):
        load().ask(question)


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("who is in CIS and not CST or GUUAM", "(CIS but not CST) or GUUAM"),
        ("who is in CIS and not CST and GUUAM", "(CIS but not CST) and GUUAM"),
        ("who is in CIS but not CST or GUUAM", ""),
        ("who is in CIS and not CST and not GUUAM", ""),
        ("who is in CIS except CST and GUUAM", ""),
    ],
)
def test_words_that_group_in_two_ways_are_said(question: str, other: str) -> None:
    answer = load().ask(question)
    assert answer.notes == ((f"Also readable as {other}; brackets say which is meant.",) if other else ())
    assert [one.entity.id for one in answer.entities] == ["turkmenistan"]
    if other:
        assert [one.entity.id for one in load().ask(f"who is in {other}").entities] != ["turkmenistan"]


def test_a_body_that_is_left_out_is_its_members_unless_it_is_one_itself(tmp_path: Path) -> None:
    rows = ["S1,Trade", "S2,Trade", "S3,Trade", "Market,Trade", "S2,Market", "S2,Club", "S3,Club"]
    (tmp_path / "t.csv").write_text("\n".join(["member,organization", *rows]))
    graph = load(tmp_path / "t.csv")
    assert asked(graph, "who is in Trade besides Market") == {"S1", "S2", "S3"}
    for question in ("who is in Trade besides Club", "who is in Trade other than Club", "who is in Trade and not Club"):
        assert asked(graph, question) - {"Market"} == {"S1"}, question
