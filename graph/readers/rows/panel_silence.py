"""Times at which a table with a row for each of them says nothing of a membership that it has before or after them.

Such a membership has not ended there, nor does it begin behind them: whether it went on is not known. COW's tables have
rules of their own, see `cow_silence`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import pairwise

from ...model.runs import gaps, runs
from ..cells.cell_words import DENIED, MISSING, NO, YES

__all__ = ["Pair", "Spoken", "Stretch"]

Pair = tuple[str, str, str]
"""A member, which of those of one name or code it is, and a body."""

Stretch = tuple[int, int]
"""A first and a last time."""


class Spoken:
    """At which times a table speaks of which memberships.

    Parameters
    ----------
    times : collection of int
        All times of the table.
    every_one : bool
        Whether it has a cell for each member and body; else it lists members only, and whom it leaves out is none.
    consecutive : sequence of int, optional
        How many times apart are consecutive by the table's own documentation, and until when.

    >>> spoken = Spoken([1990, 1991, 1992, 1993], every_one=True)
    >>> spoken.add(("Italy", "", "NATO"), "yes", [1990, 1991, 1993])
    >>> list(spoken.missing())
    [(('Italy', '', 'NATO'), [(1992, 1992)], [(1992, 1992)])]
    """

    def __init__(self, times: Collection[int], every_one: bool, consecutive: tuple[int, int] = (1, 0)) -> None:
        self._times, self._every_one, self._consecutive = sorted(times), every_one, consecutive
        self._said: dict[Pair, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._denies: set[str] = set()

    def add(self, pair: Pair, holds: str, times: Iterable[int]) -> None:
        """Note what the table says of a membership at some times: "yes", "denied", "no" or "missing"."""
        self._said[pair][holds].update(times)
        if holds == DENIED:
            self._denies.add(pair[2])

    def missing(self) -> Iterable[tuple[Pair, list[Stretch], list[Stretch]]]:
        """The memberships that are missing at some times: at which, and at which of them for want of rows.

        Yields
        ------
        (Pair, list of Stretch, list of Stretch)
        """
        silent = {} if self._every_one else self._silent()
        for pair, said in self._said.items():
            known = self._known(pair, said) if self._every_one else self._listed(said, silent.get(pair, ()))
            between = gaps(known, *self._consecutive)
            lacking = [(first, last) for first, last in between if {first - 1, last + 1} & said[YES]]
            told = set(said[MISSING]).union(*(range(first, last + 1) for first, last in lacking))
            if told:
                yield pair, runs(told), [gap for gap in lacking if self._of_rows(gap)]

    def _known(self, pair: Pair, said: Mapping[str, set[int]]) -> list[int]:
        """The times for which a table with a cell for everything has one that says yes or no."""
        # An empty cell beside others that deny says nothing.
        blank = set() if pair[2] in self._denies else said[NO]
        return sorted(said[YES] | said[DENIED] | blank)

    def _listed(self, said: Mapping[str, set[int]], silent: Collection[int]) -> list[int]:
        """The times at which a list of members speaks of one: all that it has, since it leaves out who is none."""
        unknown = said[MISSING].union(silent) - said[YES]
        return [time for time in self._times if time not in unknown]

    def _of_rows(self, gap: Stretch) -> bool:
        """Whether the table has other rows of the times of a gap."""
        return any(gap[0] <= time <= gap[1] for time in self._times)

    def _silent(self) -> dict[Pair, set[int]]:
        """The times of which a list of members has no row of a member or a body that all come back behind them.

        Who leaves several bodies in one year, and all of them again have it in another, is lacking rows rather.
        """
        found: dict[Pair, set[int]] = defaultdict(set)
        for end in ((0, 1), (2,)):
            groups: dict[tuple[str, ...], list[Pair]] = defaultdict(list)
            for pair, said in self._said.items():
                if said[YES]:
                    groups[tuple(pair[at] for at in end)].append(pair)
            for pairs in groups.values():
                for before, absent, after in self._absent(pairs):
                    there = {pair for pair in pairs if before in self._said[pair][YES]}
                    if len(there) > 1 and there == {pair for pair in pairs if after in self._said[pair][YES]}:
                        for pair in there:
                            found[pair].update(absent)
        return found

    def _absent(self, pairs: Sequence[Pair]) -> Iterable[tuple[int, list[int], int]]:
        """The times between two of some memberships at which the table has rows, and none of them."""
        there = sorted(set().union(*(times for pair in pairs for times in self._said[pair].values())))
        place = {time: at for at, time in enumerate(self._times)}
        for before, after in pairwise(there):
            if absent := self._times[place[before] + 1 : place[after]]:
                yield before, absent, after
