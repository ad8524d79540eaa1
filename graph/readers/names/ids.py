"""Ids for what a table names: made from names, never the same for two things."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from ...model.naming.forms import as_written, normal, says_all, slug, with_signs

__all__ = ["Ids", "id_for"]


def id_for(name: str, without: str = "name") -> str:
    """The id of a name, whatever else is named: its slug, with a digest where the slug leaves letters out.

    Parameters
    ----------
    name : str
        A name. Names that differ only in case, accents and harmless punctuation have one id; signs by which names can
        differ are said in words.
    without : str
        What stands in the place of a slug that would be empty.

    >>> id_for("Côte d'Ivoire"), id_for("U.S.A."), id_for("OPEC+"), id_for("Team #1")
    ('cote-d-ivoire', 'usa', 'opec-plus', 'team-number-sign-1')
    >>> id_for("Пакт A") == id_for("ПАКТ A"), id_for("Пакт A") == id_for("Союз A")
    (True, False)
    """
    base = slug(name)
    if base and says_all(name):
        return base
    key = normal(with_signs(name)) or name.strip()
    return f"{base or without}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"


class Ids:
    """Gives each name its id, the same in every run and for every table.

    Parameters
    ----------
    taken : mapping, optional
        The kinds of ids that a graph already uses: an id that is there of the same kind is the same thing, of another
        kind it is not free.
    by_kind : bool
        Whether things of different kinds are different things even if they have one name, as where a source has a list
        of each. A number then follows the second's id. Otherwise what is a member in one row and an organization in
        another is one thing.

    >>> ids = Ids(by_kind=True)
    >>> ids.give("Georgia", "state"), ids.give("Georgia", "body"), ids.give("GEORGIA", "state")
    ('georgia', 'georgia-2', 'georgia')
    >>> ids = Ids()
    >>> ids.give("European Union", "state"), ids.give("European Union", "body")
    ('european-union', 'european-union')
    """

    def __init__(self, taken: Mapping[str, str] | None = None, *, by_kind: bool = False) -> None:
        self._by_kind = by_kind
        self._taken = dict(taken or {})
        self._given: dict[tuple[str, str], str] = {}
        self._owner: dict[str, tuple[str, str]] = {}

    def give(self, name: str, kind: str) -> str:
        """The id of a name."""
        base = id_for(name, kind if self._by_kind else "name")
        key = (base, kind if self._by_kind else "")  # what has one id in two tables is one thing in each of them too
        if key in self._given:
            return self._given[key]
        candidate, number = base, 1
        while candidate in self._owner or (self._by_kind and self._taken.get(candidate, kind) != kind):
            number += 1
            candidate = f"{base}-{number}"
        self._given[key] = candidate
        self._owner[candidate] = key
        return candidate

    def give_apart(self, name: str, kind: str) -> str:
        """The id of a name that is not to be one with other ways of writing it.

        >>> ids = Ids()
        >>> ids.give("Alpha-Pact", "body"), ids.give_apart("Alpha Pact", "body")
        ('alpha-pact', 'alpha-pact-6337b4b5')
        """
        return f"{self.give(name, kind)}-{hashlib.sha256(as_written(name).encode()).hexdigest()[:8]}"
