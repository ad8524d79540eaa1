"""The graph as a picture for people, or as a file that other tools open."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ..graph.errors import InvalidRequest
from .writing.output import Output

if TYPE_CHECKING:
    from ..graph.model.graph import Graph
    from ..graph.pictures.options import ViewOptions
    from ..graph.pictures.picture import Picture

__all__ = ["write_export", "write_picture"]


def write_export(graph: Graph, options: ViewOptions, out: Output) -> None:
    """Write the graph, or the picture of it that the options describe; as dot if no format is asked for.

    Raises InvalidRequest if the options do not fit the format, or it would send to a terminal what is not for one:
    bytes, or a picture's text that nobody asked for.
    """
    from ..graph.exports.formats import export

    if not out.format and out.path is None and sys.stdout.isatty():
        raise InvalidRequest(
            "name the file to write: --output FILE.svg (or .png, .pdf, .html, .csv, .ttl, ...); --format dot prints the"
            " picture as text"
        )
    form = _for_its_place(out)
    made = export(graph, form, options)
    out.noting(made.notes).write(made.content)


def write_picture(picture: Picture, out: Output) -> None:
    """Write a picture as svg, png, pdf or dot; as dot if no format is asked for.

    Raises InvalidRequest if it would send bytes to a terminal, OperationFailed if it cannot be drawn.
    """
    from ..graph.pictures.dot import dot_text

    form = _for_its_place(out)
    notes, content = picture.notes, b""
    if form != "dot":
        from ..graph.pictures.typesetting import typeset

        content, more = typeset(picture, form)
        notes = (*notes, *more)
    else:
        notes = (*notes, *picture.beside)
    out = out.noting(note for note in notes if note not in out.notes)
    out.write(content or dot_text(picture))


def _for_its_place(out: Output) -> str:
    out.refuse_bytes()
    return out.format or "dot"
