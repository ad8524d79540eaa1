"""What is drawn: nodes, edges and groups, and the shapes and colours of each kind.

Kinds differ by shape as well as by colour, facts by line style as well as by colour, so that a picture can be read
in grey and by colour-blind readers. Fills are tints of the Okabe–Ito palette under near-black text (contrast above
10:1); lines are its dark tones or Tol's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

__all__ = [
    "DENIED", "FAINT", "HUB_COLOURS", "INK", "LINE_STYLES", "SHAPES", "Edge", "Group", "Node", "Picture",
]  # fmt: skip

INK = "#1A1A1A"
FAINT = "#595959"
DENIED = "#B2182B"

SHAPES: dict[str, tuple[str, str, str]] = {
    "state": ("ellipse", "#D9EAF7", "#0072B2"),
    "body": ("box", "#FCE8C0", "#8A5A00"),
    "event": ("hexagon", "#D3F0E5", "#00735C"),
    "person": ("box,rounded", "#F6DFEC", "#8F3F6C"),
    "group": ("box,rounded,double", "#F6DFEC", "#8F3F6C"),
    "place": ("house", "#E9E6F5", "#332288"),
    "conflict": ("octagon", "#FADBD0", "#A33B00"),
    "document": ("note", "#FFFFFF", "#444444"),
    "statement": ("tab", "#FBF7C8", "#6B6100"),
    "": ("box", "#F2F2F2", "#444444"),
}
"""The shape, fill and outline of each kind."""

# One tone for each body while they can be distinguished, also by colour-blind readers, and from the red of a denial and
# the grey of other lines; then one grey for all. Of Okabe and Ito's and Tol's tones these are the furthest apart.
HUB_COLOURS = ("#0072B2", "#009E73", "#CC79A7", "#332288", "#999933")

LINE_STYLES = {"stated": "solid", "derived": "dashed", "planned": "dotted", "claimed": "solid", "drafted": "dotted"}
"""The line of each basis; what is claimed has a hollow arrow besides."""


@dataclass(frozen=True)
class Node:
    """An entity in a picture.

    `label` is what it is called and `note` a line below it in plain words (a date, a full name); `basis` draws
    the outline; `strong` marks the entity that a picture is about; `size` scales the text (1 = as usual); `double`
    gives it a second outline.
    """

    id: str
    label: str
    kind: str = ""
    note: str = ""
    basis: str = "stated"
    tooltip: str = ""
    url: str = ""
    strong: bool = False
    size: float = 1.0
    double: bool = False


@dataclass(frozen=True)
class Edge:
    """A relation in a picture, from `tail` to `head`: ids of nodes, or of groups that stand for all their nodes.

    `arrow` says that the direction matters; `meaning` is what the legend calls such an edge if it has no
    label; `width` is in points; `length` is the wished length in inches, for the layout neato.
    """

    tail: str
    head: str
    label: str = ""
    basis: str = "stated"
    denied: bool = False
    arrow: bool = True
    tooltip: str = ""
    url: str = ""
    width: float = 1.2
    meaning: str = ""
    colour: str = ""
    length: float = 0


@dataclass(frozen=True)
class Group:
    """Nodes in one frame, such as states whose memberships are alike."""

    id: str
    nodes: tuple[str, ...]
    label: str = ""
    tooltip: str = ""


@dataclass(frozen=True)
class Picture:
    """All that is drawn.

    `caption` says in words what the picture leaves out or how it was made, and `notes` what its reader has to know:
    that there is nothing to draw, or that the data say nothing of its date. `kinds` has the shape, fill and outline of
    each kind of node, and `said` what the legend says of a kind; else it names the shape.
    """

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    groups: Sequence[Group] = ()
    title: str = ""
    caption: str = ""
    notes: tuple[str, ...] = ()
    layout: str = "dot"
    legend: bool = True
    hubs: Mapping[str, str] | None = None
    kinds: Mapping[str, tuple[str, str, str]] = field(default_factory=lambda: SHAPES)
    said: Mapping[str, str] = field(default_factory=dict)
