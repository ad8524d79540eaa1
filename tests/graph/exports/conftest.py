"""A browser for the tests of pages, opened once for a module, and the pages that several of them look at."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from blocs import load
from blocs.graph.exports.page import page
from needs import missing
from pages import SPANS

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="module")  # playwright runs once at a time, and other rooms have pages too
def browser() -> Iterator[Any]:
    """A browser that is installed here; the tests install none."""
    if BROWSER is None:
        missing("needs a browser: chromium or google-chrome")
    from playwright.sync_api import sync_playwright

    alone = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=alone)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "article.html"
    path.write_bytes(page(load()))
    return path


@pytest.fixture(scope="session")
def spans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("spans")
    (folder / "spans.ttl").write_text(SPANS, encoding="utf-8")
    (folder / "spans.html").write_bytes(page(load(folder / "spans.ttl")))
    return folder / "spans.html"


@pytest.fixture
def visit(browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a page from disk; whatever it complains of or asks the network for is a failure."""
    opened, wrong = [], list[str]()

    def go(path: Path, fragment: str = "", **options: Any) -> Any:
        context = browser.new_context(**options)
        opened.append(context)
        tab = context.new_page()
        tab.set_default_timeout(20_000)
        tab.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: wrong.append(str(error)))
        tab.on("request", lambda request: wrong.append(request.url) if not request.url.startswith("file:") else None)
        tab.goto(path.as_uri() + fragment)
        tab.wait_for_selector("html[data-ready]")
        return tab

    yield go
    for context in opened:
        context.close()
    assert wrong == []
