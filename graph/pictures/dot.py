"""A picture as Graphviz DOT text, with escaping that lets nothing from data through.

See https://graphviz.org/doc/info/attrs.html for the attributes.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..escaping import as_picture_text
from .legend import as_html, head_of, header
from .paper import Palette, palette
from .picture import LINE_STYLES, Edge, Group, Node, Picture, looks

__all__ = [
    "FONTS",
    "LAYOUTS",
    "Arrangement",
    "attributes_text",
    "dot_text",
    "edge_words",
    "escaped",
    "quoted",
    "wrapped",
]

LAYOUTS = ("dot", "neato", "fdp", "sfdp", "circo", "twopi")
"""Graphviz's layout engines that suit these graphs."""

FONTS = "Arial"
"""One name, as Graphviz without font libraries knows metrics by single names only; svg gets a list, see `rendering`."""

NODE_POINTS, EDGE_POINTS = 13, 13
"""Sizes of names, and of words at lines and frames, in points."""

# Characters in a line of a label; names are short, events and statements are whole phrases.
_WIDTHS = {"statement": 30, "event": 24, "document": 24, "conflict": 22}

# Graphviz's scanner refuses strings beyond 16 kB; nobody reads a tooltip of more than this.
_LONGEST = 1500


def escaped(text: str) -> str:
    r"""Text from data as the inside of a DOT string: nothing in it is markup, an escape or the end of the string.

    What XML cannot hold (control characters) and what reorders text becomes U+FFFD.

    >>> print(escaped('a "b" \\N &amp; <c>'))
    a \"b\" \\N &amp;amp; <c>
    """
    text = as_picture_text(text)
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
        # Lines of similar length: a wide last word does not leave the others ragged.
        width = max(width, min(width + 8, -(-len(text) // 4)))
    folded = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [text]
    if len(folded) > lines:
        folded = [*folded[: lines - 1], folded[lines - 1] + " …"]
    return "\n".join(folded)


@dataclass(frozen=True)
class Arrangement:
    """How closely a picture is laid out, to fit on its sheet.

    `direction` is that of layers ("LR" or "TB"), `layers` and `between` the distances of layers and of what stands in
    one, in inches; `scaling` how far the springs are stretched, as Graphviz's overlap_scaling; `tight` draws boxes
    close to their words; `narrow` wraps words sooner. `start` is where springs begin, by number; lines that are not
    `routed` around boxes are straight, which is quicker.
    """

    direction: str = "LR"
    layers: float = 1.1
    between: float = 0.16
    scaling: float = -4
    tight: bool = False
    narrow: float = 1.0
    start: int = 1
    routed: bool = True


def dot_text(
    picture: Picture,
    arrangement: Arrangement | None = None,
    *,
    bare: bool = False,
    ways: Sequence[Mapping[str, str]] | None = None,
) -> str:
    """The picture as DOT text.

    Node ids are the ids of the entities; the order of nodes and edges is the picture's, so that the same graph gives
    the same text.

    Parameters
    ----------
    picture : Picture
        The picture.
    arrangement : Arrangement or None
        How closely it is laid out; None for the usual.
    bare : bool
        Without title, notes, legend and the name of the layout, which are added when it is typeset.
    ways : sequence of mapping or None
        The place of each edge and of its words, as attributes, if they have one already.

    Returns
    -------
    str

    >>> text = dot_text(Picture([Node("cst", "CST", "body"), Node("russia", "Russia", "state")],
    ...                         [Edge("russia", "cst", basis="derived")], legend=False))
    >>> '"russia" -> "cst" [arrowhead="vee", color="#595959", penwidth="1.2", style="dashed"];' in text
    True
    """
    arrangement = arrangement or Arrangement()
    colours = palette(picture.style)
    graph = _graph_attributes(picture, arrangement)
    if bare:
        graph.pop("layout", None)
    elif head := header(picture):
        graph |= {"label": f"{_HTML}<{head}>", "labelloc": "t", "labeljust": "l", "fontsize": f"{NODE_POINTS}"}
    grouped = {node: group for group in picture.groups for node in group.nodes}
    margin = "0.06,0.03" if arrangement.tight else "0.14,0.07"
    low = ', height="0.28", width="0.4"' if arrangement.tight else ""
    lines = ["digraph blocs {", f"  graph [{attributes_text(graph)}];"]
    lines.append(
        f'  node [color="{colours.faint}", fontcolor="{colours.ink}", fontname="{FONTS}", fontsize="{NODE_POINTS}"'
        f'{low}, margin="{margin}"];'
    )
    lines.append(f'  edge [arrowsize="0.8", fontcolor="{colours.ink}", fontname="{FONTS}", fontsize="{EDGE_POINTS}"];')
    for group in picture.groups:
        lines += _group_lines(group, picture, arrangement)
    lines += [_node_line(node, picture, arrangement) for node in picture.nodes if node.id not in grouped]
    curves: Sequence[Mapping[str, str]] = ways or [{}] * len(picture.edges)
    lines += [_edge_line(edge, picture, colours, way) for edge, way in zip(picture.edges, curves, strict=True)]
    return "\n".join([*lines, "}"]) + "\n"


_ROUTED = 1200
"""With more lines than this it takes too long to lead them around boxes."""


def _graph_attributes(picture: Picture, arrangement: Arrangement) -> dict[str, str]:
    colours = palette(picture.style)
    lines = "true" if arrangement.routed and len(picture.edges) <= _ROUTED else "line"
    attributes = {"charset": "UTF-8", "fontname": FONTS, "fontcolor": colours.ink, "bgcolor": "white", "pad": "0.2"}
    attributes |= {"outputorder": "edgesfirst", "tooltip": " "}
    if picture.layout == "dot":
        attributes |= {"rankdir": arrangement.direction, "compound": "true"}
        attributes |= {"ranksep": f"{arrangement.layers:g}", "nodesep": f"{arrangement.between:g}"}
    elif picture.layout == "sfdp":
        attributes |= {"layout": "sfdp", "overlap": "prism", "overlap_scaling": f"{arrangement.scaling:g}"}
        attributes |= {"K": "1.2", "repulsiveforce": "2", "splines": lines, "sep": "+5", "esep": "+3"}
        attributes["start"] = f"{arrangement.start}"
    else:
        attributes |= {"layout": picture.layout, "overlap": "false", "splines": lines}
        attributes |= {"sep": "+14", "esep": "+6"}
        if picture.layout == "twopi":
            attributes["ranksep"] = "2.2"
    return attributes


def attributes_text(attributes: Mapping[str, str]) -> str:
    """Attributes in order of name; a value that is markup of our own begins with a marker."""
    return ", ".join(
        f"{name}={value.removeprefix(_HTML) if value.startswith(_HTML) else chr(34) + value + chr(34)}"
        for name, value in sorted(attributes.items())
    )


# Markup is marked by a character that escaped text never contains, so that no text from data is taken for it.
_HTML = "\x00"


def _node_line(node: Node, picture: Picture, arrangement: Arrangement, indent: str = "  ") -> str:
    shape, fill, line = picture.kinds.get(node.kind) or looks(picture.style)[""]
    hubs = picture.hubs or {}
    shape, *how = shape.split(",")
    styles = ["filled", *(["rounded"] if "rounded" in how else [])]
    if LINE_STYLES.get(node.basis, "solid") != "solid":
        styles.append(LINE_STYLES[node.basis])
    label = wrapped(node.label, round(_WIDTHS.get(node.kind, 18) * arrangement.narrow))
    if node.note:
        label += "\n" + wrapped(node.note, round(24 * arrangement.narrow))
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
        attributes["fontsize"] = f"{NODE_POINTS * node.size:.0f}"
    if link := _link(node.url):
        attributes["URL"] = link
    return f"{indent}{quoted(node.id)} [{attributes_text(attributes)}];"


def _link(url: str) -> str:
    """An address that a browser may open; anything else (`javascript:`) is no link."""
    return escaped(url) if re.match(r"https?://", url) and len(url) <= _LONGEST else ""


def _group_lines(group: Group, picture: Picture, arrangement: Arrangement) -> Iterator[str]:
    if group.listed:
        yield _list_line(group, picture)
        return
    colours = palette(picture.style)
    yield f"  subgraph {quoted('cluster_' + group.id)} {{"
    yield (
        f'    graph [bgcolor="{colours.ground}", color="{colours.frame}", fontcolor="{colours.faint}",'
        f' fontname="{FONTS}", fontsize="{EDGE_POINTS}",'
        f' label={quoted(group.label)}, labeljust="l", margin="10", penwidth="1",'
        f' style="rounded", tooltip={quoted(group.tooltip or group.label)}];'
    )
    inside = set(group.nodes)
    for node in picture.nodes:
        if node.id in inside:
            yield _node_line(node, picture, arrangement, "    ")
    yield "  }"


def _list_line(group: Group, picture: Picture) -> str:
    """A group as one node: a frame with the names in columns, each with its own tooltip and link."""
    colours = palette(picture.style)
    inside = set(group.nodes)
    members = [node for node in picture.nodes if node.id in inside]
    cells = [_cell(node, picture) for node in members]
    if group.more:
        more = f'<FONT COLOR="{colours.faint}">and {group.more} more</FONT>'
        cells.append(f'<TD BORDER="0" ALIGN="LEFT">{more}</TD>')
    # Where lists stand below one another, each is broad and low.
    lists = sum(other.listed for other in picture.groups)
    across = max(1, min(_COLUMNS, len(cells) if lists > _STACKED else round((len(cells) / 3) ** 0.5)))
    down = -(-len(cells) // across)
    # By columns, as one reads a list.
    rows = [cells[row::down] for row in range(down)]
    head = f'<FONT COLOR="{colours.faint}" POINT-SIZE="{EDGE_POINTS}">{as_html(group.label)}</FONT>'
    first = f'<TR><TD BORDER="0" COLSPAN="{across}" ALIGN="LEFT">{head}</TD></TR>'
    table = first + "".join(f"<TR>{''.join(row)}</TR>" for row in rows)
    attributes = {
        "label": f'{_HTML}<<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="3" CELLPADDING="3">{table}</TABLE>>',
        "shape": "box",
        "style": "rounded,filled",
        "fillcolor": colours.ground,
        "color": colours.frame,
        "margin": "0.04,0.04",
        "tooltip": quoted(group.tooltip or group.label)[1:-1],
    }
    return f"  {quoted(group.id)} [{attributes_text(attributes)}];"


_COLUMNS, _STACKED = 7, 5


def _literal(text: str) -> str:
    """Text as an attribute of a cell, where Graphviz would put names for a backslash and a letter."""
    return as_html(text).replace("\\", "\\\\")


def _cell(node: Node, picture: Picture) -> str:
    """A name in a list, in the colours of its kind."""
    shape, fill, line = picture.kinds.get(node.kind) or looks(picture.style)[""]
    # Graphviz's tables have no ellipses: what is round is round at its corners.
    style = ["rounded"] if shape == "ellipse" or "rounded" in shape else []
    style += [LINE_STYLES[node.basis]] if LINE_STYLES.get(node.basis, "solid") != "solid" else []
    attributes = {"COLOR": line, "BGCOLOR": fill, "TITLE": _literal(node.tooltip or node.label)}
    attributes |= {"STYLE": ",".join(style)} if style else {}
    # Without a link, Graphviz forgets the tooltip of a cell.
    attributes["HREF"] = _literal(node.url) if _link(node.url) else "#"
    listed = " ".join(f'{name}="{value}"' for name, value in attributes.items())
    words = "<BR/>".join(as_html(line) for line in wrapped(node.label, 22, 2).split("\n"))
    return f"<TD {listed}>{words}</TD>"


def edge_words(edge: Edge) -> str:
    """The words at an edge, in lines; what is denied says so.

    >>> edge_words(Edge("a", "b", "member of", denied=True))
    'not: member\\nof'
    """
    label = edge.label
    if edge.denied and not label.startswith(("not", "is not")):
        label = f"not: {label}" if label else "not"
    return wrapped(label, 12) if label else ""


def _edge_line(edge: Edge, picture: Picture, colours: Palette, way: Mapping[str, str]) -> str:
    attributes = dict(way) | {
        "color": colours.denied if edge.denied else edge.colour or colours.faint,
        "style": LINE_STYLES.get(edge.basis, "solid"),
        "arrowhead": head_of(edge),
    }
    attributes["penwidth"] = f"{edge.width:.3g}"
    label = edge_words(edge)
    if label:
        attributes |= {
            "label": escaped(label),
            "fontcolor": colours.denied if edge.denied else colours.ink,
        }
    if edge.tooltip:
        attributes["tooltip"] = quoted(edge.tooltip)[1:-1]
        if label:
            attributes["labeltooltip"] = attributes["tooltip"]
    if link := _link(edge.url):
        attributes["URL"] = link
    if edge.length and picture.layout == "neato":
        attributes["len"] = f"{edge.length:.3g}"
    groups = {group.id: group for group in picture.groups if not group.listed}
    ends = []
    for end, side, arrow in ((edge.tail, "ltail", "arrowtail"), (edge.head, "lhead", "arrowhead")):
        if end in groups:
            # A dot at the frame: the line is everybody's in it, not only that of who stands where it begins.
            if arrow == "arrowtail" or attributes[arrow] == "none":
                attributes |= {arrow: "dot", "dir": "both"}
            attributes[side] = escaped("cluster_" + end)
            members = groups[end].nodes
            ends.append(members[len(members) // 2])
        else:
            ends.append(end)
    return f"  {quoted(ends[0])} -> {quoted(ends[1])} [{attributes_text(attributes)}];"
