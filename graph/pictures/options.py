"""What can be drawn, and how: the views of a graph and their options."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from ..model.entities import Entity, kind_named

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["MEASURES", "VIEWS", "ViewOptions", "changed_options", "view_options"]

VIEWS = ("overview", "memberships", "overlap", "network", "events", "statements", "all")
"""The views; an entity in focus without a view shows its neighbourhood."""

MEASURES = ("jaccard", "overlap", "shared", "kappa", "pi", "s")
"""Measures of overlap; see `measures`."""


@dataclass(frozen=True)
class ViewOptions:
    """What is drawn, and how.

    Attributes
    ----------
    view : str
        One of `VIEWS`; "" for the neighbourhood of the focus if there is one, else by what the graph has: the overview
        if events or people are in it, the network if its memberships are too many for lines, else the memberships.
    focus : Entity or None
        Keeps what is near to this entity.
    depth : int
        How many edges away from the focus that is.
    only : tuple of str
        Keeps entities of these kinds; all if empty.
    as_of : str or None
        A date or period; None for the dataset's own date, "any" for all.
    layout : str
        One of `dot.LAYOUTS`; "" for the one that suits the size.
    cluster : bool or None
        Whether states with the same memberships stand in one frame; None for yes if the layout can.
    legend : bool
        Whether shapes and lines are explained.
    title : str or None
        None for a title in words, "" for none.
    measure : str
        The measure of the view `overlap`, one of `MEASURES`.
    threshold : float or None
        In the view `overlap` the least value of an edge; None for the strongest, about three for each node, and of each
        node its strongest. In the view `memberships` the greatest part of all members that a body may have; None for
        all bodies while there are few lines, else 0.6.
    by : str
        In the views `overlap` and `network`, "state" or "body".
    style : str
        One of `paper.STYLES`: "screen" in colour, "print" in greys and patterns.
    size : str
        The sheet that the picture is set out on, one of `paper.SIZES`; "auto" for as large as it needs.
    text : tuple of str
        In a page the files of texts that are quoted, as `FILE` or `SOURCE=FILE`.
    codes : tuple of str
        In tables the codes of states that have columns, names of `state_codes.CODES`.
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
    style: str = "screen"
    size: str = "auto"
    text: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()


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
