"""Pictures as DOT: what Graphviz accepts, and what data can never do to it."""

from __future__ import annotations

import html
import itertools
import json
import math
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from blocs.graph.knowledge import KnowledgeGraph, load
from blocs.graph.pictures.dot import dot_text, wrapped
from blocs.graph.pictures.options import VIEWS, ViewOptions
from blocs.graph.pictures.picture import DENIED, FAINT, HUB_COLOURS, INK, SHAPES, Edge, Group, Node, Picture
from blocs.graph.pictures.views import draw
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pictures import VISION, contrast, graphviz, lab

FOREIGN = """
@prefix org: <http://www.w3.org/ns/org#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix e: <http://example.org/thing#> .
e:a org:memberOf e:x, e:y ; rdfs:label "A \\"quoted\\" <b>&amp;</b> \\\\N" . e:b org:memberOf e:x ; rdfs:label "B" .
e:x rdfs:label "X" . e:y rdfs:label "Y" .
"""


@pytest.fixture
def foreign(tmp_path: Path) -> KnowledgeGraph:
    """A graph of somebody else's, with shortcuts and labels only."""
    path = tmp_path / "foreign.ttl"
    path.write_text(FOREIGN)
    return load(path)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("form", ["canon", "svg"])
def test_every_view_is_drawn_without_a_warning(view: str, form: str) -> None:
    assert graphviz(dot_text(draw(load(), ViewOptions(view=view))), form)


@pytest.mark.parametrize("view", VIEWS)
def test_a_foreign_graph_is_drawn(view: str, foreign: KnowledgeGraph) -> None:
    picture = draw(foreign, ViewOptions(view=view))
    graphviz(dot_text(picture), "canon")
    if view == "memberships":
        assert {node.id for node in picture.nodes} == {"a", "b", "x", "y"}
        assert {(edge.tail, edge.head) for edge in picture.edges} == {("a", "x"), ("a", "y"), ("b", "x")}


def test_states_with_like_memberships_share_a_frame_and_its_edges() -> None:
    picture = draw(load(), ViewOptions(view="memberships"))
    assert {frozenset(group.nodes) for group in picture.groups} == {
        frozenset({"armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"}),
        frozenset({"azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"}),
    }
    denied = {(edge.tail, edge.head) for edge in picture.edges if edge.denied}
    assert denied == {("azerbaijan", "cst"), ("georgia", "cst"), ("uzbekistan", "cst")}


def test_without_frames_each_membership_is_an_edge() -> None:
    picture = draw(load(), ViewOptions(cluster=False))
    members = [edge for edge in picture.edges if edge.meaning == "is a member of"]
    assert not picture.groups and len(members) == 6 + 5 + 12 + 12
    assert {e.basis for e in members if e.head == "cis"} == {"derived"}


@pytest.mark.parametrize("view", VIEWS)
def test_literals_concepts_facts_and_quotes_are_never_nodes(view: str) -> None:
    graph = load()
    picture = draw(graph, ViewOptions(view=view))
    kinds = {entity.id: entity.kind for entity in graph.names.entities}
    assert {node.id for node in picture.nodes} <= set(kinds)
    assert not {kinds[node.id] for node in picture.nodes} & {"topic", "role", "source"}
    assert all("type" not in edge.label for edge in picture.edges)


def test_tooltips_carry_the_evidence_and_urls_the_iri() -> None:
    picture = draw(load(), ViewOptions(cluster=False))
    edge = next(e for e in picture.edges if (e.tail, e.head) == ("armenia", "cst"))
    assert "“" in edge.tooltip and "paragraph 1" in edge.tooltip
    assert next(n for n in picture.nodes if n.id == "cst").url == "https://w3id.org/blocs/id/cst"


