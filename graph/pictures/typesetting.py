"""A picture set out on its sheet: laid out by Graphviz, then its head and the legend's samples drawn above it.

Graphviz can mix a drawing with a table, but no table has its shapes, arrowheads and frames. So a picture is laid out
alone first, in the arrangement in which it can be read on its sheet; then the samples are added as nodes, lines and
frames with places, and Graphviz draws everything where it stands (neato -n2).
"""

from __future__ import annotations

import json
import re
import textwrap
from dataclasses import dataclass, replace
from math import cos, dist, sin, tau
from typing import Any, NamedTuple

from .curving import Curve, curves, places_of_words
from .dot import EDGE_POINTS, FONTS, NODE_POINTS, Arrangement, attributes_text, dot_text, edge_words, escaped, quoted
from .legend import SMALL, Sample, Words, as_html, head_of, samples, words
from .paper import LEAST_POINTS, Sheet, palette, sheet
from .picture import Edge, Picture
from .rendering import PICTURES, laid_out, programs, render
from .spreading import Place, spread

__all__ = ["Typeset", "typeset"]


class Typeset(NamedTuple):
    """A picture as the bytes of a file, and what to say beside it."""

    content: bytes
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Laid:
    """A picture that has been laid out: its DOT text with places, its box, and how it fits on its sheet."""

    text: str
    left: float
    low: float
    width: float
    height: float
    fit: float
    least: float


def typeset(picture: Picture, form: str, *, timeout: float = 120) -> Typeset:
    """Draw a picture with its legend, on the sheet that it is for.

    Parameters
    ----------
    picture : Picture
        The picture.
    form : str
        One of `rendering.PICTURES`.
    timeout : float
        The seconds that each step may take.

    Returns
    -------
    Typeset
        The file, and what to say beside it: that words are too small to be read on its sheet, or what is left out.

    Raises
    ------
    InvalidRequest
        If there is no such format or size.
    OperationFailed
        If no program that draws it is installed, or it takes too long.

    >>> from .picture import Node
    >>> typeset(Picture([Node("a", "A", "state")], []), "svg").content[:5]
    b'<?xml'
    """
    paper = sheet(picture.size)
    if form not in PICTURES or not programs():
        return Typeset(render("digraph {}", form))  # says what is wrong
    laid = _best(picture, paper, timeout)
    text, width, height = _with_head(laid, picture, paper)
    page = _page(picture, paper, width, height)
    content = render(text, form, timeout=timeout, placed=True, page=page)
    return Typeset(content, (*picture.beside, *_too_small(picture, laid, paper)))


def _too_small(picture: Picture, laid: _Laid, paper: Sheet) -> tuple[str, ...]:
    if _is_readable(laid, 0.05):
        return ()
    where = {"a4": "On A4", "slide": "On a slide", "column": "In a column"}[paper.name]
    return (
        f"{where} the smallest words of this picture have {laid.least * laid.fit:.1f} points;"
        " draw less: --focus, --only, or --threshold.",
    )


# Layouts


def _best(picture: Picture, paper: Sheet, timeout: float) -> _Laid:
    """The first arrangement in which every word can be read on the sheet; else the one that comes nearest."""
    best: tuple[_Laid, _Way] | None = None
    for way in _ways(picture):
        laid = _laid(picture, way, paper, timeout, routed=picture.layout == "dot")
        if _is_readable(laid) and picture.layout != "dot":
            # Lines that go around boxes may need more room than straight ones.
            laid = _laid(picture, way, paper, timeout, routed=True)
        if _is_readable(laid):
            return laid
        if best is None or laid.fit > best[0].fit:
            best = laid, way
    assert best is not None
    return best[0] if picture.layout == "dot" else _laid(picture, best[1], paper, timeout, routed=True)


def _is_readable(laid: _Laid, slack: float = 0) -> bool:
    return laid.least * laid.fit >= LEAST_POINTS - slack


class _Way(NamedTuple):
    """An arrangement, and how far it is spread over the sheet (see `spreading`); None for not at all.

    It is spread over so much of the sheet's height and width: moving boxes apart takes the rest, and lines around them.
    """

    arrangement: Arrangement
    share: float | None = None
    taken: float = 0.93


