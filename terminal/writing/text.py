"""Text from data on its way to people: a terminal obeys nothing in it, is not flooded by it, and can show it."""

from __future__ import annotations

import codecs
import contextlib
import re
import sys
from typing import Any

from ...graph.escaping import MARKS
from ...graph.late import late_pattern

__all__ = ["LEGIBLE", "UNSAFE_IN_TEXT", "clean", "clean_lines", "cut", "dump_json", "make_legible", "shorten"]

# What a terminal would obey: C0 and C1 controls, and the marks that reorder text.
_UNSAFE = late_pattern(rf"[\x00-\x1f{MARKS}]")
_UNSAFE_BUT_LINES = late_pattern(rf"[\x00-\x08\x0b-\x1f{MARKS}]")
_UNSAFE_IN_JSON = late_pattern(f"[{MARKS}]")
_LONG = 2000  # characters of one text that a person may want to read

UNSAFE_IN_TEXT = late_pattern(rf"(?![\t\n\r])[\x00-\x1f{MARKS}]")
"""What a terminal would obey, but for the white space that a format itself uses."""

LEGIBLE = "blocs.legible"
"""How text is encoded if the encoding lacks a character: an error handler, as `str.encode` takes it."""

# Lines and signs of our own that have an equivalent in ASCII, most of the same width.
_IN_ASCII = {
    **dict.fromkeys("─━═╌╴╶–—‐‑−", "-"),
    **dict.fromkeys("│┃║", "|"),
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛┡┩╇╈╡╞╪", "+"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("·•", "-"),
    "…": "...",
    "→": "->",
    "×": "x",
    "\u00a0": " ",
}


def clean(text: str) -> str:
    """Text from data, safe to print on a terminal: control characters become visible.

    >>> clean("a\\x1b[31mred")
    'a\\\\x1b[31mred'
    """
    if text.isprintable():  # nothing of these is; nearly every text is told so without the expression
        return text
    return _UNSAFE.sub(_escaped, text)


def clean_lines(text: str) -> str:
    """Text of several lines, safe to print on a terminal; tabs and line ends stay."""
    return _UNSAFE_BUT_LINES.sub(_escaped, text.replace("\r\n", "\n"))


def _escaped(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode()


def shorten(text: str, length: int = _LONG) -> str:
    """A text as long as a person reads it; it says how much is left out.

    >>> shorten("x" * 1_000_000)[-36:]
    'xxxxxxxxx… (998,000 characters more)'
    """
    return text if len(text) <= length else f"{text[:length]}… ({len(text) - length:,} characters more)"


def cut(text: str, width: int, mark: str = "…") -> str:
    """A text that fits a width; a mark at its end says that it was cut, between words if not too much is lost.

    >>> cut("Commonwealth", 7), cut("Commonwealth", 7, "..."), cut("CIS", 7), cut("meeting of the Council", 17)
    ('Common…', 'Comm...', 'CIS', 'meeting of the…')
    """
    if len(text) <= width:
        return text
    kept = text[: max(0, width - len(mark))]
    if not text[len(kept)].isspace():
        whole = kept.rpartition(" ")[0]
        kept = whole if len(whole) >= width // 2 else kept
    return kept.rstrip() + mark


def dump_json(value: Any, indent: int | None = None) -> str:
    """A value as JSON in which a terminal finds nothing to obey; it reads back the same.

    >>> dump_json("\\x9b31mred")
    '"\\\\u009b31mred"'
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def make_legible() -> None:
    """From now on printing never fails because the encoding of a standard stream lacks a character.

    Lines and signs get their equivalent in ASCII, letters are shown by their number.

    >>> "╭─ “Türkiye” …".encode("ascii", LEGIBLE)
    b'+- "T\\\\xfcrkiye" ...'
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError, ValueError):  # a stream of a program that runs us, or a closed one
            stream.reconfigure(errors=LEGIBLE)  # type: ignore[union-attr]


def _legible(error: UnicodeError) -> tuple[str | bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    shown = (_IN_ASCII.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in lacking)
    return "".join(shown), error.end


codecs.register_error(LEGIBLE, _legible)
