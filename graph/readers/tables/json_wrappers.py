"""Records of JSON that servers give one by one in a wrapper: {"value": {…}, "links": []}, {"_source": {…}}."""

from __future__ import annotations

from typing import Any

__all__ = ["without_wrappers"]

_WRAPPERS = ("value", "item", "record", "resource", "entity", "document", "_source", "fields")
"""What the record itself is called in its wrapper."""
_OF_SERVER = frozenset(("cursor", "etag", "score", "_index", "_type", "_score", "_version"))
"""What a wrapper says of the search that found the record, and nothing of what it is about."""
_ASIDE = _OF_SERVER | frozenset(("links", "_links", "link", "href", "url", "self", "id", "createdTime", "_id"))
"""What a wrapper says beside it: where the record is, and what it is kept as."""
_DEEPEST = 3


def without_wrappers(found: Any, depth: int = 0) -> Any:
    """JSON with its lists of records as if these had no wrappers; what a wrapper says is said by the record.

    Parameters
    ----------
    found : object
        What is in a file.
    depth : int
        How deep it is in it.

    Returns
    -------
    object

    >>> without_wrappers({"items": [{"value": {"name": "Ann", "party": "Greens"}, "links": []}], "total": 1})
    {'items': [{'name': 'Ann', 'party': 'Greens'}], 'total': 1}
    """
    if isinstance(found, dict) and depth < _DEEPEST:
        return {key: without_wrappers(value, depth + 1) for key, value in found.items()}
    if not isinstance(found, list) or not found or not isinstance(found[0], dict):
        return found
    wrapper = next((name for name in _WRAPPERS if isinstance(found[0].get(name), dict)), "")
    if not wrapper or not all(_is_wrapped(one, wrapper) for one in found):
        return found
    aside = _OF_SERVER | {wrapper}
    return [
        {**{key: said for key, said in one.items() if key not in aside and said not in ([], {}, None)}, **one[wrapper]}
        for one in found
    ]


def _is_wrapped(record: Any, wrapper: str) -> bool:
    if not isinstance(record, dict):
        return False
    inner = record.get(wrapper)
    return isinstance(inner, dict) and len(inner) > 1 and record.keys() - {wrapper} <= _ASIDE
