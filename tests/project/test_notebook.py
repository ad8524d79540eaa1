"""The notebook of the documentation runs in a kernel of its own, and gives what is written in it."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest
from needs import library
from places import ROOT

library("ipykernel")


@pytest.fixture(scope="module")
def made() -> ModuleType:
    spec = importlib.util.spec_from_file_location("notebook", ROOT / "docs" / "notebook.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def ran(made: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The notebook as it runs now, with a home of its own."""
    before = dict(os.environ)
    os.environ |= {"IPYTHONDIR": str(tmp_path_factory.mktemp("ipython")), "BLOCS_CONFIG": ""}
    try:
        return made.run()
    finally:
        os.environ.clear()
        os.environ |= before


@pytest.mark.filterwarnings("default")  # those of the kernel's libraries
def test_it_gives_what_is_written_in_it(made: ModuleType, ran: Any) -> None:
    written = nbformat.read(made.NOTEBOOK, as_version=4)
    assert made.said(ran) == made.said(written), "if it is right as it is now: make notebook"


def test_it_is_a_valid_notebook_that_shows_its_answers(made: ModuleType) -> None:
    written = nbformat.read(made.NOTEBOOK, as_version=4)
    nbformat.validate(written)
    code = [cell for cell in written.cells if cell.cell_type == "code"]
    assert len(code) >= 10 and [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert all(cell.outputs for cell in code)
    assert Path(made.NOTEBOOK).stat().st_size < 200_000


def test_the_values_that_it_shows_are_those_of_the_article(made: ModuleType) -> None:
    """By hand: the article denies Georgia's membership of the CST, and says nothing of Ukraine's."""
    shown = "\n".join(text for _, texts in made.said(nbformat.read(made.NOTEBOOK, as_version=4)) for text in texts)
    assert "Georgia: False, denied" in shown and "not represented in the CST" in shown
    assert "Ukraine: False, unknown" in shown
    assert "Kazakhstan   KAZ  705       NaN" in shown
