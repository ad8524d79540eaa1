"""Texts of other kinds, with all that they state: nearly all is found, and no membership is false.

Unlike those of test_texts.py, they also say what no pattern reads yet.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import pytest
from blocs.graph.drafting import Draft, draft_file
from blocs.graph.drafting.found import Found
from places import ROOT

FOLDER = ROOT / "tests/data/drafting/more"
GOLD: dict[str, dict[str, Any]] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))


def plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name.lower().removeprefix("the ")).strip()


def names(entity: Any) -> set[str]:
    return {plain(text) for text in (entity.label, *entity.aliases)}


@cache
def drafted(name: str) -> Draft:
    return draft_file(FOLDER / f"{name}.txt")


def said(name: str, kind: str) -> list[tuple[set[str], str, Found]]:
    """What is stated of bodies in the gold: the names of the member, the body, the fact."""
    found = []
    for fact in drafted(name).reading.facts:
        if fact.kind == kind and fact.basis == "stated":
            body = fact.data["body"]
            called = names(body) | {plain(body.abbreviation)}
            keys = [key for key, known in GOLD[name]["bodies"].items() if called & {plain(k) for k in known}]
            member = fact.data["member"]
            written = {plain(text) for text in drafted(name).reading.written.get(member.id, ())}
            found += [(names(member) | written, key, fact) for key in keys[:1]]
    return found


@pytest.mark.parametrize("name", GOLD)
def test_no_membership_is_false(name: str) -> None:
    gold = GOLD[name]
    good = {
        (plain(who), body)
        for group in ("members", "observers", "ends")
        for body, whos in gold.get(group, {}).items()
        for who in whos
    }
    never = {(plain(who), body) for body, whos in gold["never"].items() for who in whos}
    for whos, body, fact in said(name, "membership"):
        if "end" in fact.data:
            continue
        pairs = {(who, body) for who in whos}
        if fact.data.get("role"):
            continue  # an observer or associate, not a full member
        assert pairs & good, fact.data
        assert not pairs & never, fact.data


def test_nearly_all_that_is_stated_is_found() -> None:
    counts = {"members": [0, 0], "denied": [0, 0]}
    for name, gold in GOLD.items():
        for group, kind in (("members", "membership"), ("denied", "non-membership")):
            there = {(who, body) for whos, body, fact in said(name, kind) if not fact.data.get("role") for who in whos}
            for body, whos in gold[group].items():
                counts[group][0] += len(whos)
                counts[group][1] += sum((plain(who), body) in there for who in whos)
    assert counts["members"][1] >= 0.88 * counts["members"][0]
    assert counts["denied"][1] >= 0.9 * counts["denied"][0]
