"""The graph as one HTML file that opens from disk, with no network: picture, search, filters, evidence, tables.

Python chooses what goes in, and where each node stands; the files in `data/page/` do the rest in the browser. All
text of the data travels as JSON and is shown as text only. A content security policy lets run and style nothing
but what stands in the file, and lets nothing leave it (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..pictures.options import ViewOptions
from .html_file import asset, self_contained
from .page_data import page_data

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["html_page", "page"]

_SCRIPTS = (
    *("base", "state", "names", "address", "shapes", "picture", "labels", "near", "pointer", "list", "card", "matrix"),
    *("table", "choice", "drawing", "saving", "years", "main"),
)
"""The parts of the page's script in `data/page/scripts`, in the order in which they run; each has one idea."""


def page(graph: Graph, options: ViewOptions | None = None) -> bytes:
    """The graph as an HTML page.

    Without a date the page holds the facts of all dates, and its slider stands at the dataset's own; with a date or a
    period, it holds the facts of that ("any": of all).

    Parameters
    ----------
    graph : Graph
        The graph.
    options : ViewOptions or None
        Those that count are `focus` with `depth`, `only`, `as_of`, `title` and `text`; None for the usual ones.

    Returns
    -------
    bytes

    >>> import blocs
    >>> page(blocs.load())[:15]
    b'<!doctype html>'
    """
    return html_page(page_data(graph, options or ViewOptions()))


def html_page(data: Mapping[str, Any]) -> bytes:
    """The page that shows what `page_data` gives."""
    parts = "\n".join(asset("scripts", f"{name}.js") for name in _SCRIPTS)
    scripts = {"library": asset("cytoscape.min.js"), "script": f'"use strict";\n(() => {{\n{parts}}})();\n'}
    others = {"licence": html.escape(asset("cytoscape.LICENSE"))}
    return self_contained("page.html", data["title"] or "blocs", data, asset("page.css"), scripts, others)
