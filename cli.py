"""The command line: each command parses its words, asks `graph`, and hands the answer to `terminal`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .terminal.exporting import EXPORT_HELP
from .terminal.process.limits import guard
from .terminal.process.options import (
    AsOf,
    AsOfAny,
    During,
    Role,
    Timeout,
    WithEvidence,
    asked_period,
    draws,
    examples,
    names_source,
    reads_graph,
    start_time,
    writes,
)
from .terminal.process.running import leave, only_asked, run

if TYPE_CHECKING:
    from .graph.knowledge import KnowledgeGraph
    from .terminal.process.options import SourceOptions
    from .terminal.writing.output import Output

app = typer.Typer(
    name="blocs",
    help="Questions about states, alliances, events and people, answered with the evidence.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


_QUESTIONS, _ANALYSIS, _SPARQL, _DATA = "Questions", "Analysis", "SPARQL", "Data and pictures"


def _version(wanted: bool) -> None:
    if wanted:
        from . import __version__

        typer.echo(f"blocs {__version__}")
        raise typer.Exit


@app.callback()
def _blocs(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_version, help="Print the version and exit.")
    ] = False,
) -> None:
    pass


@app.command(
    rich_help_panel=_QUESTIONS,
    epilog=examples("blocs ask who is in both CST and CIS DMC", "blocs ask 'is Georgia in the CST?' -v"),
)
@reads_graph
@writes
def ask(
    graph: "KnowledgeGraph",
    out: "Output",
    question: Annotated[
        list[str] | None,
        typer.Argument(metavar="[QUESTION…]", help="A question in plain English; from a pipe, one a line."),
    ] = None,
    as_of: AsOf = None,
    during: During = None,
    evidence: WithEvidence = False,
    show_query: Annotated[bool, typer.Option("--show-query", help="Print the SPARQL query that answers it.")] = False,
) -> None:
    """Answer a question in plain English, with evidence."""
    as_of = asked_period(as_of, during)
    from .terminal.asking import ask_each, write_answer

    if question:
        write_answer(graph.ask(" ".join(question), as_of), out, evidence, show_query)
    else:
        ask_each(graph, out, as_of, evidence)


@app.command(
    rich_help_panel=_QUESTIONS,
    epilog=examples("blocs who CST and CIS DMC", "blocs who '(CST | GUUAM) - CIS'", "blocs who CIS but not CST -v"),
)
@reads_graph
@writes
def who(
    expression: Annotated[
        list[str],
        typer.Argument(metavar="EXPRESSION…", help="Bodies joined by and (&), or (|), but not (-), with parentheses."),
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    as_of: AsOf = None,
    during: During = None,
    role: Role = "full",
    evidence: WithEvidence = False,
) -> None:
    """Who is in a set of bodies."""
    as_of = asked_period(as_of, during)
    from .graph.model.expression import parse_expression
    from .graph.model.membership import members_query, undated_notes
    from .terminal.answers import members_json, members_table
    from .terminal.notes import say_beside
    from .terminal.writing.output import PICTURE_FORMATS, ROW_FORMATS

    question = " ".join(expression)
    parsed = parse_expression(question, graph.names)
    members = graph.members(parsed, as_of, role)
    period = graph.period(as_of)
    notes = undated_notes(period, graph.as_of, any(not (s.start or s.end) for m in members for s in m.spans))
    if out.format == "json":
        head = {"question": question, "understood": f"members of {parsed}"}
        head |= {"sparql": members_query(parsed, period, role), "as_of": str(period)}
        out.json(members_json(members, notes, **head))
    else:
        for_people = out.chosen(*ROW_FORMATS) in PICTURE_FORMATS
        out.rows(members_table(members, f"In {parsed}, as of {period}", evidence, for_people, notes))
        if not for_people:
            say_beside(notes)


@app.command(
    rich_help_panel=_QUESTIONS,
    epilog=examples("blocs show Armenia", "blocs show 'CIS DMC' -v", "blocs show Ivanov --format json"),
)
@reads_graph
@writes
def show(
    entity: Annotated[
        list[str], typer.Argument(metavar="ENTITY…", help="An id, name, alias or code; spaces need no quotes.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    as_of: AsOfAny = "any",
    during: During = None,
    evidence: WithEvidence = False,
) -> None:
    """All that is known of one entity."""
    as_of = asked_period(as_of, during)
    from .graph.model.description import describe
    from .terminal.cards import write_card

    found = graph.names.find(" ".join(entity))
    write_card(describe(graph.source, graph.names, found, graph.period(as_of)), graph.names, out, evidence)


@app.command(
    "list",
    rich_help_panel=_QUESTIONS,
    epilog=examples("blocs list", "blocs list bodies", "blocs list people --format json"),
)
@reads_graph
@writes
def list_(
    graph: "KnowledgeGraph",
    out: "Output",
    kind: Annotated[
        str, typer.Argument(metavar="[KIND]", help="states, bodies, events, people, places, …; all where absent.")
    ] = "",
) -> None:
    """What is in the graph."""
    from .graph.model.entities import kind_named
    from .terminal.cards import entities_table

    wanted = kind_named(kind) if kind else ""
    out.rows(entities_table([e for e in graph.names.entities if not wanted or e.kind == wanted]))


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples("blocs timeline", "blocs timeline CST", "blocs timeline Armenia --during 1990:2001"),
)
@reads_graph
@writes
def timeline(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ENTITY…]", help="Bodies, states or events; everything with a date where absent."),
    ] = None,
    as_of: AsOfAny = "any",
    during: During = None,
) -> None:
    """Who joined and left what, and when, and what happened."""
    from .graph.analysis.timeline import timeline as entries
    from .graph.model.name_lists import mentioned
    from .terminal.timeline import write_timeline

    among = mentioned(entities or [], graph.names, ())
    period = graph.period(asked_period(as_of, during))
    names = ", ".join(entity.short for entity in among) or "all that has a date"
    write_timeline(entries(graph, among, period), f"Timeline of {names}", out)


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
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help="Date of the memberships. Default: the first source's own."),
    ] = None,
    during: During = None,
    evidence: WithEvidence = False,
    timeout: Timeout = None,
) -> None:
    """Where two sources disagree about the same membership."""
    from .graph.analysis.compare import compare as differences
    from .graph.knowledge import open_source
    from .terminal.comparing import write_comparison

    start_time(timeout)
    found = differences(open_source(one, timeout), open_source(other, timeout), asked_period(as_of, during))
    write_comparison(found, (one, other), out, evidence)


@app.command(rich_help_panel=_DATA, epilog=examples("blocs info", "blocs info --format json"))
@reads_graph
@writes
def info(graph: "KnowledgeGraph", out: "Output") -> None:
    """What is in the graph, from where, of what date."""
    from .graph.analysis.inventory import inventory
    from .terminal.inventory import write_inventory

    write_inventory(inventory(graph), out)


@app.command(rich_help_panel=_QUESTIONS, epilog=examples("blocs search security", "blocs search 'flags and observers'"))
@reads_graph
@writes
def search(
    text: Annotated[
        list[str], typer.Argument(metavar="TEXT…", help="Words to look for in names, definitions and quotes.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
) -> None:
    """Find entities by any part of their names, definition or quotes."""
    from .graph.model.search import search as find
    from .terminal.cards import found_table

    out.rows(found_table(find(graph.source, graph.names, " ".join(text))))


@app.command(
    rich_help_panel=_DATA,
    epilog=examples(
        "blocs export -o blocs.svg",
        "blocs export --view overlap --by body -o overlap.png",
        "blocs export --focus Armenia --depth 2 -o armenia.pdf",
        "blocs export --format turtle",
    ),
)
@reads_graph
def export(
    graph: "KnowledgeGraph",
    format: Annotated[str, typer.Option("--format", help=EXPORT_HELP, show_default=False)] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    view: Annotated[
        str, typer.Option(help="memberships (default), overlap, events, statements or all.", show_default=False)
    ] = "",
    focus: Annotated[str, typer.Option(metavar="ENTITY", help="Draw what this entity has to do with.")] = "",
    depth: Annotated[int, typer.Option(min=1, max=6, help="How many steps around --focus.")] = 1,
    only: Annotated[str, typer.Option(metavar="KINDS", help="Only these kinds: states,bodies,people,…")] = "",
    as_of: AsOf = None,
    layout: Annotated[
        str,
        typer.Option(
            help="dot, neato, fdp, sfdp, circo or twopi. Default: by size; sfdp with thin lines from 300 edges on."
        ),
    ] = "",
    cluster: Annotated[
        bool | None, typer.Option(help="Frame states whose memberships are alike (layout dot; the default there).")
    ] = None,
    legend: Annotated[bool, typer.Option(help="Explain shapes and lines.")] = True,
    title: Annotated[str | None, typer.Option(help="The title; '' for none.", show_default=False)] = None,
    by: Annotated[str, typer.Option(help="Overlap of: state or body.")] = "state",
    measure: Annotated[
        str, typer.Option(help="Width of overlap lines: jaccard, overlap, shared, kappa, pi or s.")
    ] = "jaccard",
    threshold: Annotated[
        float | None,
        typer.Option(
            help="Least overlap to draw; default: about three pairs a node, and its strongest. Of memberships: leave"
            " out bodies that more than this part of all are in; default: 0.6 from 300 lines on (1 draws all)."
        ),
    ] = None,
) -> None:
    """The graph as a picture (svg, png, pdf, dot) or as data for other tools.

    A big graph (190 states in 200 bodies) is laid out by sfdp, without the
    bodies that nearly all states are in. Clearer still are --view overlap,
    which keeps the strongest pairs, and one entity with --focus.
    """
    from .graph.model.entities import kind_named
    from .graph.pictures.views import ViewOptions
    from .terminal.exporting import write_export

    kinds = tuple(kind_named(word) for word in only.replace(",", " ").split())
    around = graph.names.find(focus) if focus else None
    options = ViewOptions(view, around, depth, kinds, as_of, layout, cluster, legend, title, measure, threshold, by)
    write_export(graph, options, format, output)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs overlap",
        "blocs overlap --by body",
        "blocs overlap --upset CST GUUAM CIS",
        "blocs overlap -o overlap.svg",
        "blocs overlap Armenia Azerbaijan -v",
        "blocs overlap --measure kappa --min-shared 2",
        "blocs overlap --codes cow --format csv",
        "blocs overlap --panel 1990:2000 -m kappa -o dyads.csv",
    ),
)
@reads_graph
@writes
def overlap(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ENTITY…]", help="States or bodies: one is compared with all others, more with one another."
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", help="state: by the bodies they are in; body: by their members.", metavar="state|body"),
    ] = None,
    as_of: AsOf = None,
    during: During = None,
    role: Role = "full",
    measure: Annotated[
        list[str] | None,
        typer.Option(
            "--measure",
            "-m",
            help="Measure that a table shows, the first sorts it: shared, union, jaccard, overlap, kappa, pi, s or"
            " all (repeatable). Other formats always have all of them.",
        ),
    ] = None,
    threshold: Annotated[
        float | None, typer.Option("--threshold", help="Leave out pairs whose (first) measure is lower.")
    ] = None,
    min_shared: Annotated[int, typer.Option("--min-shared", min=0, help="Leave out pairs that share less.")] = 0,
    codes: Annotated[
        str, typer.Option("--codes", metavar="cow|iso3", help="Print states by these codes instead of ids.")
    ] = "",
    pairs: Annotated[
        bool, typer.Option("--pairs", help="List the pairs with what they have in common rather than show a matrix.")
    ] = False,
    upset: Annotated[
        bool,
        typer.Option(
            "--upset", help="Show who is in exactly which of the bodies (an UpSet plot), of states: --by state."
        ),
    ] = False,
    panel: Annotated[
        str,
        typer.Option(
            "--panel",
            metavar="FROM:TO",
            help="One row for each year and pair of states that both are in the system then: shared, union and"
            " --measure. Kappa, pi and s are over the bodies that exist in that year.",
        ),
    ] = "",
    evidence: WithEvidence = False,
) -> None:
    """How much states overlap by their bodies, or bodies by their members.

    People get a matrix; a list of pairs where one entity is named, and with
    --pairs, -v or several measures; what two have in common where two are
    named. Programs get every pair with every measure. With --output FILE.svg
    what people get becomes a picture.

    Full members count, unless --role says otherwise. Kappa, pi and s are over
    the bodies (or states) that exist at that date.
    """
    from .graph.model.name_lists import mentioned

    as_of = asked_period(as_of, during)
    kinds = {"state": ("state",), "body": ("body",)}.get(by or "", ())
    among = mentioned(entities or [], graph.names, kinds)
    if panel:
        from .terminal.panel import write_panel

        given = {
            "--as-of or --during": as_of is not None,
            "--by body": by == "body",
            "--threshold": threshold is not None,
            "--min-shared": min_shared > 0,
            "--evidence": evidence,
            "--pairs": pairs,
            "--upset": upset,
        }
        unfit = [option for option, is_given in given.items() if is_given]
        write_panel(graph, panel, out, among, role=role, measures=measure or [], codes=codes, unfit=unfit)
        return
    from .graph.analysis.measures import measures_named
    from .graph.analysis.overlap import overlap as compare
    from .terminal.notes import say_beside, undated
    from .terminal.overlap import write_overlap

    shown = measures_named(measure or ["overlap", "shared", "union", "jaccard"])
    notes = undated(graph, as_of)
    if upset:
        from .terminal.upset import write_upset

        named = among[0].kind if among else "body"
        sets = by or ("state" if named == "state" else "body")
        write_upset(compare(graph, sets, as_of, among, role=role), out, codes)
        say_beside(notes)
        return
    found = compare(graph, by, as_of, among, role=role, measure=shown[0], threshold=threshold, min_shared=min_shared)
    listed = pairs or evidence or len(among) == 1 or len(measure or ()) > 1 or shown[0] == "union"
    matrix = "" if listed else measure[0] if measure else "jaccard" if threshold is None else shown[0]
    write_overlap(found, graph, out, shown=shown, codes=codes, evidence=evidence, matrix=matrix)
    say_beside(notes)


@app.command(
    rich_help_panel=_ANALYSIS,
    epilog=examples(
        "blocs path Armenia GUUAM", "blocs path Ivanov Abkhazia -v", "blocs path Armenia Azerbaijan --via memberships"
    ),
)
@reads_graph
@writes
def path(
    entities: Annotated[
        list[str], typer.Argument(metavar="ENTITY ENTITY", help="Two entities; 'from' and 'to' may stand before them.")
    ],
    graph: "KnowledgeGraph",
    out: "Output",
    via: Annotated[
        str, typer.Option("--via", metavar="all|memberships", help="Facts of every kind, or memberships only.")
    ] = "all",
    as_of: AsOf = None,
    during: During = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Show at most so many paths.")] = 10,
    evidence: WithEvidence = False,
) -> None:
    """How two entities are connected: all shortest paths between them."""
    as_of = asked_period(as_of, during)
    from .graph.analysis.paths import find_paths
    from .graph.model.name_lists import two_mentioned
    from .terminal.notes import say_beside, undated
    from .terminal.paths import write_paths

    one, other = two_mentioned(entities, graph.names)
    notes = undated(graph, as_of)
    write_paths(find_paths(graph, one, other, via=via, as_of=as_of, limit=limit), out, evidence)
    say_beside(notes)


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
@reads_graph
@draws
def network(
    graph: "KnowledgeGraph",
    out: "Output",
    entities: Annotated[
        list[str] | None, typer.Argument(metavar="[ENTITY…]", help="Only these states or bodies; else all.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option("--by", help="state: tied by bodies they share; body: by members.", metavar="state|body"),
    ] = None,
    as_of: AsOf = None,
    during: During = None,
    role: Role = "full",
    min_shared: Annotated[int, typer.Option("--min-shared", min=1, help="Leave out ties that share less.")] = 1,
    measure: Annotated[
        str,
        typer.Option(
            "--measure", "-m", help="Measure for --threshold: shared, union, jaccard, overlap, kappa, pi or s."
        ),
    ] = "overlap",
    threshold: Annotated[
        float | None, typer.Option("--threshold", help="Leave out ties whose measure is lower.")
    ] = None,
    communities: Annotated[
        str, typer.Option("--communities", help="Find communities by: louvain or greedy.")
    ] = "louvain",
    resolution: Annotated[
        float, typer.Option("--resolution", help="Above 1: more and smaller communities; below 1: fewer.")
    ] = 1.0,
    seed: Annotated[int, typer.Option("--seed", help="Seed of louvain, which decides like ties by chance.")] = 0,
    size: Annotated[
        str,
        typer.Option("--size", help="What nodes are drawn by: betweenness, degree, strength or brokerage."),
    ] = "betweenness",
) -> None:
    """Who is central, who brokers and who belongs together, by shared bodies.

    As svg, png, pdf or dot it is drawn: communities by colour and shape, with the strongest ties; who alone joins
    two bodies has a double outline.
    """
    as_of = asked_period(as_of, during)
    from .graph.analysis.network import network as analyse
    from .graph.model.name_lists import mentioned
    from .terminal.network import write_network
    from .terminal.notes import say_beside, undated

    among = mentioned(entities or [], graph.names, {"state": ("state",), "body": ("body",)}.get(by or "", ()))
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
    notes = undated(graph, as_of)
    write_network(found, graph, out, size)
    say_beside(notes)


@app.command(
    rich_help_panel=_SPARQL,
    epilog=examples(
        "blocs query in-both -p a=CST -p b=GUUAM",
        "blocs query -e 'SELECT ?s { ?s org:memberOf :cst }'",
        "blocs query my.rq --format json",
    ),
)
@reads_graph
@writes
def query(
    graph: "KnowledgeGraph",
    out: "Output",
    name: Annotated[
        str, typer.Argument(metavar="[FILE.rq|NAME|-]", help="A file, a named query, or - for stdin.")
    ] = "",
    inline: Annotated[str, typer.Option("-e", metavar="SPARQL", help="The query itself.")] = "",
    parameter: Annotated[list[str] | None, typer.Option("-p", metavar="NAME=VALUE", help="Bind a variable.")] = None,
) -> None:
    """Run a SPARQL 1.1 query."""
    from .graph.rdf.sparql import refuse_unsafe
    from .terminal.querying import read_query
    from .terminal.results import write_results

    text, base = read_query(name, inline, parameter or [], graph)
    refuse_unsafe(text, graph.source.allow_service)
    write_results(graph.source.run(text, base), out)


@app.command(rich_help_panel=_SPARQL, epilog=examples("blocs queries", "blocs queries in-both"))
@writes
def queries(
    out: "Output",
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="Show this query whole.")] = "",
) -> None:
    """The named queries and their parameters."""
    from .graph.named_queries.catalog import find_query, named_queries
    from .terminal.results import queries_table

    if name:
        out.write(find_query(name).text)
    else:
        out.rows(queries_table(named_queries()))


@app.command(
    rich_help_panel=_DATA,
    epilog=examples(
        "blocs check",
        "blocs check mine.ttl members.csv",
        "blocs check mine.ttl --text article.txt",
        "blocs check --store mine --format json",
    ),
)
@names_source
@writes
def check(
    source: "SourceOptions",
    out: "Output",
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE…]", help="Your own RDF files and tables. Default: what the source options name."),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Option(
            metavar="[SOURCE=]FILE",
            help="Hold quotes against the text of their source, paragraph by paragraph (repeatable).",
        ),
    ] = None,
    advice: Annotated[
        bool, typer.Option("--advice", help="Also say what could be better; it does not count as found.")
    ] = False,
) -> None:
    """Is this graph sound: syntax, shapes, evidence, contradictions, names.

    Exits with 0 where nothing is found, with 1 where something is.
    """
    from .terminal.checking import findings_of, write_findings

    if write_findings(*findings_of(source, files or [], text or []), advice, out):
        raise typer.Exit(1)


@app.command(
    rich_help_panel=_DATA,
    epilog=examples("blocs draft article.txt -o mine.ttl", "blocs draft article.txt --graph known.ttl -o mine.ttl"),
)
def draft(
    text: Annotated[Path, typer.Argument(metavar="TEXT", help="A text as a file; empty lines part its paragraphs.")],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write the draft here: .ttl, or .html to review."),
    ] = None,
    graph: Annotated[
        Path | None, typer.Option("--graph", metavar="FILE", help="A graph that names what is known; its ids are used.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="DATE", help="The date of the text: YYYY, YYYY-MM or YYYY-MM-DD.")
    ] = None,
) -> None:
    """Draft a graph from a text, every fact with its sentence."""
    from .terminal.drafting import write_draft

    write_draft(text, output, graph, date)


importing = typer.Typer(help="Your own data into a store on disk.", no_args_is_help=True)
app.add_typer(importing, name="import", rich_help_panel=_DATA)
_IntoStore = Annotated[
    Path, typer.Option("--store", metavar="DIR", help="The store to add to; made where there is none.")
]


@importing.command(
    "cow-igo",
    epilog=examples(
        "blocs import cow-igo state_year_formatv3.csv --store cow",
        "blocs import cow-igo state_year.csv.gz --organizations igo_year.csv.gz --states states2016.csv --store cow",
    ),
)
def import_cow_igo(
    state_year: Annotated[Path, typer.Argument(metavar="STATE_YEAR", help="The state-year table, plain or .gz.")],
    store: _IntoStore,
    organizations: Annotated[
        Path | None, typer.Option(help="The organization-year table, for the organizations' full names.")
    ] = None,
    states: Annotated[Path | None, typer.Option(help="The list of states, for their full names.")] = None,
) -> None:
    """The Correlates of War IGO tables: memberships with their roles and years."""
    from .graph.sources.importing import import_cow
    from .terminal.importing import progress, report

    with progress() as tell:
        made = import_cow(store, state_year, organizations, states, tell)
    report(store, made)


@importing.command(
    "csv",
    epilog=examples(
        "blocs import csv members.csv --store mine",
        "blocs import csv members.csv --map Land=member --map Bund=organization --dry-run",
    ),
)
def import_csv_(
    table: Annotated[
        Path, typer.Argument(metavar="FILE", help="A table with a row for each membership, plain or .gz; - for stdin.")
    ],
    store: Annotated[Path | None, typer.Option("--store", metavar="DIR", help="The store to add to.")] = None,
    map: Annotated[
        list[str] | None,
        typer.Option(
            metavar="COLUMN=FIELD",
            help="Which column is member, organization, role, start, end, source or quote, if its name does not say.",
        ),
    ] = None,
    date: Annotated[str | None, typer.Option(help="The table's own date; today where absent.")] = None,
    label: Annotated[str, typer.Option(help="What to call the source; the file's name where absent.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check every row, write nothing.")] = False,
) -> None:
    """A table of memberships: member, organization, role, start, end, source, quote."""
    from .graph.errors import InvalidRequest
    from .graph.sources.importing import check_csv, import_csv
    from .terminal.importing import checked, mapping_of, progress, report

    mapping = mapping_of(map or [])
    if dry_run:
        with progress() as tell:
            found = check_csv(table, mapping, tell)
        typer.echo(checked(table, found))
        return
    if store is None:
        raise InvalidRequest("no store was named; say --store DIR, or --dry-run to check the table only")
    with progress() as tell:
        made = import_csv(store, table, mapping, date, label, tell)
    report(store, made)


@importing.command("rdf", epilog=examples("blocs import rdf mine.ttl more.nt.gz --store mine"))
def import_rdf_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE…", help="RDF files, which become one source.")],
    store: _IntoStore,
    label: Annotated[str, typer.Option(help="What to call the source; the first file's name where absent.")] = "",
) -> None:
    """RDF files in any format, named graphs included."""
    from .graph.sources.importing import import_rdf
    from .terminal.importing import progress, report

    with progress() as tell:
        made = import_rdf(store, files, label, None, tell)
    report(store, made)


def main() -> None:
    """The entry point of the `blocs` command."""
    import gc

    gc.set_threshold(100_000)  # what a command makes, it needs until its end
    guard()
    leave(run(only_asked(app)))


if __name__ == "__main__":
    main()
