"""FollowTheMoney, the JSON of OpenSanctions and Aleph, as JSON-LD: one entity a line, a list, or one with others in it.

Its entities have a `schema` (Person, Company, Membership, Directorship, …) and `properties`, each a list of values, of
which some are ids of other entities. Its terms have IRIs; the lens `follow-the-money` says what they mean here.
See https://followthemoney.tech/explorer/.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from .json_lines import json_in

__all__ = ["begins_so", "json_ld", "read"]

_NAMESPACE = "https://w3id.org/ftm#"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_CLASSES = {
    "Person": "http://xmlns.com/foaf/0.1/Person",
    **dict.fromkeys(("Organization", "Company", "PublicBody"), "http://www.w3.org/ns/org#Organization"),
}
_ENDS = {
    "Membership": ("member", "organization"),
    "Directorship": ("director", "organization"),
    "Employment": ("employee", "employer"),
    "Ownership": ("owner", "asset"),
    "Occupancy": ("holder", "post"),
    "Representation": ("agent", "client"),
    "Position": ("organization",),
}
"""The two that each schema is between, and where an office is."""
_BACK = {"membershipMember": "member", "membershipOrganization": "organization"}
"""The properties by which an entity has its memberships in it, and which end of them it is."""
_DATES = {"startDate": "Interval:startDate", "endDate": "Interval:endDate"}
_WORDS = {"role": "Interest:role", "status": "Interest:status"}
_BEGINNING = re.compile(rb'"schema"\s*:\s*"[A-Z]\w+".*"properties"\s*:\s*\{\s*"\w+"\s*:\s*\[|'
                        rb'"properties"\s*:\s*\{\s*"\w+"\s*:\s*\[.*"schema"\s*:\s*"[A-Z]\w+"', re.DOTALL)  # fmt: skip

Json = Mapping[str, Any]


def begins_so(start: bytes) -> bool:
    """Whether a file seems to be FollowTheMoney, by its first bytes.

    Parameters
    ----------
    start : bytes
        The first bytes.

    Returns
    -------
    bool

    >>> begins_so(b'{"id": "a", "schema": "Person", "properties": {"name": ["Ann"]}}'), begins_so(b'{"schema": 1}')
    (True, False)
    """
    return _BEGINNING.search(start) is not None


def read(content: bytes) -> list[Json] | None:
    """The entities of a file; None if it is something else.

    Parameters
    ----------
    content : bytes
        What is in it.

    Returns
    -------
    list of mapping, or None
    """
    found = json_in(content)
    found = found if isinstance(found, list) else found.get("results", [found]) if isinstance(found, Mapping) else []
    return found if found and all(_is_entity(one) for one in found) else None


def _is_entity(value: object) -> bool:
    return isinstance(value, Mapping) and isinstance(value.get("schema"), str) and isinstance(
        value.get("properties"), Mapping
    )  # fmt: skip


def json_ld(entities: list[Json]) -> str:
    """Entities as JSON-LD; their ids become fragments of the file's own address.

    Parameters
    ----------
    entities : list of mapping
        The entities.

    Returns
    -------
    str
        A JSON-LD document.
    """
    return json.dumps([node for one in entities for node in _nodes(one)], ensure_ascii=False)


def _nodes(entity: Json, ends: Mapping[str, str] | None = None) -> Iterator[dict[str, Any]]:
    """An entity, and those in it; `ends` are the ends of a membership that the entity around it is."""
    schema, said = entity["schema"], entity["properties"]
    identity = str(entity.get("id") or "")
    node: dict[str, Any] = {"@type": [_NAMESPACE + schema]}
    if identity:
        node["@id"] = _address(identity)
    if schema in _CLASSES:
        node["@type"].append(_CLASSES[schema])
    names = [str(name) for key in ("name", "alias", "weakAlias") for name in _values(said, key)]
    caption = str(entity.get("caption") or "") or next(iter(names), "")
    if names:
        node[f"{_SKOS}prefLabel"] = [{"@value": caption}]
        node[f"{_SKOS}altLabel"] = [{"@value": name} for name in dict.fromkeys(names) if name != caption]
    for key in _ENDS.get(schema, ()):
        found = [_address(one) for value in _values(said, key) if (one := _identity(value))]
        if found or key in (ends or {}):
            node[f"{_NAMESPACE}{schema}:{key}"] = [{"@id": one} for one in found or [(ends or {})[key]]]
    for key, iri in (*_DATES.items(), *_WORDS.items()):
        if texts := [str(value) for value in _values(said, key)]:
            # Of several dates the most precise.
            node[_NAMESPACE + iri] = [{"@value": max(texts, key=len) if key in _DATES else texts[0]}]
    for key, values in said.items():
        for value in values if isinstance(values, list) else ():
            if _is_entity(value):
                yield from _nodes(value, {_BACK[key]: _address(identity)} if key in _BACK and identity else None)
    yield node


def _values(said: Json, key: str) -> list[Any]:
    values = said.get(key, [])
    return values if isinstance(values, list) else [values]


def _identity(value: object) -> str:
    return str(value.get("id") or "") if isinstance(value, Mapping) else str(value)


def _address(identity: str) -> str:
    return f"#{quote(identity, safe='-_.~')}"
