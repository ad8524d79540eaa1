"""In a notebook: graphs, members and overlaps show themselves, and become data frames."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import blocs as package
import pytest
from blocs import KnowledgeGraph, OperationFailed
from blocs.graph.pictures.rendering import programs
from needs import library, missing

NASTY = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:a skos:prefLabel "<script>alert(1)</script>" ; org:memberOf :x, :y . :b skos:prefLabel "B" ; org:memberOf :x .
:x skos:prefLabel "<img src=x onerror=alert(1)>" .
"""


@pytest.fixture(scope="module")
def article() -> KnowledgeGraph:
    return package.load()


@pytest.fixture
def nasty(tmp_path: Path) -> KnowledgeGraph:
    (tmp_path / "nasty.ttl").write_text(NASTY)
    return package.load(tmp_path / "nasty.ttl")


def cells(html: str) -> list[list[str]]:
    """The texts of a table's rows; the table must be well-formed."""
    table = ElementTree.fromstring(html[html.index("<table") : html.index("</table>") + 8])
    return [["".join(cell.itertext()) for cell in row] for row in table.iter("tr")]


def test_a_graph_shows_its_picture_and_what_is_in_it(article: KnowledgeGraph) -> None:
    html = article._repr_html_()
    assert re.search(r"as of 2001-05: 12 states, \d+ bodies", html)
    if not programs():
        missing("needs a program that draws DOT")
    assert html.count("<svg") == 1 and "<?xml" not in html
    svg = article._repr_svg_()
    assert svg is not None and "Kyrgyzstan" in svg
    ElementTree.fromstring(svg)


def test_a_big_graph_shows_numbers_only(tmp_path: Path) -> None:
    text = "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .\n"
    (tmp_path / "big.ttl").write_text(text + "\n".join(f":s{n} org:memberOf :b{n % 9} ." for n in range(200)))
    graph = package.load(tmp_path / "big.ttl")
    assert graph._repr_svg_() is None and "9 bodies" in graph._repr_html_() and "<svg" not in graph._repr_html_()


def test_a_great_graph_shows_what_stands_out_in_it(tmp_path: Path) -> None:
    ends = {n: "2000" if n % 3 else "" for n in range(260)}
    rows = [f"State {n},League {b},full,{1950 + n % 40},{ends[n]}" for n in ends for b in range(n % 5)]
    (tmp_path / "great.csv").write_text("\n".join(["member,organization,role,start,end", *rows]))
    html = package.load(tmp_path / "great.csv")._repr_html_()
    # Of those that have no end, every third is a multiple of 3; League 0 has all but the multiples of 5.
    there = [n for n in range(0, 260, 3) if n % 5]
    assert f"Most members: League 0 ({len(there)})" in html and "In the most bodies: State " in html
    assert "Cite: " in html
    assert html.count("<svg") == 1 and "Memberships, bodies and states by year" in html


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("who is in both CST and CIS DMC?", ["Armenia", "Tajikistan", "[1]", "CST member states include"]),
        ("how many states are in GUUAM?", ["<b>5", "<li>"]),
        ("is Georgia in the CST?", ["no: the source denies it", "which is not represented in the CST"]),
        ("when was the CST signed?", ["<b>15 May 1992</b>"]),
        ("how is Armenia connected to GUUAM?", ["is a member of", "Evidence", "<li>"]),
    ],
)
def test_an_answer_shows_itself_with_its_sentences(article: KnowledgeGraph, question: str, said: list[str]) -> None:
    html = article.ask(question)._repr_html_()
    ElementTree.fromstring(html)
    assert "Understood: " in html and question in html
    assert not [words for words in said if words not in html]


def test_answers_are_never_markup(nasty: KnowledgeGraph) -> None:
    html = nasty.ask("who is in x?")._repr_html_()
    assert "&lt;script&gt;" in html and "<script" not in html


def test_members_are_a_table_with_their_sentences(article: KnowledgeGraph) -> None:
    members = article.members("CST and CIS DMC")
    head, *rows = cells(members._repr_html_())
    assert head == ["id", "label", "basis", "evidence"]
    assert [row[0] for row in rows] == [member.id for member in members]
    assert "CST member states include Armenia" in rows[0][3]
    assert members == list(members), "it is a list as before"


