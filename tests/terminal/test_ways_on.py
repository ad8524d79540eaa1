"""Messages about tables name a way on that the command at hand has, or the command that has it."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.readers.table import TableFile
from blocs.graph.readers.table_options import TableOptions

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
                "columns read: ccode as COW code of the member, year, state as member, NATO, WTO as bodies",
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


OPTION = r"--(?:map \"[^\"]+\"|organization \S+)"
"""An option as a message offers it."""


def ways_of(message: str) -> list[list[str]]:
    """The ways that a message offers: the options that stand side by side are one."""
    return [shlex.split(found) for found in re.findall(rf"{OPTION}(?: {OPTION})*", message)]


def unanswered(blocs: Blocs, path: Path, given: list[str], steps: int) -> list[str]:
    """The messages that are still there when every way was followed to the letter that many times."""
    result = blocs("import", "csv", path, "--dry-run", *given)
    if result.code == 0:
        return []
    ways = ways_of(result.err)
    if not steps or not ways:
        return [f"{given}: {result.err}"]
    return [left for way in ways for left in unanswered(blocs, path, [*given, *way], steps - 1)]


TWO_STEPS = {
    "units below a nameless column": "Country,,Since\n,,year\nFrance,Alpha Pact,1990\nItaly,Alpha Pact,1991\n",
    "groups above a nameless column": ",,Dates,\nCountry,,Start,End\nFrance,Alpha Pact,1990,1995\nItaly,Beta Pact,,\n",
    "two nameless columns": "country,,,year\nFrance,Alpha Pact,Paris Act,1990\nItaly,Beta Pact,Rome Act,1991\n",
    "nameless years": "country,body,,\nFrance,Alpha Pact,1990,1995\nItaly,Beta Pact,1991,1999\n",
    "people with offices": "Name,State,In office since\nAnn Lee,Ohio,2014\nBob Roy,Texas,2014\n",
    "people with posts": "President,Country,In office since\nAnn Lee,France,May 2014\nBob Roy,Italy,May 2015\n",
    "people with terms": "Senator,State,Years\nAnn Lee,Ohio,2014-2019\nBob Roy,Texas,2016-2019\n",
    "people in one of two": "Legislators,Country,Term\nAnn Lee,France,2014-2019\nBob Roy,Italy,2014-2019\n",
    "people of districts": (
        "Representative,State,District,Took office,Left office\nAnn Lee,Ohio,1st,2014,2019\nBo Roy,Iowa,2nd,2014,2019\n"
    ),
    "named by years": "Name,State,Seat,2014-2019\nAnn Lee,France,Nice,x\nBob Roy,Italy,Rome,x\nCat Moe,Oman,Sur,\n",
    "lists of years": "name,party,state,term\nAnn Lee,Blue Party,Ohio,2014-2019\nBob Roy,Red Party,Texas,2014-2019\n",
    "players": "Player,Country,Federation\nAnn Lee,France,Blue Wheels\nBob Roy,Italy,Red Wheels\n",
}


@pytest.mark.parametrize("given", [[], ["--map", "{state}=member"]], ids=["at first", "states as members"])
@pytest.mark.parametrize("content", TWO_STEPS.values(), ids=TWO_STEPS)
def test_every_way_ends_in_an_answer_after_two_steps(
    blocs: Blocs, tmp_path: Path, content: str, given: list[str]
) -> None:
    state = next((name for name in ("State", "state", "Country", "country") if name in re.split(r"[,\n]", content)), "")
    options = [option.format(state=state) for option in given]
    assert unanswered(blocs, table(tmp_path, content), options, 2) == []


NEVER_OFFERED = {
    "Left office": "Representative,State,District,Left office\nAnn Lee,Ohio,1st,2014\nBob Roy,Texas,2nd,2015\n",
    "In office since": "Name,State,In office since\nAnn Lee,Ohio,2014\nBob Roy,Texas,2014\n",
    "In power since": "country,note,In power since\nFrance,Ann,1990\nItaly,Bob,1995\n",
    "2014-2019": "Name,State,Seat,2014-2019\nAnn Lee,France,Paris,x\nBob Roy,Italy,Rome,x\nCat Moe,Spain,Madrid,\n",
    "district": "name,state,district\nAnn Lee,Ohio,1\nBob Roy,Texas,2\nCat Moe,Iowa,3\n",
    "ward": "country,ward,weight\nFrance,1,2.5\nItaly,2,3.5\n",
    "a": "organization,a,b\nAlpha Pact,1,3\nBeta Pact,2,4\n",
}


@pytest.mark.parametrize(("column", "content"), NEVER_OFFERED.items(), ids=NEVER_OFFERED)
def test_a_column_of_dates_or_numbers_is_never_offered_as_one_of_names(
    blocs: Blocs, tmp_path: Path, column: str, content: str
) -> None:
    path = table(tmp_path, content)
    messages = [blocs("import", "csv", path, "--dry-run").err]
    for way in ways_of(messages[0]):
        messages.append(blocs("import", "csv", path, "--dry-run", *way).err)
    assert not [said for said in messages if f"{column}=organization" in said or f"{column}=member" in said]


@pytest.mark.parametrize(
    ("content", "right"),
    [
        ("country,nordics\nFrance,1990\nItaly,1995\n", ["France|nordics|1990", "Italy|nordics|1995"]),
        (
            "country,nordics,baltics\nFrance,1 May 1990,\nItaly,,3 June 1995\n",
            ["France|nordics|1990-05-01", "Italy|baltics|1995-06-03"],
        ),
        ("country,nordics\nFrance,observer\nItaly,no\n", ["France|nordics|"]),
        ("country,alliance\nFrance,1005\nItaly,1006\n", ["France|1005|", "Italy|1006|"]),
        ("country,atopid\nFrance,1005\nItaly,1006\n", ["France|1005|", "Italy|1006|"]),
    ],
    ids=["years", "days in two columns", "roles", "numbers of bodies", "ids of bodies"],
)
def test_a_column_that_is_said_to_be_a_body_is_one_if_its_cells_say_since_when(
    tmp_path: Path, content: str, right: list[str]
) -> None:
    names = content.partition("\n")[0].split(",")[1:]
    read = TableFile(table(tmp_path, content), TableOptions(dict.fromkeys(names, "organization")))
    assert [f"{row.member}|{row.organization}|{row.start}" for row in read.rows() if row.holds == "yes"] == right


def test_two_columns_without_a_name_are_told_apart(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "country,body,,\nFrance,Alpha Pact,blue,big\nItaly,Beta Pact,red,small\n")
    assert "columns not read: unnamed 3, unnamed 4\n" in blocs("import", "csv", path, "--dry-run").out


@pytest.mark.parametrize(
    "second",
    [
        ",name,year",
        ",,year",
        "(text),(text),(yyyy)",
        ",(name),YYYY",
        "#country,#org+name,#date",
        "ISO name,official name,yyyy",
    ],
)
def test_a_second_row_of_names_of_columns_is_left_out_and_said(blocs: Blocs, tmp_path: Path, second: str) -> None:
    path = table(tmp_path, f"Country,Organization,Joined\n{second}\nFrance,Alpha Pact,1990\n")
    result = blocs("import", "csv", path, "--dry-run")
    assert result.code == 0
    assert f"row 2 was read as part of the header: {second.replace(',', ' ').strip()}\n" in result.out
    assert blocs("list", "--data", path, "--columns", "id", "--no-header").out == "france\nalpha-pact\ndataset-t-csv\n"


@pytest.mark.parametrize("first", ["France,Alpha Pact,present", "France,Alpha Pact,1990", ",Alpha Pact,1990"])
def test_a_first_row_of_data_is_none_of_the_header(blocs: Blocs, tmp_path: Path, first: str) -> None:
    path = table(tmp_path, f"Country,Organization,Until\n{first}\nItaly,Alpha Pact,1991\n")
    result = blocs("import", "csv", path, "--dry-run")
    assert "part of the header" not in result.out
    assert "2 rows made 2 memberships" in result.out or "no member is named" in result.err


@pytest.mark.parametrize("name", ['Member "A"', "Org $HOME", "Body `x`", "What!"])
def test_a_name_with_what_a_shell_reads_is_quoted(blocs: Blocs, tmp_path: Path, name: str) -> None:
    quoted = name.replace('"', '""')
    path = table(tmp_path, f'Country,"{quoted}"\nFrance,Alpha Pact\nItaly,Beta Pact\n')
    asked = blocs("import", "csv", path, "--dry-run").err
    assert f"--map '{name}=organization'" in asked
    assert blocs("import", "csv", path, "--dry-run", "--map", f"{name}=organization").code == 0


WRONG_SETS = {
    "cow-igo": ("atop", "atopid,member,yrent,yrexit\n1005,200,1815,1815\n"),
    "atop": ("many", "manyID,stateID,Title,Beg,End\nA1,FRA,Alpha Treaty,1990-01-01,\n"),
    "wikidata": ("igor", "ccode,state,year,ioname,value\n2,USA,1990,AAAID,1\n"),
    "igor": ("cow-alliances", "version4id,ccode,state_name,mem_st_year,defense\n1,200,United Kingdom,1816,1\n"),
    "many": ("csv", "country,body\nFrance,Alpha Pact\n"),
    "cow-alliances": ("cow-igo", "ccode,year,state,AAAID,AALCO\n2,1990,USA,0,1\n"),
}


@pytest.mark.parametrize(("kind", "right", "content"), [(kind, *right) for kind, right in WRONG_SETS.items()])
def test_a_file_of_another_set_is_sent_to_the_command_that_reads_it(
    blocs: Blocs, tmp_path: Path, kind: str, right: str, content: str
) -> None:
    path = table(tmp_path, content)
    result = blocs("import", kind, path, "--dry-run")
    way = f"blocs import {right} {path}"
    assert result.code > 0 and way in result.err, result.err
    assert blocs(*shlex.split(way)[1:], "--dry-run").code == 0


@pytest.mark.parametrize("kind", ["cow-igo", "cow-alliances", "atop", "igor", "many", "wikidata", "csv"])
def test_an_import_without_a_file_gives_an_example(blocs: Blocs, kind: str) -> None:
    result = blocs("import", kind)
    assert result.code == 2 and f"for example: blocs import {kind} " in result.err


def test_a_table_without_a_trace_of_wikidata_is_not_called_its_results_in_silence(blocs: Blocs, tmp_path: Path) -> None:
    path = table(tmp_path, "country,body\nFrance,Alpha Pact\n")
    said = blocs("import", "wikidata", path, "--dry-run").out
    assert "nothing in it shows that it comes from Wikidata, which is given as its source" in said
    assert f"a table of your own is read by: blocs import csv {path}\n" in said
