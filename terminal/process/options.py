"""Options that commands share, declared once.

`@reads_graph` gives a command the source options and hands it the opened graph; `@writes` gives it
`--format` and `--output` and hands it the `Output`. A command then declares only what is its own.
"""

from __future__ import annotations

import functools
import inspect
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ..writing.output import ROW_FORMATS, Output

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph

__all__ = [
    *("AsOf", "AsOfAny", "During", "Role", "SourceOptions", "WithEvidence"),
    *("asked_period", "draws", "examples", "names_source", "reads_graph", "writes"),
]

_SOURCE = "Where the graph comes from"
_OUTPUT = "How the answer is written"

_DATE = "Date at which memberships are read: YYYY, YYYY-MM, YYYY-MM-DD or 'any'. A year means some moment in it."
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=f"{_DATE} Default: the dataset's own date.")]
AsOfAny = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=_DATE)]
During = Annotated[
    str | None,
    typer.Option("--during", metavar="FROM:TO", help="Memberships of any moment in this period, such as 1990:1995."),
]
Role = Annotated[
    str, typer.Option("--role", metavar="ROLE", help="Members in this role: full, associate, observer or any.")
]
WithEvidence = Annotated[bool, typer.Option("--evidence", "-v", help="Show the sentences behind each answer.")]

_Data = Annotated[
    list[Path] | None,
    typer.Option("--data", metavar="FILE", rich_help_panel=_SOURCE, help="Read this RDF file (repeatable)."),
]
_Named = Annotated[
    list[str] | None,
    typer.Option("--named", metavar="IRI=FILE", rich_help_panel=_SOURCE, help="Read a file as a named graph."),
]
_StoreDir = Annotated[
    Path | None,
    typer.Option("--store", metavar="DIR", rich_help_panel=_SOURCE, help="Read a store on disk."),
]
_EndpointUrl = Annotated[
    str | None,
    typer.Option(
        "--endpoint",
        metavar="URL",
        envvar="BLOCS_ENDPOINT",
        show_envvar=True,
        rich_help_panel=_SOURCE,
        help="Ask this SPARQL 1.1 endpoint. Credentials: BLOCS_ENDPOINT_TOKEN, or BLOCS_ENDPOINT_USER and"
        " BLOCS_ENDPOINT_PASSWORD, or netrc.",
    ),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        "--timeout",
        metavar="SECONDS",
        show_default=False,
        rich_help_panel=_SOURCE,
        help="Give up after so many seconds. Default: 60.",
    ),
]
_AllowService = Annotated[
    bool,
    typer.Option("--allow-service", rich_help_panel=_SOURCE, help="Let queries ask other servers by SERVICE."),
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


def _format(known: str) -> Any:
    default = "Default: by the ending of --output, else table on a terminal, tsv elsewhere."
    return typer.Option(
        "--format", metavar="FORMAT", show_default=False, rich_help_panel=_OUTPUT, help=f"{known}. {default}"
    )


_FormatName = Annotated[str, _format(", ".join(ROW_FORMATS))]
_DrawnFormat = Annotated[
    str, _format("svg, png, pdf and dot draw it; table, json, jsonl, csv, tsv and markdown list it")
]
_OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", rich_help_panel=_OUTPUT, help="Write to this file."),
]


@dataclass(frozen=True)
class SourceOptions:
    """The source options of a command, as they were given."""

    data: list[Path] | None = None
    named: list[str] | None = None
    store: Path | None = None
    endpoint: str | None = None
    timeout: float | None = None
    allow_service: bool = False
    lens: list[str] | None = None

    def open(self) -> KnowledgeGraph:
        """Open the graph that the options name; the built-in one where they name none.

        From here on the command's time runs.
        """
        from ...graph.knowledge import load
        from ..notes import say_beside
        from .limits import bound_query

        endpoint = self.chosen_endpoint()
        named = self.named_files()
        start_time(self.timeout)
        graph = load(
            *(self.data or []),
            named=named,
            store=self.store,
            endpoint=endpoint,
            timeout=self.timeout,
            allow_service=self.allow_service,
            lenses=self.lens or [],
        )
        bound_query()
        say_beside(graph.source.notes)
        if endpoint and sys.stderr.isatty():
            graph.source.progress = _tell
        return graph

    def chosen_endpoint(self) -> str | None:
        """The endpoint to ask, where it is one; an option outweighs the environment.

        Raises InvalidRequest where two sources are named.
        """
        from ...graph.errors import InvalidRequest

        files = self.data or self.named
        if self.store is not None and files:
            raise InvalidRequest("--store cannot be combined with files, --data or --named; choose one source")
        if self.endpoint and (files or self.store is not None):
            if self.endpoint != os.environ.get("BLOCS_ENDPOINT"):
                raise InvalidRequest("--endpoint cannot be combined with --data, --named or --store; choose one source")
            return None
        return self.endpoint or None

    def named_files(self) -> list[tuple[str, Path]]:
        """The IRIs and files of named graphs.

        Raises InvalidRequest where one is not `IRI=FILE`.
        """
        return [_named_file(pair) for pair in self.named or []]

    def start_clock(self) -> None:
        """From here on the command's time runs."""
        start_time(self.timeout)


