"""A quotation held against the graph's sentences, as rows or JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .writing.output import Output
from .writing.table import Table

if TYPE_CHECKING:
    from ..graph.checking.quotations import Quotation

__all__ = ["write_quotation"]

_SAID = {
    "verbatim": "verbatim: the words stand in this sentence.",
    "shortened": "shortened: the words that are kept stand in this sentence, in this order.",
    "turned": "not faithful: what is left out turns the sense (“{left_out}”).",
    "similar": "not verbatim: no sentence has these words; this one is the nearest.",
    "": "not found: no sentence in this graph is like this quotation.",
}


def write_quotation(found: Sequence[Quotation], out: Output) -> None:
    """Write where a quotation stands, under a line that says whether it does."""
    verdict = found[0].match if found else ""
    said = _SAID[verdict].format(left_out=found[0].left_out if found else "")
    if out.form == "json":
        sentences = [
            {
                "match": one.match,
                "quote": one.quote,
                "paragraph": one.paragraph,
                "source": one.source,
                "about": [{"id": entity.id, "label": entity.label} for entity in one.about],
            }
            | ({"left_out": one.left_out} if one.left_out else {})
            for one in found
        ]
        faithful = verdict in ("verbatim", "shortened")
        out.json({"verbatim": verdict == "verbatim", "faithful": faithful, "said": said, "sentences": sentences})
        return
    columns = {"match": "Match", "quote": "Sentence", "paragraph": "Paragraph", "source": "Source", "about": "About"}
    for_people = out.for_people
    rows = [
        [one.match, one.quote, one.paragraph, one.source, ", ".join(e.short if for_people else e.id for e in one.about)]
        for one in found
    ]
    said = said[:1].upper() + said[1:]
    out.rows(Table(columns, rows, title=said, notes=[] if rows or for_people else [said]))
