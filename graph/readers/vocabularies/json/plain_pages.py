"""Whether plain JSON that is read as a graph is one page of several: people of Popolo, OParl, FollowTheMoney."""

from __future__ import annotations

from collections.abc import Mapping

from ...pages import OnePage, pages_missing
from .json_lines import json_in
from .popolo_words import unwrapped

__all__ = ["page_of_json"]

_IN_WORDS = (b"next", b"Next", b"otal", b'ount"', b'age"', b"umber", b'ore"', b'ound"', b"xceeded")
"""What is in all words for pages, as in "next", "has_more" or "numFound"; without one a file need not be parsed."""
_SAID_IN_RDF = (b"hydra", b"activitystreams", b"linked-data/api", b"w3id.org/tree")
"""Vocabularies that have words for it, which are looked for in the graph."""


def page_of_json(content: bytes) -> OnePage | None:
    """What to say of a file that is one page of several, by what stands around its records.

    Parameters
    ----------
    content : bytes
        What is in it.

    Returns
    -------
    OnePage, or None if it is all that there is, or a thing itself

    >>> print(page_of_json(b'{"count": 9, "results": [{"id": "1", "memberships": []}]}').partition(";")[0])
    this is one page of several: it has 1 of 9 records
    >>> page_of_json(b'{"name": "Blue Pact", "count": 9, "members": [{"id": "1"}]}') is None
    True
    """
    if not any(word in content for word in _IN_WORDS) or any(space in content for space in _SAID_IN_RDF):
        return None
    found = json_in(content)
    if isinstance(found, Mapping) and any(isinstance(found.get(key), str) for key in ("name", "type", "@type")):
        return None
    numbers = _records(unwrapped(found))
    return pages_missing(found, sum(numbers), of_one_kind=len(numbers) < 2)


def _records(found: object) -> list[int]:
    """How many records each list has: one, or those of people, organizations and memberships."""
    if isinstance(found, list) and len(found) == 2 and isinstance(found[1], list):
        found = found[1]  # behind what the page says of itself
    lists = found.values() if isinstance(found, Mapping) else (found,)
    return [len(one) for one in lists if isinstance(one, list) and one and all(isinstance(x, Mapping) for x in one)]
