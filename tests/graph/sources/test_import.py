"""Imports: tables of memberships, the Correlates of War tables, RDF files; always whole, always the same."""

from __future__ import annotations

import csv
import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import blocs as library
import pytest
from blocs.graph.model.dates import ALWAYS
from blocs.graph.model.membership import read_memberships
from places import SHARED

TABLE = """member,organization,role,start,end,source,quote
France,NATO,,1949,,Treaty,"France signed, too"
Spain,NATO,full member,1982-05-30,,,
Russia,NATO,associate,1994,2014,,
Côte d’Ivoire,ECOWAS,member,1975,,,
"""


def test_a_table_becomes_a_graph_with_roles_dates_and_quotes(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "members.csv").write_text(TABLE, encoding="utf-8")
    store = tmp_path / "store"
    assert blocs("import", "csv", tmp_path / "members.csv", "--store", store, "--date", "2014").code == 0
    assert ids(blocs("who", "NATO", "--store", store)) == ["france", "spain"]
    assert ids(blocs("who", "NATO", "--store", store, "--as-of", "1960")) == ["france"]
    assert ids(blocs("who", "NATO", "--store", store, "--role", "any", "--as-of", "2000")) == [
        "france",
        "russia",
        "spain",
    ]
    assert ids(blocs("who", "ECOWAS", "--store", store)) == ["ivory-coast"]
    found = json.loads(blocs("who", "NATO", "--store", store, "--format", "json").out)
    assert found["as_of"] == "2014"
    assert found["answer"]["entities"][0]["evidence"][0]["quote"] == "France signed, too"


def ids(result: Any) -> list[str]:
    assert result.code == 0, result.err
    return [line.split("\t")[0] for line in result.out.splitlines()[1:]]


WRONG: dict[str, tuple[str, int, str]] = {
    "no header": ("", 1, "row 1 has no names of columns"),
    "no rows": ("member,organization\n", 1, "the table has no rows"),
    "no member": ("member,organization\n,NATO\n", 1, "row 2, column member: no member is named"),
    "bad date": ("state,igo,start\nA,B,next year\n", 1, "row 2, column start: 'next year' is not a date"),
    "backwards": ("state,igo,start,end\nA,B,2000,1999\n", 1, "row 2, column end: the membership ends (1999) before"),
    "bad role": (
        "state,igo,role\nA,B,full\nA,C,friend\n",
        1,
        "column role: unknown role: 'friend' (row 3); say what each is",
    ),
    "one more wrong row": (
        "state,igo,role\nA,B,x\nA,C,y\n",
        1,
        "unknown roles: 'x' (row 2), 'y' (row 3); say what each is",
    ),
    "many wrong rows": (
        "state,igo,start\n" + "A,B,x\n" * 12,
        1,
        "(also wrong: rows 3, 4, 5, 6, 7, 8, 9, 10 and 3 more)",
    ),
    "a role that is none": ("state,igo,role\nA,B,none\n", 1, "unknown role: 'none' (row 2)"),
    "two columns alike": ("state,igo,state\nA,B,C\n", 2, "has 2 columns called 'state'; rename all but one"),
    "a table of states and years": ("ccode,year,state,un\n2,1999,usa,1\n", 2, "is read by: blocs import cow-igo"),
    "a huge cell": (f"state,igo\nA,{'x' * 200_000}\n", 1, "row 2: a cell is longer than 131,072 characters"),
    "a quote that never ends": ('state,igo\nA,B\n"A,B\n', 1, "row 3: a quote is opened and not closed"),
    "no organization column": (
        "state,thing\nA,B\n",
        2,
        "no column for the organization; its columns are: state, thing",
    ),
    "too many cells": ("state,igo\nA,B,C\n", 1, "row 2 has 3 cells, the header has 2"),
    "text after a quote": ('state,igo\n"A"x,B\n', 1, "row 2: a quoted cell goes on behind its second quote"),
}