def test_an_overlap_is_a_shaded_matrix(article: KnowledgeGraph) -> None:
    found = article.overlap(by="body")
    head, *rows = cells(found._repr_html_())
    assert sorted(head[1:]) == ["CIS", "CIS DMC", "CST", "GUUAM"]
    value = {(row[0], name): text for row in rows for name, text in zip(head[1:], row[1:], strict=True)}
    assert value["CST", "CIS"] == value["CIS", "CST"] == "0.50"
    assert (value["CST", "CST"], value["CST", "GUUAM"], value["CIS", "CIS DMC"]) == ("", "0", "1.00")
    assert "background: #0B4A75" in found._repr_html_()


def test_data_is_never_markup(nasty: KnowledgeGraph) -> None:
    for html in (nasty._repr_html_(), nasty.members("x")._repr_html_(), nasty.overlap(by="body")._repr_html_()):
        assert "<script" not in html and "<img" not in html


def test_data_frames(article: KnowledgeGraph) -> None:
    pandas = library("pandas")
    frame = article.to_pandas()
    assert list(frame.columns) == ["member", "body", "role", "start", "end", "basis", "quote", "source"]
    assert len(frame) == 6 + 5 + 12 + 12 and set(frame.query("body == 'guuam'").basis) == {"stated"}
    assert frame[frame.member == "armenia"].quote.str.contains("CST member states").any()
    members = article.members("GUUAM").to_pandas()
    assert list(members.id) == ["azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"]
    pairs = article.overlap().to_pandas()
    assert len(pairs) == 66 and isinstance(pairs, pandas.DataFrame)
    assert pairs.set_index(["a", "b"]).loc[("armenia", "belarus"), "jaccard"] == 1.0


def test_without_pandas_it_says_what_to_install(article: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(OperationFailed, match="pip install pandas"):
        article.to_pandas()


@pytest.mark.parametrize(
    ("command", "name", "arguments"),
    [
        (["overlap"], "overlap", {}),
        (["overlap", "--by", "body", "--style", "print"], "overlap", {"by": "body", "style": "print"}),
        (["overlap", "--measure", "kappa"], "overlap", {"measure": "kappa"}),
        (["upset", "--size", "column"], "upset", {"size": "column"}),
        (["upset", "Armenia", "Georgia", "Russia"], "upset", {"among": ["Armenia", "Georgia", "Russia"]}),
        (["timeline", "CST", "GUUAM"], "timeline", {"among": ["CST", "GUUAM"]}),
        (["trend", "CST", "GUUAM"], "trend", {"among": ["CST", "GUUAM"]}),
        (["show", "GUUAM", "-v"], "show", {"name": "GUUAM"}),
        (["path", "Ivanov", "Abkhazia"], "path", {"a": "Ivanov", "b": "Abkhazia"}),
    ],
)
def test_python_draws_the_figures_that_the_commands_draw(
    article: KnowledgeGraph, blocs: Any, tmp_path: Path, command: list[str], name: str, arguments: dict[str, Any]
) -> None:
    assert blocs(*command, "-o", tmp_path / "figure.svg").code == 0
    figure = getattr(article.figures, name)(**arguments)
    assert figure.svg == (tmp_path / "figure.svg").read_text(encoding="utf-8") == figure._repr_svg_()
    assert figure._repr_html_().startswith("<div><svg")
    ElementTree.fromstring(figure._repr_html_())


def test_figures_are_saved_by_their_ending(article: KnowledgeGraph, tmp_path: Path) -> None:
    figure = article.figures.trend(["CST"])
    figure.save(tmp_path / "trend.svg")
    assert (tmp_path / "trend.svg").read_text(encoding="utf-8") == figure.svg
    with pytest.raises(package.InvalidRequest, match=r"use one of: \.svg \.png \.pdf"):
        figure.save(tmp_path / "trend.jpg")
    if not programs():
        missing("needs a program that draws DOT")
    for ending, begins in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        figure.save(tmp_path / f"trend.{ending}")
        assert (tmp_path / f"trend.{ending}").read_bytes().startswith(begins)
    assert article.figures.view().svg.count("<svg") == 1


def test_figures_say_what_the_data_do_not_cover(article: KnowledgeGraph) -> None:
    assert "1950" in article.figures.overlap(as_of="1950", by="body").svg
    with pytest.raises(package.InvalidRequest, match="three"):
        article.figures.overlap(among=["Armenia", "Georgia"])
