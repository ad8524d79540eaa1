"""What a shell completes, asked as the shells ask."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from needs import missing

TABLE = "member,organization,start\nFrance,League of Cities,1950\nMalta,League of Cities,1964\n"


def completed(line: str, **environment: str) -> list[str]:
    """What zsh is told for a line."""
    done = subprocess.run(
        [sys.executable, "-m", "blocs"],
        env={**os.environ, "_BLOCS_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return re.findall(r'^(?:_arguments .*\(\()?"([^"]+)"', done.stdout, re.MULTILINE)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("blocs who CS", {"CST"}),
        ("blocs who CST and gu", {"guuam"}),
        ("blocs show arm", {"armenia"}),
        ("blocs overlap Ge", {"Georgia"}),
        ("blocs list bo", {"bodies"}),
        ("blocs query in-b", {"in-both"}),
        ("blocs query in-both -p ", {"a=", "b="}),
        ("blocs who CST --format js", {"json", "jsonl"}),
        ("blocs export --format grap", {"graphml"}),
        ("blocs overlap --measure ka", {"kappa"}),
        ("blocs export --layout sf", {"sfdp"}),
        ("blocs who CST --role ob", {"observer"}),
        ("blocs who CST --as-of 199", {"1992"}),
        ("blocs upset --size a", {"auto", "a4"}),
        ("blocs trend --style p", {"print"}),
        ("blocs trend gu", {"guuam"}),
        ("blocs overlap --format pd", {"pdf"}),
        ("blocs ov", {"overlap"}),
    ],
)
def test_a_word_is_completed_from_what_the_graph_has(line: str, expected: set[str]) -> None:
    found = set(completed(line))
    assert expected <= found
    assert all(word.startswith(line.split(" ")[-1]) for word in found)


def test_the_graph_that_the_line_names_is_the_one_that_is_read(tmp_path: Path) -> None:
    table = tmp_path / "members.csv"
    table.write_text(TABLE)
    assert completed(f"blocs who --data {table} lea") == ["league-of-cities"]
    assert completed("blocs who lea", BLOCS_DATA=str(table)) == ["league-of-cities"]
    assert completed(f"blocs who --data {table} league-of-cities --as-of 19") == ["1950", "1964"]


def test_what_cannot_be_read_is_completed_with_nothing_and_no_word() -> None:
    assert completed("blocs who --data nowhere.csv l") == []
    assert completed("blocs who --endpoint http://127.0.0.1:1/ l") == []


def test_bash_completes() -> None:
    bash = shutil.which("bash") or missing("bash")
    script = """
    eval "$(_BLOCS_COMPLETE=source_bash blocs)"
    COMP_WORDS=(blocs who CS); COMP_CWORD=2
    _blocs_completion blocs
    printf '%s\\n' "${COMPREPLY[@]}"
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run([bash, "-c", script], env={**os.environ, "PATH": path}, capture_output=True, text=True)
    assert (done.stdout.split(), done.stderr) == (["CST"], "")
