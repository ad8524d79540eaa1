"""Which of several columns that name one thing has the longer names, and which short ones for them."""

from __future__ import annotations

from collections.abc import Iterable

from ..column import Column

__all__ = ["longest_first", "much_shorter"]


def longest_first(columns: Iterable[Column]) -> list[Column]:
    """Columns that name the same things, the one with the longest names first; of equals the first stays first.

    Parameters
    ----------
    columns : iterable of Column
        The columns, the likeliest first.

    Returns
    -------
    list of Column

    >>> columns = [Column(0, "igo", ["EU"]), Column(1, "name", ["European Union"]), Column(2, "nom", ["Union europ."])]
    >>> [column.name for column in longest_first(columns)]
    ['name', 'nom', 'igo']
    """
    return sorted(columns, key=_length, reverse=True)


def much_shorter(one: Column, other: Column) -> bool:
    """Whether the names of a column are so much shorter than those of another that they are their abbreviations.

    Parameters
    ----------
    one, other : Column
        Columns that name the same things.

    Returns
    -------
    bool

    >>> full = Column(1, "name", ["European Union"])
    >>> much_shorter(Column(0, "igo", ["EU"]), full), much_shorter(Column(0, "nom", ["Union europ."]), full)
    (True, False)
    """
    return 2 * _length(one) < _length(other)


def _length(column: Column) -> float:
    """How long the names of a column are on average; some may be left out in one of the columns."""
    return sum(map(len, column.cells)) / max(len(column.cells), 1)
