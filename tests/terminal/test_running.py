"""How a command ends: asked wrongly, interrupted, out of memory, with nobody reading, on a disk that is full."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from terminals import Terminal

if sys.platform == "win32":
    pytest.skip("pipes and signals as Unix has them", allow_module_level=True)

Blocs = Callable[..., Any]


def shell(line: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a line in a shell in which `$BLOCS` is the command."""
    environment = {**os.environ, "BLOCS": f"{sys.executable} -m blocs", **settings}
    return subprocess.run(["sh", "-c", line], capture_output=True, text=True, env=environment, timeout=120)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["import"], 0, ""),
        (["nothing"], 2, "no such command 'nothing'"),
        (["who"], 2, "missing argument 'EXPRESSION...'; for example: blocs who CST and CIS DMC; see: blocs who --help"),
        (["who", "CST", "--limit", "many"], 2, "invalid value for '--limit'"),
        (["overlap", "--panel", "1990:2000"], 2, "overlap has no option --panel; use: blocs panel 1990:2000"),
        (["overlap", "--panel=1990:2000"], 2, "overlap has no option --panel; use: blocs panel 1990:2000"),
        (["overlap", "--upset"], 2, "overlap has no option --upset; use: blocs upset"),
    ],
    ids=str,
)
def test_what_was_asked_wrongly_is_one_line_with_the_way_on(
    blocs: Blocs, words: list[str], code: int, said: str
) -> None:
    result = blocs(*words)
    assert result.code == code
    assert said in result.err and result.err.count("\n") == (1 if code else 0)
    assert (result.out != "") == (code == 0)


@pytest.mark.parametrize("size", ["lots", "-1", "0", "nan", "1e9"])
def test_a_limit_of_memory_that_is_none_is_refused(blocs: Blocs, monkeypatch: pytest.MonkeyPatch, size: str) -> None:
    monkeypatch.setenv("BLOCS_MAX_MEMORY", size)
    refused = blocs("list")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == f"blocs: BLOCS_MAX_MEMORY takes a number of GiB, not {size!r}\n"


@pytest.mark.parametrize(
    ("error", "code", "said"),
    [
        (MemoryError(), 1, "there is not enough memory for this; narrow the query"),
        (OSError(28, "No space left on device", "/data/graph"), 1, "/data/graph: No space left on device"),
        (KeyboardInterrupt(), 130, ""),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, BaseException) else "",
)
def test_what_happens_while_a_graph_is_read_is_one_line(
    blocs: Blocs, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int, said: str
) -> None:
    def fail(*given: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(
        "blocs.terminal.process.running._write_no_more", lambda: None
    )  # it closes the tests' own stream
    monkeypatch.setattr("blocs.terminal.process.sources.SourceOptions.open", fail)
    result = blocs("list")
    assert (result.code, result.out, result.err) == (code, "", f"blocs: {said}\n" if said else "")


def test_a_defect_shows_as_one(blocs: Blocs, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*given: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("blocs.terminal.process.sources.SourceOptions.open", fail)
    with pytest.raises(ZeroDivisionError):
        blocs("list")


@pytest.mark.parametrize(
    "line",
    [
        "$BLOCS panel 1900:2001 --format csv | head -n 1",
        "$BLOCS list --format jsonl | head -n 1",
        "$BLOCS export --format ntriples | head -n 1",
        "yes 'is Georgia in the CST' | head -n 500 | $BLOCS ask | head -n 1",
        "$BLOCS overlap --format table | head -n 1",
        "$BLOCS who --schema | head -n 1",
    ],
)
def test_head_gets_its_line_and_no_complaint(line: str) -> None:
    ran = shell(line)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("\n") == 1


def test_a_limit_of_time_is_said_and_leaves_no_file(tmp_path: Path) -> None:
    ran = shell(f"$BLOCS list --timeout 0.0001 -o {tmp_path}/list.csv")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith(
        "blocs: no answer within 0.0001 s; narrow the query, or allow more time with --timeout"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_limit_of_memory_holds_for_a_command() -> None:
    ran = shell(
        "$BLOCS query -e 'SELECT DISTINCT ?a ?e ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i'",
        BLOCS_MAX_MEMORY="0.3",
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr.startswith("blocs: this needs more than 0.3 GiB of memory; ")


def test_control_c_at_a_terminal_ends_a_long_query_and_leaves_a_clean_line() -> None:
    terminal = Terminal(["query", "-e", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"], os.environ)
    try:
        assert not terminal.sees("anything", seconds=3)  # well into the query
        terminal.type("\x03")
        assert terminal.ends() == 130
        assert terminal.all.replace("^C", "").strip() == ""
    finally:
        terminal.close()
