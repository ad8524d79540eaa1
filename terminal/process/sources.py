"""Where a command's graph comes from: the source options, and the graph that they name."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ...graph.frozen import frozen

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph
    from ...graph.readers.table_options import TableOptions

__all__ = ["SOURCE_OPTIONS", "SourceOptions", "Timeout", "said_of", "seconds_given", "start_time"]

_SOURCE = "Where the graph comes from"

_Data = Annotated[
    list[Path] | None,
    typer.Option(
        "--data",
        metavar="FILE",
        rich_help_panel=_SOURCE,
        help="Read this RDF file or table, or - for stdin (repeatable). Default: BLOCS_DATA.",
    ),
]
_Named = Annotated[
    list[str] | None,
    typer.Option(
        "--named", metavar="IRI=FILE", rich_help_panel=_SOURCE, help="Read a file as a named graph (repeatable)."
    ),
]
_StoreDir = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", rich_help_panel=_SOURCE, help="Read a store on disk. Default: BLOCS_STORE."),
]
_EndpointUrl = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        rich_help_panel=_SOURCE,
        help="Query this SPARQL 1.1 endpoint. Default: BLOCS_ENDPOINT. Credentials: BLOCS_ENDPOINT_TOKEN, or"
        " BLOCS_ENDPOINT_USER and BLOCS_ENDPOINT_PASSWORD, or netrc.",
    ),
]
_Graphs = Annotated[
    list[str] | None,
    typer.Option(
        "--graph",
        metavar="IRI",
        rich_help_panel=_SOURCE,
        help="Query this graph of the endpoint instead of its default graph (repeatable).",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        show_default=False,
        rich_help_panel=_SOURCE,
        help="Give up after this many seconds. Default: 60.",
    ),
]
_AllowService = Annotated[
    bool,
    typer.Option("--allow-service", rich_help_panel=_SOURCE, help="Allow queries to reach other servers (SERVICE)."),
]
_Lens = Annotated[
    list[str] | None,
    typer.Option(
        "--lens",
        metavar="NAME|FILE.rq",
        rich_help_panel=_SOURCE,
        help="Read the files through this CONSTRUCT query too, by name or file (repeatable); none: through no lens.",
    ),
]

_Drafted = Annotated[
    bool,
    typer.Option("--drafted", rich_help_panel=_SOURCE, help="Count facts that were drafted and not reviewed yet."),
]

_Same = Annotated[
    list[str] | None,
    typer.Option(
        "--same",
        metavar="NAME=OTHER",
        rich_help_panel=_SOURCE,
        help="Who a name of the table is, by another name or an id; nothing behind the sign: nobody else (repeatable).",
    ),
]
_Names = Annotated[
    Path | None,
    typer.Option(
        "--names",
        metavar="FILE.csv",
        rich_help_panel=_SOURCE,
        help="The same as a table with the columns name and id.",
    ),
]
_NoReconcile = Annotated[
    bool,
    typer.Option(
        "--no-reconcile", rich_help_panel=_SOURCE, help="Join no name of the table to the lists of states and bodies."
    ),
]

SOURCE_OPTIONS: dict[str, tuple[Any, object]] = {
    "data": (_Data, None),
    "named": (_Named, None),
    "store": (_StoreDir, None),
    "endpoint": (_EndpointUrl, None),
    "graphs": (_Graphs, None),
    "timeout": (Timeout, None),
    "allow_service": (_AllowService, False),
    "lens": (_Lens, None),
    "drafted": (_Drafted, False),
    "same": (_Same, None),
    "names": (_Names, None),
    "no_reconcile": (_NoReconcile, False),
}
"""The source options by the names of their parameters, each with its default."""


_ONLY_NAMED = "Named graphs are read by queries (GRAPH ?g); other commands read what --data names, and nothing was."


@frozen
class SourceOptions:
    """The source options of a command, as they were given."""

    data: list[Path] | None = None
    named: list[str] | None = None
    store: Path | None = None
    endpoint: str | None = None
    graphs: list[str] | None = None
    timeout: float | None = None
    allow_service: bool = False
    lens: list[str] | None = None
    drafted: bool = False
    same: list[str] | None = None
    names: Path | None = None
    no_reconcile: bool = False

    def open(self, *, checked: bool = False, by_graph: bool = False) -> KnowledgeGraph:
        """Open the graph that the options name; the built-in one if they name none.

        From here on the command's time runs. `checked` is whether what is unread is among the findings anyway,
        `by_graph` whether the command reads named graphs.
        """
        from ...graph.errors import InvalidRequest
        from ...graph.knowledge import load
        from ..writing.files import say_beside
        from .limits import bound_query

        chosen = self.chosen()
        if self.graphs and not chosen.endpoint:
            raise InvalidRequest("--graph chooses graphs of an endpoint; name it with --endpoint URL")
        named = self.named_files()
        start_time(self.timeout)
        graph = load(
            *(chosen.data or []),
            named=named,
            store=chosen.store,
            endpoint=chosen.endpoint,
            timeout=self.timeout,
            allow_service=self.allow_service,
            graphs=self.graphs or (),
            lenses=self.lens or [],
            drafted=self.drafted,
            tables=self.tables(chosen),
        )
        bound_query()
        say_beside(said_of(graph))
        if named and not chosen.data and not by_graph:
            say_beside([_ONLY_NAMED])
        if chosen.endpoint and not checked:
            _say_at_the_end(graph)
        if chosen.endpoint and sys.stderr.isatty():
            graph.source.progress = _tell
        return graph

    def tables(self, chosen: SourceOptions) -> TableOptions | None:
        """What is said of the names in tables; None if nothing is.

        Raises InvalidRequest if it is said and no file is read.
        """
        if not (self.same or self.names or self.no_reconcile):
            return None
        from ...graph.errors import InvalidRequest
        from ...graph.readers.names.own_names import own_names
        from ...graph.readers.table_options import TableOptions

        if not chosen.data and not chosen.named:
            raise InvalidRequest(
                "--same, --names and --no-reconcile are for tables that --data reads; into a store, names are"
                " joined by blocs import, and afterwards by blocs merge"
            )
        return TableOptions(reconcile=not self.no_reconcile, same=own_names(self.same or (), self.names))

    def words(self) -> list[str]:
        """The options as words of a command line, but for the time limit; files and folders by their whole paths.

        >>> SourceOptions(endpoint="https://example.org/sparql", lens=["none"]).words()
        ['--endpoint', 'https://example.org/sparql', '--lens', 'none']
        """
        named = [f"{iri}={path.absolute()}" for iri, path in self.named_files()]
        found = [word for path in self.data or [] for word in ("--data", str(path.absolute()))]
        found += [word for one in named for word in ("--named", one)]
        found += ["--store", str(self.store.absolute())] if self.store is not None else []
        found += ["--endpoint", self.endpoint] if self.endpoint else []
        found += [word for iri in self.graphs or [] for word in ("--graph", iri)]
        found += ["--allow-service"] if self.allow_service else []
        found += [word for lens in self.lens or [] for word in ("--lens", lens)]
        found += [word for pair in self.same or [] for word in ("--same", pair)]
        found += ["--names", str(self.names.absolute())] if self.names is not None else []
        found += ["--no-reconcile"] if self.no_reconcile else []
        return [*found, "--drafted"] if self.drafted else found

    def chosen(self) -> SourceOptions:
        """The options with the one source to read: theirs, else the one that is set for every command, if any.

        Raises InvalidRequest if two sources are named.
        """
        from ...graph.errors import InvalidRequest

        files = self.data or self.named
        if self.store is not None and files:
            raise InvalidRequest("--store cannot be combined with files, --data or --named; choose one source")
        if self.endpoint and (files or self.store is not None):
            raise InvalidRequest("--endpoint cannot be combined with --data, --named or --store; choose one source")
        if files or self.store is not None or self.endpoint:
            return self
        from ..settings import source_set

        match source_set():
            case "data", name:
                return replace(self, data=[Path(name)])
            case "store", name:
                return replace(self, store=Path(name))
            case "endpoint", name:
                return replace(self, endpoint=name)
        return self

    def named_files(self) -> list[tuple[str, Path]]:
        """The IRIs and files of named graphs.

        Raises InvalidRequest if one is not `IRI=FILE`.
        """
        return [_named_file(pair) for pair in self.named or []]

    def start_clock(self) -> None:
        """From here on the command's time runs."""
        start_time(self.timeout)


