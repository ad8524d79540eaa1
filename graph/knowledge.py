"""`KnowledgeGraph`: one graph, and everything that can be asked of it from Python.

It stands on top: each method hands over to the module that does the work, and nothing inside blocs imports it. What
needs a graph takes a `model.graph.Graph`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .errors import InvalidRequest
from .model.expression import Expression
from .model.graph import Graph

if TYPE_CHECKING:
    import networkx
    import pandas
    import rdflib

    from .analysis.compare import Comparison
    from .analysis.network import Network
    from .analysis.overlap import Overlap
    from .analysis.panel import Panel
    from .analysis.paths import Paths
    from .analysis.timeline import Entry
    from .analysis.trend import Trend
    from .asking.answering import Answer
    from .asking.vocabulary import Vocabulary
    from .checking import Finding
    from .checking.quotations import Quotation
    from .model.description import Description
    from .model.membership import Members
    from .model.search import Found
    from .pictures.of_graph import Figures
    from .pictures.picture import Picture
    from .rdf.source import Results
    from .readers.table_options import TableOptions

__all__ = ["BUILT_IN", "KnowledgeGraph", "load", "open_source"]


class KnowledgeGraph(Graph):
    """A graph of states, bodies, events and people, read from any source.

    Wherever a method takes the name of an entity, it may be its id, label, abbreviation, an alias or a code. Wherever
    it takes `as_of`, this is a date (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`), a period (`FROM:TO`) or "any"; None is the
    dataset's own date.

    Parameters
    ----------
    source : Source
        Where the graph is read from; `load` opens one.
    read : callable
        What reads its names, if not by queries.

    See Also
    --------
    load : Open a graph from files, a store or an endpoint.

    >>> import blocs
    >>> graph = blocs.load()
    >>> graph.as_of
    '2001-05'
    >>> [member.id for member in graph.members("CIS - CST - GUUAM")]
    ['turkmenistan']
    """

    # Questions

    def ask(self, question: str, as_of: str | None = None) -> Answer:
        """The answer to a question in plain English.

        Parameters
        ----------
        question : str
            The question.
        as_of : str or None
            The date of the memberships.

        Returns
        -------
        Answer
            With `values`, `basis`, `evidence`, and how the question was understood.

        Raises
        ------
        InvalidRequest
            If the question is not understood.

        >>> import blocs
        >>> blocs.load().ask("when was the CST signed?").values
        ('1992-05-15',)
        """
        from .asking.answering import answer

        return answer(self, question, as_of, self.vocabulary)

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What questions need to know of the graph beside its names; read once, for all questions."""
        from .asking.vocabulary import Vocabulary

        return Vocabulary(self)

    def members(self, expression: str | Expression, as_of: str | None = None, role: str = "full") -> Members:
        """Who is in a set of bodies, each member with the memberships and sentences it rests on.

        Parameters
        ----------
        expression : str or Expression
            A set of bodies, such as "CST and CIS DMC" or "(CST | GUUAM) - CIS".
        as_of : str or None
            The date of the memberships.
        role : str
            The role of those that count: "full", "associate", "observer" or "any".

        Returns
        -------
        Members
            A list, with `to_pandas()`.

        Raises
        ------
        UnknownName
            If the expression names what is no body of the graph.
        InvalidRequest
            If the expression, date or role is none.

        >>> import blocs
        >>> [member.label for member in blocs.load().members("GUUAM")][:2]
        ['Azerbaijan', 'Georgia']
        """
        from .model.membership import find_members

        return find_members(self, expression, as_of, role)

    def describe(self, name: str, as_of: str | None = "any") -> Description:
        """All that is known of one entity.

        Parameters
        ----------
        name : str
            The entity.
        as_of : str or None
            The date of facts that have dates.

        Returns
        -------
        Description
            The entity with its definition, facts and their grounds.

        Raises
        ------
        UnknownName
            If the graph has no entity of this name.

        >>> import blocs
        >>> sum(fact.relation == "member" for fact in blocs.load().describe("GUUAM").facts)
        5
        """
        from .model.description import describe

        return describe(self.source, self.names, self.names.find(name), self.period(as_of))

    def quotation(self, words: str) -> list[Quotation]:
        """The sentences in which the words of a quotation stand, or else the one nearest to it.

        Parameters
        ----------
        words : str
            The quotation; "…" and "[…]" stand for what was left out.

        Returns
        -------
        list of Quotation
            Empty if no sentence of the graph is like it.

        Raises
        ------
        InvalidRequest
            If it is less than two words.

        Examples
        --------
        >>> import blocs
        >>> blocs.load().quotation("Georgia (which is not represented in the CST)")[0].paragraph
        11
        """
        from .checking.quotations import find_quotation

        return find_quotation(self.source, self.names, words)

    def search(self, text: str) -> list[Found]:
        """The entities in whose names, definition or quotes all words of a text occur.

        Parameters
        ----------
        text : str
            The words.

        Returns
        -------
        list of Found
            The best first.

        Raises
        ------
        InvalidRequest
            If the text has no words.

        >>> import blocs
        >>> blocs.load().search("southern shield")[0].entity.id
        'southern-shield-2001'
        """
        from .model.search import search

        return search(self.source, self.names, text)

    def query(self, query: str, parameters: Mapping[str, str] | None = None) -> Results:
        """The results of a SPARQL 1.1 query.

        Parameters
        ----------
        query : str
            The query, in which the prefixes of the model need not be declared; or the name of one that comes with
            blocs, such as "in-both".
        parameters : mapping of str to str or None
            Values of its variables, by name.

        Returns
        -------
        pyoxigraph.QuerySolutions, pyoxigraph.QueryBoolean or pyoxigraph.QueryTriples
            Rows to iterate over, a truth value or triples, by the form of the query.

        Raises
        ------
        InvalidRequest
            If the query cannot be parsed, would ask another server without leave, or lacks a parameter.
        UnknownName
            If there is no such named query or parameter.
        OperationFailed
            If the source fails.

        >>> import blocs
        >>> graph = blocs.load()
        >>> bool(graph.query("ASK { :armenia org:memberOf :cst }"))
        True
        >>> len(list(graph.query("in-both", {"a": "CST", "b": "CIS DMC"})))
        6
        """
        from .named_queries.catalog import query_named

        return self.source.run(query_named(query).bound(dict(parameters or {}), self.names))

    # Analysis

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
        """How much states overlap by the bodies they are in, or bodies by their members.

        Parameters
        ----------
        by : str or None
            "state" or "body"; None: as the entities named are, else "state".
        as_of : str or None
            The date of the memberships.
        among : sequence of str
            The entities to compare: one with all others, more with one another; all if empty.
        role : str
            The role of the memberships that count.
        measure : str
            The measure of the threshold, one of `analysis.measures.MEASURES`.
        threshold : float or None
            The least value of the measure that a pair must have.
        min_shared : int
            The least number that a pair must share.

        Returns
        -------
        Overlap
            With `pairs`, `to_networkx()` and `to_pandas()`.

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If the entities cannot be compared, or a measure, role or date is none.

        >>> import blocs
        >>> blocs.load().overlap(among=["Armenia", "Azerbaijan"]).pairs[0].shared_ids
        ('cis', 'cis-dmc')
        """
        from .analysis.overlap import overlap

        found = [self.names.find(name) for name in among]
        return overlap(self, by, as_of, found, role=role, measure=measure, threshold=threshold, min_shared=min_shared)

    def network(
        self, by: str | None = None, as_of: str | None = None, among: Sequence[str] = (), **options: Any
    ) -> Network:
        """The network of states by shared bodies, or of bodies by shared members.

        Parameters
        ----------
        by : str or None
            "state" or "body"; None: as the entities named are, else "state".
        as_of : str or None
            The date of the memberships.
        among : sequence of str
            Only these states or bodies; all if empty.
        **options
            The keyword arguments of `analysis.network.network`: role, measure, threshold, min_shared, method,
            resolution and seed.

        Returns
        -------
        Network
            With `actors`, `communities`, `bridges` and the projection as `graph`.

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If the entities cannot be compared, or an option or date is none.

        >>> import blocs
        >>> [len(community) for community in blocs.load().network(min_shared=3).communities]
        [6, 5, 1]
        """
        from .analysis.network import network

        return network(self, by, as_of, [self.names.find(name) for name in among], **options)

    def panel(
        self, first: int, last: int, role: str = "full", measures: Sequence[str] = (), among: Sequence[str] = ()
    ) -> Panel:
        """The dyad-year panel: every pair of states in every year.

        Parameters
        ----------
        first, last : int
            The years, both included.
        role : str
            The role of the memberships that count.
        measures : sequence of str
            Measures beside shared and union.
        among : sequence of str
            The states: one with all others, more with one another; all if empty.

        Returns
        -------
        Panel
            With `rows(…)`, `csv(…)` and `to_pandas()`.

        Raises
        ------
        UnknownName
            If the graph has no state of a name.
        InvalidRequest
            If the years, the role or a measure is none, or the data end before the years.

        >>> import blocs
        >>> row = next(blocs.load().panel(2001, 2001, measures=["jaccard"]).rows())
        >>> row["a"], row["b"], row["shared"], row["jaccard"]
        ('armenia', 'azerbaijan', 2, 0.5)
        """
        from .analysis.panel import panel

        return panel(self, first, last, role, measures, [self.names.find(name, ("state",)) for name in among])

    def paths(self, a: str, b: str, *, via: str = "all", as_of: str | None = None, limit: int = 10) -> Paths:
        """How two entities are connected: the shortest paths between them, fact by fact.

        Parameters
        ----------
        a, b : str
            The entities.
        via : str
            "all" for facts of every kind, "memberships" for these only.
        as_of : str or None
            The date of the facts.
        limit : int
            How many paths to give at most.

        Returns
        -------
        Paths

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If both are the same entity, or `via` or the date is none.

        >>> import blocs
        >>> blocs.load().paths("Armenia", "GUUAM", via="memberships").length
        3
        """
        from .analysis.paths import find_paths

        return find_paths(self, self.names.find(a), self.names.find(b), via=via, as_of=as_of, limit=limit)

    def timeline(self, among: Sequence[str] = (), as_of: str = "any") -> list[Entry]:
        """Membership spans and events, the earliest first.

        Parameters
        ----------
        among : sequence of str
            Bodies, states or events; everything that has a date if empty.
        as_of : str
            The period.

        Returns
        -------
        list of Entry

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If an entity has no timeline, or the period is none.

        >>> import blocs
        >>> [(entry.start, entry.event.id) for entry in blocs.load().timeline() if entry.event][0]
        ('1992-05-15', 'cst-signing-1992')
        """
        from .analysis.timeline import timeline

        return timeline(self, [self.names.find(name) for name in among], self.period(as_of))

    def trend(self, among: Sequence[str] = (), as_of: str = "any", role: str = "full") -> Trend:
        """How many memberships, bodies and states there were in each year.

        Parameters
        ----------
        among : sequence of str
            Bodies, whose members are counted, and states, whose bodies are; if empty, all memberships, bodies and
            states.
        as_of : str
            The years, as a period.
        role : str
            The role of the memberships that count: "full", "associate", "observer" or "any".

        Returns
        -------
        Trend
            With `years`, `counts`, `rows()` and `to_pandas()`.

        Raises
        ------
        UnknownName
            If the graph has no entity of a name.
        InvalidRequest
            If an entity is neither a body nor a state, or the role or the period is none.

        >>> import blocs
        >>> blocs.load().trend(["GUUAM", "CST"], "2000:2001").counts
        {'guuam': [None, 5], 'cst': [6, 6]}
        """
        from .analysis.trend import trend

        return trend(self, [self.names.find(name) for name in among], self.period(as_of), role)

    def compare(
        self, other: Graph, as_of: str | None = None, *, reconcile: bool = True, everything: bool = False
    ) -> Comparison:
        """The memberships on which this graph and another one differ.

        Parameters
        ----------
        other : Graph
            The other graph.
        as_of : str or None
            The date; None for this graph's own.
        reconcile : bool
            Whether states and bodies are the same by the lists that come with blocs, or by codes and spelling only.
        everything : bool
            Whether bodies of whose members only one of the graphs says something are compared too.

        Returns
        -------
        Comparison

        Raises
        ------
        InvalidRequest
            If the date is none.

        >>> import blocs
        >>> graph = blocs.load()
        >>> graph.compare(graph).differences
        ()
        """
        from .analysis.compare import compare

        return compare(self, other, as_of, reconcile=reconcile, everything=everything)

    def check(self, *texts: str) -> list[Finding]:
        """Everything that is not sound in the graph.

        Parameters
        ----------
        *texts : str
            Files with the texts that it quotes, as `FILE` or `SOURCE=FILE`.

        Returns
        -------
        list of Finding
            The worst first.

        Raises
        ------
        OperationFailed
            If a text cannot be read.
        InvalidRequest
            If it is not clear which source a text is of.

        >>> import blocs
        >>> blocs.load().check()
        []
        """
        from .checking import check

        return check(self, texts)

    # Pictures and data for other tools

    def draw(self, view: str = "", *, focus: str = "", only: Iterable[str] = (), **options: Any) -> Picture:
        """A picture of the graph as nodes, edges and groups, which `pictures.dot.dot_text` writes as DOT.

        Parameters
        ----------
        view : str
            One of `pictures.options.VIEWS`; "" for the neighbourhood of the focus, else by what the graph has.
        focus : str
            An entity; "" for none.
        only : iterable of str
            Only these kinds of entities, such as "states"; all if empty.
        **options
            The other fields of `pictures.options.ViewOptions`, such as `as_of`, `depth` and `layout`.

        Returns
        -------
        Picture
            Its `notes` say if it is empty, or of a date that the data do not cover.

        Raises
        ------
        UnknownName
            If the graph has no such entity, or there is no such kind.
        InvalidRequest
            If an option is none.

        >>> import blocs
        >>> [group.label for group in blocs.load().draw("memberships").groups]
        ['6 states', '5 states']
        """
        from .pictures.options import view_options
        from .pictures.views import draw

        return draw(self, view_options(self, view=view, focus=focus, only=only, **options))

    def export(self, form: str, *, focus: str = "", only: Iterable[str] = (), **options: Any) -> bytes:
        """The graph as a file for people or other tools.

        Parameters
        ----------
        form : str
            A format, one of `exports.formats.FORMATS`: "svg", "html", "graphml", "csv", "turtle", …
        focus : str
            An entity; "" for none.
        only : iterable of str
            Only these kinds of entities; all if empty.
        **options
            The other fields of `pictures.options.ViewOptions`, such as `as_of`, and for pictures `view`.

        Returns
        -------
        bytes
            The content of the file.

        Raises
        ------
        UnknownName
            If the graph has no such entity, or there is no such kind.
        InvalidRequest
            If there is no such format, or an option does not go with it.
        OperationFailed
            If it cannot be drawn, or the format cannot hold the graph.

        >>> import blocs
        >>> blocs.load().export("csv", only=["states", "bodies"])[:24]
        b'member,organization,role'
        """
        from .exports.formats import export
        from .pictures.options import view_options

        return export(self, form, view_options(self, focus=focus, only=only, **options)).content

    @cached_property
    def figures(self) -> Figures:
        """The figures of the graph: overlap, upset, timeline, trend, show, path and view, for a notebook or a file.

        >>> import blocs
        >>> blocs.load().figures.overlap(size="column", style="print").svg[:4]
        '<svg'
        """
        from .pictures.of_graph import Figures

        return Figures(self)

    def to_rdflib(self) -> rdflib.Graph:
        """The graph as an `rdflib.Graph`, every literal written as it was.

        Returns
        -------
        rdflib.Graph

        Raises
        ------
        OperationFailed
            If the graph has triples about triples (RDF 1.2), which rdflib does not read.

        >>> import blocs
        >>> len(blocs.load().to_rdflib()) > 2000
        True
        """
        from .exports.rdf_formats import to_rdflib

        return to_rdflib(self.source)

    def to_networkx(self, as_of: str | None = None) -> networkx.Graph[str]:
        """The two-mode graph of members and bodies; see `analysis.two_mode.bipartite_graph`.

        Parameters
        ----------
        as_of : str or None
            The date of the memberships.

        Returns
        -------
        networkx.Graph

        Raises
        ------
        InvalidRequest
            If the date is none.

        >>> import blocs
        >>> sorted(blocs.load().to_networkx()["armenia"])
        ['cis', 'cis-dmc', 'cst']
        """
        from .analysis.two_mode import bipartite_graph

        return bipartite_graph(self, as_of)

    def to_pandas(self, as_of: str | None = None) -> pandas.DataFrame:
        """The memberships as a data frame: `member`, `body`, `role`, `start`, `end`, `basis`, `quote`, `source`.

        Parameters
        ----------
        as_of : str or None
            The date of the memberships.

        Returns
        -------
        pandas.DataFrame
            A row for each membership, by the ids of member and body; several quotes are joined by " | ".

        Raises
        ------
        InvalidRequest
            If the date is none.
        OperationFailed
            If pandas is not installed.
        """
        from .exports.memberships import frame_rows, memberships
        from .tables import frame

        columns = ("member", "body", "role", "start", "end", "basis", "quote", "source")
        return frame(frame_rows(memberships(self, as_of)), columns)

    def _repr_html_(self) -> str:
        from .exports.notebook import graph_html

        return graph_html(self)

    def _repr_svg_(self) -> str | None:
        from .exports.notebook import graph_svg

        return graph_svg(self)


NO_FILES_FOR_LENS = (
    "a lens reads files: name them with --data FILE; what is at an endpoint, or is to be kept in a store, is read"
    " through a lens by: blocs import rdf"
)


def load(
    *data: str | PathLike[str],
    named: Mapping[str, str | PathLike[str]] | Iterable[tuple[str, str | PathLike[str]]] = (),
    store: str | PathLike[str] | None = None,
    endpoint: str | None = None,
    timeout: float | None = None,
    allow_service: bool = False,
    graphs: Sequence[str] = (),
    lenses: Iterable[str] = (),
    drafted: bool = False,
    tables: TableOptions | None = None,
) -> KnowledgeGraph:
    """Open a graph: files, a store on disk, a SPARQL endpoint, or, without any, the graph that comes with blocs.

    Parameters
    ----------
    *data : str or path
        RDF files and tables.
    named : mapping of str to path, or iterable of pairs
        Files of named graphs, each by the IRI of its graph.
    store : str or path or None
        The folder of a store.
    endpoint : str or None
        The URL of a SPARQL 1.1 endpoint.
    timeout : float or None
        The seconds that each query of the endpoint may take; None for 60.
    allow_service : bool
        Whether queries may use SERVICE.
    graphs : sequence of str
        The IRIs of the graphs of an endpoint to ask; its default graph if empty.
    lenses : iterable of str
        Names or files of lenses that turn what is in the files into the model, besides those that apply by themselves;
        "none" for not even those.
    drafted : bool
        Whether facts that were drafted and not reviewed are read as well; the source's `left_out` says how many were
        not.
    tables : TableOptions or None
        What is said of tables among the files, such as who their names are.

    Returns
    -------
    KnowledgeGraph

    Raises
    ------
    OperationFailed
        If a file or store cannot be read.
    InvalidRequest
        If the ending of a file is unknown, or there are lenses and no files.
    UnknownName
        If a lens is unknown.

    Notes
    -----
    A query of a local graph takes the time it takes: nothing in a process can stop it.

    >>> load().names.find("Ivanov").label
    'Sergei Ivanov'
    """
    if lenses and not data:
        raise InvalidRequest(NO_FILES_FOR_LENS)
    if endpoint is not None:
        from .sources.remote.endpoint import TIMEOUT, Endpoint

        return KnowledgeGraph(Endpoint(endpoint, TIMEOUT if timeout is None else timeout, allow_service, graphs))
    if store is not None:
        from .sources.stores.store import open_store

        source = open_store(Path(store), drafted)
    elif data or named:
        from .sources.files import load_files

        pairs = named.items() if isinstance(named, Mapping) else named
        source = load_files([Path(path) for path in data], [(iri, Path(path)) for iri, path in pairs], lenses, tables)
        from .sources.drafted import drop_drafted, left_out_note, mark_drafted

        if drafted:
            mark_drafted(source.store)
        else:
            source.left_out = drop_drafted(source.store)
            if source.left_out:
                source.notes = [*source.notes, left_out_note(source.name, source.left_out)]
    else:
        from .sources.built_in import built_in

        source, read = built_in()
        source.allow_service = allow_service
        return KnowledgeGraph(source, read)
    source.allow_service = allow_service
    return KnowledgeGraph(source)


BUILT_IN = "built-in"
"""The name of the graph that comes with blocs."""


def open_source(name: str, timeout: float | None = None, *, reconcile: bool = True) -> KnowledgeGraph:
    """The graph of a source named in one word.

    Parameters
    ----------
    name : str
        "built-in", the folder of a store, a file, or the URL of an endpoint.
    timeout : float or None
        The seconds that each query of an endpoint may take; None for 60.
    reconcile : bool
        Whether the names of a table are joined to the lists of states and bodies.

    Returns
    -------
    KnowledgeGraph

    Raises
    ------
    OperationFailed
        If it cannot be read.

    >>> open_source("built-in").as_of
    '2001-05'
    """
    if name == BUILT_IN:
        return load()
    if name.startswith(("http://", "https://")):
        return load(endpoint=name, timeout=timeout)
    if Path(name).is_dir():
        return load(store=name)
    if reconcile:
        return load(name)
    from .readers.table_options import TableOptions

    return load(name, tables=TableOptions(reconcile=False))
