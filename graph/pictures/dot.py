"""A picture of a graph as Graphviz DOT text: shapes, colours and line styles, and escaping that lets no data through.

Kinds differ by shape as well as by colour, facts by line style as well as by colour, so that a picture can be read
in grey and by colour-blind readers. Fills are tints of the Okabe–Ito palette under near-black text (contrast above
10:1); lines are its dark tones or Tol's. See https://graphviz.org/doc/info/attrs.html for the attributes.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

__all__ = ["LAYOUTS", "SHAPES", "Edge", "Group", "Node", "Picture", "dot_text", "escaped", "quoted", "wrapped"]

LAYOUTS = ("dot", "neato", "fdp", "sfdp", "circo", "twopi")
"""Graphviz's layout engines that suit these graphs."""

# One name, as Graphviz without font libraries knows metrics by single names only; svg gets a list, see `rendering`.
FONTS = "Arial"
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

_SHAPE_WORDS = {
    "box": "box",
    "box,rounded": "rounded box",
    "box,rounded,double": "double rounded box",
    "tab": "tabbed box",
    "note": "sheet",
    "plaintext": "no outline",
}

# One tone for each body while they can be told apart, also by colour-blind readers, and from the red of a denial and
# the grey of other lines; then one grey for all. Of Okabe and Ito's and Tol's tones these are the furthest apart.
HUB_COLOURS = ("#0072B2", "#009E73", "#CC79A7", "#332288", "#999933")

# Characters in a line of a label; names are short, events and statements are whole phrases.
_WIDTHS = {"statement": 30, "event": 24, "document": 24, "conflict": 22}

_STYLES = {"stated": "solid", "derived": "dashed", "planned": "dotted", "claimed": "solid"}
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff￾￿]")

