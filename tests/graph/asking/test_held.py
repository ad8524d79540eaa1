"""What is answered from memberships that are kept is what the queries answer: the value, the grounds and the notes."""

from __future__ import annotations

import json
from pathlib import Path

import blocs as library
import pytest
from blocs.graph.asking.answering import Answer, answer
from blocs.graph.asking.lookup.held import held
from blocs.graph.asking.vocabulary import Vocabulary
from blocs.graph.errors import BlocsError
from hypothesis import HealthCheck, given, settings

from .test_joining import DATED, Spans, memberships, text_of

DATA = Path(__file__).parents[2] / "data"

NAMES = {"a": "Alpha Pact", "b": "Beta Union", "x": "Ashland", "y": "Birchland", "z": "Cedarland"}

QUESTIONS = """
    who joined {a}
    who joined {a} in 1993
    who joined {a} and {b} in the 1990s
    who left {a}
    who left {b} in 1995
    which states left {a} or {b}
    which states never joined {b}
    did {x} join {a} in 1994
    has {y} left {b}
    when did {x} join {a}
    when did {z} leave {b}
    who was the first to join {a}
    who was the last to leave {a}
    which {b} member was the first to join {a}
    what was the first organization that {x} joined
    which organizations did {y} leave
    which organizations did {x} and {y} join
    founding members of {a}
    was {x} a founding member of {b}
    who has been in {a} since 1994
    who was in {b} from 1992 to 1996
    how many states left {a}
    which states are not in {a}
    which states were not in {b} in 1994
    are all {a} members in {b}
    which state joined the most organizations in 1995
    who joined {a} before {b}
    which {a} members later joined {b}
    which states joined {b} after leaving {a}
    the second country to join {a}
    the second country to leave {b}
    how many times did {x} join {a}
    in which year did most states join {b}
    the largest organization that {x} was in in 1994
    which {a} members of 1994 joined {b} in 1995
    how long was {x} in {a}
    how long was {y} in {b}
    what percentage of {a} members are in {b}
    what percentage of {b} members were in {a} in 1994
    bodies that {x} was in in 1993 and no longer in 1996
    bodies that {y} had joined and lost by 1996
    non-founding members of {a}
    the newest {b} member
    which bodies is {x} in that {y} is not in
    was {x} in {a} in 1980
    who was in {b} in 2030
    how is {x} connected to {y}
    how is {z} connected to {b}
"""


def questions(**names: str) -> list[str]:
    """The questions, of the states and bodies of other names if these are given."""
    return [line.strip() for line in QUESTIONS.format(**(NAMES | names)).strip().splitlines()]


def asked(graph: library.KnowledgeGraph, question: str, kept: bool) -> Answer | str:
    """The answer to a question, from memberships that are kept or from queries alone; the message if there is none."""
    vocabulary = Vocabulary(graph)
    vocabulary.asked = 100 if kept else -100
    assert (held(vocabulary) is not None) is kept
    try:
        return answer(graph, question, vocabulary=vocabulary)
    except BlocsError as error:
        return error.message


def test_every_question_that_people_type_has_one_answer() -> None:
    graph = library.load()
    lines = [json.loads(line) for line in (DATA / "as_typed.jsonl").read_text(encoding="utf-8").splitlines()]
    for question in [line["question"] for line in lines if line["on"] != "cow"]:
        assert asked(graph, question, kept=True) == asked(graph, question, kept=False), question


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spans=memberships())
def test_questions_of_time_have_one_answer(tmp_path_factory: pytest.TempPathFactory, spans: Spans) -> None:
    path = tmp_path_factory.mktemp("held") / "graph.ttl"
    path.write_text(text_of(spans), encoding="utf-8")
    graph = library.load(path)
    for question in questions():
        assert asked(graph, question, kept=True) == asked(graph, question, kept=False), question


def test_dates_that_are_more_precise_than_years_have_one_answer(tmp_path: Path) -> None:
    path = tmp_path / "dated.csv"
    path.write_text(DATED, encoding="utf-8")
    graph = library.load(path)
    for question in questions(a="Pact", b="League", x="Avaria", y="Belmont", z="Cordia"):
        assert asked(graph, question, kept=True) == asked(graph, question, kept=False), question
