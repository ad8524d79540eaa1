"""Answers in JSON are what `--schema` says, in every command that has any."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import blocs.cli
import pytest
from jsonschema_rs import Draft202012Validator, meta
from places import BUILT_IN, ROOT, SHARED, TEST_DATA
from typer.main import get_command

Blocs = Callable[..., Any]
Words = tuple[str | Path, ...]

ANSWERS = [
    *(("ask", question) for question in (
        "who is in both CST and CIS DMC",
        "is Georgia in the CST",
        "is Ukraine in the CST",
        "how many members has CST",
        "what share of the documents did Armenia sign",
        "what share of the documents did Moldova sign",
        "when was CST signed",
        "why is Armenia in CIS DMC",
        "which sentence says that Georgia is not in the CST",
        "how is Armenia connected to GUUAM",
        "who is in GUUAM and CST",
        "which state is in the most bodies",
        "who attended the meeting in Baku",
        "where was the meeting in Baku",
    )),
    ("ask", "who was in the CST", "--as-of", "1960"),
    ("who", "CST"),
    ("who", "CST and GUUAM"),
    ("who", "CIS but not CST", "-v"),
    ("who", "CST", "--as-of", "1960"),
    ("who", "UN", "--role", "any"),
    ("who", "CST", "--codes", "cow,cowc,gw,gwc,iso2,iso3,ison"),
    ("list",),
    ("list", "people"),
    ("list", "--codes", "cow,iso3,ison"),
    ("search", "armenia", "--codes", "gw"),
    ("search", "security"),
    ("search", "nothing like this"),
    ("show", "Armenia"),
    ("show", "CST"),
    ("show", "Ivanov"),
    ("show", "DMC meeting"),
    ("show", "Chechnya"),
    ("timeline",),
    ("timeline", "CST", "--during", "1800:1801"),
    ("trend",),
    ("trend", "CST", "Armenia", "--during", "1990:2001"),
    ("overlap",),
    ("overlap", "--by", "body"),
    ("overlap", "Armenia", "Belarus", "-v"),
    ("overlap", "--threshold", "2"),
    ("panel", "1999:2001"),
    ("panel", "1999:2001", "--measure", "all"),
    ("panel", "2000:2001", "--codes", "cow"),
    ("panel", "2000:2001", "--codes", "cow,iso3"),
    ("overlap", "--codes", "cow,gw,iso2"),
    ("panel", "2000:2001", "--columns-as", "peacesciencer"),
    ("upset",),
    ("upset", "Armenia", "Georgia"),
    ("path", "Armenia", "GUUAM"),
    ("path", "Ivanov", "Abkhazia"),
    ("path", "Armenia", "Azerbaijan", "--via", "memberships"),
    ("path", "Armenia", "Chechnya", "--via", "memberships"),
    ("network",),
    ("network", "--by", "body"),
    ("network", "--min-shared", "99"),
    ("query", "in-both"),
    ("query", "-e", "ASK { ?s ?p ?o }"),
    ("query", "-e", "SELECT * { BIND('a'@en AS ?a) BIND(1.5 AS ?b) BIND(:cst AS ?c) BIND(bnode() AS ?d) }"),
    ("query", "-e", "SELECT * { :cst a ?kind OPTIONAL { ?e :no ?f } }"),
    ("queries",),
    ("queries", "in-both"),
    ("info",),
    ("cite",),
    ("check",),
    ("compare", "built-in", "built-in"),
    ("compare", "built-in", TEST_DATA / "pacts.ttl"),
    ("quote", "Georgia (which is not represented in the CST)"),
    ("quote", "CST member states … Tajikistan"),
    ("quote", "nothing of the kind stands anywhere"),
    ("config",),
]  # fmt: skip
"""Words of commands, which are asked in JSON and in JSON Lines."""

TABLES = {
    "own.csv": "country,organization,role,start,end\nArmenia,Club,member,1992-03,\n"
    "France,Club,observer,1990,1995-01-02\nFrance,Ring,,,\nNowhereland,Ring,full,2001,2003\n",
    "quoted.csv": "country,organization,source,quote,paragraph\nArmenia,Club,A book,Armenia is in the Club.,3\n",
    "empty.ttl": "",
}
OWN = [
    ("ask", "who is in the Club"),
    ("ask", "is France in the Ring"),
    ("ask", "when did France join the Club"),
    ("who", "Club or Ring", "--role", "any", "--as-of", "any", "-v"),
    ("list",),
    ("search", "club"),
    ("show", "Armenia"),
    ("show", "Club"),
    ("timeline",),
    ("trend",),
    ("overlap", "--role", "any", "--as-of", "any"),
    ("panel", "1990:1995"),
    ("upset", "--as-of", "any"),
    ("path", "Armenia", "France", "--as-of", "any"),
    ("network", "--as-of", "any", "--role", "any"),
    ("query", "members", "-p", "body=Club"),
    ("info",),
    ("cite",),
    ("check", "--advice"),
    ("quote", "Armenia is in the Club"),
]
GENERAL = {"list", "search", "timeline", "trend", "overlap", "upset", "network", "info", "cite", "check", "quote"}
"""Commands that any graph answers, an empty one too."""


@cache
def schemas(command: str, form: str) -> Draft202012Validator:
    """What `--schema` prints, ready to hold answers against it."""
    schema = printed(command, form)
    meta.validate(schema)
    return Draft202012Validator(schema)


def printed(command: str, form: str) -> dict[str, Any]:
    from blocs.terminal.writing.schemas import schema_of
    from blocs.terminal.writing.shaping import AS_THEY_COME

    return schema_of(command, form, AS_THEY_COME)


def hold(
    blocs: Blocs, words: Sequence[str | Path], more: Sequence[str | Path] = (), codes: tuple[int, ...] = (0,)
) -> Any:
    """Ask in JSON and in JSON Lines, and hold both against the schema; the answer in JSON."""
    command = str(words[0])
    answer = blocs(*words, *more, "--format", "json")
    assert answer.code in codes, answer.err
    value = json.loads(answer.out)
    schemas(command, "json").validate(value)
    if words[:2] == ("query", "-e") and "ASK" in str(words[2]):
        return value
    lines = blocs(*words, *more, "--format", "jsonl")
    assert lines.code in codes, lines.err
    for line in lines.out.splitlines():
        schemas(command, "jsonl").validate(json.loads(line))
    return value


def formats(command: Any) -> str:
    return next((option.help for option in command.params if "--format" in option.opts), "")


COMMANDS: dict[str, Any] = dict(get_command(blocs.cli.app).commands)  # type: ignore[attr-defined]
WITH_JSON = sorted(name for name, command in COMMANDS.items() if re.search(r"\bjson\b", formats(command)))


def test_each_command_with_json_has_a_schema_and_is_asked_here() -> None:
    assert sorted({str(words[0]) for words in ANSWERS}) == WITH_JSON
    assert sorted(path.stem for path in (ROOT / "data" / "schemas").glob("*.json")) == sorted([*WITH_JSON, "common"])


@pytest.mark.parametrize("command", WITH_JSON)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_the_schema_is_printed_whatever_else_is_missing(blocs: Blocs, command: str, form: str) -> None:
    found = blocs(command, "--schema", *([] if form == "json" else ["--format", form]))
    assert (found.code, found.err) == (0, "")
    schema = json.loads(found.out)
    meta.validate(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert {one for one in references(schema) if not one.startswith("#/$defs/")} == set()
    assert {one.rpartition("/")[2] for one in references(schema)} == set(schema.get("$defs", ()))
    for one in objects(schema):
        assert "additionalProperties" in one, one
        for name, property in one.get("properties", {}).items():
            assert {"description", "$ref", "const"} & set(property), name


def test_the_schema_needs_no_graph(blocs: Blocs, tmp_path: Path) -> None:
    assert blocs("who", "--schema", "--data", tmp_path / "missing.ttl").code == 0


def references(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"]
        for value in schema.values():
            yield from references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from references(value)


def objects(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema of an object that names its properties."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and schema.get("properties"):
            yield schema
        for value in schema.values():
            yield from objects(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from objects(value)


@pytest.mark.parametrize("words", ANSWERS, ids=lambda words: " ".join(map(str, words)).replace(str(ROOT), ""))
def test_answers_of_the_article_are_as_the_schema_says(blocs: Blocs, words: Words) -> None:
    hold(blocs, words)


@pytest.mark.parametrize("words", OWN, ids=lambda words: " ".join(map(str, words)))
def test_answers_of_a_table_are_as_the_schema_says(blocs: Blocs, tmp_path: Path, words: Words) -> None:
    for name in ("own.csv", "quoted.csv"):
        (tmp_path / name).write_text(TABLES[name])
    hold(blocs, words, ["--data", tmp_path / "own.csv", "--data", tmp_path / "quoted.csv"], (0, 1))


@pytest.mark.parametrize("words", [words for words in OWN if words[0] in GENERAL], ids=lambda words: " ".join(words))
def test_answers_of_an_empty_graph_are_as_the_schema_says(blocs: Blocs, tmp_path: Path, words: Words) -> None:
    (tmp_path / "empty.ttl").write_text("")
    hold(blocs, words, ["--data", tmp_path / "empty.ttl"], (0, 1))


@pytest.mark.parametrize("words", [("info",), ("cite",), ("check", "--advice"), ("show", "Russia")], ids=" ".join)
def test_answers_of_a_published_table_are_as_the_schema_says(blocs: Blocs, tmp_path: Path, words: Words) -> None:
    table = TEST_DATA / "tables" / "atop5_1m.csv"
    assert blocs("import", "atop", table, "--store", tmp_path / "store").code == 0
    hold(blocs, words, ["--store", tmp_path / "store"], (0, 1))


def test_what_is_wrong_with_a_graph_is_as_the_schema_says(blocs: Blocs, tmp_path: Path) -> None:
    (tmp_path / "bad.ttl").write_text("<a> <b> .")
    (tmp_path / "odd.csv").write_text("country,organization,start,end\nFrance,Club,2001,1999\n,Club,1999,2001\n")
    for name in ("bad.ttl", "odd.csv"):
        found = hold(blocs, ("check", tmp_path / name), codes=(0, 1))
        assert found["findings"]


@pytest.mark.parametrize(
    "words", [words for words in ANSWERS if words[0] not in ("query", "queries", "config", "compare")], ids=" ".join
)
def test_answers_of_two_centuries_are_as_the_schema_says(blocs: Blocs, words: Words, request: Any) -> None:
    """The questions mean less there, and some names are unknown; whatever is answered has to be of the schema."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared, which is not here")
    if words in (("overlap",), ("panel", "1999:2001", "--measure", "all")):
        words = (*words, "Armenia")
    store = request.getfixturevalue("cow_part")
    answer = blocs(*words, "--store", store, "--format", "json")
    if answer.code == 0:
        schemas(str(words[0]), "json").validate(json.loads(answer.out))


