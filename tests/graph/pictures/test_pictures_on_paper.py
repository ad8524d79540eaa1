"""What holds of every picture: words that can be read on A4, colours that stand out, lines that end at boxes."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from blocs.graph.analysis.network import network
from blocs.graph.knowledge import KnowledgeGraph, load
from blocs.graph.pictures.network_picture import network_picture
from blocs.graph.pictures.options import VIEWS, ViewOptions
from blocs.graph.pictures.paper import SIZES, STYLES, sheet
from blocs.graph.pictures.picture import Picture
from blocs.graph.pictures.rendering import programs
from blocs.graph.pictures.typesetting import typeset
from blocs.graph.pictures.views import draw
from drawn import Drawn, crossed_boxes, missed_ends
from needs import missing
from pictures import contrast


@pytest.fixture(params=["system", "port"])
def route(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Each way to a picture: with Graphviz on PATH, and with nothing there."""
    if request.param == "system" and not shutil.which("dot"):
        missing("needs Graphviz's dot")
    if request.param == "port":
        monkeypatch.setenv("PATH", str(tmp_path))
        if not programs():
            missing("needs graphviz-pure")
    return str(request.param)


def svg(picture: Picture) -> Drawn:
    if not programs():
        missing("needs a program that draws DOT")
    return Drawn(typeset(picture, "svg").content)


@cache
def articles(style: str = "screen") -> dict[str, Picture]:
    """Every picture of the article that the commands draw by default."""
    graph = load()
    pictures = {view: draw(graph, ViewOptions(view=view, style=style)) for view in VIEWS}
    pictures["body"] = draw(graph, ViewOptions(view="overlap", by="body", style=style))
    pictures["usual"] = draw(graph, ViewOptions(style=style))
    for name in ("Armenia", "CST", "Sergei Ivanov"):
        pictures[name] = draw(graph, ViewOptions(focus=graph.names.find(name), style=style))
    pictures["bodies' network"] = network_picture(network(graph, "body"), style=style)
    return pictures


NAMES = list(articles())
LAYERED = {name for name, picture in articles().items() if picture.layout == "dot"}


