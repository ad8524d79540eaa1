"""docs/commands.md says what the commands say."""

from __future__ import annotations

import importlib.util
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import ROOT

DOCS = ROOT / "docs"


def test_the_reference_is_what_the_commands_say() -> None:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == module.page(), "run: make docs"


def examples() -> list[str]:
    lines = (DOCS / "commands.md").read_text(encoding="utf-8").splitlines()
    shown = [line.strip() for line in lines if line.startswith("    blocs ") and "[OPTIONS]" not in line]
    return [
        line
        for line in shown
        if not any(word in line for word in ("my.rq", "mine.ttl", "STORE_FOLDER", "--store", " import ", "FILE"))
    ]


@pytest.mark.parametrize("example", examples())
def test_the_examples_of_the_reference_work(
    blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = blocs(*shlex.split(example)[1:])
    assert result.code == 0, result.err
    assert result.out or any(tmp_path.iterdir())
