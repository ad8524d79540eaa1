"""`KnowledgeGraph`: one graph, and everything that can be asked of it from Python."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from .dates import Period, parse_period, today
from .expression import Expression, parse_expression
from .names import Names, read_names
from .source import Source
from .terms import prologue

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from .asking.answering import Answer
    from .checking import Finding
    from .membership import Members
    from .overlap import Overlap

__all__ = ["KnowledgeGraph", "load"]


class KnowledgeGraph:
    """A graph of states, bodies, events and people, read from any source.

    >>> import blocs
    >>> graph = blocs.load()
    >>> graph.as_of
    '2001-05'
    >>> [member.id for member in graph.members("CIS - CST - GUUAM")]
    ['turkmenistan']
    """

    def __init__(self, source: Source) -> None:
        self.source = source

    @cached_property
    def names(self) -> Names:
        """Every entity, by all its names."""
        if getattr(self.source, "remote", False):
            from .remote_names import names_at

            return names_at(self.source)
        return read_names(self.source)

    @cached_property
    def as_of(self) -> str:
        """The dataset's own date (the latest where there are several); today where it gives none."""
        body = "SELECT ?date WHERE { ?dataset blocs:asOf ?date }"
        dates = [d.value for (d,) in self.source.select(prologue(body) + body) if isinstance(d, Literal)]
        return max(dates, default=today())

    def period(self, text: str | None) -> Period:
        """The period that `--as-of` or `--during` names; the dataset's own date where it is `None`."""
        return parse_period(self.as_of if text is None else text)

    def members(self, expression: str | Expression, as_of: str | None = None, role: str = "full") -> Members:
        """Who is in a set of bodies, each member with the memberships and sentences it rests on.

        Parameters: a set expression ("CST and CIS DMC"), a date or period (`None`: the dataset's own date,
        "any": ever), a role ("full", "associate", "observer", "any").

        Raises UnknownName and AskedWrongly where the expression names no body, or the role is none.
        """
        from .membership import Members, evidence_of, members_query

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

        return answer(self, question, as_of)

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
        from .overlap import overlap

        found = [self.names.find(name) for name in among]
        return overlap(self, by, as_of, found, role=role, measure=measure, threshold=threshold, min_shared=min_shared)

    def to_rdflib(self) -> rdflib.Graph:
        """The graph as an `rdflib.Graph`."""
        from .interchange import to_rdflib

        return to_rdflib(self.source)

    def to_networkx(self, as_of: str | None = None) -> networkx.Graph[str]:
        """The two-mode graph of members and bodies; see `overlap.bipartite_graph`."""
        from .overlap import bipartite_graph

        return bipartite_graph(self, as_of)

    def to_pandas(self, as_of: str | None = None) -> pandas.DataFrame:
        """The memberships as a data frame: `member`, `body`, `role`, `start`, `end`, `basis`, `quote`, `source`.

        Parameters: a date or period (`None`: the dataset's own date, "any": all).

        Raises CannotDo where pandas is not installed.
        """
        from .notebook import frame, graph_rows

        columns = ("member", "body", "role", "start", "end", "basis", "quote", "source")
        return frame(graph_rows(self, as_of), columns)

    def _repr_html_(self) -> str:
        from .notebook import graph_html

        return graph_html(self)

    def _repr_svg_(self) -> str | None:
        from .notebook import graph_svg

        return graph_svg(self)


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

    Raises CannotDo where a file or store cannot be read, AskedWrongly where an ending is not known.

    >>> load().names.find("Ivanov").label
    'Sergei Ivanov'
    """
    if endpoint is not None:
        from .endpoint import TIMEOUT, Endpoint

        return KnowledgeGraph(Endpoint(endpoint, TIMEOUT if timeout is None else timeout, allow_service))
    if store is not None:
        from .storing import open_store

        source = open_store(Path(store))
    elif data or named:
        from .loading import load_files

        pairs = named.items() if isinstance(named, Mapping) else named
        source = load_files([Path(path) for path in data], [(iri, Path(path)) for iri, path in pairs])
    else:
        from .loading import built_in

        source = built_in()
    source.allow_service = allow_service
    return KnowledgeGraph(source)
