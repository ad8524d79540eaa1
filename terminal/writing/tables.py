"""Tables for people: on a terminal by Rich, folded to the width, readable without colour; or drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich import box
from rich.cells import cell_len, set_cell_size
from rich.console import RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from .canvas import BASES, Canvas, Draw
from .table import Table, plain_cell
from .text import clean, shorten
from .widths import column_widths, fold

if TYPE_CHECKING:
    from ...graph.pictures.figures.figure import Caption, Look
    from ...graph.pictures.figures.scene import Scene

__all__ = ["drawn_table", "table_scene"]


def drawn_table(table: Table) -> Draw:
    """A table as people look at it."""
    return lambda canvas: _parts(table, canvas)


def table_scene(table: Table, caption: Caption, look: Look) -> Scene:
    """A table as a figure."""
    from ...graph.pictures.figures.table_figure import table_figure

    headings = [shorten(heading, 200) if table.header else "" for heading in table.columns.values()]
    rows = [[shorten(_text(cell)) for cell in row] for row in table.rows]
    return table_figure(headings, rows, [_numbers(table, at) for at in range(len(headings))], caption, look)


def _numbers(table: Table, at: int) -> bool:
    return all(isinstance(row[at], int | float) for row in table.rows if row[at] is not None)


def _parts(table: Table, canvas: Canvas) -> Iterator[RenderableType]:
    if table.title:
        yield Text(shorten(clean(table.title)), style="bold")
    if table.rows:
        headings = [shorten(clean(heading), 200) for heading in table.columns.values()]
        rows = [[shorten(_lines(_text(cell))) for cell in row] for row in table.rows]
        widths, gap = column_widths([headings, *rows] if table.header else rows, canvas.width)
        if widths:
            yield _grid(table, headings, rows, widths, gap)
        else:
            yield from _records(table, headings, rows, canvas.width)
    if counted := _counted(table):
        yield Text(counted, style="dim")
    for note in table.notes:
        yield Text(shorten(clean(note)), style="dim")


def _counted(table: Table) -> str:
    """How many rows there are, where neither the title nor a note has said so."""
    said = " ".join([table.title, *table.notes])
    count = len(table.rows)
    words = f"{count:,} {table.counted}"
    return f"{words}." if table.counted and count > 1 and words not in said and f"{count:,} of " not in said else ""


def _grid(
    table: Table, headings: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[int], gap: int
) -> RichTable:
    """Columns beside each other."""
    right, left = {3: (1, 1), 2: (1, 0), 1: (0, 0)}[gap]
    grid = RichTable(
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        show_edge=False,
        show_header=table.header,
        header_style="bold",
        padding=(0, right, 0, left),
    )
    for index, (heading, width) in enumerate(zip(headings, widths, strict=True)):
        justify: Any = "right" if _numbers(table, index) else "left"
        grid.add_column(Text(fold(heading, width)), justify=justify, overflow="fold", width=width)
    for row in rows:
        cells = zip(row, widths, strict=True)
        grid.add_row(*(Text(fold(text, width), style=BASES.get(text, "")) for text, width in cells))
    return grid


def _records(table: Table, headings: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[Text]:
    """Each row as lines of its own, where the columns have no room beside each other."""
    side = min(max(map(cell_len, headings)), width // 3)
    for number, row in enumerate(rows):
        if number:
            yield Text("")
        for heading, text in zip(headings, row, strict=True):
            if not text:
                continue
            name = set_cell_size(heading, side) if table.header else ""
            indent = len(name) + 2 if name else 0
            lines = fold(text, max(10, width - indent)).split("\n")
            line = Text(f"{name}  " if name else "", style="bold")
            line.append(lines[0], style=f"not bold {BASES.get(text, '')}".strip())
            yield line
            yield from (Text(" " * indent + rest) for rest in lines[1:])


def _text(cell: Any) -> str:
    if isinstance(cell, float):
        return f"{cell:.2f}"
    return ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else plain_cell(cell)


def _lines(text: str) -> str:
    """Text made safe, its lines kept: in a table a new line does no harm."""
    return "\n".join(clean(line) for line in text.split("\n"))
