"""What is set once for every command: by the environment, by a file, and which of them holds."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

MINE = """
@prefix ex: <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
ex:france org:memberOf ex:eu . ex:malta org:memberOf ex:eu .
"""


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    path = tmp_path / "mine.ttl"
    path.write_text(MINE)
    return path


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write the user's settings file."""

    def write(text: str) -> Path:
        path = tmp_path / "home" / "blocs" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        monkeypatch.delenv("BLOCS_CONFIG", raising=False)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
        return path

    return write


def members(result: Any) -> list[str]:
    assert result.code == 0, result.err
    return [line.split("\t")[0] for line in result.out.splitlines()[1:]]


def in_force(blocs: Callable[..., Any]) -> dict[str, tuple[str, str]]:
    rows = json.loads(blocs("config", "--format", "json").out)
    return {row["setting"]: (row["value"], row["from"]) for row in rows}


@pytest.mark.parametrize("variable", ["BLOCS_DATA", "BLOCS_STORE"])
def test_a_source_can_be_set_for_every_command(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, mine: Path, tmp_path: Path, variable: str
) -> None:
    source = mine
    if variable == "BLOCS_STORE":
        source = tmp_path / "store"
        assert blocs("import", "rdf", mine, "--store", source).code == 0
    monkeypatch.setenv(variable, str(source))
    assert members(blocs("who", "eu")) == ["france", "malta"]
    assert blocs("check").code == blocs("check", "--data", mine).code


def test_an_option_outweighs_what_is_set(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, mine: Path, config: Callable[[str], Path]
) -> None:
    config('store = "nowhere"\nrole = "observer"\nformat = "json"\n')
    assert members(blocs("who", "eu", "--data", mine, "--role", "full", "--format", "tsv")) == ["france", "malta"]


def test_the_environment_outweighs_the_file(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, mine: Path, config: Callable[[str], Path]
) -> None:
    path = config('store = "nowhere"\nrole = "observer"\n')
    monkeypatch.setenv("BLOCS_DATA", str(mine))
    monkeypatch.setenv("BLOCS_ROLE", "any")
    assert members(blocs("who", "eu")) == ["france", "malta"]
    found = in_force(blocs)
    assert found["data"] == (str(mine), "BLOCS_DATA")
    assert found["role"] == ("any", "BLOCS_ROLE")
    assert found["store"] == ("", "default")  # one source is in force, the one of the environment
    assert str(path) not in {origin for _, origin in found.values()}


def test_the_file_sets_role_format_and_a_source_beside_it(
    blocs: Callable[..., Any], mine: Path, config: Callable[[str], Path]
) -> None:
    path = config('data = "graph.ttl"\nformat = "csv"\nrole = "any"\n')
    (path.parent / "graph.ttl").write_text(MINE)
    assert blocs("who", "eu").out.splitlines()[0] == "id,label,basis"
    assert in_force(blocs)["data"] == (str(path.parent / "graph.ttl"), str(path))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colour = 1\n", "unknown setting 'colour'; the settings are: data store endpoint format role pager width"),
        ('role = "member"\n', "role is 'member'; it takes one of: full associate observer any"),
        ('width = "wide"\n', "width is 'wide'; it takes a number from 40 to 200"),
        ("role = true\n", "role takes a text, not True"),
        ('role = "any\n', "not TOML: "),
        ('store = "a"\nendpoint = "http://127.0.0.1:1/"\n', "are both set; choose one source"),
    ],
)
def test_what_is_wrong_with_the_file_is_said(
    blocs: Callable[..., Any], config: Callable[[str], Path], text: str, message: str
) -> None:
    path = config(text)
    result = blocs("who", "CST")
    assert (result.code, result.out) == (2, "")
    assert message in result.err and str(path) in result.err
    assert blocs("who", "--help").code == 0


def test_a_file_that_is_named_must_be_there(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOCS_CONFIG", "nowhere/config.toml")
    result = blocs("who", "CST")
    assert (result.code, result.err) == (1, "blocs: nowhere/config.toml: no such file, named by BLOCS_CONFIG\n")


def test_a_role_that_is_set_is_said_in_the_answer(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BLOCS_ROLE", "observer")
    assert "In CST as observers, as of 2001-05" in blocs("who", "CST", "--format", "table").out
    assert json.loads(blocs("who", "CST", "--format", "json").out)["understood"] == "members of CST as observers"


def on_a_terminal(lines: int, *words: str, **environment: str) -> str:
    """What `blocs` prints on a terminal of so many lines."""
    pty = pytest.importorskip("pty", reason="needs pseudo-terminals, which this system has not")
    main, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "blocs", *words],
        stdin=child,
        stdout=child,
        stderr=child,
        env={**os.environ, "TERM": "xterm", "LINES": str(lines), "COLUMNS": "80", "NO_COLOR": "1", **environment},
    )
    os.close(child)
    seen = b""
    while True:
        try:
            read = os.read(main, 65536)
        except OSError:  # the other side has ended
            break
        if not read:
            break
        seen += read
    os.close(main)
    assert process.wait() == 0, seen
    return seen.decode()


def test_a_long_table_goes_through_the_pager_that_is_set() -> None:
    pager = "sed s/^/|/"
    assert on_a_terminal(10, "list", "bodies", PAGER=pager).startswith("|")
    assert on_a_terminal(10, "list", "bodies", PAGER="false", BLOCS_PAGER=pager).startswith("|")
    assert not on_a_terminal(10, "list", "bodies", "--no-pager", PAGER=pager).startswith("|")
    assert not on_a_terminal(200, "list", "bodies", PAGER=pager).startswith("|")
    assert not on_a_terminal(10, "list", "bodies", PAGER="").startswith("|")


def test_in_a_pipe_there_is_no_pager(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    expected = blocs("list", "bodies")
    monkeypatch.setenv("PAGER", "false")
    assert blocs("list", "bodies") == expected


def test_a_width_that_is_set_holds_on_a_terminal() -> None:
    printed = on_a_terminal(200, "show", "Armenia", "-v", BLOCS_WIDTH="50")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", printed).splitlines()
    assert 40 < max(map(len, lines)) <= 50
