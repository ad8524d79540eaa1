"""What people look at as text: on a terminal, or in a file."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from rich.console import Console, RenderableType
from rich.style import Style
from rich.text import Text

from ...graph.tables import SHADES
from ..settings import settings
from .text import clean

__all__ = [
    "BASES",
    "SIGNS",
    "Canvas",
    "Draw",
    "as_printed",
    "as_text",
    "console",
    "ground",
    "plain",
    "with_notes",
]

BASES = {
    "stated": "green",
    "derived": "cyan",
    "claimed": "yellow",
    "planned": "magenta",
    "denied": "red",
    "drafted": "bright_black",
}
"""The colour in which a basis is printed; the word itself stands there too."""

SIGNS = "·░▒▓█"
"""The same five without colour."""

_FILE_WIDTH = 100


@dataclass(frozen=True)
class Canvas:
    """Where something is drawn: its width in characters, whether colours can shade, whether signs beyond ASCII show."""

    width: int
    colour: bool
    signs: bool

    @property
    def cut_mark(self) -> str:
        """What stands at the end of a name that was cut."""
        return "…" if self.signs else "..."


Draw = Callable[[Canvas], Iterable[RenderableType]]
"""What makes the parts of something to look at, for a canvas."""


def with_notes(draw: Draw, notes: Sequence[str]) -> Draw:
    """What `draw` makes, with notes below it."""
    return lambda canvas: chain(draw(canvas), (plain(note, "dim") for note in notes))


def console(**options: Any) -> Console:
    """A console that obeys NO_COLOR and never reads markup, emoji or highlights into text from data."""
    return Console(markup=False, emoji=False, highlight=False, **options)


def plain(text: str, style: str | Style = "") -> Text:
    """Text from data, safe to print."""
    return Text(clean(text), style=style)


def ground(level: int) -> Style:
    """The style of a cell with one of the five shades, 1 to 5; none for 0."""
    if level <= 0:
        return Style()
    background, ink = SHADES[level - 1]
    return Style(color=ink, bgcolor=background)


def as_printed(draw: Draw) -> str:
    """What `draw` makes, as standard output shows it: its width, colours and signs."""
    page = _Page()
    width = settings().get("width")
    _print(draw, console(file=page, width=int(width.value) if width else None))
    return page.getvalue()


def as_text(draw: Draw) -> str:
    """What `draw` makes, as plain text for a file."""
    page = io.StringIO()
    _print(draw, console(file=page, width=_FILE_WIDTH, color_system=None))
    return page.getvalue()


def _print(draw: Draw, to: Console) -> None:
    # Sixteen colours are too few to shade with: there signs do it.
    shades = to.color_system in ("256", "truecolor") and not to.no_color
    for part in draw(Canvas(max(40, min(to.width, 200)), shades, _beyond_ascii(to))):
        to.print(part)


def _beyond_ascii(to: Console) -> bool:
    encoding = sys.stdout.encoding if isinstance(to.file, _Page) else "utf-8"
    try:
        (SIGNS + "●│▼").encode(encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


class _Page(io.StringIO):
    """What is to be printed, gathered; to Rich it looks like the standard output that it is for."""

    def isatty(self) -> bool:
        return sys.stdout.isatty()

    def fileno(self) -> int:
        return sys.stdout.fileno()
