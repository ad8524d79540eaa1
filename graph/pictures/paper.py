"""What a picture is made for: the sheet that it has to fit on, and the style that it is drawn in.

Graphs and figures take their sizes and colours from here, so that they look alike. Every colour of a line or of words
has a contrast of 4.5:1 or more against white (WCAG 2.2, success criterion 1.4.3); in the style `print` no meaning is
in a colour alone, and what is grey on the screen of the reader stays grey on any printer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import InvalidRequest

__all__ = ["LEAST_POINTS", "SIZES", "STYLES", "Palette", "Sheet", "palette", "sheet"]

LEAST_POINTS = 6.0
"""No word in a picture is smaller than this where it is seen; journals ask for 5 to 7 points."""

_POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True)
class Sheet:
    """Paper, or a slide: its width and height in mm, and the margin on each side.

    What `turns` may lie on its side; what `grows` is as high as its picture, and `height` is the most that it may be.
    """

    name: str
    width: float
    height: float
    margin: float
    turns: bool = False
    grows: bool = False

    @property
    def points(self) -> tuple[float, float]:
        """Width and height in points.

        >>> [round(side) for side in sheet("a4").points]
        [595, 842]
        """
        return self.width * _POINTS_PER_MM, self.height * _POINTS_PER_MM

    @property
    def inner(self) -> tuple[float, float]:
        """Width and height in points of what is inside the margins."""
        width, height = self.points
        both = 2 * self.margin * _POINTS_PER_MM
        return width - both, height - both

    def turned(self) -> Sheet:
        """The sheet on its side."""
        return Sheet(self.name, self.height, self.width, self.margin, self.turns, self.grows)


_SHEETS = {
    "a4": Sheet("a4", 210, 297, 10, turns=True),
    "slide": Sheet("slide", 338.7, 190.5, 10),  # 16:9, as presentations have it
    "column": Sheet("column", 85, 230, 0, grows=True),  # one of two columns of a journal
}

SIZES = ("auto", *_SHEETS)
"""The sizes of pictures: "auto" is as large as the picture needs, and still to be read on A4."""


def sheet(size: str) -> Sheet:
    """The sheet of a size; of "auto" the one on which it has to be readable, A4.

    >>> sheet("column").width
    85

    Raises
    ------
    InvalidRequest
        If there is no such size.
    """
    if size not in SIZES:
        raise InvalidRequest(f"unknown size {size!r}; use one of: {' '.join(SIZES)}")
    return _SHEETS["a4" if size == "auto" else size]


@dataclass(frozen=True)
class Palette:
    """The colours and patterns of a style.

    Attributes
    ----------
    ink, faint : str
        Words, and words of less weight; lines too.
    denied : str
        What is denied; it has a bar at its end, or a word, besides.
    tie : str
        Lines of which there are many, whose width says something.
    frame : str
        The outline of a frame, an axis, a grid that is to be seen.
    ground : str
        The ground of a frame.
    series : tuple of str
        Lines or bars that are told apart.
    dashes : tuple of tuple of float
        The dash pattern of each of these lines, in points; () is solid.
    hatches : tuple of str
        The pattern of each of these bars, as matplotlib writes it; "" is plain.
    fills : tuple of str
        Grounds under words in `ink`, told apart.
    shades : tuple of str
        Steps of one scale, from nothing to all.
    kinds : mapping
        The fill and outline of each kind of node.
    """

    ink: str
    faint: str
    denied: str
    tie: str
    frame: str
    ground: str
    series: tuple[str, ...]
    dashes: tuple[tuple[float, ...], ...]
    hatches: tuple[str, ...]
    fills: tuple[str, ...]
    shades: tuple[str, ...]
    kinds: Mapping[str, tuple[str, str]]


# Tints and dark tones of Okabe and Ito's and of Tol's palettes. The series are the tones that are furthest apart for
# everybody while each has a contrast of 4.5:1 against white.
_SCREEN = Palette(
    ink="#1A1A1A",
    faint="#595959",
    denied="#B2182B",
    tie="#557287",
    frame="#757575",
    ground="#F7F7F7",
    series=("#0072B2", "#184E11", "#A01281", "#332288", "#A76506"),
    dashes=((), (), (), (), ()),
    hatches=("", "", "", "", ""),
    fills=("#8CCBF0", "#F2B84B", "#62C9A8", "#F5EE8E", "#E3A9CB", "#FFFFFF", "#C4B8F0", "#F09A7A"),
    shades=("#FFFFFF", "#D9EAF7", "#9CC9E8", "#4A9CD0", "#0072B2"),
    kinds={
        "state": ("#D9EAF7", "#0072B2"),
        "body": ("#FCE8C0", "#8A5A00"),
        "event": ("#D3F0E5", "#00735C"),
        "person": ("#F6DFEC", "#8F3F6C"),
        "group": ("#F6DFEC", "#8F3F6C"),
        "place": ("#E9E6F5", "#332288"),
        "conflict": ("#FADBD0", "#A33B00"),
        "document": ("#FFFFFF", "#444444"),
        "statement": ("#FBF7C8", "#6B6100"),
        "": ("#F2F2F2", "#444444"),
    },
)

_PRINT = Palette(
    ink="#000000",
    faint="#404040",
    denied="#000000",
    tie="#595959",
    frame="#6B6B6B",
    ground="#FFFFFF",
    series=("#000000", "#595959", "#000000", "#595959", "#000000"),
    dashes=((), (), (6, 2), (6, 2), (1.5, 1.5)),
    hatches=("", "////", "....", "xxxx", "----"),
    fills=("#FFFFFF", "#C4C4C4", "#F2F2F2", "#D6D6D6", "#FFFFFF", "#E4E4E4", "#CCCCCC", "#EBEBEB"),
    shades=("#FFFFFF", "#D9D9D9", "#B3B3B3", "#7A7A7A", "#1A1A1A"),
    kinds={
        "state": ("#FFFFFF", "#000000"),
        "body": ("#DDDDDD", "#000000"),
        "event": ("#F2F2F2", "#000000"),
        "person": ("#FFFFFF", "#404040"),
        "group": ("#FFFFFF", "#404040"),
        "place": ("#E8E8E8", "#404040"),
        "conflict": ("#D0D0D0", "#404040"),
        "document": ("#FFFFFF", "#404040"),
        "statement": ("#F7F7F7", "#404040"),
        "": ("#F2F2F2", "#404040"),
    },
)

_PALETTES = {"screen": _SCREEN, "print": _PRINT}

STYLES = tuple(_PALETTES)
"""The styles: "screen" in colour, "print" in greys, with dashes and patterns."""


def palette(style: str) -> Palette:
    """The colours of a style.

    >>> palette("print").denied
    '#000000'

    Raises
    ------
    InvalidRequest
        If there is no such style.
    """
    if style not in _PALETTES:
        raise InvalidRequest(f"unknown style {style!r}; use one of: {' '.join(STYLES)}")
    return _PALETTES[style]
