"""The search for pairs that are alike enough, held against every pair computed one by one."""

from __future__ import annotations

from itertools import combinations

import pytest
from blocs.graph.analysis import similar_pairs as module
from blocs.graph.analysis.measures import MEASURES, Counts
from blocs.graph.analysis.similar_pairs import Threshold, block_of_few, similar_pairs, similar_to
from hypothesis import given
from hypothesis import strategies as st
from needs import library

WIDTH = 9
sets_of_bits = st.lists(st.integers(0, 2**WIDTH - 1), max_size=9)
thresholds = st.none() | st.integers(-10, 10).map(lambda tenths: tenths / 10) | st.integers(0, WIDTH).map(float)


def one_by_one(
    sets: list[int], measure: str, threshold: float | None, least: int, universe: int
) -> list[tuple[int, int, int]]:
    found = []
    for (i, a), (j, b) in combinations(enumerate(sets), 2):
        both = (a & b).bit_count()
        only_a, only_b = a.bit_count() - both, b.bit_count() - both
        value = MEASURES[measure](Counts(both, only_a, only_b, universe - both - only_a - only_b))
        if both >= least and (threshold is None or (value is not None and value >= threshold)):
            found.append((i, j, both))
    return found


@pytest.mark.parametrize("measure", MEASURES)
@given(sets_of_bits, thresholds, st.integers(0, 4), st.integers(WIDTH, WIDTH + 3))
def test_the_pairs_are_those_that_reach_the_bar(
    measure: str, sets: list[int], threshold: float | None, least: int, universe: int
) -> None:
    bar = Threshold(universe, MEASURES[measure], threshold, least)
    expected = one_by_one(sets, measure, threshold, least, universe)
    assert list(similar_pairs(sets, bar)) == expected
    for place in range(len(sets)):
        assert sorted(similar_to(place, sets, bar)) == [pair for pair in expected if place in pair[:2]]


@pytest.mark.parametrize("measure", MEASURES)
@given(sets_of_bits, thresholds, st.integers(0, 4), st.integers(WIDTH, WIDTH + 3))
def test_a_product_of_matrices_finds_the_same(
    measure: str, sets: list[int], threshold: float | None, least: int, universe: int
) -> None:
    library("scipy")
    bar = Threshold(universe, MEASURES[measure], threshold, least)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FOR_A_PRODUCT", 1)
        patch.setattr(module, "_ROWS", 4)
        found = list(similar_pairs(sets, bar))
    assert found == one_by_one(sets, measure, threshold, least, universe)


@pytest.mark.parametrize("measure", MEASURES)
@given(sets_of_bits, thresholds, st.integers(0, 4), st.integers(WIDTH, WIDTH + 3))
def test_a_product_of_few_sets_finds_the_same(
    measure: str, sets: list[int], threshold: float | None, least: int, universe: int
) -> None:
    library("numpy")
    columns = block_of_few(sets, Threshold(universe, MEASURES[measure], threshold, least))
    assert columns is not None
    found = list(zip(*(column.tolist() for column in columns), strict=True))
    assert found == one_by_one(sets, measure, threshold, least, universe)


def test_a_product_of_many_things_is_not_held_in_memory() -> None:
    library("numpy")
    assert block_of_few([1 << 3_000_000, 1], Threshold(3_000_001, MEASURES["shared"], None)) is None
