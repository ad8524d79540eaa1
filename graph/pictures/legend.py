"""The head of a picture: its title, caption and notes, and samples of the shapes, lines and frames that occur in it.

What it says is data (`words`, `samples`). `typesetting` draws the samples as what they are; a picture that is handed
out as DOT text is laid out by somebody else, so that there the samples are cells of a table (`header`).
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from ..escaping import as_picture_text
from .paper import palette
from .picture import LINE_STYLES, Edge, Picture

__all__ = ["Sample", "Words", "as_html", "header", "samples", "words"]

TITLE, BODY, SMALL = 18, 13, 13
"""Sizes of the title, of caption and names, and of what is said beside a sample, in points."""


@dataclass(frozen=True)
class Words:
    """A paragraph of the head."""

    text: str
    points: float
    colour: str
    bold: bool = False


@dataclass(frozen=True)
class Sample:
    """One thing that the legend explains: a "node", "line" or "frame" as it is drawn, the name in it, words beside it.

    `shape` is that of a node, with the fill `fill`; `style` the dashes of a line; `head` and `tail` its ends.
    """

    what: str
    said: str
    name: str = ""
    shape: str = ""
    fill: str = ""
    colour: str = ""
    style: str = "solid"
    head: str = "none"
    tail: str = "none"
    width: float = 1.4


def words(picture: Picture) -> list[Words]:
    """Title, caption and notes."""
    colours = palette(picture.style)
    found = [
        Words(picture.title, TITLE, colours.ink, True),
        Words(picture.caption, BODY, colours.faint),
        *(Words(note, BODY, colours.ink) for note in picture.notes),
    ]
    return [paragraph for paragraph in found if paragraph.text.strip()]


def samples(picture: Picture) -> list[Sample]:
    """What the legend explains: the kinds that occur, what lines and their ends mean, what frames are."""
    return [*_kinds(picture), *_lines(picture), *_frames(picture)] if picture.legend else []


def _kinds(picture: Picture) -> Iterator[Sample]:
    present = {node.kind for node in picture.nodes}
    for kind, (shape, fill, line) in picture.kinds.items():
        if kind and kind in present:
            yield Sample("node", picture.said.get(kind, ""), kind, shape, fill, line)
    if any(node.strong for node in picture.nodes):
        yield Sample("node", "what the picture is about", " ", "box", "#FFFFFF", palette(picture.style).ink, width=3)


def head_of(edge: Edge) -> str:
    """The arrowhead of an edge, as Graphviz names it."""
    if edge.denied:
        return "tee"
    return "onormal" if edge.basis == "claimed" else "vee" if edge.arrow else "none"


def _lines(picture: Picture) -> Iterator[Sample]:
    """What an unlabelled line means, and what dashes, heads and colours say."""
    colours = palette(picture.style)
    meanings: dict[str, list[Edge]] = {}
    for edge in picture.edges:
        if edge.meaning and not edge.denied:
            meanings.setdefault(edge.meaning, []).append(edge)
    tones = False
    for meaning, edges in meanings.items():
        own = {edge.colour or colours.faint for edge in edges}
        tones |= len(own) > 1
        said = f"{meaning} (a colour for each body)" if len(own) > 1 else meaning
        yield Sample(
            "line", said, colour=own.pop() if len(own) == 1 else colours.faint, head="vee" if edges[0].arrow else "none"
        )
    bases = {edge.basis for edge in picture.edges} | {node.basis for node in picture.nodes}
    outlines = any(node.basis != "stated" for node in picture.nodes)
    for basis in ("stated", "derived", "planned", "drafted"):
        if basis in bases and (basis != "stated" or (len(bases) > 1 and not meanings)):
            said = _BASES[basis] + (" (line or outline)" if outlines and basis != "stated" else "")
            yield Sample("line", said, colour=colours.faint, style=LINE_STYLES[basis], head=_usual_head(picture, basis))
    if any(edge.basis == "claimed" for edge in picture.edges):
        yield Sample("line", "claimed by somebody", colour=colours.faint, head="onormal")
    if any(edge.denied for edge in picture.edges):
        yield Sample("line", "denied: it is not so", colour=colours.denied, head="tee")
    if picture.hubs and not tones and any(node.id in picture.hubs for node in picture.nodes):
        yield Sample("line", "a body and its members have one colour", colour=next(iter(picture.hubs.values())))


_BASES = {
    "stated": "stated",
    "derived": "derived by a rule",
    "planned": "planned",
    "drafted": "drafted, reviewed by nobody",
}


def _usual_head(picture: Picture, basis: str) -> str:
    heads = [head_of(edge) for edge in picture.edges if edge.basis == basis and not edge.denied]
    return max(set(heads), key=heads.count) if heads else "none"


def _frames(picture: Picture) -> Iterator[Sample]:
    if picture.groups:
        frames = {group.id for group in picture.groups}
        lines = [edge for edge in picture.edges if edge.tail in frames or edge.head in frames]
        said = picture.framed or "alike in what is drawn"
        if lines:
            said += "; a line at the frame is one for each of them"
        yield Sample("frame", said, colour=palette(picture.style).frame, fill=palette(picture.style).ground)


# The same as markup of Graphviz


def as_html(text: str) -> str:
    """Text from data inside Graphviz's markup."""
    # Graphviz takes a "]" before a tag for the beginning of the end of a CDATA section.
    return html.escape(" ".join(as_picture_text(text).split())[:600], quote=True).replace("]", "&#93;")


