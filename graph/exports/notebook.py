"""What a notebook shows of a graph: its picture, and what is in it in numbers."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from ..model.entities import KINDS

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["graph_html", "graph_svg"]

_DRAWN = 150
"""More states and bodies than this take longer to draw than a cell should, and are a texture."""


def graph_svg(graph: Graph) -> str | None:
    """Who is in which body, as svg.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    str or None
        None if that is too much to look at, or no program that draws is found.
    """
    if sum(entity.kind in ("state", "member", "body") for entity in graph.names.entities) > _DRAWN:
        return None
    from ..errors import BlocsError
    from ..pictures.dot import dot_text
    from ..pictures.rendering import render
    from ..pictures.views import draw

    try:
        return render(dot_text(draw(graph)), "svg", timeout=20).decode()
    except BlocsError:
        return None  # a cell shows the numbers then


def graph_html(graph: Graph) -> str:
    """What is in a graph, in numbers, and its picture if it is not too much to look at.

    Parameters
    ----------
    graph : Graph
        The graph.

    Returns
    -------
    str
        A fragment of HTML, in which nothing from data is markup.
    """
    count = {kind: sum(entity.kind == kind for entity in graph.names.entities) for kind in KINDS}
    numbers = ", ".join(f"{number:,} {KINDS[kind]}" for kind, number in count.items() if number) or "no entities"
    # Inside a page, an svg has neither declaration nor document type.
    picture = re.sub(r"^.*?(?=<svg)", "", graph_svg(graph) or "", flags=re.DOTALL)
    return f"<div><p><b>{escape(graph.source.name)}</b>, as of {escape(graph.as_of)}: {numbers}.</p>{picture}</div>"
