"""Tables on terminals of any width: no word is broken in its middle, no line is too long, nothing is lost."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from typing import Any

import pytest
from blocs.terminal.writing.canvas import Canvas
from blocs.terminal.writing.table import Table
from blocs.terminal.writing.tables import drawn_table
from blocs.terminal.writing.widths import fold
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from terminals import on_terminal

COMMANDS = (
    "list", "list people", "who CIS -v", "search security", "show GUUAM -v", "timeline", "overlap", "overlap --pairs",
    "overlap Armenia Georgia", "overlap Armenia -v", "upset", "path Armenia GUUAM", "network", "queries", "info",
    "cite", "trend", "compare built-in built-in", "query in-both -p a=CST -p b=CIS",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_no_word_is_broken(blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    said = {}
    for width in (160, 80, 60):
        monkeypatch.setenv("COLUMNS", str(width))
        done = blocs(*command.split(), "--format", "table")
        assert done.code == 0, done.err
        assert max(map(len, done.out.splitlines())) <= width
        said[width] = set(re.findall(r"[^\W\d_]{2,}", done.out))
    assert not said[80] - said[160] and not said[60] - said[160]


WORDS = st.lists(st.text("abcdefgh", min_size=1, max_size=12), max_size=8).map(" ".join)


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=5), st.integers(40, 100))
def test_every_table_keeps_its_words_whole(rows: list[tuple[str, str, str]], width: int) -> None:
    table = Table({"a": "First", "b": "Second", "c": "Third"}, rows)
    console = Console(width=width, color_system=None, record=True, file=None, force_terminal=False)
    with console.capture() as captured:
        for part in drawn_table(table)(Canvas(width, False, True)):
            console.print(part)
    text = captured.get()
    assert all(cell_len(line) <= width for line in text.splitlines())
    words = sorted(word for row in rows for cell in row for word in cell.split())
    shown = re.findall(r"[a-h]+", re.sub(r"First|Second|Third|\d+ rows", "", text))
    assert sorted(shown) == words


@given(WORDS, st.integers(12, 40))
def test_folding_keeps_words_and_widths(text: str, width: int) -> None:
    lines = fold(text, width).split("\n")
    assert " ".join(" ".join(lines).split()) == text and all(cell_len(line) <= width for line in lines)


def test_where_columns_have_no_room_each_row_is_lines_of_its_own() -> None:
    names = [f"column-{n}" for n in range(9)]
    table = Table({name: name for name in names}, [["wonderful"] * 9, ["marvellous"] * 9])
    console = Console(width=40, color_system=None)
    with console.capture() as captured:
        for part in drawn_table(table)(Canvas(40, False, True)):
            console.print(part)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    assert lines[0] == "column-0  wonderful" and lines.count("") == 1 and lines[-1] == "2 rows."


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("who CIS", "12 members."),
        ("overlap --pairs", "66 pairs."),
        ("network", "12 states."),
        ("list", "130 entities."),
        ("timeline", "5 rows."),
        ("overlap", "12 states."),
        ("upset", "12 members in 3 combinations of 4 bodies."),
        ("queries", "queries."),
        ("ask who is in both CST and CIS DMC", "6 states."),
    ],
)
def test_a_footer_counts(blocs: Callable[..., Any], command: str, words: str) -> None:
    assert words in blocs(*command.split(), "--format", "table").out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_export_fills_no_terminal_with_text_for_programs(blocs: Callable[..., Any]) -> None:
    environment = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR")}
    code, text = on_terminal(["export"], environment)
    assert code == 2 and "name the file to write: --output FILE.svg" in text and "digraph" not in text
    code, text = on_terminal(["export", "--format", "dot"], environment)
    assert code == 0 and text.startswith("digraph")
    assert blocs("export").out.startswith("digraph"), "in a pipe it is DOT"
