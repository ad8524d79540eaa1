"""What the pages of docs/ show is what happens: commands run, answers are as shown, files that are named exist."""

from __future__ import annotations

import doctest
import importlib.util
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from places import ROOT

DOCS = ROOT / "docs"


def _answers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("answers", DOCS / "answers.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


ANSWERS = _answers()
TEXTS: dict[str, str] = {page: ANSWERS.text_of(page) for page in ANSWERS.PAGES}
TESTED = {
    "your-own-data": "tests/project/test_own_data_page.py",
    "tutorial-draft": "tests/project/test_tutorial.py",
    "lenses": "tests/project/test_lenses_page.py",
    "gallery": "tests/project/test_gallery.py",
    "commands": "tests/terminal/test_commands.py",
}
"""Pages that bring files of their own, with what tests them."""


@pytest.fixture
def folder(blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the pages speak of, in which the commands are run."""
    ANSWERS.bring_files(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    assert blocs("import", "rdf", "mine.ttl", "--store", "mine").code == 0
    return tmp_path


@pytest.mark.parametrize("page", [page for page, text in TEXTS.items() if ANSWERS.shown(text)])
def test_a_command_answers_as_shown(blocs: Callable[..., Any], folder: Path, page: str) -> None:
    for command, expected in ANSWERS.shown(TEXTS[page]):
        result = blocs(*shlex.split(command)[1:])
        # White space at the end of a line is not seen.
        found = [line.rstrip() for line in (result.err + result.out).splitlines()]
        assert found == expected.splitlines(), f"{command}; if it is right as it is now: make docs"


@pytest.mark.parametrize("page", [page for page, text in TEXTS.items() if ANSWERS.named(text)])
def test_a_command_runs(blocs: Callable[..., Any], folder: Path, page: str) -> None:
    for command in ANSWERS.named(TEXTS[page]):
        result = blocs(*shlex.split(command, comments=True)[1:])
        assert result.code == 0, f"{command}: {result.err}"
        written = re.search(r" -o (\S+)", command)
        assert written is None or (folder / written[1]).stat().st_size > 0


@pytest.mark.parametrize("page", [page for page, text in TEXTS.items() if ">>> " in text])
def test_python_examples(monkeypatch: pytest.MonkeyPatch, page: str) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testfile(str(DOCS / f"{page}.md"), module_relative=False).failed == 0


@pytest.mark.parametrize("page", [*(f"docs/{page}.md" for page in TEXTS), "CONTRIBUTING.md", "README.md"])
def test_every_file_that_is_named_exists(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:graph|terminal|tests|docs|data|queries|scripts|benchmarks)/[\w./-]*)`", text)
    # A word in capitals stands for any name.
    assert [path for path in paths if not list(ROOT.glob(re.sub("[A-Z]{4,}", "*", path)))] == []


def test_every_other_page_has_a_test_of_its_own() -> None:
    assert set(TESTED) == set(ANSWERS.OF_THEIR_OWN)
    for page, test in TESTED.items():
        assert f"{page}.md" in (ROOT / test).read_text(encoding="utf-8")
