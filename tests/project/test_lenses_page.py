"""What docs/lenses.md shows is what happens."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Callable
from typing import Any

import pytest
from places import ROOT

PAGE = ROOT / "docs" / "lenses.md"


def test_console_examples(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    blocks = re.findall(r"```console\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    examples = [e for block in blocks for e in re.split(r"^\$ ", block, flags=re.M) if e]
    assert len(examples) == 3
    for example in examples:
        command, _, expected = example.partition("\n")
        result = blocs(*shlex.split(command)[1:])
        assert result.err + result.out == expected


def test_python_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testfile(str(PAGE), module_relative=False).failed == 0


def test_the_lens_that_it_shows_is_the_one_that_is_tested() -> None:
    (shown,) = re.findall(r"```sparql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)
    assert shown == (ROOT / "tests" / "data" / "lenses" / "clubs.rq").read_text(encoding="utf-8")