SHAPES = [
    ("list", "bodies", "--columns", "label,id"),
    ("list", "bodies", "--columns", "Name"),
    ("list", "--count"),
    ("list", "--limit", "1", "--transpose"),
    ("queries", "--columns", "parameters", "--sort", "name"),
    ("config", "--limit", "0"),
]


@pytest.mark.parametrize("words", SHAPES, ids=" ".join)
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_shaped_rows_are_as_the_schema_of_the_same_words_says(blocs: Blocs, words: Words, form: str) -> None:
    validator = Draft202012Validator(json.loads(blocs(*words, "--format", form, "--schema").out))
    out = blocs(*words, "--format", form).out
    for value in [json.loads(out)] if form == "json" else map(json.loads, out.splitlines()):
        validator.validate(value)


@pytest.mark.parametrize(
    "words",
    [
        ("who", "CST", "--columns", "id"),
        ("who", "CST", "--count"),
        ("overlap", "--columns", "a,b,kappa"),
        ("panel", "2000:2001", "--columns", "year,shared"),
        ("panel", "2000:2001", "--columns-as", "peacesciencer", "--columns", "ccode1,year"),
        ("trend", "CST", "--columns", "cst"),
        ("query", "members", "--columns", "member"),
    ],
    ids=" ".join,
)
def test_shaped_lines_are_as_the_schema_of_the_same_words_says(blocs: Blocs, words: Words) -> None:
    validator = Draft202012Validator(json.loads(blocs(*words, "--format", "jsonl", "--schema").out))
    lines = blocs(*words, "--format", "jsonl").out.splitlines()
    assert lines
    for line in lines:
        validator.validate(json.loads(line))


