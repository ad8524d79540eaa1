"""Which names a picture says first where it has no room for all: states and great bodies, then what has most ties."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from ..model.entities import Entity
from ..model.known.bodies import bodies
from ..model.known.well_known import well_known
from ..resources import resource

if TYPE_CHECKING:
    from ..model.naming.names import Names

__all__ = ["prominence"]

_STATE, _KNOWN = 0.5, 0.35  # what a state and a well-known body have before others with as large a part of the ties


@lru_cache(maxsize=1)
def _first_names() -> tuple[str, ...]:
    lines = resource("data", "page", "first-names.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def prominence(entities: Sequence[Entity], ties: Sequence[int], names: Names) -> list[int]:
    """The place of each entity in the order in which they are named, 0 for the first.

    Parameters
    ----------
    entities : sequence of Entity
        The entities.
    ties : sequence of int
        How many others each is tied to.
    names : Names
        The names of the graph.

    Returns
    -------
    list of int

    >>> import blocs
    >>> names = blocs.load().names
    >>> some = [names.find(name) for name in ("Baku", "CST", "Armenia", "Russia")]
    >>> prominence(some, [3, 9, 9, 1], names)
    [3, 2, 1, 0]
    """
    first = {} if names.looked_up else _first(names)
    known = set() if names.looked_up else _known()
    most = {"": max(ties, default=1) or 1}
    for entity, number in zip(entities, ties, strict=True):
        if entity.kind in ("state", "body"):
            most[entity.kind] = max(most.get(entity.kind, 1), number)

    def order(place: int) -> tuple[int, float, int]:
        entity = entities[place]
        share = ties[place] / most.get(entity.kind, most[""])
        if entity.kind == "state":
            share += _STATE
        elif entity.kind == "body" and {entity.label, entity.abbreviation} & known:
            share += _KNOWN
        return first.get(entity.iri, len(first)), -share, place

    ranks = [0] * len(entities)
    for rank, place in enumerate(sorted(range(len(entities)), key=order)):
        ranks[place] = rank
    return ranks


def _first(names: Names) -> dict[str, int]:
    """The places of what `first-names.txt` names and the graph has, by IRI; a name of several is nobody's."""
    found: dict[str, int] = {}
    for place, name in enumerate(_first_names()):
        meant = names.matches(name, ("state", "body")) or well_known(names, name, ("state", "body"))
        if len(meant) == 1:
            found.setdefault(meant[0].iri, place)
    return {iri: place for place, iri in enumerate(found)}


def _known() -> set[str]:
    return {name for body in bodies().bodies for name in (body.cow, body.abbreviation, body.label) if name}
