"""The lines of a text file: what ends one is a line break, and no other character that Python takes for one."""

from __future__ import annotations

import re

__all__ = ["lines_of"]

_BREAK = re.compile(r"\r\n|\n|\r")


def lines_of(text: str) -> list[str]:
    """The lines of a text; U+0085, U+2028 and the like may stand within a name, and end none.

    Parameters
    ----------
    text : str
        The text.

    Returns
    -------
    list of str

    >>> lines_of("one\\r\\ntwo\\u2028three\\n"), lines_of("")
    (['one', 'two\\u2028three'], [])
    """
    lines = _BREAK.split(text)
    return lines if lines[-1] else lines[:-1]
