"""A table as a figure: its headings over a rule, cells folded between words, numbers at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...amounts import counted
from .figure import Caption, Figure, Look
from .letters import folded, text_width
from .scene import Line, Scene, Words

__all__ = ["table_figure"]

_GAP = 14.0


def table_figure(
    headings: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[bool], caption: Caption,
    look: Look | None = None,
) -> Scene:  # fmt: skip
    """A table.

    Parameters
    ----------
    headings : sequence of str
        The headings of its columns; none are written if all are "".
    rows : sequence of sequence of str
        The cells.
    numbers : sequence of bool
        Which columns stand at the right.
    caption : Caption
        Title, notes and source.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> from blocs.graph.pictures.figures.figure import Caption
    >>> table_figure(["State"], [["Armenia"]], [False], Caption("Members")).description
    'A table of 1 row.'
    """
    look = look or Look()
    widths = _widths([headings, *rows], look) if rows else []
    most = _fitting(rows, widths, look)
    notes = list(caption.notes)
    if len(rows) > most:
        notes.append(f"The first {most:,} of {len(rows):,} rows are drawn.")
    figure = Figure(look, replace(caption, notes=tuple(notes)))
    shown = rows[:most]
    if not shown:
        return figure.finished("A table without rows.")
    places = [figure.left + sum(widths[:at]) + _GAP * at for at in range(len(widths))]
    if any(headings):
        _row(figure, headings, places, widths, numbers, bold=True)
        figure.y += 0.3 * look.row
        figure.add(Line([(figure.left, figure.y), (places[-1] + widths[-1], figure.y)], look.muted, 0.9))
        figure.y += 0.15 * look.row
    for number, row in enumerate(shown):
        if number:
            figure.add(Line([(figure.left, figure.y), (places[-1] + widths[-1], figure.y)], look.grid, 0.4))
        _row(figure, row, places, widths, numbers)
        figure.y += 0.25 * look.row
    return figure.finished(f"A table of {counted(len(rows), 'row')}.")


def _fitting(rows: Sequence[Sequence[str]], widths: Sequence[float], look: Look) -> int:
    """How many rows a page holds."""
    room = look.height - 16 * look.small
    for number, row in enumerate(rows):
        room -= look.row * (
            max(len(_folded(cell, width, look)) for cell, width in zip(row, widths, strict=True)) + 0.25
        )
        if room < 0:
            return max(1, number)
    return len(rows)


def _folded(cell: str, width: float, look: Look, bold: bool = False) -> list[str]:
    return [line for part in cell.split("\n") for line in folded(part, width + 0.5, look.text, bold)]


def _widths(rows: Sequence[Sequence[str]], look: Look) -> list[float]:
    """The width of each column: what it needs, or if that is too much, the widest are narrowed first."""
    needed = [max(text_width(cell, look.text, True) for cell in column) for column in zip(*rows, strict=True)]
    words = [
        max((text_width(word, look.text, True) for cell in column for word in cell.split()), default=0.0)
        for column in zip(*rows, strict=True)
    ]
    room = look.room - _GAP * (len(needed) - 1)
    limit = max(needed)
    while limit > 20 and sum(min(width, limit) for width in needed) > room:
        limit -= 2
    widths = [min(width, limit) for width in needed]
    # A column as wide as its longest word breaks none, if the others have room to give.
    for at, word in enumerate(words):
        lacking = min(word, room / len(widths) * 1.5) - widths[at]
        widest = max(range(len(widths)), key=widths.__getitem__)
        if lacking > 0 and widest != at and widths[widest] - lacking >= words[widest]:
            widths[at] += lacking
            widths[widest] -= lacking
    return widths


def _row(
    figure: Figure, cells: Sequence[str], places: Sequence[float], widths: Sequence[float], numbers: Sequence[bool], *,
    bold: bool = False,
) -> None:  # fmt: skip
    look, top = figure.look, figure.y
    for cell, x, width, right in zip(cells, places, widths, numbers, strict=True):
        y = top
        for line in _folded(cell, width, look, bold):
            y += look.row
            place, anchor = (x + width, "end") if right else (x, "start")
            figure.add(Words(place, y - 0.25 * look.text, line, look.text, look.ink, bold, anchor))
        figure.y = max(figure.y, y)
