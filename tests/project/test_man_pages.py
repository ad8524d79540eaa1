"""The manual pages are those of the commands, and the programs that show them have nothing to object to."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer
from blocs.cli import app
from needs import missing
from places import ROOT


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every page by its name."""
    made = runpy.run_path(str(ROOT / "scripts" / "man_pages.py"))["main"](tmp_path_factory.mktemp("man"))
    return {path.stem: path for path in made}


def commands() -> dict[str, Any]:
    """Every command by its name, as it is typed."""

    def walk(group: Any, before: str) -> Any:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, f"{before}{name} ")
            elif not command.hidden:
                yield before + name, command

    return dict(walk(typer.main.get_command(app), "blocs "))


def test_every_command_has_a_page(pages: dict[str, Path]) -> None:
    assert set(pages) == {"blocs", *(name.replace(" ", "-") for name in commands())}


def shown(page: Path) -> str:
    """A page as a terminal shows it, as one line without bold and italics."""
    groff = shutil.which("groff")
    if groff is None:
        missing("groff is not installed")
    done = subprocess.run(
        [groff, "-man", "-Tutf8", "-ww", "-P-cbou", "-rHY=0", "-dAD=l", str(page)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stderr == "", page.name
    return " ".join(done.stdout.split())


def test_a_page_says_what_help_says(pages: dict[str, Path]) -> None:
    for name, command in commands().items():
        text = shown(pages[name.replace(" ", "-")])
        wanted = [command.help, *(parameter.help or "" for parameter in command.params)]
        wanted += [option for parameter in command.params for option in parameter.opts if option.startswith("-")]
        wanted += (command.epilog or "").splitlines()[1:]
        for words in wanted:
            assert " ".join(words.split()) in text, name


def test_the_first_page_has_every_command_and_what_holds_for_all(pages: dict[str, Path]) -> None:
    text = shown(pages["blocs"])
    for name in commands():
        assert f"{name} " in text and f"{name.replace(' ', '-')}(1)" in text
    for words in ("BLOCS_STORE", "BLOCS_CONFIG", "EXIT STATUS", "--version"):
        assert words in text


def test_the_pages_have_no_fault(pages: dict[str, Path]) -> None:
    mandoc = shutil.which("mandoc")
    if mandoc is None:
        missing("mandoc is not installed")
    done = subprocess.run([mandoc, "-Tlint", "-Wstyle", *map(str, pages.values())], capture_output=True, text=True)
    assert done.stdout + done.stderr == ""


def test_what_looks_like_an_instruction_is_text() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "man_pages.py"))
    lines = list(made["_wrapped"](made["_marked"]("x " * 40 + ".so /etc/passwd 'br \\f `--a-b` …")))
    assert not any(re.match("[.']", line) for line in lines)
    assert "\\e" in " ".join(lines) and "\\fB\\-\\-a\\-b\\fR" in lines[-1]
