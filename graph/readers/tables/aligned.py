"""Columns of several tables in one file, brought together: "joined" and "since" are one column, "left" is another."""

from __future__ import annotations

from collections.abc import Mapping

from ..planning.keys import key_of
from ..planning.words.column_names import FIELDS

__all__ = ["TELLING", "fields_by_place"]

TELLING = frozenset(("organization", "role", "start", "end", "period", "year", "flag", "event"))
"""The fields that say something of memberships."""


def fields_by_place(called: Mapping[int, str], given: Mapping[int, str], members: int | None = None) -> dict[int, str]:
    """What the columns of a table are: a field, or how the column is called where its name is none of a field.

    Parameters
    ----------
    called : mapping of int to str
        The names of the columns, by their places.
    given : mapping of int to str
        The fields that the user names.
    members : int, optional
        The place of the members, if it is known. Default: the first column that is called after them.

    Returns
    -------
    dict of int to str
        No two places have the same.

    >>> fields_by_place({0: "State", 2: "Since", 3: "Population"}, {})
    {0: 'member', 2: 'start', 3: 'population'}
    """
    if members is None:
        named = (at for at, name in called.items() if key_of(name) in FIELDS["member"] and given.get(at) is None)
        members = next((at for at, field in given.items() if field == "member"), next(named, None))
    found = {} if members is None else {members: "member"}
    for at, name in called.items():
        key = key_of(name)
        known = next((field for field, names in FIELDS.items() if key in names and field != "member"), "")
        said = given.get(at) or known or key
        if at != members:
            found[at] = said if said not in found.values() else f"{key} {at}"
    return found
