"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import ROOT

README = ROOT / "README.md"


def test_console_examples(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    blocks = re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    examples = [e for block in blocks for e in re.split(r"^\$ ", block, flags=re.M) if e]
    assert examples
    for example in examples:
        command, _, expected = example.partition("\n")
        words = shlex.split(command)
        assert words[0] == "blocs"
        # White space at the end of a line is not seen.
        assert [line.rstrip() for line in blocs(*words[1:]).out.splitlines()] == expected.splitlines()


def test_python_examples() -> None:
    assert doctest.testfile(str(README), module_relative=False, optionflags=doctest.ELLIPSIS).failed == 0


def commands() -> list[str]:
    text = README.read_text(encoding="utf-8")
    spans = [
        span for line in text.splitlines() if line.startswith("| ") for span in re.findall(r"`(blocs [^`]+)`", line)
    ]
    # Those that answer until they are ended are run in tests of their own.
    return [span for span in spans if span not in ("blocs ask", "blocs mcp", "blocs serve")]


@pytest.mark.parametrize("command", commands())
def test_the_table_of_commands(
    blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.chdir(tmp_path)
    result = blocs(*shlex.split(command)[1:])
    assert result.code == 0, result.err
    assert result.out or any(tmp_path.iterdir())


def test_it_has_a_page_and_a_half() -> None:
    """Of 60 lines; what is longer belongs on a page of docs/."""
    lines = README.read_text(encoding="utf-8").splitlines()
    assert sum(1 + len(line) // 121 for line in lines) <= 90
