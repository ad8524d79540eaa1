"""`KnowledgeGraph`: one graph, and everything that can be asked of it from Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from .model.expression import Expression, parse_expression
from .model.graph import Graph

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from .analysis.overlap import Overlap
    from .asking.answering import Answer
    from .asking.vocabulary import Vocabulary
    from .checking import Finding
    from .model.membership import Members

__all__ = ["BUILT_IN", "KnowledgeGraph", "load", "open_source"]


class KnowledgeGraph(Graph):
    """A graph of states, bodies, events and people, read from any source.

    >>> import blocs
    >>> graph = blocs.load()
    >>> graph.as_of
    '2001-05'
    >>> [member.id for member in graph.members("CIS - CST - GUUAM")]
    ['turkmenistan']
    """

    def members(self, expression: str | Expression, as_of: str | None = None, role: str = "full") -> Members:
        """Who is in a set of bodies, each member with the memberships and sentences it rests on.

        Parameters: a set expression ("CST and CIS DMC"), a date or period (`None`: the dataset's own date,
        "any": ever), a role ("full", "associate", "observer", "any").

        Raises UnknownName and InvalidRequest where the expression names no body, or the role is none.
        """
        from .model.membership import Members, evidence_of, members_query

        parsed = parse_expression(expression, self.names) if isinstance(expression, str) else expression
        period = self.period(as_of)
        rows = self.source.select(members_query(parsed, period, role))
        iris = [term.value for (term,) in rows if isinstance(term, NamedNode)]
        self.names.expect(iris)
        found = [self.names.by_iri[iri] for iri in iris]
        return Members(evidence_of(self.source, parsed, found, period, role))

    def ask(self, question: str, as_of: str | None = None) -> Answer:
        """The answer of a question in plain English; see `asking.answering.answer`."""
        from .asking.answering import answer

        return answer(self, question, as_of, self.vocabulary)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What questions need to know of the graph beside its names; read once, for all questions."""
        from .asking.vocabulary import Vocabulary

        return Vocabulary(self)

    def check(self, *texts: str) -> list[Finding]:
        """Everything that is not sound in the graph; `texts` are files with what it quotes; see `checking.check`.

        >>> import blocs
        >>> blocs.load().check()
        []
        """
        from .checking import check

        return check(self, texts)

    def overlap(
        self,
        by: str | None = None,
        as_of: str | None = None,
        among: Sequence[str] = (),
        *,
        role: str = "full",
        measure: str = "overlap",
        threshold: float | None = None,
        min_shared: int = 0,
    ) -> Overlap:
        """How much states overlap by the bodies they are in ("state"), or bodies by their members ("body").

        `among` names the entities to compare, all where it is empty; the rest is as in `overlap.overlap`.

        >>> import blocs
        >>> blocs.load().overlap(among=["Armenia", "Azerbaijan"]).pairs[0].shared_ids
        ('cis', 'cis-dmc')
        """
        from .analysis.overlap import overlap

        found = [self.names.find(name) for name in among]
        return overlap(self, by, as_of, found, role=role, measure=measure, threshold=threshold, min_shared=min_shared)

    def to_rdflib(self) -> rdflib.Graph:
        """The graph as an `rdflib.Graph`."""
        from .exports.export import to_rdflib

        return to_rdflib(self.source)

    def to_networkx(self, as_of: str | None = None) -> networkx.Graph[str]:
        """The two-mode graph of members and bodies; see `overlap.bipartite_graph`."""
        from .analysis.overlap import bipartite_graph

        return bipartite_graph(self, as_of)

    def to_pandas(self, as_of: str | None = None) -> pandas.DataFrame:
        """The memberships as a data frame: `member`, `body`, `role`, `start`, `end`, `basis`, `quote`, `source`.

        Parameters: a date or period (`None`: the dataset's own date, "any": all).

        Raises OperationFailed where pandas is not installed.
        """
        from .tables import frame

        columns = ("member", "body", "role", "start", "end", "basis", "quote", "source")
        return frame(_graph_rows(self, as_of), columns)

    def _repr_html_(self) -> str:
        return _graph_html(self)

    def _repr_svg_(self) -> str | None:
        return _graph_svg(self)


