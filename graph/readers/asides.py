"""Rows of a table that are no rows of data: notes below it, sums, what still belongs to the header."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["FIGURE", "TOTAL", "below_header", "is_marked_note", "is_note", "is_sum"]

_NOTE = re.compile(
    r"(?:sources?|notes?|quellen?|anmerkung(?:en)?|hinweis|remarks?|data|fuentes?|notas?|copyright)\b[^:]{0,30}:.*|[*†‡©].*|\[\w+\].+"
    r"|(?:total|last updated|as of|stand|retrieved|downloaded|accessed)\b.*",
    re.IGNORECASE | re.DOTALL,
)


TOTAL = re.compile(
    r"(?:grand |sub-?|over)?total(?:s|en)?\b.*|sums?|gesamt(?:zahl)?|summe|insgesamt|somme|suma|totale|count"
    r"|number of .*|average|mean|итого|всего|razem|ogolem|合计|总计|計|合計|합계|المجموع",
    re.IGNORECASE,
)


FIGURE = re.compile(r"[-+]?[\d.,' \u00a0]*\d ?%?")


_UNITS = re.compile(r"\(.*\)|<.*>|\[.*\]|:?-{2,}:?|", re.DOTALL)


def below_header(cells: Sequence[str]) -> bool:
    """Whether a row belongs to the header: units in brackets, or the line of a table in Markdown."""
    return all(_UNITS.fullmatch(cell.strip()) for cell in cells)


def is_note(cells: Sequence[str], below: bool, width: int) -> bool:
    """Whether a row is a note below the table."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    if _NOTE.fullmatch(filled[0]) and len(filled) <= max(2, width // 2):
        return True
    return len(filled) == 1 and cells[0].strip() != "" and (below or len(filled[0]) > 60)


def is_marked_note(cells: Sequence[str]) -> bool:
    """Whether a row is a note that says so itself: a mark, or words such as "Source:", in its first cell only."""
    return not any(map(str.strip, cells[1:])) and _NOTE.fullmatch(cells[0].strip()) is not None


def is_sum(cells: Sequence[str]) -> bool:
    """Whether a row that names no member or no body has "Total" in it, and otherwise figures."""
    filled = [cell.strip() for cell in cells if cell.strip()]
    words = [cell for cell in filled if not FIGURE.fullmatch(cell)]
    return len(words) == 1 and len(filled) > 1 and TOTAL.fullmatch(words[0]) is not None
