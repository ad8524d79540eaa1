"""Records, of which some have records in them, as rows of texts: of JSON, XML and workbooks with records in cells."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import Any

from ..amounts import counted
from ..model.roles import role_named
from ..rdf.languages import LANGUAGES, language_order
from .cells.cell_texts import text_of_cell
from .cells.cell_words import UNKNOWN, flag_of
from .planning.keys import count_known, key_of
from .record_sides import (
    NAMED,
    OTHER_SIDE,
    Sides,
    called_in,
    is_of_itself,
    list_of_records,
    may_be_either,
    of_a_person,
    of_an_elected,
    side_called,
    side_of_names,
)
from .role_lists import with_role_lists

__all__ = ["rows_of_records"]


def rows_of_records(records: Iterable[Mapping[str, Any]], notes: list[str] | None = None) -> list[list[str]]:
    """Records, of which some may have records in them, as rows of texts, the header first.

    A record without the list of members or bodies that others have says no membership, and gives no row.

    Parameters
    ----------
    records : iterable of mapping
        The records.
    notes : list of str, optional
        Where it is said how many records gave no row.

    Returns
    -------
    list of rows

    >>> rows_of_records([{"country": "A", "in": [{"org": "B"}, {"org": "C"}]}])
    [['country', 'org'], ['A', 'B'], ['A', 'C']]
    """
    records = _alike(_one_spelling(with_role_lists([_opened(record) for record in records], notes)))
    listed = _sides_listed(records)
    listing = [record for record in records if not _lists_nothing(record, listed)]
    if notes is not None and (count := len(records) - len(listing)):
        notes.append(f"{counted(count, 'record')} that list{'s' if count == 1 else ''} nothing: no membership")
    sides = Sides(listing)
    flat = [each for record in listing for each in _flat(record, sides)]
    names = list(dict.fromkeys(name for one in flat for name in one))
    return [names, *([one.get(name, "") for name in names] for one in flat)]


_OTHER_ROLES = re.compile(r"observ|associ|asocia|assozi|beobacht|partner|candidat|member|mitglied|miembro|membre")
_NOTHING: tuple[Any, ...] = (None, [], {}, "")


def _alike(records: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Records of which each lists in a field what any lists in it: names beside records are records with a name."""
    fields = {name for record in records for name, value in record.items() if _has_records(value)}
    if not fields:
        return records
    return [
        {name: _as_records(value) if name in fields else value for name, value in record.items()} for record in records
    ]


