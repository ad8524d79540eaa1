"""How wide the columns of a table are, so that no word is broken in its middle."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.cells import cell_len

__all__ = ["column_widths", "fold", "longest_piece"]

# Words, with the spaces after them; long ones may be parted after signs that part them anyway.
_PIECES = re.compile(r"[^\s/_#-]*[/_#-]*\s*|\s+")


def column_widths(rows: Sequence[Sequence[str]], width: int, gaps: Sequence[int] = (3, 2, 1)) -> tuple[list[int], int]:
    """The width of each column and the gap between them, if all of them fit; else no widths.

    A column is as wide as its longest line if there is room, and never narrower than its longest word.

    >>> column_widths([["a", "one two"], ["b", "three"]], 12)
    ([1, 7], 3)
    >>> column_widths([["a", "one two"], ["b", "three"]], 8)
    ([1, 5], 2)
    >>> column_widths([["a", "one two"], ["b", "three"]], 6)
    ([], 1)
    """
    columns = list(zip(*rows, strict=True))
    wanted = [max(cell_len(line) for cell in column for line in cell.split("\n")) for column in columns]
    least = [max(map(longest_piece, column)) for column in columns]
    for gap in gaps:
        if sum(wanted) + gap * (len(columns) - 1) <= width:
            return wanted, gap
    # Where lines are folded anyway, room is worth more than a wide gap.
    for gap in gaps[1:]:
        if sum(least) + gap * (len(columns) - 1) <= width:
            return _narrowed(wanted, least, width - gap * (len(columns) - 1)), gap
    return [], gaps[-1]


def _narrowed(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths that fill the room: the widest columns give way first, none to less than its least."""
    limit = max(wanted)
    while sum(max(low, min(wish, limit)) for wish, low in zip(wanted, least, strict=True)) > room:
        limit -= 1
    widths = [max(low, min(wish, limit)) for wish, low in zip(wanted, least, strict=True)]
    for at, wish in enumerate(wanted):
        widths[at] += max(0, min(wish - widths[at], room - sum(widths)))
    return widths


def longest_piece(text: str) -> int:
    """The width of the longest part of a text that is not to be broken."""
    return max((cell_len(piece.rstrip()) for piece in _PIECES.findall(text)), default=0)


def fold(text: str, width: int) -> str:
    """A text with its lines folded to a width, between words or after the signs that part them.

    >>> fold("azerbaijan-defense-minister of", 19)
    'azerbaijan-defense-\\nminister of'
    """
    if "\n" not in text and cell_len(text) <= width:
        return text
    return "\n".join(folded for line in text.split("\n") for folded in _folded(line, width))


def _folded(line: str, width: int) -> list[str]:
    lines, current = [], ""
    for piece in _PIECES.findall(line):
        if current and cell_len((current + piece).rstrip()) > width:
            lines.append(current.rstrip())
            current = piece.lstrip() if current.rstrip() else piece
        else:
            current += piece
    return [*lines, current.rstrip()]
