"""`who`, `show`, `list` and `search`, as a user runs them."""

from __future__ import annotations

import csv
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CST = ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"]
GUUAM = ["azerbaijan", "georgia", "moldova", "ukraine", "uzbekistan"]

FOREIGN = """
@prefix ex: <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
ex:france org:memberOf ex:eu, ex:nato . ex:turkey org:memberOf ex:nato . ex:malta org:memberOf ex:eu .
ex:france rdfs:label "France" . ex:eu rdfs:label "European Union" . ex:nato rdfs:label "NATO" .
"""


def ids(result: Any) -> list[str]:
    assert result.code == 0, result.err
    return [line.split("\t")[0] for line in result.out.splitlines()[1:]]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("CST and CIS DMC", CST),
        ("cst & cis-dmc", CST),
        ("Collective Security Treaty", CST),
        ("GUUAM", GUUAM),
        ("CIS - CST - GUUAM", ["turkmenistan"]),
        ("CIS but not CST or GUUAM", ["turkmenistan"]),
        ("CIS and not (CST or GUUAM)", ["turkmenistan"]),
        ("(CST | GUUAM) - CIS", []),
        ("CST and GUUAM", []),
        ("CST or GUUAM", sorted(CST + GUUAM)),
    ],
)
def test_who_is_in_a_set(blocs: Callable[..., Any], expression: str, expected: list[str]) -> None:
    assert ids(blocs("who", *expression.split())) == expected
    assert ids(blocs("who", expression)) == expected


def test_who_json_is_the_contract(blocs: Callable[..., Any]) -> None:
    answer = json.loads(blocs("who", "CST", "and", "CIS", "DMC", "--format", "json").out)
    assert answer["as_of"] == "2001-05"
    assert [entity["id"] for entity in answer["answer"]["entities"]] == CST
    assert {entity["basis"] for entity in answer["answer"]["entities"]} == {"derived"}
    for entity in answer["answer"]["entities"]:
        assert entity["evidence"] and all(set(e) == {"quote", "paragraph", "source"} for e in entity["evidence"])


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (["who", "CTS"], 2, "blocs: unknown body 'CTS'; did you mean CST"),
        (["who", "Armenia"], 2, "blocs: Armenia is a state, not a body; see: blocs list bodies"),
        (["who", "CST", "and"], 2, "a body was expected"),
        (["who", "CST", "--format", "xls"], 2, "unknown format 'xls'"),
        (["who", "CST", "--data", "nowhere.ttl"], 1, "blocs: nowhere.ttl: no such file"),
        (["who", "CST", "--output", "nowhere/x.csv"], 1, "cannot be written"),
        (["who", "CST", "--as-of", "2001-13"], 2, "'2001-13' is not a date"),
        (["list", "planets"], 2, "kinds are: states bodies"),
        (["show", "Armeniia"], 2, "did you mean Armenia?"),
    ],
)
def test_errors_are_one_line(blocs: Callable[..., Any], words: list[str], code: int, message: str) -> None:
    result = blocs(*words)
    assert (result.code, result.out) == (code, "")
    assert message in result.err
    assert result.err.count("\n") == 1


