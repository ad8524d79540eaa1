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


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Armenia signed 97% of the documents, Chad 91%.", {"ARM": 97, "TCD": 91}),
        ("97% of the agreements were signed by Armenia, 91% by Chad.", {"ARM": 97, "TCD": 91}),
        ("Armenia had put its signature to 97% of the documents, Chad to 91%.", {"ARM": 97, "TCD": 91}),
        ("Armenia leads with 97% of the agreements signed, ahead of Chad with 91%.", {"ARM": 97, "TCD": 91}),
        ("By then Armenia had signed 97 percent of the protocols; Chad stood at 91 percent.", {"ARM": 97, "TCD": 91}),
        (
            "Chad's minister noticed that Mali had signed only 60% of the acts and Libya 45%.",
            {"MLI": 60, "LBY": 45},
        ),
        ("Armenia had ratified all, Mali had signed 94% of the agreements and Chad 89%.", {"MLI": 94, "TCD": 89}),
        ("97% of the agreements were never signed by Armenia.", {}),
        ("Chad met 92% of its target; Armenia stood at 91%.", {}),
    ],
)
def test_who_signed_how_many(text: str, wanted: dict[str, int]) -> None:
    facts = draft(text).reading.facts
    assert {fact.data["who"].code: fact.data["percent"] for fact in facts if fact.kind == "share"} == wanted
