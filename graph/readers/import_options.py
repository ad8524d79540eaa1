"""Whose options they are that messages about tables name: those of `blocs import csv`, which other commands lack."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

__all__ = ["whose_options"]

_OPTION = re.compile(
    r"--(?:role|no-role|map|date-format|delimiter|encoding|skip|sheet|split|(?:no-)?fill-down|missing|organization|literal)\b"
)


def whose_options(path: Path | str, message: str) -> str:
    """What to say behind a message where a table is not being imported, but read for a question or checked.

    Parameters
    ----------
    path : Path or str
        The table.
    message : str
        What is said of it.

    Returns
    -------
    str
        The command that takes the options that the message names; "" if it names none, or the command already.

    >>> whose_options("a.csv", "row 2: 'tbc' is not a date; if it stands for none, say: --missing tbc")
    '--missing is an option of: blocs import csv a.csv'
    """
    named = set(_OPTION.findall(message))
    if not named or "blocs import" in message:
        return ""
    which = f"{named.pop()} is an option" if len(named) == 1 else "these are options"
    return f"{which} of: blocs import csv {shlex.quote(str(path))}"
