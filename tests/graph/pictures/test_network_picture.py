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
from blocs.graph.pictures.dot import dot_text
from blocs.graph.pictures.network_picture import LOOKS, SIZES, network_picture
from blocs.graph.pictures.picture import INK
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
        "group 1",
        "group 2",
        "Line width: Jaccard",
    ):
        assert words in dot
    caption = network_picture(network(package.load(clubs))).caption
    assert "Size: betweenness. Double outline: alone in both of two bodies." in caption
    assert "alone with both of two states" in network_picture(network(package.load(clubs), by="body")).caption


def test_edges_are_the_strongest_edges_or_those_that_a_threshold_leaves() -> None:
    graph = package.load()
    strong = network_picture(network(graph, measure="jaccard", threshold=1))
    assert strong.edges and all("jaccard 1;" in edge.tooltip for edge in strong.edges)
    assert len(strong.edges) < len(network_picture(network(graph)).edges)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("by", ["state", "body"])
def test_every_size_is_drawn_without_a_warning(size: str, by: str) -> None:
    picture = network_picture(network(package.load(), by), size=size)
    assert f"Size: {size}" in picture.caption
    assert graphviz(dot_text(picture), "svg")


@pytest.mark.parametrize("by", ["state", "body"])
def test_text_from_data_stays_text(tmp_path: Path, by: str) -> None:
    path = tmp_path / "nasty.ttl"
    path.write_text(NASTY)
    dot = dot_text(network_picture(network(package.load(path), by)))
    assert set(nodes(dot)) == ({"a", "b", "c"} if by == "state" else {"v", "w"})
    assert not {"\x1b", "\u202e"} & set(dot)
    assert "evil" in graphviz(dot, "svg")


def test_more_communities_than_looks_have_their_number_below_the_name(tmp_path: Path) -> None:
    path = tmp_path / "pairs.csv"
    count = len(LOOKS) + 2
    path.write_text("member,organization\n" + "".join(f"M{n} {side},B{n}\n" for n in range(count) for side in "ab"))
    picture = network_picture(network(package.load(path)))
    assert [node.note for node in picture.nodes if node.kind == "other groups"].count(f"group {count}") == 2
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
        (["--size", "weight", "--format", "dot"], "unknown size 'weight'; use one of: betweenness degree"),
        (["--format", "gif"], "use one of: table json jsonl csv tsv markdown svg png pdf dot"),
    ],
)
def test_bad_requests_are_one_line(blocs: Run, words: list[str], message: str) -> None:
    done = blocs("network", *words)
    assert (done.code, done.out) == (2, "")
    assert message in done.err and done.err.count("\n") == 1


def test_names_stand_out_on_every_fill_and_neighbouring_fills_differ_for_everybody() -> None:
    shapes = [shape for shape, _, _ in LOOKS]
    assert len(shapes) == len(set(shapes))
    for _, fill, line in LOOKS:
        assert contrast(INK, fill) >= 7 and contrast(line, "#FFFFFF") >= 3
    for vision, (one, other) in itertools.product(VISION, itertools.pairwise(fill for _, fill, _ in LOOKS)):
        assert math.dist(lab(one, vision), lab(other, vision)) > 15, (vision, one, other)
