"""Parameters of queries: wherever a variable stands, the answer is that of the query with the value in its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from needs import no_server
from servers import NotInstalled, oxigraph_server, virtuoso_server

DATA = """@prefix : <https://w3id.org/blocs/id/> . @prefix org: <http://www.w3.org/ns/org#> .
:s1 org:memberOf :p, :q . :s2 org:memberOf :p . :s3 org:memberOf :q . :s4 org:memberOf :r . :p org:purpose "x" ."""


@pytest.fixture(scope="module", params=["memory", "oxigraph", "virtuoso"])
def source(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Any]]:
    folder = tmp_path_factory.mktemp("parameters")
    (folder / "data.ttl").write_text(DATA)
    if request.param == "memory":
        yield ["--data", folder / "data.ttl"]
        return
    server = oxigraph_server if request.param == "oxigraph" else virtuoso_server
    try:
        with server([folder / "data.ttl"], folder) as url:
            yield ["--endpoint", url]
    except NotInstalled as reason:
        no_server(reason)


# Each right answer read off the five lines of data.
CASES = {
    "SELECT ?s { ?s org:memberOf ?a } ORDER BY ?s": "s1 s2",
    "SELECT (COUNT(?s) AS ?n) { ?s org:memberOf ?a }": "2",
    "SELECT ?s { { SELECT ?s { ?s org:memberOf ?a } } } ORDER BY ?s": "s1 s2",
    "SELECT ?s { { SELECT DISTINCT ?s ?a { ?s org:memberOf ?a } } FILTER(?a = ?a) } ORDER BY ?s": "s1 s2",
    "SELECT (COUNT(?s) AS ?n) { ?s org:memberOf ?a } GROUP BY ?a": "2",
    "SELECT ?b { { SELECT DISTINCT ?a { ?x org:memberOf ?a } } { SELECT DISTINCT ?b { ?y org:memberOf ?b } }"
    " FILTER(STR(?a) != STR(?b)) FILTER NOT EXISTS { ?s org:memberOf ?a, ?b } } ORDER BY ?b": "r",
    "SELECT ?s { ?s org:memberOf :q MINUS { ?s org:memberOf ?a } }": "s3",
    "SELECT ?s { { ?s org:memberOf ?x FILTER(?x = ?a) } UNION { ?s org:memberOf :r } } ORDER BY ?s": "s1 s2 s4",
    "SELECT ?s { ?s org:memberOf :q OPTIONAL { ?s org:memberOf ?a . ?a org:purpose ?why } FILTER(BOUND(?why)) }": "s1",
    "SELECT ?s { ?s org:memberOf :q FILTER NOT EXISTS { ?s org:memberOf ?a } }": "s3",
    "SELECT ?s { ?s org:memberOf :q { SELECT (COUNT(*) AS ?n) { ?z org:memberOf ?a } GROUP BY ?a"
    " HAVING(COUNT(*) = 2) } } ORDER BY ?s": "s1 s3",
    "SELECT ?s { VALUES ?a { :p :q } ?s org:memberOf ?a } ORDER BY ?s": "s1 s2",
}  # fmt: skip


@pytest.mark.parametrize("query", CASES)
def test_a_value_counts_wherever_its_variable_stands(blocs: Callable[..., Any], source: list[Any], query: str) -> None:
    result = blocs("query", "-e", query, "-p", "a=<https://w3id.org/blocs/id/p>", "--format", "csv", *source)
    assert result.code == 0, result.err
    assert " ".join(line.rpartition("/")[2] for line in result.out.split()[1:]) == CASES[query]


def test_other_forms(blocs: Callable[..., Any], source: list[Any]) -> None:
    given = ["-p", "a=<https://w3id.org/blocs/id/p>", *source]
    assert blocs("query", "-e", "ASK { :s4 org:memberOf ?a }", *given).out == "false\n"
    made = blocs("query", "-e", "CONSTRUCT { ?s org:hasMember ?a } WHERE { ?s org:memberOf ?a }", *given)
    assert sorted(line.split()[0] for line in made.out.splitlines() if "hasMember" in line) == [":s1", ":s2"]
    short = blocs("query", "-e", "CONSTRUCT WHERE { ?s org:memberOf ?a }", *given, "--format", "ntriples")
    assert sorted(line.split()[0][-3:] for line in short.out.splitlines()) == ["s1>", "s2>"]
    assert '"x"' in blocs("query", "-e", "DESCRIBE ?a", *given).out


def test_every_named_query_takes_any_of_its_variables(blocs: Callable[..., Any]) -> None:
    for given in (["a=CST"], ["b=GUUAM"], ["a=cst", "b=Collective Security Treaty"], []):
        found = blocs("query", "disjoint-bodies", *(w for pair in given for w in ("-p", pair)), "--format", "csv")
        # Of the article's bodies only the CST and GUUAM have no member in common.
        assert [line.split("/")[-1] for line in found.out.split()[1:]] == (["guuam"] if len(given) < 2 else [])
    for line in blocs("queries").out.splitlines()[1:]:
        name = line.split("\t")[0]
        if name == "disjoint-bodies":
            continue
        columns = blocs("query", name, "--format", "csv").out.split("\r\n")[0].split(",")
        result = blocs("query", name, "-p", f"{columns[0]}=<https://w3id.org/blocs/id/nothing>", "--format", "csv")
        assert result.code == 0, (name, result.err)
        assert set(result.out.split()[1:]) <= {"https://w3id.org/blocs/id/nothing,"} | {"0"}, name


def test_mistakes_are_placed_in_the_text_of_the_user(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "q.rq").write_text("SELECT ?s {\n  ?s org:memberOf ?a .\n  ?s zz:p ?o }\n")
    for words in ([], ["-p", "a=cst"], ["-p", "a=cst", "-p", "o=1"]):
        result = blocs("query", tmp_path / "q.rq", *words)
        assert (result.code, result.out) == (2, "") and "3:6: the prefix zz: is not declared" in result.err
    result = blocs("query", "-e", "SELECT ?s { ?s ?p ?o BIND(1 AS ?a) }", "-p", "a=2")
    assert result.code == 2 and "gives ?a a value itself" in result.err
