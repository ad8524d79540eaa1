"""The user's own map from names, or codes, to ids, as a source is read: what it says, and which of it is used."""

from __future__ import annotations

from collections.abc import Mapping

from ...model.naming.forms import as_written, normal, with_signs

__all__ = ["OwnMap"]


class OwnMap:
    """The user's own map, which comes before the lists.

    Parameters
    ----------
    own : mapping of str to str, optional
        The ids by the names or codes, from `own_names`; "" for a name that is nobody else's.

    >>> own = OwnMap({"Burma": "myanmar", "Rhodesia": "zimbabwe"})
    >>> own.find("BURMA"), own.find("Utopia", "burma"), own.find("Utopia"), own.unused()
    ('myanmar', 'myanmar', None, ('Rhodesia',))
    """

    def __init__(self, own: Mapping[str, str] | None = None) -> None:
        self._own = {name: target.strip() for name, target in (own or {}).items()}
        self._targets = {_key(name): target for name, target in self._own.items()}
        self._apart = {as_written(name) for name, target in self._own.items() if not target}
        self._used: set[str] = set()

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._targets

    def find(self, *names: str) -> str | None:
        """The id of the first of some names that it has, which is used by that; None if it has none."""
        if not self._targets:
            return None
        for key in map(_key, names):
            if key in self._targets:
                self._used.add(key)
                return self._targets[key]
        return None

    def look_up(self, *names: str) -> str | None:
        """The same, and nothing is used."""
        if not self._targets:
            return None
        return next((self._targets[key] for key in map(_key, names) if key in self._targets), None)

    def kept_apart(self, name: str) -> bool:
        """Whether it says of a name, as it is written, that it is nobody else's."""
        return bool(self._apart) and as_written(name) in self._apart

    def used(self) -> dict[str, str]:
        """The names of it that came, and their ids."""
        return {name: target for name, target in self._own.items() if _key(name) in self._used}

    def unused(self) -> tuple[str, ...]:
        """The names of it that did not come."""
        return tuple(name for name in self._own if _key(name) not in self._used)


def _key(name: str) -> str:
    """What a name is looked up by: "Net club" is not ".NET club"."""
    return normal(with_signs(name))
