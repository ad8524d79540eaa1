"""The command line: which commands there are, and in which module; each of them reads only its own."""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .terminal.process.completing import completes
from .terminal.process.limits import guard
from .terminal.process.running import command_asked, leave, only_asked, run

if TYPE_CHECKING:
    app: typer.Typer
    """All commands."""

COMMANDS = {
    "questions": ("ask", "who", "show", "list", "search", "quote", "tour"),
    "analysis": ("timeline", "trend", "compare", "overlap", "panel", "upset", "path", "network"),
    "sparql": ("query", "queries"),
    "data": ("info", "cite", "export", "check", "config", "draft", "merge"),
    "programs": ("mcp", "serve"),
    "importing": ("import",),
}
"""The commands by the modules of `terminal.commands`, in the order in which they are listed."""


def __getattr__(name: str) -> Any:
    if name == "app":
        return _app_with(COMMANDS)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def _app_with(modules: Iterable[str], completion: bool = True) -> typer.Typer:
    """The app with the commands of some modules, and with what lets a shell complete its words."""
    app = typer.Typer(
        name="blocs",
        help="Questions about states, alliances, events and people, answered with the evidence.",
        add_completion=completion,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True)(_blocs)
    for module in modules:
        its = import_module(f".terminal.commands.{module}", __package__).app
        app.registered_commands += its.registered_commands
        app.registered_groups += its.registered_groups
    return app


def _version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"blocs {__version__}")
        raise typer.Exit


def _blocs(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version and exit.")
    ] = False,
) -> None:
    if context.invoked_subcommand is None:
        from .terminal.process.sources import SourceOptions
        from .terminal.starting import greet

        typer.echo(greet(SourceOptions().open()), nl=False)


def main() -> None:
    """The entry point of the `blocs` command."""
    guard()
    asked = command_asked()
    modules = [module for module, names in COMMANDS.items() if asked in names]
    leave(run(only_asked(_app_with(modules or COMMANDS, completion=not modules or completes()))))


if __name__ == "__main__":
    main()
