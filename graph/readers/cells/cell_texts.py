"""Values of workbooks, statistics files and JSON as the texts that a CSV file has in their place."""

from __future__ import annotations

import math
from datetime import date, datetime, time, timedelta
from typing import Any

__all__ = ["text_of_cell"]


def text_of_cell(value: Any) -> str:
    """A value of a table as a CSV file has it.

    Parameters
    ----------
    value : object
        A number, date, text, … or nothing.

    Returns
    -------
    str

    >>> text_of_cell(1949.0), text_of_cell(date(1949, 4, 4)), text_of_cell(None), text_of_cell(True)
    ('1949', '1949-04-04', '', 'true')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.replace("_x000D_", "").strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if not math.isfinite(value):
            return "" if math.isnan(value) else "infinity" if value > 0 else "-infinity"
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    if isinstance(value, list | tuple):
        return "; ".join(text_of_cell(each) for each in value)
    text = str(value)
    return "" if text in ("NaT", "<NA>", "nan") else text.strip()
