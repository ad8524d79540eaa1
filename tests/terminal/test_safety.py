"""Text from data can do no harm where it is printed: one nasty graph through every command and every format."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from blocs.terminal.writing.text import clean
from faulty_server import FaultyServer
from places import ROOT
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store
from terminals import on_terminal

B, ORG = "https://w3id.org/blocs/ns#", "http://www.w3.org/ns/org#"
SKOS, SCHEMA = "http://www.w3.org/2004/02/skos/core#", "https://schema.org/"
A = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")

NASTY = {
    "escape": "red\x1b[31m\x1b]0;owned\x07\x1b[2J",
    "c1": "csi\x9b31m osc\x9d0;x\x9c",
    "bell": "bell\x07 back\x08\x08 del\x7f",
    "bidi": "user\u202e\u2066txt.exe\u2069 \u200f\u061c",
    "lines": "one\ntwo\r\nthree\u2028four\tfive",
    "markup": "[bold red]x[/bold red] [link=file:///etc/passwd]y[/link] :smile:",
    "html": "</script><script>alert(1)</script><img src=x onerror=alert(1)> &amp; <!-- ]]>",
    "dot": 'a" ]; evil [label="x\\" -> b; } \\N \\G {x|<p>y} <b>z</b>',
    "mermaid": 'x"] --> evil; click evil href "javascript:alert(1)" %% #quot; `y`',
    "formula": '=HYPERLINK("http://x","y")',
    "plus": "+1+cmd|' /C calc'!A0",
    "at": "@SUM(1)",
    "minus": "-2+3+cmd",
    "tab": "\t=1+1",
    "pipe": "a | b || `c` *d* _e_ [f](javascript:alert(1)) ![g](x)",
    "sparql": '"} UNION { ?s ?p ?o } # \\"\\u0022 }}',
    "quotes": "'; DROP TABLE x; -- \\ ' \" ''' \"\"\"",
    "surrogate": "\U0001f600 e\u0301 \ufeff\u200b",
    "long": "million " + "x" * 1_000_000,
    "percent": "%s %d {0} {name} ${x} $(rm) `id`",
    "empty": "",
}
# Entities whose IRIs are no addresses that a reader should be led to.
LURES = ("javascript:alert(1)", "data:text/html,<script>alert(1)</script>".replace("<", "%3C").replace(">", "%3E"))

RAW = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@pytest.fixture(scope="session")
def nasty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph in which every name, quote, definition, rule and source is nasty."""
    store = Store()

    def say(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> None:
        store.add(Quad(subject, NamedNode(predicate), value))

    body, event = NamedNode("https://w3id.org/blocs/id/body"), NamedNode("https://w3id.org/blocs/id/event")
    for node, kind, name in ((body, ORG + "Organization", "html"), (event, SCHEMA + "Event", "escape")):
        say(node, A.value, NamedNode(kind))
        say(node, SKOS + "prefLabel", Literal("The " + NASTY[name]))
        say(node, SKOS + "definition", Literal(NASTY["c1"]))
    say(body, B + "abbreviation", Literal("BODY"))
    say(event, SCHEMA + "startDate", Literal("2001-05\x1b[31m"))
    source = NamedNode("https://w3id.org/blocs/id/source")
    say(source, A.value, NamedNode(SCHEMA + "Article"))
    say(source, SKOS + "prefLabel", Literal("source " + NASTY["escape"] + NASTY["html"] + NASTY["bidi"]))
    members = [NamedNode(f"https://w3id.org/blocs/id/{key}") for key in NASTY] + [NamedNode(lure) for lure in LURES]
    for number, (state, text) in enumerate(zip(members, [*NASTY.values(), "Lure one", "Lure two"], strict=True)):
        fact, quote, rule = (NamedNode(f"http://x/{what}/{number}") for what in ("fact", "quote", "rule"))
        say(state, A.value, NamedNode(SCHEMA + "Country"))
        say(state, SKOS + "prefLabel", Literal(text))
        say(state, SKOS + "altLabel", Literal("also " + text))
        say(state, SKOS + "definition", Literal("meaning " + text))
        say(state, B + "iso3", Literal(f"X{number:02}"))
        say(state, ORG + "memberOf", body)
        say(fact, A.value, NamedNode(ORG + "Membership"))
        say(fact, ORG + "member", state)
        say(fact, ORG + "organization", body)
        say(fact, B + "basis", NamedNode(B + "derived"))
        say(fact, B + "rule", rule)
        say(rule, SKOS + "definition", Literal("rule " + text))
        say(fact, B + "evidence", quote)
        say(quote, "http://www.w3.org/ns/oa#exact", Literal("quote " + text))
        say(quote, B + "paragraph", Literal(1))
        say(quote, "http://purl.org/dc/terms/source", source)
        attendance = NamedNode(f"http://x/attendance/{number}")
        say(attendance, A.value, NamedNode(B + "Attendance"))
        say(attendance, B + "participant", state)
        say(attendance, B + "event", event)
        say(attendance, B + "basis", NamedNode(B + "stated"))
        say(attendance, B + "evidence", quote)
    file = tmp_path_factory.mktemp("nasty") / "nasty.nt"
    store.dump(str(file), RdfFormat.N_TRIPLES, from_graph=pyoxigraph.DefaultGraph())
    return file


@pytest.fixture(scope="session")
def drawable(nasty: Path) -> Path:
    """The same with a text of twenty thousand characters for that of a million, round which lines are long to lead."""
    file = nasty.with_name("drawable.nt")
    file.write_text(nasty.read_text("utf-8").replace("x" * 1_000_000, "x" * 20_000), "utf-8")
    return file


COMMANDS = {
    "who": ["who", "BODY"],
    "who -v": ["who", "BODY", "-v"],
    "show": ["show", "body"],
    "show -v": ["show", "html", "-v"],
    "list": ["list"],
    "search": ["search", "x"],
    "overlap": ["overlap", "escape", "html", "bidi", "-v"],
    "overlap bodies": ["overlap", "--by", "body"],
    "path": ["path", "escape", "formula", "-v"],
    "query": ["query", "-e", "SELECT ?s ?o { ?s skos:prefLabel ?o }"],
    "timeline": ["timeline"],
    "timeline of one": ["timeline", "event", "body"],
    "network": ["network"],
    "network of bodies": ["network", "--by", "body"],
    "panel": ["panel", "2001:2001", "--measure", "all"],
    "info": ["info"],
    "ask -v": ["ask", "who attended the event", "-v"],
    "ask": ["ask", "who is in BODY"],
}
FORMATS = ["table", "json", "jsonl", "csv", "tsv", "markdown"]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS.keys())
def test_rows_do_no_harm(
    blocs: Callable[..., Any], nasty: Path, request: pytest.FixtureRequest, command: list[str], form: str
) -> None:
    result = blocs(*command, "--data", nasty, "--lens", "none", "--format", form)
    if result.code == 2 and "unknown format" in result.err:
        pytest.skip(f"{command[0]} writes no {form}")
    assert result.code == 0, result.err[:500]
    out = result.out
    if form == "csv":
        usual = csv.field_size_limit(10**7)
        request.addfinalizer(lambda: csv.field_size_limit(usual) and None)
        if command[0] != "query":  # whose CSV is the W3C's, to the letter
            for row in csv.reader(io.StringIO(out, newline="")):
                for cell in row:
                    assert not re.match(r"[=+@\t\r]|-(?![\d.]*$)", cell)
        return
    assert RAW.search(out) is None
    match form:
        case "json":
            json.loads(out)
        case "jsonl":
            assert all(isinstance(json.loads(line), dict) for line in out.splitlines())
        case "tsv":
            header, *lines = out.rstrip("\n").split("\n")
            assert all(line.count("\t") == header.count("\t") for line in lines)
        case "markdown":
            header, *lines = [re.sub(r"\\.", "", line) for line in out.rstrip("\n").split("\n")]
            assert not any(re.search(r"[<>*_`\[\]]", line) for line in lines)
            assert all(line.count("|") == header.count("|") for line in lines)
        case "table":
            assert len(out) < 200_000


