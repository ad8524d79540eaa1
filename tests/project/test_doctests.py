"""Every example in a docstring runs and gives what it says."""

from __future__ import annotations

import doctest
import importlib
import tempfile
from pathlib import Path

import pytest
from places import ROOT


def _module(parts: tuple[str, ...]) -> str:
    return ".".join(("blocs", *(part for part in parts if part != "__init__")))


MODULES = [
    "blocs",
    *(
        _module(path.relative_to(ROOT).with_suffix("").parts)
        for folder in ("graph", "terminal")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    module = importlib.import_module(name)
    assert doctest.testmod(module, report=True).failed == 0
    assert not list(tmp_path.iterdir()), "an example leaves files behind"
