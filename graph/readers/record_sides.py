"""Which side of memberships the records in a list are, members or bodies: by what they say, and whom they name."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from .planning.keys import key_of
from .planning.members.people import OF_PEOPLE_ONLY
from .planning.words.column_names import FIELDS
from .planning.words.column_words import says
from .planning.words.people_words import HOMES, NAMES, PARTIES, POSTS, body_of_people, called_after

__all__ = [
    "NAMED",
    "OTHER_SIDE",
    "Sides",
    "called_in",
    "is_of_itself",
    "list_of_records",
    "may_be_either",
    "of_a_person",
    "of_an_elected",
    "renamed",
    "side_called",
    "side_of_list",
    "side_of_names",
]

NAMED = ("name", "label", "value", "title", "text", *(name for name in NAMES if name != "name" and len(name) > 2))
"""The fields in which a record has its name."""
OTHER_SIDE = {"member": "organization", "organization": "member"}


def list_of_records(value: Any) -> list[dict[str, Any]] | None:
    """The records that a value is a list of; None if it is something else."""
    return value if isinstance(value, list) and value and all(isinstance(one, dict) for one in value) else None


@lru_cache(4096)  # asked of each record anew
def side_called(name: str) -> str:
    """Which side of memberships a field or a list is called after, "" if it is none: "members", "memberships".

    Parameters
    ----------
    name : str
        What it is called.

    Returns
    -------
    str

    >>> side_called("members"), side_called("organization"), side_called("since")
    ('member', 'organization', '')
    >>> side_called("memberOf")
    'organization'
    """
    key = key_of(name)
    listed = (side for side in OTHER_SIDE if key in FIELDS[side])
    return next(listed, "") or next((side for side in OTHER_SIDE if says(key, side)), "")


def side_of_list(name: str, records: list[dict[str, Any]]) -> str:
    """Which side of memberships the records of a list are, by their fields or else by what the list is called.

    Parameters
    ----------
    name : str
        What the list is called.
    records : list of dict
        The records.

    Returns
    -------
    str
        "" if they have both sides, or neither.

    >>> side_of_list("list", [{"country": "A", "since": 1}]), side_of_list("members", [{"name": "A"}])
    ('member', 'member')
    """
    return _within(records, side_called, but=NAMED) or side_called(name) or _within(records, side_called)


def side_of_names(names: list[str]) -> str:
    """What some names are of, by the lists of bodies and states.

    Parameters
    ----------
    names : list of str
        The names, of which the first are looked at.

    Returns
    -------
    str
        "organization" or "member"; "" if it is not clear.

    >>> side_of_names(["France", "Kenya"]), side_of_names(["NATO"]), side_of_names(["Greens"])
    ('member', 'organization', '')
    """
    from ..model.known.authority import authority
    from ..model.known.bodies import bodies

    some = names[:60]
    ours = sum(bool(bodies().find(name)) for name in some)
    theirs = sum(bool(authority().find(name).candidates) for name in some)
    side = "organization" if ours > theirs else "member"
    return side if abs(ours - theirs) > 0.5 * len(some) else ""


class Sides:
    """Which side the lists in some records are, decided once for all of them.

    Parties are members where they are states, which have a treaty; else they may be what people are in, and no side is
    told. Of a list that is called after neither side, those whom it names tell it.

    Parameters
    ----------
    records : iterable of mapping
        The records.

    >>> treaties = Sides([{"name": "NPT", "parties": [{"name": "Kenya"}]}])
    >>> treaties.called("parties"), Sides([{"name": "Ann Lee", "parties": ["Greens"]}]).called("parties")
    ('member', '')
    """

    def __init__(self, records: Iterable[Mapping[str, Any]]) -> None:
        self._named: dict[str, list[str]] = {}
        self._told: dict[str, str] = {}
        for record in records:
            for name, said in _names(record):
                self._named.setdefault(name, []).append(said)

    def called(self, name: str) -> str:
        """Which side a field or a list is called after; "" if it is none, or if its name can be of either.

        Parameters
        ----------
        name : str
            What it is called.

        Returns
        -------
        str
        """
        if not may_be_either(name):
            return side_called(name)
        return "member" if self.named(name) == "member" else ""

    def named(self, name: str) -> str:
        """Which side those are whom a field or a list names, by the lists of bodies and states.

        Parameters
        ----------
        name : str
            What it is called.

        Returns
        -------
        str
            "" if it is not clear.
        """
        if name not in self._told:
            self._told[name] = side_of_names(list(dict.fromkeys(self._named.get(name, ()))))
        return self._told[name]

    def of_list(self, name: str, values: list[Any]) -> str:
        """Which side a list is: by the fields of its records, by what it is called, or by whom it names.

        Parameters
        ----------
        name : str
            What the list is called.
        values : list
            What is in it.

        Returns
        -------
        str
            "" if it is both sides, or neither.
        """
        return self.within(values) or self.called(name) or (self.named(name) if list_of_records(values) else "")

    def within(self, values: list[Any]) -> str:
        """Which side some records have a field for, beside their names; "" if they have none or both.

        Parameters
        ----------
        values : list
            The records.

        Returns
        -------
        str
        """
        found = _within(values, self.called, but=NAMED)
        # "state" beside "party" is where somebody is from.
        in_others = any(self.in_which(name) for one in list_of_records(values) or () for name in one)
        return "" if found == "member" and in_others else found

    def around(self, records: Iterable[Mapping[str, Any]]) -> str:
        """Which side those are that have some records: what people are in makes them members.

        Parameters
        ----------
        records : iterable of mapping
            What each has.

        Returns
        -------
        str
            "" if the records do not tell.
        """
        told = set()
        for name, value in ((name, value) for record in records for name, value in record.items() if name not in NAMED):
            side = self.of_list(name, value) if isinstance(value, list) else self.called(name)
            told.add("organization" if self.in_which(name) else side)
        return "member" if "organization" in told else OTHER_SIDE["member"] if "member" in told else ""

    def in_which(self, name: str) -> bool:
        """Whether a field is called after what people are in: a party that is no state, a committee, a chamber.

        Parameters
        ----------
        name : str
            What it is called.

        Returns
        -------
        bool
        """
        return bool(body_of_people(key_of(name))) and not self.called(name)


def of_a_person(fields: Iterable[str]) -> bool:
    """Whether some fields are called after what only people have: a gender, a date of birth."""
    return any(key_of(name) in OF_PEOPLE_ONLY for name in fields)


_OF_ITSELF = frozenset((
    "bio", "biography", "personal", "personal data", "personal details", "personal info", "personal information",
    "profile", "details", "about", "info", "demographics",
))  # fmt: skip


def is_of_itself(name: str) -> bool:
    """Whether a value with parts says more of what it stands in, or who it is: "bio", "person"; not of a spouse."""
    key = key_of(name)
    return key in _OF_ITSELF or (bool(called_after(key)) and called_after(key) not in POSTS)


def of_an_elected(fields: Iterable[str]) -> bool:
    """Whether some fields are called after where people are from, or were elected."""
    return any(key_of(name) in HOMES for name in fields)


def may_be_either(name: str) -> bool:
    """Whether what a field or a list is called after may be members, of a treaty, or what people are in: parties."""
    return body_of_people(key_of(name)) in PARTIES


def renamed(record: Mapping[str, Any], listed: str) -> dict[str, Any]:
    """A record of a list whose own name is what the list is called after: of "members", a member's.

    >>> renamed({"name": "A", "since": 1990}, "members")
    {'member': 'A', 'since': 1990}
    """
    side = side_called(listed)
    own = next((each for each in NAMED if isinstance(record.get(each), str)), "")
    if not side or side in record or not own or any(side_called(each) == side for each in record if each not in NAMED):
        return dict(record)
    return {side if each == own else each: value for each, value in record.items()}


def called_in(value: Mapping[str, Any]) -> Any:
    """The name of a value with parts, or the value if it has none."""
    return next((value[each] for each in NAMED if isinstance(value.get(each), str)), value)


def _within(values: list[Any], called: Callable[[str], str], but: Container[str] = ()) -> str:
    """Which side some records have a field for, "" if they have none or both."""
    fields = dict.fromkeys(name for one in list_of_records(values) or () for name in one)
    sides = {side for name in fields if name not in but and (side := called(name))}
    return sides.pop() if len(sides) == 1 else ""


def _names(record: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Whom the fields and lists of a record name, and those of the records in it."""
    for name, value in record.items():
        if isinstance(value, dict):
            yield from ((name, key) for key, one in value.items() if isinstance(one, dict))
            yield from _names(value)
        for one in value if isinstance(value, list) else [value]:
            said = called_in(one) if isinstance(one, dict) else one
            if isinstance(said, str) and said:
                yield name, said
            if isinstance(one, dict) and one is not value:
                yield from _names(one)
