"""What states are printed as for programs: ids, or the codes that other tables have, instead of ids or beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..graph.amounts import shortened
from ..graph.errors import InvalidRequest
from ..graph.model.entities import Entity
from ..graph.model.known.codes import CODES, Code, StateCodes, codes_named

__all__ = ["PairCodes", "rank"]


class PairCodes:
    """What the states of pairs are printed as.

    One code stands in the place of the ids; several stand in columns beside them, which are called as in the data sets
    of dyads: `cown1` and `cown2`.

    Parameters
    ----------
    names : str
        The codes as they were asked for, with commas; empty for ids alone.

    >>> PairCodes("cow").instead.column, PairCodes("cow,iso3").columns
    ('cown', ('cown1', 'cown2', 'iso3c1', 'iso3c2'))
    """

    def __init__(self, names: str) -> None:
        asked = codes_named(names)
        self.instead: Code | None = asked[0] if len(asked) == 1 else None
        self._one = StateCodes(asked[:1])
        self._beside = StateCodes(asked if len(asked) > 1 else ())

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns beside the ids, for both of a pair."""
        return tuple(f"{column}{number}" for column in self._beside.columns for number in (1, 2))

    def beside(self, a: Entity, b: Entity, year: int | None) -> list[int | str | None]:
        """The cells of these columns."""
        return [code for both in zip(self._beside.of(a, year), self._beside.of(b, year), strict=True) for code in both]

    def of_side(self, entity: Entity, year: int | None, *, second: bool) -> dict[str, int | str | None]:
        """The same cells of the first one of a pair, or of the second, by column."""
        codes = zip(self._beside.columns, self._beside.of(entity, year), strict=True)
        return {f"{name}{1 + second}": code for name, code in codes}

    def key(self, entity: Entity, year: int | None) -> str:
        """The code of a state if one is asked for instead of ids and it has it, else the id."""
        if self.instead is None:
            return entity.id
        (code,) = self._one.of(entity, year)
        return entity.id if code is None else str(code)

    def check(self, states: Iterable[Entity], year: int | None = None) -> None:
        """Raise InvalidRequest if a code is asked for instead of ids and no state has one."""
        those = [entity for entity in states if entity.kind != "body"]
        if self.instead is None or not those or any(self._has(entity, year) for entity in those):
            return
        other = StateCodes(CODES)
        found = {
            code.name for entity in those for code, held in zip(CODES, other.of(entity, year), strict=True) if held
        }
        known = [code.name for code in CODES if code.name in found]
        way_out = f"use --codes {known[0]}" if known else "leave out --codes to get ids"
        raise InvalidRequest(f"no state in this graph has {_a_code(self.instead)}; {way_out}")

    def without(self, states: Iterable[Entity], year: int | None = None) -> str:
        """A note on the states that have no such code; empty if there are none."""
        if self.instead is None:
            return ""
        ids: Sequence[str] = sorted(e.id for e in states if e.kind != "body" and not self._has(e, year))
        return f"Without {_a_code(self.instead)}, and so printed by id: {shortened(ids)}." if ids else ""

    def _has(self, entity: Entity, year: int | None) -> bool:
        return self._one.of(entity, year) != (None,)


def _a_code(code: Code) -> str:
    return f"{'an' if code.name.startswith('i') else 'a'} {code.name} code"


def rank(key: str) -> tuple[int, str]:
    """The order in which data sets of dyads have states: COW codes as numbers, all else as text."""
    return (int(key) if key.isascii() and key.isdigit() else 10**9, key)
