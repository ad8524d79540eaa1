"""The W3C's own tests of SPARQL 1.0 and 1.1: `query` loses nothing of what the engine can do.

They need the suite (https://github.com/w3c/rdf-tests, folder `sparql`; rdflib's source distribution has it too):

    BLOCS_W3C_SUITE=FOLDER python -m pytest tests/test_w3c.py
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pyoxigraph
import pytest
import rdflib
from needs import missing
from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat
from rdflib.compare import isomorphic
from rdflib.namespace import RDF

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
QT = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
RS = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/result-set#")
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ("integer", "decimal", "double", "float")}

RESULTS = {".srx": QueryResultsFormat.XML, ".srj": QueryResultsFormat.JSON, ".tsv": QueryResultsFormat.TSV}
GRAPHS = {".ttl": RdfFormat.TURTLE, ".rdf": RdfFormat.RDF_XML, ".nt": RdfFormat.N_TRIPLES}

Rows = list[dict[str, Any]]
Answer = bool | rdflib.Graph | tuple[Rows, bool]
"""A truth value, a graph, or rows and whether their order counts."""


@dataclass
class Case:
    """One test: a query over files, and the file that has the right answer."""

    name: str
    query: Path
    result: Path
    data: list[Path] = field(default_factory=list)
    named: list[Path] = field(default_factory=list)


def path_of(iri: Any) -> Path:
    return Path(unquote(urlsplit(str(iri)).path))


def cases(folder: Path) -> Iterator[Case]:
    """The query-evaluation tests of all manifests below a folder, without those of entailment and federation."""
    for file in sorted(folder.rglob("manifest.ttl")):
        manifest = rdflib.Graph().parse(file, format="turtle", publicID=file.as_uri())
        for kind in (MF.QueryEvaluationTest, MF.CSVResultFormatTest):
            for test in sorted(manifest.subjects(RDF.type, kind)):
                action, result = manifest.value(test, MF.action), manifest.value(test, MF.result)
                query = manifest.value(action, QT.query)
                if query is None or result is None or file.parent.name in ("entailment", "service"):
                    continue
                if not path_of(result).exists():
                    continue
                case = Case(f"{file.parent.name}/{manifest.value(test, MF.name)}", path_of(query), path_of(result))
                case.data = [path_of(iri) for iri in manifest.objects(action, QT.data)]
                case.named = [path_of(iri) for iri in manifest.objects(action, QT.graphData)]
                # The graphs that the query itself names are there, by name.
                clauses = re.findall(r"\bFROM\s+(?:NAMED\s+)?<([^<>]+)>", case.query.read_text("utf-8"))
                case.named += sorted({case.query.parent / name for name in clauses} - {*case.named})
                yield case


def by_engine(case: Case) -> Answer:
    """The engine's own answer, by its Python binding alone."""
    store = pyoxigraph.Store()
    for path in case.data:
        store.load(path=path, base_iri=path.as_uri())
    for path in case.named:
        store.load(path=path, base_iri=path.as_uri(), to_graph=NamedNode(path.as_uri()))
    found = store.query(case.query.read_text("utf-8"), base_iri=case.query.as_uri())
    if isinstance(found, QueryBoolean):
        return bool(found)
    if isinstance(found, QuerySolutions):
        if case.result.suffix == ".csv":
            return read_csv((found.serialize(format=QueryResultsFormat.CSV) or b"").decode())
        return rows_of(found), True
    return graph_of(found.serialize(format=RdfFormat.N_TRIPLES) or b"", "nt")


def by_command(case: Case, blocs: Callable[..., Any]) -> Answer:
    """What the command line answers."""
    sources: list[str | Path] = []
    for path in case.data:
        sources += ["--data", path]
    for path in case.named:
        sources += ["--named", f"{path.as_uri()}={path}"]
    for form in ("csv",) if case.result.suffix == ".csv" else ("json", "ntriples"):
        done = blocs("query", case.query, *sources, "--format", form)
        if done.code == 0:
            break
    if done.code:
        raise ValueError(done.err)
    if form == "csv":
        return read_csv(done.out)
    if form == "ntriples":
        return graph_of(done.out.encode(), "nt")
    found = pyoxigraph.parse_query_results(done.out, QueryResultsFormat.JSON)
    return bool(found) if isinstance(found, QueryBoolean) else (rows_of(found), True)


def expected(case: Case) -> Answer:
    """The right answer."""
    path = case.result
    if path.suffix == ".csv":
        return read_csv(path.read_text("utf-8"))
    if path.suffix in RESULTS:
        found = pyoxigraph.parse_query_results(path=path, format=RESULTS[path.suffix])
        return bool(found) if isinstance(found, QueryBoolean) else (rows_of(found), False)
    graph = graph_of(path.read_bytes(), GRAPHS[path.suffix].file_extension, path.as_uri())
    table = graph.value(None, RDF.type, RS.ResultSet)
    if table is None:
        return graph
    truth = graph.value(table, RS.boolean)
    if truth is not None:
        return str(truth) == "true"
    numbered = []
    for solution in graph.objects(table, RS.solution):
        bound = {
            str(graph.value(binding, RS.variable)): comparable(as_term(graph.value(binding, RS.value)))
            for binding in graph.objects(solution, RS.binding)
        }
        numbered.append((graph.value(solution, RS["index"]), bound))
    if all(index is not None for index, _ in numbered):
        return [row for _, row in sorted(numbered, key=lambda pair: int(str(pair[0])))], True
    return [row for _, row in numbered], False


