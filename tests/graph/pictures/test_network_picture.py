"""The network as a picture: communities, sizes and bridges in the DOT, and what Graphviz and data make of it."""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as package
import pytest
from blocs.graph.analysis.network import network
from blocs.graph.pictures.community_names import community_names
from blocs.graph.pictures.dot import dot_text
from blocs.graph.pictures.network_picture import FORMS, NODE_SIZES, network_picture
from blocs.graph.pictures.paper import STYLES, palette
from pictures import VISION, contrast, graphviz, lab

Run = Callable[..., Any]

# Two clubs of three, and B, the only one in both; Z is in neither.
TWO_CLUBS = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> .
@prefix schema: <https://schema.org/> .
:a org:memberOf :v . :b org:memberOf :v . :c org:memberOf :v .
:b org:memberOf :w . :d org:memberOf :w . :e org:memberOf :w . :z org:memberOf :y .
"""
NASTY = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:a skos:prefLabel "\\"]; evil [label=<b>&amp;</b> \\\\N \\u001B[31m \\u202E" ; org:memberOf :v, :w .
:b skos:prefLabel "<TABLE>{|}" ; org:memberOf :v . :v skos:prefLabel "</TABLE>\\"" . :c org:memberOf :w .
"""


@pytest.fixture
def clubs(tmp_path: Path) -> Path:
    path = tmp_path / "clubs.ttl"
    path.write_text(TWO_CLUBS)
    return path


def nodes(dot: str) -> dict[str, dict[str, Any]]:
    """The nodes of DOT text, as Graphviz reads them."""
    return {node["name"]: node for node in json.loads(graphviz(dot, "dot_json"))["objects"]}


def test_communities_differ_by_shape_and_fill_and_bridges_have_a_double_outline(clubs: Path) -> None:
    found = network(package.load(clubs))
    drawn = nodes(dot_text(network_picture(found)))
    place = {one: number for number, group in enumerate(found.communities) for one in group}
    for one, other in itertools.combinations("abcdez", 2):
        alike = place[one] == place[other]
        assert (drawn[one]["shape"] == drawn[other]["shape"]) == alike, (one, other)
        assert (drawn[one]["fillcolor"] == drawn[other]["fillcolor"]) == alike or "z" in (one, other)
    assert {name for name, node in drawn.items() if node.get("peripheries") == "2"} == {"b"}
    assert float(drawn["b"]["fontsize"]) > float(drawn["a"]["fontsize"])
    assert "alone joins v and w" in drawn["b"]["tooltip"]


def test_title_caption_and_legend_say_what_is_drawn(blocs: Run, clubs: Path) -> None:
    dot = blocs("network", "--data", clubs, "--as-of", "any", "--format", "dot").out
    for words in (
        "Network of states by the bodies they share, at any time",
        "v: 3 states (b, a, c)",
        "w: 2 states (d, e)",
        "Line width: Jaccard",
    ):
        assert words in dot
    caption = network_picture(network(package.load(clubs))).caption
    assert "(betweenness). Double outline: alone in both of two bodies." in caption
    assert "alone with both of two states" in network_picture(network(package.load(clubs), by="body")).caption


def test_edges_are_the_strongest_edges_or_those_that_a_threshold_leaves() -> None:
    graph = package.load()
    strong = network_picture(network(graph, measure="jaccard", threshold=1))
    assert strong.edges and all("jaccard 1;" in edge.tooltip for edge in strong.edges)
    assert len(strong.edges) < len(network_picture(network(graph)).edges)


@pytest.mark.parametrize("size", NODE_SIZES)
@pytest.mark.parametrize("by", ["state", "body"])
def test_every_size_is_drawn_without_a_warning(size: str, by: str) -> None:
    picture = network_picture(network(package.load(), by), node_size=size)
    assert "Size: " in picture.caption and f"({size})" in picture.caption
    assert graphviz(dot_text(picture), "svg")


@pytest.mark.parametrize("by", ["state", "body"])
def test_text_from_data_stays_text(tmp_path: Path, by: str) -> None:
    path = tmp_path / "nasty.ttl"
    path.write_text(NASTY)
    dot = dot_text(network_picture(network(package.load(path), by)))
    assert set(nodes(dot)) == ({"a", "b", "c"} if by == "state" else {"v", "w"})
    assert not {"\x1b", "\u202e"} & set(dot)
    assert "evil" in graphviz(dot, "svg")


