"""The prompt of `ask` on a terminal: a real pseudo-terminal, typed at as a person would."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import blocs as library
import pytest
from blocs.terminal.prompt import Completing
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document

pty = pytest.importorskip("pty", reason="needs pseudo-terminals, which this system has not")


class Terminal:
    """A `blocs ask` at a terminal of its own."""

    def __init__(self, home: Path) -> None:
        self.main, child = pty.openpty()
        environment = {**os.environ, "XDG_STATE_HOME": str(home), "TERM": "xterm", "COLUMNS": "100", "LINES": "40"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "blocs", "ask"], stdin=child, stdout=child, stderr=child, env=environment
        )
        os.close(child)
        self.seen = ""

    def type(self, text: str) -> None:
        os.write(self.main, text.encode())

    def sees(self, text: str) -> bool:
        """Wait until a text is on the screen."""
        end = time.monotonic() + 30
        while text not in self.seen and time.monotonic() < end:
            if not select.select([self.main], [], [], 1)[0]:
                continue
            try:
                self.seen += os.read(self.main, 65536).decode("utf-8", "replace")
            except OSError:
                break
            if "\x1b[6n" in self.seen:  # asked where the cursor is
                self.seen = self.seen.replace("\x1b[6n", "")
                self.type("\x1b[1;1R")
        return text in self.seen


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    opened = Terminal(tmp_path)
    yield opened
    opened.process.kill()
    opened.process.wait()
    os.close(opened.main)


def test_a_conversation(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.sees("blocs>")
    terminal.type("is Georgia in the CST\r")
    assert terminal.sees("the source denies it")
    terminal.type("and Armenia?\r")
    assert terminal.sees("read as “is Armenia in the CST”")
    terminal.type("what is the GDP of Armenia\r")
    assert terminal.sees("not understood: 'GDP'")
    terminal.seen = terminal.seen.rpartition("not understood")[2]
    assert terminal.sees("blocs>")
    terminal.type("\x04")
    assert terminal.process.wait(timeout=30) == 0
    assert "is Georgia in the CST" in (tmp_path / "blocs" / "history").read_text(encoding="utf-8")


def test_control_c_leaves_an_empty_line(terminal: Terminal) -> None:
    assert terminal.sees("blocs>")
    terminal.type("\x03")
    assert terminal.process.wait(timeout=30) == 130
    assert "Traceback" not in terminal.seen


@pytest.mark.parametrize(
    ("typed", "completed"),
    [
        ("who is in Collective Sec", "Collective Security Treaty"),
        ("is Arm", "Armenia"),
        ("which bodies are p", "which bodies are part of CIS"),
    ],
)
def test_names_and_questions_are_completed(typed: str, completed: str) -> None:
    offered = Completing(library.load()).get_completions(Document(typed), CompleteEvent())
    assert completed in [completion.text for completion in offered]
