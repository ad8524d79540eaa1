"""docs/commands.md says what the commands say."""

from __future__ import annotations

import importlib.util

from places import ROOT

DOCS = ROOT / "docs"


def test_the_reference_is_what_the_commands_say() -> None:
    spec = importlib.util.spec_from_file_location("reference", DOCS / "reference.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (DOCS / "commands.md").read_text(encoding="utf-8") == module.page(), "run: make docs"
