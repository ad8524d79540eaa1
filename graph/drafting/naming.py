"""What the facts of a draft are called: ids that say what a fact is of, each one once."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b

from ..model.naming.forms import slug
from ..rdf.terms import BASE
from .found import Found
from .gazetteer import Named

__all__ = ["Ids", "id_of"]


class Ids:
    """Gives each fact of a text its id.

    >>> ids = Ids()
    >>> [ids.unique("chad-in-au"), ids.unique("chad-in-au")]
    ['chad-in-au', 'chad-in-au-2']
    """

    def __init__(self) -> None:
        # Of very many names: if two should ever share a number, one of them gets a "-2" that it does not need.
        self._given: set[int] = set()

    def of(self, fact: Found) -> str:
        """An id for a fact, which no fact before has."""
        prefix, name = _NAMES[fact.kind](fact)
        return f"{prefix}:{self.unique(name)}"

    def unique(self, name: str) -> str:
        """A name, with a number where it was given before."""
        candidate, number = name, 1
        while _number(candidate) in self._given:
            number += 1
            candidate = f"{name}-{number}"
        self._given.add(_number(candidate))
        return candidate


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=7).digest())


def id_of(entity: Named) -> str:
    """The id of an entity, as a part of a fact's name."""
    name = entity.id.removeprefix(BASE)
    return slug(name.rsplit("/", 1)[-1]) or "thing"


def _two(one: str, how: str, other: str) -> Callable[[Found], tuple[str, str]]:
    return lambda fact: ("fact", f"{id_of(fact.data[one])}-{how}-{id_of(fact.data[other])}")


def _event(fact: Found) -> tuple[str, str]:
    return "", str(fact.data["event"].id)


def _post(fact: Found) -> tuple[str, str]:
    person, role, of = (id_of(fact.data[name]) for name in ("person", "role", "of"))
    return "fact", f"{person}-{role}-of-{of}"


def _statement(fact: Found) -> tuple[str, str]:
    return "", slug(fact.data["label"])[:60].strip("-") or "statement"


def _presence(how: str) -> Callable[[Found], tuple[str, str]]:
    return lambda fact: ("fact", f"{id_of(fact.data['who'])}-{how}-{fact.data['event'].id}")


_NAMES: dict[str, Callable[[Found], tuple[str, str]]] = {
    "membership": _two("member", "in", "body"),
    "non-membership": _two("member", "not-in", "body"),
    "non-representation": _two("member", "not-represented-in", "body"),
    "share": _two("who", "signed", "documents"),
    "attendance": _presence("at"),
    "absence": _presence("absent-from"),
    "event": _event,
    "post": _post,
    "statement": _statement,
}
