"""`query` and `queries`: from a file, by name, inline and from stdin, with parameters bound as terms."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from blocs.graph.named_queries.catalog import named_queries

CST = ["armenia", "belarus", "kazakhstan", "kyrgyzstan", "russia", "tajikistan"]
CARD = "SELECT ?s { ?s org:memberOf :cst, :cis-dmc } ORDER BY ?s"


def ids(result: Any) -> list[str]:
    assert result.code == 0, result.err
    bindings = json.loads(result.out)["results"]["bindings"]
    return [row["s"]["value"].rsplit("/", 1)[1] for row in bindings]


def test_the_card_in_every_way(blocs: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "card.rq"
    path.write_text(CARD)
    for words, text in (
        (["in-both"], ""),
        (["in-both", "-p", "a=Collective Security Treaty", "-p", "b=DMC"], ""),
        (["-e", CARD], ""),
        ([path], ""),
        (["-"], CARD),
    ):
        assert ids(blocs("query", *words, "--format", "json", input=text)) == CST


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_every_named_query_is_documented_and_answers(blocs: Callable[..., Any], name: str) -> None:
    result = blocs("query", name, "--format", "tsv")
    assert result.code == 0, result.err
    # The article has no alliances with obligations; tests/graph/readers ask this query of ATOP's.
    assert result.out.count("\n") > 1 or name == "pact-partners"
    query = next(query for query in named_queries() if query.name == name)
    assert query.title.endswith(".") and query.example.startswith(f"blocs query {name}")


def test_there_are_enough_named_queries(blocs: Callable[..., Any]) -> None:
    rows = json.loads(blocs("queries", "--format", "json").out)
    assert len(rows) >= 10
    assert "in-both" in {row["name"] for row in rows}


@pytest.mark.parametrize("value", ['" } ; DROP ALL #', "x\ny", "{}", "\\", "'\"'"])
def test_a_parameter_is_data(blocs: Callable[..., Any], value: str) -> None:
    result = blocs("query", "-e", "SELECT ?s ?o { BIND(?v AS ?o) }", "-p", f"v={value}", "--format", "json")
    assert result.code == 0, result.err
    assert [row["o"]["value"] for row in json.loads(result.out)["results"]["bindings"]] == [value]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-e", "SELECT * {"], "SPARQL syntax"),
        (["-e", "INSERT DATA { :a :b :c }"], "INSERT would change the data"),
        (["-e", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"], "--allow-service"),
        (["in-bot"], "did you mean in-both?"),
        (["in-both", "-p", "a=CTS"], "did you mean CST?"),
        (["-e", CARD, "-p", "zz=1"], "unknown parameter 'zz'"),
        ([], "name one query"),
    ],
)
def test_what_is_asked_wrongly(blocs: Callable[..., Any], words: list[str], message: str) -> None:
    result = blocs("query", *words)
    assert (result.code, result.out) == (2, "")
    assert message in result.err and result.err.count("\n") == 1


def test_a_graph_as_a_result(blocs: Callable[..., Any]) -> None:
    text = "CONSTRUCT { ?s :in :cst } WHERE { ?s org:memberOf :cst }"
    assert blocs("query", "-e", text, "--format", "ntriples").out.count("\n") == 6
    assert blocs("query", "-e", "ASK { :armenia org:memberOf :cst }").out == "true\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT ?s {\n ?s zz:p ?o }", "2:5: the prefix zz: is not declared"),
        ("SELECT ?s { <x> ?p ?s }", "1:13: <x> is relative"),
        ("SELECT ?s { ?s ?p ?o } LIMT 3", "1:24: SPARQL has no word LIMT; did you mean LIMIT?"),
        ('SELECT ?s { ?s ?p "a"@en-GB, 1e3 . FILTRE(?s) }', "1:36: SPARQL has no word FILTRE; did you mean FILTER?"),
        ('SELECT ?s {\n\t?s ?p "a }', "2:8: a quotation mark without its partner"),
        ("SELECT ?s { { ?s ?p ?o }", "1:11: { is never closed"),
        ("SELECT ?s { ?s ?p ?o } }", "1:24: } closes nothing"),
        ("SELECT ?s WHERE ?s ?p ?o", "1:17: ?s is not expected here"),
        ("SELECT ?s ?p { ?s ?p ?o } GROUP BY ?s", "1:38: something is missing or wrong before this"),
    ],
)
def test_syntax_errors_say_what_and_where(blocs: Callable[..., Any], tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(text)
    for words in (["-e", text], [file]):
        result = blocs("query", *words)
        if words == [file] and "relative" in message:
            assert result.code == 0  # a file has an address that its relative IRIs are resolved against
            continue
        assert (result.code, result.out) == (2, "") and result.err.startswith(f"blocs: SPARQL syntax: {message}")


def test_named_graphs(blocs: Callable[..., Any], tmp_path: Path) -> None:
    """IRIs and files with equals signs, two files of one graph, blank nodes of each file its own."""
    files = [tmp_path / "a=b.ttl", tmp_path / "c.ttl"]
    for file in files:
        file.write_text("_:x <p> <> .")
    graph = "http://example.org/?g=1"
    named = [word for file in files for word in ("--named", f"{graph}={file}")]
    text = "SELECT ?s ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?o"
    rows = json.loads(blocs("query", "-e", text, *named, "--format", "json").out)["results"]["bindings"]
    assert [row["o"]["value"] for row in rows] == [file.as_uri() for file in files]
    assert len({row["s"]["value"] for row in rows}) == 2
    assert blocs("query", "-e", "SELECT * { ?s ?p ?o }", *named).out.count("\n") == 1


def test_a_query_file_is_the_base_of_its_iris(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text("<> <#knows> <other> .")
    (tmp_path / "q.rq").write_text("\ufeffSELECT ?o { <data.ttl> <data.ttl#knows> ?o }")
    found = blocs("query", tmp_path / "q.rq", "--data", tmp_path / "data.ttl", "--format", "csv")
    assert found.out.splitlines()[1:] == [(tmp_path / "other").as_uri()]
    (tmp_path / "b.rq").write_text("BASE <http://example.org/> ASK { FILTER(STR(<a>) = 'http://example.org/a') }")
    assert blocs("query", tmp_path / "b.rq").out == "true\n"


def test_people_are_told_that_there_are_no_rows(blocs: Callable[..., Any]) -> None:
    query = ("query", "-e", "SELECT ?s { ?s a :nothing }")
    assert blocs(*query, "--format", "table").out == "No rows.\n"
    assert blocs(*query, "--format", "tsv").out == "?s\n"
