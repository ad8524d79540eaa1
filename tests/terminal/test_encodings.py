"""Output in encodings that lack characters: help, tables and errors stay legible, and nothing fails."""

from __future__ import annotations

import os
import subprocess
import sys

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


def commands() -> list[str]:
    return list(get_command(blocs.cli.app).commands)  # type: ignore[attr-defined]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_help_has_boxes_of_ascii(encoding: str) -> None:
    code, out, err = run(encoding, "who", "--help")
    assert (code, err) == (0, "")
    assert "+- Options ---" in out and "EXPRESSION..." in out and "\\u" not in out
    boxes = [line for line in out.splitlines() if line.startswith(("+", "|"))]
    assert boxes and {len(line) for line in boxes} == {80}, "the right side of every box is straight"


@pytest.mark.parametrize("command", commands())
def test_help_is_in_ascii_but_for_its_boxes(command: str) -> None:
    code, out, err = run("ascii", command, "--help")
    assert (code, err) == (0, "") and "\\u" not in out


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
@pytest.mark.parametrize("command", TABLES)
def test_tables_are_legible(command: str, encoding: str) -> None:
    code, out, err = run(encoding, *command.split(), "--format", "table")
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
