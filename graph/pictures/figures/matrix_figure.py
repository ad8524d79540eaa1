"""A matrix of how similar things are: each name once, on the diagonal, with its values before and below it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .figure import Caption, Figure, Look
from .letters import shown, text_width
from .scene import Box, Mark, Scene, Words

__all__ = ["Matrix", "matrix_figure", "most_names"]

_MOST = 40  # more are a texture on any page

_LEAST = 1.55  # the least side of a cell with a number of two digits, in sizes of its text
_AROUND = 20  # lines of small text that a page needs above and below the cells


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


def most_names(look: Look | None = None) -> int:
    """How many names a page holds with their values readable.

    >>> most_names()
    40
    """
    look = look or Look()
    side = _LEAST * look.small
    return max(2, min(_MOST, int(look.room * 0.83 / side), int((look.height - _AROUND * look.small) / side)))


def matrix_figure(matrix: Matrix, caption: Caption, look: Look | None = None) -> Scene:
    """A matrix as a triangle of cells, each shaded and with its value.

    Parameters
    ----------
    matrix : Matrix
        What is drawn; not more names than `most_names` gives can be read.
    caption : Caption
        Title, notes and source.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> from blocs.graph.pictures.figures.figure import Caption
    >>> scene = matrix_figure(Matrix(["a", "b"], lambda a, b: 0.5, "Jaccard index"), Caption("Similar"))
    >>> [mark.text for mark in scene.marks if getattr(mark, "text", "") in ("a", "b")]
    ['a', 'b']
    """
    look = look or Look()
    count = len(matrix.names)
    if count < 2:
        figure = Figure(look, caption)
        figure.paragraph("There are no two to compare." if count else "No matches in this graph.", look.text)
        return figure.finished()
    values = {(a, b): matrix.value(a, b) for a in range(count) for b in range(a)}
    known = [value for value in values.values() if value is not None]
    scale = _Shades(min(known, default=0.0), max(known, default=0.0), len(look.shades))
    whole = all(isinstance(value, int) for value in known)
    cell, names = _cell(matrix, look)
    hundredths = not whole and text_width("-.00" if scale.low < 0 else ".00", look.small) > cell - 0.4 * look.small
    shortened = [f"{short}: {name}" for name, short in zip(matrix.names, names, strict=True) if short not in ("", name)]
    figure = Figure(
        look, replace(caption, notes=("; ".join(shortened), *caption.notes) if shortened else caption.notes)
    )
    start = figure.y
    for a in range(count):
        y = start + a * cell
        for b in range(a):
            value = values[a, b]
            tooltip = f"{matrix.names[a]} and {matrix.names[b]}: {'not defined' if value is None else _exact(value)}"
            x = figure.left + b * cell
            figure.add(*_drawn(x, y, cell, value, scale, look, tooltip, hundredths=hundredths))
        figure.add(Words(figure.left + a * cell + 5, y + cell / 2 + 0.35 * look.text, names[a], look.text, look.ink))
    figure.y = start + count * cell + 4
    figure.key(_key(matrix.words, scale, values, look, hundredths=hundredths))
    figure.paragraph(
        f"Each cell is of the name at the end of its row and the one above its column. Similar {matrix.compared} are"
        " side by side.",
        look.small,
        look.muted,
    )
    description = f"{matrix.words} of {count} {matrix.compared}, from {_exact(scale.low)} to {_exact(scale.top)}."
    return figure.finished(description)


def _cell(matrix: Matrix, look: Look) -> tuple[float, Sequence[str]]:
    """The side of a cell, as large as is pleasant, and the names at the ends of the rows, shortened where need be."""
    names: Sequence[str] = [shown(name) for name in matrix.names]
    least = min(_LEAST * look.small, look.room * 0.8 / len(names))

    def side(names: Sequence[str]) -> float:
        fitting = (
            (look.room - text_width(name, look.text) - 6) / at if at else look.room for at, name in enumerate(names)
        )
        return min(*fitting, 3.6 * look.text, (look.height - _AROUND * look.small) / len(names))

    if side(names) < least and matrix.shorts:
        room = [look.room - at * least - 6 for at in range(len(names))]
        names = [
            name if text_width(name, look.text) <= wide else short
            for name, short, wide in zip(names, map(shown, matrix.shorts), room, strict=True)
        ]
    return max(side(names), 1.1 * look.small), names


@dataclass(frozen=True)
class _Shades:
    """The least and the most that occurs, and how many shades there are from one to the other."""

    low: float
    top: float
    count: int

    def of(self, value: float | None) -> int:
        """The number of a value's shade, from 1; 0 for nothing."""
        if value is None or (value == 0 and self.low >= 0):
            return 0
        if self.top == self.low:
            return (self.count + 1) // 2
        return 1 + int((self.count - 0.001) * (value - self.low) / (self.top - self.low))


def _drawn(
    x: float, y: float, cell: float, value: float | None, scale: _Shades, look: Look, tooltip: str, *,
    hundredths: bool,
) -> Iterator[Mark]:  # fmt: skip
    level = scale.of(value)
    fill, ink = look.shades[level - 1] if level else ("#FFFFFF", look.muted)
    yield Box(x + 0.5, y + 0.5, cell - 1, cell - 1, fill, "" if level else look.grid, 0.6, tooltip=tooltip)
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
    words: str, scale: _Shades, values: dict[tuple[int, int], float | None], look: Look, *, hundredths: bool
) -> list[tuple[float, Sequence[Mark], str]]:
    """The scale: what each shade goes from and to."""
    unit = " in hundredths" if hundredths else ""
    found: list[tuple[float, Sequence[Mark], str]] = [(0, [], f"{words[:1].upper()}{words[1:]}{unit}:")]
    for level in range(1, scale.count + 1):
        of_it = [value for value in values.values() if value is not None and scale.of(value) == level]
        if of_it:
            least, most = _text(min(of_it), hundredths), _text(max(of_it), hundredths)
            fill, _ = look.shades[level - 1]
            sample = [Box(0, -0.45 * look.text, 14, 0.9 * look.text, fill)]
            found.append((14, sample, least if least == most else f"{least} to {most}"))
    if any(value is None for value in values.values()):
        found.append((0, [], "– not defined"))
    return found
