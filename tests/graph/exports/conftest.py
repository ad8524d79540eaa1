"""The pages that several tests look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from blocs import load
from blocs.graph.exports.page import page
from pages import SPANS


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
