"""`ask` on other graphs: the same kinds of question of alliances that no code knows, from Turtle and from a table."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import blocs as library
import pytest
from blocs.graph.asking.refusals import known_words
from blocs.graph.knowledge import KnowledgeGraph
from places import TEST_DATA

DATA = TEST_DATA
ASKED = [json.loads(line) for line in (DATA / "elsewhere.jsonl").read_text(encoding="utf-8").splitlines()]


@cache
def graph(name: str) -> KnowledgeGraph:
    return library.load(DATA / name)


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: f"{asked['graph']}: {asked['question']}")
def test_the_same_questions_of_other_graphs(asked: dict[str, Any]) -> None:
    if asked.get("refused"):
        with pytest.raises(library.InvalidRequest):
            graph(asked["graph"]).ask(asked["question"])
        return
    found = graph(asked["graph"]).ask(asked["question"])
    answer: Any = found.value
    if found.type == "entities":
        answer = [one.entity.id for one in found.entities]
    elif found.type == "dates":
        answer = list(found.values)
    assert answer == asked["answer"], found.understood
    assert found.basis == asked.get("basis", found.basis)


def test_no_name_of_the_graph_is_a_word_of_the_grammar() -> None:
    """What is known of names comes from the graph alone."""
    named = {
        name.casefold()
        for entity in library.load().names.entities
        if entity.kind in ("state", "body", "person", "place")
        for name in (entity.id, entity.label, entity.abbreviation, *entity.aliases)
        if " " not in name
    }
    assert named & known_words() == set()
