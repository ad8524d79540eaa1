"""What a notebook shows of a graph: what is in it in numbers, and its picture, or of a great one what stands out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from ..model.entities import KINDS

if TYPE_CHECKING:
    from ..model.graph import Graph

__all__ = ["graph_html", "graph_svg"]

_GREATEST = 8
"""Bodies and states that are named of a great graph."""

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
    from ..pictures.typesetting import typeset
    from ..pictures.views import draw

    try:
        return typeset(draw(graph), "svg", timeout=20).content.decode()
    except BlocsError:
        return None  # a cell shows the numbers then


def graph_html(graph: Graph) -> str:
    """What is in a graph in numbers, and its picture; if that is too much to look at, what stands out in it.

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
    head = f"<p><b>{escape(graph.source.name)}</b>, as of {escape(graph.as_of)}: {numbers}.</p>"
    # Inside a page, an svg has neither declaration nor document type.
    picture = re.sub(r"^.*?(?=<svg)", "", graph_svg(graph) or "", flags=re.DOTALL)
    return f"<div>{head}{picture or ''.join(_standing_out(graph))}</div>"


def _standing_out(graph: Graph) -> Iterator[str]:
    """The greatest bodies, the states in the most of them, how it grew, and what to know of the data."""
    from ..analysis.citing import citations
    from ..analysis.trend import trend
    from ..model.membership_scan import read_pairs

    pairs = set(read_pairs(graph.source, graph.period(None)))
    graph.names.expect(iri for pair in pairs for iri in pair)
    for words, side in (("Most members", 1), ("In the most bodies", 0)):
        count = Counter(pair[side] for pair in pairs)
        greatest = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:_GREATEST]
        known = [
            f"{graph.names.by_iri[iri].label} ({number:,})" for iri, number in greatest if iri in graph.names.by_iri
        ]
        if known:
            yield f"<p>{words}: {escape(', '.join(known))}.</p>"
    grown = trend(graph)
    if len(grown.years) > 1:
        from ..pictures.figures.figure import Caption
        from ..pictures.figures.line_figure import line_figure
        from ..pictures.figures.svg import svg_text

        panels = [(name, {name: grown.counts[key]}) for key, name in grown.names.items()]
        years = f"{grown.years[0]}–{grown.years[-1]}"
        yield svg_text(line_figure(grown.years, panels, Caption("Memberships, bodies and states by year", years)))
    for one in citations(graph):
        yield f"<p>Cite: {escape('; '.join(one.cite))}</p>"
        yield from (f"<p>{escape(fault)}</p>" for fault in one.faults)