def test_a_foreign_graph_of_shortcuts(blocs: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "foreign.ttl"
    path.write_text(FOREIGN)
    assert ids(blocs("who", "European", "Union", "and", "NATO", "--data", path)) == ["france"]
    assert ids(blocs("who", "nato", "but", "not", "eu", "--data", path)) == ["turkey"]


def test_a_shortcut_beside_facts_has_no_foreign_evidence(blocs: Callable[..., Any], tmp_path: Path) -> None:
    from importlib.resources import files

    path = tmp_path / "mixed.ttl"
    built_in = (files("blocs") / "data" / "triples.ttl").read_text(encoding="utf-8")
    path.write_text(built_in + "\n:ukraine org:memberOf :osce .\n", encoding="utf-8")
    answer = json.loads(blocs("who", "OSCE", "--data", path, "--format", "json").out)
    assert [(e["id"], e["basis"], e["evidence"]) for e in answer["answer"]["entities"]] == [("ukraine", "stated", [])]


def test_show_says_what_is_denied(blocs: Callable[..., Any]) -> None:
    facts = json.loads(blocs("show", "Georgia", "--format", "json").out)["facts"]
    denied = [fact for fact in facts if fact["relation"] == "is not a member of"]
    assert [fact["id"] for fact in denied] == ["cst"]
    assert "not represented in the CST" in denied[0]["evidence"][0]["quote"]


def test_list_and_search(blocs: Callable[..., Any]) -> None:
    rows = json.loads(blocs("list", "states", "--format", "json").out)
    assert len(rows) == 12
    found = json.loads(blocs("search", "southern", "shield", "--format", "json").out)
    assert found[0]["id"] == "southern-shield-2001"


@pytest.mark.parametrize(("date", "said"), [("1995", True), ("2001", False), ("2001-05-18", False), ("any", False)])
def test_undated_memberships_at_another_date_are_said_to_be(blocs: Callable[..., Any], date: str, said: bool) -> None:
    answer = json.loads(blocs("who", "CST", "--as-of", date, "--format", "json").out)
    assert len(answer["answer"]["entities"]) == 6
    assert all("no dates were read are counted" in note for note in answer.get("notes", []))
    assert ("notes" in answer) is said
    assert ("no dates were read are counted" in blocs("who", "CST", "--as-of", date, "--format", "table").out) is said


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("who.csv", "id,label,basis\r\n"),
        ("who.TSV", "id\tlabel\tbasis\n"),
        ("who.json", "{\n"),
        ("who.jsonl", '{"id": "armenia"'),
        ("who.md", "| Id | Name |"),
        ("who.svg", "<svg "),
        ("who.txt", "In CST, as of 2001-05\n"),
        ("who", "id\tlabel\tbasis\n"),
    ],
)
def test_a_files_ending_names_the_format(blocs: Callable[..., Any], tmp_path: Path, name: str, begins: str) -> None:
    assert blocs("who", "CST", "--output", tmp_path / name).code == 0
    with (tmp_path / name).open(encoding="utf-8", newline="") as file:
        assert file.read().startswith(begins)


@pytest.mark.parametrize("ending", [".yaml", ".docx", ".bmp", ".GIF"])
@pytest.mark.parametrize("command", ["who CST", "panel 2001", "queries", "compare built-in built-in", "export"])
def test_an_ending_that_the_command_cannot_write_is_refused(
    blocs: Callable[..., Any], tmp_path: Path, command: str, ending: str
) -> None:
    result = blocs(*command.split(), "--output", tmp_path / f"answer{ending}")
    assert (result.code, result.out, list(tmp_path.iterdir())) == (2, "", [])
    assert f"no format ends in {ending!r} here; use one of " in result.err and ".csv" in result.err


def test_a_format_asked_for_outweighs_the_ending(blocs: Callable[..., Any], tmp_path: Path) -> None:
    assert blocs("who", "CST", "--format", "csv", "--output", tmp_path / "answer.data").code == 0
    assert (tmp_path / "answer.data").read_bytes().startswith(b"id,label,basis\r\n")


def test_a_format_in_vain_is_refused_before_the_graph_is_read(blocs: Callable[..., Any], tmp_path: Path) -> None:
    result = blocs("who", "CST", "--data", tmp_path / "none.ttl", "--output", tmp_path / "answer.yaml")
    assert result.code == 2 and "'.yaml'" in result.err


