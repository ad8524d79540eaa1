"""The graph as one HTML file that opens from disk, with no network: picture, search, filters, evidence, tables.

Python chooses what goes in, and where each node stands; the files in `data/page/` do the rest in the browser. All
text of the data travels as JSON and is shown as text only. A content security policy lets run and style nothing
but what stands in the file, and lets nothing leave it (https://www.w3.org/TR/CSP3/).
"""

from __future__ import annotations

import html
import json
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from ..pictures.options import ViewOptions
from ..resources import resource
from .page_data import page_data

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["html_page", "page"]


def page(graph: Graph, options: ViewOptions | None = None) -> bytes:
    """The graph as an HTML page.

    Without a date the page holds the facts of all dates, and its slider stands at the dataset's own; with one, it holds
    the facts of that date ("any": of all).

    Parameters
    ----------
    graph : Graph
        The graph.
    options : ViewOptions or None
        Those that count are `focus` with `depth`, `only`, `as_of` and `title`; None for the usual ones.

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
    parts = {name: _asset(name) for name in ("page.css", "page.js", "cytoscape.min.js", "cytoscape.LICENSE")}
    scripts = " ".join(_hash(parts[name]) for name in ("cytoscape.min.js", "page.js"))
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src {_hash(parts['page.css'])};"
        " base-uri 'none'; form-action 'none'"
    )
    values = {
        "title": html.escape(data["title"] or "blocs"),
        "policy": html.escape(policy, quote=False),
        "style": parts["page.css"],
        "data": _json_for_script(data),
        "library": parts["cytoscape.min.js"],
        "licence": html.escape(parts["cytoscape.LICENSE"]),
        "script": parts["page.js"],
    }
    # In one pass: what a part says is never taken for a place to fill in.
    text = re.sub(r"\{\{(\w+)\}\}", lambda match: values[match[1]], _asset("page.html"))
    return text.encode("utf-8", "backslashreplace")


def _asset(name: str) -> str:
    # A browser reads every line end as \n before it compares a hash.
    return resource("data", "page", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _json_for_script(value: Any) -> str:
    """JSON in which nothing ends the element that it stands in."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # A lone half of a character cannot be written as UTF-8; JSON has an escape for it.
    text = re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text)
    return text.replace("<", "\\u003c")
