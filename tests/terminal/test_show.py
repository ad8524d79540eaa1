"""`show`: all that is known of one entity reads well, whatever the entity."""

from __future__ import annotations

import json
from collections.abc import Callable
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
