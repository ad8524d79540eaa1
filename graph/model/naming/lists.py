"""Several names in a row: `Armenia CIS DMC Baku` is three entities, without quotes."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ...errors import InvalidRequest, UnknownName
from ..entities import Entity
from .names import Names

__all__ = ["mentioned", "two_mentioned"]

_BETWEEN = {"and", "&", "to", "with", "from", "between", "vs", "versus", ","}


def mentioned(words: Sequence[str], names: Names, kinds: Collection[str] = ()) -> list[Entity]:
    """The entities that words name, in order and each once; the longest name wins, "and" and "to" may stand between.

    Parameters: the words (one may hold a whole name with spaces), the names of a graph, and the kinds to prefer
    where a name is of several.

    Raises UnknownName where words are no name, InvalidRequest where a name is of several entities.

    >>> import blocs
    >>> [entity.id for entity in mentioned("Armenia and CIS DMC".split(), blocs.load().names)]
    ['armenia', 'cis-dmc']
    """
    found: list[Entity] = []
    unknown: list[str] = []
    at = 0
    words = [word.rstrip(",") or word for word in words]
    names.expect_words([part for word in words for part in word.split()])
    while at < len(words):
        length = _longest(words[at : at + names.longest + 2], names)
        if length and not unknown:
            found.append(names.find(" ".join(words[at : at + length]), kinds))
        elif length:
            break
        elif words[at].lower() not in _BETWEEN:
            unknown.append(words[at])
        elif unknown:
            break
        at += length or 1
    if unknown:
        name = " ".join(unknown)
        raise UnknownName(name, near=names.near(name, kinds), way_out=names.where_listed())
    return list(dict.fromkeys(found))


def two_mentioned(words: Sequence[str], names: Names) -> tuple[Entity, Entity]:
    """The two entities that words name.

    Raises UnknownName and InvalidRequest as `mentioned`, also where they are not two.
    """
    found = mentioned(words, names)
    if len(found) != 2:
        said = ", ".join(entity.label for entity in found) or "none"
        raise InvalidRequest(f"two different entities must be named, and these are {len(found)}: {said}")
    return found[0], found[1]


def _longest(words: Sequence[str], names: Names) -> int:
    """How many of the words, from the first, are one name; 0 where none are."""
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        if names.matches(name) or name.strip("<>") in names.by_iri:
            return length
    return 0
