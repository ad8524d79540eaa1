"""How wide words are in Helvetica, and in Arial and Liberation Sans, which have the same widths."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["folded", "shown", "text_width"]

# Thousandths of the size, from space to tilde (Adobe's metrics of the fourteen core fonts).
_REGULAR = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278"
    " 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722"
    " 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556"
    " 556 333 500 278 556 500 722 500 500 500 334 260 334 584"
)
_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333"
    " 333 584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722"
    " 667 944 667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611"
    " 611 389 556 333 611 556 778 556 556 500 389 280 389 584"
)
_WIDTHS = {bold: tuple(map(int, widths.split())) for bold, widths in ((False, _REGULAR), (True, _BOLD))}
_OTHERS = {
    "–": 556,
    "—": 1000,
    "…": 1000,
    "·": 278,
    "’": 222,
    "‘": 222,
    "“": 333,
    "”": 333,
    "•": 350,
    "×": 584,
    "→": 1000,
}
_LONG = 2000  # letters of one text that a person may want to read
_PIECES = re.compile(r"[^\s/-]*[\s/-]+|[^\s/-]+")
_LETTER, _FULL = 640, 1000  # of scripts whose widths are not known: a wide guess, so that nothing runs over


@lru_cache(maxsize=4096)
def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text.

    >>> text_width("NATO", 10), text_width("É", 10) == text_width("E", 10)
    (27.78, True)
    """
    return sum(_letter(letter, bold) for letter in text) * size / 1000


def _letter(letter: str, bold: bool) -> int:
    plain = unicodedata.normalize("NFD", letter)[0]
    if " " <= plain <= "~":
        return _WIDTHS[bold][ord(plain) - 32]
    if letter in _OTHERS:
        return _OTHERS[letter]
    if unicodedata.combining(letter):
        return 0
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _LETTER + 60 * bold


def shown(text: str, length: int = 120) -> str:
    """A name as long as a figure has room for; it says how much is left out.

    >>> shown("x" * 1000)[-30:]
    'xxxxxxx… (880 characters more)'
    """
    return text if len(text) <= length else f"{text[:length]}… ({len(text) - length:,} characters more)"


def folded(text: str, width: float, size: float, bold: bool = False) -> list[str]:
    """A text in lines of at most a width, folded between words and after hyphens and slashes.

    Only what is wider than a line without either is broken.

    >>> folded("Commonwealth of Independent States", 90, 10)
    ['Commonwealth of', 'Independent States']
    >>> folded("Refrigeration/International Cold", 90, 10)
    ['Refrigeration/', 'International Cold']
    """
    lines: list[str] = []
    line = ""
    for word in _PIECES.findall(" ".join(shown(text, _LONG).split())):
        longer = line + word
        if line and text_width(longer.rstrip(), size, bold) > width:
            lines.append(line.rstrip())
            longer = word
        while text_width(longer.rstrip(), size, bold) > width and len(longer) > 1:
            fitting = next(
                at for at in range(len(longer) - 1, 0, -1) if at == 1 or text_width(longer[:at], size, bold) <= width
            )
            lines.append(longer[:fitting])
            longer = longer[fitting:]
        line = longer
    return [*lines, line.rstrip()] if line or not lines else lines
