"""Every example in a docstring runs and gives what it says."""

from __future__ import annotations

import doctest
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = [
    "blocs",
    *(
        f"blocs.{p.parent.name}.{p.stem}"
        for p in sorted(ROOT.glob("[gt]*/*.py"))
        if p.parent.name in ("graph", "terminal") and p.stem != "__init__"
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module, report=True).failed == 0
