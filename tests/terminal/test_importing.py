"""Imports as a person meets them at a terminal: progress, conflicts, what is said, and what Ctrl-C leaves behind."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from places import TEST_DATA
from terminals import Terminal

pytest.importorskip("pty", reason="needs pseudo-terminals, which this system has not")

Blocs = Callable[..., Any]
Opens = Callable[..., Terminal]
CTRL_C = "\x03"
TURTLE = "@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> . :e org:memberOf :b ."
SCHEMA_ORG = (
    '@prefix s: <https://schema.org/> . <http://e.org/f> a s:Country ; s:name "France" ; s:memberOf <http://e.org/c> .'
    ' <http://e.org/c> a s:Organization ; s:name "Club" .'
)


@pytest.fixture
def opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """Runs a command at a terminal, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    opened: list[Terminal] = []

    def command(*words: object) -> Terminal:
        opened.append(Terminal(words, os.environ))
        return opened[-1]

    yield command
    for terminal in opened:
        terminal.close()


def table(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(("country,organization,start", *rows)) + "\n", encoding="utf-8")
    return path


def large(path: Path, rows: int) -> Path:
    return table(path, *(f"s{i % 500},o{i // 500},{1900 + i % 100}" for i in range(rows)))


def members(blocs: Blocs, body: str, store: Path) -> list[str]:
    found = blocs("who", body, "--as-of", "any", "--store", store, "--columns", "id", "--no-header", "--format", "csv")
    assert found.code == 0, found.err
    return sorted(found.out.split())


def test_an_import_shows_how_far_it_is_and_then_what_was_read(opens: Opens, blocs: Blocs, tmp_path: Path) -> None:
    terminal = opens("import", "csv", large(tmp_path / "t.csv", 20_000), "--store", "s")
    assert terminal.sees("reading")  # the name of a stage, with its bar
    assert terminal.ends() == 0
    assert "country as member" in terminal.all and "20,000 rows made 20,000 memberships" in terminal.all
    assert "s: t.csv (t.csv), of " in terminal.all
    assert len(members(blocs, "o3", tmp_path / "s")) == 500


def test_control_c_leaves_the_store_as_it_was(opens: Opens, blocs: Blocs, tmp_path: Path) -> None:
    store = tmp_path / "s"
    assert blocs("import", "csv", table(tmp_path / "small.csv", "France,Club,1990"), "--store", store).code == 0
    before = sorted(path.relative_to(store) for path in store.rglob("*"))
    terminal = opens("import", "csv", large(tmp_path / "t.csv", 200_000), "--store", "s")
    assert terminal.sees("reading")
    terminal.type(CTRL_C)
    assert terminal.ends() == 130
    assert "Traceback" not in terminal.all
    assert sorted(path.relative_to(store) for path in store.rglob("*")) == before
    assert members(blocs, "Club", store) == ["france"]


def test_control_c_leaves_no_store_where_there_was_none(opens: Opens, tmp_path: Path) -> None:
    terminal = opens("import", "csv", large(tmp_path / "t.csv", 200_000), "--store", "s")
    assert terminal.sees("reading")
    terminal.type(CTRL_C)
    assert terminal.ends() == 130
    assert not [path for path in (tmp_path / "s").rglob("*") if path.is_file()]


def test_a_source_that_is_there_is_not_overwritten_unasked(opens: Opens, blocs: Blocs, tmp_path: Path) -> None:
    one, two = table(tmp_path / "one.csv", "France,Club,1990"), table(tmp_path / "two.csv", "Spain,Club,1991")
    assert opens("import", "csv", one, "--store", "s", "--label", "Clubs").ends() == 0
    refused = opens("import", "csv", two, "--store", "s", "--label", "Clubs")
    assert refused.ends() == 2
    assert "already has a source 'Clubs', from one.csv; replace it with --replace" in " ".join(refused.all.split())
    assert members(blocs, "Club", tmp_path / "s") == ["france"]
    replaced = opens("import", "csv", two, "--store", "s", "--label", "Clubs", "--replace")
    assert replaced.ends() == 0 and "s: replaced Clubs (one.csv), imported " in replaced.all
    assert members(blocs, "Club", tmp_path / "s") == ["spain"]


