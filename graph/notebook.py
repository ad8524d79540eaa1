"""How graphs, members and overlaps show themselves in a notebook: as pictures, tables and data frames (pandas).

The names of the methods are IPython's (https://ipython.readthedocs.io/en/stable/config/integrating.html).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from .entities import KINDS
from .errors import BlocsError, CannotDo
from .membership import Member, read_memberships

if TYPE_CHECKING:
    import pandas

    from .evidence import Evidence
    from .knowledge import KnowledgeGraph
    from .overlap import Overlap

__all__ = ["frame", "graph_html", "graph_rows", "graph_svg", "members_html", "members_rows", "overlap_html"]

# More states and bodies than this take longer to draw than a cell should, and are a texture.
_DRAWN = 150

# Rows and columns of a matrix, rows of a table.
_SIDE, _ROWS = 40, 200

_SHADES = ("#E3EEF7", "#BCD8EC", "#7FB4D8", "#2F78AB", "#0B4A75")


def frame(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> pandas.DataFrame:
    """Rows as a data frame.

    Raises CannotDo where pandas is not installed.
    """
    try:
        import pandas
    except ImportError:
        raise CannotDo("a data frame needs pandas; install it with: pip install pandas") from None
    return pandas.DataFrame([[row.get(column) for column in columns] for row in rows], columns=list(columns))


def graph_svg(graph: KnowledgeGraph) -> str | None:
    """Who is in which body, as svg; `None` where that is too much to look at, or nothing here draws."""
    if sum(entity.kind in ("state", "body") for entity in graph.names.entities) > _DRAWN:
        return None
    from .dot import dot_text
    from .rendering import render
    from .views import draw

    try:
        return render(dot_text(draw(graph)), "svg", timeout=20).decode()
    except BlocsError:
        return None  # a cell shows the table then


def graph_html(graph: KnowledgeGraph) -> str:
    """What is in a graph, in numbers, and its picture where it is not too much."""
    count = {kind: sum(entity.kind == kind for entity in graph.names.entities) for kind in KINDS}
    told = ", ".join(f"{number:,} {KINDS[kind]}" for kind, number in count.items() if number) or "no entities"
    # Where it stands in a page, an svg has neither declaration nor document type.
    picture = re.sub(r"^.*?(?=<svg)", "", graph_svg(graph) or "", flags=re.DOTALL)
    return f"<div><p><b>{escape(graph.source.name)}</b>, as of {escape(graph.as_of)}: {told}.</p>{picture}</div>"


def graph_rows(graph: KnowledgeGraph, as_of: str | None) -> list[dict[str, Any]]:
    """The memberships of a graph, a row each."""
    by_iri = graph.names.by_iri
    rows = []
    for span in read_memberships(graph.source, graph.period(as_of), role="any"):
        graph.names.expect((span.member, span.body))
        ends = {"member": by_iri[span.member].id, "body": by_iri[span.body].id}
        dates = {"role": span.role, "start": span.start, "end": span.end}
        rows.append({**ends, **dates, "basis": span.grounds.basis, **_cited(span.grounds.evidence)})
    return rows


def members_rows(members: Iterable[Member]) -> list[dict[str, Any]]:
    """Members, a row each."""
    return [{"id": m.id, "label": m.label, "basis": m.basis, **_cited(m.evidence)} for m in members]


def members_html(members: Sequence[Member]) -> str:
    """Members as a table, with the sentences that they rest on."""
    rows = members_rows(members[:_ROWS])
    cells = [(row["id"], row["label"], row["basis"], row["quote"] or row["source"]) for row in rows]
    more = f"<p>{len(members) - _ROWS:,} more are not shown.</p>" if len(members) > _ROWS else ""
    return _table(("id", "label", "basis", "evidence"), cells) + more


def _cited(evidence: Iterable[Evidence]) -> dict[str, str | None]:
    items = list(evidence)
    quotes = [f"{e.quote} ({e.paragraph})" if e.paragraph else e.quote for e in items if e.quote]
    return {"quote": " | ".join(quotes) or None, "source": " | ".join(dict.fromkeys(e.source for e in items)) or None}


def _table(head: Iterable[str], rows: Iterable[Iterable[str | None]]) -> str:
    left = ' style="text-align: left; vertical-align: top"'
    top = "".join(f"<th{left}>{escape(one)}</th>" for one in head)
    body = "".join("<tr>" + "".join(f"<td{left}>{escape(c or '')}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def overlap_html(found: Overlap, measure: str = "jaccard") -> str:
    """The matrix of a measure, shaded by value, each beside what it is most like."""
    ids = found.seriated(measure, _SIDE)
    values = {frozenset((pair.a, pair.b)): pair.measure(measure) for pair in found.pairs}
    known = [value for value in values.values() if value is not None]
    low, top = min(known, default=0.0), max(known, default=0.0)

    def cell(a: str, b: str) -> str:
        value = None if a == b else values.get(frozenset((a, b)))
        if value is None or value == 0:
            return f'<td style="text-align: right">{"" if value is None else 0}</td>'
        level = 2 if top == low else int(4.999 * (value - low) / (top - low))
        ink = "#FFFFFF" if level > 2 else "#1A1A1A"
        return f'<td style="text-align: right; background: {_SHADES[level]}; color: {ink}">{value:.2f}</td>'

    names = [escape(found.entities[one].short) for one in ids]
    head = "".join(f"<th>{name}</th>" for name in names)
    rows = (f"<tr><th>{name}</th>{''.join(cell(a, b) for b in ids)}</tr>" for a, name in zip(ids, names, strict=True))
    some = f" The {len(ids)} with the most of {len(found.sets)}." if len(ids) < len(found.sets) else ""
    caption = f"<caption>{escape(measure)}, as of {escape(str(found.period))}.{some}</caption>"
    return f"<table>{caption}<thead><tr><th></th>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
