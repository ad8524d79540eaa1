"""A picture as it is seen: how large its words are on paper, how its colours stand out, where its lines end.

All is read from the svg that Graphviz writes, so that laws can be held against any picture however it is laid out.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from pictures import contrast

SVG = "{http://www.w3.org/2000/svg}"

# A4 within margins of 10 mm, in points.
A4 = (190 / 25.4 * 72, 277 / 25.4 * 72)

Point = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """The outline of a node or frame as a closed line of points."""

    id: str
    outline: tuple[Point, ...]
    frame: bool = False

    def distance(self, point: Point) -> float:
        """How far a point is from the outline."""
        ends = zip(self.outline, (*self.outline[1:], self.outline[0]), strict=True)
        return min(_to_segment(point, a, b) for a, b in ends)

    def inside(self, point: Point) -> float:
        """How deep a point is inside the outline; 0 outside."""
        x, y = point
        within = False
        for (ax, ay), (bx, by) in zip(self.outline, (*self.outline[1:], self.outline[0]), strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                within = not within
        return self.distance(point) if within else 0.0


@dataclass(frozen=True)
class Line:
    """A line between two nodes: its title, its points in order, everything drawn of it, its colour and width."""

    title: str
    path: tuple[Point, ...]
    drawn: tuple[Point, ...]
    colour: str
    width: float


class Drawn:
    """What an svg shows."""

    def __init__(self, svg: str | bytes) -> None:
        self.root = ElementTree.fromstring(svg)
        self.width, self.height = (_points(self.root.get(side) or "") for side in ("width", "height"))
        box = [float(number) for number in (self.root.get("viewBox") or f"0 0 {self.width} {self.height}").split()]
        graph = next(g for g in self.root.iter(f"{SVG}g") if g.get("class") == "graph")
        inner = float(re.search(r"scale\(([\d.]+)", graph.get("transform") or "scale(1")[1])  # type: ignore[index]
        self.scale = inner * self.width / box[2]

    @property
    def a4(self) -> float:
        """By how much the picture shrinks to go on A4, whichever way it is turned; never enlarged."""
        long, short = sorted((self.width, self.height), reverse=True)
        return min(1.0, A4[1] / long, A4[0] / short)

    def outside(self) -> list[str]:
        """What is drawn beyond the edge of the page: the beginnings of texts, and the nodes and frames."""
        graph = next(g for g in self.root.iter(f"{SVG}g") if g.get("class") == "graph")
        across, down = map(
            float, re.search(r"translate\((-?[\d.]+) (-?[\d.]+)\)", graph.get("transform") or "").groups()
        )  # type: ignore[union-attr]
        begun = [
            ("".join(text.itertext()), (float(text.get("x") or 0), float(text.get("y") or 0)))
            for text in self.root.iter(f"{SVG}text")
        ]
        begun += [(shape.id, point) for shape in self.shapes() for point in shape.outline]
        return [
            said
            for said, (x, y) in begun
            if not (0 <= (x + across) * self.scale <= self.width and 0 <= (y + down) * self.scale <= self.height)
        ]

    def words(self) -> Iterator[tuple[str, float, str]]:
        """Every text, with its size in points in the picture as it is, and its colour."""
        for text in self.root.iter(f"{SVG}text"):
            said = "".join(text.itertext()).replace("\xa0", " ").strip()
            if said:
                yield said, float(text.get("font-size") or 0) * self.scale, text.get("fill") or "black"

    def least_on_a4(self) -> tuple[float, str]:
        """The smallest text of the picture printed on A4, in points."""
        return min((size * self.a4, said) for said, size, _ in self.words())

    def shapes(self) -> list[Shape]:
        """The nodes and frames."""
        return [
            Shape(_title(g), outline, g.get("class") == "cluster")
            for g in self.root.iter(f"{SVG}g")
            if g.get("class") in ("node", "cluster") and (outline := _outline(g))
        ]

    def lines(self) -> list[Line]:
        """The lines between nodes."""
        found = []
        for g in self.root.iter(f"{SVG}g"):
            if g.get("class") != "edge":
                continue
            paths = [p for p in g.iter(f"{SVG}path") if p.get("d")]
            path = _curve(paths[0].get("d") or "")
            drawn = [*path]
            for tag in ("polygon", "polyline"):
                for head in g.iter(f"{SVG}{tag}"):
                    drawn += _pairs(head.get("points") or "")
            for head in g.iter(f"{SVG}ellipse"):
                drawn += _ellipse(head)
            colour, width = paths[0].get("stroke") or "black", float(paths[0].get("stroke-width") or 1)
            found.append(Line(_title(g), tuple(path), tuple(drawn), colour, width))
        return found

    def colours(self) -> Iterator[tuple[str, str, str, float]]:
        """What is drawn on what: a text or line with its colour, the ground below it, and the width of the line."""
        for g in self.root.iter(f"{SVG}g"):
            kind = g.get("class")
            if kind not in ("node", "edge", "cluster", "graph"):
                continue
            within = list(_own(g))
            ground = "#ffffff"
            for element in within:
                stroke, fill = element.get("stroke"), element.get("fill")
                if element.tag == f"{SVG}text":
                    yield "text", hexed(fill or "black"), ground if kind != "edge" else "#ffffff", 0
                    continue
                if stroke not in (None, "none", "transparent"):
                    yield f"line of a {kind}", hexed(stroke or ""), "#ffffff", float(element.get("stroke-width") or 1)
                if kind in ("node", "cluster") and fill not in (None, "none", "transparent"):
                    ground = hexed(fill or "")

    def faint(self, least: float = 4.5) -> set[tuple[str, str, str]]:
        """What has less contrast than it should."""
        return {(what, one, ground) for what, one, ground, _ in self.colours() if contrast(one, ground) < least}


def hexed(colour: str) -> str:
    return {"black": "#000000", "white": "#ffffff"}.get(colour, colour)


def missed_ends(drawn: Drawn, slack: float = 4.5) -> list[tuple[str, str, float]]:
    """Lines whose ends are not at the outline of what they connect: title, which end, and by how many points.

    Graphviz ends lines at the box around a shape, some points from a corner that is rounded.
    """
    shapes: dict[str, list[Shape]] = {}
    for shape in drawn.shapes():
        shapes.setdefault(shape.id, []).append(shape)
    frames = [shape for shape in drawn.shapes() if shape.frame]
    around = {name: [*of, *(frame for frame in frames if frame.inside(_middle(of[0])))] for name, of in shapes.items()}
    wrong = []
    for line in drawn.lines():
        tail, _, head = line.title.partition("->")
        for end, at, other in ((tail, line.path[0], line.path[-1]), (head, line.path[-1], line.path[0])):
            if end not in around:
                continue
            near = [p for p in line.drawn if math.dist(p, at) <= math.dist(p, other)]
            best = min(
                max(min(shape.distance(p) for p in near), max(shape.inside(p) for p in near)) for shape in around[end]
            )  # touches the outline, and does not go into it
            if best > slack + line.width:
                wrong.append((line.title, end, round(best, 1)))
    return wrong


def _middle(shape: Shape) -> Point:
    xs, ys = zip(*shape.outline, strict=True)
    return sum(xs) / len(xs), sum(ys) / len(ys)


def _own(group: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """What is drawn in a group itself, not in the groups of nodes inside it."""
    for child in group:
        if child.tag == f"{SVG}g" and child.get("class") in ("node", "edge", "cluster"):
            continue
        yield child
        yield from _own(child)


def _title(group: ElementTree.Element) -> str:
    return group.findtext(f"{SVG}title") or ""


def _points(length: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(\w*)", length).groups()  # type: ignore[union-attr]
    return float(number) * {"pt": 1, "": 0.75, "px": 0.75, "mm": 72 / 25.4, "in": 72}[unit]


def _pairs(points: str) -> list[Point]:
    numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", points)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(d: str) -> list[Point]:
    """Points along a path of cubic curves."""
    control = _pairs(d)
    points = [control[0]]
    for i in range(0, len(control) - 3, 3):
        a, b, c, e = control[i : i + 4]
        for t in (k / 12 for k in range(1, 13)):
            s = 1 - t
            u, v, w, z = s**3, 3 * s * s * t, 3 * s * t * t, t**3
            x, y = (u * a[n] + v * b[n] + w * c[n] + z * e[n] for n in (0, 1))
            points.append((x, y))
    return points


def _ellipse(element: ElementTree.Element) -> list[Point]:
    cx, cy, rx, ry = (float(element.get(name) or 0) for name in ("cx", "cy", "rx", "ry"))
    return [(cx + rx * math.cos(k / 36 * math.tau), cy + ry * math.sin(k / 36 * math.tau)) for k in range(36)]


def _outline(group: ElementTree.Element) -> tuple[Point, ...]:
    """The first thing drawn of a node or frame: its outermost outline is the largest one."""
    outlines: list[list[Point]] = []
    for element in _own(group):
        if element.tag == f"{SVG}ellipse":
            outlines.append(_ellipse(element))
        elif element.tag == f"{SVG}polygon":
            outlines.append(_pairs(element.get("points") or "")[:-1])
        elif element.tag == f"{SVG}path":
            outlines.append(_curve(element.get("d") or ""))
    return tuple(max(outlines, key=_extent)) if outlines else ()


def _extent(points: list[Point]) -> float:
    xs, ys = zip(*points, strict=True)
    return (max(xs) - min(xs)) * (max(ys) - min(ys))


def _to_segment(point: Point, a: Point, b: Point) -> float:
    (x, y), (ax, ay) = point, a
    dx, dy = b[0] - ax, b[1] - ay
    square = dx * dx + dy * dy
    if not square:
        return math.dist(point, a)
    t = ((x - ax) * dx + (y - ay) * dy) / square
    t = 0.0 if t < 0 else 1.0 if t > 1 else t
    return math.hypot(x - ax - t * dx, y - ay - t * dy)


def crossed_boxes(drawn: Drawn, deep: float = 3.0) -> list[tuple[str, str]]:
    """Lines that go through a box that is neither of their ends: the title of the line, and the box."""
    boxes = [(shape, _around(shape.outline)) for shape in drawn.shapes() if not shape.frame]
    found = []
    for line in drawn.lines():
        ends = line.title.split("->")
        points = list(_dense(line.path))
        west, south, east, north = _around(points)
        for shape, (left, low, right, high) in boxes:
            if shape.id in ends or left > east or right < west or low > north or high < south:
                continue
            inside = [p for p in points if left < p[0] < right and low < p[1] < high]
            if any(shape.inside(p) > deep for p in inside):
                found.append((line.title, shape.id))
    return found


def _dense(path: tuple[Point, ...]) -> Iterator[Point]:
    """Points along a path, none further than some points from the next."""
    for a, b in itertools.pairwise(path):
        steps = max(1, int(math.dist(a, b) / 5))
        for k in range(steps):
            yield a[0] + (b[0] - a[0]) * k / steps, a[1] + (b[1] - a[1]) * k / steps


def _around(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """The box around points: left, low, right, high."""
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)
