"""A picture as Graphviz DOT text, with escaping that lets nothing from data through.

See https://graphviz.org/doc/info/attrs.html for the attributes.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping

from ..escaping import as_picture_text
from .legend import header
from .picture import DENIED, FAINT, INK, LINE_STYLES, SHAPES, Edge, Group, Node, Picture

__all__ = ["LAYOUTS", "dot_text", "escaped", "quoted", "wrapped"]

LAYOUTS = ("dot", "neato", "fdp", "sfdp", "circo", "twopi")
"""Graphviz's layout engines that suit these graphs."""

# One name, as Graphviz without font libraries knows metrics by single names only; svg gets a list, see `rendering`.
FONTS = "Arial"

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


def dot_text(picture: Picture) -> str:
    """The picture as DOT text.

    Node ids are the ids of the entities; the order of nodes and edges is the picture's, so that the same graph gives
    the same text.

    Parameters
    ----------
    picture : Picture
        The picture.

    Returns
    -------
    str

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
    if head := header(picture):
        attributes |= {"label": f"{_HTML}<{head}>", "labelloc": "t", "labeljust": "l", "fontsize": "13"}
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
    if LINE_STYLES.get(node.basis, "solid") != "solid":
        styles.append(LINE_STYLES[node.basis])
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
    attributes = {
        "color": DENIED if edge.denied else edge.colour or FAINT,
        "style": LINE_STYLES.get(edge.basis, "solid"),
    }
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
