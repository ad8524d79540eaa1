"""Tables for people, by Rich: folded to the width, readable without colour."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich import box
from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from .canvas import BASES, Draw
from .table import Table, plain_cell
from .text import clean, shorten

__all__ = ["drawn_table"]


def drawn_table(table: Table) -> Draw:
    """A table as people look at it."""
    return lambda canvas: _parts(table)


def _parts(table: Table) -> Iterator[RenderableType]:
    if table.title:
        yield Text(shorten(clean(table.title)), style="bold")
    if table.rows:
        grid = RichTable(
            box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, show_header=table.header, header_style="bold"
        )
        for index, heading in enumerate(table.columns.values()):
            numbers = all(isinstance(row[index], int | float) for row in table.rows if row[index] is not None)
            grid.add_column(Text(shorten(clean(heading), 200)), justify="right" if numbers else "left", overflow="fold")
        for row in table.rows:
            grid.add_row(*(_cell(cell) for cell in row))
        yield grid
    for note in table.notes:
        yield Text(shorten(clean(note)), style="dim")


def _cell(cell: Any) -> Text:
    if isinstance(cell, float):
        return Text(f"{cell:.2f}")
    text = ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else plain_cell(cell)
    return Text(shorten(_lines(text)), style=BASES.get(text, ""))


def _lines(text: str) -> str:
    """Text made safe, its lines kept: in a table a new line does no harm."""
    return "\n".join(clean(line) for line in text.split("\n"))
