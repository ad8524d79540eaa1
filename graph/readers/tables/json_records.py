"""The records in a JSON value, whatever programs put around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ...errors import OperationFailed
from ...model.roles import role_named
from ..files.joined_lists import joined_lists
from ..important import Important
from ..names.known_names import states_in
from ..planning.keys import count_known, key_of
from ..planning.titles import body_named_in
from ..planning.words.people_words import body_of_people, called_after
from ..record_sides import NAMED, OTHER_SIDE, Sides, called_in, list_of_records, renamed, side_called, side_of_list
from ..role_lists import lists_by_role
from .json_names import are_ids, by_names, has_fields, json_side, name_field, names_that_list, of_one_name, texts_in

__all__ = ["records_in"]

_DEEPEST = 4
_PATTERN = re.compile(r"/\*+(?:/|$)|^\*+/")
"""What stands for several folders, and for nobody's name."""


def records_in(where: str, found: Any, depth: int = 0, notes: list[str] | None = None) -> list[dict[str, Any]] | None:
    """The records of a JSON value, whatever is around them; None if it has none."""
    if isinstance(found, list):
        if found and all(isinstance(one, dict) for one in found):
            together = _one_each(found)
            return found if together is None else records_in(where, together, depth + 1, notes)
        lists = [records for each in found if (records := list_of_records(each)) is not None]
        # The World Bank's way: what the answer is of, then its records.
        return lists[0] if len(lists) == 1 and all(isinstance(each, dict | list) for each in found) else None
    if not isinstance(found, dict) or not found or depth > _DEEPEST:
        return None
    if isinstance(embedded := found.get("_embedded"), dict):  # of HAL
        return records_in(where, embedded, depth + 1, notes)
    if (counted := _counted(found)) is not None:
        return records_in(where, counted, depth, notes)
    if (shapes := _shapes(found)) is not None:
        told = [one for one in shapes if isinstance(one.get("properties"), dict)]
        return [({"id": one["id"]} if "id" in one else {}) | one["properties"] for one in told] or None
    if _is_json_api(found):
        return [_resolved(one, found.get("included", [])) for one in found["data"]]
    inside = {key: records for key, value in found.items() if (records := list_of_records(value)) is not None}
    if len(inside) == 1 and all(_says_nothing(value) for key, value in found.items() if key not in inside):
        if depth == 0 and _is_in_all(found, *next(iter(inside.items()))):
            return [found]  # one record alone
        return _of_one(found, *next(iter(inside.items())), [] if notes is None else notes)
    if len(inside) > 1 and (joined := joined_lists(inside)) is not None:
        return joined
    if len(inside) > 1 and lists_by_role(inside):
        return [found]  # those of one body, which may be named beside them
    if len(inside) == len(found) > 1 and not any(map(_is_of_things, found)):
        # Names, each with a list of records: the name is a field of them.
        side = json_side(where, list(found), [])
        return [{side: key, **one} for key, records in inside.items() for one in records]
    if len(inside) > 1:
        raise OperationFailed(f"{where}: several lists of records are in it: {', '.join(inside)}; keep one")
    if all(texts_in(value) is not None for value in found.values()):
        # Names, each with a list of names.
        others = [each for value in found.values() for each in texts_in(value) or ()]
        side = json_side(where, list(found), others)
        other = "organization" if side == "member" else "member"
        return [{side: key, other: each} for key, value in found.items() for each in texts_in(value) or ()]
    inner = next(iter(found.values()))
    if len(found) == 1 and isinstance(inner, dict) and len(inner) > 1 and names_that_list(inner, None) is not None:
        return records_in(where, inner, depth + 1, notes)  # what is around them is a shell
    if (inside_it := _wrapped(found)) is not None:
        return records_in(where, inside_it, depth + 1, notes)
    if (keyed := by_names(where, found)) is not None:
        return keyed
    if (of_names := names_that_list(found, notes)) is not None:
        return of_names
    if all(isinstance(value, dict) and name_field(value) for value in found.values()):
        return [{"code": key, **value} for key, value in found.items()]  # what they are called is in them
    if len(found) > 1 and all(isinstance(value, dict) and has_fields(value) for value in found.values()):
        if are_ids(found, found.values()):
            return [{"key": key, **value} for key, value in found.items()]
        inner = [name for value in found.values() for name in value]
        inner = [] if count_known(inner) else inner
        side = Sides(found.values()).around(found.values()) if states_in(found) < 0.5 else ""
        side = side or json_side(where, list(found), inner)
        return [{side: key, **value} for key, value in found.items()]
    if len(found) == 1:
        if (of_it := of_one_name(found, [] if notes is None else notes)) is not None:
            return of_it
        return records_in(where, next(iter(found.values())), depth + 1, notes)
    if (of_all := _lists_by_name(found)) is not None:
        return of_all
    named = [name for name, value in found.items() if isinstance(value, str | int | float)]
    if any(any(map(_PATTERN.search, texts)) for value in found.values() if (texts := texts_in(value))):
        return None  # the settings of a program, whose "members" are folders
    if depth == 0 and count_known(named):
        return [found]  # one record alone
    listing = {key: texts for key, value in found.items() if (texts := texts_in(value)) and side_called(key)}
    if len(listing) == 1:
        ((listed, names),) = listing.items()
        return records_in(where, {**found, listed: [{"name": name} for name in names]}, depth + 1, notes)
    return None


