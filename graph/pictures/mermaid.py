"""A picture as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html), for Markdown pages that draw them.

Kinds differ by shape as well as by colour; derived facts are dashed (Mermaid has no dots: planned ones say so), and a
denied membership ends in a cross.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..escaping import MARKS
from .picture import SHAPES, Edge, Node, Picture

__all__ = ["mermaid_text"]

_BRACKETS = {
    "state": ("([", "])"), "body": ("[", "]"), "event": ("{{", "}}"), "person": ("(", ")"), "group": ("[[", "]]"),
    "place": ("[/", "\\]"), "conflict": ("[\\", "/]"), "document": ("[/", "/]"), "statement": (">", "]"),
    "": ("[", "]"),
}  # fmt: skip
_CONTROL = re.compile(rf"[\x00-\x1f{MARKS}]+")
# What Mermaid or the HTML that it makes would obey, as the character codes of its own notation.
_CODES = {character: f"#{ord(character)};" for character in '#"<>&;`\\{}[]()|%*_~$@'}


def mermaid_text(picture: Picture) -> str:
    """The flowchart of a picture.

    Parameters
    ----------
    picture : Picture
        The picture.

    Returns
    -------
    str

    >>> print(mermaid_text(Picture([Node("cst", "CST", "body"), Node("end", "A <b>", "state")], [Edge("end", "cst")])))
    flowchart LR
      n_cst["CST"]:::body
      n_end(["A #60;b#62;"]):::state
      n_end --> n_cst
      classDef body fill:#FCE8C0,stroke:#8A5A00,color:#1A1A1A
      classDef state fill:#D9EAF7,stroke:#0072B2,color:#1A1A1A
    <BLANKLINE>
    """
    lines = ["flowchart LR"]
    if picture.title:
        lines = ["---", f"title: {_quoted_yaml(picture.title)}", "---", *lines]
    names = _names(picture)
    grouped = {node for group in picture.groups for node in group.nodes}
    lines += [f"  {_node(node, names)}" for node in picture.nodes if node.id not in grouped]
    by_id = {node.id: node for node in picture.nodes}
    for group in picture.groups:
        lines.append(f'  subgraph {names[group.id]}["{_text(group.label or " ")}"]')
        lines += [f"    {_node(by_id[node], names)}" for node in group.nodes if node in by_id]
        lines.append("  end")
    for edge in picture.edges:
        if edge.tail in names and edge.head in names:
            # Mermaid has tooltips for nodes only; what supports a line stands in a comment above it.
            lines += [f"  %% {_CONTROL.sub(' ', edge.tooltip)}"] if edge.tooltip else []
            lines.append(f"  {_edge(edge, names)}")
    lines += [f'  note_{number}["{_text(note)}"]' for number, note in enumerate(picture.notes, 1)]
    lines += _classes(picture)
    return "\n".join(lines) + "\n"


def _names(picture: Picture) -> dict[str, str]:
    """The name of each node and group: its id in letters that Mermaid takes, never a word of its own."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in [*(node.id for node in picture.nodes), *(group.id for group in picture.groups)]:
        base = "n_" + re.sub(r"[^A-Za-z0-9]+", "_", id_).strip("_")
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        taken.add(name)
        names[id_] = name
    return names


def _node(node: Node, names: dict[str, str]) -> str:
    left, right = _BRACKETS.get(node.kind, _BRACKETS[""])
    note = f"<br/>{_text(node.note)}" if node.note else ""
    label = "<br/>".join(map(_text, node.label.split("\n")))
    return f'{names[node.id]}{left}"{label}{note}"{right}:::{node.kind or "other"}'


def _edge(edge: Edge, names: dict[str, str]) -> str:
    label = edge.label + (f" ({edge.basis})" if edge.basis in ("planned", "drafted") else "")
    if edge.denied:
        line = "--x"
    elif edge.basis in ("derived", "planned", "drafted"):
        line = "-.->" if edge.arrow else "-.-"
    else:
        line = "-->" if edge.arrow else "---"
    label_text = f'|"{_text(label)}"|' if label else ""
    return f"{names[edge.tail]} {line}{label_text} {names[edge.head]}"


def _classes(picture: Picture) -> Iterator[str]:
    for kind in sorted({node.kind for node in picture.nodes}):
        _, fill, stroke = SHAPES.get(kind, SHAPES[""])
        yield f"  classDef {kind or 'other'} fill:{fill},stroke:{stroke},color:#1A1A1A"


def _text(text: str) -> str:
    """Text from data inside quotes: nothing in it is markup. Mermaid's parser takes no empty quotes."""
    return "".join(_CODES.get(c, c) for c in _CONTROL.sub(" ", text)) or " "


def _quoted_yaml(text: str) -> str:
    return '"' + _CONTROL.sub(" ", text).replace("\\", "\\\\").replace('"', '\\"') + '"'
