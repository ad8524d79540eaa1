"""The review page in a browser: facts marked at their words, ticked, saved and applied."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.drafting import draft
from blocs.graph.drafting.reviewing.review import Decisions
from needs import missing

TEXT = (
    "Kenya joined the East African Community (EAC) in 2007.\n\n"
    "Rwanda is a member. Burundi is not a member. </script><b>&\n"
)
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture
def tab(tmp_path: Path) -> Iterator[Any]:
    if BROWSER is None:
        missing("needs a browser: chromium or google-chrome")
    from playwright.sync_api import sync_playwright

    (tmp_path / "review.html").write_bytes(draft(TEXT, "text").page())
    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    wrong = list[str]()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=alone)
        page = browser.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto((tmp_path / "review.html").as_uri())
        page.wait_for_selector("html[data-ready]")
        yield page
        browser.close()
    assert wrong == []


def row(tab: Any, words: str) -> Any:
    return tab.locator("#facts li", has_text=words)


def test_facts_are_marked_at_their_words(tab: Any) -> None:
    assert tab.locator("#paragraphs p").count() == 2
    assert tab.locator("#paragraphs p").nth(1).inner_text() == "2 " + TEXT.split("\n\n")[1].strip()
    assert tab.locator("mark").first.inner_text() == "Kenya joined the East African Community (EAC) in 2007"
    row(tab, "Rwanda").get_by_role("button").click()
    assert tab.locator("mark.chosen").inner_text() == "Rwanda is a member"
    tab.locator("mark", has_text="Burundi").click()
    assert "Burundi is not a member" in tab.locator("#facts li.chosen").inner_text()


def test_ticks_are_saved_and_applied(tab: Any, tmp_path: Path) -> None:
    row(tab, "Kenya").get_by_label("Start").fill("2007-07-01")
    row(tab, "Kenya").get_by_label("Start").blur()
    row(tab, "Rwanda").get_by_label("Reject").check()
    row(tab, "Burundi").get_by_label("Accept").check()
    row(tab, "Burundi").get_by_label("Accept").uncheck()
    assert tab.locator("#progress").inner_text() == "2 of 3 decided"
    assert row(tab, "Kenya").get_by_label("Accept").is_checked()
    with tab.expect_download() as download:
        tab.get_by_role("button", name="Save the review").click()
    assert download.value.suggested_filename == "text.review.json"
    download.value.save_as(tmp_path / "review.json")
    decisions = Decisions(TEXT)
    decisions.load(tmp_path / "review.json")
    assert decisions.verdicts == {
        "fact:kenya-in-eac": {"verdict": "accepted", "changes": {"start": "2007-07-01"}},
        "fact:rwanda-in-eac": {"verdict": "rejected"},
    }
    found = draft(TEXT, "text")
    assert found.decided(decisions) == []
    assert [(fact.id, fact.reviewed) for fact in found.reading.facts] == [
        ("fact:kenya-in-eac", True),
        ("fact:burundi-not-in-eac", False),
    ]


def test_all_can_be_accepted_and_undone(tab: Any) -> None:
    tab.get_by_role("button", name="Accept all that are left").click()
    assert tab.locator("#progress").inner_text() == "3 of 3 decided"
    for _ in range(3):
        tab.get_by_role("button", name="Undo").click()
    assert tab.locator("#progress").inner_text() == "0 of 3 decided"
    assert tab.get_by_role("button", name="Undo").is_disabled()


def test_the_text_is_never_obeyed() -> None:
    page = draft(TEXT, "<script>").page().decode()
    assert "\\u003c/script>" in page and "<title>Review of the draft from &lt;script&gt;</title>" in page
    data = page.split('<script type="application/json" id="data">')[1].split("</script>")[0]
    assert json.loads(data)["paragraphs"][1].endswith("</script><b>&")
