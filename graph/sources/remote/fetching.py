"""Fetching through a lens: the memberships at an endpoint, by pages, each of which is a query that engines can answer.

A lens with a `page` says by which variable to go: the values are listed in order, some hundreds at a time, each page
beginning behind the last value of the one before; then the lens is asked for those values. A lens without is asked by
its own order, with LIMIT and OFFSET.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pyoxigraph import BlankNode, NamedNode, Triple

from ...errors import InvalidRequest
from ...rdf.source import Source, values
from ...rdf.sparql import tokens
from ...rdf.terms import sparql_text
from ...readers.vocabularies.lenses import Lens

__all__ = ["Fetching"]

_VALUES = 200  # of the page's variable that one query asks for
_SOLUTIONS = 5000  # of a lens without pages in one answer


class Fetching:
    """What a lens finds at an endpoint.

    Parameters
    ----------
    source : Source
        The endpoint.
    lens : Lens
        The lens.
    where : str
        A SPARQL pattern that the values of the page's variable must fit; "" for any.
    limit : int
        The most values (or, without pages, solutions) to ask for.
    progress : callable
        Told how many have been fetched.
    """

    def __init__(
        self, source: Source, lens: Lens, where: str, limit: int, progress: Callable[[int], object] = lambda n: None
    ) -> None:
        if where and not lens.page[0]:
            raise InvalidRequest(f"the lens {lens.name} has no page variable for --where; see docs/lenses.md")
        self.source, self.lens, self.where, self.limit, self.progress = source, lens, where, limit, progress
        self.fetched, self.cut, self._came = 0, False, False

    def triples(self) -> Iterator[Triple]:
        """The triples, page by page.

        Raises
        ------
        OperationFailed
            If the endpoint fails.
        InvalidRequest
            If the pattern or the lens is not SPARQL.
        """
        for query in self._by_value() if self.lens.page[0] else self._by_offset():
            # A blank node is the same within an answer only.
            fresh: dict[BlankNode, BlankNode] = {}
            self._came = False
            for triple in self._answer(query):
                self._came = True
                yield _with_fresh_nodes(triple, fresh)

    def notes(self) -> list[str]:
        """That not all was fetched, if so."""
        if not self.cut:
            return []
        return [
            f"{self.source.name}: only the first {self.fetched:,} were fetched; narrow it by --where,"
            " or allow more by --limit"
        ]

    def _answer(self, query: str) -> Iterator[Triple]:
        yield from self.source.run(query)  # type: ignore[misc]

    def _by_value(self) -> Iterator[str]:
        """The lens for some values of its page's variable at a time."""
        name, last = self.lens.page[0], ""
        while True:
            size = min(_VALUES, self.limit - self.fetched)
            found = [term for (term, _) in self.source.select(self._page(last, size + 1)) if term is not None]
            page = [term for term in found[:size] if isinstance(term, NamedNode)]
            if page:
                yield narrowed(self.lens.query, values(name, page))
                self.fetched += len(page)
                self.progress(self.fetched)
                last = page[-1].value
            if len(found) <= size:
                return
            if self.fetched >= self.limit:
                self.cut = True
                return

    def _page(self, last: str, size: int) -> str:
        name, pattern = self.lens.page
        inside = pattern.strip().removeprefix("{").removesuffix("}")
        behind = f"FILTER(STR(?{name}) > {sparql_text(last)})" if last else ""
        where = self.where.strip()
        return (
            f"{_prologue(self.lens.query)}SELECT DISTINCT ?{name} (STR(?{name}) AS ?key) WHERE {{ {inside}"
            f" {'{ ' + where + ' }' if where else ''} FILTER(isIRI(?{name})) {behind} }} ORDER BY ?key LIMIT {size}"
        )

    def _by_offset(self) -> Iterator[str]:
        """The lens in the order of its own variables, some solutions at a time, until there are none."""
        order = " ".join(template_variables(self.lens.query))
        while True:
            yield f"{self.lens.query.rstrip()}\nORDER BY {order} LIMIT {_SOLUTIONS} OFFSET {self.fetched}"
            if not self._came:
                return
            self.fetched += _SOLUTIONS
            self.progress(self.fetched)
            if self.fetched >= self.limit:
                self.cut = True
                return


def _with_fresh_nodes(triple: Triple, fresh: dict[BlankNode, BlankNode]) -> Triple:
    """A triple whose blank nodes are no other answer's."""
    subject, object_ = triple.subject, triple.object
    if isinstance(subject, BlankNode):
        subject = fresh.setdefault(subject, BlankNode())
    if isinstance(object_, BlankNode):
        object_ = fresh.setdefault(object_, BlankNode())
    return Triple(subject, triple.predicate, object_)


def _prologue(query: str) -> str:
    """The PREFIX lines of a query."""
    lines = (line.strip() for line in query.splitlines())
    return "".join(f"{line}\n" for line in lines if line.upper().startswith("PREFIX"))


def narrowed(query: str, clause: str) -> str:
    """A CONSTRUCT query for some values only: the clause is put into its WHERE, and into each part of a UNION there.

    >>> narrowed("CONSTRUCT { ?s ?p ?o } WHERE { { ?s ?p ?o } UNION { ?o ?p ?s } }", "VALUES ?s { <x:a> }")
    'CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { <x:a> } { VALUES ?s { <x:a> } ?s ?p ?o } UNION { VALUES ?s { <x:a> } ?o ?p ?s } }'
    """  # noqa: E501
    places, depth, before, inside = [], 0, "", False
    for kind, text, at in tokens(query):
        if kind == "space":
            continue
        if text == "{" and kind == "sign":
            if not inside and before.upper() == "WHERE":
                inside = True
                depth = 0
                places.append(at + 1)
            elif inside and depth == 1 and (before == "{" or before.upper() == "UNION"):
                places.append(at + 1)
            depth += inside
        elif text == "}" and kind == "sign" and inside:
            depth -= 1
            inside = depth > 0
        before = text
    if not places:
        raise InvalidRequest("a lens needs the word WHERE before its pattern; see docs/lenses.md")
    for place in reversed(places):
        query = f"{query[:place]} {clause}{query[place:]}"
    return query


def template_variables(query: str) -> list[str]:
    """The variables of a CONSTRUCT query's template, each once.

    >>> template_variables("CONSTRUCT { ?s ?p ?o . ?o ?p ?s } WHERE { ?s ?p ?o , ?x }")
    ['?s', '?p', '?o']
    """
    found: dict[str, None] = {}
    for kind, text, _ in tokens(query):
        if kind == "variable":
            found.setdefault(text)
        elif kind == "word" and text.upper() == "WHERE":
            break
    return list(found)
