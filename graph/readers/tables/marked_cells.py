"""Cells with the markup of the page that a table was copied from: `<a href="…">Fiji</a>`, `[[Fiji]]`, `[Fiji](…)`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from ...late import late_pattern
from ..files.web_tables import text_of_fragment
from .tabular import Table

__all__ = ["first_marked", "plain_cell", "without_markup"]

# What only an editor of pages writes: links, notes, breaks, what has attributes, and cells that are set off as a whole.
_TAG = late_pattern(
    r"<a\s[^<>]*>.*?</a\s*>|<(div|font|span|p|abbr|li|ul|ol)(?:\s[^<>]*)?>.*?</\1\s*>|<sup\b[^<>]*>.*?</sup>|<(?:br|img)(?:\s[^<>]*)?/?>"
    r"|^\s*<(b|big|em|i|small|strong|u)>[^<>]*</\2>\s*$",
    re.IGNORECASE | re.DOTALL,
)
_WIKI = late_pattern(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_LINK = late_pattern(r"!?\[([^\[\]]*)\]\((?:https?:|/|#)[^()\s]*(?:\([^()\s]*\))?[^()\s]*\)")


def without_markup(table: Table, mapping: Mapping[str, str], *, literal: bool = False) -> Mapping[str, str]:
    """Read the cells of a table without the markup in them, if the first rows have any.

    Parameters
    ----------
    table : Table
        The table; it is changed in place.
    mapping : mapping of str to str
        The fields that the user gives by the names of columns, which may be written with the markup.
    literal : bool
        Whether cells are to be read as they are written.

    Returns
    -------
    mapping of str to str
        The same by the names without it.
    """
    marked = first_marked((*table.sample, table.header))
    if not marked or literal:
        return mapping

    shown = repr(" ".join(marked.split())[:60])
    table.notes.append(f"cells were read without the markup in them: {shown}; to keep it: --literal")
    table.header = [_name(name) for name in table.header]
    table.rewrite(lambda cells: [plain_cell(cell) for cell in cells])
    return {_name(name): field for name, field in mapping.items()}


def first_marked(rows: Iterable[Sequence[str]]) -> str:
    """The first cell with markup in it.

    Parameters
    ----------
    rows : iterable of rows
        The rows.

    Returns
    -------
    str
        Empty if there is none.

    >>> first_marked([["Fiji", "[[Alpha Pact]]"]])
    '[[Alpha Pact]]'
    """
    return next((cell for row in rows for cell in row if plain_cell(cell) != cell), "")


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
