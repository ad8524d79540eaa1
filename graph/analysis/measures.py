"""Measures of how similar two sets are: two states by their bodies, or two bodies by their members.

Every measure is a function of the same four counts (`Counts`), taken over a stated universe: the bodies (or
states) that both could have been in. A measure that is not defined for the counts gives None, never 0 and
never NaN: two states that are in nothing at all are neither similar nor different.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, NamedTuple

from ..errors import InvalidRequest

__all__ = [
    "MEASURES",
    "OVER_UNIVERSE",
    "Counts",
    "Measured",
    "counts_of",
    "jaccard",
    "kappa",
    "measures_named",
    "overlap_coefficient",
    "pi",
    "s",
    "shared",
    "similarity_of_profiles",
    "union",
]


class Counts(NamedTuple):
    """The two-by-two table of two sets within a universe.

    `both` counts what is in both, `only_a` and `only_b` what is in one of them, and `neither` what is in the
    universe and in neither. All are whole numbers of at least 0.
    """

    both: int
    only_a: int
    only_b: int
    neither: int

    @property
    def universe(self) -> int:
        """The size of the universe."""
        return sum(self)


def counts_of(a: Collection[object], b: Collection[object], universe: int) -> Counts:
    """The counts of two sets in a universe of so many things.

    Parameters
    ----------
    a, b : collection
        The sets.
    universe : int
        How many things there are that could be in them.

    Returns
    -------
    Counts

    Raises
    ------
    ValueError
        If the universe is smaller than the two sets together.

    >>> counts_of({"CIS", "CST"}, {"CIS", "GUUAM"}, 4)
    Counts(both=1, only_a=1, only_b=1, neither=1)
    """
    first, second = set(a), set(b)
    both = len(first & second)
    neither = universe - len(first) - len(second) + both
    if neither < 0:
        raise ValueError(f"a universe of {universe} cannot hold {len(first | second)} things")
    return Counts(both, len(first) - both, len(second) - both, neither)


def shared(counts: Counts) -> int:
    """How much is in both sets: |A ∩ B|.

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    int
        From 0 up.

    >>> shared(Counts(3, 1, 2, 4))
    3
    """
    return counts.both


def union(counts: Counts) -> int:
    """How much is in at least one of the sets: |A ∪ B|.

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    int
        From 0 up.

    >>> union(Counts(3, 1, 2, 4))
    6
    """
    return counts.both + counts.only_a + counts.only_b


def jaccard(counts: Counts) -> float | None:
    """The Jaccard index: |A ∩ B| / |A ∪ B|.

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    float or None
        From 0 (disjoint) to 1 (equal); None if both sets are empty.

    References
    ----------
    Paul Jaccard, "The distribution of the flora in the alpine zone", New Phytologist 11(2), 1912, 37–50.

    >>> jaccard(Counts(3, 1, 2, 4)), jaccard(Counts(0, 0, 0, 9))
    (0.5, None)
    """
    return _ratio(counts.both, union(counts))


def overlap_coefficient(counts: Counts) -> float | None:
    """The overlap coefficient of Szymkiewicz and Simpson: |A ∩ B| / min(|A|, |B|).

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    float or None
        From 0 (disjoint) to 1 (the smaller lies within the larger); None if either set is empty.

    References
    ----------
    Dezydery Szymkiewicz, "Une contribution statistique à la géographie floristique", Acta Societatis
    Botanicorum Poloniae 11(3), 1934, 249–265; George Gaylord Simpson, "Mammals and the nature of continents",
    American Journal of Science 241, 1943, 1–31.

    >>> overlap_coefficient(Counts(3, 1, 2, 4)), overlap_coefficient(Counts(0, 0, 2, 4))
    (0.75, None)
    """
    smaller = (counts.only_a + counts.only_b - abs(counts.only_a - counts.only_b)) // 2
    return _ratio(counts.both, counts.both + smaller)


def kappa(counts: Counts) -> float | None:
    """Cohen's kappa: (o - e) / (1 - e), the agreement beyond what chance would give.

    o is the share of the universe on which the two agree (both in or both out), and e the share expected from
    how often *each of them* is in: e = a·b + (1 - a)(1 - b) with a = |A|/n and b = |B|/n.

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    float or None
        From -1 to 1, where 0 is chance; None if e is 1 (both are in everything, or both in nothing) or the universe is
        empty.

    References
    ----------
    Jacob Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement
    20(1), 1960, 37–46. For alliance portfolios: Frank Häge, "Choice or circumstance? Adjusting measures of
    foreign policy similarity for chance agreement", Political Analysis 19(3), 2011, 287–305.

    >>> kappa(Counts(2, 0, 0, 2)), round(kappa(Counts(20, 5, 10, 15)), 3), kappa(Counts(0, 0, 0, 4))
    (1.0, 0.4, None)
    """
    # In whole numbers, so that "all agree by chance" is exactly 1 and the result is as near as a float can be.
    n, size_a, size_b = counts.universe, counts.both + counts.only_a, counts.both + counts.only_b
    expected = size_a * size_b + (n - size_a) * (n - size_b)
    return _ratio(n * (counts.both + counts.neither) - expected, n * n - expected)


def pi(counts: Counts) -> float | None:
    """Scott's pi: (o - e) / (1 - e), the agreement beyond what chance would give.

    As `kappa`, but e is the share expected from how often *the two together* are in: e = p² + (1 - p)² with
    p = (|A| + |B|) / 2n. So two states that differ in how much they join are less similar by pi than by kappa.

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    float or None
        From -1 to 1; None if e is 1 or the universe is empty.

    References
    ----------
    William A. Scott, "Reliability of content analysis: the case of nominal scale coding", Public Opinion
    Quarterly 19(3), 1955, 321–325; for alliance portfolios, Häge (2011).

    >>> pi(Counts(2, 0, 0, 2)), round(pi(Counts(20, 5, 10, 15)), 4), pi(Counts(4, 0, 0, 0))
    (1.0, 0.3939, None)
    """
    n, joined = counts.universe, 2 * counts.both + counts.only_a + counts.only_b
    expected = joined * joined + (2 * n - joined) ** 2
    return _ratio(4 * n * (counts.both + counts.neither) - expected, 4 * n * n - expected)


def s(counts: Counts) -> float | None:
    """Signorino and Ritter's S, unweighted, for membership (1) and none (0): S = 1 - 2·d/n.

    d is the number of things that only one of the two is in, and n, the size of the universe, the greatest
    distance there can be. Being out of the same bodies counts as agreement: of two states that join little, S is
    close to 1. `similarity_of_profiles` is the general form.

    Parameters
    ----------
    counts : Counts
        The two-by-two table of two sets.

    Returns
    -------
    float or None
        From -1 (each is in exactly what the other is not in) to 1 (equal); None if the universe is empty.

    References
    ----------
    Curtis S. Signorino and Jeffrey M. Ritter, "Tau-b or not tau-b: measuring the similarity of foreign policy
    positions", International Studies Quarterly 43(1), 1999, 115–144.

    >>> s(Counts(2, 1, 1, 4)), s(Counts(0, 2, 2, 0)), s(Counts(0, 0, 0, 0))
    (0.5, -1.0, None)
    """
    return _ratio(counts.universe - 2 * (counts.only_a + counts.only_b), counts.universe)


def similarity_of_profiles(
    a: Sequence[float],
    b: Sequence[float],
    *,
    weights: Sequence[float] | None = None,
    maximum: float | Sequence[float] = 1.0,
) -> float | None:
    """Signorino and Ritter's S of two policy profiles: S = 1 - 2·d(a, b) / d_max, with the L1 distance

    d(a, b) = Σ_k w_k / Δ_k · |a_k - b_k| and d_max = Σ_k w_k.

    Parameters
    ----------
    a, b : sequence of float
        The positions of both on each dimension k: of a membership 0 or 1, or a value for each role.
    weights : sequence of float or None
        The weights w_k, at least 0; None for all 1. Signorino and Ritter also weigh by the partner's capabilities.
    maximum : float or sequence of float
        The greatest difference Δ_k there can be on a dimension: one for all, or one for each.

    Returns
    -------
    float or None
        From -1 to 1; None if no dimension has a weight above 0.

    Raises
    ------
    ValueError
        If the lengths differ, a weight is below 0, or a difference exceeds its maximum.

    See Also
    --------
    s : The form for memberships, with the paper.

    >>> similarity_of_profiles([1, 0, 1], [1, 1, 0])
    -0.33333333333333326
    >>> similarity_of_profiles([3, 0], [0, 0], weights=[1, 3], maximum=3)
    0.5
    """
    count = len(a)
    weigh = [1.0] * count if weights is None else list(weights)
    most = [float(maximum)] * count if isinstance(maximum, int | float) else list(maximum)
    if not len(b) == len(weigh) == len(most) == count:
        raise ValueError("profiles, weights and maxima must be of one length")
    if any(w < 0 for w in weigh) or any(not 0 <= abs(x - y) <= m or m == 0 for x, y, m in zip(a, b, most, strict=True)):
        raise ValueError("weights must be at least 0, and no difference may exceed its maximum")
    if sum(weigh) == 0:
        return None
    distance = sum(w / m * abs(x - y) for x, y, w, m in zip(a, b, weigh, most, strict=True))
    return 1 - 2 * distance / sum(weigh)


OVER_UNIVERSE = ("kappa", "pi", "s")
"""The measures that are taken over all that there was to share, and not over what two have alone."""

MEASURES: dict[str, Callable[[Counts], float | None]] = {
    "shared": shared,
    "union": union,
    "jaccard": jaccard,
    "overlap": overlap_coefficient,
    "kappa": kappa,
    "pi": pi,
    "s": s,
}
"""Every measure by the name it has on the command line and as a column."""


class Measured:
    """Some measures within one universe.

    Parameters
    ----------
    names : sequence of str
        The measures, by their names in `MEASURES`.
    universe : int
        How many things there are.

    >>> Measured(["jaccard", "s"], 9).values(3, 1, 2)
    (0.5, 0.3333333333333333)
    """

    def __init__(self, names: Sequence[str], universe: int) -> None:
        self._measures = [MEASURES[name] for name in names]
        self._universe = universe
        self._known: dict[tuple[int, int, int], tuple[float | None, ...]] = {}

    def values(self, both: int, only_a: int, only_b: int) -> tuple[float | None, ...]:
        """The values, in the order of the names, of two sets that share so many things and have so many alone."""
        found = self._known.get((both, only_a, only_b))
        if found is None:
            found = self._of(both, only_a, only_b)
            if len(self._known) < _KEPT:  # most pairs share little, and many as little as others
                self._known[both, only_a, only_b] = found
        return found

    def _of(self, both: Any, only_a: Any, only_b: Any) -> tuple[Any, ...]:
        counts = Counts(both, only_a, only_b, self._universe - both - only_a - only_b)
        return tuple([measure(counts) for measure in self._measures])

    def columns(self, both: Any, only_a: Any, only_b: Any) -> tuple[Any, ...]:
        """The values of many pairs, as arrays of numpy from arrays of whole numbers; NaN where one is not defined."""
        return self._of(both, only_a, only_b)


_KEPT = 100_000


def measures_named(names: Sequence[str]) -> list[str]:
    """The measures of these names, whatever the case, each once.

    Parameters
    ----------
    names : sequence of str
        Names of measures; "all" stands for all of them.

    Returns
    -------
    list of str

    Raises
    ------
    InvalidRequest
        If there is no such measure.

    >>> measures_named(["Jaccard", "s"])
    ['jaccard', 's']
    """
    found: list[str] = []
    for name in names:
        key = name.strip().lower()
        if key not in MEASURES and key != "all":
            raise InvalidRequest(f"unknown measure {name!r}; use one of: {' '.join(MEASURES)} all")
        found += MEASURES if key == "all" else [key]
    return list(dict.fromkeys(found))


def _ratio(part: Any, whole: Any) -> float | None:
    """One ratio, or as many as there are tables where the counts are columns of a year."""
    ratio: float | None = (part / whole if whole else None) if isinstance(whole, int) else _ratios(part, whole)
    return ratio


def _ratios(part: Any, whole: Any) -> Any:
    import numpy as np

    return np.divide(part, whole, out=np.full(len(whole), np.nan), where=whole != 0)
