"""The order of day, month and year in which a user says that dates are written."""

from __future__ import annotations

import re

from ..errors import InvalidRequest

__all__ = ["EPOCH", "SERIAL", "date_order"]

SERIAL = "serial"
"""The order of dates that are numbers of days, as spreadsheets count them."""

EPOCH = "epoch"
"""The order of dates that are numbers of seconds (or parts of them) since 1970, as programs count them."""


def date_order(text: str) -> str:
    """The order of day, month and year that a user names: `dmy`, `DD/MM/YYYY` and `%d.%m.%Y` are the same.

    Parameters
    ----------
    text : str
        What the user wrote.

    Returns
    -------
    str
        Three letters of "d", "m" and "y", `SERIAL` or `EPOCH`.

    Raises
    ------
    InvalidRequest
        If it names no such order.

    >>> date_order("MM/DD/YYYY"), date_order("%d.%m.%y")
    ('mdy', 'dmy')
    """
    if text.casefold() in ("excel", "serial", "spreadsheet"):
        return SERIAL
    if text.casefold() in ("unix", "epoch", "posix", "timestamp"):
        return EPOCH
    letters = "".join(dict.fromkeys(re.sub(r"[^dmyjta]", "", text.casefold().replace("b", "m"))))
    letters = letters.replace("j", "y").replace("t", "d").replace("a", "y")  # TT.MM.JJJJ, JJ/MM/AAAA
    if text.casefold().startswith("jj") and "aa" in text.casefold():
        letters = "dmy"
    if letters not in ("dmy", "mdy", "ymd"):
        raise InvalidRequest(
            f"unknown date format {text!r}; write DD/MM/YYYY, MM/DD/YYYY, YYYY/MM/DD, excel, unix or approximate"
        )
    return letters