def load(
    *data: str | PathLike[str],
    named: Mapping[str, str | PathLike[str]] | Iterable[tuple[str, str | PathLike[str]]] = (),
    store: str | PathLike[str] | None = None,
    endpoint: str | None = None,
    timeout: float | None = None,
    allow_service: bool = False,
) -> KnowledgeGraph:
    """Open a graph: RDF files, a store on disk, a SPARQL endpoint, or, without any, the graph that comes with blocs.

    Parameters: `data` paths of RDF files; `named` paths by the IRI of their graph, or pairs of IRI and path;
    `store` a store's folder; `endpoint` the URL of a SPARQL 1.1 endpoint, `timeout` the seconds that each query to it
    may take (60), `allow_service` whether queries may use SERVICE. A query of a local graph takes the time it
    takes: nothing in a process can stop it.

    Raises OperationFailed where a file or store cannot be read, InvalidRequest where an ending is not known.

    >>> load().names.find("Ivanov").label
    'Sergei Ivanov'
    """
    if endpoint is not None:
        from .sources.endpoint import TIMEOUT, Endpoint

        return KnowledgeGraph(Endpoint(endpoint, TIMEOUT if timeout is None else timeout, allow_service))
    if store is not None:
        from .sources.store import open_store

        source = open_store(Path(store))
    elif data or named:
        from .sources.files import load_files

        pairs = named.items() if isinstance(named, Mapping) else named
        source = load_files([Path(path) for path in data], [(iri, Path(path)) for iri, path in pairs])
    else:
        from .sources.files import built_in

        source = built_in()
    source.allow_service = allow_service
    return KnowledgeGraph(source)


BUILT_IN = "built-in"
"""The name of the graph that comes with blocs."""


def open_source(name: str, timeout: float | None = None) -> KnowledgeGraph:
    """The graph of a source named in one word: `built-in`, a store's folder, a file, or the URL of an endpoint.

    `timeout` is the seconds that each query of an endpoint may take.

    >>> open_source("built-in").as_of
    '2001-05'
    """
    if name == BUILT_IN:
        return load()
    if name.startswith(("http://", "https://")):
        return load(endpoint=name, timeout=timeout)
    return load(store=name) if Path(name).is_dir() else load(name)


_DRAWN = 150
"""More states and bodies than this take longer to draw than a cell should, and are a texture."""


def _graph_svg(graph: Graph) -> str | None:
    """Who is in which body, as svg; `None` where that is too much to look at, or nothing here draws."""
    if sum(entity.kind in ("state", "body") for entity in graph.names.entities) > _DRAWN:
        return None
    from .errors import BlocsError
    from .pictures.dot import dot_text
    from .pictures.rendering import render
    from .pictures.views import draw

    try:
        return render(dot_text(draw(graph)), "svg", timeout=20).decode()
    except BlocsError:
        return None  # a cell shows the table then


def _graph_html(graph: Graph) -> str:
    """What is in a graph, in numbers, and its picture where it is not too much."""
    import re
    from html import escape

    from .model.entities import KINDS

    count = {kind: sum(entity.kind == kind for entity in graph.names.entities) for kind in KINDS}
    told = ", ".join(f"{number:,} {KINDS[kind]}" for kind, number in count.items() if number) or "no entities"
    # Where it stands in a page, an svg has neither declaration nor document type.
    picture = re.sub(r"^.*?(?=<svg)", "", _graph_svg(graph) or "", flags=re.DOTALL)
    return f"<div><p><b>{escape(graph.source.name)}</b>, as of {escape(graph.as_of)}: {told}.</p>{picture}</div>"


def _graph_rows(graph: Graph, as_of: str | None) -> list[dict[str, Any]]:
    """The memberships of a graph, a row each."""
    from .model.membership import cited, read_memberships

    by_iri = graph.names.by_iri
    rows = []
    for span in read_memberships(graph.source, graph.period(as_of), role="any"):
        graph.names.expect((span.member, span.body))
        ends = {"member": by_iri[span.member].id, "body": by_iri[span.body].id}
        dates = {"role": span.role, "start": span.start, "end": span.end}
        rows.append({**ends, **dates, "basis": span.grounds.basis, **cited(span.grounds.evidence)})
    return rows