@pytest.mark.parametrize("form", FORMATS)
def test_comparisons_do_no_harm(blocs: Callable[..., Any], nasty: Path, tmp_path: Path, form: str) -> None:
    """`compare` prints what both sources say, and their names."""
    less = tmp_path / "less\x1b[31m.nt"
    lines = [line for line in nasty.read_text().splitlines(keepends=True) if "memberOf" not in line]
    less.write_text("".join(line for line in lines if "<http://x/fact/" not in line or "/fact/3" in line))
    result = blocs("compare", nasty, less, "-v", "--format", form)
    assert result.code == 0 and result.out.count("\n") > 5
    assert form == "csv" or RAW.search(result.out) is None
    assert form != "table" or len(result.out) < 200_000


PICTURES = (
    ["timeline"],
    ["overlap"],
    ["upset"],
    ["trend"],
    ["list"],
    ["network"],
    ["export"],
    ["export", "--view", "overlap"],
)


@pytest.mark.parametrize("command", PICTURES, ids=" ".join)
def test_pictures_in_files_do_no_harm(
    blocs: Callable[..., Any], drawable: Path, tmp_path: Path, command: list[str]
) -> None:
    file = tmp_path / "out.svg"
    result = blocs(*command, "--data", drawable, "--lens", "none", "--output", file)
    assert result.code == 0, result.err[:500]
    check_picture(file.read_text("utf-8"))


