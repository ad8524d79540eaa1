"""Lines over years: numbers that rise and fall, each line with its name at its end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .axes import Scale, number_ticks, year_ticks
from .figure import Caption, Figure, Look
from .letters import folded, shown, text_width
from .scene import Dot, Line, Mark, Scene, Words

__all__ = ["MOST_LINES", "line_figure"]

MOST_LINES = 12
"""Lines that can be told apart in one figure."""

# Beside colours, so that lines can be followed by everybody.
_DASHES: tuple[tuple[float, ...], ...] = ((), (6, 3), (2, 2), (8, 2, 2, 2), (10, 4), (4, 2))


def line_figure(
    years: Sequence[int],
    panels: Sequence[tuple[str, Mapping[str, Sequence[int | None]]]],
    caption: Caption,
    look: Look | None = None,
) -> Scene:
    """Numbers over years.

    Parameters
    ----------
    years : sequence of int
        The years.
    panels : sequence of pairs
        For each plot, one below the other, what it counts, and its lines: a number for each year by name, None where
        nothing is known.
    caption : Caption
        Title, notes and source.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> from blocs.graph.pictures.figures.figure import Caption
    >>> line_figure([1990, 1991], [("Members", {"NATO": [16, 16]})], Caption("NATO")).description
    'Members of NATO: 16 in 1990, 16 in 1991.'
    """
    look = look or Look()
    figure = Figure(look, caption)
    if not years:
        figure.paragraph("Nothing here has a date.", look.text)
        return figure.finished()
    names = [name for _, lines in panels for name in lines if len(lines) > 1]
    label = min(max((text_width(shown(name), look.text) for name in names), default=0), look.room * 0.26) + 8
    high = min(190.0, (look.height - 160) / len(panels)) if len(panels) > 1 else min(330.0, look.height * 0.45)
    number = max(
        text_width(f"{max(known, default=0):,}", look.small)
        for _, lines in panels
        for known in [[n for line in lines.values() for n in line if n is not None]]
    )
    left = figure.left + number + 10
    numbers = text_width("00,000", look.small) + 8
    x = Scale(years[0], max(years[-1], years[0] + 1), left, figure.right - (label if names else 0) - numbers)
    for words, lines in panels:
        _panel(figure, x, years, words, lines, high, look)
    return figure.finished(" ".join(_described(years, words, lines) for words, lines in panels))


def _panel(
    figure: Figure, x: Scale, years: Sequence[int], words: str, lines: Mapping[str, Sequence[int | None]], high: float,
    look: Look,
) -> None:  # fmt: skip
    """One plot: what it counts above it, round numbers at the left, years below, its lines with their names."""
    figure.paragraph(words, look.text, look.ink, bold=True)
    top = figure.y + look.row * 0.6
    bottom = top + high - look.row * 3
    ticks = number_ticks(max((n for line in lines.values() for n in line if n is not None), default=0), 6)
    y = Scale(0, ticks[-1], bottom, top)
    for tick in ticks:
        figure.add(
            Line(
                [(x.start, y(tick)), (x.end, y(tick))],
                look.muted if tick == 0 else look.grid,
                0.8 if tick == 0 else 0.6,
            )
        )
        place = y(tick) + 0.35 * look.small
        figure.add(Words(x.start - 6, place, f"{tick:,g}", look.small, look.muted, anchor="end"))
    most = int((x.end - x.start) / (text_width("0000", look.small) * 2))
    for year in year_ticks(years[0], years[-1], most):
        figure.add(Line([(x(year), bottom), (x(year), bottom + 3)], look.muted))
        figure.add(Words(x(year), bottom + 3 + look.small, str(year), look.small, look.muted, anchor="middle"))
    ends: list[tuple[float, str, int, str]] = []
    for number, (name, values) in enumerate(lines.items()):
        colour = look.colours.series[number % len(look.colours.series)]
        figure.add(*_drawn(years, values, x, y, colour, _DASHES[number % len(_DASHES)], name))
        last = next((n for n in reversed(values) if n is not None), 0)
        ends.append((y(last), name if len(lines) > 1 else "", last, colour))
    figure.add(*_names(ends, x.end + 7, figure.right - x.end - 7, look))
    figure.y = bottom + look.row * 2


def _drawn(
    years: Sequence[int], values: Sequence[int | None], x: Scale, y: Scale, colour: str, dash: tuple[float, ...],
    name: str,
) -> Iterator[Mark]:  # fmt: skip
    """A line, with a gap where nothing is known, and a dot for a year that stands alone."""
    part: list[tuple[float, float]] = []
    values = _within(values)
    known = [n for n in values if n is not None]
    tooltip = f"{name}: {known[0]:,} to {known[-1]:,}, at most {max(known):,}" if known else name
    for year, value in [*zip(years, values, strict=True), (0, None)]:
        if value is not None:
            part.append((x(year), y(value)))
        elif part:
            yield Line(part, colour, 1.8, dash, tooltip) if len(part) > 1 else Dot(*part[0], 2.5, colour, tooltip)
            part = []


def _within(values: Sequence[int | None]) -> list[int | None]:
    """The numbers without the zeros before the first and after the last that is above 0: nothing was there yet."""
    there = [at for at, number in enumerate(values) if number]
    first, last = (there[0], there[-1]) if there else (0, len(values))
    return [number if first - 1 <= at <= last + 1 else None for at, number in enumerate(values)]


def _names(ends: Sequence[tuple[float, str, int, str]], x: float, room: float, look: Look) -> Iterator[Mark]:
    """The names and last numbers at the ends of lines, moved apart where they would lie on each other."""
    labels = []
    for place, name, last, colour in sorted(ends):
        lines = folded(f"{shown(name)} {last:,}".strip(), room, look.small)
        labels.append((place, lines, colour))
    heights = [look.small * 1.15 * len(lines) for _, lines, _ in labels]
    tops = _apart([place - height / 2 for (place, _, _), height in zip(labels, heights, strict=True)], heights)
    for top, (_, lines, colour) in zip(tops, labels, strict=True):
        for number, line in enumerate(lines):
            yield Words(x, top + look.small * (0.9 + 1.15 * number), line, look.small, colour)


def _apart(tops: Sequence[float], heights: Sequence[float]) -> list[float]:
    """Places from the top down, none of which lies on another: where they are crowded, around their middle."""
    groups: list[tuple[float, float, list[int]]] = []  # top, height and members of those that touch
    for number, (top, height) in enumerate(zip(tops, heights, strict=True)):
        start, size, members = top, height, [number]
        while groups and groups[-1][0] + groups[-1][1] > start:
            before, taken, others = groups.pop()
            middle = (before + taken / 2) * taken + (start + size / 2) * size
            size += taken
            start = middle / size - size / 2
            members = others + members
        groups.append((start, size, members))
    placed = []
    for start, _, members in groups:
        for member in members:
            placed.append(start)
            start += heights[member]
    return placed


def _described(years: Sequence[int], words: str, lines: Mapping[str, Sequence[int | None]]) -> str:
    """A plot in words, for those who do not see it."""
    said = []
    for name, values in lines.items():
        known = [(year, n) for year, n in zip(years, values, strict=True) if n is not None]
        if known:
            of = f" of {name}" if name != words else ""
            said.append(f"{words}{of}: {known[0][1]:,} in {known[0][0]}, {known[-1][1]:,} in {known[-1][0]}.")
    return " ".join(said)
