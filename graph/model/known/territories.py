"""Territories that are no states, as the list that comes with blocs has them, and parts that stand for their state."""

from __future__ import annotations

import csv
from functools import lru_cache
from typing import NamedTuple

from ...resources import resource
from ..naming.forms import normal

__all__ = ["STANDS_FOR_ITS_STATE", "Territory", "is_territory", "may_be_territory", "territories"]

STANDS_FOR_ITS_STATE = frozenset(("England",))
"""Parts of states whose names are used of the whole, which the list of states has among its names."""


class Territory(NamedTuple):
    """A territory, with its other names and what its people are called."""

    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """All its names."""
        return (self.name, *self.aliases)


@lru_cache(maxsize=1)
def territories() -> tuple[Territory, ...]:
    """The list of territories, read once.

    Returns
    -------
    tuple of Territory

    >>> [each.name for each in territories() if "Guamanian" in each.demonyms]
    ['Guam']
    """
    rows = csv.DictReader(resource("data", "drafting", "territories.csv").read_text(encoding="utf-8").splitlines())
    return tuple(Territory(row["name"], _parts(row["aliases"]), _parts(row["demonyms"])) for row in rows)


def is_territory(name: str) -> bool:
    """Whether a name, as it is written, is a territory's: "Guam", and not GUAM, which is a body.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    bool

    >>> is_territory("Guam"), is_territory("GUAM"), is_territory("France")
    (True, False, False)
    """
    return name.strip() in _names()


def may_be_territory(name: str) -> bool:
    """Whether a name is a territory's, however it is written.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    bool

    >>> may_be_territory("GUAM"), may_be_territory("NATO")
    (True, False)
    """
    return normal(name) in _normal_names()


@lru_cache(maxsize=1)
def _normal_names() -> frozenset[str]:
    return frozenset(map(normal, _names()))


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    return frozenset(name for each in territories() for name in each.names)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split("|") if part)