def test_more_communities_than_forms_have_their_own_name_below_the_name(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    count = len(FORMS) + 2
    path.write_text("member,organization\n" + "".join(f"M{n} {side},B{n}\n" for n in range(count) for side in "ab"))
    picture = network_picture(network(package.load(path)))
    notes = sorted(node.note for node in picture.nodes if node.kind == "other groups")
    assert notes == sorted([f"B{n}" for n in range(count) if f"B{n}" not in picture.kinds] * 2)
    assert "2 more" in dot_text(picture)
    graphviz(dot_text(picture), "svg")


def test_where_many_are_bridges_those_that_join_the_most_are_marked(tmp_path: Path) -> None:
    path = tmp_path / "ring.csv"
    ring = range(15)
    path.write_text("member,organization\n" + "".join(f"M{n},B{n}\nM{n},B{(n + 1) % 15}\n" for n in ring))
    picture = network_picture(network(package.load(path)))
    assert sum(node.double for node in picture.nodes) == 10
    assert "the 10 of 15" in picture.caption


def test_a_date_before_everything_is_drawn_empty(blocs: Run, tmp_path: Path) -> None:
    path = tmp_path / "later.csv"
    path.write_text("member,organization,start\nA,X,1990\nB,X,1990\n")
    done = blocs("network", "--data", path, "--as-of", "1700", "--format", "dot")
    assert done.code == 0
    for said in ("Nothing to draw: no state is in a body at this date", "The data begin in 1990"):
        assert said in done.out, "the picture says so"
        assert said in done.err, "and so does the command"
    graphviz(done.out, "svg")


@pytest.mark.parametrize(
    ("name", "start"), [("n.svg", b"<?xml"), ("n.png", b"\x89PNG"), ("n.dot", b"digraph"), ("n.gv", b"digraph")]
)
def test_the_ending_of_the_file_says_how_it_is_drawn(blocs: Run, tmp_path: Path, name: str, start: bytes) -> None:
    assert blocs("network", "-o", tmp_path / name).code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            ["--node-size", "weight", "--format", "dot"],
            "unknown size of nodes 'weight'; use one of: betweenness degree",
        ),
        (["--size", "a5", "--format", "svg"], "unknown size 'a5'; use one of: auto a4 slide column"),
        (["--size", "a4", "--format", "json"], "--size is for pictures: svg, png and pdf"),
        (["--style", "grey", "--format", "dot"], "unknown style 'grey'; use one of: screen print"),
        (["--format", "gif"], "use one of: table json jsonl csv tsv markdown svg png pdf"),
    ],
)
def test_bad_requests_are_one_line(blocs: Run, words: list[str], message: str) -> None:
    done = blocs("network", *words)
    assert (done.code, done.out) == (2, "")
    assert message in done.err and done.err.count("\n") == 1


@pytest.mark.parametrize("style", STYLES)
def test_names_stand_out_on_every_fill_and_neighbours_differ_for_everybody(style: str) -> None:
    assert len(FORMS) == len(set(FORMS)) == len(palette(style).fills)
    assert all(contrast(palette(style).ink, fill) >= 7 for fill in palette(style).fills)
    if style == "screen":
        for vision, (one, other) in itertools.product(VISION, itertools.pairwise(palette(style).fills)):
            assert math.dist(lab(one, vision), lab(other, vision)) > 15, (vision, one, other)


def test_communities_are_called_by_what_their_members_are_in() -> None:
    """Six of the twelve states are in the CST, five others in GUUAM; all are in the CIS."""
    found = network(package.load(), min_shared=3)
    assert community_names(found) == ["CST", "GUUAM"]
    picture = network_picture(found)
    assert {node.kind for node in picture.nodes if node.id in ("armenia", "russia")} == {"CST"}
    assert picture.said["GUUAM"].startswith("GUUAM: 5 states (")


def test_no_two_communities_have_one_name(tmp_path: Path) -> None:
    path = tmp_path / "like.csv"
    path.write_text("member,organization\n" + "".join(f"{side}{n},{side.upper()}\n" for side in "xy" for n in range(4)))
    names = community_names(network(package.load(path)))
    assert names == ["X", "Y"]


def test_the_option_for_nodes_is_still_understood_by_its_first_name(blocs: Run) -> None:
    first = blocs("network", "--size", "brokerage", "--format", "dot")
    assert first.code == 0 and first.out == blocs("network", "--node-size", "brokerage", "--format", "dot").out
