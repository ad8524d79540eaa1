"""A layout by springs spread evenly over a sheet, so that the names in it can be as large as the sheet allows.

Springs put what belongs together in one place and leave the rest of the paper empty. Here the paper is cut into as many
cells as there are boxes, each as large as its box needs: first between the left half and the right half of the boxes,
then between upper and lower ones, and so on. Who is left of whom, and above whom, stays as the springs have it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Place", "spread"]


class Place(NamedTuple):
    """Where a box stands: its name, its middle, its width and height, in points."""

    name: str
    x: float
    y: float
    width: float
    height: float


def spread(places: Sequence[Place], width: float, height: float, share: float = 1.0) -> list[Place]:
    """The same boxes spread over a sheet.

    Parameters
    ----------
    places : sequence of Place
        The boxes as the springs have them.
    width, height : float
        The size of the sheet.
    share : float
        How much is to be seen of the cells, the rest of the springs: 1 for the cells alone, 0 for the springs, scaled.

    Returns
    -------
    list of Place
        In the same order.

    >>> [(round(p.x), round(p.y)) for p in spread([Place("a", 0, 0, 10, 5), Place("b", 900, 0, 10, 5)], 100, 10)]
    [(25, 5), (75, 5)]
    """
    if not places:
        return []
    cells: dict[str, tuple[float, float]] = {}
    _cut(list(places), 0, 0, width, height, cells)
    left, right = min(p.x for p in places), max(p.x for p in places)
    low, high = min(p.y for p in places), max(p.y for p in places)
    spread_out = []
    for place in places:
        x, y = cells[place.name]
        across = (place.x - left) / (right - left) * width if right > left else x
        up = (place.y - low) / (high - low) * height if high > low else y
        spread_out.append(place._replace(x=x * share + across * (1 - share), y=y * share + up * (1 - share)))
    return spread_out


_MARGIN = 10
"""What each box has around it, so that lines pass between boxes."""


def _room(place: Place) -> float:
    return (place.width + _MARGIN) * (place.height + _MARGIN)


def _cut(
    places: list[Place], left: float, low: float, width: float, height: float, cells: dict[str, tuple[float, float]]
) -> None:
    """Give each box the middle of a cell of the sheet."""
    if len(places) == 1:
        cells[places[0].name] = left + width / 2, low + height / 2
        return
    # Along the side that has more room than the boxes, on average, are wide or high.
    across = width / sum(p.width for p in places) >= height / sum(p.height for p in places)
    places = sorted(places, key=lambda place: ((place.x, place.y) if across else (place.y, place.x), place.name))
    rooms = [_room(place) for place in places]
    half, total, count = 0.0, sum(rooms), 0
    while count < len(places) - 1 and (count == 0 or half + rooms[count] / 2 <= total / 2):
        half += rooms[count]
        count += 1
    part = half / total
    if across:
        _cut(places[:count], left, low, width * part, height, cells)
        _cut(places[count:], left + width * part, low, width * (1 - part), height, cells)
    else:
        _cut(places[:count], left, low, width, height * part, cells)
        _cut(places[count:], left, low + height * part, width, height * (1 - part), cells)
