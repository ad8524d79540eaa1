"""Parameters of queries: values that enter as terms, so that data never becomes syntax."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest, UnknownName
from ..model.names import Names
from ..rdf.sparql import tokens
from ..rdf.terms import PREFIXES, Term, sparql_term

__all__ = ["bind", "read_value", "variables"]


def variables(query: str) -> set[str]:
    """The names of a query's variables."""
    return {text[1:] for sort, text, _ in tokens(query) if sort == "variable"}


def read_value(text: str, names: Names, kind: str = "") -> Term:
    """A parameter's value as a term.

    `kind` is the type that the query declares: entity (by any name), iri, number, date or text. Without one, `<…>`
    is an IRI, a quoted text is a text, digits are a number, an exact id is its entity, and the rest is text.
    """
    if kind == "entity":
        return names.find(text).term
    if kind == "iri" or (not kind and re.fullmatch(r"<[^<>\"{}|^`\\\s]+>", text)):
        return NamedNode(text.strip("<>"))
    if kind == "number" or (not kind and re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text)):
        if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", text):
            raise InvalidRequest(f"{text!r} is not a number")
        return Literal(text, datatype=NamedNode(PREFIXES["xsd"] + ("decimal" if "." in text else "integer")))
    if not kind and len(text) > 1 and text[0] == text[-1] == '"':
        return Literal(text[1:-1])
    if not kind:
        found = [entity for entity in names.matches(text) if entity.id == text]
        if found:
            return found[0].term
    return Literal(text)


def _choice(known: set[str]) -> str:
    return "its variables are: " + " ".join(sorted(known)) if known else "it has no variables"


def bind(query: str, parameters: Mapping[str, Term]) -> str:
    """A query in which variables have fixed values, as VALUES at the start of each of its groups.

    The values are written as SPARQL writes terms, so that data never becomes syntax, and any engine can run it.
    Raises UnknownName where the query has no such variable.

    >>> bind("SELECT ?s WHERE { ?s ?p ?o }", {"o": Literal('a "b"')})
    'SELECT ?s WHERE { VALUES ?o { "a \\\\"b\\\\"" } ?s ?p ?o }'
    """
    known = variables(query)
    for name in parameters:
        if name not in known:
            near = [other for other in sorted(known) if other[:1] == name[:1]]
            raise UnknownName(name, "parameter", near, _choice(known))
    if not parameters:
        return query
    clause = "".join(f" VALUES ?{name} {{ {sparql_term(term)} }}" for name, term in parameters.items())
    out: list[str] = []
    where = template = data = False
    depth_of_template = 0
    for sort, text, _ in tokens(query):
        out.append(text)
        word = text.upper() if sort == "word" else ""
        if word == "CONSTRUCT":
            template = True
        elif word in ("WHERE", "SELECT", "ASK", "DESCRIBE"):
            where, template = True, False
        elif word == "VALUES":
            data = True
        elif text == "{" and template:
            depth_of_template += 1
        elif text == "}" and template:
            depth_of_template -= 1
        elif text == "{" and data:
            continue
        elif text == "}" and data:
            data = False
        elif text == "{" and where:
            out.append(clause)
    return "".join(out)
