"""The gallery shows what the program draws: its sources are made anew and compared, not its pixels."""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from places import ROOT

DOCS = ROOT / "docs"


def _gallery() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gallery", DOCS / "gallery.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["gallery"] = module  # its dataclass looks its own module up
    spec.loader.exec_module(module)
    return module


GALLERY = _gallery()


@pytest.mark.parametrize("picture", GALLERY.PICTURES, ids=lambda picture: picture.name)
def test_a_picture_shows_what_is_drawn_now(
    picture: Any, blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(GALLERY.FOLDER)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", GALLERY.DAY)
    sources = json.loads((DOCS / "gallery" / "sources.json").read_text(encoding="utf-8"))
    assert sources[picture.name] == GALLERY.source(picture, blocs), "run: make gallery"


def test_page_and_table_are_what_the_program_writes() -> None:
    assert (DOCS / "gallery.md").read_text(encoding="utf-8") == GALLERY.markdown(), "run: make gallery"
    assert (DOCS / "gallery" / GALLERY.TABLE).read_text(encoding="utf-8") == GALLERY.table(), "run: make gallery"


def test_the_pictures_are_there_and_small() -> None:
    files = [DOCS / "gallery" / picture.name for picture in GALLERY.PICTURES]
    assert all(file.is_file() for file in files)
    assert sum(file.stat().st_size for file in files) < 600_000
    kept = {file.name for file in (DOCS / "gallery").iterdir()}
    assert kept == {picture.name for picture in GALLERY.PICTURES} | {GALLERY.TABLE, "sources.json"}