def test_only_focus_and_depth_bound_a_picture() -> None:
    graph = load()
    armenia = graph.names.find("Armenia")
    near = {node.id for node in draw(graph, ViewOptions(focus=armenia)).nodes}
    wider = {node.id for node in draw(graph, ViewOptions(focus=armenia, depth=2)).nodes}
    assert {"armenia", "cst"} <= near < wider
    kinds = {node.kind for node in draw(graph, ViewOptions(view="all", only=("state", "body"))).nodes}
    assert kinds == {"state", "body"}
    inside = draw(graph, ViewOptions(view="memberships", focus=graph.names.find("GUUAM")))
    assert {"guuam", "ukraine"} <= {n.id for n in inside.nodes} and "armenia" not in {n.id for n in inside.nodes}


def test_as_of_picks_the_memberships_of_the_date(tmp_path: Path) -> None:
    path = tmp_path / "spans.ttl"
    path.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> ."
        "@prefix schema: <https://schema.org/> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> ."
        ':m a org:Membership ; org:member :a ; org:organization :x ; schema:endDate "1999"^^xsd:gYear .'
        ':n a org:Membership ; org:member :b ; org:organization :x ; schema:startDate "2000"^^xsd:gYear .'
    )
    graph = load(path)
    members = {date: {n.id for n in draw(graph, ViewOptions(as_of=date)).nodes} for date in ("1995", "2005", "any")}
    assert members == {"1995": {"a", "x"}, "2005": {"b", "x"}, "any": {"a", "b", "x"}}


@pytest.mark.parametrize(
    ("threshold", "measure", "pairs"),
    [(None, "jaccard", 36), (1.0, "jaccard", 25), (0.0, "jaccard", 66), (3, "shared", 25), (1.0, "overlap", 36)],
)
def test_overlap_keeps_pairs_from_the_threshold_on(threshold: float | None, measure: str, pairs: int) -> None:
    picture = draw(load(), ViewOptions(view="overlap", threshold=threshold, measure=measure))
    assert len(picture.edges) == pairs
    assert f"{pairs} of 66" in picture.caption


def test_bodies_that_nearly_all_are_in_are_left_out_where_lines_are_many(tmp_path: Path) -> None:
    ties = [f":s{s} org:memberOf :all, :b{s % 10}, :c{s % 9} ." for s in range(120)]
    (tmp_path / "m.ttl").write_text(
        "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .\n" + "\n".join(ties)
    )
    graph = load(tmp_path / "m.ttl")
    picture = draw(graph, ViewOptions(cluster=False))
    assert picture.caption.startswith("Without the 1 body that more than 60% of all are in: all.")
    assert "all" not in {node.id for node in picture.nodes} and len(picture.edges) == 240
    assert "all" in {node.id for node in draw(graph, ViewOptions(threshold=1)).nodes}
    few = draw(load(), ViewOptions(threshold=0.5, cluster=False))
    assert {edge.head for edge in few.edges if edge.meaning} == {"cst", "guuam"}


def test_disjoint_bodies_have_no_edge() -> None:
    ends = [{e.tail, e.head} for e in draw(load(), ViewOptions(view="overlap", by="body", threshold=0)).edges]
    assert {"cst", "guuam"} not in ends and {"cis", "cis-dmc"} in ends


def test_the_legend_has_only_what_occurs() -> None:
    text = dot_text(Picture([Node("a", "A", "state")], []))
    assert ">state<" in text and ">body<" not in text and ">derived" not in text
    assert "<TABLE" not in dot_text(Picture([Node("a", "A", "state")], [], legend=False))


def test_what_a_statement_does_stands_before_its_words() -> None:
    labels = {node.id: node.label for node in draw(load(), ViewOptions(view="statements")).nodes}
    assert labels["no-russian-combat-against-azerbaijan"].startswith("ruled out: ")
    assert labels["allegation-armenia-aggressor"].startswith("claimed: ")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "urn:x"])
def test_only_web_addresses_are_links(url: str) -> None:
    assert "URL" not in dot_text(Picture([Node("a", "A", url=url)], []))


