"""Mermaid flowcharts: each line is one of the notation's, every name is declared, and no data is obeyed."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from blocs.graph.pictures.mermaid import mermaid_text
from blocs.graph.pictures.picture import Edge, Group, Node, Picture
from hypothesis import given
from hypothesis import strategies as st

# A label may hold no character that could end it; "#60;" is Mermaid's own way to write one.
LABEL = r'"(?:[^"\\<>&`{}\[\]()|]|<br/>)+"'
NAME = r"n_\w*"
SHAPES = (r"\(\[@\]\)", r"\[@\]", r"\{\{@\}\}", r"\(@\)", r"\[\[@\]\]", r"\[[/\\]@[/\\]\]", r">@\]")
NODE = rf"{NAME}(?:{'|'.join(SHAPES).replace('@', LABEL)}):::\w+"
EDGE = rf"{NAME} (?:-->|---|-\.->|-\.-|--x)(?:\|{LABEL}\|)? {NAME}"
COMMENT = r"%% .+"
CLASS = r"classDef \w+ fill:#\w{6},stroke:#\w{6},color:#\w{6}"
LINE = re.compile(rf"\s*(?:{NODE}|{EDGE}|{CLASS}|{COMMENT}|subgraph {NAME}\[{LABEL}\]|end|flowchart LR)")


def check(text: str) -> None:
    body = text.split("---\n", 2)[-1]
    for line in body.splitlines():
        assert LINE.fullmatch(line), line
    declared = set(re.findall(rf"^\s*(?:subgraph )?({NAME})(?=[\[(>{{])", body, re.MULTILINE))
    for tail, head in re.findall(rf"^\s*({NAME}) [-.x>]+(?:\|.*\|)? ({NAME})$", body, re.MULTILINE):
        assert {tail, head} <= declared


@pytest.mark.parametrize("view", ["memberships", "overlap", "events", "statements", "all"])
def test_every_view(blocs: Callable[..., Any], view: str) -> None:
    result = blocs("export", "--format", "mermaid", "--view", view)
    assert result.code == 0
    check(result.out)


def test_derived_is_dashed_and_denied_is_crossed(blocs: Callable[..., Any]) -> None:
    text = blocs("export", "--format", "mermaid", "--focus", "Georgia").out
    assert re.search(r'n_georgia --x\|"not a member"\| n_cst', text) or "--x" in text
    assert "-.->" in text


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_any_text_is_only_text(one: str, other: str, title: str) -> None:
    picture = Picture(
        [Node(f"a{one}", one, "state"), Node(f"b{other}", other, "body", note=title)],
        [Edge(f"a{one}", f"b{other}", label=title, tooltip=one), Edge(f"b{other}", f"a{one}", denied=True)],
        [Group("g", (f"a{one}",), label=other)],
    )
    check(mermaid_text(picture))


def test_evidence_stands_above_its_line(blocs: Callable[..., Any]) -> None:
    lines = blocs("export", "--format", "mermaid", "--focus", "GUUAM").out.splitlines()
    comment = next(line for line in lines if "is a member of GUUAM" in line)
    assert comment.startswith("  %% ") and "“" in comment and "paragraph 14" in comment
    assert "n_guuam" in lines[lines.index(comment) + 1]
