"""Drafting on a terminal: what was found, from which sentences nothing was taken, what was doubtful."""

from __future__ import annotations

from pathlib import Path

__all__ = ["write_draft"]


def write_draft(text: Path, output: Path | None, graph: Path | None, date: str | None) -> None:
    """Draft a graph from a text and write it."""
    from ..graph.drafting import draft_file
    from ..graph.files import write_whole

    found = draft_file(text, None, date)
    if output is not None:
        write_whole(output, found.turtle())