def said_of(graph: KnowledgeGraph) -> list[str]:
    """What is said of a graph when it is opened: what could not be read of it, and of its tables if they are files."""
    from ...graph.readers.unread import said_of_source

    return said_of_source(graph.source)


def _say_at_the_end(graph: KnowledgeGraph) -> None:
    """When the command is over, say of an endpoint what it has instead of the model, or beside it."""
    from ...graph.sources.remote.endpoint import Endpoint
    from ...graph.sources.remote.foreign import beside_note, foreign_note
    from ..writing.files import say_beside
    from .ending import say_at_the_end

    source = graph.source
    if isinstance(source, Endpoint):

        def say() -> None:
            note = foreign_note(source) if source.gave_nothing else ""
            say_beside([note] if (note := note or (beside_note(source) if source.gave_something else "")) else ())

        say_at_the_end(say)


def start_time(timeout: float | None) -> None:
    """From here on the command may take as long as `--timeout` says.

    Raises InvalidRequest if that is not a time.
    """
    from .limits import TIMEOUT, start_clock

    start_clock(seconds_given(timeout, TIMEOUT))


def seconds_given(timeout: float | None, usual: float) -> float:
    """The seconds that `--timeout` says, or the usual ones if it is not given.

    Raises InvalidRequest if that is not a time.

    >>> seconds_given(None, 60), seconds_given(5, 60)
    (60, 5)
    """
    from ...graph.errors import InvalidRequest

    if timeout is not None and not 0 < timeout < 1e6:
        raise InvalidRequest(f"--timeout takes a number of seconds, not {timeout:g}")
    return timeout or usual


def _named_file(pair: str) -> tuple[str, Path]:
    """The IRI and the file of `IRI=FILE`; both may hold an equals sign, so it is split where the rest is a file."""
    from ...graph.errors import InvalidRequest

    ends = [at for at, sign in enumerate(pair) if sign == "=" and 0 < at < len(pair) - 1]
    if not ends:
        raise InvalidRequest(f"--named takes IRI=FILE, not {pair!r}")
    end = next((at for at in ends if Path(pair[at + 1 :]).exists()), ends[-1])
    return pair[:end], Path(pair[end + 1 :])


def _tell(rows: int) -> None:
    """Say on a terminal how far a long answer has come; nothing is left of it when it is over."""
    sys.stderr.write(f"\r{rows:,} rows" if rows else "\r\x1b[K")
    sys.stderr.flush()
