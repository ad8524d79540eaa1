"""The site of the documentation: built without a warning, with every public name, fit for a phone and a desk."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import blocs
import pytest
from blocs.graph import knowledge
from places import ROOT

DOCS = ROOT / "docs"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make site` builds it: a link to a page, a heading or a file that is not there is a warning."""
    return build(DOCS, tmp_path_factory.mktemp("site"))


def build(pages: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going", "--quiet", "--builder", "html"]
    done = subprocess.run([*command, "-c", str(DOCS), str(pages), str(folder)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize("link", ["[a](nowhere.md)", "[a](index.md#nowhere)", "[a](#nowhere)", "![a](nowhere.svg)"])
def test_a_link_to_nowhere_is_found(tmp_path: Path, link: str) -> None:
    (tmp_path / "pages").mkdir()
    for name in ("site.css",):
        (tmp_path / "pages" / name).write_text("", encoding="utf-8")
    (tmp_path / "pages" / "index.md").write_text(f"# Start\n\n{link}\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="nowhere"):
        build(tmp_path / "pages", tmp_path / "site")


def test_every_page_is_in_the_order_of_the_site(site: Path) -> None:
    first = (site / "index.html").read_text(encoding="utf-8")
    for page in DOCS.glob("*.md"):
        assert f'href="{page.stem}.html"' in first or page.stem == "index"


def public() -> set[type]:
    """What a program gets to hold: the public names, what their methods return, and what the fields of these hold."""
    found: set[type] = {getattr(blocs, name) for name in blocs.__all__ if isinstance(getattr(blocs, name), type)}
    waiting = [kind for kind in names_in(knowledge).values() if isinstance(kind, type)]
    while waiting:
        kind = waiting.pop()
        if kind in found or not kind.__module__.startswith("blocs.") or getattr(kind, "_is_protocol", False):
            continue
        found.add(kind)
        here = names_in(importlib.import_module(kind.__module__))
        fields = [text for name, text in inspect.get_annotations(kind).items() if not name.startswith("_")]
        waiting += [here[word] for text in fields for word in re.findall(r"\w+", str(text)) if word in here]
    return found


def names_in(module: Any) -> dict[str, Any]:
    """The classes that the annotations of a module can name, also those imported for them only."""
    found = {name: value for name, value in vars(module).items() if isinstance(value, type)}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for line in node.body:
                if isinstance(line, ast.ImportFrom) and line.level:
                    of = importlib.import_module("." * line.level + (line.module or ""), module.__package__)
                    found |= {name.name: getattr(of, name.name) for name in line.names}
    return {name: value for name, value in found.items() if isinstance(value, type)}


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    text = (site / "names.html").read_text(encoding="utf-8")
    shown = {anchor.rpartition(".")[2] for anchor in re.findall(r'<dt class="sig[^>]*id="([^"]+)"', text)}
    assert len(public()) > 35
    assert {kind.__name__ for kind in public()} - shown == set()
    methods = {name for name in vars(blocs.KnowledgeGraph) if not name.startswith("_")}
    assert {"load", *methods} - shown == set()


@pytest.mark.parametrize("width", [390, 1440])
def test_every_page_fits(site: Path, browser: Any, width: int) -> None:
    """Nothing sticks out at the side, every picture is there, and nothing is fetched from elsewhere."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    asked: list[str] = []
    tab = context.new_page()
    tab.on("request", lambda request: asked.append(request.url))
    for page in sorted(site.glob("*.html")):
        tab.goto(page.as_uri())
        assert tab.evaluate("document.documentElement.scrollWidth") <= width, page.name
        assert tab.evaluate("[...document.images].filter((i) => !i.naturalWidth).map((i) => i.src)") == [], page.name
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()


def test_the_search_finds_a_command(site: Path, browser: Any) -> None:
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"{(site / 'search.html').as_uri()}?q=upset")
    tab.get_by_role("link", name="Commands").first.wait_for()
    tab.locator("#search-results a").filter(has_text="upset").first.wait_for()
    context.close()
