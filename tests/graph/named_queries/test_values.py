"""A value for a variable gives the rows that have it: each shipped query, each of its variables, held against a filter
by hand over the rows that it gives without a value."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import blocs as package
import pytest
from blocs.graph.errors import InvalidRequest
from blocs.graph.knowledge import KnowledgeGraph
from blocs.graph.named_queries.catalog import named_queries
from blocs.graph.named_queries.parameters import bind
from pyoxigraph import QuerySolutions

QUERIES = {query.name: query for query in named_queries()}
# What stands in expressions only cannot be listed; tests/graph/readers ask pact-partners by a plain loop.
COMPUTED = {"obligation", "date"}

Row = tuple[Any, ...]


def rows(graph: KnowledgeGraph, query: str) -> tuple[list[str], list[Row]]:
    found = graph.source.run(query)
    assert isinstance(found, QuerySolutions)
    return [variable.value for variable in found.variables], [tuple(row) for row in found]


@pytest.fixture(scope="module", params=["article", "table"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    if request.param == "article":
        return package.load()
    draw = random.Random(7)
    lines = [f"S{draw.randrange(9)},B{draw.randrange(7)},{1990 + draw.randrange(20)}" for _ in range(60)]
    table = tmp_path_factory.mktemp("values") / "t.csv"
    table.write_text("\n".join(["member,organization,start", *dict.fromkeys(lines)]))
    return package.load(table)


def listing(text: str, parameters: list[str]) -> str:
    """A query that shows the values of its parameters too, for all of them."""
    shown = " ".join(f"?{name}" for name in parameters)
    return re.sub(r"\bSELECT( DISTINCT)?\b", rf"SELECT\1 {shown}", text, count=1)


@pytest.mark.parametrize("name", QUERIES)
def test_each_variable_of_each_query(graph: KnowledgeGraph, name: str) -> None:
    query = QUERIES[name]
    parameters = [one.name for one in query.parameters if one.name not in COMPUTED]
    shown = rows(graph, query.text)[0]
    whole = listing(query.text, [one for one in parameters if one not in shown])
    columns, all_rows = rows(graph, whole)
    for place, column in enumerate(columns):
        values = dict.fromkeys(row[place] for row in all_rows if row[place] is not None)
        for value in islice(values, 12):
            try:
                bound = bind(whole, {column: value})
            except InvalidRequest as refused:
                assert "itself" in str(refused)  # counted by the query
                continue
            expected = [row for row in all_rows if row[place] == value]
            assert sorted(map(str, rows(graph, bound)[1])) == sorted(map(str, expected)), (name, column, value)


@pytest.mark.parametrize("name", [name for name, query in QUERIES.items() if query.parameters])
def test_all_parameters_at_once(graph: KnowledgeGraph, name: str) -> None:
    query = QUERIES[name]
    parameters = [one.name for one in query.parameters if one.name not in COMPUTED]
    shown = rows(graph, query.text)[0]
    whole = listing(query.text, [one for one in parameters if one not in shown])
    columns, all_rows = rows(graph, whole)
    places = [columns.index(one) for one in parameters]
    for row in islice(all_rows, 0, None, max(1, len(all_rows) // 8)):
        given = {one: row[place] for one, place in zip(parameters, places, strict=True)}
        expected = {str(other) for other in all_rows if all(other[place] == row[place] for place in places)}
        assert {str(other) for other in rows(graph, bind(whole, given))[1]} == expected


DATA = """@prefix : <http://x/> .
:a :in :p ; :at :v . :b :in :p . :c :in :q ; :at :w . :d :in :q, :p ; :at :v, :w . :e :near :v ."""


@pytest.mark.parametrize(
    ("query", "value", "expected"),
    [
        # Read off the data: at v are a and d; e is near v.
        ("SELECT ?s { ?s :in ?o OPTIONAL { ?s :at ?x } }", "v", "a d d"),
        ("SELECT ?s ?x { ?s :in ?o OPTIONAL { ?s :at ?x } }", "w", "c d d"),
        ("SELECT * { ?s :in :p OPTIONAL { ?s :at ?x } }", "v", "a d"),
        ("SELECT ?s { { ?s :at ?x } UNION { ?s :in :q } }", "v", "a d"),
        ("SELECT ?s { { ?s :at ?x } UNION { ?s :near ?x } }", "v", "a d e"),
        ("SELECT ?s { ?s :in :p OPTIONAL { { SELECT ?s ?x { ?s :at ?x } } } }", "v", "a d"),
        ("SELECT ?s { ?s :in :p OPTIONAL { ?s :at ?x } FILTER(?x = ?x) }", "v", "a d"),
        # Whether it is bound is what the query asks: the value stands where the variable does.
        ("SELECT ?s { ?s :in :p OPTIONAL { ?s :at ?x } FILTER(!BOUND(?x)) }", "v", "b"),
        ("SELECT ?s { ?s :in :p MINUS { ?s :at ?x } }", "v", "b"),
        ("SELECT ?s { ?s :in :p FILTER NOT EXISTS { ?s :at ?x } }", "v", "b"),
        ("SELECT ?s { { SELECT DISTINCT ?s { ?s :in :p OPTIONAL { ?s :at ?x } } } }", "v", "a d"),
    ],
)
def test_a_part_that_need_not_match(
    blocs: Callable[..., Any], tmp_path: Path, query: str, value: str, expected: str
) -> None:
    (tmp_path / "data.ttl").write_text(DATA)
    words = ("-e", f"PREFIX : <http://x/> {query} ORDER BY ?s", "-p", f"x=<http://x/{value}>", "--format", "json")
    result = blocs("query", *words, "--data", tmp_path / "data.ttl")
    assert result.code == 0, result.err
    import json

    found = [row["s"]["value"][-1] for row in json.loads(result.out)["results"]["bindings"]]
    assert " ".join(found) == expected


def test_other_forms_of_a_part_that_need_not_match(blocs: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "data.ttl").write_text(DATA)
    pattern = "{ ?s :in :q . OPTIONAL { ?s :at ?x } }"

    def asked(query: str, value: str) -> str:
        words = ("-e", f"PREFIX : <http://x/> {query}", "-p", f"x=<http://x/{value}>", "--data", tmp_path / "data.ttl")
        result = blocs("query", *words)
        assert result.code == 0, result.err
        return str(result.out)

    assert asked(f"ASK {pattern}", "w") == "true\n" and asked(f"ASK {pattern}", "z") == "false\n"
    made = asked(f"CONSTRUCT {{ ?s :said :yes . ?s :has ?x }} WHERE {pattern}", "v")
    assert "x/d>" in made.replace(":d", "x/d>") and "x/c>" not in made.replace(":c", "x/c>")
