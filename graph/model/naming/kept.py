"""The names of a graph that does not change, as a table that is made beforehand: an entity a line."""

from __future__ import annotations

from collections.abc import Iterable

from ..entities import Entity
from .names import Names

__all__ = ["kept_lines", "kept_names"]

_AMONG = "|"  # between several names of one column


def kept_lines(entities: Iterable[Entity], demonyms: Iterable[tuple[Entity, str]]) -> list[str]:
    """Entities and their demonyms, as `read_entities` gives them, a line each.

    Raises ValueError if a name has a sign in it that parts columns.
    """
    of_entity: dict[Entity, list[str]] = {}
    for entity, demonym in demonyms:
        of_entity.setdefault(entity, []).append(demonym)
    return sorted(_line(entity, of_entity.get(entity, ())) for entity in entities)


def _line(entity: Entity, demonyms: Iterable[str]) -> str:
    codes = (f"{scheme}={code}" for scheme, code in entity.codes.items())
    several = [*map(_joined, (entity.kinds, entity.aliases, codes, demonyms))]
    cells = [entity.iri, entity.id, entity.label, entity.abbreviation, *several]
    if any(set(cell) & set("\t\n") for cell in cells):
        raise ValueError(f"{entity.iri} has a name with a tab or the end of a line in it")
    return "\t".join(cells)


def _joined(names: Iterable[str]) -> str:
    listed = list(names)
    if any(_AMONG in name for name in listed):
        raise ValueError(f"a name has {_AMONG} in it: {listed}")
    return _AMONG.join(listed)


def kept_names(lines: Iterable[str]) -> Names:
    """The names that were kept as lines.

    >>> cst = Entity("http://example.org/cst", "cst", "Treaty", "body", "CST", ("Tashkent Treaty",), {"iso3": "XCS"})
    >>> kept_names(kept_lines([cst], [(cst, "Tashkent")])).find("tashkent") == cst
    True
    """
    entities, demonyms = [], []
    for line in lines:
        iri, id, label, abbreviation, kinds, aliases, codes, own = line.split("\t")
        of_kinds = tuple(kinds.split(_AMONG))
        schemes = dict(code.split("=", 1) for code in _parted(codes))
        entity = Entity(iri, id, label, of_kinds[0], abbreviation, _parted(aliases), schemes, of_kinds)
        entities.append(entity)
        demonyms += [(entity, demonym) for demonym in _parted(own)]
    return Names(entities, demonyms)


def _parted(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(_AMONG)) if cell else ()