def check_picture(text: str) -> None:
    """XML without a script, a handler, or a link to anything but http(s)."""
    for element in ElementTree.fromstring(text).iter():
        assert not str(element.tag).lower().endswith(("}script", "}foreignobject", "}iframe"))
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on")
            assert not (key.endswith("href") and not value.startswith(("http://", "https://", "#")))


def test_tables_show_markup_as_it_is(blocs: Callable[..., Any], nasty: Path) -> None:
    out = blocs("show", "markup", "--data", nasty, "--lens", "none", "--format", "table").out
    assert "[bold red]x[/bold red]" in out and ":smile:" in out


@pytest.mark.parametrize("name", [key for key in NASTY if key not in ("empty",)])
def test_names_are_data(blocs: Callable[..., Any], nasty: Path, name: str) -> None:
    """A name with quotes, braces or newlines is found as it is, or is unknown; it is never syntax."""
    for command in (["show"], ["who"], ["search"], ["path", "body"]):
        result = blocs(*command, NASTY[name], "--data", nasty, "--lens", "none", "--format", "json")
        assert result.code in (0, 2)
        assert "Traceback" not in result.err and "SPARQL" not in result.err
        assert RAW.search(result.err) is None and RAW.search(result.out) is None
        assert result.err.count("\n") <= 1 and len(result.err) < 2000


PICTURES = ["dot", "svg", "html", "mermaid", "graphml", "gexf", "cytoscape", "csv", "turtle", "ntriples", "jsonld"]
VIEWS = [[], ["--view", "overlap"], ["--focus", "body"]]


