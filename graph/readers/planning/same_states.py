"""Whether two columns name the same states, row by row, or others: "Iceland" and "Islande", or "Iceland" and "Malta"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

__all__ = ["name_other_states", "other_states"]

_CODE = re.compile(r"[A-Z]{2,3}|\d{1,3}")
_SOME = 0.2
"""How many rows with other states in them are more than mistakes among names of the same."""


def other_states(rows: Iterable[Sequence[str]], one: int, other: int) -> tuple[list[tuple[str, str]], int]:
    """The pairs of names in two columns that are of different states.

    Parameters
    ----------
    rows : iterable of rows
        The rows.
    one, other : int
        The places of the columns.

    Returns
    -------
    (list of (str, str), int)
        The pairs, each once, and how many pairs are of states on both sides. A name of several states ("Korea") is not
        told from any of them.

    >>> other_states([["Iceland", "Islande"], ["Norway", "Malta"], ["Korea", "South Korea"], ["Alpha", "Beta"]], 0, 1)
    ([('Norway', 'Malta')], 3)
    """
    pairs = {(cells[one].strip(), cells[other].strip()): None for cells in rows if max(one, other) < len(cells)}
    different, known = [], 0
    for pair in pairs:
        first, second = map(_meant, pair)
        if first and second:
            known += 1
            if not first & second:
                different.append(pair)
    return different, known


def _meant(name: str) -> set[str]:
    """The states that a name or a code may be of."""
    from ...model.known.authority import authority

    found = authority().find(name).candidates or (_CODE.fullmatch(name) and authority().find_code(name).candidates)
    return {state.id for state in found or ()}


def name_other_states(rows: Iterable[Sequence[str]], one: int, other: int) -> bool:
    """Whether two columns name different states in more rows than mistakes would explain.

    Parameters
    ----------
    rows, one, other
        As `other_states` takes them.

    Returns
    -------
    bool
    """
    different, known = other_states(rows, one, other)
    return len(different) > _SOME * known