def _ways(picture: Picture) -> list[_Way]:
    """Ways to lay a picture out, from the airiest to the closest."""
    if picture.layout == "dot":
        return [
            _Way(Arrangement()),
            _Way(Arrangement(layers=0.6)),
            _Way(Arrangement(layers=0.45, between=0.1, tight=True)),
            _Way(Arrangement(direction="TB", layers=0.5, between=0.1)),
            _Way(Arrangement(layers=0.3, between=0.06, tight=True, narrow=0.7)),
            _Way(Arrangement(layers=0.2, between=0.04, tight=True, narrow=1.2)),
            _Way(Arrangement(layers=0.2, between=0.04, tight=True, narrow=0.85)),
            _Way(Arrangement(layers=0.2, between=0.04, tight=True, narrow=0.55)),
            _Way(Arrangement(direction="TB", layers=0.35, between=0.06, tight=True, narrow=0.7)),
            _Way(Arrangement(layers=0.12, between=0.03, tight=True, narrow=0.45)),
        ]
    close = Arrangement(scaling=-1.2, tight=True, narrow=0.7)
    shares = [_Way(close, share) for share in (0.5, 0.65, 0.8, 1.0)] + [_Way(close, 1.0, part) for part in (0.86, 0.8)]
    if picture.layout == "sfdp":
        return [_Way(Arrangement(scaling=-3)), _Way(close), *shares]
    return [_Way(Arrangement()), _Way(Arrangement(tight=True)), *shares]


def _laid(picture: Picture, way: _Way, paper: Sheet, timeout: float, *, routed: bool) -> _Laid:
    """A picture laid out in a way; lines that are not `routed` are straight, which is quicker."""
    arced = routed and picture.layout != "dot" and bool(picture.edges)
    text = dot_text(picture, replace(way.arrangement, routed=routed and not arced), bare=True)
    layout = picture.layout
    if way.share is not None:
        straight = dot_text(picture, replace(way.arrangement, routed=False), bare=True)
        places = _places(laid_out(straight, layout, timeout=timeout, form="json0"))
        width, height = _room_below_head(picture, paper)
        text = _and(
            text,
            [
                f'  {quoted(place.name)} [pos="{place.x:.1f},{place.y:.1f}"];'
                for place in spread(places, width * way.taken, height * way.taken, way.share)
            ],
        )
        layout = "neato"
    if arced:
        found = laid_out(text, layout, timeout=timeout, placed=way.share is not None, form="json")
        return _with_arcs(picture, way, paper, json.loads(found).get("objects", []))
    return _measured(laid_out(text, layout, timeout=timeout, placed=way.share is not None), picture, paper)


def _and(text: str, lines: list[str]) -> str:
    """DOT text with more lines."""
    body = text.rstrip()
    return "\n".join([body[: body.rindex("}")].rstrip(), *lines, "}"]) + "\n"


def _with_arcs(picture: Picture, way: _Way, paper: Sheet, boxes: list[dict[str, Any]]) -> _Laid:
    """A picture whose boxes have their places, with arcs between them."""
    outlines = {box["name"]: _outline(box) for box in boxes if "pos" in box}
    lines = curves(outlines, [(edge.tail, edge.head) for edge in picture.edges])
    middles = places_of_words(outlines, lines, [_extent(edge_words(edge)) for edge in picture.edges])
    ways = [
        _spline(line, edge) | {"lp": f"{x:.1f},{y:.1f}"}
        for line, edge, (x, y) in zip(lines, picture.edges, middles, strict=True)
    ]
    places = [f'  {quoted(box["name"])} [pos="{box["pos"]}"];' for box in boxes if "pos" in box]
    points = [point for outline in outlines.values() for point in outline] + [p for line in lines for p in line]
    xs, ys = zip(*points, strict=True)
    low, left = min(ys), min(xs)
    laid = _Laid(
        _and(dot_text(picture, way.arrangement, bare=True, ways=ways), places),
        left,
        low,
        max(xs) - left,
        max(ys) - low,
        1,
        _least(picture),
    )
    _, width, height = _with_head(laid, picture, paper)
    return replace(laid, fit=_fit(width, height, paper))