_WRAPPERS = ("data", "result", "results", "items", "records", "rows", "entries", "response", "content", "list")


def _wrapped(found: Mapping[str, Any]) -> dict[str, Any] | None:
    """Records by names or codes behind the word for what they are: {"countries": {"GH": {…}}}; None if none are."""
    keyed = {
        key: value
        for key, value in found.items()
        if isinstance(value, dict) and value and all(isinstance(one, dict) and one for one in value.values())
    }
    if len(keyed) != 1 or not all(_says_nothing(value) for key, value in found.items() if key not in keyed):
        return None
    ((name, records),) = keyed.items()
    key = key_of(name)
    return records if side_called(name) or called_after(key) or key in _WRAPPERS else None


def _is_of_things(name: str) -> bool:
    """Whether a list is called after what is in it, "organizations", and not by the name of one of them."""
    return name == name.lower() and bool(side_called(name) or count_known([name]))


def _is_in_all(found: Mapping[str, Any], listed: str, records: list[dict[str, Any]]) -> bool:
    """Whether what has a name lists what it is in: a state its bodies, a person parties or committees."""
    own = next((found[name] for name in NAMED if isinstance(found.get(name), str)), "")
    if not own or any(side_called(field) == "member" for one in records for field in one if field not in NAMED):
        return False
    return Sides([found]).in_which(listed) or (
        side_of_list(listed, records) == "organization" and states_in([own]) == 1 and side_called(listed) != "member"
    )


def _of_one(
    found: Mapping[str, Any], listed: str, records: list[dict[str, Any]], notes: list[str]
) -> list[dict[str, Any]]:
    """The records of a list beside which the one is named that they all are of: {"group": "G8", "members": […]}."""
    side = side_of_list(listed, records)
    other = OTHER_SIDE.get(side, "")
    said = {key: called_in(value) if isinstance(value, dict) else value for key, value in found.items()}
    texts = {key: value for key, value in said.items() if isinstance(value, str) and value.strip()}
    named = {key: text for key, text in texts.items() if key not in NAMED and side_called(key) == other}
    if not named and side_called(listed) and _OF_MEMBERS.search(key_of(listed)):
        titles = {key: body_named_in([texts[key]])[0] for key in ("name", "title") if key in texts}
        named = {key: body or texts[key] for key, body in titles.items() if body or key == "name"}
    inside = {key: text for key, text in texts.items() if body_of_people(key_of(key)) and key not in named}
    # The chamber or party that all in the list are in is what a column says then.
    records = [{**inside, **one} for one in records]
    if not other or len(named) != 1 or any(side_called(field) == other for one in records for field in one):
        return [renamed(one, listed) if "text" in one else one for one in records]
    ((key, name),) = named.items()
    notes.append(Important(f"{name!r} was taken for the {other} of all in {listed!r}, as {key!r} beside them says"))
    return [{other: name, **renamed(one, listed)} for one in records]


