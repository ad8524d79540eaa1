"""Questions about entities and memberships."""

from typing import TYPE_CHECKING, Annotated

import typer

from ..process import options
from ..process.commands import reads_graph, writes, writes_figures
from ..process.options import asked_period, examples

if TYPE_CHECKING:
    from ...graph.knowledge import KnowledgeGraph
    from ..writing.output import Output

__all__ = ["app"]

_PANEL = "Questions"

app = typer.Typer()


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples("blocs ask who is in both CST and CIS DMC", "blocs ask 'is Georgia in the CST?' -v"),
)
@writes
@reads_graph
def ask(
    graph: "KnowledgeGraph",
    out: "Output",
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION...]", help="A question in plain English; from a pipe, one per line."),
    ] = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    evidence: options.WithEvidence = False,
    show_query: Annotated[bool, typer.Option("--show-query", help="Print the SPARQL query that answers it.")] = False,
) -> None:
    """Answer a question in plain English, with evidence."""
    as_of = asked_period(as_of, during)
    from ..answers import write_answer
    from ..asking import ask_each

    if question:
        write_answer(graph.ask(" ".join(question), as_of), out, evidence, show_query)
    else:
        ask_each(graph, out, as_of, evidence)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples("blocs who CST and CIS DMC", "blocs who '(CST | GUUAM) - CIS'", "blocs who CIS but not CST -v"),
)
@writes
@reads_graph
def who(
    expression: Annotated[
        list[str],
        typer.Argument(
            metavar="EXPRESSION...", help="Bodies joined by and (&), or (|), but not (-), with parentheses."
        ),
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    codes: options.CodesBeside = "",
    evidence: options.WithEvidence = False,
) -> None:
    """Show who is in a set of bodies."""
    as_of = asked_period(as_of, during)
    from ..members import write_members

    write_members(graph, " ".join(expression), as_of, role, out, evidence, codes)


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples("blocs show Armenia", "blocs show 'CIS DMC' -v", "blocs show Ivanov --format json"),
)
@writes_figures
@reads_graph
def show(
    entity: Annotated[
        list[str], typer.Argument(metavar="ENTITY...", help="An id, name, alias or code; spaces need no quotes.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    as_of: options.AsOfAny = "any",
    during: options.During = None,
    evidence: options.WithEvidence = False,
) -> None:
    """Show all that is known about one entity."""
    as_of = asked_period(as_of, during)
    from ...graph.model.description import describe, fewer_denials
    from ..cards import write_card
    from ..notes import about_date, outside

    found = graph.names.find(" ".join(entity))
    described, denied = fewer_denials(describe(graph.source, graph.names, found, graph.period(as_of)), graph.names)
    out = out.noting((*denied, *(about_date if described.has_undated else outside)(graph, as_of, [found])))
    write_card(described, graph.names, out, evidence)


@app.command(
    "list",
    rich_help_panel=_PANEL,
    epilog=examples("blocs list", "blocs list bodies", "blocs list states --codes cow,gw,iso3 --format csv"),
)
@writes
@reads_graph
def list_(
    graph: "KnowledgeGraph",
    out: "Output",
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help="states, bodies, events, people, places, ... Default: all.")
    ] = "",
    codes: options.CodesBeside = "",
) -> None:
    """List the entities in the graph."""
    from ...graph.model.entities import kind_named
    from ...graph.model.known.codes import StateCodes, codes_named
    from ..cards import entities_table

    wanted = kind_named(kind) if kind else ""
    listed = graph.names.of_kind(wanted) if wanted else graph.names.entities
    out.rows(entities_table(listed, StateCodes(codes_named(codes))))


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs search security", "blocs search 'flags and observers'"))
@writes
@reads_graph
def search(
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT...", help="Words to look for in names, definitions and quotes.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    codes: options.CodesBeside = "",
) -> None:
    """Find entities by any part of their names, definition or quotes."""
    from ...graph.model.known.codes import StateCodes, codes_named
    from ...graph.model.search import search as find
    from ..cards import found_table

    beside = StateCodes(codes_named(codes))
    out.rows(found_table(find(graph.source, graph.names, " ".join(text)), beside))


@app.command(
    rich_help_panel=_PANEL,
    epilog=examples(
        "blocs quote 'Georgia (which is not represented in the CST)'", "blocs quote 'CST member states … Tajikistan'"
    ),
)
@writes
@reads_graph
def quote(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help="The quotation; … and [...] stand for what was left out."),
    ],
    graph: "KnowledgeGraph",
    out: "Output",
) -> None:
    """Check whether a sentence of the sources says this, word for word."""
    from ..quoting import write_quotation

    write_quotation(graph.quotation(" ".join(words)), out)


@app.command(rich_help_panel=_PANEL, epilog=examples("blocs tour"))
def tour() -> None:
    """Lead through the built-in graph in five minutes, command by command."""
    from ..starting import lead

    lead()
