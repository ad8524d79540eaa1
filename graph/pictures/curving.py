"""Lines between boxes that go around the boxes between them, quickly, where there are many.

Graphviz leads lines around boxes by the shortest way, which takes half a minute for two hundred boxes close together.
Here a line is an arc, the flattest one, to either side, that meets no other box; or else the shortest way around
(`detours`), with its corners rounded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, product
from math import dist
from typing import NamedTuple

from .detours import Detours, Outline, Point

__all__ = ["Curve", "curves", "places_of_words"]

Curve = Sequence[Point]
"""Cubic curves one after the other: a point, then for each curve its two handles and its end."""

_BENDS = (0.0, *(side * bend for bend in (0.06, 0.12, 0.2) for side in (1, -1)))
"""How far an arc's middle is from the straight line, by its length, in the order in which they are tried."""

_ROUND = (24.0, 12.0, 6.0)
"""How far from a corner the bend of a way around boxes begins, in points: the widest that meets no box."""

_STEPS = 28


def curves(outlines: Mapping[str, Outline], pairs: Sequence[tuple[str, str]]) -> list[Curve]:
    """For each pair of boxes a line from the outline of one to that of the other.

    Where there is no way around the boxes between, it is the arc that meets the fewest.

    Parameters
    ----------
    outlines : mapping
        The corners of each box, by its name.
    pairs : sequence of tuple of str
        What is connected.

    Returns
    -------
    list of Curve

    >>> square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    >>> moved = [(x + 100, y) for x, y in square]
    >>> (start, *_, end), = curves({"a": square, "b": moved}, [("a", "b")])
    >>> [round(n) for n in (*start, *end)]
    [10, 5, 100, 5]
    """
    boxes = Detours(outlines)
    return [_clipped(_line(boxes, tail, head), outlines[tail], outlines[head]) for tail, head in pairs]


