"""Well-known names beside those of a graph behind an endpoint: only those that a question has, for as many requests."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from ..entities import Entity
from ..naming.forms import normal
from ..naming.names import Names
from .well_known import all_well_known, listed_demonyms, listed_names, well_known_demonyms

__all__ = ["WiderNames"]


class WiderNames(Names):
    """The names of a graph and the names by which its entities are well known, those that were announced.

    It finds what `Names.with_names` finds with all of them.

    Parameters
    ----------
    own : Names
        The names of the graph.
    """

    def __init__(self, own: Names) -> None:
        self._own = own
        self._more = Names(())
        self._added: set[str] = set()
        self._announced: list[frozenset[str]] = []
        self.by_iri, self.looked_up = own.by_iri, own.looked_up

    @property
    def entities(self) -> list[Entity]:  # type: ignore[override]
        """Every entity."""
        return self._own.entities

    @property
    def longest(self) -> int:  # type: ignore[override]
        """The most words that a name has."""
        return max(self._own.longest, self._more.longest)

    @property
    def _index(self) -> dict[str, list[tuple[int, Entity, str]]]:  # type: ignore[override]
        return self._own._index | self._more._index

    def expect(self, iris: Iterable[str]) -> None:
        """Say which entities will be asked for by IRI."""
        self._own.expect(iris)

    def expect_names(self, names: Iterable[str]) -> None:
        """Say which names will be looked for."""
        names = [*names]
        self._own.expect_names(names)
        self._widen(set(map(normal, names)).__contains__)

    def expect_wordings(self, wordings: Sequence[Sequence[str]]) -> None:
        """Say in which words names will be looked for."""
        self._own.expect_wordings(wordings)
        known = frozenset(part for wording in wordings for word in wording for part in normal(word).split())
        if not any(known <= earlier for earlier in self._announced):
            self._widen(lambda key: known.issuperset(key.split()))
            self._announced.append(known)

    def _widen(self, wanted: Callable[[str], bool]) -> None:
        """Add the well-known names whose key is wanted."""
        names, demonyms = (
            [name for name in dict.fromkeys(listed) if name not in self._added and wanted(normal(name))]
            for listed in (listed_names(), listed_demonyms())
        )
        if names or demonyms:
            self._added.update(names, demonyms)
            self._own.expect_names([*names, *demonyms])
            self._more = self._more.with_names(
                all_well_known(self._own, names), well_known_demonyms(self._own, demonyms)
            )

    def _entry(self, name: str) -> list[tuple[int, Entity, str]]:
        return [*self._own._entry(name), *self._more._entry(name)]

    def words(self) -> set[str]:
        """Every word of every name."""
        return self._own.words() | self._more.words()

    def may_hold(self, word: str) -> bool:
        """Whether some name can have this word in it."""
        return self._own.may_hold(word) or self._more.has_word(word)

    def has_word(self, word: str) -> bool:
        """Whether a word is part of any name."""
        return self._own.has_word(word) or all(map(self._has_part, normal(word).split()))

    def _has_part(self, part: str) -> bool:
        self._widen(lambda key: part in key.split())
        return self._more.has_word(part) or self._own.has_word(part)

    def words_like(self, word: str) -> Collection[str]:
        """Words of names, among which are all that begin like this one and differ in one letter at most."""
        from rapidfuzz.distance import OSA

        self._widen(lambda key: any(OSA.distance(word, part, score_cutoff=1) <= 1 for part in key.split()))
        return {*self._own.words_like(word), *self._more.words()}

    def begun(self, text: str, limit: int = 3) -> list[str]:
        """The labels that begin with a text."""
        return self._own.begun(text, limit)

    def near(self, name: str, kinds: Collection[str] = (), limit: int = 3) -> list[str]:
        """Names close to one that nobody has; see `Names.near`."""
        return self._own.near(name, kinds, limit)

    def holding(self, parts: Sequence[str]) -> list[Entity]:
        """Entities, among which are all that have a name in which these parts of words stand."""
        return self._own.holding(parts)