def test_a_folder_that_is_no_store_is_left_alone(opens: Opens, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    terminal = opens("import", "csv", table(tmp_path / "t.csv", "France,Club,1990"), "--store", "mine")
    assert terminal.ends() in (1, 2)
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_a_wrong_table_leaves_no_bar_on_the_screen(opens: Opens, tmp_path: Path) -> None:
    terminal = opens("import", "csv", table(tmp_path / "t.csv", "France,Club,1990", "Spain,,1991x"), "--store", "s")
    assert terminal.ends() == 1
    last = terminal.all.rpartition("blocs: ")[2]
    assert "t.csv" in last and "━" not in last
    assert not [path for path in (tmp_path / "s").rglob("*") if path.is_file()]


def test_a_dry_run_says_what_would_be_read_and_writes_nothing(opens: Opens, tmp_path: Path) -> None:
    source = table(tmp_path / "t.csv", "France,Club,1990", "Spain,Club,1991")
    terminal = opens("import", "csv", source, "--dry-run")
    assert terminal.ends() == 0
    assert "2 memberships of 2 members in 1 body; no errors" in terminal.all
    assert [path.name for path in tmp_path.iterdir()] == ["t.csv"]


def test_rdf_says_by_which_lens_it_was_read(opens: Opens, blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "page.ttl").write_text(SCHEMA_ORG)
    terminal = opens("import", "rdf", "page.ttl", "--store", "s")
    assert terminal.ends() == 0
    assert "read through the lens schema-org: 1 membership" in terminal.all
    assert len(members(blocs, "Club", tmp_path / "s")) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["import", "rdf", "--store", "s"], "no file was named; for example: blocs import rdf my.ttl --store my-store"),
        (["import", "rdf", "a.ttl", "--store", "s", "--where", "?m a ?k"], "--where is for --endpoint"),
        (
            ["import", "rdf", "a.ttl", "--store", "s", "--endpoint", "http://localhost:1"],
            "cannot be combined with files",
        ),
        (["import", "rdf", "--store", "s", "--endpoint", "http://localhost:1"], "--endpoint needs one --lens"),
        (["import", "csv", "t.csv"], "no store was named; use --store DIR, or --dry-run to only check the data"),
        (["import", "csv", "t.csv", "--store", "s", "--map", "Land"], "--map takes COLUMN=FIELD, not 'Land'"),
    ],
    ids=str,
)
def test_what_cannot_be_meant_is_asked_about(
    blocs: Blocs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ttl").write_text(TURTLE)
    table(tmp_path / "t.csv", "France,Club,1990")
    refused = blocs(*words)
    assert (refused.code, refused.out) == (2, "") and said in refused.err and refused.err.count("\n") == 1
    assert not (tmp_path / "s").exists()


def test_a_published_table_is_checked_and_imported(opens: Opens, blocs: Blocs, tmp_path: Path) -> None:
    atop = TEST_DATA / "tables" / "atop5_1m.csv"
    checked = opens("import", "atop", atop, "--dry-run")
    assert checked.ends() == 0 and "no errors" in checked.all
    terminal = opens("import", "atop", atop, "--store", "s")
    assert terminal.ends() == 0 and "memberships" in terminal.all
    assert blocs("list", "states", "--store", tmp_path / "s", "--count", "--format", "csv").out.split()[0] == "count"


def test_two_nodes_are_merged_and_parted_again(opens: Opens, blocs: Blocs, tmp_path: Path) -> None:
    source = table(tmp_path / "t.csv", "France,EEC,1958", "Italy,The Six,1958")
    assert blocs("import", "csv", source, "--store", tmp_path / "s").code == 0
    tried = opens("merge", "EEC", "The Six", "--store", "s", "--dry-run")
    assert tried.ends() == 0 and "would be one with" in tried.all
    assert members(blocs, "EEC", tmp_path / "s") == ["france"]
    merged = opens("merge", "EEC", "The Six", "--store", "s")
    assert merged.ends() == 0 and "take it back with: blocs merge --undo --store s" in merged.all
    assert members(blocs, "EEC", tmp_path / "s") == ["france", "italy"]
    parted = opens("merge", "--undo", "--store", "s")
    assert parted.ends() == 0 and "a node of its own again" in parted.all
    assert members(blocs, "EEC", tmp_path / "s") == ["france"]


@pytest.mark.parametrize(
    ("words", "name", "content"),
    [
        (["json"], "t.json", '[{"country": "France", "organization": "Club"}]'),
        (["tsv"], "t.csv", "country\torganization\nFrance\tClub\n"),
        (["table"], "t.csv", "country,organization\nFrance,Club\n"),
        ([], "t.csv", "country,organization\nFrance,Club\n"),
        (["ttl"], "t.ttl", SCHEMA_ORG),
        (["Turtle"], "t.ttl", SCHEMA_ORG),
        ([], "t.ttl", SCHEMA_ORG),
    ],
)
def test_formats_and_files_name_what_reads_them(
    blocs: Blocs, tmp_path: Path, words: list[str], name: str, content: str
) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    done = blocs("import", *words, tmp_path / name, "--store", tmp_path / "s")
    assert done.code == 0, done.err
    assert members(blocs, "Club", tmp_path / "s") in (["france"], ["f"])


def test_what_no_import_reads_is_said_with_what_there_is(blocs: Blocs) -> None:
    done = blocs("import", "cow", "t.csv")
    assert done.code == 2
    assert "did you mean cow-igo or cow-alliances?" in done.err and "blocs import csv FILE" in done.err


def test_an_address_behind_sparql_is_an_endpoint(blocs: Blocs, tmp_path: Path) -> None:
    done = blocs("import", "sparql", "http://127.0.0.1:9/sparql", "--lens", "wikidata", "--store", tmp_path / "s")
    assert done.code == 1 and "nothing answers at http://127.0.0.1:9/sparql" in done.err
