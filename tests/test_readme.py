"""What the README shows is what happens."""

from __future__ import annotations

import doctest
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

README = Path(__file__).parent.parent / "README.md"


def test_console_examples(blocs: Callable[..., Any]) -> None:
    blocks = re.findall(r"```console\n(.*?)```", README.read_text(encoding="utf-8"), re.S)
    examples = [e for block in blocks for e in re.split(r"^\$ ", block, flags=re.M) if e]
    assert examples
    for example in examples:
        command, _, expected = example.partition("\n")
        words = shlex.split(command)
        assert words[0] == "blocs"
        assert blocs(*words[1:]).out == expected


def test_python_examples() -> None:
    assert doctest.testfile(str(README), module_relative=False).failed == 0
