"""Two centuries of memberships as a page, and a story of them by one command: who is in what with Russia, 1991–2014."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from needs import library
from pages import drawn, labelled
from places import SHARED

COMMAND = ("export", "--focus", "Russia", "--depth", "2", "--during", "1991:2014")
TITLE = "Who is in what with Russia, 1991–2014"


def data_of(file: Path) -> dict[str, Any]:
    found = re.search(rb'<script type="application/json" id="data">(.*?)</script>', file.read_bytes(), re.DOTALL)
    assert found is not None
    data: dict[str, Any] = json.loads(found[1])
    return data


def test_who_is_in_what_with_russia(blocs: Callable[..., Any], cow_store: Path, tmp_path: Path) -> None:
    """Held against the tables themselves, row by row, with pandas."""
    pandas = library("pandas")
    made = blocs(*COMMAND, "--title", TITLE, "--store", cow_store, "-o", tmp_path / "russia.html")
    assert made.code == 0, made.err
    data = data_of(tmp_path / "russia.html")
    assert (data["title"], data["years"], data["any"]) == (TITLE, [1991, 2014], True)
    assert data["entities"][data["focus"]]["label"] == "Russia"

    table = pandas.read_csv(SHARED / "cow-igo" / "state_year_format3.csv.gz", low_memory=False)
    table = table[table["year"].between(1991, 2014)].set_index("ccode")
    table = table[[name for name in table.columns if name not in ("year", "state")]].isin([1, 2, 3])

    def bodies(code: int) -> set[str]:
        member = table.loc[[code]].any()
        return set(member[member].index)

    def on_page(label: str) -> set[str]:
        entities = data["entities"]
        at = next(i for i, e in enumerate(entities) if e["label"] == label)
        held = {fact[2] for fact in data["facts"] if fact[0] == at and fact[1] in data["memberships"]}
        return {entities[body]["short"].lower() for body in held}

    assert on_page("Russia") == bodies(365) and len(bodies(365)) > 90
    assert on_page("Belarus") == bodies(370) & bodies(365)
    assert on_page("France") == bodies(220) & bodies(365)


def test_two_centuries_open_with_their_great_names(
    visit: Callable[..., Any], blocs: Callable[..., Any], cow_store: Path, tmp_path: Path
) -> None:
    assert blocs("export", "--store", cow_store, "-o", tmp_path / "cow.html").code == 0
    tab = visit(tmp_path / "cow.html", viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    said = {label.replace("\n", " ") for label in labelled(tab)}
    assert {"United States of America", "UN", "NATO", "Russia", "China", "EU", "AU"} <= said
    assert not {"AralSea", "BOBP"} & said
    assert "Correlates of War" in tab.get_by_role("heading", level=1).inner_text()
    tab.get_by_role("searchbox").fill("Sovjet Union")
    tab.get_by_role("searchbox").press("Enter")
    assert tab.locator("#card-heading").inner_text() == "Russia"
    around = drawn(tab)
    assert len(around) > 70 and len(labelled(tab)) == len(around), "each neighbour has its name"
    tab.evaluate("location.hash = 'eu&year=1900'")
    tab.locator("#card-heading", has_text="European Union").wait_for()
    assert tab.locator("#card-body .absent").inner_text() == "No memberships in 1900; first in 1993."


def test_a_page_takes_texts_and_other_formats_do_not(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text("Another text.\n", encoding="utf-8")
    made = blocs("export", "--text", tmp_path / "text.txt", "-o", tmp_path / "page.html")
    assert made.code == 0 and "quotes do not stand where the graph says in the text; blocs check --text" in made.err
    refused = blocs("export", "--text", tmp_path / "text.txt", "-o", tmp_path / "picture.svg")
    assert refused.code != 0 and "--text is not for svg; it is for: html" in refused.err
    both = blocs("export", "--as-of", "2001", "--during", "1990:1995", "-o", tmp_path / "page.html")
    assert both.code != 0 and "cannot be combined" in both.err
