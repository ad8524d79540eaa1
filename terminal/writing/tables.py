"""Tables for people: on a terminal by Rich, folded to the width, readable without colour; or drawn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from .canvas import BASES, Draw
from .table import Table, plain_cell
from .text import clean, shorten

if TYPE_CHECKING:
    from ...graph.pictures.figures.figure import Caption, Look
    from ...graph.pictures.figures.scene import Scene

__all__ = ["drawn_table", "table_scene"]


def drawn_table(table: Table) -> Draw:
    """A table as people look at it."""
    return lambda canvas: _parts(table)


def table_scene(table: Table, caption: Caption, look: Look) -> Scene:
    """A table as a figure."""
    from ...graph.pictures.figures.table_figure import table_figure

    headings = [shorten(heading, 200) if table.header else "" for heading in table.columns.values()]
    rows = [[shorten(_text(cell)) for cell in row] for row in table.rows]
    return table_figure(headings, rows, [_numbers(table, at) for at in range(len(headings))], caption, look)


def _numbers(table: Table, at: int) -> bool:
    return all(isinstance(row[at], int | float) for row in table.rows if row[at] is not None)


def _parts(table: Table) -> Iterator[RenderableType]:
    if table.title:
        yield Text(shorten(clean(table.title)), style="bold")
    if table.rows:
        grid = RichTable(
            box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, show_header=table.header, header_style="bold"
        )
        for index, heading in enumerate(table.columns.values()):
            justify: Any = "right" if _numbers(table, index) else "left"
            grid.add_column(Text(shorten(clean(heading), 200)), justify=justify, overflow="fold")
        for row in table.rows:
            grid.add_row(*(_cell(cell) for cell in row))
        yield grid
    for note in table.notes:
        yield Text(shorten(clean(note)), style="dim")


def _cell(cell: Any) -> Text:
    text = _text(cell)
    return Text(shorten(_lines(text)), style=BASES.get(text, ""))


def _text(cell: Any) -> str:
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else plain_cell(cell)


def _lines(text: str) -> str:
    """Text made safe, its lines kept: in a table a new line does no harm."""
    return "\n".join(clean(line) for line in text.split("\n"))
