"""Dates whose year, month and day stand in cells of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from ...model.naming.forms import ascii_digits
from ..cells.cell_words import MISSING, flag_of
from .table_in_hand import NO_VALUE

__all__ = ["date_in_parts", "date_of_parts"]

_BELOW = re.compile(r"0+|-\d+")  # codes of statistics programs for what is missing


def date_in_parts(cells: Sequence[str]) -> str:
    """A date by the cells of its parts, as far as they are known; a day of a month that is not known says nothing.

    Parameters
    ----------
    cells : sequence of str
        Those of the year, the month and the day.

    Returns
    -------
    str
        As `date_of_parts` has it; "" if the year is not known.

    >>> date_in_parts(["1949.0", "4", "-9"]), date_in_parts(["1949", "", "4"]), date_in_parts(["-9", "4", "4"])
    ('4/1949', '1949', '')
    """
    parts = (ascii_digits(cell.strip()).removesuffix(".0") for cell in cells)
    known = list(takewhile(_is_known, parts))
    return date_of_parts(known) if known else ""


def _is_known(part: str) -> bool:
    return (
        any(map(str.isalnum, part))
        and flag_of(part) != MISSING
        and part.casefold() not in NO_VALUE
        and not _BELOW.fullmatch(part)
    )


def date_of_parts(parts: Sequence[str]) -> str:
    """A date of which a table has the year, the month and the day in columns of their own, as people write it.

    Parameters
    ----------
    parts : sequence of str
        The year, and the month and the day as far as they are known; a month may be a word.

    Returns
    -------
    str

    >>> date_of_parts(["1949", "4", "4"]), date_of_parts(["1949", "April"]), date_of_parts(["1949", "4"])
    ('1949-04-04', 'April 1949', '4/1949')
    """
    if len(parts) == 2 and all(map(str.isdigit, parts)) and len(parts[0]) == 4:
        return f"{parts[1]}/{parts[0]}"  # "2004-05" may be a span of years
    if all(part.isdigit() for part in parts):
        return "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])
    return " ".join(reversed(parts))
