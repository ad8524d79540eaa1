"""What commands have in common.

`@reads_graph` gives a command the source options and hands it the opened graph; `@writes` gives it
`--format` and `--output` and hands it the `Output`. A command then declares only what is its own.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from types import CodeType
from typing import Annotated, Any, NoReturn

import typer

from ..settings import settings
from ..writing.formats import DRAWN, EXPORTED, GRAPHS, RESULTS, ROWS, format_asked, names
from ..writing.output import Output
from ..writing.shaping import Shape, listed
from .limits import stop_clock
from .sources import SOURCE_OPTIONS, SourceOptions, said_of

__all__ = [
    "exports",
    "names_source",
    "reads_graph",
    "writes",
    "writes_drawn",
    "writes_figures",
    "writes_results",
]

_Command = Callable[..., None]

_OUTPUT = "How the answer is written"
_ROWS = "Which rows and columns"
_BY_ENDING = "Default: by the ending of --output, else"
_OutputFile = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", rich_help_panel=_OUTPUT, help="Write to this file."),
]
_Schema = Annotated[
    bool,
    typer.Option(
        "--schema",
        is_eager=True,
        callback=lambda context, asked: _leniently(context, asked),
        rich_help_panel=_OUTPUT,
        help="Print the JSON Schema of the answer (--format json or jsonl) instead.",
    ),
]
_NoPager = Annotated[
    bool, typer.Option("--no-pager", rich_help_panel=_OUTPUT, help="Print long tables whole, whatever PAGER is set to.")
]


def _leniently(context: typer.Context, asked: bool) -> bool:
    """Let a command be without its arguments where only the schema of its answer is asked for."""
    if asked:
        context.resilient_parsing = True
    return asked


def _shaping(flag: str, kind: Any, default: object, help: str, metavar: str | None = None) -> tuple[Any, object]:
    option = typer.Option(flag, metavar=metavar, show_default=False, rich_help_panel=_ROWS, help=help)
    return Annotated[kind, option], default


_SHAPE = {
    "columns": _shaping("--columns", list[str] | None, None, "Only these columns, in this order.", "NAME,..."),
    "sort": _shaping("--sort", list[str] | None, None, "Sort by these columns; -NAME: the largest first.", "NAME,..."),
    "limit": _shaping("--limit", int | None, None, "At most this many rows.", "N"),
    "no_header": _shaping("--no-header", bool, False, "Leave out the line of headings."),
    "count": _shaping("--count", bool, False, "The number of rows instead of the rows."),
    "transpose": _shaping("--transpose", bool, False, "A single row as a line for each of its columns."),
}
"""The options that shape rows, by the names of their parameters."""


_PAPER: dict[str, tuple[Any, object]] = {
    "style": (
        Annotated[
            str,
            typer.Option(
                "--style",
                metavar="STYLE",
                rich_help_panel=_OUTPUT,
                help="Figures: screen in colour, print in greys and patterns.",
            ),
        ],
        "screen",
    ),
    "size": (
        Annotated[
            str,
            typer.Option(
                "--size",
                metavar="SIZE",
                rich_help_panel=_OUTPUT,
                help="Figures: auto, a4, slide or column (of a journal).",
            ),
        ],
        "auto",
    ),
}
"""The options of what figures are made for, by the names of their parameters."""


_BY_GRAPH = frozenset(("query", "serve"))
"""The commands that read named graphs by their names."""


def reads_graph(command: _Command) -> _Command:
    """Give a command the source options, and the opened graph as its parameter `graph`.

    What it writes then knows where the data are from.
    """

    @functools.wraps(command)
    def with_origin(**arguments: Any) -> None:
        graph, out = arguments["graph"], arguments.get("out")
        if isinstance(out, Output):
            arguments["out"] = replace(out, origin=lambda: _origin(graph), of_source=tuple(said_of(graph)))
        command(**arguments)

    def opened(*given: Any) -> object:
        return SourceOptions(*given).open(by_graph=command.__name__ in _BY_GRAPH)

    return _with_options(with_origin, "graph", opened, SOURCE_OPTIONS)


def _origin(graph: Any) -> str:
    from ...graph.pictures.figures.source import source_line

    return source_line(graph)


def names_source(command: _Command) -> _Command:
    """Give a command the source options, unopened, as its parameter `source`."""
    return _with_options(command, "source", SourceOptions, SOURCE_OPTIONS)


def writes(command: _Command) -> _Command:
    """Give a command that answers with rows `--format` and `--output`, and the `Output` as its parameter `out`.

    What is asked for in vain is reported before a graph is opened: write it above `@reads_graph`.
    """
    return _writing(command, f"{', '.join(names(ROWS))}. {_BY_ENDING} table on a terminal, tsv elsewhere.", ROWS)


def writes_figures(command: _Command) -> _Command:
    """The same for a command whose svg, png and pdf is a figure of its own: with what it is made for."""
    help = f"{', '.join(names(ROWS))}. {_BY_ENDING} table on a terminal, tsv elsewhere."
    return _writing(command, help, ROWS, paper=_PAPER)


def writes_drawn(command: _Command) -> _Command:
    """The same for a command whose pictures are of a graph and not of a table."""
    pictures, rows = names(DRAWN), [name for name in names(ROWS) if name not in names(DRAWN)]
    known = f"{', '.join(pictures[:-1])} and {pictures[-1]} draw it; {', '.join(rows[:-1])} and {rows[-1]} list it"
    return _writing(command, f"{known}. {_BY_ENDING} table on a terminal, tsv elsewhere.", ROWS, DRAWN)


def writes_results(command: _Command) -> _Command:
    """The same for queries, whose results are rows or a graph."""
    known = f"{', '.join(names(ROWS, RESULTS))}; for graphs {', '.join(names(GRAPHS))}"
    default = f"{_BY_ENDING} table on a terminal, tsv elsewhere; for graphs turtle."
    return _writing(command, f"{known}. {default}", ROWS, RESULTS, GRAPHS)


def exports(command: _Command) -> _Command:
    """The same for a command that writes the whole graph."""
    known = f"{', '.join(names(EXPORTED))} (csv: the facts; csv-nodes: the entities)"
    return _writing(command, f"{known}. {_BY_ENDING} dot.", EXPORTED)


def _writing(
    command: _Command, help: str, *writers: str, paper: Mapping[str, tuple[Any, object]] | None = None
) -> _Command:
    """Give a command `--format` and `--output`, of the formats that these writers write."""

    shape = {name: option for name, option in _SHAPE.items() if ROWS in writers and name not in _declared(command)}
    pager: dict[str, tuple[Any, object]] = {"no_pager": (_NoPager, False)} if ROWS in writers else {}
    answers_schema: dict[str, tuple[Any, object]] = {"schema": (_Schema, False)} if ROWS in writers else {}

    def output(format: str, path: Path | None, *given: Any) -> Output:
        asked = dict(zip([*answers_schema, *pager, *(paper or {}), *shape], given, strict=True))
        if asked.pop("schema", False):
            shaped = {name: asked[name] for name in shape}
            _print_schema(command.__name__.rstrip("_"), format_asked(format, path, *writers), path, _shape(**shaped))
        paging = not asked.pop("no_pager", False)
        drawn = {name: asked.pop(name) for name in paper or {}}
        out = Output.asked(format, path, *writers, answered=stop_clock, shape=_shape(**asked), paging=paging)
        return _for_paper(out, **drawn) if drawn else out

    option = typer.Option(
        "--format",
        metavar="FORMAT",
        show_default=False,
        rich_help_panel=_OUTPUT,
        help=help,
        autocompletion=lambda incomplete: [name for name in names(*writers) if name.startswith(incomplete)],
    )
    own_place: dict[str, tuple[Any, object]] = {"format": (Annotated[str, option], ""), "path": (_OutputFile, None)}
    options = {**own_place, **answers_schema, **pager, **(paper or {}), **shape}
    return _with_options(command, "out", output, options)


def _declared(command: _Command) -> tuple[str, ...]:
    """The names of the parameters that a command itself declares."""
    code: CodeType = inspect.unwrap(command).__code__
    return code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]


def _print_schema(command: str, form: str, path: Path | None, shape: Shape) -> NoReturn:
    """Write the schema of a command's answer, and end. Raises InvalidRequest if it has none in this form."""
    from ..writing.schemas import schema_of

    chosen = settings().get("format")
    form = form or (chosen.value if chosen and chosen.value == "jsonl" else "json")
    Output("json", path).json(schema_of(command, form, shape))
    raise typer.Exit


