"""Text from data on its way into formats that would obey it, or cannot hold it."""

from __future__ import annotations

import re

__all__ = ["NOT_IN_XML", "as_cell_text", "as_xml_text"]

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, escaped or not (https://www.w3.org/TR/xml/#charsets)."""

_NEGATIVE_TEXT = re.compile(r"-(?![\d.]*$)")


def as_xml_text(text: str) -> str:
    """A text with U+FFFD in the place of each character that XML cannot hold.

    >>> as_xml_text("a\\x00b")
    'a\ufffdb'
    """
    return NOT_IN_XML.sub("\ufffd", text)


def as_cell_text(text: str) -> str:
    """A cell of a table that a spreadsheet reads as text: one that begins like a formula gets a quote before it.

    >>> as_cell_text("=HYPERLINK(1)"), as_cell_text("-1.5"), as_cell_text("-cmd")
    ("'=HYPERLINK(1)", '-1.5', "'-cmd")
    """
    return "'" + text if text[:1] in ("=", "+", "@", "\t", "\r") or _NEGATIVE_TEXT.match(text) else text