def test_text_and_lines_stand_out_and_kinds_differ_by_shape() -> None:
    for _, fill, line in SHAPES.values():
        assert contrast(INK, fill) >= 7 and contrast(line, "#FFFFFF") >= 3
    assert contrast(FAINT, "#FFFFFF") >= 4.5 and contrast(DENIED, "#FFFFFF") >= 4.5
    shapes = [shape for kind, (shape, _, _) in SHAPES.items() if kind]
    assert len(shapes) == len(set(shapes))


@pytest.mark.parametrize("vision", VISION)
def test_lines_of_different_bodies_differ_for_everybody(vision: str) -> None:
    for one, other in itertools.combinations((*HUB_COLOURS, DENIED, FAINT), 2):
        assert math.dist(lab(one, vision), lab(other, vision)) > 15, (one, other)
    assert all(contrast(colour, "#FFFFFF") >= 2.95 for colour in HUB_COLOURS)


def seen(text: str) -> str:
    """What is left of a text in a picture: spaces folded, what XML cannot hold replaced."""
    return re.sub(r"\s+", " ", re.sub("[\ufffd\ufeff]", "", text)).strip()


# Compared without what is replaced on purpose: controls, surrogates, marks that reorder text.
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Cf", "Cn", "Zl", "Zp", "Co"))
    | st.sampled_from(list('\\"<>&;{}|[]\n\t%NGLTHEnlr#')),
    max_size=40,
).filter(lambda text: seen(text) != "" and all(c in " \n\t" or not c.isspace() for c in text))


@settings(max_examples=40, deadline=None)
@given(TEXT)
@example("]")
def test_any_label_and_id_comes_through_graphviz_unharmed(text: str) -> None:
    picture = Picture(
        [Node(text, text, "state", tooltip=text), Node("other", "other")],
        [Edge(text, "other", label=text, tooltip=text)],
        [Group("g", (text,), text)],
        title=text,
    )
    dot = dot_text(picture)
    graphviz(dot, "canon")
    nodes = [item for item in json.loads(graphviz(dot, "json"))["objects"] if "nodes" not in item]
    assert len(nodes) == 2
    drawn = re.sub(r"<title>.*?</title>", "", graphviz(dot, "svg"), flags=re.DOTALL)
    texts = re.findall(r"<text[^>]*>(.*?)</text>", drawn, flags=re.DOTALL)
    words = "".join("".join(html.unescape(t).split()) for t in texts)
    expected = "".join(wrapped(text).split())
    assert expected in words


@pytest.mark.parametrize("bad", ["\x00", "\x1b[31m", "\ud800", "\u202e", "\ufffe", "\x85"])
def test_characters_that_no_svg_can_hold_are_replaced(bad: str) -> None:
    dot = dot_text(Picture([Node("a" + bad, "b" + bad, tooltip=bad)], [], title=bad))
    assert bad not in dot
    ElementTree.fromstring(graphviz(dot, "svg"))


def test_long_text_is_cut() -> None:
    dot = dot_text(Picture([Node("a", "word " * 9000, tooltip="word " * 9000)], []))
    assert len(dot) < 6000
    graphviz(dot, "canon")


def test_the_text_is_the_same_each_time() -> None:
    assert dot_text(draw(load())) == dot_text(draw(load()))
    assert unicodedata.is_normalized("NFC", dot_text(draw(load())))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--layout", "foo"), "unknown layout 'foo'"),
        (("--view", "foo"), "unknown view 'foo'"),
        (("--only", "foo"), "unknown kind 'foo'"),
        (("--focus", "Armnia"), "did you mean Armenia"),
        (("--format", "foo"), "unknown format 'foo' here"),
        (("--as-of", "foo"), "'foo' is not a date"),
        (("-o", "picture.foo"), "no format ends in '.foo'"),
    ],
)
def test_what_is_asked_wrongly(blocs: Callable[..., object], arguments: tuple[str, ...], words: str) -> None:
    result = blocs("export", *arguments)
    assert (result.code, result.out) == (2, "")  # type: ignore[attr-defined]
    assert words in result.err and result.err.count("\n") == 1  # type: ignore[attr-defined]
