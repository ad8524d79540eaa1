"""Whole texts, in the manner of different papers, against what they say (`tests/data/drafting/gold.json`)."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.checking import check_files
from blocs.graph.drafting import Draft, draft_file
from blocs.graph.drafting.found import Found
from places import ROOT

FOLDER = ROOT / "tests/data/drafting"
GOLD: dict[str, dict[str, Any]] = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))


def plain(name: str) -> str:
    return re.sub(r"[^\w]+", " ", name.lower().removeprefix("the ")).strip()


@cache
def drafted(name: str) -> Draft:
    return draft_file(FOLDER / f"{name}.txt")


def memberships(name: str, kind: str = "membership") -> set[tuple[str, str, str, str]]:
    """Member, body, start and end of what is stated; with a role other than full it is left out."""
    found = set()
    for fact in drafted(name).reading.facts:
        if fact.kind == kind and fact.basis == "stated" and not fact.data.get("role"):
            body = body_of(name, fact)
            data = fact.data
            found |= {(who, body, data.get("start", ""), data.get("end", "")) for who in names(fact.data["member"])}
    return found


def names(entity: Any) -> set[str]:
    return {plain(text) for text in (entity.label, *entity.aliases)}


def body_of(name: str, fact: Found) -> str:
    body = fact.data["body"]
    called = names(body) | {plain(body.abbreviation)}
    return next((key for key, known in GOLD[name]["bodies"].items() if called & {plain(k) for k in known}), "")


@pytest.mark.parametrize("name", GOLD)
def test_no_membership_is_false(name: str) -> None:
    gold = GOLD[name]
    good = {
        (plain(who), body)
        for group in ("members", "observers")
        for body, whos in gold.get(group, {}).items()
        for who in whos
    }
    ended = {(plain(who), body) for body, dates in gold.get("ends", {}).items() for who in dates}
    for fact in drafted(name).reading.facts:
        if (
            fact.kind == "membership"
            and fact.basis == "stated"
            and "end" not in fact.data
            and (body := body_of(name, fact))
        ):
            pairs = {(who, body) for who in names(fact.data["member"])}
            assert pairs & (good | ended), fact.data


def test_nearly_all_that_is_stated_is_found() -> None:
    wanted = found = denied_wanted = denied_found = 0
    for name, gold in GOLD.items():
        there = {pair[:2] for pair in memberships(name)}
        denied = {pair[:2] for pair in memberships(name, "non-membership")}
        for body, whos in gold["members"].items():
            wanted += len(whos)
            found += sum((plain(who), body) in there for who in whos)
        for body, whos in gold["denied"].items():
            denied_wanted += len(whos)
            denied_found += sum((plain(who), body) in denied for who in whos)
    assert found >= 0.95 * wanted and denied_found >= 0.95 * denied_wanted


@pytest.mark.parametrize("name", GOLD)
def test_dates_are_those_of_the_text(name: str) -> None:
    there = memberships(name)
    for group, place in (("starts", 2), ("ends", 3)):
        for body, dates in GOLD[name].get(group, {}).items():
            for who, date in dates.items():
                assert date in {fact[place] for fact in there if fact[:2] == (plain(who), body)}, (who, body)


@pytest.mark.parametrize("name", GOLD)
def test_events_offices_and_shares_are_found(name: str) -> None:
    facts = drafted(name).reading.facts
    events = {(plain(f.data["place"].label), f.data.get("start", "")) for f in facts if f.kind == "event"}
    for place, date in GOLD[name].get("events", []):
        assert any(place_ == plain(place) and start.startswith(date) for place_, start in events), (place, date)
    posts = {
        (plain(f.data["person"].label), plain(f.data["role"].label), of)
        for f in facts
        if f.kind == "post"
        for of in names(f.data["of"])
    }
    for person, office, of in GOLD[name].get("posts", []):
        assert any(p == plain(person) and plain(office) in o and s == plain(of) for p, o, s in posts), person
    shares = {(who, f.data["percent"]) for f in facts if f.kind == "share" for who in names(f.data["who"])}
    for who, share in GOLD[name].get("shares", {}).items():
        assert (plain(who), share) in shares


@pytest.mark.parametrize("name", GOLD)
def test_the_draft_is_sound_and_quotes_its_text_word_for_word(name: str, tmp_path: Path) -> None:
    path = tmp_path / "draft.ttl"
    path.write_bytes(drafted(name).turtle())
    assert [f for f in check_files([path], texts=[str(FOLDER / f"{name}.txt")]) if f.severity != "advice"] == []


def test_the_same_text_gives_the_same_draft() -> None:
    assert draft_file(FOLDER / "n1.txt").turtle() == draft_file(FOLDER / "n1.txt").turtle()
