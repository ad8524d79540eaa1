"""The shortest way from one box to another that goes through none between them.

A way bends at the corners of boxes only, some points away from them (a visibility graph, searched by A*). Most boxes of
a picture are in nobody's way, so that the search begins with those which the straight line meets, and takes in others
as a way meets them.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import atan2, cos, dist, inf, pi

__all__ = ["Detours", "Outline", "Point", "hull"]

Point = tuple[float, float]
Outline = Sequence[Point]

_CELL, _MOST_CELLS = 60.0, 64
"""The side of a square by which boxes are looked up, in points, larger where the picture has more of them in a row."""

_NEAR, _AWAY = 2.0, 4.0
"""How near a way comes to a box, and how far from it the corners are at which it bends, in points."""

_LANES = 3
"""So many ways bend at one corner side by side; then they share."""

_MOST = 24
"""Boxes that one way is led around; it takes no more of them into account."""


class Detours:
    """The boxes of a picture, and the ways around them that were found so far.

    Parameters
    ----------
    outlines : mapping
        The corners of each box, by its name.

    >>> wall = [(40, -30), (50, -30), (50, 30), (40, 30)]
    >>> ends = {n: [(x - 5, -5), (x + 5, -5), (x + 5, 5), (x - 5, 5)] for n, x in (("a", 0), ("b", 90))}
    >>> way = Detours({"wall": wall} | ends).around("a", "b")
    >>> way[0], way[-1], {abs(y) for _, y in way[1:-1]}
    ((0.0, 0.0), (90.0, 0.0), {34.0})
    """

    def __init__(self, outlines: Mapping[str, Outline]) -> None:
        hulls = {name: hull(outline) for name, outline in outlines.items()}
        self.middles = {name: _middle(outline) for name, outline in outlines.items()}
        self._closed = {name: _grown(corners, _NEAR) for name, corners in hulls.items()}
        self._lanes = {name: [_grown(corners, _AWAY + 2 * k) for k in range(_LANES)] for name, corners in hulls.items()}
        self._boxes = {name: _extent(corners) for name, corners in self._closed.items()}
        sides = [side for left, low, right, high in self._boxes.values() for side in (left, low, right, high)]
        self._side = max(_CELL, (max(sides, default=0.0) - min(sides, default=0.0)) / _MOST_CELLS)
        self._cells: dict[tuple[int, int], list[str]] = {}
        for name, box in self._boxes.items():
            for cell in _cells(box, self._side):
                self._cells.setdefault(cell, []).append(name)
        self._taken: Counter[tuple[str, int]] = Counter()

    def met(self, points: Sequence[Point]) -> set[str]:
        """The boxes that a line goes through."""
        return {name for a, b in pairwise(points) for name in self._near(a, b) if self._meets(a, b, name)}

    def around(self, tail: str, head: str) -> list[Point] | None:
        """The points of a way from the middle of one box to that of another; None if none was found."""
        ends = {tail, head}
        way = [self.middles[tail], self.middles[head]]
        corners: list[tuple[str, int]] = []
        known: set[str] = set()
        while met := self.met(way) - ends - known:
            known |= met
            if len(known) > _MOST:
                return None
            found = self._shortest(tail, head, sorted(known))
            if found is None:
                return None
            corners = found
            way = [self.middles[tail], *(self._lanes[name][0][k] for name, k in corners), self.middles[head]]
        return self._side_by_side(way, corners, ends) if not self.met(way) - ends else None

    def _side_by_side(self, way: list[Point], corners: list[tuple[str, int]], ends: set[str]) -> list[Point]:
        """A way a little further out at corners where others bend already, so that each can be followed."""
        for place, corner in enumerate(corners, 1):
            lane = self._taken[corner] % _LANES
            self._taken[corner] += 1
            moved = [*way[:place], self._lanes[corner[0]][lane][corner[1]], *way[place + 1 :]]
            if not self.met(moved[place - 1 : place + 2]) - ends:
                way = moved
        return way

    def _shortest(self, tail: str, head: str, known: Sequence[str]) -> list[tuple[str, int]] | None:
        """The corners at which the shortest way around some boxes bends."""
        blocks = {name: self._closed[name] for name in (*known, tail, head)}
        places: dict[tuple[str, int], Point] = {(tail, -1): self.middles[tail], (head, -1): self.middles[head]}
        for name in known:
            for k, corner in enumerate(self._lanes[name][0]):
                if not any(_within(corner, block) for other, block in blocks.items() if other != name):
                    places[name, k] = corner
        end, through = (head, -1), [self._closed[name] for name in known]
        best = {(tail, -1): 0.0}
        before: dict[tuple[str, int], tuple[str, int]] = {}
        queue = [(dist(places[tail, -1], places[end]), (tail, -1))]
        done: set[tuple[str, int]] = set()
        while queue:
            _, here = heapq.heappop(queue)
            if here == end:
                return _traced(before, end)[1:-1]
            if here in done:
                continue
            done.add(here)
            for there, place in places.items():
                far = best[here] + dist(places[here], place)
                if there in done or far >= best.get(there, inf):
                    continue
                if not any(_cuts(places[here], place, block) for block in through):
                    best[there], before[there] = far, here
                    heapq.heappush(queue, (far + dist(place, places[end]), there))
        return None

    def _near(self, a: Point, b: Point) -> set[str]:
        cells = _cells(_extent((a, b)), self._side)
        return {name for cell in cells for name in self._cells.get(cell, ())}

    def _meets(self, a: Point, b: Point, name: str) -> bool:
        left, low, right, high = self._boxes[name]
        if max(a[0], b[0]) < left or min(a[0], b[0]) > right or max(a[1], b[1]) < low or min(a[1], b[1]) > high:
            return False
        return _cuts(a, b, self._closed[name])


def _traced(before: Mapping[tuple[str, int], tuple[str, int]], end: tuple[str, int]) -> list[tuple[str, int]]:
    path = [end]
    while path[-1] in before:
        path.append(before[path[-1]])
    return path[::-1]


# Shapes


def hull(outline: Outline) -> list[Point]:
    """The corners of a shape without dents, counterclockwise; of what is round, eight that stand outside of it.

    >>> hull([(0, 0), (4, 0), (2, 1), (4, 4), (0, 4)])
    [(0, 0), (4, 0), (4, 4), (0, 4)]
    """
    points = sorted(set(outline))
    if len(points) < 3:
        return list(points)
    corners = [*_half(points), *_half(points[::-1])]
    if len(corners) <= 12:
        return corners
    x, y = _middle(outline)
    corners.sort(key=lambda p: atan2(p[1] - y, p[0] - x))
    some = [corners[len(corners) * k // 8] for k in range(8)]
    return [(x + (px - x) / cos(pi / 8), y + (py - y) / cos(pi / 8)) for px, py in some]


def _half(points: Iterable[Point]) -> list[Point]:
    """One side of a hull (Andrew's monotone chain)."""
    kept: list[Point] = []
    for point in points:
        while len(kept) > 1 and _turn(kept[-2], kept[-1], point) <= 0:
            kept.pop()
        kept.append(point)
    return kept[:-1]


def _grown(corners: Sequence[Point], by: float) -> list[Point]:
    """A shape whose sides are moved outwards; a sharp corner moves no further than twice as far."""
    grown = []
    for before, here, after in zip((corners[-1], *corners[:-1]), corners, (*corners[1:], corners[0]), strict=True):
        (ax, ay), (bx, by_) = _normal(before, here), _normal(here, after)
        along = max(0.5, 1 + ax * bx + ay * by_)
        grown.append((here[0] + (ax + bx) / along * by, here[1] + (ay + by_) / along * by))
    return grown


def _normal(a: Point, b: Point) -> Point:
    """The direction out of a side of a shape whose corners go counterclockwise."""
    length = dist(a, b) or 1.0
    return (b[1] - a[1]) / length, (a[0] - b[0]) / length


def _cuts(a: Point, b: Point, corners: Sequence[Point]) -> bool:
    """Whether a stretch of a line has points inside of a shape (Cyrus and Beck)."""
    first, last = 0.0, 1.0
    ax, ay = a
    dx, dy = b[0] - ax, b[1] - ay
    px, py = corners[-1]
    for qx, qy in corners:
        nx, ny = qy - py, px - qx
        towards = nx * dx + ny * dy
        inside = nx * (px - ax) + ny * (py - ay)
        px, py = qx, qy
        if abs(towards) < 1e-9:
            if inside <= 0:
                return False
        elif towards < 0:
            first = max(first, inside / towards)
        else:
            last = min(last, inside / towards)
        if first >= last:
            return False
    return True


def _within(point: Point, corners: Sequence[Point]) -> bool:
    return all(_turn(a, b, point) > 0 for a, b in pairwise((*corners, corners[0])))


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _middle(outline: Outline) -> Point:
    left, low, right, high = _extent(outline)
    return (left + right) / 2, (low + high) / 2


def _extent(points: Iterable[Point]) -> tuple[float, float, float, float]:
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _cells(box: tuple[float, float, float, float], side: float) -> Iterable[tuple[int, int]]:
    left, low, right, high = box
    for column in range(int(left // side), int(right // side) + 1):
        for row in range(int(low // side), int(high // side) + 1):
            yield column, row
