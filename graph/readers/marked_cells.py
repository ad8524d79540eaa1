"""Cells with the markup of the page that a table was copied from: `<a href="…">Fiji</a>`, `[[Fiji]]`, `[Fiji](…)`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from ..late import late_pattern
from .tabular import Table
from .web_tables import text_of_fragment

__all__ = ["without_markup"]

# What only an editor of pages writes: links, notes, breaks, what has attributes, and cells that are set off as a whole.
_TAG = late_pattern(
    r"<a\s[^<>]*>.*?</a\s*>|<(div|font|span|p|abbr|li|ul|ol)(?:\s[^<>]*)?>.*?</\1\s*>|<sup\b[^<>]*>.*?</sup>|<(?:br|img)(?:\s[^<>]*)?/?>"
    r"|^\s*<(b|big|em|i|small|strong|u)>[^<>]*</\2>\s*$",
    re.IGNORECASE | re.DOTALL,
)
_WIKI = late_pattern(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_LINK = late_pattern(r"!?\[([^\[\]]*)\]\((?:https?:|/|#)[^()\s]*(?:\([^()\s]*\))?[^()\s]*\)")


def without_markup(table: Table, mapping: Mapping[str, str]) -> Mapping[str, str]:
    """Read the cells of a table without the markup in them, if the first rows have any.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The fields that the user gives by the names of columns, which may be written with the markup.

    Returns
    -------
    mapping of str to str
        The same by the names without it.
    """
    marked = next((cell for row in (*table.sample, table.header) for cell in row if plain_cell(cell) != cell), None)
    if marked is None:
        return mapping

    table.notes.append(f"cells were read without the markup in them: {' '.join(marked.split())[:60]!r}")
    table.header = [_name(name) for name in table.header]
    table.rewrite(lambda cells: [plain_cell(cell) for cell in cells])
    return {_name(name): field for name, field in mapping.items()}


def _name(text: str) -> str:
    return " ".join(plain_cell(text).split())


def plain_cell(text: str) -> str:
    """The text of a cell as a reader of the page sees it.

    Parameters
    ----------
    text : str
        The cell, maybe with tags of HTML, or links of a wiki or of Markdown.

    Returns
    -------
    str

    >>> plain_cell('<a href="/wiki/Fiji">Fiji</a><sup>[2]</sup>'), plain_cell("[[Fiji]]"), plain_cell("A < B")
    ('Fiji', 'Fiji', 'A < B')
    """
    if "<" in text and _TAG.search(text):
        text = text_of_fragment(text)
    if "[" in text:
        text = _LINK.sub(r"\1", _WIKI.sub(r"\1", text))
    return text
