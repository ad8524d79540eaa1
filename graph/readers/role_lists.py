"""Records that list their members by roles, each role under a name of its own, made to have one list with a role in it.

{"members": [{"name": "France"}], "observers": ["Malta"]} has France as a member and Malta as an observer. What is said
of those in one list, as their dates, is nothing of those in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..model.role_words import nearest_in, of_lesser_right, role_of_word
from .planning.keys import key_of
from .record_sides import Sides, list_of_records

__all__ = ["lists_by_role", "with_role_lists"]

_NOT_YET_OR_NO_MORE = re.compile(
    r"(?:candidat|applicant|former |ex |past |suspended|prospective |aspirant|withdrawn)\w*(?: \w+)*"
)
_ROLES = ("role", "status", "membership status", "membership type", "type of membership")


def with_role_lists(
    records: Sequence[Mapping[str, Any]], notes: list[str] | None = None
) -> Sequence[Mapping[str, Any]]:
    """Records with one list of members each, who have the role that the list was called after in which they stood.

    Parameters
    ----------
    records : sequence of mapping
        The records.
    notes : list of str, optional
        Where it is said how the lists were read.

    Returns
    -------
    sequence of mapping
        The same records, if they have not several such lists.

    >>> with_role_lists([{"name": "Pact", "members": [{"name": "A", "since": 1990}], "observers": ["B"]}])[0]["members"]
    [{'name': 'A', 'since': 1990, 'role': 'member'}, {'name': 'B', 'role': 'observers'}]
    """
    records = [_inside(record, notes) for record in records]
    if not (roles := _roles_of_lists(records)):
        return records
    if notes is not None:
        order = dict.fromkeys(name for record in records for name in record if name in roles)
        shown = ", ".join(f"{name!r} as {roles[name]}" for name in order)
        notes.append(f"lists were read as the members in a role: {shown}")
    return [_merged(record, roles) for record in records]


def lists_by_role(record: Mapping[str, Any]) -> bool:
    """Whether a record has several lists that are called after the roles of those in them.

    Parameters
    ----------
    record : mapping
        The record.

    Returns
    -------
    bool

    >>> lists_by_role({"members": ["France"], "observers": ["Malta"]}), lists_by_role({"NATO": ["France"], "EU": []})
    (True, False)
    """
    return bool(_roles_of_lists([record]))


def _roles_of_lists(records: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The lists in records that are called after roles, and the role of each; empty if there are not several."""
    fields = {name for record in records for name, value in record.items() if _things(value)}
    told = {name: role for name in fields if (role := _role(name))}
    full = "member" in told.values()
    if len(fields) < 2 or not told:
        return {}
    sides = Sides(records)
    # Beside signatories and observers, the parties or the states are the members.
    members = [name for name in fields if not full and name not in told and sides.called(name) == "member"]
    roles = {**told, **dict.fromkeys(members, "member")}
    return roles if len(roles) > 1 and (full or members) else {}


def _inside(record: Mapping[str, Any], notes: list[str] | None) -> Mapping[str, Any]:
    """A record with the same done to the records that it lists."""
    found = {
        name: with_role_lists(listed, notes)
        for name, value in record.items()
        if (listed := list_of_records(value)) is not None and any(isinstance(each, list) for each in _values(listed))
    }
    return {**record, **found} if found else record


def _values(records: Sequence[Mapping[str, Any]]) -> Iterator[Any]:
    return (value for record in records for value in record.values())


def _merged(record: Mapping[str, Any], roles: Mapping[str, str]) -> Mapping[str, Any]:
    lists = {name: things for name, value in record.items() if name in roles and (things := _things(value)) is not None}
    if not lists:
        return record
    members = [
        one if any(key_of(key) in _ROLES for key in one) else {**one, "role": roles[name]}
        for name, things in lists.items()
        for one in things
    ]
    return {**{name: value for name, value in record.items() if name not in lists}, "members": members}


def _role(name: str) -> str:
    """The role that a list is called after, "dialogue partners"; "" if it is none."""
    words = key_of(name)
    if role_of_word(words) == "full" and not nearest_in(words):
        return "member"
    return words if role_of_word(words) or of_lesser_right(words) or _NOT_YET_OR_NO_MORE.fullmatch(words) else ""


def _things(value: Any) -> list[dict[str, Any]] | None:
    """The records that a value lists, of names too, or has by their names; None of another value."""
    if isinstance(value, dict) and all(isinstance(one, dict) for one in value.values()):
        return [{"name": name, **one} for name, one in value.items()]
    if not isinstance(value, list) or not all(isinstance(one, str | dict) and one for one in value):
        return None
    return [{"name": one} if isinstance(one, str) else one for one in value]