def _spline(curve: Curve, edge: Edge) -> dict[str, str]:
    """A curve as Graphviz writes it: the tip of its arrowhead first, then its points."""
    points, tip = list(curve), ""
    back = _HEADS.get(head_of(edge), 8)
    if back:
        (x, y), (cx, cy) = points[-1], points[-2]
        away = max(1.0, dist(points[-1], points[-2]))
        tip = f"e,{x:.1f},{y:.1f} "
        points[-1] = x + (cx - x) / away * back, y + (cy - y) / away * back
    return {"pos": tip + " ".join(f"{x:.1f},{y:.1f}" for x, y in points)}


def _extent(words: str) -> tuple[float, float]:
    """About how much room the words at a line take; none if there are none."""
    lines = words.split("\n") if words else []
    return max((_width(line, EDGE_POINTS) for line in lines), default=0), 1.2 * EDGE_POINTS * len(lines)


def _outline(item: dict[str, Any]) -> list[tuple[float, float]]:
    """The outermost outline of a box, from Graphviz's JSON."""
    outlines = []
    for drawn in item.get("_draw_", ()):
        if drawn["op"] in "eE":
            x, y, rx, ry = drawn["rect"]
            turn = [tau * k / 24 for k in range(24)]
            outlines.append([(x + rx * cos(t), y + ry * sin(t)) for t in turn])
        elif drawn["op"] in "pPbB":
            outlines.append([(x, y) for x, y in drawn["points"]])
    if not outlines:  # no outline: its box
        x, y = map(float, item["pos"].split(","))
        wide, high = float(item["width"]) * 36, float(item["height"]) * 36
        return [(x - wide, y - high), (x + wide, y - high), (x + wide, y + high), (x - wide, y + high)]
    return max(outlines, key=lambda points: max(x for x, _ in points) - min(x for x, _ in points))


def _places(text: str) -> list[Place]:
    """Where Graphviz has put the boxes, from its JSON."""
    places = []
    for item in json.loads(text).get("objects", ()):
        if "pos" in item:
            x, y = map(float, item["pos"].split(","))
            places.append(Place(item["name"], x, y, float(item["width"]) * 72, float(item["height"]) * 72))
    return places


def _room_below_head(picture: Picture, paper: Sheet) -> tuple[float, float]:
    """Width and height below the head of a picture whose smallest words have the least size on the sheet."""
    scale = _least(picture) / LEAST_POINTS
    inner = paper.inner
    if paper.turns:
        inner = max(inner, paper.turned().inner)  # what is wide is read more easily
    width, height = inner[0] * scale - 2 * _PAD, inner[1] * scale - 2 * _PAD
    head = _Head(picture, _Laid("", 0, 0, width, 0, 1, 1), paper)
    return width, max(height - head.height, height / 3)


_BOX = re.compile(r'\bbb="(-?[\d.]+),(-?[\d.]+),(-?[\d.]+),(-?[\d.]+)"')


def _measured(text: str, picture: Picture, paper: Sheet) -> _Laid:
    found = _BOX.search(text)  # of nothing, Graphviz says no box
    left, low, right, high = map(float, found.groups()) if found else (0.0, 0.0, 0.0, 0.0)
    laid = _Laid(text, left, low, right - left, high - low, 1, _least(picture))
    _, width, height = _with_head(laid, picture, paper)
    return _Laid(text, left, low, right - left, high - low, _fit(width, height, paper), laid.least)


def _least(picture: Picture) -> float:
    """The size of the smallest words."""
    sizes = [NODE_POINTS * min((node.size for node in picture.nodes), default=1)]
    if picture.groups or any(edge.label or edge.denied for edge in picture.edges):
        sizes.append(EDGE_POINTS)
    if samples(picture):
        sizes.append(SMALL)
    return min(sizes)


def _fit(width: float, height: float, paper: Sheet) -> float:
    """By how much a picture shrinks to go on a sheet; it is not enlarged."""
    turns = [paper.inner, paper.turned().inner] if paper.turns else [paper.inner]
    return max(min(1.0, across / width, down / height) for across, down in turns)


def _page(picture: Picture, paper: Sheet, width: float, height: float) -> tuple[float, float, float] | None:
    """Width and height of the page in points, and the scale of what is on it; None for as large as the picture."""
    if picture.size == "auto":
        return None
    fit = _fit(width, height, paper)
    upright = paper.inner
    if paper.turns and min(1.0, upright[0] / width, upright[1] / height) < fit:
        paper = paper.turned()
    across, down = paper.points
    inner = paper.inner
    if paper.name == "slide":  # words on a slide are read from afar: it is filled
        fit = min(inner[0] / width, inner[1] / height, 2.5)
    return across, min(down, height * fit) if paper.grows else down, fit