def start_time(timeout: float | None) -> None:
    """From here on the command may take as long as `--timeout` says.

    Raises InvalidRequest where that is no time.
    """
    from ...graph.errors import InvalidRequest
    from .limits import TIMEOUT, start_clock

    if timeout is not None and not 0 < timeout < 1e6:
        raise InvalidRequest(f"--timeout takes a number of seconds, not {timeout:g}")
    start_clock(timeout or TIMEOUT)


def _named_file(pair: str) -> tuple[str, Path]:
    """The IRI and the file of `IRI=FILE`; both may hold an equals sign, so it is parted where there is a file."""
    from ...graph.errors import InvalidRequest

    ends = [at for at, sign in enumerate(pair) if sign == "=" and 0 < at < len(pair) - 1]
    if not ends:
        raise InvalidRequest(f"--named takes IRI=FILE, not {pair!r}")
    end = next((at for at in ends if Path(pair[at + 1 :]).exists()), ends[-1])
    return pair[:end], Path(pair[end + 1 :])


def asked_period(as_of: str | None, during: str | None) -> str | None:
    """The period that `--as-of` or `--during` names.

    Raises InvalidRequest where both are given, or `--during` names no period.
    """
    from ...graph.errors import InvalidRequest

    if during is None:
        return as_of
    if as_of not in (None, "any"):
        raise InvalidRequest("--as-of and --during cannot be combined; choose one")
    if ":" not in during:
        raise InvalidRequest(f"--during takes FROM:TO, such as 1990:1995, not {during!r}; a moment is --as-of {during}")
    return during


def _tell(rows: int) -> None:
    """Say on a terminal how far a long answer has come; nothing is left of it when it is over."""
    sys.stderr.write(f"\r{rows:,} rows" if rows else "\r\x1b[K")
    sys.stderr.flush()


def examples(*commands: str) -> str:
    """The end of a command's help: a command line of each sort, one a line."""
    return "\n".join(["Examples:", *commands])


_SOURCE_OPTIONS = {
    "data": _Data,
    "named": _Named,
    "store": _StoreDir,
    "endpoint": _EndpointUrl,
    "timeout": Timeout,
    "allow_service": _AllowService,
    "lens": _Lens,
}


def reads_graph(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the source options, and the opened graph as its parameter `graph`."""
    return _with_options(command, "graph", lambda *given: SourceOptions(*given).open(), _SOURCE_OPTIONS)


def names_source(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the source options, unopened, as its parameter `source`."""
    return _with_options(command, "source", SourceOptions, _SOURCE_OPTIONS)


def writes(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `--format` and `--output`, and the `Output` as its parameter `out`."""
    return _with_options(command, "out", Output.asked, {"format": _FormatName, "path": _OutputFile})


def draws(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command what `writes` gives it, where pictures are of a graph and not of a table."""
    return _with_options(command, "out", Output.asked, {"format": _DrawnFormat, "path": _OutputFile})


def _with_options(
    command: Callable[..., None], parameter: str, build: Callable[..., Any], options: dict[str, Any]
) -> Callable[..., None]:
    """Replace one parameter of a command by options from which its value is built."""
    signature = inspect.signature(command)

    @functools.wraps(command)
    def run(**arguments: Any) -> None:
        built = build(*(arguments.pop(name) for name in options))
        command(**arguments, **{parameter: built})

    own = [p.replace(kind=p.KEYWORD_ONLY) for name, p in signature.parameters.items() if name != parameter]
    default = {
        name: {_FormatName: "", _DrawnFormat: "", _AllowService: False}.get(annotation)
        for name, annotation in options.items()
    }
    added = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default[name], annotation=annotation)
        for name, annotation in options.items()
    ]
    run.__signature__ = signature.replace(parameters=[*own, *added])  # type: ignore[attr-defined]
    run.__annotations__ = {p.name: p.annotation for p in (*own, *added)}
    return run
