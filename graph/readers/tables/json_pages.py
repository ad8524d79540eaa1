"""Whether a JSON file is one page of an answer that a server gives in several, so that the others are not missed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..planning.keys import key_of

__all__ = ["pages_missing"]

_NEXT = frozenset(
    ("next", "next page", "next link", "next url", "next href", "next page token", "odata next link", "next cursor",
     "has next page", "has next", "has more", "exceeded transfer limit")
)  # fmt: skip
_TOTALS = frozenset(
    ("total", "total count", "count", "total elements", "total results", "total records", "total items", "num found",
     "total hits", "record count")
)  # fmt: skip
_ABOUT = frozenset(
    ("meta", "metadata", "pagination", "paging", "page", "page info", "links", "info", "result", "results", "response",
     "data")
)  # fmt: skip
"""What stands around the records of a page, where it says of which page they are."""


def pages_missing(found: Any, number: int) -> str:
    """What to say of a file that says that there is more than is in it.

    Parameters
    ----------
    found : object
        What is in it.
    number : int
        How many records were found in it.

    Returns
    -------
    str
        "" if it says nothing of it.

    >>> pages_missing({"data": [{}], "meta": {"total": 200}}, 1).partition(":")[0]
    'this is one page of several'
    >>> pages_missing({"data": [{}], "links": {"next": None}, "total": 1}, 1)
    ''
    """
    head = found[0] if isinstance(found, list) and len(found) == 2 and isinstance(found[1], list) else found
    said = list(_said(head)) if isinstance(head, Mapping) else []
    total = max((value for key, value in said if key in _TOTALS and type(value) is int), default=0)
    following = any(key in _NEXT and value for key, value in said)
    if not following and total <= number:
        return ""
    of = f"it has {number:,} of {total:,} records" if total > number else "it names a next one"
    return f"this is one page of several: {of}; fetch the others too, and read all of them together"


def _said(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What a page says of itself, by the keys."""
    for name, value in found.items():
        key = key_of(name)
        yield key, value
        if isinstance(value, Mapping) and (key in _ABOUT or key in _NEXT):
            yield from _said(value)
        elif isinstance(value, Mapping) and isinstance(value.get("pageInfo"), Mapping):  # of GraphQL
            yield from _said(value["pageInfo"])
