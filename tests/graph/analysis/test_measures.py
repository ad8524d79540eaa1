"""The measures against scikit-learn, hand-worked tables and the laws they obey."""

from __future__ import annotations

import warnings

import pytest
from blocs import InvalidRequest
from blocs.graph.analysis.measures import (
    MEASURES,
    Counts,
    counts_of,
    jaccard,
    kappa,
    measures_named,
    overlap_coefficient,
    pi,
    s,
    similarity_of_profiles,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from needs import library

sizes = st.integers(0, 60)
tables = st.builds(Counts, sizes, sizes, sizes, sizes)


def profiles(counts: Counts) -> tuple[list[int], list[int]]:
    """The counts as two rows of 0 and 1, one column for each thing in the universe."""
    a = [1] * counts.both + [1] * counts.only_a + [0] * counts.only_b + [0] * counts.neither
    b = [1] * counts.both + [0] * counts.only_a + [1] * counts.only_b + [0] * counts.neither
    return a, b


@settings(deadline=None)  # the first example imports scikit-learn
@given(tables)
def test_kappa_and_jaccard_agree_with_scikit_learn(counts: Counts) -> None:
    metrics = library("sklearn.metrics")
    a, b = profiles(counts)
    if kappa(counts) is not None:
        assert kappa(counts) == pytest.approx(metrics.cohen_kappa_score(a, b), abs=1e-12)
    if jaccard(counts) is not None:
        assert jaccard(counts) == pytest.approx(metrics.jaccard_score(a, b), abs=1e-12)


@pytest.mark.parametrize("counts", [Counts(5, 0, 0, 0), Counts(0, 0, 0, 5)])
def test_kappa_is_undefined_where_scikit_learn_finds_no_number(counts: Counts) -> None:
    metrics = library("sklearn.metrics")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        peer = metrics.cohen_kappa_score(*profiles(counts), labels=[0, 1])
    assert peer != peer  # NaN
    assert kappa(counts) is None and pi(counts) is None


# Worked by hand. CST (6) and GUUAM (5) in 12 states: o = 1/12; pi: p = 11/24, e = (121 + 169)/576 = 145/288, so
# pi = (24 - 145)/(288 - 145) = -121/143; S = 1 - 2·11/12. Armenia and Azerbaijan in 4 bodies (3 each, 2 shared):
# o = 1/2, p = 3/4, e = 5/8, pi = -1/3; S = 1 - 2·2/4. Scott's textbook case: 50 items, 20 yes-yes, 5, 10, 15.
@pytest.mark.parametrize(
    ("counts", "expected_pi", "expected_s"),
    [
        (Counts(0, 6, 5, 1), -121 / 143, -10 / 12),
        (Counts(2, 1, 1, 0), -1 / 3, 0.0),
        (Counts(20, 5, 10, 15), (0.7 - 0.505) / (1 - 0.505), 0.4),
        (Counts(6, 0, 6, 0), -1 / 3, 0.0),
        (Counts(3, 0, 0, 1), 1.0, 1.0),
        (Counts(0, 2, 2, 0), -1.0, -1.0),
        (Counts(0, 0, 1, 3), -1 / 7, 0.5),
    ],
)
def test_pi_and_s_as_worked_by_hand(counts: Counts, expected_pi: float, expected_s: float) -> None:
    assert pi(counts) == pytest.approx(expected_pi)
    assert s(counts) == pytest.approx(expected_s)


@given(tables)
def test_every_measure_is_in_its_range_and_symmetric(counts: Counts) -> None:
    mirrored = Counts(counts.both, counts.only_b, counts.only_a, counts.neither)
    low = {"jaccard": 0, "overlap": 0, "kappa": -1, "pi": -1, "s": -1}
    for name, measure in MEASURES.items():
        value = measure(counts)
        assert value == measure(mirrored)
        assert value is None or name not in low or low[name] <= value <= 1


@given(tables)
def test_pi_never_exceeds_kappa_and_jaccard_never_the_overlap_coefficient(counts: Counts) -> None:
    one, other = pi(counts), kappa(counts)
    assert one is None or other is None or one <= other + 1e-12
    lower, upper = jaccard(counts), overlap_coefficient(counts)
    assert lower is None or upper is None or lower <= upper


@given(tables)
def test_s_is_the_general_form_with_equal_weights(counts: Counts) -> None:
    general = similarity_of_profiles(*profiles(counts))
    assert general is None if s(counts) is None else general == pytest.approx(s(counts), abs=1e-12)


@pytest.mark.parametrize(
    ("counts", "undefined"),
    [
        (Counts(0, 0, 0, 0), {"jaccard", "overlap", "kappa", "pi", "s"}),
        (Counts(0, 0, 0, 7), {"jaccard", "overlap", "kappa", "pi"}),
        (Counts(0, 3, 0, 4), {"overlap"}),
        (Counts(7, 0, 0, 0), {"kappa", "pi"}),
        (Counts(1, 1, 1, 1), set()),
    ],
)
def test_what_is_not_defined_is_none(counts: Counts, undefined: set[str]) -> None:
    assert {name for name, measure in MEASURES.items() if measure(counts) is None} == undefined


def test_s_with_weights_and_a_scale_of_roles() -> None:
    # Three bodies; roles as 0 none to 3 full member. d = 2·(3/3) + 1·(1/3) + 0, d_max = 2 + 1 + 1.
    assert similarity_of_profiles([3, 1, 2], [0, 0, 2], weights=[2, 1, 1], maximum=3) == pytest.approx(
        1 - 2 * (7 / 3) / 4
    )
    assert similarity_of_profiles([1], [0], weights=[0]) is None


@pytest.mark.parametrize(
    ("a", "b", "options"),
    [([1], [1, 0], {}), ([2], [0], {}), ([1], [0], {"weights": [-1]}), ([1], [0], {"maximum": [1, 1]})],
)
def test_profiles_that_do_not_fit_are_refused(a: list[float], b: list[float], options: dict[str, list[float]]) -> None:
    with pytest.raises(ValueError, match="must be"):
        similarity_of_profiles(a, b, **options)


def test_a_universe_must_hold_the_sets() -> None:
    with pytest.raises(ValueError, match="cannot hold"):
        counts_of({1, 2}, {3}, 2)


def test_a_measure_is_known_by_name() -> None:
    assert measures_named(["KAPPA", "all"])[0] == "kappa"
    with pytest.raises(InvalidRequest, match="shared union jaccard"):
        measures_named(["tau"])
