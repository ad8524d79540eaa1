"""Named queries: SPARQL files whose header says what they answer and which parameters they take."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InvalidRequest, UnknownName
from ..model.dates import parse_date
from ..model.naming.names import Names
from ..rdf.terms import Term
from ..resources import resource
from .parameters import bind, read_value

__all__ = ["NamedQuery", "Parameter", "find_query", "named_queries", "parse_query", "query_named"]


@dataclass(frozen=True)
class Parameter:
    """A parameter: its name, type (entity, iri, number, date, text), default ("" if it has none), meaning.

    Without a default it must be given, unless it is optional: the query then is for all values.
    """

    name: str
    kind: str
    default: str
    help: str
    optional: bool = False


@dataclass(frozen=True)
class NamedQuery:
    """A query with its documentation."""

    name: str
    title: str
    about: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str

    def dates(self, given: dict[str, str]) -> list[str]:
        """The dates that the answer is for: of its parameters, as given or by default."""
        dates = (given.get(one.name, one.default) for one in self.parameters if one.kind == "date")
        return [parse_date(date) for date in dates if date]

    def bound(self, given: dict[str, str], names: Names, base: str = "") -> str:
        """The query with its parameters bound, defaults where none is given.

        Raises InvalidRequest where a parameter without default is missing, UnknownName where there is no such one.
        """
        declared = {parameter.name: parameter for parameter in self.parameters}
        terms: dict[str, Term] = {}
        for name, parameter in declared.items():
            value = given.get(name, parameter.default)
            if not value and parameter.optional:
                continue
            if not value:
                raise InvalidRequest(f"the query {self.name} needs -p {name}=…: {parameter.help}")
            terms[name] = read_value(value, names, parameter.kind)
        terms |= {name: read_value(value, names) for name, value in given.items() if name not in declared}
        return bind(self.text, terms, base)


_PARAMETER = re.compile(r"param (\w+) \((\w+)(?:, default ([^)]*)|(, optional))?\): (.*)")


def parse_query(name: str, text: str) -> NamedQuery:
    """Read a query and its header.

    >>> query = parse_query("x", "# Who is in it.\\n# param body (entity, default cst): the body\\nASK {}")
    >>> query.title, query.parameters[0].default
    ('Who is in it.', 'cst')
    """
    header = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.append(line[1:].strip())
    parameters = tuple(
        Parameter(m[1], m[2], m[3] or "", m[5], bool(m[4])) for line in header if (m := _PARAMETER.match(line))
    )
    example = next((line.removeprefix("example: ") for line in header if line.startswith("example: ")), "")
    prose = [line for line in header if line and not _PARAMETER.match(line) and not line.startswith("example: ")]
    return NamedQuery(name, prose[0] if prose else "", " ".join(prose[1:]), parameters, example, text)


def named_queries() -> list[NamedQuery]:
    """All named queries, by name."""
    folder = resource("queries")
    paths = [path for path in folder.iterdir() if path.name.endswith(".rq")]
    queries = [parse_query(path.name.removesuffix(".rq"), path.read_text(encoding="utf-8")) for path in paths]
    return sorted(queries, key=lambda query: query.name)


def find_query(name: str) -> NamedQuery:
    """The query of a name.

    Raises UnknownName with near names.
    """
    path = resource("queries", f"{name}.rq")
    if re.fullmatch(r"[\w-]+", name) and path.is_file():
        return parse_query(name, path.read_text(encoding="utf-8"))
    from rapidfuzz import process

    scored = process.extract(name, [query.name for query in named_queries()], score_cutoff=60, limit=3)
    near = [found for found, score, _ in scored if score >= scored[0][1] - 15]
    raise UnknownName(name, "query", near, "see: blocs queries")


def query_named(text: str) -> NamedQuery:
    """The query that comes with blocs if a text is one word, else the text as a query of its own.

    >>> query_named("in-both").name, query_named("ASK { ?s ?p ?o }").name
    ('in-both', 'query')
    """
    return find_query(text) if re.fullmatch(r"[\w-]+", text) else parse_query("query", text)
