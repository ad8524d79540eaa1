"""Members that are codes, most of them of one list and some of none: which, and how to say that the others are."""

from __future__ import annotations

from collections.abc import Collection

from ...amounts import shortened
from ...model.known.authority import authority
from ..row import SCHEMES
from ..table_options import map_option
from .code_schemes import known_scheme

__all__ = ["stray_codes"]

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


def _strays(members: Collection[str], scheme: str) -> list[str]:
    """The members that are no codes of a list."""
    return sorted(member for member in members if not authority().meanings_of_code(member, [known_scheme(scheme)]))
