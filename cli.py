"""The command line: each command parses its words, asks `graph`, and hands the answer to `terminal`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal.process import options
from .terminal.process.commands import (
    exports,
    names_source,
    reads_graph,
    writes,
    writes_drawn,
    writes_figures,
    writes_results,
)
from .terminal.process.import_kinds import ImportGroup
from .terminal.process.limits import guard
from .terminal.process.options import asked_period, examples, kinds_by
from .terminal.process.running import leave, only_asked, run
from .terminal.process.sources import Timeout, start_time

if TYPE_CHECKING:
    from .graph.knowledge import KnowledgeGraph
    from .terminal.process.sources import SourceOptions
    from .terminal.writing.output import Output

app = typer.Typer(
    name="blocs",
    help="Questions about states, alliances, events and people, answered with the evidence.",
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


_QUESTIONS, _ANALYSIS, _SPARQL, _DATA = "Questions", "Analysis", "SPARQL", "Data and pictures"
_OTHERS = "For other programs"


def _version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"blocs {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
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


@app.command(
    rich_help_panel=_QUESTIONS,
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
    from .terminal.answers import write_answer
    from .terminal.asking import ask_each

    if question:
        write_answer(graph.ask(" ".join(question), as_of), out, evidence, show_query)
    else:
        ask_each(graph, out, as_of, evidence)


@app.command(
    rich_help_panel=_QUESTIONS,
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
    from .terminal.answers import write_members

    write_members(graph, " ".join(expression), as_of, role, out, evidence, codes)


@app.command(
    rich_help_panel=_QUESTIONS,
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
    from .graph.model.description import describe
    from .terminal.cards import write_card
    from .terminal.notes import outside

    found = graph.names.find(" ".join(entity))
    out = out.noting(outside(graph, as_of))
    write_card(describe(graph.source, graph.names, found, graph.period(as_of)), graph.names, out, evidence)


@app.command(
    "list",
    rich_help_panel=_QUESTIONS,
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
    from .graph.model.entities import kind_named
    from .graph.model.state_codes import StateCodes, codes_named
    from .terminal.cards import entities_table

    wanted = kind_named(kind) if kind else ""
    listed = graph.names.of_kind(wanted) if wanted else graph.names.entities
    out.rows(entities_table(listed, StateCodes(codes_named(codes))))


@app.command(rich_help_panel=_QUESTIONS, epilog=examples("blocs search security", "blocs search 'flags and observers'"))
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
    from .graph.model.search import search as find
    from .graph.model.state_codes import StateCodes, codes_named
    from .terminal.cards import found_table

    beside = StateCodes(codes_named(codes))
    out.rows(found_table(find(graph.source, graph.names, " ".join(text)), beside))


@app.command(
    rich_help_panel=_QUESTIONS,
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
    from .terminal.quoting import write_quotation

    write_quotation(graph.quotation(" ".join(words)), out)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples("blocs timeline", "blocs timeline CST", "blocs timeline Armenia --during 1990:2001"),
)
@writes_figures
@reads_graph
def timeline(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ENTITY...]", help="Bodies, states or events. Default: everything that has a date."),
    ] = None,
    as_of: options.AsOfAny = "any",
    during: options.During = None,
) -> None:
    """Show who joined and left what, and when, and what happened."""
    from .graph.analysis.timeline import timeline as entries
    from .graph.model.name_lists import mentioned
    from .terminal.notes import outside
    from .terminal.timeline import write_timeline

    among = mentioned(entities or [], graph.names, ())
    period = graph.period(asked_period(as_of, during))
    out = out.noting(outside(graph, str(period)))
    write_timeline(entries(graph, among, period), among, period, graph, out)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs trend", "blocs trend CST GUUAM", "blocs trend Armenia --during 1990:2001", "blocs trend -o trend.svg"
    ),
)
@writes_figures
@reads_graph
def trend(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY...]",
            help="Bodies, whose members are counted, or states, whose bodies are. Default: the whole graph.",
        ),
    ] = None,
    as_of: options.AsOfAny = "any",
    during: options.During = None,
    role: options.Role = "full",
) -> None:
    """Count memberships, bodies and states in each year.

    A membership counts in each year that it touches. A state counts while it
    is in the state system, a body while it exists; where the graph does not
    say when that is, while it has a membership that counts.
    """
    from .graph.analysis.trend import trend as count
    from .graph.model.name_lists import mentioned
    from .terminal.notes import outside
    from .terminal.trend import write_trend

    among = mentioned(entities or [], graph.names, ("body", "state"))
    period = graph.period(asked_period(as_of, during))
    write_trend(count(graph, among, period, role), out.noting(outside(graph, str(period))))


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples("blocs compare built-in mine.ttl", "blocs compare built-in STORE_FOLDER --as-of 2001 -v"),
)
@writes
def compare(
    one: Annotated[
        str, typer.Argument(metavar="SOURCE", help="A file, a store's folder, an endpoint's URL, or the word built-in.")
    ],
    other: Annotated[str, typer.Argument(metavar="SOURCE", help="The other source, named in the same way.")],
    out: "Output",
    as_of: options.AsOfFirst = None,
    during: options.During = None,
    evidence: options.WithEvidence = False,
    no_reconcile: Annotated[
        bool,
        typer.Option(
            "--no-reconcile", help="Compare by codes and spelling only, without the lists of states and bodies."
        ),
    ] = False,
    timeout: Timeout = None,
) -> None:
    """Show where two sources disagree about the same membership."""
    from .graph.analysis.compare import compare as differences
    from .graph.knowledge import open_source
    from .terminal.comparing import write_comparison
    from .terminal.notes import outside
    from .terminal.writing.files import say_beside

    start_time(timeout)
    as_of = asked_period(as_of, during)
    graphs = open_source(one, timeout), open_source(other, timeout)
    for name, graph in zip((one, other), graphs, strict=True):
        say_beside(graph.source.notes)
        out = out.noting(f"{name}: {note}" for note in outside(graph, as_of))
    write_comparison(differences(*graphs, as_of, reconcile=not no_reconcile), (one, other), out, evidence)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs overlap",
        "blocs overlap --by body",
        "blocs overlap -o overlap.svg",
        "blocs overlap Armenia Azerbaijan -v",
        "blocs overlap --measure kappa --min-shared 2",
        "blocs overlap --codes cow --format csv",
    ),
)
@writes_figures
@reads_graph
def overlap(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY...]",
            help="States or bodies: one is compared with all the others, several with each other.",
        ),
    ] = None,
    by: options.By = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    measure: options.Measures = None,
    threshold: options.Threshold = None,
    min_shared: options.MinShared = 0,
    codes: options.Codes = "",
    pairs: options.Pairs = False,
    evidence: options.WithEvidence = False,
) -> None:
    """Measure how much states overlap by their bodies, or bodies by their members.

    On a terminal this is a matrix; a list of pairs with --pairs, with -v,
    with several measures (the first sorts it), or if one entity is named;
    and a card of what two entities have in common if two are named. As svg,
    png or pdf it is a figure. The formats for programs have every pair with
    every measure.

    Full members count, unless --role says otherwise. Kappa, pi and s are
    computed over the bodies (or states) that existed at that date.
    """
    as_of = asked_period(as_of, during)
    from .graph.analysis.overlap import overlap as compare
    from .graph.model.name_lists import mentioned
    from .terminal.notes import about_date
    from .terminal.overlap import measures_shown, write_overlap

    among = mentioned(entities or [], graph.names, kinds_by(by))
    shown, matrix = measures_shown(measure or [], threshold)
    out = out.noting(about_date(graph, as_of))
    found = compare(graph, by, as_of, among, role=role, measure=shown[0], threshold=threshold, min_shared=min_shared)
    matrix = "" if pairs or evidence or len(among) == 1 else matrix
    write_overlap(found, graph, out, shown=shown, codes=codes, evidence=evidence, matrix=matrix)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs panel 1990:2001 --measure kappa",
        "blocs panel 1990:2000 -m kappa -o dyads.csv",
        "blocs panel 1990:2001 Armenia Azerbaijan --role any",
        "blocs panel 1990:2000 --columns-as peacesciencer -o dyads.csv",
    ),
)
@writes
@reads_graph
def panel(
    years: Annotated[str, typer.Argument(metavar="FROM:TO", help="The years, both included, such as 1990:2000.")],
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY...]", help="States: one is paired with all the others, several with each other."
        ),
    ] = None,
    role: options.Role = "full",
    measure: options.Measures = None,
    codes: options.Codes = "",
    columns_as: Annotated[
        str,
        typer.Option(
            metavar="TOOL",
            show_default=False,
            help="Name the columns as this tool does: peacesciencer (ccode1, ccode2, year, dyadigos).",
        ),
    ] = "",
) -> None:
    """Export a dyad-year panel: every pair of states in every year.

    One row for each year and each pair of states that were both in the system
    then: the bodies they shared, the bodies that either was in, and each
    --measure. Kappa, pi and s are computed over the bodies that existed in
    that year.
    """
    from .graph.model.name_lists import mentioned
    from .terminal.panel import write_panel

    among = mentioned(entities or [], graph.names, ())
    write_panel(graph, years, out, among, role=role, measures=measure or [], codes=codes, names=columns_as)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs upset", "blocs upset CST GUUAM CIS", "blocs upset Armenia Georgia", "blocs upset -o upset.svg"
    ),
)
@writes_figures
@reads_graph
def upset(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY...]", help="Bodies (or states) to compare. Default: all.")
    ] = None,
    by: options.By = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    codes: options.Codes = "",
) -> None:
    """Show who is in exactly which bodies (an UpSet plot).

    Of states (--by state, or if states are named) it shows which bodies have
    exactly which of them as members.
    """
    as_of = asked_period(as_of, during)
    from .graph.analysis.overlap import overlap as compare
    from .graph.model.name_lists import mentioned
    from .terminal.notes import about_date
    from .terminal.upset import write_upset

    among = mentioned(entities or [], graph.names, kinds_by(by))
    sets = by or (among[0].kind if among and among[0].kind == "state" else "body")
    out = out.noting(about_date(graph, as_of))
    write_upset(compare(graph, sets, as_of, among, role=role), out, codes)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs path Armenia GUUAM", "blocs path Ivanov Abkhazia -v", "blocs path Armenia Azerbaijan --via memberships"
    ),
)
@writes_figures
@reads_graph
def path(
    entities: Annotated[
        list[str], typer.Argument(metavar="ENTITY ENTITY", help="Two entities, as in: from Armenia to GUUAM.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    via: options.Via = "all",
    as_of: options.AsOf = None,
    during: options.During = None,
    limit: options.Limit = 10,
    evidence: options.WithEvidence = False,
) -> None:
    """Show how two entities are connected: all shortest paths between them."""
    as_of = asked_period(as_of, during)
    from .graph.analysis.paths import find_paths
    from .graph.model.name_lists import two_mentioned
    from .terminal.notes import about_date
    from .terminal.paths import write_paths

    one, other = two_mentioned(entities, graph.names)
    out = out.noting(about_date(graph, as_of))
    write_paths(find_paths(graph, one, other, via=via, as_of=as_of, limit=limit), out, evidence)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs network",
        "blocs network --by body",
        "blocs network --min-shared 3",
        "blocs network --as-of 1995 --format csv",
        "blocs network --size degree -o network.svg",
    ),
)
@writes_drawn
@reads_graph
def network(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY...]", help="Only these states or bodies. Default: all.")
    ] = None,
    by: options.NetworkBy = None,
    as_of: options.AsOf = None,
    during: options.During = None,
    role: options.Role = "full",
    min_shared: options.MinTies = 1,
    measure: options.OneMeasure = "overlap",
    threshold: options.NetworkThreshold = None,
    communities: options.Communities = "louvain",
    resolution: options.Resolution = 1.0,
    seed: options.Seed = 0,
    node_size: options.NodeSize = "betweenness",
    style: options.Style = "screen",
    size: options.PaperSize = "auto",
) -> None:
    """Show who is central, who brokers and who belongs together, by shared bodies.

    As svg, png, pdf or dot it is drawn: communities by colour and shape, with
    the strongest ties; a double outline marks the only link between two
    bodies.
    """
    as_of = asked_period(as_of, during)
    from .graph.analysis.network import network as analyse
    from .graph.model.name_lists import mentioned
    from .terminal.network import write_network
    from .terminal.notes import about_date

    among = mentioned(entities or [], graph.names, kinds_by(by))
    found = analyse(
        graph,
        by,
        as_of,
        among,
        role=role,
        measure=measure,
        threshold=threshold,
        min_shared=min_shared,
        method=communities,
        resolution=resolution,
        seed=seed,
    )
    write_network(found, graph, out.noting(about_date(graph, as_of)), node_size, style, size)


@app.command(
    rich_help_panel=_SPARQL,
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
    from .graph.rdf.sparql import refuse_unsafe
    from .terminal.notes import outside
    from .terminal.querying import read_query
    from .terminal.results import write_results

    asked = read_query(name, inline, parameter or [], graph)
    refuse_unsafe(asked.text, graph.source.allow_service)
    out = out.noting(note for date in asked.dates for note in outside(graph, date))
    write_results(graph.source.run(asked.text, asked.base), out)


@app.command(rich_help_panel=_SPARQL, epilog=examples("blocs queries", "blocs queries in-both"))
@writes
def queries(
    out: "Output",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Show the whole text of this query.")] = "",
) -> None:
    """List the named queries and their parameters."""
    from .graph.named_queries.catalog import find_query, named_queries
    from .terminal.results import queries_table

    if name and out.format in ("", "table"):
        out.write(find_query(name).text)
    else:
        out.rows(queries_table([find_query(name)] if name else named_queries(), texts=bool(name)))


@app.command(rich_help_panel=_QUESTIONS, epilog=examples("blocs tour"))
def tour() -> None:
    """Lead through the built-in graph in five minutes, command by command."""
    from .terminal.starting import lead

    lead()


@app.command(rich_help_panel=_DATA, epilog=examples("blocs info", "blocs info --format json"))
@writes
@reads_graph
def info(graph: "KnowledgeGraph", out: "Output") -> None:
    """Show what is in the graph, from which sources and of what date."""
    from .graph.analysis.inventory import inventory
    from .terminal.inventory import write_inventory

    write_inventory(inventory(graph), out)


@app.command(rich_help_panel=_DATA, epilog=examples("blocs cite", "blocs cite --format json"))
@writes
@reads_graph
def cite(graph: "KnowledgeGraph", out: "Output") -> None:
    """Show what to cite for the data in use, and what is wrong with them by their own documentation."""
    from .graph.analysis.citing import citations
    from .terminal.inventory import write_citations

    write_citations(citations(graph), out)


@app.command(
    rich_help_panel=_DATA,
    epilog=examples(
        "blocs export -o blocs.svg",
        "blocs export --view overlap --by body -o overlap.png",
        "blocs export --focus Armenia --depth 2 -o armenia.pdf",
        "blocs export --focus Russia --depth 2 --during 1991:2014 -o page.html",
        "blocs export --format turtle",
    ),
)
@exports
@reads_graph
def export(
    graph: "KnowledgeGraph",
    out: "Output",
    view: options.View = "",
    focus: options.Focus = "",
    depth: options.Depth = 1,
    only: options.Only = "",
    as_of: options.AsOf = None,
    during: options.During = None,
    layout: options.Layout = "",
    cluster: options.Cluster = None,
    legend: options.Legend = True,
    title: options.Title = None,
    by: options.OverlapOf = "state",
    measure: options.DrawnMeasure = "jaccard",
    threshold: options.DrawnThreshold = None,
    style: options.Style = "screen",
    size: options.PaperSize = "auto",
    text: options.QuotedText = None,
    codes: options.CodesInTables = "",
) -> None:
    """Export the graph as a picture (svg, png, pdf, dot) or as data for other tools.

    The picture shows what the graph has: who is in what and what happened, or,
    of a big graph (190 states in 200 bodies), who belongs together. For one
    entity use --focus. Words can be read on A4; --size sets a page.
    """
    from .graph.model.entities import kind_named
    from .graph.pictures.options import ViewOptions
    from .terminal.exporting import write_export

    kinds = tuple(kind_named(word) for word in only.replace(",", " ").split())
    around = graph.names.find(focus) if focus else None
    asked = ViewOptions(
        view=view,
        focus=around,
        depth=depth,
        only=kinds,
        as_of=options.asked_period(as_of, during),
        layout=layout,
        cluster=cluster,
        legend=legend,
        title=title,
        measure=measure,
        threshold=threshold,
        by=by,
        style=style,
        size=size,
        text=tuple(text or ()),
        codes=options.listed_codes(codes),
    )
    write_export(graph, asked, out)


@app.command(
    rich_help_panel=_DATA,
    epilog=examples(
        "blocs check",
        "blocs check mine.ttl members.csv",
        "blocs check mine.ttl --text article.txt",
        "blocs check --store mine --format json",
    ),
)
@writes
@names_source
def check(
    source: "SourceOptions",
    out: "Output",
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE...]", help="Your RDF files and tables. Default: what the source options name."),
    ] = None,
    text: options.CheckedText = None,
    advice: options.Advice = False,
) -> None:
    """Check a graph for problems: syntax, shapes, evidence, contradictions, names.

    Exit status 0 if no problems were found, 1 if there are any.
    """
    from .terminal.checking import findings_of, write_findings

    if write_findings(*findings_of(source, files or [], text or []), advice, out):
        raise typer.Exit(1)


@app.command(rich_help_panel=_DATA, epilog=examples("blocs config", "blocs config --format json"))
@writes
def config(out: "Output") -> None:
    """Show what is set for every command, and where it comes from."""
    from .terminal.configuring import write_settings

    write_settings(out)


@app.command(rich_help_panel=_OTHERS, epilog=examples("blocs mcp", "blocs mcp --store cow"))
@names_source
def mcp(source: "SourceOptions") -> None:
    """Answer an assistant by the Model Context Protocol, over stdin and stdout.

    Read-only: about, ask, who, show, search, overlap, query and check_quote,
    each with its evidence and what was understood. It needs
    pip install 'blocs[mcp]'; docs/assistants.md says how to set it up.
    """
    from .graph.extras import extra
    from .terminal.serving.commands import commands_over

    with extra("mcp", "blocs mcp"):
        from .terminal.serving.assistants import serve_assistants

    serve_assistants(commands_over(source))


@app.command(rich_help_panel=_OTHERS, epilog=examples("blocs serve", "blocs serve --store cow --port 8000"))
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
    from .graph.extras import extra
    from .terminal.serving.commands import commands_over
    from .terminal.writing.files import say_beside

    commands = commands_over(source)
    with extra("serve", "blocs serve"):
        from .terminal.serving.server import MOST_IN_ONE, ServerOptions, serve

    serve(
        commands,
        ServerOptions(port, allow_origin or (), 0 if by_year else MOST_IN_ONE),
        lambda url: say_beside([f"page: {url}", f"SPARQL: {url}sparql", "Ctrl-C ends it."]),
    )


@app.command(
    rich_help_panel=_DATA,
    epilog=examples(
        "blocs draft article.txt -o mine.ttl",
        "blocs draft article.txt -o review.html",
        "blocs draft article.txt --decisions review.json -o mine.ttl",
        "blocs draft article.txt --graph known.ttl --extractions found.jsonl -o mine.ttl",
    ),
)
def draft(
    text: options.DraftText,
    output: options.DraftOutput = None,
    graph: options.DraftGraph = None,
    date: options.DraftDate = None,
    extractions: options.Extractions = None,
    review: options.Review = False,
    decisions: options.DecisionsFile = None,
    all_: options.DraftAll = False,
) -> None:
    """Draft a graph from a text: every fact with the sentence that says it.

    Nothing is asked of a model or a network. What is wished, planned or
    reported is not taken for a fact, and facts that nobody has reviewed stay
    out of answers unless they are asked for with --drafted.
    """
    from .terminal.drafting import DraftOptions, write_draft

    write_draft(DraftOptions(text, output, graph, date, extractions, decisions, review, all_))


@app.command(
    rich_help_panel=_DATA,
    epilog=examples(
        "blocs merge EEC 'The Six' --store allies --dry-run",
        "blocs merge EEC 'The Six' --store allies",
        "blocs merge --undo --store allies",
        "blocs merge EEC 'The Six' --data allies.csv -o merged.ttl",
    ),
)
def merge(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NODE NODE]", help="The node that stays and the one that goes into it, by name or id."),
    ] = None,
    store: Annotated[Path | None, typer.Option("--store", metavar="DIR", help="The store that has them.")] = None,
    data: Annotated[
        list[Path] | None,
        typer.Option("--data", metavar="FILE", help="A file that has them instead (repeatable); it is not changed."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="With --data: where to write the graph: .ttl, .nt, .jsonld."
        ),
    ] = None,
    undo: Annotated[
        bool, typer.Option("--undo", help="Take back the merge of these two, or the last one, in a store.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be done, write nothing.")] = False,
) -> None:
    """Make two nodes one: all that is said of the second is then said of the first.

    The evidence of both stays, and the second's names become other names of
    the first. In a store it holds for later imports too, and can be undone.
    """
    from .terminal.merging import merge_nodes

    merge_nodes(names or [], store, data or [], output, undo=undo, dry_run=dry_run)


importing = typer.Typer(cls=ImportGroup, help="Import your own data into a store on disk.", no_args_is_help=True)
app.add_typer(importing, name="import", rich_help_panel=_DATA)


@importing.command(
    "cow-igo",
    epilog=examples(
        "blocs import cow-igo state_year_formatv3.csv --store cow",
        "blocs import cow-igo state_year.csv.gz --organizations igo_year.csv.gz --states states2016.csv --store cow",
    ),
)
def import_cow_igo(
    state_year: Annotated[
        Path,
        typer.Argument(metavar="TABLE", help="The state-year or organization-year table: CSV, .gz, Stata or zip."),
    ],
    store: options.IntoStore,
    organizations: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The organization-year table, for the organizations' full names."),
    ] = None,
    states: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The list of states, for their full names.")
    ] = None,
    no_reconcile: options.NoReconcile = False,
    same: options.Same = None,
    names: options.SameTable = None,
    replace: options.Replace = False,
) -> None:
    """Import the Correlates of War IGO tables: memberships with their roles and years."""
    from .graph.readers.own_names import own_names
    from .graph.sources.importing import import_cow
    from .terminal.importing import progress, report

    with progress() as tell:
        who = own_names(same or (), names)
        made = import_cow(
            store, state_year, organizations, states, tell, reconcile=not no_reconcile, same=who, replace=replace
        )
    report(store, made)


@importing.command(
    "csv",
    epilog=examples(
        "blocs import csv members.csv --store mine",
        "blocs import csv leagues.csv --map Land=member --map Bund=organization --dry-run",
    ),
)
def import_csv_(
    table: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="A table of memberships: CSV of any kind, xlsx, ods, Stata, SPSS, Parquet, JSON, zip; - for stdin.",
        ),
    ],
    store: Annotated[
        Path | None, typer.Option("--store", metavar="DIR", help="The store to add to; created if missing.")
    ] = None,
    map: options.ColumnMap = None,
    date: Annotated[
        str | None, typer.Option(metavar="DATE", help="The date of the table's data. Default: today.")
    ] = None,
    label: Annotated[str, typer.Option(metavar="TEXT", help="What to call the source. Default: the file's name.")] = "",
    role: options.RoleWords = None,
    no_role: options.NoRole = False,
    organization: options.OneBody = "",
    date_format: options.DateFormat = "",
    delimiter: options.Delimiter = "",
    encoding: options.Encoding = "",
    skip: options.SkipLines = None,
    sheet: options.SheetName = "",
    split: options.SplitSign = "",
    fill_down: options.FillDown = False,
    missing: options.MissingWords = None,
    no_reconcile: options.NoReconcile = False,
    same: options.Same = None,
    names: options.SameTable = None,
    replace: options.Replace = False,
    dry_run: options.DryRun = False,
) -> None:
    """Import a table of memberships: member, organization, role, start, end, year, source, quote.

    What is read as what is found out by the names and contents of the columns, and reported.
    """
    from .graph.readers.own_names import own_names
    from .graph.readers.table_options import TableOptions
    from .terminal.importing import import_table, mapping_of

    said = TableOptions(
        mapping_of(map or []),
        tuple(role or ()),
        no_role,
        date_format,
        delimiter,
        encoding,
        skip,
        sheet,
        split,
        organization,
        fill_down,
        not no_reconcile,
        own_names(same or (), names),
        tuple(missing or ()),
    )
    import_table("csv", table, store, said, date=date, label=label, replace=replace, dry_run=dry_run)


def _published(name: str, text: str, *commands: str) -> None:
    """A command that imports a published data set."""

    @importing.command(name, help=text, epilog=examples(*commands))
    def command(
        table: Annotated[
            Path, typer.Argument(metavar="FILE", help="The table as it is published: CSV, Stata, or the zip file.")
        ],
        store: Annotated[
            Path | None, typer.Option("--store", metavar="DIR", help="The store to add to; created if missing.")
        ] = None,
        sheet: options.SheetName = "",
        no_reconcile: options.NoReconcile = False,
        same: options.Same = None,
        names: options.SameTable = None,
        replace: options.Replace = False,
        dry_run: options.DryRun = False,
    ) -> None:
        from .graph.readers.own_names import own_names
        from .graph.readers.table_options import TableOptions
        from .terminal.importing import import_table

        said = TableOptions(sheet=sheet, reconcile=not no_reconcile, same=own_names(same or (), names))
        import_table(name, table, store, said, replace=replace, dry_run=dry_run)


_published(
    "atop",
    "Import the members of ATOP alliances (atop5_1m), with what each promised.",
    "blocs import atop atop5_1m.csv --store atop",
)
_published(
    "cow-alliances",
    "Import the Correlates of War alliances by member, with full dates and kinds.",
    "blocs import cow-alliances alliance_v4.1_by_member.csv --store alliances",
)
_published(
    "igor",
    "Import tables of the R package igoR (igo_members, igo_state_membership).",
    "blocs import igor igor.csv --store igos",
)
_published(
    "many",
    "Import parties to agreements from the many packages (memberships tables).",
    "blocs import many memberships.csv --store many",
)
_published(
    "wikidata",
    "Import the results of a Wikidata query: country, countryLabel, organization, organizationLabel, start, end.",
    "blocs import wikidata query.csv --store wikidata",
)


@importing.command(
    "rdf",
    epilog=examples(
        "blocs import rdf mine.ttl more.nt.gz --store mine",
        "blocs import rdf parliament.json --store parliament",
        "blocs import rdf clubs.ttl --lens clubs.rq --store clubs",
    ),
)
def import_rdf_(
    store: options.IntoStore,
    files: Annotated[
        list[Path] | None, typer.Argument(metavar="[FILE...]", help="RDF files, which become one source.")
    ] = None,
    label: Annotated[
        str, typer.Option(metavar="TEXT", help="What to call the source. Default: the first file's name.")
    ] = "",
    lens: options.ThroughLens = None,
    endpoint: options.FetchedFrom = None,
    where: options.OnlyWhere = "",
    limit: options.MostFetched = 100_000,
    timeout: Timeout = None,
    no_reconcile: options.NoReconcile = False,
    replace: options.Replace = False,
) -> None:
    """Import RDF files of any format and vocabulary, or what a lens finds at an endpoint."""
    from .terminal.importing import import_graph

    fetched = {"where": where, "limit": limit, "timeout": timeout}
    reconcile = not no_reconcile
    import_graph(store, files or [], endpoint, lens or [], fetched, label=label, reconcile=reconcile, replace=replace)


def main() -> None:
    """The entry point of the `blocs` command."""
    guard()
    leave(run(only_asked(app)))


if __name__ == "__main__":
    main()