def _one_spelling(records: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Records whose fields are called the same in all, which some spell otherwise: "organization", "Organisation"."""
    spellings: dict[str, list[str]] = {}
    for name in dict.fromkeys(name for record in records for name in record):
        spellings.setdefault(key_of(name).replace("isation", "ization"), []).append(name)
    several = [names for names in spellings.values() if len(names) > 1]
    apart = [names for names in several if not any(len(record.keys() & {*names}) > 1 for record in records)]
    first = {name: names[0] for names in apart for name in names}
    if not first:
        return records
    return [{first.get(name, name): value for name, value in record.items()} for record in records]


def _has_records(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _as_records(value: Any) -> Any:
    """Names and records as a list of records; what is something else stays as it is."""
    each = [one for one in value if one not in _NOTHING] if isinstance(value, list) else [value]
    if not all(isinstance(one, str | dict) and one for one in each):
        return value
    return [{"name": one} if isinstance(one, str) else one for one in each]


def _sides_listed(records: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """The fields in which some records list members or bodies, and which of both."""
    listed: dict[str, list[Any]] = {}
    for record in records:
        for name, value in record.items():
            if isinstance(value, list):
                listed.setdefault(name, []).extend(value)
    return {name: side for name, values in listed.items() if (side := side_called(name) or _side_listed(values))}


def _side_listed(values: list[Any]) -> str:
    """Which side of memberships some records in lists are, by their names or else by their fields."""
    names = [name for one in list_of_records(values) or () if isinstance(name := called_in(one), str)]
    return side_of_names(names) if names else Sides(()).within(values)


def _lists_nothing(record: Mapping[str, Any], sides: Mapping[str, str]) -> bool:
    """Whether a record has none of the members or bodies that other records have in a list, in no role."""
    if any(
        isinstance(value, str | list | dict) and value and _OTHER_ROLES.search(key_of(name))
        for name, value in record.items()
    ):
        return False
    return any(
        record.get(name) in _NOTHING
        and not any(
            side_called(each) == side for each, value in record.items() if each not in NAMED and value not in _NOTHING
        )
        for name, side in sides.items()
    )


def _flat(record: Mapping[str, Any], sides: Sides, around: Iterable[str] = ()) -> Iterator[dict[str, str]]:
    """A record as rows of texts: what is nested gets longer names, a list of records a row for each.

    Where it is said around it who is in what, a list of others with names of their own, as of delegates, gives no rows.
    """
    row: dict[str, str] = {}
    record = _spread(_opened(record))
    record = {name: _listed(name, _in_one_language(value), sides) for name, value in record.items()}
    lists = {name: records for name, value in record.items() if (records := list_of_records(value)) is not None}
    # Of several lists that of members or bodies gives the rows.
    told = {side_called(name) for name in (*around, *record)} if around else set()
    others = {
        name for name in lists if told >= OTHER_SIDE.keys() and not side_called(name) and _have_names(lists[name])
    }
    rowed = next(
        (name for name in lists if side_called(name)), next((name for name in lists if name not in others), "")
    )
    for name, value in _sided(record, sides).items():
        if name in lists:
            if name != rowed:
                row[name] = text_of_cell([_shown(one) for one in lists[name]])
        elif isinstance(value, dict):
            row |= _nested(name, value, record)
        else:
            row[name] = _in_a_cell(value)
    if not rowed:
        yield row
        return
    for inner in [flat for one in lists[rowed] for flat in _flat(_renamed(one, rowed, row, sides), sides, row)]:
        clash = {name: text for name, text in inner.items() if name not in row}
        yield {**row, **clash, **{f"{name} (2)": text for name, text in inner.items() if name in row}}


def _have_names(records: Iterable[Mapping[str, Any]]) -> bool:
    return all(any(isinstance(one.get(name), str) for name in NAMED) for one in records)


def _spread(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record in which what is said of each body or member is a field of its own: "member_of": {"NATO": true}.

    Beside them, its name is that of the other side.
    """
    spread = {name: side for name, value in record.items() if (side := _side_spread(name, value))}
    if not spread:
        return record
    found: dict[str, Any] = {}
    other = OTHER_SIDE[next(iter(spread.values()))]
    named = any(side_called(name) == other for name in record if name not in NAMED)
    own = "" if named else next((name for name in NAMED if isinstance(record.get(name), str)), "")
    for name, value in record.items():
        found |= value if name in spread else {other if name == own else name: value}
    return found


def _side_spread(name: str, value: Any) -> str:
    """Which side the names are that an object has for keys, each with a word, a year, yes or no; else ""."""
    if not isinstance(value, dict) or not value or name in NAMED or any(key in NAMED for key in value):
        return ""
    side, keys = side_called(name), list(value)
    if not side or any(isinstance(said, dict | list) for said in value.values()):
        return ""
    told = side_of_names(keys)
    if told == side:
        return side
    if told or count_known(keys) or not all(map(_is_an_answer, value.values())):
        return ""
    return OTHER_SIDE["member"] if may_be_either(name) else side


_YEAR_OR_DAY = re.compile(r"[12]\d{3}(?:-\d\d){0,2}")


def _is_an_answer(said: Any) -> bool:
    """Whether a value says that somebody is in something, or is not, or since when, or in which role."""
    if said is None or isinstance(said, bool) or said in (0, 1):
        return True
    text = str(said).strip()
    return _YEAR_OR_DAY.fullmatch(text) is not None or flag_of(text) != UNKNOWN or role_named(text) is not None


def _listed(name: str, value: Any, sides: Sides) -> Any:
    """Records by the names of bodies or states as a list: "groups": {"NATO": {"since": 1949}}."""
    if not isinstance(value, dict) or not value:
        return value
    if side_called(name) and all(role_named(role) and _lists_things(one) for role, one in value.items()):
        # Lists by the roles: "members": {"full": ["France"], "observer": ["Italy"]}.
        return [{**one, "role": role} for role, listed in value.items() for one in _as_records(listed)]
    if not all(isinstance(one, dict) for one in value.values()):
        return value
    side = sides.called(name) or sides.named(name) or ("name" if may_be_either(name) else "")
    return [{side: key, **one} for key, one in value.items()] if side else value


def _lists_things(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str | dict) and one for one in value)


def _in_a_cell(value: Any) -> str:
    """A value as a cell has it; records in a list by their names, or all of them."""
    each = value if isinstance(value, list) else []
    return text_of_cell([_shown(one) if isinstance(one, dict) else one for one in each] or value)


