"""What a user said of a table to no effect: said in turn, since a slip of the hand would else stay unseen."""

from __future__ import annotations

from collections.abc import Collection

from ..amounts import shortened
from .table_options import TableOptions

__all__ = ["not_of_this_kind", "words_not_found"]


def words_not_found(option: str, words: Collection[str]) -> list[str]:
    """What is said of words of the user that no cell has.

    Parameters
    ----------
    option : str
        The option by which the user named them.
    words : collection of str
        Those that were not found.

    Returns
    -------
    list of str
        A sentence; empty if there are none.

    >>> words_not_found("--role", ["Withdrew"])
    ["--role 'Withdrew' was not used: no cell says so"]
    """
    were = "were" if len(words) > 1 else "was"
    return [f"{option} {shortened(map(repr, words))} {were} not used: no cell says so"] if words else []


_WHY = {
    "delimiter": "the file has no separated cells",
    "encoding": "the file itself says how it is encoded",
    "sheet": "the file has no sheets",
}


def not_of_this_kind(options: TableOptions, *names: str) -> list[str]:
    """What is said of options that a file of its kind has no use for.

    Parameters
    ----------
    options : TableOptions
        What the user says of the table.
    *names : str
        The options that say nothing of it: "delimiter", "encoding" or "sheet".

    Returns
    -------
    list of str
        A sentence for each that the user gave.

    >>> not_of_this_kind(TableOptions(delimiter=";"), "delimiter", "encoding")
    ['--delimiter was not used: the file has no separated cells']
    """
    return [f"--{name} was not used: {_WHY[name]}" for name in names if getattr(options, name)]
