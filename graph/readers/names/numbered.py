"""Names of bodies with a number behind them that may say how many members they had: "EU-27" beside "EU"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping

from ...amounts import shortened
from ...late import late_pattern
from ...model.known.bodies import bodies

__all__ = ["apart_by_number", "without_number"]

_NUMBERED = late_pattern(r"(.*[^\W\d_])[ –—-]?\d{2,3}(?:_\d{4})?")


def without_number(name: str) -> str:
    """A name without the number behind it that may say how many members a body had; "" if it has none.

    Parameters
    ----------
    name : str
        The name.

    Returns
    -------
    str

    >>> without_number("EU-27"), without_number("EU27_2020"), without_number("Expo 2000")
    ('EU', 'EU', '')
    """
    match = _NUMBERED.fullmatch(name.strip())
    return match[1] if match else ""


def apart_by_number(unlisted: Iterable[str], names: Container[str]) -> str:
    """What is to be said of bodies that no list has, and that are called as others are but for a number.

    Parameters
    ----------
    unlisted : iterable of str
        The names that no list of bodies has.
    names : container of str
        All names of bodies of the source.

    Returns
    -------
    str
        "" if there are none.

    >>> apart_by_number(["EU-27", "Alpha Pact"], ["EU-27", "Alpha Pact"])
    '\\'EU-27\\' was read apart from \\'EU\\'; if it is the same, say: --same "EU-27=EU"'
    """
    found = {name: plain for name in unlisted if (plain := without_number(name))}
    found = {name: plain for name, plain in found.items() if plain in names or bodies().find(plain)}
    counted = _counted_on(found)
    found = {name: plain for name, plain in found.items() if plain not in counted or bodies().find(plain)}
    if not found:
        return ""
    name, plain = next(iter(found.items()))
    were, they, each = ("was", "it is", "") if len(found) == 1 else ("were", "they are", " for each")
    others = shortened(map(repr, dict.fromkeys(found.values())), 3)
    said = f"{shortened(map(repr, found), 3)} {were} read apart from {others}"
    return f'{said}; if {they} the same, say{each}: --same "{name}={plain}"'


def _counted_on(found: Mapping[str, str]) -> set[str]:
    """The names behind which numbers count on, as in "Group 10", "Group 11", "Group 12": they tell things apart."""
    numbers: dict[str, set[int]] = {}
    for name, plain in found.items():
        if match := re.search(r"\d+", name[len(plain) :]):
            numbers.setdefault(plain, set()).add(int(match[0]))
    return {plain for plain, of in numbers.items() if len(of) > 2 and 2 * len(of & {n + 1 for n in of}) >= len(of)}