def _shown(value: Mapping[str, Any]) -> str:
    """A record in a cell: its name, or all of it."""
    called = called_in(value)
    return called if isinstance(called, str) else json.dumps(value, ensure_ascii=False)


_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})*")
_OF_LANGUAGE = ("lang", "language", "locale", "@lang", "xml:lang")


def _in_one_language(value: Any) -> Any:
    """Of a name in languages the one whose language comes first: {"en": …, "fr": …}, [{"lang": "en", "value": …}]."""
    if isinstance(value, dict) and len(value) > 1 and any(name in value for name in LANGUAGES):
        if all(_LANGUAGE.fullmatch(name) and isinstance(text, str) for name, text in value.items()):
            return value[min(value, key=language_order)]
    elif isinstance(value, list) and value and all(isinstance(one, dict) for one in value):
        spoken = [next((one[name] for name in _OF_LANGUAGE if isinstance(one.get(name), str)), "") for one in value]
        named = [called_in(one) for one in value]
        if all(spoken) and all(len(one) == 2 and isinstance(name, str) for one, name in zip(value, named, strict=True)):
            return min(zip(spoken, named, strict=True), key=lambda each: language_order(each[0]))[1]
    return value


_WRAPPERS = ("properties", "attributes", "fields", "_source")  # GeoJSON, JSON:API, Airtable, Elasticsearch


def _opened(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """A record without shells around its fields."""
    for name in _WRAPPERS:
        if isinstance(inner := record.get(name), dict):
            return _opened({key: value for key, value in record.items() if key != name} | inner)
    for name, value in record.items():
        # A shell in a shell: "content": {"properties": {…}}.
        if isinstance(value, dict) and any(isinstance(value.get(each), dict) for each in _WRAPPERS):
            own = {f"{name} {key}": one for key, one in value.items() if key not in _WRAPPERS}
            inner = {key: one for key, one in value.items() if key in _WRAPPERS}
            return _opened({key: one for key, one in record.items() if key != name} | own | inner)
    return record


def _sided(record: Mapping[str, Any], sides: Sides) -> dict[str, Any]:
    """A record whose name is that of the other side than its list: beside "members", a name is an organization's."""
    lists = {name: value for name, value in record.items() if isinstance(value, list)}
    told = {side for name, value in lists.items() if (side := sides.of_list(name, value))}
    if len(told) != 1 or (other := OTHER_SIDE[told.pop()]) in record:
        return dict(record)
    if other == "organization" and (of_a_person(record) or of_an_elected(record)):
        return dict(record)
    own = next((name for name in NAMED if isinstance(record.get(name), str)), "")
    return {other if name == own else name: value for name, value in record.items()}


def _renamed(record: Mapping[str, Any], listed: str, around: Container[str], sides: Sides) -> dict[str, Any]:
    """A record of a list whose own name is what the list is called after: of "members", a member's.

    Of a list that is called after neither side it is called as the list, if what the list is in has a name too.
    """
    own = next((each for each in NAMED if isinstance(record.get(each), str)), "")
    side = sides.called(listed) or sides.named(listed) or (listed if own in around or sides.in_which(listed) else "")
    if not own or not side or side in record:
        return dict(record)
    if any(sides.called(each) == side for each in record if each not in NAMED):
        return dict(record)
    return {side if each == own else each: value for each, value in record.items()}


_KINDS = ("type", "kind", "class", "classification", "category", "schema")


def _nested(name: str, value: Mapping[str, Any], beside: Container[str]) -> dict[str, str]:
    """A value with parts: its name is the value, the other parts are columns of their own.

    What only people have needs no word of whose it is, where the value is of the record itself: "bio": {"gender": …}.
    """
    main = next((key for key in NAMED if isinstance(value.get(key), str)), "")
    found = {name: text_of_cell(value[main])} if main else {}
    for key, part in value.items():
        if key != main:
            plain_key = key_of(key) == key_of(name) or (of_a_person([key]) and key not in beside and is_of_itself(name))
            said = key if plain_key else f"{name} {key}"
            if key_of(key) in _KINDS and side_called(name):
                said = f"what the {name} is"  # a "member type" of its own would be a role
            plain = called_in(part) if isinstance(part, dict) else part
            found[said] = json.dumps(plain, ensure_ascii=False) if isinstance(plain, dict) else _in_a_cell(plain)
    return found
