"""Text from data on its way into formats that would obey it, or cannot hold it."""

from __future__ import annotations

from .late import late_pattern

__all__ = [
    "MARKS",
    "NOT_IN_XML",
    "as_cell_text",
    "as_html_text",
    "as_picture_text",
    "as_xml_text",
    "of_cell_text",
    "shown",
]

NOT_IN_XML = late_pattern("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold, escaped or not (https://www.w3.org/TR/xml/#charsets)."""

MARKS = r"\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff"
"""What is not seen and yet obeyed, inside a class of a regular expression: C1 controls and marks that reorder text."""

_NOT_IN_PICTURES = late_pattern(f"[\x00-\x08\x0b\x0c\x0e-\x1f{MARKS}]")

_FIRST_OF_FORMULAS = frozenset("=+@\t\r-")

_NEGATIVE_TEXT = late_pattern(r"-(?![\d.]*$|\d[\d.]*e[+-]?\d+$)")


def shown(text: str) -> str:
    """A text with the codes of characters in it that are not seen.

    >>> shown("River\\x07 League\\u200b")
    'River<U+0007> League<U+200B>'
    """
    return text if text.isprintable() else "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in text)


def as_html_text(text: str) -> str:
    """A text in which nothing is markup of HTML.

    >>> as_html_text("<b>")
    '&lt;b&gt;'
    """
    from html import escape  # its list of entities takes as long to read as a small module of ours

    return escape(text)


def as_xml_text(text: str) -> str:
    """A text with U+FFFD in the place of each character that XML cannot hold.

    >>> as_xml_text("a\\x00b")
    'a\ufffdb'
    """
    return NOT_IN_XML.sub("\ufffd", text)


def as_picture_text(text: str) -> str:
    """A text as a picture shows it: what XML cannot hold and what would reorder the letters is U+FFFD.

    >>> as_picture_text("a\\u202eb\\x00")
    'a\ufffdb\ufffd'
    """
    return as_xml_text(_NOT_IN_PICTURES.sub("\ufffd", text))


def as_cell_text(text: str) -> str:
    """A cell of a table that a spreadsheet reads as text: one that begins like a formula gets a quote before it.

    >>> as_cell_text("=HYPERLINK(1)"), as_cell_text("-1.5e-05"), as_cell_text("-cmd")
    ("'=HYPERLINK(1)", '-1.5e-05', "'-cmd")
    """
    if text[:1] not in _FIRST_OF_FORMULAS:
        return text
    return "'" + text if text[0] != "-" or _NEGATIVE_TEXT.match(text) else text


def of_cell_text(cell: str) -> str:
    """The text of which `as_cell_text` made a cell.

    >>> of_cell_text("'=HYPERLINK(1)"), of_cell_text("'s-Hertogenbosch")
    ('=HYPERLINK(1)', "'s-Hertogenbosch")
    """
    return cell[1:] if cell[:1] == "'" and as_cell_text(cell[1:]) == cell else cell