_OF_MEMBERS = re.compile("member|mitglied|membre|miembro|membro|membri|člen|член")
"""What a list of members, or of memberships, is called after, so that the name beside it is what they are in."""


def _one_each(found: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The names of several records together that have one each, with a list: {"NATO": […]}, {"EU": […]}; else None."""
    together: dict[str, Any] = {key: value for one in found for key, value in one.items()}
    if len(together) < len(found) or len(found) < 2 or any(len(one) != 1 for one in found):
        return None
    return (
        together
        if all(isinstance(value, list) for value in together.values()) and not count_known(list(together))
        else None
    )


def _lists_by_name(found: Mapping[str, Any]) -> list[dict[str, Any]] | None:
    """The memberships of bodies or members by their names, beside what holds of all: {"year": 2020, "bodies": {…}}."""
    around = {key: value for key, value in found.items() if not isinstance(value, dict | list)}
    listed = {key: value for key, value in found.items() if isinstance(value, dict) and (value and side_called(key))}
    if len(listed) != 1 or len(around) + 1 < len(found):
        return None
    ((called, names),) = listed.items()
    if not all(texts_in(some) is not None for some in names.values()) or all(map(role_named, names)):
        return None
    side = side_called(called)
    return [
        {**around, side: name, OTHER_SIDE[side]: one} for name, some in names.items() for one in texts_in(some) or ()
    ]


def _counted(found: Mapping[str, Any]) -> list[Any] | None:
    """Records behind numbers that count them, {"0": {…}, "1": {…}}, which are nobody's names; None of others."""
    numbers = [int(key) for key in found if key.isdecimal() and len(key) < 10]
    if len(numbers) < len(found) or not all(isinstance(one, dict) for one in found.values()):
        return None
    first = min(numbers)
    return list(found.values()) if first < 2 and sorted(numbers) == [*range(first, first + len(found))] else None


def _shapes(found: Mapping[str, Any]) -> list[Any] | None:
    """The shapes of a map, in GeoJSON or TopoJSON; None if it is none. What is told of each are its properties."""
    if found.get("type") == "Feature" and "geometry" in found:
        return [found]
    if found.get("type") == "FeatureCollection" and isinstance(found.get("features"), list):
        return [one for one in found["features"] if isinstance(one, dict)]
    if found.get("type") == "Topology" and isinstance(found.get("objects"), dict):
        return [one for each in found["objects"].values() for one in each.get("geometries", [each])]
    return None


def _is_json_api(found: Mapping[str, Any]) -> bool:
    """Whether a document is JSON:API: records that say with which others they are related."""
    records = list_of_records(found.get("data"))
    return records is not None and all(isinstance(one.get("relationships"), dict) for one in records)


def _resolved(record: Mapping[str, Any], included: list[Mapping[str, Any]]) -> dict[str, Any]:
    """A record of JSON:API with what it is related to in it, as far as the document has it."""
    others = {(one.get("type"), one.get("id")): one.get("attributes", {}) for one in included}
    row = dict(record.get("attributes", {}))
    for name, relation in record["relationships"].items():
        to = relation.get("data") if isinstance(relation, dict) else None
        if isinstance(to, dict):
            row[name] = others.get((to.get("type"), to.get("id"))) or to.get("id", "")
        elif isinstance(to, list):
            row[name] = [others.get((one.get("type"), one.get("id"))) or one.get("id", "") for one in to]
    return row


def _says_nothing(value: Any) -> bool:
    """Whether what stands beside a list of records has none itself: numbers, texts, a few of them under one name."""
    if isinstance(value, dict):
        return all(_says_nothing(part) for part in value.values())
    return not isinstance(value, list) or all(isinstance(each, int | float) for each in value)
