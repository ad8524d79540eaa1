"""What can be drawn, and how: the views of a graph and their options."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.entities import Entity

__all__ = ["MEASURES", "VIEWS", "ViewOptions"]

VIEWS = ("memberships", "overlap", "events", "statements", "all")
"""The views; an entity in focus without a view shows its neighbourhood."""

MEASURES = ("jaccard", "overlap", "shared", "kappa", "pi", "s")
"""Measures of overlap; see `measures`."""


@dataclass(frozen=True)
class ViewOptions:
    """What a user wants drawn.

    `view` is one of `VIEWS` or empty; `focus` with `depth` keeps what is at most so many edges away from an
    entity; `only` keeps entities of these kinds. `as_of` is a date or period, `None` the dataset's own date.
    `measure`, `threshold` and `by` ("state" or "body") are for the view `overlap`; a threshold of `None` keeps the
    strongest pairs, about three for each node, and of each node its strongest. In the view `memberships` the
    threshold is the part of all members that a body may have to be drawn; `None` draws every body while there are
    few lines, else those that at most 60 % are in. `cluster` frames states that are
    alike (`None`: where the layout can). `title` of `None` gives a title in words, an empty one none.
    """

    view: str = ""
    focus: Entity | None = None
    depth: int = 1
    only: tuple[str, ...] = ()
    as_of: str | None = None
    layout: str = ""
    cluster: bool | None = None
    legend: bool = True
    title: str | None = None
    measure: str = "jaccard"
    threshold: float | None = None
    by: str = "state"
