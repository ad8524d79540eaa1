"""Patterns of memberships in frames that take away that it is so: no membership may come out.

A run tries every pattern in a quarter of the frames, and every frame with a quarter of the patterns; with EVERY_FRAME
set in the environment, each with each (a few minutes).
"""

from __future__ import annotations

import os
import random
import re

import pytest
from blocs.graph.asking.language.patterns import made_up, parsed
from blocs.graph.drafting import draft
from blocs.graph.drafting.patterns import read_patterns
from places import ROOT

FILLED = {
    "before": "",
    "members": "Chad and Niger",
    "listed": "Chad and Niger",
    "gapped": "Niger",
    "body": "the EAC",
    "stretch": "between the rivers",
    "headed": "2009:",
    "whole": "",
    "anybody": "the EAC",
    "entered": "the AU",
    "its": "its",
    "number": "two",
    "ordinal": "third",
    "superlative": "poorest",
    "word": "northern",
    "sized": "two-member",
    "sized_body": "the two-member bloc",
    "neither_body": "neither organization",
    "instrument": "the Charter",
    "treaty": "the Treaty of Arusha",
    "relative": "which",
    "neither": "neither",
    "aside": ", it seems,",
    "trait": "African",
    "dash": "—",
    "historic": "",
    "possessed": "Chad",
    "gap": "that were never free",
    "does": "cooperate with it",
    "until": "until 1990",
    "since": "since 1990",
    "begin": "",
    "dated": "in 1990",
    "them": "it",
    "pact": "the ANZUS Treaty",
    "dated_aside": "in 1990,",
    "announced": "Chad and Niger",
    "carried": "",
    "onward": "",
    "owner": "its",
    "ends": "",
    "one": "",
    "quantified": "several states of the region",
    "signed": "the treaty",
    "whose_country": "whose country",
    "new_body": "the EAC",
}
FRAMES = (
    "The EAC met in Arusha in 2001. It was reported that {}.",
    "The EAC met in Arusha in 2001. If {}, trade would grow.",
    "The EAC met in Arusha in 2001. Trade would grow if {}.",
    "The EAC met in Arusha in 2001. According to rumors, {}.",
    "The EAC met in Arusha in 2001. A newspaper claimed that {}.",
    "The EAC met in Arusha in 2001. Is it true that {}?",
    "The EAC met in Arusha in 2001. It is not true that {}.",
    "The EAC met in Arusha in 2001. Nobody believes that {}.",
    "The EAC met in Arusha in 2001. Some hope that one day {}.",
    "The EAC met in Arusha in 2001. “{},” a blog wrote.",
    "The EAC met in Arusha in 2001. Unless {}, trade will shrink.",
    "The EAC met in Arusha in 2001. Whether {} is not known.",
)
PATTERNS = [
    (section, line.removesuffix("…").strip())
    for section, line in read_patterns((ROOT / "data/drafting/memberships.txt").read_text(encoding="utf-8"))
    if section in ("member", "joined", "joined-same", "founded", "more", "observer", "associate", "denied")
]


def sentence(pattern: str, seed: int) -> str:
    choose = random.Random(seed).choice
    text = made_up(parsed(pattern), choose, lambda kind: FILLED[kind.split(":")[-1]], {})
    return re.sub(r" ([,:;'])", r"\1", " ".join(text.split())).strip(" ,")


@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_not_said_to_be_so_is_no_fact(frame: str) -> None:
    taken = []
    for number, (section, pattern) in enumerate(PATTERNS):
        if (number + FRAMES.index(frame)) % 4 and "EVERY_FRAME" not in os.environ:
            continue
        text = frame.format(sentence(pattern, number))
        facts = [
            fact
            for fact in draft(text).reading.facts
            if fact.kind in ("membership", "non-membership")
            and fact.basis == "stated"
            and fact.data["member"].label in ("Chad", "Niger")
        ]
        if facts:
            taken.append(f"[{section}] {text} => {facts[0].kind}")
    assert taken == []


def test_patterns_fit_what_they_are_made_of() -> None:
    """The same sentences without a frame say something: the frames are what takes it away."""
    found = 0
    sample = PATTERNS[::5]
    for number, (_, pattern) in enumerate(sample):
        text = sentence(pattern, number)
        facts = draft(f"The EAC met in Arusha in 2001. {text[:1].upper()}{text[1:]}.").reading.facts
        found += any(fact.kind in ("membership", "non-membership") for fact in facts)
    assert found > 0.6 * len(sample)
