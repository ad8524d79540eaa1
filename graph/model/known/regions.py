"""Regions of the world and their states, as the United Nations divide it for statistics (M49).

The states of today stand where the UN's list has them (United Nations Statistics Division: Standard country or area codes
for statistical use, series M, no. 49); those that are no more, or no members, where they lay or lie.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ...resources import resource

__all__ = ["Region", "may_name_region", "region_named", "states_of"]

_AFRICA = ("Northern Africa", "Eastern Africa", "Middle Africa", "Southern Africa", "Western Africa")
_LATIN = ("Caribbean", "Central America", "South America")
_ASIA = ("Western Asia", "Southern Asia", "Central Asia", "Eastern Asia", "South-eastern Asia")
_EUROPE = ("Northern Europe", "Western Europe", "Southern Europe", "Eastern Europe")
_OCEANIA = ("Australia and New Zealand", "Melanesia", "Micronesia", "Polynesia")

_REGIONS: dict[str, tuple[tuple[str, ...], str]] = {
    "Africa": (_AFRICA, "african | africa"),
    "Asia": (_ASIA, "asian | asia"),
    "Europe": (_EUROPE, "european | europe"),
    "Oceania": (_OCEANIA, "oceanian | oceania"),
    "the Americas": (("Northern America", *_LATIN), "| the americas"),
    "North America": (("Northern America", "Caribbean", "Central America"), "north american | north america"),
    "Latin America and the Caribbean": (_LATIN, "latin american, latin american and caribbean | latin america, latin america and the caribbean"),
    "Sub-Saharan Africa": (_AFRICA[1:], "sub-saharan african, subsaharan african, sub-saharan | sub-saharan africa, subsaharan africa"),
    "Northern Africa": ((), "north african, northern african | north africa, northern africa"),
    "Eastern Africa": ((), "east african, eastern african | east africa, eastern africa"),
    "Middle Africa": ((), "central african, middle african | central africa, middle africa"),
    "Southern Africa": ((), "southern african | southern africa"),
    "Western Africa": ((), "west african, western african | west africa, western africa"),
    "Caribbean": ((), "caribbean | the caribbean"),
    "Central America": ((), "central american | central america"),
    "South America": ((), "south american | south america"),
    "Northern Europe": ((), "north european, northern european | northern europe"),
    "Western Europe": ((), "west european, western european | western europe"),
    "Southern Europe": ((), "south european, southern european | southern europe"),
    "Eastern Europe": ((), "east european, eastern european | eastern europe"),
    "Western Asia": ((), "west asian, western asian | west asia, western asia"),
    "Southern Asia": ((), "south asian, southern asian | south asia, southern asia"),
    "Central Asia": ((), "central asian | central asia"),
    "Eastern Asia": ((), "east asian, eastern asian | east asia, eastern asia"),
    "South-eastern Asia": ((), "southeast asian, south-east asian, south east asian, southeastern asian, south-eastern asian | southeast asia, south-east asia, south east asia, southeastern asia, south-eastern asia"),
    "Melanesia": ((), "melanesian | melanesia"),
    "Micronesia": ((), "micronesian |"),
    "Polynesia": ((), "polynesian | polynesia"),
}  # fmt: skip
"""The regions by their names in M49: the subregions of each, unless it is one, its adjectives and its nouns."""


class Region(str):
    """The name of a region, by M49."""

    __slots__ = ()

    @property
    def states(self) -> frozenset[str]:
        """The ids of its states in the list of states."""
        return states_of(self)


def region_named(words: str, *, adjective: bool) -> Region | None:
    """The region that an adjective or a noun names; None if it names none of them.

    Parameters
    ----------
    words : str
        The words, in lower case.
    adjective : bool
        Whether they are an adjective: "African", and not "Africa".

    Returns
    -------
    Region or None

    >>> region_named("west african", adjective=True), region_named("latin america", adjective=False)
    ('Western Africa', 'Latin America and the Caribbean')
    >>> region_named("balkan", adjective=True) is None
    True
    """
    return _named()[adjective].get(words)


def may_name_region(words: Iterable[str]) -> bool:
    """Whether any of some words is the last of a region's name, and so whether it is worth while to look for one.

    >>> may_name_region(["which", "african", "states"]), may_name_region(["who", "is", "in", "cst"])
    (True, False)
    """
    return not _last_words().isdisjoint(words)


@cache
def _last_words() -> frozenset[str]:
    return frozenset(name.split()[-1] for names in _named() for name in names)


@cache
def _named() -> tuple[dict[str, Region], dict[str, Region]]:
    """The regions by their nouns, and by their adjectives."""
    found: tuple[dict[str, Region], dict[str, Region]] = ({}, {})
    for name, (_, words) in _REGIONS.items():
        adjectives, _, nouns = words.partition("|")
        for kept, listed in zip(found, (nouns, adjectives), strict=True):
            kept.update(dict.fromkeys(filter(None, map(str.strip, listed.split(","))), Region(name)))
    return found


@cache
def _subregions() -> dict[str, str]:
    """In which subregion each state of the list is."""
    lines = resource("data", "regions-of-states.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def states_of(region: str) -> frozenset[str]:
    """The states of a region.

    Parameters
    ----------
    region : str
        Its name, by M49.

    Returns
    -------
    frozenset of str
        Their ids in the list of states.

    >>> sorted(states_of("Central Asia"))
    ['kazakhstan', 'kyrgyzstan', 'tajikistan', 'turkmenistan', 'uzbekistan']
    """
    parts = _REGIONS[region][0] or (region,)
    return frozenset(state for state, subregion in _subregions().items() if subregion in parts)
