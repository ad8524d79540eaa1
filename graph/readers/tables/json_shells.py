"""What programs put around the values of a JSON file: attributes of XML, lists in a shell, edges of GraphQL.

Programs that turn XML into JSON write `<member code="FR">France</member>` as `{"@code": "FR", "#text": "France"}`, a
list of members as `{"members": {"member": [...]}}`, and a list of one as the one itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from ..files.json_values import date_in_list, plain_value, spans_in_lists
from ..pages import pages_missing

__all__ = ["without_shells"]

_TEXTS = ("#text", "_text", "$t", "#cdata-section")
_ATTRIBUTE = re.compile(r"@(?!(?:type|value|graph|language)$)(?=\w)")
_OF_SERVERS = re.compile(r"@?odata\.|_links$")
"""Fields in which OData and HAL say where a record is, and nothing of what it is about."""
_TEXT = "text"  # as the reader of XML calls it
_OF_XML = "_attributes"


def without_shells(value: Any, dates: list[Any] | None = None) -> Any:
    """A value without the shells around what it says.

    Parameters
    ----------
    value : object
        A value of JSON.
    dates : list, optional
        Where the lists of numbers are put that were read as dates.

    Returns
    -------
    object

    >>> without_shells({"members": {"member": {"@code": "FR", "#text": "France"}}})
    {'members': [{'code': 'FR', 'text': 'France'}]}
    >>> without_shells({"bodies": {"edges": [{"node": {"name": "NATO"}, "since": 1949}]}})
    {'bodies': [{'name': 'NATO', 'since': 1949}]}
    """
    if isinstance(value, str):
        return plain_value(value) if value.endswith(")/") else value
    if isinstance(value, list):
        if date := date_in_list(value):
            if dates is not None:
                dates.append(value)
            return date
        return spans_in_lists(value) or [without_shells(each, dates) for each in value]
    if not isinstance(value, dict):
        return value
    value = plain_value(value)
    if not isinstance(value, dict):
        return value
    edges = value.get("edges")
    if isinstance(edges, list) and all(isinstance(one, dict) and isinstance(one.get("node"), dict) for one in edges):
        around = ("node", "cursor")
        nodes = [{**one["node"], **{key: said for key, said in one.items() if key not in around}} for one in edges]
        return [without_shells(node, dates) for node in nodes]
    plain = _of_xml(value)
    if not isinstance(plain, dict):
        return plain
    return {
        key: without_shells(_in_list(key, each), dates) if isinstance(each, str | dict | list) else each
        for key, each in plain.items()
        if key[:1] not in "@o_" or not _OF_SERVERS.match(key)
    }


def _of_xml(value: Mapping[str, Any]) -> Any:
    """An element of XML, its attributes beside its text; the text alone if it has nothing else."""
    attributes = value.get(_OF_XML)
    said = {**attributes, **value} if isinstance(attributes, dict) else dict(value)
    if said is not value and isinstance(attributes, dict):
        del said[_OF_XML]
    text = next((name for name in _TEXTS if isinstance(said.get(name), str)), "")
    if text and len(said) == 1:
        return said[text]
    found: dict[str, Any] = {}
    for name, each in said.items():
        plain = _TEXT if name == text else _ATTRIBUTE.sub("", name)
        found[name if plain in found or (plain != name and plain in said) else plain] = each
    return found


_LISTS = frozenset(("nodes", "items", "results", "records", "entries"))
"""What servers call a list of which they say beside it how long it is, or where the rest of it is."""


def _in_list(name: str, value: Any) -> Any:
    """What stands in a shell as a list: {"member": […]} in "members", {"items": […], "total": 2} in anything."""
    if not isinstance(value, dict) or not value:
        return value
    inside = [key for key in value if key in _LISTS and isinstance(value[key], list)]
    if len(inside) == 1 and all(isinstance(one, dict) for one in value[inside[0]]):
        listed = value[inside[0]]
        around = (said for key, said in value.items() if key != inside[0])
        if not any(isinstance(said, list | str) for said in around) and not pages_missing(value, len(listed)):
            return listed
    if len(value) != 1:
        return value
    ((inner, listed),) = value.items()
    one = inner.lower()
    if name.lower() not in (f"{one}s", f"{one}es", f"{one.removesuffix('y')}ies", f"{one}list"):
        return value
    return listed if isinstance(listed, list) else [listed]
