"""The page over a graph that is too large for one file: a frame that asks the server for one year at a time."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from ...graph.resources import resource

__all__ = ["Extent", "extent_of", "frame"]


@dataclass(frozen=True)
class Extent:
    """How much there is in a graph, and over which years.

    Attributes
    ----------
    title : str
        What the graph is called.
    memberships : int
        How many it has.
    first, last : int
        Its first and last year; the dataset's own for both if it has no dates.
    own : str
        The dataset's own year, at which the frame opens.
    """

    title: str
    memberships: int
    first: int
    last: int
    own: str


def extent_of(info: dict[str, Any]) -> Extent:
    """The extent that the JSON of `blocs info` tells.

    >>> extent_of({"source": "cow", "as_of": "2014", "datasets": [], "facts": {"memberships": 7}, "span": ["1816", ""]})
    Extent(title='cow', memberships=7, first=1816, last=2014, own='2014')
    """
    own = _year(info["as_of"]) or 0
    first, last = (_year(date) for date in info["span"] or ("", ""))
    labels = [str(one["label"]) for one in info["datasets"]]
    title = " and ".join(labels[:2]) or str(info["source"])
    memberships = int(info["facts"].get("memberships", 0))
    return Extent(title, memberships, first or own, max(last or own, own), f"{own:04}")


def frame(extent: Extent, year: str) -> bytes:
    """The page that shows one year of a graph, with the ways to the others."""
    at = _year(year) or int(extent.own)
    ways = [
        ("first", extent.first),
        ("−10", at - 10),
        ("−1", at - 1),
        ("+1", at + 1),
        ("+10", at + 10),
        ("last", extent.last),
    ]
    links = " ".join(
        f'<a href="/?as_of={to:04}" aria-label="{to:04}">{name}</a>'
        for name, to in ways
        if extent.first <= to <= extent.last and to != at
    )
    values = {"title": html.escape(extent.title), "year": f"{at:04}", "links": links}
    values |= {"first": f"{extent.first}", "last": f"{extent.last}"}
    text = resource("data", "page", "years.html").read_text(encoding="utf-8")
    return re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], text).encode()


def _year(date: str) -> int | None:
    match = re.match(r"\d{4}", str(date))
    return int(match[0]) if match else None