# The head

_GAP = 10
_PAD = 0.2 * 72  # around everything


def _with_head(laid: _Laid, picture: Picture, paper: Sheet) -> tuple[str, float, float]:
    """The DOT text with title, notes and legend above what has been laid out; its width and height with margins."""
    head = _Head(picture, laid, paper)
    if not head.lines:
        return laid.text, laid.width + 2 * _PAD, laid.height + 2 * _PAD
    body = laid.text.rstrip()
    body = body[: body.rindex("}")]
    text = "\n".join([body, *head.lines, "}"]) + "\n"
    return text, max(laid.width, head.width) + 2 * _PAD, laid.height + head.height + 2 * _PAD


class _Head:
    """The lines of DOT text that draw the head, and its extent. It grows upwards from the top of what is laid out."""

    def __init__(self, picture: Picture, laid: _Laid, paper: Sheet) -> None:
        self.picture, self.lines, self._number = picture, list[str](), 0
        self._name = "legend"
        while any(node.id.startswith(self._name) for node in picture.nodes):
            self._name += "_"
        least = min(460.0, 2.0 * paper.inner[0]) if picture.nodes else 460.0
        self.width = max(laid.width, least)
        self._left = laid.left
        rows = self._rows(samples(picture))
        paragraphs = [(said, _folded(said, self.width)) for said in words(picture)]
        self.height = sum(height for height, _ in rows) + sum(_height(said, lines) for said, lines in paragraphs)
        self.height += _GAP if rows or paragraphs else 0
        top = laid.low + laid.height + self.height
        for said, lines in paragraphs:
            self._words(said, lines, top)
            top -= _height(said, lines)
        for height, row in rows:
            across = self._left
            for sample, wide in row:
                self._sample(sample, across, top - height / 2)
                across += wide
            top -= height

    def _rows(self, found: list[Sample]) -> list[tuple[float, list[tuple[Sample, float]]]]:
        """The samples in rows that are as wide as the picture, each with its width."""
        rows: list[tuple[float, list[tuple[Sample, float]]]] = []
        row: list[tuple[Sample, float]] = []
        for sample in found:
            said = self._said(sample)
            wide = _sample_width(sample) + (max(_width(line, SMALL) for line in said) + 6 if said else 0) + _APART
            # Words that are broader than the picture stand in lines, in a row of their own.
            if row and (sum(w for _, w in row) + wide > self.width or len(said) > 1):
                rows.append((_ROW, row))
                row = []
            row.append((sample, wide))
            if len(said) > 1:
                rows.append((_ROW + (len(said) - 1) * SMALL * 1.25, row))
                row = []
        return [*rows, (_ROW, row)] if row else rows

    def _said(self, sample: Sample) -> list[str]:
        """What is said beside a sample, in lines that are no broader than the picture."""
        room = self.width - _sample_width(sample) - 6
        if _width(sample.said, SMALL) <= room:
            return [sample.said] if sample.said else []
        return textwrap.wrap(sample.said, max(12, int(room / (SMALL * 0.56))))

    def _words(self, said: Words, lines: list[str], top: float) -> None:
        height = _height(said, lines)
        mark = ("<B>", "</B>") if said.bold else ("", "")
        self._table([f"{mark[0]}{as_html(line)}{mark[1]}" for line in lines], said, self._left, top - height / 2)

    def _table(self, lines: list[str], said: Words, left: float, middle: float) -> None:
        """Lines of words from a place to the right: cells of a table, as nothing else of Graphviz's begins there."""
        font = f'<FONT COLOR="{said.colour}" POINT-SIZE="{said.points:g}">'
        rows = "".join(f'<TR><TD ALIGN="LEFT">{font}{line}</FONT></TD></TR>' for line in lines)
        sides = 'BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
        wide = max(1, int(self.width)) if left == self._left else max(1, int(_width(said.text, said.points)))
        self._node(
            f'<<TABLE {sides} WIDTH="{wide}">{rows}</TABLE>>',
            left + wide / 2,
            middle,
            wide,
            _height(said, lines) - 2,
        )

    def _text(self, lines: list[str], left: float, middle: float) -> None:
        if lines:
            longest = max(lines, key=len)
            ink = palette(self.picture.style).ink
            self._table([as_html(line) for line in lines], Words(longest, SMALL, ink), left, middle)

    def _node(self, label: str, x: float, y: float, width: float, height: float, **attributes: str) -> str:
        self._number += 1
        name = quoted(f"{self._name}{self._number}")
        plain = {"shape": "plaintext", "style": "", "tooltip": " ", "margin": "0,0"}
        placed = {"pos": f"{x:.1f},{y:.1f}", "fixedsize": "true"}
        placed |= {"width": f"{width / 72:.3f}", "height": f"{height / 72:.3f}"}
        listed = attributes_text(plain | attributes | placed)
        self.lines.append(f"  {name} [label={label}, {listed}];")
        return name

    def _sample(self, sample: Sample, left: float, middle: float) -> None:
        wide = _sample_width(sample)
        if sample.what == "node":
            shape, *how = sample.shape.split(",")
            style = ",".join(["filled", *(["rounded"] if "rounded" in how else [])])
            drawn = {"shape": shape, "style": style, "fillcolor": sample.fill, "color": sample.colour}
            drawn |= {"penwidth": f"{sample.width:g}", "fontsize": f"{SMALL}", "fontname": FONTS}
            drawn |= {"peripheries": "2"} if "double" in how else {}
            name = "" if sample.said else sample.name
            self._node(f'"{escaped(name)}"', left + wide / 2, middle, wide, _ROW - 8, **drawn)
        elif sample.what == "frame":
            box = f"{left:.1f},{middle - 9:.1f},{left + wide:.1f},{middle + 9:.1f}"
            drawn = {"bb": box, "bgcolor": sample.fill, "color": sample.colour, "style": "rounded", "label": ""}
            self.lines.append(f"  subgraph {quoted('cluster_' + self._name)} {{ graph [{attributes_text(drawn)}];")
            self._node('""', left + wide / 2, middle, 2, 2, style="invis")
            self.lines.append("  }")
        else:
            self._line(sample, left, middle, wide)
        self._text(self._said(sample), left + wide + 6, middle)

    def _line(self, sample: Sample, left: float, middle: float, wide: float) -> None:
        ends = [self._node('""', x, middle, 1, 1, shape="point", style="invis") for x in (left - 1, left + wide + 1)]
        # An arrowhead stands between the end of the curve and the point where the line ends.
        end = left + wide
        tip = "" if sample.head == "none" else f"e,{end:.1f},{middle:.1f} "
        end -= _HEADS.get(sample.head, 8)
        third = (end - left) / 3
        curve = " ".join(f"{left + third * k:.1f},{middle:.1f}" for k in range(4))
        drawn = {"pos": tip + curve, "arrowhead": sample.head, "arrowsize": "0.8", "color": sample.colour}
        drawn |= {"style": sample.style, "penwidth": f"{sample.width:g}", "tooltip": " "}
        self.lines.append(f"  {ends[0]} -> {ends[1]} [{attributes_text(drawn)}];")


_APART = 16  # between samples
_ROW = 26  # the height of a row of samples
_HEADS = {"none": 0, "tee": 2}  # the lengths of arrowheads; of others 8


def _sample_width(sample: Sample) -> float:
    if sample.what == "node":
        wide = 26 if sample.said else _width(sample.name, SMALL) + (34 if "box" not in sample.shape else 18)
        return max(26.0, wide)
    return 38


def _folded(said: Words, width: float) -> list[str]:
    """A paragraph in lines that are not wider than the picture."""
    return textwrap.wrap(said.text, max(12, int(width / (said.points * (0.56 if said.bold else 0.5)))))


def _height(said: Words, lines: list[str]) -> float:
    return len(lines) * said.points * 1.25 + 4


_NARROW, _WIDE = frozenset("iIjl.,:;'|!ftr()[]1- "), frozenset("mwMWGOQ@%&")


def _width(text: str, points: float) -> float:
    """About how wide a text in Arial is; rather too much than too little."""
    ems = (0.34 if c in _NARROW else 0.86 if c in _WIDE else 0.7 if c.isupper() else 0.58 for c in text)
    return sum(ems) * points + 4
