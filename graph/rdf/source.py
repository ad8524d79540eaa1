"""Where a graph is read from, and the one way all the rest asks it: SPARQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING, Any, Protocol, cast

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store, Triple

from ..errors import OperationFailed
from ..frozen import frozen
from .solutions import Row, Solutions
from .terms import PREFIXES, Term, sparql_term

if TYPE_CHECKING:
    from .membership_columns import MembershipColumns

__all__ = ["AppliedLens", "LocalSource", "Merge", "Results", "Row", "Source", "StoredSource", "values"]

Results = QuerySolutions | QueryBoolean | QueryTriples


@frozen
class StoredSource:
    """What one import brought: its id, kind (`cow-igo`, `csv`, `rdf`), files, own date, and the day of the import.

    `origin` has the whole paths of the files by which the source is known again; none for standard input.
    `lenses` are those that turned it into the model (name, title, memberships); `notes` say what could not be read;
    `report` says what was read of a table, as `readers.report` writes it; `joined` are nodes that are states of the
    list by another IRI, and the list's; `joined_notes` say which; `drafted` facts nobody has reviewed. `sheet` is which
    of the tables of its file it is, "" of one that has no other; None if an older version did not note it.
    """

    id: str
    kind: str
    label: str
    files: list[str]
    as_of: str
    imported: str
    origin: list[str] = field(default_factory=list)
    lenses: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    report: dict[str, Any] = field(default_factory=dict, hash=False)
    joined: dict[str, str] = field(default_factory=dict, hash=False)
    joined_notes: list[str] = field(default_factory=list)
    drafted: int = 0
    sheet: str | None = None


@frozen
class Merge:
    """Two nodes of a store that the user has joined: IRI and label of the one that went into the other, and the day."""

    gone: str
    gone_label: str
    into: str
    into_label: str
    day: str


@frozen
class AppliedLens:
    """A lens that turned what was read into the model: its name and title, and how many memberships it made."""

    name: str
    title: str
    memberships: int


class Source(Protocol):
    """A graph that answers SPARQL 1.1 queries: in memory, on disk or over HTTP."""

    name: str
    """What it is called in messages and evidence."""

    allow_service: bool
    """Whether queries may ask other servers by SERVICE."""

    remote: bool
    """Whether each query goes over a network."""

    sources: Sequence[StoredSource]
    """What the manifest of a store says of its sources; empty elsewhere."""

    lenses: Sequence[AppliedLens]
    """The lenses that turned what was read into the model."""

    notes: Sequence[str]
    """What must be said beside every answer: what of the data could not be read."""
    joined: Sequence[str]
    """What several files have by several IRIs and was made one, in a line."""
    reports: Sequence[Mapping[str, Any]]
    """What was read of the tables that it came from and what was not, as `readers.report` writes it."""
    merges: Sequence[Merge]
    """The nodes of a store that the user has joined."""
    columns: Sequence[MembershipColumns] | None
    """All memberships as columns of numbers, those of each of its sources; None where only queries give them."""
    left_out: int
    """How many drafted facts were left out of it."""

    progress: Callable[[int], None] | None
    """Told how many rows have come, by a source that rows take long to come from."""

    def run(self, query: str, base: str = "") -> Results:
        """The engine's own results of a query, of whichever form; its relative IRIs are resolved against `base`."""
        ...

    def select(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query, in the order of its variables."""
        ...

    def select_names(self, query: str) -> Iterator[Row]:
        """The same of a query about what things are called and what they are: it tells nothing of memberships."""
        ...

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        ...

    def triples(self) -> Iterable[Triple]:
        """All triples of the default graph, for what needs the whole graph (an export)."""
        ...


class LocalSource:
    """A graph in this process: loaded from files, or a store on disk opened read-only."""

    def __init__(self, store: Store, name: str, allow_service: bool = False) -> None:
        self.store = store
        self.name = name
        self.allow_service = allow_service
        self.remote = False
        self.columns: Sequence[MembershipColumns] | None = None
        self.left_out = 0
        self.also: tuple[NamedNode, ...] = ()
        """Named graphs that are read as if they were part of the default graph."""
        self.sources: Sequence[StoredSource] = ()
        self.lenses: Sequence[AppliedLens] = ()
        self.notes: Sequence[str] = ()
        self.joined: Sequence[str] = ()
        self.reports: Sequence[Mapping[str, Any]] = ()
        self.merges: Sequence[Merge] = ()
        self.progress: Callable[[int], None] | None = None

    def run(self, query: str, base: str = "") -> Results:
        """Run a query; the prefixes of the model need not be declared.

        Raises InvalidRequest if the query's syntax is wrong or it asks another server without leave, OperationFailed if
        the store fails.
        """
        if not self.allow_service and "service" in query.lower():
            from .sparql import refuse_unsafe

            refuse_unsafe(query)
        try:
            graphs: list[NamedNode | BlankNode | DefaultGraph] | None = None
            if self.also:
                graphs = [DefaultGraph(), *self.also]
            return self.store.query(query, base_iri=base or None, prefixes=PREFIXES, default_graph=graphs)
        except SyntaxError as error:
            from .sparql import syntax_error

            raise syntax_error(query, error, base) from None
        except (OSError, RuntimeError, ValueError) as error:
            raise OperationFailed(f"the query failed on {self.name}: {error}") from None

    def select(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query."""
        return Solutions(cast(QuerySolutions, self.run(query)))

    def select_names(self, query: str) -> Iterator[Row]:
        """The rows of a SELECT query about what things are called and what they are."""
        return self.select(query)

    def ask(self, query: str) -> bool:
        """The answer of an ASK query."""
        return bool(self.run(query))

    def triples(self) -> Iterator[Triple]:
        """All triples of the default graph."""
        for quad in self.store.quads_for_pattern(None, None, None, None):
            if quad.graph_name == DefaultGraph() or quad.graph_name in self.also:
                yield quad.triple


def values(variable: str, terms: Iterable[Term]) -> str:
    """A VALUES clause: terms enter a query as terms, never as pasted text."""
    return f"VALUES ?{variable} {{ {' '.join(sparql_term(term) for term in terms)} }}"