@pytest.mark.parametrize("name", WRONG)
def test_wrong_tables_are_refused_by_row_and_column(blocs: Callable[..., Any], tmp_path: Path, name: str) -> None:
    text, code, said = WRONG[name]
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")
    for more in (["--dry-run"], ["--store", tmp_path / "store"]):
        result = blocs("import", "csv", tmp_path / "t.csv", *more)
        assert (result.code, result.out) == (code, "")
        assert said in result.err and result.err.count("\n") == 1
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfState;IGO;Joined\r\nA;B;1999\r\n",
        b"state\tigo\tsince\nA\tB\t1999\n",
        gzip.compress(b'country,alliance,from\n"A","B",1999.0\n\n', mtime=0),
        b'Nation , Organisation,accession\n"A\n",B,1999\n',
        b'"member","organization","role","start","end"\n"A","B","NA",1999,NA\n',
        b"member,organization,start,end\nA,B,1999-01-01 00:00:00,-9\n",
    ],
)
def test_what_spreadsheets_write_is_read(blocs: Callable[..., Any], tmp_path: Path, data: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(data)
    assert blocs("import", "csv", tmp_path / "t.csv", "--store", tmp_path / "s").code == 0
    assert ids(blocs("who", "B", "--store", tmp_path / "s", "--as-of", "1999")) == ["a"]
    assert ids(blocs("who", "B", "--store", tmp_path / "s", "--as-of", "1998")) == []


def test_columns_are_mapped_and_latin_1_is_said(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Staaten im Bund,Bund\nA,B\nA,B\n", encoding="utf-8")
    given = ["--map", "Staaten im Bund=member", "--map", "Bund=organization"]
    found = blocs("import", "csv", tmp_path / "t.csv", *given, "--dry-run")
    assert "2 rows, 1 membership of 1 member in 1 body" in found.out
    assert blocs("import", "csv", tmp_path / "t.csv", "--map", "Staat=member", "--dry-run").code == 2
    (tmp_path / "t.csv").write_bytes("state,igo\nA,B\nTürkei,B\n".encode("latin-1"))
    assert "it was read as cp1252" in blocs("import", "csv", tmp_path / "t.csv", "--dry-run").out
    assert "Türkei" in blocs("who", "B", "--data", tmp_path / "t.csv").out
    wrong = blocs("import", "csv", tmp_path / "t.csv", "--dry-run", "--encoding", "utf-8")
    assert (wrong.code, wrong.out) == (1, "") and "line 3 is not UTF-8; say which it is with --encoding" in wrong.err


@pytest.mark.parametrize("name", ["t.xlsx", "t.xls"])
def test_a_damaged_spreadsheet_is_reported(blocs: Callable[..., Any], tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"\xd0\xcf\x11\xe0more" if name == "t.xls" else b"PK\x03\x04more")
    for words in (["import", "csv", tmp_path / name, "--dry-run"], ["who", "B", "--data", tmp_path / name]):
        result = blocs(*words)
        assert (result.code, result.out) == (1, "")
        assert "the spreadsheet" in result.err and result.err.count("\n") == 1


def test_utf_16_is_read(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("state\tigo\nA\tB\n".encode("utf-16"))
    assert "the table is in UTF-16" in blocs("import", "csv", tmp_path / "t.csv", "--dry-run").out


@pytest.mark.parametrize("packed", [False, True])
def test_a_table_is_read_from_standard_input(blocs: Callable[..., Any], tmp_path: Path, packed: bool) -> None:
    table = "state;igo\nA;B\nÖ;B\nA;B\n".encode()
    content = gzip.compress(table) if packed else table
    assert blocs("import", "csv", "-", "--dry-run", input=content).out.startswith(
        "-: 3 rows, 2 memberships of 2 members in 1 body"
    )
    assert blocs("import", "csv", "-", "--store", tmp_path / "s", input=content).code == 0
    assert sorted(
        line.split("\t")[1] for line in blocs("who", "B", "--store", tmp_path / "s").out.splitlines()[1:]
    ) == [
        "A",
        "Ö",
    ]


def test_rdf_files_become_one_source(blocs: Callable[..., Any], tmp_path: Path) -> None:
    built_in = Path(library.__file__).parent / "data" / "triples.ttl"
    assert blocs("import", "rdf", built_in, "--store", tmp_path / "s").code == 0
    for command in (["who", "CST"], ["ask", "who attended the Baku meeting"], ["list"]):
        assert blocs(*command, "--store", tmp_path / "s") == blocs(*command)


def test_an_import_twice_is_the_same_and_two_sources_stand_together(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "one.csv").write_text("state,igo\nA,B\n", encoding="utf-8")
    (tmp_path / "two.csv").write_text("state,igo\nC,B\n", encoding="utf-8")
    for table in ("one.csv", "two.csv", "one.csv"):
        assert blocs("import", "csv", tmp_path / table, "--store", tmp_path / "s", "--date", "2020").code == 0
    assert ids(blocs("who", "B", "--store", tmp_path / "s")) == ["a", "c"]
    assert len(list((tmp_path / "s").glob("generation-*"))) == 1


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_killed_import_leaves_the_old_store_whole(blocs: Callable[..., Any], tmp_path: Path) -> None:
    store = tmp_path / "s"
    (tmp_path / "t.csv").write_text("state,igo\nA,B\n", encoding="utf-8")
    assert blocs("import", "csv", tmp_path / "t.csv", "--store", store).code == 0
    big = tmp_path / "big.csv"
    with big.open("w", encoding="utf-8") as out:
        out.write("state,igo,start\n")
        out.writelines(f"s{i % 500},o{i // 500},{1900 + i % 100}\n" for i in range(30_000))
    dice = random.Random(3)
    for _ in range(6):
        running = subprocess.Popen(
            [sys.executable, "-m", "blocs", "import", "csv", str(big), "--store", str(store)], stderr=subprocess.DEVNULL
        )
        time.sleep(dice.uniform(0.1, 0.9))
        running.send_signal(signal.SIGKILL)
        running.wait()
        assert ids(blocs("who", "B", "--store", store)) in (["a"], ["a"])
    assert blocs("import", "csv", big, "--store", store).code == 0
    assert len(ids(blocs("who", "o3", "--store", store))) == 500
    assert ids(blocs("who", "B", "--store", store)) == ["a"]


@pytest.fixture(scope="module")
def cow(cow_store: Path) -> tuple[Path, Path]:
    """The folder of the tables, and a store of them."""
    return SHARED / "cow-igo", cow_store


def test_every_states_yearly_number_of_memberships_is_the_tables_own(cow: tuple[Path, Path]) -> None:
    tables, store = cow
    with gzip.open(tables / "state_year_format3.csv.gz", "rt") as stream:
        rows = list(csv.DictReader(stream))
    roles = {"1.0": "full", "2.0": "associate", "3.0": "observer"}
    expected: Counter[tuple[str, int, str]] = Counter()
    for row in rows:
        for name, cell in row.items():
            if cell in roles and name not in ("ccode", "year", "state"):
                expected[str(int(float(row["ccode"]))), int(float(row["year"])), roles[cell]] += 1
    graph = library.load(store=store)
    found: Counter[tuple[str, int, str]] = Counter()
    for span in read_memberships(graph.source, ALWAYS, role="any"):
        code = graph.names.by_iri[span.member].codes["cow"]
        for year in range(int(span.start or 0), int(span.end or 2014) + 1):
            found[code, year, span.role] += 1
    assert found == expected


def test_missing_is_kept_as_missing_and_states_have_their_spells(cow: tuple[Path, Path]) -> None:
    tables, store = cow
    with gzip.open(tables / "state_year_format3.csv.gz", "rt") as stream:
        rows = list(csv.reader(stream))
    missing = sum(cell == "-9.0" for row in rows for cell in row[3:])
    source = library.load(store=store).source

    def years(pattern: str, variables: str) -> int:
        total = 0
        dates = "; schema:startDate ?s OPTIONAL { ?n schema:endDate ?e }"
        query = f"SELECT {variables} ?s ?e {{ {pattern} {dates} }}"
        for *_, start, end in source.select(query):
            total += int(end.value if end is not None else 2014) - int(start.value) + 1  # type: ignore[union-attr]
        return total

    assert years("?n a blocs:MissingMembership ; org:member ?m", "?n ?m") == missing
    assert years("?n a blocs:Spell", "?n") == len(rows) - 1


@pytest.mark.skipif(os.name != "posix", reason="a file that is open can be removed here only")
def test_readers_keep_what_they_opened_while_an_import_replaces_it(blocs: Callable[..., Any], tmp_path: Path) -> None:
    store = tmp_path / "s"
    for name, rows in (("one.csv", "A,B\n"), ("two.csv", "".join(f"S{i},B\n" for i in range(3000)))):
        (tmp_path / name).write_text("state,igo\n" + rows, encoding="utf-8")
    assert blocs("import", "csv", tmp_path / "one.csv", "--store", store).code == 0
    early = [library.load(store=store) for _ in range(5)]  # opened before, asked after
    answers: list[int] = []

    def look(doing: str, done: int, size: int) -> None:
        answers.append(len(library.load(store=store).members("B")))

    from blocs.graph.sources.importing.tables import import_csv

    import_csv(store, tmp_path / "two.csv", progress=look)
    assert len(answers) >= 3 and set(answers) == {1}, "whoever opens it during an import finds the old store"
    assert [len(graph.members("B")) for graph in early] == [1] * 5
    assert len(library.load(store=store).members("B")) == 3001


@pytest.mark.skipif(os.name != "posix", reason="needs locks")
def test_of_two_imports_at_once_one_is_refused(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("state,igo\nA,B\n", encoding="utf-8")
    said: list[str] = []

    def another(doing: str, done: int, size: int) -> None:
        said.append(blocs("import", "csv", tmp_path / "t.csv", "--store", tmp_path / "s").err)

    from blocs.graph.sources.importing.tables import import_csv

    import_csv(tmp_path / "s", tmp_path / "t.csv", progress=another)
    assert said and all("another import is writing" in err for err in said)
    assert ids(blocs("who", "B", "--store", tmp_path / "s")) == ["a"]


def rows(path: Path, *lines: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(["state,igo", *lines]) + "\n", encoding="utf-8")
    return path


def test_another_file_is_another_source_and_the_same_file_replaces(blocs: Callable[..., Any], tmp_path: Path) -> None:
    into = ["--store", tmp_path / "s"]
    early, late = rows(tmp_path / "2019" / "members.csv", "A,B"), rows(tmp_path / "2020" / "members.csv", "C,B")
    assert "replaced" not in blocs("import", "csv", early, *into).err
    second = blocs("import", "csv", late, *into)
    assert "replaced" not in second.err and "2020/members.csv" in second.err
    assert ids(blocs("who", "B", *into)) == ["a", "c"]
    rows(late, "D,B")
    again = blocs("import", "csv", late, *into)
    assert "s: replaced 2020/members.csv (members.csv), imported " in again.err
    assert ids(blocs("who", "B", *into)) == ["a", "d"]
    turtle = tmp_path / "members.ttl"
    turtle.write_text(
        "@prefix org: <http://www.w3.org/ns/org#> . @prefix : <https://w3id.org/blocs/id/> . :e org:memberOf :b ."
    )
    assert "replaced" not in blocs("import", "rdf", turtle, *into).err
    assert ids(blocs("who", "B", *into)) == ["a", "d", "e"]
    assert "replaced members.ttl" in blocs("import", "rdf", turtle, *into).err


def test_standard_input_is_never_the_same(blocs: Callable[..., Any], tmp_path: Path) -> None:
    into = ["--store", tmp_path / "s"]
    for state in ("A", "C"):
        assert blocs("import", "csv", "-", *into, input=f"state,igo\n{state},B\n").code == 0
    assert ids(blocs("who", "B", *into)) == ["a", "c"]
    labelled = ["import", "csv", "-", *into, "--label", "mine"]
    assert blocs(*labelled, input="state,igo\nD,B\n").code == 0
    refused = blocs(*labelled, input="state,igo\nE,B\n")
    assert refused.code == 2 and "already has a source 'mine', from -; replace it with --replace" in refused.err
    assert ids(blocs("who", "B", *into)) == ["a", "c", "d"]
    assert "replaced mine" in blocs(*labelled, "--replace", input="state,igo\nE,B\n").err
    assert ids(blocs("who", "B", *into)) == ["a", "c", "e"]


def test_a_label_decides(blocs: Callable[..., Any], tmp_path: Path) -> None:
    into = ["--store", tmp_path / "s"]
    one, two = rows(tmp_path / "one.csv", "A,B"), rows(tmp_path / "two.csv", "C,B")
    assert blocs("import", "csv", one, *into, "--label", "Leagues").code == 0
    assert blocs("import", "csv", two, *into, "--label", "Leagues").code == 2
    assert ids(blocs("who", "B", *into)) == ["a"]
    assert blocs("import", "csv", two, *into, "--label", "Leagues", "--replace").code == 0
    assert ids(blocs("who", "B", *into)) == ["c"]
    assert blocs("import", "csv", one, *into, "--label", "More leagues").code == 0
    assert ids(blocs("who", "B", *into)) == ["a", "c"]
    assert "replaced Leagues" in blocs("import", "csv", two, *into, "--label", "Leagues").err
    assert "replaced" in blocs("import", "csv", two, *into).err  # the same file, whatever it was called


def test_other_tables_of_the_correlates_of_war_are_asked_about(blocs: Callable[..., Any], tmp_path: Path) -> None:
    for name in ("v2.csv", "v3.csv"):
        (tmp_path / name).write_text("ccode,year,state,un\n2,1999,usa,1\n")
    into = ["--store", tmp_path / "s"]
    assert blocs("import", "cow-igo", tmp_path / "v2.csv", *into).code == 0
    assert "replaced" in blocs("import", "cow-igo", tmp_path / "v2.csv", *into).err
    assert blocs("import", "cow-igo", tmp_path / "v3.csv", *into).code == 2
    assert "replaced" in blocs("import", "cow-igo", tmp_path / "v3.csv", *into, "--replace").err


def test_a_file_of_the_same_name_from_another_folder_is_said_and_replaces_if_asked(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    for folder, state in (("old", "Gabon"), ("new", "Qatar")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "m.csv").write_text(f"country,organization\n{state},OPEC\n")
    into = "--store", tmp_path / "s"
    blocs("import", "csv", tmp_path / "old" / "m.csv", *into)
    beside = blocs("import", "csv", tmp_path / "new" / "m.csv", *into)
    assert "m.csv from another file stays beside new/m.csv; to have the new one only, import it again" in beside.err
    replaced = blocs("import", "csv", tmp_path / "new" / "m.csv", *into, "--replace")
    assert "replaced m.csv" in replaced.err and "replaced new/m.csv" in replaced.err and "beside" not in replaced.err
    assert [line.split("\t")[0] for line in blocs("who", "OPEC", *into).out.splitlines()[1:]] == ["qatar"]
    assert blocs("list", "sources", *into).out.count("m.csv") == 1


def test_one_file_replaces_all_of_its_name_and_none_that_is_only_called_almost_so(
    blocs: Callable[..., Any], tmp_path: Path
) -> None:
    into = "--store", tmp_path / "s"
    rows(tmp_path / "m-2.csv", "Oman,OPEC")
    blocs("import", "csv", tmp_path / "m-2.csv", *into)
    for folder, state in (("a", "Gabon"), ("b", "Qatar"), ("c", "Iraq")):
        said = blocs("import", "csv", rows(tmp_path / folder / "m.csv", f"{state},OPEC"), *into)
    assert (
        "s: m.csv, b/m.csv from other files stay beside c/m.csv; to have the new one only, import it again" in said.err
    )
    assert ids(blocs("who", "OPEC", *into)) == ["gabon", "iraq", "oman", "qatar"]
    replaced = blocs("import", "csv", tmp_path / "c" / "m.csv", *into, "--replace").err
    assert all(f"s: replaced {name} (m.csv), imported " in replaced for name in ("m.csv", "b/m.csv", "c/m.csv"))
    assert ids(blocs("who", "OPEC", *into)) == ["iraq", "oman"]
