"""Messages about tables name a way on that the command at hand has, or the command that has it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Blocs = Callable[..., Any]
GUESTS = "country,body,status\nChile,Andes Pact,member\nPeru,Andes Pact,guest of honour\n"


def table(folder: Path, text: str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "command", ["who Andes_Pact", "ask who_is_in_Andes_Pact", "list", "show Chile", "overlap", "info"]
)
def test_options_of_an_import_are_said_to_be_those(blocs: Blocs, tmp_path: Path, command: str) -> None:
    path = table(tmp_path, GUESTS)
    result = blocs(*(word.replace("_", " ") for word in command.split()), "--data", path)
    assert (result.code, result.out) == (1, "")
    assert result.err.endswith(f"; these are options of: blocs import csv {path}\n")


def test_a_file_whose_name_has_blanks_is_quoted_for_the_shell(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "country,body,joined\nChile,Andes Pact,03/04/1969\n", "my table.csv")
    assert f"; --date-format is an option of: blocs import csv '{path}'\n" in blocs("list", "--data", path).err


def test_an_import_does_not_send_to_itself(blocs: Blocs, tmp_path: Path) -> None:
    assert " of: blocs import" not in blocs("import", "csv", table(tmp_path, GUESTS), "--dry-run").err


def findings(blocs: Blocs, path: Path) -> list[tuple[str, str, str]]:
    found = json.loads(blocs("check", path, "--format", "json").out)["findings"]
    return [(one["severity"], one["what"], one["way_out"]) for one in found]


def test_a_check_says_what_to_do_about_each_place_of_a_table(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "country,body,joined,status\nChile,Pact,1969,member\nPeru,Pact,once,member\n")
    of = f"is an option of: blocs import csv {path}"
    assert findings(blocs, path) == [
        ("error", "'once' is not a date.", f"If it stands for none, say: --missing once; --missing {of}"),
    ]
    path = table(tmp_path, GUESTS)
    way_out = (
        'Say what it is when you import: --role "guest of honour=skip", ="observer", ="associate" or ="full", or read'
        f" all rows as full members with --no-role; these are options of: blocs import csv {path}"
    )
    assert findings(blocs, path) == [("error", "Unknown role 'guest of honour'.", way_out)]


def test_a_check_begins_its_sentences_as_sentences(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "member,organization,start\nFrance,Pact,1990,because\n")
    way_out = "Put a cell with the separator in it in quotation marks, or name the further column."
    assert findings(blocs, path) == [("error", "It has 4 cells, the header has 3 (too many: 'because').", way_out)]
    path = table(tmp_path, "country,body,joined,left\nFrance,Pact,1999,1990\n")
    what = "The membership ends (1990) before it begins (1999)."
    assert findings(blocs, path) == [("error", what, "Fix the file at this place.")]


def test_a_column_that_may_be_a_body_is_a_finding(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "country,Andes Pact,Norden\nChile,1,0\nNorway,0,1\n")
    way_out = f'If it is a body, say --map "Norden=organization"; --map is an option of: blocs import csv {path}'
    assert findings(blocs, path) == [("warning", "Column 'Norden' was not read.", way_out)]
    assert f"; --map is an option of: blocs import csv {path}\n" in blocs("who", "Andes Pact", "--data", path).err
    assert findings(blocs, table(tmp_path, "country,Andes Pact\nChile,1\nNorway,0\n")) == []


PLAIN = "country,body,joined,status\nChile,Andes Pact,1969,member\nPeru,Andes Pact,1970,observer\n"
NESTED = json.dumps([{"country": "Chile", "body": "Andes Pact"}])


@pytest.mark.parametrize(
    ("name", "option", "said"),
    [
        ("t.csv", ("--role", "Foo=skip"), "--role 'Foo' was not used: no cell says so"),
        ("t.csv", ("--missing", "n.k."), "--missing 'n.k.' was not used: no cell says so"),
        ("t.csv", ("--fill-down",), "--fill-down was not used: no name is left out below another"),
        ("t.csv", ("--no-fill-down",), "--no-fill-down was not used: no row lacks a name"),
        ("t.csv", ("--split", "+"), "--split was not used: no cell has several names parted by '+'"),
        ("t.csv", ("--sheet", "Two"), "--sheet was not used: the file has no sheets"),
        ("t.json", ("--sheet", "Two"), "--sheet was not used: the file has no sheets"),
        ("t.json", ("--delimiter", ";"), "--delimiter was not used: the file has no separated cells"),
        ("t.csv", ("--missing", "Observer"), "read as empty, as asked: 'Observer' (1)"),
    ],
)
def test_what_is_said_of_a_table_to_no_effect_is_told(
    blocs: Blocs, tmp_path: Path, name: str, option: tuple[str, ...], said: str
) -> None:
    path = table(tmp_path, PLAIN if name == "t.csv" else NESTED, name)
    result = blocs("import", "csv", path, *option, "--dry-run")
    assert result.code == 0, result.err
    assert said in result.out.splitlines()
    stored = blocs("import", "csv", path, *option, "--store", tmp_path / "s")
    assert f"{path}: {said}\n" in stored.err
    assert any(said in line for line in blocs("info", "--store", tmp_path / "s").out.splitlines())


@pytest.mark.parametrize(
    ("text", "option"),
    [
        (PLAIN, ("--role", "observer=skip")),
        (PLAIN, ("--role", "Member=associate")),
        ("country,body,status\nChile,Pact,\n,Pact,x\n", ("--role", "x=skip", "--fill-down")),
        ("country,body\nChile,Pact\nPeru,\n", ("--no-fill-down",)),
        ("country,body\nChile,Pact\nNA,Pact\n", ("--no-fill-down",)),
        ("country,body\nChile + Peru,Pact\n", ("--split", "+")),
        ("country,body\nChile (guest),Pact\nPeru,Pact\n", ("--role", "guest=observer")),
        ("country,Andes Pact\nChile,guest\nPeru,1\n", ("--role", "guest=observer")),
    ],
)
def test_what_has_an_effect_is_not_said_to_have_none(
    blocs: Blocs, tmp_path: Path, text: str, option: tuple[str, ...]
) -> None:
    result = blocs("import", "csv", table(tmp_path, text), *option, "--dry-run")
    assert result.code == 0, result.err
    assert "not used" not in result.out


def test_json_in_an_encoding_of_its_own_is_read_by_it(blocs: Blocs, tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_bytes('[{"country": "Türkei", "body": "Bündnis"}]'.encode("cp1252"))
    assert "Türkei: Turkey (turkey)" in blocs("import", "csv", path, "--encoding", "cp1252", "--dry-run").out


STATE_YEAR = "ccode,year,state,NATO,WTO,version\n220,1960,FRANCE,1,0,3\n220,1965,FRANCE,1,0,3\n365,1960,USSR,0,-9,3\n"
ORGANIZATION_YEAR = "ioname,orgname,year,france,russia,sdate,dead,sourcesandnotes\nNATO,NATO,1960,1,0,1949,0,x\n"
ATOP = "atopid;member;yrent;moent;dayent;yrexit;moexit;dayexit;phase;defense;note\n3001;255;1990;10;3;0;0;0;0;1;x\n"


@pytest.mark.parametrize(
    ("kind", "text", "lines"),
    [
        (
            "cow-igo",
            STATE_YEAR,
            [
                "3 rows, 1 membership of 2 members in 2 bodies; no errors",
                "columns read: ccode as COW code of the member, year, state as member, nato, wto as bodies",
                "columns not read: version (by its name no organization)",
                "3 rows made 1 membership; 1 is missing",
            ],
        ),
        (
            "cow-igo",
            ORGANIZATION_YEAR,
            [
                "1 membership of 2 members in 1 body; no errors",
                "columns read: ioname as abbreviation of the body, orgname as its name, year, sdate as the year in"
                " which it began, dead as whether it ended, france, russia as members",
                "columns not read: sourcesandnotes",
                "1 row made 1 membership",
            ],
        ),
        (
            "atop --delimiter ;",
            ATOP,
            [
                "1 membership of 1 member in 1 body; no errors",
                "columns read: atopid as the alliance, member as COW code of the member, yrent as start year, moent as"
                " start month, dayent as start day, yrexit as end year, moexit as end month, dayexit as end day, phase,"
                " defense as obligation: defense",
                "columns not read: note",
                "1 row made 1 membership",
            ],
        ),
        (
            "wikidata --missing t1",
            "country,countryLabel,organization,organizationLabel,start,end\n"
            "http://www.wikidata.org/entity/Q298,Chile,http://www.wikidata.org/entity/Q7,Andes Pact,t1,\n",
            [
                "1 membership of 1 member in 1 body; no errors",
                "columns read: country as member id, countryLabel as member, organization as organization id,"
                " organizationLabel as organization, start, end",
                "1 row made 1 membership",
                "read as empty, as asked: 't1' (1)",
            ],
        ),
    ],
)
def test_a_dry_run_of_every_kind_says_which_columns_are_read(
    blocs: Blocs, tmp_path: Path, kind: str, text: str, lines: list[str]
) -> None:
    path = table(tmp_path, text)
    result = blocs("import", *kind.split(), path, "--dry-run")
    assert result.code == 0, result.err
    assert result.out.splitlines()[: len(lines)] == [f"{path}: {lines[0]}", *lines[1:]]
    assert sorted(tmp_path.iterdir()) == [path]
    stored = blocs("import", *kind.split(), path, "--store", tmp_path / "s").err
    assert stored.splitlines()[: len(lines) - 1] == [f"{path}: {line}" for line in lines[1:]]


def test_a_dry_run_of_a_graph_says_what_it_has_and_how_it_is_read(blocs: Blocs, tmp_path: Path) -> None:
    group = '<x:g> a f:Group ; f:name "Crew" ; f:member <x:a> . <x:a> f:name "Al" .'
    path = table(tmp_path, f"@prefix f: <http://xmlns.com/foaf/0.1/> . {group}", "g.ttl")
    result = blocs("import", "rdf", path, "--dry-run")
    said = [f"{path}: 1 membership of 1 member in 1 body; no errors", "read through the lens foaf: 1 membership"]
    assert (result.code, result.out.splitlines()) == (0, said)
    path = table(tmp_path, "<x:a> <x:in> <x:b> .", "h.nt")
    said = [
        f"{path}: no membership in it",
        "h.nt: one triple, not in the graph model; it uses x:in; see docs/lenses.md",
    ]
    assert blocs("import", "rdf", path, "--dry-run").out.splitlines() == said
    assert sorted(tmp_path.iterdir()) == [tmp_path / "g.ttl", path]


@pytest.mark.parametrize("kind", ["cow-igo", "csv", "atop", "rdf"])
def test_an_import_into_nowhere_is_refused_with_both_ways_on(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    path = table(tmp_path, "<x:a> <x:in> <x:b> .", "h.ttl")
    result = blocs("import", kind, path)
    said = "blocs: no store was named; use --store DIR, or --dry-run to only check the data\n"
    assert (result.code, result.out, result.err) == (2, "", said)


def test_a_check_of_a_store_says_what_was_not_read_of_its_tables(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "country,body,joined,gdp\nChile,Andes Pact,1969,7\n")
    assert blocs("import", "csv", path, "--store", tmp_path / "s").code == 0
    result = blocs("check", "--store", tmp_path / "s")
    assert result.code == 0
    assert f"{path}: columns not read: gdp\n{path}: 1 row made 1 membership\n" in result.err


def test_a_merge_says_what_is_not_in_the_model(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "<x:a> <x:in> <x:b> .", "h.nt")
    assert blocs("import", "rdf", path, "--store", tmp_path / "s").code == 0
    for source in (("--store", tmp_path / "s"), ("--data", path)):
        result = blocs("merge", "A", "B", *source, "--dry-run")
        assert (result.code, result.out) == (2, "")
        assert "not in the graph model; it uses x:in; see docs/lenses.md\n" in result.err


@pytest.mark.parametrize(
    ("cells", "said"),
    [(("Full Membership", "Observer"), False), (("1", "3"), True), (("2", "3.0"), True)],
)
def test_codes_are_said_to_be_codes_if_they_are(
    blocs: Blocs, tmp_path: Path, cells: tuple[str, str], said: bool
) -> None:
    rows = "".join(f"{code},1960,Pact,{cell}\n" for code, cell in zip(("220", "365"), cells, strict=True))
    path = table(tmp_path, f"ccode,year,orgname,value\n{rows}")
    result = blocs("import", "csv", path, "--dry-run")
    assert (result.code, "the codes of 'value' were read" in result.out) == (0, said), result.err


def test_files_of_named_graphs_alone_are_no_answer(blocs: Blocs, tmp_path: Path) -> None:
    named = ("--named", f"http://e.org/g={table(tmp_path, PLAIN)}")
    said = "Named graphs are read by queries (GRAPH ?g); other commands read what --data names, and nothing was.\n"
    for command in ("list", "info", "overlap", "timeline"):
        assert said in blocs(command, *named).err
        assert said not in blocs(command, *named, "--data", tmp_path / "t.csv").err
    asked = blocs("query", "-e", "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?m a org:Membership } }", *named)
    assert (asked.err, asked.out) == ("", "?n\n2\n")


def test_programs_find_what_is_said_of_the_source_among_the_notes(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "<x:a> <x:in> <x:b> .", "h.nt")
    note = "h.nt: one triple, not in the graph model; it uses x:in; see docs/lenses.md"
    for command in ("overlap", "network", "timeline", "trend", "upset", "info", "panel 1990:1991"):
        answer = json.loads(blocs(*command.split(), "--data", path, "--format", "json").out)
        assert answer["notes"] == [note], command
    path = table(tmp_path, "country,Andes Pact,Norden\nChile,1,0\nNorway,0,1\n")
    for words in (("who", "Andes Pact"), ("ask", "who is in the Andes Pact"), ("overlap",)):
        assert (
            "column 'Norden' was not read"
            in json.loads(blocs(*words, "--data", path, "--format", "json").out)["notes"][-1]
        )
    assert blocs("query", "-e", "ASK {}", "--data", path, "--format", "json").out == '{"head":{},"boolean":true}'


@pytest.mark.parametrize("kind", ["many", "atop", "cow-alliances"])
def test_options_of_tables_of_ones_own_are_said_to_be_those(blocs: Blocs, tmp_path: Path, kind: str) -> None:
    path = table(tmp_path, "manyID,StateName,Beg\nAndes,Chile,1969\n")
    result = blocs("import", kind, path, "--map", "Beg=start", "--store", tmp_path / "s")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith(" a table with others is read by: blocs import csv FILE --map Beg=start\n")
    assert blocs("import", "csv", path, "--map", "Beg=start", "--store", tmp_path / "s").code == 0


def test_answers_of_blocs_are_no_tables_of_memberships(blocs: Blocs, tmp_path: Path) -> None:
    answer = tmp_path / "answer.csv"
    assert blocs("who", "GUUAM", "--as-of", "2001", "-o", answer).code == 0
    refused = blocs("import", "csv", answer, "--store", tmp_path / "s")
    assert refused.code != 0 and '--organization NAME --map "label=member"' in refused.err
    ways = ("--organization", "GUUAM", "--map", "label=member")
    assert blocs("import", "csv", answer, "--store", tmp_path / "s", *ways).code == 0
    assert len(blocs("who", "GUUAM", "--store", tmp_path / "s").out.splitlines()) == 6
