"""What states are called that a table gives by code only."""

from __future__ import annotations

from functools import lru_cache

__all__ = ["name_of_code"]

_SCHEMES = {"cow_abbreviation": "cowAbbreviation", "iso_numeric": "isoNumeric"}


@lru_cache(4096)
def name_of_code(scheme: str, code: str, year: int | None = None) -> str:
    """The name of a state by its code, from the list of states that ships.

    Parameters
    ----------
    scheme : str
        "cow", "gw", "iso_numeric", "iso3", "iso2" or "cow_abbreviation".
    code : str
        The code.
    year : int, optional
        The year in mind.

    Returns
    -------
    str
        The name; "" if no state has the code.

    >>> name_of_code("cow", "365"), name_of_code("gw", "260", 1970), name_of_code("iso3", "XXX")
    ('Russia', 'West Germany', '')
    """
    from ...model.known.authority import authority

    state = authority().find_code(code, _SCHEMES.get(scheme, scheme), year).state
    return state.label if state is not None else ""
