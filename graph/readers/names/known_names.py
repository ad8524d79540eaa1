"""How many of some names or codes are those of states or bodies of the lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable

__all__ = ["bodies_in", "codes_in", "states_in"]

_LOOKED_AT = 60
"""So many names are looked up to tell what the names of a column are."""


def states_in(names: Iterable[str]) -> float:
    """How much of some names are states'.

    Parameters
    ----------
    names : iterable of str
        The names, of which the first in order are looked at.

    Returns
    -------
    float

    >>> states_in(["France", "Italy", "Alpha Pact", "Beta League"])
    0.5
    """
    from ...model.known.authority import authority

    return _share(names, lambda name: bool(authority().find(name).candidates))


def bodies_in(names: Iterable[str]) -> float:
    """How much of some names are those of bodies of the list.

    Parameters
    ----------
    names : iterable of str
        The names, of which the first in order are looked at.

    Returns
    -------
    float

    >>> bodies_in(["NATO", "Union européenne", "Alpha Pact", "France"])
    0.5
    """
    from ...model.known.bodies import bodies

    return _share(names, lambda name: bool(bodies().find(name)))


def codes_in(codes: Iterable[str]) -> float:
    """How much of some codes are states', of whichever list.

    Parameters
    ----------
    codes : iterable of str
        The codes, of which the first in order are looked at.

    Returns
    -------
    float

    >>> codes_in(["FRA", "UKG", "IBM", "BMW"])
    0.5
    """
    from ...model.known.authority import authority
    from ...model.known.states import SCHEMES

    return _share(codes, lambda code: bool(authority().meanings_of_code(code, list(SCHEMES))))


def _share(names: Iterable[str], is_one: Callable[[str], bool]) -> float:
    some = sorted(names)[:_LOOKED_AT]
    return sum(map(is_one, some)) / max(len(some), 1)
