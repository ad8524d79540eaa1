"""What holds of every figure: it can be read in print, nothing lies on anything else, and it says what it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from blocs.graph.pictures import rendering
from blocs.graph.pictures.figures.letters import text_width
from blocs.graph.pictures.paper import sheet
from needs import library, missing
from pictures import contrast

Run = Callable[..., object]

OF_THE_ARTICLE = (
    "timeline", "timeline Armenia", "timeline CST GUUAM", "overlap", "overlap --by body", "overlap Armenia Georgia",
    "overlap Armenia -v", "overlap --measure kappa", "upset", "upset Armenia Georgia Russia", "upset GUUAM",
    "show GUUAM -v", "show Georgia", "show Ivanov", "path Ivanov Abkhazia", "who CIS -v", "list", "trend",
    "trend CST GUUAM", "search security",
)  # fmt: skip
OF_COW = (
    "timeline NATO", "timeline France", "timeline UN", "timeline UKG USA", "timeline", "overlap --as-of 1950",
    "overlap --by body", "overlap --as-of 1950 --measure kappa", "overlap France", "upset",
    "upset NATO EU OECD OSCE COE OPEC", "show France", "show NATO", "trend", "trend NATO UN EU WTO", "trend NATO",
    "trend France USA NATO", "trend --during 1990:1995", "timeline NATO --during 1850:1860",
)  # fmt: skip

OF_SHEETS = (
    "timeline NATO", "timeline France", "overlap --as-of 1950", "overlap --by body", "upset NATO EU OECD OSCE COE OPEC",
    "show France", "trend", "trend NATO UN EU",
)  # fmt: skip


@pytest.mark.parametrize("command", OF_THE_ARTICLE)
def test_figures_of_the_article(blocs: Run, tmp_path: Path, command: str) -> None:
    _check(blocs, command.split(), tmp_path / "figure.svg", "Military integration in the CIS")


@pytest.mark.parametrize("command", OF_COW)
def test_figures_of_a_great_graph(blocs: Run, tmp_path: Path, cow_store: Path, command: str) -> None:
    _check(blocs, [*command.split(), "--store", str(cow_store)], tmp_path / "figure.svg", "Correlates of War")


LONG = "The League of Very Long and Quite Unbreakable-but-for-hyphens Names of Organizations"
ODD = f"""member,organization,role,start,end
A\\B <c> & "d",{LONG},full,1990,
Россия и её соседи по Содружеству,{LONG},observer,,1995
Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww,Other,associate,1991,1991
中华人民共和国,Other,full,1991-05,1992-07-03
"""


@pytest.mark.parametrize(
    "command",
    ["timeline", "timeline Other", "overlap --as-of any", "upset --as-of any", "show Other", "trend --role any"],
)
def test_figures_of_odd_names(blocs: Run, tmp_path: Path, command: str) -> None:
    table = tmp_path / "odd.csv"
    table.write_text(ODD, encoding="utf-8")
    _check(blocs, [*command.split(), "--data", str(table)], tmp_path / "figure.svg", "odd")


@pytest.mark.parametrize(
    "command", ["timeline x", "upset", "overlap", "overlap --by body", "show x", "trend", "trend x"]
)
def test_figures_of_next_to_nothing(blocs: Run, tmp_path: Path, command: str) -> None:
    data = tmp_path / "one.ttl"
    data.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> . :a org:memberOf :x ."
        '@prefix skos: <http://www.w3.org/2004/02/skos/core#> . :a skos:prefLabel "a" . :x skos:prefLabel "x" .'
    )
    _check(blocs, [*command.split(), "--data", str(data)], tmp_path / "figure.svg", "one")


@dataclass(frozen=True)
class _Words:
    left: float
    right: float
    y: float
    size: float
    colour: str
    text: str


@pytest.mark.parametrize("size", ["a4", "slide", "column"])
@pytest.mark.parametrize("command", OF_SHEETS)
def test_figures_fit_their_sheets(blocs: Run, tmp_path: Path, cow_store: Path, command: str, size: str) -> None:
    style = ["--style", "print"] if size == "column" else []
    arguments = [*command.split(), "--store", str(cow_store), "--size", size, *style]
    _check(blocs, arguments, tmp_path / "figure.svg", "Correlates of War", size)
    if style:
        raw = (tmp_path / "figure.svg").read_text(encoding="utf-8")
        colours = set(re.findall("#[0-9A-F]{6}", raw))
        assert all(colour[1:3] == colour[3:5] == colour[5:7] for colour in colours), colours


def test_sheets_are_for_figures(blocs: Run) -> None:
    refused = blocs("overlap", "--size", "a4", "--format", "csv")
    assert refused.code == 2 and "--size is for figures: svg, png and pdf" in refused.err  # type: ignore[attr-defined]
    unknown = blocs("overlap", "--style", "pretty", "--format", "svg")
    assert unknown.code == 2 and "unknown style 'pretty'" in unknown.err  # type: ignore[attr-defined]


def _check(blocs: Run, command: list[str], path: Path, source: str, size: str = "auto") -> None:
    done = blocs(*command, "-o", path)
    assert (done.code, done.out, done.err) == (0, "", ""), done.err  # type: ignore[attr-defined]
    raw = path.read_text(encoding="utf-8")
    tree = ElementTree.fromstring(raw)
    width, height = (float(side) for side in tree.attrib["viewBox"].split()[2:])
    words = list(_words(tree))
    assert tree.find("{*}title") is not None and words
    assert any(word.text.startswith("Source: ") for word in words)
    assert source in " ".join(word.text for word in words)
    assert not re.search(r"(?<!\w)--?[a-z]", " ".join(word.text for word in words)), "nothing of the command line"
    # On A4 a figure is 482 points wide and 737 high between the margins.
    scale = min(482 / width, 737 / height) if size == "auto" else 1
    if size != "auto":
        of_sheet = sheet(size).points
        assert abs(width - of_sheet[0]) < 0.02 and height <= of_sheet[1] + 0.02, (width, height, of_sheet)
    for word in words:
        assert word.size * scale >= 6 - 0.02, (word, scale)
        assert word.left >= 0 and word.right <= width and word.size * 0.7 <= word.y <= height, word
    for one, other in combinations(words, 2):
        apart = one.right <= other.left + 0.5 or other.right <= one.left + 0.5
        assert apart or abs(one.y - other.y) >= 0.7 * max(one.size, other.size), (one, other)
    boxes = [_box(rect) for rect in tree.iter("{http://www.w3.org/2000/svg}rect")]
    for word in words:
        under = [
            fill for left, top, right, low, fill in boxes if _holds(left, top, right, low, word) and fill != "none"
        ]
        assert contrast(word.colour, under[-1] if under else "#FFFFFF") >= 4.5, word


def _words(tree: ElementTree.Element) -> Iterator[_Words]:
    for text in tree.iter("{http://www.w3.org/2000/svg}text"):
        said = text.text or "".join(child.tail or "" for child in text)
        x, y, size = (float(text.attrib[name]) for name in ("x", "y", "font-size"))
        wide = text_width(said, size, "font-weight" in text.attrib)
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[text.get("text-anchor", "start")]
        yield _Words(left, left + wide, y, size, text.attrib["fill"], said)


def _box(rect: ElementTree.Element) -> tuple[float, float, float, float, str]:
    x, y = (float(rect.get(name, 0)) for name in ("x", "y"))
    wide, high = (float(rect.attrib[name]) for name in ("width", "height"))
    return x, y, x + wide, y + high, rect.attrib["fill"]


def _holds(left: float, top: float, right: float, low: float, word: _Words) -> bool:
    middle = (word.left + word.right) / 2
    return left <= middle <= right and top <= word.y - 0.35 * word.size <= low


@pytest.mark.parametrize("form", ["png", "pdf"])
@pytest.mark.parametrize(
    "command", ["timeline", "overlap", "upset", "show CST", "trend CST", "who CIS", "path CST GUUAM"]
)
def test_figures_are_pictures_by_every_program(
    blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, form: str
) -> None:
    if not (programs := rendering.programs()):
        missing("needs a program that draws DOT")
    if form == "pdf":
        library("svglib")
    for program in programs:
        monkeypatch.setattr(rendering, "programs", lambda program=program: [program])
        path = tmp_path / f"figure.{form}"
        done = blocs(*command.split(), "-o", path)
        assert (done.code, done.err) == (0, "")  # type: ignore[attr-defined]
        assert path.read_bytes()[:4] in (b"\x89PNG", b"%PDF") and path.stat().st_size > 2000


def test_a_pdf_without_graphviz_draws_no_letters_as_boxes(
    blocs: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library("svglib")
    port = [program for program in rendering.programs() if "graphviz-pure" in program]
    if not port:
        missing("needs graphviz-pure")
    monkeypatch.setattr(rendering, "programs", lambda: port)
    table = tmp_path / "odd.csv"
    table.write_text("member,organization,start\nРоссия,Union,1990\n", encoding="utf-8")
    refused = blocs("timeline", "--data", table, "-o", tmp_path / "odd.pdf")
    assert refused.code == 1 and "pdf without Graphviz has Latin letters only, and no 'Р'" in refused.err  # type: ignore[attr-defined]
    assert blocs("timeline", "--data", table, "-o", tmp_path / "odd.png").code == 0  # type: ignore[attr-defined]
