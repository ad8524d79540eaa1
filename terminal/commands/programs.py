"""What other programs use: assistants and tools that speak SPARQL."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..process.commands import names_source
from ..process.options import examples

if TYPE_CHECKING:
    from ..process.sources import SourceOptions

__all__ = ["app"]

_PANEL = "For other programs"

app = typer.Typer()


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs mcp", "blocs mcp --store cow"))
@names_source
def mcp(source: "SourceOptions") -> None:
    """Answer an assistant by the Model Context Protocol, over stdin and stdout.

    Read-only: about, ask, who, show, search, overlap, query and check_quote,
    each with its evidence and what was understood. It needs
    pip install 'blocs[mcp]'; docs/assistants.md says how to set it up.
    """
    from ...graph.extras import extra
    from ..serving.commands import commands_over

    with extra("mcp", "blocs mcp"):
        from ..serving.assistants import serve_assistants

    serve_assistants(commands_over(source))


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs serve", "blocs serve --store cow --port 8000"))
@names_source
def serve(
    source: "SourceOptions",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0: any that is free.")] = 8765,
    allow_origin: Annotated[
        list[str] | None,
        typer.Option("--allow-origin", metavar="URL", help="Let pages of this site ask, too (repeatable)."),
    ] = None,
    by_year: Annotated[
        bool, typer.Option("--by-year", help="Show one year at a time, as is done with over 30,000 memberships.")
    ] = False,
) -> None:
    """Serve the page and a read-only SPARQL 1.1 endpoint on this machine.

    / is the searchable page (/?as_of=1995 of that year), /sparql the
    endpoint for other tools. Only this machine can reach it, nothing can be
    changed, and every answer has its limits of time and size. It needs
    pip install 'blocs[serve]'.
    """
    from ...graph.extras import extra
    from ..serving.commands import commands_over
    from ..writing.files import say_beside

    commands = commands_over(source)
    with extra("serve", "blocs serve"):
        from ..serving.server import MOST_IN_ONE, ServerOptions, serve

    serve(
        commands,
        ServerOptions(port, allow_origin or (), 0 if by_year else MOST_IN_ONE),
        lambda url: say_beside([f"page: {url}", f"SPARQL: {url}sparql", "Ctrl-C ends it."]),
    )
