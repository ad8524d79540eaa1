"""What is drawn: nodes, edges and groups, and the shapes and colours of each kind.

Kinds differ by shape as well as by colour, facts by line style as well as by colour, so that a picture can be read
in grey and by colour-blind readers. The colours are those of `paper`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from .paper import palette

__all__ = [
    "DENIED", "FAINT", "HUB_COLOURS", "INK", "LINE_STYLES", "SHAPES", "Edge", "Group", "Node", "Picture", "looks",
]  # fmt: skip

_FORMS = {
    "state": "ellipse",
    "body": "box",
    "event": "hexagon",
    "person": "box,rounded",
    "group": "box,rounded,double",
    "place": "house",
    "conflict": "octagon",
    "document": "note",
    "statement": "tab",
    "": "box",
}


def looks(style: str = "screen") -> dict[str, tuple[str, str, str]]:
    """The shape, fill and outline of each kind in a style.

    >>> looks("print")["state"]
    ('ellipse', '#FFFFFF', '#000000')
    """
    return {kind: (form, *palette(style).kinds[kind]) for kind, form in _FORMS.items()}


SHAPES = looks()
"""The shape, fill and outline of each kind on the screen."""

INK, FAINT, DENIED = palette("screen").ink, palette("screen").faint, palette("screen").denied

HUB_COLOURS = palette("screen").series
"""One tone for each body while they can be distinguished; then one grey for all."""

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
    """Nodes in one frame, such as states whose memberships are alike.

    Those of a `listed` group are drawn as a list of names in columns, which takes less room; `more` says how many
    others there are that it does not name.
    """

    id: str
    nodes: tuple[str, ...]
    label: str = ""
    tooltip: str = ""
    listed: bool = False
    more: int = 0


@dataclass(frozen=True)
class Picture:
    """All that is drawn.

    `caption` says in words what the picture leaves out or how it was made, and `notes` what its reader has to know:
    that there is nothing to draw, or that the data say nothing of its date; what is `beside` the picture is for who
    makes it. `kinds` has the shape, fill and outline of each kind of node, and `said` what the legend says of a kind.
    `style` and `size` are those of `paper`; `framed` is what the legend says of frames.
    """

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    groups: Sequence[Group] = ()
    title: str = ""
    caption: str = ""
    notes: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    layout: str = "dot"
    legend: bool = True
    hubs: Mapping[str, str] | None = None
    kinds: Mapping[str, tuple[str, str, str]] = field(default_factory=lambda: SHAPES)
    said: Mapping[str, str] = field(default_factory=dict)
    style: str = "screen"
    size: str = "auto"
    framed: str = ""
