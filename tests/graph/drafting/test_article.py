"""The draft of the article against the graph of it that was made by hand: what docs/tutorial-draft.md tells of it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.drafting import draft_file
from places import BUILT_IN, ROOT
from rdflib import RDF, Graph, Namespace
from rdflib.namespace import SKOS

BLOCS = Namespace("https://w3id.org/blocs/ns#")
SCHEMA = Namespace("https://schema.org/")
OA = Namespace("http://www.w3.org/ns/oa#")
CLASSES = ("Assertion", "RulingOut", "Proposal", "Decision", "Plan")


@cache
def by_hand() -> Graph:
    return Graph().parse(BUILT_IN, format="turtle")


@pytest.fixture
def drafted(shared: Path) -> Graph:
    found = draft_file(shared / "article.txt", None, "2001-05")
    return Graph().parse(data=found.turtle(), format="turtle")


def names(graph: Graph, node: Any) -> set[str]:
    labels = {str(label).lower() for of in (SKOS.prefLabel, SKOS.altLabel) for label in graph.objects(node, of)}
    return {label.removeprefix("the ") for label in labels}


def attendances(graph: Graph) -> dict[Any, tuple[set[str], str, str]]:
    found = {}
    for node in graph.subjects(RDF.type, BLOCS.Attendance):
        who, event = graph.value(node, BLOCS.participant), graph.value(node, BLOCS.event)
        day, basis = graph.value(event, SCHEMA.startDate), graph.value(node, BLOCS.basis)
        found[node] = names(graph, who), str(day), str(basis).partition("#")[2]
    return found


def test_every_attendance_of_the_draft_is_one_of_those_by_hand(drafted: Graph) -> None:
    gold = attendances(by_hand())
    met = set()
    for who, day, basis in attendances(drafted).values():
        same = [node for node, known in gold.items() if known[0] & who and known[1:] == (day, basis)]
        assert len(same) == 1, (who, day, basis)
        met |= set(same)
    assert (len(met), len(gold)) == (12, 25)


def words(graph: Graph, node: Any) -> str:
    quotes = sorted(str(graph.value(quote, OA.exact)) for quote in graph.objects(node, BLOCS.evidence))
    return " ".join(quotes)


def statements(graph: Graph, of_class: str) -> list[Any]:
    return sorted(set(graph.subjects(RDF.type, BLOCS[of_class])) & set(graph.subjects(RDF.type, BLOCS.Statement)))


def same_sentence(one: str, other: str) -> bool:
    shared = set(re.findall(r"\w{4,}", one)) & set(re.findall(r"\w{4,}", other))
    return len(shared) >= 0.5 * min(len(set(re.findall(r"\w{4,}", text))) for text in (one, other))


def test_every_statement_of_the_draft_is_one_of_those_by_hand(drafted: Graph) -> None:
    """Of the same class, from the same sentence, and by the same speaker where he has a name."""
    gold, found, besides = by_hand(), Counter[Any](), []
    for of_class in CLASSES:
        for node in statements(drafted, of_class):
            speaker = drafted.value(node, BLOCS.speaker)
            group = speaker is None or (speaker, RDF.type, BLOCS.Group) in drafted
            said = str(drafted.value(node, SKOS.prefLabel))
            same = [
                known
                for known in statements(gold, of_class)
                if same_sentence(words(gold, known), words(drafted, node))
                and (group or names(gold, gold.value(known, BLOCS.speaker)) & names(drafted, speaker))
                and any(same_sentence(said, name) for name in names(gold, known) | {words(gold, known)})
            ]
            found.update(same[:1])
            besides += [said] if not same else []
    # The first is what the speaker says of what he rules out; the other says that they meet, which is an event by hand.
    assert besides == ["This is out of the question", "meet in Yerevan May 25"]
    every = {node for of_class in (*CLASSES, "Assessment") for node in statements(gold, of_class)}
    assert (len(found), len(every)) == (11, 39)


def test_the_page_tells_these_numbers() -> None:
    page = (ROOT / "docs/tutorial-draft.md").read_text(encoding="utf-8")
    rows = {
        cells[0]: cells[1:3] for cells in (line.strip("| ").split(" | ") for line in page.splitlines() if "|" in line)
    }
    assert rows["attendances"] == ["25", "12"]
    assert rows["statements"] == ["39", "11"]
