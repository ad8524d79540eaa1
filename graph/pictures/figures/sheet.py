"""The sheet that a figure stands on: sizes and inks, the title above, the notes and the source below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .letters import folded, text_width
from .scene import Box, Mark, Scene, Words

__all__ = ["FIRST", "GRID", "INK", "MUTED", "Caption", "Look", "Sheet"]

INK, MUTED, GRID = "#1A1A1A", "#595959", "#D0D0D0"
"""The colours of words, of words beside them (7:1 on white), and of lines that only guide the eye."""

FIRST = "#0072B2"
"""The colour of what a figure is about."""


@dataclass(frozen=True)
class Caption:
    """What stands around a figure: its title, what it counts and of when, notes, and where the data are from."""

    title: str
    subtitle: str = ""
    notes: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True)
class Look:
    """Sizes in points and inks.

    A sheet as wide as the usual one is read on a screen, and on A4 (where 680 points become the 482 between the
    margins) its smallest words are still of 6 points. `height` is how much a page holds. With `grey` nothing is said by
    colour.
    """

    width: float = 680
    height: float = 960
    text: float = 9.5
    small: float = 8.5
    title: float = 14.0
    margin: float = 16
    grey: bool = False

    @property
    def row(self) -> float:
        """The height of a line of text."""
        return self.text * 1.32

    @property
    def room(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    def shades(self) -> Sequence[tuple[str, str]]:
        """Five shades from little to much, each with the colour of words on it."""
        from ...tables import SHADES

        greys = (("#F0F0F0", INK), ("#D4D4D4", INK), ("#A8A8A8", INK), ("#6B6B6B", "#FFFFFF"), ("#333333", "#FFFFFF"))
        return greys if self.grey else SHADES

    def main(self) -> str:
        """The colour of what the figure is about."""
        return "#404040" if self.grey else FIRST


class Sheet:
    """A sheet that is filled from the top: `y` is where the next thing goes."""

    def __init__(self, look: Look, caption: Caption) -> None:
        self.look, self.caption = look, caption
        self.marks: list[Mark] = []
        self.left, self.right, self.y = look.margin, look.width - look.margin, look.margin
        if caption.title:
            self.paragraph(caption.title, look.title, INK, bold=True)
        if caption.subtitle:
            self.paragraph(caption.subtitle, look.text, MUTED)
        if caption.title or caption.subtitle:
            self.y += look.small

    def add(self, *marks: Mark) -> None:
        """Draw these."""
        self.marks += marks

    def paragraph(self, text: str, size: float, colour: str = INK, *, bold: bool = False, indent: float = 0) -> None:
        """Words over the whole width, folded between words."""
        for line in folded(text, self.right - self.left - indent, size, bold):
            self.y += size * 1.25
            self.marks.append(Words(self.left + indent, self.y - 0.25 * size, line, size, colour, bold))

    def key(self, entries: Sequence[tuple[float, Sequence[Mark], str]]) -> None:
        """A legend in rows: for each entry the width of its sample, the sample drawn around y = 0, and its words."""
        look = self.look
        x, self.y = self.left, self.y + look.row
        for width, sample, words in entries:
            whole = width + 5 + text_width(words, look.small)
            if x > self.left and x + whole > self.right:
                x, self.y = self.left, self.y + look.row * 1.15
            self.marks += [moved(mark, x, self.y) for mark in sample]
            self.marks.append(Words(x + width + 5, self.y + 0.36 * look.small, words, look.small, INK))
            x += whole + 16
        self.y += look.row * 0.9

    def finished(self, description: str = "") -> Scene:
        """The scene, with the notes and the source below what was drawn."""
        look = self.look
        self.y += 0.4 * look.small
        for note in self.caption.notes:
            self.paragraph(note, look.small, INK)
            self.y += 0.2 * look.small
        if self.caption.source:
            self.y += 0.2 * look.small
            self.paragraph(self.caption.source, look.small, MUTED)
        return Scene(look.width, self.y + look.margin * 0.75, self.caption.title, description, self.marks)


def moved(mark: Mark, x: float, y: float) -> Mark:
    """The same mark elsewhere."""
    from dataclasses import replace

    from .scene import Line, Shape

    if isinstance(mark, Line | Shape):
        return replace(mark, points=[(px + x, py + y) for px, py in mark.points])
    if isinstance(mark, Box | Words):
        return replace(mark, x=mark.x + x, y=mark.y + y)
    return replace(mark, x=mark.x + x, y=mark.y + y)
