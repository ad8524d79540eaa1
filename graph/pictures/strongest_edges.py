"""Which edges of a projection a picture shows, and how: all of them are a hairball, the strongest a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import TYPE_CHECKING

from .paper import palette
from .picture import Edge

if TYPE_CHECKING:
    from ..analysis.overlap import Overlap, Pair

__all__ = ["MANY", "StrongestEdges", "strongest_edges"]

MANY = 300
"""More edges than this are a texture, not lines to follow: they are drawn thin, by sfdp."""

_MEASURE_WORDS = {"jaccard": "Jaccard index", "overlap": "overlap coefficient", "shared": "number shared"}


@dataclass(frozen=True)
class StrongestEdges:
    """The edges to draw, what is at their ends or would be (by id), and a caption that says which they are."""

    edges: list[Edge]
    ends: list[str]
    caption: str


def strongest_edges(
    found: Overlap, measure: str, threshold: float | None = None, style: str = "screen"
) -> StrongestEdges:
    """The pairs that share something and reach the threshold of a measure, as edges that are the wider the more.

    Parameters
    ----------
    found : Overlap
        The pairs.
    measure : str
        The measure that the threshold and the widths are of.
    threshold : float or None
        The least value of an edge; None keeps the strongest, about three for each node, and of each node its strongest.

    style : str
        The style of the picture.

    Returns
    -------
    StrongestEdges
    """
    pairs = [(pair, value) for pair in found.pairs if (value := pair.measure(measure)) is not None]
    ends = list(dict.fromkeys(end for pair in found.pairs for end in (pair.a, pair.b)))
    nearest = _nearest(pairs) if threshold is None else set()
    given = threshold
    threshold = _enough([value for _, value in pairs], len(ends)) if threshold is None else threshold
    kept = [(p, value) for p, value in pairs if p.shared and (value >= threshold or (p.a, p.b) in nearest)]
    measured = [value for pair, value in pairs if pair.shared]
    least = _as_written(threshold, measured) if given is None else f"{given:g}"
    more = ", and of each one its strongest" if any(value < threshold for _, value in kept) else ""
    words, of = _MEASURE_WORDS.get(measure, measure), "memberships" if found.by == "state" else "members"
    shared = "bodies" if found.by == "state" else "members"
    pairs_with = (
        f"pairs with at least {least} {shared} shared" if measure == "shared" else f"pairs with at least {least}"
    )
    caption = f"Line width: {words} of {of}; {pairs_with}{more}: {len(kept):,} of {len(found.pairs):,}."
    return StrongestEdges(_edges(found, kept, measure, threshold, palette(style).tie), ends, caption)


def _as_written(threshold: float, values: Sequence[float]) -> str:
    """A threshold as people write numbers: the shortest that draws the same picture, given back as --threshold.

    >>> _as_written(0.4166, [0.4166, 0.25]), _as_written(3.0, [3, 2]), _as_written(0.6666, [0.6666, 0.6663])
    ('0.4', '3', '0.6666')
    """
    below = max((value for value in values if value < threshold), default=0.0)
    for digits in range(7):
        rounded = floor(threshold * 10**digits) / 10**digits
        if rounded > below:
            return f"{rounded:.{digits}f}"
    return repr(threshold)


def _edges(
    found: Overlap, kept: Sequence[tuple[Pair, float]], measure: str, threshold: float, shade: str
) -> list[Edge]:
    low = min((value for _, value in kept if value >= threshold), default=0.0)
    top = max((value for _, value in kept), default=1.0)
    few, some, of = len(kept) <= 12, len(kept) <= MANY, found.entities
    edges = []
    for pair, value in kept:
        share = max(0.0, value - low) / (top - low) if top > low else 1.0
        names = ", ".join(sorted(of[shared].short for shared in pair.shared_ids))
        tooltip = f"{of[pair.a].short} and {of[pair.b].short}: {measure} {value:.3g}; {pair.shared} shared: {names}"
        width = 0.8 + (4.7 if some else 3.2) * share
        length = 1.9 - 0.9 * share
        label = f"{value:.2g}" if few else ""
        edges.append(Edge(pair.a, pair.b, label, "stated", False, False, tooltip, "", width, "", shade, length))
    return edges


def _nearest(pairs: Sequence[tuple[Pair, float]]) -> set[tuple[str, str]]:
    """The strongest pair of each end: with it, nobody floats about alone, and everybody stands near their likes."""
    best: dict[str, tuple[float, str, str]] = {}
    for pair, value in pairs:
        for end in (pair.a, pair.b):
            if value > best.get(end, (0.0, "", ""))[0]:
                best[end] = value, pair.a, pair.b
    return {(a, b) for _, a, b in best.values()}


def _enough(measured: Sequence[float], nodes: int) -> float:
    """The lowest value that keeps at most three pairs for each node: more are a hairball."""
    count = Counter(value for value in measured if value > 0)
    kept, threshold = 0, max(count, default=0.0)
    for value in sorted(count, reverse=True):
        kept += count[value]
        if kept > 3 * nodes and value != max(count):
            break
        threshold = value
    return threshold
