"""Parameters of queries: values that enter as terms, so that data never becomes syntax."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest, UnknownName
from ..model.dates import parse_date
from ..model.names import Names
from ..rdf.sparql import check_syntax, tokens
from ..rdf.terms import PREFIXES, Term, sparql_term

__all__ = ["bind", "read_value", "variables"]


def variables(query: str) -> set[str]:
    """The names of a query's variables."""
    return {text[1:] for sort, text, _ in tokens(query) if sort == "variable"}


def read_value(text: str, names: Names, kind: str = "") -> Term:
    """A parameter's value as a term.

    `kind` is the type that the query declares: entity (by any name), iri, number, date or text. Without one, `<…>`
    is an IRI, a quoted text is a text, digits are a number, an exact id is its entity, and the rest is text.

    Raises InvalidRequest if it is none of its kind, UnknownName if there is no such entity.
    """
    if kind == "entity":
        return names.find(text).term
    if kind == "iri" or (not kind and re.fullmatch(r"<[^<>\"{}|^`\\\s]+>", text)):
        return NamedNode(text.strip("<>"))
    if kind == "date":
        return Literal(parse_date(text))
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


def bind(query: str, parameters: Mapping[str, Term], base: str = "") -> str:
    """A query in which variables have fixed values, as VALUES in each group that names them.

    A group of SPARQL does not see what is bound outside it, and a subquery only what it selects; so the values stand
    where the variables do. Any engine can run it: data are written as terms, and never become syntax.

    Parameters
    ----------
    query : str
        A query.
    parameters : mapping
        The values of some of its variables.
    base : str
        What relative IRIs are resolved against.

    Returns
    -------
    str
        The query with the values.

    Raises
    ------
    UnknownName
        If the query has no such variable.
    InvalidRequest
        If the query is no SPARQL, at the place where its author wrote it, or sets a variable itself.

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
    check_syntax(query, base)
    bound = _bound(query, {f"VALUES ?{name} {{ {sparql_term(term)} }}": name for name, term in parameters.items()})
    try:
        check_syntax(bound, base)
    except InvalidRequest:
        names = ", ".join(f"?{name}" for name in parameters)
        raise InvalidRequest(f"the query gives {names} a value itself, so that it takes none from outside") from None
    return bound


class _Group:
    """What stands between two braces: a pattern, a template or data; the whole query is a group without braces."""

    def __init__(self, kind: str, start: int) -> None:
        self.kind, self.start, self.end = kind, start, start
        self.names: set[str] = set()
        self.where: _Group | None = None
        """For a query or subquery: the group of its WHERE, which all its variables belong to."""
        self.is_query = False


def _bound(query: str, clauses: Mapping[str, str]) -> str:
    """The query with the clauses of variables in the groups that name them."""
    found = [(sort, text, at) for sort, text, at in tokens(query) if sort != "space"]
    whole = _Group("pattern", -1)
    whole.is_query = True
    stack, groups, word = [whole], [whole], ""
    construct = described = 0  # where these clauses begin and end
    for index, (sort, text, at) in enumerate(found):
        top = stack[-1]
        if sort == "word":
            word = text.upper()
            construct = at + len(text) if word == "CONSTRUCT" else construct
            # A subquery begins with SELECT, right behind the brace.
            top.is_query = top.is_query or (word == "SELECT" and found[index - 1][1] == "{")
        elif text == "{":
            kind = "data" if word == "VALUES" else "pattern"
            if construct and top is whole and word == "CONSTRUCT":
                kind = "template"
            group = _Group(kind, at + 1)
            if kind == "pattern" and top.is_query and top.where is None:
                top.where = group
            stack.append(group)
            groups.append(group)
            word = ""
        elif text == "}":
            stack.pop().end = at
        elif sort == "variable" and top.kind == "pattern":
            top.names.add(text[1:])
        if word == "DESCRIBE" and sort in ("variable", "iri", "name"):
            described = at + len(text)
    if whole.where is None:  # DESCRIBE ?a
        added = " ".join(clause for clause, name in clauses.items() if name in whole.names)
        return f"{query[:described]} WHERE {{ {added} }}{query[described:]}"
    template = ""
    if construct and not any(group.kind == "template" for group in groups):  # CONSTRUCT WHERE { … }
        template = f" {{{query[whole.where.start : whole.where.end]}}}"
    places: dict[int, set[str]] = {}
    for group in groups:
        target = group.where if group.is_query and group.where is not None else group
        if target.kind == "pattern":
            places.setdefault(target.start, set()).update(group.names)
    for start in sorted(places, reverse=True):
        added = "".join(f" {clause}" for clause, name in clauses.items() if name in places[start])
        query = query[:start] + added + query[start:]
    return query[:construct] + template + query[construct:] if template else query
