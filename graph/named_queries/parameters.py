"""Parameters of queries: values that enter as terms, so that data never becomes syntax."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from pyoxigraph import Literal, NamedNode

from ..errors import InvalidRequest, UnknownName
from ..model.dates import parse_date
from ..model.naming.names import Names
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
    where the variables do. Any engine can run it: data are written as terms, and never become syntax. The answer is
    what the query without the values gives, of it what has them.

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
    bound = _bound(query, {name: sparql_term(term) for name, term in parameters.items()})
    given = [name for name in parameters if name in _made(query)]
    try:
        if not given:
            check_syntax(bound, base)
            return bound
    except InvalidRequest:
        given = list(parameters)
    names = ", ".join(f"?{name}" for name in given)
    raise InvalidRequest(f"the query gives {names} a value itself, so that it takes none from outside")


def _made(query: str) -> set[str]:
    """The names of the variables that a query computes: `(COUNT(?x) AS ?n)`."""
    found = [(sort, text) for sort, text, _ in tokens(query) if sort != "space"]
    return {text[1:] for (_, before), (sort, text) in pairwise(found) if sort == "variable" and before.upper() == "AS"}


class _Group:
    """What stands between two braces: a pattern, a template or data; the whole query is a group without braces."""

    def __init__(self, kind: str, start: int, before: str = "") -> None:
        self.kind, self.start, self.end = kind, start, start
        self.before = before
        """The word before the brace, such as OPTIONAL."""
        self.names: set[str] = set()
        self.joined: set[str] = set()
        """The names that its own triples (or data) bind; the others stand in its expressions."""
        self.tested: set[str] = set()
        """The names of which it is asked whether they are bound."""
        self.inner: list[_Group] = []
        self.where: _Group | None = None
        """For a query or subquery: the group of its WHERE, which all its variables belong to."""
        self.is_query = False
        self.chosen: set[str] | None = None
        """For a query: what it gives; None for all that there is."""

    def binds(self, name: str) -> bool:
        """Whether a part within it may bind a variable that can be seen from here."""
        for one in self.inner:
            if one.kind != "pattern" or one.before in ("MINUS", "EXISTS"):
                continue
            if one.is_query:
                if one.where is None or (one.chosen is not None and name not in one.chosen):
                    continue
                one = one.where
            if name in one.joined or one.binds(name):
                return True
        return False


def _bound(query: str, terms: Mapping[str, str]) -> str:
    """The query with the values of variables (as SPARQL writes them) in the groups that name them.

    Where only a part that need not match binds a variable (OPTIONAL, one side of a UNION), a value beside that part
    would be given to what does not match as well. There the value stands in the part, and the answer is what has it.
    """
    found = [(sort, text, at) for sort, text, at in tokens(query) if sort != "space"]
    whole = _Group("pattern", -1)
    whole.is_query = True
    queries, stack, word, depth = [whole], [whole], "", [0]
    groups = [whole]
    construct = described = 0  # where these clauses begin and end
    for index, (sort, text, at) in enumerate(found):
        top = stack[-1]
        if sort == "word":
            word = text.upper()
            construct = at + len(text) if word == "CONSTRUCT" else construct
            if word == "SELECT" and (top is whole or found[index - 1][1] == "{"):
                # A subquery begins with SELECT, right behind the brace.
                top.is_query, top.chosen = True, set()
                queries += [top] if top is not whole else []
            elif word == "WHERE":
                word = ""
        elif text == "{":
            kind = "data" if word == "VALUES" else "pattern"
            if construct and top is whole and word == "CONSTRUCT":
                kind = "template"
            group = _Group(kind, at + 1, word)
            if kind == "pattern" and top.is_query and top.where is None:
                top.where = group
            top.inner.append(group)
            stack.append(group)
            depth.append(0)
            groups.append(group)
            word = ""
        elif text == "}":
            stack.pop().end = at
            depth.pop()
            word = ""
        elif text in ("(", ")"):
            depth[-1] += 1 if text == "(" else -1
        elif text == "*" and top.is_query and top.where is None and not depth[-1]:
            top.chosen = None
        elif sort == "variable" and top.kind == "pattern":
            _note(top, text[1:], word, depth[-1], found[index - 2][1].upper() if index > 1 else "")
        if word == "DESCRIBE" and sort in ("variable", "iri", "name"):
            described = at + len(text)
    if whole.where is None:  # DESCRIBE ?a
        added = " ".join(_values(name, term) for name, term in terms.items() if name in whole.names)
        return f"{query[:described]} WHERE {{ {added} }}{query[described:]}"
    template = ""
    if construct and not any(group.kind == "template" for group in groups):  # CONSTRUCT WHERE { … }
        template = f" {{{query[whole.where.start : whole.where.end]}}}"
    for place, added in sorted(_added(groups, queries, terms).items(), reverse=True):
        query = query[:place] + added + query[place:]
    return query[:construct] + template + query[construct:] if template else query


def _note(group: _Group, name: str, word: str, depth: int, before: str) -> None:
    """Note where a variable stands in a group."""
    group.names.add(name)
    if group.is_query:
        if group.where is None and group.chosen is not None:
            group.chosen.add(name)
    elif not depth or word == "VALUES":
        group.joined.add(name)
    if before == "BOUND":
        group.tested.add(name)


def _added(groups: list[_Group], queries: list[_Group], terms: Mapping[str, str]) -> dict[int, str]:
    """What is added to a query, by place: values at the beginning of groups, tests at the end of a query's."""
    named: dict[int, tuple[_Group, set[str]]] = {}
    for group in groups:
        target = group.where if group.is_query and group.where is not None else group
        if target.kind == "pattern":
            named.setdefault(target.start, (target, set()))[1].update(group.names)
    added: dict[int, str] = {}
    for start, (group, names) in named.items():
        here = [name for name in terms if name in names and (name in group.joined or not group.binds(name))]
        added[start] = "".join(f" {_values(name, terms[name])}" for name in here)
    for asked in queries:
        where = asked.where
        if where is None:
            continue
        for name, term in terms.items():
            if name not in where.joined and name not in where.tested and where.binds(name):
                added[where.end] = added.get(where.end, "") + f" FILTER(sameTerm(?{name}, {term})) "
    return added


def _values(name: str, term: str) -> str:
    return f"VALUES ?{name} {{ {term} }}"
