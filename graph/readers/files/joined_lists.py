"""Lists of records in one file that refer to each other by ids, as databases write them: made into one list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

__all__ = ["joined_lists"]

_IDS = ("id", "code", "key", "abbr", "iso", "iso2", "iso3", "slug")
_NAMES = ("name", "label", "title")

Records = Sequence[Mapping[str, Any]]


def joined_lists(lists: Mapping[str, Records]) -> list[dict[str, Any]] | None:
    """The records of the list that refers to two others by their ids, or lists those of one, with names for the ids.

    Parameters
    ----------
    lists : mapping of str to sequence of mapping
        The records of each list, by the list's name.

    Returns
    -------
    list of dict, or None
        None if no list refers to two others, or more than one does.

    >>> joined_lists({
    ...     "states": [{"code": "FR", "name": "France"}], "bodies": [{"id": 7, "name": "Pact"}],
    ...     "memberships": [{"state": "FR", "body": 7, "from": 1990}],
    ... })
    [{'state': 'France', 'body': 'Pact', 'from': 1990}]
    """
    names = {key: found for key, records in lists.items() if (found := _names_by_id(records))}
    joined = []
    for key, records in lists.items():
        others = {other: found for other, found in names.items() if other != key}
        refers = {field: other for field in _fields(records) if (other := _referred(records, field, others))}
        if len({*refers.values()}) > 1 or (refers and key in names and _has_ids(records, refers)):
            joined.append(
                [_with_names(one, {field: names[other] for field, other in refers.items()}) for one in records]
            )
    return joined[0] if len(joined) == 1 else None


def _with_names(record: Mapping[str, Any], names: Mapping[str, Mapping[Any, str]]) -> dict[str, Any]:
    plain = {field: _without_id(field) for field in names}
    return {
        plain[field] if field in names and plain[field] not in record else field: (
            _named(said, names[field]) if field in names else said
        )
        for field, said in record.items()
    }


def _named(said: Any, names: Mapping[Any, str]) -> Any:
    """The name for an id, or the names for several."""
    return [names.get(one, one) for one in said] if isinstance(said, list) else names.get(said, said)


def _has_ids(records: Records, fields: Iterable[str]) -> bool:
    """Whether records list the ids of others, as a body those of its members, or name one: "party_id" of a person."""
    return any(isinstance(one.get(field), list) or _without_id(field) != field for one in records for field in fields)


def _names_by_id(records: Records) -> dict[Any, str]:
    """What the records of a list are called, by their ids; empty if they have no ids or names."""
    for id_ in _IDS:
        for name in _NAMES:
            found = {one[id_]: one[name] for one in records if isinstance(one.get(id_), str | int) and one.get(name)}
            if len(found) == len(records):
                return found
    return {}


def _fields(records: Records) -> list[str]:
    return list(dict.fromkeys(field for one in records for field in one))


def _referred(records: Records, field: str, others: Mapping[str, Mapping[Any, str]]) -> str:
    """The list to whose ids all that a field says belong, and of several the one it is called after; "" of none."""
    values = [one[field] for one in records if one.get(field) is not None]
    said = [each for value in values for each in (value if isinstance(value, list) else [value])]
    if not said or not all(isinstance(each, str | int) for each in said):
        return ""
    fit = [key for key, found in others.items() if all(each in found for each in said)]
    called = _without_id(field).lower().removesuffix("y")
    return next((key for key in fit if called and key.lower().startswith(called)), next(iter(fit), ""))


def _without_id(field: str) -> str:
    """What a field is called that has had a name for its id: "state_id", "stateId".

    >>> _without_id("state_id"), _without_id("stateId"), _without_id("id"), _without_id("valid")
    ('state', 'state', 'id', 'valid')
    """
    return re.sub(r"(?<=\w)(?:[_ -](?:id|code)s?|(?<=[a-z])(?:Id|ID|Code)s?)$", "", field)