@pytest.mark.parametrize("name", NAMES)
def test_words_can_be_read_on_a4_and_lines_end_at_boxes(name: str, route: str) -> None:
    drawn = svg(articles()[name])
    assert drawn.outside() == []
    least, word = drawn.least_on_a4()
    assert least >= 5.95, word
    assert missed_ends(drawn) == []
    # In layers Graphviz leads the lines, and hardly ever cuts a corner.
    assert len(crossed_boxes(drawn)) <= (len(drawn.lines()) // 40 if name in LAYERED else 0)


@pytest.mark.parametrize("style", STYLES)
def test_every_line_and_word_stands_out(style: str) -> None:
    for name, picture in articles(style).items():
        drawn = svg(picture)
        assert drawn.faint() == set(), name
        if style == "print":
            colours = {colour for _, one, ground, _ in drawn.colours() for colour in (one, ground)}
            assert all(c[1:3] == c[3:5] == c[5:7] for c in colours), name


@pytest.mark.parametrize("size", [size for size in SIZES if size != "auto"])
def test_a_size_is_that_of_the_page(size: str, route: str) -> None:
    drawn = svg(draw(load(), ViewOptions(view="memberships", size=size)))
    page = sheet(size)
    sides = {round(side) for side in page.points}
    if page.grows:
        assert round(drawn.width) in sides and drawn.height <= page.points[1]
    else:
        assert {round(drawn.width), round(drawn.height)} == sides
    assert min(points for _, points, _ in drawn.words()) >= 5.95
    assert drawn.outside() == []


def test_a_column_shows_what_can_be_read_in_it_and_says_what_it_leaves_out(route: str) -> None:
    picture = draw(load(), ViewOptions(size="column"))
    made = typeset(picture, "svg")
    assert min(points for _, points, _ in Drawn(made.content).words()) >= 5.95
    assert {node.kind for node in picture.nodes} == {"state", "body"} and "left out" in picture.caption
    assert len(made.notes) == 1 and "--view overview" in made.notes[0] and "--" not in picture.caption


@pytest.mark.parametrize("by", ["state", "body"])
def test_a_column_has_the_part_of_a_great_network_that_can_be_read_in_it(cow_store: Path, by: str) -> None:
    found = network(load(store=cow_store), by)
    picture = network_picture(found, size="column")
    made = typeset(picture, "svg")
    assert min(points for _, points, _ in Drawn(made.content).words()) >= 5.95
    assert f"{len(picture.nodes)} of {len(found.actors)} " in picture.caption and len(made.notes) == 1
    shown = {node.id for node in picture.nodes}
    for group in (group for group in found.communities if len(group) > 1):
        share = len(shown & set(group)) / len(shown)
        assert abs(share - len(group) / len(found.actors)) < 0.05


@pytest.mark.parametrize("view", ["memberships", "all", "network"])
def test_no_picture_of_a_great_graph_has_words_of_the_command_line_in_it(cow_part: Path, view: str) -> None:
    graph = load(store=cow_part)
    for size in ("auto", "column"):
        picture = draw(graph, ViewOptions(view=view, size=size))
        assert "--" not in " ".join((picture.title, picture.caption, *picture.notes))
    assert view == "network" or any("--threshold 1" in word for word in picture.beside)


@pytest.mark.parametrize("form", ["png", "pdf"])
def test_a_page_is_drawn_in_every_form(form: str, route: str) -> None:
    content = typeset(draw(load(), ViewOptions(view="memberships", size="a4", style="print")), form).content
    assert content.startswith({"png": b"\x89PNG", "pdf": b"%PDF"}[form])
    if form == "pdf":
        box = re.search(rb"MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", content)
        assert box is not None
        assert sorted(round(float(side)) for side in box.groups()) == [595, 842]


def test_the_legend_shows_each_shape_and_end_that_occurs() -> None:
    """A sample has the shape of what it stands for: as many corners, and the same end of its line."""
    picture = draw(load(), ViewOptions(view="events"))
    root = ElementTree.fromstring(typeset(picture, "svg").content)
    text = [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]
    for kind in {node.kind for node in picture.nodes}:
        assert kind in text
    corners: dict[str, set[int]] = {}
    kinds = {node.id: node.kind for node in picture.nodes}
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        if group.get("class") != "node":
            continue
        label = group.findtext("{http://www.w3.org/2000/svg}text") or ""
        title = group.findtext("{http://www.w3.org/2000/svg}title") or ""
        kind = kinds.get(title) or label
        outline = next(iter(group.iter("{http://www.w3.org/2000/svg}polygon")), None)
        corners.setdefault(kind, set()).add(len((outline.get("points") or "").split()) if outline is not None else 0)
    for kind in ("state", "body", "event", "conflict"):
        assert len(corners[kind]) == 1, kind


def test_what_is_long_is_listed_in_columns_and_what_is_too_long_counted(tmp_path: Path) -> None:
    path = tmp_path / "many.csv"
    path.write_text("member,organization\n" + "".join(f"Farland,Body {n}\n" for n in range(210)))
    graph = load(path)
    picture = draw(graph, ViewOptions(focus=graph.names.find("Farland"), as_of="any"))
    (group,) = picture.groups
    assert group.listed and len(group.nodes) + group.more == 210
    (edge,) = picture.edges
    assert (edge.tail, edge.head) == ("farland", group.id)
    drawn = svg(picture)
    assert drawn.least_on_a4()[0] >= 5.95
    assert f"and {group.more} more" in {said for said, _, _ in drawn.words()}


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "dense.csv"
    rows = [f"A land of a long name {m},Body {b}\n" for m in range(44) for b in range(30) if (m * 7 + b * 3) % 5 < 2]
    path.write_text("member,organization\n" + "".join(rows))
    picture = draw(load(path), ViewOptions(view="memberships", threshold=1, size="column", as_of="any"))
    made = typeset(picture, "svg")
    small = min(points for _, points, _ in Drawn(made.content).words())
    assert small < 6 and any("the smallest words" in note for note in made.notes)


def test_a_state_of_a_graph_draws_what_it_has(article: KnowledgeGraph, tmp_path: Path) -> None:
    usual = draw(article)
    assert {"event", "person", "state", "body"} <= {node.kind for node in usual.nodes}
    few = tmp_path / "few.csv"
    few.write_text("member,organization\nA,X\nB,X\n")
    assert {edge.meaning for edge in draw(load(few)).edges} == {"is a member of"}
    many = tmp_path / "many.csv"
    rows = [f"S{m},B{b}\n" for m in range(40) for b in range(40) if (m // 20 == b // 20) or (m + b) % 9 == 0]
    many.write_text("member,organization\n" + "".join(rows))
    assert {node.kind for node in draw(load(many), ViewOptions(as_of="any")).nodes} <= set(draw(load(many)).kinds)
    assert contrast("#000000", "#FFFFFF") > 20


def test_memberships_without_dates_and_drafts_are_told_in_the_picture(article: KnowledgeGraph) -> None:
    picture = draw(article, ViewOptions(view="memberships", as_of="1999"))
    assert any("no dates were read are counted" in note for note in picture.notes)
    said = " ".join(word for word, _, _ in svg(picture).words())
    assert "no dates were read are counted" in " ".join(said.split())
    assert not draw(article, ViewOptions(view="memberships")).notes


@pytest.mark.parametrize(
    ("threshold", "measure", "said"), [(3, "shared", "3 bodies shared"), (0.25, "jaccard", "0.25")]
)
def test_thresholds_are_written_as_people_write_numbers(threshold: float, measure: str, said: str) -> None:
    caption = draw(load(), ViewOptions(view="overlap", threshold=threshold, measure=measure)).caption
    assert f"pairs with at least {said}" in caption
    usual = draw(load(), ViewOptions(view="overlap", by="body")).caption
    assert "pairs with at least 0.4:" in usual  # the values are 5/12, 1/2 and 1; the next one is 0


@pytest.fixture
def article() -> KnowledgeGraph:
    return load()
