"""The graph as a file for people or programs to open: which format is meant, and where it goes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.errors import InvalidRequest
from ..graph.exports.formats import FORMATS, format_named
from .notes import say_beside
from .writing.output import Output

if TYPE_CHECKING:
    from ..graph.model.graph import Graph
    from ..graph.pictures.options import ViewOptions
    from ..graph.pictures.picture import Picture

__all__ = ["EXPORT_HELP", "format_of", "write_export", "write_picture"]

EXPORT_HELP = (
    f"{', '.join(FORMATS)} (csv: the memberships, as --data reads them; csv-edges: the facts; csv-nodes: the"
    " entities). Default: by the ending of --output, else dot."
)

_BINARY = ("png", "pdf")


def format_of(name: str, path: Path | None) -> str:
    """The format asked for by name, else by the file's ending, else dot.

    Raises InvalidRequest if a name or ending is unknown.

    >>> format_of("", Path("picture.SVG")), format_of("", None)
    ('svg', 'dot')
    """
    if name:
        return format_named(name).name
    if path is None or not path.suffix:
        return "dot"
    for form in FORMATS.values():
        if path.suffix.lower() in form.endings:
            return form.name
    raise InvalidRequest(f"no format ends in {path.suffix!r}; say which with --format: {' '.join(FORMATS)}")


def write_export(graph: Graph, options: ViewOptions, name: str, path: Path | None) -> None:
    """Write the graph, or the picture that the options describe, in a format to a file or standard output.

    Raises InvalidRequest if the format is unknown, or would send bytes to a terminal.
    """
    from ..graph.exports.formats import export

    form = format_of(name, path)
    _check_place(form, path)
    made = export(graph, form, options)
    Output(form, path).write(made.content)
    say_beside(made.notes)


def write_picture(picture: Picture, form: str, path: Path | None) -> None:
    """Write a picture as dot, svg, png or pdf to a file or standard output.

    Raises InvalidRequest if it would send bytes to a terminal, OperationFailed if it cannot be drawn.
    """
    from ..graph.pictures.dot import dot_text

    _check_place(form, path)
    text = dot_text(picture)
    if form == "dot":
        Output(form, path).write(text)
    else:
        from ..graph.pictures.rendering import render

        Output(form, path).write(render(text, form))
    say_beside(picture.notes)


def _check_place(form: str, path: Path | None) -> None:
    if form in _BINARY and path is None and sys.stdout.isatty():
        raise InvalidRequest(f"{form} is not for a terminal; write it to a file: --output FILE.{form}")
