"""The graph as a file for people or programs to open: which format is meant, and where it goes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..graph.errors import InvalidRequest
from .notes import say_beside
from .writing.output import DRAWN, Output

if TYPE_CHECKING:
    from ..graph.knowledge import KnowledgeGraph
    from ..graph.pictures.options import ViewOptions
    from ..graph.pictures.picture import Picture

__all__ = ["ENDINGS", "EXPORT_HELP", "format_of", "write_export", "write_picture"]

ENDINGS: dict[str, tuple[str, ...]] = {
    "dot": (".dot", ".gv"),
    "svg": (".svg",),
    "png": (".png",),
    "pdf": (".pdf",),
    "turtle": (".ttl", ".turtle"),
    "ntriples": (".nt",),
    "jsonld": (".jsonld",),
    "graphml": (".graphml",),
    "gexf": (".gexf",),
    "cytoscape": (".cyjs", ".json"),
    "mermaid": (".mmd", ".mermaid"),
    "csv": (".csv",),
    "csv-nodes": (),
    "html": (".html", ".htm"),
}
"""Every format with the endings of its files."""

EXPORT_HELP = (
    f"{', '.join(ENDINGS)} (csv: the facts; csv-nodes: the entities). Default: by the ending of --output, else dot."
)

_BINARY = ("png", "pdf")


def format_of(name: str, path: Path | None) -> str:
    """The format asked for by name, else by the file's ending, else dot.

    Raises InvalidRequest where a name or ending is not known.

    >>> format_of("", Path("picture.SVG")), format_of("", None)
    ('svg', 'dot')
    """
    if name:
        if name not in ENDINGS:
            raise InvalidRequest(f"unknown export format {name!r}; use one of: {' '.join(ENDINGS)}")
        return name
    if path is None or not path.suffix:
        return "dot"
    for form, endings in ENDINGS.items():
        if path.suffix.lower() in endings:
            return form
    raise InvalidRequest(f"no format ends in {path.suffix!r}; say which with --format: {' '.join(ENDINGS)}")


def write_export(graph: KnowledgeGraph, options: ViewOptions, name: str, path: Path | None) -> None:
    """Write the graph, or the picture that a options describes, in a format to a file or standard output.

    Raises InvalidRequest where the format is not known or would send bytes to a terminal.
    """
    form = format_of(name, path)
    out = Output(form, path)
    if form in DRAWN:
        from ..graph.pictures.views import draw

        write_picture(draw(graph, options), form, path)
    elif form == "mermaid":
        from ..graph.pictures.mermaid import mermaid_text
        from ..graph.pictures.views import draw

        out.write(mermaid_text(draw(graph, options)))
    elif options.view:
        raise InvalidRequest(f"{form} is of the whole graph; --view is for pictures (svg, png, pdf, dot, mermaid)")
    elif form == "html":
        from ..graph.exports.page import page

        out.write(page(graph, options))
    else:
        from ..graph.exports import export as interchange

        bounds = {"only": options.only, "focus": options.focus, "depth": options.depth}
        out.write(interchange.export(graph, form, options.as_of, **bounds))


def write_picture(picture: Picture, form: str, path: Path | None) -> None:
    """Write a picture as dot, svg, png or pdf to a file or standard output.

    Raises InvalidRequest where it would send bytes to a terminal, OperationFailed where it cannot be drawn.
    """
    from ..graph.pictures.dot import dot_text

    say_beside(picture.notes)
    text = dot_text(picture)
    if form == "dot":
        Output(form, path).write(text)
        return
    if form in _BINARY and path is None and sys.stdout.isatty():
        raise InvalidRequest(f"{form} is not for a terminal; write it to a file: --output FILE.{form}")
    from ..graph.pictures.rendering import render

    Output(form, path).write(render(text, form))
