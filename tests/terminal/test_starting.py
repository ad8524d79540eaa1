"""The first minutes: `blocs` alone, and the tour."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.terminal.starting import STEPS
from terminals import on_terminal


def commands(said: str) -> list[str]:
    return [line.strip() for line in said.splitlines() if line.startswith("  blocs ")]


def test_alone_it_says_what_is_in_the_graph_and_what_to_try(
    blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = blocs()
    assert result.code == 0
    assert len(result.out.splitlines()) <= 10
    assert "12 states, 13 bodies" in result.out
    assert len(commands(result.out)) == 4
    for command in commands(result.out):
        tried = blocs(*shlex.split(command)[1:])
        assert tried.code == 0, tried.err


def test_of_a_graph_of_ones_own_it_tells_the_same(
    blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "clubs.csv"
    table.write_text("member,organization\nAnna,Chess Club\nBo,Chess Club\nBo,Choir\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BLOCS_DATA", str(table))
    result = blocs()
    assert "2 bodies" in result.out and "3 memberships" in result.out
    for command in commands(result.out):
        tried = blocs(*shlex.split(command)[1:])
        assert tried.code == 0, (command, tried.err)


def test_of_an_empty_graph_it_says_that_there_is_nothing(
    blocs: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.ttl").write_text("")
    monkeypatch.setenv("BLOCS_DATA", str(tmp_path / "empty.ttl"))
    result = blocs()
    assert result.code == 0 and "nothing in the model" in result.out


def test_a_source_that_is_not_there_is_an_error_here_too(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BLOCS_DATA", "nowhere.ttl")
    result = blocs()
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("blocs: nowhere.ttl")


def test_the_tour_runs_every_step_in_a_pipe() -> None:
    environment = {**os.environ, "BLOCS_STORE": "nowhere"}  # of no matter: the tour is of the built-in graph
    done = subprocess.run([sys.executable, "-m", "blocs", "tour"], capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    assert [line[8:] for line in done.stdout.splitlines() if line.startswith("$ blocs ")] == [
        step.command for step in STEPS
    ]
    assert "no: the source denies it" in done.stdout and "unknown: nothing says so" in done.stdout


def test_on_a_terminal_the_tour_waits_and_can_be_left() -> None:
    code, shown = on_terminal(["tour"], os.environ, typed="\nq\n")
    assert code == 0
    assert shown.count("[Enter: go on, q: stop]") == 2
    assert f"3/{len(STEPS)}" not in shown
