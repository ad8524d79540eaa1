"""Walks through a question's logical form, which is data in data: what of a kind stands in it, and the same with parts changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from types import UnionType
from typing import Any, TypeVar

__all__ = ["changed", "parts_of_kind"]

T = TypeVar("T")


def parts_of_kind(part: object, kind: type[Any] | UnionType) -> Iterator[Any]:
    """What of a kind stands in a form, in order; what stands within such a part is not looked for.

    >>> list(parts_of_kind(((1, "a"), 2, ("b",)), int))
    [1, 2]
    """
    if isinstance(part, kind):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from parts_of_kind(one, kind)
    elif is_dataclass(part) and not isinstance(part, type):
        for field in fields(part):
            yield from parts_of_kind(getattr(part, field.name), kind)


def changed(part: T, kind: type[Any] | UnionType, change: Callable[[Any], Any]) -> T:
    """The same form with each part of a kind changed; what stands within such a part is not looked for.

    >>> changed((1, ("a", 2)), int, lambda number: number * 10)
    (10, ('a', 20))
    """
    found: Any = part
    if isinstance(part, kind):
        found = change(part)
    elif isinstance(part, tuple):
        found = tuple(changed(one, kind, change) for one in part)
    elif is_dataclass(part) and not isinstance(part, type):
        found = replace(part, **{f.name: changed(getattr(part, f.name), kind, change) for f in fields(part) if f.init})
    return found  # type: ignore[no-any-return]
