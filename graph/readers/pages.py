"""Whether a file is one page of an answer that a server gives in several, so that the others are not missed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .important import Important
from .planning.keys import key_of

__all__ = ["OnePage", "forget_whole", "one_page", "pages_missing"]

_NEXT = frozenset(
    ("next", "next page", "next link", "next url", "next href", "next page token", "odata next link", "next cursor",
     "has next page", "has next", "has more", "exceeded transfer limit")
)  # fmt: skip
_TOTALS = frozenset(
    ("total", "total count", "count", "total elements", "total results", "total records", "total items", "num found",
     "total hits", "record count", "odata count")
)  # fmt: skip
_PAGE = frozenset(("page", "current page", "page number"))
_PAGES = frozenset(("pages", "total pages", "page count", "num pages", "number of pages", "last page"))
_LINKS = _NEXT | frozenset(("previous", "prev", "previous url", "prev url", "first", "last", "self", "id"))
_ABOUT = frozenset(
    ("meta", "metadata", "pagination", "paging", "page", "page info", "links", "info", "result", "results", "response",
     "data")
)  # fmt: skip
"""What stands around the records of a page, where it says of which page they are."""


class OnePage(Important):
    """What is said of a file that is one page of several; `one_page` says it.

    Parameters
    ----------
    text : str
        It in words.
    number : int
        How many records are in it.
    of : (int, str)
        How many there are in all pages, and where the pages come from; 0 and "" if that is not known.
    own : str
        What the page says of itself, by which it is told from the others.
    """

    __slots__ = ("number", "of", "own")

    number: int
    of: tuple[int, str]
    own: str

    def __new__(cls, text: str, number: int = 0, of: tuple[int, str] = (0, ""), own: str = "") -> OnePage:
        said = super().__new__(cls, text)
        said.number, said.of, said.own = number, of, own
        return said


def one_page(
    number: int, total: int = 0, page: int = 0, pages: int = 0, *, address: str = "", own: str = ""
) -> OnePage:
    """What to say of a file that is one page of several.

    Parameters
    ----------
    number, total : int
        How many records are in it, and in all pages; 0 if that is not known.
    page, pages : int, optional
        Which page it is, and of how many; 0 if that is not known.
    address, own : str, optional
        Where the pages come from, and what this one says of itself.

    Returns
    -------
    OnePage

    >>> print(one_page(2, 41).partition(";")[0])
    this is one page of several: it has 2 of 41 records
    """
    if total > number:
        what = f"it has {number:,} of {total:,} records"
    else:
        what = f"it is page {page:,} of {pages:,}" if page < pages else "it names a next one"
    text = f"this is one page of several: {what}; fetch the others too, and read all of them together"
    return OnePage(text, number, (total, address), own)


def pages_missing(found: Any, number: int, *, of_one_kind: bool = True) -> OnePage | None:
    """What to say of JSON that says that there is more than is in it.

    Parameters
    ----------
    found : object
        What is in it.
    number : int
        How many records were found in it.
    of_one_kind : bool
        Whether they stand in one list, so that a total is surely one of them.

    Returns
    -------
    OnePage, or None if it says nothing of it

    >>> print(pages_missing({"data": [{}], "meta": {"total": 200}}, 1).partition(";")[0])
    this is one page of several: it has 1 of 200 records
    >>> pages_missing({"data": [{}], "links": {"next": None}, "total": 1}, 1) is None
    True
    """
    head = found[0] if isinstance(found, list) and len(found) == 2 and isinstance(found[1], list) else found
    said = list(_said(head)) if isinstance(head, Mapping) else []
    total = max((_number(value) for key, value in said if key in _TOTALS), default=0)
    page = next((_number(value) for key, value in said if key in _PAGE and _number(value)), 0)
    pages = max((_number(value) for key, value in said if key in _PAGES), default=0) if page else 0
    following = any(key in _NEXT and value for key, value in said)
    if not following and total <= number and page >= pages:
        return None
    addresses = (value for key, value in said if key in _LINKS and isinstance(value, str) and "/" in value)
    address = re.split(r"[?#]", next(addresses, ""))[0]
    own = json.dumps([(key, value) for key, value in said if isinstance(value, str | int)])
    if not of_one_kind and (following or page < pages):
        total = 0
    return one_page(number, total, page, pages, address=address, own=own)


def forget_whole(notes: Sequence[list[str]]) -> None:
    """Take out what is said of pages of which all others are there.

    Parameters
    ----------
    notes : sequence of list of str
        The notes of each of the files that are read together, which are changed.

    >>> first, last = (one_page(1, 2, address="http://e.org/people", own=own) for own in ("page 1", "page 2"))
    >>> twice, both = [[first], [first]], [[first], [last]]
    >>> forget_whole(twice), forget_whole(both), len(twice[0]), both
    (None, None, 1, [[], []])
    """
    pages: dict[tuple[int, str], dict[str, int]] = {}
    for one in (note for of_file in notes for note in of_file):
        if isinstance(one, OnePage) and all(one.of):
            pages.setdefault(one.of, {})[one.own] = one.number
    whole = {of for of, numbers in pages.items() if sum(numbers.values()) >= of[0]}
    for of_file in notes:
        of_file[:] = [note for note in of_file if not (isinstance(note, OnePage) and note.of in whole)]


def _number(value: object) -> int:
    """A number, also where it is written as a text; 0 of anything else."""
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return int(value)
    return value if type(value) is int else 0


def _said(found: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What a page says of itself, by the keys."""
    for name, value in found.items():
        key = key_of(name)
        yield key, value
        if isinstance(value, Mapping) and (key in _ABOUT or key in _NEXT):
            yield from _said(value)
        elif isinstance(value, Mapping) and isinstance(value.get("pageInfo"), Mapping):  # of GraphQL
            yield from _said(value["pageInfo"])
