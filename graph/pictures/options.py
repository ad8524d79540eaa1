"""What can be drawn, and how: the views of a graph and their options."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ..model.entities import Entity, kind_named

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["MEASURES", "VIEWS", "ViewOptions", "changed_options", "view_options"]

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


def changed_options(options: ViewOptions) -> list[str]:
    """The names of the options that are not as usual.

    >>> changed_options(ViewOptions(view="events", depth=2))
    ['view', 'depth']
    """
    usual = ViewOptions()
    return [field.name for field in fields(options) if getattr(options, field.name) != getattr(usual, field.name)]


def view_options(graph: Graph, *, focus: str = "", only: Iterable[str] = (), **others: Any) -> ViewOptions:
    """Options in the user's words: the entity in focus by any of its names, kinds in the singular or plural.

    Parameters
    ----------
    graph : Graph
        What names the entities.
    focus : str
        A name, alias, code or id; "" for no focus.
    only : iterable of str
        Kinds, such as "states".
    **others
        The other fields of `ViewOptions`.

    Returns
    -------
    ViewOptions

    Raises
    ------
    UnknownName
        If the graph has no such entity, or there is no such kind.

    >>> import blocs
    >>> options = view_options(blocs.load(), focus="CST", only=["states", "bodies"], depth=2)
    >>> options.focus.id, options.only, options.depth
    ('cst', ('state', 'body'), 2)
    """
    around = graph.names.find(focus) if focus else None
    return ViewOptions(focus=around, only=tuple(kind_named(word) for word in only), **others)
