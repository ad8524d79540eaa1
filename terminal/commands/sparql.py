"""Queries in SPARQL."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..process import options
from ..process.commands import reads_graph, writes, writes_results
from ..process.options import examples

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph
    from ..writing.output import Output

__all__ = ["app"]

_PANEL = "SPARQL"

app = typer.Typer()


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs query in-both -p a=CST -p b=GUUAM",
        "blocs query -e 'SELECT ?s { ?s org:memberOf :cst }'",
        "blocs query my.rq --format json",
    ),
)
@writes_results
@reads_graph
def query(
    graph: "KnowledgeGraph",
    out: "Output",
    name: Annotated[
        str, typer.Argument(metavar="[FILE.rq|NAME|-]", help="A file, a named query, or - for stdin.")
    ] = "",
    inline: Annotated[str, typer.Option("-e", metavar="SPARQL", help="The query itself.")] = "",
    parameter: options.Parameters = None,
) -> None:
    """Run a SPARQL 1.1 query."""
    from ...graph.rdf.sparql import refuse_unsafe
    from ..notes import about_date
    from ..querying import read_query
    from ..results import write_results

    asked = read_query(name, inline, parameter or [], graph)
    refuse_unsafe(asked.text, graph.source.allow_service)
    out = out.noting(note for date in asked.dates for note in about_date(graph, date))
    write_results(graph.source.run(asked.text, asked.base), out)


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs queries", "blocs queries in-both"))
@writes
def queries(
    out: "Output",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Show the whole text of this query.")] = "",
) -> None:
    """List the named queries and their parameters."""
    from ...graph.named_queries.catalog import find_query, named_queries
    from ..results import queries_table

    if name and out.format in ("", "table"):
        out.write(find_query(name).text)
    else:
        out.rows(queries_table([find_query(name)] if name else named_queries(), texts=bool(name)))
