"""Columns of two sides: "ccode1" and "ccode2", "importer a" and "importer b", "from country" and "to country"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Pair", "pairs_of"]

_SIDE = re.compile(
    r"(ccode|cowcode|gwno|gwcode|state name|statename|statenme|country name|state|country|member|mem|nation|stateabb|iso3?"
    r"|iso3c|party|name|side|stateid|actor|importer|partner) ?(1|2|a|b|i|j|o|d)"
)


_SIDE_OF = re.compile(
    r"(?:(from|to|source|target|origin|destination|sender|receiver|reporter|partner|home|host|first|second|initiator)"
    r" (state|country|nation|iso3?|ccode|party|member)|(state|country|nation) (from|to|one|two|first|second))"
)


_SIDES = (
    ("1", "2"), ("a", "b"), ("i", "j"), ("o", "d"), ("from", "to"), ("source", "target"), ("origin", "destination"),
    ("sender", "receiver"), ("reporter", "partner"), ("home", "host"), ("first", "second"), ("initiator", "target"),
    ("one", "two"),
)  # fmt: skip


class Pair(NamedTuple):
    """Two columns of the same thing, by their keys: what they are of, and what tells the one from the other."""

    of: str
    sides: tuple[str, str]
    first: str
    second: str


def pairs_of(keys: Iterable[str]) -> list[Pair]:
    """The columns that come in pairs, one for each of two states.

    Parameters
    ----------
    keys : iterable of str
        The names of the columns, as `key_of` writes them.

    Returns
    -------
    list of Pair

    >>> [(pair.of, pair.first, pair.second) for pair in pairs_of(["ccode1", "ccode2", "year", "state a"])]
    [('ccode', 'ccode1', 'ccode2')]
    """
    found: dict[str, dict[str, str]] = {}
    for key in keys:
        if match := _SIDE.fullmatch(key):
            found.setdefault(match[1], {})[match[2]] = key
        elif match := _SIDE_OF.fullmatch(key):
            found.setdefault(match[2] or match[3], {})[match[1] or match[4]] = key
    return [
        Pair(of, (one, two), by_side[one], by_side[two])
        for of, by_side in found.items()
        for one, two in _SIDES
        if one in by_side and two in by_side
    ]
