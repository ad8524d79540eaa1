"""What people look at on a terminal: shaded matrix, UpSet plot, bars, card, chain; each also as a picture (svg)."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from terminals import on_terminal

Run = Callable[..., Any]

VIEWS = {
    "matrix": ["overlap"],
    "matrix of bodies": ["overlap", "--by", "body", "--measure", "kappa"],
    "upset": ["upset"],
    "upset of states": ["upset", "Armenia", "Georgia", "Turkmenistan"],
    "pairs": ["overlap", "--pairs"],
    "pair": ["overlap", "CST", "GUUAM"],
    "bars": ["timeline"],
    "card": ["show", "Armenia", "-v"],
    "chain": ["path", "Armenia", "GUUAM"],
}

MANY = "\n".join(f":s{s} org:memberOf :b{s % 7}, :b{s % 11}, :b{s % 13} ." for s in range(60))
MANY = f"@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .\n{MANY}"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    (tmp_path / "many.ttl").write_text(MANY)
    return tmp_path / "many.ttl"


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("columns", [60, 80, 160])
def test_every_view_is_folded_to_the_width(
    blocs: Run, monkeypatch: pytest.MonkeyPatch, name: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = blocs(*VIEWS[name], "--format", "table")
    assert shown.code == 0
    assert max(len(line.rstrip()) for line in shown.out.splitlines()) <= columns


def test_the_matrix_has_each_number_twice_and_blocks_of_like_ones(blocs: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    title, heads, *lines = blocs("overlap", "--format", "table").out.splitlines()
    assert title == "States by the bodies in common: Jaccard index, as of 2001-05"
    codes = heads.split()
    rows = [line.split() for line in lines[:12]]
    assert [row[1] for row in rows] == codes
    cells = [[cell.rstrip("·░▒▓█") for cell in row[2:]] for row in rows]
    assert all(cells[a][a] == "–" for a in range(12))
    assert all(cells[a][b] == cells[b][a] for a in range(12) for b in range(12))
    assert cells[0][1:6] == ["1.0"] * 5 and set(codes[:6]) == {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}
    assert cells[0][codes.index("TKM")] == ".67" and cells[0][codes.index("GEO")] == ".50"
    # Without colour signs shade: the most and the least that occur.
    assert "1.0█" in lines[0] and ".50·" in lines[0] and "(· to █)" in " ".join(lines)


def test_the_matrix_keeps_what_a_threshold_leaves_and_folds(blocs: Run, many: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = blocs("overlap", "--data", many, "--format", "table").out
    assert "The 20 in the most bodies of 60 states" in shown
    heads = [line.split() for line in shown.splitlines() if line.startswith("     ")]
    assert [len(codes) for codes in heads] == [10, 10] and len({*heads[0], *heads[1]}) == 20
    monkeypatch.setenv("COLUMNS", "100")
    thinned = blocs("overlap", "-m", "shared", "--min-shared", "3", "--format", "table").out.splitlines()
    armenia = next(line for line in thinned if "Armenia ARM" in line)
    assert armenia.split()[2:] == ["–", *["3▒"] * 5], "what shares less has no number"


def test_a_list_where_it_says_more_than_a_matrix(blocs: Run) -> None:
    for more in (["--pairs"], ["-v"], ["Armenia"], ["-m", "kappa", "-m", "pi"]):
        shown = blocs("overlap", *more, "--format", "table").out
        assert "Jaccard index" not in shown and "Belarus" in shown


def test_the_upset_plot_has_every_intersection_once(blocs: Run, monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    lines = blocs("upset", "--format", "table").out.splitlines()
    assert lines[1].split() == ["CIS", "CIS", "DMC", "CST", "GUUAM"] and lines[2].split() == ["12", "12", "6", "5"]
    plots = [line for line in lines if "●" in line]
    assert [int(line.split()[0]) for line in plots] == [6, 5, 1]
    assert [re.sub("[^●·]", "", line) for line in plots] == ["●●●·", "●●●", "●●··"]
    columns = [lines[1].index("CIS") + 1, lines[1].index("CIS DMC") + 3, lines[1].index("CST") + 1]
    assert all(lines[3][column] == "●" for column in columns)
    rows = blocs("upset", "--format", "csv").out.splitlines()
    assert rows[1] == "cis cis-dmc cst,6,armenia belarus kazakhstan kyrgyzstan russia tajikistan"
    named = blocs("upset", "CST", "GUUAM", "--format", "csv").out.splitlines()
    assert [row.split(",")[:2] for row in named[1:]] == [["cst", "6"], ["guuam", "5"]]


def test_an_upset_plot_of_many_bodies_names_them_by_letters(blocs: Run, many: Path, monkeypatch: Any) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = blocs("upset", "--data", many, "--format", "table").out
    counts = [int(line.split()[0]) for line in shown.splitlines() if "●" in line]
    assert counts == sorted(counts, reverse=True)
    assert "A: b0" in shown and "name the ones to compare" in shown


@pytest.mark.parametrize("which", ["article", "many"])
def test_an_upset_plot_tells_the_same_at_every_width(blocs: Run, many: Path, monkeypatch: Any, which: str) -> None:
    told = set()
    for columns in (40, 60, 80, 100, 160, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        shown = blocs("upset", *(["--data", many] if which == "many" else []), "--format", "table").out
        assert max(len(line.rstrip()) for line in shown.splitlines()) <= columns
        body = re.split(r"\bA: |The \d+ largest", shown)[0]
        plots = [(line.split()[0], re.sub("[^●·]", "", line)) for line in body.splitlines() if re.search("[●·]", line)]
        # All that is said of who, whatever the fold; a name is never cut.
        who = sorted(re.findall(r"\bs\d+\b|[A-Z][a-z]+stan|and \d+ more", re.sub(r"\s+", " ", body)))
        told.add((tuple(plots), tuple(who)))
    assert len(told) == 1


def test_a_card_is_a_tree_of_relations(blocs: Run) -> None:
    shown = blocs("show", "Georgia", "--format", "table").out
    assert re.search("[├└]── is not a member of", shown)
    branch = shown.split("is a member of\n", 1)[1]
    assert re.match(r"│   ├── .*derived\n", branch)
    assert shown.count("Georgia\n├──") == 1 and "[1]" not in shown
    assert "[1] “" in blocs("show", "Georgia", "-v", "--format", "table").out


def test_a_chain_has_the_evidence_of_each_step(blocs: Run) -> None:
    shown = blocs("path", "Armenia", "GUUAM", "--limit", "1", "--format", "table").out
    steps = re.findall(r"[├└]→ (.*?) +(stated|derived) ((?:\[\d\] ?)+)", shown)
    assert [step[0] for step in steps] == ["is a member of CIS", "has the member Azerbaijan", "is a member of GUUAM"]
    for number in {n for step in steps for n in re.findall(r"\d", step[2])}:
        assert f"[{number}] “" in shown


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_is_a_picture_too(blocs: Run, tmp_path: Path, name: str) -> None:
    picture = tmp_path / "view.svg"
    done = blocs(*VIEWS[name], "-o", picture)
    assert (done.code, done.out, done.err) == (0, "", "")
    tree = ElementTree.parse(picture).getroot()
    text = "".join(tree.itertext())
    assert tree.tag == "{http://www.w3.org/2000/svg}svg" and tree.find("{*}title").text  # type: ignore[union-attr]
    said = {"matrix": "Uzbekistan", "card": "Collective Security Treaty", "chain": "has the member", "bars": "1992"}
    assert said.get(name, "2001-05") in text
    raw = picture.read_text(encoding="utf-8")
    assert "@font-face" not in raw and "url(" not in raw and raw.count("http") == 1, "it asks the network for nothing"
    picture.unlink()
    blocs(*VIEWS[name], "-o", picture)
    assert picture.read_text(encoding="utf-8") == raw


NASTY = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:a skos:prefLabel "</text><script>alert(1)</script> &amp; \\u001b[31m {x} @ \\u0007 \\uFFFE" ; org:memberOf :x, :y .
:b skos:prefLabel "[bold]B[/bold]" ; org:memberOf :x . :c org:memberOf :x, :y . :x skos:prefLabel "X&<" .
"""