# Graphviz's scanner refuses strings beyond 16 kB; nobody reads a tooltip of more than this.
_LONGEST = 1500


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

    `arrow` says that the direction matters; `meaning` is what the legend calls such an edge where it bears no
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

    `caption` says in words what the picture leaves out or how it was made. `kinds` has the shape, fill and outline of
    each kind of node, and `said` what the legend says of a kind; else it names the shape.
    """

    nodes: Sequence[Node]
    edges: Sequence[Edge]
    groups: Sequence[Group] = ()
    title: str = ""
    caption: str = ""
    layout: str = "dot"
    legend: bool = True
    hubs: Mapping[str, str] | None = None
    kinds: Mapping[str, tuple[str, str, str]] = field(default_factory=lambda: SHAPES)
    said: Mapping[str, str] = field(default_factory=dict)


def escaped(text: str) -> str:
    r"""Text from data as the inside of a DOT string: nothing in it is markup, an escape or the end of the string.

    What XML cannot hold (control characters) and what reorders text becomes U+FFFD.

    >>> print(escaped('a "b" \\N &amp; <c>'))
    a \"b\" \\N &amp;amp; <c>
    """
    text = _NO_XML.sub("�", text)
    text = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n").replace("\t", " ")


def quoted(text: str, longest: int = _LONGEST) -> str:
    """Text as a DOT string, shortened to `longest` characters.

    >>> quoted("x", 3), quoted("abcdef", 3)
    ('"x"', '"ab…"')
    """
    return f'"{escaped(text if len(text) <= longest else text[: longest - 1] + "…")}"'


def wrapped(text: str, width: int = 18, lines: int = 6) -> str:
    r"""Text in lines of about `width` characters, at most `lines` of them; words are never broken.

    >>> wrapped("meeting of the Council in Baku", 16)
    'meeting of the\nCouncil in Baku'
    """
    text = " ".join(text.split())
    if len(text) > width * 2:
        # Lines of like length: a wide last word does not leave the others ragged.
        width = max(width, min(width + 8, -(-len(text) // 4)))
    folded = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [text]
    if len(folded) > lines:
        folded = [*folded[: lines - 1], folded[lines - 1] + " …"]
    return "\n".join(folded)


def dot_text(picture: Picture) -> str:
    """The picture as DOT text.

    Node ids are the ids of the entities; the order of nodes and edges is the picture's, so that the same graph
    gives the same text.

    >>> text = dot_text(Picture([Node("cst", "CST", "body"), Node("russia", "Russia", "state")],
    ...                         [Edge("russia", "cst", basis="derived")], legend=False))
    >>> '"russia" -> "cst" [arrowhead="vee", color="#595959", penwidth="1.2", style="dashed"];' in text
    True
    """
    grouped = {node: group for group in picture.groups for node in group.nodes}
    lines = ["digraph blocs {", f"  graph [{_attributes(_graph_attributes(picture))}];"]
    lines.append(f'  node [color="{FAINT}", fontcolor="{INK}", fontname="{FONTS}", fontsize="13", margin="0.14,0.07"];')
    lines.append(f'  edge [arrowsize="0.8", fontcolor="{INK}", fontname="{FONTS}", fontsize="11"];')
    for group in picture.groups:
        lines += _group_lines(group, picture)
    lines += [_node_line(node, picture) for node in picture.nodes if node.id not in grouped]
    lines += [_edge_line(edge, picture) for edge in picture.edges]
    return "\n".join([*lines, "}"]) + "\n"


def _graph_attributes(picture: Picture) -> dict[str, str]:
    many = len(picture.edges) > 400
    attributes = {"charset": "UTF-8", "fontname": FONTS, "fontcolor": INK, "bgcolor": "white", "pad": "0.2"}
    attributes |= {"outputorder": "edgesfirst", "tooltip": " "}
    if picture.layout == "dot":
        attributes |= {"rankdir": "LR", "compound": "true", "ranksep": "1.1", "nodesep": "0.16"}
    elif picture.layout == "sfdp":
        attributes |= {"layout": "sfdp", "overlap": "prism", "overlap_scaling": "-5", "K": "1.2", "repulsiveforce": "2"}
        attributes["splines"] = "line" if many else "true"
    else:
        attributes |= {"layout": picture.layout, "overlap": "false", "splines": "line" if many else "true"}
        attributes |= {"sep": "+14", "esep": "+6"}
        if picture.layout == "twopi":
            attributes["ranksep"] = "2.2"
    header = _header(picture)
    if header:
        attributes |= {"label": header, "labelloc": "t", "labeljust": "l", "fontsize": "13"}
    return attributes


def _attributes(attributes: Mapping[str, str]) -> str:
    """Attributes in order of name; a value that is markup of our own begins with a marker."""
    return ", ".join(
        f"{name}={value.removeprefix(_HTML) if value.startswith(_HTML) else chr(34) + value + chr(34)}"
        for name, value in sorted(attributes.items())
    )


# Markup is marked by a character that escaped text never contains, so that no text from data is taken for it.
_HTML = "\x00"


def _node_line(node: Node, picture: Picture, indent: str = "  ") -> str:
    shape, fill, line = picture.kinds.get(node.kind, SHAPES[""])
    hubs = picture.hubs or {}
    shape, *how = shape.split(",")
    styles = ["filled", *(["rounded"] if "rounded" in how else [])]
    if _STYLES.get(node.basis, "solid") != "solid":
        styles.append(_STYLES[node.basis])
    label = wrapped(node.label, _WIDTHS.get(node.kind, 18))
    if node.note:
        label += "\n" + wrapped(node.note, 24)
    attributes = {
        "label": escaped(label),
        "shape": shape,
        "style": ",".join(styles),
        "fillcolor": fill,
        "color": hubs.get(node.id, line),
        "penwidth": "3" if node.strong else "2.2" if node.double else "1.8" if node.id in hubs else "1.2",
        "tooltip": quoted(node.tooltip or node.label)[1:-1],
    }
    if "double" in how or node.double:
        attributes["peripheries"] = "2"
    if node.size != 1:
        attributes["fontsize"] = f"{13 * node.size:.0f}"
    if link := _link(node.url):
        attributes["URL"] = link
    return f"{indent}{quoted(node.id)} [{_attributes(attributes)}];"


def _link(url: str) -> str:
    """An address that a browser may open; anything else (`javascript:`) is no link."""
    return escaped(url) if re.match(r"https?://", url) and len(url) <= _LONGEST else ""


def _group_lines(group: Group, picture: Picture) -> Iterator[str]:
    yield f"  subgraph {quoted('cluster_' + group.id)} {{"
    yield (
        f'    graph [bgcolor="#F7F7F7", color="#8C8C8C", fontcolor="{FAINT}", fontsize="11",'
        f' label={quoted(group.label)}, labeljust="l", margin="10", penwidth="1",'
        f' style="rounded", tooltip={quoted(group.tooltip or group.label)}];'
    )
    inside = set(group.nodes)
    for node in picture.nodes:
        if node.id in inside:
            yield _node_line(node, picture, "    ")
    columns = -(-len(group.nodes) // 8)
    for row in range(-(-len(group.nodes) // columns) if columns > 1 else 0):
        chain = group.nodes[row * columns : (row + 1) * columns]
        yield f"    {' -> '.join(map(quoted, chain))} [style=invis];"
    yield "  }"


def _edge_line(edge: Edge, picture: Picture) -> str:
    attributes = {"color": DENIED if edge.denied else edge.colour or FAINT, "style": _STYLES.get(edge.basis, "solid")}
    attributes["arrowhead"] = (
        "tee" if edge.denied else "onormal" if edge.basis == "claimed" else "vee" if edge.arrow else "none"
    )
    attributes["penwidth"] = f"{edge.width:.3g}"
    label = f"not: {edge.label}" if edge.denied and not edge.label.startswith(("not", "is not")) else edge.label
    if edge.denied and not edge.label:
        label = "not"
    if label:
        attributes |= {"label": escaped(wrapped(label, 16)), "fontcolor": DENIED if edge.denied else INK}
    if edge.tooltip:
        attributes["tooltip"] = quoted(edge.tooltip)[1:-1]
        if label:
            attributes["labeltooltip"] = attributes["tooltip"]
    if link := _link(edge.url):
        attributes["URL"] = link
    if edge.length and picture.layout == "neato":
        attributes["len"] = f"{edge.length:.3g}"
    groups = {group.id: group for group in picture.groups}
    ends = []
    for end, side in ((edge.tail, "ltail"), (edge.head, "lhead")):
        if end in groups:
            attributes[side] = escaped("cluster_" + end)
            members = groups[end].nodes
            ends.append(members[len(members) // 2])
        else:
            ends.append(end)
    return f"  {quoted(ends[0])} -> {quoted(ends[1])} [{_attributes(attributes)}];"


def _header(picture: Picture) -> str:
    """Title, caption and legend as one table above the picture; empty where there is none of them."""
    rows = []
    # Where a picture is large, it is looked at from further away.
    scale = min(4.0, max(1.0, sqrt(len(picture.nodes) / 25)))
    if title := _text(picture.title):
        rows.append(f'<FONT POINT-SIZE="{18 * scale:.0f}"><B>{title}</B></FONT>')
    if picture.caption:
        lines = textwrap.wrap(picture.caption, 90)
        rows += [f'<FONT COLOR="{FAINT}" POINT-SIZE="{13 * scale:.0f}">{_text(line)}</FONT>' for line in lines]
    cells = [_row(row) for row in rows]
    if picture.legend:
        for entries in (_kind_entries(picture, scale), _edge_entries(picture, scale)):
            each = 1 if picture.said else 5  # words take more room than the names of shapes
            for start in range(0, len(entries), each):
                table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3"><TR>'
                cells.append(_row(table + "".join(entries[start : start + each]) + _FILLERS + "</TR></TABLE>"))
    if not cells:
        return ""
    return f'{_HTML}<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(cells)}</TABLE>>'


# Graphviz spreads the width of the widest row over the cells of the others; empty cells take most of it up.
_FILLERS = "<TD></TD>" * 10


def _row(content: str) -> str:
    return f'<TR><TD ALIGN="LEFT">{content}</TD></TR>'


def _text(text: str) -> str:
    # Graphviz takes a "]" before a tag for the beginning of the end of a CDATA section.
    return html.escape(" ".join(_NO_XML.sub("�", text).split())[:300], quote=True).replace("]", "&#93;")


def _kind_entries(picture: Picture, scale: float) -> list[str]:
    """The kinds that occur, each in its colours, with the name of its shape."""
    present = {node.kind for node in picture.nodes}
    entries = []
    for kind, (shape, fill, line) in picture.kinds.items():
        if kind and kind in present:
            name = _SHAPE_WORDS.get(shape, shape)
            words = f"{picture.said[kind]} ({name})" if kind in picture.said else name
            style = ' STYLE="rounded"' if shape == "ellipse" or "rounded" in shape else ""
            entries.append(
                f'<TD BORDER="1" COLOR="{line}" BGCOLOR="{fill}"{style}>'
                f'<FONT POINT-SIZE="{13 * scale:.0f}">{_text(kind)}</FONT></TD>'
                f'<TD ALIGN="LEFT"><FONT COLOR="{FAINT}" POINT-SIZE="{11 * scale:.0f}"> {_text(words)}   </FONT></TD>'
            )
    return entries


def _edge_entries(picture: Picture, scale: float) -> list[str]:
    """The sorts of edges that occur: what an unlabelled one means, and what line styles say."""
    meanings: dict[str, str] = {}
    for edge in picture.edges:
        if edge.meaning and not edge.denied:
            # A meaning whose edges differ in colour (one for each body) is shown in grey.
            known = meanings.setdefault(edge.meaning, edge.colour or FAINT)
            meanings[edge.meaning] = known if known == (edge.colour or FAINT) else FAINT
    entries = [_line_entry("solid", colour, meaning, scale) for meaning, colour in meanings.items()]
    bases = {e.basis for e in picture.edges} | {n.basis for n in picture.nodes}
    for basis in ("stated", "derived", "planned"):
        if basis in bases and (basis != "stated" or (len(bases) > 1 and not meanings)):
            entries.append(_line_entry(_STYLES[basis], FAINT, basis, scale))
    if any(edge.basis == "claimed" for edge in picture.edges):
        entries.append(_line_entry("solid", FAINT, "claimed: hollow arrow", scale))
    if any(edge.denied for edge in picture.edges):
        entries.append(_line_entry("solid", DENIED, "denied: bar at the end", scale))
    return entries


def _line_entry(style: str, colour: str, words: str, scale: float) -> str:
    """A sample of a line: the upper border of a cell, with the words beside it."""
    sample = (
        '<TD><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
        f'<TR><TD BORDER="2" SIDES="B" COLOR="{colour}" STYLE="{style}" WIDTH="34" HEIGHT="6"></TD></TR>'
        '<TR><TD HEIGHT="6"></TD></TR></TABLE></TD>'
    )
    return f'{sample}<TD ALIGN="LEFT"><FONT POINT-SIZE="{11 * scale:.0f}">{_text(words)}   </FONT></TD>'
