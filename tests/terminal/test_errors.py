"""Every error that a user can meet: one line on stderr, the right exit code, nothing on stdout, nothing half-written.

The messages are kept as snapshots: `pytest --snapshot-update` after a deliberate change.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion

# name: (exit code, the command's words; "@" stands for the folder with the files below)
ERRORS: dict[str, tuple[int, str]] = {
    "unknown name": (2, "who CTS"),
    "unknown name, nothing near": (2, "who Atlantis"),
    "a state where a body belongs": (2, "who Armenia"),
    "a name of several": (2, "show Twin --data @twins.ttl"),
    "nothing after and": (2, "who CST and"),
    "unknown entity": (2, "show Kazahkstan"),
    "unknown kind": (2, "list dragons"),
    "unknown command": (2, "whom CST"),
    "unknown option": (2, "who CST --frobnicate"),
    "a name that begins with a hyphen": (2, "who -Dash_Pact --data @good.ttl --as-of 2001"),
    "a first name of two that begins with a hyphen": (2, "path -Dash Armenia --data @good.ttl"),
    "missing argument": (2, "who"),
    "unknown format": (2, "who CST --format yaml"),
    "unknown format of a query": (2, "query -e ASK{} --format yaml"),
    "rows as a graph": (2, "query in-both --format turtle"),
    "a graph as rows": (2, "query -e CONSTRUCT{?s_?p_?o}WHERE{?s_?p_?o} -o @rows.csv"),
    "bad date": (2, "who CST --as-of 2001-13"),
    "period back to front": (2, "who CST --as-of 2001:1999"),
    "unknown role": (2, "who CST --role candidate"),
    "unknown role of an overlap": (2, "overlap --role candidate"),
    "the former option of a panel": (2, "overlap --panel 1990:2000 -m kappa"),
    "the former option of a panel, and states": (2, "overlap --codes cow --panel=1990:2000 Armenia"),
    "the former option of an UpSet plot": (2, "overlap --upset CST GUUAM CIS --by body"),
    "an option that a panel has not": (2, "panel 1990:1991 --pairs"),
    "years of a panel": (2, "panel the-nineties"),
    "years of a panel in the wrong order": (2, "panel 2000:1990"),
    "bad timeout": (2, "who CST --timeout 0"),
    "two sources": (2, "who CST --data @good.ttl --store @store"),
    "missing file": (1, "who CST --data @none.ttl"),
    "missing file without an ending": (1, "who CST --data @none"),
    "missing source of a comparison": (1, "compare built-in @none"),
    "a table with columns of its own": (2, "who EU --data @land.csv"),
    "a role of a table that is read for a question": (1, "who EU --data @guests.csv"),
    "a date of a table that is read for a question": (1, "timeline --data @days.csv"),
    "a role of a table that is imported": (1, "import csv @guests.csv --store @store"),
    "unknown encoding": (2, "import csv @days.csv --encoding klingon --dry-run"),
    "an encoding that is none of text": (2, "import csv @days.csv --encoding rot13 --dry-run"),
    "a date of a table's data that is none": (2, "import csv @guests.csv --no-role --date 31.12.2020 --dry-run"),
    "a folder for a file": (1, "who CST --data @folder.ttl"),
    "broken Turtle": (1, "who CST --data @broken.ttl"),
    "broken RDF/XML": (1, "who CST --data @broken.rdf"),
    "not UTF-8": (1, "who CST --data @latin.ttl"),
    "broken gzip": (1, "who CST --data @broken.ttl.gz"),
    "unknown ending": (2, "who CST --data @notes.docx"),
    "no store": (1, "who CST --store @nowhere"),
    "a file for a store": (1, "who CST --store @good.ttl"),
    "named without a file": (2, "query -e ASK{} --named http://example.org/"),
    "SPARQL syntax": (2, "query -e SELECT"),
    "an update": (2, "query -e DELETE{?s_?p_?o}WHERE{?s_?p_?o}"),
    "SERVICE": (2, "query -e SELECT*{SERVICE<http://example.org/>{?s_?p_?o}}"),
    "unknown query": (2, "query in-bth"),
    "missing query file": (1, "query @none.rq"),
    "parameter without a value": (2, "query in-both -p a"),
    "a parameter of a query without variables": (2, "query -e ASK{} -p x=1"),
    "unknown picture format": (2, "export --format bmp"),
    "unknown view": (2, "export --view sideways"),
    "unknown measure": (2, "overlap --measure friendship"),
    "one end of a path": (2, "path Armenia"),
    "not understood": (2, "ask what is the GDP of Armenia"),
    "unknown ending of the output": (2, "who CST -o @answer.docx"),
    "ending of another command": (2, "overlap -o @graph.graphml"),
    "output folder missing": (1, "who CST -o @none/out.tsv"),
    "output is a folder": (1, "who CST --format tsv -o @folder.ttl"),
    "check of no file": (1, "check @none.ttl"),
    "check of a text that is not there": (1, "check --text @none.txt"),
    "check of a text of nobody": (2, "check @good.ttl --text @good.ttl"),
    "check of two sources": (2, "check @good.ttl --store @store"),
    "endpoint is no URL": (2, "list --endpoint localhost"),
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "good.ttl").write_text("<x:a> <x:b> <x:c> .", encoding="utf-8")
    (tmp_path / "broken.ttl").write_text("<x:a> <x:b>\n  <x:c> ;;; <x:d .", encoding="utf-8")
    (tmp_path / "broken.rdf").write_text("<rdf:RDF><oops>", encoding="utf-8")
    (tmp_path / "latin.ttl").write_bytes('<x:a> <x:b> "Türkiye" .'.encode("latin-1"))
    (tmp_path / "broken.ttl.gz").write_bytes(b"\x1f\x8b\x08not really")
    label = "<http://www.w3.org/2004/02/skos/core#prefLabel>"
    twins = (f'<x:{name}> a <https://schema.org/Country> ; {label} "Twin" .' for name in "ab")
    (tmp_path / "twins.ttl").write_text(" ".join(twins), encoding="utf-8")
    (tmp_path / "notes.docx").write_text("notes", encoding="utf-8")
    (tmp_path / "land.csv").write_text("Riege,Gau\nDeutschland,EU\n", encoding="utf-8")
    (tmp_path / "guests.csv").write_text("country,body,status\nChile,EU,guest of honour\n", encoding="utf-8")
    (tmp_path / "days.csv").write_text("country,body,joined\nChile,EU,03/04/1969\n", encoding="utf-8")
    (tmp_path / "folder.ttl").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", ERRORS)
def test_errors(
    blocs: Callable[..., Any], files: Path, monkeypatch: pytest.MonkeyPatch, snapshot: SnapshotAssertion, name: str
) -> None:
    monkeypatch.delenv("BLOCS_ENDPOINT", raising=False)
    before = sorted(files.rglob("*"))
    code, command = ERRORS[name]
    words = [word.replace("_", " ").replace("@", f"{files}/") for word in command.split()]
    result = blocs(*words)
    assert (result.code, result.out) == (code, ""), result
    assert result.err.startswith("blocs: ") and result.err.count("\n") == 1
    assert sorted(files.rglob("*")) == before
    assert result.err.replace(str(files), "@") == snapshot


def test_a_file_that_was_there_keeps_its_content_when_the_answer_fails(blocs: Callable[..., Any], files: Path) -> None:
    kept = files / "kept.tsv"
    kept.write_text("old", encoding="utf-8")
    assert blocs("who", "CTS", "-o", kept).code == 2
    assert kept.read_text(encoding="utf-8") == "old"
    assert blocs("who", "CST", "-o", kept).code == 0
    assert kept.read_text(encoding="utf-8").startswith("id\tlabel")


def test_import_alone_asks_for_help(blocs: Callable[..., Any]) -> None:
    result = blocs("import")
    assert (result.code, result.err) == (0, "")
    assert "Usage: blocs" in result.out
