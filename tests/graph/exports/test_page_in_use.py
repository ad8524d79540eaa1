"""The page as a reader uses it: choosing, years, links, slips of the hand, what can be taken along."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from blocs import load
from blocs.graph.exports.page import page
from blocs.graph.pictures.options import ViewOptions
from pages import PHONE, drawn, labelled, lines, listed, option, settled

Visit = Callable[..., Any]
STILL = {"reduced_motion": "reduce"}

TWO = """
@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix schema: <https://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix blocs: <https://w3id.org/blocs/ns#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix dcterms: <http://purl.org/dc/terms/> .
:set a schema:Dataset ; skos:prefLabel "Two texts" ; blocs:asOf "2001"^^xsd:gYear ; dcterms:source :t .
:t a schema:Article ; skos:prefLabel "The text" .
:cote a schema:Country ; skos:prefLabel "Côte d’Ivoire" ; blocs:iso3 "CIV" .
:x a org:Organization ; skos:prefLabel "X" .
:m a org:Membership ; org:member :cote ; org:organization :x ; blocs:evidence :q1, :q2 .
:q1 oa:exact "Côte d’Ivoire … joined X" ; blocs:paragraph 2 ; dcterms:source :t .
:q2 oa:exact "left X" ; blocs:paragraph 1 ; dcterms:source :t .
"""


def point_at(tab: Any, name: str) -> str:
    """The name that the picture shows of a node that the pointer is at."""
    where = tab.evaluate(
        """(name) => {
          const { entities } = JSON.parse(document.getElementById('data').textContent);
          const at = entities.findIndex((e) => e.label === name);
          const n = blocsPage.cy.getElementById(`n${at}`).renderedPosition();
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [box.x + n.x, box.y + n.y];
        }""",
        name,
    )
    tab.mouse.move(*where)
    said: str = tab.locator("#tip").inner_text()
    return said


def test_choosing_wins_over_searching_and_draws_the_neighbours_near(visit: Visit, article: Path) -> None:
    tab = visit(article, **STILL)
    tab.get_by_role("searchbox").fill("arme")
    tab.get_by_role("searchbox").press("Enter")
    body = "() => blocsPage.cy.nodes(':visible').map((n) => [n.data('label'), n.hasClass('faded')])"
    around = dict(tab.evaluate(body))
    data = json.loads(tab.locator("#data").text_content())
    at = next(i for i, e in enumerate(data["entities"]) if e["id"] == "armenia")
    near = {b if a == at else a for a, _, b, *_ in data["facts"] if at in (a, b) and isinstance(b, int)}
    hidden = {"statement", "topic", "role", "source"}
    near = {i for i in near if data["entities"][i]["kind"] not in hidden}
    assert drawn(tab) == {data["entities"][i]["label"] for i in near | {at}}
    assert all(label and not faded for label, faded in around.items()), "all are labelled, none is dimmed"
    boxes = tab.evaluate("blocsPage.cy.nodes(':visible').map((n) => n.renderedPosition())")
    assert all(0 < b["x"] < 800 and 0 < b["y"] < 800 for b in boxes)
    assert "Armenia is a member of Collective Security Treaty (stated" in point_at(tab, "Collective Security Treaty")
    tab.keyboard.press("Escape")
    settled(tab)
    assert tab.locator("#card-heading").inner_text() == "Nothing chosen"
    assert len(drawn(tab)) > 50 and "search=arme" in tab.url
    tab.keyboard.press("Escape")
    assert tab.get_by_role("searchbox").input_value() == ""


def test_many_neighbours_have_a_name_each_in_columns(visit: Visit, tmp_path: Path) -> None:
    text = "@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .\n"
    (tmp_path / "hub.ttl").write_text(text + "\n".join(f":member-{n:03} org:memberOf :hub ." for n in range(190)))
    (tmp_path / "hub.html").write_bytes(page(load(tmp_path / "hub.ttl")))
    for size in ({"viewport": {"width": 1440, "height": 900}}, PHONE):
        tab = visit(tmp_path / "hub.html", "#hub", **size, **STILL)
        boxes = tab.evaluate(
            """blocsPage.cy.nodes(':visible')
               .map((n) => [n.data('label'), n.renderedBoundingBox({ includeNodes: false })])
               .map(([label, b]) => [label, b.x1, b.y1, b.x2, b.y2])"""
        )
        assert len(boxes) == 191 and all(label for label, *_ in boxes)
        boxes.sort(key=lambda b: (round(b[2]), b[1]))
        beside = [(a, b) for a, b in pairwise(boxes) if abs(a[2] - b[2]) < 4]
        assert all(a[3] < b[1] + 6 for a, b in beside), "no name runs into the next"


def test_every_node_says_its_name_to_the_keyboard(visit: Visit, article: Path) -> None:
    tab = visit(article)
    tab.locator("#canvas").focus()
    said = set()
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "ArrowUp"):
        tab.keyboard.press(key)
        said.add(tab.locator("#tip").inner_text().split("\n")[0])
    assert len(said) > 2
    name = tab.locator("#tip strong").inner_text()
    assert name in tab.locator("#status").inner_text()
    tab.keyboard.press("Enter")
    assert tab.locator("#card-heading").inner_text() == name
    tab.keyboard.press("Escape")
    option(tab, "Chechnya").focus()
    assert tab.locator("#tip strong").inner_text() == "Chechnya"


def test_the_year_is_everywhere(visit: Visit, spans: Path) -> None:
    tab = visit(spans, "#b&year=1955")
    assert tab.locator("#card-body .absent").inner_text() == "No memberships in 1955; first in 1960."
    assert "no memberships in 1955; first in 1960" in tab.locator("#table").inner_text()
    assert "no memberships in 1955; first in 1960" in tab.locator("#empty-why").inner_text()
    assert tab.locator("#about").inner_text().startswith("In 1955: 2 entities, 1 fact (of 5")
    assert "first in 1960" in option(tab, "Bland").inner_text() and listed(tab)[:2] == ["Aland", "X"]
    assert "in 1955" in tab.locator("#overlap-heading").inner_text()
    assert "No two have memberships here in 1955" in tab.locator("#overlap-note").inner_text()
    tab.get_by_role("button", name="Go to 1960").click()
    assert tab.url.endswith("#b&year=1960") and tab.locator("#empty").is_hidden()
    assert "begins in 1960" in tab.locator("#card-body").inner_text()
    tab.get_by_role("slider").fill("1980")
    settled(tab)
    assert tab.locator("#card-body .absent").inner_text() == "No memberships in 1980; last in 1970, again in 1990."


def test_the_address_brings_back_what_was_seen(visit: Visit, spans: Path) -> None:
    tab = visit(spans)
    tab.get_by_role("slider").fill("1965")
    settled(tab)
    option(tab, "X").click()
    tab.get_by_label("bodies", exact=True).uncheck()
    tab.locator("#by").select_option("body")
    tab.get_by_role("searchbox").fill("bl")
    settled(tab)
    seen = tab.url
    assert seen.endswith("#x&year=1965&without=body&search=bl&overlap=body,shared")
    again = visit(spans, seen[seen.index("#") :])
    for one in (tab, again):
        assert one.locator("#card-heading").inner_text() == "X" and one.locator("#year-shown").inner_text() == "1965"
        assert not one.get_by_label("bodies", exact=True).is_checked() and one.locator("#by").input_value() == "body"
        assert listed(one) == ["Bland"] and drawn(one) == {"X", "Aland", "Bland"}
    tab.go_back()  # from the overlap of bodies
    tab.go_back()  # from the filter
    tab.go_back()  # from the choice
    settled(tab)
    assert tab.locator("#card-heading").inner_text() == "Nothing chosen"
    assert tab.locator("#year-shown").inner_text() == "1965" and tab.get_by_label("bodies", exact=True).is_checked()
    tab.go_back()
    settled(tab)
    assert tab.locator("#year-shown").inner_text() == "2000"
    vain = visit(spans, "#nobody&year=1812").locator("#notice").inner_text()
    assert vain == "The address asks for “nobody” and the year 1812, which this page does not have."


def test_an_empty_picture_says_why(visit: Visit, article: Path) -> None:
    tab = visit(article)
    for box in tab.locator("#bases input").all():
        box.uncheck()
    assert tab.locator("#empty-why").inner_text() == "Facts of every basis are filtered out."
    tab.get_by_role("button", name="Take the filters off").click()
    assert len(drawn(tab)) > 50 and all(box.is_checked() for box in tab.locator("#bases input").all())


def test_the_years_run(visit: Visit, spans: Path) -> None:
    tab = visit(spans, "#&year=1958", **STILL)
    tab.clock.install()
    tab.get_by_role("slider").press(" ")
    assert tab.get_by_role("button", name="Stop").get_attribute("aria-pressed") == "true"
    tab.clock.run_for(3300)
    assert tab.locator("#year-shown").inner_text() == "1960", "slower where motion is unwanted"
    assert "1 begin: Bland in X" in tab.locator("#changes").inner_text()
    assert tab.evaluate("blocsPage.cy.edges('.joining').length") == 1
    tab.get_by_role("button", name="Stop").click()
    assert tab.url.endswith("#year=1960")
    tab.clock.run_for(9000)
    assert tab.locator("#year-shown").inner_text() == "1960"
    tab.get_by_role("slider").fill("1970")
    tab.clock.run_for(100)
    assert tab.evaluate("blocsPage.cy.edges('.leaving').length") == 1
    option(tab, "X").click()
    tab.get_by_role("slider").fill("1958")
    tab.get_by_role("button", name="Play").click()
    before = tab.evaluate("blocsPage.cy.getElementById('n0').position()")
    tab.clock.run_for(3300)
    assert tab.evaluate("blocsPage.cy.getElementById('n0').position()") == before, "who stays, stays where it is"
    places = tab.evaluate("blocsPage.cy.nodes(':visible').map((n) => JSON.stringify(n.position()))")
    assert drawn(tab) == {"X", "Aland", "Bland"} and len(set(places)) == 3


@pytest.mark.parametrize(
    ("typed", "first", "says"),
    [
        ("armneia", "Armenia", "Nothing is called “armneia”. Written nearly so:"),
        ("Azerbaidjan", "Azerbaijan", "Written nearly so:"),
        ("RÉPUBLIC of armenia", "Armenia", ""),
        ("Russian Federation", "Russia", ""),
        ("qqqqqqqq", "", "Nothing is called “qqqqqqqq”. Nothing is written nearly so."),
        ("Tadschikistan", "Tajikistan", ""),
    ],
)
def test_search_forgives_slips_and_says_when_it_finds_nothing(
    visit: Visit, article: Path, typed: str, first: str, says: str
) -> None:
    tab = visit(article)
    tab.get_by_role("searchbox").fill(typed)
    settled(tab)
    assert listed(tab)[:1] == ([first] if first else [])
    assert says in tab.locator("#found").inner_text()


def test_the_picture_the_table_and_the_link_can_be_taken_along(visit: Visit, article: Path, tmp_path: Path) -> None:
    tab = visit(article, "#guuam", permissions=["clipboard-read", "clipboard-write"])
    assert tab.get_by_role("heading", level=1).inner_text() == "Military integration in the CIS, 2001"
    source = "Article on military integration in the CIS, May 2001"
    assert source in tab.locator("#source").inner_text() and source in tab.locator("#sources").inner_text()

    def saved(name: str) -> bytes:
        with tab.expect_download() as download:
            tab.get_by_role("button", name=name).click()
        file = Path(tmp_path / download.value.suggested_filename)
        download.value.save_as(file)
        return file.read_bytes()

    drawing = ElementTree.fromstring(saved("Save the picture as SVG"))
    words = " ".join("".join(one.itertext()) for one in drawing.iter("{http://www.w3.org/2000/svg}text"))
    assert all(word in words for word in ("GUUAM", "Georgia", "Military integration", source, "states", "stated"))
    png = saved("Save the picture as PNG")
    assert png.startswith(b"\x89PNG") and len(png) > 10_000
    table = saved("Save as CSV").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(table)))
    assert [row["member"] for row in rows] == ["Azerbaijan", "Georgia", "Moldova", "Ukraine", "Uzbekistan"]
    assert rows[0]["quote"].startswith("Azerbaijan and Georgia") and rows[0]["paragraph"] == "14"
    (tmp_path / "again.csv").write_text(table, encoding="utf-8")
    assert len(load(tmp_path / "again.csv").members("GUUAM")) == 5, "what the page saves, blocs reads"
    tab.get_by_role("button", name="Copy the link").click()
    tab.locator("#linked", has_text="Copied").wait_for()
    assert tab.evaluate("navigator.clipboard.readText()") == tab.url


def test_on_a_phone_the_card_comes_into_view(visit: Visit, article: Path) -> None:
    tab = visit(article, **PHONE, **STILL)
    assert tab.get_by_role("list", name="Key").get_by_text("bodies").is_visible(), "without opening the filters"
    option(tab, "Armenia").tap()
    settled(tab)
    card, canvas = tab.locator("#card").bounding_box(), tab.locator("#canvas").bounding_box()
    assert 300 < card["y"] < 844 - 300 and canvas["y"] >= 0 and canvas["y"] + canvas["height"] <= card["y"] + 1
    assert tab.locator("#card-body").is_visible()
    tab.get_by_role("button", name="Take the choice back").tap()
    assert tab.locator("#card-heading").inner_text() == "Nothing chosen"


def test_a_quote_stands_in_its_paragraph_of_the_text(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "two.ttl").write_text(TWO, encoding="utf-8")
    (tmp_path / "text.txt").write_text(
        "Nothing of 😀 this.\n\nIt is 😀 said: Côte d’Ivoire, in June, joined X </p>.", encoding="utf-8"
    )
    graph = load(tmp_path / "two.ttl")
    (tmp_path / "two.html").write_bytes(page(graph, ViewOptions(text=(str(tmp_path / "text.txt"),))))
    tab = visit(tmp_path / "two.html", "#cote")
    for summary in tab.locator("#card-body summary").all():
        summary.click()
    assert tab.locator("#card-body mark").all_inner_texts() == ["Côte d’Ivoire", "joined X"]
    assert tab.locator("#card-body .paragraph").inner_text().endswith("joined X </p>.")
    assert "These words are not in this place of the text" in tab.locator("#card-body").inner_text()


def test_a_statement_is_shown_where_it_is_said(visit: Visit, tmp_path: Path) -> None:
    said = "Bland is said to be in X. More.\n"
    (tmp_path / "said.ttl").write_text(
        TWO + ":s a blocs:Statement ; skos:prefLabel 'Bland is in X' ; blocs:speaker :cote ; blocs:evidence :q3 .\n"
        ":q3 oa:exact 'Bland is said to be in X' ; blocs:paragraph 1 ; dcterms:source :t ."
        " :e a schema:Event ; skos:prefLabel 'Talk' ; blocs:evidence :q3 .",
        encoding="utf-8",
    )
    (tmp_path / "said.txt").write_text(said, encoding="utf-8")
    options = ViewOptions(text=(str(tmp_path / "said.txt"),))
    (tmp_path / "said.html").write_bytes(page(load(tmp_path / "said.ttl"), options))
    tab = visit(tmp_path / "said.html", "#s")
    text = tab.get_by_role("region", name="In the text")
    assert text.locator("mark").inner_text() == "Bland is said to be in X" and said.strip() in text.inner_text()
    assert drawn(tab) == {"Bland is in X", "Côte d’Ivoire"} and lines(tab) == 1, "shown, though statements are not"
    assert labelled(tab) == {"Bland is in X", "Côte d’Ivoire"}
    tab.evaluate("location.hash = 'e'")
    tab.locator("#card-heading", has_text="Talk").wait_for()
    assert text.locator("mark").inner_text() == "Bland is said to be in X", "an event by its own evidence"
