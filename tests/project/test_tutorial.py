"""What the tutorials show is what happens."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from places import ROOT


def test_the_tutorial_on_drafts(blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tutorial = (ROOT / "docs/tutorial-draft.md").read_text(encoding="utf-8")
    text = re.search(r"```text\n(.*?)```", tutorial, re.S)
    assert text is not None
    (tmp_path / "gulf.txt").write_text(text[1], encoding="utf-8")
    blocks = re.findall(r"```console\n(.*?)```", tutorial, re.S)
    for example in (e for block in blocks for e in re.split(r"^\$ ", block, flags=re.M) if e):
        command, _, expected = example.partition("\n")
        assert blocs(*shlex.split(command)[1:]).out.splitlines() == expected.splitlines()
    for command in re.findall(r"^    (blocs [^#\n]*)", tutorial, re.M):
        if not any(word in command for word in ("--review", "--extractions", "--decisions")):
            assert blocs(*shlex.split(command)[1:]).code == 0, command
