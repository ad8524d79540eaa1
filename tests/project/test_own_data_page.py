"""What docs/your-own-data.md shows is what happens."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from needs import library
from places import ROOT, TEST_DATA

PAGE = ROOT / "docs" / "your-own-data.md"
TODAY = re.compile(r"\d{4}-\d\d-\d\d(?=\.? *$)", re.MULTILINE)


def examples() -> list[tuple[str, str]]:
    """The commands of the page, each with what it shows."""
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    shown = [example for block in blocks for example in re.split(r"^\$ ", block, flags=re.M) if example]
    return [(command, expected) for command, _, expected in (example.partition("\n") for example in shown)]


def test_console_examples(blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("python_calamine",):
        library(module)
    shutil.copytree(TEST_DATA / "own", tmp_path / "own")
    monkeypatch.chdir(tmp_path / "own")
    found = examples()
    assert len(found) > 15
    for command, expected in found:
        result = blocs(*shlex.split(command)[1:])
        # Where a table has no date of its own, it is of the day on which it is read.
        assert TODAY.sub("…", result.err + result.out) == TODAY.sub("…", expected), command
