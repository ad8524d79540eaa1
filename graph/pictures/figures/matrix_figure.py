"""A matrix of how similar things are: each name once, on the diagonal, with its values before and below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .letters import text_width
from .scene import Box, Mark, Scene, Words
from .sheet import INK, MUTED, Caption, Look, Sheet

__all__ = ["MOST", "Matrix", "matrix_figure"]

MOST = 40
"""Rows that a page holds with their values readable."""

_LEAST = 1.55  # the least side of a cell with a number of two digits, in sizes of its text


@dataclass(frozen=True)
class Matrix:
    """Names in order, and for two places what they have: None if that is not defined; `words` say what it measures.

    `shorts` are the same names shortened, for where a whole one has no room; it then stands below.
    """

    names: Sequence[str]
    value: Callable[[int, int], float | None]
    words: str
    compared: str = "names"
    shorts: Sequence[str] = ()


def matrix_figure(matrix: Matrix, caption: Caption, look: Look | None = None) -> Scene:
    """A matrix as a triangle of cells, each shaded and with its value.

    Parameters
    ----------
    matrix : Matrix
        What is drawn; at most `MOST` names can be read.
    caption : Caption
        Title, notes and source.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> from blocs.graph.pictures.figures.sheet import Caption
    >>> scene = matrix_figure(Matrix(["a", "b"], lambda a, b: 0.5, "Jaccard index"), Caption("Similar"))
    >>> [mark.text for mark in scene.marks if getattr(mark, "text", "") in ("a", "b")]
    ['a', 'b']
    """
    look = look or Look()
    count = len(matrix.names)
    if count < 2:
        sheet = Sheet(look, caption)
        sheet.paragraph("There are no two to compare." if count else "No matches in this graph.", look.text)
        return sheet.finished()
    values = {(a, b): matrix.value(a, b) for a in range(count) for b in range(a)}
    known = [value for value in values.values() if value is not None]
    low, top = min(known, default=0.0), max(known, default=0.0)
    whole = all(isinstance(value, int) for value in known)
    cell, names = _cell(matrix, look)
    hundredths = not whole and text_width("-.00" if low < 0 else ".00", look.small) > cell - 2
    shortened = [f"{short}: {name}" for name, short in zip(matrix.names, names, strict=True) if short not in ("", name)]
    sheet = Sheet(look, replace(caption, notes=("; ".join(shortened), *caption.notes) if shortened else caption.notes))
    start = sheet.y
    for a in range(count):
        y = start + a * cell
        for b in range(a):
            value = values[a, b]
            tooltip = f"{matrix.names[a]} and {matrix.names[b]}: {'not defined' if value is None else _exact(value)}"
            x = sheet.left + b * cell
            sheet.add(*_drawn(x, y, cell, value, (low, top), look, tooltip, hundredths=hundredths))
        sheet.add(Words(sheet.left + a * cell + 5, y + cell / 2 + 0.35 * look.text, names[a], look.text, INK))
    sheet.y = start + count * cell + 4
    sheet.key(_key(matrix.words, (low, top), values, look, hundredths=hundredths))
    sheet.paragraph(
        f"Each cell is of the name at the end of its row and the one above its column. Similar {matrix.compared} are"
        " side by side.",
        look.small,
        MUTED,
    )
    description = f"{matrix.words} of {count} {matrix.compared}, from {_exact(low)} to {_exact(top)}."
    return sheet.finished(description)


def _cell(matrix: Matrix, look: Look) -> tuple[float, Sequence[str]]:
    """The side of a cell, as large as is pleasant, and the names at the ends of the rows, shortened where need be."""
    names = matrix.names
    least = min(_LEAST * look.small, look.room * 0.8 / len(names))

    def side(names: Sequence[str]) -> float:
        fitting = (
            (look.room - text_width(name, look.text) - 6) / at if at else look.room for at, name in enumerate(names)
        )
        return min(*fitting, 3.6 * look.text, (look.height - 20 * look.small) / len(names))

    if side(names) < least and matrix.shorts:
        room = [look.room - at * least - 6 for at in range(len(names))]
        names = [
            name if text_width(name, look.text) <= wide else short
            for name, short, wide in zip(names, matrix.shorts, room, strict=True)
        ]
    return max(side(names), 1.1 * look.small), names


def _level(value: float | None, low: float, top: float) -> int:
    """How dark: 1 to 5 from the least to the most that occurs; 0 for nothing."""
    if value is None or (value == 0 and low >= 0):
        return 0
    return 3 if top == low else 1 + int(4.999 * (value - low) / (top - low))


def _drawn(
    x: float, y: float, cell: float, value: float | None, ends: tuple[float, float], look: Look, tooltip: str, *,
    hundredths: bool,
) -> Iterator[Mark]:  # fmt: skip
    level = _level(value, *ends)
    fill, ink = look.shades()[level - 1] if level else ("#FFFFFF", MUTED)
    yield Box(x + 0.5, y + 0.5, cell - 1, cell - 1, fill, "" if level else "#E3E3E3", 0.6, tooltip=tooltip)
    text = _text(value, hundredths)
    yield Words(x + cell / 2, y + cell / 2 + 0.35 * look.small, text, look.small, ink, anchor="middle")


def _text(value: float | None, hundredths: bool = False) -> str:
    if value is None:
        return "–"
    if isinstance(value, int):
        return str(value)
    if hundredths:
        return str(round(100 * value))
    text = f"{value:.2f}"
    return {"1.00": "1", "0.00": "0", "-0.00": "0"}.get(text, text.replace("0.", ".", 1))


def _exact(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"


def _key(
    words: str, ends: tuple[float, float], values: dict[tuple[int, int], float | None], look: Look, *, hundredths: bool
) -> list[tuple[float, Sequence[Mark], str]]:
    """The scale: what each shade goes from and to."""
    low, top = ends
    unit = " in hundredths" if hundredths else ""
    found: list[tuple[float, Sequence[Mark], str]] = [(0, [], f"{words[:1].upper()}{words[1:]}{unit}:")]
    for level in range(1, 6):
        of_it = [value for value in values.values() if value is not None and _level(value, low, top) == level]
        if of_it:
            least, most = _text(min(of_it), hundredths), _text(max(of_it), hundredths)
            fill, _ = look.shades()[level - 1]
            sample = [Box(0, -0.45 * look.text, 14, 0.9 * look.text, fill)]
            found.append((14, sample, least if least == most else f"{least} to {most}"))
    if any(value is None for value in values.values()):
        found.append((0, [], "– not defined"))
    return found
