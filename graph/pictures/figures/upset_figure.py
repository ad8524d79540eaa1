"""An UpSet plot: sizes of the sets at the left, sizes of the intersections on top, dots for what each is made of.

After Lex et al. 2014, "UpSet: Visualization of Intersecting Sets", IEEE TVCG 20(12), doi:10.1109/TVCG.2014.2346248.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ...amounts import shortened
from .axes import Scale, number_ticks
from .figure import Caption, Figure, Look
from .letters import folded, shown, text_width
from .scene import Box, Dot, Line, Mark, Scene, Words

__all__ = ["MOST_SETS", "upset_figure"]

MOST_SETS = 20
"""Sets whose rows of dots can be followed."""

_TOLD = 14  # intersections whose members are named below
_NAMES = 16  # members of one of them that are named
_LETTER = 14  # points for the letter before them


def upset_figure(
    sets: Mapping[str, int],
    crossings: Sequence[tuple[Sequence[str], Sequence[str]]],
    caption: Caption,
    things: tuple[str, str] = ("bodies", "members"),
    look: Look | None = None,
) -> Scene:
    """Who is in exactly which sets.

    Parameters
    ----------
    sets : mapping of str to int
        The sizes of the sets by name, in the order of their rows.
    crossings : sequence of pairs
        For each intersection the names of its sets and of what is in exactly these, the largest first.
    caption : Caption
        Title, notes and source.
    things : tuple of str
        What the sets and what is in them are called.
    look : Look or None
        Sizes and inks; None for the usual.

    Returns
    -------
    Scene

    >>> from blocs.graph.pictures.figures.figure import Caption
    >>> scene = upset_figure({"A": 2, "B": 1}, [(["A"], ["x"]), (["A", "B"], ["y"])], Caption("Who is in what"))
    >>> scene.description
    '2 intersections of 2 bodies.'
    """
    look = look or Look()
    widest = max((text_width(shown(name), look.text) for name in sets), default=0)
    label = min(widest, look.room * 0.3)
    sizes = look.room * 0.16
    left = look.margin + sizes + 8 + label + 12
    most = int((look.width - look.margin - left) / (look.row * 1.05))
    kept = crossings[:most]
    notes = list(caption.notes)
    if len(kept) < len(crossings):
        rest = sum(len(ids) for _, ids in crossings[most:])
        notes.append(
            f"The {len(kept)} largest of {len(crossings):,} intersections are drawn; in the others together"
            f" {'is 1' if rest == 1 else f'are {rest:,}'} of the {things[1]}."
        )
    figure = Figure(look, replace(caption, notes=tuple(notes)))
    if not kept:
        figure.paragraph("No matches in this graph.", look.text)
        return figure.finished()
    plot = _Plot(list(sets), sets, kept, figure, left, label, sizes)
    told = [_listed(ids) for _, ids in kept]
    lines = sum(len(folded(text, look.room - _LETTER, look.small)) for text in told)
    # Who it is stands below if there is room: else the plot says how many.
    tells = len(kept) <= _TOLD and plot.bottom + (lines + 7) * 1.4 * look.small <= look.height
    figure.add(*plot.bars(things[1]))
    figure.add(*plot.rows(things[0], lettered=tells))
    figure.y = plot.bottom + 6
    for number, text in enumerate(told if tells else ()):
        figure.add(Words(figure.left, figure.y + look.small, _letter(number), look.small, look.ink, bold=True))
        figure.paragraph(text, look.small, look.ink, indent=_LETTER)
        figure.y += 0.15 * look.small
    return figure.finished(f"{len(kept)} intersections of {len(sets)} {things[0]}.")


class _Plot:
    """The three parts, whose columns and rows are the same."""

    def __init__(
        self, names: Sequence[str], sizes: Mapping[str, int], crossings: Sequence[tuple[Sequence[str], Sequence[str]]],
        figure: Figure, left: float, label: float, bars: float,
    ) -> None:  # fmt: skip
        look = figure.look
        self.names, self.sizes, self.crossings, self.look = names, sizes, crossings, look
        self.left, self.label, self.bars_width, self.edge = left, label, bars, figure.left
        self.column = min(max(look.row * 1.05, (figure.right - left) / len(crossings)), look.row * 3.4)
        self.top = figure.y + look.row * 2
        self.base = self.top + min(150, look.height * 0.16)
        self.lines = [folded(shown(name), label, look.text) for name in names]
        self.heights = [look.row * (1.25 + 0.92 * (len(lines) - 1)) for lines in self.lines]
        self.bottom = self.base + look.row + sum(self.heights) + look.row * 1.4

    def _x(self, number: int) -> float:
        return self.left + (number + 0.5) * self.column

    def bars(self, things: str) -> Iterator[Mark]:
        """How much is in each intersection."""
        look = self.look
        longest = max(len(ids) for _, ids in self.crossings)
        ticks = number_ticks(longest, 5)
        y = Scale(0, ticks[-1], self.base, self.top)
        right = self.left + self.column * len(self.crossings)
        for tick in ticks:
            yield Line([(self.left, y(tick)), (right, y(tick))], look.grid, 0.6)
            yield Words(self.left - 5, y(tick) + 0.35 * look.small, f"{tick:,g}", look.small, look.muted, anchor="end")
        words = f"Number of {things} in exactly these"
        yield Words(self.left, self.top - look.row * 1.4, words, look.small, look.muted)
        for number, (sets, ids) in enumerate(self.crossings):
            width = min(self.column * 0.62, look.row * 2)
            height = self.base - y(len(ids))
            tooltip = f"only {', '.join(sets)}: {', '.join(ids)}"
            yield Box(self._x(number) - width / 2, self.base - height, width, height, look.main, tooltip=tooltip)
            count = Words(self._x(number), y(len(ids)) - 3, str(len(ids)), look.small, look.ink, anchor="middle")
            yield count

    def rows(self, things: str, *, lettered: bool) -> Iterator[Mark]:
        """For each set its name and size, and a dot in the column of each intersection that it is part of."""
        look = self.look
        most = max(self.sizes.values())
        bar_end = self.edge + self.bars_width
        room = self.bars_width - text_width(f"{most:,}", look.small) - 4
        right = self.left + self.column * len(self.crossings)
        y = self.base + look.row
        places: dict[str, float] = {}
        for number, (name, lines, height) in enumerate(zip(self.names, self.lines, self.heights, strict=True)):
            if number % 2 == 0:
                yield Box(self.edge, y, right - self.edge, height, "#F2F2F2")
            middle = places[name] = y + height / 2
            length = room * self.sizes[name] / most if most else 0
            yield Box(bar_end - length, middle - 0.32 * look.row, length, 0.64 * look.row, look.muted)
            size = f"{self.sizes[name]:,}"
            yield Words(bar_end - length - 4, middle + 0.35 * look.small, size, look.small, look.ink, anchor="end")
            first = middle - (len(lines) - 1) * look.row * 0.46 + 0.35 * look.text
            for at, line in enumerate(lines):
                yield Words(bar_end + 8, first + at * look.row * 0.92, line, look.text, look.ink)
            y += height
        words = f"Size of the {'body' if things == 'bodies' else 'set'}"
        start = max(self.edge, bar_end - text_width(words, look.small))
        yield Words(start, y + look.row * 0.9, words, look.small, look.muted)
        radius = look.row * 0.3
        for number, (sets, _) in enumerate(self.crossings):
            x = self._x(number)
            inside = [places[name] for name in sets]
            for name, place in places.items():
                if name not in sets:
                    yield Dot(x, place, radius * 0.55, "#BDBDBD")
            yield Line([(x, min(inside)), (x, max(inside))], look.main, 2)
            yield from (Dot(x, place, radius, look.main) for place in inside)
            if lettered:
                yield Words(x, y + look.row * 0.9, _letter(number), look.small, look.ink, bold=True, anchor="middle")


def _letter(number: int) -> str:
    return chr(ord("a") + number)


def _listed(ids: Sequence[str]) -> str:
    return shortened(sorted(map(shown, ids), key=str.casefold), _NAMES)
