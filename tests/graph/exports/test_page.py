"""The page in a browser: what it shows, what one can do with it, and that nothing leaves it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from blocs import load
from blocs.graph.exports.page import page
from blocs.graph.pictures.options import ViewOptions
from faulty_server import FaultyServer
from pages import PHONE, SPANS, drawn, lines, listed, option, settled


def test_it_shows_what_is_in_the_graph(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article)
    assert {"Armenia", "Collective Security Treaty", "Sergei Ivanov", "Baku"} <= drawn(tab)
    about = tab.locator("#about").inner_text()
    assert f"{len(load().names.entities)} entities" in about and "2001-05" in about
    assert tab.locator("#when").is_hidden(), "a graph without spans has no slider"
    assert "Georgia" in listed(tab) and lines(tab) > 100


def test_search_finds_by_name_alias_and_code(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article)
    for text, expected in (("guuam", "GUUAM"), ("ARM", "Armenia"), ("zzz", None)):
        tab.get_by_role("searchbox").fill(text)
        settled(tab)
        assert (expected in listed(tab)) if expected else listed(tab) == []
        assert tab.locator("#count").inner_text() == str(len(listed(tab)))
    tab.get_by_role("searchbox").fill("armenia")
    tab.get_by_role("searchbox").press("Enter")
    assert tab.locator("#card-heading").inner_text() == "Armenia"
    assert all("Armenia" in row for row in tab.locator("#table tbody tr").all_inner_texts())


def test_filters_by_kind_and_basis(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article)
    tab.get_by_label("events", exact=True).uncheck()
    settled(tab)
    assert "summit of CST presidents in Yerevan" not in drawn(tab) and "Armenia" in drawn(tab)
    tab.get_by_label("statements", exact=True).check()
    settled(tab)
    assert "exclude Armenia from the CST" in drawn(tab)
    before = lines(tab)
    tab.get_by_label("derived", exact=True).uncheck()
    settled(tab)
    assert lines(tab) < before
    rows = tab.locator("#table tbody tr").all_inner_texts()
    assert len(rows) == 6 + 5 and all("stated" in row for row in rows)


def test_the_slider_moves_through_the_years(visit: Callable[..., Any], spans: Path) -> None:
    tab = visit(spans)
    slider = tab.get_by_role("slider")
    assert (slider.get_attribute("min"), slider.get_attribute("max")) == ("1950", "2000"), "to the data's own date"
    seen = {}
    for year in (1950, 1965, 1975, 1990):
        slider.fill(str(year))
        settled(tab)
        assert tab.locator("#year-shown").inner_text() == str(year)
        seen[year] = drawn(tab), tab.locator("#table tbody tr").count()
    both = {"Aland", "Bland", "X"}
    assert seen == {
        1950: ({"Aland", "X"}, 1),
        1965: (both, 2),
        1975: ({"Aland", "X"}, 1),
        1990: ({*both, "=Y()"}, 2),
    }
    tab.get_by_label("Any date").check()
    settled(tab)
    assert tab.locator("#table tbody tr").count() == 3


def test_a_click_in_the_picture_opens_the_entity_with_its_quotes(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article, viewport={"width": 1400, "height": 900})
    where = tab.evaluate(
        """(() => {
          const n = blocsPage.cy.nodes().filter((n) => n.data('label') === 'GUUAM')[0].renderedPosition();
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [box.x + n.x, box.y + n.y];
        })()"""
    )
    tab.mouse.click(*where)
    assert tab.locator("#card-heading").inner_text() == "GUUAM"
    card = tab.locator("#card-body").inner_text()
    assert "their own regional military-political association, GUUAM" in card
    assert "paragraph 14, Article on military integration in the CIS" in card
    assert "has the member Ukraine" in card and "derived" not in card.split("Ukraine")[1][:20]
    tab.locator("#card-body").get_by_role("link", name="Georgia").first.click()
    assert tab.locator("#card-heading").inner_text() == "Georgia"
    assert "is not a member of Collective Security Treaty" in tab.locator("#card-body").inner_text()
    assert tab.url.endswith("#georgia")


def test_an_address_with_an_id_or_a_name_opens_that_entity(visit: Callable[..., Any], article: Path) -> None:
    for address in ("#cst", "#Tashkent%20Treaty"):
        assert visit(article, address).locator("#card-heading").inner_text() == "Collective Security Treaty"


def test_the_matrix_stands_beside_the_picture(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article, viewport={"width": 1500, "height": 950})
    matrix = tab.get_by_role("grid")
    names = matrix.locator("tbody th").all_inner_texts()
    assert len(names) == 12
    cells = [row.locator("td").all_inner_texts() for row in matrix.locator("tbody tr").all()]
    assert cells[names.index("Armenia")][names.index("Russia")] == "3"
    assert cells[names.index("Armenia")][names.index("Georgia")] == "2"
    assert all(cells[a][b] == cells[b][a] for a in range(12) for b in range(12))
    # Like ones stand together: the six of one body, then the five of the other.
    cst = {"Armenia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Russia", "Tajikistan"}
    assert set(names[:6]) == cst
    tab.locator("#measure").select_option("jaccard")
    cells = [row.locator("td").all_inner_texts() for row in matrix.locator("tbody tr").all()]
    assert cells[names.index("Armenia")][names.index("Georgia")] == ".50"
    tab.locator("#by").select_option("body")
    assert "CST" in tab.get_by_role("grid").locator("tbody th").all_inner_texts()
    box, picture = tab.locator("#matrix").bounding_box(), tab.locator("#canvas").bounding_box()
    assert box["x"] > picture["x"] + picture["width"]


def test_the_table_is_sorted_and_copied(visit: Callable[..., Any], spans: Path) -> None:
    tab = visit(spans, permissions=["clipboard-read", "clipboard-write"])
    tab.get_by_label("Any date").check()
    settled(tab)
    assert tab.get_by_role("columnheader", name="Member").get_attribute("aria-sort") == "ascending"
    tab.get_by_role("button", name="Start").click()
    tab.get_by_role("button", name="Start").click()
    assert tab.get_by_role("columnheader", name="Start").get_attribute("aria-sort") == "descending"
    starts = [row.locator("td").nth(3).inner_text() for row in tab.locator("#table tbody tr").all()]
    assert starts == ["1990", "1960-05", "1950"]
    tab.get_by_role("button", name="Copy the table").click()
    tab.locator("#copied", has_text="3 rows copied").wait_for()
    copied = tab.evaluate("navigator.clipboard.readText()")
    rows = [line.split("\t") for line in copied.rstrip("\n").split("\n")]
    assert rows[0][:5] == ["Member", "Body", "Role", "Start", "End"] and len(rows) == 4
    assert rows[1][:4] == ["Bland", "'=Y()", "full member", "1990"], "a spreadsheet must not run it"


def test_all_can_be_done_from_the_keyboard(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article)
    focused = "document.activeElement.id || document.activeElement.textContent"
    order = []
    for _ in range(60):
        tab.keyboard.press("Tab")
        order.append(tab.evaluate(focused))
        if order[-1] == "table":
            break
    places = [order.index(one) for one in ("search", "closer", "fit", "by", "measure", "copy", "table")]
    assert order[0].startswith("Skip") and places == sorted(places)
    tab.get_by_role("searchbox").focus()
    tab.keyboard.type("uz")
    settled(tab)
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert tab.locator("#card-heading").inner_text() == "Uzbekistan"
    assert option(tab, "Uzbekistan").get_attribute("aria-selected") == "true"
    assert "Uzbekistan chosen" in tab.locator("#status").inner_text()
    tab.locator("#matrix td[tabindex='0']").focus()
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    assert "in common: " in tab.locator("#pair").inner_text()


def test_roles_and_names_are_there_for_a_screen_reader(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article)
    assert tab.get_by_role("main").count() == 1 and tab.locator("html").get_attribute("lang") == "en"
    for role, name in (
        ("region", "Find"), ("region", "Picture"), ("region", "Overlap"), ("region", "Memberships"),
        ("listbox", "Entities"), ("group", "Kinds"), ("group", "Basis of a fact"), ("grid", "Overlap"),
        ("button", "Zoom in"), ("button", "Zoom out"), ("searchbox", "Name, alias or code"),
    ):  # fmt: skip
        assert tab.get_by_role(role, name=name).count() >= 1, (role, name)
    unnamed = """[...document.querySelectorAll('button, input, select')]
      .filter((e) => !e.labels?.length && !e.innerText && !e.ariaLabel).map((e) => e.outerHTML)"""
    assert tab.evaluate(unnamed) == []


CONTRAST = """
() => {
  const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, n) => sum + c * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (e) => {
    if (!e) return [255, 255, 255];
    const c = rgb(getComputedStyle(e).backgroundColor);
    return c.length < 4 || c[3] > 0 ? c : behind(e.parentElement);
  };
  const low = [];
  for (const e of document.querySelectorAll("body *")) {
    const speaks = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
    if (!speaks || !e.checkVisibility() || e.tagName === "SCRIPT") continue;
    const [a, b] = [light(rgb(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) low.push([e.tagName, e.textContent.slice(0, 30), (a + 0.05) / (b + 0.05)]);
  }
  return low;
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_both_schemes(visit: Callable[..., Any], article: Path, scheme: str) -> None:
    tab = visit(article, color_scheme=scheme)
    option(tab, "Georgia").click()
    assert tab.evaluate(CONTRAST) == []
    paper = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (sum(map(int, re.findall(r"\d+", paper))) < 200) == (scheme == "dark")
    ink = tab.evaluate("blocsPage.cy.nodes()[0].style('color')")
    assert (sum(map(int, re.findall(r"\d+", ink))) > 500) == (scheme == "dark"), "the picture follows"


def test_a_phone_has_room_for_all_of_it(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article, **PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    option(tab, "Armenia").tap()
    assert tab.locator("#card-heading").inner_text() == "Armenia"
    for button in tab.locator("#tools button").all():
        box = button.bounding_box()
        assert box["width"] >= 40 and box["height"] >= 40
    canvas = tab.locator("#canvas").bounding_box()
    assert canvas["width"] > 340 and canvas["height"] > 280
    row = tab.locator("#table tbody tr").first.bounding_box()
    assert row["width"] <= 390 and "“" in tab.locator("#table .column6").first.inner_text(), (
        "evidence needs no scrolling"
    )


def test_what_was_not_read_is_said_on_a_phone_too(visit: Callable[..., Any], tmp_path: Path, article: Path) -> None:
    (tmp_path / "popolo.json").write_text(
        '{"persons": [{"id": "ana", "name": "Ana Gray"}],'
        ' "memberships": [{"person_id": "ana", "organization_id": "<b>house</b>", "start_date": "c. 1995"}]}',
        encoding="utf-8",
    )
    graph = load(tmp_path / "popolo.json")
    (tmp_path / "popolo.html").write_bytes(page(graph))
    tab = visit(tmp_path / "popolo.html", **PHONE)
    assert tab.locator("#unread li").all_inner_texts() == list(graph.source.notes)
    assert len(graph.source.notes) == 2
    assert tab.evaluate("document.documentElement.scrollWidth") <= 390
    assert not visit(article).locator("#unread").is_visible()


def test_labels_never_hide_each_other(visit: Callable[..., Any], article: Path) -> None:
    tab = visit(article)
    hidden = """blocsPage.cy.nodes(':visible').filter((n) => n.data('label')).map((n) => n.renderedBoundingBox(
      { includeNodes: false, includeEdges: false, includeOverlays: false })).map((b) => [b.x1, b.y1, b.x2, b.y2])"""
    boxes = tab.evaluate(hidden)
    assert len(boxes) > 25
    over = [
        (a, b)
        for n, a in enumerate(boxes)
        for b in boxes[:n]
        if min(a[2], b[2]) - max(a[0], b[0]) > 12 and min(a[3], b[3]) - max(a[1], b[1]) > 12
    ]
    assert over == []


def test_many_lines_are_drawn_when_asked_for(visit: Callable[..., Any], tmp_path: Path) -> None:
    """2,000 entities with 6,000 memberships: at first the lines of what is chosen only."""
    text = "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .\n"
    text += "\n".join(f":s{s} org:memberOf :b{(s + step * step) % 1000} ." for s in range(1000) for step in range(6))
    (tmp_path / "big.ttl").write_text(text)
    (tmp_path / "big.html").write_bytes(page(load(tmp_path / "big.ttl")))
    tab = visit(tmp_path / "big.html")
    assert len(drawn(tab)) == 2000 and lines(tab) == 0
    assert "6,000 lines" in tab.locator("#undrawn").inner_text()
    tab.evaluate("location.hash = 's7'")
    tab.locator("#card-heading", has_text="s7").wait_for()
    assert lines(tab) == 6
    tab.keyboard.press("Escape")
    tab.get_by_label("All lines").check()
    settled(tab)
    assert lines(tab) == 6000
    assert tab.locator("#table tbody tr").count() == 200
    tab.get_by_role("button", name="Show more rows").click()
    assert tab.locator("#table tbody tr").count() == 1200


NASTY = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
:a org:memberOf :b ; skos:prefLabel "</script><script>window.owned = 1</script><img src=x onerror=window.owned=1>" .
:b skos:prefLabel "<b onclick=alert(1)>B</b> {{script}} \\u2028 \\u0000" .
"""


def test_data_is_never_obeyed(visit: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "nasty.ttl").write_text(NASTY.replace("\\u0000", ""), encoding="utf-8")
    (tmp_path / "nasty.html").write_bytes(
        page(load(tmp_path / "nasty.ttl"), ViewOptions(title="<script>window.owned=1"))
    )
    tab = visit(tmp_path / "nasty.html")
    for one in tab.locator("#list").get_by_role("option").all():
        one.click()
    assert tab.evaluate("window.owned") is None
    assert tab.get_by_role("heading", level=1).inner_text() == "<script>window.owned=1"
    assert any("<b onclick=alert(1)>B</b> {{script}}" in text for text in listed(tab))
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save the picture as SVG").click()
    drawing = ElementTree.parse(download.value.path()).getroot()
    kinds = {one.tag.rpartition("}")[2] for one in drawing.iter()}
    assert kinds <= {"svg", "title", "rect", "path", "line", "text"}, "and is text in what is saved, too"


def test_the_policy_lets_nothing_out(browser: Any, article: Path) -> None:
    """Also what would be smuggled into the page can neither run nor ask anybody for anything."""
    with FaultyServer() as server:
        tab = browser.new_page()
        tab.goto(article.as_uri())
        tab.wait_for_selector("html[data-ready]")
        refused = tab.evaluate(
            """async (url) => {
              const said = [];
              document.addEventListener("securitypolicyviolation", (event) => said.push(event.effectiveDirective));
              document.body.insertAdjacentHTML("beforeend", `<img src='${url}x.png'><p style='color: red'>p</p>`);
              const script = document.createElement("script");
              script.textContent = "window.owned = 1";
              document.body.append(script);
              await fetch(url).catch(() => null);
              await new Promise((done) => setTimeout(done, 200));
              return [...said, window.owned || "not owned"];
            }""",
            server.url,
        )
        tab.close()
        assert {"img-src", "connect-src", "script-src-elem", "not owned"} <= set(refused)
        assert server.requests == []


# Without a browser


def data_of(written: bytes) -> dict[str, Any]:
    found = re.search(rb'<script type="application/json" id="data">(.*?)</script>', written, re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_focus_only_and_date_bound_what_goes_in(tmp_path: Path) -> None:
    graph = load()
    near = data_of(page(graph, ViewOptions(focus=graph.names.find("GUUAM"))))
    assert {"georgia", "guuam"} <= {e["id"] for e in near["entities"]} and near["title"].startswith("GUUAM")
    assert not {"belarus"} & {e["id"] for e in near["entities"]}
    kinds = {e["kind"] for e in data_of(page(graph, ViewOptions(only=("state", "body"))))["entities"]}
    assert kinds == {"state", "body"}
    (tmp_path / "spans.ttl").write_text(SPANS, encoding="utf-8")
    spans = load(tmp_path / "spans.ttl")
    assert len(data_of(page(spans))["facts"]) == 3
    assert len(data_of(page(spans, ViewOptions(as_of="1965")))["facts"]) == 2


def test_the_same_graph_gives_the_same_page() -> None:
    assert page(load()) == page(load())


def test_the_licence_of_the_library_is_in_the_page(article: Path) -> None:
    text = article.read_text(encoding="utf-8")
    assert "Permission is hereby granted, free of charge" in text and "The Cytoscape Consortium" in text
    assert not re.search(r"""(?:src|href)=["']?https?:""", text)