@pytest.mark.parametrize("view", VIEWS, ids=["whole", "overlap", "focus"])
@pytest.mark.parametrize("form", PICTURES)
def test_exports_do_no_harm(
    blocs: Callable[..., Any], nasty: Path, drawable: Path, form: str, view: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "out"
    nasty = drawable if form in ("svg", "dot") else nasty
    result = blocs("export", *view, "--data", nasty, "--lens", "none", "--format", form, "--output", file)
    if result.code == 2 and (" is not for " in result.err or "holds the whole graph" in result.err):
        pytest.skip(result.err)
    assert result.code == 0, result.err[:500]
    content = file.read_bytes()
    text = content.decode("utf-8")
    match form:
        case "dot":
            assert RAW.search(text) is None
            # The words of a table are text of XML: what could end it is written as an entity.
            bare = re.sub(r"=<<TABLE.*?</TABLE>>,", "=,", text)
            bare = re.sub(r'"(?:[^"\\]|\\.)*"', '""', bare, flags=re.DOTALL)
            assert "evil" not in bare
            assert all(url.startswith("http") for url in re.findall(r'(?:URL|href)="([^"]*)', text))
        case "svg" | "graphml" | "gexf":
            check_picture(text)
        case "html":
            assert "<script>alert" not in text and "<img src=x" not in text
            assert not re.search(r"href=[\"']?(javascript|data):", text)
        case "mermaid":
            assert not re.search(r"^\s*click .*javascript", text, re.MULTILINE)
            assert RAW.search(text) is None
        case "cytoscape":
            json.loads(text)
        case "turtle" | "ntriples":
            kind = RdfFormat.TURTLE if form == "turtle" else RdfFormat.N_TRIPLES
            back = {str(quad.triple) for quad in pyoxigraph.parse(content, kind)}
            assert back == {str(quad.triple) for quad in pyoxigraph.parse(path=nasty)}


def test_every_control_is_made_visible() -> None:
    """By a loop over all of Unicode: what moves, erases or reorders is escaped, what is printable is as it was."""
    unsafe = [*range(0x20), *range(0x7F, 0xA0), 0x61C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A)]
    for number in {*unsafe, 0xFEFF}:
        assert chr(number) not in clean(f"a{chr(number)}b")
    printable = "".join(filter(str.isprintable, map(chr, range(0x110000))))
    assert clean(printable) == printable and not {*map(chr, unsafe)} & {*printable}


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("form", ["", "csv", "json", "tsv", "markdown"])
def test_a_terminal_gets_no_controls(nasty: Path, form: str) -> None:
    """On a terminal every format is harmless, also those that keep the text as it is for programs."""
    words = ["list", "--data", str(nasty), "--lens", "none", *(["--format", form] if form else [])]
    code, seen = on_terminal(words, {**os.environ, "NO_COLOR": "1"})
    text = seen.replace("\r\n", "\n")
    assert code == 0
    own = re.sub(r"\x1b\[[0-9;]*m", "", text) if not form else text
    assert "owned" in text and RAW.search(own) is None and "\x1b[31m" not in text


def test_from_fetches_nothing(blocs: Callable[..., Any]) -> None:
    with FaultyServer() as server:
        for clause in (f"FROM <{server.url}good>", f"FROM NAMED <{server.url}good>", "FROM <file:///etc/passwd>"):
            result = blocs("query", "-e", f"SELECT ?s {clause} WHERE {{ {{ ?s ?p ?o }} UNION {{ GRAPH ?s {{ }} }} }}")
            assert result.code == 0 and result.out.count("\n") <= 2
        assert server.requests == []


@pytest.mark.parametrize("value", [v for k, v in NASTY.items() if k != "empty"], ids=[k for k in NASTY if k != "empty"])
def test_parameters_are_data(blocs: Callable[..., Any], nasty: Path, value: str) -> None:
    query = "SELECT ?s WHERE { ?s skos:prefLabel ?name }"
    result = blocs("query", "-e", query, "-p", f"name={value}", "--data", nasty, "--lens", "none", "--format", "json")
    if result.code == 0:
        assert len(json.loads(result.out)["results"]["bindings"]) <= 1
    else:
        assert result.code == 2 and result.err.count("\n") == 1 and "SPARQL syntax" not in result.err


def test_every_promise_has_its_test() -> None:
    root = ROOT
    promised = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (root / "SECURITY.md").read_text())
    assert len(promised) > 20
    for file, name in promised:
        assert f"def {name}(" in (root / file).read_text(), f"{file}::{name}"