def places_of_words(
    outlines: Mapping[str, Outline], lines: Sequence[Curve], sizes: Sequence[tuple[float, float]]
) -> list[Point]:
    """For each line the middle of its words: beside it, where they lie on no box, no other words and the fewest lines.

    Parameters
    ----------
    outlines : mapping
        The corners of each box, by its name.
    lines : sequence of Curve
        The lines.
    sizes : sequence of tuple of float
        Width and height of the words of each line; (0, 0) for no words.

    Returns
    -------
    list of Point

    >>> places_of_words({}, [[(0, 0), (30, 0), (60, 0), (90, 0)]], [(20, 10)])
    [(45.0, 7.0)]
    """
    boxes, placed, found = Detours(outlines), list[_Words](), list[Point]()
    points = [_points(line) for line in lines]
    for (width, height), own in zip(sizes, points, strict=True):
        best: tuple[int, Point] | None = None
        for place in _beside(own, width, height) if width else ():
            words = _Words(*place, width, height)
            hidden = 40 * len(boxes.met(words.marks())) + 20 * sum(words.lies_on(other) for other in placed)
            if best is None or hidden < best[0]:
                hidden += sum(any(words.holds(point) for point in line) for line in points)
            if best is None or hidden < best[0]:
                best = hidden, place
            if not hidden:
                break
        place = best[1] if best is not None else own[len(own) // 2]
        placed += [_Words(*place, width, height)] if width else []
        found.append(place)
    return found


class _Words(NamedTuple):
    """Words in a picture: their middle, width and height."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, point: Point) -> bool:
        return abs(point[0] - self.x) < self.width / 2 and abs(point[1] - self.y) < self.height / 2

    def lies_on(self, other: _Words) -> bool:
        across, up = abs(other.x - self.x), abs(other.y - self.y)
        return across < (self.width + other.width) / 2 and up < (self.height + other.height) / 2

    def marks(self) -> list[Point]:
        """A line over all of them."""
        left, right = self.x - self.width / 2, self.x + self.width / 2
        low, high = self.y - self.height / 2, self.y + self.height / 2
        return [(left, low), (right, high), (left, high), (right, low), (left, low), (left, high), (right, high)]


def _beside(points: Sequence[Point], width: float, height: float) -> Iterator[Point]:
    """Places for words beside a line, from its middle outwards, on either side."""
    middle = len(points) / 2 - 0.5
    order = sorted(range(len(points) - 1), key=lambda k: abs(k + 0.5 - middle))
    for gap, k in product((2, 12), order):
        (ax, ay), (bx, by) = points[k], points[k + 1]
        length = dist(points[k], points[k + 1]) or 1.0
        across, up = (ay - by) / length, (bx - ax) / length
        away = abs(across) * width / 2 + abs(up) * height / 2 + gap
        for side in (1, -1):
            yield (ax + bx) / 2 + side * across * away, (ay + by) / 2 + side * up * away


def _line(boxes: Detours, tail: str, head: str) -> Curve:
    start, end, ends = boxes.middles[tail], boxes.middles[head], {tail, head}
    tried: list[tuple[int, Curve]] = []
    for bend in _BENDS:
        arc = _arc(start, end, bend)
        met = len(boxes.met(_points(arc)) - ends)
        if not met:
            return arc
        tried.append((met, arc))
    way = boxes.around(tail, head)
    if way is None:
        return min(tried, key=lambda one: one[0])[1]
    for radius in _ROUND:
        rounded = _rounded(way, radius)
        if not boxes.met(_points(rounded)) - ends:
            break
    return rounded


def _arc(start: Point, end: Point, bend: float) -> Curve:
    across, up = end[0] - start[0], end[1] - start[1]
    side = (-up * bend * 4 / 3, across * bend * 4 / 3)
    first = (start[0] + across / 4 + side[0], start[1] + up / 4 + side[1])
    second = (end[0] - across / 4 + side[0], end[1] - up / 4 + side[1])
    return start, first, second, end


def _rounded(way: Sequence[Point], radius: float) -> Curve:
    """Straight lines joined by bends that begin so far from each corner, or in the middle between two."""
    points = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        begins, ends = (_towards(corner, other, min(radius, dist(corner, other) / 2)) for other in (before, after))
        points += _straight(points[-1], begins)
        points += [_between(begins, corner, 2 / 3), _between(ends, corner, 2 / 3), ends]
    return [*points, *_straight(points[-1], way[-1])]


def _straight(a: Point, b: Point) -> list[Point]:
    return [_between(a, b, 1 / 3), _between(a, b, 2 / 3), b]


def _towards(a: Point, b: Point, far: float) -> Point:
    return _between(a, b, far / max(dist(a, b), 1e-9))


def _between(a: Point, b: Point, t: float) -> Point:
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def _parts(curve: Curve) -> list[Curve]:
    return [curve[k : k + 4] for k in range(0, len(curve) - 1, 3)]


def _points(curve: Curve) -> list[Point]:
    """Points along a curve, close to each other where it bends."""
    points = [curve[0]]
    for part in _parts(curve):
        steps = max(4, min(_STEPS, int(dist(part[0], part[3]) / 8)))
        points += [_at(part, k / steps) for k in range(1, steps + 1)]
    return points


def _at(curve: Curve, t: float) -> Point:
    s = 1 - t
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = curve
    a, b, c, d = s**3, 3 * s * s * t, 3 * s * t * t, t**3
    return a * ax + b * bx + c * cx + d * dx, a * ay + b * by + c * cy + d * dy


def _clipped(curve: Curve, tail: Outline, head: Outline) -> Curve:
    """The part of a curve between the outlines of its ends."""
    parts = _parts(curve)
    while len(parts) > 1 and _within(parts[0][3], tail):
        parts = parts[1:]
    while len(parts) > 1 and _within(parts[-1][0], head):
        parts = parts[:-1]
    if len(parts) == 1:
        return _cut(parts[0], _leaves(parts[0], tail), 1 - _leaves(parts[0][::-1], head))
    first = _cut(parts[0], _leaves(parts[0], tail), 1)
    last = _cut(parts[-1], 0, 1 - _leaves(parts[-1][::-1], head))
    return [*first, *(point for part in (*parts[1:-1], last) for point in part[1:])]


def _leaves(curve: Curve, outline: Outline) -> float:
    """Where a curve that begins in a shape is out of it for good."""
    inside = max((k for k in range(_STEPS + 1) if _within(_at(curve, k / _STEPS), outline)), default=0)
    inner, outer = inside / _STEPS, min(1.0, (inside + 1) / _STEPS)
    for _ in range(12):
        middle = (inner + outer) / 2
        inner, outer = (middle, outer) if _within(_at(curve, middle), outline) else (inner, middle)
    return outer


def _cut(curve: Curve, start: float, end: float) -> Curve:
    """The part of a cubic curve between two of its places, by de Casteljau's construction."""
    if start >= end:
        return curve
    return _first_part(_first_part(curve[::-1], 1 - start)[::-1], (end - start) / (1 - start) if start < 1 else 1)


def _first_part(curve: Curve, t: float) -> Curve:
    points, kept = list(curve), [curve[0]]
    while len(points) > 1:
        points = [_between(a, b, t) for a, b in pairwise(points)]
        kept.append(points[0])
    return kept


def _within(point: Point, outline: Outline) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside
