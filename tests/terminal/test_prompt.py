"""The prompt of `ask` on a terminal: a real pseudo-terminal, typed at as a person would."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.terminal.prompt import Completing
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from terminals import Terminal

pytest.importorskip("pty", reason="needs pseudo-terminals, which this system has not")

ENTER, UP, CTRL_C, CTRL_D = "\r", "\x1b[A", "\x03", "\x04"
Opens = Callable[..., Terminal]


@pytest.fixture
def opens(tmp_path: Path) -> Iterator[Opens]:
    """Opens a prompt, and another one in the same home."""
    opened: list[Terminal] = []

    def prompt(*words: object, home: Path = tmp_path) -> Terminal:
        opened.append(Terminal(["ask", *words], {**os.environ, "XDG_STATE_HOME": str(home)}))
        assert opened[-1].sees("blocs>")
        return opened[-1]

    yield prompt
    for terminal in opened:
        terminal.close()


def test_a_conversation(opens: Opens, tmp_path: Path) -> None:
    terminal = opens()
    terminal.type("is Georgia in the CST" + ENTER)
    assert terminal.sees("the source denies it")
    terminal.type("and Armenia?" + ENTER)
    assert terminal.sees("read as “is Armenia in the CST”")
    terminal.type("what is the GDP of Armenia" + ENTER)
    assert terminal.sees("not understood: 'GDP'")
    assert terminal.sees("blocs>")
    terminal.type("and Belarus?" + ENTER)  # what was not understood is not taken up
    assert terminal.sees("read as “is Belarus in the CST”")
    assert terminal.sees("blocs>")
    terminal.type(CTRL_D)
    assert terminal.ends() == 0
    assert "is Georgia in the CST" in (tmp_path / "blocs" / "history").read_text(encoding="utf-8")


def test_questions_are_remembered_by_the_next_session_and_by_nobody_else(opens: Opens, tmp_path: Path) -> None:
    first = opens()
    first.type("who is in GUUAM" + ENTER)
    assert first.sees("Uzbekistan") and first.sees("blocs>")
    first.type(CTRL_D)
    assert first.ends() == 0
    assert (tmp_path / "blocs" / "history").stat().st_mode & 0o077 == 0
    second = opens()
    second.type(UP)
    assert second.sees("who is in GUUAM")
    second.type(ENTER)
    assert second.sees("Uzbekistan")


def test_a_home_that_cannot_be_written_stops_no_answer(opens: Opens, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    terminal = opens(home=tmp_path / "file")
    terminal.type("is Armenia in the CST" + ENTER)
    assert terminal.sees("Understood: whether Armenia is in CST") and terminal.sees("blocs>")
    terminal.type(UP)
    assert terminal.sees("is Armenia in the CST")  # remembered while it lasts
    terminal.type(ENTER)
    assert terminal.sees("Understood: whether Armenia is in CST")


@pytest.mark.parametrize("word", ["help", "help?", "?", "H"])
def test_help_says_what_can_be_asked(opens: Opens, word: str) -> None:
    terminal = opens()
    terminal.type(word + ENTER)
    assert terminal.sees("Ask in plain English; Tab completes") and terminal.sees("who ") and terminal.sees("blocs>")


@pytest.mark.parametrize("word", ["quit", "exit", "q", "QUIT"])
def test_words_that_end_it(opens: Opens, word: str) -> None:
    terminal = opens()
    terminal.type(ENTER + "   " + ENTER)  # nothing is no question
    terminal.type(word + ENTER)
    assert terminal.ends() == 0
    assert "not understood" not in terminal.all


def test_control_c_leaves_an_empty_line(opens: Opens) -> None:
    terminal = opens()
    terminal.type(CTRL_C)
    assert terminal.ends() == 130
    assert "Traceback" not in terminal.all


def test_control_c_drops_what_was_typed_and_goes_on(opens: Opens) -> None:
    terminal = opens()
    terminal.type("who is in the Warsaw")
    assert terminal.sees("Warsaw")
    terminal.type(CTRL_C)
    assert terminal.sees("blocs>")
    terminal.type("is Georgia in the CST" + ENTER)
    assert terminal.sees("the source denies it")
    assert "not understood" not in terminal.all


PASTED = "is Georgia in the CST\n\nwhat is the GDP of Armenia\nand Armenia?\nwho is in GUUAM\n"


@pytest.mark.parametrize("bracketed", [True, False])
def test_lines_that_are_pasted_are_a_question_each(opens: Opens, bracketed: bool) -> None:
    terminal = opens()
    terminal.type(f"\x1b[200~{PASTED}\x1b[201~{ENTER}" if bracketed else PASTED.replace("\n", ENTER))
    assert terminal.sees("the source denies it")
    assert terminal.sees("not understood: 'GDP'")
    assert terminal.sees("read as “is Armenia in the CST”")
    assert terminal.sees("Understood: members of GUUAM") and terminal.sees("Uzbekistan") and terminal.sees("blocs>")
    terminal.type(CTRL_D)
    assert terminal.ends() == 0


def test_a_paste_that_ends_with_quit_ends_it(opens: Opens) -> None:
    terminal = opens()
    terminal.type(f"\x1b[200~is Georgia in the CST\nquit\nwho is in GUUAM\x1b[201~{ENTER}")
    assert terminal.ends() == 0
    assert "the source denies it" in terminal.all and "Understood: members of GUUAM" not in terminal.all


def test_what_a_terminal_would_obey_is_not_obeyed(opens: Opens) -> None:
    terminal = opens()
    terminal.type(f"\x1b[200~is \x1b]0;title\x07Georgia in the nowhere\nwho is in GUUAM\x1b[201~{ENTER}")
    assert terminal.sees("Understood: members of GUUAM")
    assert "\x1b]0;title" not in terminal.all


def test_the_options_of_the_command_hold_at_the_prompt(opens: Opens) -> None:
    terminal = opens("-v", "--as-of", "any")
    terminal.type("is Georgia in the CST" + ENTER)
    assert terminal.sees("not represented in the CST)”")
    terminal.type("who is in GUUAM" + ENTER)
    assert terminal.sees("members of GUUAM, at any time")


def test_each_question_has_the_time_that_was_asked_for(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[float] = []
    monkeypatch.setattr("blocs.terminal.asking.start_clock", allowed.append)
    assert blocs("ask", "--timeout", "7", input="is Georgia in the CST\nwho is in GUUAM\n").code == 0
    assert allowed == [7, 7]


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
