"""Which edges of a projection a picture shows, and how: all of them are a hairball, the strongest a map."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import ceil, floor
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
    found: Overlap,
    measure: str,
    threshold: float | None = None,
    style: str = "screen",
    *,
    among: Collection[str] = (),
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
    among : collection of str
        The ids between which edges are drawn; all if empty.

    Returns
    -------
    StrongestEdges
    """
    compared = [pair for pair in found.pairs if not among or (pair.a in among and pair.b in among)]
    pairs = [(pair, value) for pair in compared if (value := pair.measure(measure)) is not None]
    ends = list(dict.fromkeys(end for pair in compared for end in (pair.a, pair.b)))
    nearest = _nearest(pairs) if threshold is None else set()
    given = threshold
    threshold = _enough([value for pair, value in pairs if pair.shared], len(ends)) if given is None else given
    kept = [(p, value) for p, value in pairs if p.shared and (value >= threshold or (p.a, p.b) in nearest)]
    least = f"{threshold:g}"
    more = ", and of each one its strongest" if any(value < threshold for _, value in kept) else ""
    words, of = _MEASURE_WORDS.get(measure, measure), "memberships" if found.by == "state" else "members"
    shared = "bodies" if found.by == "state" else "members"
    pairs_with = (
        f"pairs with at least {least} {shared} shared" if measure == "shared" else f"pairs with at least {least}"
    )
    caption = f"Line width: {words} of {of}; {pairs_with}{more}: {len(kept):,} of {len(compared):,}."
    return StrongestEdges(_edges(found, kept, measure, threshold, palette(style).tie), ends, caption)


def _edges(
    found: Overlap, kept: Sequence[tuple[Pair, float]], measure: str, threshold: float, shade: str
) -> list[Edge]:
    low = min((value for _, value in kept if value >= threshold), default=0.0)
    top = max((value for _, value in kept), default=1.0)
    few, of = len(kept) <= 12, found.entities
    # The more lines, the thinner: where all are tied to all, wide ones would run together.
    widest = 4.7 if len(kept) <= MANY else 3.2 * min(1.0, (2 * MANY / len(kept)) ** 0.5)
    edges = []
    for pair, value in kept:
        share = max(0.0, value - low) / (top - low) if top > low else 1.0
        names = ", ".join(sorted(of[shared].short for shared in pair.shared_ids))
        tooltip = f"{of[pair.a].short} and {of[pair.b].short}: {measure} {value:.3g}; {pair.shared} shared: {names}"
        width = 0.8 + widest * share
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
    """A threshold as people write numbers that keeps about three pairs for each node, and no more: more are a hairball.

    It has as few digits as tell these pairs from the next; with more than two, those that it would keep out are left
    out, unless they are most of them.

    >>> _enough([0.4166, 0.25, 0.25, 0.25, 0.25], 1), _enough([3, 3, 2, 2], 1), _enough([0.66381, 0.66377] * 3, 1)
    (0.4, 3.0, 0.66)
    """
    count = Counter(value for value in measured if value > 0)
    kept, least, below = 0, max(count, default=0.0), 0.0
    for value in sorted(count, reverse=True):
        if kept + count[value] > 3 * nodes and kept:
            below = value
            break
        kept, least = kept + count[value], value
    for digits in range(3):
        scale = float(10**digits)
        down, up = floor(least * scale) / scale, ceil(least * scale) / scale
        if down > below:
            return down
    return up if sum(count[value] for value in count if value >= up) * 2 > kept else down