def graph_of(content: bytes, form: str, base: str | None = None) -> rdflib.Graph:
    form = {"rdf": "xml"}.get(form, form)
    return rdflib.Graph().parse(data=content, format=form, publicID=base)


def rows_of(solutions: QuerySolutions) -> Rows:
    names = [variable.value for variable in solutions.variables]
    return [
        {name: comparable(term) for name, term in zip(names, row, strict=True) if term is not None} for row in solutions
    ]


def read_csv(text: str) -> tuple[Rows, bool]:
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    return [dict(zip(header, line, strict=True)) for line in lines], False


def as_term(term: Any) -> Any:
    if isinstance(term, rdflib.URIRef):
        return NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return BlankNode(str(term))
    if term.language:
        return Literal(str(term), language=term.language)
    return Literal(str(term), datatype=NamedNode(str(term.datatype)) if term.datatype else None)


def comparable(term: Any) -> Any:
    """A term such that equal ones are equal: numbers by their value, language tags in any case."""
    if isinstance(term, Literal):
        if term.datatype.value in NUMBERS:
            try:
                return term.datatype.value, float(term.value)
            except ValueError:
                pass
        return term.value, term.datatype.value, (term.language or "").lower()
    return term


def agree(given: Answer, right: Answer) -> bool:
    """Whether two answers are the same, but for the names of blank nodes."""
    if isinstance(right, bool) or isinstance(given, bool):
        return given is right
    if isinstance(right, rdflib.Graph) or isinstance(given, rdflib.Graph):
        return isinstance(given, rdflib.Graph) and isinstance(right, rdflib.Graph) and isomorphic(given, right)
    (here, _), (there, ordered) = given, right
    if ordered and [without_blank(row) for row in here] != [without_blank(row) for row in there]:
        return False
    return isomorphic(as_graph(here), as_graph(there))


def without_blank(row: dict[str, Any]) -> dict[str, Any]:
    return {name: "blank" if isinstance(term, BlankNode) else term for name, term in row.items()}


def as_graph(rows: Rows) -> rdflib.Graph:
    """Rows as a graph, each with how often it is there, so that the names of blank nodes do not count."""
    graph = rdflib.Graph()
    counted = Counter(tuple(sorted(row.items(), key=lambda pair: pair[0])) for row in rows)
    for row, count in counted.items():
        node = rdflib.BNode()
        graph.add((node, RS.size, rdflib.Literal(count)))
        for name, term in row:
            value = rdflib.BNode(term.value) if isinstance(term, BlankNode) else rdflib.Literal(repr(term))
            graph.add((node, rdflib.URIRef(f"x:{name}"), value))
    return graph


def passes(answer: Callable[[], Answer], right: Answer) -> bool:
    try:
        return agree(answer(), right)
    except (ValueError, SyntaxError, OSError):
        return False


def test_the_command_loses_nothing_of_the_engine(
    blocs: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, subtests: Any
) -> None:
    suite = os.environ.get("BLOCS_W3C_SUITE")
    if not suite:
        missing("needs the W3C's tests: BLOCS_W3C_SUITE=FOLDER")
    monkeypatch.delenv("BLOCS_ENDPOINT", raising=False)
    passed, total = 0, 0
    for case in cases(Path(suite).resolve()):
        with subtests.test(case.name):
            right = expected(case)
            total += 1
            if passes(lambda case=case: by_command(case, blocs), right):
                passed += 1
            else:
                assert not passes(lambda case=case: by_engine(case), right)
    assert total > 300 and passed / total > 0.9, f"{passed} of {total}"
    print(f"{passed} of {total}")


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_the_average_of_nothing_is_zero(blocs: Callable[..., Any], tmp_path: Path, form: str) -> None:
    """Of an empty graph too: as a file, as no file at all, and in a store."""
    (tmp_path / "empty.ttl").write_text("")
    assert blocs("import", "rdf", tmp_path / "empty.ttl", "--store", tmp_path / "store").code == 0
    for source in (["--data", tmp_path / "empty.ttl"], ["--data", os.devnull], ["--store", tmp_path / "store"]):
        result = blocs("query", "-e", "SELECT (AVG(?o) AS ?avg) { ?s ?p ?o }", "--format", form, *source)
        assert result.code == 0, result.err
        if form in ("json", "xml"):
            kind = QueryResultsFormat.JSON if form == "json" else QueryResultsFormat.XML
            assert [row["avg"].value for row in pyoxigraph.parse_query_results(result.out, kind)] == ["0"]
        else:
            assert result.out.split()[1:] == ["0"]
