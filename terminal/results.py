"""Results of SPARQL queries: the W3C formats to the letter, and tables for people."""

from __future__ import annotations

import csv
import io
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

from ..graph.errors import InvalidRequest, OperationFailed
from ..graph.escaping import NOT_IN_XML
from ..graph.named_queries.catalog import NamedQuery
from ..graph.rdf.source import Results
from ..graph.rdf.terms import PREFIXES
from ..graph.rdf.values import Value, value_of
from .writing.formats import PACKED, RESULTS, ROWS, names
from .writing.output import Output
from .writing.table import Table
from .writing.text import UNSAFE_IN_TEXT

__all__ = ["queries_table", "write_results"]

_W3C = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "tsv": QueryResultsFormat.TSV,
}
_RDF = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "jsonld": RdfFormat.JSON_LD,
    "rdfxml": RdfFormat.RDF_XML,
}


def write_results(results: Results, out: Output) -> None:
    """Write the results of a query of any form."""
    if isinstance(results, QueryTriples):
        form = out.format or "turtle"
        if form not in _RDF:
            raise InvalidRequest(f"this query gives a graph, not rows; use one of: {' '.join(_RDF)}")
        prefixes = PREFIXES if form in ("turtle", "rdfxml") else None
        try:
            written = serialize(sorted(set(results), key=str), None, _RDF[form], prefixes=prefixes)
        except ValueError as error:  # not every triple can be written in every format
            raise InvalidRequest(f"this graph cannot be written as {form} ({error}); use turtle") from None
        out.write(written or b"")
        return
    form = out.form
    if form in _RDF:
        raise InvalidRequest(f"this query gives rows, not a graph; use one of: {' '.join(names(ROWS, RESULTS))}")
    if isinstance(results, QueryBoolean):
        if form in ("json", "xml"):
            out.write(_text(results, form))
        else:
            out.write(f"{str(bool(results)).lower()}\n")
    elif out.shape:
        _write_shaped(results, out)
    elif form == "csv":
        out.write(_csv(results))
    elif form in _W3C:
        out.write(_text(results, form))
    else:
        out.rows(_table(results, form))


def _write_shaped(solutions: QuerySolutions, out: Output) -> None:
    """Write the columns and rows that are asked for, the cells as the W3C's format has them.

    Raises InvalidRequest for XML and JSON, whose results have no rows of cells.
    """
    form = out.form
    if form in ("json", "xml"):
        raise InvalidRequest(f"{out.shape.option} shapes rows, and the W3C's {form} has none; use csv, tsv or jsonl")
    if form not in ("csv", "tsv"):
        out.rows(_table(solutions, form))
        return
    mark, cell = ("", _value) if form == "csv" else ("?", _in_tsv)
    columns = {f"{mark}{variable.value}": variable.value for variable in solutions.variables}
    out.rows(Table(columns, [[cell(term) for term in row] for row in solutions]))


def _in_tsv(term: Any) -> str:
    """A term as SPARQL writes it, numbers without quotes."""
    if isinstance(term, Literal) and term.datatype.value in _BARE:
        return term.value
    return "" if term is None else str(term)


_BARE = frozenset(f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "decimal", "double", "boolean"))


def _csv(solutions: QuerySolutions) -> str:
    """Rows in the W3C's CSV; by ourselves, as the engine does not quote an IRI with a comma."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([variable.value for variable in solutions.variables])
    writer.writerows([_value(term) for term in row] for row in solutions)
    return text.getvalue()


def _value(term: Any) -> str:
    """A term's text: an IRI, the characters of a literal, empty if there is none."""
    if isinstance(term, NamedNode | Literal):
        return term.value
    return "" if term is None else str(term)


def _text(results: QuerySolutions | QueryBoolean, form: str) -> str:
    """Results in a format of the W3C, to the letter.

    Raises OperationFailed if the format cannot hold what is in them.
    """
    text = (results.serialize(None, _W3C[form]) or b"").decode("utf-8")
    if form in ("json", "tsv"):
        # Both have an escape for signs that a terminal would obey: the same text, and harmless.
        return UNSAFE_IN_TEXT.sub(lambda match: f"\\u{ord(match[0]):04X}", text)
    if form == "xml":
        found = NOT_IN_XML.search(text)
        if found is not None:
            raise OperationFailed(
                f"XML cannot hold the character U+{ord(found[0]):04X}, which is in the answer; use json"
            )
        return text.replace("\r", "&#xD;")  # which else is read as the end of a line
    return text


def _table(solutions: QuerySolutions, form: str) -> Table:
    """Rows for people as texts; for formats that have numbers and truth values, with these."""
    columns = {variable.value: variable.value for variable in solutions.variables}
    rows: list[list[Any]]
    if form == "jsonl":
        rows = [[_typed(term) for term in solution] for solution in solutions]
    elif form in PACKED:
        rows = _in_columns_of_one_kind([tuple(solution) for solution in solutions])
    else:
        rows = [[_short(term) for term in solution] for solution in solutions]
    return Table(columns, rows, notes=[] if rows else ["No rows."])


def _in_columns_of_one_kind(solutions: list[tuple[Any, ...]]) -> list[list[Any]]:
    """The values of terms; where a column has texts too, the texts of all its terms, as they are written."""
    columns: list[list[Any]] = []
    for terms in zip(*solutions, strict=True):
        values = [_typed(term) for term in terms]
        texts = any(isinstance(value, str) for value in values)
        columns.append([_short(term) for term in terms] if texts else values)
    return [list(row) for row in zip(*columns, strict=True)] if columns else [[] for _ in solutions]


def _typed(term: Any) -> Value | None:
    return value_of(term) if isinstance(term, Literal) else _short(term)


def _short(term: Any) -> str | None:
    """A term as people read it: an entity by its id, another IRI by its prefix, a literal by its text."""
    if isinstance(term, NamedNode):
        for prefix, iri in PREFIXES.items():
            if term.value.startswith(iri):
                return f"{prefix}:{term.value[len(iri) :]}" if prefix else term.value[len(iri) :]
        return term.value
    return None if term is None else _value(term)


def queries_table(queries: list[NamedQuery], *, texts: bool = False) -> Table:
    """The rows of `queries`, with the whole text of each if `texts` are wanted."""
    columns = {"name": "Query", "title": "Answers", "parameters": "Parameters"} | ({"query": "Text"} if texts else {})
    rows: list[list[Any]] = [
        [q.name, q.title, [f"{p.name}={p.default}" for p in q.parameters], *([q.text] if texts else [])]
        for q in queries
    ]
    return Table(columns, rows, counted="queries")
