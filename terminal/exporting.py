"""The graph as a picture for people, or as a file that other tools open."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..graph.errors import InvalidRequest
from .writing.formats import DRAWN, names
from .writing.output import Output

if TYPE_CHECKING:
    from ..graph.model.graph import Graph
    from ..graph.pictures.dot import Picture
    from ..graph.pictures.views import ViewOptions

__all__ = ["write_export", "write_picture"]

_BINARY = ("png", "pdf")


def write_export(graph: Graph, options: ViewOptions, out: Output) -> None:
    """Write the graph, or the picture of it that the options describe; as dot if no format is asked for.

    Raises InvalidRequest if the options do not fit the format, or it would send bytes to a terminal.
    """
    form = out.format or "dot"
    if form in names(DRAWN):
        from ..graph.pictures.views import draw

        write_picture(draw(graph, options), out)
    elif form == "mermaid":
        from ..graph.pictures.mermaid import mermaid_text
        from ..graph.pictures.views import draw

        out.write(mermaid_text(draw(graph, options)))
    elif options.view:
        raise InvalidRequest(f"{form} holds the whole graph; --view is for pictures (svg, png, pdf, dot, mermaid)")
    elif form == "html":
        from ..graph.exports.page import page

        out.write(page(graph, options))
    else:
        from ..graph.exports import export as interchange

        bounds = {"only": options.only, "focus": options.focus, "depth": options.depth}
        out.write(interchange.export(graph, form, options.as_of, **bounds))


def write_picture(picture: Picture, out: Output) -> None:
    """Write a picture as svg, png, pdf or dot; as dot if no format is asked for.

    Raises InvalidRequest if it would send bytes to a terminal, OperationFailed if it cannot be drawn.
    """
    from ..graph.pictures.dot import dot_text

    form = out.format or "dot"
    text = dot_text(picture)
    if form == "dot":
        out.write(text)
        return
    if form in _BINARY and out.path is None and sys.stdout.isatty():
        raise InvalidRequest(f"{form} is not for a terminal; write it to a file: --output FILE.{form}")
    from ..graph.pictures.rendering import render

    out.write(render(text, form))
