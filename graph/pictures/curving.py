"""Lines between boxes that go around the boxes between them, quickly, where there are many.

Graphviz leads lines around boxes by the shortest way, which takes minutes for hundreds of boxes close together. Here a
line is an arc: the flattest one, to either side, that meets no other box, or else the one that meets the fewest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import dist

__all__ = ["arcs"]

Point = tuple[float, float]
Outline = Sequence[Point]

_BENDS = (0.0, *(side * bend for bend in (0.06, 0.12, 0.2, 0.3) for side in (1, -1)))
"""How far an arc's middle is from the straight line, by its length, in the order in which they are tried."""

_STEPS = 28
_CELL = 60.0


def arcs(outlines: Mapping[str, Outline], pairs: Sequence[tuple[str, str]]) -> list[tuple[Point, Point, Point, Point]]:
    """For each pair of boxes the control points of a curve from the outline of one to that of the other.

    Parameters
    ----------
    outlines : mapping
        The corners of each box, by its name.
    pairs : sequence of tuple of str
        What is connected.

    Returns
    -------
    list of tuple of points

    >>> square = [(0, 0), (10, 0), (10, 10), (0, 10)]
    >>> moved = [(x + 100, y) for x, y in square]
    >>> (start, *_, end), = arcs({"a": square, "b": moved}, [("a", "b")])
    >>> [round(n) for n in (*start, *end)]
    [10, 5, 100, 5]
    """
    middles = {name: _middle(outline) for name, outline in outlines.items()}
    grid = _Grid(outlines)
    found = []
    for tail, head in pairs:
        start, end = middles[tail], middles[head]
        best: tuple[int, tuple[Point, Point, Point, Point]] | None = None
        for bend in _BENDS:
            curve = _arc(start, end, bend)
            met = len(grid.met(curve) - {tail, head})
            if best is None or met < best[0]:
                best = met, curve
            if not met:
                break
        assert best is not None
        found.append(_clipped(best[1], outlines[tail], outlines[head]))
    return found


class _Grid:
    """Which boxes are near a point."""

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        self.boxes: dict[str, tuple[float, float, float, float]] = {}
        self.cells: dict[tuple[int, int], list[str]] = {}
        for name, outline in outlines.items():
            xs, ys = zip(*outline, strict=True)
            left, low, right, high = min(xs) - 1, min(ys) - 1, max(xs) + 1, max(ys) + 1
            self.boxes[name] = left, low, right, high
            for column in range(int(left // _CELL), int(right // _CELL) + 1):
                for row in range(int(low // _CELL), int(high // _CELL) + 1):
                    self.cells.setdefault((column, row), []).append(name)

    def met(self, curve: tuple[Point, Point, Point, Point]) -> set[str]:
        """The boxes that a curve goes through."""
        met = set()
        steps = max(_STEPS, int(dist(curve[0], curve[3]) / 8))
        for k in range(1, steps):
            x, y = _at(curve, k / steps)
            for name in self.cells.get((int(x // _CELL), int(y // _CELL)), ()):
                left, low, right, high = self.boxes[name]
                if left < x < right and low < y < high:
                    met.add(name)
        return met


def _arc(start: Point, end: Point, bend: float) -> tuple[Point, Point, Point, Point]:
    across, up = end[0] - start[0], end[1] - start[1]
    side = (-up * bend * 4 / 3, across * bend * 4 / 3)
    first = (start[0] + across / 4 + side[0], start[1] + up / 4 + side[1])
    second = (end[0] - across / 4 + side[0], end[1] - up / 4 + side[1])
    return start, first, second, end


def _at(curve: tuple[Point, Point, Point, Point], t: float) -> Point:
    s = 1 - t
    weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
    return sum(w * p[0] for w, p in zip(weights, curve, strict=True)), sum(
        w * p[1] for w, p in zip(weights, curve, strict=True)
    )


def _clipped(
    curve: tuple[Point, Point, Point, Point], tail: Outline, head: Outline
) -> tuple[Point, Point, Point, Point]:
    """The part of a curve between the outlines of its ends."""
    inside = [k / _STEPS for k in range(_STEPS + 1)]
    first = max((t for t in inside if _within(_at(curve, t), tail)), default=0.0)
    last = min((t for t in inside if t > first and _within(_at(curve, t), head)), default=1.0)
    start = _border(curve, first, min(1.0, first + 1 / _STEPS), tail)
    end = _border(curve, last, max(0.0, last - 1 / _STEPS), head)
    return _part(curve, start, end) if start < end else curve


def _border(curve: tuple[Point, Point, Point, Point], inner: float, outer: float, outline: Outline) -> float:
    for _ in range(12):
        middle = (inner + outer) / 2
        inner, outer = (middle, outer) if _within(_at(curve, middle), outline) else (inner, middle)
    return outer


def _part(curve: tuple[Point, Point, Point, Point], start: float, end: float) -> tuple[Point, Point, Point, Point]:
    """The part of a cubic curve between two of its places, by de Casteljau's construction."""
    return _first_part(tuple(reversed(_first_part(tuple(reversed(curve)), 1 - start))), (end - start) / (1 - start))


def _first_part(curve: tuple[Point, ...], t: float) -> tuple[Point, Point, Point, Point]:
    points, kept = list(curve), [curve[0]]
    while len(points) > 1:
        points = [(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t) for a, b in pairwise(points)]
        kept.append(points[0])
    return kept[0], kept[1], kept[2], kept[3]


def _within(point: Point, outline: Outline) -> bool:
    x, y = point
    inside = False
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], outline[0]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _middle(outline: Outline) -> Point:
    xs, ys = zip(*outline, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
