"""Tables that are drawn in a text: of a web page, of Markdown, or as databases print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser

from ...errors import InvalidRequest, OperationFailed
from .line_breaks import lines_of
from .wide_texts import wide_encoding

__all__ = [
    "chosen_table",
    "drawn_rows",
    "has_drawn_table",
    "is_web_page",
    "page_rows",
    "spread_cells",
    "text_of_fragment",
    "text_of_page",
]

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml.*?\?>\s*|<!--.*?-->\s*)*<(?:!doctype html|html|head|body|table|div|meta)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w-]+)", re.IGNORECASE)
_NO_TEXT = ("style", "script", "sup", "template")
_BREAKS = ("br", "li", "p", "div")
_MOST_CELLS = 1000  # that one cell may reach over
_RULE = re.compile(r"(?=.*(?:[-=]{2}|:-|-:))\s*[|+]?(?:\s*:?[-=]+:?\s*[|+])+(?:\s*:?[-=]+:?)?\s*")
_BAR = re.compile(r"(?<!\\)\|")
_COUNT = re.compile(r"\(\d+ rows?\)")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_STRESS = re.compile(r"(\*\*|__|`|(?<!\w)[*_](?=\w))(.+?)\1")

_HEADING = re.compile(r"#{1,6} +(.+?) *#*|\*\*(.+)\*\*")

Known = Callable[[Sequence[str]], int]


def is_web_page(start: bytes) -> bool:
    """Whether a file is a web page, or a piece of one, by its first bytes.

    Parameters
    ----------
    start : bytes
        The first bytes.

    Returns
    -------
    bool

    >>> is_web_page(b"<table><tr><td>A</td></tr></table>"), is_web_page(b"state,pact")
    (True, False)
    """
    return _PAGE.match(start) is not None


def page_rows(where: str, content: bytes, known: Known, wanted: str = "") -> tuple[list[list[str]], list[str]]:
    """The table of a web page that has memberships.

    Parameters
    ----------
    where : str
        The file, for messages.
    content : bytes
        The whole page.
    known : callable
        Counts the cells of a row that are names of columns.
    wanted : str
        The number of the table, if the user says it.

    Returns
    -------
    (list of rows, list of str)
        The rows, and what is said of how they were found.

    Raises
    ------
    OperationFailed
        If there is no table in the page.
    InvalidRequest
        If several tables fit, or the one that the user names is not there.

    >>> page_rows("p", b"<table><tr><th>country<th>pact<tr><td>A<sup>1</sup><td>B &amp; C</table>", len)
    ([['country', 'pact'], ['A', 'B & C']], ['the table is in a web page'])
    """
    parser = _Tables()
    parser.feed(text_of_page(content))
    parser.close()
    tables = [rows for rows in map(spread_cells, parser.tables) if rows]
    if not tables:
        raise OperationFailed(
            f"{where} is a web page without a table; copy what it says into a spreadsheet and save it as CSV"
        )
    rows, notes = chosen_table(where, tables, known, wanted)
    return rows, ["the table is in a web page", *notes]


def text_of_fragment(fragment: str) -> str:
    """The text of a piece of a web page, without notes in small raised type.

    Parameters
    ----------
    fragment : str
        The piece.

    Returns
    -------
    str
        Its lines, parted by line breaks.

    >>> text_of_fragment("<b>Fiji</b><sup>1</sup><br>Nauru &amp; Tonga")
    'Fiji\\nNauru & Tonga'
    """
    parser = _Tables()
    parser.feed(f"<table><tr><td>{fragment}</td></tr></table>")
    parser.close()
    return "\n".join(cell for row in parser.tables[0] for cell, _, _ in row)


def has_drawn_table(text: str) -> bool:
    """Whether a text has a table in Markdown, or one that a database printed: a line of dashes parts its header.

    Parameters
    ----------
    text : str
        The first lines.

    Returns
    -------
    bool

    >>> has_drawn_table("| a | b |\\n|---|:-:|\\n| 1 | 2 |"), has_drawn_table("a,b\\n1,2")
    (True, False)
    """
    lines = lines_of(text)[:400]
    return any(
        _RULE.fullmatch(line) and "|" in (lines[at + 1] if line.lstrip()[:1] == "+" else lines[at - 1])
        for at, line in enumerate(lines[:-1])
        if at or line.lstrip()[:1] == "+"
    )


def drawn_rows(where: str, text: str, known: Known, wanted: str = "") -> tuple[list[list[str]], list[str]]:
    """The table with memberships of a text that has tables drawn in it.

    Parameters
    ----------
    where : str
        The file, for messages.
    text : str
        The whole text.
    known, wanted
        As for `page_rows`.

    Returns
    -------
    (list of rows, list of str)
        As for `page_rows`.

    Raises
    ------
    InvalidRequest
        As `page_rows` does.

    >>> drawn_rows("t", " country | pact\\n---------+------\\n A       | B\\n(1 row)\\n", len)
    ([['country', 'pact'], ['A', 'B']], ['the table is drawn with vertical bars'])
    """
    tables: list[list[list[str]]] = []
    block: list[str] = []
    outside, title = 0, ""
    for line in [*lines_of(text), ""]:
        if "|" in line or _RULE.fullmatch(line):
            block.append(line)
            continue
        outside += bool(line.strip()) and _COUNT.fullmatch(line.strip()) is None
        if any(_RULE.fullmatch(each) for each in block):
            titled = [[title]] if title else []
            outside -= bool(titled)
            tables.append(titled + [_cells(each) for each in block if not _RULE.fullmatch(each)])
            title = ""
        else:
            outside += len(block)
        if heading := _HEADING.fullmatch(line):
            title = heading[1] or heading[2]
        elif line.strip():
            title = ""
        block = []
    rows, notes = chosen_table(where, [rows for rows in tables if rows], known, wanted)
    if outside:
        notes.append(
            f"{outside} lines around the table were not read" if outside > 1 else "1 line around it was not read"
        )
    return rows, ["the table is drawn with vertical bars", *notes]


def _cells(line: str) -> list[str]:
    line = line.strip()
    if line.startswith("|"):
        line = line[1:]
    if line.endswith("|") and not line.endswith("\\|"):
        line = line[:-1]
    return [_plain(cell) for cell in _BAR.split(line)]


def _plain(cell: str) -> str:
    """A cell without the signs of Markdown."""
    cell = cell.strip().replace("\\|", "|")
    return (
        _STRESS.sub(r"\2", _LINK.sub(r"\1", cell)) if "[" in cell or "*" in cell or "`" in cell or "_" in cell else cell
    )


def chosen_table(
    where: str, tables: list[list[list[str]]], known: Known, wanted: str
) -> tuple[list[list[str]], list[str]]:
    """Of several tables in a file the one with memberships, and what is said of the others.

    Parameters
    ----------
    where : str
        The file, for messages.
    tables : list of tables
        The rows of each.
    known : callable
        Counts the cells of a row that are names of columns.
    wanted : str
        The number of the table, if the user says it.

    Returns
    -------
    (list of rows, list of str)

    Raises
    ------
    InvalidRequest
        If several fit, or the one that the user names is not there.
    """
    if wanted:
        if not wanted.isdigit() or not 0 < int(wanted) <= len(tables):
            raise InvalidRequest(f"{where} has {len(tables)} tables; --sheet takes their number, not {wanted!r}")
        at = int(wanted) - 1
    else:
        names = [max((known(row) for row in rows[:5]), default=0) for rows in tables]
        best = max(names)
        fits = [place for place, count in enumerate(names) if count == best]
        if len(fits) > 1:
            shown = "; ".join(f"{place + 1}: {', '.join(filter(None, tables[place][0]))[:60]}" for place in fits[:6])
            raise InvalidRequest(f"{where} has several tables ({shown}); say which with: --sheet NUMBER")
        at = fits[0]
    others = [str(place + 1) for place in range(len(tables)) if place != at]
    notes = [f"table {at + 1} of it was read; not read: {', '.join(others)}"] if others else []
    return tables[at], notes


def text_of_page(content: bytes) -> str:
    """The text of a web page, in the encoding that it declares or seems to have."""
    if wide := wide_encoding(content):
        return content.decode(wide, "replace").removeprefix("\ufeff")
    said = _CHARSET.search(content[:4096])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        name = said[1].decode("ascii") if said and said[1].lower() not in (b"utf-8", b"utf8") else "cp1252"
    try:
        return content.decode(name, "replace")
    except LookupError:
        return content.decode("cp1252", "replace")


Cell = tuple[str, int, int]
"""The text of a cell, and over how many columns and rows it reaches."""


def spread_cells(rows: list[list[Cell]]) -> list[list[str]]:
    """Rows whose cells each have one place: what reaches over several has its text in all of them.

    Parameters
    ----------
    rows : list of rows
        Of each cell its text, and over how many columns and rows it reaches.

    Returns
    -------
    list of rows

    >>> spread_cells([[("A", 1, 2), ("1", 1, 1)], [("2", 1, 1)]])
    [['A', '1'], ['A', '2']]
    """
    grid: dict[tuple[int, int], str] = {}
    for at, row in enumerate(rows):
        place = 0
        for text, columns, lines in row:
            while (at, place) in grid:
                place += 1
            for line in range(min(lines, len(rows) - at)):
                for column in range(columns):
                    grid[at + line, place + column] = text
            place += columns
    width = max((column for _, column in grid), default=-1) + 1
    found = [[grid.get((at, column), "") for column in range(width)] for at in range(len(rows))]
    return [row for row in found if any(row)]


class _Tables(HTMLParser):
    """Collects the tables of a page; of a table in a table, both."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[Cell]]] = []
        self._open: list[list[list[Cell]]] = []
        self._texts: list[list[str] | None] = []
        self._reach: list[tuple[int, int]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NO_TEXT:
            self._silent += 1
        if tag == "table":
            self._open.append([])
            self.tables.append(self._open[-1])
            self._texts.append(None)
            self._reach.append((1, 1))
        elif not self._open:
            return
        elif tag == "tr":
            self._end_cell()
            self._open[-1].append([])
        elif tag == "caption":  # a line above the table, as a title in a spreadsheet is
            self._open[-1].append([])
            self._texts[-1] = []
            self._reach[-1] = (1, 1)
        elif tag in ("td", "th"):
            self._end_cell()
            if not self._open[-1]:
                self._open[-1].append([])
            self._texts[-1] = []
            said = dict(attrs)
            self._reach[-1] = (_number(said.get("colspan")), _number(said.get("rowspan")))
        elif tag in _BREAKS and (text := self._texts[-1]) is not None:
            text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _NO_TEXT:
            self._silent = max(self._silent - 1, 0)
        if self._open and tag in ("td", "th", "tr", "caption", "table"):
            self._end_cell()
            if tag == "table":
                self._open.pop(), self._texts.pop(), self._reach.pop()

    def handle_data(self, data: str) -> None:
        if self._open and not self._silent and (text := self._texts[-1]) is not None:
            text.append(" ".join(data.split()) and re.sub(r"\s+", " ", data))

    def close(self) -> None:
        super().close()
        while self._open:
            self.handle_endtag("table")

    def _end_cell(self) -> None:
        text = self._texts[-1]
        if text is not None:
            lines = [" ".join(line.split()) for line in "".join(text).split("\n")]
            self._open[-1][-1].append(("\n".join(filter(None, lines)), *self._reach[-1]))
            self._texts[-1] = None


def _number(text: str | None) -> int:
    """Over how many places a cell reaches."""
    return min(max(int(text), 1), _MOST_CELLS) if text and text.strip().isdecimal() else 1