def _for_paper(out: Output, style: str, size: str) -> Output:
    """The output with the style and size of its figures. Raises InvalidRequest if they are none, or it is no figure."""
    out = replace(out, style=style, size=size)
    if (style, size) != ("screen", "auto"):
        from ...graph.errors import InvalidRequest

        _ = out.look
        if not out.is_figure:
            option = "--style" if style != "screen" else "--size"
            raise InvalidRequest(f"{option} is for figures: svg, png and pdf; name a file, such as --output FILE.svg")
    return out


def _shape(
    columns: list[str] | None = None,
    sort: list[str] | None = None,
    limit: int | None = None,
    no_header: bool = False,
    count: bool = False,
    transpose: bool = False,
) -> Shape:
    """What the options ask of rows. Raises InvalidRequest if the limit is no number of rows."""
    if limit is not None and limit < 0:
        from ...graph.errors import InvalidRequest

        raise InvalidRequest(f"--limit takes a number of rows, not {limit}")
    return Shape(listed(columns or []), listed(sort or []), limit, not no_header, count, transpose)


def _with_options(
    command: _Command, parameter: str, build: Callable[..., Any], options: Mapping[str, tuple[Any, object]]
) -> _Command:
    """Replace one parameter of a command by options from which its value is built."""
    return _WithOptions(command, parameter, build, options)


class _WithOptions:
    """A command of which one parameter is built from options.

    What options it has is found out when its signature is asked for: of all commands, a process runs one.
    """

    def __init__(
        self, command: _Command, parameter: str, build: Callable[..., Any], options: Mapping[str, tuple[Any, object]]
    ) -> None:
        functools.update_wrapper(self, command, ("__module__", "__name__", "__qualname__", "__doc__"), updated=())
        self._command, self._parameter, self._build, self._options = command, parameter, build, options

    def __call__(self, **arguments: Any) -> None:
        built = self._build(*(arguments.pop(name) for name in self._options))
        self._command(**arguments, **{self._parameter: built})

    @functools.cached_property
    def __signature__(self) -> inspect.Signature:
        signature = inspect.signature(self._command)
        own = [p.replace(kind=p.KEYWORD_ONLY) for name, p in signature.parameters.items() if name != self._parameter]
        added = [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in self._options.items()
        ]
        # In the help the source options come last, whichever were added first.
        place = next((at for at, p in enumerate(own) if p.name in SOURCE_OPTIONS and p.name != "timeout"), len(own))
        return signature.replace(parameters=[*own[:place], *added, *own[place:]])

    @property
    def __annotations__(self) -> dict[str, Any]:  # type: ignore[override]
        return {name: p.annotation for name, p in self.__signature__.parameters.items()}
