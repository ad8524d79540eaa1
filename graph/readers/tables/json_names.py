"""Names in the place of keys in JSON: {"NATO": ["France"]}, {"NATO": {"France": {"from": 1949}}} and the like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...errors import OperationFailed
from ..important import Important
from ..planning.keys import count_known
from ..record_sides import NAMED, OTHER_SIDE, Sides, side_called, side_of_names

__all__ = [
    "WAY_OUT",
    "are_ids",
    "by_names",
    "has_fields",
    "json_side",
    "name_field",
    "names_that_list",
    "of_one_name",
    "texts_in",
]

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
WAY_OUT = 'write a list of records: [{"member": "…", "organization": "…"}, …]'


def names_that_list(found: Mapping[str, Any], notes: list[str] | None) -> list[dict[str, Any]] | None:
    """Names, each with a record that lists its members or bodies: {"NATO": {"members": […]}}; None of anything else.

    One name alone may be that of a shell, which none of them is that is written as a name.
    """
    if not all(isinstance(value, dict) and not name_field(value) for value in found.values()):
        return None
    if count_known(list(found)) and (len(found) == 1 or all(name == name.lower() for name in found)):
        return None  # names of fields
    told = Sides(found.values())
    sides = [
        {side for key, each in value.items() if _lists(each) and (side := told.called(key))} for value in found.values()
    ]
    if any(len(one) != 1 for one in sides) or len(set.union(*sides)) != 1:
        return None
    other = OTHER_SIDE[sides[0].pop()]
    if len(found) == 1:
        ((name, value),) = found.items()
        if name == name.lower() or any(side_called(key) == other for key in value):
            return None
        if notes is not None:
            notes.append(Important(f"{name!r} was taken for the {other} of all that is listed in it"))
    return [{other: name, **value} for name, value in found.items()]


def _lists(value: Any) -> bool:
    """Whether a value is a list, or has things by their names."""
    return isinstance(value, list) or (
        isinstance(value, dict) and len(value) > 0 and all(isinstance(one, dict) for one in value.values())
    )


def of_one_name(found: Mapping[str, Any], notes: list[str]) -> list[dict[str, Any]] | None:
    """One name with states or bodies that each have a word, a year, yes or no: {"Alpha Pact": {"Chad": 1949}}.

    Of anything else None.
    """
    ((name, inner),) = found.items()
    if not isinstance(inner, dict) or any(isinstance(said, dict) for said in inner.values()):
        return None
    side = side_of_names(list(inner))
    if not side or name == name.lower() or side_called(name) or count_known([name]):
        return None
    other = OTHER_SIDE[side]
    notes.append(Important(f"{name!r} was taken for the {other} of all that is listed in it"))
    return [{other: name, **inner}]


_ID = re.compile(r"-?(?=.*\d)[\w-]+")


def are_ids(keys: Iterable[str], records: Iterable[Mapping[str, Any]]) -> bool:
    """Whether the keys of records are ids rather than names: they look so, and the records name both sides."""
    names = list(keys)
    sides = {side for record in records for field in record if (side := side_called(field))}
    return len(sides) == 2 and all(map(_ID.fullmatch, names)) and not side_of_names(names)


def by_names(where: str, found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """Names, each with names that have records: {"NATO": {"France": {"from": 1949}}}; None if it is something else."""
    values = list(found.values())
    if not all(isinstance(value, dict) and value for value in values):
        return None
    inner = [(key, name, said) for key, value in found.items() for name, said in value.items()]
    if all(_YEAR.fullmatch(name) and texts_in(said) for _, name, said in inner):
        # Names, each with years that have lists of names: who joined then.
        side = json_side(where, list(found), [each for _, _, said in inner for each in said])
        return [{side: key, OTHER_SIDE[side]: each, "start": year} for key, year, said in inner for each in said]
    if not all(isinstance(said, dict) for _, _, said in inner) or count_known([name for _, name, _ in inner]):
        return None
    side = json_side(where, list(found), [name for _, name, _ in inner])
    return [{side: key, OTHER_SIDE[side]: name, **said} for key, name, said in inner]


def has_fields(value: Mapping[str, Any]) -> bool:
    """Whether a value is a record rather than a shell around another one."""
    return bool(value) and not (len(value) == 1 and isinstance(next(iter(value.values())), dict))


def texts_in(value: Any) -> list[str] | None:
    return value if isinstance(value, list) and all(isinstance(one, str) for one in value) else None


def json_side(where: str, keys: list[str], others: list[str]) -> str:
    """Whether the names before lists are members or organizations: which of them are states.

    Parameters
    ----------
    where : str
        The file, for messages.
    keys, others : list of str
        The names before the lists, and those in them.

    Returns
    -------
    str
        "member" or "organization".

    Raises
    ------
    OperationFailed
        If it is not clear.
    """
    from ...model.known.authority import authority

    def share(names: Iterable[str]) -> float:
        some = list(dict.fromkeys(names))[:60]
        return sum(bool(authority().find(name).candidates) for name in some) / max(len(some), 1)

    ours, theirs = share(keys), share(others)
    if ours > 0.6 and theirs < 0.4:
        return "member"
    if ours < 0.4 and (theirs > 0.6 or not others):
        return "organization"
    raise OperationFailed(f"{where}: it is not clear whether {keys[0]!r} is a member or an organization; {WAY_OUT}")


def name_field(value: Mapping[str, Any]) -> str:
    """The field in which a record has its name, or a part of a name; "" if it has none."""
    return next((each for each in NAMED if isinstance(value.get(each), str) and len(value) > 1), "")
