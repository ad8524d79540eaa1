"""`blocs draft`: what is written, what is said, and what drafted facts do in answers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.drafting import draft_file
from blocs.terminal.drafting import DraftOptions, tell

Run = Callable[..., Any]

TEXT = """The East African Community

Kenya joined the East African Community (EAC) in 2007. Rwanda is a member, but Burundi is not. Somalia hopes to join.

Nothing of note happened in the lake.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    (tmp_path / "note.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "note.txt"


def test_a_draft_is_written_and_reported(blocs: Run, text: Path, tmp_path: Path) -> None:
    result = blocs("draft", text, "-o", tmp_path / "mine.ttl")
    assert result.code == 0 and result.err == ""
    lines = result.out.splitlines()
    assert lines[0] == f"{text}: 3 facts in 5 sentences"
    assert lines[1] == "dated 2007, the latest date in the text; --date sets another"
    assert lines[2:4] == ["     2  memberships", "     1  denial"]
    assert "Nothing was taken from 3 sentences" in lines and "  [3] Nothing of note happened in the lake." in lines
    assert "  [2] Somalia hopes to join: a wish, an application or an invitation" in lines
    assert lines[-1].startswith("3 facts not reviewed: answers leave them out.")
    assert blocs("check", tmp_path / "mine.ttl", "--text", text).code == 0


def test_drafted_facts_count_only_if_asked_for(blocs: Run, text: Path, tmp_path: Path) -> None:
    blocs("draft", text, "-o", tmp_path / "mine.ttl")
    result = blocs("who", "EAC", "--data", tmp_path / "mine.ttl")
    assert result.out.splitlines()[1:] == []
    assert (
        result.err
        == f"{tmp_path / 'mine.ttl'}: 3 drafted facts left out; --drafted counts them\nNo matches in this graph.\n"
    )
    result = blocs("who", "EAC", "--data", tmp_path / "mine.ttl", "--drafted")
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == ["kenya", "rwanda"] and result.err == ""


def test_drafted_facts_in_a_store_count_only_if_asked_for(blocs: Run, text: Path, tmp_path: Path) -> None:
    blocs("draft", text, "-o", tmp_path / "mine.ttl")
    imported = blocs("import", "rdf", tmp_path / "mine.ttl", "--store", tmp_path / "store")
    assert "3 drafted facts; answers leave them out unless --drafted is given" in imported.err + imported.out
    result = blocs("who", "EAC", "--store", tmp_path / "store")
    assert result.out.splitlines()[1:] == []
    assert (
        result.err
        == f"{tmp_path / 'store'}: 3 drafted facts left out; --drafted counts them\nNo matches in this graph.\n"
    )
    result = blocs("who", "EAC", "--store", tmp_path / "store", "--drafted")
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == ["kenya", "rwanda"] and result.err == ""
    asked = blocs("ask", "is Kenya in the EAC?", "--store", tmp_path / "store", "--drafted", "--format", "json")
    assert json.loads(asked.out)["answer"]["basis"] == "drafted"


def test_another_source_of_a_store_vouches_for_a_drafted_fact(blocs: Run, text: Path, tmp_path: Path) -> None:
    blocs("draft", text, "-o", tmp_path / "mine.ttl")
    (tmp_path / "rows.csv").write_text("state,organization,start\nKenya,East African Community,2000\n")
    blocs("import", "rdf", tmp_path / "mine.ttl", "--store", tmp_path / "store")
    blocs("import", "csv", tmp_path / "rows.csv", "--store", tmp_path / "store")
    result = blocs("who", "East African Community", "--store", tmp_path / "store")
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == ["kenya"]


def test_without_a_file_the_turtle_goes_to_a_pipe(blocs: Run, text: Path) -> None:
    result = blocs("draft", text)
    assert result.code == 0 and "a org:Membership" in result.out and "3 facts in 5 sentences" in result.err


def test_a_graph_gives_what_it_names_its_ids(blocs: Run, text: Path, tmp_path: Path) -> None:
    known = "@prefix org: <http://www.w3.org/ns/org#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
    known += '<https://example.org/eac-2000> a org:Organization ; skos:prefLabel "East African Community" .\n'
    (tmp_path / "known.ttl").write_text(known)
    blocs("draft", text, "--graph", tmp_path / "known.ttl", "-o", tmp_path / "mine.ttl")
    assert "org:organization <https://example.org/eac-2000>" in (tmp_path / "mine.ttl").read_text()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["-o", "mine.csv"], 2, "a draft is written as .ttl, and as .html to review it"),
        (["--date", "soon"], 2, "'soon' is not a date"),
        (["--review"], 2, "--review needs a terminal"),
        (["--decisions", "none.json"], 1, "none.json: no such file"),
        (["--graph", "none.ttl"], 1, "none.ttl"),
        (["--extractions", "none.csv"], 1, "none.csv: no such file"),
        (["--extractions", "none.txt"], 2, "extractions are .jsonl"),
    ],
)
def test_what_is_asked_wrongly_is_said(
    blocs: Run, text: Path, tmp_path: Path, words: list[str], code: int, said: str
) -> None:
    result = blocs("draft", text, *words)
    assert result.code == code and said in result.err and result.out == ""


def test_a_text_that_is_missing_or_says_nothing(blocs: Run, tmp_path: Path) -> None:
    assert blocs("draft", tmp_path / "none.txt").code == 1
    (tmp_path / "empty.txt").write_text("")
    result = blocs("draft", tmp_path / "empty.txt", "-o", tmp_path / "o.ttl")
    assert result.code == 0 and "Nothing was found" in result.out


def test_a_review_at_a_terminal_goes_on_later(text: Path, tmp_path: Path, blocs: Run) -> None:
    import pty

    def at_terminal(answers: str) -> str:
        lead, follow = pty.openpty()
        command = [sys.executable, "-m", "blocs", "draft", str(text), "--review", "-o", str(tmp_path / "mine.ttl")]
        process = subprocess.Popen(command, stdin=follow, stdout=follow, stderr=follow)
        os.close(follow)
        os.write(lead, answers.encode())
        seen = b""
        while True:
            try:
                chunk = os.read(lead, 2**16)
            except OSError:
                break
            if not chunk:
                break
            seen += chunk
        os.close(lead)
        assert process.wait() == 0
        return seen.decode()

    assert "3 facts to review" in at_terminal("a\nq\n")
    assert (tmp_path / "mine.review.json").exists()
    assert "2 facts to review, 1 decided" in at_terminal("r\na\n")
    result = blocs("who", "EAC", "--data", tmp_path / "mine.ttl")
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == ["kenya"]


class Terminal(StringIO):
    """What a command writes to a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_report_fits_its_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "text.txt").write_text("The ministers of the region " + "spoke of the roads " * 8 + "again.")
    found = draft_file(tmp_path / "text.txt")
    options = DraftOptions(tmp_path / "text.txt", None, None, None, None, None, False, False)
    for width in (60, 80, 160):
        monkeypatch.setenv("COLUMNS", str(width))
        screen = Terminal()
        tell(found, options, screen)
        lines = screen.getvalue().splitlines()
        sentence = [line for line in lines if "roads" in line]
        assert max(map(len, lines[1:])) <= width
        assert sentence[0].startswith("  [1] The") and all(line.startswith("      ") for line in sentence[1:])
    plain = StringIO()
    tell(found, options, plain)
    assert len([line for line in plain.getvalue().splitlines() if "roads" in line]) == 1
