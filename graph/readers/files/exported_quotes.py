"""The quotes of a fact as `blocs export` writes them in one cell."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["evidence_cells"]


def evidence_cells(said: Mapping[str, str]) -> dict[str, str]:
    """The quotes of a fact that blocs exported, each in a cell of its own, with its paragraph and its source.

    >>> evidence_cells({"quote": "One. | Two.", "paragraph": "1 | 2", "cited": "The article"})["paragraph 2"]
    '2'
    """
    quotes, places, cited = (said.get(name, "").split(" | ") for name in ("quote", "paragraph", "cited"))
    cells: dict[str, str] = {}
    for number, quote in enumerate(quotes, 1):
        of, at = f" {number}" if number > 1 else "", number - 1
        cells[f"quote{of}"] = quote
        cells[f"paragraph{of}"] = places[at] if at < len(places) else ""
        cells[f"source{of}"] = cited[at] if len(cited) == len(quotes) else cited[0]
    return cells
