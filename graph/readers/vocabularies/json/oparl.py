"""OParl, in which German councils publish who sits in which committee, as the Popolo that it is near to.

An object says in "type" what it is, by an address of the schema (https://schema.oparl.org/1.1/Person), and may have
others in it or name them by their addresses. See https://oparl.org/spezifikation/.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from ...files.oparl_types import OPARL_TYPE
from .json_lines import json_in
from .popolo import json_ld as popolo_json_ld

__all__ = ["begins_so", "json_ld", "read"]

_BEGINNING = re.compile(rb'"type"\s*:\s*"https?:(?://|\\/\\/)schema\.oparl\.org')
_ENDS = {"Person": "person", "Organization": "organization"}
"""The property of a membership that an object is in the place of if it has the membership in it."""
_FIELDS = {
    "Person": {"name": "name"},
    "Organization": {"name": "name", "startDate": "founding_date", "endDate": "dissolution_date"},
    "Membership": {"role": "role", "startDate": "start_date", "endDate": "end_date"},
}
"""What is read of each, by its name in OParl, and what Popolo calls it."""
_ASIDE = frozenset(
    (
        "id", "type", "created", "modified", "deleted", "keyword", "web", "license", "body",
        "person", "organization", "onBehalfOf", "votingRight",
    )
)  # fmt: skip
"""What a membership says besides that is read, or is nothing that tells when or as what somebody is in."""

_MEMBERSHIP = "https://schema.oparl.org/membership"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

Json = Mapping[str, Any]


def begins_so(start: bytes) -> bool:
    """Whether a file is OParl, by its first bytes.

    Parameters
    ----------
    start : bytes
        The first bytes.

    Returns
    -------
    bool

    >>> begins_so(b'{"type": "https://schema.oparl.org/1.1/Person"}'), begins_so(b'{"type": "Person"}')
    (True, False)
    """
    return _BEGINNING.search(start) is not None


def read(content: bytes) -> list[Json] | None:
    """The people, organizations and memberships of a file, wherever they stand in it; None if it has none.

    A membership that stands in a person or an organization is given its address there. What was deleted is left out,
    with all that stands in it, and so are the memberships of whom, and in what, was deleted.

    Parameters
    ----------
    content : bytes
        What is in it.

    Returns
    -------
    list of mapping, or None
    """
    parsed = json_in(content)
    deleted = set(_deleted(parsed))
    return [item for one in _objects(parsed) if (item := _without(one, deleted))] or None


def _is_deleted(item: Json) -> bool:
    return item.get("deleted") in (True, "true")


def _deleted(content: object) -> Iterator[str]:
    """The addresses of what was deleted, wherever it stands."""
    if isinstance(content, list | Mapping):
        if isinstance(content, Mapping) and _is_deleted(content) and isinstance(content.get("id"), str):
            yield content["id"]
        for value in content.values() if isinstance(content, Mapping) else content:
            yield from _deleted(value)


def _without(item: Json, deleted: Collection[str]) -> Json | None:
    """An object without the memberships that were deleted; None of one in, or of, what was deleted."""
    if not deleted:
        return item
    if _kind(item) == "Membership" and any(_address(item.get(end)) in deleted for end in _ENDS.values()):
        return None
    listed = item.get("membership")
    if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
        return item
    return {**item, "membership": [one for one in listed if one not in deleted]}


def json_ld(objects: list[Json]) -> str:
    """The same as JSON-LD.

    Parameters
    ----------
    objects : list of mapping
        The objects.

    Returns
    -------
    str
        A JSON-LD document.
    """
    found: dict[str, dict[str, Json]] = {kind: {} for kind in _FIELDS}
    for number, item in enumerate(objects):
        kind = _kind(item)
        own = str(item.get("id") or f"{kind}-{number}")
        found[kind][own] = {**found[kind].get(own, {}), **_popolo(item, kind)}
    called: dict[str, Json] = {}
    for membership in found["Membership"].values():
        for kind, end in _ENDS.items():
            for name in (f"{end}_id", "on_behalf_of_id" if end == "organization" else ""):
                if (address := str(membership.get(name) or "")) and address not in found[kind]:
                    # No name of its own, which another file may have.
                    called[address] = {"id": address, _LABEL: _called(address)}
                    found[kind][address] = {"id": address}
    content = {
        "persons": list(found["Person"].values()),
        "organizations": list(found["Organization"].values()),
        "memberships": list(found["Membership"].values()),
    }
    return popolo_json_ld(content, [*_elsewhere(objects, found["Membership"]), *called.values()])


def _elsewhere(objects: list[Json], known: Mapping[str, Json]) -> Iterator[Json]:
    """The memberships that a file only gives the addresses of, so that it can be said that they were not read."""
    for item in objects:
        listed = item.get("membership")
        addresses = [listed] if isinstance(listed, str) else listed if isinstance(listed, list) else []
        missing = [one for one in addresses if isinstance(one, str) and one not in known]
        if missing and item.get("id"):
            yield {"id": item["id"], _MEMBERSHIP: [{"id": one} for one in missing]}


def _kind(item: object) -> str:
    """What an object is, of the kinds that are read; "" if it is none of them."""
    if not isinstance(item, Mapping):
        return ""
    of = item.get("type")
    match = OPARL_TYPE.fullmatch(of) if isinstance(of, str) else None
    return match[1] if match and match[1] in _FIELDS else ""


def _objects(content: object, within: Json | None = None) -> Iterator[Json]:
    if isinstance(content, list):
        for item in content:
            yield from _objects(item, within)
        return
    if not isinstance(content, Mapping) or _is_deleted(content):
        return
    kind, end = _kind(content), _ENDS.get(_kind(within), "") if within else ""
    if kind == "Membership" and within and end and content.get(end) is None:
        content = {**content, end: within.get("id")}
    if kind:
        yield content
    for value in content.values():
        yield from _objects(value, content if kind else within)


def _popolo(item: Json, kind: str) -> dict[str, Any]:
    """An object in the words of Popolo."""
    said = {name: item[own] for own, name in _FIELDS[kind].items() if item.get(own)}
    if address := item.get("id"):
        said["id"] = address
    if kind == "Organization":
        said |= {"other_names": [{"name": item["shortName"]}]} if item.get("shortName") else {}
        said |= {"parent_id": parent} if (parent := _address(item.get("subOrganizationOf"))) else {}
    if kind == "Membership":
        ends = {"person": "person_id", "organization": "organization_id", "onBehalfOf": "on_behalf_of_id"}
        said |= {name: address for end, name in ends.items() if (address := _address(item.get(end)))}
        known = _ASIDE | _FIELDS[kind].keys()
        more = {key: value for key, value in item.items() if key not in known and ":" not in key}
        said |= {key: value for key, value in more.items() if value not in (None, "", [], {})}
    return said


def _address(end: object) -> str:
    """The address of an object that another refers to, or has in it."""
    return str(end.get("id") or "") if isinstance(end, Mapping) else str(end or "")


def _called(address: str) -> str:
    """What is called that a file only refers to: the end of its address, which is its class and number mostly."""
    return "/".join(address.rstrip("/").split("/")[-2:])
