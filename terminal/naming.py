"""What an overlap's states, bodies and measures are called, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..graph.analysis.overlap import Overlap, Pair
from ..graph.model.entities import Entity
from .codes import PairCodes, rank

__all__ = ["HEADINGS", "Naming"]

HEADINGS = {
    "shared": "Shared",
    "union": "Union",
    "jaccard": "Jaccard",
    "overlap": "Overlap",
    "kappa": "Kappa",
    "pi": "Pi",
    "s": "S",
}
"""What each measure is called above a column."""


class Naming:
    """What the ids of an overlap are printed as: names for people, ids or codes for programs."""

    def __init__(self, found: Overlap, codes: str) -> None:
        self.by_id: Mapping[str, Entity] = found.entities
        self.year = found.period.last_year
        self.codes = PairCodes(codes)
        self.codes.check(found.entities.values(), self.year)
        # Ten thousand pairs share a hundred thousand things: what each is printed as is found once.
        self.known = {entity_id: self.key(entity_id) for entity_id in found.entities}
        self._ranks = {entity_id: rank(self.known[entity_id]) for entity_id in found.others}
        ranks = list(self._ranks.values())
        self._as_they_come = not self.coded and ranks == sorted(ranks)

    @property
    def coded(self) -> bool:
        """Whether codes stand in the place of names and ids."""
        return self.codes.instead is not None

    def beside(self, pair: Pair) -> dict[str, int | str | None]:
        """The codes that stand beside the ids of a pair of states, by column."""
        a, b = self.ordered(pair)
        return dict(zip(self.codes.columns, self.codes.beside(self.by_id[a], self.by_id[b], self.year), strict=True))

    def key(self, entity_id: str) -> str:
        """The code of a state if codes are asked for and it has one, else the id."""
        return self.codes.key(self.by_id[entity_id], self.year)

    def of_side(self, entity_ids: Sequence[str], *, second: bool) -> dict[str, list[int | str | None]]:
        """What stands in the columns that tell of the first one of a pair, or of the second, for many."""
        columns: dict[str, list[int | str | None]] = {"ab"[second]: [self.known[entity_id] for entity_id in entity_ids]}
        for entity_id in entity_ids:
            for column, code in self.codes.of_side(self.by_id[entity_id], self.year, second=second).items():
                columns.setdefault(column, []).append(code)
        return columns

    def in_order(self, entity_ids: Iterable[str]) -> list[str]:
        """Ids of what is shared, in the order in which `ranked` has their keys."""
        return list(entity_ids) if self._as_they_come else sorted(entity_ids, key=self._ranks.__getitem__)

    def ranked(self, entity_ids: Iterable[str]) -> list[str]:
        """The keys of some ids, in the order in which data sets of dyads have them."""
        if self._as_they_come:  # a pair has them in the order of all
            return list(entity_ids)
        return [key for _, key in sorted([self._ranks[entity_id] for entity_id in entity_ids])]

    def name(self, entity_id: str) -> str:
        """The name that people read."""
        return self.key(entity_id) if self.coded else self.by_id[entity_id].short

    def order(self, entity_id: str) -> Any:
        """What the ids are sorted by: with codes, as data sets of dyads have it."""
        return rank(self.key(entity_id)) if self.coded else entity_id

    def ordered(self, pair: Pair) -> tuple[str, str]:
        """Both ids, in the order in which they are printed."""
        a, b = sorted((pair.a, pair.b), key=self.order)
        return a, b
