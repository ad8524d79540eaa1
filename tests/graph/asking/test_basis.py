"""The basis of an answer is that of the weakest fact it rests on: held against the memberships of the article."""

from __future__ import annotations

import blocs as library
from hypothesis import given, settings
from hypothesis import strategies as st

GRAPH = library.load()

# Read from the article: who is said to be in what (paragraphs 1 and 12), and what follows (paragraphs 2 and 4).
CST = ("armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan")
GUUAM = ("azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan")
ALL = (*CST, *GUUAM, "turkmenistan")
HELD = {
    "CST": dict.fromkeys(CST, "stated"),
    "GUUAM": dict.fromkeys(GUUAM, "stated"),
    "CIS": dict.fromkeys(ALL, "derived"),
    "CIS DMC": dict.fromkeys(ALL, "derived"),
}
DENIED = {("georgia", "CST"), ("azerbaijan", "CST"), ("uzbekistan", "CST")}

bodies = st.sampled_from(sorted(HELD))
expressions = st.recursive(
    bodies, lambda part: st.tuples(part, st.sampled_from(["and", "or", "but not"]), part), max_leaves=4
)


def text(expression: str | tuple[object, str, object]) -> str:
    if isinstance(expression, str):
        return expression
    left, sign, right = expression
    return f"({text(left)}) {sign} ({text(right)})"  # type: ignore[arg-type]


def members(expression: str | tuple[object, str, object]) -> set[str]:
    if isinstance(expression, str):
        return set(HELD[expression])
    left, sign, right = members(expression[0]), expression[1], members(expression[2])  # type: ignore[arg-type]
    return left & right if sign == "and" else left | right if sign == "or" else left - right


def named(expression: str | tuple[object, str, object]) -> set[str]:
    if isinstance(expression, str):
        return {expression}
    return named(expression[0]) | named(expression[2])  # type: ignore[arg-type]


@settings(deadline=None, max_examples=60)
@given(expressions)
def test_members_and_their_bases(expression: str | tuple[object, str, object]) -> None:
    found = {member.id: member.basis for member in GRAPH.members(text(expression))}
    right = {}
    for state in members(expression):
        held = [HELD[body][state] for body in named(expression) if state in HELD[body]]
        right[state] = "derived" if "derived" in held else "stated"
    assert found == right
    if isinstance(expression, str) or all(isinstance(part, str) for part in expression):
        asked = expression if isinstance(expression, str) else " ".join(map(str, expression))
        assert {one.entity.id: one.basis for one in GRAPH.ask(f"who is in {asked}").entities} == right


def test_outside_a_body_is_denied_or_only_unsaid() -> None:
    found = {one.entity.id: one.basis for one in GRAPH.ask("which states are not in CST").entities}
    right = {s: "stated" if (s, "CST") in DENIED else "unknown" for s in ALL if s not in CST}
    assert found == right
