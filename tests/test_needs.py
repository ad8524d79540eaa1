"""A test whose tool is missing is skipped on a developer's machine and fails in CI."""

from __future__ import annotations

import re

import pytest
from needs import library, missing, no_server
from places import ROOT
from servers import NotInstalled


@pytest.mark.parametrize("ci", [True, False])
def test_what_is_missing_fails_in_ci(monkeypatch: pytest.MonkeyPatch, ci: bool) -> None:
    monkeypatch.setenv("CI", "true") if ci else monkeypatch.delenv("CI", raising=False)
    ended = pytest.fail.Exception if ci else pytest.skip.Exception
    with pytest.raises(ended, match="needs a tool"):
        missing("needs a tool")
    with pytest.raises(ended, match="needs no_such_library"):
        library("no_such_library")
    with pytest.raises(ended, match="no server"):
        no_server(NotInstalled("no server"))
    with pytest.raises(pytest.skip.Exception):
        no_server(NotInstalled("on request only", on_request=True))
    assert library("json").loads("1") == 1


def test_no_test_is_skipped_for_want_of_a_library() -> None:
    """pytest's own way skips in CI too; `pty` is no library but a property of the system."""
    for path in (ROOT / "tests").rglob("*.py"):
        found = re.findall(r'importorskip\("([^"]+)"', path.read_text(encoding="utf-8"))
        assert set(found) <= {"pty"} or path.name == "test_needs.py", path
