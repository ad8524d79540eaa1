"""The schemes of codes of states, as sources and the list of states call them."""

from __future__ import annotations

from collections.abc import Sequence

from ...model.known.states import SCHEMES

__all__ = ["first_code", "known_scheme", "lists_of"]

_SCHEMES = {
    "cow_abbreviation": "cowAbbreviation", "gw_abbreviation": "gwAbbreviation", "iso_numeric": "isoNumeric",
}  # fmt: skip


def known_scheme(scheme: str) -> str:
    """A scheme of codes as the list of states calls it.

    >>> known_scheme("iso_numeric"), known_scheme("gw")
    ('isoNumeric', 'gw')
    """
    return _SCHEMES.get(scheme, scheme)


def first_code(codes: Sequence[tuple[str, str]]) -> tuple[str, str]:
    """The first code of a known scheme, and that scheme; both empty if there is none.

    >>> first_code([("wikidata", "Q142"), ("iso_numeric", "250")])
    ('250', 'isoNumeric')
    """
    for scheme, code in codes:
        if (known := known_scheme(scheme)) in SCHEMES:
            return code, known
    return "", ""


def lists_of(scheme: str) -> list[str]:
    """The schemes that a code may be of: what one list of states has no more may be in the other."""
    return ["cow", "gw"] if scheme in ("cow", "gw") else [scheme]
