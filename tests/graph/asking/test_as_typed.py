"""Questions as analysts and journalists type them, with answers worked out without blocs.

The answers about the article were read from it by hand; those about the Correlates of War tables come from plain loops
over the tables. `alt` holds what is also right, where a question has two honest readings.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import blocs as library
from places import TEST_DATA

TYPED = [
    json.loads(line)
    for name in (
        "as_typed.jsonl",
        "typed_otherwise.jsonl",
        "typed_as_notes.jsonl",
        "typed_briefly.jsonl",
        "typed_freely.jsonl",
    )
    for line in (TEST_DATA / name).read_text(encoding="utf-8").splitlines()
]


def is_right(found: Any, wanted: dict[str, Any]) -> bool:
    """Whether an answer (None if the question was refused) is what is wanted."""
    kind = wanted["type"]
    if found is None or kind == "error":
        return found is None and kind == "error"
    ids = {one.entity.id for one in found.entities}
    match kind:
        case "entities":
            return found.type == "entities" and ids == set(wanted["ids"])
        case "superset":
            return found.type == "entities" and ids >= set(wanted["ids"])
        case "quote":
            return wanted["contains"] in " ".join(one.quote or "" for one in found.evidence)
        case "dates":
            return found.type == "dates" and set(found.values) == set(wanted["values"])
        case "number" if wanted["value"] is None:
            return found.type == "number" and found.value is None
        case "number":
            return found.type == "number" and found.value is not None and abs(found.value - wanted["value"]) <= 0.5
    return bool(found.type == kind and (kind == "path" or found.value is wanted["value"]))


def wrong(graph: Any, asked: list[dict[str, Any]]) -> dict[str, Any]:
    """The questions that are not answered as they should be, with what was understood."""
    said = {}
    for question in asked:
        try:
            found = graph.ask(question["question"])
        except library.InvalidRequest:
            found = None
        if not any(is_right(found, wanted) for wanted in [question["answer"], *question.get("alt", [])]):
            said[question["question"]] = found and (found.understood, found.type, found.value, found.values)
    return said


def test_questions_about_the_article() -> None:
    assert wrong(library.load(), [one for one in TYPED if one["on"] == "article"]) == {}


def test_questions_about_real_tables(cow_store: Path) -> None:
    assert wrong(library.load(store=cow_store), [one for one in TYPED if one["on"] == "cow"]) == {}
