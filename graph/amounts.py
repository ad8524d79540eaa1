"""How many there are, in words: a number with its noun, and a list that is cut short."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

__all__ = ["MOST_NAMED", "counted", "shortened"]

MOST_NAMED = 8
"""So many names, words or columns are said at once."""


def counted(number: int, singular: str, plural: str = "") -> str:
    """A number with its noun.

    Parameters
    ----------
    number : int
        How many.
    singular, plural : str
        The noun; the plural may be left to the rule.

    Returns
    -------
    str

    >>> counted(1, "row"), counted(2000, "body", "bodies")
    ('1 row', '2,000 bodies')
    """
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def shortened(names: Iterable[str], most: int = MOST_NAMED, between: str = ", ", of: int = 0) -> str:
    """The first of some names in a row of text, and how many more there are.

    Parameters
    ----------
    names : iterable of str
        The names.
    most : int
        How many are shown. Where only one is left it is shown too, since "and 1 more" takes as much room and says less.
    between : str
        What stands between two names.
    of : int
        How many there are in all, if only the first `most + 1` of them are given.

    Returns
    -------
    str

    >>> shortened("abcde", 3), shortened("abcd", 3), shortened("abcd", 2, "; ")
    ('a, b, c and 2 more', 'a, b, c, d', 'a; b; and 2 more')
    """
    rest = iter(names)
    shown = list(islice(rest, most + 1))
    left = max(of - len(shown), sum(1 for _ in rest))
    if not left:
        return between.join(shown)
    return f"{between.join(shown[:most])}{'' if between == ', ' else between.rstrip()} and {left + 1:,} more"
