"""Tables on a terminal, by Rich: folded to the width, readable without colour."""

from __future__ import annotations

import io
import sys
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from .output import Table, _plain, clean, shorten, write_out

__all__ = ["console", "print_table", "table_text"]

_STYLES = {"stated": "green", "derived": "cyan", "claimed": "yellow", "planned": "magenta", "denied": "red"}


def console(**options: Any) -> Console:
    """A console that obeys NO_COLOR and never reads markup, emoji or highlights into text from data."""
    return Console(markup=False, emoji=False, highlight=False, **options)


def print_table(table: Table) -> None:
    """Print a table for people on standard output."""
    page = _Page()
    _print(table, console(file=page))
    write_out(page.getvalue().encode(sys.stdout.encoding or "utf-8", "backslashreplace"))


class _Page(io.StringIO):
    """What is to be printed, gathered; to Rich it looks like the standard output that it is for."""

    def isatty(self) -> bool:
        return sys.stdout.isatty()

    def fileno(self) -> int:
        return sys.stdout.fileno()


def table_text(table: Table, width: int = 100) -> str:
    """The same table as plain text."""
    out = io.StringIO()
    _print(table, console(file=out, width=width, color_system=None))
    return out.getvalue()


def _print(table: Table, to: Console) -> None:
    if table.title:
        to.print(Text(shorten(_lines(table.title)), style="bold"))
    if table.rows:
        grid = RichTable(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
        for index, heading in enumerate(table.columns.values()):
            numbers = all(isinstance(row[index], int | float) for row in table.rows if row[index] is not None)
            grid.add_column(heading, justify="right" if numbers else "left", overflow="fold")
        for row in table.rows:
            grid.add_row(*(_cell(cell) for cell in row))
        to.print(grid)
    for note in table.notes:
        to.print(Text(shorten(clean(note)), style="dim"))


def _cell(cell: Any) -> Text:
    if isinstance(cell, float):
        return Text(f"{cell:.2f}")
    text = ", ".join(map(str, cell)) if isinstance(cell, list | tuple) else _plain(cell)
    return Text(shorten(_lines(text)), style=_STYLES.get(text, ""))


def _lines(text: str) -> str:
    """Text made safe, its lines kept: in a table a new line does no harm."""
    return "\n".join(clean(line) for line in text.split("\n"))