def header(picture: Picture) -> str:
    """Title, caption, notes and legend as one table in Graphviz's HTML; empty if there is nothing to say."""
    rows = []
    for paragraph in words(picture):
        mark = ("<B>", "</B>") if paragraph.bold else ("", "")
        for line in textwrap.wrap(paragraph.text, 90):
            font = f'<FONT COLOR="{paragraph.colour}" POINT-SIZE="{paragraph.points:.0f}">'
            rows.append(_row(f"{font}{mark[0]}{as_html(line)}{mark[1]}</FONT>"))
    cells: list[str] = []
    for sample in samples(picture):
        cells.append(_cells(sample, palette(picture.style).faint))
    each = 1 if picture.said else 4  # words take more room than names
    for start in range(0, len(cells), each):
        table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3"><TR>'
        rows.append(_row(table + "".join(cells[start : start + each]) + _FILLERS + "</TR></TABLE>"))
    if not rows:
        return ""
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(rows)}</TABLE>'


# Graphviz spreads the width of the widest row over the cells of the others; empty cells take most of it up.
_FILLERS = "<TD></TD>" * 10


def _row(content: str) -> str:
    return f'<TR><TD ALIGN="LEFT">{content}</TD></TR>'


_SHAPE_WORDS = {
    "box": "box",
    "box,rounded": "rounded box",
    "box,rounded,double": "double rounded box",
    "tab": "tabbed box",
    "note": "sheet",
    "plaintext": "no outline",
}

_HEAD_WORDS = {"tee": "bar at the end", "onormal": "hollow arrow"}


def _cells(sample: Sample, faint: str) -> str:
    """A sample as two cells of a table: its colours, and its words with the name of the shape or end."""
    if sample.what == "line":
        ends = f" ({_HEAD_WORDS[sample.head]})" if sample.head in _HEAD_WORDS else ""
        line = (
            '<TD><TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
            f'<TR><TD BORDER="2" SIDES="B" COLOR="{sample.colour}" STYLE="{sample.style}" WIDTH="34" HEIGHT="6"></TD>'
            '</TR><TR><TD HEIGHT="6"></TD></TR></TABLE></TD>'
        )
        return f'{line}<TD ALIGN="LEFT"><FONT POINT-SIZE="{SMALL}">{as_html(sample.said + ends)}   </FONT></TD>'
    shape = _SHAPE_WORDS.get(sample.shape, sample.shape)
    said = " ".join(filter(None, (sample.said, f"({shape})" if sample.said and shape else shape)))
    style = ' STYLE="rounded"' if sample.shape == "ellipse" or "rounded" in sample.shape or not shape else ""
    name = sample.name.strip() or ("frame" if sample.what == "frame" else "bold")
    border = 3 if sample.width > 2 else 1
    return (
        f'<TD BORDER="{border}" COLOR="{sample.colour}" BGCOLOR="{sample.fill}"{style}>'
        f'<FONT POINT-SIZE="{BODY}">{as_html(name)}</FONT></TD>'
        f'<TD ALIGN="LEFT"><FONT COLOR="{faint}" POINT-SIZE="{SMALL}"> {as_html(said)}   </FONT></TD>'
    )
