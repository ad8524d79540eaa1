"""Rows of a table that are no rows of data: sums, what letters stand for, what still belongs to the header."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["FIGURE", "SUBTOTAL", "TOTAL", "below_header", "is_sum", "legend_in"]

_HOW_MANY = r"(?: ?[:=–-]? ?\(?\d[\d.,' ]*\)?)?"  # "Gesamt: 27"


TOTAL = re.compile(
    r"(?:grand |sub-?|over)?total(?:s|en)?\b.*|number of .*"
    r"|(?:sums?|gesamt(?:zahl|ergebnis|summe)?|ergebnis|summe|insgesamt|somme|suma|totale|count|average|mean"
    rf"|(?:общий )?итого?|всего|razem|ogolem|合计|总计|計|合計|합계|المجموع){_HOW_MANY}",
    re.IGNORECASE,
)


SUBTOTAL = re.compile(
    r".+ (?:total|sub-?total|sum|gesamt|ergebnis|teilergebnis|summe|totale|итого?|всего|razem)"
    r"|.+(?:合计|小计|总计|合計|小計)",
    re.IGNORECASE,
)
"""The sum below the rows of one body, as pivot tables have it: "OPEC Total"."""


FIGURE = re.compile(r"[-+]?[\d.,' \u00a0]*\d ?%?")


_UNITS = re.compile(r"\(.*\)|<.*>|\[.*\]|:?-{2,}:?|", re.DOTALL)


_EXPLAINED = re.compile(
    r"(?:(?:key|legend|legende|leyenda)\s*: *)?([^\W_]{1,3}|[-–—*+])\s?(=|:)\s?([^=:;]*[^\W\d_]{3}[^=:;]*)"
)


def legend_in(cells: Sequence[str]) -> dict[str, str]:
    """What a row below a table says its letters are: "M = member; O = observer"; empty if it is no such row.

    Parameters
    ----------
    cells : sequence of str
        The row.

    Returns
    -------
    dict of str to str

    >>> legend_in(["M = member, O = observer", ""]), legend_in(["M = member", " - = none"])
    ({'M': 'member', 'O': 'observer'}, {'M': 'member', '-': 'none'})
    >>> legend_in(["France", "M", "O"])
    {}
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    text = ";".join(filled)
    parts = [part.strip() for part in re.split(r"[;|]|,(?=[^,=:]{1,6}[=:])", text) if part.strip(" .")]
    found = [match for part in parts if (match := _EXPLAINED.fullmatch(part))]
    if not found or len(found) < len(parts) or (len(found) == 1 and (found[0][2] != "=" or len(filled) > 1)):
        return {}
    return {each[1]: " ".join(each[3].rstrip(" .").split()) for each in found}


def below_header(cells: Sequence[str]) -> bool:
    """Whether a row belongs to the header: units in brackets, or the line of a table in Markdown."""
    return all(_UNITS.fullmatch(cell.strip()) for cell in cells)


def is_sum(cells: Sequence[str], least: int = 2) -> bool:
    """Whether a row that names no member or no body has "Total" in it, and otherwise figures.

    Parameters
    ----------
    cells : sequence of str
        The row.
    least : int
        How many cells it has at least; of a row whose empty cells are to be filled, one may be all.

    Returns
    -------
    bool

    >>> is_sum(["OPEC Total", "", "10.1"]), is_sum(["Total", "", "7"]), is_sum(["OPEC", "", "10.1"])
    (True, True, False)
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    words = [cell for cell in filled if not FIGURE.fullmatch(cell)]
    return (
        len(words) == 1
        and len(filled) >= least
        and (TOTAL.fullmatch(words[0]) or SUBTOTAL.fullmatch(words[0])) is not None
    )
