"""The head of a picture: its title, caption and notes, and a legend of the shapes and lines that occur in it."""

from __future__ import annotations

import html
import textwrap
from math import sqrt

from ..escaping import as_picture_text
from .picture import DENIED, FAINT, INK, LINE_STYLES, Picture

__all__ = ["header"]

_SHAPE_WORDS = {
    "box": "box",
    "box,rounded": "rounded box",
    "box,rounded,double": "double rounded box",
    "tab": "tabbed box",
    "note": "sheet",
    "plaintext": "no outline",
}


def header(picture: Picture) -> str:
    """Title, caption, notes and legend as one table in Graphviz's HTML; empty if there is nothing to say."""
    rows = []
    # Where a picture is large, it is looked at from further away.
    scale = min(4.0, max(1.0, sqrt(len(picture.nodes) / 25)))
    if title := _text(picture.title):
        rows.append(f'<FONT POINT-SIZE="{18 * scale:.0f}"><B>{title}</B></FONT>')
    for words, colour in ((picture.caption, FAINT), *((note, INK) for note in picture.notes)):
        lines = textwrap.wrap(words, 90)
        rows += [f'<FONT COLOR="{colour}" POINT-SIZE="{13 * scale:.0f}">{_text(line)}</FONT>' for line in lines]
    cells = [_row(row) for row in rows]
    if picture.legend:
        for entries in (_kind_entries(picture, scale), _edge_entries(picture, scale)):
            each = 1 if picture.said else 5  # words take more room than the names of shapes
            for start in range(0, len(entries), each):
                table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="3"><TR>'
                cells.append(_row(table + "".join(entries[start : start + each]) + _FILLERS + "</TR></TABLE>"))
    if not cells:
        return ""
    return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{"".join(cells)}</TABLE>'


# Graphviz spreads the width of the widest row over the cells of the others; empty cells take most of it up.
_FILLERS = "<TD></TD>" * 10


def _row(content: str) -> str:
    return f'<TR><TD ALIGN="LEFT">{content}</TD></TR>'


def _text(text: str) -> str:
    # Graphviz takes a "]" before a tag for the beginning of the end of a CDATA section.
    return html.escape(" ".join(as_picture_text(text).split())[:300], quote=True).replace("]", "&#93;")


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
    """The kinds of edges that occur: what an unlabelled one means, and what line styles say."""
    meanings: dict[str, str] = {}
    for edge in picture.edges:
        if edge.meaning and not edge.denied:
            # A meaning whose edges differ in colour (one for each body) is shown in grey.
            known = meanings.setdefault(edge.meaning, edge.colour or FAINT)
            meanings[edge.meaning] = known if known == (edge.colour or FAINT) else FAINT
    entries = [_line_entry("solid", colour, meaning, scale) for meaning, colour in meanings.items()]
    bases = {e.basis for e in picture.edges} | {n.basis for n in picture.nodes}
    for basis in ("stated", "derived", "planned", "drafted"):
        if basis in bases and (basis != "stated" or (len(bases) > 1 and not meanings)):
            entries.append(_line_entry(LINE_STYLES[basis], FAINT, basis, scale))
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
