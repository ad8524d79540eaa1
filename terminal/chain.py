"""Paths as chains: from one entity over facts to the other, with the sentences behind each step."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from ..graph.analysis.paths import Paths, Step
from ..graph.model.evidence import Evidence, evidence_line
from ..graph.pictures.figures.words import named, numbered
from .writing.canvas import BASES, Canvas, plain
from .writing.output import Output
from .writing.text import shorten

__all__ = ["show_chains"]


def show_chains(found: Paths, title: str, notes: Sequence[str], out: Output) -> None:
    """Write the paths; each sentence stands once below them, under the number that the steps name."""
    numbers = numbered(found)

    def draw(canvas: Canvas) -> Iterator[RenderableType]:
        yield plain(title, "bold")
        for number, path in enumerate(found.paths, 1):
            yield _chain(number, path, numbers, canvas)
        for item, number in numbers.items():
            yield plain(shorten(f"[{number}] {evidence_line(item)}"), "dim")
        for note in notes:
            yield plain(note)

    out.draw(draw)


def _marks(step: Step, numbers: dict[Evidence, int]) -> list[str]:
    return [f"[{numbers[item]}]" for item in step.fact.grounds.evidence]


def _chain(number: int, path: Sequence[Step], numbers: dict[Evidence, int], canvas: Canvas) -> Table:
    """The first entity, and below it a link for each step: what ties it to the next one, and how well that is known."""
    grid = Table.grid(padding=(0, 1))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(str(number)), Text(""), plain(named(path[0].start), "bold"))
    for step in path:
        link = ("└→" if step is path[-1] else "├→") if canvas.signs else "->"
        words = plain(f"{step.words} ")
        words.append_text(plain(named(step.end), "bold"))
        basis = step.fact.grounds.basis
        words.append(f"  {basis}", style=BASES.get(basis, ""))
        words.append("".join(f" {mark}" for mark in _marks(step, numbers)), style="dim")
        grid.add_row(Text(""), Text(link, style="dim"), words)
    return grid
