"""Betweenness, held against networkx, which searches the whole graph."""

from __future__ import annotations

from collections.abc import Iterator
from math import lcm

import blocs as package
import networkx as nx
import pytest
from blocs.graph.analysis import betweenness as module
from blocs.graph.analysis.betweenness import betweenness, two_mode_betweenness
from hypothesis import given
from hypothesis import strategies as st
from needs import library
from networkx.algorithms import bipartite

NODES = st.sampled_from("abcdefgh")
TIES = st.dictionaries(st.tuples(NODES, NODES).filter(lambda pair: pair[0] < pair[1]), st.integers(1, 12), max_size=28)
SETS = st.dictionaries(NODES, st.frozensets(st.sampled_from("stuvwxyz")), min_size=1)


def of_networkx(projection: nx.Graph[str]) -> dict[str, float]:
    """By networkx on all ties, their lengths in whole numbers."""
    whole = lcm(*(tie["weight"] for *_, tie in projection.edges(data=True)))
    for *_, tie in projection.edges(data=True):
        tie["whole"] = whole // tie["weight"]
    found: dict[str, float] = nx.betweenness_centrality(projection, weight="whole")
    return found


@given(TIES)
def test_it_is_that_of_networkx_with_short_ties_where_much_is_shared(ties: dict[tuple[str, str], int]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from("abcdefgh")
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in ties.items())
    assert betweenness(graph) == pytest.approx(of_networkx(graph))


@pytest.mark.parametrize("by", ["state", "body"])
def test_it_is_that_of_networkx_on_the_article(by: str) -> None:
    projection = package.load().overlap(by=by).to_networkx()
    assert betweenness(projection) == pytest.approx(of_networkx(projection))


def test_ways_of_the_same_length_count_as_the_same_whatever_their_rounding() -> None:
    """1/10 + 1/15 is 1/6, but not where each is rounded: then the way over b would not count."""
    assert 1 / 10 + 1 / 15 != 1 / 6
    triangle: nx.Graph[str] = nx.Graph()
    triangle.add_weighted_edges_from([("a", "b", 10), ("b", "c", 15), ("a", "c", 6)])
    assert betweenness(triangle) == {"a": 0, "b": 0.5, "c": 0}


@given(SETS)
def test_in_two_modes_it_is_that_of_networkx(sets: dict[str, frozenset[str]]) -> None:
    two_mode: nx.Graph[str] = nx.Graph()
    two_mode.add_nodes_from(sets)
    two_mode.add_edges_from((key, element) for key, held in sets.items() for element in held)
    star = min(len(sets), len(two_mode) - len(sets)) < 2  # there the normalization for two modes divides by zero
    expected = nx.betweenness_centrality(two_mode) if star else bipartite.betweenness_centrality(two_mode, sets)
    assert two_mode_betweenness(sets) == pytest.approx({key: expected[key] for key in sets})


@pytest.fixture(scope="module")
def any_number_is_many() -> Iterator[None]:
    library("scipy")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FOR_ARRAYS", 1)
        patch.setattr(module, "_SOURCES", 3)
        yield


@pytest.mark.usefixtures("any_number_is_many")
@given(TIES)
def test_arrays_give_the_same_to_the_last_digit(ties: dict[tuple[str, str], int]) -> None:
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from("abcdefgh")
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in ties.items())
    by_arrays = betweenness(graph)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FOR_ARRAYS", 99)
        assert by_arrays == betweenness(graph)


@pytest.mark.usefixtures("any_number_is_many")
@given(SETS)
def test_arrays_give_the_same_in_two_modes(sets: dict[str, frozenset[str]]) -> None:
    by_arrays = two_mode_betweenness(sets)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_FOR_ARRAYS", 99)
        # Python 3.12 and later round sums of floats otherwise.
        assert by_arrays == pytest.approx(two_mode_betweenness(sets), rel=1e-12)


@pytest.mark.usefixtures("any_number_is_many")
def test_more_paths_than_a_float_counts_are_counted_one_by_one() -> None:
    """Thirty times two ways, one behind the other, are 2**30 paths, and of sixty 2**60."""
    chain: nx.Graph[str] = nx.Graph()
    for at in range(60):
        for side in "xy":
            chain.add_edge(f"n{at}", f"{side}{at}", weight=1)
            chain.add_edge(f"{side}{at}", f"n{at + 1}", weight=1)
    assert betweenness(chain) == pytest.approx(of_networkx(chain))
    sets = {node: frozenset(chain[node]) for node in chain if node.startswith("n")}
    two_mode = nx.Graph(chain)
    expected = bipartite.betweenness_centrality(two_mode, list(sets))
    assert two_mode_betweenness(sets) == pytest.approx({key: expected[key] for key in sets})
