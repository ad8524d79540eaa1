"""Output in encodings that lack characters: help, tables and errors stay legible, and nothing fails."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import blocs.cli
import pytest
from terminals import on_terminal
from typer.main import get_command

BARE = {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "COLUMNS": "80"}
ENCODINGS = {"ascii": {}, "latin-1": {"PYTHONIOENCODING": "latin-1"}, "cp1252": {"PYTHONIOENCODING": "cp1252"}}


def environment(encoding: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "PYTHON"))}
    return {**kept, **BARE, **ENCODINGS[encoding]}


def run(encoding: str, *words: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "blocs", *words]
    done = subprocess.run(command, capture_output=True, env=environment(encoding), timeout=60, check=False)
    return done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding)


IN_ONE_PROCESS = """
import json, os, sys
from blocs.cli import COMMANDS, _app_with
from blocs.terminal.process.running import only_asked, run
for words in json.loads(sys.argv[1]):
    sys.argv = ["blocs", *words]
    code = run(only_asked(_app_with(COMMANDS)))
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os.write(1, b"\\x1d%d\\x1e" % code)
    os.write(2, b"\\x1e")
"""
"""Runs commands one after another, with a sign behind what each has written, and its exit code before that."""


def run_all(encoding: str, lines: Sequence[str]) -> Iterator[tuple[str, tuple[int, str, str]]]:
    """Commands and what each gives, run in one process: to begin one takes longer than to answer."""
    command = [sys.executable, "-c", IN_ONE_PROCESS, json.dumps([line.split() for line in lines])]
    done = subprocess.run(command, capture_output=True, env=environment(encoding), timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    written, said = (stream.decode(encoding).split("\x1e")[:-1] for stream in (done.stdout, done.stderr))
    for line, out, err in zip(lines, written, said, strict=True):
        text, _, code = out.rpartition("\x1d")
        yield line, (int(code), text, err)


def commands() -> list[str]:
    return list(get_command(blocs.cli.app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_help_has_boxes_of_ascii(encoding: str) -> None:
    code, out, err = run(encoding, "who", "--help")
    assert (code, err) == (0, "")
    assert "+- Options ---" in out and "EXPRESSION..." in out and "\\u" not in out
    boxes = [line for line in out.splitlines() if line.startswith(("+", "|"))]
    assert boxes and {len(line) for line in boxes} == {80}, "the right side of every box is straight"


def test_help_is_in_ascii_but_for_its_boxes(subtests: Any) -> None:
    for command, (code, out, err) in run_all("ascii", [f"{command} --help" for command in commands()]):
        with subtests.test(command):
            assert (code, err) == (0, "") and "--help" in out and "\\u" not in out


TABLES = [
    "list bodies",
    "show GUUAM -v",
    "overlap",
    "overlap --pairs",
    "overlap Armenia Azerbaijan -v",
    "upset",
    "panel 2001",
    "timeline",
    "network",
    "path Armenia GUUAM -v",
    "ask is Georgia in the CST -v",
    "info",
    "compare built-in built-in",
]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_tables_are_legible(encoding: str, subtests: Any) -> None:
    for command, (code, out, err) in run_all(encoding, [f"{command} --format table" for command in TABLES]):
        with subtests.test(command):
            assert (code, err) == (0, "")
            assert out and "\\u" not in out and "\\x" not in out
            assert max(len(line) for line in out.splitlines()) <= 82, "a cut-off sign has three characters in ASCII"


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_errors_are_legible_and_letters_that_are_lacking_are_shown_by_number(encoding: str) -> None:
    code, out, err = run(encoding, "who", "--role", "\N{GREEK SMALL LETTER ALPHA}…", "CST")
    assert (code, out) == (2, "") and err.startswith("blocs: unknown role '") and err.count("\n") == 1


def test_formats_for_programs_are_utf_8_everywhere() -> None:
    query = "SELECT ?x { VALUES ?x { '\\u00fc\\u2026' } }"
    for form in ("json", "jsonl", "csv", "tsv", "markdown"):
        command = [sys.executable, "-m", "blocs", "query", "-e", query, "--format", form]
        done = subprocess.run(command, capture_output=True, env=environment("ascii"), timeout=60, check=True)
        assert "ü…" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("form", ["table", "markdown", "tsv"])
def test_a_terminal_gets_what_its_encoding_has(form: str) -> None:
    query = "SELECT ?x { VALUES ?x { '\\u201cT\\u00fcrkiye\\u2026\\u201d' } }"
    code, seen = on_terminal(["query", "-e", query, "--format", form], environment("ascii"))
    assert code == 0 and "T\\xfcrkiye..." in seen and seen.isascii()
