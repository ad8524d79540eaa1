"""What comes out of single sentences: what they say, and nothing that they do not say."""

from __future__ import annotations

import pytest
from blocs.graph.drafting import draft
from blocs.graph.drafting.found import Found
from places import ROOT

LINES = [
    line
    for line in (ROOT / "tests/data/drafting/sentences.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def short(fact: Found) -> str | None:
    data = fact.data
    if fact.kind in ("membership", "non-membership"):
        sign = (
            "-" if fact.kind == "non-membership" else {"observer": "o", "associate": "a"}.get(data.get("role", ""), "+")
        )
        sign = sign if fact.basis == "stated" else f"({fact.basis[0]})"
        member, body = data["member"].code or data["member"].label, data["body"].abbreviation or data["body"].label
        dates = (f"@{data['start']}" if "start" in data else "") + (f"..{data['end']}" if "end" in data else "")
        return f"{sign}{member}/{body}{dates}"
    if fact.kind == "post":
        return f"P:{data['person'].label}/{data['role'].label}/{data['of'].code or data['of'].label}"
    if fact.kind == "event":
        return f"E:{data['place'].label}/{data['start']}"
    return None


@pytest.mark.parametrize("line", LINES)
def test_a_sentence_gives_what_it_says_and_no_more(line: str) -> None:
    text, _, wanted = line.partition(" => ")
    found = {said for fact in draft(text.replace(" || ", "\n\n")).reading.facts if (said := short(fact))}
    assert found == (set(wanted.split("; ")) if wanted.strip() else set())


BELONGING = [
    line
    for line in (ROOT / "tests/data/drafting/belonging.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("line", BELONGING)
def test_a_sentence_says_who_belongs_and_who_does_not(line: str) -> None:
    text, _, wanted = line.partition(" =>")
    found = set()
    for fact in draft(text).reading.facts:
        if fact.basis == "stated" and fact.kind == "membership" and not fact.data.get("role"):
            found.add(fact.data["member"].label + ("-" if "end" in fact.data else "+"))
        elif fact.basis == "stated" and fact.kind == "non-membership":
            found.add(fact.data["member"].label + "!")
    assert found == (set(wanted.strip().split("; ")) if wanted.strip() else set())
