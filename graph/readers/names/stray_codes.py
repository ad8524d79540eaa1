"""Members that are codes of which a user must know more: some are of no list, or others are meant by another list."""

from __future__ import annotations

from collections.abc import Collection

from ...amounts import shortened
from ...model.known.authority import authority
from ..row import SCHEMES
from ..table_options import map_option
from .code_schemes import known_scheme

__all__ = ["other_numbers", "stray_codes"]

_CALLED = {
    "iso3": "ISO 3166 (three letters)", "iso2": "ISO 3166 (two letters)", "cow_abbreviation": "Correlates of War",
    "cow": "Correlates of War (numbers)", "gw": "Gleditsch and Ward", "iso_numeric": "ISO 3166 (numbers)",
}  # fmt: skip
_LEAST = 2


def stray_codes(members: Collection[str], column: str) -> str:
    """What to say of members of which most are codes of one list and some of none, so that none is a state.

    Parameters
    ----------
    members : collection of str
        The members, all of them as codes are: letters in capitals, or figures.
    column : str
        The name of their column.

    Returns
    -------
    str
        "" if they are not so.

    >>> print(stray_codes(["AL", "MK", "A"], "Country"))
    the members may be codes of ISO 3166 (two letters), but 'A' is none, so that no code was joined to a state; if the \
others are such codes, say: --map "Country=iso2"
    >>> stray_codes(["NATO", "EU", "IMF"], "Member")
    ''
    """
    found = {scheme: _strays(members, scheme) for scheme in SCHEMES}
    scheme = min(found, key=lambda each: len(found[each]))
    strays = found[scheme]
    if not strays or 2 * len(strays) > len(members) or len(members) - len(strays) < _LEAST:
        return ""
    is_none = "is none" if len(strays) == 1 else "are none"
    return (
        f"the members may be codes of {_CALLED[scheme]}, but {shortened(map(repr, strays))} {is_none}, so that no"
        f" code was joined to a state; if the others are such codes, say: {map_option(column, scheme)}"
    )


def other_numbers(members: Collection[str], column: str, read: Collection[str]) -> str:
    """What to say of members that are numbers of one list, if one of them is another state's by another list.

    Parameters
    ----------
    members : collection of str
        The members, all of them numbers.
    column : str
        The name of their column, which does not say of which list they are.
    read : collection of str
        The lists by which they are read.

    Returns
    -------
    str
        "" if there is nothing to say.

    >>> print(*other_numbers(["970", "955", "950"], "code", ["cow"]).split("; "), sep="\\n")
    the numbers of 'code' were read as those of Correlates of War
    by Gleditsch and Ward 970 is Kiribati, and not Nauru
    if that is meant, say: --map "code=gw"
    >>> other_numbers(["220", "325"], "code", ["cow", "gw"])
    ''
    """
    as_read = next((each for each in _NUMBERS if each in read), "")
    other = next((each for each in _NUMBERS if each not in read), "")
    if not as_read or not other:
        return ""
    for member in sorted(members):
        meant, there = (authority().meanings_of_code(member, [scheme]) for scheme in (as_read, other))
        if meant and there and not {*meant} & {*there}:
            what = f"by {_NUMBERS[other]} {member} is {there[0].label}, and not {meant[0].label}"
            way = f"if that is meant, say: {map_option(column, other)}"
            return f"the numbers of {column!r} were read as those of {_NUMBERS[as_read]}; {what}; {way}"
    return ""


_NUMBERS = {"cow": "Correlates of War", "gw": "Gleditsch and Ward"}
"""The two lists that share most of their numbers."""


def _strays(members: Collection[str], scheme: str) -> list[str]:
    """The members that are no codes of a list."""
    return sorted(member for member in members if not authority().meanings_of_code(member, [known_scheme(scheme)]))
