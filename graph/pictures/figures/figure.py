"""A figure in the making: sizes and inks, the title above, then what is drawn, the notes and the source below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..paper import Palette, palette, sheet
from .letters import folded, text_width
from .scene import Box, Line, Mark, Scene, Shape, Words

__all__ = ["Caption", "Figure", "Look", "look_of"]


@dataclass(frozen=True)
class Caption:
    """What stands around a figure: its title, what it counts and of when, notes, and where the data are from."""

    title: str
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Look:
    """Sizes in points, and colours.

    A figure as wide as the usual one is read on a screen, and on A4 (where its 680 points become the 482 between the
    margins of a text) its smallest words are still of 6 points. `height` is how much a page holds; a `fixed` one is as
    high as that whatever stands on it.
    """

    width: float = 680
    height: float = 960
    text: float = 9.5
    small: float = 8.5
    title: float = 14.0
    margin: float = 16
    fixed: bool = False
    colours: Palette = field(default_factory=lambda: palette("screen"), repr=False)

    @property
    def row(self) -> float:
        """The height of a line of text."""
        return self.text * 1.32

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def ink(self) -> str:
        """The colour of words."""
        return self.colours.ink

    @property
    def muted(self) -> str:
        """The colour of words of less weight."""
        return self.colours.faint

    @property
    def grid(self) -> str:
        """The colour of lines that only guide the eye."""
        return "#D0D0D0"

    @property
    def main(self) -> str:
        """The colour of what the figure is about."""
        return self.colours.series[0]

    @property
    def shades(self) -> Sequence[tuple[str, str]]:
        """Shades from little to much, each with the colour of words on it."""
        return [(shade, "#FFFFFF" if _is_dark(shade) else "#000000") for shade in self.colours.shades[1:]]


def _is_dark(colour: str) -> bool:
    """Whether white words are read better on a colour than black ones."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < 0.179


def look_of(style: str = "screen", size: str = "auto") -> Look:
    """The look of a style on a sheet.

    Parameters
    ----------
    style : str
        One of `paper.STYLES`.
    size : str
        One of `paper.SIZES`.

    Returns
    -------
    Look

    Raises
    ------
    InvalidRequest
        If there is no such style or size.

    >>> round(look_of("print", "a4").width), look_of().width
    (595, 680)
    """
    colours, paper = palette(style), sheet(size)
    if size == "auto":
        return Look(colours=colours)
    (width, height), margin = paper.points, (paper.points[0] - paper.inner[0]) / 2
    # A slide is read from afar, a column from near.
    text = 6.8 if width < 300 else 8.0 if width < 700 else 13.0
    return Look(width, height, text, text * 0.9, text * 1.45, max(margin, 2), not paper.grows, colours)


class Figure:
    """A sheet that is filled from the top: `y` is where the next thing goes."""

    def __init__(self, look: Look, caption: Caption) -> None:
        self.look, self.caption = look, caption
        self.marks: list[Mark] = []
        self.left, self.right, self.y = look.margin, look.width - look.margin, look.margin
        if caption.title:
            self.paragraph(caption.title, look.title, bold=True)
        if caption.subtitle:
            self.paragraph(caption.subtitle, look.text, look.muted)
        if caption.title or caption.subtitle:
            self.y += look.small

    def add(self, *marks: Mark) -> None:
        """Draw these."""
        self.marks += marks

    def paragraph(self, text: str, size: float, colour: str = "", *, bold: bool = False, indent: float = 0) -> None:
        """Words over the whole width, folded between words."""
        for line in folded(text, self.right - self.left - indent, size, bold):
            self.y += size * 1.25
            self.marks.append(
                Words(self.left + indent, self.y - 0.25 * size, line, size, colour or self.look.ink, bold)
            )

    def key(self, entries: Sequence[tuple[float, Sequence[Mark], str]]) -> None:
        """A legend in rows: for each entry the width of its sample, the sample drawn around y = 0, and its words."""
        look = self.look
        x, self.y = self.left, self.y + look.row
        for width, sample, words in entries:
            whole = width + 5 + text_width(words, look.small)
            if x > self.left and x + whole > self.right:
                x, self.y = self.left, self.y + look.row * 1.15
            self.marks += [_moved(mark, x, self.y) for mark in sample]
            self.marks.append(Words(x + width + 5, self.y + 0.36 * look.small, words, look.small, look.ink))
            x += whole + 16
        self.y += look.row * 0.9

    def finished(self, description: str = "") -> Scene:
        """The scene, with the notes and the source below what was drawn."""
        look = self.look
        self.y += 0.4 * look.small
        for note in self.caption.notes:
            self.paragraph(note, look.small)
            self.y += 0.2 * look.small
        if self.caption.source:
            self.y += 0.2 * look.small
            self.paragraph(self.caption.source, look.small, look.muted)
        end = self.y + look.margin * 0.75
        return Scene(
            look.width, max(end, look.height) if look.fixed else end, self.caption.title, description, self.marks
        )


def _moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark elsewhere."""
    if isinstance(mark, Line | Shape):
        return replace(mark, points=[(px + x, py + y) for px, py in mark.points])
    if isinstance(mark, Box | Words):
        return replace(mark, x=mark.x + x, y=mark.y + y)
    return replace(mark, x=mark.x + x, y=mark.y + y)
