"""Ids for what a table names: made from names, never the same for two things."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ..model.names import normal
from ..rdf.terms import slug

__all__ = ["Ids"]


class Ids:
    """Gives each name of a kind its id, the same in every run.

    A name's id is its slug. Where another name or kind has it already, a number follows: names that differ only
    in case, accents and punctuation are one name. `taken` has the kinds of ids that a graph already uses: an id
    that is there of the same kind is the same thing, of another kind it is not free.

    >>> ids = Ids()
    >>> ids.give("Georgia", "state"), ids.give("Georgia", "body"), ids.give("GEORGIA", "state")
    ('georgia', 'georgia-2', 'georgia')
    """

    def __init__(self, taken: Mapping[str, str] | None = None) -> None:
        self._taken = dict(taken or {})
        self._given: dict[tuple[str, str], str] = {}
        self._owner: dict[str, tuple[str, str]] = {}

    def give(self, name: str, kind: str) -> str:
        """The id of a name."""
        key = (normal(name) or name, kind)
        if key in self._given:
            return self._given[key]
        # A name without a Latin letter or digit has no slug; a digest of it is at least the same every time.
        base = slug(name) or f"{kind}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
        candidate, number = base, 1
        while candidate in self._owner or self._taken.get(candidate, kind) != kind:
            number += 1
            candidate = f"{base}-{number}"
        self._given[key] = candidate
        self._owner[candidate] = key
        return candidate
