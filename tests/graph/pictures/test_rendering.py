"""Pictures by the system's Graphviz and, without one, by the port that comes with blocs."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from blocs.graph.errors import InvalidRequest, OperationFailed
from blocs.graph.knowledge import load
from blocs.graph.pictures.dot import LAYOUTS, dot_text
from blocs.graph.pictures.options import ViewOptions
from blocs.graph.pictures.rendering import programs, render
from blocs.graph.pictures.views import draw
from needs import missing

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(params=["system", "port"])
def route(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> str:
    """Each way to a picture: with Graphviz on PATH, and with nothing there."""
    if request.param == "system" and not shutil.which("dot"):
        missing("needs Graphviz's dot")
    if request.param == "port":
        monkeypatch.setenv("PATH", str(tmp_path))
        if not programs():
            missing("needs graphviz-pure")
        assert [Path(program).stem for program in programs()] == ["graphviz-pure"]
    return str(request.param)


def test_svg_has_the_words_of_the_graph(route: str) -> None:
    tree = ElementTree.fromstring(render(dot_text(draw(load(), ViewOptions(view="memberships"))), "svg"))
    texts = {element.text for element in tree.iter(f"{SVG}text")}
    assert {"Armenia", "CST", "Who is in which body, as of 2001-05"} <= texts
    families = {element.get("font-family") for element in tree.iter(f"{SVG}text")}
    assert families == {"Arial,Helvetica,Liberation Sans,sans-serif"}


def test_png(route: str) -> None:
    assert render(dot_text(draw(load())), "png").startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout(route: str, layout: str) -> None:
    ElementTree.fromstring(render(dot_text(draw(load(), ViewOptions(layout=layout))), "svg"))


def test_pdf(route: str) -> None:
    assert render(dot_text(draw(load())), "pdf").startswith(b"%PDF")


def test_pdf_without_anything_that_writes_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "svglib.svglib", None)
    if not programs():
        missing("needs graphviz-pure")
    with pytest.raises(OperationFailed, match="pip install svglib; or use --format svg"):
        render("digraph { a -> b }", "pdf")


def test_nothing_that_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blocs.graph.pictures.rendering.programs", list)
    with pytest.raises(OperationFailed, match="pip install graphviz-pure"):
        render("digraph {}", "svg")


def test_a_drawing_that_takes_too_long_says_what_to_do() -> None:
    if not programs():
        missing("needs a program that draws DOT")
    edges = "".join(f"{a} -> {b};" for a in range(300) for b in range(0, a, 3))
    with pytest.raises(OperationFailed, match="--threshold"):
        render(f"digraph {{ {edges} }}", "svg", timeout=0.2)


def test_wrong_format_and_wrong_dot() -> None:
    with pytest.raises(InvalidRequest, match="unknown picture format"):
        render("digraph {}", "bmp")
    if programs():
        with pytest.raises(OperationFailed, match="could not draw"):
            render("digraph {", "svg")


def test_a_year_of_many_states_and_bodies_is_drawn(tmp_path: Path, blocs: Callable[..., object]) -> None:
    """190 states in 200 bodies, as in a year of the Correlates of War tables."""
    path = tmp_path / "year.ttl"
    # State s sits in body b by region and size, so that the overlap has structure to show.
    member = [
        (s, b) for s in range(190) for b in range(200) if b % 19 == s % 19 or (s * 7 + b * 13) % (3 + b % 40) == 0
    ]
    lines = [f":s{s} <http://www.w3.org/ns/org#memberOf> :b{b} ." for s, b in member]
    named = dict.fromkeys([f"s{s}" for s, _ in member] + [f"b{b}" for _, b in member])
    lines += [f':{each} <http://www.w3.org/2004/02/skos/core#prefLabel> "{each}" .' for each in named]
    path.write_text("@prefix : <https://w3id.org/blocs/id/> .\n" + "\n".join(lines))
    graph = load(path)
    overlap = draw(graph, ViewOptions(view="overlap"))
    assert overlap.layout == "sfdp" and 0 < len(overlap.edges) <= 4 * 190
    tied = {end for edge in overlap.edges for end in (edge.tail, edge.head)}
    assert tied == {node.id for node in overlap.nodes}, "nobody floats about alone"
    more = "Not all bodies are drawn; --view memberships --threshold 1 draws them.\n"
    for view, beside in (("memberships", more), ("overlap", "")):
        picture = tmp_path / f"{view}.svg"
        result = blocs("export", "--data", path, "--view", view, "-o", picture)
        assert (result.code, result.err) == (0, beside)  # type: ignore[attr-defined]
        ElementTree.parse(picture)


def test_export_writes_by_the_ending(tmp_path: Path, blocs: Callable[..., object]) -> None:
    for name, start in (("a.svg", b"<?xml"), ("a.png", b"\x89PNG"), ("a.dot", b"digraph"), ("a.gv", b"digraph")):
        assert blocs("export", "-o", tmp_path / name).code == 0  # type: ignore[attr-defined]
        assert (tmp_path / name).read_bytes().startswith(start)
    assert blocs("export").out.startswith("digraph")  # type: ignore[attr-defined]


def test_a_file_that_cannot_be_written(tmp_path: Path, blocs: Callable[..., object]) -> None:
    result = blocs("export", "-o", tmp_path / "no" / "a.svg")
    assert result.code == 1 and "cannot be written" in result.err  # type: ignore[attr-defined]
