"""Results of SPARQL queries: the W3C formats to the letter, and tables for people."""

from __future__ import annotations

from typing import Any

from pyoxigraph import (
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)

from ..graph.catalog import NamedQuery
from ..graph.errors import AskedWrongly
from ..graph.source import Results
from ..graph.terms import PREFIXES
from .output import ROW_FORMATS, UNSAFE_IN_TEXT, Output, Table

__all__ = ["queries_table", "write_results"]

_W3C = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
_RDF = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD}


def write_results(results: Results, out: Output) -> None:
    """Write the results of a query of any form."""
    if isinstance(results, QueryTriples):
        form = out.format or "turtle"
        if form not in _RDF:
            raise AskedWrongly(f"this query gives a graph; use --format {', '.join(_RDF)}, not {form!r}")
        prefixes = PREFIXES if form == "turtle" else None
        out.write(serialize(sorted(results, key=str), None, _RDF[form], prefixes=prefixes) or b"")
        return
    form = out.chosen(*ROW_FORMATS, "xml")
    if isinstance(results, QueryBoolean):
        if form in ("json", "xml"):
            out.write(results.serialize(None, _W3C[form]) or b"")
        else:
            out.write(f"{str(bool(results)).lower()}\n")
    elif form in ("json", "tsv"):
        # Both formats have an escape for signs that a terminal would obey: the same text, and harmless.
        text = (results.serialize(None, _W3C[form]) or b"").decode("utf-8")
        out.write(UNSAFE_IN_TEXT.sub(lambda match: f"\\u{ord(match[0]):04X}", text))
    elif form in _W3C:
        out.write(results.serialize(None, _W3C[form]) or b"")
    else:
        out.rows(_table(results))


def _table(solutions: QuerySolutions) -> Table:
    columns = {variable.value: variable.value for variable in solutions.variables}
    return Table(columns, [[_short(term) for term in solution] for solution in solutions])


def _short(term: Any) -> str | None:
    """A term as people read it: an entity by its id, another IRI by its prefix, a literal by its text."""
    if isinstance(term, NamedNode):
        for prefix, iri in PREFIXES.items():
            if term.value.startswith(iri):
                return f"{prefix}:{term.value[len(iri) :]}" if prefix else term.value[len(iri) :]
        return term.value
    if isinstance(term, Literal):
        return term.value
    return None if term is None else str(term)


def queries_table(queries: list[NamedQuery]) -> Table:
    """The rows of `queries`."""
    rows = [[q.name, q.title, [f"{p.name}={p.default}" for p in q.parameters]] for q in queries]
    return Table({"name": "Query", "title": "Answers", "parameters": "Parameters"}, rows)