def test_columns_that_are_left_out_are_not_in_the_schema(blocs: Blocs) -> None:
    schema = json.loads(blocs("list", "--columns", "label", "--format", "jsonl", "--schema").out)
    assert list(schema["properties"]) == schema["required"] == ["label"]


def test_questions_from_a_pipe_are_as_the_schema_says(blocs: Blocs) -> None:
    asked = blocs("ask", input="who is in the CST\nis it raining\nwhen was CST signed\n")
    lines = [json.loads(line) for line in asked.out.splitlines()]
    assert [("error" in line) for line in lines] == [False, True, False]
    for line in lines:
        schemas("ask", "jsonl").validate(line)


def test_questions_in_many_words_are_answered_as_the_schema_says(blocs: Blocs) -> None:
    lines = (TEST_DATA / "paraphrases.jsonl").read_text(encoding="utf-8").splitlines()[::25]
    asked = [json.loads(line)["question"] for line in lines]
    answers = blocs("ask", input="\n".join(asked)).out.splitlines()
    assert len(answers) == len(asked) > 80
    for answer in answers:
        schemas("ask", "jsonl").validate(json.loads(answer))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("who", "--schema", "--format", "csv"), "--schema is that of json or jsonl, not of csv"),
        (("who", "--schema", "-o", "who.svg"), "--schema is that of json or jsonl, not of svg"),
        (("who", "--schema", "--columns", "id"), "--columns shapes rows, and json has none here; use --format jsonl"),
    ],
    ids=str,
)
def test_what_has_no_schema_is_refused_with_the_way_out(blocs: Blocs, words: Words, said: str) -> None:
    assert blocs(*words) == type(blocs("config"))(2, "", f"blocs: {said}\n")