@pytest.mark.parametrize("command", [["overlap"], ["upset"], ["timeline", "x"], ["show", "a"], ["path", "a", "x"]])
def test_data_is_text_in_every_picture(blocs: Run, tmp_path: Path, command: list[str]) -> None:
    (tmp_path / "nasty.ttl").write_text(NASTY, encoding="utf-8")
    done = blocs(*command, "--data", tmp_path / "nasty.ttl", "--format", "svg")
    assert done.code == 0, done.err
    tree = ElementTree.fromstring(done.out)
    shapes = {"rect", "circle", "polyline", "polygon"}
    assert {element.tag.rpartition("}")[2] for element in tree.iter()} <= {"svg", "title", "desc", "text", *shapes}
    assert "\x1b" not in done.out and "\x07" not in done.out
    words = "".join(tree.itertext())
    assert {"overlap": "[bold]B[/bold]", "timeline": "X&<"}.get(command[0], "</text><script>") in words


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("variables", "shaded"), [({"TERM": "xterm-256color"}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_shades_where_there_is_colour(variables: dict[str, str], shaded: bool) -> None:
    environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLORTERM", "TERM", "FORCE_COLOR")}
    environment |= {"COLUMNS": "100", "TERM": "xterm-256color", **variables}
    code, text = on_terminal(["overlap"], environment)
    assert code == 0
    assert ("\x1b[38;5;" in text and "48;5;" in text) == shaded
    assert ("1.0█" in text) != shaded and "1.0" in text