MISSING = """country,body,year,member
Chile,Andes Pact,1990,1
Chile,Andes Pact,1991,1
Peru,Andes Pact,1990,-9
Peru,Andes Pact,1991,1
Bolivia,Andes Pact,1990,0
Bolivia,Andes Pact,1991,-9
"""


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("who Andes_Pact --as-of 1990", "Peru in Andes Pact"),
        ("ask who_is_in_the_Andes_Pact_in_1990", "Peru in Andes Pact"),
        ("ask is_Peru_in_the_Andes_Pact_in_1990", "Peru in Andes Pact"),
        ("ask which_bodies_is_Peru_in_in_1990", "Peru in Andes Pact"),
        ("ask how_many_states_are_in_the_Andes_Pact_in_1990", "Peru in Andes Pact"),
        ("ask is_Chile_in_the_Andes_Pact_in_1990", ""),
        ("ask is_Bolivia_in_the_Andes_Pact_in_1990", ""),
        ("ask is_Bolivia_in_the_Andes_Pact_in_1991", "Bolivia in Andes Pact"),
        ("who Andes_Pact --as-of any", ""),
    ],
)
def test_data_that_are_missing_are_said_to_be(
    blocs: Callable[..., Any], tmp_path: Path, command: str, said: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(MISSING, encoding="utf-8")
    words = [word.replace("_", " ") for word in command.split()]
    assert blocs("import", "csv", path, "--store", tmp_path / "s").code == 0
    for source in (("--data", path), ("--store", tmp_path / "s")):
        result = blocs(*words, *source)
        year = "1991" if "1991" in command else "1990"
        assert (f"Data are missing for {year}: {said}.\n" in result.err) == bool(said), result.err
        assert ("Data are missing" in result.err) == bool(said)
        answer = json.loads(blocs(*words, *source, "--format", "json").out)
        assert any("Data are missing" in note for note in answer.get("notes", [])) == bool(said)


def test_two_sources_that_say_the_same_span_say_it_once(blocs: Callable[..., Any], tmp_path: Path) -> None:
    files = []
    for name, end in (("a.csv", ""), ("b.csv", ""), ("c.csv", "1999")):
        files += ["--data", tmp_path / name]
        (tmp_path / name).write_text(f"country,body,joined,left\nChile,Andes Pact,1969,{end}\n", encoding="utf-8")
    result = blocs("who", "Andes Pact", "--as-of", "1990", "--columns", "span", "--no-header", *files)
    assert sorted(result.out.strip().split("; ")) == ["1969–", "1969–1999"]


OFFICES = """
@prefix ex: <http://example.org/> . @prefix org: <http://www.w3.org/ns/org#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix schema: <https://schema.org/> .
ex:unit a org:Organization ; foaf:name "Painters' Unit" ; org:hasPost ex:head, ex:clerk .
ex:rest a org:Organization ; foaf:name "Rest" .
ex:head a org:Post ; org:heldBy ex:ada ; org:postIn ex:unit ; schema:startDate "1990" .
ex:clerk a org:Post ; org:heldBy ex:ben ; org:postIn ex:unit ; schema:startDate "2000" .
ex:ada a foaf:Person ; foaf:name "Ada Finch" . ex:ben a foaf:Person ; foaf:name "Ben Moor" .
"""


@pytest.mark.parametrize(
    ("expression", "year", "said"),
    [
        ("Painters' Unit", "2010", "Painters' Unit has 2 holders of offices, who are not counted as members: "),
        ("Painters' Unit", "1995", "Painters' Unit has 1 holder of an office, who is not counted as a member: "),
        ("Rest", "2010", ""),
        ("Rest or Painters' Unit", "2010", "Painters' Unit has 2 holders of offices, who are not counted as members: "),
    ],
)
def test_a_body_with_offices_alone_says_how_to_see_who_holds_them(
    blocs: Callable[..., Any], tmp_path: Path, expression: str, year: str, said: str
) -> None:
    path = tmp_path / "offices.ttl"
    path.write_text(OFFICES, encoding="utf-8")
    result = blocs("who", expression, "--as-of", year, "--data", path)
    assert ids(result) == []
    asked = blocs("ask", f"who are the members of {expression} in {year}", "--data", path)
    assert ("office" in asked.err) == bool(said)
    assert said in asked.err
    if not said:
        assert "office" not in result.err
        return
    [line] = [line for line in result.err.splitlines() if line.startswith(said)]
    _, *command = shlex.split(line.removeprefix(said).removesuffix("."))
    shown = blocs(*command, "--data", path)
    assert shown.code == 0
    assert "Ada Finch" in shown.out


BESIDE = (
    OFFICES
    + """
ex:cyd a foaf:Person ; foaf:name "Cyd Lake" ; org:memberOf ex:unit . ex:ada org:memberOf ex:unit .
"""
)


@pytest.mark.parametrize(
    ("command", "answers", "said"),
    [
        (["who", "Painters' Unit"], ["ada", "cyd"], "Painters' Unit has 1 holder of an office, who is not counted"),
        (["ask", "who is in Painters' Unit"], ["ada", "cyd"], "Painters' Unit has 1 holder of an office"),
        (["ask", "how many people are in Painters' Unit"], ["2"], "Painters' Unit has 1 holder of an office"),
        (["ask", "which states are in Painters' Unit"], [], ""),
        (
            ["ask", "is Ben Moor in Painters' Unit"],
            ["no (nothing says so)"],
            "Ben Moor holds an office in Painters' Unit",
        ),
        (["ask", "which bodies is Ben Moor in"], [], "Ben Moor holds an office in Painters' Unit, and is not counted"),
        (["ask", "is Ada Finch in Painters' Unit"], ["yes"], ""),
        (["check"], ["note"], "blocs show"),
    ],
)
def test_who_holds_an_office_beside_members_is_said(
    blocs: Callable[..., Any], tmp_path: Path, command: list[str], answers: list[str], said: str
) -> None:
    path = tmp_path / "offices.ttl"
    path.write_text(BESIDE, encoding="utf-8")
    result = blocs(*command, "--data", path)
    assert [line.split("\t")[0] for line in result.out.splitlines()[1:]] == answers
    assert said in result.err + result.out
    assert ("office" in result.err + result.out) == bool(said)


def test_a_relation_that_ends_in_of_is_said_well_from_its_other_end(blocs: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "http.ttl"
    path.write_text(
        """@prefix s: <http://schema.org/> . @prefix ex: <http://example.org/> .
        ex:ke a s:Country ; s:name "Kenya" ; s:memberOf ex:lake . ex:lake a s:Organization ; s:name "Lake Compact" .""",
        encoding="utf-8",
    )
    shown = blocs("show", "Lake Compact", "--data", path)
    assert "has the member\tKenya" in shown.out
    assert "of of" not in shown.out


ENDED = """country,organization,start,end
France,Alpha Pact,1990,2000
Italy,Alpha Pact,1990,1999
France,Beta League,1980,1995
Italy,Beta League,1980,1992
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["who", "Beta League"], "The last membership in Beta League ended in 1995; name an earlier date"),
        (
            ["ask", "which states were in Alpha Pact but are in Beta League"],
            "The last membership in Beta League ended in 1995",
        ),
        (["ask", "how many states are in Beta League"], "The last membership in Beta League ended in 1995"),
        (
            ["who", "Alpha Pact", "--as-of", "1985"],
            "The first membership in Alpha Pact began in 1990; name a later date",
        ),
        (["overlap"], ": the last one ended in 2000; name an earlier date."),
        (["upset"], ": the last one ended in 2000; name an earlier date."),
        (["network"], ": the last one ended in 2000; name an earlier date."),
        (["path", "France", "Italy"], ": the last one ended in 2000; name an earlier date."),
    ],
)
def test_an_empty_answer_says_that_memberships_are_of_other_times(
    blocs: Callable[..., Any], tmp_path: Path, words: list[str], said: str
) -> None:
    table = tmp_path / "t.csv"
    table.write_text(ENDED, "utf-8")
    assert said in blocs(*words, "--data", table).err


@pytest.mark.parametrize(
    "words", [["who", "Alpha Pact"], ["overlap"], ["upset"], ["network"], ["path", "France", "Italy"], ["export"]]
)
def test_the_date_of_the_data_is_said_where_none_is_given(
    blocs: Callable[..., Any], tmp_path: Path, words: list[str]
) -> None:
    table = tmp_path / "t.csv"
    rows = (
        f"{member},{body},{year}\n"
        for member in ("France", "Italy")
        for body in ("Alpha Pact", "Beta League")
        for year in (1990, 1991)
    )
    table.write_text("country,organization,year\n" + "".join(rows), "utf-8")
    form = ["--format", "csv"]
    said = "As of 1991, the date of the data; name a date to ask about another."
    assert said in blocs(*words, "--data", table, *form).err
    if words != ["export"]:
        assert said not in blocs(*words, "--data", table, *form, "--as-of", "1990").err


@pytest.mark.parametrize("words", [["who", "Reef Pact"], ["ask", "who is in Reef Pact"]])
def test_a_body_with_members_in_other_roles_alone_says_so(
    blocs: Callable[..., Any], tmp_path: Path, words: list[str]
) -> None:
    table = tmp_path / "t.csv"
    rows = [
        "Spain,Reef Pact,observer",
        "Malta,Reef Pact,associate",
        "Italy,Beta League,full",
        "Peru,Beta League,observer",
    ]
    table.write_text("\n".join(["country,organization,role", *rows]), encoding="utf-8")
    said = "2 members of Reef Pact have another role then; to see them, ask for any role"
    assert said in blocs(*words, "--data", table).err
    assert "another role" not in blocs("who", "Beta League", "--data", table).err
    answer = blocs("who", "Reef Pact", "--role", "any", "--format", "csv", "--data", table).out
    assert sorted(row["id"] for row in csv.DictReader(answer.splitlines())) == ["malta", "spain"]