WRONG: dict[str, list[Callable[[Any], Any]]] = {
    "a key that is not known": [lambda answer: {**answer, "more": 1}],
    "a key that is missing": [lambda answer: {key: answer[key] for key in answer if key != "sparql"}],
    "a basis of another name": [
        lambda answer: {
            **answer,
            "answer": {**answer["answer"], "entities": [{**answer["answer"]["entities"][0], "basis": "x"}]},
        }
    ],
    "another type": [lambda answer: {**answer, "answer": {**answer["answer"], "type": "number"}}],
}


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.parametrize("words", [("ask", "who is in the CST"), ("who", "CST")], ids=" ".join)
def test_the_schema_tells_what_is_wrong(blocs: Blocs, words: Words, what: str) -> None:
    answer = json.loads(blocs(*words, "--format", "json").out)
    for spoil in WRONG[what]:
        assert not schemas(words[0], "json").is_valid(spoil(answer))


# What the design of blocs fixes, with its own words for what it leaves out.
EVIDENCE = [{"quote": "...", "paragraph": 1, "source": "..."}]
HEAD = {"question": "...", "understood": "...", "sparql": "...", "as_of": "2001-05"}
ARMENIA = {"id": "armenia", "label": "Armenia", "basis": "derived", "evidence": EVIDENCE}
FIXED = [
    ("ask", {**HEAD, "answer": {"type": "entities", "entities": [ARMENIA]}}),
    *(
        ("ask", {**HEAD, "answer": {"type": "boolean", "value": value, "basis": basis, "evidence": EVIDENCE}})
        for value, basis in ((True, "stated"), (True, "derived"), (False, "denied"), (False, "unknown"))
    ),
    ("ask", {**HEAD, "answer": {"type": "number", "value": 97, "unit": "percent", "evidence": EVIDENCE}}),
    ("ask", {**HEAD, "answer": {"type": "dates", "values": ["2001-05-18"], "evidence": EVIDENCE}}),
    ("who", {**HEAD, "answer": {"type": "entities", "entities": [{**ARMENIA, "spans": []}]}}),
    (
        "overlap",
        {"by": "state", "as_of": "2001-05", "universe": 4, "pairs": [
            {"a": "armenia", "b": "belarus", "shared": 3, "union": 3, "jaccard": 1.0, "overlap": 1.0, "kappa": 1.0,
             "pi": None, "s": 1.0, "shared_ids": ["cis", "cst"]}]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("command", "answer"), FIXED, ids=lambda value: value if isinstance(value, str) else "")
def test_the_schema_allows_what_the_design_fixes(command: str, answer: Any) -> None:
    schemas(command, "json").validate(answer)


def test_the_design_fixes_no_key_that_the_schemas_do_not_have(shared: Path) -> None:
    """Each key in the JSON of design.md is a property of the schema of its command."""
    text = (shared / "design.md").read_text(encoding="utf-8")
    for heading, commands in (("### JSON of `ask` and `who`", ("ask", "who")), ("### JSON of `overlap`", ("overlap",))):
        section = text.partition(heading)[2].partition("\n#")[0]
        keys = set(re.findall(r'"(\w+)":', section))
        known = {
            name for command in commands for one in objects(printed(command, "json")) for name in one["properties"]
        }
        assert keys
        assert keys <= known


def test_a_graph_of_ones_own_writing_is_answered_as_the_schema_says(blocs: Blocs) -> None:
    hold(blocs, ("info",), ["--data", BUILT_IN, "--data", TEST_DATA / "pacts.ttl"])
